/** Long work as a generator that pauses wherever other work may have a turn. */

/** Runs such work to its end at once. @returns its result */
export function drained<T>(pieces: Generator<void, T>): T {
  let step = pieces.next();
  while (!step.done) step = pieces.next();
  return step.value;
}
