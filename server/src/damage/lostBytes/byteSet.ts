/** Sets of byte values, each known by a number, so that the characters they spell can be kept. */

/** A set of byte values; sets with one number are the same. */
export interface ByteSet {
  /** Below 256 for a set of one byte: that byte. */
  readonly id: number;
  readonly values: readonly number[];
  /** 1 for every value in the set. */
  readonly has: Uint8Array;
}

const sets: ByteSet[] = [];
const byContent = new Map<string, ByteSet>();

function open(id: number, values: readonly number[]): ByteSet {
  const has = new Uint8Array(256);
  for (const value of values) has[value] = 1;
  return { id, values, has };
}

/** The set of one byte. */
export function byte(value: number): ByteSet {
  if (sets.length === 0) for (let id = 0; id < 256; id++) sets.push(open(id, [id]));
  return sets[value]!;
}

/** The set of all values in ranges, first and last included. */
export function bytesIn(...ranges: readonly (readonly [first: number, last: number])[]): ByteSet {
  byte(0);
  const key = ranges.join(';');
  let set = byContent.get(key);
  if (!set) {
    const values = ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i));
    set = values.length === 1 ? byte(values[0]!) : open(sets.length, values);
    if (values.length !== 1) sets.push(set);
    byContent.set(key, set);
  }
  return set;
}

/** Whether all values of a set are a single byte. */
export function isKnown(set: ByteSet): boolean {
  return set.id < 256;
}
