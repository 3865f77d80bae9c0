/** Whether a unit tells somebody to do something, by its grammar alone. Offsets are into the text that is passed in (look-up text). */
import { UnitSigns } from '../base/unitSet';
import { countHan } from '../article/characters';
import type { WordList } from '../language/language';
import { clausesOf, kindOf, quotations, type Clause, type ClauseKind } from './clauses';
import { behindSubject, BY_LAW, hasOrderSign, imperativeIn, isVerbLed } from './imperatives';
import { FACT } from './lexicon';
import { modalOrder, politeOrder } from './orders';

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

/** Units that look like orders and are none; a pattern is tried where one of the units before it occurs. */
const NO_DIRECTIVES: readonly (readonly [signs: string, pattern: RegExp])[] = [
  ['?？', /[?？]["')]*$/],
  ['让', /让我们|让大家一起/],
  // 创建为民，创建靠民。: maxims turn on a word.
  [',', /^([\u4e00-\u9fff]{2})[\u4e00-\u9fff]{1,3},\1[\u4e00-\u9fff]{1,3}[。!]?$/],
  ['([', /^(?:\(|\[)[^()[\]]{0,30}(?:\)|\])$/],
  // 正如习近平总书记指出过: what was said before.
  ['过', /(?:讲|说|强调|指出|要求|提出)过[,。]/],
  // 各镇人民政府： and the seats of a meeting.
  [':', /^各[^。;!?]*:$/], ['会活', /(?:设|设立)分会场|(?:参加|出席)(?:会议|活动)[。,]?$/],
  // 违反本通告的，由公安机关依法处罚。
  ['由', /^[^,;。]{2,40}的,由[^,;。]{2,30}依法/],
  // 根据现行法例，未经登记不得使用。: what the law says.
  ['法', /^(?:根据|按照|依照)(?:现行|有关|相关)?(?:法例|法律|法规)/],
  // 改革主要包括：…
  ['包', /^[^,;。:]{2,30}包括:/],
  // 现将有关事项通知如下： and 自印发之日起施行 order nothing; nor does a telephone number.
  ['如下', /(?:如下|如次|下列)[^,。]{0,6}[:。]?$/], ['自', /^[^,;]{0,12}自[^,;]{1,20}起(?:施行|实施|执行|生效)/], [':', /^[^,;。]{2,14}:[\d\s()-]{3,}[。,]?$/],
];
const signs = new UnitSigns(NO_DIRECTIVES.map(([units]) => units));

/**
 * The directive in `folded[from..to)`.
 * @param from behind the enumerator and the attribution
 * @returns null when the unit tells nobody to do anything
 */
export function directiveIn(folded: string, from: number, to: number, around: Surroundings, words: WordList): DirectiveSpot | null {
  const unit = folded.slice(from, to);
  if (countHan(unit) < 3 || tellsNothing(unit)) return null;
  return new Grammar(folded, from, to, around, words).directive();
}

/** The unit looks like an order and is none, whatever it stands in. */
export function tellsNothing(unit: string): boolean {
  const present = signs.in(unit, 0, unit.length);
  return present !== 0 && NO_DIRECTIVES.some(([, pattern], i) => (present & (1 << i)) !== 0 && pattern.test(unit));
}

class Grammar {
  readonly #folded: string;
  readonly #around: Surroundings;
  readonly #words: WordList;
  readonly #clauses: readonly Clause[];
  readonly #masked: (at: number) => boolean;

  constructor(folded: string, from: number, to: number, around: Surroundings, words: WordList) {
    this.#folded = folded;
    this.#around = around;
    this.#words = words;
    this.#masked = quotations(folded, from, to);
    this.#clauses = clausesOf(folded, from, to, this.#masked);
  }

  directive(): DirectiveSpot | null {
    const { spoken, passage, ordered } = this.#around;
    for (let i = 0; i < this.#clauses.length; i++) {
      const clause = this.#clauses[i]!;
      // 已去信医院，促请…: a request that was made.
      const polite = spoken && !(i > 0 && REQUESTED.test(this.#text(this.#clauses[i - 1]!))) ? politeOrder(this.#folded, clause) : null;
      // 也提醒大家，抽一支烟可能坐牢。: words to somebody, but no order.
      if (polite && ONLY_WHOM.test(this.#folded.slice(polite.end, clause.end)) && !this.#clauses.slice(i + 1).some(later => modalOrder(this.#folded, later, spoken, this.#masked) || this.#isOrder(later))) return null;
      if (polite) return { start: this.#text(clause).startsWith('我在此') ? polite.start : this.#clauses[this.#firstOf(i, 'asked')]!.start, marker: polite, verb: Math.max(polite.end, behindSubject(this.#folded, polite.end, clause.end, false, this.#words)) };
      const modal = modalOrder(this.#folded, clause, spoken, this.#masked);
      if (modal) {
        const first = this.#firstOf(i, /^(?:也|还|都|同时|更|均|就)?$/.test(this.#folded.slice(clause.start, modal.start)) ? 'open' : 'own');
        return { start: this.#clauses[first]!.start, marker: modal, verb: this.#verbBetween(first, i) ?? modal.end };
      }
    }
    return spoken && (passage || ordered || this.#assigns()) ? this.#bare() : null;
  }

  /** 各乡镇每周至少接访一天: those addressed come first, and how or when they are to act. */
  #assigns(): boolean {
    const first = this.#clauses[0];
    return first !== undefined && /^(?:各|有关|相关|广大|全体)/.test(this.#text(first)) && hasOrderSign(this.#text(first)) && !this.#clauses.some(clause => FACT.test(this.#text(clause)));
  }

  /** The first clause that is more than time or occasion, if it is a bare imperative. */
  #bare(): DirectiveSpot | null {
    const { ordered } = this.#around;
    // 加强基础研究，是必由之路: what is to be done is only talked about.
    if (this.#clauses.some((clause, i) => i > 0 && PREDICATE.test(this.#text(clause)))) return null;
    for (let i = 0; i < this.#clauses.length; i++) {
      // 违者，依法处理。
      const text = this.#text(this.#clauses[i]!);
      if (i > 0 && BY_LAW.test(text)) return null;
      // 劝阻无效的，及时报告: whom it is about.
      const next = this.#clauses[i + 1];
      if (text.endsWith('的同时')) continue;
      if (/^[^对凡].*的$/.test(text) && next && isVerbLed(this.#folded, next.start, next.end, this.#words)) continue;
      const verb = this.#imperative(i);
      // 牢记嘱托，北京持续拓展绿色空间。: how somebody acted.
      if (verb >= 0 && next && !ordered && isVerbLed(this.#folded, this.#clauses[i]!.start, this.#clauses[i]!.end, this.#words) && this.#namesPlace(next)) return null;
      if (verb >= 0) return { start: this.#clauses[this.#firstOf(i, 'open')]!.start, marker: null, verb };
      // 新时代以来，…: what follows has come about.
      if (!LEADS.has(kindOf(text)) || text.endsWith('以来')) return null;
    }
    return null;
  }

  /** A place or institution as the subject of a clause without a modal. */
  #namesPlace({ start, end }: Clause): boolean {
    const text = this.#folded.slice(start, end), name = [4, 3, 2].find(length => /^n[st]/.test(this.#words.tag(text.slice(0, length)) ?? ''));
    return /^(?:我国|我[省市县区州]|这里|当地)/.test(text) || (name !== undefined && text.length > name + 2);
  }

  #imperative(i: number): number {
    const { ordered } = this.#around;
    return imperativeIn(this.#folded, this.#clauses[i]!, { ordered, next: this.#clauses[i + 1] ?? null }, this.#words);
  }

  #text({ start, end }: Clause): string {
    return this.#folded.slice(start, end);
  }

  /** The verb of an order that stands before the modal of clause `to` (做实储备，未完成的不得申报); undefined when there is none. */
  #verbBetween(from: number, to: number): number | undefined {
    for (let i = from; i < to; i++) {
      const clause = this.#clauses[i]!, verb = kindOf(this.#text(clause)) === 'plain' ? imperativeIn(this.#folded, clause, { ordered: false, next: null }, this.#words) : -1;
      if (verb >= 0) return verb;
    }
    return undefined;
  }

  /** The clause in which the directive begins whose order stands in clause `i`: those before it that belong to it are taken along. */
  #firstOf(i: number, subject: 'open' | 'own' | 'asked'): number {
    let first = i;
    for (let at = i - 1; at >= 0; at--) {
      const clause = this.#clauses[at]!;
      const joined = first === at + 1;
      // What stands between two orders of a sentence belongs to the first of them.
      if (joined ? this.#attaches(clause, first === i ? subject : subject === 'open' ? 'own' : subject) : subject !== 'asked' && this.#isOrder(clause)) first = at;
      else if (kindOf(this.#text(clause)) !== 'plain') break;
    }
    return first;
  }

  /**
   * The clause belongs to the order behind it.
   * @param subject of that order: `open` it has none of its own, `own` it has one, `asked` somebody is asked for something
   */
  #attaches(clause: Clause, subject: 'open' | 'own' | 'asked'): boolean {
    const text = this.#text(clause);
    if (subject === 'open' && SUBJECT.test(text)) return true;
    switch (kindOf(text)) {
      case 'exception': case 'concerned': case 'condition': case 'connective': return true;
      case 'period': return subject !== 'own' || !/^[自从在]/.test(text);
      case 'occasion': return subject !== 'own' || !text.startsWith('在');
      case 'scope': case 'addressed': return subject !== 'asked';
      case 'means': return subject !== 'asked';
      case 'time': case 'self': case 'fact': case 'judgement': return false;
      case 'plain': return subject !== 'asked' && this.#isOrder(clause);
    }
  }

  /** The clause would be an order by itself. */
  #isOrder(clause: Clause): boolean {
    if (!this.#around.spoken) return false;
    const text = this.#text(clause);
    return /^各[\u4e00-\u9fff]{1,10}可/.test(text) || (countHan(text) >= 4 && imperativeIn(this.#folded, clause, { ordered: this.#around.ordered, next: null }, this.#words) >= 0);
  }
}

const ONLY_WHOM = /^(?:各位|广大)?(?:大家|[\u4e00-\u9fff]{0,4}(?:市民|群众|居民|村民|朋友|同志|同学|家长|游客|旅客|司机)们?)$/;
const REQUESTED = /已(?:经)?(?:去信|致函|发[函信出]|通知|约谈|要求|提请|联系)/;
/** A clause whose subject is the clause before it. */
const PREDICATE = /^(?:(?:既|也|都|正|不仅|就|才|这)?是(?!否)|最[\u4e00-\u9fff]{1,6}的|关键|根本|核心|重点[在是]|难点|重[在点]在|贵在|首要|前提|基础[在是]|出路|迫切需要|需要|离不开|有[利助]于|事关|正[忙在从由]|[\u4e00-\u9fff]{1,4}正[忙在]|到?去年|截至|已[\u4e00-\u9fff]|20\d\d年|对[^,]{2,20}(?:具有|意义|至关重要)|具有[^,]{0,8}意义)/;

/** What may stand before a bare imperative. */
const LEADS: ReadonlySet<ClauseKind> = new Set<ClauseKind>(['time', 'period', 'occasion', 'connective', 'exception', 'addressed', 'condition', 'scope']);

/** Those addressed stand first and the clause goes on about them: the next one, without a subject, goes on too. */
const SUBJECT = /^[\u4e00-\u9fff]{0,8}(?:干部|党员|部门|单位|企业|人员|同志|书记)(?:同|与|到|从|面对|外出|开展|做|干|搞|抓|遇)|^(?:各[\u4e00-\u9fff]{1,8}|全体[\u4e00-\u9fff]{2,6}|广大[\u4e00-\u9fff]{2,6}|[省市县区乡镇村]{1,2}[、\u4e00-\u9fff]{0,6}级?[\u4e00-\u9fff]{0,8}|[\u4e00-\u9fff()、]{2,14}(?:负责人|部门|单位|干部|企业|党员|负责同志|同志|书记|人员|队伍|公司|学校|医院))(?:是|每|至少|可|分别|共同|既)/;
