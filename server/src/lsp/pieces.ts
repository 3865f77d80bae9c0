/** Long work on the thread that answers: done in pieces, with turns for others between them. */
import type { Runtime } from './runtime';

/** Milliseconds of work after which other messages get their turn. */
const PIECE_TIME = 20;

/**
 * @param work steps that are done by asking for them
 * @param goesOn asked after every turn of others; may throw
 * @returns false when `goesOn` ended the work before everything was done
 */
export async function inPieces(work: Iterable<void>, runtime: Runtime, goesOn: () => boolean): Promise<boolean> {
  let started = performance.now();
  for (const _step of work) {
    if (performance.now() - started < PIECE_TIME) continue;
    await runtime.yield();
    if (!goesOn()) return false;
    started = performance.now();
  }
  return true;
}
