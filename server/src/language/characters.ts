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

/** The ranges of each class, in hexadecimal. */
const RANGES: readonly (readonly [bit: number, ranges: string])[] = [
  [CharacterClass.Kana, '3041-30FF 3105-312F 31A0-31FF FF66-FF9F'],
  [CharacterClass.Hangul, '1100-11FF 3131-318E A960-A97C AC00-D7FB FFA0-FFDC'],
  [CharacterClass.ChinesePunctuation, '3000-3003 3008-3020 3030 FE10-FE19 FE30-FE6B FF01-FF0F FF1A-FF20 FF3B-FF40 FF5B-FF65 FFE0-FFE6'],
  [CharacterClass.FullwidthAlphanumeric, 'FF10-FF19 FF21-FF3A FF41-FF5A'],
  [CharacterClass.Letter, '0041-005A 0061-007A'],
  [CharacterClass.Digit, '0030-0039'],
  [CharacterClass.AsciiPunctuation, '0021-002F 003A-0040 005B-0060 007B-007E'],
  [CharacterClass.Broken, '0000-0008 000B-000C 000E-001F 007F-009F FDD0-FDEF FFFD-FFFF'],
  [CharacterClass.PrivateUse, 'E000-F8FF'],
  [
    CharacterClass.Invisible,
    '00AD 034F 061C 115F-1160 17B4-17B5 180B-180F 200B-200F 2028-202E 2060-206F 3164 FE00-FE0F FEFF FFA0 FFF0-FFFB',
  ],
  [CharacterClass.Compatibility, '2E80-2FD5 31C0-31E3 F900-FAD9'],
  [CharacterClass.SingleByte, '00A0-024F 0370-052F 0591-06D2 0E01-0E5B 2500-25A1'],
  [CharacterClass.Surrogate, 'D800-DFFF'],
];

/** Single characters of each class. */
const MEMBERS: readonly (readonly [bit: number, characters: string])[] = [
  [CharacterClass.ChinesePunctuation, '“”‘’—…·'],
  [CharacterClass.TonedLetter, TONED_LETTERS + TONED_LETTERS.toUpperCase().replace(/[^\u00c0-\u1eff]/g, '')],
  [CharacterClass.SingleByte, SINGLE_BYTE_SIGNS],
  // The geta mark stands for a character that a font lacked, as `?` for one that a charset lacked.
  [CharacterClass.QuestionMark, '?〓'],
  [CharacterClass.Ampersand, '&'],
  [CharacterClass.PercentSign, '%'],
  [CharacterClass.Backslash, '\\'],
  [CharacterClass.EqualsSign, '='],
  [CharacterClass.Tilde, '~'],
  [CharacterClass.PlusSign, '+'],
  [CharacterClass.Comma, ','],
  [CharacterClass.Space, ' \u00a0\u3000'],
  [CharacterClass.MemoryFill, MEMORY_FILL],
  [CharacterClass.MisreadSpace, MISREAD_SPACE],
];

/** Blocks of ideographs: extension A, and the unified ideographs of the basic plane. */
const IDEOGRAPHS = '3400-4DBF 4E00-9FFF';

/** First and last unit of each of such ranges. */
const parse = (ranges: string): readonly (readonly [first: number, last: number])[] =>
  ranges.split(' ').map(range => {
    const [first, last = first] = range.split('-');
    return [parseInt(first!, 16), parseInt(last!, 16)];
  });

/** The loops are bare because they run over all units when the program has just started and nothing is compiled yet. */
function build(): Uint32Array {
  const table = new Uint32Array(0x10000);
  const fold = simplifiedTable();
  const gbk = gbkTables().fromUnicode;
  for (const [first, last] of parse(IDEOGRAPHS))
    for (let unit = first; unit <= last; unit++) {
      // GB 2312 level 1 is B0A1-D7F9 by pinyin; what follows is ordered by radical.
      const pair = gbk[fold[unit]!]!;
      table[unit] = pair >= 0xb0a1 && pair <= 0xd7f9 && (pair & 0xff) >= 0xa1 ? CharacterClass.HanCommon : CharacterClass.HanRare;
    }
  for (const [bit, ranges] of RANGES)
    for (const [first, last] of parse(ranges)) for (let unit = first; unit <= last; unit++) table[unit]! |= bit;
  for (const [bit, characters] of MEMBERS) for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)]! |= bit;
  for (let unit = 0; unit < fold.length; unit++) if (fold[unit] !== unit) table[unit]! |= CharacterClass.Traditional;
  return table;
}
