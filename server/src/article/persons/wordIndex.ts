/** Look-up of the words of a list at a place in a text, forwards and backwards, in time independent of the list. */
import { addToGroup } from '../../base/groups';
import { PairSet, unitAt, UnitSet } from '../../base/unitSet';

/** A set of words, for questions about places of a text. */
export class WordIndex {
  readonly #words: ReadonlySet<string>;
  #first: End | undefined;
  #last: End | undefined;

  constructor(words: Iterable<string>) {
    this.#words = new Set(words);
  }

  /** The longest word that begins at `at` and ends at or before `to`; null when none does. */
  startingAt(text: string, at: number, to = text.length): string | null {
    if (!this.mayStart(text, at)) return null;
    const { single, longer } = this.#byFirst();
    const unit = text.charCodeAt(at);
    for (const word of longer.get(pairOf(unit, unitAt(text, at + 1))) ?? NO_WORDS)
      if (at + word.length <= to && text.startsWith(word, at)) return word;
    return at < to && single.has(unit) ? text[at]! : null;
  }

  /** A cheap look: false where no word begins at `at`. */
  mayStart(text: string, at: number): boolean {
    const { units, single, pairs } = this.#byFirst();
    const unit = unitAt(text, at);
    return units.has(unit) && (single.has(unit) || pairs.has(unit, unitAt(text, at + 1)));
  }

  /** A cheap look: false where no word of two or more units ends before `at`. */
  mayEnd(text: string, at: number): boolean {
    const { units, pairs } = this.#byLast();
    const unit = unitAt(text, at - 1);
    return units.has(unit) && pairs.has(unitAt(text, at - 2), unit);
  }

  /** The longest word that ends before `at` and begins at or after `from`; null when none does. */
  endingAt(text: string, at: number, from = 0): string | null {
    const { single, longer } = this.#byLast();
    const unit = unitAt(text, at - 1);
    if (this.mayEnd(text, at))
      for (const word of longer.get(pairOf(unitAt(text, at - 2), unit)) ?? NO_WORDS)
        if (at - word.length >= from && text.startsWith(word, at - word.length)) return word;
    return at > from && single.has(unit) ? text[at - 1]! : null;
  }

  /**
   * Each end is made when first asked for: most lists are only read forwards, and while the program is loaded nobody waits for any.
   * No getter: the engine leaves its compiled code for every private one.
   */
  #byFirst(): End {
    return (this.#first ??= endOf(this.#words, 'first'));
  }

  #byLast(): End {
    return (this.#last ??= endOf(this.#words, 'last'));
  }
}

/** The words by their first two units or by their last two. */
interface End {
  /** The first unit of each word, or the last of each longer one: a pair may be taken for another. */
  readonly units: UnitSet;
  /** Words of one unit. */
  readonly single: UnitSet;
  /** The pairs of the longer words. */
  readonly pairs: PairSet;
  /** The longer words by their pair, the longest first. */
  readonly longer: ReadonlyMap<number, readonly string[]>;
}

function endOf(words: ReadonlySet<string>, side: 'first' | 'last'): End {
  const [units, single, pairs] = [new UnitSet(), new UnitSet(), new PairSet()];
  const longer = new Map<number, string[]>();
  for (const word of words) {
    const last = word.length - 1;
    if (side === 'first' || last > 0) units.add(word.charCodeAt(side === 'first' ? 0 : last));
    if (last === 0) {
      single.add(word.charCodeAt(0));
      continue;
    }
    const from = side === 'first' ? 0 : last - 1;
    const [first, second] = [word.charCodeAt(from), word.charCodeAt(from + 1)];
    pairs.add(first, second);
    addToGroup(longer, pairOf(first, second), word);
  }
  // The groups are small: sorting them takes much less than sorting all words.
  for (const group of longer.values()) if (group.length > 1) group.sort((a, b) => b.length - a.length);
  return { units, single, pairs, longer };
}

const NO_WORDS: readonly string[] = [];

/** A key of 32 bits, which a map holds without an object for each. */
const pairOf = (first: number, second: number): number => (first << 16) | second;
