/** Reasons for which a stretch of a line is certainly no name. */
import { standsAt } from '../../base/sticky';
import { UnitSet } from '../../base/unitSet';
import { ADVERBIAL, JOINING, USUAL, type Candidate } from './candidate';
import { NEVER_NAMES, SINGLE_ADVERBS, STRONG, VERB_SURNAMES } from './lexicon';
import { nameModel } from './names';
import { isTitled, verbs } from './neighbours';
import { nameable } from './spellings';
import { countries, headEndingAt, headsOrganisation, headStartingAt } from './titles';

/** Ranks of places, as they stand behind their names. */
const LEVELS = new UnitSet(['省市州县区旗镇乡村']);
/** Those of them that no given name ends with. */
const TOWNS = new UnitSet(['省市县区镇乡村']);
/** What turns words into qualities. */
const QUALITIES = new UnitSet(['化性型率度式']);
const NEARLY_ALWAYS_JOINING = new UnitSet(['与及']);
const NEVER_LAST = new UnitSet(['他她它们您你我兼的副总去另']);
const NEGATIONS = new UnitSet(['未没不']);
/** First characters of 调任 and the like that hardly ever end a name. */
const APPOINTED = new UnitSet(['调转担出兼接就历曾拟改补']);
/** The same of 历任 and 曾任, of which nothing else is a name: 后历|任, 曾担|任, 后升|任. */
const TELLING_LIVES = APPOINTED.with(new UnitSet(['升']));
const LATER = new UnitSet(['后曾先又再并历']);
const HANDED_OVER = /由[^,。;:]{2,24}(?:接任|担任|兼任|出任|继任|接替)/y;
/** 作表态讲话 */
const DELIVERS = '作'.charCodeAt(0);
const IS = '是'.charCodeAt(0);
const AT = '于'.charCodeAt(0);
const WHEN = '时'.charCodeAt(0);
const WEEK = '周'.charCodeAt(0);
/** Points of time behind 于. */
const MOMENT = /[0-9一二三四五六七八九十]{1,4}[日月时点年]|凌晨|清晨|上午|中午|下午|傍晚|晚间|深夜|近日|日前|当[日天晚]|[昨今明][日天]/y;
/** Words of saying before a colon: 阿婆话:“…”, 子曰:“…”. */
const SAID = new UnitSet(['曰话']);

interface Veto {
  readonly reason: string;
  readonly when: (candidate: Candidate) => boolean;
}

/** Reasons for which a candidate is certainly no name. */
const VETOES: readonly Veto[] = [
  { reason: '外长|会, 部长|会议: the head belongs to what follows', when: ({ left, whole }) => left.title !== null && whole[0] === '会' },
  {
    reason: '湖州|市长|兴县: a place across the title',
    when: ({ left, last, line, start, end, words }) => left.title !== null && LEVELS.has(last) && words.has(line.slice(start - 1, end - 1)),
  },
  {
    reason: '相关负责人|来岚,: what many do, and where',
    when: ({ left, first, right, long }) =>
      left.plural === true && !left.parallel && !(right.strong && (long || right.acts)) && VERB_SURNAMES.has(first),
  },
  {
    reason: '绿色化: a quality',
    when: ({ titled, long, last, begin, words }) => !titled && long && QUALITIES.has(last) && words.has(begin),
  },
  {
    reason: '凌水县|通报: a place',
    when: ({ titled, long, last }) => !titled && long && TOWNS.has(last),
  },
  {
    reason: '国王|和王室: a word joined to the title',
    when: ({ left, first, whole, rest, words }) => left.title !== null && JOINING.has(first) && whole.length > 2 && words.has(rest),
  },
  {
    reason: '司令|及陆、海、空军: family names that join nearly always',
    when: ({ left, first }) => isTitled(left) && NEARLY_ALWAYS_JOINING.has(first),
  },
  {
    reason:
      '黄河, 候选人: words that are no names elsewhere; but between an office and what only persons do, 副市长文明|列席 and 县长金融|主持 can be nothing else',
    when: ({ whole, left, right, tag, first }) =>
      NEVER_NAMES.has(whole) &&
      !(
        (tag === 'nr' || (tag === 'n' && nameModel().isSurname(first))) &&
        left.kind === 'title' &&
        left.standing === 'official' &&
        !left.plural &&
        right.strong &&
        right.acts &&
        right.grade > 2
      ),
  },
  { reason: '安哥拉: countries and places', when: ({ line, start }) => countries.startingAt(line, start) !== null },
  {
    reason: '司令, 连长: a title begins here',
    when: ({ line, start, whole }) => (headStartingAt(line, start)?.length ?? 0) >= whole.length,
  },
  { reason: '法官, 秘书长: a title ends here', when: ({ line, end, whole }) => (headEndingAt(line, end)?.length ?? 0) >= whole.length },
  {
    reason: '应邀, 任职: a verb, but in a list of officials 任意 may be one of them',
    when: ({ line, start, whole, closed, left }) =>
      !(closed && left.kind === 'list') && verbs.startingAt(line, start)?.startsWith(whole) === true,
  },
  {
    reason: '金庸|老先生: the last character belongs to what follows',
    when: ({ long, right, last, line, end, begin, words }) =>
      long &&
      right.strong &&
      !right.appointed &&
      nameModel().isSurname(last) &&
      headStartingAt(line, end) !== null &&
      words.frequency(begin) > USUAL &&
      !nameable(begin, words),
  },
  { reason: '祝贺他, 嘉宾们, 王储兼, 甘露的, 李明副, 王毅另: last characters that no name has', when: ({ last }) => NEVER_LAST.has(last) },
  {
    reason: '唐小苇|调任: a verb of appointment begins with the last character',
    when: ({ long, first, last, line, end }) =>
      line[end] === '任' && (long ? APPOINTED.has(last) : LATER.has(first) && TELLING_LIVES.has(last)),
  },
  {
    reason: '新任会长|由和平里里长接任: who holds the office from now on follows',
    when: ({ left, line, start }) => left.title !== null && standsAt(HANDED_OVER, line, start),
  },
  {
    reason: '行政长官|于行政会议前, 县长|于凌晨, 武官|时发表: a preposition or 时, and what it leads up to',
    when: ({ left, first, rest, line, start, right, words }) =>
      left.title !== null &&
      !(right.grade === 3 && right.acts) &&
      ((first === AT && (standsAt(MOMENT, line, start + 1) || words.frequency(line.slice(start + 1, start + 3)) > USUAL)) ||
        (first === WHEN && words.tag(rest)?.startsWith('v') === true)),
  },
  {
    reason: '周海|于十一日',
    when: ({ long, last, line, end }) => long && last === AT && standsAt(MOMENT, line, end),
  },
  { reason: '上|周刚刚', when: ({ first, line, start }) => first === WEEK && (line[start - 1] === '上' || line[start - 1] === '下') },
  { reason: '担任市长的|是王海', when: ({ first, line, start }) => first === IS && line[start - 1] === '的' },
  { reason: '王海|未出席: a negation and its verb', when: ({ last, right }) => NEGATIONS.has(last) && right.acts },
  { reason: '阿婆|话:', when: ({ last, line, end }) => SAID.has(last) && line[end] === ':' },
  {
    reason: '后|立即: how something is done',
    when: ({ left, first, line, start, words }) =>
      left.kind === 'title' && nameModel().isRareFamily(first) && ADVERBIAL.test(words.tag(line.slice(start + 1, start + 3)) ?? ''),
  },
  {
    reason: '顾问陪|同, 高翔率|队, 章法作|表态讲话: what only persons do begins with the last character',
    when: ({ line, end, right, last }) =>
      (right.grade < 3 || (last === DELIVERS && right.acts)) && STRONG.has(verbs.startingAt(line, end - 1) ?? ''),
  },
  {
    reason: '议员|曾拜访: an adverb and its verb',
    when: ({ long, first, rest, closed, words }) =>
      long && !closed && SINGLE_ADVERBS.has(first) && words.tag(rest)?.startsWith('v') === true,
  },
  { reason: '石桥镇|镇长: a place and its head', when: ({ right, line, end }) => right.strong && headsOrganisation(line, end) },
];

/** Whether something rules a candidate out: nothing that speaks for it makes up for that, here or elsewhere in the article. */
export function isNoName(candidate: Candidate): boolean {
  return VETOES.some(({ when }) => when(candidate));
}
