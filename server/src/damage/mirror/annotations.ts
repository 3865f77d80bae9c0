/** Readings behind a character, 會(huì), in the forms in which sites write them: whole, and with the first byte taken by a byte that waits. */
import { characterClasses, CharacterClass } from '../../language/characters';
import { pairOf } from './forward';
import { closerOf, CLOSERS, OPENERS, type AnnotationForm } from './site';

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

/** zhuāng is the longest reading. */
const LONGEST_READING = 6;

/** What stands for a pair that is none. */
const LOST = 0x3f;
const FULL_WIDTH_BRACKET = 0xff08;

/** The annotation in a known form that begins at `at`; null when there is none. */
export function annotationAt(text: string, at: number, form: AnnotationForm): Annotation | null {
  return text.startsWith(form.opener, at) ? opened(text, at + form.opener.length, form) : null;
}

/** The annotation in any form that begins at `at`, behind a character; null when there is none. */
export function annotationBehind(text: string, at: number): FoundAnnotation | null {
  let end = skipSpaces(text, at);
  if (OPENERS.includes(text.charAt(end)) && end < text.length) end++;
  else if (!isReadingLetter(text.charCodeAt(end))) return null;
  const opener = text.slice(at, end), annotation = opened(text, end, { opener, behind: '' });
  return annotation && { ...annotation, opener };
}

/** What is left, from `at` on, of an annotation whose first byte was taken by a byte that waited: `?gòu)` of `(gòu)`; null when there is none. */
export function annotationTail(text: string, at: number, form: AnnotationForm): AnnotationTail | null {
  const { opener } = form, unit = text.charCodeAt(at);
  if (unit !== LOST && unit < 0x80) return null;
  const pair = unit === LOST ? 0 : pairOf(unit), taken = pair & 0xff, waiting = pair >> 8;
  // Without anything before it, the reading itself begins with the byte that is taken.
  if (opener === '') return isLetterByte(taken) ? tail(text, at + 1, form, String.fromCharCode(taken), waiting) : null;
  const first = opener.charCodeAt(0);
  if (first < 0x80 && (unit === LOST ? first < 0x40 : taken === first)) {
    const found = text.startsWith(opener.slice(1), at + 1) ? tail(text, at + opener.length, form, '', waiting) : null;
    if (found) return found;
  }
  // A full-width bracket, which may have been folded since.
  const bytes = pairOf(opener === '(' ? FULL_WIDTH_BRACKET : first);
  if (opener.length > 1 || bytes < 0x100 || (unit !== LOST && taken !== bytes >> 8)) return null;
  // Its second byte takes the first letter of the reading.
  const next = pairOf(text.charCodeAt(at + 1));
  return next >> 8 === (bytes & 0xff) && isLetterByte(next & 0xff) ? tail(text, at + 2, form, String.fromCharCode(next & 0xff), waiting) : null;
}

/** The annotation, in any form with brackets, of which a character may have taken the first byte; null when no reading is closed behind it. */
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
function opened(text: string, at: number, form: AnnotationForm, letters = ''): Annotation | null {
  const { opener } = form, first = closed(text, at, form, letters);
  if (!first) return null;
  let { end, mechanical } = first;
  // Repeats of the same reading belong to it.
  while (opener !== '' && text.startsWith(opener, end)) {
    const next = closed(text, end + opener.length, form, '');
    if (next?.reading !== first.reading) break;
    end = next.end;
    mechanical = true;
  }
  return { reading: first.reading, end, mechanical };
}

/** One reading with what closes it. A space behind may be gone at the end of a line. */
function closed(text: string, at: number, { opener, behind }: AnnotationForm, letters: string): Annotation | null {
  const closer = closerOf(opener), start = letters === '' ? skipSpaces(text, at) : at, end = readingEnd(text, start, letters);
  if (end < 0) return null;
  const close = closer === '' ? end : skipSpaces(text, end);
  if (!text.startsWith(closer, close)) return null;
  const last = close + closer.length;
  return { reading: letters + text.slice(start, end), end: text.startsWith(behind, last) ? last + behind.length : last, mechanical: close > end || start > at };
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
  const written = text.slice(at, end), length = letters.length + end - at - (written.includes(':') ? 1 : 0);
  if (length > 0 && isToneDigit(text, end) && !HAS_TONE.test(written)) end++;
  return length > 0 && length <= LONGEST_READING ? end : -1;
}

/** Tone marks, but for the two dots of ü. */
const HAS_TONE = /[^a-zA-Z:üɡɑ]/;

/** Whether a digit stands for a tone; of a number there are more. */
function isToneDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at), next = text.charCodeAt(at + 1);
  return unit >= 0x30 && unit <= 0x35 && !(next >= 0x30 && next <= 0x39);
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
