/** A line on its way to become a block. */
import type { BlockKind } from './article';
import type { LineShape } from './lineShape';
import type { LineText } from './lineText';

/** `kind` is null as long as nothing has decided. */
export interface DraftLine {
  readonly line: number;
  /** Reading offsets of the line without its line break. */
  readonly start: number;
  readonly end: number;
  readonly content: LineText;
  readonly shape: LineShape;
  /** The line as look-up text, without blanks around it. */
  readonly folded: string;
  kind: BlockKind | null;
  reason: string;
  /** The line goes on in the next one: a hard break inside a sentence. */
  joinsNext: boolean;
  /** It is part of a sentence over several lines that holds marks of running text; a headline on two lines has none. */
  wrapped: boolean;
}
