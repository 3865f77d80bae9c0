/** Mandarin readings of characters, read from `pinyin.bin`, and pinyin as people and sites write it. */

/** Mandarin readings of characters. */
export interface PinyinTable {
  /** Readings with tone marks, most usual first, such as `['cháng', 'zhǎng']`; empty for unknown characters. */
  readings(char: string): readonly string[];
  /** All characters, simplified and traditional, that have this reading; with any tone when none is written. Any spelling that `parsePinyin` takes; an empty string when there is none. */
  charactersRead(reading: string): string;
  /** Whether `reading`, in any spelling, toneless included, belongs to the character. */
  isReadingOf(reading: string, char: string): boolean;
  /** Whether this is a Mandarin syllable in any spelling, with or without tone. */
  isSyllable(text: string): boolean;
}

/** First four bytes of the file: “WZP1”. */
export const PINYIN_MAGIC = 0x31505a57;

/** A syllable taken apart. */
export interface PinyinSyllable {
  /** Lower case, without tone, `ü` for ü and v: `lü`, `gou`. */
  readonly base: string;
  /** 1 to 4, 5 for a written neutral tone, 0 where no tone is written. */
  readonly tone: number;
}

const TONE_MARKS = '\u0304\u0301\u030c\u0300';

/**
 * A syllable as it may be written: `gòu`, `gou4`, `GOU`, `lǜ`, `lv4`, `lu:4`; ɡ and ɑ (as some sites print them) count as g and a.
 * Any run of letters is accepted; whether it is a Mandarin syllable is for the table to say.
 * @returns undefined when it is empty, or holds anything but letters, one tone mark and one tone digit
 */
export function parsePinyin(text: string): PinyinSyllable | undefined {
  let tone = 0, base = '', ended = false;
  for (const c of text.trim().toLowerCase().replace(/ɡ/g, 'g').replace(/ɑ/g, 'a').replace(/u:/g, 'ü').replace(/v/g, 'ü').normalize('NFD')) {
    const mark = TONE_MARKS.indexOf(c) + 1;
    const digit = c >= '1' && c <= '5' ? Number(c) : 0;
    if (ended) return undefined; // a tone digit stands last
    if (mark > 0 || digit > 0) {
      if (tone !== 0 || base === '') return undefined;
      tone = mark || digit;
      ended = digit > 0;
    } else if (c === '\u0308' || c === '\u0302' || (c >= 'a' && c <= 'z')) base += c;
    else return undefined;
  }
  return base === '' ? undefined : { base: base.normalize('NFC'), tone };
}

/** Whether two writings can be the same reading: same letters, and the same tone wherever both write one. */
export function samePinyin(a: string, b: string): boolean {
  const x = parsePinyin(a), y = parsePinyin(b);
  return x !== undefined && y !== undefined && x.base === y.base && (x.tone === y.tone || x.tone % 5 === 0 || y.tone % 5 === 0);
}

/**
 * @param bytes the whole of `pinyin.bin`
 * @throws Error when it is not such a file
 */
export function openPinyinTable(bytes: Uint8Array): PinyinTable {
  return new PackedPinyin(bytes);
}

/** Layout: magic u32, bytes of the reading names u16, number of ranges u16, names (UTF-8, by spaces), then per range first u16, last u16 and per unit a count u8 with as many reading ids u16. */
class PackedPinyin implements PinyinTable {
  readonly #names: readonly string[];
  /** Reading ids by character. */
  readonly #ids = new Map<number, readonly number[]>();
  /** Characters by reading as in the table, and by reading without tone. */
  readonly #characters = new Map<string, string>();

  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < 8 || view.getUint32(0, true) !== PINYIN_MAGIC) throw new Error('pinyin.bin is not a pinyin table');
    let at = 8 + view.getUint16(4, true);
    this.#names = new TextDecoder().decode(bytes.subarray(8, at)).split(' ');
    const characters = this.#names.map((): string[] => []);
    for (let ranges = view.getUint16(6, true); ranges > 0; ranges--) {
      const first = view.getUint16(at, true), last = view.getUint16(at + 2, true);
      at += 4;
      for (let unit = first; unit <= last; unit++) {
        const count = bytes[at++]!;
        if (count === 0) continue;
        const ids = Array.from({ length: count }, (_, i) => view.getUint16(at + 2 * i, true));
        at += 2 * count;
        this.#ids.set(unit, ids);
        for (const id of ids) characters[id]!.push(String.fromCharCode(unit));
      }
    }
    this.#names.forEach((name, id) => {
      const { base } = parsePinyin(name)!, list = characters[id]!.join('');
      this.#characters.set(name, list);
      this.#characters.set(`${base}*`, (this.#characters.get(`${base}*`) ?? '') + list);
    });
  }

  readings(char: string): readonly string[] {
    return this.#ids.get(char.charCodeAt(0))?.map(id => this.#names[id]!) ?? [];
  }

  charactersRead(reading: string): string {
    const syllable = parsePinyin(reading);
    if (syllable === undefined) return '';
    return this.#characters.get(syllable.tone === 0 ? `${syllable.base}*` : spell(syllable)) ?? '';
  }

  isReadingOf(reading: string, char: string): boolean {
    const ids = this.#ids.get(char.charCodeAt(0)), syllable = parsePinyin(reading);
    if (ids === undefined || syllable === undefined) return false;
    return ids.some(id => samePinyin(this.#names[id]!, reading));
  }

  isSyllable(text: string): boolean {
    const syllable = parsePinyin(text);
    return syllable !== undefined && this.#characters.has(`${syllable.base}*`);
  }
}

/** The dictionary form of a syllable: the tone mark on a or e, on the o of ou, else on the last vowel. */
function spell({ base, tone }: PinyinSyllable): string {
  if (tone === 0 || tone === 5) return base;
  const at = /[ae]/.test(base) ? base.search(/[ae]/) : base.includes('ou') ? base.indexOf('o') : Math.max(...[...'iouü'].map(vowel => base.lastIndexOf(vowel)));
  const place = at < 0 ? 0 : at;
  return (base.slice(0, place + 1) + TONE_MARKS[tone - 1]! + base.slice(place + 1)).normalize('NFC');
}
