/** Look-up of the words of a list at a place in a text, forwards and backwards, in time independent of the list. */
import { addToGroup } from '../../base/groups';
import { PairSet, unitAt, UnitSet } from '../../base/unitSet';

/** A set of words, for questions about places of a text. */
export class WordIndex {
  readonly #firstUnits = new UnitSet();
  readonly #lastUnits = new UnitSet();
  /** First two units of the longer words. */
  readonly #beginnings = new PairSet();
  /** Last two units of the longer words. */
  readonly #endings = new PairSet();
  /** Words of one unit. */
  readonly #single = new UnitSet();
  /** The longer words by their first two units, the longest first. */
  readonly #starting = new Map<number, string[]>();
  readonly #ending = new Map<number, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of new Set(words)) {
      const first = word.charCodeAt(0);
      const last = word.charCodeAt(word.length - 1);
      this.#firstUnits.add(first);
      this.#lastUnits.add(last);
      if (word.length === 1) {
        this.#single.add(first);
        continue;
      }
      const second = word.charCodeAt(1);
      const secondLast = word.charCodeAt(word.length - 2);
      this.#beginnings.add(first, second);
      this.#endings.add(secondLast, last);
      addToGroup(this.#starting, pairOf(first, second), word);
      addToGroup(this.#ending, pairOf(secondLast, last), word);
    }
    // The groups are small: sorting them takes much less than sorting all words.
    for (const groups of [this.#starting, this.#ending])
      for (const group of groups.values()) if (group.length > 1) group.sort((a, b) => b.length - a.length);
  }

  /** The longest word that begins at `at` and ends at or before `to`; null when none does. */
  startingAt(text: string, at: number, to = text.length): string | null {
    if (!this.mayStart(text, at)) return null;
    const unit = text.charCodeAt(at);
    for (const word of this.#starting.get(pairOf(unit, unitAt(text, at + 1))) ?? NO_WORDS)
      if (at + word.length <= to && text.startsWith(word, at)) return word;
    return at < to && this.#single.has(unit) ? text[at]! : null;
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
    if (this.mayEnd(text, at))
      for (const word of this.#ending.get(pairOf(unitAt(text, at - 2), unit)) ?? NO_WORDS)
        if (at - word.length >= from && text.startsWith(word, at - word.length)) return word;
    return at > from && this.#single.has(unit) ? text[at - 1]! : null;
  }
}

const NO_WORDS: readonly string[] = [];

const pairOf = (first: number, second: number): number => first * 0x10000 + second;
