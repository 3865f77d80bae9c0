/** Clauses of a unit, and what each is by its words: time, condition, those addressed, a fact …. Look-up text. */
import { UnitSet } from '../base/unitSet';
import { ADDRESSEE, FACT } from './lexicon';

export interface Clause {
  readonly start: number;
  readonly end: number;
}

/**
 * `connective` 同时, `exception` 未经批准, `period` 6月5日至9日, `occasion` 考试期间, `time` 当前, `concerned` 对失职失责的, `addressed` 各级党委,
 * `condition` 发现火情, `scope` 在用地方面, `means` 按照…要求, `self` 我代表县委, `fact` what was done, `judgement` A is B, `plain` anything else.
 */
export type ClauseKind = 'connective' | 'exception' | 'period' | 'occasion' | 'time' | 'concerned' | 'addressed' | 'condition' | 'scope' | 'means' | 'self' | 'fact' | 'judgement' | 'plain';

const CLAUSE_MARKS = new UnitSet([',:;。!']), OPENS_CLAUSE = new UnitSet([' \n"\'(']);
const QUOTE = '"'.charCodeAt(0);
const NOTHING_QUOTED = (): boolean => false;
/** Longest quotation that counts as a set phrase rather than as speech. */
const QUOTE_LIMIT = 40;
/** Longest clause that only names who is concerned. */
const NAMING_LIMIT = 40;

const CONNECTIVE = /^(?:(?:同时|另外|此外|特别是|尤其是?|其中|首先|最后|再次|其次|因此|所以|为此|对此|总之|一方面|另一方面|更重要的是|最重要的是|与此同时|换句话说|当然|而且|并且|并|但|但是|然而|在此|在这里|尤其|重点是|关键是|核心是|这里|还有)+)$/;
const TIME = /^(?:(?:当前|目前|现在|近期|近来|今年|明年|今冬|今后|下一步|下一阶段|下半年|上半年|接下来|眼下|眼前|时下|未来|随着|面对|面临|进入|在此基础上|与此同时|新的一年|本月|本周|最近|这些年|近年来|多年来|长期以来|当年|此时|此刻|其间|距离?[\u4e00-\u9fff\d]{2,20}|[\u4e00-\u9fff“”"、]{0,16}(?:期间|之际|前夕|以来|来临|将至|在即|以后|之后|时期|时节|季节|阶段|时刻|关头|的情况下|形势下|背景下|当下|初期|末期|中期)|(?:\d{2,4}年)?\d{1,2}月(?:\d{1,2}日)?(?:以来|起|前)?))$/;
const COPULA = /(?<![特尤凡于还但可若要而只不总别其算如既先])是(?![否非以])|(?<!是)不是|事关|关乎|关系到|牵动着|关系着|仍[不未有存]|依然|不够|偏[高低大小弱重]|严峻|频繁(?:流动|发生)/;
const PAST_TIME = /^(?:去年|昨[天日晚]|前[天年]|上[周月年个]|今早|刚才|过去|那[时年天]|以前|(?:三|两|几|多|数)?年前|截至)/;
/** A noun phrase with a relative clause: 存在重大缺陷的设备. */
const RELATIVE = /^(?:存在|具有|涉及|属于|符合|不符合|未|逾期|超过|违反|经|在|有|参加|从事|负责|承担|拒不)/;
const PERIOD = /^(?:(?:每年)?\d{1,2}月(?:\d{1,2}日|底|初|中旬|[上下]旬)?(?:至|起|前|后|-|—).*|(?:自|从)?.{2,20}(?:起|止)|各?[\u4e00-\u9fff]{1,6}(?:自|从).{1,12}[起到至].{0,12}[日底止月]|[\u4e00-\u9fff"、]{2,16}(?:期间|前后|前|后|时段))$/;
const NOT_A_PERIOD = /^(?:当前|目前|会后|今后|以后|此前|最后|随后|下一步)|说起|提起|想起|(?:成立|建国|解放|改革开放|以)后$/;
const CONDITION = /^(?:如果?(?!期|实|何)|若|一旦|凡|遇|发现|出现|接到|看[见到](?=[\u4e00-\u9fff]{2})|碰[见到]|为了?(?!此|何))|^[\u4e00-\u9fff]{2,8}(?:如有?|若有?|一旦|确[有需])[\u4e00-\u9fff]/;
const MEANS = /^(?:对于?|按照?|根据|依据|围绕|针对|以|通过|结合|依托|本着|聚焦|紧扣|立足|着眼|坚持|从|向)/;
const NOT_MEANS = /^(?:以来|从而|向来|对此|从.{1,16}[起止底日月]$)/;

/** Which kinds a clause is, tried in this order; the first that fits names it. Order matters: a fact may begin like a condition. */
const KINDS: readonly (readonly [ClauseKind, (text: string) => boolean])[] = [
  ['self', text => /^(?:我(?!们|[省市县区州国])|本人)/.test(text)],
  ['fact', text => PAST_TIME.test(text)],
  ['exception', text => /^(?:未.{2,14}|除.{1,40}外)$/.test(text)],
  ['period', text => PERIOD.test(text) && !NOT_A_PERIOD.test(text) && !FACT.test(text)],
  ['occasion', text => /^(?:在|每|凡|解除|发生|遇|如|接到|发现).*(?:期间|前|后|时|内|中)$/.test(text) && !/^在(?:这|此|过去|今)/.test(text) && !FACT.test(text)],
  ['time', text => TIME.test(text)],
  ['connective', text => CONNECTIVE.test(text)],
  ['scope', text => /(?:期内|时间内|范围内|前提下)$/.test(text)],
  ['concerned', text => RELATIVE.test(text) && isNounPhrase(text)],
  ['fact', text => FACT.test(text)],
  ['concerned', text => text.length <= NAMING_LIMIT && text.endsWith('的')],
  ['scope', text => /^在.*方面$/.test(text)],
  ['time', text => text.startsWith('在')],
  ['addressed', text => text.length <= NAMING_LIMIT && ADDRESSEE.test(text) && !COPULA.test(text)],
  ['judgement', text => COPULA.test(text)],
  // 山区五里的保全户: what the order is about.
  ['addressed', text => text.length <= 18 && !/^(?:今|明|当|目前|近|新|面[对临]|随着|一些|有的|个别)/.test(text) && isNounPhrase(text)],
  ['condition', text => CONDITION.test(text)],
  ['means', text => MEANS.test(text) && !NOT_MEANS.test(text)],
];

/** A noun behind its modifier, and no time or situation. */
function isNounPhrase(text: string): boolean {
  return /^[^,]{2,24}的[\u4e00-\u9fff]{1,8}$/.test(text) && !/[了着]|已经|取得|形势|态势|时期|阶段/.test(text) && !COPULA.test(text);
}

/** What `text`, a clause without its mark, is. */
export function kindOf(text: string): ClauseKind {
  return KINDS.find(([, fits]) => fits(text))?.[0] ?? 'plain';
}

/** The clause says what somebody or something is. */
export const isJudgement = (text: string): boolean => COPULA.test(text);

/**
 * The clauses of `folded[from..to)`, without marks and opening quotes.
 * @param masked marks there belong to a quotation
 */
export function clausesOf(folded: string, from: number, to: number, masked: (at: number) => boolean): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = from;
  const push = (end: number): void => {
    while (start < end && OPENS_CLAUSE.has(folded.charCodeAt(start))) start++;
    if (end > start) clauses.push({ start, end });
  };
  for (let i = from; i < to; i++) {
    if (!CLAUSE_MARKS.has(folded.charCodeAt(i)) || masked(i)) continue;
    push(i);
    start = i + 1;
  }
  push(to);
  return clauses;
}

/** Tells what is inside a short quotation of `folded[from..to)`: 疫情要防住 in quotes is a slogan, not an order. */
export function quotations(folded: string, from: number, to: number): (at: number) => boolean {
  const ranges: [number, number][] = [];
  for (let i = from; i < to; i++) {
    if (folded.charCodeAt(i) !== QUOTE) continue;
    const close = folded.indexOf('"', i + 1);
    if (close < 0 || close >= to) break;
    if (close - i <= QUOTE_LIMIT && !(i === from && close >= to - 2)) ranges.push([i, close]);
    i = close;
  }
  if (ranges.length === 0) return NOTHING_QUOTED;
  return at => {
    let low = 0, high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[middle]![0] < at) low = middle + 1; else high = middle;
    }
    return low > 0 && at < ranges[low - 1]![1];
  };
}
