/**
 * A read-only map from integer keys to small integers, as a binary fuse table (Graf and Lemire, “Binary Fuse Filters”, 2022):
 * three look-ups and two XORs, about 1.13 cells a key, no keys stored. A key that was never put in is recognised by its
 * fingerprint, but for one in `2 ** fingerprintBits`. Built by `scripts/model`, read by the character model.
 */

/** How a table is laid out; shared by builder and reader. */
export interface StaticMapShape {
  /** A power of two, at most 65,536. */
  readonly segmentLength: number;
  /** Number of segments a key's first cell can be in; the table has two more. */
  readonly segmentCount: number;
  readonly seed: number;
  /** Bytes a cell: 2 or 3. */
  readonly width: number;
  /** How many low bits of a cell are the value; the others are the fingerprint. */
  readonly valueBits: number;
}

/** The finaliser of MurmurHash3, for 32 bits. */
function mix32(h: number): number {
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A key of two parts as one 32-bit hash. Together with `secondHash` it tells all keys apart: before they are mixed,
 * the two are independent linear combinations of the parts.
 */
export function hashKey(high: number, low: number, seed: number): number {
  return mix32(Math.imul(high ^ seed, 0x9e3779b1) + Math.imul(low, 0x85ebca77));
}

/** A second hash, for the places within the segments. */
export function secondHash(high: number, low: number, seed: number): number {
  return mix32(Math.imul(high ^ seed, 0xc2b2ae3d) + Math.imul(low, 0x27d4eb2f));
}

/** Still more bits of a key: fingerprint in the low bits, third place in the high ones. */
export function thirdHash(hash: number, second: number): number {
  const mixed = Math.imul(hash ^ (second >>> 7), 0x165667b1) ^ second;
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** The first of a key's three cells; the others are one and two segments further on, each at its own place. */
export function firstCell(hash: number, second: number, shape: StaticMapShape): number {
  return Math.floor((hash * shape.segmentCount) / 0x100000000) * shape.segmentLength + (second & (shape.segmentLength - 1));
}

/** Reads a table. */
export class StaticMap {
  readonly #cells: Uint8Array;
  readonly #shape: StaticMapShape;
  readonly #segmentLength: number;
  readonly #width: number;
  readonly #valueBits: number;
  readonly #fingerprintMask: number;

  /** @param cells `(segmentCount + 2) * segmentLength * width` bytes, each cell little endian */
  constructor(cells: Uint8Array, shape: StaticMapShape) {
    this.#cells = cells;
    this.#shape = shape;
    this.#segmentLength = shape.segmentLength;
    this.#width = shape.width;
    this.#valueBits = shape.valueBits;
    this.#fingerprintMask = 2 ** (8 * shape.width - shape.valueBits) - 1;
  }

  /** @returns the value, or -1 for a key that was not put in (with the fingerprint's chance to be wrong about that) */
  get(high: number, low: number): number {
    const cells = this.#cells;
    const segmentLength = this.#segmentLength;
    const width = this.#width;
    const mask = segmentLength - 1;
    const seed = this.#shape.seed;
    const hash = hashKey(high, low, seed);
    const second = secondHash(high, low, seed);
    const third = thirdHash(hash, second);
    const first = firstCell(hash, second, this.#shape);
    const base = first - (second & mask);
    const a = first * width;
    const b = (base + segmentLength + ((second >>> 16) & mask)) * width;
    const c = (base + 2 * segmentLength + ((third >>> 16) & mask)) * width;
    let cell = (cells[a]! ^ cells[b]! ^ cells[c]!) | ((cells[a + 1]! ^ cells[b + 1]! ^ cells[c + 1]!) << 8);
    if (width === 3) cell |= (cells[a + 2]! ^ cells[b + 2]! ^ cells[c + 2]!) << 16;
    return cell >>> this.#valueBits === (third & this.#fingerprintMask) ? cell & ((1 << this.#valueBits) - 1) : -1;
  }
}
