/** Orders that do not say so: clauses led by a verb of orders, or of somebody and what he is to do, without a modal. Look-up text. */
import { edged } from '../../base/edged';
import { unitAt, UnitSet } from '../../base/unitSet';
import { countHan, isHan } from '../../article/characters';
import { WordIndex } from '../../article/persons/wordIndex';
import { divided } from '../../language/division';
import type { WordList } from '../../language/language';
import type { Clause } from './clauses';
import {
  ADDRESSEE,
  FACT,
  PAST,
  IMPERATIVE_WORDS,
  NOT_AN_ORDER,
  PREPOSITIONS,
  STATIVE,
  VERB_WITH_OBJECT,
  VERB_WITH_RESULT,
} from './lexicon';
import { PROMISE } from './patterns';
import { MEANT_BELOW } from './correlatives';
import { SIGN } from './signs';

/** Longest verb of orders. */
const LONGEST_VERB = 4;
const ADVERBS =
  /^(?:[自从]?即日起|逐[段一个户村家项条级层人]|同时|另外|此外|特别是|尤其是?|重点|关键是|还|也|再(?!不)|更|又|并且?|都|均|共同|在此|最后|因此|所以|并且|今后|下一步|首先|同步|统筹|视情况?|酌情|相应|分别|大家|自觉|主动|积极|地|同样|动态|综合|常态化?|滚动)+/;
/** Words that open a clause about those present, a thing pointed at or a report. */
const NO_ORDER_LEADS =
  /^(?:在[^,]{2,24}下$|祝|预祝|愿(?!意)|欢迎|感谢|谢谢|[^,]{0,6}可以|将会|再不|决定|同意|原则|审议|听取|我|本|他|她|它|这|那|该|此|其(?!他)|有(?!关|序|效|力|条件|针对)|没有|据|[\u4e00-\u9fff]{0,6}(?:[旅团营连排班队站局县市区镇乡村校院]长|政委|书记|主任)[\u4e00-\u9fff]{1,3}[带率](?!头)|今[天日](?!起)|今年[前上以]|目前|刚才|接(?=[^,]{2,16}(?:通知|预报|报告))|记者|笔者|来自|从[^,]{1,20}(?:看|来说|起))/;
/** 对…的，依法追究: what becomes of somebody by law; nobody is told to do it. */
export const BY_LAW =
  /^(?:由[^,]{2,20}(?:依法|按照|依照|处|追究)|[\u4e00-\u9fff]{0,8}(?:部门|机关|[局委办院])将|将|可以?(?!用|先|到|在|通过|采取|适当)|移送|按照?有关规定)/;
/** Whom only the law concerns. */
export const OFFENDERS = edged(/^(?:构成犯罪|对?违反(?:本|上述|以上|有关)|违者$|涉嫌犯罪)/);

/** 做安全知识的传播者 */
const BE = /^[争要]?[做当]好?[^,]{2,14}(?:者|人|员|先锋|表率|榜样|标兵|卫士)$/;
/** 到群众中去 */
const GO = edged(/^(?:到|往)[^,]{1,12}去$/);

/** Every match of these patterns ends, or begins, with a character that stands in them. */
const ADDRESSEE_ENDS = new UnitSet([ADDRESSEE.source]);
const ADVERB_STARTS = new UnitSet([ADVERBS.source]);
const verbs = new WordIndex([...IMPERATIVE_WORDS].filter(word => word.length > 1 && word.length <= LONGEST_VERB));
const shortVerbs = new WordIndex([...IMPERATIVE_WORDS].filter(word => word.length === 2));

/** 对整改不力、再次发现同类问题的, 对已开工项目: whom or what an order is about. */
const CONCERNED = edged(/^(?:对|凡)[^,]{2,30}的$/);
const CONCERNING = edged(/^对(?![此照标])[^,]{3,30}$/);

/** How far into a clause a verb is looked for, and those addressed. */
const VERB_REACH = 80;
const ADDRESSEE_REACH = 30;
/** Longest match of `ADDRESSEE`, with what must not stand before it. */
const LONGEST_ADDRESSEE = 6;

/** What surrounds a clause that may be a bare imperative. */
export interface ImperativeContext {
  /** The clause is the object of an order (要求施工单位三日内整改). */
  readonly ordered: boolean;
  /** The verb may stand in the clause that follows (对标先进，查找差距). */
  readonly next: Clause | null;
}

/**
 * Where the verb phrase of a bare imperative begins in `clause`.
 * @returns -1 when the clause tells nobody to do anything
 */
export function imperativeIn(folded: string, clause: Clause, { ordered, next }: ImperativeContext, words: WordList): number {
  const { start, end } = clause;
  if (isVetoed(folded, clause, next, words)) return -1;
  const at = skipAdverbs(folded, start, end);
  if (NO_ORDER_LEADS.test(folded.slice(at, end))) return -1;
  if (verbAt(folded, at, end, words) || isVerbWithObject(folded.slice(at, Math.min(end, at + 6)), ordered, words)) return at;
  if (GO.test(folded.slice(at, end)) || BE.test(folded.slice(at, end))) return at;
  const behind = skipTime(folded, at, words);
  if (behind > at && verbAt(folded, behind, end, words)) return behind;
  const phrase = behindPhrase(folded, at, clause, next, words);
  if (phrase >= 0) return phrase;
  const subject = behindSubject(folded, at, end, ordered, words);
  if (subject >= 0) return subject;
  const those = behindThose(folded, at, end, words);
  if (those >= 0) return those;
  const noun = behindNoun(folded, at, end, words);
  if (noun >= 0) return noun;
  if ((clause.hasOrderSign || MEANT_BELOW.test(clause.text)) && countHan(clause.text) >= 4) return start;
  return ordered && countHan(folded, start, next?.end ?? end) >= 4 && verbWithin(folded, at, end, words) >= 0 ? at : -1;
}

/** The clause, or the one behind it, tells a fact, a judgement, a thought or a promise. */
function isVetoed(folded: string, clause: Clause, next: Clause | null, words: WordList): boolean {
  const { start, end, signs, text } = clause;
  const following = next?.signs ?? 0;
  if (clause.isJudgement || text.startsWith('构成犯罪的') || (next && (following & SIGN.fact) !== 0 && PAST.test(next.text))) return true;
  if (((signs | following) & SIGN.promise) !== 0 && PROMISE.test(folded.slice(start, next?.end ?? end))) return true;
  // Facts about those concerned are part of their name.
  if ((signs & (SIGN.fact | SIGN.quote | SIGN.noOrder)) === 0 || isConcerned(text, words)) return false;
  return (
    ((signs & (SIGN.fact | SIGN.quote)) !== 0 && FACT.test(text.replace(/"[^"]*"/g, ''))) ||
    ((signs & SIGN.noOrder) !== 0 && NOT_AN_ORDER.test(text.replace(MEANT_BELOW, '')))
  );
}

/** C级的限期加固: those of a kind, then what is done with them; -1 when no verb follows. */
function behindThose(folded: string, at: number, end: number, words: WordList): number {
  const those = /^[^,的"是我你他这那持合]{1,10}的(?=[\u4e00-\u9fff]{4})/.exec(folded.slice(at, Math.min(end, at + VERB_REACH)));
  if (!those) return -1;
  const behind = at + those[0].length;
  // 孩子的安全: a noun, not those of a kind.
  return verbAt(folded, behind, end, words) && !/^(?:an|x)/.test(words.tag(folded.slice(behind, behind + 2)) ?? '') ? behind : -1;
}

/** What only those say who tell how something is to be done; said of what is so, 了 or 已 would stand there. */
const STRICTLY =
  /^(?:做到|实行|推行|严格(?!来|意义)|紧盯|盯[紧牢住死]|果断|严[防查守控禁惩](?![,。;]|密|不)|从[严快重]|轮流|跟班|驻守|优先|定期|专[款人车库](?=专))/;
/** Longest noun before it. */
const LONGEST_TOPIC = 14;

/** 工地道路做到“六个百分之百”, 矿山领域紧盯瓦斯: something or somebody, then how it is to be done; -1 where no such verb follows. */
function behindNoun(folded: string, at: number, to: number, words: WordList): number {
  for (let end = at + 2; end < Math.min(to - 2, at + LONGEST_TOPIC); end++) {
    if (!isHan(folded.charCodeAt(end))) return -1;
    if (STRICTLY.test(folded.slice(end, end + 4)))
      return /^n/.test(words.tag(divided(folded.slice(at, end), words).lastWord) ?? '') ? end : -1;
  }
  return -1;
}

/** Only those concerned stand in the clause; what is to become of them comes next. */
function isConcerned(text: string, words: WordList): boolean {
  return CONCERNED.test(text) || (CONCERNING.test(text) && /^n/.test(words.tag(text.slice(-2)) ?? ''));
}

/** 经会商，县防指决定启动应急响应: what somebody does himself. */
const RESOLVES = /决定|计划|预计|打算/;
/** Phrases of aim and means: the verb inside them may be theirs (通过加强…), the one that opens the next clause is not. */
const MEANS_PHRASE = edged(
  /^(?:按照?|根据|依据|依照|遵照|围绕|针对|通过|依托|结合|聚焦|紧扣|立足|以|为了?|本着|着眼|对照|对标|紧盯|从|由|就|因|关于|于|随着)/,
);
const CLOSED_PHRASE = edged(/^(?:随着|为了|由[^,]*的|从[^,]*到)/);

/**
 * 对敷衍整改的，严肃处理; 在用地上优先保障; 将成果落实到位: a phrase, then the verb, which may
 * stand in the next clause; -1 when none follows.
 */
function behindPhrase(folded: string, at: number, clause: Clause, next: Clause | null, words: WordList): number {
  const { end } = clause;
  const text = folded.slice(at, end);
  if (next && (BY_LAW.test(next.text) || RESOLVES.test(next.text))) return -1;
  if (text.startsWith('将')) return at > clause.start || /(?:到位|起来|下去|落实|好|挂钩)$/.test(text) ? at : -1;
  const prepositional = PREPOSITIONS.test(text) ? behindPreposition(folded, at, clause, next, words) : -1;
  if (prepositional >= 0) return prepositional;
  const where = WHERE.exec(text);
  if (where) {
    const behind = at + where[0].length;
    const verb = skipAdverbs(folded, behind, end);
    // 测评中也暴露出…: what comes about in the course of something needs a verb of orders to be one.
    if ((verb > behind && !where[0].endsWith('中')) || verbAt(folded, verb, end, words)) return verb;
  }
  // 对…的，马上就办: those concerned, then what becomes of them.
  return next && isConcerned(text, words) && countHan(folded, next.start, next.end) >= 3 ? next.start : -1;
}

/** 在用地上, 汛期前 */
const WHERE = /^(?:在[^,]{2,20}?(?:上|方面|中|内|里|前|处|范围)|[^,]{2,12}(?:时|前|后|期间|中))/;

function behindPreposition(folded: string, at: number, { end }: Clause, next: Clause | null, words: WordList): number {
  const text = folded.slice(at, end);
  const own = verbWithin(folded, at + 1, end, words);
  const goesOn = next !== null && (isVerbLed(folded, next.start, next.end, words) || next.hasOrderSign);
  if (!MEANS_PHRASE.test(text)) return own >= 0 ? at : goesOn ? skipAdverbs(folded, next.start, next.end) : -1;
  if (goesOn) return skipAdverbs(folded, next.start, next.end);
  return own >= 0 && (next === null || countHan(folded, next.start, next.end) <= 4) && !CLOSED_PHRASE.test(text) ? at : -1;
}

/** 值班人员, 施工单位: those who do something are called by it. */
const WHO_DOES = edged(/^[\u4e00-\u9fff]{2}(?:人员|单位|部门|企业|机构|队伍|工地|场所|责任人|负责人)$/);
/** Behind these others are addressed too: 民政局与公所. */
const JOINS = '、与和及';
/** No verb and object stand in so many units: 乡镇市公所. */
const LONGEST_NOUN = 2;
/** 将名单报局: behind this nobody is addressed any more. */
const GOVERNS = /[将把向]|在(?![建职岗校册编用])|于\d/;
/** All of a kind are addressed: 各部门, 有关单位. */
export const EVERY = /^(?:各|有关|相关|广大|全[体省市县区州镇乡村院校系])/;

/** Whom orders address without a name. */
export const WHOM = new RegExp(`${EVERY.source}|^你们`);

/** 水利站每日会商: where the verb begins behind those addressed; -1 when none does. */
export function behindSubject(folded: string, at: number, to: number, ordered: boolean, words: WordList): number {
  let found = -1;
  for (let end = at + 2; end < Math.min(to, at + ADDRESSEE_REACH); end++) {
    if (!ADDRESSEE_ENDS.has(folded.charCodeAt(end - 1)) || !ADDRESSEE.test(folded.slice(Math.max(at, end - LONGEST_ADDRESSEE), end)))
      continue;
    if (JOINS.includes(folded[end]!) || isInsideWord(folded, end, words)) continue;
    // 优化政府服务: what stands behind the verb is its object, 值班人员 is who is addressed.
    if (found >= 0 && end > found + LONGEST_NOUN && !WHO_DOES.test(folded.slice(found, end))) break;
    if (GOVERNS.test(folded.slice(at, end))) break;
    const verb =
      isIdiom(folded, end, to, words) && EVERY.test(folded.slice(at, at + 2)) ? end : verbOf(folded, at, end, to, ordered, words);
    // 商务、发改部门: the longest name that a verb follows.
    if (verb >= 0) found = verb;
    else if (found >= 0) break;
  }
  return found;
}

/** 部分: the last character of who seems to be addressed begins another word. */
function isInsideWord(folded: string, at: number, words: WordList): boolean {
  // 企业家
  if (words.has(folded.slice(at - 2, at + 1))) return true;
  const across = words.frequency(folded.slice(at - 1, at + 1));
  return across > 0 && across > Math.max(words.frequency(folded.slice(at - 2, at)), words.frequency(folded.slice(at, at + 2)));
}

/** 各部门举一反三: an idiom is all that those addressed are told. */
const isIdiom = (folded: string, from: number, to: number, words: WordList): boolean =>
  to - from === 4 && words.tag(folded.slice(from, to)) === 'i';

function verbOf(folded: string, at: number, end: number, to: number, ordered: boolean, words: WordList): number {
  const verb = skipAdverbs(folded, end, to);
  // 多留意长者的身体: those are whom it is about.
  if (folded[verb] === '的') return -1;
  if (
    /^(?:每[一二三四五六七八九十半两\d]{0,2}[日天周月年季\d]|一律|停[课工业产运]|按[规时期]|由[\u4e00-\u9fff]{2}|不[再得准许留漏]|实行|全部|原则上)/.test(
      folded.slice(verb, verb + 4),
    ) &&
    to - verb >= 2
  )
    return verb;
  // 各街道把号码印在卡上; 你们把工期表贴到墙上
  if (folded[verb] === '把' && WHOM.test(folded.slice(at, at + 2))) return verb;
  if (ordered && to - end >= 4 && !ADDRESSEE.test(folded.slice(end - 1, end + 1))) return verb;
  if (PREPOSITIONS.test(folded.slice(verb, verb + 4)) || /^[于在]/.test(folded.slice(verb, verb + 1))) {
    const inner = verbWithin(folded, verb + 1, to, words);
    if (inner >= 0) return inner;
  }
  const behindTime = /^[三两一\d]{1,2}[日天周月小]/.test(folded.slice(verb, verb + 3))
    ? Math.max(verb, folded.indexOf('内', verb) + 1)
    : verb;
  return verbAt(folded, behindTime, to, words) ? behindTime : -1;
}

/** The text opens with a verb of orders, as headings and items do. */
export function isVerbLed(folded: string, from: number, to: number, words: WordList): boolean {
  const at = skipAdverbs(folded, from, to);
  // 从战略上看清…
  const respect = /^[从在][^,]{1,10}?上(?=[\u4e00-\u9fff]{2})/.exec(folded.slice(at, Math.min(to, at + 16)));
  if (verbAt(folded, at + (respect?.[0].length ?? 0), to, words)) return true;
  const prepositional = PREPOSITIONS.exec(folded.slice(at, at + 6));
  return prepositional !== null && verbWithin(folded, at + prepositional[0].length, to, words) >= 0;
}

/** 午后, 平时: a time that is not the present or the past. */
const skipTime = (folded: string, at: number, words: WordList): number =>
  words.tag(folded.slice(at, at + 2)) === 't' && !DEICTIC.test(folded.slice(at, at + 2)) ? at + 2 : at;
/** 今年, 目前, 昨天 */
const DEICTIC = /[今昨去目当近现如往刚]|从前|过去|前[天年]|上[周月]/;

function skipAdverbs(folded: string, from: number, to: number): number {
  const match = ADVERB_STARTS.has(unitAt(folded, from)) ? ADVERBS.exec(folded.slice(from, Math.min(to, from + 16))) : null;
  return match ? from + match[0].length : from;
}

/** A verb of orders stands at `at`, and is not a modifier (加强的…) or a fact (加强了…). */
function verbAt(folded: string, at: number, to: number, words: WordList): boolean {
  const head = folded.slice(at, Math.min(to, at + 6));
  if (head.length < 2) return false;
  // 不携带火种, 不私拉电线: what is not to be done.
  if (head[0] === '不' && !words.has(head.slice(0, 2)) && isDone(head.slice(1), words)) return true;
  const length =
    verbs.startingAt(folded, at, to)?.length ?? VERB_WITH_RESULT.exec(folded.slice(at, Math.min(to, at + 20)))?.[0].length ?? 0;
  return length > 0 && !/^[的了过着]/.test(head.slice(length)) && !isNounWith(head, length, words);
}

/** 携带, 私拉, 盲目下水: something that people do, not what is so. */
function isDone(text: string, words: WordList): boolean {
  const word = text.slice(0, 2);
  const tag = words.tag(word);
  if (tag === undefined) return words.tag(text.charAt(1)) === 'v';
  return IMPERATIVE_WORDS.has(word) || (!STATIVE.has(word) && words.tag(/^[ad]/.test(tag) ? text.slice(2, 4) : word) === 'v');
}

/** 抓谋划: a verb of one character and its object. What is ordered may begin with any verb that is done. */
function isVerbWithObject(head: string, ordered: boolean, words: WordList): boolean {
  if (VERB_WITH_OBJECT.test(head) && words.has(head.slice(1, 3)) && !words.has(head.slice(0, 2))) return true;
  const verb = head.slice(0, 2);
  return (
    ordered &&
    head.length >= 4 &&
    words.tag(verb) === 'v' &&
    !STATIVE.has(verb) &&
    !/^[的了过着,、]/.test(head.slice(2)) &&
    !words.has(head.slice(0, 3))
  );
}

/** 安全生产…, 全面建设…: the word goes on as a noun that the list knows (发展中国家, 组织部). */
function isNounWith(head: string, length: number, words: WordList): boolean {
  // 报告振奋人心: a noun of which the idiom is told.
  if (words.tag(head.slice(0, length)) === 'n' && words.tag(head.slice(length, length + 4)) === 'i') return true;
  const longer = head.slice(0, length + 1);
  return longer.length === length + 1 && /^n/.test(words.tag(longer) ?? '') && !IMPERATIVE_WORDS.has(longer);
}

function verbWithin(folded: string, from: number, to: number, words: WordList): number {
  for (let i = from; i + 1 < Math.min(to, from + VERB_REACH); i++)
    if (shortVerbs.startingAt(folded, i, to) && verbAt(folded, i, to, words)) return i;
  return -1;
}
