/** Lines in which no sentence can break off: markup, code, rows of values, verse. */
import { edged } from '../base/edged';
import { countHan } from '../article/characters';
import type { Prose } from '../article/prose';

/** A tag or comment closes the line. */
const MARKUP = /(?:<\/?[a-z][^<>]{0,80}|--)>$/i;
const LONGEST_TAG = 90;
/** print(…), 提示=…, // … */
const CODE = /^(?:[a-z_][\w.]{0,30}\s*[(={]|[{}<#$]|\/[/*]|[\u4e00-\u9fff\w.]{1,20}=)|%\d{0,2}[sd]|\$\{/i;
/** 答案：A */
const ANSWER = edged(/^(?:参考)?答案:|^解析:/);

/** In a row: so many commas of the keyboard, so many units in the longest value, and in the longest word of a list. */
const ROW_COMMAS = 3;
const LONGEST_VALUE = 20;
const LONGEST_WORD = 5;
/** Lines of verse have so many Han characters. */
const METRES: ReadonlySet<number> = new Set([5, 7]);

/** 1001,青河镇,2023,达标, 健康,全县,防疫,社区: values or words, and no other mark. */
function isRow(text: string): boolean {
  if (/[，。；：！？、]/.test(text) || !/,\S/.test(text)) return false;
  const values = text.split(',');
  return (
    values.length > ROW_COMMAS &&
    values.every(value => value.length <= LONGEST_VALUE) &&
    (values.some(value => /^[\w.%:-]+$/.test(value.trim())) || values.every(value => value.length <= LONGEST_WORD))
  );
}

/** 青山横北郭，白水绕东城， */
function isVerse(clauses: readonly string[]): boolean {
  const [first] = clauses;
  return (
    clauses.length > 1 &&
    METRES.has(first!.length) &&
    clauses.every(clause => clause.length === first!.length && countHan(clause) === clause.length)
  );
}

/** Nothing in the prose is a sentence that could lack its end. */
export function isNoProse({ text, folded, sentences }: Prose): boolean {
  if (MARKUP.test(folded.slice(-LONGEST_TAG)) || CODE.test(folded) || ANSWER.test(folded)) return true;
  if (sentences.length > 1) return false;
  const clauses = folded.split(',').filter(clause => clause !== '');
  return isRow(text) || isVerse(clauses);
}
