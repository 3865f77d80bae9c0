/** The names of an article, found wherever they stand. */
import { UnitSet } from '../../base/unitSet';
import type { WordList } from '../../language/language';
import type { Known } from './known';

let count = 0;
/** More names than these are those of another article. */
const FEW = 8;

/** Finds known names by their first character. */
export class NameFinder {
  readonly words: WordList;
  /** A number of its own. */
  readonly number = ++count;
  /** Number of the finder before. */
  readonly before: number | null;
  /** The names that only one of the two finds, or each with other doubts; null where there are many. */
  readonly changed: readonly string[] | null;
  readonly #lengths = new Map<number, number[]>();
  readonly #first = new UnitSet();
  /** Each name, and whether it is a word of the language as well (方针, 高山): then only places that a line gave away count. */
  readonly #names = new Map<string, boolean>();
  readonly #doubtful = new Set<string>();

  /** @param before finds the names of an earlier version of the article, or of another one */
  constructor(known: ReadonlyMap<string, Known>, words: WordList, before?: NameFinder) {
    this.words = words;
    for (const [key, { doubtful }] of known) {
      const tag = words.tag(key);
      this.#names.set(key, doubtful || (tag !== undefined && !tag.startsWith('nr')));
      if (doubtful) this.#doubtful.add(key);
      this.#first.add(key.charCodeAt(0));
      const lengths = this.#lengths.get(key.charCodeAt(0));
      if (!lengths) this.#lengths.set(key.charCodeAt(0), [key.length]);
      else if (!lengths.includes(key.length)) {
        lengths.push(key.length);
        lengths.sort((a, b) => b - a);
      }
    }
    this.before = before?.number ?? null;
    this.changed = before ? this.#changedFrom(before) : null;
  }

  #changedFrom(before: NameFinder): readonly string[] | null {
    const differs = (name: string) =>
      this.#names.get(name) !== before.#names.get(name) || this.#doubtful.has(name) !== before.#doubtful.has(name);
    const changed = [...new Set([...this.#names.keys(), ...before.#names.keys()])].filter(differs);
    return changed.length <= FEW ? changed : null;
  }

  /** True when it finds exactly these names, with the same doubts. */
  finds(known: ReadonlyMap<string, Known>): boolean {
    if (known.size !== this.#names.size) return false;
    for (const [name, { doubtful }] of known) if (!this.#names.has(name) || this.#doubtful.has(name) !== doubtful) return false;
    return true;
  }

  /** Lengths of names that begin with this unit, longest first; undefined when none does. */
  lengths(unit: number): readonly number[] | undefined {
    return this.#first.has(unit) ? this.#lengths.get(unit) : undefined;
  }

  /** The first place in a range at which a name may begin; `to` when none does. */
  next(text: string, from: number, to: number): number {
    return this.#first.next(text, from, to);
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  isCommon(name: string): boolean {
    return this.#names.get(name) === true;
  }
}
