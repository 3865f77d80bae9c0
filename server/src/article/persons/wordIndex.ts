/** Look-up of the words of a list at a place in a text, forwards and backwards, in time independent of the list. */
import { PairSet, unitAt, UnitSet } from '../../base/unitSet';

export class WordIndex {
  readonly #firstUnits = new UnitSet();
  readonly #lastUnits = new UnitSet();
  /** First two and last two units of the longer words. */
  readonly #beginnings = new PairSet();
  readonly #endings = new PairSet();
  /** Words of one unit. */
  readonly #single = new UnitSet();
  readonly #first = new Map<number, string[]>();
  readonly #last = new Map<number, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of new Set(words)) {
      this.#firstUnits.add(word.charCodeAt(0));
      this.#lastUnits.add(word.charCodeAt(word.length - 1));
      if (word.length === 1) this.#single.add(word.charCodeAt(0));
      this.#beginnings.add(word.charCodeAt(0), word.charCodeAt(1));
      this.#endings.add(word.charCodeAt(word.length - 2), word.charCodeAt(word.length - 1));
      push(this.#first, word.charCodeAt(0), word);
      push(this.#last, word.charCodeAt(word.length - 1), word);
    }
    for (const group of [...this.#first.values(), ...this.#last.values()]) group.sort((a, b) => b.length - a.length);
  }

  /** The longest word that begins at `at` and ends at or before `to`; null when none does. */
  startingAt(text: string, at: number, to = text.length): string | null {
    const unit = unitAt(text, at);
    if (!this.mayStart(text, at)) return null;
    for (const word of this.#first.get(unit)!) if (at + word.length <= to && text.startsWith(word, at)) return word;
    return null;
  }

  /** A cheap look: false where no word begins at `at`. */
  mayStart(text: string, at: number): boolean {
    const unit = unitAt(text, at);
    return this.#firstUnits.has(unit) && (this.#single.has(unit) || this.#beginnings.has(unit, unitAt(text, at + 1)));
  }

  /** A cheap look: false where no word of two or more units ends before `at`. */
  mayEnd(text: string, at: number): boolean {
    const unit = unitAt(text, at - 1);
    return this.#lastUnits.has(unit) && this.#endings.has(unitAt(text, at - 2), unit);
  }

  /** The longest word that ends before `at` and begins at or after `from`; null when none does. */
  endingAt(text: string, at: number, from = 0): string | null {
    const unit = unitAt(text, at - 1);
    if (!this.mayEnd(text, at) && !this.#single.has(unit)) return null;
    for (const word of this.#last.get(unit)!) if (at - word.length >= from && text.startsWith(word, at - word.length)) return word;
    return null;
  }

  /** True when a word begins with this unit. */
  begins(unit: number): boolean {
    return this.#firstUnits.has(unit);
  }

  /** True when a word ends with this unit. */
  ends(unit: number): boolean {
    return this.#lastUnits.has(unit);
  }
}

function push(map: Map<number, string[]>, key: number, word: string): void {
  const group = map.get(key);
  if (group) group.push(word); else map.set(key, [word]);
}
