/** Long work on the thread that answers messages: done in pieces, with turns for other messages between them. */
import type { Runtime } from './runtime';

/** Milliseconds of work after which other messages get their turn. */
const PIECE_TIME = 10;

/** Gives other messages their turns during long work: call `offer` wherever the work may pause. */
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
 * Does work in pieces.
 * @param work a generator that does one step each time it is asked for the next
 * @param goesOn asked after every turn of others; may throw
 * @returns false when `goesOn` ended the work before everything was done
 */
export async function inPieces(work: Iterable<void>, runtime: Runtime, goesOn: () => boolean): Promise<boolean> {
  const turns = new Turns(runtime);
  for (const _step of work) if (turns.due && (await turns.offer()) && !goesOn()) return false;
  return true;
}
