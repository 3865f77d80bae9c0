/** Personal names of an article: what single lines give away, then everywhere the same name stands, then short forms. Reading offsets. */
import type { WordList } from '../../language/language';
import type { Reading } from '../../reading/reading';
import type { Block, PersonMention } from '../article';
import { MODIFIED_NOUNS, PREDICATES } from './lexicon';
import { nameModel } from './names';
import { scanLine, type LineScan, type NamedSpot } from './scan';
import { findSegments, type Segment } from './segments';
import { scanShortForms, type ShortSpot } from './shortForms';
import { headStartingAt, standingOf, titleEndingAt } from './titles';
import { WordIndex } from './wordIndex';

/** What one line gives away by itself; keep it from one version of a text to the next. */
export interface LinePersons {
  readonly names: LineScan;
  readonly short: readonly ShortSpot[];
}

/** Everything the article knows of one name. */
interface Known {
  /** As printed, in the Reading's script, at its first mention. */
  readonly name: string;
  readonly key: string;
  standing: 'official' | 'other' | null;
  titles: Set<string>;
  /** A word of the language as well (方针, 高山): only places that the lines gave away count. */
  readonly common: boolean;
}

/** A full mention before standings are settled; offsets into the segment's text. */
interface Full {
  readonly segment: Segment;
  readonly start: number;
  readonly end: number;
  readonly known: Known;
  readonly title: { readonly start: number; readonly end: number } | null;
  readonly acts: boolean;
}

interface Short {
  readonly segment: Segment;
  readonly spot: ShortSpot;
}

const modified = new WordIndex(MODIFIED_NOUNS);
const predicates = new WordIndex(PREDICATES);
/** How far behind a name the noun may stand that it modifies. */
const MODIFIER_REACH = 90;

/**
 * @param blocks chrome is passed over, everything else is read line by line
 * @param joinsNext for each block whether its sentence goes on in the next one: names are found across such line breaks
 * @param cache folded line to what it gives away; read and written
 * @returns mentions sorted by `start`, not overlapping; empty when the text names nobody
 */
export function recognisePersons(reading: Reading, blocks: readonly Block[], words: WordList, joinsNext: (index: number) => boolean = () => false, cache: Map<string, LinePersons> = new Map()): PersonMention[] {
  const segments = findSegments(reading, blocks, joinsNext);
  const found = segments.map(({ text }) => {
    let persons = cache.get(text);
    if (!persons) cache.set(text, (persons = { names: scanLine(text, words), short: scanShortForms(text, words) }));
    return persons;
  });
  const known = new Map<string, Known>();
  segments.forEach((segment, i) => { for (const spot of found[i]!.names) learn(known, spot, segment, words); });
  const finder = new NameFinder([...known.values()]);
  const spots = segments.flatMap((segment, i) => spotsOf(segment, found[i]!, known, finder, words));
  return settle(spots, [...known.values()]);
}

function learn(known: Map<string, Known>, spot: NamedSpot, segment: Segment, words: WordList): void {
  let entry = known.get(spot.name);
  if (!entry) {
    const tag = words.tag(spot.name);
    known.set(spot.name, (entry = {
      name: segment.printed(spot.start, spot.end).replace(/[ \u3000]+/g, ''), key: spot.name,
      standing: null, titles: new Set(), common: tag !== undefined && !tag.startsWith('nr'),
    }));
  }
  const standing = spot.standing ?? (segment.byline ? 'other' : null);
  if (standing === 'official' || !entry.standing) entry.standing = standing ?? entry.standing;
  if (spot.title) entry.titles.add(segment.text.slice(spot.title.start, spot.title.end));
}

/** Finds known names by their first character. */
class NameFinder {
  readonly #lengths = new Map<number, number[]>();

  constructor(known: readonly Known[]) {
    for (const { key } of known) {
      const lengths = this.#lengths.get(key.charCodeAt(0));
      if (!lengths) this.#lengths.set(key.charCodeAt(0), [key.length]);
      else if (!lengths.includes(key.length)) { lengths.push(key.length); lengths.sort((a, b) => b - a); }
    }
  }

  /** Lengths of known names that begin with this character, longest first; undefined when none does. */
  lengths(code: number): readonly number[] | undefined {
    return this.#lengths.get(code);
  }
}

/** Full and short mentions of one segment, in order. */
function spotsOf(segment: Segment, given: LinePersons, known: ReadonlyMap<string, Known>, finder: NameFinder, words: WordList): (Full | Short)[] {
  const { text } = segment;
  const out: (Full | Short)[] = [];
  let name = 0, short = 0;
  for (let at = 0; at < text.length; at++) {
    while (name < given.names.length && given.names[name]!.start < at) name++;
    while (short < given.short.length && given.short[short]!.start < at) short++;
    const spot = given.names[name]?.start === at ? given.names[name]! : undefined;
    const mention = fullAt(segment, at, spot, known, finder, words);
    if (mention) { out.push(mention.full); at = mention.end - 1; }
    else if (given.short[short]?.start === at && !(given.names[name] && given.names[name]!.start < given.short[short]!.end)) { out.push({ segment, spot: given.short[short]! }); at = given.short[short]!.end - 1; }
  }
  return out;
}

function fullAt(segment: Segment, at: number, spot: NamedSpot | undefined, known: ReadonlyMap<string, Known>, finder: NameFinder, words: WordList): { full: Full; end: number } | null {
  const { text } = segment;
  let end = spot?.end ?? 0;
  let entry = spot && known.get(spot.name);
  for (const length of finder.lengths(text.charCodeAt(at)) ?? []) {
    if (at + length <= end) break;
    const other = known.get(text.slice(at, at + length));
    if (!other || (!spot && (other.common || insideWord(text, at, at + length, words)))) continue;
    end = at + length; entry = other;
    break;
  }
  if (!entry) return null;
  const title = (spot && spot.end === end ? spot.title : titleEndingAt(text, at, words)) ?? titleAfter(text, end, words);
  if (title) {
    entry.titles.add(text.slice(title.start, title.end));
    entry.standing ??= standingOf(text.slice(title.start, title.end));
  }
  return { full: { segment, start: at, end, known: entry, acts: spot?.acts ?? false, title }, end };
}

/** True when the name is part of a longer word: 白云 in 白云山. */
function insideWord(text: string, start: number, end: number, words: WordList): boolean {
  return (end - start === 2) && (words.frequency(text.slice(start, end + 1)) > 3 || (start > 0 && words.frequency(text.slice(start - 1, end)) > 3));
}

/** 总书记 of 习近平总书记, 局长 of 张三（市教育局局长）; null when no title follows. */
function titleAfter(text: string, end: number, words: WordList): { start: number; end: number } | null {
  const head = headStartingAt(text, end);
  if (head && head.length > 1 && standingOf(head) === 'official') return { start: end, end: end + head.length };
  if (text[end] !== '(' && text[end] !== '（') return null;
  const close = text.slice(end, end + 40).search(/[)）]/);
  if (close < 2) return null;
  const title = titleEndingAt(text, end + close, words);
  return title && title.standing === 'official' && title.start === end + 1 ? title : null;
}

/** Standings settled, and short forms resolved against what stands before them. */
function settle(spots: readonly (Full | Short)[], known: readonly Known[]): PersonMention[] {
  const out: PersonMention[] = [];
  /** Who acted or spoke last: 他 stands for that person. */
  let actor: Known | null = null;
  for (const spot of spots) {
    if ('known' in spot) {
      const { segment, title } = spot;
      const start = segment.offset(spot.start), end = segment.endOffset(spot.end);
      const incidental = isIncidental(segment.text, spot.end);
      out.push({
        text: segment.printed(spot.start, spot.end), start, end, form: 'full',
        title: title && segment.printed(title.start, title.end), titleRange: title && { start: segment.offset(title.start), end: segment.endOffset(title.end) },
        name: spot.known.name, standing: spot.known.standing ?? 'official', incidental,
      });
      if (spot.acts && !incidental) actor = spot.known;
      continue;
    }
    const { form, surname, title } = spot.spot;
    const who: Known | null = form === 'pronoun' ? actor : form === 'surname' ? bySurname(known, surname, title) : byTitle(known, title);
    if (!who && form !== 'title') continue;
    const start = spot.segment.offset(spot.spot.start), end = spot.segment.endOffset(spot.spot.end);
    const text = spot.segment.printed(spot.spot.start, spot.spot.end);
    out.push({
      text, start, end, form, title: form === 'title' ? text : null, titleRange: form === 'title' ? { start, end } : null,
      name: who?.name ?? null, standing: who?.standing ?? 'official', incidental: false,
    });
    if (who) actor = who;
  }
  return out;
}

function bySurname(known: readonly Known[], surname: string, spoken: string): Known | null {
  const family = known.filter(person => person.key.startsWith(surname) && nameModel().surnameAt(person.key, 0) === surname.length);
  const titled = family.filter(person => [...person.titles].some(title => title.includes(spoken)));
  if (titled.length === 1) return titled[0]!;
  return titled.length === 0 && family.length === 1 && family[0]!.titles.size === 0 ? family[0]! : null;
}

function byTitle(known: readonly Known[], title: string): Known | null {
  const has = (person: Known, test: (part: string) => boolean): boolean => [...person.titles].some(titles => titles.split('、').some(test));
  const exact = known.filter(person => has(person, part => part === title));
  if (exact.length === 1) return exact[0]!;
  const close = known.filter(person => has(person, part => part.endsWith(title) && part[part.length - title.length - 1] !== '副' || title.endsWith(part)));
  return close.length === 1 ? close[0]! : null;
}

/** True where the name that ends at `end` only modifies what somebody passes on or carries out: 习近平总书记重要指示, 尹力省长…讲话精神. */
function isIncidental(text: string, end: number): boolean {
  const limit = Math.min(text.length, end + MODIFIER_REACH);
  for (let at = end; at < limit; at++) {
    const char = text[at]!;
    if (char === ',' || char === '。' || char === ';' || (char === '、' && at === end)) return false;
    if (predicates.startingAt(text, at)) return false;
    if (modified.startingAt(text, at)) return true;
  }
  return false;
}
