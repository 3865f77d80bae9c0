/** What both builds of jieba have in common. */
import type { Segmenter, Token } from '../../language/language';
import { foldScript } from '../../language/script';

/** Words with parts of speech, in order, covering the text. */
export type TagWords = (text: string) => readonly { readonly word: string; readonly tag: string }[];

/** A build of jieba, loaded. */
export interface Tagger {
  readonly name: Segmenter['name'];
  readonly tagWords: TagWords;
}

/** Longest piece that is tagged at once: jieba's time is linear only for pieces of moderate length. */
const PIECE = 4000;

/**
 * Tags a text, folding traditional characters, which the dictionary lacks. Lone surrogates and zeros, which native code
 * does not take, count as spaces.
 * @returns tokens in UTF-16 offsets of `text`, without gaps, with words as they stand in it
 */
export function tagText(text: string, tagWords: TagWords): Token[] {
  const clean = foldScript(text).replace(/\p{Cs}|\0/gu, ' ');
  const tokens: Token[] = [];
  for (let from = 0; from < clean.length;) {
    let to = Math.min(clean.length, from + PIECE);
    if (to < clean.length) {
      const line = clean.lastIndexOf('\n', to - 1) + 1;
      if (line > from) to = line;
      else if (/[\ud800-\udbff]/.test(clean[to - 1]!)) to--;
    }
    let at = from;
    for (const { word, tag } of tagWords(clean.slice(from, to))) {
      if (word === '') continue;
      tokens.push({ word: text.slice(at, at + word.length), start: at, end: at + word.length, tag });
      at += word.length;
    }
    // Where a build leaves out the end of a piece, the tokens must still cover it.
    if (at < to) tokens.push({ word: text.slice(at, to), start: at, end: to, tag: 'x' });
    from = to;
  }
  return tokens;
}
