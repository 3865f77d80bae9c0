/** Clauses of a unit, and what each is by its words: time, condition, those addressed, a fact …. Look-up text. */
import { edged } from '../../base/edged';
import type { Scan } from '../../base/signs';
import { UnitSet } from '../../base/unitSet';
import { ADDRESSEE, FACT, ORDER_ADVERB, ORDER_RESULT } from './lexicon';
import { COPULA } from './patterns';
import { SIGN } from './signs';

/**
 * `connective` 同时, `exception` 未经批准, `period` 6月5日至9日, `occasion` 考试期间, `time` 当前, `concerned` 对失职失责的, `addressed`
 * 各级党委, `condition` 发现火情, `concession` 无论晴雨, `scope` 在用地方面, `means` 按照…要求, `self` 我代表县委, `fact` what was done,
 * `judgement` A is B, `plain` anything else.
 */
export type ClauseKind =
  | 'connective'
  | 'exception'
  | 'period'
  | 'occasion'
  | 'time'
  | 'concerned'
  | 'addressed'
  | 'condition'
  | 'concession'
  | 'scope'
  | 'means'
  | 'self'
  | 'fact'
  | 'judgement'
  | 'plain';

const OPENS_CLAUSE = new UnitSet([' \n"\'(']);
const NOTHING_QUOTED = (): boolean => false;
/** Longest quotation that counts as a set phrase rather than as speech. */
const QUOTE_LIMIT = 40;
/** Longest clause that only names who is concerned. */
const NAMING_LIMIT = 40;

const CONNECTIVE = edged(
  /^(?:(?:同时|另外|此外|特别是|尤其是?|其中|首先|最后|再次|其次|因此|所以|为此|对此|总之|一方面|另一方面|更重要的是|最重要的是|与此同时|换句话说|当然|而且|并且|并|但|但是|然而|在此|在这里|尤其|重点是|关键是|核心是|这里|还有)+)$/,
);
const TIME =
  /^(?:(?:当前|目前|现在|近期|近来|今年|明年|今冬|今后|下一步|下一阶段|下半年|上半年|接下来|眼下|眼前|时下|未来|随着|面对|面临|进入|在此基础上|与此同时|新的一年|本月|本周|最近|这些年|近年来|多年来|长期以来|当年|此时|此刻|其间|[\u4e00-\u9fff]{0,8}[这那](?:几天|些天|段时间|两天|阵子)|距离?[\u4e00-\u9fff\d]{2,20}|[\u4e00-\u9fff“”"、]{0,16}(?:期间|之际|前夕|以来|来临|将至|在即|以后|之后|时期|时节|季节|阶段|时刻|关头|的情况下|形势下|背景下|当下|初期|末期|中期)|(?:\d{2,4}年)?\d{1,2}月(?:\d{1,2}日)?(?:以来|起|前)?))$/;
const PAST_TIME = edged(
  /^(?:由此|可见|近日|日前|前不久|不久前|连日|据(?![此实理])|去年|昨[天日晚]|前[天年]|上[周月年个]|今早|刚才|过去|那[时年天]|以前|(?:三|两|几|多|数)?年前|截至)/,
);
/** A noun phrase with a relative clause: 存在重大缺陷的设备. */
const RELATIVE = edged(
  /^(?:存在|具有|涉及|属于|符合|不符合|已经?|正在?|刚刚?|[仍还尚]|暂时|长期|未|逾期|超过|违反|经|在|有|参加|从事|负责|承担|拒不)/,
);
/** What somebody failed to do. */
const BREACH = /未|不(?!断|同|仅)|违反|拒|逾期|擅自|造成|存在/;
const PERIOD =
  /^(?:(?:每年)?\d{1,2}[日时]?(?:至|-|—)\d{1,2}[日时].{0,6}|(?:每年)?\d{1,2}月(?:\d{1,2}日|底|初|中旬|[上下]旬)?(?:至|起|前|后|-|—).*|(?:自|从)?.{2,20}(?:起|止)|各?[\u4e00-\u9fff]{1,6}(?:自|从).{1,12}[起到至].{0,12}[日底止月]|[\u4e00-\u9fff"、]{2,16}(?:期间|前后|前|后|时段))$/;
/** What comes about by itself: 水位上涨, 高考临近, 火灾多发. */
export const CHANGES = edged(
  /(?:[上下回]升|[上飞猛暴]涨|下[降滑跌]|[骤锐陡]降|[猛激骤剧陡新]增|攀升|回落|走[高低强弱]|[增减][多少大强弱]|加[大剧重深](?<!加大)|临近|来临|逼近|滞后|落后|蔓延|抬头|反弹|[多频高易]发|[时屡偶]有发生|居高不下|粗放|脱节|缺[位失]|集中|悬殊|失[衡调]|偏[多少高低大小弱远]|(?:关注|期待|期盼|呼声|诉求|反映|意见)(?:更|较|很)?(?:高|多|大|强烈|集中|迫切)|不等人|不[明清力严实准快高全齐畅牢稳均平顺深细紧灵](?<![再绝决]不.))$/,
);
const NOT_A_PERIOD =
  /[滞落最先]后$|[日月底]为[\u4e00-\u9fff]{2,8}$|^(?:当前|目前|今后|以后|此前|最后|随后|下一步)|说起|提起|想起|(?:成立|建国|解放|改革开放|以)后$/;
const CONDITION =
  /^(?:真到|万一|如果?(?!期|实|何)|若|一旦|凡|遇|发现|出现|发生|接到|收到|看[见到](?=[\u4e00-\u9fff]{2})|碰[见到]|为了?(?!此|何))|^[\u4e00-\u9fff、]{2,10}(?:如有?|若有?|一旦|确[有需]|遇有|接到|接获|收到)[\u4e00-\u9fff]/;
const CONCESSION = /^(?:不管|无论|不论|哪怕|即使|即便|就算|[^,可能会]{0,10}再(?![说来见去做办议看])[\u4e00-\u9fff]$)/;
const QUESTION = /(?:多少[^,]{1,6}|[到在从往]哪[里儿些]?|(?<!是)什么|谁[^,]{1,4}|多[长远大久])$/;
const MEANS = /^(?:对于?|按照?|根据|依据|围绕|针对|以|通过|结合|依托|本着|聚焦|紧扣|立足|着眼|坚持|从|向)/;
const OCCASION = edged(/^(?:在|每|凡|解除|发生|遇|如|接到|发现).*(?:期间|前|后|时|内|中)$/);
const WHEN = edged(/^[^,]{4,14}(?<![这那届此同平随有小及按暂])时$/);
const NOT_MEANS = edged(/^(?:以来|从而|向来|对此|从.{1,16}[起止底日月]$)/);

/** A clause of a text, without its mark. What its words tell is worked out when asked for. */
export class Clause {
  readonly start: number;
  readonly end: number;
  /** What stands in it (`signs.ts`): no pattern is tried whose sign is missing. */
  readonly signs: number;
  readonly #folded: string;
  #text: string | undefined;
  #kind: ClauseKind | undefined;

  constructor(scan: Scan, start: number, end: number) {
    this.start = start;
    this.end = end;
    this.signs = scan.in(start, end);
    this.#folded = scan.text;
  }

  get text(): string {
    return (this.#text ??= this.#folded.slice(this.start, this.end));
  }

  get kind(): ClauseKind {
    return (this.#kind ??= KINDS.find(([, fits]) => fits(this))?.[0] ?? 'plain');
  }

  /** 树立“质量是生命线”理念: what is quoted there is no judgement of who speaks. */
  get #unquoted(): string {
    return (this.signs & SIGN.quote) === 0 ? this.text : this.text.replace(/"[^"]*"/g, '""');
  }

  /** It tells what was done or is so. */
  get isFact(): boolean {
    return (this.signs & SIGN.fact) !== 0 && FACT.test(this.text);
  }

  /** It says what somebody or something is. */
  get isJudgement(): boolean {
    return (this.signs & SIGN.judgement) !== 0 && COPULA.test(this.#unquoted);
  }

  /** It ends with those addressed. */
  get isAddressee(): boolean {
    return (this.signs & SIGN.addressee) !== 0 && ADDRESSEE.test(this.text);
  }

  /** Words say how or by when something is to be done, or with which result. */
  get hasOrderSign(): boolean {
    return (this.signs & SIGN.orderSign) !== 0 && (ORDER_ADVERB.test(this.text) || ORDER_RESULT.test(this.text));
  }
}

/** Its text fits a pattern. */
const says = (pattern: RegExp): ((clause: Clause) => boolean) => {
  const own = edged(pattern);
  return ({ text }) => own.test(text);
};

/** Which kinds a clause is, tried in this order; the first that fits names it. Order matters: a fact may begin like a condition. */
const KINDS: readonly (readonly [ClauseKind, (clause: Clause) => boolean])[] = [
  ['self', says(/^(?:我(?!们|[省市县区州国])|本人|(?:再次|最后|衷心|诚挚|特此)*(?:感谢|谢谢))/)],
  ['fact', ({ text }) => PAST_TIME.test(text) || CHANGES.test(text)],
  ['concession', ({ text }) => CONCESSION.test(text)],
  ['exception', says(/^(?:未.{2,14}|[^,]{0,16}除.{1,60}外)$/)],
  ['period', clause => PERIOD.test(clause.text) && !NOT_A_PERIOD.test(clause.text) && !clause.isFact],
  [
    'occasion',
    clause => clause.text === '会后' || (OCCASION.test(clause.text) && !/^在(?:这|此|过去|今)/.test(clause.text) && !clause.isFact),
  ],
  // 警告生效时
  ['occasion', clause => WHEN.test(clause.text) && !clause.isFact && !clause.isJudgement],
  ['time', ({ text }) => TIME.test(text)],
  // 5月10日至20日为鉴定阶段
  ['time', says(/[日月底]为[\u4e00-\u9fff]{2,6}(?:阶段|时间|期)$/)],
  ['connective', ({ text }) => CONNECTIVE.test(text)],
  ['scope', says(/(?:期内|时间内|范围内|前提下|途中|过程中)$/)],
  ['concerned', clause => RELATIVE.test(clause.text) && isNounPhrase(clause, clause.text.replace(/^已经?/, ''))],
  // 对看准了的年轻干部
  ['concerned', says(/^对(?!此)[^,]{2,24}的[\u4e00-\u9fff]{1,8}$/)],
  // 收了多少水费、花到哪里: a question that the order is to answer.
  ['concerned', ({ text }) => QUESTION.test(text)],
  // 司机未取得资格的: those who did not do something are no fact.
  ['concerned', ({ text }) => text.length <= NAMING_LIMIT && text.endsWith('的') && BREACH.test(text)],
  ['fact', clause => clause.isFact],
  ['concerned', ({ text }) => text.length <= NAMING_LIMIT && text.endsWith('的')],
  // 站长是第一责任人: who is to see to it.
  ['addressed', says(/^[^,]{1,20}[是为][^,]{0,14}(?:责任人|责任主体|责任单位|牵头(?:单位|部门))$/)],
  // 责任上: the respect, but not where or when (大会上, 新征程上).
  ['scope', says(/^(?:(?:在|针对|围绕|就|对).*方面|(?:[\u4e00-\u9fff]{2}|在(?!此)[^,]{2,16})(?<![征路途程会以础])上)$/)],
  ['time', ({ text }) => text.startsWith('在')],
  ['addressed', clause => clause.text.length <= NAMING_LIMIT && clause.isAddressee && !clause.isJudgement],
  ['judgement', clause => clause.isJudgement],
  // 东门那条断头路: a thing pointed at, which the order is about.
  ['concerned', says(/^[^,在是有我你他]{1,8}[这那][条个座项处块片家批段][^,在是有]{2,8}$/)],
  // 山区五里的保全户: what the order is about.
  [
    'concerned',
    clause =>
      clause.text.length <= 18 && !/^(?:今|明|当|目前|近|新|面[对临]|随着|一些|有的|个别)/.test(clause.text) && isNounPhrase(clause),
  ],
  ['condition', ({ text }) => CONDITION.test(text)],
  ['means', ({ text }) => MEANS.test(text) && !NOT_MEANS.test(text)],
];

/** A noun behind its modifier, and no time or situation. */
function isNounPhrase(clause: Clause, text = clause.text): boolean {
  return (
    /^[^,]{2,24}的[\u4e00-\u9fff]{1,8}$/.test(text) &&
    !/[了着]|已经|取得|形势|态势|时期|阶段|(?<!不)会(?![议场员计谈见费])|的[^的]*(?:[不没能很太]|(?<![重主必需首纪])要)/.test(text) &&
    !clause.isJudgement
  );
}

/**
 * The clauses of a range, without marks and opening quotes.
 * @param masked marks there belong to a quotation
 */
export function clausesOf(scan: Scan, from: number, to: number, masked: (at: number) => boolean): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = from;
  const push = (end: number): void => {
    while (start < end && OPENS_CLAUSE.has(scan.text.charCodeAt(start))) start++;
    if (end > start) clauses.push(new Clause(scan, start, end));
  };
  for (let i = scan.next(SIGN.clauseMark, from, to); i < to; i = scan.next(SIGN.clauseMark, i + 1, to)) {
    if (masked(i)) continue;
    push(i);
    start = i + 1;
  }
  push(to);
  return clauses;
}

/** Tells what is inside a short quotation of a range: 疫情要防住 in quotes is a slogan, not an order. */
export function quotations(scan: Scan, from: number, to: number): (at: number) => boolean {
  const ranges: [number, number][] = [];
  for (let open = scan.next(SIGN.quote, from, to); open < to;) {
    const close = scan.next(SIGN.quote, open + 1, to);
    if (close >= to) break;
    if (close - open <= QUOTE_LIMIT && !(open === from && close >= to - 2)) ranges.push([open, close]);
    open = scan.next(SIGN.quote, close + 1, to);
  }
  if (ranges.length === 0) return NOTHING_QUOTED;
  return at => {
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[middle]![0] < at) low = middle + 1;
      else high = middle;
    }
    return low > 0 && at < ranges[low - 1]![1];
  };
}
