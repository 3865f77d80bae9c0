/** Classes of characters, for both widths of punctuation. All take UTF-16 code units. */
import { UnitSet } from '../base/unitSet';

/**
 * Units of Han ideographs of the basic plane, extension A and compatibility, and 〇; surrogates count
 * too, since rare names use extension B and later.
 */
export const HAN = UnitSet.ofRanges([
  [0x4e00, 0x9fff],
  [0x3400, 0x4dbf],
  [0xf900, 0xfaff],
  [0x3007, 0x3007],
  [0xd840, 0xdfff],
]);

/** Whether a unit is one of `HAN`. */
export function isHan(code: number): boolean {
  return HAN.has(code);
}

/** Blanks that separate or indent: ASCII, no-break, ideographic, zero-width space and BOM. */
export function isSpace(code: number): boolean {
  return SPACES.has(code);
}

/** ASCII and full-width digits. */
export function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

const SPACES = new UnitSet([' \u3000\u00a0\t\r\v\f\u200b\ufeff\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a']);
const COMMAS = new UnitSet([',，﹐']);
/** Marks that end a sentence wherever they stand; full stops of the Latin script are none of them. */
export const FINALS = new UnitSet(['。！？!?｡﹗﹖']);
const OPENERS = new UnitSet(['“‘「『（(《〈【〔［〖〝']);
const CLOSERS = new UnitSet(['”’」』）)》〉】〕］〗〞']);
const CLAUSE_MARKS = new UnitSet([',，﹐;；:：。！？!?｡、…—\n']);

/* Predicates on UTF-16 units of printed text; marks count in either width. */

export const isComma = (code: number): boolean => COMMAS.has(code);
export const isSemicolon = (code: number): boolean => code === 0xff1b || code === 0x3b;
export const isColon = (code: number): boolean => code === 0xff1a || code === 0x3a;
/** See `FINALS`. */
export const isFinalMark = (code: number): boolean => FINALS.has(code);
/** Opening quotation marks and brackets. */
export const isOpener = (code: number): boolean => OPENERS.has(code);
/** Closing quotation marks and brackets. */
export const isCloser = (code: number): boolean => CLOSERS.has(code);
/** Marks and breaks at which a clause begins anew; the enumeration comma included. */
export const isClauseMark = (code: number): boolean => CLAUSE_MARKS.has(code);

/** How many Han characters stand in `text[start..end)`. */
export function countHan(text: string, start = 0, end = text.length): number {
  let count = 0;
  for (let i = start; i < end; i++) if (isHan(text.charCodeAt(i))) count++;
  return count;
}

/** The first offset at or after `start` (before `end`) that is not a blank; `end` when there is none. */
export function skipSpaces(text: string, start: number, end = text.length): number {
  let i = start;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** The offset after the last character of `text[start..end)` that is not a blank; `start` when there is none. */
export function trimEnd(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && isSpace(text.charCodeAt(i - 1))) i--;
  return i;
}

/** `text` without the characters of `marks` (and blanks) at its end; linear, where a pattern at the end would not be. */
export function withoutTrailing(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && (marks.includes(text[end - 1]!) || isSpace(text.charCodeAt(end - 1)))) end--;
  return text.slice(0, end);
}

/** Signs that open an item of a list without a number. */
export const BULLETS = '•●○■□◆◇▪▫►▶▷★☆※➤→·';
