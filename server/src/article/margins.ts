/** What stands around the words of a line: blanks, and the tags of text that was saved with its markup (`<p>…</p>`, `…<br/>`). Offsets into the text. */
import { skipSpaces, trimEnd } from './characters';

const TAG = /<\/?[a-z][^<>]{0,200}>/iy;
/** Longest tag. */
const REACH = 204;

/** Where the words begin; `end` when there are none. */
export function wordsStart(text: string, start: number, end: number): number {
  let at = skipSpaces(text, start, end);
  while (text[at] === '<' && at < end) {
    TAG.lastIndex = at;
    const tag = TAG.exec(text);
    if (!tag || at + tag[0].length > end) break;
    at = skipSpaces(text, at + tag[0].length, end);
  }
  return at;
}

/** Where the words end; `start` when there are none. */
export function wordsEnd(text: string, start: number, end: number): number {
  let at = trimEnd(text, start, end);
  while (text[at - 1] === '>' && at > start) {
    const open = text.lastIndexOf('<', at - 1);
    TAG.lastIndex = open;
    if (open < start || at - open > REACH || TAG.exec(text)?.[0].length !== at - open) break;
    at = trimEnd(text, start, open);
  }
  return at;
}
