/** A line on its way to become a block. */
import type { BlockKind } from '../article';
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

/** Gives a line its kind, and why. */
export function decide(line: DraftLine, { kind, reason }: Pick<LineRule<never>, 'kind' | 'reason'>): void {
  line.kind = kind;
  line.reason = reason;
}

/** Whether nothing has decided yet what the line is. */
export const undecided = (line: DraftLine): boolean => line.kind === null;

/** A kind for the lines that a rule fits; in a list of rules the first that fits decides. */
export interface LineRule<Context> {
  readonly kind: BlockKind;
  /** A short stable word. */
  readonly reason: string;
  /** @param i where the line stands among those of the context */
  readonly when: (line: DraftLine, i: number, context: Context) => boolean;
}

/** Decides by the first rule that fits. @returns false where none does */
export function decideBy<Context>(rules: readonly LineRule<Context>[], line: DraftLine, i: number, context: Context): boolean {
  const rule = rules.find(({ when }) => when(line, i, context));
  if (rule) decide(line, rule);
  return rule !== undefined;
}
