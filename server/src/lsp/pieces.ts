/** Long work on the thread that answers: done in pieces, with turns for others between them. */
import type { Runtime } from './runtime';

/** Milliseconds of work after which other messages get their turn. */
const PIECE_TIME = 10;

/** Gives turns to others during a long work: call `offer` wherever it may pause. */
export class Turns {
  readonly #runtime: Runtime;
  #started = performance.now();

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  /** Resolves at once as long as little time has passed since the last turn. @returns whether others had a turn */
  async offer(): Promise<boolean> {
    if (!this.due) return false;
    await this.#runtime.yield();
    this.#started = performance.now();
    return true;
  }

  /** Whether `offer` would wait. */
  get due(): boolean {
    return performance.now() - this.#started >= PIECE_TIME;
  }
}

/**
 * @param work steps that are done by asking for them
 * @param goesOn asked after every turn of others; may throw
 * @returns false when `goesOn` ended the work before everything was done
 */
export async function inPieces(work: Iterable<void>, runtime: Runtime, goesOn: () => boolean): Promise<boolean> {
  const turns = new Turns(runtime);
  for (const _step of work) if (turns.due && (await turns.offer()) && !goesOn()) return false;
  return true;
}
