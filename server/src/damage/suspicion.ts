/** The cheap look for text that was read in the wrong charset: clusters of characters that are rare in Chinese. */
import { CharacterClass, characterClasses } from '../language/characters';
import { gbkTables } from '../language/codecs/gbk';
import type { Spot } from './kind';

const C = CharacterClass;

/** Bits that a text must have to hold a cluster. */
export const STRANGE_CLASSES = C.HanRare | C.Kana | C.Hangul | C.Broken | C.PrivateUse | C.SingleByte | C.Surrogate | C.Compatibility;

/** The sum of weights from which a cluster is worth a search. */
export const SUSPICION = 2.5;

const inRange = (from: number, to: number) => (unit: number): boolean => unit >= from && unit <= to;
const is = (classes: number) => (_: number, bits: number): boolean => (bits & classes) !== 0;

/** How suspicious a unit is by itself; ordinary text brings the sum down. The first row that fits counts. */
const WEIGHTS: readonly (readonly [fits: (unit: number, bits: number) => boolean, weight: number])[] = [
  [(unit, bits) => unit < 0x80 && (bits & C.Broken) !== 0, 0.5],
  [unit => unit === 0x20 || unit === 0x3f, 0],
  [inRange(0, 0x7f), -0.3],
  [is(C.Invisible), 0],
  [unit => unit === 0xfffd, 0.5],
  [is(C.Broken | C.PrivateUse), 2],
  [is(C.HanCommon), -0.5],
  [is(C.HanRare), 1],
  // Brackets of a small form are Big5's for the full stop and the enumeration comma of GBK.
  [inRange(0xfe5b, 0xfe5e), 2],
  // Small forms are Big5's marks for bytes that mean ideographs and marks elsewhere.
  [inRange(0xfe30, 0xfe6b), 0.9],
  [inRange(0xffe0, 0xffe6), 0.9],
  // Half-width marks are Shift_JIS's, as its half-width letters are.
  [inRange(0xff61, 0xff65), 0.7],
  // Bopomofo stands in textbooks, and is Big5's for GBK's commonest marks.
  [inRange(0x3105, 0x3129), 1.6],
  [is(C.ChinesePunctuation), -0.1],
  [is(C.SingleByte), 0.9],
  [is(C.Hangul), 1.3],
  [is(C.Kana), 0.7],
  [() => true, 1],
];

function weight(unit: number, bits: number): number {
  return WEIGHTS.find(([fits]) => fits(unit, bits))![1];
}

/** Bit of a character whose first byte in GBK is C2 or C3. */
const DOUBLED = 0x80;

interface Looks {
  /** By unit: its weight as an index, and `DOUBLED`. */
  readonly of: Uint8Array;
  readonly weights: Float64Array;
}

let looks: Looks | undefined;

/**
 * How every unit looks, made once: all text is gone through. With C2 and C3 UTF-8 spells all of Latin-1: many characters that begin so
 * are in everyday use, but text that was misread as Latin-1 and then as GBK has nothing else (氓庐聣 盲潞陇).
 */
function looksOfUnits(): Looks {
  if (!looks) {
    const classes = characterClasses(), of = new Uint8Array(0x10000), weights: number[] = [];
    for (let unit = 0; unit < of.length; unit++) {
      const w = weight(unit, classes[unit]!), known = weights.indexOf(w);
      of[unit] = known >= 0 ? known : weights.push(w) - 1;
    }
    const { toUnicode } = gbkTables();
    for (const lead of [0xc200, 0xc300]) for (let trail = 0x80; trail <= 0xbf; trail++) if (toUnicode[lead | trail] !== 0) of[toUnicode[lead | trail]!]! |= DOUBLED;
    looks = { of, weights: Float64Array.from(weights) };
  }
  return looks;
}

/** From so many of them in a row on they count as strange. */
const IN_A_ROW = 4;

/** Marks that Chinese shares with single-byte character sets: “ or … may be the first byte of a pair. */
function isSign(unit: number): boolean {
  return unit > 0x7f && unit < 0x2e80;
}

/**
 * Clusters of characters that are rare in Chinese.
 * @returns sorted, not overlapping
 */
export function suspiciousSpots(text: string, threshold = SUSPICION): Spot[] {
  const { of, weights } = looksOfUnits(), spots: Spot[] = [];
  let sum = 0, start = 0, best = 0, last = 0, row = 0;
  const close = (): void => {
    if (best >= threshold) {
      const from = spots[spots.length - 1]?.end ?? 0;
      while (start > from && isSign(text.charCodeAt(start - 1))) start--;
      // A soft hyphen is a first byte as well, the second may be a letter.
      while (start > from + 1 && text[start - 2] === '\xad') start -= 2;
      spots.push({ start, end: last });
    }
    sum = best = 0;
  };
  for (let i = 0; i < text.length; i++) {
    const look = of[text.charCodeAt(i)]!;
    row = look >= DOUBLED ? row + 1 : 0;
    const w = row >= IN_A_ROW ? 1 : weights[look & ~DOUBLED]!;
    if (sum <= 0) { if (w <= 0) continue; start = i - Math.max(0, row - 1); sum = best = 0; }
    sum = Math.min(sum + w, 6);
    if (w > 0) { best = Math.max(best, sum); last = i + 1; }
    if (sum <= 0) close();
  }
  close();
  return spots;
}
