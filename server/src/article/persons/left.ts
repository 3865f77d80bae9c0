/** What leads up to a name. Offsets are into one folded line. */
import { unitAt, UnitSet } from '../../base/unitSet';
import type { WordList } from '../../language/language';
import { BEFORE_NAMES, BODIES, GOES_ON, LONGEST_NOTE, OPENING } from './beginnings';
import { NOT_A_SURNAME_BEFORE_TITLE, PLACE_ENDINGS, PLURAL_HEADS } from './lexicon';
import { nameModel } from './names';
import { BLANKS, type Left } from './neighbours';
import { appointing } from './offices';
import { holderBehind } from './right';
import { nameable, syllableName } from './spellings';
import { WordIndex } from './wordIndex';
import { countries, headEndingAt, headStartingAt, HONORIFICS, RANKS, titleEndingAt, type Title, standingOf } from './titles';

/** What is known of a name that stands before. */
export interface Before {
  readonly end: number;
  readonly standing: 'official' | 'other' | null;
}

/** Marks between persons with their titles. */
const PARALLEL = new UnitSet(['、,;和及与']);
const LABEL_MARKS = new UnitSet(['：:/']);
const LIST_MARKS = new Set(['、', '和', '及', '与']);
/** More frequent than this, a word across the end of a title is taken for one, so that no title ends there. */
const USUAL = 1000;
/** Last characters of the names of towns and roads: 方山区|长阳镇, 上海市|长寿路. */
const ROADS = new UnitSet(['镇乡路街村']);
/** No title ends inside a word as frequent as this: 大公|司. */
const EVERYDAY = 20_000;
/** 全体法官|庄严宣誓: all of them. */
const MANY = /^(?:全体|广大|各位|部分|多名|众多)/;
const ELECTING = new Set(['选举', '推选', '补选', '增选']);
/** What follows 选举 where it names who is chosen: 王海为, 王海、李强为; not 选举单位. */
const CHOSEN = /^[^,。;:、为(]{2,8}[为、(]/;
const CHOSEN_REACH = 10;
/** Leads up to a list of those present or chosen: 出席会议的有, 当选常委的还有. */
const PRESENT = /(?:出席|参加|列席|陪同|参会|当选|随同)[^,。;:、]{0,24}(?:还|主要)?(?:有|包括)$/;
const PRESENT_REACH = 40;
const PRESENT_ENDS = new UnitSet(['有括']);
/** Last characters of the verbs for holding an office: 担任市委书记的王海. */
const HOLDING = new UnitSet(['任为']);
const OF = '的';
const IS = '是';
/** Verbs between a title and the colon behind it: 执行主席是:. */
const EQUALS = new UnitSet(['是为有']);
const HEAD_OF = '长';
const FIRMS = new WordIndex(['集团', '公司']);
const MANAGERS = new WordIndex(['总经理', '董事长', '总裁']);
const DEPUTY = '副';
const CLAUSE: Left = { kind: 'clause', title: null, standing: null };
/** 任命王海为市财政局局长. */
const APPOINTED: Left = { kind: 'list', title: null, standing: 'official' };
/** 范世亿 of 水利局范世亿局长. */
const COLLEAGUE: Left = { kind: 'title', title: null, standing: 'official' };
/** 石远 of 水务集团石远总经理. */
const MANAGER: Left = { kind: 'title', title: null, standing: 'other' };
const LISTED: Left = { kind: 'list', title: null, standing: null, plural: true };
/** 选举王海为市长; 选举 goes with many nouns. */
const ELECTED: Left = { ...APPOINTED, plural: true };
/** What minutes list persons under: 出席:, 列席人员:. */
const ATTENDANCE =
  /^[ \u3000\t]*(?:[一二三四五六七八九十]、)?(?:出席|列席|缺席|请假|主持|参加|参会|与会|到会)(?:人员?|会议人员|领导|同志|委员|代表)?[ \u3000]*$/;
const ATTENDING: Left = { kind: 'list', title: null, standing: 'official', label: true };
const PREPOSITION: Left = { kind: 'preposition', title: null, standing: null };

/** A title of two characters with the blanks between them. */
const LONGEST_LETTERSPACED = 5;

/** @returns null where nothing leads up to a name at `at` */
export function leftOf(line: string, at: number, words: WordList, previous: Before | undefined): Left | null {
  if (at === 0) return CLAUSE;
  const before = line.charCodeAt(at - 1);
  if (previous && GOES_ON.has(before) && continuesList(line, previous, at))
    return { kind: 'list', title: null, standing: previous.standing };
  const { end, separated } = titleEnd(line, at);
  const noted = line[end - 1] === ')' ? notedTitle(line, end, words, previous) : null;
  if (noted) return noted;
  const head = headEndingAt(line, end);
  if (head && mayLead(head, separated) && !straddles(line, at, head, words))
    return titleBefore(line, at, head, end, separated, words, previous);
  const label = separated ? labelOf(line, end) : null;
  if (label) return label;
  if (OPENING.has(before)) return CLAUSE;
  const verb = appointing.endingAt(line, at);
  if (verb && !ELECTING.has(verb)) return APPOINTED;
  if (verb && CHOSEN.test(line.slice(at, at + CHOSEN_REACH))) return ELECTED;
  if (BODIES.has(before)) return counterpart(line, at, words);
  if (PRESENT_ENDS.has(before)) return PRESENT.test(line.slice(Math.max(0, at - PRESENT_REACH), at)) ? LISTED : null;
  if (line[at - 1] === OF) return holderOf(line, at - 1, words);
  if (line[at - 1] === IS && line[at - 2] === OF) return holderOf(line, at - 2, words);
  return BEFORE_NAMES.has(before) ? PREPOSITION : null;
}

/** What labels the name behind blanks or a colon, apart from titles in one piece. */
function labelOf(line: string, end: number): Left | null {
  const title = letterspacedTitle(line, end);
  if (title) return { kind: 'title', title, standing: title.standing, label: true };
  return ATTENDANCE.test(line.slice(0, end)) ? ATTENDING : null;
}

/** 市　长　王海: in lists titles of two characters are as wide as those of three; nothing but blanks stands before them. */
function letterspacedTitle(line: string, end: number): Title | null {
  let start = end - 1;
  while (start > 0 && BLANKS.has(line.charCodeAt(start - 1))) start--;
  if (start === end - 1 || start === 0 || end - start > LONGEST_LETTERSPACED) return null;
  start--;
  const head = line[start]! + line[end - 1]!;
  return headEndingAt(head, head.length) === head && line.slice(0, start).trim() === '' ? { start, end, standing: standingOf(head) } : null;
}

/** False for titles of respect, which stand behind a name only, and for heads of one character right before it. */
function mayLead(head: string, separated: boolean): boolean {
  return (!HONORIFICS.has(head) || RANKS.has(head)) && (head.length > 1 || separated);
}

/** 水利局范世亿局长, 石门村蔡志成村长, 水务集团石远总经理: who heads the body stands between its name and the title. */
function counterpart(line: string, at: number, words: WordList): Left | null {
  if (headStartingAt(line, at - 1)) return null;
  const firm = FIRMS.endingAt(line, at) !== null;
  for (const end of [at + 2, at + 3]) {
    const head = line[end] === DEPUTY ? end + 1 : end;
    const heads = firm ? MANAGERS.startingAt(line, head) !== null : line[head] === line[at - 1] && line[head + 1] === HEAD_OF;
    if (heads && line[end - 1] !== DEPUTY && nameable(line.slice(at, end), words)) return firm ? MANAGER : COLLEAGUE;
  }
  return null;
}

/** 担任市委书记|的王海, 担任市委书记|的是王海: the office stands before the name as what somebody is. */
function holderOf(line: string, at: number, words: WordList): Left | null {
  const title = titleEndingAt(line, at, words);
  return title?.standing === 'official' && HOLDING.has(unitAt(line, title.start - 1))
    ? { kind: 'title', title, standing: 'official' }
    : null;
}

/** 助理署长(安老服务)麦家俊: a note between title and name is part of the title. */
function notedTitle(line: string, at: number, words: WordList, previous: Before | undefined): Left | null {
  const from = Math.max(0, at - LONGEST_NOTE + 1);
  const open = from + line.slice(from, at - 1).lastIndexOf('(');
  if (open < from || open === 0 || (headEndingAt(line, open)?.length ?? 0) < 2) return null;
  const title = titleEndingAt(line, open, words, previous?.end)!;
  return { kind: 'title', title: { ...title, end: at }, standing: title.standing };
}

/** Where a title before a name at `at` ends: before blanks and a colon (执行主席是:), which part it from the name. */
function titleEnd(line: string, at: number): { readonly end: number; readonly separated: boolean } {
  let end = at;
  while (end > 0 && at - end < 4 && BLANKS.has(line.charCodeAt(end - 1))) end--;
  if (end > 0 && LABEL_MARKS.has(line.charCodeAt(end - 1)))
    return { end: line[end - 1] === ':' && EQUALS.has(unitAt(line, end - 2)) ? end - 2 : end - 1, separated: true };
  return { end, separated: end < at };
}

/** @param end where the title with this head ends */
function titleBefore(
  line: string,
  at: number,
  head: string,
  end: number,
  separated: boolean,
  words: WordList,
  previous: Before | undefined,
): Left | null {
  // 总书记 of 习近平总书记 belongs to the name before it.
  if (previous && end - head.length <= previous.end) return null;
  const title = ownTitle(line, titleEndingAt(line, end, words, previous?.end)!, previous);
  if (end === at && isShortForm(line, title, head)) return null;
  if (end === at && isNameWithTitle(line, title, head, words) && !holderBehind(line, at, words)) return null;
  // 记者 and 市长 before a colon label who speaks or signs; the label of a byline is no title.
  return {
    kind: 'title',
    title: head.length > 1 ? title : null,
    standing: title.standing,
    plural: !separated && (PLURAL_HEADS.has(head) || MANY.test(line.slice(title.start, title.start + 2))),
    label: separated,
    parallel: previous !== undefined && title.start === previous.end + 1 && PARALLEL.has(line.charCodeAt(previous.end)),
  };
}

/** 王海研究员、院长李远: what stands right behind the earlier name is that person's. */
function ownTitle(line: string, title: Title, previous: Before | undefined): Title {
  const mark = title.start === previous?.end ? line.slice(title.start, title.end).indexOf('、') : -1;
  return mark < 0 ? title : { ...title, start: title.start + mark + 1 };
}

/** 巫县长|另指示: surname and title are the person. */
function isShortForm(line: string, title: Title, head: string): boolean {
  const surname = title.end - head.length - title.start;
  return (
    surname > 0 &&
    nameModel().surnameAt(line, title.start) === surname &&
    !(surname === 1 && NOT_A_SURNAME_BEFORE_TITLE.has(line.charCodeAt(title.start)))
  );
}

/** 习近平|主席: what stands before the head is a name, so that the title is the one's before it, not the one's behind it. */
function isNameWithTitle(line: string, title: Title, head: string, words: WordList): boolean {
  const end = title.end - head.length;
  const length = end - title.start;
  const surname = nameModel().surnameAt(line, title.start);
  if (length < 2 || length > 3 || surname === 0 || PLACE_ENDINGS.has(line.charCodeAt(end - 1)) || countries.startingAt(line, title.start))
    return false;
  return (
    words.tag(line.slice(title.start, end))?.startsWith('nr') === true &&
    (length === 3 || nameModel().score(line, title.start, end, surname) > 1)
  );
}

/** True when the title's head runs on into a longer word: 委员|会, 主席|团, 领导|班子, 部长|江三峡, 村医|生, 主任|秘书. */
function straddles(line: string, at: number, head: string, words: WordList): boolean {
  const longer = headStartingAt(line, at - head.length) ?? head;
  // 秘书长|孙静, 参谋长|孙静 are usual titles, 书记长 is none: 书记|长孙静.
  if (longer.length > head.length && frequencyOf(longer, words) >= frequencyOf(head, words)) return true;
  // 书记|普布多吉, 书记|长孙静: what begins here is a name.
  if (syllableName(line, at) > at + 2 || nameModel().surnameAt(line, at) > 1) return false;
  return (
    longer.length > head.length ||
    words.has(line.slice(at - 2, at + 1)) ||
    words.has(line.slice(at - 2, at + 2)) ||
    words.frequency(line.slice(at - 1, at + 3)) > 3 ||
    words.frequency(line.slice(at - 1, at + 1)) > EVERYDAY ||
    (ROADS.has(unitAt(line, at + 1)) && words.has(line.slice(at - 1, at + 1))) ||
    (nameModel().isRareFamily(line.charCodeAt(at)) && words.frequency(line.slice(at - 1, at + 1)) > USUAL)
  );
}

/** How often a title is met; the word list has few of those with 副. */
function frequencyOf(head: string, words: WordList): number {
  return words.frequency(head.startsWith('副') ? head.slice(1) : head);
}

/** True when only a list mark (and a short note in brackets) lies between the earlier name and `at`. */
function continuesList(line: string, previous: Before, at: number): boolean {
  let from = previous.end;
  if (line[from] === '(') {
    const close = line.slice(from, from + 12).indexOf(')');
    if (close < 0) return false;
    from += close + 1;
  }
  const gap = line.slice(from, at);
  const mark = gap.trim();
  if (gap.length > 3) return false;
  return mark === '' ? gap.length > 0 && previous.standing !== null : LIST_MARKS.has(mark);
}
