/** Whether a line without a final mark is complete as it is, such as a headline or a heading, or the beginning of a cut paragraph. */
import type { CharacterModel } from '../language/characterModel';
import { isHan } from './characters';
import type { DraftLine } from './draftLine';
import { clauseEnd, EVEN } from './flow';

/** Headlines are no longer, in Han characters. */
const LONGEST = 44;
/** How much of the paragraph below is looked at for the words of its headline (UTF-16). */
const LEAD = 200;
/** Words that need something behind them: function words, and times, which stand before what happens. */
const NEEDS_MORE = /[\u4e00-\u9fff](?:要|将|对|和|的|在|为|把|与|及|以|是|从|向|被|等|以来|[今昨][日天]|日前|近日|随后|目前|当前)$/;
/** Evidence of a number at the beginning. */
const NUMBERED = 2.5;

/**
 * Log odds that the line is a headline; above 0 it is one. Four things tell: the paragraph below tells again what the headline says
 * (95 of 100 headlines share two fifths of their character pairs with it, 7 of 100 cut lines do); a clause can end where it ends; two halves of
 * a headline weigh the same or stand apart, a leading phrase and the rest of a sentence do not; reports open with a day or a speaker.
 * @param below the next line with text, if there is one
 */
export function headlineOdds({ shape, folded }: DraftLine, below: DraftLine | undefined, model: CharacterModel): number {
  if (shape.ending !== 'none' && !(shape.ending === 'colon' && shape.enumerator) || shape.han < 2 || shape.han > LONGEST || /[。!?;].|,[^,]*,/.test(folded.slice(shape.enumerator?.end ?? 0))) return -Infinity;
  if (openBracket(folded)) return -Infinity;
  const { enumerator } = shape;
  const told = below && below.shape.han >= 16 && below.shape.ending !== 'none' ? echo(folded, below.folded.slice(0, LEAD)) : null;
  let odds = enumerator && enumerator.class !== 'inline-is' && enumerator.class !== 'inline-yao' ? NUMBERED : 0;
  odds += told === null ? 0 : told >= 0.65 ? 4.5 : told >= 0.5 ? 3 : told >= 0.3 ? 1.5 : told >= 0.15 ? 0 : -1;
  odds += endOdds(shape.prose.text, model);
  if (shape.opening) odds -= shape.han <= 8 || (told ?? 0) >= 0.5 ? 1 : 3;
  if (NEEDS_MORE.test(folded)) odds -= 3;
  // Headlines set their halves apart by a blank, running text never does.
  if (/[\u4e00-\u9fff"]\s+[\u4e00-\u9fff"]/.test(folded)) odds += 2;
  // Numbered headings may have a leading phrase: 一、认清形势，增强信心.
  const comma = folded.indexOf(',');
  if (comma > 0 && enumerator === null && Math.abs(comma - (folded.length - comma - 1)) > 2) odds -= 3;
  return odds + (shape.han <= 12 ? 1 : 0);
}

/** What the end of the line says; closing quotes and brackets end a phrase, digits lack their unit. */
function endOdds(text: string, model: CharacterModel): number {
  const last = text.charCodeAt(text.length - 1);
  if (!isHan(last)) return /[\d０-９]/.test(text[text.length - 1]!) ? -1 : 1;
  return Math.max(-3, Math.min(1.5, Math.log(clauseEnd(model, text) / EVEN)));
}

function openBracket(folded: string): boolean {
  return folded.lastIndexOf('(') > folded.lastIndexOf(')') || folded.lastIndexOf('《') > folded.lastIndexOf('》') || (folded.split('"').length & 1) === 0;
}

/** The share of the line's pairs of Han characters that stand in `lead` too; 0 for a line without any. */
function echo(line: string, lead: string): number {
  let pairs = 0, told = 0;
  for (let i = 0; i + 1 < line.length; i++) {
    if (!isHan(line.charCodeAt(i)) || !isHan(line.charCodeAt(i + 1))) continue;
    pairs++;
    if (lead.includes(line.slice(i, i + 2))) told++;
  }
  return pairs === 0 ? 0 : told / pairs;
}
