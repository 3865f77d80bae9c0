/**
 * What stands around the words of a line: blanks, the tags of text that was saved with its markup (`<p>…</p>`, `…<br/>`), the bars of a
 * table of one cell (`…。 |`), and the noise that forums print against copying (`k3 ~ x_ | C xq`). Offsets into the text.
 */
import { matchAt } from '../../base/sticky';
import { skipSpaces, trimEnd } from '../characters';

const TAG = /<\/?[a-z][a-z\d]{0,12}(?:\s[^<>=]{0,30}=[^<>]{0,200})?\s{0,2}\/?>/iy;
/** Longest tag. */
const TAG_REACH = 260;

/** Least and most single characters and pairs of ASCII in a row that are noise, if at least two of them are not words. */
const LEAST_NOISE = 5;
const MOST_NOISE = 80;
const NO_WORD = /[^a-z\d]|\d[a-z]|[a-z]\d/i;

/** Where the words begin; `end` when there are none. */
export function wordsStart(text: string, start: number, end: number): number {
  let at = skipSpaces(text, start, end);
  while (text[at] === '<' && at < end) {
    const tag = matchAt(TAG, text, at);
    if (!tag || at + tag[0].length > end) break;
    at = skipSpaces(text, at + tag[0].length, end);
  }
  if (isBar(text.charCodeAt(at)) && at < end) at = insideBars(text, at, end).start;
  return noiseFrom(text, at, end, 1);
}

/** Where the words end; `start` when there are none. */
export function wordsEnd(text: string, start: number, end: number): number {
  let at = trimEnd(text, start, end);
  while (text[at - 1] === '>' && at > start) {
    // No further than a tag reaches: the text may be a whole document.
    const from = Math.max(start, at - TAG_REACH);
    const open = text.slice(from, at).lastIndexOf('<');
    if (open < 0 || matchAt(TAG, text, from + open)?.[0].length !== at - from - open) break;
    at = trimEnd(text, start, from + open);
  }
  if (at > start && isBar(text.charCodeAt(at - 1))) at = insideBars(text, start, at).end;
  return noiseFrom(text, at, start, -1);
}

const isBar = (code: number): boolean => code === 0x7c;

/** A range without the bars and blanks at its ends; the range itself where bars stand inside as well: those part the cells of a row. */
function insideBars(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const isEdge = (code: number): boolean => isBar(code) || isBlank(code);
  let from = start;
  let to = end;
  while (from < to && isEdge(text.charCodeAt(from))) from++;
  while (to > from && isEdge(text.charCodeAt(to - 1))) to--;
  return text.slice(from, to).includes('|') ? { start, end } : { start: from, end: to };
}

const isAscii = (code: number): boolean => code > 0x20 && code < 0x7f;
const isBlank = (code: number): boolean => code === 0x20 || code === 0x09;

/** Past the noise at `at`, forwards (`step` 1) or backwards (-1) as far as `limit`; `at` where there is none, or nothing else. */
function noiseFrom(text: string, at: number, limit: number, step: 1 | -1): number {
  const codeAt = (i: number): number => (i === limit ? 0 : text.charCodeAt(step > 0 ? i : i - 1));
  const parts: string[] = [];
  let i = at;
  let behind = at;
  while (parts.length < MOST_NOISE) {
    let to = i;
    while (isAscii(codeAt(to)) && Math.abs(to - i) < 3) to += step;
    if (to === i || Math.abs(to - i) > 2) break;
    parts.push(text.slice(Math.min(i, to), Math.max(i, to)));
    i = to;
    while (isBlank(codeAt(i))) i += step;
    behind = i;
    if (i === to) break;
  }
  return behind !== limit && parts.length >= LEAST_NOISE && parts.filter(part => NO_WORD.test(part)).length > 1 ? behind : at;
}
