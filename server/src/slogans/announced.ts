/**
 * Numbered phrases without quotation marks whose items stand beside them: 算好三笔账：生态账、经济账、民生账. Offsets into one folded line.
 */
import { UnitSet } from '../base/unitSet';
import type { WordList } from '../language/language';
import { findItems } from './expansion';
import type { Item } from './item';
import { GRASPED } from './verbs';

/** A phrase with its items. */
export interface Announced {
  readonly start: number;
  readonly end: number;
  readonly items: readonly Item[];
}

/** Without 二, which counts no things but makes words: 二手, 二期. */
const NUMERALS = new UnitSet(['两三四五六七八九十']);
const LIST_MARK = '、'.charCodeAt(0);
const TYING = new UnitSet([':分即就也包']);
const NUMBERED = /[两三四五六七八九十][\u3400-\u9fff]{2,8}/y;
/** How far before the number the mark between its last two items may stand, and behind it the colon. */
const REACH = 12;
/** Dates, amounts and enumerators, which are no phrases. */
const AMOUNT =
  /^[二两三四五六七八九十]+(?:年|月|日|天|时|分|点|人|名|位|次|届|场|期|号|岁|个人|端|所|座|架|艘|辆|侧|等|元|万|亿|千|百|十|是|要|来|级|市|县|区|省|国|党|岸|地|队|家|洲|楼|层|度|季度|周|则|篇|章|节|部|年级|会)|^.[个大项条种类]?(?:均|都|皆|各|共同|分别|同时)/;
/** Nouns that are merely counted: 三个问题, 五个方面 are no phrases. */
const PLAIN =
  /(?:问题|方面|环节|产业|课程|园区|阶段|关系|任务|条件|原因|特点|层面|方向|领域|部分|部门|单位|地区|国家|城市|区县|乡镇|街道|企业|项目|类别|品种|目标|要点|步骤|内容|时段|季节|地方|代表团|学校|医院|村庄|景区|场馆|板块|经济区|省份|地市|口岸|基地|中心|系统|指标|指数|类型|赛项|赛事|语言|民族|航线|市场|平台|机构|院校|学科|专业|岗位|品牌|公司|集团|业态|国家级|人群|群体|年龄段|时间段|[国党省市州县区族类线路家港口城镇岛湖河军院地方组班])$/;
/** 五个环节闭环管理: what the parts of some whole do is no phrase. */
const COUNTED_PARTS = /^.[个大项条](?:环节|方面|阶段|领域|部门|单位|园区|区域|层面|步骤|乡镇|街道|村|社区)/;
/** What is left of an item where the phrase itself took its object: 守住一条底线、…、办好|三件实事. */
const BARE_VERB = new RegExp(`^(?:${GRASPED}|[\u3400-\u9fff]好)$`);
/** What tells kinds apart: 水稻、玉米、大豆三种作物 are counted; what the items say of themselves is not: 四种意识,即大局意识、… */
const KINDS = /^.[种类重]/;
const PROPER = /^(?:ns|nr|nt|nz)/;
/** Between a phrase and its items. */
const TIES = /^(?::|,?(?:分别[是为]|即|就是|也就是|包括))/;
const LONGEST_ITEM = 8;
/** Up to this length everything before a punctuation mark is taken for the phrase: 四位一体. */
const LONGEST_BARE = 5;

/**
 * Finds the phrases of a line.
 * @returns phrases in order, only those that are followed by a colon or 分别是 and exactly the items
 *    that their number announces, or preceded by them
 */
export function findAnnounced(line: string, words: WordList): Announced[] {
  const found: Announced[] = [];
  for (let start = NUMERALS.next(line, 0); start < line.length; start = NUMERALS.next(line, start + 1)) {
    if (!hasItems(line, start)) continue;
    NUMBERED.lastIndex = start;
    const match = NUMBERED.exec(line);
    if (!match) continue;
    // 长三角一体化 does not begin with a number.
    if (words.has(line.slice(start - 1, start + 2)) && PROPER.test(words.tag(line.slice(start - 1, start + 2)) ?? '')) continue;
    if (AMOUNT.test(match[0]) || /[第0-9〇零二三四五六七八九十百千万两]/.test(line[start - 1] ?? '')) continue;
    const end = phraseEnd(line, start, start + match[0].length, words);
    if (end === 0 || line[end - 1] === '的' || PLAIN.test(line.slice(start, end)) || COUNTED_PARTS.test(match[0])) continue;
    const items = findItems(line, start, end, words);
    if (!items || items.some(item => item.end - item.start > LONGEST_ITEM)) continue;
    if (items.some(item => BARE_VERB.test(line.slice(item.start, item.end)))) continue;
    // 长江、黄河、淮河、海河四大水系: what bears names of its own is counted, not coined.
    if (items.every(item => PROPER.test(words.tag(line.slice(item.start, item.end)) ?? ''))) continue;
    const after = items[0]!.start >= end;
    // Behind the phrase only a colon or 分别是 ties items to it, and only if they are what the number counts.
    if (after && (!TIES.test(line.slice(end, end + 6)) || !areCounted(line, items, line.slice(end - 2, end)))) continue;
    if (!after && (items.at(-1)!.end !== start || KINDS.test(match[0]))) continue;
    found.push({ start, end, items });
    start = end - 1;
  }
  return found;
}

/** True when all items end like the phrase (三本账: 政治账) or begin with its noun (四个必须: 必须讲政治). */
function areCounted(line: string, items: readonly Item[], noun: string): boolean {
  return items.every(item => line[item.end - 1] === noun.at(-1)) || items.every(item => line.startsWith(noun, item.start));
}

/** A quick test that turns most places away: whether there is a 、 before the number, or behind it what ties items to a phrase. */
function hasItems(line: string, start: number): boolean {
  for (let at = start - 2; at >= Math.max(0, start - REACH); at--) if (line.charCodeAt(at) === LIST_MARK) return true;
  for (let at = start + 2; at < start + REACH; at++) if (TYING.has(line.charCodeAt(at))) return true;
  return false;
}

/**
 * Where the noun of the phrase ends: at punctuation, else behind the nouns that follow the number and its measure.
 * @returns 0 when no noun is found
 */
function phraseEnd(line: string, start: number, longest: number, words: WordList): number {
  if (longest - start <= LONGEST_BARE && !/[\u3400-\u9fff]/.test(line[longest] ?? ',')) return longest;
  for (const from of [start + 2, start + 1]) {
    let end = from;
    for (let noun = nounAt(line, end, longest, words); noun > 0; noun = nounAt(line, end, longest, words)) end += noun;
    // 三大国际科技|创新中心: longer than any phrase.
    if (end > from) return end < longest || nounAt(line, end, end + 4, words) === 0 ? end : 0;
  }
  return 0;
}

/** Length of the longest noun at `at`; 0 when none begins there. */
function nounAt(line: string, at: number, limit: number, words: WordList): number {
  for (let length = Math.min(4, limit - at); length > 1; length--) {
    const tag = words.tag(line.slice(at, at + length));
    if (tag !== undefined) return /^(?:n|vn|an|b|j|l|i)$/.test(tag) ? length : 0;
  }
  return 0;
}
