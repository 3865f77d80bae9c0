/** Readings in brackets behind a character, 會(huì): how they are written, and whether they belong to the character. */
import { HAN, characterClasses, CharacterClass } from '../../language/characters';
import type { PinyinTable } from '../../language/language';
import { samePinyin } from '../../language/pinyin';
import { withoutTone } from './site';

/** A reading in brackets. */
export interface Annotation {
  /** As written, without spaces; of a repeated annotation the first. */
  readonly reading: string;
  /** Offset behind the last closing bracket. */
  readonly end: number;
  /** What only machines write: it is repeated, or padded with spaces. */
  readonly mechanical: boolean;
}

/** zhuāng is the longest reading. */
const LONGEST_READING = 6;

/** The annotation whose opening bracket stands at `at`; null when there is none. */
export function annotationAt(text: string, at: number): Annotation | null {
  return text.charCodeAt(at) === 0x28 ? annotationTail(text, at + 1) : null;
}

/** The same for an annotation whose opening bracket was lost: `at` is where its reading begins. */
export function annotationTail(text: string, at: number): Annotation | null {
  const first = readingEnd(text, at);
  if (first < 0) return null;
  const close = skipSpaces(text, first);
  if (text.charCodeAt(close) !== 0x29) return null;
  const reading = text.slice(at, first);
  let end = close + 1;
  let mechanical = close > first;
  // Repeats of the same reading belong to it.
  while (text.charCodeAt(end) === 0x28 && text.startsWith(reading, end + 1)) {
    const next = skipSpaces(text, end + 1 + reading.length);
    if (text.charCodeAt(next) !== 0x29) break;
    end = next + 1;
    mechanical = true;
  }
  return { reading, end, mechanical };
}

function readingEnd(text: string, at: number): number {
  const classes = characterClasses();
  let end = at;
  while (end < text.length && end - at <= LONGEST_READING) {
    const unit = text.charCodeAt(end);
    if (!((unit >= 0x61 && unit <= 0x7a) || (classes[unit]! & CharacterClass.TonedLetter) !== 0)) break;
    end++;
  }
  // A digit may stand for the tone.
  if (end > at && text.charCodeAt(end) >= 0x31 && text.charCodeAt(end) <= 0x35) end++;
  return end > at && end - at <= LONGEST_READING + 1 ? end : -1;
}

function skipSpaces(text: string, at: number): number {
  let end = at;
  while (end - at < 2 && (text.charCodeAt(end) === 0x20 || text.charCodeAt(end) === 0xa0)) end++;
  return end;
}

/** Readings of characters as units, without tone, kept, since the same few hundred are asked for again and again. */
export class Readings {
  readonly #pinyin: PinyinTable;
  readonly #kept = new Map<number, readonly string[]>();
  readonly #bare = new Map<string, string>();
  readonly #usual = new Map<number, string>();

  constructor(pinyin: PinyinTable) {
    this.#pinyin = pinyin;
  }

  /** Whether a character can be read this way; tone marks and tone digits do not count, since sites choose between tones blindly. */
  has(unit: number, reading: string): boolean {
    if ((characterClasses()[unit]! & HAN) === 0) return false;
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

  /** All readings of a character, without tone; empty when none is known. */
  of(unit: number): readonly string[] {
    let readings = this.#kept.get(unit);
    if (!readings) {
      readings = this.#pinyin.readings(String.fromCharCode(unit)).map(reading => this.bare(reading));
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
