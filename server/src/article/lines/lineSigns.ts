/** What the decisions on the head, the middle and the tail of a page ask of lines and of those beside them. */
import { edged } from '../../base/edged';
import type { CharacterModel } from '../../language/characterModel';
import type { DraftLine } from './draftLine';
import { clauseEnd, EVEN } from './flow';

/** How the names of organs and companies end. */
export const ORGAN_END = edged(
  /(?:局|委|委员会|办公室|政府|厅|部|院|会|公司|中心|指挥部|领导小组|处|署|支队|总队|大队|银行|法院|检察院|学校|大学|集团|站|所|馆|社|组)$/,
);
/** In the tail a line without punctuation that speaks of an order or report is a cut paragraph, not a link. */
export const SPEAKS = /(?:指出|强调|要求|表示|会议|必须|务必)/;

const LONGEST_ITEM = 30;
const LONGEST_VALUE = 8;

/** The number before or after stands on the line right above or below, and neither line is a sentence. */
export function inList(lines: readonly DraftLine[], i: number): boolean {
  const { enumerator, ending, han, running } = lines[i]!.shape;
  if (!enumerator || ending !== 'none' || han > LONGEST_ITEM || running) return false;
  return [lines[i - 1], lines[i + 1]].some(
    other =>
      other?.shape.enumerator?.class === enumerator.class &&
      Math.abs(other.shape.enumerator.value - enumerator.value) === 1 &&
      other.shape.ending === 'none' &&
      other.shape.han <= LONGEST_ITEM,
  );
}

/** A label and its value: 时间：5月6日上午. What a speaker says is a sentence. */
export function isLabelled({ shape, folded }: DraftLine, model: CharacterModel): boolean {
  const label = /^\(?[\u4e00-\u9fff\s·]{2,10}:\s*(?=\S)/.exec(folded);
  if (!label || shape.han > LONGEST_ITEM || shape.ending !== 'none' || shape.running || SPEAKS.test(folded)) return false;
  const value = folded.slice(label[0].length);
  return (
    value.length <= LONGEST_VALUE ||
    /\s/.test(value) ||
    !/[\u4e00-\u9fff]/.test(value) ||
    (!value.includes(',') && clauseEnd(model, value) >= EVEN)
  );
}

/** The next line that may be running text. */
export function textBelow(lines: readonly DraftLine[], i: number): DraftLine | undefined {
  for (let at = i + 1; at < Math.min(lines.length, i + 6); at++)
    if (lines[at]!.kind === null || lines[at]!.kind === 'body') return lines[at];
  return undefined;
}

/** 议程三：暑期灭鼠行动 */
export const AGENDA = edged(/^议[程题][一二三四五六七八九十\d]{1,3}:[^,。;]{2,30}$/);
