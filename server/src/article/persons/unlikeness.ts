/** What a stretch of a line loses as a name for being, beginning or crossing ordinary words. */
import { unitAt, UnitSet } from '../../base/unitSet';
import { ADVERBIAL, JOINING, USUAL, type Candidate } from './candidate';
import { ADVERBIALS, FUNCTION_CHARACTERS, NEXT_WORDS, PLACE_ENDINGS, VERB_SURNAMES } from './lexicon';
import { nameModel } from './names';
import { PREPOSITIONS, verbs } from './neighbours';
import { headEndingAt } from './titles';
import { isNoName } from './vetoes';

/** Words that no clause ends with. */
const LEADING_ON = JOINING.with(new UnitSet(['为以向就将从于受至致']));
/** Words that hardly ever end a name. */
const HARD_WORDS = new UnitSet(['在对就的把被']);
/** Adverbs met less often than this may be names: 高远主持. */
const RARE_ADVERB = 100;
/** The same as `USUAL` where the word has three characters, or the name has. */
const KNOWN = 20;
/** Tags of words that name something. */
const NOMINAL = /^(?:n|nz|t|s|i|l|z|x)$/;
const LONGEST_WORD = 4;
/** What a rejected candidate loses: nothing that speaks for it makes up for that, here or elsewhere in the article. */
const REJECTED = Infinity;

/*
 * What a candidate loses, in units of the name model's score, of which a name needs `ACCEPT` in all; set by hand on the annotated
 * articles and on CLUENER2020.
 */
/** It is a word: one that the list takes for a name (周密|安排 is none), a foreign name, a place. */
const WORD = { name: -0.7, shortName: 0.5, foreignName: 3, placeWhereNameIsDue: 1.5, placeBehindTitle: 3.5, place: 6 } as const;
/** What a name gains where there is room for nothing else. */
const CLOSED = 0.8;
/** The most that a candidate can gain by `unlikeness`. */
export const MOST_LIKELY = CLOSED - WORD.name;
/** It is an adverb: in a list of names it may be one of them. */
const ADVERB = { listed: 0.5, elsewhere: 4 } as const;
/** It is any other word. */
const COMMON = { whereNameIsDue: 0.2, nounThatActs: 1, behindTitle: 3, elsewhere: 4 } as const;
/** Its last character may be the next word: 在 hardly ever ends a name, 等 may. */
const NEXT_WORD = { hard: 2.5, other: 1.5, behindWord: 2 } as const;
/** It begins with a word that joins: 向, 和. */
const JOINER = { inSeries: 0.3, joinsNothing: 0.5, elsewhere: 2, beforeWord: 4 } as const;
/** It is or begins with a verb. */
const VERB = { inSeries: 0.5, whereNameIsDue: 1 } as const;
/** Its first two characters are a word. */
const BEGINNING = { place: 2, other: 1.2 } as const;
/** A longer word begins where it does. */
const LONGER = { beforePredicate: 0.5, elsewhere: 3 } as const;

interface Weight {
  readonly reason: string;
  /** What the candidate loses; 0 where the reason does not hold, less where it speaks for the name. */
  readonly of: (candidate: Candidate) => number;
}

/** Reasons that make a candidate less likely to be a name; the weights were set on the annotated articles and on CLUENER2020. */
const WEIGHTS: readonly Weight[] = [
  { reason: 'room for nothing but a name', of: ({ closed }) => (closed ? -CLOSED : 0) },
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
  if (isNoName(candidate)) return REJECTED;
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
      return titled || candidate.long ? WORD.name : WORD.shortName;
    case 'nrt':
      return titled ? 0 : WORD.foreignName;
    case 'ns':
    case 'nt':
      return secured || isNamed(candidate) ? WORD.placeWhereNameIsDue : titled ? WORD.placeBehindTitle : WORD.place;
    default:
      return isAdverbial(candidate, tag) ? adverbWeight(candidate) : commonWordWeight(candidate, tag);
  }
}

/**
 * True in 总书记|明确|要求: what says how something is done is no name. Others of these words, such as 何必, do not stand before what
 * officials do, so that there they are.
 */
function isAdverbial(candidate: Candidate, tag: string): boolean {
  const { whole, secured, words } = candidate;
  return candidate.goesOn(1) && (ADVERBIALS.has(whole) || (!secured && ADVERBIAL.test(tag) && words.frequency(whole) > RARE_ADVERB));
}

function adverbWeight({ left, right, line, start }: Candidate): number {
  return left.kind === 'list' && right.grade === 3 && line[start - 1] === '、' ? ADVERB.listed : ADVERB.elsewhere;
}

function commonWordWeight(candidate: Candidate, tag: string): number {
  const { secured, titled, left } = candidate;
  if (secured) return COMMON.whereNameIsDue;
  return left.plural
    ? REJECTED
    : titled
      ? NOMINAL.test(tag) && isNamed(candidate)
        ? COMMON.nounThatActs
        : COMMON.behindTitle
      : COMMON.elsewhere;
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
  // 市长方向|主持会议: without the second character no name is left.
  if (!candidate.long && candidate.secured && right.grade === 3) return true;
  if (!candidate.goesOn(1)) return LEADING_ON.has(last);
  return JOINING.has(last) && (right.grade === 3 || PREPOSITIONS.has(unitAt(candidate.line, candidate.end)));
}

function nextWordWeight({ whole, last, long, begin, words }: Candidate): number {
  if (long && whole.endsWith('等')) return REJECTED;
  // 简单|则呼吁: before it stands a word.
  const word = long && words.frequency(begin) > USUAL ? NEXT_WORD.behindWord : 0;
  return word + (HARD_WORDS.has(last) ? NEXT_WORD.hard : NEXT_WORD.other);
}

function functionWeight(candidate: Candidate): number {
  const { secured, left, long, rest, words } = candidate;
  if (secured && (left.kind === 'list' || left.parallel)) return JOINER.inSeries;
  // 副县长向前、: nothing follows that it could join.
  if (!long) return secured && !candidate.goesOn(1) ? JOINER.joinsNothing : JOINER.elsewhere;
  if (!words.has(rest)) return secured ? JOINER.joinsNothing : JOINER.elsewhere;
  return secured ? JOINER.elsewhere : JOINER.beforeWord;
}

/**
 * What a candidate loses for being a verb.
 * @param open the loss where nothing else speaks for a name
 */
function verbWeight({ closed, secured, right, line, end }: Candidate, open: number): number {
  // 副主任任江河、唐太成、: no object of a verb is followed by names.
  return closed ? VERB.inSeries : secured && (right.grade === 3 || (line[end] === '、' && right.acts)) ? VERB.whereNameIsDue : open;
}

function innerFunctionWords(line: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (FUNCTION_CHARACTERS.has(line.charCodeAt(at))) count++;
  return count;
}

function beginningWeight(tag: string | undefined): number {
  if (tag === undefined || tag.startsWith('nr')) return 0;
  return tag.startsWith('ns') ? BEGINNING.place : BEGINNING.other;
}

function longerWordsWeight({ line, start, end, words, right }: Candidate): number {
  let sum = 0;
  for (let length = end - start + 1; length <= LONGEST_WORD && start + length <= line.length; length++) {
    const tag = words.tag(line.slice(start, start + length));
    if (tag !== undefined && !tag.startsWith('nr')) sum += right.strong ? LONGER.beforePredicate : LONGER.elsewhere;
  }
  return sum;
}
