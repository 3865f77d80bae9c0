/** Whether a unit tells somebody to do something, by its grammar alone. Offsets are into the text that is passed in (look-up text). */
import type { WordList } from '../language/language';
import { countHan, isHan } from '../article/characters';
import { ADDRESSEE, FACT, IMPERATIVE_WORDS, NOT_AN_ORDER, NOT_POLITE, POLITE, PREPOSITIONS, VERB_WITH_RESULT } from './lexicon';
import { findModal } from './modals';

/** What surrounds a unit. */
export interface Surroundings {
  /** Bare imperatives count: directives came before in what is said, or the document is one that orders. */
  readonly passage: boolean;
  /** What is said is the object of an order (要求施工单位三日内整改): no modal is needed. */
  readonly ordered: boolean;
  /** The unit stands in what somebody says, or in a document that speaks. */
  readonly spoken: boolean;
}

export interface DirectiveSpot {
  /** Where it begins: behind clauses that only state facts or time. */
  readonly start: number;
  /** The modal or polite word; null in bare imperatives. */
  readonly marker: { readonly start: number; readonly end: number } | null;
  /** Where the verb phrase begins, for the label. */
  readonly verb: number;
}

interface Clause { readonly start: number; readonly end: number }

/** Longest quotation that counts as a set phrase rather than as speech. */
const QUOTE_LIMIT = 40;
const TIME = /^(?:(?:当前|目前|现在|近期|近来|今年|明年|今冬|今后|下一步|下一阶段|下半年|上半年|接下来|眼下|眼前|时下|未来|随着|面对|面临|进入|在此基础上|与此同时|新的一年|本月|本周|最近|这些年|近年来|多年来|长期以来|当年|此时|此刻|其间|[\u4e00-\u9fff“”"、]{0,16}(?:期间|之际|前夕|以来|来临|将至|在即|以后|之后|时期|时节|季节|阶段|时刻|关头|的情况下|形势下|背景下|当下|初期|末期|中期)|(?:\d{2,4}年)?\d{1,2}月(?:\d{1,2}日)?(?:以来|起|前)?))$/;
const CONNECTIVE = /^(?:同时|另外|此外|特别是|尤其是?|其中|首先|最后|再次|其次|因此|所以|为此|对此|总之|一方面|另一方面|更重要的是|最重要的是|与此同时|换句话说|当然|而且|并且|并|但|但是|然而|在此|尤其|重点是|关键是|核心是)$/;
const ADVERBS = /^(?:逐[段一个户村家项条级层人]|同时|另外|此外|特别是|尤其是?|重点|关键是|还|也|再|更|又|并且?|都|均|共同|在此|最后|因此|所以|并且|今后|下一步|首先|同步|统筹|大家|自觉|主动|积极|地|同样)+/;
const COPULA = /(?<![特尤凡于还但可若要而只不总别其算如既先])是(?![否非以])/;

/**
 * The directive in `folded[from..to)`.
 * @param from behind the enumerator and the attribution
 * @returns null when the unit tells nobody to do anything
 */
export function directiveIn(folded: string, from: number, to: number, around: Surroundings, words: WordList): DirectiveSpot | null {
  const unit = folded.slice(from, to);
  if (/[?？]["')]*$/.test(unit) || /让我们|让大家一起/.test(unit) || countHan(unit) < 3) return null;
  if (/^(?:\(|\[)[^()[\]]{0,30}(?:\)|\])$/.test(unit)) return null;
  if (/(?:讲|说|强调|指出|要求|提出)过[,。]/.test(unit)) return null;
  if (/^各[^。;!?]*:$/.test(unit) || /(?:设|设立)分会场|(?:参加|出席)(?:会议|活动)[。,]?$/.test(unit)) return null;
  // 现将有关事项通知如下： and 自印发之日起施行 order nothing.
  if (/(?:如下|如次|下列)[^,。]{0,6}[:。]?$/.test(unit) || /^[^,;]{0,12}自[^,;]{1,20}起(?:施行|实施|执行|生效)/.test(unit)) return null;
  const masked = quotations(folded, from, to);
  const clauses = clausesOf(folded, from, to, masked);
  for (let i = 0; i < clauses.length; i++) {
    const clause = clauses[i]!;
    const polite = politeAt(folded, clause);
    if (polite && around.spoken) return { start: conditions(folded, clauses, i), marker: polite, verb: polite.end };
    const modal = findModal(folded, clause.start, clause.end, masked);
    if (modal && (around.spoken || addressed(folded, clause, modal)) && orders(folded, clause, modal, around)) return { start: lead(folded, clauses, i, modal.start, around, words), marker: modal, verb: modal.end };
  }
  return around.spoken && (around.passage || around.ordered) ? imperative(folded, clauses, around, words) : null;
}

/** The text opens with a verb of orders, as headings and items do. */
export function isVerbLed(folded: string, from: number, to: number, words: WordList): boolean {
  const at = skipAdverbs(folded, from, to);
  if (verbAt(folded, at, to, words)) return true;
  const prepositional = PREPOSITIONS.exec(folded.slice(at, at + 6));
  return prepositional !== null && verbWithin(folded, at + prepositional[0].length, to, words) >= 0;
}

/** A modal clause is an order when what stands before the modal can be whom it addresses. */
function orders(folded: string, clause: Clause, modal: { start: number; end: number }, around: Surroundings): boolean {
  const before = folded.slice(clause.start, modal.start), after = folded.slice(modal.end, clause.end), word = folded.slice(modal.start, modal.end);
  if (NOT_AN_ORDER.test(before) || before.length > 60) return false;
  if (/^[\u4e00-\u9fff]{1,4}的(?:[\u4e00-\u9fff]{1,6})$/.test(after) || after.length === 0) return false;
  if (/^(?:清醒地?)?(?:看到|注意到)$/.test(after)) return false;
  // 再不…，就要掉队: a result.
  if (/^(?:那?就|就是)$/.test(before)) return false;
  // 成绩要肯定: a maxim about a thing, not an order to anybody.
  if (word === '要' && /^[\u4e00-\u9fff]{2,4}$/.test(before) && !ADDRESSEE.test(before) && /^(?!再|更)[\u4e00-\u9fff]{1,2}$/.test(after) && /^,[\u4e00-\u9fff]{2,4}不[\u4e00-\u9fff]{1,3}/.test(folded.slice(clause.end, clause.end + 9))) return false;
  if (/了$/.test(after) && !/(?:解了|为了)$/.test(after)) return false;
  if ((word === '要' || word === '应') && /(?:会议|意见|方案|文件|报告|讲话|通知)(?:都|也)?$/.test(before) && !around.spoken) return false;
  // 我要感谢…: about the speaker, not to anybody.
  if (/(?:^|[,。])我$/.test(before) || /我(?:还|也|就|只|最|首先)?$/.test(before)) return false;
  if (/^(?:感谢|说的是|说|讲|强调|指出|特别感谢|看到|知道)/.test(after) && word === '要' && before.length < 4 && !/指出问题/.test(after)) return !/^(?:感谢|说|讲的|特别感谢)/.test(after);
  return true;
}

/** Where nobody speaks, only an order with nobody or with those addressed before it counts. */
function addressed(folded: string, clause: Clause, modal: { start: number }): boolean {
  const before = folded.slice(clause.start, modal.start);
  return folded[clause.start - 1] !== '"' && (before === '' || ADDRESSEE.test(before)) && !/^(?:我们|你们)/.test(before);
}

function politeAt(folded: string, clause: Clause): { start: number; end: number } | null {
  const text = folded.slice(clause.start, Math.min(clause.end, clause.start + 24));
  const match = POLITE.exec(text);
  if (!match) return null;
  const start = match[0].length - match[1]!.length;
  if (NOT_POLITE.test(text.slice(start)) || !isHan(folded.charCodeAt(clause.start + match[0].length))) return null;
  if (clause.end - clause.start - match[0].length < 3) return null;
  return { start: clause.start + start, end: clause.start + match[0].length };
}

/** Where the directive begins whose modal stands in clause `i`: clauses before it that belong to it are taken along. */
function lead(folded: string, clauses: readonly Clause[], i: number, modal: number, around: Surroundings, words: WordList): number {
  let first = i;
  const own = folded.slice(clauses[i]!.start, modal);
  while (first > 0 && belongs(folded, clauses[first - 1]!, around, words, first === i && /^(?:也|还|都|同时|更|均|就)?$/.test(own))) first--;
  return clauses[first]!.start;
}

/** Before a request only its condition belongs to it: 如遇停电，请…. */
function conditions(folded: string, clauses: readonly Clause[], i: number): number {
  let first = i;
  while (first > 0 && /^(?:如果?|若|一旦|凡|遇|发现|出现|对于?|为了?|在[^,]{2,20}(?:时|前|后|期间|中))|的$/.test(folded.slice(clauses[first - 1]!.start, clauses[first - 1]!.end)) && !FACT.test(folded.slice(clauses[first - 1]!.start, clauses[first - 1]!.end))) first--;
  return clauses[first]!.start;
}

function belongs(folded: string, { start, end }: Clause, around: Surroundings, words: WordList, subjectless: boolean): boolean {
  const text = folded.slice(start, end);
  if (/^(?:未经.{2,12}|除.{1,40}外)$/.test(text)) return true;
  // The time for which an order holds belongs to it (考试期间，禁止…); a phrase with 从 or 在 only where the order has no subject of its own.
  if ((subjectless || !/^[自从在]/.test(text)) && /^(?:\d{1,2}月\d{1,2}日(?:至|起|前|后|-).*|(?:自|从).{2,20}(?:起|止)|[\u4e00-\u9fff"、]{2,16}(?:期间|前后|前|后|时段))$/.test(text) && !/^(?:当前|目前|会后|今后|以后|此前|最后|随后|下一步)/.test(text) && !FACT.test(text)) return true;
  if ((subjectless || !/^在/.test(text)) && /^(?:在|每|凡|解除|发生|遇|如|接到|发现).*(?:期间|前|后|时|内|中)$/.test(text) && !/^在(?:这|此|过去|今)/.test(text) && !FACT.test(text)) return true;
  if (TIME.test(text)) return false;
  if (CONNECTIVE.test(text)) return true;
  if (/(?:期内|时间内|范围内|前提下)$/.test(text)) return true;
  if (/^[^,]{2,24}的[\u4e00-\u9fff]{1,8}$/.test(text) && !/[了着]|已经|取得|形势|态势|时期|阶段/.test(text) && !COPULA.test(text) && ADDRESSEE_OR_THING.test(text)) return true;
  if (FACT.test(text)) return false;
  if (around.ordered && !COPULA.test(text)) return true;
  if (subjectless && SUBJECT.test(text)) return true;
  if (/的$/.test(text) && text.length <= 40) return true;
  if (/^在/.test(text)) return /方面$/.test(text);
  if (ADDRESSEE.test(text) && text.length <= 30 && !COPULA.test(text)) return true;
  if (COPULA.test(text)) return false;
  if (/^(?:如果?|若|一旦|凡|遇|对于?|按照?|根据|依据|围绕|针对|以|为了?|通过|结合|依托|本着|聚焦|紧扣|立足|着眼|坚持|从|向)/.test(text)) return !/^(?:以来|从而|向来|为此|对此|为何|从.{1,16}[起止底日月]$)/.test(text);
  if (around.spoken && /^各[\u4e00-\u9fff]{1,10}(?:可以|可)/.test(text)) return true;
  return around.spoken && isVerbLed(folded, start, end, words) && countHan(text) >= 4;
}

/** A noun phrase with a relative clause: 存在重大缺陷的设备. */
const ADDRESSEE_OR_THING = /^(?:存在|具有|涉及|属于|符合|不符合|未|逾期|超过|违反|经|在|有|参加|从事|负责|承担|拒不)/;
/** Those addressed stand first and the clause goes on about them: the next one, without a subject, goes on too. */
const SUBJECT = /^(?:各[\u4e00-\u9fff]{1,8}|全体[\u4e00-\u9fff]{2,6}|广大[\u4e00-\u9fff]{2,6}|[省市县区乡镇村]{1,2}[、\u4e00-\u9fff]{0,6}级?[\u4e00-\u9fff]{0,8}|[\u4e00-\u9fff()、]{2,14}(?:负责人|部门|单位|干部|企业|党员|负责同志|同志|书记|人员|队伍|公司|学校|医院))(?:是|每|至少|可|分别|共同|既)/;

/** A bare imperative: the first clause that is more than time opens with a verb, a phrase before a verb, or those addressed and a verb. */
function imperative(folded: string, clauses: readonly Clause[], around: Surroundings, words: WordList): DirectiveSpot | null {
  let i = 0;
  if (/^构成犯罪的/.test(folded.slice(clauses[0]?.start ?? 0, (clauses[0]?.start ?? 0) + 5))) return null;
  while (i < clauses.length && TIME.test(folded.slice(clauses[i]!.start, clauses[i]!.end))) i++;
  const clause = clauses[i];
  if (!clause) return null;
  const { start } = clause, unitEnd = clauses[clauses.length - 1]!.end;
  const scope = folded.slice(start, Math.min(unitEnd, clauses[Math.min(i + 1, clauses.length - 1)]!.end));
  if (FACT.test(scope) || COPULA.test(folded.slice(start, clause.end)) || NOT_AN_ORDER.test(folded.slice(start, clause.end))) return null;
  const at = skipAdverbs(folded, start, clause.end);
  if (/^(?:将会|我|本|他|她|它|这|那|该|此|其|有|没有|据|记者|笔者|来自)/.test(folded.slice(at, at + 3))) return null;
  // 对…的，将依规追究: what the speaker's side will do.
  if (/(?:^|,)(?:我们|市里|县里|省里|区里)?(?:也|还|都)?将(?!.{0,24}(?:到位|起来|下去|落实|清零|作为|纳入|列为))/.test(scope)) return null;
  if (verbAt(folded, at, clause.end, words)) return { start, marker: null, verb: at };
  if (/^从[^,]{1,20}(?:看|来看|来说|起)/.test(folded.slice(at, clause.end))) return null;
  if (PREPOSITIONS.test(folded.slice(at, at + 4))) {
    let limit = clause.end;
    if (verbWithin(folded, at + 1, limit, words) < 0 && i + 1 < clauses.length) limit = clauses[i + 1]!.end;
    const verb = verbWithin(folded, at + 1, limit, words);
    if (verb >= 0 && !/^将/.test(folded.slice(at, at + 1))) return { start, marker: null, verb: limit === clause.end ? at : verb };
    if (/^将/.test(folded.slice(at, at + 1)) && /(?:到位|起来|下去|落实|好)$/.test(folded.slice(at, clause.end))) return { start, marker: null, verb: at };
  }
  if (/^在[^,]{2,20}(?:上|方面|中|内|里|前|处)/.test(folded.slice(at, clause.end)) && verbWithin(folded, at + 3, clause.end, words) >= 0) return { start, marker: null, verb: verbWithin(folded, at + 3, clause.end, words) };
  // 对…的，马上就办: those concerned, then what becomes of them.
  if (/^(?:对|凡)[^,]{2,30}的$/.test(folded.slice(at, clause.end)) && i + 1 < clauses.length && countHan(folded, clauses[i + 1]!.start, clauses[i + 1]!.end) >= 3 && !/^(?:由[^,]{2,20}(?:依法|按照|依照|处|追究)|依法|将|可以?|给予|处以?|责令|移送|按照?有关规定)/.test(folded.slice(clauses[i + 1]!.start, clauses[i + 1]!.end))) return { start, marker: null, verb: clauses[i + 1]!.start };
  for (let end = at + 2; end < Math.min(clause.end, at + 30); end++) {
    if (!ADDRESSEE.test(folded.slice(at, end))) continue;
    let verb = skipAdverbs(folded, end, clause.end);
    if (/^(?:每[日天周月年季\d]|一律|停[课工业产运]|按[规时期]|由[\u4e00-\u9fff]{2}|不[再得准许留漏]|实行|全部|原则上)/.test(folded.slice(verb, verb + 4)) && clause.end - verb >= 2) return { start, marker: null, verb };
    if (around.ordered && clause.end - end >= 4) return { start, marker: null, verb };
    if (PREPOSITIONS.test(folded.slice(verb, verb + 4)) || /^[于在]/.test(folded.slice(verb, verb + 1))) {
      const inner = verbWithin(folded, verb + 1, clause.end, words);
      if (inner >= 0) return { start, marker: null, verb: inner };
    }
    if (/^[三两一\d]{1,2}[日天周月小]/.test(folded.slice(verb, verb + 3))) verb = Math.max(verb, folded.indexOf('内', verb) + 1);
    if (verbAt(folded, verb, clause.end, words)) return { start, marker: null, verb };
  }
  return around.ordered && countHan(scope) >= 4 && verbWithin(folded, at, clause.end, words) >= 0 ? { start, marker: null, verb: at } : null;
}

function skipAdverbs(folded: string, from: number, to: number): number {
  const match = ADVERBS.exec(folded.slice(from, Math.min(to, from + 16)));
  return match ? from + match[0].length : from;
}

/** A verb of orders stands at `at`, and is not a modifier (加强的…) or a fact (加强了…). */
function verbAt(folded: string, at: number, to: number, words: WordList): boolean {
  const head = folded.slice(at, Math.min(to, at + 6));
  if (head.length < 2) return false;
  const length = IMPERATIVE_WORDS.has(head.slice(0, 4)) && head.length >= 4 ? 4 : IMPERATIVE_WORDS.has(head.slice(0, 3)) ? 3 : IMPERATIVE_WORDS.has(head.slice(0, 2)) ? 2 : VERB_WITH_RESULT.exec(folded.slice(at, Math.min(to, at + 20)))?.[0].length ?? 0;
  if (length > 0) return !/^[的了过着]/.test(head.slice(length)) && !isNounWith(head, length, words);
  return false;
}

/** 安全生产…, 全面建设…: the word goes on as a noun that the list knows (发展中国家, 组织部). */
function isNounWith(head: string, length: number, words: WordList): boolean {
  const longer = head.slice(0, length + 1);
  return longer.length === length + 1 && /^n/.test(words.tag(longer) ?? '') && !IMPERATIVE_WORDS.has(longer);
}

/** How far into a clause a verb is looked for. */
const VERB_REACH = 80;

function verbWithin(folded: string, from: number, to: number, words: WordList): number {
  for (let i = from; i + 1 < Math.min(to, from + VERB_REACH); i++) if (IMPERATIVE_WORDS.has(folded.slice(i, i + 2)) && verbAt(folded, i, to, words)) return i;
  return -1;
}

function clausesOf(folded: string, from: number, to: number, masked: (at: number) => boolean): Clause[] {
  const clauses: Clause[] = [];
  let start = from;
  const push = (end: number): void => {
    while (start < end && ' \n"\'('.includes(folded[start]!)) start++;
    if (end > start) clauses.push({ start, end });
  };
  for (let i = from; i < to; i++) {
    if (!',:;。!'.includes(folded[i]!) || masked(i)) continue;
    push(i);
    start = i + 1;
  }
  push(to);
  return clauses;
}

/** Tells what is inside a short quotation: 疫情要防住 in quotes is a slogan, not an order. */
function quotations(folded: string, from: number, to: number): (at: number) => boolean {
  const ranges: [number, number][] = [];
  for (let i = from; i < to; i++) {
    if (folded[i] !== '"') continue;
    const close = folded.indexOf('"', i + 1);
    if (close < 0 || close >= to) break;
    if (close - i <= QUOTE_LIMIT && !(i === from && close >= to - 2)) ranges.push([i, close]);
    i = close;
  }
  return at => {
    let low = 0, high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[middle]![0] < at) low = middle + 1; else high = middle;
    }
    return low > 0 && at < ranges[low - 1]![1];
  };
}
