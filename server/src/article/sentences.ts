/** Sentences of a paragraph. */
import { UnitSet } from '../base/unitSet';
import type { Sentence } from './sentence';
import { FINALS, isCloser, isFinalMark, isHan, isOpener, isSpace, skipSpaces, trimEnd } from './characters';

/** Marks that end a sentence or open an aside; all others are passed over. */
const SPECIAL = new UnitSet(['(（《…．.']).with(FINALS);
/** How far a closing bracket may be from its opening one for the marks between them to be part of an aside. */
const ASIDE_LIMIT = 60;

/**
 * Splits a paragraph (line breaks inside it are hard breaks) into sentences. A mark inside round brackets or book-title marks does
 * not end one; nor does a mark in quotes after which the sentence goes on (“抓落实！”的口号).
 * @returns sentences in order, with offsets into `text`; empty for blank text
 */
export function splitSentences(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = skipSpacesAndBreaks(text, 0);
  let i = start;
  while (i < text.length) {
    i = SPECIAL.next(text, i);
    if (i === text.length) break;
    const code = text.charCodeAt(i);
    if (code === 0x28 || code === 0xff08 || code === 0x300a) {
      i = asideEnd(text, i);
      continue;
    }
    if (!isEnd(text, i, code)) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < text.length && (isFinalMark(text.charCodeAt(end)) || text.charCodeAt(end) === 0x2026)) end++;
    const quoted = end;
    while (end < text.length && isCloser(text.charCodeAt(end))) end++;
    if (end > quoted && goesOn(text, end)) {
      i = end;
      continue;
    }
    sentences.push({ start, end, terminator: text.slice(i, end) });
    start = skipSpacesAndBreaks(text, end);
    i = start;
  }
  const end = trimEnd(text, start, text.length);
  if (end > start) sentences.push({ start, end, terminator: '' });
  return sentences;
}

function isEnd(text: string, i: number, code: number): boolean {
  if (isFinalMark(code)) return true;
  // …… ends a sentence before a closing quote and at the end of the paragraph.
  if (code === 0x2026) return i + 1 >= text.length || (text.charCodeAt(i + 1) !== 0x2026 && isCloser(text.charCodeAt(i + 1)));
  if (code !== 0x2e && code !== 0xff0e) return false;
  const next = text.charCodeAt(i + 1);
  return (
    i > 0 &&
    isHan(text.charCodeAt(i - 1)) &&
    (i + 1 === text.length || isHan(next) || isOpener(next) || isSpace(next) || isCloser(next)) &&
    !/[一二三四五六七八九十]/.test(text[i - 1]!)
  );
}

/** After the bracket that closes the one at `at`; after the bracket itself when none closes it nearby. */
function asideEnd(text: string, at: number): number {
  const closers = text.charCodeAt(at) === 0x300a ? '》' : ')）';
  const limit = Math.min(text.length, at + ASIDE_LIMIT);
  for (let i = at + 1; i < limit; i++) {
    if (closers.includes(text[i]!)) return i + 1;
    if (text[i] === '\n' && text[i + 1] === '\n') break;
  }
  return at + 1;
}

/** Behind a closing quote, what follows still belongs to the sentence. */
function goesOn(text: string, end: number): boolean {
  const next = text.charCodeAt(end);
  return end < text.length && '，,、；;：:的等和与是'.includes(String.fromCharCode(next));
}

function skipSpacesAndBreaks(text: string, at: number): number {
  let i = skipSpaces(text, at);
  while (i < text.length && text.charCodeAt(i) === 0x0a) i = skipSpaces(text, i + 1);
  return i;
}

/** The sentence that holds an offset; undefined between sentences. */
export function sentenceAt(sentences: readonly Sentence[], at: number): Sentence | undefined {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.start <= at) low = middle + 1;
    else high = middle;
  }
  const sentence = sentences[low - 1];
  return sentence && at < sentence.end ? sentence : undefined;
}
