/** Forms in which set phrases are made. Works on folded phrases without quotation marks. */
import { edged } from '../base/edged';
import { UnitSet } from '../base/unitSet';
import type { WordList } from '../language/language';
import { leadingNumber, numberAt } from './numerals';

const FORMS: readonly RegExp[] = [
  /^应.尽.$/,
  /^逢.必.$/,
  // 一天一检, 村村有一社一员
  /^一.一.?$/,
  // 村村通, 户户查: each of them
  /^([村户人天月年家镇乡校岗事处时层级件样条])\1[\u3400-\u9fff]$/,
  /^.{0,3}一.{1,3}一.{1,3}$/,
  /^零..{1,3}$/,
  /^有.必.$/,
  /^..即.$/,
  /^即.即.$/,
  // 未诉先办, 先立后破, 边学边改, 当用则用
  /^未.先.$/,
  /^先.后.$/,
  /^边.边.$/,
  /^[当能应该可].(?:则|就|尽|必).$/,
  /^能.尽.$/,
  /^.长制$/,
  // 非必要不离淮, 最多跑一地
  /^非[^不]+不.+$/,
  /^最多.一.$/,
  // 严而又严, 快起快办, 步步为营
  /^(.).\1.$/,
  /^.(.).\1$/,
  /^(.).\1.\1.$/,
  /^[一头首]号..$/,
  // 只挂帅不出征, 建而不管, 一封了之
  /^只.{1,3}不.{1,3}$/,
  /^.{1,2}而[不未].$/,
  /^一.了[之事]$/,
  // 第一粒扣子, 第一道防线, 开门第一会; not 第一次
  /^第一(?![次名季届天年批课集章节期]).{1,4}$/,
  /^..第一[会仗考关]$/,
  // 舌尖上的浪费
  /^.{2}上的.{2}$/,
  // 哪里有险情哪里就有民兵
  /^(哪里|谁)[^,、]{1,5}\1.{1,8}$/,
  // 作风建设年, 项目攻坚年
  /^[\u3400-\u9fff]{2}(?:建设|提升|攻坚|落实|突破|深化|巩固|优化|整治|提质|增效|效能)年$/,
];

/** 未诉先办, 一天一检, 第一粒扣子. */
export function isFormed(phrase: string): boolean {
  return FORMS.some(form => form.test(phrase));
}

const MANNER = edged(/^[\u3400-\u9fff]{1,2}[^模形方公仪格样程正款]式(?:管理|服务|监管|治理|监督|执法|帮扶|检查|调研|培养)?$/);

/** 填鸭式, 盆景式: the manner of something, be it a word as well. */
export function isManner(phrase: string): boolean {
  return MANNER.test(phrase);
}

/** What is said of things in one character. */
const QUALITIES = new UnitSet([
  '大小高低明暗亮深浅长短快慢强弱轻重干湿内外上下前后左右新旧冷热早晚多少好坏宽严软硬虚实远近公私急缓富优精真假老幼全半',
]);
/** What is done in one character. */
const DEEDS = new UnitSet([
  '进出来去迎度保促稳防控治理扩提增降减补转改建管放用养修护守联帮送访问听查看走上下入回收退还种卖买拆清整抓干播缩压拓招引育聚强壮兴富护净绿美',
]);

/**
 * 明厨亮灶, 小病大养, 干播湿出, 迎峰度夏: two halves of a quality or a deed and its object, at least one of which is no word of its own.
 */
export function isBuiltAlike(phrase: string, words: WordList): boolean {
  const first = phrase.charCodeAt(0);
  const second = phrase.charCodeAt(2);
  return (
    phrase.length === 4 &&
    ((QUALITIES.has(first) && QUALITIES.has(second)) || (DEEDS.has(first) && DEEDS.has(second))) &&
    (!words.has(phrase.slice(0, 2)) || !words.has(phrase.slice(2)))
  );
}

const SUM = /^[\u3400-\u9fffA-Z\d]{1,10}(?:\+[\u3400-\u9fffA-Z\d]{0,10}){1,5}$/;
/** 发现-分流-化解-稳控; 上海-杭州 is a route. */
const CHAIN = /^[\u3400-\u9fff]{1,10}(?:-[\u3400-\u9fff]{1,10}){2,5}$/;

/** 支部+合作社+农户, 1+3+N, 互联网+, 发现-分流-化解-稳控. */
export function isSum(phrase: string): boolean {
  return SUM.test(phrase) || CHAIN.test(phrase);
}

/** 一核两翼三带, 三区三城: counts side by side. */
const COUNTS = edged(/^(?:[一二两三四五六七八九十百千多][\u3400-\u9fff]{1,2}){2,5}$/);
/** 东街三巷, 卫星三号: what is counted are places and things of one name. */
const PLACE = /[村里巷街路区院队组期号楼站厂班年月天人家口次届届位名章节层级点分]$/;
/** 三年, 五一节, 十二: dates and bare numbers. */
const DATED = /^(?:[年月日时分点岁元度号届]|十[一二]?$)/;
/** 十四五: the years of a plan. */
const PLAN_YEARS = /^[一二三四五六七八九十]?[一二三四五六]五$/;
const MEASURES = '个大项条种类方批位步张本笔关环心力道级层网线点面法字章单清书';
/** How often the word list's source has a word that is seldom used. */
const SELDOM = 50;

/**
 * 四个口袋, 五清, 三章一Q, 百日攻坚, 一核两翼三带; not 一下, 两节, 十分.
 * @param called what it is called behind the closing mark: a plan near by, or right there
 */
export function isNumbered(phrase: string, called: { readonly far: boolean; readonly near: boolean }, words: WordList): boolean {
  const known = words.has(phrase);
  // 百日攻坚; 百年书院 is a name.
  if (/^[百千万](?![年载里])[\u3400-\u9fff]+$/.test(phrase)) return phrase.length >= 4 && !known;
  if (!known && (COUNTS.test(phrase) || (numberAt(phrase) > 0 && !PLACE.test(phrase)))) return true;
  if (PLAN_YEARS.test(phrase)) return false;
  const number = leadingNumber(phrase);
  const rest = phrase.slice(1);
  if (number < 2 || !/^[\u3400-\u9fffA-Z\d+]+$/.test(phrase) || DATED.test(rest)) return false;
  if (/^\d/.test(phrase)) return /^\d{1,2}[+个大项].+/.test(phrase);
  if (phrase.length > 2) return MEASURES.includes(rest[0]!) || (phrase.length <= 8 && !known) || words.frequency(phrase) < SELDOM;
  if (leadingNumber(rest) > 0) return false;
  // “两山”理论, but “两会” and “两节” alone are days; 三无 and 五保 are short for something, 三门 and 五四 are not.
  return number > 2 ? !known || isShort(phrase, words) || called.far : !known && called.near;
}

/** 三无, 五保, 四史: short for something, not a word that is much used. */
function isShort(phrase: string, words: WordList): boolean {
  const tag = words.tag(phrase) ?? '';
  return /^[fj]$/.test(tag) || (tag === 'n' && words.frequency(phrase) < SELDOM);
}

/** Parts of this length make no phrase of several. */
const LONGEST_PART = 12;

/** 防输入、防扩散、防聚集: parts of one length, or with something in common. */
export function isParallel(parts: readonly string[]): boolean {
  // 人、物、环境
  if (parts.length > 2 && parts.every(part => part.length > 0 && part.length <= 4)) return true;
  if (parts.some(part => part.length < 2 || part.length > LONGEST_PART)) return false;
  const [first, ...others] = parts as [string, ...string[]];
  const inAll = (of: (part: string) => unknown): boolean => others.every(part => of(part) === of(first));
  return (
    // 一个中心、两个基本点
    parts.every(part => leadingNumber(part) > 0) ||
    inAll(part => part.length) ||
    inAll(part => part[0]) ||
    inAll(part => part.at(-1)) ||
    // 仗怎么打、兵就怎么练
    [...first].some((_, at) => at > 0 && others.every(part => part.includes(first.slice(at - 1, at + 1)))) ||
    // 县长包片、乡长包村、村干部包户
    (parts.length > 2 && [...first].some(char => parts.every(part => part.length <= 6 && part.includes(char)))) ||
    // 不发通知、不打招呼、不听汇报、直奔基层
    (parts.length > 3 && parts.filter(part => part[0] === first[0]).length >= parts.length / 2)
  );
}
