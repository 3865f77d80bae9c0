/**
 * The words of a paragraph as one line, apart from where they stand. Prose is shared by all paragraphs with the same words and by all
 * versions of a document that hold them: everything that follows from the words alone is kept with it (see `perObject`).
 */
import { Memo } from '../base/memo';
import type { Paragraph, Sentence } from './article';
import { splitSentences } from './sentences';

export interface Prose {
  /** As printed; hard line breaks, and the indents behind them, are taken out. */
  readonly text: string;
  /** The same as look-up text. */
  readonly folded: string;
  /** Offsets into `text`. */
  readonly sentences: readonly Sentence[];
}

/** Prose with its place in the Reading. */
export interface PlacedProse {
  readonly prose: Prose;
  /** Offset into the prose to Reading offset. */
  toReading(offset: number): number;
  /** Reading offset to offset into the prose; before and behind the paragraph the nearest end. */
  fromReading(offset: number): number;
}

/** A stretch of the Reading within one line, and where it stands in the prose. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

const known = new Memo<Prose>();
const placed = new WeakMap<Paragraph, { readonly prose: Prose; readonly pieces: readonly Piece[] }>();

/** The prose with these words; the same object for the same words. */
export function proseFrom(text: string, folded: string): Prose {
  return known.get(text, () => ({ text, folded, sentences: splitSentences(text) }));
}

/** Remembers where the prose of a paragraph stands; `findParagraphs` calls it for each. */
export function placeProse(paragraph: Paragraph, prose: Prose, pieces: readonly Piece[]): void {
  placed.set(paragraph, { prose, pieces });
}

/**
 * The words of a paragraph that `findParagraphs` made, with the way back.
 * @throws Error for a paragraph from elsewhere
 */
export function proseOf(paragraph: Paragraph): PlacedProse {
  const found = placed.get(paragraph);
  if (!found) throw new Error('a paragraph without prose');
  const { prose, pieces } = found, first = pieces[0]!;
  if (pieces.length === 1) {
    const limit = prose.text.length;
    return { prose, toReading: offset => first.from + offset, fromReading: offset => Math.max(0, Math.min(limit, offset - first.from)) };
  }
  return {
    prose,
    toReading: offset => {
      const piece = pieces.findLast(other => other.at <= offset) ?? first;
      return piece.from + offset - piece.at;
    },
    fromReading: offset => {
      const piece = pieces.find(other => offset <= other.to);
      return piece ? piece.at + Math.max(0, offset - piece.from) : prose.text.length;
    },
  };
}
