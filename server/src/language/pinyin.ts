/** Mandarin readings of characters, read from `pinyin.bin`, and pinyin as people and sites write it. */

/** Mandarin readings of characters. */
export interface PinyinTable {
  /**
   * Readings with tone marks, most usual first, such as `['cháng', 'zhǎng']`; empty for unknown characters.
   * Characters with the same readings share a list.
   */
  readings(char: string): readonly string[];
  /** Whether this is a Mandarin syllable in any spelling, with or without tone. */
  isSyllable(text: string): boolean;
}

/** First four bytes of the file: “WZP2”. */
export const PINYIN_MAGIC = 0x32505a57;

/** A syllable taken apart. */
export interface PinyinSyllable {
  /** Lower case, without tone, `ü` for ü and v: `lü`, `gou`. */
  readonly base: string;
  /** 1 to 4, 5 for a written neutral tone, 0 where no tone is written. */
  readonly tone: number;
}

const TONE_MARKS = '\u0304\u0301\u030c\u0300';

/** The tone digit of syllables without a tone; some write 0. */
const NEUTRAL = 5;

/**
 * A syllable as it may be written: `gòu`, `gou4`, `GOU`, `lǜ`, `lv4`, `lu:4`; ɡ and ɑ (as some sites print them) count as g and a.
 * Any run of letters is accepted; whether it is a Mandarin syllable is for the table to say.
 * @returns undefined when it is empty, or holds anything but letters, one tone mark and one tone digit
 */
export function parsePinyin(text: string): PinyinSyllable | undefined {
  let tone = 0;
  let base = '';
  let ended = false;
  for (const c of inUsualLetters(text.trim().toLowerCase()).normalize('NFD')) {
    const mark = TONE_MARKS.indexOf(c) + 1;
    const digit = c >= '1' && c <= '5' ? Number(c) : c === '0' ? NEUTRAL : 0;
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

function inUsualLetters(text: string): string {
  return /[ɡɑ:v]/.test(text) ? text.replace(/ɡ/g, 'g').replace(/ɑ/g, 'a').replace(/u:|v/g, 'ü') : text;
}

/** Whether two writings can be the same reading: same letters, and the same tone wherever both write one. */
export function samePinyin(a: string, b: string): boolean {
  const x = parsePinyin(a);
  const y = parsePinyin(b);
  return x !== undefined && y !== undefined && x.base === y.base && (x.tone === y.tone || x.tone % 5 === 0 || y.tone % 5 === 0);
}

/** Ideographs of the table: first and last of each block. */
export const PINYIN_BLOCKS = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
] as const;

/**
 * Opens the table.
 * @param bytes the whole of `pinyin.bin`: magic u32, bytes of the rows u32, rows (UTF-8; a row is the readings of some characters
 *   by spaces, rows end with line feeds, the first is empty), then for each unit of `PINYIN_BLOCKS` the number of its row u16
 * @throws Error when it is not such a file
 */
export function openPinyinTable(bytes: Uint8Array): PinyinTable {
  return new PackedPinyin(bytes);
}

class PackedPinyin implements PinyinTable {
  readonly #rows: readonly string[];
  /** The readings of a row; taken apart when first asked for. */
  readonly #lists: (readonly string[])[] = [];
  readonly #view: DataView;
  /** Where the numbers begin. */
  readonly #numbers: number;
  /** All syllables without tone; made when first asked for. */
  #bases: ReadonlySet<string> | undefined;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < 8 || this.#view.getUint32(0, true) !== PINYIN_MAGIC) throw new Error('pinyin.bin is not a pinyin table');
    this.#numbers = 8 + this.#view.getUint32(4, true);
    this.#rows = new TextDecoder().decode(bytes.subarray(8, this.#numbers)).split('\n');
  }

  readings(char: string): readonly string[] {
    const number = this.#rowOf(char.charCodeAt(0));
    return (this.#lists[number] ??= this.#rows[number]!.split(' ').filter(Boolean));
  }

  isSyllable(text: string): boolean {
    const syllable = parsePinyin(text);
    // Rows repeat the same fourteen hundred readings.
    this.#bases ??= new Set(Array.from(new Set(this.#rows.join(' ').split(/ +/)), reading => parsePinyin(reading)?.base ?? ''));
    return syllable !== undefined && this.#bases.has(syllable.base);
  }

  /** The number of a character's row; 0, the empty one, for unknown characters. */
  #rowOf(unit: number): number {
    let offset = this.#numbers;
    for (const [first, last] of PINYIN_BLOCKS) {
      if (unit >= first && unit <= last) return this.#view.getUint16(offset + 2 * (unit - first), true);
      offset += 2 * (last - first + 1);
    }
    return 0;
  }
}
