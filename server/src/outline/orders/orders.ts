/** Orders that say so: a clause with a modal (要, 必须, 不得) or a polite word (请, 希望). Look-up text. */
import { edged, type Edged } from '../../base/edged';
import { UnitSet } from '../../base/unitSet';
import { isDigit, isHan } from '../../article/characters';
import type { WordList } from '../../language/language';
import type { Clause } from './clauses';
import { ADDRESSEE, NOT_AN_ORDER, NOT_POLITE, POLITE } from './lexicon';
import { isVerbLed } from './imperatives';
import { findModal, type Modal } from './modals';
import { ASKED_WHOM } from './patterns';
import { SIGN } from './signs';

/** A clause with a modal that tells nobody to do anything: all patterns of an entry fit. */
interface Exception {
  readonly clause?: RegExp;
  /** The modal. */
  readonly word?: RegExp;
  /** What stands before the modal in its clause. */
  readonly before?: RegExp;
  /** What stands behind the modal in its clause. */
  readonly after?: RegExp;
  /** What follows the clause. */
  readonly next?: RegExp;
  /** The clause ahead of it. */
  readonly ahead?: RegExp;
  /** Only where no verb of orders follows: 就要掉队, but 就要撤离. */
  readonly outcome?: true;
}

const EXCEPTIONS: readonly Exception[] = [
  { before: NOT_AN_ORDER },
  // 要做的事, 是我们必须牢记的嘱托: a modifier.
  { after: /^[\u4e00-\u9fff]{1,2}的[\u4e00-\u9fff]{1,6}$/ },
  { before: /是[^,]{0,16}$/, after: /^[^,]{1,8}的|^[^,]{1,24}[的之][\u4e00-\u9fff]{2,8}$/ },
  // 也要看到差距: an assessment.
  { after: /^$|^(?:清醒地?|清楚地?)?(?:看到|注意到)/ },
  // 再不…，就要掉队: a result.
  { before: /^那?就$/, outcome: true },
  { before: /^就是$/ },
  // 作风不除，打仗就要打折扣; 去年修渠，要占十七户的地: results and what was.
  { word: /^要$/, before: /就$/, ahead: /[不无未没]|如果|若|一旦|只要/, outcome: true },
  { word: /^要$/, ahead: /^(?:去年|前年|当年|当时|那[年时天]|后来|起初|有一[年次])/ },
  // 要致富，就得先修路: a condition.
  { word: /^要$/, before: /^[\u4e00-\u9fff]{0,4}$/, next: /^,(?:就得|就必须|就离不开|才能|得先|首先得)/ },
  // 成绩要肯定，问题不回避: a maxim about a thing, not an order to anybody.
  {
    word: /^要$/,
    before: /^(?!.*(?:各|部门|单位|干部|群众|企业|人员)$)[\u4e00-\u9fff]{2,4}$/,
    after: /^(?!再|更)[\u4e00-\u9fff]{1,2}$/,
    next: /^,[\u4e00-\u9fff]{2,4}不[\u4e00-\u9fff]{1,3}/,
  },
  // 宜早不宜迟
  { word: /^不宜$/, before: /宜[\u4e00-\u9fff]{1,2}$/ },
  // 抓经济必须抓工业: a maxim that turns on a word.
  { clause: /^([\u4e00-\u9fff])[\u4e00-\u9fff]{1,4}(?<![所局站队院部])(?:必须|就?要)\1[\u4e00-\u9fff]{1,4}$/ },
  // 结果要上墙公示了: over.
  { word: /^(?!别)/, after: /(?<![解为])了$/ },
  // 修订了办法，明确必须公示: part of what was done.
  { before: /^并?(?:明确|规定|约定)/, ahead: /了|已/ },
  { before: /^$/, ahead: /(?:修订|制定|出台|建立|完善|印发)了/ },
  // 因故不能参会的，须请假: whom the order is about.
  { word: /^不能$/, clause: /的$/ },
  // 教训不能靠再交学费来记: a maxim about how something comes about.
  { word: /^不能$/, after: /^[靠用拿][^,]{1,16}[来去][^,]{1,4}$/, before: /(?:教训|经验|代价|安全|生命)$/ },
  // 除有公务须亲自处理外，均应出席: what is excepted.
  { before: /^[^除]*除[^外]*$/, after: /外$/ },
  // 再穷不能穷教育
  { word: /^不能$/, clause: /^再([\u4e00-\u9fff]).{0,4}不能\1/ },
  // 这提醒我们，平台不能成摆设: what was learnt.
  { word: /^不能$/, ahead: /(?:提醒|告诉|告诫|启示|警示|表明|说明|证明)(?:我们|人们|大家)?$/ },
  // 有的单位不能派人: what some are not able to do.
  { word: /^不能$/, before: /(?:^|,)(?:有[的些]|一些|部分|许多|很多|不少|个别|多数|长期|往往|经常|暂时|因此|因而)|[暂仍]$/ },
  // 一座水库溃坝要毁三百亩田: what one of them costs.
  { word: /^要$/, before: /^一[座个条名户亩吨家台艘场次]/, after: /[\d两三四五六七八九十百千万]/ },
  // 上了战场要吃大亏: what comes of it.
  {
    word: /^要$/,
    after: /^(?:吃[大苦]?亏|出大?[事乱]|误大?事|付出[^,]{0,6}代价|挨[批骂打冻饿]|受(?:影响|损失|处分)|掉队|栽跟头|坏事)/,
  },
  // 换个灯泡要请示: what small things cost.
  { word: /^要$/, before: /^[\u4e00-\u9fff]个[\u4e00-\u9fff]{1,6}[都也]?$/, after: /^(?!把|将|先|严|做|有|带)/ },
  // 用得好不好，要看…: what it depends on.
  { word: /^要$/, after: /^看/, ahead: /(.)不\1|有没有/ },
  { word: /^要$/, after: /^看.*(?:(.)不\1|有没有)/ },
  // 任何人都不应该为了赶工付出生命: a truth.
  { word: /^不应该$/, before: /^任何人都?$/ },
  // 应主办方邀请: at whose wish.
  { word: /^应$/, before: /^$/, after: /^(?!按|根据|严格|认真|符合|满足|落实|达到)[^,]{1,20}(?:之邀|邀请[\u4e00-\u9fff]{0,8}|请求|要求)$/ },
  // 夜里十一点还要回消息: what people suffer.
  { word: /^要$/, before: /[\d一两二三四五六七八九十半几][点年月周天][\u4e00-\u9fff]{0,3}[还都]$/, after: /^(?!把|将|再)/ },
  // 他把竹篙递给我，说要好好收着: told in passing.
  { word: /^要$/, before: /^说$/ },
  // 我要感谢…: about the speaker, not to anybody.
  { before: /我(?:还|也|就|只|最|首先)?$/ },
  { word: /^要$/, before: /^.{0,3}$/, after: /^(?:特别)?(?:感谢|说(?![明清服透到好])|讲的)/ },
];

const PARTS = ['clause', 'before', 'after', 'next', 'ahead'] as const;
/** What stands around a modal. */
type Around = Readonly<Record<(typeof PARTS)[number], string>>;

/** An exception for one modal. */
interface OwnException {
  readonly patterns: readonly (readonly [part: keyof Around, pattern: Edged])[];
  readonly outcome: boolean;
}

/** The exceptions for a modal: most are for one of them. */
const exceptionsByWord = new Map<string, readonly OwnException[]>();

function exceptionsOf(word: string): readonly OwnException[] {
  let exceptions = exceptionsByWord.get(word);
  if (!exceptions) {
    exceptions = EXCEPTIONS.filter(exception => exception.word?.test(word) ?? true).map(exception => ({
      patterns: PARTS.flatMap(part => (exception[part] ? [[part, edged(exception[part])] as const] : [])),
      outcome: exception.outcome === true,
    }));
    exceptionsByWord.set(word, exceptions);
  }
  return exceptions;
}

/** Longest subject of an order. */
const SUBJECT_LIMIT = 60;

/**
 * The modal of an order in the clause.
 * @param spoken the clause stands in what somebody says; if not, only an order with nobody or those addressed before it counts
 * @param masked what is quoted there is no order
 */
export function modalOrder(
  folded: string,
  clause: Clause,
  spoken: boolean,
  masked: (at: number) => boolean,
  words: WordList,
): Modal | null {
  const modal = (clause.signs & SIGN.modal) === 0 ? null : findModal(folded, clause.start, clause.end, masked, words);
  if (!modal) return null;
  const before = folded.slice(clause.start, modal.start);
  const word = folded.slice(modal.start, modal.end);
  if (before.length > SUBJECT_LIMIT || (!spoken && (word === '不能' || !isAddressed(folded, clause, before)))) return null;
  const around: Around = {
    clause: clause.text,
    before,
    after: folded.slice(modal.end, clause.end),
    next: folded.slice(clause.end, clause.end + 10),
    ahead: clauseAhead(folded, clause.start),
  };
  const excepted = exceptionsOf(word).some(
    ({ patterns, outcome }) =>
      patterns.every(([part, pattern]) => pattern.test(around[part])) && !(outcome && isVerbLed(folded, modal.end, clause.end, words)),
  );
  return excepted ? null : modal;
}

/** How far back a clause is looked at. */
const AHEAD_REACH = 40;
const AHEAD_OPENERS = new UnitSet([',;。!?:"']);

/** The clause of the same sentence ahead of the one at `start`; empty when there is none. */
function clauseAhead(folded: string, start: number): string {
  if (folded.charAt(start - 1) !== ',') return '';
  return folded.slice(AHEAD_OPENERS.last(folded, Math.max(0, start - AHEAD_REACH), start - 1) + 1, start - 1);
}

/** Nobody, or those addressed, stand before the modal. */
function isAddressed(folded: string, { start }: Clause, before: string): boolean {
  return (
    folded[start - 1] !== '"' &&
    (before === '' || ADDRESSEE.test(before.replace(/(?:一定|务必|都|均|也|还|更|就)$/, ''))) &&
    !/^(?:我们|你们)/.test(before) &&
    !/(?:会议|意见|方案|文件|报告|讲话|通知)(?:都|也)?$/.test(before)
  );
}

/** What opens a polite order stands in its pattern. */
const POLITE_STARTS = new UnitSet([POLITE.source]);

/** Whom or what it is about, before 请. */
const ASKED = /^([\d\u4e00-\u9fff]{2,14}?)(?<![提申报邀聘宴商])请/;

/** Where a polite word stands in a clause, and which; 市民请留意, 垃圾请环保局清运: not always at its head. */
function politeWord(text: string): { readonly from: number; readonly word: string } | null {
  const match = POLITE_STARTS.has(text.charCodeAt(0)) ? POLITE.exec(text) : null;
  if (match) return { from: match[0].length - match[1]!.length, word: match[1]! };
  const before = text.includes('请') ? ASKED.exec(text)?.[1] : undefined;
  return before !== undefined && (ASKED_WHOM.test(text) || ADDRESSEE.test(before)) ? { from: before.length, word: '请' } : null;
}

/** The polite word that opens the clause and asks somebody for something. */
export function politeOrder(folded: string, { start, end, signs }: Clause): Modal | null {
  if ((signs & SIGN.polite) === 0) return null;
  const text = folded.slice(start, Math.min(end, start + 24));
  const polite = politeWord(text);
  if (!polite) return null;
  const { from, word } = polite;
  const behind = start + from + word.length;
  // 建议60岁以上人群…, but 请300位企业家坐前排
  const whom = folded.charCodeAt(behind);
  if (NOT_POLITE.test(text.slice(from)) || !(isHan(whom) || (word !== '请' && isDigit(whom))) || end - behind < 2) return null;
  return { start: start + from, end: behind };
}
