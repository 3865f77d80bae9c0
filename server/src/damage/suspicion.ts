/** The cheap look for text that was read in the wrong charset: clusters of characters that are rare in Chinese. */
import { CharacterClass, characterClasses } from '../language/characters';
import { gbkTables } from '../language/codecs/gbk';
import type { Spot } from './kind';

const C = CharacterClass;

/** Bits that a text must have to hold a cluster. */
export const STRANGE_CLASSES = C.HanRare | C.Kana | C.Hangul | C.Broken | C.PrivateUse | C.SingleByte | C.Surrogate | C.Compatibility;

/** The sum of weights from which a cluster is worth a search. */
export const SUSPICION = 2.5;

/** Units between two limits, of some classes, weigh the same; without limits or classes, all do. */
interface Weighed {
  readonly from?: number;
  readonly to?: number;
  readonly classes?: number;
  readonly weight: number;
}

/** How suspicious a unit is by itself; ordinary text brings the sum down. The first row that fits counts. */
const WEIGHTS: readonly Weighed[] = [
  { from: 0, to: 0x7f, classes: C.Broken, weight: 0.5 },
  { from: 0x20, to: 0x20, weight: 0 },
  { from: 0x3f, to: 0x3f, weight: 0 },
  { from: 0, to: 0x7f, weight: -0.3 },
  { classes: C.Invisible, weight: 0 },
  { from: 0xfffd, to: 0xfffd, weight: 0.5 },
  { classes: C.Broken | C.PrivateUse, weight: 2 },
  { classes: C.HanCommon, weight: -0.5 },
  { classes: C.HanRare, weight: 1 },
  // Brackets of a small form are Big5's for the full stop and the enumeration comma of GBK.
  { from: 0xfe5b, to: 0xfe5e, weight: 2 },
  // Small forms are Big5's marks for bytes that mean ideographs and marks elsewhere.
  { from: 0xfe30, to: 0xfe6b, weight: 0.9 },
  { from: 0xffe0, to: 0xffe6, weight: 0.9 },
  // Half-width marks are Shift_JIS's, as its half-width letters are.
  { from: 0xff61, to: 0xff65, weight: 0.7 },
  // Bopomofo stands in textbooks, and is Big5's for GBK's commonest marks.
  { from: 0x3105, to: 0x3129, weight: 1.6 },
  { classes: C.ChinesePunctuation, weight: -0.1 },
  { classes: C.SingleByte, weight: 0.9 },
  { classes: C.Hangul, weight: 1.3 },
  { classes: C.Kana, weight: 0.7 },
  { weight: 1 },
];

/** By unit, the row that counts. Rows without limits are looked up once a set of classes: this runs whenever the program starts. */
function rowsOfUnits(): Uint8Array {
  const classes = characterClasses();
  const rows = new Uint8Array(0x10000);
  const unlimited = new Map<number, number>();
  const holds = (row: Weighed, bits: number): boolean => row.classes === undefined || (bits & row.classes) !== 0;
  // Neighbours mostly have the same classes.
  for (let unit = 0, last = -1, row: number | undefined = 0; unit < rows.length; unit++) {
    const bits = classes[unit]!;
    if (bits !== last) {
      row = unlimited.get(bits);
      if (row === undefined) unlimited.set(bits, (row = WEIGHTS.findIndex(one => one.from === undefined && holds(one, bits))));
      last = bits;
    }
    rows[unit] = row!;
  }
  WEIGHTS.forEach((one, row) => {
    const { from, to } = one;
    if (from === undefined || to === undefined) return;
    for (let unit = from; unit <= to; unit++) if (row < rows[unit]! && holds(one, classes[unit]!)) rows[unit] = row;
  });
  return rows;
}

/** What the two bytes of a character in GBK can be of UTF-8: pieces of characters of three bytes, and a whole one of Latin-1. */
const enum Piece {
  None = 0,
  /** The first two bytes of a character, the last one and the first of the next, the last two. */
  Begin = 0x20,
  Middle = 0x40,
  End = 0x60,
  Latin = 0x80,
}
/** Bits of a look that tell the piece, and the row. */
const PIECE = 0xe0;
const ROW = 0x1f;
/** Bit of a look: behind ordinary text the unit begins nothing, be it by its weight or as a piece. */
const ORDINARY = 0x100;

interface Looks {
  /** By unit: its row in `WEIGHTS`, a `Piece`, and whether it is `ORDINARY`. */
  readonly of: Uint16Array;
  readonly weights: Float64Array;
}

let looks: Looks | undefined;

/**
 * How every unit looks, made once: all text is gone through. Many of the characters that UTF-8 is read as are in everyday use, but side
 * by side they tell: with C2 and C3 UTF-8 spells all of Latin-1, so text that was misread as Latin-1 and then as GBK has nothing else
 * (氓庐聣 盲潞陇); and three whose bytes are two characters of three bytes (鐢凤紝) stand in 23 places of 5.8 million characters of news,
 * reports and essays.
 */
function looksOfUnits(): Looks {
  if (!looks) {
    const of = Uint16Array.from(rowsOfUnits());
    const weights = Float64Array.from(WEIGHTS, ({ weight }) => weight);
    const { toUnicode } = gbkTables();
    for (let lead = 0x81; lead < 0xf0; lead++) {
      for (let trail = 0x80; trail < 0xf0; trail++) {
        const unit = toUnicode[(lead << 8) | trail]!;
        if (unit !== 0) of[unit]! |= pieceOf(lead, trail);
      }
    }
    for (let unit = 0; unit < of.length; unit++) {
      const piece = of[unit]! & PIECE;
      if (weights[of[unit]! & ROW]! <= 0 && piece !== Piece.Begin && piece !== Piece.Latin) of[unit]! |= ORDINARY;
    }
    looks = { of, weights };
  }
  return looks;
}

function pieceOf(lead: number, trail: number): Piece {
  const begins = (byte: number): boolean => byte > 0xe1;
  const continues = (byte: number): boolean => byte < 0xc0;
  if (continues(trail)) {
    if (lead === 0xc2 || lead === 0xc3) return Piece.Latin;
    return begins(lead) ? Piece.Begin : continues(lead) ? Piece.End : Piece.None;
  }
  return continues(lead) && begins(trail) ? Piece.Middle : Piece.None;
}

/** From so many characters of Latin-1 in a row on they count as strange. */
const IN_A_ROW = 4;
/** The weight of what ends two characters of three bytes. */
const TWO_CHARACTERS = 3;

/** Marks that Chinese shares with single-byte character sets: “ or … may be the first byte of a pair. */
function isSign(unit: number): boolean {
  return unit > 0x7f && unit < 0x2e80;
}

/**
 * Clusters of characters that are rare in Chinese.
 * @returns sorted, not overlapping
 */
export function suspiciousSpots(text: string, threshold = SUSPICION): Spot[] {
  const { of, weights } = looksOfUnits();
  const spots: Spot[] = [];
  let sum = 0;
  let start = 0;
  let best = 0;
  let last = 0;
  let row = 0;
  let piece: number = Piece.None;
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
    if ((look & ORDINARY) !== 0 && sum <= 0 && piece === Piece.None) {
      row = 0;
      continue;
    }
    let w = weights[look & ROW]!;
    let back = 0;
    // One piece in a row is followed by the next only.
    const next = look & PIECE;
    row = next === Piece.Latin ? row + 1 : 0;
    if (row >= IN_A_ROW) {
      w = 1;
      back = row - 1;
    } else if (next === Piece.End && piece === Piece.Middle) {
      w = TWO_CHARACTERS;
      back = 2;
    }
    piece = next === Piece.Begin || (next === Piece.Middle && piece === Piece.Begin) ? next : Piece.None;
    if (sum <= 0) {
      if (w <= 0) continue;
      start = i;
      sum = best = 0;
    }
    if (back > 0) start = Math.min(start, Math.max(spots.at(-1)?.end ?? 0, i - back));
    sum = Math.min(sum + w, 6);
    if (w > 0) {
      best = Math.max(best, sum);
      last = i + 1;
    }
    if (sum <= 0) close();
  }
  close();
  return spots;
}
