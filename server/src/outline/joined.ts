/** A paragraph as one line: hard breaks inside it, and the indents behind them, are taken out. */
import type { Reading } from '../reading/reading';
import type { Paragraph } from '../article/article';
import { isSpace } from '../article/characters';

export interface JoinedParagraph {
  readonly text: string;
  readonly folded: string;
  /** Offset into the joined text to Reading offset. */
  toReading(offset: number): number;
  /** Reading offset to offset into the joined text. */
  fromReading(offset: number): number;
}

export function joinParagraph({ text, folded }: Reading, { start, end, blocks }: Paragraph): JoinedParagraph {
  if (blocks.length === 1) {
    return { text: text.slice(start, end), folded: folded.slice(start, end), toReading: offset => offset + start, fromReading: offset => offset - start };
  }
  const pieces: { readonly from: number; readonly to: number; readonly at: number }[] = [];
  let at = 0;
  for (const block of blocks) {
    let from = Math.max(start, block.start), to = Math.min(end, block.end);
    while (from < to && isSpace(text.charCodeAt(from))) from++;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    if (to <= from) continue;
    pieces.push({ from, to, at });
    at += to - from;
  }
  const length = at;
  return {
    text: pieces.map(piece => text.slice(piece.from, piece.to)).join(''),
    folded: pieces.map(piece => folded.slice(piece.from, piece.to)).join(''),
    toReading: offset => {
      // The end of a piece belongs to it rather than to the next one only at the very end of the paragraph.
      const piece = offset >= length ? pieces[pieces.length - 1] : pieces.findLast(other => other.at <= offset);
      return piece ? piece.from + offset - piece.at : start;
    },
    fromReading: offset => {
      const piece = pieces.find(other => offset <= other.to);
      return piece ? piece.at + Math.max(0, offset - piece.from) : length;
    },
  };
}
