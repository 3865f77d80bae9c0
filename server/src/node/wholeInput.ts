/** All of a file, a pipe, a device or standard input, in one go. */
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

const STDIN = 0;
/** Bytes that are asked for at a time. */
const PIECE = 1 << 16;
/** Milliseconds until input that is not there yet is asked for again. */
const PATIENCE = 10;
/** Longest input in bytes: a longer one may not fit into a string, and devices such as `/dev/zero` never end. */
export const LONGEST_INPUT = 1 << 29;

/** There is more to read than `LONGEST_INPUT`. */
export class TooLongError extends Error {}

/**
 * Reads a file to its end, or everything that a pipe or device delivers.
 * @throws TooLongError, or the file system's error when it cannot be read
 */
export function readWhole(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const stats = fstatSync(file);
    if (stats.size > LONGEST_INPUT) throw new TooLongError();
    return stats.isFile() ? readFileSync(file) : readToEnd(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Reads standard input to its end.
 * @returns nothing when it is closed
 * @throws TooLongError, or the file system's error when it cannot be read
 */
export function readStandardInput(): Uint8Array {
  return readToEnd(STDIN);
}

function readToEnd(file: number): Uint8Array {
  const pieces: Buffer[] = [];
  for (let size = 0; size <= LONGEST_INPUT;) {
    const piece = Buffer.allocUnsafe(PIECE);
    const length = readPiece(file, piece);
    if (length === 0) return Buffer.concat(pieces);
    if (length === undefined) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PATIENCE);
    else {
      pieces.push(piece.subarray(0, length));
      size += length;
    }
  }
  throw new TooLongError();
}

/** @returns the number of bytes; 0 at the end, and undefined where a pipe that does not wait has none yet */
function readPiece(file: number, piece: Buffer): number | undefined {
  try {
    return readSync(file, piece);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EAGAIN') return undefined;
    if (code === 'EOF') return 0;
    throw error;
  }
}
