/** What units look like that tell nobody to do anything, and where their first clause ends. Offsets are into look-up text. */
import { withoutTrailing } from '../../article/characters';
import { isNounHeading } from '../orders/headlines';
import { FACT } from '../orders/lexicon';
import { LISTED_BELOW, REPORT_NOUN, REPORTED_BELOW } from '../orders/patterns';
import { SIGN } from '../orders/signs';
import type { Unit } from './units';

/** Longest noun that opens an item. */
const LONGEST_TOPIC = 44;
/** Longest sentence that leads to a list of what was done. */
const LONGEST_LEAD = 60;

/** 一、关于施工扰民。: what the item is about. */
export function isTopic(folded: string, from: number, { enumerator, end }: Unit): boolean {
  return (
    enumerator !== null && !enumerator.class.startsWith('inline') && end - from <= LONGEST_TOPIC && isNounHeading(folded.slice(from, end))
  );
}

/** A quotation behind which somebody is named who said it, without a word to others. */
export function isBystander(folded: string, { start, end }: Unit): boolean {
  return (
    folded[start] === '"' &&
    folded[end - 1] === '"' &&
    /^[^,。:;"]{1,24}(?:说|道|告诉记者|感慨|感叹|笑着说)[。,]/.test(folded.slice(end, end + 30)) &&
    !/(?:书记|[市县区省州局厅部]长|主任|主席)/.test(folded.slice(end, end + 24))
  );
}

/** 主要做了以下工作：, 取得了三方面成效。— the items that follow are no orders. */
export function isReportLead(folded: string, from: number, { end, signs }: Unit): boolean {
  if ((signs & SIGN.reportLead) === 0) return false;
  const text = folded.slice(from, end);
  if (REPORTED_BELOW.test(text) || LISTED_BELOW.test(text)) return true;
  return (
    text.length <= LONGEST_LEAD &&
    REPORT_NOUN.test(withoutTrailing(text, ':。,')) &&
    (FACT.test(text) || /(?:有|主要是|体现在|表现为|来自)/.test(text)) &&
    !/(?:要|必须)[\u4e00-\u9fff]/.test(text)
  );
}

/** The end of the first clause; the head of a directive. */
export function clauseEnd(folded: string, from: number, end: number): number {
  let i = from;
  while (i < end && ' ,、'.includes(folded[i]!)) i++;
  const start = i;
  while (i < end && !',;:。!?'.includes(folded[i]!)) i++;
  return i > start ? i : end;
}
