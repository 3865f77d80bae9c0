/** What the paths on the command line stand for, and each file as text. */
import { readFileSync, statSync, type Stats } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { t } from '../base/localise';
import { decodeBytes, detectEncoding } from '../floors';
import type { Language } from '../language/language';
import { describeError, InputError } from './errors';

/** Standard input on the command line. */
export const STDIN = '-';

const EXTENSIONS = new Set(['.txt', '.article']);

/**
 * The files that paths stand for, in order, each once: a folder stands for its `.txt` and `.article` files at any depth, without hidden folders.
 * @param report is told of each path that cannot be used; the others are still listed
 */
export async function listFiles(paths: readonly string[], report: (message: string) => void): Promise<string[]> {
  const files = new Set<string>();
  for (const path of paths) {
    if (path === STDIN) { files.add(path); continue; }
    let stats: Stats;
    try {
      stats = statSync(path);
    } catch (error) {
      report(`${path}: ${describeError(error)}`);
      continue;
    }
    if (!stats.isDirectory()) { files.add(path); continue; }
    let found = 0;
    try {
      for await (const file of walk(path)) { files.add(file); found++; }
    } catch (error) {
      report(`${path}: ${describeError(error)}`);
      continue;
    }
    if (found === 0) report(t('{0}: no .txt or .article files in this directory', path));
  }
  return [...files];
}

async function* walk(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    // Links to directories are not followed: they may lead in circles.
    if (entry.isDirectory()) { if (!entry.name.startsWith('.') && entry.name !== 'node_modules') yield* walk(path); }
    else if (EXTENSIONS.has(extname(entry.name).toLowerCase()) && (entry.isFile() || (entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isFile()))) yield path;
  }
}

/** A file as text. */
export interface Input {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** `utf-8`, `gb18030`, `big5`, `utf-16le`, `utf-16be`. */
  readonly encoding: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: string;
  /** Whether the file begins with a byte order mark. It is not part of `text`. */
  readonly bom: boolean;
  readonly text: string;
}

/** More control characters than this share of the head, and it is no text. */
const BINARY_SHARE = 0.02;
const HEAD = 1 << 16;

/**
 * Reads and decodes a file or standard input.
 * @throws InputError in plain words when it cannot be read, is empty or is not text
 */
export function readInput(path: string, language: Language): Input {
  const name = path === STDIN ? t('standard input') : path;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path === STDIN ? 0 : path);
  } catch (error) {
    // A closed standard input is an empty one.
    if (path === STDIN && ['EOF', 'EAGAIN'].includes((error as NodeJS.ErrnoException).code ?? '')) bytes = new Uint8Array(0);
    else throw new InputError(`${name}: ${describeError(error)}`);
  }
  if (bytes.length === 0 && path !== STDIN) throw new InputError(t('{0}: the file is empty', name));
  const { encoding, confidence, evidence, bom } = detectEncoding(bytes, language);
  if (!encoding.startsWith('utf-16') && isBinary(bytes)) throw new InputError(t('{0}: a binary file, not text', name));
  const text = decodeBytes(bytes, encoding);
  return { path, bytes, encoding, confidence, evidence, bom, text: text.startsWith('\ufeff') ? text.slice(1) : text };
}

function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, HEAD);
  let controls = 0;
  for (const byte of head) if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) controls++;
  return controls > head.length * BINARY_SHARE;
}
