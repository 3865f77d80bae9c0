/** How characters are read, for the many lookups of a search. */
import { isIdeograph } from '../../language/characters';
import type { PinyinTable } from '../../language/language';
import { parsePinyin, samePinyin } from '../../language/pinyin';

/** Readings of characters as units, without tone, kept, since the same few hundred are asked for again and again. */
export class Readings {
  readonly #pinyin: PinyinTable;
  readonly #kept = new Map<number, readonly string[]>();
  readonly #written = new Map<string, Written>();
  readonly #usual = new Map<number, string>();
  /** By the most usual reading and, behind a space, the written one. */
  readonly #same = new Map<string, boolean>();
  /** By the table's own lists, which many characters share. */
  readonly #bareLists = new Map<readonly string[], readonly string[]>();

  constructor(pinyin: PinyinTable) {
    this.#pinyin = pinyin;
  }

  /** Whether a character can be read this way; tone marks and tone digits do not count, since sites choose between tones blindly. */
  has(unit: number, reading: string): boolean {
    if (!isIdeograph(unit)) return false;
    const readings = this.of(unit);
    return readings.length > 0 && readings.includes(this.bare(reading));
  }

  /**
   * Whether this is the most usual reading of a character, as far as it is written: tone digits and missing tones are not held against
   * it.
   */
  isUsual(unit: number, reading: string): boolean {
    let usual = this.#usual.get(unit);
    if (usual === undefined) this.#usual.set(unit, (usual = this.#pinyin.readings(String.fromCharCode(unit))[0] ?? ''));
    if (usual === reading || usual === '') return usual === reading;
    const bare = this.bare(reading);
    if (bare !== this.bare(usual)) return false;
    if (bare === reading) return true;
    const key = `${usual} ${reading}`;
    let same = this.#same.get(key);
    if (same === undefined) {
      if (this.#same.size > MOST_WRITTEN) this.#same.clear();
      this.#same.set(key, (same = samePinyin(usual, reading)));
    }
    return same;
  }

  /** Whether any character can be read this way. */
  isSyllable(reading: string): boolean {
    const written = this.#read(reading);
    return (written.isSyllable ??= this.#pinyin.isSyllable(reading));
  }

  /** Whether a reading tells its tone. */
  isToned(reading: string): boolean {
    return this.#read(reading).isToned;
  }

  /** All readings of a character, without tone, each once; empty when none is known. */
  of(unit: number): readonly string[] {
    let readings = this.#kept.get(unit);
    if (!readings) {
      const toned = this.#pinyin.readings(String.fromCharCode(unit));
      readings = this.#bareLists.get(toned);
      if (!readings) this.#bareLists.set(toned, (readings = [...new Set(toned.map(reading => this.bare(reading)))]));
      this.#kept.set(unit, readings);
    }
    return readings;
  }

  /** A reading without its tone; what is no reading comes back as it is. */
  bare(reading: string): string {
    return this.#read(reading).bare;
  }

  #read(reading: string): Written {
    let written = this.#written.get(reading);
    if (written === undefined) {
      const syllable = parsePinyin(reading);
      written = { bare: syllable?.base ?? reading, isToned: syllable?.tone !== 0, isSyllable: undefined };
      if (this.#written.size > MOST_WRITTEN) this.#written.clear();
      this.#written.set(reading, written);
    }
    return written;
  }
}

/** What is to be known of a reading as it is written. */
interface Written {
  readonly bare: string;
  readonly isToned: boolean;
  /** Undefined until it is asked for. */
  isSyllable: boolean | undefined;
}

/** How many of them are kept: twice as many as there are readings with and without tone. */
const MOST_WRITTEN = 5000;

let shared: { readonly pinyin: PinyinTable; readonly readings: Readings } | undefined;

/** The readings of a language's table, made once. */
export function readingsOf(pinyin: PinyinTable): Readings {
  if (shared?.pinyin !== pinyin) shared = { pinyin, readings: new Readings(pinyin) };
  return shared.readings;
}
