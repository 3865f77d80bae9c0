/** Shorter wordings of a label: modifiers and further items that its verb and its object can do without. Look-up text. */
import { countHan } from '../article/characters';
import type { WordList } from '../language/language';
import { IMPERATIVE_WORDS, VERB_WITH_RESULT } from './lexicon';

/** What is kept of a text: ranges in order. */
export type Kept = readonly (readonly [from: number, to: number])[];

/** Labels of so many Han characters are short enough. */
const SHORT = 10;
/** Nouns that say nothing without their modifier. */
const EMPTY = /^(?:[\u4e00-\u9fff]{0,2}(?:问题|工作|作用|情况|机制|人员|单位|方式|方法|要求|原则|精神|任务|措施|活动|事项|部署|局面|格局|氛围|环境|条件|关系|能力|水平|态势|目标|思想|理念|意识|态度|作风|姿态|标准|制度|体系|优势|责任|地方|企业|项目))$/;
const VERB = 2;

/**
 * @param folded a label, one clause
 * @returns null when nothing can be left out
 */
export function condensed(folded: string, words: WordList): Kept | null {
  if (countHan(folded) <= SHORT) return null;
  const verb = verbLength(folded, words);
  return withoutModifier(folded, verb) ?? firstItem(folded, verb);
}

/** 加强对整改情况的日常监督: the verb, and what stands behind the last 的. */
function withoutModifier(folded: string, verb: number): Kept | null {
  const of = folded.lastIndexOf('的');
  if (verb === 0 || of < verb + 2 || /[,、"]/.test(folded.slice(of))) return null;
  const object = folded.slice(of + 1);
  return object.length >= 3 && object.length <= SHORT && !EMPTY.test(object) ? [[0, verb], [of + 1, folded.length]] : null;
}

/** 严禁虚报冒领、重复统计: the first of several items that are built alike. */
function firstItem(folded: string, verb: number): Kept | null {
  const items = folded.split('、'), [first, second] = items;
  if (first === undefined || second === undefined || /["(]/.test(folded)) return null;
  const last = items[items.length - 1]!, own = first.length - verb;
  // 水利、应急部门: the last item has more than the first, they share it.
  return first.length >= 4 && own >= 2 && items.slice(1).every(item => item.length === own || item.length === first.length) && last.length <= first.length ? [[0, first.length]] : null;
}

/** The length of the verb that opens the text; 0 when none does. */
function verbLength(folded: string, words: WordList): number {
  const first = folded.slice(0, VERB);
  if (IMPERATIVE_WORDS.has(first) && /^v/.test(words.tag(first) ?? '')) return VERB;
  const match = VERB_WITH_RESULT.exec(folded);
  return match && match[0].length <= 3 ? match[0].length : 0;
}
