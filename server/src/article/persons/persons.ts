/** Personal names of an article: what single lines give away, then everywhere the same name stands, then short forms. Reading offsets. */
import { perContentWith } from '../../base/memo';
import { UnitSet } from '../../base/unitSet';
import type { WordList } from '../../language/language';
import type { Reading } from '../../reading/reading';
import type { Block, PersonMention } from '../article';
import type { LineText } from '../lineText';
import { ACTING, MODIFIED_NOUNS, PREDICATES, SAYING } from './lexicon';
import { OPENING } from './beginnings';
import { nameModel } from './names';
import { isHan, rightOf } from './neighbours';
import { scanLine, type LineScan, type NamedSpot } from './scan';
import { findSegments, type Segment } from './segments';
import { scanShortForms, type ShortSpot } from './shortForms';
import { headEndingAt, headStartingAt, HONORIFICS, standingOf, titleEndingAt } from './titles';
import { userNamesIn } from './userNames';
import { WordIndex } from './wordIndex';

/** What one line gives away by itself. */
interface LinePersons {
  readonly names: LineScan;
  readonly short: readonly ShortSpot[];
}

/** Everything the article knows of one name. */
interface Known {
  /** As printed, in the Reading's script, at its first mention. */
  readonly name: string;
  readonly key: string;
  standing: 'official' | 'other' | null;
  readonly titles: Set<string>;
}

/** A full or short mention in a line, before standings are settled; offsets into the line. */
type Spot = FullSpot | ShortSpot;

interface FullSpot {
  readonly form: 'full';
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly title: { readonly start: number; readonly end: number } | null;
  readonly acts: boolean;
  readonly incidental: boolean;
}

const modified = new WordIndex(MODIFIED_NOUNS);
const predicates = new WordIndex(PREDICATES);
/** What a person does when it stands right behind the name; 同志 and the like are no deeds. */
const actions = new WordIndex([...SAYING, ...ACTING].filter(word => !HONORIFICS.has(word)));
/** Verbs that put somebody into an office or take it away, and how the office follows the name. */
const APPOINTING = new Set(['任命', '免去', '提名', '聘任', '选举', '推选']);
const BEFORE_OFFICE = /^(?:同志)?(?:担任|[为的任])?/;
const BEHIND_OFFICE = /职务|一职|[,;。(（]|$/;
const LONGEST_CLAUSE = 40;
/** How far behind a name the noun may stand that it modifies. */
const MODIFIER_REACH = 90;

/** What makes the name before it a part of a phrase. */
const NO_PREDICATE = new UnitSet(['的等和与及']);
/** Behind the name, before what is spoken about. */
const SPEAKS_ABOUT = /(?:同志|先生|女士)?(?:在[^,。;]{1,10}?[上中里])?(?:就|围绕|针对)/y;

/** What is told of a leader whom others follow: 习近平总书记高度重视…, 多次作出重要指示. */
const FROM_AFAR = /(?:总书记|主席|总理|同志)?(?:始终|历来|一直|十分)?(?:高度重视|非常重视|亲自(?:谋划|部署|指挥|推动|擘画)|多次(?:作出|强调|对))/y;

const UNTITLED = { kind: 'clause', title: null, standing: null } as const;

/** Lines that tell a speech, at the head of an article: its title or the address. */
const SPOKEN = /(?:讲话|致辞|致词|演讲|发言)(?:$|\()|^(?:同志们|各位|女士们|尊敬的|大家好)/, HEAD_LINES = 8;

/** Short forms are resolved among so many names: more stand in lists, not in articles. */
const MOST_NAMES = 1000;

const personsIn = perContentWith(({ folded }: LineText, words: WordList): LinePersons => ({ names: scanLine(folded, words), short: scanShortForms(folded, words) }));
const spotsIn = perContentWith((line: LineText, finder: NameFinder): readonly Spot[] => findSpots(line.folded, personsIn(line, finder.words), finder, finder.words));

/** The names of the article that was read last, for each word list: the next version of it has the same ones as a rule. */
const finders = new WeakMap<WordList, NameFinder>();

/**
 * @param blocks chrome is passed over, everything else is read line by line
 * @param joinsNext for each block whether its sentence goes on in the next one: names are found across such line breaks
 * @returns mentions sorted by `start`, not overlapping; empty when the text names nobody
 */
export function recognisePersons(reading: Reading, blocks: readonly Block[], words: WordList, joinsNext: (index: number) => boolean = () => false): PersonMention[] {
  const segments = findSegments(reading, blocks, joinsNext);
  const known = new Map<string, Known>();
  const spoken = segments.slice(0, HEAD_LINES).some(({ text }) => SPOKEN.test(text.trim()));
  for (const segment of segments) for (const spot of personsIn(segment.content, words).names) learn(known, spot, segment, segment.text.trim() === segment.text.slice(spot.start, spot.end) ? !spoken : segment.byline);
  for (const segment of segments) for (const { start, end } of userNamesIn(segment.text)) {
    const key = segment.text.slice(start, end), entry = known.get(key);
    if (entry) entry.standing ??= 'official'; else known.set(key, { name: segment.printed(start, end), key, standing: 'official', titles: new Set() });
  }
  joinParts(known);
  const last = finders.get(words), finder = last?.finds(known) ? last : new NameFinder(known.keys(), words);
  finders.set(words, finder);
  const spots = segments.map(({ content, text }) => {
    const found = spotsIn(content, finder);
    for (const spot of found) if (spot.form === 'full' && spot.title) learnTitle(known.get(spot.key)!, text.slice(spot.title.start, spot.title.end));
    return found;
  });
  return settle(segments, spots, known);
}

/** @param signs whether the name is that of an author: who stands on a line alone is, unless the text is spoken */
function learn(known: Map<string, Known>, spot: NamedSpot, segment: Segment, signs: boolean): void {
  let entry = known.get(spot.name);
  if (!entry) known.set(spot.name, (entry = { name: segment.printed(spot.start, spot.end).replace(/[ \u3000]+/g, ''), key: spot.name, standing: null, titles: new Set() }));
  const standing = spot.standing ?? (signs ? 'other' : null);
  if (standing === 'official' || !entry.standing) entry.standing = standing ?? entry.standing;
  if (spot.title) entry.titles.add(segment.text.slice(spot.title.start, spot.title.end));
}

/** 苏木提 stands for 苏木提·阿布都拉, 恩多戈 for 伊萨克·恩多戈: first and last part of a name with interpuncts are further keys of the same person. */
function joinParts(known: Map<string, Known>): void {
  for (const entry of [...new Set(known.values())]) {
    const parts = entry.key.split('·');
    if (parts.length < 2) continue;
    for (const part of [parts[0]!, parts.at(-1)!]) {
      const alone = part.length > 1 ? known.get(part) : entry;
      if (alone === entry || alone?.key.includes('·')) continue;
      for (const title of alone?.titles ?? []) entry.titles.add(title);
      if (alone?.standing === 'official') entry.standing = 'official';
      known.set(part, entry);
    }
  }
}

function learnTitle(entry: Known, title: string): void {
  entry.titles.add(title);
  entry.standing ??= standingOf(title);
}

/** Finds known names by their first character. */
class NameFinder {
  readonly words: WordList;
  readonly #lengths = new Map<number, number[]>();
  readonly #first = new UnitSet();
  /** Each name, and whether it is a word of the language as well (方针, 高山): then only places that a line gave away count. */
  readonly #names = new Map<string, boolean>();

  constructor(keys: Iterable<string>, words: WordList) {
    this.words = words;
    for (const key of keys) {
      const tag = words.tag(key);
      this.#names.set(key, tag !== undefined && !tag.startsWith('nr'));
      this.#first.add(key.charCodeAt(0));
      const lengths = this.#lengths.get(key.charCodeAt(0));
      if (!lengths) this.#lengths.set(key.charCodeAt(0), [key.length]);
      else if (!lengths.includes(key.length)) { lengths.push(key.length); lengths.sort((a, b) => b - a); }
    }
  }

  /** True when it finds exactly these names. */
  finds(names: ReadonlyMap<string, unknown>): boolean {
    if (names.size !== this.#names.size) return false;
    for (const name of names.keys()) if (!this.#names.has(name)) return false;
    return true;
  }

  /** Lengths of names that begin with this unit, longest first; undefined when none does. */
  lengths(unit: number): readonly number[] | undefined {
    return this.#first.has(unit) ? this.#lengths.get(unit) : undefined;
  }

  /** True when a name begins with this unit. */
  begins(unit: number): boolean {
    return this.#first.has(unit);
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  isCommon(name: string): boolean {
    return this.#names.get(name) === true;
  }
}

/** Where the next of some spots begins behind `at`; `from` is the first of them that can. */
function nextAfter(spots: readonly { readonly start: number }[], from: number, at: number): number {
  let i = from;
  while (i < spots.length && spots[i]!.start <= at) i++;
  return i < spots.length ? spots[i]!.start : Infinity;
}

/** Full and short mentions of one line, in order. */
function findSpots(text: string, given: LinePersons, finder: NameFinder, words: WordList): Spot[] {
  const out: Spot[] = [];
  let name = 0, short = 0, next = 0;
  for (let at = 0; at < text.length; at++) {
    if (at < next && !finder.begins(text.charCodeAt(at))) continue;
    while (name < given.names.length && given.names[name]!.start < at) name++;
    while (short < given.short.length && given.short[short]!.start < at) short++;
    const named = given.names[name], shortened = given.short[short];
    const spot = named?.start === at ? named : undefined, abbreviated = shortened?.start === at ? shortened : undefined;
    const full = fullAt(text, at, spot, finder, words);
    if (full) { out.push(full); at = full.end - 1; }
    else if (abbreviated && !(named && named.start < abbreviated.end)) { out.push(abbreviated); at = abbreviated.end - 1; }
    // Up to the next place that the line gave away only known names matter.
    next = Math.min(nextAfter(given.names, name, at), nextAfter(given.short, short, at));
  }
  return out;
}

function fullAt(text: string, at: number, spot: NamedSpot | undefined, finder: NameFinder, words: WordList): FullSpot | null {
  const lengths = finder.lengths(text.charCodeAt(at));
  if (!spot && !lengths) return null;
  let end = spot?.end ?? 0;
  let key = spot?.name ?? null;
  for (const length of lengths ?? []) {
    if (at + length > text.length) continue;
    if (at + length <= end) break;
    const other = text.slice(at, at + length);
    if (!finder.has(other) || (!spot && (finder.isCommon(other) ? !doesSomething(text, at, at + length, words) && !holdsOffice(text, at) : insideWord(text, at, at + length, words)))) continue;
    end = at + length; key = other;
    break;
  }
  if (key === null) return null;
  const title = (spot && spot.end === end ? spot.title : titleEndingAt(text, at, words)) ?? titleAfter(text, at, end, words);
  return { form: 'full', start: at, end, key, title: title && { start: title.start, end: title.end }, acts: (spot?.acts || isSubject(text, at, end)) && text[end] !== '、' && !text.startsWith('陪同', end), incidental: isIncidental(text, end) };
}

/** True when a clause begins with the word and goes on as only persons do: 安全强调. */
function doesSomething(text: string, start: number, end: number, words: WordList): boolean {
  return (start === 0 || OPENING.has(text.charCodeAt(start - 1))) && rightOf(text, end, UNTITLED, words).grade > 2;
}

/** True when the title of an office ends right before the place. */
function holdsOffice(text: string, at: number): boolean {
  const head = headEndingAt(text, at);
  return head !== null && head.length > 1 && standingOf(head) === 'official';
}

/** True when a clause begins with the name, or its title stands before it, and the clause goes on: 厉行登上大坝. */
function isSubject(text: string, start: number, end: number): boolean {
  return (start === 0 || OPENING.has(text.charCodeAt(start - 1)) || holdsOffice(text, start)) && isHan(text, end, end + 1) && !NO_PREDICATE.has(text.charCodeAt(end));
}

/** True when the name is part of a longer word: 白云 in 白云山. */
function insideWord(text: string, start: number, end: number, words: WordList): boolean {
  return (end - start === 2) && (words.frequency(text.slice(start, end + 1)) > 3 || (start > 0 && words.frequency(text.slice(start - 1, end)) > 3));
}

/** 总书记 of 习近平总书记, 局长 of 张三（市教育局局长）, 任命张三同志为局长; null when no title follows. */
function titleAfter(text: string, start: number, end: number, words: WordList): { start: number; end: number } | null {
  const head = headStartingAt(text, end);
  if (head && head.length > 1 && standingOf(head) === 'official') return { start: end, end: end + head.length };
  if (APPOINTING.has(text.slice(start - 2, start))) {
    const from = end + BEFORE_OFFICE.exec(text.slice(end, end + LONGEST_CLAUSE))![0].length;
    return wholeTitle(text, from, from + text.slice(from, from + LONGEST_CLAUSE).search(BEHIND_OFFICE), words);
  }
  if (text[end] !== '(' && text[end] !== '（') return null;
  const close = text.slice(end, end + LONGEST_CLAUSE).search(/[)）]/);
  return close < 2 ? null : wholeTitle(text, end + 1, end + close, words);
}

/** The range as a title of an office, if nothing else stands in it. */
function wholeTitle(text: string, start: number, end: number, words: WordList): { start: number; end: number } | null {
  const title = titleEndingAt(text, end, words, start);
  return title && title.standing === 'official' && title.start === start ? title : null;
}

/** Standings settled, and short forms resolved against what stands before them. */
function settle(segments: readonly Segment[], spots: readonly (readonly Spot[])[], known: ReadonlyMap<string, Known>): PersonMention[] {
  const out: PersonMention[] = [];
  const resolver = new ShortFormResolver([...new Set(known.values())]);
  /** Who acted or spoke last: 他 stands for that person. */
  let actor: Known | null = null;
  segments.forEach((segment, i) => {
    for (const spot of spots[i]!) {
      const start = segment.offset(spot.start), end = segment.endOffset(spot.end), text = segment.printed(spot.start, spot.end);
      if (spot.form === 'full') {
        const person = known.get(spot.key)!, { title, incidental } = spot;
        out.push({
          text, start, end, form: 'full', title: title && segment.printed(title.start, title.end),
          titleRange: title && { start: segment.offset(title.start), end: segment.endOffset(title.end) },
          name: person.name, standing: person.standing ?? 'official', incidental,
        });
        if (spot.acts && !incidental) actor = person;
        continue;
      }
      const who: Known | null = spot.form === 'pronoun' ? actor : resolver.resolve(spot);
      if (!who && spot.form !== 'title') continue;
      const title = spot.form === 'title';
      out.push({ text, start, end, form: spot.form, title: title ? text : null, titleRange: title ? { start, end } : null, name: who?.name ?? null, standing: who?.standing ?? 'official', incidental: false });
      if (who) actor = who;
    }
  });
  return out;
}

/** Whom 李书记 and 市长 mean in one article; every form is looked for once. */
class ShortFormResolver {
  readonly #known: readonly Known[];
  readonly #resolved = new Map<string, Known | null>();

  constructor(known: readonly Known[]) {
    this.#known = known.slice(0, MOST_NAMES);
  }

  /** @returns null when nobody or several could be meant */
  resolve({ surname, title }: ShortSpot): Known | null {
    const form = `${surname} ${title}`;
    let person = this.#resolved.get(form);
    if (person === undefined) this.#resolved.set(form, (person = surname === '' ? this.#byTitle(title) : this.#bySurname(surname, title)));
    return person;
  }

  #bySurname(surname: string, spoken: string): Known | null {
    const family = this.#known.filter(person => person.key.startsWith(surname) && nameModel().surnameAt(person.key, 0) === surname.length);
    const titled = family.filter(person => [...person.titles].some(title => title.includes(spoken)));
    if (titled.length === 1) return titled[0]!;
    return titled.length === 0 && family.length === 1 && family[0]!.titles.size === 0 ? family[0]! : null;
  }

  #byTitle(title: string): Known | null {
    const has = (person: Known, test: (part: string) => boolean): boolean => [...person.titles].some(titles => titles.split('、').some(test));
    const exact = this.#known.filter(person => has(person, part => part === title));
    if (exact.length === 1) return exact[0]!;
    const close = this.#known.filter(person => has(person, part => (part.endsWith(title) && part[part.length - title.length - 1] !== '副') || title.endsWith(part)));
    return close.length === 1 ? close[0]! : null;
  }
}

/** True where the name that ends at `end` only modifies what somebody passes on or carries out: 习近平总书记重要指示, 尹力省长…讲话精神. */
function isIncidental(text: string, end: number): boolean {
  if ((actions.startingAt(text, end)?.length ?? 0) > 1) return false;
  // 同志在会上就会议精神落实提出要求: what follows is done, not modified.
  SPEAKS_ABOUT.lastIndex = end;
  if (SPEAKS_ABOUT.test(text)) return false;
  FROM_AFAR.lastIndex = end;
  if (FROM_AFAR.test(text)) return true;
  const limit = Math.min(text.length, end + MODIFIER_REACH);
  for (let at = end; at < limit; at++) {
    const char = text[at]!;
    if (char === ',' || char === '。' || char === ';' || (char === '、' && at === end)) return false;
    if (predicates.startingAt(text, at)) return false;
    if (modified.startingAt(text, at)) return true;
  }
  return false;
}
