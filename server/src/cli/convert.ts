/** `wenzhen convert`: files in another encoding become UTF-8, with a backup; those whose encoding is not sure enough are left alone. */
import { t } from '../base/localise';
import { ENOUGH_CONFIDENCE, type Detection } from '../language/detection';
import { label, type TextEncoding } from '../language/encodings';
import { replaceFile } from './files';
import { readInput, STDIN } from './inputs';
import type { Tools } from './jobs';

/** What `convert` was asked to do. */
export interface ConvertOptions {
  /** The encoding of the files; detected where absent. */
  readonly from?: TextEncoding;
  readonly dryRun: boolean;
  /** Whether a file with bytes that mean nothing in its encoding is converted all the same: they become U+FFFD, its backup keeps them. */
  readonly replaceInvalid: boolean;
  /** Whether a byte order mark stays one. */
  readonly bom: boolean;
}

/** What became of one file. */
export interface ConvertResult {
  readonly path: string;
  readonly encoding: Detection['encoding'];
  readonly confidence: number;
  /** `converted` also for what would be converted in a dry run. */
  readonly outcome: 'converted' | 'already' | 'left-alone';
  /** Why it was left alone, or the evidence for the encoding. */
  readonly reason: string;
  readonly backup: string | null;
  /** For standard input, what is to be printed. */
  readonly text?: string;
}

/** Converts one file. @throws InputError when it cannot be read or written */
export async function convert(
  path: string,
  { from, dryRun, replaceInvalid, bom: keepMark }: ConvertOptions,
  { language }: Tools,
): Promise<ConvertResult> {
  const {
    text,
    detection: { encoding, confidence, evidence, bom },
  } = readInput(path, language, from);
  const meant = bom && keepMark ? `\ufeff${text}` : text;
  const printed = path === STDIN && !dryRun ? { text: meant } : {};
  const result = { path, encoding, confidence, backup: null };
  if (encoding === 'utf-8') return { ...result, ...printed, outcome: 'already', reason: evidence };
  if (confidence < ENOUGH_CONFIDENCE)
    return { ...result, outcome: 'left-alone', reason: t('only {0}% sure; name the encoding with --from', Math.round(confidence * 100)) };
  // Nothing is lost unasked: a file with bytes that mean nothing in its encoding stays as it is.
  if (!replaceInvalid && text.includes('\ufffd'))
    return {
      ...result,
      outcome: 'left-alone',
      reason: t('not all of its bytes are valid {0}; with --replace-invalid they become U+FFFD', label(encoding)),
    };
  const backup = dryRun || path === STDIN ? null : await replaceFile(path, meant);
  return { ...result, ...printed, outcome: 'converted', reason: evidence, backup };
}
