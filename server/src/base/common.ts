/** How far two texts are alike, at their beginnings and at their ends. */

/** Units compared at once: engines compare slices many times as fast as single units. */
const CHUNK = 4096;

/** The length of the common beginning of two texts, in UTF-16 units. */
export function commonStart(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let same = 0;
  while (same + CHUNK <= limit && a.slice(same, same + CHUNK) === b.slice(same, same + CHUNK)) same += CHUNK;
  while (same < limit && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  return same;
}

/**
 * The length of the common end of two texts, in UTF-16 units.
 * @param start units at the beginning of both that do not count
 */
export function commonEnd(a: string, b: string, start: number): number {
  const limit = Math.min(a.length, b.length) - start;
  let same = 0;
  while (same + CHUNK <= limit && a.slice(a.length - same - CHUNK, a.length - same) === b.slice(b.length - same - CHUNK, b.length - same))
    same += CHUNK;
  while (same < limit && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) same++;
  return same;
}
