/** Names in one line, from what stands beside them: titles, verbs, lists. Pure in the line, so that results can be kept by content. Offsets are into the folded line. */
import { unitAt, UnitSet } from '../../base/unitSet';
import type { WordList } from '../../language/language';
import { FUNCTION_CHARACTERS, NEVER_BEGINNINGS, NEVER_NAMES, NEXT_WORDS, NOT_A_SURNAME_BEFORE_TITLE, PLACE_ENDINGS, PLURAL_HEADS, VERB_SURNAMES } from './lexicon';
import { BEFORE_NAMES, GOES_ON, LONGEST_NOTE, mayBegin, OPENING } from './beginnings';
import { nameModel } from './names';
import { BLANKS, holderBehind, isHan, mayEndName, OFFICE_BEGINS, rightOf, verbs, type Left, type Right } from './neighbours';
import { rosterLine } from './roster';
import { countries, headEndingAt, headsOrganisation, headStartingAt, HONORIFICS, isFullTitle, titleEndingAt, type Title } from './titles';
import { interpunctName, japaneseName, maskedName, nameable, spacedName, spelledName, syllableName, unusualName, wholeSpelling } from './spellings';
import { WordIndex } from './wordIndex';

/** A name that the line itself gives away. */
export interface NamedSpot {
  readonly start: number;
  readonly end: number;
  /** Without inner spaces. */
  readonly name: string;
  readonly title: Title | null;
  /** What the neighbours tell of the person's standing; null when they tell nothing. */
  readonly standing: 'official' | 'other' | null;
  /** True when the person acts or speaks here: 何雄指出. */
  readonly acts: boolean;
}

export interface LineScan {
  readonly names: readonly NamedSpot[];
  /** What stands behind an office and is too unlike a name to be one by that alone; sorted, apart from the names. */
  readonly doubtful: readonly NamedSpot[];
}

const never = new WordIndex(NEVER_BEGINNINGS);
/** Marks between persons with their titles. */
const PARALLEL = new UnitSet(['、,;和及与']);
const LABEL_MARKS = new UnitSet(['：:/']);
const CLAUSE: Left = { kind: 'clause', title: null, standing: null };
/** 任命王海为市财政局局长. */
const APPOINTED: Left = { kind: 'list', title: null, standing: 'official' };
const PREPOSITION: Left = { kind: 'preposition', title: null, standing: null };
const ACCEPT = 4;
/** What may yet be a name if the article shows it at work elsewhere. */
const DOUBTFUL = 0;
/** What stands behind a name, the opening of a sentence and the word list can add to a score at most. */
const MOST_BESIDES = 3 + 0.6 + 0.7;
/** Between a single office and a predicate that only persons have, whatever stands there is a name, however unlike one it looks. */
const FRAMED = -0.5;
/** What a name of three characters that the word list knows gains beside a verb that persons have. */
const WELL_KNOWN = 2.2;
/** What a name at the head of a clause gains from the office behind it: as much as from one before it. */
const APPOINTEE = 3.5;
/** What an unknown word gains that labels who speaks: 姜山:. */
const LABEL = 2.2;
/** What is said behind a label; shorter pieces are the values of fields. */
const SHORTEST_SPEECH = 10;
/** What counties and towns are called behind their names. */
const LEVELS = new UnitSet(['省市州县区旗镇乡村']);
/** Words that join one person to another. */
const JOINING = new UnitSet(['和与及']);
/** Adverbs met less often than this may be names: 高远主持. */
const RARE_ADVERB = 100;
/** How much like a name three characters must look that stand alone. */
const ALONE = 1.5;

/** @returns the names of one folded line, sorted, not overlapping; empty when nothing gives one away */
export function scanLine(line: string, words: WordList): LineScan {
  const spots: NamedSpot[] = [], doubtful: NamedSpot[] = [], listed = rosterLine(line, words);
  if (listed) return { names: [{ ...listed, name: line.slice(listed.start, listed.end).replace(/[ \u3000]+/g, ''), standing: listed.title.standing, acts: false }], doubtful };
  for (let at = 0; at < line.length;) {
    const code = line.charCodeAt(at);
    if (code < 0x41 || (code > 0x7a && code < 0x4e00) || code > 0x9fff) { at++; continue; }
    const spot = mayBegin(line, at) ? spotAt(line, at, words, spots.at(-1)) : null;
    if (spot && spot.score >= ACCEPT) { spots.push(spot); at = spot.end; continue; }
    if (spot) doubtful.push(spot);
    at++;
  }
  return { names: spots, doubtful };
}

/** A name and how sure it is. */
interface ScoredSpot extends NamedSpot {
  readonly score: number;
}

/** @returns what stands at `at`, doubtful or not; null where that is no name */
function spotAt(line: string, at: number, words: WordList, previous: NamedSpot | undefined): ScoredSpot | null {
  const left = leftOf(line, at, words, previous);
  // 《哈利·波特》 is a book.
  if (!left || (left === CLAUSE && line[at - 1] === '《')) return null;
  // 保加利亚总统和匈牙利总统
  if (left.title && JOINING.has(line.charCodeAt(at)) && countries.startingAt(line, at + 1)) return null;
  if (beginsOtherwise(line, at)) return null;
  const model = nameModel();
  const surname = model.surnameAt(line, at);
  let best: { end: number; score: number; right: Right } | null = null;
  const consider = (end: number, score: number, right: Right): void => {
    if (!best || score > best.score) best = { end, score, right };
  };
  const opens = at === 0 || line[at - 1] === '。', titled = left.kind === 'title' || left.kind === 'list';
  const bonus = left.kind === 'title' ? (left.plural ? 2.5 : left.standing === 'official' && isFullTitle(line, left.title) ? 4.3 : 3.5) : left.kind === 'list' ? (left.standing ? 3.5 : 3) : left.kind === 'clause' ? 0.5 : 0;
  // A sentence that begins with an unknown word before 主持 or 指出 begins with a name.
  const opening = (right: Right, end: number): number => (opens && left.kind === 'clause' && right.grade === 3 && !words.has(line.slice(at, end)) ? 0.6 : 0);
  const foreign = interpunctName(line, at, left, words) || (left.kind === 'title' ? spelledName(line, at, left, words) : 0) || (titled ? japaneseName(line, at, left, words) : 0);
  if (foreign && !countries.startingAt(line, at)) return spot(line, at, foreign, left, rightOf(line, foreign, left, words));
  if (surname > 0) {
    const masked = maskedName(line, at + surname, left);
    if (masked) consider(masked, ACCEPT + 1, rightOf(line, masked, left, words));
    // 李书记 is a short form, not a name.
    const short = (headStartingAt(line, at + surname)?.length ?? 0) > 1;
    for (let given = 1; given <= 2 && !short; given++) {
      const end = at + surname + given;
      if (!isHan(line, at + surname, end)) break;
      let score = model.score(line, at, end, surname) + bonus;
      if (!titled && (score + MOST_BESIDES + (OFFICE_BEGINS.has(unitAt(line, end)) ? APPOINTEE : 0) + (given === 2 ? WELL_KNOWN : 0) < ACCEPT || !mayEndName(line, end))) continue;
      const right = rightOf(line, end, left, words);
      if (right.appointed && !titled) score += APPOINTEE;
      if (labels(line, at, end, words)) score += LABEL;
      if (left.kind === 'title' && left.standing === 'official' && !left.plural && right.strong && (right.acts || !headStartingAt(line, end))) score = Math.max(score, FRAMED + bonus);
      else if (given === 2 && right.grade > 2 && isKnownName(line.slice(at, end), words)) score += WELL_KNOWN;
      if (right.grade < 0 && left.kind !== 'title') continue;
      consider(end, score + right.grade + opening(right, end) - wordPenalty(line, at, end, left, right, words), right);
    }
    // A line of its own, as who gives a speech stands below its title.
    if (line.length < LONGEST_NOTE && line.trim() === line.slice(at, at + surname + 2) && model.score(line, at, at + surname + 2, surname) > ALONE && !words.has(line.slice(at, at + 2)) && nameable(line.slice(at, at + surname + 2), words)) consider(at + surname + 2, ACCEPT, { grade: 2, strong: false, acts: false });
    // 单于 may be 单 and 于.
    if (surname > 1 && titled && model.isSurname(line.charCodeAt(at))) {
      const right = rightOf(line, at + surname, left, words);
      if (right.strong) consider(at + surname, Math.max(FRAMED, model.score(line, at, at + surname, 1)) + bonus + right.grade, right);
    }
    const spaced = spacedName(line, at, surname, left);
    if (spaced) consider(spaced, ACCEPT + 1, { grade: 2, strong: false, acts: false });
  }
  const minority = titled ? syllableName(line, at) : 0;
  if (minority > ((best as { end: number } | null)?.end ?? 0)) {
    const right = rightOf(line, minority, left, words);
    if (right.grade >= 0 || minority - at > 3) return spot(line, at, minority, left, right);
  }
  if (titled && (!best || (best as { score: number }).score < ACCEPT)) {
    const end = unusualName(line, at, left, words);
    if (end > 0) return spot(line, at, end, left, rightOf(line, end, left, words));
  }
  if (!best) return null;
  const found = best as { end: number; score: number; right: Right };
  const office = left.kind === 'title' && left.standing === 'official', end = office ? wholeSpelling(line, at, found.end, left, words) : found.end;
  if (end > found.end) return spot(line, at, end, left, rightOf(line, end, left, words));
  return found.score >= ACCEPT || (found.score >= DOUBTFUL && office && !left.plural) ? spot(line, at, end, left, found.right, found.score) : null;
}

/** True where a word begins that no name begins with: 包保, 感谢, 副主任委员; 林长 may be 林长青. */
function beginsOtherwise(line: string, at: number): boolean {
  if (never.startingAt(line, at)) return true;
  const head = headStartingAt(line, at)?.length ?? 0;
  return head > 2 || (head === 2 && !nameModel().isSurname(line.charCodeAt(at)));
}

function spot(line: string, start: number, end: number, left: Left, right: Right, score = ACCEPT): ScoredSpot {
  let standing = left.standing;
  const after = headStartingAt(line, line[end] === ' ' ? end + 1 : end);
  if (!standing && (after === '摄' || after === '摄影' || after === '文')) standing = 'other';
  return { start, end, name: line.slice(start, end).replace(/[ \u3000]+/g, ''), title: left.title, standing, acts: right.acts, score };
}

function leftOf(line: string, at: number, words: WordList, previous: NamedSpot | undefined): Left | null {
  if (at === 0) return CLAUSE;
  const before = line.charCodeAt(at - 1);
  if (previous && GOES_ON.has(before) && continuesList(line, previous, at)) return { kind: 'list', title: null, standing: previous.standing };
  let titleEnd = at;
  // 助理署长(安老服务)麦家俊: a note between title and name is part of the title.
  if (line[at - 1] === ')') {
    const open = line.lastIndexOf('(', at - 2);
    if (open > 0 && at - open < LONGEST_NOTE && headEndingAt(line, open)) {
      const title = titleEndingAt(line, open, words, previous?.end)!;
      return { kind: 'title', title: { ...title, end: at }, standing: title.standing };
    }
  }
  while (titleEnd > 0 && at - titleEnd < 4 && BLANKS.has(line.charCodeAt(titleEnd - 1))) titleEnd--;
  let separated = titleEnd < at;
  if (titleEnd > 0 && LABEL_MARKS.has(line.charCodeAt(titleEnd - 1))) { titleEnd--; separated = true; }
  const head = headEndingAt(line, titleEnd);
  if (head && !HONORIFICS.has(head) && (head.length > 1 || separated) && !straddles(line, at, words)) {
    // 总书记 of 习近平总书记 belongs to the name before it.
    if (previous && titleEnd - head.length <= previous.end) return null;
    const title = titleEndingAt(line, titleEnd, words, previous?.end)!;
    if (titleEnd === at && isShortForm(line, title, head)) return null;
    if (titleEnd === at && isNameWithTitle(line, title, head, words) && !holderBehind(line, at, words)) return null;
    // 记者 and 市长 before a colon label who speaks or signs; the label of a byline is no title.
    return { kind: 'title', title: head.length > 1 ? title : null, standing: title.standing, plural: PLURAL_HEADS.has(head) && !separated, label: separated, parallel: previous !== undefined && title.start === previous.end + 1 && PARALLEL.has(line.charCodeAt(previous.end)) };
  }
  if (OPENING.has(before)) return CLAUSE;
  if (line.startsWith('任命', at - 2) || line.startsWith('免去', at - 2)) return APPOINTED;
  if (BEFORE_NAMES.has(before)) return PREPOSITION;
  return null;
}

/** True for an unknown word at the beginning of a line, up to a colon: in dialogues it is who speaks. */
function labels(line: string, at: number, end: number, words: WordList): boolean {
  return line[end] === ':' && line.length > end + SHORTEST_SPEECH && line.slice(0, at).trim() === '' && nameable(line.slice(at, end), words) && nameable(line.slice(at, at + 2), words);
}

/** 習近平, 王羲之: the word list has it as a name. */
function isKnownName(word: string, words: WordList): boolean {
  const tag = words.tag(word);
  return (tag === 'nr' || tag === 'nrfg') && !PLACE_ENDINGS.has(word.charCodeAt(word.length - 1));
}

/** 巫县长|另指示: surname and title are the person. */
function isShortForm(line: string, title: Title, head: string): boolean {
  const surname = title.end - head.length - title.start;
  return surname > 0 && nameModel().surnameAt(line, title.start) === surname && !(surname === 1 && NOT_A_SURNAME_BEFORE_TITLE.has(line.charCodeAt(title.start)));
}

/** 习近平|主席: what stands before the head is a name, so that the title is the one's before it, not the one's behind it. */
function isNameWithTitle(line: string, title: Title, head: string, words: WordList): boolean {
  const length = title.end - head.length - title.start;
  const end = title.start + length, surname = nameModel().surnameAt(line, title.start);
  return length > 1 && length < 4 && surname > 0 && (words.tag(line.slice(title.start, end)) ?? '').startsWith('nr') && !PLACE_ENDINGS.has(line.charCodeAt(end - 1)) && (length === 3 || nameModel().score(line, title.start, end, surname) > 1) && !countries.startingAt(line, title.start);
}

/** True when the title's head runs on into a longer word: 委员|会, 主席|团, 领导|班子, 部长|江三峡, 村医|生. */
function straddles(line: string, at: number, words: WordList): boolean {
  return words.has(line.slice(at - 2, at + 1)) || words.has(line.slice(at - 2, at + 2)) || words.frequency(line.slice(at - 1, at + 3)) > 3
    || (nameModel().isRareFamily(line.charCodeAt(at)) && words.frequency(line.slice(at - 1, at + 1)) > 1000);
}

/** True when only a list mark (and a short note in brackets) lies between the earlier name and `at`. */
function continuesList(line: string, previous: NamedSpot, at: number): boolean {
  let from = previous.end;
  if (line[from] === '（' || line[from] === '(') {
    const close = line.slice(from, from + 12).search(/[）)]/);
    if (close < 0) return false;
    from += close + 1;
  }
  const gap = line.slice(from, at);
  if (gap.length > 3) return false;
  if (gap.trim() === '') return gap.length > 0 && previous.standing !== null;
  const mark = gap.trim();
  return mark === '、' || mark === '和' || mark === '及' || mark === '与';
}

/** What a candidate loses for being, beginning or crossing an ordinary word. */
function wordPenalty(line: string, start: number, end: number, left: Left, right: Right, words: WordList): number {
  const whole = line.slice(start, end);
  // 副总经理车水马、总会计师查无遗,: between a name of the series and a mark, or the next one's title, there is room for nothing but a name.
  const closed = (left.parallel === true || (left.kind === 'list' && left.standing === 'official')) && right.strong && (!isHan(line, end, end + 1) || line[end] === '等');
  // 湖州市长兴县, 外长会, 国王和王室: the head belongs to what follows, or is joined to it.
  if (left.title && (whole[0] === '会' || (LEVELS.has(line.charCodeAt(end - 1)) && words.has(line.slice(start - 1, end - 1))) || (JOINING.has(whole.charCodeAt(0)) && end - start > 2 && words.has(line.slice(start + 1, end))))) return 8;
  if (NEVER_NAMES.has(whole) || countries.startingAt(line, start) !== null || (headStartingAt(line, start)?.length ?? 0) >= whole.length || (headEndingAt(line, end)?.length ?? 0) >= whole.length || (!(closed && left.kind === 'list') && verbs.startingAt(line, start)?.startsWith(whole) === true)) return 8;
  const tag = words.tag(whole);
  const titled = left.kind === 'title' || left.kind === 'list';
  const secured = right.appointed === true || (titled && ((right.strong && (right.acts || !left.plural)) || left.parallel === true));
  let penalty = closed ? -0.8 : 0;
  if (tag === undefined) penalty += 0;
  else if (tag === 'nr' || tag === 'nrfg') penalty -= 0.7;
  else if (tag === 'nrt') penalty += titled ? 0 : 3;
  else if (tag === 'ns' || tag === 'nt') penalty += secured ? 1.5 : titled ? 3.5 : 6;
  // 总书记|明确|要求: what says how something is done is no name.
  else penalty += isHan(line, end, end + 1) && /^(?:d|ad|c|p)$/.test(tag) && words.frequency(whole) > RARE_ADVERB ? (left.kind === 'list' && right.grade === 3 && line[start - 1] === '、' ? 0.5 : 4) : secured ? 0.2 : left.plural ? 8 : titled ? 3 : 4;
  // 谢谢|肖秘书长, 金庸|老先生: the last character belongs to what follows.
  if (end - start === 3 && right.strong && nameModel().isSurname(line.charCodeAt(end - 1)) && headStartingAt(line, end) && words.frequency(line.slice(start, start + 2)) > 300 && !nameable(line.slice(start, start + 2), words)) return 8;
  if (isHan(line, end, end + 2) && words.frequency(line.slice(end - 1, end + 2)) > 20) penalty += 2;
  // 向总书记|问好。: a verb that ends a clause is what is done, where a bare title stands before it.
  if (tag?.startsWith('v') && left.title && headEndingAt(line, left.title.end)?.length === left.title.end - left.title.start && !left.parallel && line[end] !== '、' && !isHan(line, end, end + 1)) penalty += 3;
  // 领导|包案压|到人头上
  if (left.plural && !right.strong && VERB_SURNAMES.has(line.charCodeAt(start))) penalty += 3;
  // 石桥镇|镇长: a place and its head.
  if (right.strong && headsOrganisation(line, end)) return 8;
  if (!secured && PLACE_ENDINGS.has(line.charCodeAt(end - 1))) penalty += 1.5;
  // 向家和、: a word that joins has nothing to join there.
  const joinsNothing = left.kind === 'title' && JOINING.has(line.charCodeAt(end - 1)) && right.strong && (!isHan(line, end, end + 1) || right.grade === 3);
  if (NEXT_WORDS.has(line.charCodeAt(end - 1)) && !joinsNothing) penalty += line[end - 1] === '等' && end - start > 2 ? 8 : '在对就的把被'.includes(line[end - 1]!) ? 2.5 : 1.5;
  if (FUNCTION_CHARACTERS.has(line.charCodeAt(start))) penalty += secured && (left.kind === 'list' || left.parallel) ? 0.3 : secured && end - start === 3 && !words.has(line.slice(start + 1, end)) ? 0.5 : 2;
  if ((verbs.startingAt(line, start)?.length ?? 0) > 1) penalty += closed ? 0.5 : secured && right.grade === 3 ? 1 : 4;
  if (!right.strong && nameModel().isRareFamily(line.charCodeAt(start))) penalty += 1.2;
  if (end - start === 3 && VERB_SURNAMES.has(line.charCodeAt(start)) && words.has(line.slice(start + 1, end))) penalty += closed ? 0.5 : secured && right.grade === 3 ? 1 : 3.8;
  for (let at = start + 1; at < end; at++) if (FUNCTION_CHARACTERS.has(line.charCodeAt(at))) penalty += secured ? 0.7 : 1.5;
  if (end - start === 3 && tag === undefined && !right.strong) {
    const begins = words.tag(line.slice(start, start + 2));
    if (begins !== undefined && !begins.startsWith('nr')) penalty += begins.startsWith('ns') ? 2 : 1.2;
  }
  // 文明|办, 信访|局: an organisation, where nothing says that a name is due.
  if (!titled && end - start === 3 && PLACE_ENDINGS.has(line.charCodeAt(end - 1)) && words.has(line.slice(start, start + 2))) penalty += 3;
  for (let length = end - start + 1; length <= 4; length++) {
    const longer = line.slice(start, start + length);
    const longerTag = longer.length === length ? words.tag(longer) : undefined;
    if (longerTag !== undefined && !longerTag.startsWith('nr')) penalty += right.strong ? 0.5 : 3;
  }
  if (right.grade < 3 && !(right.grade >= 2 && !isHan(line, end, end + 1)) && words.frequency(line.slice(end - 1, end + 1)) > 300) penalty += 1.2;
  if (right.grade < 3 && end - start === 3 && words.frequency(line.slice(end - 1, end + 1)) > 20 && isHan(line, end, end + 1)) penalty += 0.5;
  return penalty;
}
