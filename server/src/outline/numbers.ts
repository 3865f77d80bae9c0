/** Announced numbers: 八个环节, 五大攻坚行动, “四方责任”. Look-up text. */
import { numberValue } from '../article/enumerators';

export interface NumberPhrase {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

/** Classifiers that count items of a text; 年, 天, 万 … count other things. */
const COUNTED = /([两二三四五六七八九十]{1,3}|\d{1,2})(个方面|个|项|大|条|点|方面|类|道|种|步|张|对|重|层|方|件|支)([\u4e00-\u9fff]{0,6})/g;
const NOT_ITEMS = /^(?:月|小时|工作日|百分点|星期|季度|世纪|年头|亿|万|多|以上|以内|左右|会|国|省|市|县|区|乡|镇|村|人|时|钟|学期|班次|队伍)/;

/** The first announced number in a short text; null when there is none. */
export function announcedCount(folded: string): NumberPhrase | null {
  return numberPhrases(folded)[0] ?? null;
}

/** All announced numbers from 2 to 20. */
export function numberPhrases(folded: string): readonly NumberPhrase[] {
  const found: NumberPhrase[] = [];
  COUNTED.lastIndex = 0;
  for (let match = COUNTED.exec(folded); match; match = COUNTED.exec(folded)) {
    const value = numberValue(match[1]!), before = match.index > 0 ? folded[match.index - 1]! : '';
    if (value === null || value < 2 || value > 20 || /[第\d.百千万亿零十]/.test(before) || NOT_ITEMS.test(match[2] === '个' ? match[3]! : '') || (match[2] === '大' && match[3]!.length === 0)) continue;
    found.push({ start: match.index, end: match.index + match[1]!.length + match[2]!.length + nounLength(match[3]!), value });
  }
  return found;
}

/** The noun behind the classifier: up to four characters, not past a particle. */
function nounLength(after: string): number {
  const stop = after.search(/[的和与及,在上中下等为是要]/);
  return Math.min(stop < 0 ? after.length : stop, 4);
}
