/** Sets of UTF-16 units that answer without hashing: for loops over every character of a text. */

/**
 * The unit at an offset; 0, which no set holds, outside the text. In loops, `charCodeAt` outside of the text costs more than all the rest:
 * once it has met that, the engine calls a function for every character.
 */
export function unitAt(text: string, offset: number): number {
  return offset >= 0 && offset < text.length ? text.charCodeAt(offset) : 0;
}

/** A set of UTF-16 units, one bit each. */
export class UnitSet {
  readonly #bits = new Uint32Array(2048);

  /** @param units every unit of these texts is in the set */
  constructor(units: Iterable<string> = []) {
    for (const text of units) for (let i = 0; i < text.length; i++) this.add(text.charCodeAt(i));
  }

  /** @param ranges first and last unit of each */
  static ofRanges(ranges: Iterable<readonly [first: number, last: number]>): UnitSet {
    const set = new UnitSet();
    for (const [first, last] of ranges) {
      for (let unit = first; unit <= last; unit++) {
        if (unit % 32 > 0 || unit + 31 > last) {
          set.add(unit);
          continue;
        }
        set.#bits[unit >> 5] = -1;
        unit += 31;
      }
    }
    return set;
  }

  add(unit: number): void {
    this.#bits[unit >> 5]! |= 1 << (unit & 31);
  }

  /** All units, in order. */
  forEach(visit: (unit: number) => void): void {
    for (let i = 0; i < this.#bits.length; i++) {
      for (let bits = this.#bits[i]!; bits !== 0; bits &= bits - 1) visit(i * 32 + 31 - Math.clz32(bits & -bits));
    }
  }

  /** A set of the units of both. */
  with(other: UnitSet): UnitSet {
    const both = new UnitSet();
    for (let i = 0; i < both.#bits.length; i++) both.#bits[i] = this.#bits[i]! | other.#bits[i]!;
    return both;
  }

  has(unit: number): boolean {
    return (this.#bits[unit >> 5]! & (1 << (unit & 31))) !== 0;
  }

  /**
   * The first place in a range of a text at which one of the units stands; `to` when none does.
   * For rules that begin at a few characters only.
   */
  next(text: string, from: number, to = text.length): number {
    const bits = this.#bits;
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at);
      if ((bits[unit >> 5]! & (1 << (unit & 31))) !== 0) return at;
    }
    return Math.max(from, to);
  }

  /** The last place in a range of a text at which one of the units stands; the place before the range when none does. */
  last(text: string, from: number, to = text.length): number {
    let at = to - 1;
    while (at >= from && !this.has(text.charCodeAt(at))) at--;
    return Math.max(at, from - 1);
  }
}

/**
 * Pairs of units, such as the first two of the words of a list. One pair in some hundreds that is not in the set is taken for one that is:
 * enough to turn away nearly every place of a text before anything is looked up.
 */
export class PairSet {
  readonly #bits = new Uint32Array(2048);

  add(first: number, second: number): void {
    const hash = pairHash(first, second);
    this.#bits[hash >> 5]! |= 1 << (hash & 31);
  }

  has(first: number, second: number): boolean {
    const hash = pairHash(first, second);
    return (this.#bits[hash >> 5]! & (1 << (hash & 31))) !== 0;
  }
}

/** 16 bits. */
function pairHash(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) + Math.imul(second, 0x85ebca6b)) >>> 16;
}
