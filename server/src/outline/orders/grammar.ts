/** Whether a unit tells somebody to do something, by its grammar alone. Offsets are into the text that is passed in (look-up text). */
import { edged } from '../../base/edged';
import type { Scan } from '../../base/signs';
import { countHan } from '../../article/characters';
import { divided } from '../../language/division';
import type { WordList } from '../../language/language';
import { CHANGES, clausesOf, quotations, type Clause, type ClauseKind } from './clauses';
import { areTied } from './correlatives';
import { behindSubject, BY_LAW, imperativeIn, isVerbLed, OFFENDERS, WHOM } from './imperatives';
import { IMPERATIVE_WORDS } from './lexicon';
import type { Modal } from './modals';
import { modalOrder, politeOrder } from './orders';
import { NO_DIRECTIVES } from './patterns';
import { SIGN } from './signs';

/** What surrounds a unit. */
export interface Surroundings {
  /** Bare imperatives count: directives came before in what is said, or the document is one that orders. */
  readonly passage: boolean;
  /** What is said is the object of an order (要求施工单位三日内整改): no modal is needed. */
  readonly ordered: boolean;
  /** The unit stands in what somebody says, or in a document that speaks. */
  readonly spoken: boolean;
}

/** A directive in a unit; offsets into the same text as the unit's. */
export interface DirectiveSpot {
  /** Where it begins: behind clauses that only state facts or time. */
  readonly start: number;
  /** The modal or polite word; null in bare imperatives. */
  readonly marker: { readonly start: number; readonly end: number } | null;
  /** Where the verb phrase begins, for the label. */
  readonly verb: number;
}

/** 创建为民，创建靠民。: maxims turn on a word. */
const MAXIM = /^(?!不要|不能|不得|严禁|必须|务必|禁止)([\u4e00-\u9fff]{2})[\u4e00-\u9fff]{1,3},\1[\u4e00-\u9fff]{1,3}[。!]?$/;
const LONGEST_MAXIM = 12;
const noDirectives = NO_DIRECTIVES.map(edged);
/** Clauses of no more units say nothing by themselves. */
const SHORTEST_STATEMENT = 3;
/** Longest clause that names a task as a heading does. */
const LONGEST_HEADING = 6;

/**
 * The directive in a unit.
 * @param from behind the enumerator and the attribution
 * @param signs what stands in the unit
 * @returns null when the unit tells nobody to do anything
 */
export function directiveIn(
  scan: Scan,
  from: number,
  to: number,
  signs: number,
  around: Surroundings,
  words: WordList,
): DirectiveSpot | null {
  const { spoken, passage, ordered } = around;
  // Without a word of orders only what goes on with orders, or assigns something to somebody, can be one.
  const worded = (signs & (SIGN.modal | SIGN.polite | (spoken ? SIGN.orderSign : 0))) !== 0;
  if (!worded && !(spoken && (passage || ordered || WHOM.test(scan.text.slice(from, Math.min(to, from + 2)))))) return null;
  if (scan.count(SIGN.han, from, to) < 3 || tellsNothing(scan, from, to)) return null;
  return new Grammar(scan, from, to, around, words).directive();
}

/** The unit looks like an order and is none, whatever it stands in. */
export function tellsNothing(scan: Scan, from: number, to: number): boolean {
  const unit = scan.text.slice(from, to);
  return (
    ((scan.in(from, to) & SIGN.noDirective) !== 0 && noDirectives.some(pattern => pattern.test(unit))) ||
    (unit.length <= LONGEST_MAXIM && MAXIM.test(unit))
  );
}

class Grammar {
  readonly #folded: string;
  readonly #around: Surroundings;
  readonly #words: WordList;
  readonly #clauses: readonly Clause[];
  readonly #masked: (at: number) => boolean;

  constructor(scan: Scan, from: number, to: number, around: Surroundings, words: WordList) {
    this.#folded = scan.text;
    this.#around = around;
    this.#words = words;
    this.#masked = quotations(scan, from, to);
    this.#clauses = clausesOf(scan, from, to, this.#masked);
  }

  directive(): DirectiveSpot | null {
    const { spoken, passage, ordered } = this.#around;
    for (let i = 0; i < this.#clauses.length; i++) {
      const polite = spoken || ASKS_EVERYBODY.test(this.#text(i)) ? this.#polite(i) : null;
      if (polite) return this.#tellsAnything(i, polite) ? this.#request(i, polite) : null;
      const modal = this.#modal(i);
      if (modal && !this.#isReason(i, modal)) return this.#order(i, modal);
    }
    return spoken && (passage || ordered || this.#assigns()) ? this.#bare() : null;
  }

  #modal(i: number): Modal | null {
    return modalOrder(this.#folded, this.#clauses[i]!, this.#around.spoken, this.#masked, this.#words);
  }

  /** 安全不能打折扣，请各矿…: what nobody can do is only the reason where somebody is asked behind it. */
  #isReason(i: number, { start, end }: Modal): boolean {
    return this.#folded.slice(start, end) === '不能' && i + 1 < this.#clauses.length && this.#polite(i + 1) !== null;
  }

  /** 已去信医院，促请…: a request that was made is none now. */
  #polite(i: number): Modal | null {
    const polite = politeOrder(this.#folded, this.#clauses[i]!);
    return polite && i > 0 && REQUESTED.test(this.#text(i - 1)) ? null : polite;
  }

  /** 提醒大家，抽一支烟可能坐牢。: words to somebody, but no order. */
  #tellsAnything(i: number, polite: Modal): boolean {
    if (!ONLY_WHOM.test(this.#folded.slice(polite.end, this.#clauses[i]!.end))) return true;
    return this.#clauses.some((_, later) => later > i && (this.#modal(later) !== null || this.#isOrder(later)));
  }

  #request(i: number, polite: Modal): DirectiveSpot {
    // 我在此呼吁: who asks is not asked.
    const start = this.#text(i).startsWith('我在此') ? polite.start : this.#clauses[this.#firstOf(i, 'asked')]!.start;
    return {
      start,
      marker: polite,
      verb: Math.max(polite.end, behindSubject(this.#folded, polite.end, this.#clauses[i]!.end, false, this.#words)),
    };
  }

  #order(i: number, modal: Modal): DirectiveSpot {
    const first = this.#firstOf(i, this.#isAdverbial(this.#folded.slice(this.#clauses[i]!.start, modal.start)) ? 'open' : 'own');
    return { start: this.#clauses[first]!.start, marker: modal, verb: this.#verbBetween(first, i) ?? modal.end };
  }

  /** 也, 先, 月底前 or nothing: what stands before the modal is no subject. */
  #isAdverbial(before: string): boolean {
    return /^(?:并且?|均|[^,]{1,8}前)?$/.test(before) || /^[cdt]/.test(this.#words.tag(before) ?? '');
  }

  /** 各乡镇每周至少接访一天: those addressed come first, and how or when they are to act. */
  #assigns(): boolean {
    if (this.#clauses.length === 0) return false;
    const first = this.#clauses[0]!;
    if (!WHOM.test(first.text) || this.#clauses.some(clause => clause.isFact)) return false;
    return (first.hasOrderSign || ASSIGNS.test(first.text)) && behindSubject(this.#folded, first.start, first.end, false, this.#words) >= 0;
  }

  /** The first clause that is more than time or occasion, if it is a bare imperative. */
  #bare(): DirectiveSpot | null {
    const { ordered } = this.#around;
    // 加强基础研究，是必由之路: what is to be done is only talked about.
    if (this.#clauses.some((_, i) => i > 0 && PREDICATE.test(this.#text(i)))) return null;
    // 为维护秩序，防止发生事故。: a sentence that tells the aim only.
    if (this.#clauses.every((_, i) => (i === 0 ? AIM : RESULT).test(this.#text(i)))) return null;
    // 不抓落实，就没有成效: what comes of it.
    if (this.#clauses.some((_, i) => i > 0 && OUTCOME.test(this.#text(i)) && this.#text(i - 1).startsWith('不'))) return null;
    for (let i = 0; i < this.#clauses.length; i++) {
      const text = this.#text(i);
      // 个别车站把关不严: what is so, although it begins like an order.
      if (!ordered && CHANGES.test(text)) return null;
      // 违者，依法处理。
      if (i > 0 && !ordered && (BY_LAW.test(text) || OFFENDERS.test(this.#text(i - 1)))) return null;
      // 劝阻无效的，及时报告; 针对安全管理方面: whom or what it is about.
      if (
        this.#kind(i) === 'scope' ||
        text.endsWith('的同时') ||
        (/^[^对凡].*的$/.test(text) && (this.#isVerbLed(i + 1) || this.#isAtOnce(i + 1)))
      )
        continue;
      const verb =
        i > 0 && this.#text(i - 1).endsWith('的') && this.#isAtOnce(i) ? this.#clauses[i]!.start : this.#imperative(i, ordered, true);
      // 牢记嘱托，北京持续拓展绿色空间。: how somebody acted.
      if (verb >= 0)
        return !ordered && this.#isVerbLed(i) && this.#namesPlace(i + 1)
          ? null
          : { start: this.#clauses[this.#firstOf(i, 'open')]!.start, marker: null, verb };
      // 新时代以来，…: what follows has come about.
      if (!LEADS.has(this.#kind(i)) || text.endsWith('以来')) return null;
    }
    return null;
  }

  /** A place or institution is the subject of the clause. */
  #namesPlace(i: number): boolean {
    if (i >= this.#clauses.length) return false;
    const text = this.#text(i);
    const name = [4, 3, 2].find(length => /^n[st]/.test(this.#words.tag(text.slice(0, length)) ?? ''));
    return /^(?:我国|我[省市县区州]|这里|当地)/.test(text) || (name !== undefined && text.length > name + 2);
  }

  #isVerbLed(i: number): boolean {
    const clause = this.#clauses[i];
    return clause !== undefined && isVerbLed(this.#folded, clause.start, clause.end, this.#words);
  }

  /** 不过夜, 当场办: what is to become at once of those named before. */
  #isAtOnce(i: number): boolean {
    return i < this.#clauses.length && AT_ONCE.test(this.#text(i));
  }

  /** @param reaching its verb may stand in the next clause */
  #imperative(i: number, ordered: boolean, reaching: boolean): number {
    return imperativeIn(this.#folded, this.#clauses[i]!, { ordered, next: reaching ? (this.#clauses[i + 1] ?? null) : null }, this.#words);
  }

  #text(i: number): string {
    return this.#clauses[i]!.text;
  }

  #kind(i: number): ClauseKind {
    return this.#clauses[i]!.kind;
  }

  /** The verb of an order that stands before the modal of clause `to` (做实储备，未完成的不得申报); undefined when there is none. */
  #verbBetween(from: number, to: number): number | undefined {
    for (let i = from; i < to; i++) {
      const verb = this.#kind(i) === 'plain' ? this.#imperative(i, false, false) : -1;
      if (verb >= 0) return verb;
    }
    return undefined;
  }

  /** The clause in which the directive begins whose order stands in clause `i`: those before it that belong to it are taken along. */
  #firstOf(i: number, subject: Subject): number {
    let first = i;
    for (let at = i - 1; at >= 0; at--) {
      const adjacent = first === at + 1;
      // What stands between two orders of a sentence belongs to the first of them.
      if (adjacent ? this.#attaches(at, subject) : subject !== 'asked' && this.#isOrder(at)) first = at;
      else if (this.#kind(at) !== 'plain') break;
    }
    return first;
  }

  /** The clause belongs to the order behind it. */
  #attaches(i: number, subject: Subject): boolean {
    const text = this.#text(i);
    if (areTied(text, this.#text(i + 1)) || (subject === 'open' && isSubject(text) && !this.#states(i, subject))) return true;
    switch (this.#kind(i)) {
      case 'exception':
      case 'concerned':
      case 'condition':
        return true;
      case 'connective':
        return subject !== 'asked' || !/^(?:另外|此外|同时|还有)/.test(text);
      case 'period':
        return subject !== 'own' || !/^[自从在]/.test(text);
      case 'occasion':
        return subject !== 'own' || !text.startsWith('在');
      case 'scope':
      case 'addressed':
      case 'means':
      case 'concession':
        return subject !== 'asked';
      case 'time':
      case 'self':
      case 'fact':
      case 'judgement':
        return false;
      case 'plain':
        return subject !== 'asked' && this.#leadsTo(i, subject);
    }
  }

  /** A clause of no kind of its own: a topic or an order goes with the order behind it, a statement does not. */
  #leadsTo(i: number, subject: Subject): boolean {
    return !INDEFINITE.test(this.#text(i)) && (this.#isTopicOf(i + 1) || this.#isOrder(i) || !this.#states(i, subject));
  }

  /** The clause says by itself what is so or comes about: where the order has a subject, so does any clause with another one. */
  #states(i: number, subject: Subject): boolean {
    const text = this.#text(i);
    // 赋能, 治愚: so short a clause names something.
    if (text.length <= SHORTEST_STATEMENT) return false;
    // 任务千头万绪: an idiom is its predicate.
    const idiom = this.#words.tag(text.slice(-4)) === 'i';
    return (!this.#lacksSubject(i) && (subject === 'own' || this.#describes(text))) || idiom || STATES.test(text);
  }

  /** 任务艰巨, 时间紧, 账目不清, 进度滞后: what is said of a subject ends the clause, with nothing done to it. */
  #describes(text: string): boolean {
    return !ACTED_ON.test(text) && text.split('、').every(part => this.#hasAdjective(part) || CHANGES.test(part));
  }

  /** An adjective or idiom is the predicate. */
  #hasAdjective(text: string): boolean {
    const { lastWord } = divided(text.slice(-LONGEST_PREDICATE), this.#words);
    const subject = text.slice(0, -lastWord.length);
    return (
      subject.length >= SHORTEST_SUBJECT &&
      !COMPLEMENT.test(subject) &&
      !IMPERATIVE_WORDS.has(lastWord) &&
      (/^[ailz]/.test(this.#words.tag(lastWord) ?? '') || lastWord === '多')
    );
  }

  /** 加强管护; 抓招商: a verb opens it, which need be none of orders in a brief heading. */
  #lacksSubject(i: number): boolean {
    const text = this.#text(i);
    const tag = this.#words.tag(text.slice(0, 2)) ?? this.#words.tag(text.charAt(0));
    return this.#isVerbLed(i) || (text.length <= LONGEST_HEADING && tag?.startsWith('v') === true);
  }

  /** 孩子发热，无论轻重，都不要到校; 生产、生活，都要节约: what the clause says holds for all that stands before it. */
  #isTopicOf(i: number): boolean {
    return this.#kind(i) === 'concession' || /^(?:[都均]|(?:一[样个项件条处户]|[样件个人处]{2})[也都均])/.test(this.#text(i));
  }

  /** The clause would be an order by itself. */
  #isOrder(i: number): boolean {
    if (!this.#around.spoken) return false;
    const text = this.#text(i);
    return /^各[\u4e00-\u9fff]{1,10}可/.test(text) || (countHan(text) >= 4 && this.#imperative(i, this.#around.ordered, false) >= 0);
  }
}

/** 为维护秩序, and what is to come of it. */
const AIM = edged(/^为(?!此|何)/);
const RESULT = edged(/^(?:防止|避免|预防|保障|保证|维护|促进|遏制|杜绝|减少|确保)/);

/** 各街道把电话印在卡上, 全院上下做到…: what is done to something, or come to, without a word that it has been. */
const ASSIGNS = /^[^,]{2,16}?(?:把|做到)/;

/** 就没有成效, 才能过关 */
const OUTCOME = edged(/^(?:就(?![地近])|便(?![于民利])|才|那)/);

const AT_ONCE = edged(/^(?:不[\u4e00-\u9fff]{2}(?!的)|一律|坚决|当[场天日]|就地|立即|马上)/);

/** 头晕、心悸，要马上休息: several things that the order is about. */
const TOPICS = /^[\u4e00-\u9fff]{1,5}(?:、[\u4e00-\u9fff]{1,5}){1,5}$/;

/** The subject of an order: `open` it has none of its own, `own` it has one, `asked` somebody is asked for something. */
type Subject = 'open' | 'own' | 'asked';

/** 请全县群众…: a request to everybody is one whoever speaks. */
const ASKS_EVERYBODY = edged(
  /^(?:敬请|请)(?:广大|全[省市县区镇乡村体]|各(?!方|位(?:代表|委员|记者))|市民|居民|村民|群众|公众|旅客|乘客|考生)/,
);
/** A request that names only whom it addresses. */
const ONLY_WHOM = edged(/^(?:各位|广大)?(?:大家|[\u4e00-\u9fff]{0,4}(?:市民|群众|居民|村民|朋友|同志|同学|家长|游客|旅客|司机)们?)$/);
/** A request that was made before. */
const REQUESTED = /已(?:经)?(?:去信|致函|发[函信出]|通知|约谈|要求|提请|联系)/;
/** A clause whose subject is the clause before it. */
const PREDICATE =
  /^(?:(?:既|也|都|正|本|本来|原本|不仅|就|才|这)?是(?!否)|最[\u4e00-\u9fff]{1,6}的|关键|根本|核心|重点[在是]|难点|重[在点]在|贵在|首要|前提|基础[在是]|出路|迫切需要|需要|离不开|有[利助]于|事关|正[忙在从由]|[\u4e00-\u9fff]{1,4}正[忙在]|到?去年|截至|已[\u4e00-\u9fff]|20\d\d年|对[^,]{2,20}(?:具有|意义|至关重要)|具有[^,]{0,8}意义)/;

/** Predicates of what is so, comes about or was said, and the words for the present time and situation that they are about. */
const STATES = new RegExp(
  [
    // 今年雨水…, 当前正值…, 面对新形势, 由于…
    '^(?:今(?!后)|眼下|当前|目前|近(?!郊)|连日|日前|前不久|这|此[次轮]|面对|面临|随着|站在|由于|因为?|我们?|大家|来到)|今[年天日晨晚]|本[周月季]|[征路途]程?上$|会上$|^进入[^,]*(?:[期季]|阶段|时代)$',
    // 群众有困难, 安全没有假期
    '(?<=[\\u4e00-\\u9fff])(?<![遇含所持带设国具])(?:没有|[有无])(?![关序效论需权])',
    // 病例较多, 预警明显不足
    '[很仅仍]|(?<!计)较(?!真)|太(?![阳平原湖])|偏(?![远僻])|最(?![后低])|(?<![高时])尚|极其|十分|非常|明显|严重|日[益趋渐]|越来越|不[了行够足同符]|[^至]多$|增多|加剧|得[早晚好快慢]',
    // 可能, 必将, 会, 容易
    '(?<![只不])可(?:以|能)|(?<![机协议商工学委社开大])会(?![议员计商同场后])|(?<![不只功职技节智性])能(?![源力耗效够])|必[然将]|[容极]易',
    // 接连登陆, 承载着希望, 被迫关闭, 一直重视
    '接连|频频|持续出现|陆续|纷纷|一直|始终|(?<![公纠改修校端真])正(?![常确规式面义当])|(?<![归偿退返])还(?![款贷原])|在[即望]|将(?:[至届近]|由|会|有|出现)|被(?![褥子])|着(?![力眼手重急落实想火装])',
    // 关系民生, 符合规定, 地处高原, 对此作出部署
    '容不得|来不得|(?:马虎|松懈|含糊|放松|懈怠)不得|关系|地处|处于|[同均]属|无助于|作出|印发|伴随|意味|取决|决定|符合|契合|违反|预计|贵在|(?:根子|症结|问题|短板|差距|原因|教训)(?:就|还|主要)?[在是]',
    // 专家表示
    '(?:强调|指出|表示|提出|说|认为|感谢|提醒人们)$',
  ].join('|'),
);

/** 个别村, 一些工地: of whom only something can be said; nobody tells them anything. */
const INDEFINITE = edged(/^(?:个别|少数|一些|有些|有的|部分|不少|许多|很多|多数|大多|某些|少量)(?![^,]*(?:要|应|须|请))/);
/** Shortest subject of a description, and how much of a clause holds its last word, in UTF-16 units. */
const SHORTEST_SUBJECT = 2;
const LONGEST_PREDICATE = 8;
/** 把责任压实: something is done. */
const ACTED_ON = /[把将对向让使]|做到|保持|确保|实现/;
/** 写清楚, 讲得明白: the adjective is what comes of a verb. */
const COMPLEMENT = edged(/[得配管做写讲查抓摸理看说算备选养建打扫]$/);
/** Those addressed or what it is about, of which the next clause tells. */
const isSubject = (text: string): boolean => SUBJECT.test(text) || TOPICS.test(text);

/** What may stand before a bare imperative. */
const LEADS: ReadonlySet<ClauseKind> = new Set<ClauseKind>([
  'time',
  'period',
  'occasion',
  'connective',
  'exception',
  'concerned',
  'addressed',
  'condition',
  'scope',
]);

/** Those addressed stand first and the clause goes on about them: the next one, without a subject, goes on too. */
const SUBJECT =
  /^[\u4e00-\u9fff]{0,8}(?:干部|党员|部门|单位|企业|人员|同志|书记)(?:同|与|到|从|面对|外出|开展|做|干|搞|抓|遇)|^各位[\u4e00-\u9fff]{2,4}(?:在|遇|发现|看到|碰)|^(?:各[\u4e00-\u9fff]{1,8}|全体[\u4e00-\u9fff]{2,6}|广大[\u4e00-\u9fff]{2,6}|[省市县区乡镇村]{1,2}[、\u4e00-\u9fff]{0,6}级?[\u4e00-\u9fff]{0,8}|[\u4e00-\u9fff()、]{2,14}(?:负责人|部门|单位|干部|企业|党员|负责同志|同志|书记|人员|队伍|公司|学校|医院))(?:是|每|至少|可|分别|共同|既)/;
