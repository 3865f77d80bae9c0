/** Work as a generator that pauses where others may have a turn, for whoever must not block. */

/** Does all pieces of a work one after the other. */
export function drained<T>(pieces: Generator<void, T>): T {
  let step = pieces.next();
  while (!step.done) step = pieces.next();
  return step.value;
}
