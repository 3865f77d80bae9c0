/** Names in one line, from what stands beside them: titles, verbs, lists. Pure in the line, so that results can be kept by content. Offsets are into the folded line. */
import { UnitSet } from '../../base/unitSet';
import type { WordList } from '../../language/language';
import { ACTING, COUNTRIES, FUNCTION_CHARACTERS, MINORITY_SYLLABLES, NEVER_NAMES, NEXT_WORDS, PLACE_ENDINGS, PLURAL_HEADS, SAYING, SINGLE_ADVERBS, STRONG, VERB_SURNAMES } from './lexicon';
import { BEFORE_NAMES, GOES_ON, INTERPUNCTS, LONGEST_PART, mayBegin, OPENING } from './beginnings';
import { nameModel } from './names';
import { headEndingAt, headStartingAt, HONORIFICS, titleEndingAt, type Title } from './titles';
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

export type LineScan = readonly NamedSpot[];

const verbs = new WordIndex([...SAYING, ...ACTING]);
const countries = new WordIndex(COUNTRIES);
const syllables = new WordIndex(MINORITY_SYLLABLES);
const CLOSING = new UnitSet(['，,。！!？?；;：:）)》〉】]”’」』…—\t']);
const BLANKS = new UnitSet([' \u3000']);
/** What may stand right behind a name that is spaced out. */
const BEHIND_SPACED = CLOSING.with(BLANKS).with(new UnitSet(['、等']));
/** Marks and blanks right behind a name. */
const CLOSES_NAME = CLOSING.with(BLANKS).with(new UnitSet(['（(/']));
const LABEL_MARKS = new UnitSet(['：:/']);
const CLAUSE: Left = { kind: 'clause', title: null, standing: null };
/** 任命王海为市财政局局长. */
const APPOINTED: Left = { kind: 'list', title: null, standing: 'official' };
const PREPOSITION: Left = { kind: 'preposition', title: null, standing: null };
const JOINING = new Set('和与及同以');
const ACCEPT = 4;
/** Longer lists are not read to their end. */
const LONGEST_LIST = 40;
/** What stands behind a name, the opening of a sentence and the word list can add to a score at most. */
const MOST_BESIDES = 3 + 0.6 + 0.7;
/** How far behind a preposition the verb may stand. */
const SAYING_REACH = 24;

interface Right {
  /** How well a name may end here: -2 (not at all) to 3 (a verb that only persons have). */
  readonly grade: number;
  readonly strong: boolean;
  readonly acts: boolean;
}

/** @returns the names of one folded line, sorted, not overlapping; empty when nothing gives one away */
export function scanLine(line: string, words: WordList): LineScan {
  const spots: NamedSpot[] = [];
  for (let at = 0; at < line.length;) {
    const code = line.charCodeAt(at);
    if (code < 0x41 || (code > 0x7a && code < 0x4e00) || code > 0x9fff) { at++; continue; }
    const spot = mayBegin(line, at) ? spotAt(line, at, words, spots.at(-1)) : null;
    if (spot) { spots.push(spot); at = spot.end; } else at++;
  }
  return spots;
}

/** What leads up to a name at `at`. */
interface Left {
  readonly kind: 'title' | 'list' | 'clause' | 'preposition';
  readonly title: Title | null;
  readonly standing: 'official' | 'other' | null;
  /** True behind a head such as 干部 that mostly stands for many. */
  readonly plural?: boolean;
}

function spotAt(line: string, at: number, words: WordList, previous: NamedSpot | undefined): NamedSpot | null {
  const left = leftOf(line, at, words, previous);
  if (!left) return null;
  const model = nameModel();
  const surname = model.surnameAt(line, at);
  let best: { end: number; score: number; right: Right } | null = null;
  const consider = (end: number, score: number, right: Right): void => {
    if (!best || score > best.score) best = { end, score, right };
  };
  const opens = at === 0 || line[at - 1] === '。', titled = left.kind === 'title' || left.kind === 'list';
  const bonus = left.kind === 'title' ? (left.plural ? 2.5 : 3.5) : left.kind === 'list' ? (left.standing ? 3.5 : 3) : left.kind === 'clause' ? 0.5 : 0;
  // A sentence that begins with an unknown word before 主持 or 指出 begins with a name.
  const opening = (right: Right, end: number): number => (opens && left.kind === 'clause' && right.grade === 3 && !words.has(line.slice(at, end)) ? 0.6 : 0);
  const foreign = interpunctName(line, at, left, words) || (left.kind === 'title' ? spelledName(line, at, left, words) : 0);
  if (foreign && !countries.startingAt(line, at)) return spot(line, at, foreign, left, rightOf(line, foreign, left, words));
  if (surname > 0) {
    const masked = maskedName(line, at + surname, left);
    if (masked) consider(masked, ACCEPT + 1, rightOf(line, masked, left, words));
    // 李书记 is a short form, not a name.
    const short = (headStartingAt(line, at + surname)?.length ?? 0) > 1;
    for (let given = 1; given <= 2 && !short; given++) {
      const end = at + surname + given;
      if (!isHan(line, at + surname, end)) break;
      const score = model.score(line, at, end, surname) + bonus;
      if (!titled && score + MOST_BESIDES < ACCEPT) continue;
      const right = rightOf(line, end, left, words);
      if (right.grade < 0 && left.kind !== 'title') continue;
      consider(end, score + right.grade + opening(right, end) - wordPenalty(line, at, end, left, right, words), right);
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
  return found.score >= ACCEPT ? spot(line, at, found.end, left, found.right) : null;
}

function spot(line: string, start: number, end: number, left: Left, right: Right): NamedSpot {
  let standing = left.standing;
  const after = headStartingAt(line, line[end] === ' ' ? end + 1 : end);
  if (!standing && (after === '摄' || after === '摄影' || after === '文')) standing = 'other';
  return { start, end, name: line.slice(start, end).replace(/[ \u3000]+/g, ''), title: left.title, standing, acts: right.acts };
}

function leftOf(line: string, at: number, words: WordList, previous: NamedSpot | undefined): Left | null {
  if (at === 0) return CLAUSE;
  const before = line.charCodeAt(at - 1);
  if (previous && GOES_ON.has(before) && continuesList(line, previous, at)) return { kind: 'list', title: null, standing: previous.standing };
  let titleEnd = at;
  while (titleEnd > 0 && at - titleEnd < 4 && BLANKS.has(line.charCodeAt(titleEnd - 1))) titleEnd--;
  let separated = titleEnd < at;
  if (titleEnd > 0 && LABEL_MARKS.has(line.charCodeAt(titleEnd - 1))) { titleEnd--; separated = true; }
  const head = headEndingAt(line, titleEnd);
  if (head && !HONORIFICS.has(head) && (head.length > 1 || separated) && !straddles(line, at, words)) {
    // 总书记 of 习近平总书记 belongs to the name before it.
    if (previous && titleEnd - head.length <= previous.end) return null;
    const title = titleEndingAt(line, titleEnd, words, previous?.end)!;
    if (titleEnd === at && isNameWithTitle(line, title, head, words)) return null;
    // 记者 and 市长 before a colon label who speaks or signs; the label of a byline is no title.
    return { kind: 'title', title: head.length > 1 ? title : null, standing: title.standing, plural: PLURAL_HEADS.has(head) && !separated };
  }
  if (OPENING.has(before)) return CLAUSE;
  if (line.startsWith('任命', at - 2) || line.startsWith('免去', at - 2)) return APPOINTED;
  if (BEFORE_NAMES.has(before)) return PREPOSITION;
  return null;
}

/** 习近平|主席: what stands before the head is a name, so that the title is the one's before it, not the one's behind it. */
function isNameWithTitle(line: string, title: Title, head: string, words: WordList): boolean {
  const length = title.end - head.length - title.start;
  const end = title.start + length, surname = nameModel().surnameAt(line, title.start);
  return length > 1 && length < 4 && surname > 0 && (words.tag(line.slice(title.start, end)) ?? '').startsWith('nr') && !PLACE_ENDINGS.has(line[end - 1]!) && (length === 3 || nameModel().score(line, title.start, end, surname) > 1) && !countries.startingAt(line, title.start);
}

/** True when the title's head runs on into a longer word: 委员|会, 主席|团, 领导|班子, 部长|江三峡. */
function straddles(line: string, at: number, words: WordList): boolean {
  return words.has(line.slice(at - 2, at + 1)) || words.has(line.slice(at - 2, at + 2)) || words.frequency(line.slice(at - 1, at + 3)) > 3;
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
  return mark === '、' || mark === '和' || mark === '及' || mark === '与' || mark === '，' && false;
}

function rightOf(line: string, end: number, left: Left, words: WordList): Right {
  const next = line[end];
  const titled = left.kind === 'title' || left.kind === 'list';
  if (next === undefined) return { grade: titled ? 2 : 0, strong: false, acts: false };
  if (next === '等') return { grade: titled ? 2.5 : -0.5, strong: titled, acts: false };
  if (next === '、') return { grade: titled || listLeadsToVerb(line, end + 1, words) ? 2 : -0.5, strong: titled, acts: false };
  if (next >= '0' && next <= '9') return { grade: titled ? 1.5 : -0.5, strong: false, acts: true };
  if (next === '时') return { grade: left.kind === 'preposition' ? 1 : -1.5, strong: false, acts: false };
  if (next === '的' || next === '受') return { grade: titled ? 1.2 : -0.5, strong: false, acts: false };
  if (next === '：' || next === ':') return { grade: titled ? 2 : 0.5, strong: false, acts: true };
  if (CLOSES_NAME.has(line.charCodeAt(end))) return { grade: titled ? 2 : -0.5, strong: titled, acts: false };
  let verb = verbs.startingAt(line, end);
  if (verb && verb.length > 1) return { grade: STRONG.has(verb) ? 3 : 2.2, strong: STRONG.has(verb), acts: true };
  const head = headStartingAt(line, end);
  // In a list 越南|总理 begins the next item's title.
  if (head && head.length > 1) return left.kind === 'list' && !HONORIFICS.has(head) ? { grade: 0.5, strong: false, acts: false } : { grade: 2.5, strong: true, acts: false };
  const pair = line.slice(end, end + 2);
  const known = words.frequency(pair) > 50;
  if (known) {
    verb = verbs.startingAt(line, end + 2);
    if (verb && verb.length > 1) return { grade: 2.5, strong: false, acts: true };
    return { grade: !titled ? -0.5 : verb ? 1.5 : 1, strong: false, acts: true };
  }
  if (SINGLE_ADVERBS.has(next)) {
    const main = verbs.startingAt(line, end + 1);
    if (main && main.length > 1) return { grade: 2.7, strong: STRONG.has(main), acts: true };
  }
  if (verb === '说' || verb === '问') return { grade: 2.5, strong: verb === '说', acts: true };
  // 顾顺和|说, 姚信和|、: a joining word with nothing to join is part of the name.
  if (verb && JOINING.has(next) && (!isHan(line, end + 1, end + 2) || (verbs.startingAt(line, end + 1)?.length ?? 0) > 1 || line[end + 1] === '说')) return { grade: -1, strong: false, acts: false };
  if (verb) return { grade: leadsToSaying(line, end) ? 2.2 : titled ? 1.2 : -0.5, strong: false, acts: true };
  return { grade: -1.5, strong: false, acts: false };
}

/** What a candidate loses for being, beginning or crossing an ordinary word. */
function wordPenalty(line: string, start: number, end: number, left: Left, right: Right, words: WordList): number {
  const whole = line.slice(start, end);
  if (NEVER_NAMES.has(whole) || countries.startingAt(line, start) !== null || headStartingAt(line, start) === whole) return 8;
  const tag = words.tag(whole);
  const titled = left.kind === 'title' || left.kind === 'list';
  const secured = titled && right.strong && (right.acts || !left.plural);
  let penalty = 0;
  if (tag === undefined) penalty += 0;
  else if (tag === 'nr' || tag === 'nrfg') penalty -= 0.7;
  else if (tag === 'nrt') penalty += titled ? 0 : 3;
  else if (tag === 'ns' || tag === 'nt') penalty += secured ? 1.5 : titled ? 3.5 : 6;
  else penalty += secured ? 0.2 : titled ? 3 : 4;
  if (!secured && PLACE_ENDINGS.has(line[end - 1]!)) penalty += 1.5;
  if (NEXT_WORDS.has(line[end - 1]!)) penalty += '在对就的把被'.includes(line[end - 1]!) ? 2.5 : 1.5;
  if (FUNCTION_CHARACTERS.has(line[start]!)) penalty += secured && left.kind === 'list' ? 0.3 : 2;
  if ((verbs.startingAt(line, start)?.length ?? 0) > 1) penalty += secured && right.grade === 3 ? 1 : 4;
  if (!right.strong && nameModel().isRareFamily(line.charCodeAt(start))) penalty += 1.2;
  if (end - start === 3 && VERB_SURNAMES.has(line[start]!) && words.has(line.slice(start + 1, end))) penalty += 3;
  for (let at = start + 1; at < end; at++) if (FUNCTION_CHARACTERS.has(line[at]!)) penalty += secured ? 0.7 : 1.5;
  if (end - start === 3 && tag === undefined && !right.strong) {
    const begins = words.tag(line.slice(start, start + 2));
    if (begins !== undefined && !begins.startsWith('nr')) penalty += begins.startsWith('ns') ? 2 : 1.2;
  }
  for (let length = end - start + 1; length <= 4; length++) {
    const longer = line.slice(start, start + length);
    const longerTag = longer.length === length ? words.tag(longer) : undefined;
    if (longerTag !== undefined && !longerTag.startsWith('nr')) penalty += right.strong ? 0.5 : 3;
  }
  if (right.grade < 3 && !(right.grade >= 2 && !isHan(line, end, end + 1)) && words.frequency(line.slice(end - 1, end + 1)) > 300) penalty += 1.2;
  if (right.grade < 3 && end - start === 3 && words.frequency(line.slice(end - 1, end + 1)) > 20 && isHan(line, end, end + 1)) penalty += 0.5;
  return penalty;
}

/** True when 、 joins short items up to a verb that only persons have (王海、李强、周远出席会议), or all of them look like names. */
function listLeadsToVerb(line: string, at: number, words: WordList): boolean {
  let alike = 0;
  for (let item = 0; item < LONGEST_LIST; item++) {
    let end = at;
    while (end - at < 5 && isHan(line, end, end + 1)) {
      if (end - at >= 2) {
        const etc = line[end] === '等';
        const verb = verbs.startingAt(line, etc ? end + 1 : end);
        if (verb && (STRONG.has(verb) || verb === '分别' || verb === '在')) return nameModel().surnameAt(line, at) > 0 || item > 0;
        if (etc) return alike > 1 && looksLikeName(line, at, end, words);
      }
      end++;
    }
    if (looksLikeName(line, at, end, words)) alike++;
    if (line[end] !== '、' || end === at) return alike > 2 && alike === item + 1;
    at = end + 1;
  }
  return true;
}

function looksLikeName(line: string, start: number, end: number, words: WordList): boolean {
  if (end - start < 2 || end - start > 3) return false;
  const tag = words.tag(line.slice(start, end));
  const surname = nameModel().surnameAt(line, start);
  return surname > 0 && (tag === undefined || tag === 'nr') && !countries.startingAt(line, start) && nameModel().score(line, start, end, surname) > 0.3;
}

/** True when a preposition at `at` leads to a verb of saying or a strong one in the same clause: 在会上强调, 对全年工作作出部署. */
function leadsToSaying(line: string, at: number): boolean {
  for (let i = at + 1; i < at + SAYING_REACH && i < line.length; i++) {
    if (CLOSING.has(line.charCodeAt(i))) return false;
    const verb = verbs.startingAt(line, i);
    if (verb && verb.length > 1 && STRONG.has(verb)) return true;
  }
  return false;
}

/** `王 海`: names of two characters are spaced to the width of three. @returns the end, or 0 */
function spacedName(line: string, at: number, surname: number, left: Left): number {
  if (left.kind !== 'title' && left.kind !== 'list') return 0;
  let i = at + surname;
  while (i - at - surname < 2 && BLANKS.has(line.charCodeAt(i))) i++;
  if (i === at + surname || !isHan(line, i, i + 1) || surname !== 1) return 0;
  return i + 1 === line.length || BEHIND_SPACED.has(line.charCodeAt(i + 1)) || STRONG.has(verbs.startingAt(line, i + 1) ?? '') ? i + 1 : 0;
}

/** 阿不都热合曼·买买提: Han segments joined by interpuncts, mostly of characters that spell. @returns the end, or 0 */
function interpunctName(line: string, at: number, left: Left, words: WordList): number {
  const model = nameModel();
  // Behind a title or in a list the interpunct alone tells; elsewhere the characters must spell a name as well.
  const secured = left.kind === 'title' || left.kind === 'list';
  if (!secured && !model.spells(line.charCodeAt(at))) return 0;
  let end = at, spelled = 0;
  while (end - at < LONGEST_PART && isHan(line, end, end + 1)) { if (model.spells(line.charCodeAt(end))) spelled++; end++; }
  if (!INTERPUNCTS.has(line.charCodeAt(end)) || !isHan(line, end + 1, end + 2) || (!secured && spelled < (end - at) * 0.6)) return 0;
  for (let parts = 0; parts < 4 && INTERPUNCTS.has(line.charCodeAt(end)) && isHan(line, end + 1, end + 2); parts++) {
    const from = end + 1;
    let best = 0, bestScore = -Infinity, sum = 0;
    for (let stop = from + 1; stop - from <= LONGEST_PART && isHan(line, stop - 1, stop); stop++) {
      sum += model.spells(line.charCodeAt(stop - 1)) ? 0.6 : -1;
      if (INTERPUNCTS.has(line.charCodeAt(stop))) { best = stop; break; }
      const score = sum + rightOf(line, stop, left, words).grade - (stop - from < 2 ? 2 : 0);
      if (score > bestScore) { best = stop; bestScore = score; }
    }
    end = best;
  }
  return end;
}

/** 沃尔贝克 behind a title: four or more characters that spell, up to where something else begins. @returns the end, or 0 */
function spelledName(line: string, at: number, left: Left, words: WordList): number {
  const model = nameModel();
  let end = at;
  while (end - at < 9 && isHan(line, end, end + 1) && model.spells(line.charCodeAt(end))) end++;
  if (end - at > 3 && !left.plural) return rightOf(line, end, left, words).grade >= 0 || rightOf(line, end - 1, left, words).grade < 1 ? end : end - 1;
  return 0;
}

/** 扎西次仁: two or more usual syllables of minority names, or one of two characters. @returns the end, or 0 */
function syllableName(line: string, at: number): number {
  let end = at;
  for (let syllable = syllables.startingAt(line, end); syllable && end - at < 8; syllable = syllables.startingAt(line, end)) end += syllable.length;
  return end > at ? end : 0;
}

/** 王某某, 李XX, 张**: hidden given names. @returns the end, or 0 */
function maskedName(line: string, at: number, left: Left): number {
  if (left.kind !== 'title' && left.kind !== 'list') return 0;
  let end = at;
  while (end - at < 3 && '某X×*x'.includes(line[end] ?? '\n')) end++;
  return end > at ? end : 0;
}

/** A name without a Chinese family name (格绒), where title or list and what follows leave no doubt. @returns the end, or 0 */
function unusualName(line: string, at: number, left: Left, words: WordList): number {
  if (!isHan(line, at, at + 2)) return 0;
  const nameable = (word: string): boolean => { const tag = words.tag(word); return tag === undefined || tag.startsWith('nr'); };
  for (let end = at + 2; end <= at + 4; end++) {
    if (!isHan(line, at, end)) return 0;
    const right = rightOf(line, end, left, words);
    if (!right.strong) continue;
    const parts = [line.slice(at, end), line.slice(at, at + 2), line.slice(end - 2, end), line.slice(at, at + 3)];
    if (headEndingAt(line, end) || parts.some(part => !nameable(part))) return 0;
    // Behind a title only characters that spell names: a lone unknown word there is more often the beginning of a predicate.
    let spelled = true;
    for (let i = at; i < end; i++) spelled &&= nameModel().spells(line.charCodeAt(i));
    return (left.kind === 'list' && left.standing !== null) || (left.kind === 'title' && left.standing === 'official' && !left.plural && spelled) ? end : 0;
  }
  return 0;
}

function isHan(text: string, start: number, end: number): boolean {
  if (end > text.length) return false;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x3400 || code > 0x9fff) return false;
  }
  return true;
}
