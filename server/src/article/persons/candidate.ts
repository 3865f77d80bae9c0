/** A stretch of a line that may be a name of a family name and one or two more characters, and what speaks against it. Offsets are into one folded line. */
import { standsAt } from '../../base/sticky';
import { unitAt, UnitSet } from '../../base/unitSet';
import type { WordList } from '../../language/language';
import { ADVERBIALS, FUNCTION_CHARACTERS, NEVER_NAMES, NEXT_WORDS, PLACE_ENDINGS, SINGLE_ADVERBS, STRONG, VERB_SURNAMES } from './lexicon';
import { nameModel } from './names';
import { isHan, isTitled, PREPOSITIONS, verbs, type Left, type Right } from './neighbours';
import { nameable } from './spellings';
import { countries, headEndingAt, headsOrganisation, headStartingAt } from './titles';

/** Ranks of places, as they stand behind their names. */
const LEVELS = new UnitSet(['省市州县区旗镇乡村']);
/** Those of them that no given name ends with. */
const TOWNS = new UnitSet(['省市县区镇乡村']);
/** What turns words into qualities. */
const QUALITIES = new UnitSet(['化性型率度式']);
/** Words that join one person to another. */
const JOINING = new UnitSet(['和与及']);
const NEARLY_ALWAYS_JOINING = new UnitSet(['与及']);
/** Words that no clause ends with. */
const LEADING_ON = JOINING.with(new UnitSet(['为以向就将从于受至致']));
const NEVER_LAST = new UnitSet(['他她它们您你我兼的副总去']);
const NEGATIONS = new UnitSet(['未没不']);
/** First characters of 调任 and the like that hardly ever end a name. */
const APPOINTED = new UnitSet(['调转担出兼接就历曾拟改补']);
/** The same of 历任 and 曾任, of which nothing else is a name: 后历|任, 曾担|任, 后升|任. */
const TELLING_LIVES = APPOINTED.with(new UnitSet(['升']));
const LATER = new UnitSet(['后曾先又再并历']);
const HANDED_OVER = /由[^,。;:]{2,24}(?:接任|担任|兼任|出任|继任|接替)/y;
const IS = '是'.charCodeAt(0);
const AT = '于'.charCodeAt(0);
const WHEN = '时'.charCodeAt(0);
const WEEK = '周'.charCodeAt(0);
/** Points of time behind 于. */
const MOMENT = /[0-9一二三四五六七八九十]{1,4}[日月时点年]|凌晨|清晨|上午|中午|下午|傍晚|晚间|深夜|近日|日前|当[日天晚]|[昨今明][日天]/y;
/** Words of saying before a colon: 阿婆话:“…”, 子曰:“…”. */
const SAID = new UnitSet(['曰话']);
/** Words that hardly ever end a name. */
const HARD_WORDS = new UnitSet(['在对就的把被']);
/** Adverbs met less often than this may be names: 高远主持. */
const RARE_ADVERB = 100;
/** A word that is more frequent than this in the word list is likelier than a name that crosses it. */
const USUAL = 300;
/** The same where the word has three characters, or the name has. */
const KNOWN = 20;
/** Tags of words that say how something is done, and join or lead up to others. */
const ADVERBIAL = /^(?:d|ad|c|p)$/;
/** Tags of words that name something. */
const NOMINAL = /^(?:n|nz|t|s|i|l|z|x)$/;
const LONGEST_WORD = 4;

/** What a rejected candidate loses: nothing that speaks for it makes up for that, here or elsewhere in the article. */
const REJECTED = Infinity;

/** A candidate, with the facts about it that several reasons need. */
export class Candidate {
  readonly whole: string;
  /** Part of speech of the whole; undefined for what the word list lacks. */
  readonly tag: string | undefined;
  readonly titled: boolean;
  /** True between a name of a series and a mark, or the next one's title, where there is room for nothing but a name: 副总经理车水马、总会计师查无遗,. */
  readonly closed: boolean;
  /** True where title or list leads up to a name and what follows is said of persons. */
  readonly secured: boolean;
  readonly long: boolean;

  constructor(
    readonly line: string,
    readonly start: number,
    readonly end: number,
    readonly left: Left,
    readonly right: Right,
    readonly words: WordList,
  ) {
    this.whole = line.slice(start, end);
    this.tag = words.tag(this.whole);
    this.long = end - start === 3;
    this.titled = isTitled(left);
    this.closed =
      (left.parallel === true || (left.kind === 'list' && left.standing === 'official')) &&
      right.strong &&
      (!this.goesOn(1) || line[end] === '等');
    this.secured = right.appointed === true || (this.titled && ((right.strong && (right.acts || !left.plural)) || left.parallel === true));
  }

  /** True where at least `count` Chinese characters follow. */
  goesOn(count: number): boolean {
    return isHan(this.line, this.end, this.end + count);
  }

  get first(): number {
    return this.line.charCodeAt(this.start);
  }

  get last(): number {
    return this.line.charCodeAt(this.end - 1);
  }

  /** The first two characters. */
  get begin(): string {
    return this.line.slice(this.start, this.start + 2);
  }

  /** Everything behind the first character. */
  get rest(): string {
    return this.line.slice(this.start + 1, this.end);
  }

  /** How usual the word is that begins `before` the end and ends `behind` it. */
  crossing(behind: number): number {
    return this.words.frequency(this.line.slice(this.end - 1, this.end + behind));
  }
}

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
    reason: '黄河, 候选人: words that the word list takes for names; but 副市长文明|列席 can be nothing else',
    when: ({ whole, left, right, tag }) =>
      NEVER_NAMES.has(whole) &&
      !(
        tag === 'nr' &&
        left.kind === 'title' &&
        left.standing === 'official' &&
        !left.plural &&
        right.strong &&
        right.acts &&
        right.grade === 3
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
  { reason: '祝贺他, 嘉宾们, 王储兼, 甘露的, 李明副: last characters that no name has', when: ({ last }) => NEVER_LAST.has(last) },
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
    reason: '顾问陪|同, 高翔率|队: what only persons do begins with the last character',
    when: ({ line, end, right }) => right.grade < 3 && STRONG.has(verbs.startingAt(line, end - 1) ?? ''),
  },
  {
    reason: '议员|曾拜访: an adverb and its verb',
    when: ({ long, first, rest, closed, words }) =>
      long && !closed && SINGLE_ADVERBS.has(first) && words.tag(rest)?.startsWith('v') === true,
  },
  { reason: '石桥镇|镇长: a place and its head', when: ({ right, line, end }) => right.strong && headsOrganisation(line, end) },
];

interface Weight {
  readonly reason: string;
  /** What the candidate loses; 0 where the reason does not hold, less where it speaks for the name. */
  readonly of: (candidate: Candidate) => number;
}

/** Reasons that make a candidate less likely to be a name; the weights were set on the annotated articles and on CLUENER2020. */
const WEIGHTS: readonly Weight[] = [
  { reason: 'room for nothing but a name', of: ({ closed }) => (closed ? -0.8 : 0) },
  {
    reason: 'the word list knows it as something',
    of: candidate => (candidate.tag === undefined ? 0 : wordWeight(candidate, candidate.tag)),
  },
  {
    reason: '建国|家: a longer word begins with the last character',
    of: candidate => (candidate.goesOn(2) && candidate.crossing(2) > KNOWN ? 2 : 0),
  },
  {
    reason: '向总书记|问好。: a verb that ends a clause is what is done, where a bare title stands before it',
    of: candidate =>
      candidate.tag?.startsWith('v') &&
      hasBareTitle(candidate) &&
      !candidate.left.parallel &&
      candidate.line[candidate.end] !== '、' &&
      !candidate.goesOn(1)
        ? 3
        : 0,
  },
  {
    reason: '白云山: places and bodies',
    of: candidate => (candidate.secured || isNamed(candidate) || !PLACE_ENDINGS.has(candidate.last) ? 0 : 1.5),
  },
  {
    reason: '尉迟勇|等: the last character is the next word',
    of: candidate => (NEXT_WORDS.has(candidate.last) && !joinsNothing(candidate) ? nextWordWeight(candidate) : 0),
  },
  {
    reason: '向县委: it begins with a word that joins',
    of: candidate => (FUNCTION_CHARACTERS.has(candidate.first) ? functionWeight(candidate) : 0),
  },
  {
    reason: '应邀出|席: it begins with a verb',
    of: candidate => ((verbs.startingAt(candidate.line, candidate.start)?.length ?? 0) > 1 ? verbWeight(candidate, 4) : 0),
  },
  {
    reason: '时代变: the family name is a usual word',
    of: ({ right, first }) => (!right.strong && nameModel().isRareFamily(first) ? 1.2 : 0),
  },
  {
    reason: '谈|春节: the family name is a verb, and its object follows',
    of: candidate =>
      candidate.long && VERB_SURNAMES.has(candidate.first) && candidate.words.has(candidate.rest) ? verbWeight(candidate, 3.8) : 0,
  },
  {
    reason: '周到的: words that join inside',
    of: ({ line, start, end, secured }) => innerFunctionWords(line, start + 1, end) * (secured ? 0.7 : 1.5),
  },
  {
    reason: '高效|地: a word and one more character',
    of: ({ long, tag, right, begin, words }) => (long && tag === undefined && !right.strong ? beginningWeight(words.tag(begin)) : 0),
  },
  {
    reason: '文明|办: an organisation, where nothing says that a name is due',
    of: ({ titled, long, last, begin, words }) => (!titled && long && PLACE_ENDINGS.has(last) && words.has(begin) ? 3 : 0),
  },
  { reason: '安全|生产: a longer word begins here', of: longerWordsWeight },
  {
    reason: '李酌|在场: a usual word begins with the last character',
    of: candidate =>
      candidate.right.grade < 3 && !(candidate.right.grade >= 2 && !candidate.goesOn(1)) && candidate.crossing(1) > USUAL ? 1.2 : 0,
  },
  {
    reason: 'a known word begins with the third character',
    of: candidate => (candidate.right.grade < 3 && candidate.long && candidate.crossing(1) > KNOWN && candidate.goesOn(1) ? 0.5 : 0),
  },
];

/** @returns what a candidate loses for being, beginning or crossing an ordinary word; below 0 where that speaks for it */
export function unlikeness(candidate: Candidate): number {
  for (const { when } of VETOES) if (when(candidate)) return REJECTED;
  let sum = 0;
  for (const { of } of WEIGHTS) sum += of(candidate);
  return sum;
}

/** The weight of being a word: names, foreign names, places, others. */
function wordWeight(candidate: Candidate, tag: string): number {
  const { titled, secured } = candidate;
  switch (tag) {
    case 'nr':
    case 'nrfg':
      // 周密|安排部署: the list has many a word among its names.
      return titled || candidate.long ? -0.7 : 0.5;
    case 'nrt':
      return titled ? 0 : 3;
    case 'ns':
    case 'nt':
      return secured || isNamed(candidate) ? 1.5 : titled ? 3.5 : 6;
    default:
      return isAdverbial(candidate, tag) ? adverbWeight(candidate) : commonWordWeight(candidate, tag);
  }
}

/** True in 总书记|明确|要求: what says how something is done is no name. Others of these words, such as 何必, do not stand before what officials do, so that there they are. */
function isAdverbial(candidate: Candidate, tag: string): boolean {
  const { whole, secured, words } = candidate;
  return candidate.goesOn(1) && (ADVERBIALS.has(whole) || (!secured && ADVERBIAL.test(tag) && words.frequency(whole) > RARE_ADVERB));
}

function adverbWeight({ left, right, line, start }: Candidate): number {
  return left.kind === 'list' && right.grade === 3 && line[start - 1] === '、' ? 0.5 : 4;
}

function commonWordWeight(candidate: Candidate, tag: string): number {
  const { secured, titled, left } = candidate;
  if (secured) return 0.2;
  return left.plural ? REJECTED : titled ? (NOMINAL.test(tag) && isNamed(candidate) ? 1 : 3) : 4;
}

/** 副县长|季风|还守在堤上: no noun but a name stands between an office and what its holder does. */
function isNamed({ left, right }: Candidate): boolean {
  return left.kind === 'title' && left.standing === 'official' && !left.plural && right.acts && right.grade >= 2;
}

/** True behind 局长, not behind 市教育局局长. */
function hasBareTitle({ left: { title }, line }: Candidate): boolean {
  return title !== null && headEndingAt(line, title.end)?.length === title.end - title.start;
}

/** 向家和、, 翁廷为、, 高喜和就: a word that joins or leads on has nothing to lead to there. */
function joinsNothing(candidate: Candidate): boolean {
  const { left, right, last } = candidate;
  if (left.kind !== 'title' || !right.strong) return false;
  if (!candidate.goesOn(1)) return LEADING_ON.has(last);
  return JOINING.has(last) && (right.grade === 3 || PREPOSITIONS.has(unitAt(candidate.line, candidate.end)));
}

function nextWordWeight({ whole, last }: Candidate): number {
  return whole.length > 2 && whole.endsWith('等') ? REJECTED : HARD_WORDS.has(last) ? 2.5 : 1.5;
}

function functionWeight(candidate: Candidate): number {
  const { secured, left, long, rest, words } = candidate;
  if (secured && (left.kind === 'list' || left.parallel)) return 0.3;
  // 副县长向前、: nothing follows that it could join.
  if (!long) return secured && !candidate.goesOn(1) ? 0.5 : 2;
  return !words.has(rest) ? (secured ? 0.5 : 2) : secured ? 2 : 4;
}

/**
 * What a candidate loses for being a verb.
 * @param open the loss where nothing else speaks for a name
 */
function verbWeight({ closed, secured, right, line, end }: Candidate, open: number): number {
  // 副主任任江河、唐太成、: no object of a verb is followed by names.
  return closed ? 0.5 : secured && (right.grade === 3 || (line[end] === '、' && right.acts)) ? 1 : open;
}

function innerFunctionWords(line: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (FUNCTION_CHARACTERS.has(line.charCodeAt(at))) count++;
  return count;
}

function beginningWeight(tag: string | undefined): number {
  if (tag === undefined || tag.startsWith('nr')) return 0;
  return tag.startsWith('ns') ? 2 : 1.2;
}

function longerWordsWeight({ line, start, end, words, right }: Candidate): number {
  let sum = 0;
  for (let length = end - start + 1; length <= LONGEST_WORD && start + length <= line.length; length++) {
    const tag = words.tag(line.slice(start, start + length));
    if (tag !== undefined && !tag.startsWith('nr')) sum += right.strong ? 0.5 : 3;
  }
  return sum;
}
