/** Whether a line without a final mark is complete as it is, such as a headline or a heading, or the beginning of a cut paragraph. */
import { edged } from '../../base/edged';
import type { CharacterModel } from '../../language/characterModel';
import { isHan } from '../characters';
import type { DraftLine } from './draftLine';
import { clauseEnd, EVEN } from './flow';

/** Headlines are no longer, in Han characters. */
const LONGEST = 44;
/** How much of the paragraph below is looked at for the words of its headline (UTF-16). */
const LEAD = 200;
/** Words that need something behind them: function words, and times, which stand before what happens. */
const NEEDS_MORE = edged(/[\u4e00-\u9fff](?:要|将|对|和|的|在|为|把|与|及|以|是|从|向|被|等|以来|[今昨][日天]|日前|近日|随后|目前|当前)$/);
/** Headlines set their halves apart by a blank, running text never does. */
const HALVES = /[\u4e00-\u9fff"]\s+[\u4e00-\u9fff"]/;
/** What no headline has: a sentence's end before its own, or more than one comma. */
const SENTENCES = /[。!?;].|,[^,]*,/;
/** Least length of a paragraph that can repeat its headline, in Han characters. */
const PARAGRAPH = 16;
/** Up to this length, in Han characters, a line is hardly a sentence. */
const SHORT = 12;
/** Up to this length, in Han characters, a line that opens like a report may still be a headline. */
const SHORT_OPENING = 8;
/** The share of a headline that the paragraph below tells again, and the evidence in it. */
const TOLD_AGAIN: readonly (readonly [share: number, odds: number])[] = [
  [0.65, 4.5],
  [0.5, 3],
  [0.3, 1.5],
  [0.15, 0],
  [0, -1],
];
const HALF_TOLD = 0.5;

/** A line that may be a headline. */
interface Candidate {
  readonly line: DraftLine;
  /** The share of it that the paragraph below tells again; null where there is none. */
  readonly told: number | null;
  readonly model: CharacterModel;
}

/** Evidence (log odds) for a headline. */
const EVIDENCE: readonly ((candidate: Candidate) => number)[] = [
  ({
    line: {
      shape: { enumerator },
    },
  }) => (enumerator && enumerator.class !== 'inline-is' && enumerator.class !== 'inline-yao' ? 2.5 : 0),
  ({ told }) => (told === null ? 0 : TOLD_AGAIN.find(([share]) => told >= share)![1]),
  ({ line, model }) => endOdds(line.shape.prose.text, model),
  ({ line: { shape }, told }) => (!shape.opening ? 0 : shape.han <= SHORT_OPENING || (told ?? 0) >= HALF_TOLD ? -1 : -3),
  ({ line }) => (NEEDS_MORE.test(line.folded) ? -3 : 0),
  ({ line }) => (HALVES.test(line.folded) ? 2 : 0),
  ({ line }) => (isLopsided(line) ? -3 : 0),
  ({ line }) => (line.shape.han <= SHORT ? 1 : 0),
];

/**
 * Log odds that the line is a headline; above 0 it is one. Four things tell: the paragraph below tells again what the headline says
 * (95 of 100 headlines share two fifths of their character pairs with it, 7 of 100 cut lines do); a clause can end
 * where it ends; two halves of a headline weigh the same or stand apart, a leading phrase and the rest of a
 * sentence do not; reports open with a day or a speaker.
 * @param below the next line with text, if there is one
 */
export function headlineOdds(line: DraftLine, below: DraftLine | undefined, model: CharacterModel): number {
  const { shape, folded } = line;
  if ((shape.ending !== 'none' && !(shape.ending === 'colon' && shape.enumerator)) || shape.han < 2 || shape.han > LONGEST)
    return -Infinity;
  if (SENTENCES.test(folded.slice(shape.enumerator?.end ?? 0)) || openBracket(folded)) return -Infinity;
  const told = below && below.shape.han >= PARAGRAPH && below.shape.ending !== 'none' ? echo(folded, below.folded.slice(0, LEAD)) : null;
  return EVIDENCE.reduce((odds, evidence) => odds + evidence({ line, told, model }), 0);
}

/** A leading phrase and the rest of a sentence; numbered headings may have one: 一、认清形势，增强信心. */
function isLopsided({ shape, folded }: DraftLine): boolean {
  const comma = folded.indexOf(',');
  return comma > 0 && shape.enumerator === null && Math.abs(comma - (folded.length - comma - 1)) > 2;
}

/** What the end of the line says; closing quotes and brackets end a phrase, digits lack their unit. */
function endOdds(text: string, model: CharacterModel): number {
  const last = text.charCodeAt(text.length - 1);
  if (!isHan(last)) return /[\d０-９]/.test(text[text.length - 1]!) ? -1 : 1;
  return Math.max(-3, Math.min(1.5, Math.log(clauseEnd(model, text) / EVEN)));
}

function openBracket(folded: string): boolean {
  return (
    folded.lastIndexOf('(') > folded.lastIndexOf(')') ||
    folded.lastIndexOf('《') > folded.lastIndexOf('》') ||
    (folded.split('"').length & 1) === 0
  );
}

/** The share of the line's pairs of Han characters that stand in `lead` too; 0 for a line without any. */
function echo(line: string, lead: string): number {
  let pairs = 0;
  let told = 0;
  for (let i = 0; i + 1 < line.length; i++) {
    if (!isHan(line.charCodeAt(i)) || !isHan(line.charCodeAt(i + 1))) continue;
    pairs++;
    if (lead.includes(line.slice(i, i + 2))) told++;
  }
  return pairs === 0 ? 0 : told / pairs;
}
