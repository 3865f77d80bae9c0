/** Sets of UTF-16 units that answer without hashing: for loops over every character of a text. */

export class UnitSet {
  readonly #bits = new Uint32Array(2048);

  /** @param units every unit of these texts is in the set */
  constructor(units: Iterable<string> = []) {
    for (const text of units) for (let i = 0; i < text.length; i++) this.add(text.charCodeAt(i));
  }

  add(unit: number): void {
    this.#bits[unit >> 5]! |= 1 << (unit & 31);
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
}
