/** Announced numbers: 八个环节, 五大攻坚行动, “四方责任”. Look-up text. */
import { edged } from '../base/edged';
import { UnitSet } from '../base/unitSet';
import { numberValue } from '../article/enumerators';

/** A number with what it counts, and its value; offsets into look-up text. */
export interface NumberPhrase {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

/** Classifiers that count items of a text; 年, 天, 万 … count other things. */
export const COUNTED =
  /([两二三四五六七八九十]{1,3}|\d{1,2})(个方面|个|项|大|条|点|方面|类|道|种|步|张|对|重|层|方|件|支|笔|关|率|本|句|起|例)([\u4e00-\u9fff]{0,6})/g;
/** What they begin with. */
const NUMBERS = new UnitSet(['两二三四五六七八九十0123456789']);
const CLAUSE_ENDS = new UnitSet([',;:。!?']);
/** Set phrases in quotes need no classifier: “五清”, “六稳”. */
export const QUOTED_NUMBER = /"([两二三四五六七八九]|十)([\u4e00-\u9fff]{1,5})"/g;
/** 六税两费, 两减一增: two counts side by side; but 四位一体. */
const SECOND_NUMBER = /[二两三四五六七八九十]|^(?!个)[\u4e00-\u9fff]{1,2}一(?!体)[\u4e00-\u9fff]{1,2}$/;
const NOT_ITEMS = edged(
  /^(?:月|小时|工作日|百分点|星期|季度|世纪|年头|亿|万|多|以上|以内|左右|字|国家?|省|市|县|区|乡|镇|村|社区|街道|人|时|钟|学期|班次|队伍|单位|部门|成员|地区|企业|家庭|班子)/,
);

/** 百分之十五点九, and plans: “十四五”. */
const NUMERAL = edged(/^[一二两三四五六七八九十零\d]/);

/**
 * The number that the first clause of a directive announces (要突出八个环节); set phrases like “五清” announce none. Null when there is
 * none.
 */
export function announcedCount(folded: string): NumberPhrase | null {
  return classified(folded.slice(0, CLAUSE_ENDS.next(folded, 0)))[0] ?? null;
}

/** Numbers with a classifier. */
function classified(folded: string): NumberPhrase[] {
  const found: NumberPhrase[] = [];
  if (NUMBERS.next(folded, 0) === folded.length) return found;
  COUNTED.lastIndex = 0;
  for (let match = COUNTED.exec(folded); match; match = COUNTED.exec(folded)) {
    const value = numberValue(match[1]!);
    const before = match.index > 0 ? folded[match.index - 1]! : '';
    const [, number, classifier, noun] = match as unknown as [string, string, string, string];
    if (
      value === null ||
      value < 2 ||
      value > 20 ||
      /[第\d.百千万亿零十]/.test(before) ||
      NOT_ITEMS.test(noun) ||
      NUMERAL.test(noun) ||
      (classifier !== '点' && classifier !== '个方面' && classifier !== '方面' && noun.length === 0) ||
      (classifier === '大' && value > 10)
    )
      continue;
    found.push({ start: match.index, end: match.index + number.length + classifier.length + nounLength(noun), value });
    COUNTED.lastIndex = match.index + number.length + classifier.length;
  }
  return found;
}

/** All announced numbers from 2 to 20, in order. */
export function numberPhrases(folded: string): readonly NumberPhrase[] {
  const found = classified(folded);
  QUOTED_NUMBER.lastIndex = 0;
  for (let match = QUOTED_NUMBER.exec(folded); match; match = QUOTED_NUMBER.exec(folded)) {
    const value = numberValue(match[1]!);
    const start = match.index + 1;
    if (
      value !== null &&
      value >= 2 &&
      !NUMERAL.test(match[2]!) &&
      !SECOND_NUMBER.test(match[2]!) &&
      !found.some(phrase => phrase.start === start)
    )
      found.push({ start, end: match.index + match[0].length - 1, value });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The noun behind the classifier: up to four characters, not past a particle. */
function nounLength(after: string): number {
  const stop = after.search(/[的和与及,在上中下等为是要]/);
  return Math.min(stop < 0 ? after.length : stop, 4);
}
