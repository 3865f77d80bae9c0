/** All of standard input, in one go. */
import { readSync } from 'node:fs';

const STDIN = 0;
/** Bytes that are asked for at a time. */
const PIECE = 1 << 16;
/** Milliseconds until input that is not there yet is asked for again. */
const PATIENCE = 10;

/**
 * Reads standard input to its end.
 * @returns nothing when it is closed
 * @throws the file system's error when it cannot be read
 */
export function readStandardInput(): Uint8Array {
  const pieces: Buffer[] = [];
  for (;;) {
    const piece = Buffer.allocUnsafe(PIECE);
    const length = readPiece(piece);
    if (length === 0) return Buffer.concat(pieces);
    if (length === undefined) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PATIENCE);
    else pieces.push(piece.subarray(0, length));
  }
}

/** @returns the number of bytes; 0 at the end, and undefined where a pipe that does not wait has none yet */
function readPiece(piece: Buffer): number | undefined {
  try {
    return readSync(STDIN, piece);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EAGAIN') return undefined;
    if (code === 'EOF') return 0;
    throw error;
  }
}
