/** The files that the paths on the command line stand for, and their texts. */
import { statSync, type Stats } from 'node:fs';
import { t } from '../base/localise';
import { decodeBytes, encodingOf, type Detection } from '../language/detection';
import type { TextEncoding } from '../language/encodings';
import type { Language } from '../language/language';
import { articleFiles } from '../node/articleFiles';
import { LONGEST_INPUT, readStandardInput, readWhole, TooLongError } from '../node/wholeInput';
import { describeError, InputError } from './errors';

/** Standard input on the command line. */
export const STDIN = '-';

/**
 * The files that paths stand for, in order, each once: a folder stands for its `.txt` and
 * `.article` files at any depth, without hidden folders.
 * @param report called for each path that cannot be used; the others are still listed
 */
export async function listFiles(paths: readonly string[], report: (message: string) => void): Promise<string[]> {
  const files = new Set<string>();
  for (const path of paths) {
    if (path === STDIN) {
      files.add(path);
      continue;
    }
    let stats: Stats;
    try {
      stats = statSync(path);
    } catch (error) {
      report(`${path}: ${describeError(error)}`);
      continue;
    }
    if (!stats.isDirectory()) {
      files.add(path);
      continue;
    }
    let found = 0;
    let unreadable = 0;
    const reportUnreadable = (unread: string, error: unknown) => {
      unreadable++;
      report(`${unread}: ${describeError(error)}`);
    };
    for await (const file of articleFiles(path, reportUnreadable)) {
      files.add(file);
      found++;
    }
    if (found + unreadable === 0) report(t('{0}: no .txt or .article files in this directory', path));
  }
  return [...files];
}

/** A file as text. */
export interface Input {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly detection: Detection;
  /** Decoded as detected, without a byte order mark. What cannot be decoded is U+FFFD. */
  readonly text: string;
}

/**
 * Reads and decodes a file or standard input.
 * @param from its encoding, if the user has named it
 * @throws InputError in plain words when it cannot be read or is not text
 */
export function readInput(path: string, language: Language, from?: TextEncoding): Input {
  const name = path === STDIN ? t('standard input') : path;
  let bytes: Uint8Array;
  try {
    bytes = path === STDIN ? readStandardInput() : readWhole(path);
  } catch (error) {
    throw new InputError(
      error instanceof TooLongError
        ? t('{0}: longer than {1} MB, which is too much for one text', name, LONGEST_INPUT >> 20)
        : `${name}: ${describeError(error)}`,
    );
  }
  const detection = encodingOf(bytes, language, from);
  if (detection.encoding === 'binary') throw new InputError(t('{0}: a binary file, not text ({1})', name, detection.evidence));
  return { path, bytes, detection, text: decodeBytes(bytes, detection) };
}
