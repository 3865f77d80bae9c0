/** How characters are read, for the many lookups of a search. */
import { isIdeograph } from '../../language/characters';
import type { PinyinTable } from '../../language/language';
import { samePinyin } from '../../language/pinyin';
import { withoutTone } from './site';

/** Readings of characters as units, without tone, kept, since the same few hundred are asked for again and again. */
export class Readings {
  readonly #pinyin: PinyinTable;
  readonly #kept = new Map<number, readonly string[]>();
  readonly #bare = new Map<string, string>();
  readonly #usual = new Map<number, string>();
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

  /** Whether this is the most usual reading of a character, as far as it is written: tone digits and missing tones are not held against it. */
  isUsual(unit: number, reading: string): boolean {
    let usual = this.#usual.get(unit);
    if (usual === undefined) this.#usual.set(unit, (usual = this.#pinyin.readings(String.fromCharCode(unit))[0] ?? ''));
    const bare = this.bare(reading);
    return usual === reading || (usual !== '' && bare === this.bare(usual) && (bare === reading || samePinyin(usual, reading)));
  }

  /** Whether any character can be read this way. */
  isSyllable(reading: string): boolean {
    return this.#pinyin.isSyllable(reading);
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
    let bare = this.#bare.get(reading);
    if (bare === undefined) {
      bare = withoutTone(reading);
      if (this.#bare.size > 5000) this.#bare.clear();
      this.#bare.set(reading, bare);
    }
    return bare;
  }
}

let shared: { readonly pinyin: PinyinTable; readonly readings: Readings } | undefined;

/** The readings of a language's table, made once. */
export function readingsOf(pinyin: PinyinTable): Readings {
  if (shared?.pinyin !== pinyin) shared = { pinyin, readings: new Readings(pinyin) };
  return shared.readings;
}
