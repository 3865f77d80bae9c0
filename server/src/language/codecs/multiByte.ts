/** Character sets of one and two (GB 18030: four) bytes a character. */
import { decodeEach, decodePairs } from './decoderTables';
import { HKSCS_ROWS } from './hkscsTable';
import type { Codec } from './types';

/** Pairs `lead << 8 | trail`, and single bytes, to code points; 0 where nothing is assigned. */
interface Tables {
  readonly toUnicode: Uint32Array;
  readonly fromUnicode: Uint16Array;
  /** Code points outside the basic plane. */
  readonly astral: Map<number, number>;
}

/** Characters of Big5 that are written with the last of their pairs (WHATWG, index Big5 pointer). */
const BIG5_LAST: ReadonlySet<number> = new Set([0x2550, 0x255e, 0x2561, 0x256a, 0x5341, 0x5345]);

/** Private-use characters with the pairs they stand for in decoders other than the platform's: first pair, last pair, first code point. */
type Aliases = readonly (readonly [number, number, number])[];

/**
 * Whether a character of which a pair is known already is written with a later one. Big5 proper comes before Hong Kong's rows 87-A0, which
 * repeat some of it; of its own repetitions WHATWG writes the last of six. IBM's rows FA-FC of Shift_JIS come before NEC's copy of them.
 */
function isPreferred(charset: string, pair: number, known: number, codePoint: number): boolean {
  if (charset === 'big5') return BIG5_LAST.has(codePoint) || (pair >= 0xa100 && known >= 0x8700 && known < 0xa100);
  return charset === 'shift_jis' && pair >= 0xfa40 && known >= 0xed40 && known <= 0xeefc;
}

function readTables(charset: string, aliases: Aliases): Tables {
  const toUnicode = decodePairs(charset);
  const fromUnicode = new Uint16Array(0x10000);
  const astral = new Map<number, number>();
  for (let byte = 0; byte < 0x80; byte++) toUnicode[byte] = fromUnicode[byte] = byte;
  decodeEach(
    charset,
    Uint8Array.from({ length: 0x80 }, (_, i) => 0x80 + i),
    1,
    (i, codePoint) => {
      const byte = 0x80 + i;
      toUnicode[byte] = codePoint;
      fromUnicode[codePoint] ||= byte;
      // It begins no pair.
      toUnicode.fill(0, byte << 8, (byte + 1) << 8);
    },
  );
  for (let pair = 0x8140; pair <= 0xfefe; pair++) {
    const codePoint = toUnicode[pair]!;
    if (codePoint === 0) continue;
    if (codePoint > 0xffff) {
      if (!astral.has(codePoint)) astral.set(codePoint, pair);
    } else {
      const known = fromUnicode[codePoint]!;
      if (known === 0 || isPreferred(charset, pair, known, codePoint)) fromUnicode[codePoint] = pair;
    }
  }
  for (const [from, to, first] of aliases) {
    let codePoint = first;
    for (let pair = from; pair <= to; pair++) {
      const trail = pair & 0xff;
      if (trail === 0x7f || trail === 0xff || (trail < (from & 0xff) && from >> 8 !== to >> 8)) continue;
      if (trail > (to & 0xff) && from >> 8 !== to >> 8) continue;
      if (toUnicode[pair] === 0) toUnicode[pair] = codePoint;
      if (fromUnicode[codePoint] === 0) fromUnicode[codePoint] = pair;
      codePoint++;
    }
  }
  return { toUnicode, fromUnicode, astral };
}

/** Of characters that several pairs are read as the pair that is not written, from a first pair on. */
function otherPairs({ toUnicode, fromUnicode }: Tables, first: number, last: number): Uint16Array {
  const others = new Uint16Array(0x10000);
  for (let pair = first; pair <= last; pair++) {
    const codePoint = toUnicode[pair]!;
    if (codePoint !== 0 && codePoint <= 0xffff && fromUnicode[codePoint] !== pair) others[codePoint] = pair;
  }
  return others;
}

/** @param repeated first and last pair among which characters stand a second time; none where left out */
function doubleByteCodec(tables: Tables, repeated?: readonly [first: number, last: number]): Codec {
  const { toUnicode, fromUnicode, astral } = tables;
  let others: Uint16Array | undefined;
  return {
    ...(repeated && { otherPair: codePoint => (others ??= otherPairs(tables, ...repeated))[codePoint] ?? 0 }),
    encodeInto(codePoint, out, at) {
      const pair = codePoint > 0xffff ? (astral.get(codePoint) ?? 0) : fromUnicode[codePoint]!;
      if (pair === 0 && codePoint !== 0) return 0;
      if (pair < 0x100) {
        out[at] = pair;
        return 1;
      }
      out[at] = pair >> 8;
      out[at + 1] = pair & 0xff;
      return 2;
    },
    decodeAt(bytes, at, end) {
      const lead = bytes[at]!;
      if (toUnicode[lead] !== 0 || lead === 0) return toUnicode[lead]! * 8 + 1;
      if (at + 2 > end) return -1;
      const codePoint = toUnicode[(lead << 8) | bytes[at + 1]!]!;
      return codePoint === 0 ? -1 : codePoint * 8 + 2;
    },
  };
}

/** GB 18030-2000 puts private-use characters where later versions and WHATWG have standard ones (or none). */
const GB18030_ALIASES: Aliases = [
  [0xa6d9, 0xa6df, 0xe78d],
  [0xa6ec, 0xa6ed, 0xe794],
  [0xa6f3, 0xa6f3, 0xe796],
  [0xa8bc, 0xa8bc, 0xe7c7],
  [0xa8bf, 0xa8bf, 0xe7c8],
  [0xa989, 0xa995, 0xe7e7],
  [0xfe50, 0xfea0, 0xe815],
  // CP936 of Windows: the user-defined zones, column by column.
  [0xaaa1, 0xaffe, 0xe000],
  [0xf8a1, 0xfefe, 0xe234],
  [0xa140, 0xa7a0, 0xe4c6],
];

/** How many four-byte forms the basic plane has: 81308130 to 8431A439. */
const BASIC_FORMS = 39_420;
/** The number of 90308130, which is U+10000, counted from 81308130; those of the supplementary planes follow in order. */
const FIRST_SUPPLEMENTARY = 189_000;

/** Writes the four-byte form with this number. */
function putFourBytes(number: number, out: number[] | Uint8Array, at: number): void {
  out[at] = 0x81 + Math.floor(number / 12_600);
  out[at + 1] = 0x30 + (Math.floor(number / 1260) % 10);
  out[at + 2] = 0x81 + (Math.floor(number / 10) % 126);
  out[at + 3] = 0x30 + (number % 10);
}

/** GB 18030 with its four-byte forms; 80 is € and FF U+F8F5 as in CP936. */
export function gb18030Codec(): Codec {
  const tables = readTables('gb18030', GB18030_ALIASES);
  const pairs = doubleByteCodec(tables);
  // The four-byte forms are rare: their table waits until one is met.
  let fourBytes: FourByteTables | undefined;
  const table = (): FourByteTables => (fourBytes ??= fourByteTables());
  return {
    encodeInto(codePoint, out, at) {
      const length = pairs.encodeInto(codePoint, out, at);
      if (length > 0) return length;
      const number = codePoint > 0xffff ? codePoint - 0x10000 + FIRST_SUPPLEMENTARY : table().fromUnicode[codePoint]! - 1;
      if (number < 0) return 0;
      putFourBytes(number, out, at);
      return 4;
    },
    decodeAt(bytes, at, end) {
      const second = at + 1 < end ? bytes[at + 1]! : 0;
      if (second < 0x30 || second > 0x39 || bytes[at]! < 0x81) return pairs.decodeAt(bytes, at, end);
      if (at + 4 > end || bytes[at]! === 0xff) return -1;
      const third = bytes[at + 2]!;
      const fourth = bytes[at + 3]!;
      if (third < 0x81 || third > 0xfe || fourth < 0x30 || fourth > 0x39) return -1;
      const number = (((bytes[at]! - 0x81) * 10 + second - 0x30) * 126 + third - 0x81) * 10 + fourth - 0x30;
      const codePoint = number >= FIRST_SUPPLEMENTARY ? number - FIRST_SUPPLEMENTARY + 0x10000 : (table().toUnicode[number] ?? 0);
      return codePoint === 0 || codePoint > 0x10ffff ? -1 : codePoint * 8 + 4;
    },
  };
}

/** The four-byte forms of the basic plane, 81308130 to 8431A439, by their number in that order. */
interface FourByteTables {
  readonly toUnicode: Uint16Array;
  /** Number plus one; 0 for characters that have no four-byte form. */
  readonly fromUnicode: Uint16Array;
}

function fourByteTables(): FourByteTables {
  const bytes = new Uint8Array(BASIC_FORMS * 4);
  for (let number = 0; number < BASIC_FORMS; number++) putFourBytes(number, bytes, number * 4);
  const toUnicode = new Uint16Array(BASIC_FORMS);
  const fromUnicode = new Uint16Array(0x10000);
  decodeEach('gb18030', bytes, 4, (number, codePoint) => {
    toUnicode[number] = codePoint;
    fromUnicode[codePoint] = number + 1;
  });
  return { toUnicode, fromUnicode };
}

/** Where CP950 and older HKSCS fonts put private-use characters: first pair, last pair, first code point; 157 to a lead byte. */
const BIG5_PRIVATE_USE: Aliases = [
  [0xfa40, 0xfefe, 0xe000],
  [0x8e40, 0xa0fe, 0xe311],
  [0x8140, 0x8dfe, 0xeeb8],
  [0xc6a1, 0xc8fe, 0xf6b1],
];

/** Big5 with HKSCS as WHATWG has it, whatever the platform knows of it, and the private-use zones of CP950 where it has nothing. */
export function big5Codec(): Codec {
  const tables = readTables('big5', []);
  const { toUnicode, fromUnicode, astral } = tables;
  const trails = Array.from({ length: 0xff }, (_, i) => i).filter(trail => (trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1);
  for (const [lead, row] of HKSCS_ROWS) {
    [...row].forEach((char, i) => {
      if (char === ' ') return;
      const pair = (lead << 8) | trails[i]!;
      const codePoint = char.codePointAt(0)!;
      toUnicode[pair] = codePoint;
      if (codePoint > 0xffff) {
        if (!astral.has(codePoint)) astral.set(codePoint, pair);
      } else if (fromUnicode[codePoint] === 0) fromUnicode[codePoint] = pair;
    });
  }
  for (const [from, to, first] of BIG5_PRIVATE_USE) {
    let codePoint = first;
    for (let lead = from >> 8; lead <= to >> 8; lead++) {
      for (const trail of trails) {
        const pair = (lead << 8) | trail;
        if (pair < from) continue;
        if (toUnicode[pair] === 0) toUnicode[pair] = codePoint;
        fromUnicode[codePoint++] = pair;
      }
    }
  }
  return doubleByteCodec(tables, [0xa140, 0xfefe]);
}

/** The characters from one to another, both included. */
function range(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCharCode(first + i)).join('');
}

/** From C6A1 on in the table of 1994: kana, Cyrillic and numbers, in other places than ETEN's, which WHATWG has. */
const CONSORTIUM_ROWS = `ヾゝゞ々${range(0x3041, 0x3093)}${range(0x30a1, 0x30f6)}ДЕЁЖЗИЙКЛМ${range(0x423, 0x435)}ё${range(0x436, 0x44f)}${range(0x2460, 0x2469)}${range(0x2474, 0x247d)}`;
/** Signs that it reads as others: pair and character. */
const CONSORTIUM_SIGNS: readonly (readonly [number, string])[] = [
  [0xa145, '•'],
  [0xa14e, '､'],
  [0xa1c2, '‾'],
  [0xa1e3, '∼'],
  [0xa1f2, '♁'],
  [0xa1f3, '☉'],
  [0xa241, '／'],
  [0xa242, '＼'],
  [0xa244, '¥'],
  [0xa246, '¢'],
  [0xa247, '£'],
];

/**
 * Big5 by the first table of the Unicode Consortium (BIG5.TXT), which Python and other programs that do not decode as browsers do follow.
 */
export function consortiumBig5Codec(): Codec {
  const tables = readTables('big5', []);
  const { toUnicode, fromUnicode } = tables;
  toUnicode.fill(0, 0x8140, 0xa140);
  toUnicode.fill(0, 0xc6a1, 0xc900);
  let pair = 0xc6a1;
  const learn = (at: number, char: string): void => {
    toUnicode[at] = char.charCodeAt(0);
    fromUnicode[toUnicode[at]!] = at;
  };
  for (const char of CONSORTIUM_ROWS) {
    learn(pair, char);
    pair += (pair & 0xff) === 0x7e ? 0xa1 - 0x7e : (pair & 0xff) === 0xfe ? 0x140 - 0xfe : 1;
  }
  for (const [at, char] of CONSORTIUM_SIGNS) learn(at, char);
  for (let unit = 0; unit < fromUnicode.length; unit++) if (toUnicode[fromUnicode[unit]!] !== unit) fromUnicode[unit] = 0;
  tables.astral.clear();
  return doubleByteCodec(tables, [0xa140, 0xfefe]);
}

/** What Windows reads single bytes as that its Shift_JIS leaves empty; others read A0 as in Latin-1. */
const SHIFT_JIS_SINGLE: readonly (readonly [byte: number, codePoint: number])[] = [
  [0x80, 0x80],
  [0xa0, 0xa0],
  [0xa0, 0xf8f0],
  [0xfd, 0xf8f1],
  [0xfe, 0xf8f2],
  [0xff, 0xf8f3],
];

/** Shift_JIS as Windows has it: NEC's rows ED and EE are read as the characters that are written with IBM's rows FA to FC. */
export function shiftJisCodec(): Codec {
  const tables = readTables('shift_jis', []);
  for (const [byte, codePoint] of SHIFT_JIS_SINGLE) {
    tables.toUnicode[byte] = codePoint;
    tables.fromUnicode[codePoint] = byte;
  }
  return doubleByteCodec(tables, [0xed40, 0xeefc]);
}

/** The extended Unix code of Japan, without its forms of three bytes. */
export function eucJpCodec(): Codec {
  return doubleByteCodec(readTables('euc-jp', []));
}

/** Euro, registered and postcode, which KS X 1001 got later. */
const KS_X_1001_ADDITIONS: Aliases = [
  [0xa2e6, 0xa2e6, 0x20ac],
  [0xa2e7, 0xa2e7, 0xae],
  [0xa2e8, 0xa2e8, 0x327e],
];

/** The first and the last of the trail bytes, in three groups, with which Windows writes the syllables that KS X 1001 lacks. */
const UHC_TRAILS = [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0x81, 0xfe],
] as const;

/**
 * The extended Unix code of Korea with the other syllables in the order of Unicode, as Windows (UHC, code page 949) and browsers have it
 * (WHATWG), whatever the platform knows of it.
 */
export function eucKrCodec(): Codec {
  const tables = readTables('euc-kr', KS_X_1001_ADDITIONS);
  const { toUnicode, fromUnicode } = tables;
  // The platform reads C1 controls, where these pairs begin.
  toUnicode.fill(0, 0x81, 0xa1);
  let syllable = 0xac00;
  for (let lead = 0x81; lead <= 0xc6; lead++) {
    for (const [first, last] of UHC_TRAILS) {
      // From A1 on the rows of KS X 1001 begin.
      for (let trail: number = first; trail <= (lead > 0xa0 ? Math.min(last, 0xa0) : last); trail++) {
        while (syllable <= 0xd7a3 && isInKsX1001(fromUnicode[syllable]!)) syllable++;
        if (syllable > 0xd7a3) break;
        toUnicode[(lead << 8) | trail] = syllable;
        fromUnicode[syllable++] = (lead << 8) | trail;
      }
    }
  }
  return doubleByteCodec(tables);
}

function isInKsX1001(pair: number): boolean {
  return pair >= 0xa1a1 && (pair & 0xff) >= 0xa1;
}
