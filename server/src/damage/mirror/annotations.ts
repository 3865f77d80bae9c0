/**
 * Readings behind a character, 會(huì), in the forms in which sites write them: whole, and with the first byte taken by a byte that waits.
 */
import { characterClasses, CharacterClass } from '../../language/characters';
import { cp936, pairOf } from './forward';
import { EMPTY_BEHIND } from './hypothesis';
import { closerOf, CLOSERS, isMark, OPENERS, UNFOLDED, type AnnotationForm } from './site';

/** A reading in brackets, or whatever the site puts around it. */
export interface Annotation {
  /** As written, without spaces; of a repeated annotation the first. */
  readonly reading: string;
  /** Offset behind all of it. */
  readonly end: number;
  /** What only machines write: it is repeated, or padded with spaces. */
  readonly mechanical: boolean;
}

/** An annotation of a site whose form is not known yet. */
export interface FoundAnnotation extends Annotation {
  /** What opens it, see `AnnotationForm`. */
  readonly opener: string;
}

/** An annotation whose first byte became one character with a byte before it that waited for its second half. */
export interface AnnotationTail extends Annotation {
  /** The byte that waited; 0 where the character is lost as well. */
  readonly waiting: number;
}

/**
 * An annotation in full-width brackets of which a bracket was cut: a mark was found across it and what stands
 * before it, and something put in front of that mark.
 */
export interface CutAnnotation {
  readonly reading: string;
  /** All of it, as the site wrote it. */
  readonly written: string;
  /** Offset behind what the page shows of it. */
  readonly end: number;
  /**
   * Of a cut opening bracket the first byte, which waits; of a closing one the byte behind it,
   * which waits from then on, as `Step.half` has it.
   */
  readonly waiting: number;
}

/** zhuāng is the longest reading. */
const LONGEST_READING = 6;

/** With brackets, spaces and a tone digit. */
const LONGEST_ANNOTATION = 12;

/** What stands for a pair that is none. */
const LOST = 0x3f;
/** The row of the letters with tone marks. */
const TONED_ROW = 0xa8;

/** The annotation in a known form that begins at `at`; null when there is none. */
export function annotationAt(text: string, at: number, form: AnnotationForm): Annotation | null {
  return text.startsWith(form.opener, at) ? opened(text, at + form.opener.length, form) : null;
}

/** The annotation in any form that begins at `at`, behind a character; null when there is none. */
export function annotationBehind(text: string, at: number): FoundAnnotation | null {
  let end = skipSpaces(text, at);
  if (OPENERS.includes(text.charAt(end)) && end < text.length) end++;
  else if (!isReadingLetter(text.charCodeAt(end))) return null;
  const opener = text.slice(at, end);
  const annotation = opened(text, end, { opener, behind: '' });
  return annotation && { ...annotation, opener };
}

/**
 * What is left, from `at` on, of an annotation whose first byte was taken by a byte that
 * waited: `?gòu)` of `(gòu)`; null when there is none.
 */
export function annotationTail(text: string, at: number, form: AnnotationForm): AnnotationTail | null {
  const { opener } = form;
  const unit = text.charCodeAt(at);
  if (unit !== LOST && unit < 0x80) return null;
  const pair = unit === LOST ? 0 : pairOf(unit);
  const taken = pair & 0xff;
  const waiting = pair >> 8;
  // Without anything before it, the reading itself begins with the byte that is taken.
  if (opener === '') return isLetterByte(taken) ? tail(text, at + 1, form, String.fromCharCode(taken), waiting) : null;
  const first = opener.charCodeAt(0);
  if (first < 0x80 && (unit === LOST ? first < 0x40 : taken === first)) {
    const found = text.startsWith(opener.slice(1), at + 1) ? tail(text, at + opener.length, form, '', waiting) : null;
    if (found) return found;
  }
  if (unit !== LOST && taken !== bracketBytes(opener) >> 8) return null;
  const letter = letterBehindHalf(text, at + 1, opener);
  return letter === '' ? null : tail(text, at + 2, form, letter, waiting);
}

/**
 * The annotation of which a mark across a character and the opening bracket left the second byte of that, at `at`: `緕huān】` of
 * `【zhuān】`, where ！ was found in A3 of 專 and A1 of 【. Null when there is none.
 */
export function cutOpening(text: string, at: number, form: AnnotationForm): CutAnnotation | null {
  const letter = letterBehindHalf(text, at, form.opener);
  const annotation = letter === '' ? null : opened(text, at + 1, form, letter);
  return (
    annotation && {
      reading: annotation.reading,
      end: annotation.end,
      written: form.opener + letter + text.slice(at + 1, annotation.end),
      waiting: bracketBytes(form.opener) >> 8,
    }
  );
}

/**
 * The annotation that begins at `at` and loses its last letter to a mark across that and the closing bracket: `（f?。┣` of `（fā）`,
 * where 。 was found in A1 of ā and A3 of ）, and what comes behind is one byte off. Null when there is none.
 */
export function cutClosing(text: string, at: number, form: AnnotationForm): CutAnnotation | null {
  const { opener } = form;
  const closing = bracketBytes(closerOf(opener));
  if (closing === 0 || !text.startsWith(opener, at)) return null;
  let lost = at + opener.length;
  while (lost - at <= LONGEST_READING && isReadingLetter(text.charCodeAt(lost))) lost++;
  if (text.charCodeAt(lost) !== LOST || !isMark(text.charCodeAt(lost + 1))) return null;
  const mark = pairOf((UNFOLDED.get(text.charAt(lost + 1)) ?? text.charAt(lost + 1)).charCodeAt(0));
  const letter = cp936(TONED_ROW, mark >> 8);
  const next = text.charCodeAt(lost + 2) === LOST ? (closing & 0xff) << 8 : pairOf(text.charCodeAt(lost + 2));
  if (!isReadingLetter(letter) || (mark & 0xff) !== closing >> 8 || next >> 8 !== (closing & 0xff)) return null;
  const behind = next & 0xff;
  if (behind > 0 && behind < 0x80) return null;
  const reading = text.slice(at + opener.length, lost) + String.fromCharCode(letter);
  return {
    reading,
    end: lost + 3,
    written: opener + reading + closerOf(opener),
    waiting: behind === 0 ? EMPTY_BEHIND * (closing & 0xff) : behind,
  };
}

/**
 * The last byte of a full-width bracket that closes annotations: with the byte behind it it can make a character that a later pass
 * annotates, so that 無【wú】備 has 總 in BF of 】 and 82 of 備. 0 where what stands in the page is no such bracket.
 * @param shown what the page shows before a character
 */
export function closingByte(shown: string, { opener }: AnnotationForm): number {
  return shown !== '' && shown > '\x7f' && shown === closerOf(opener) ? bracketBytes(shown) & 0xff : 0;
}

/** The character whose annotation ends at an offset; 0 when none does. */
export function annotatedUpTo(text: string, at: number, form: AnnotationForm): number {
  const start = form.opener === '' ? -1 : text.lastIndexOf(form.opener, at - 1);
  return start > 0 && at - start <= LONGEST_ANNOTATION && annotationAt(text, start, form)?.end === at ? annotatedBefore(text, start) : 0;
}

/** Bytes of a full-width bracket, which may have been folded since; 0 when there is none. */
function bracketBytes(bracket: string): number {
  const bytes = bracket.length === 1 ? pairOf((UNFOLDED.get(bracket) ?? bracket).charCodeAt(0)) : 0;
  return bytes < 0x100 ? 0 : bytes;
}

/** The letter that the second byte of an opening bracket took, where that begins a character at `at`; empty when it does not. */
function letterBehindHalf(text: string, at: number, opener: string): string {
  const bytes = bracketBytes(opener);
  const pair = pairOf(text.charCodeAt(at));
  return bytes !== 0 && pair >> 8 === (bytes & 0xff) && isLetterByte(pair & 0xff) ? String.fromCharCode(pair & 0xff) : '';
}

/**
 * The annotation, in any form with brackets, of which a character may have taken the first byte; null when no reading is closed behind it.
 */
export function tailBehind(text: string, at: number): AnnotationTail | null {
  let end = at + 1;
  while (end - at <= 3 && !isReadingLetter(text.charCodeAt(end))) end++;
  if (end - at > 3) return null;
  while (end - at <= LONGEST_READING + 3 && isReadingLetter(text.charCodeAt(end))) end++;
  if (isToneDigit(text, end)) end++;
  // What closes the reading tells what opened it.
  const bracket = CLOSERS.indexOf(text.charAt(skipSpaces(text, end)) || '\0');
  if (bracket < 0) return null;
  const opener = OPENERS.charAt(bracket);
  return annotationTail(text, at, { opener, behind: '' }) ?? annotationTail(text, at, { opener: ` ${opener}`, behind: '' });
}

function tail(text: string, at: number, form: AnnotationForm, letters: string, waiting: number): AnnotationTail | null {
  const annotation = opened(text, at, form, letters);
  return annotation && { ...annotation, waiting };
}

/** The annotation whose reading, but for its first letters, stands at `at`. */
function opened(text: string, at: number, form: AnnotationForm, letters = '', depth = DEEPEST): Annotation | null {
  const { opener } = form;
  const first = closed(text, at, form, letters, depth);
  if (!first) return null;
  let { end, mechanical } = first;
  // Repeats of the same reading belong to it.
  while (opener !== '' && text.startsWith(opener, end)) {
    const next = closed(text, end + opener.length, form, '', 0);
    if (next?.reading !== first.reading) break;
    end = next.end;
    mechanical = true;
  }
  return { reading: first.reading, end, mechanical };
}

/**
 * Annotations stand in one another where one pass after the other finds its character across an annotation; hardly ever deeper than this.
 */
const DEEPEST = 2;
/** What is left of an annotation behind one that stands in it is shorter. */
const LONGEST_REST = 24;

/**
 * The annotation that a later pass put into the one whose reading begins at an offset: into `緒` of `為【wéi】`, which is the second byte
 * of the bracket and `w`: 為【w【xù】éi】; or into `鬧` of `戶[hù]`: 戶[[nào]hù]. Null when there is none.
 */
function nestedAnnotation(
  text: string,
  at: number,
  form: AnnotationForm,
  letters: string,
  depth: number,
): { start: number; end: number } | null {
  if (depth === 0 || form.opener.length !== 1) return null;
  const start = letters !== '' || form.opener < '\x80' ? at : at + 1;
  const nested = text.startsWith(form.opener, start) ? opened(text, start + 1, form, '', depth - 1) : null;
  return nested && { start, end: nested.end };
}

/** One reading with what closes it. A space behind may be gone at the end of a line. */
function closed(text: string, at: number, form: AnnotationForm, letters: string, depth = DEEPEST): Annotation | null {
  const { opener, behind } = form;
  const nested = nestedAnnotation(text, at, form, letters, depth);
  if (nested) {
    const front = letters + text.slice(at, nested.start);
    const whole = closed(front + text.slice(nested.end, nested.end + LONGEST_REST), 0, form, '', 0);
    return whole && { ...whole, end: whole.end - front.length + nested.end };
  }
  const closer = closerOf(opener);
  const start = letters === '' ? skipSpaces(text, at) : at;
  const end = readingEnd(text, start, letters);
  if (end < 0) return null;
  const close = closer === '' ? end : skipSpaces(text, end);
  if (!text.startsWith(closer, close)) return null;
  const last = close + closer.length;
  return {
    reading: letters + text.slice(start, end),
    end: text.startsWith(behind, last) ? last + behind.length : last,
    mechanical: close > end || start > at,
  };
}

/** The end of a reading of which some letters were read already; -1 when there is none, or letters go on. */
function readingEnd(text: string, at: number, letters: string): number {
  let end = at;
  while (end < text.length && end - at <= LONGEST_READING + 1) {
    const unit = text.charCodeAt(end);
    // u: is ü.
    if (!isReadingLetter(unit) && !(unit === 0x3a && /[uU]/.test(text.charAt(end - 1)) && end > at)) break;
    end++;
  }
  const written = text.slice(at, end);
  const length = letters.length + end - at - (written.includes(':') ? 1 : 0);
  if (length > 0 && isToneDigit(text, end) && !HAS_TONE.test(written)) end++;
  return length > 0 && length <= LONGEST_READING ? end : -1;
}

/** Tone marks, but for the two dots of ü. */
const HAS_TONE = /[^a-zA-Z:üɡɑ]/;

/** Whether a digit stands for a tone; of a number there are more. */
function isToneDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  return unit >= 0x30 && unit <= 0x35 && !(next >= 0x30 && next <= 0x39);
}

/**
 * The character whose reading stands at an offset, as the site's passes saw it: the one before, or what the second byte of a character
 * makes with an ASCII letter behind it, A1 *B0 4F* of `“O` being 監: “O(jiān)A. 0 where those bytes make none.
 */
export function annotatedBefore(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1);
  if (unit >= 0x80) return unit;
  const pair = unit >= 0x40 && at > 1 ? pairOf(text.charCodeAt(at - 2)) : 0;
  return pair > 0xff ? cp936(pair & 0xff, unit) : 0;
}

/** Whether a reading can hold this letter. */
export function isReadingLetter(unit: number): boolean {
  return (characterClasses()[unit]! & (CharacterClass.Letter | CharacterClass.TonedLetter)) !== 0;
}

function isLetterByte(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function skipSpaces(text: string, at: number): number {
  let end = at;
  while (end - at < 2 && (text.charCodeAt(end) === 0x20 || text.charCodeAt(end) === 0xa0)) end++;
  return end;
}
