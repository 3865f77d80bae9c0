/**
 * What kind of character a UTF-16 unit is: a set of bits for every unit, looked up in a table, so that one pass over the char codes
 * of a text tells which rules have anything to look for in it.
 */
import { gbkTables } from './codecs/gbk';
import { simplifiedTable } from './script';

/** Bits of `characterClasses()`. A unit can carry several; line breaks and most symbols carry none. */
export const CharacterClass = {
  /** Ideograph in everyday use: GB 2312 level 1 (3,755 characters), or a traditional form of one. */
  HanCommon: 1 << 0,
  /** Any other unified ideograph of the basic plane, extension A included. */
  HanRare: 1 << 1,
  /** Hiragana, katakana, half-width katakana, bopomofo. */
  Kana: 1 << 2,
  /** Hangul syllables and jamo. */
  Hangul: 1 << 3,
  /** Punctuation of Chinese typesetting: CJK symbols, full-width and small forms, “ ” ‘ ’ — … · */
  ChinesePunctuation: 1 << 4,
  /** Full-width digits and letters ０-９ Ａ-Ｚ ａ-ｚ. */
  FullwidthAlphanumeric: 1 << 5,
  Letter: 1 << 6,
  Digit: 1 << 7,
  AsciiPunctuation: 1 << 8,
  /** Never part of a text: C0 but tab, LF, CR; DEL; C1; U+FFFD; noncharacters. */
  Broken: 1 << 9,
  PrivateUse: 1 << 10,
  /** Zero-width characters, soft hyphen, byte order mark, direction marks, joiners, variation selectors, Hangul fillers. */
  Invisible: 1 << 11,
  /** Kangxi and CJK radicals, compatibility ideographs, and the other forms that NFKC takes for ideographs. */
  Compatibility: 1 << 12,
  /** Letters of pinyin with a tone mark, ü and ê; also ɡ and ɑ, which sites use for g and a. */
  TonedLetter: 1 << 13,
  /**
   * Letters and signs of single-byte character sets: Latin-1, Latin Extended, Greek, Cyrillic,
   * Hebrew, Arabic, Thai, † ‡ ‰ ™ €, box drawing.
   */
  SingleByte: 1 << 14,
  /** Half of a character outside the basic plane. */
  Surrogate: 1 << 15,
  // Single marks that damage shows in and that are rare in Chinese text; they carry `AsciiPunctuation` as well.
  QuestionMark: 1 << 16,
  Ampersand: 1 << 17,
  PercentSign: 1 << 18,
  Backslash: 1 << 19,
  EqualsSign: 1 << 20,
  Tilde: 1 << 21,
  PlusSign: 1 << 22,
  Comma: 1 << 23,
  /** Space, no-break space and ideographic space. */
  Space: 1 << 24,
  /** A traditional form: a character that folds to another one. */
  Traditional: 1 << 25,
  /** A character that fills memory that was never written: CC, CD, DD, FE and EF BB read as GBK. */
  MemoryFill: 1 << 26,
  /** What a no-break space of UTF-8, C2 A0, is in GBK. */
  MisreadSpace: 1 << 27,
} as const;

/** Every ideograph bit: `HanCommon | HanRare`. */
export const HAN = CharacterClass.HanCommon | CharacterClass.HanRare;

/** Vowels and nasals of pinyin with a tone mark, in NFC, lower case. */
const TONED_LETTERS = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿêếềɡɑ';

/** The characters that fill memory that was never written, in both scripts. */
export const MEMORY_FILL = '烫燙屯葺铪鉿锘';

/** C2 A0 in GBK, a character of traditional Chinese. */
export const MISREAD_SPACE = '聽';

/** Signs of single-byte character sets outside the Latin, Greek and Cyrillic blocks. */
const SINGLE_BYTE_SIGNS = '‚„…†‡ˆ‰‹‘’“”•–—˜™›€';

let classes: Uint32Array | undefined;

/** Class bits for every UTF-16 unit (65,536 entries), built on first use in a few milliseconds. Do not write to it. */
export function characterClasses(): Uint32Array {
  return (classes ??= build());
}

/** Whether a UTF-16 unit is an ideograph; NaN is none. */
export function isIdeograph(unit: number): boolean {
  return (characterClasses()[unit]! & HAN) !== 0;
}

/** All class bits that occur in a range of a text; 0 when it holds nothing but symbols and line breaks. */
export function classesIn(text: string, start: number, end: number): number {
  const table = characterClasses();
  let bits = 0;
  for (let at = start; at < end; at++) bits |= table[text.charCodeAt(at)]!;
  return bits;
}

function build(): Uint32Array {
  const table = new Uint32Array(0x10000);
  const fold = simplifiedTable();
  const gbk = gbkTables().fromUnicode;
  const mark = (bit: number, ...ranges: readonly (readonly [number, number])[]): void => {
    for (const [from, to] of ranges) for (let unit = from; unit <= to; unit++) table[unit]! |= bit;
  };
  const markAll = (bit: number, characters: string): void => {
    for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)]! |= bit;
  };
  const C = CharacterClass;
  for (const [from, to] of [
    [0x3400, 0x4dbf],
    [0x4e00, 0x9fff],
  ] as const) {
    for (let unit = from; unit <= to; unit++) {
      // GB 2312 level 1 is B0A1-D7F9 by pinyin; what follows is ordered by radical.
      const pair = gbk[fold[unit]!]!;
      table[unit] = pair >= 0xb0a1 && pair <= 0xd7f9 && (pair & 0xff) >= 0xa1 ? C.HanCommon : C.HanRare;
    }
  }
  mark(C.Kana, [0x3041, 0x30ff], [0x3105, 0x312f], [0x31a0, 0x31ff], [0xff66, 0xff9f]);
  mark(C.Hangul, [0x1100, 0x11ff], [0x3131, 0x318e], [0xa960, 0xa97c], [0xac00, 0xd7fb], [0xffa0, 0xffdc]);
  mark(
    C.ChinesePunctuation,
    [0x3000, 0x3003],
    [0x3008, 0x3020],
    [0x3030, 0x3030],
    [0xfe10, 0xfe19],
    [0xfe30, 0xfe6b],
    [0xff01, 0xff0f],
    [0xff1a, 0xff20],
    [0xff3b, 0xff40],
    [0xff5b, 0xff65],
    [0xffe0, 0xffe6],
  );
  markAll(C.ChinesePunctuation, '“”‘’—…·');
  mark(C.FullwidthAlphanumeric, [0xff10, 0xff19], [0xff21, 0xff3a], [0xff41, 0xff5a]);
  mark(C.Letter, [0x41, 0x5a], [0x61, 0x7a]);
  mark(C.Digit, [0x30, 0x39]);
  mark(C.AsciiPunctuation, [0x21, 0x2f], [0x3a, 0x40], [0x5b, 0x60], [0x7b, 0x7e]);
  mark(C.Broken, [0, 8], [0x0b, 0x0c], [0x0e, 0x1f], [0x7f, 0x9f], [0xfdd0, 0xfdef], [0xfffd, 0xffff]);
  mark(C.PrivateUse, [0xe000, 0xf8ff]);
  mark(
    C.Invisible,
    [0xad, 0xad],
    [0x34f, 0x34f],
    [0x61c, 0x61c],
    [0x115f, 0x1160],
    [0x17b4, 0x17b5],
    [0x180b, 0x180f],
    [0x200b, 0x200f],
    [0x2028, 0x202e],
    [0x2060, 0x206f],
    [0x3164, 0x3164],
    [0xfe00, 0xfe0f],
    [0xfeff, 0xfeff],
    [0xffa0, 0xffa0],
    [0xfff0, 0xfffb],
  );
  mark(C.Compatibility, [0x2e80, 0x2fd5], [0x31c0, 0x31e3], [0xf900, 0xfad9]);
  markAll(C.TonedLetter, TONED_LETTERS + TONED_LETTERS.toUpperCase().replace(/[^\u00c0-\u1eff]/g, ''));
  mark(C.SingleByte, [0xa0, 0x24f], [0x370, 0x52f], [0x591, 0x6d2], [0xe01, 0xe5b], [0x2500, 0x25a1]);
  markAll(C.SingleByte, SINGLE_BYTE_SIGNS);
  mark(C.Surrogate, [0xd800, 0xdfff]);
  const single = {
    '?': C.QuestionMark,
    '&': C.Ampersand,
    '%': C.PercentSign,
    '\\': C.Backslash,
    '=': C.EqualsSign,
    '~': C.Tilde,
    '+': C.PlusSign,
    ',': C.Comma,
  };
  for (const [character, bit] of Object.entries(single)) markAll(bit, character);
  // The geta mark stands for a character that a font lacked, as `?` for one that a charset lacked.
  markAll(C.QuestionMark, '〓');
  markAll(C.Space, ' \u00a0\u3000');
  markAll(C.MemoryFill, MEMORY_FILL);
  markAll(C.MisreadSpace, MISREAD_SPACE);
  for (let unit = 0; unit < fold.length; unit++) if (fold[unit] !== unit) table[unit]! |= C.Traditional;
  return table;
}
