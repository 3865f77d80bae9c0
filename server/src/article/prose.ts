/**
 * The words of a paragraph as one line, apart from where they stand. Prose is shared by all paragraphs with the same words and by all
 * versions of a document that hold them: everything that follows from the words alone is kept with it (see `perContent`).
 */
import { detached } from '../base/detached';
import { Content, Memo } from '../base/memo';
import type { Sentence } from './sentence';
import { splitSentences } from './sentences';

/** The text of a paragraph without its line breaks, and its sentences. */
export class Prose extends Content {
  /** As printed; hard line breaks, and the indents behind them, are taken out. */
  readonly text: string;
  /** The same as look-up text. */
  readonly folded: string;
  #sentences: readonly Sentence[] | undefined;

  constructor(text: string, folded: string) {
    super();
    this.text = text;
    this.folded = folded;
  }

  /** Offsets into `text`. */
  get sentences(): readonly Sentence[] {
    return (this.#sentences ??= splitSentences(this.text));
  }
}

/** A stretch of the Reading within one line, and where it stands in the prose. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** Prose with its place in the Reading. */
export class PlacedProse {
  readonly prose: Prose;
  readonly pieces: readonly Piece[];

  /** @param pieces in order, at least one; together they are the prose */
  constructor(prose: Prose, pieces: readonly Piece[]) {
    this.prose = prose;
    this.pieces = pieces;
  }

  /** The same words further on in the Reading. */
  moved(by: number): PlacedProse {
    return new PlacedProse(
      this.prose,
      this.pieces.map(({ from, to, at }) => ({ from: from + by, to: to + by, at })),
    );
  }

  /** Offset into the prose to Reading offset. */
  toReading(offset: number): number {
    const { pieces } = this;
    const piece = pieces.length === 1 ? pieces[0]! : (pieces.findLast(other => other.at <= offset) ?? pieces[0]!);
    return piece.from + offset - piece.at;
  }

  /** Reading offset to offset into the prose; before and behind the paragraph the nearest end. */
  fromReading(offset: number): number {
    const piece = this.pieces.find(other => offset <= other.to);
    return piece ? piece.at + Math.max(0, offset - piece.from) : this.prose.text.length;
  }
}

const known = new Memo<Prose>();

/** The prose with these words; the same object for the same words. */
export function proseFrom(text: string, folded: string): Prose {
  return known.get(text, own => new Prose(own, detached(folded)));
}
