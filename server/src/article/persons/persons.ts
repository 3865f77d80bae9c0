/** Personal names of an article: what single lines give away, then everywhere the same name stands, then short forms. Reading offsets. */
import type { WordList } from '../../language/language';
import type { Reading } from '../../reading/reading';
import type { Block, PersonMention } from '../article';
import { MODIFIED_NOUNS, PREDICATES } from './lexicon';
import { nameModel } from './names';
import { scanLine, type LineScan, type NamedSpot } from './scan';
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

/** A full mention before standings are settled. */
interface Full {
  readonly start: number;
  readonly end: number;
  readonly known: Known;
  readonly title: { readonly start: number; readonly end: number } | null;
  readonly acts: boolean;
}

const modified = new WordIndex(MODIFIED_NOUNS);
const predicates = new WordIndex(PREDICATES);
/** How far behind a name the noun may stand that it modifies. */
const MODIFIER_REACH = 90;

/**
 * @param blocks chrome is passed over, everything else is read line by line
 * @param cache folded line to what it gives away; read and written
 * @returns mentions sorted by `start`, not overlapping; empty when the text names nobody
 */
export function recognisePersons(reading: Reading, blocks: readonly Block[], words: WordList, cache: Map<string, LinePersons> = new Map()): PersonMention[] {
  const lines = blocks.filter(block => block.kind !== 'chrome' && block.kind !== 'blank').map(block => {
    const text = reading.folded.slice(block.start, block.end);
    let persons = cache.get(text);
    if (!persons) cache.set(text, (persons = { names: scanLine(text, words), short: scanShortForms(text) }));
    return { text, start: block.start, byline: block.kind === 'byline' || block.kind === 'caption' || block.kind === 'signature', persons };
  });
  const known = new Map<string, Known>();
  for (const line of lines) for (const spot of line.persons.names) learn(known, spot, line, reading, words);
  const finder = new NameFinder([...known.values()]);
  const full: Full[] = [];
  const short: { readonly spot: ShortSpot; readonly offset: number }[] = [];
  for (const line of lines) {
    const found = fullMentions(line, known, finder, words);
    full.push(...found);
    for (const spot of line.persons.short) {
      if (!found.some(mention => mention.start < line.start + spot.end && line.start + spot.start < mention.end)) short.push({ spot, offset: line.start });
    }
  }
  return merge(reading, full, short, [...known.values()]);
}

function learn(known: Map<string, Known>, spot: NamedSpot, line: { readonly start: number; readonly text: string; readonly byline: boolean }, reading: Reading, words: WordList): void {
  let entry = known.get(spot.name);
  if (!entry) {
    const tag = words.tag(spot.name);
    known.set(spot.name, (entry = {
      name: reading.text.slice(line.start + spot.start, line.start + spot.end).replace(/[ \u3000]+/g, ''), key: spot.name,
      standing: null, titles: new Set(), common: tag !== undefined && !tag.startsWith('nr'),
    }));
  }
  const standing = spot.standing ?? (line.byline ? 'other' : null);
  if (standing === 'official' || !entry.standing) entry.standing = standing ?? entry.standing;
  if (spot.title) entry.titles.add(line.text.slice(spot.title.start, spot.title.end));
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

function fullMentions(line: { readonly text: string; readonly start: number; readonly persons: LinePersons }, known: ReadonlyMap<string, Known>, finder: NameFinder, words: WordList): Full[] {
  const { text, start } = line;
  const given = new Map(line.persons.names.map(spot => [spot.start, spot]));
  const out: Full[] = [];
  for (let at = 0; at < text.length; at++) {
    const spot = given.get(at);
    const lengths = finder.lengths(text.charCodeAt(at));
    if (!spot && !lengths) continue;
    let end = spot?.end ?? 0;
    let entry = spot && known.get(spot.name);
    for (const length of lengths ?? []) {
      if (at + length <= end) break;
      const other = known.get(text.slice(at, at + length));
      if (!other || (!spot && (other.common || insideWord(text, at, at + length, words)))) continue;
      end = at + length; entry = other;
      break;
    }
    if (!entry) continue;
    const title = spot && spot.end === end ? spot.title : titleEndingAt(text, at);
    const after = title ? null : titleAfter(text, end);
    const range = title ?? after;
    out.push({
      start: start + at, end: start + end, known: entry, acts: spot?.acts ?? false,
      title: range && (range.start !== range.end) ? { start: start + range.start, end: start + range.end } : null,
    });
    if (range) entry.titles.add(text.slice(range.start, range.end));
    if (!entry.standing && range) entry.standing = standingOf(text.slice(range.start, range.end));
    at = end - 1;
  }
  return out;
}

/** True when the name is part of a longer word: 白云 in 白云山. */
function insideWord(text: string, start: number, end: number, words: WordList): boolean {
  return (end - start === 2) && (words.frequency(text.slice(start, end + 1)) > 3 || (start > 0 && words.frequency(text.slice(start - 1, end)) > 3));
}

/** 总书记 of 习近平总书记, 局长 of 张三（市教育局局长）; null when no title follows. */
function titleAfter(text: string, end: number): { start: number; end: number } | null {
  const head = headStartingAt(text, end);
  if (head && head.length > 1 && standingOf(head) === 'official') return { start: end, end: end + head.length };
  if (text[end] !== '(' && text[end] !== '（') return null;
  const close = text.slice(end, end + 40).search(/[)）]/);
  if (close < 2) return null;
  const title = titleEndingAt(text, end + close);
  return title && title.standing === 'official' && title.start === end + 1 ? title : null;
}

/** Full mentions and short ones in order, standings settled and short forms resolved against what stands before them. */
function merge(reading: Reading, full: readonly Full[], short: readonly { readonly spot: ShortSpot; readonly offset: number }[], known: readonly Known[]): PersonMention[] {
  const out: PersonMention[] = [];
  /** Who acted or spoke last: 他 stands for that person. */
  let actor: Known | null = null;
  let i = 0;
  const emitShort = (spot: ShortSpot, offset: number): void => {
    const start = offset + spot.start, end = offset + spot.end;
    const who = spot.form === 'pronoun' ? actor : spot.form === 'surname' ? bySurname(known, spot) : byTitle(known, spot.title);
    if (!who && spot.form !== 'title') return;
    out.push({
      text: reading.text.slice(start, end), start, end, form: spot.form, title: spot.form === 'title' ? reading.text.slice(start, end) : null,
      titleRange: spot.form === 'title' ? { start, end } : null, name: who?.name ?? null, standing: who?.standing ?? 'official', incidental: false,
    });
    if (who) actor = who;
  };
  for (const mention of full) {
    while (i < short.length && short[i]!.offset + short[i]!.spot.start < mention.start) { emitShort(short[i]!.spot, short[i]!.offset); i++; }
    const incidental = isIncidental(reading.folded, mention);
    out.push({
      text: reading.text.slice(mention.start, mention.end), start: mention.start, end: mention.end, form: 'full',
      title: mention.title && reading.text.slice(mention.title.start, mention.title.end), titleRange: mention.title,
      name: mention.known.name, standing: mention.known.standing ?? 'official', incidental,
    });
    if (mention.acts && !incidental) actor = mention.known;
  }
  for (; i < short.length; i++) emitShort(short[i]!.spot, short[i]!.offset);
  return out;
}

function bySurname(known: readonly Known[], spot: ShortSpot): Known | null {
  const family = known.filter(person => person.key.startsWith(spot.surname) && nameModel().surnameAt(person.key, 0) === spot.surname.length);
  const titled = family.filter(person => [...person.titles].some(title => title.includes(spot.title)));
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

/** True where the name only modifies what somebody passes on or carries out: 习近平总书记重要指示, 尹力省长…讲话精神. */
function isIncidental(folded: string, mention: Full): boolean {
  const limit = Math.min(folded.length, mention.end + MODIFIER_REACH);
  for (let at = mention.end; at < limit; at++) {
    const char = folded[at]!;
    if (char === ',' || char === '。' || char === '\n' || char === ';' || char === '、' && at === mention.end) return false;
    if (predicates.startingAt(folded, at)) return false;
    if (modified.startingAt(folded, at)) return true;
  }
  return false;
}
