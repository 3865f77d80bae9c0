/** Builds the tables that `server/src/language/staticMap.ts` reads: peels the 3-uniform hypergraph of keys and cells. */
import { firstCell, hashKey, secondHash, thirdHash, type StaticMapShape } from '../../server/src/language/staticMap';

/** A key of two parts with its value. */
export interface StaticMapEntry {
  readonly high: number;
  readonly low: number;
  readonly value: number;
}

/**
 * Builds a table; the sizes are those of the reference implementation of binary fuse filters.
 * @throws Error when none of 100 seeds works, which happens only when two entries have the same key
 */
export function buildStaticMap(
  entries: readonly StaticMapEntry[],
  width: 2 | 3,
  valueBits: number,
): { cells: Uint8Array; shape: StaticMapShape } {
  const count = Math.max(entries.length, 2);
  const segmentLength = Math.min(1 << Math.floor(Math.log(count) / Math.log(3.33) + 2.25), 1 << 16);
  const factor = Math.max(1.125, 0.875 + (0.25 * Math.log(1e6)) / Math.log(count));
  const segmentCount = Math.max(1, Math.ceil((count * factor) / segmentLength) - 2 + 1);
  const size = (segmentCount + 2) * segmentLength;
  for (let seed = 1; seed <= 100; seed++) {
    const shape = { segmentLength, segmentCount, seed, width, valueBits };
    const cells = fill(entries, shape, size);
    if (cells) return { cells, shape };
  }
  throw new Error('static map: no seed works');
}

function fill(entries: readonly StaticMapEntry[], shape: StaticMapShape, size: number): Uint8Array | undefined {
  const { segmentLength, width, valueBits } = shape;
  const mask = segmentLength - 1;
  const n = entries.length;
  const cellsOf = new Int32Array(3 * n);
  const degree = new Int32Array(size);
  const xor = new Int32Array(size);
  const fingerprint = new Uint32Array(n);
  const fingerprintMask = 2 ** (8 * width - valueBits) - 1;
  entries.forEach(({ high, low }, i) => {
    const hash = hashKey(high, low, shape.seed);
    const second = secondHash(high, low, shape.seed);
    const third = thirdHash(hash, second);
    const first = firstCell(hash, second, shape);
    const base = first - (second & mask);
    cellsOf[3 * i] = first;
    cellsOf[3 * i + 1] = base + segmentLength + ((second >>> 16) & mask);
    cellsOf[3 * i + 2] = base + 2 * segmentLength + ((third >>> 16) & mask);
    fingerprint[i] = third & fingerprintMask;
    for (let k = 0; k < 3; k++) {
      degree[cellsOf[3 * i + k]!]!++;
      xor[cellsOf[3 * i + k]!]! ^= i;
    }
  });
  // Peeling: a cell that only one key uses can be set last, for that key; without the key, other cells may have a single key left.
  const queue: number[] = [];
  const order: number[] = [];
  const decides: number[] = [];
  for (let cell = 0; cell < size; cell++) if (degree[cell] === 1) queue.push(cell);
  while (queue.length > 0) {
    const cell = queue.pop()!;
    if (degree[cell] !== 1) continue;
    const key = xor[cell]!;
    order.push(key);
    decides.push(cell);
    for (let k = 0; k < 3; k++) {
      const other = cellsOf[3 * key + k]!;
      xor[other]! ^= key;
      if (--degree[other]! === 1) queue.push(other);
    }
  }
  if (order.length < n) return undefined;
  const values = new Uint32Array(size);
  for (let i = order.length - 1; i >= 0; i--) {
    const key = order[i]!;
    const cell = decides[i]!;
    let value = (entries[key]!.value | (fingerprint[key]! << valueBits)) >>> 0;
    for (let k = 0; k < 3; k++) if (cellsOf[3 * key + k] !== cell) value ^= values[cellsOf[3 * key + k]!]!;
    values[cell] = value;
  }
  const bytes = new Uint8Array(size * width);
  for (let cell = 0; cell < size; cell++) for (let b = 0; b < width; b++) bytes[cell * width + b] = values[cell]! >>> (8 * b);
  return bytes;
}
