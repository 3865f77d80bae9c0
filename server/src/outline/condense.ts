/** Shorter wordings of a label: what its verb and its object can do without is left out, one part after the other. Look-up text. */
import { countHan } from '../article/characters';
import type { WordList } from '../language/language';
import { IMPERATIVE_WORDS, VERB_WITH_RESULT } from './orders/lexicon';

/** What is kept of a text: ranges in order. */
export type Kept = readonly (readonly [from: number, to: number])[];
type Range = readonly [from: number, to: number];

/** Labels of so many Han characters are short enough. */
const SHORT = 10;
/** Labels of more units are too long. */
export const LONG = 16;
/** Nouns that say nothing without their modifier. */
const EMPTY =
  /^(?:[\u4e00-\u9fff]{0,2}(?:问题|工作|作用|情况|机制|人员|单位|方式|方法|要求|原则|精神|任务|措施|活动|事项|部署|局面|格局|氛围|环境|条件|关系|能力|水平|态势|目标|思想|理念|意识|态度|作风|姿态|标准|制度|体系|优势|责任|地方|企业|项目|频次|范围))$/;
const MEANS = /^(?:通过|按照|根据|利用|依托|结合)/;
/** A character of two units is never parted. */
const SURROGATES = /[\ud800-\udbff][\udc00-\udfff]/;
/** Shortest object that stands for the whole. */
const LEAST_OBJECT = 3;
/** Most verbs in a row (学习贯彻落实). */
const MOST_VERBS = 3;

/** A part that can be left out of a text, which opens with a verb of so many units; null when there is none. */
type Omission = (folded: string, verb: number, words: WordList) => Range | null;

/**
 * @param folded a label, one clause
 * @returns null when nothing can be left out
 */
export function condensed(folded: string, words: WordList): Kept | null {
  const verb = openingVerb(folded, words);
  let text = folded;
  let kept: readonly number[] | undefined;
  // 提前通过媒体了解…: what follows is no object but how it is done.
  if (SURROGATES.test(folded) || MEANS.test(folded.slice(verb))) return null;
  const leaveOut = (omission: Omission): boolean => {
    const range = omission(text, verb, words);
    if (range === null) return false;
    text = text.slice(0, range[0]) + text.slice(range[1]);
    kept = (kept ?? Array.from(folded, (_, at) => at)).filter((_, i) => i < range[0] || i >= range[1]);
    return true;
  };
  for (const omission of OMISSIONS) if (countHan(text) > SHORT) leaveOut(omission);
  leaveOut(determiner);
  leaveOut(emptyHead);
  return kept ? rangesOf(kept) : null;
}

function rangesOf(kept: readonly number[]): Kept {
  const ranges: [number, number][] = [];
  for (const at of kept) {
    const last = ranges.at(-1);
    if (last && last[1] === at) last[1]++;
    else ranges.push([at, at + 1]);
  }
  return ranges;
}

/** 加强“两站一场”等重点场所防控: what 等 sums up stands behind it. */
const summedUp: Omission = (folded, verb, words) => {
  const at = folded.lastIndexOf('等');
  if (verb === 0 || at < verb + 2 || words.has(folded.slice(at, at + 2)) || words.has(folded.slice(at - 1, at + 1)) || isQuoted(folded, at))
    return null;
  return standsAlone(folded.slice(at + 1)) ? [verb, at + 1] : null;
};

/** 加强对整改情况的日常监督: the object stands behind the last 的. */
const modifier: Omission = (folded, verb) => {
  const last = folded.lastIndexOf('的');
  const of = folded.startsWith('目的地', last - 1) ? folded.lastIndexOf('的', last - 1) : last;
  if (verb === 0 || of < verb + 2 || folded[of - 1] === '"' || isQuoted(folded, of)) return null;
  const object = folded.slice(of + 1);
  const fits = object.length <= SHORT || (folded.length > LONG && object.includes('、'));
  return fits && !/[,"]/.test(object) && standsAlone(object) ? [verb, of + 1] : null;
};

/** 压实属地、部门、个人“四方责任”: what stands before a phrase in quotes explains it. */
const beforeQuote: Omission = (folded, verb) => {
  const quote = folded.indexOf('"');
  const explains = quote > verb + 2 && (folded.length > LONG || folded.slice(verb, quote).includes('、'));
  return verb > 0 && explains && /^"[^"]+"[\u4e00-\u9fff]{0,4}$/.test(folded.slice(quote)) ? [verb, quote] : null;
};

/** 强化土地、资金、人才三大要素保障: what a list is counted as stands behind it. */
const beforeCount: Omission = (folded, verb) => {
  const list = folded.lastIndexOf('、');
  const count = /[一二两三四五六七八九十\d]{1,3}[大个项类种条对道](?=[\u4e00-\u9fff]{2})/.exec(folded.slice(list + 1));
  return verb > 0 && list > verb && count && !/["的]/.test(folded.slice(verb)) ? [verb, list + 1 + count.index] : null;
};

/** 严禁虚报冒领、重复统计: the first of several items that are built alike stands for them. */
const furtherItems: Omission = (folded, verb, words) => {
  const [first, ...others] = folded.split('、');
  if (first === undefined || others.length === 0 || /["(,]/.test(folded)) return null;
  const own = first.length - verb;
  const alike = (item: string): boolean =>
    item.length === own || (verb > 0 && item.length === first.length && openingVerb(item, words) > 0);
  return first.length >= 4 && own >= 2 && others.every(alike) ? [first.length, folded.length] : null;
};

/** 推进老旧小区、老旧街区改造: the last item of a long list has what all share. */
const earlierItems: Omission = (folded, verb) => {
  const items = folded.split('、');
  const last = items.pop()!;
  if (verb === 0 || items.length === 0 || folded.length <= LONG || /[(,]/.test(folded) || /[和与及或等"]/.test(last) || !standsAlone(last))
    return null;
  return items.every((item, i) => item.length - (i === 0 ? verb : 0) < last.length) && !isQuoted(folded, folded.length - last.length)
    ? [verb, folded.length - last.length]
    : null;
};

const OMISSIONS: readonly Omission[] = [summedUp, beforeQuote, beforeCount, modifier, furtherItems, earlierItems];

/** 落实(各项)惠企政策 */
const determiner: Omission = (folded, opening) => {
  const verb = opening === 0 && IMPERATIVE_WORDS.has(folded.slice(0, 2)) ? 2 : opening;
  const all = /^(?:各项|各类|各种|有关|相关|所有)(?=[\u4e00-\u9fff]{3})/.exec(folded.slice(verb));
  return verb > 0 && all ? [verb, verb + all[0].length] : null;
};

/** What is done is said without it: 抓好疫苗接种(工作). */
const emptyHead: Omission = (folded, verb, words) => {
  const end = folded.length - 2;
  return verb > 0 && folded.endsWith('工作') && end - verb >= 4 && /^v/.test(words.tag(folded.slice(end - 2, end)) ?? '')
    ? [end, folded.length]
    : null;
};

/** A noun phrase says enough without what stands before it. */
function standsAlone(object: string): boolean {
  return countHan(object) >= LEAST_OBJECT && !EMPTY.test(object);
}

/** The place stands between quotation marks. */
function isQuoted(folded: string, at: number): boolean {
  return folded.slice(0, at).split('"').length % 2 === 0;
}

/** The length of the verbs that open the text (贯彻落实, 做好); 0 when none does. */
export function openingVerb(folded: string, words: WordList): number {
  let length = 0;
  for (let verbs = 0; verbs < MOST_VERBS; verbs++) {
    const own = verbLength(folded.slice(length), words);
    if (own === 0) break;
    length += own;
  }
  return length;
}

function verbLength(folded: string, words: WordList): number {
  const first = folded.slice(0, 2);
  if (IMPERATIVE_WORDS.has(first) && /^v/.test(words.tag(first) ?? ''))
    return /^[好起到]/.test(folded.slice(2)) && !words.has(folded.slice(2, 4)) ? 3 : 2;
  const match = VERB_WITH_RESULT.exec(folded);
  return match && match[0].length <= 3 && /^v/.test(words.tag(folded.slice(0, 1)) ?? '') ? match[0].length : 0;
}
