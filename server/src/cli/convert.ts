/** `wenzhen convert`: files in another encoding become UTF-8, with a backup; what is not sure enough is left alone. */
import { t } from '../base/localise';
import { decodeBytes } from '../floors';
import { canonicalEncoding } from '../features/undecoded';
import { InputError } from './errors';
import { replaceFile } from './files';
import { readInput } from './inputs';
import type { Tools } from './jobs';

export interface ConvertOptions {
  /** The encoding of the files; detected where absent. */
  readonly from?: string;
  readonly dryRun: boolean;
}

export interface ConvertResult {
  readonly path: string;
  readonly encoding: string;
  readonly confidence: number;
  /** `converted` also for what would be converted in a dry run. */
  readonly outcome: 'converted' | 'already' | 'left-alone';
  /** Why it was left alone, or the evidence for the encoding. */
  readonly reason: string;
  readonly backup: string | null;
}

/** Below this a file is only converted when `from` names its encoding. */
const MIN_CONFIDENCE = 0.9;

/** @throws InputError when the file cannot be read or written */
export async function convert(path: string, { from, dryRun }: ConvertOptions, { language }: Tools): Promise<ConvertResult> {
  const input = readInput(path, language);
  const encoding = from ? canonicalEncoding(from) : input.encoding, confidence = from ? 1 : input.confidence;
  const result = { path, encoding, confidence, backup: null };
  if (encoding === 'utf-8') return { ...result, outcome: 'already', reason: input.evidence };
  if (confidence < MIN_CONFIDENCE) return { ...result, outcome: 'left-alone', reason: t('only {0} % sure; name the encoding with --from', Math.round(confidence * 100)) };
  const text = strictlyDecoded(input.bytes, encoding);
  if (text === null) return { ...result, outcome: 'left-alone', reason: t('not all of its bytes are valid {0}', encoding) };
  const backup = dryRun ? null : await replaceFile(path, text);
  return { ...result, outcome: 'converted', reason: input.evidence, backup };
}

/** The text without a byte order mark, or null when bytes do not decode. */
function strictlyDecoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = decodeBytes(bytes, encoding);
    if (text.includes('\ufffd')) return null;
    return text.startsWith('\ufeff') ? text.slice(1) : text;
  } catch (error) {
    throw new InputError(error instanceof Error ? error.message : String(error));
  }
}
