/** Set phrases of one article: those of the table, and quoted ones that the table lacks. Reading offsets. */
import { perContentWith } from '../base/memo';
import type { Article } from '../article/article';
import type { LineText } from '../article/lines/lineText';
import type { Prose } from '../article/prose';
import type { Language, WordList } from '../language/language';
import { findAnnounced } from './announced';
import { findItems } from './expansion';
import { headingItems } from './headings';
import type { Item } from './item';
import { leadingNumber } from './numerals';
import { findQuotes, surroundings } from './quotes';
import { acceptRows } from './rows';
import type { Slogan, SloganEntry } from './slogan';
import type { Spot } from './spot';
import { sloganTable, SKIPPED, sloganKey, type SloganTable } from './table';
import { PhraseTrie } from './trie';
import { isSetPhrase } from './unknown';

interface Gathered {
  readonly entry: SloganEntry | null;
  /** With the words as printed, which the Reading may have on two lines. */
  readonly mentions: { readonly start: number; readonly end: number; readonly text: string }[];
  readonly starts: Set<number>;
  expansion: readonly string[] | null;
}

/** A line, or the words of a paragraph that is wrapped over several lines. */
interface Passage {
  readonly content: LineText | Prose;
  readonly spots: readonly Spot[];
  /** Reading offset of an offset into the passage. */
  at(offset: number): number;
}

/** What passages are searched with. */
interface Search {
  readonly table: SloganTable;
  readonly words: WordList;
}

/** How much of the text before and behind a quotation tells what it is. */
const CONTEXT = 16;
/** Phrases shorter than this are looked for in quotation marks only. */
const SHORTEST_UNQUOTED = 4;

/**
 * The last search, and the phrases that were last looked for without quotation marks: they
 * seldom change from one version of a text to the next.
 */
let search: Search | undefined;
let unquoted: Phrases | undefined;

const spotsIn = perContentWith(({ text, folded }: LineText | Prose, { table, words }: Search) => scanLine(text, folded, table, words));
const phrasesIn = perContentWith(({ folded }: LineText | Prose, phrases: Phrases) => phrases.in(folded));

/**
 * Finds the set phrases of an article.
 * @returns phrases in the order of their first mention; empty when there are none
 */
export function findSlogans(article: Article, language: Language, table: SloganTable = sloganTable()): Slogan[] {
  const { words } = language;
  const current = search?.table === table && search.words === words ? search : (search = { table, words });
  const passages = passagesOf(article, current);
  const certain = new Set<string>();
  for (const { spots } of passages) for (const spot of spots) if (spot.certain) certain.add(spot.key);
  const found = new Map<string, Gathered>();
  for (const passage of passages) {
    for (const spot of passage.spots) if (certain.has(spot.key)) add(found, spot, passage);
  }
  addUnquoted(passages, found);
  return [...found.values()]
    .map(({ entry, mentions, expansion }) => {
      const sorted = mentions.sort((a, b) => a.start - b.start);
      const first = sorted[0]!;
      return {
        text: first.text,
        canonical: entry?.phrase ?? null,
        entry,
        expansion: expansion ?? headings(article, first),
        mentions: sorted.map(({ start, end }) => ({ start, end })),
      };
    })
    .sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start);
}

/** The passages of an article in order: its lines that say something, those of one hard-wrapped paragraph as one. */
function passagesOf({ blocks, paragraphs }: Article, search: Search): readonly Passage[] {
  const wrapped = new Map(paragraphs.filter(({ words }) => words.pieces.length > 1).map(paragraph => [paragraph.blocks[0], paragraph]));
  const passages: Passage[] = [];
  let covered = 0;
  for (const block of blocks) {
    if (block.kind === 'chrome' || block.kind === 'blank' || block.start < covered) continue;
    const paragraph = wrapped.get(block);
    if (paragraph) {
      const { words, end } = paragraph;
      passages.push({ content: words.prose, spots: spotsIn(words.prose, search), at: offset => words.toReading(offset) });
      covered = end;
    } else {
      const { content, start } = block;
      passages.push({ content, spots: spotsIn(content, search), at: offset => start + offset });
    }
  }
  return passages;
}

/** The headings behind a phrase that make up its items, as printed; null where there are none. */
function headings(
  { reading: { text, folded } }: Article,
  { start, end }: { readonly start: number; readonly end: number },
): readonly string[] | null {
  return headingItems(folded, end, folded.slice(start, end))?.map(item => text.slice(item.start, item.end)) ?? null;
}

/** Phrases of one line, in order of discovery: quoted ones, then announced and unmistakable ones that no quotation holds. */
function scanLine(line: string, folded: string, table: SloganTable, words: WordList): readonly Spot[] {
  const spots: Spot[] = [];
  for (const { start, end } of findQuotes(line)) {
    const phrase = folded.slice(start, end);
    const key = sloganKey(phrase);
    if (key.length < 2) continue;
    // “两山”理论 is 两山理论.
    const entry = table.get(key) ?? table.get(sloganKey(phrase + folded.slice(end + 1, end + 3))) ?? null;
    const items = itemsOf(folded, start, end, entry, words);
    const certain = entry !== null || items !== null || isSetPhrase({ phrase, ...surroundings(folded, { start, end }, CONTEXT), words });
    spots.push({ start, end, key: entry ? sloganKey(entry.phrase) : key, entry, certain, items });
  }
  acceptRows(spots, folded, words);
  const held = new Held(folded.length, spots);
  const hold = (spot: Spot): void => {
    spots.push(spot);
    held.add(spot);
  };
  for (const { start, end, items } of findAnnounced(folded, words)) {
    if (held.meets(start, end)) continue;
    const key = sloganKey(folded.slice(start, end));
    hold({ start, end, key, entry: table.get(key) ?? null, certain: true, items });
  }
  table.unmistakable.scan(folded, (start, end, entry) => {
    if (!held.meets(start, end) && !goesOn(folded, start, end))
      hold({ start, end, key: sloganKey(entry.phrase), entry, certain: true, items: itemsOf(folded, start, end, entry, words) });
  });
  return spots;
}

/** 四个自信满满的年轻人: with a doubled character behind its noun a number counts something else. */
function goesOn(folded: string, start: number, end: number): boolean {
  return leadingNumber(folded.slice(start, start + 2)) > 0 && /[\u3400-\u9fff]/.test(folded[end] ?? '') && folded[end] === folded[end + 1];
}

/** Which units of a line belong to certain phrases: whether a phrase meets any of them takes no longer the more there are. */
class Held {
  readonly #length: number;
  #units: Uint8Array | undefined;

  constructor(length: number, spots: readonly Spot[]) {
    this.#length = length;
    for (const spot of spots) this.add(spot);
  }

  add({ start, end, certain }: Spot): void {
    if (certain) (this.#units ??= new Uint8Array(this.#length)).fill(1, start, end);
  }

  meets(start: number, end: number): boolean {
    for (let at = start; this.#units && at < end; at++) if (this.#units[at] === 1) return true;
    return false;
  }
}

/**
 * The items that the text gives; none where the table's are quite different ones:
 * 以更大的决心、更明确的目标、更有力的举措做好“三农”工作 gives none.
 */
function itemsOf(folded: string, start: number, end: number, entry: SloganEntry | null, words: WordList): readonly Item[] | null {
  const items = findItems(folded, start, end, words);
  const known = entry?.items.map(sloganKey) ?? [];
  if (!items || known.length === 0) return items;
  // 防火、防汛、防疫“三防”: where every item has the phrase's own character, the text means it so.
  const own = [...folded.slice(start + 1, end)].some(char => items.every(item => folded.slice(item.start, item.end).includes(char)));
  if (!own && !items.some(item => shareTwo(sloganKey(folded.slice(item.start, item.end)), known))) return null;
  // 学懂党史、新中国史、…: the first begins where the table's does.
  const [first, ...others] = items as [Item, ...Item[]];
  const listed = known.find(item => folded.slice(first.start, first.end).endsWith(item));
  return listed ? [{ start: first.end - listed.length, end: first.end }, ...others] : items;
}

/** True when two characters in a row are the same (属地管理, 属地责任), or the whole of a short item. */
function shareTwo(item: string, known: readonly string[]): boolean {
  if (known.includes(item)) return true;
  for (let at = 0; at + 1 < item.length; at++) if (known.some(other => other.includes(item.slice(at, at + 2)))) return true;
  return false;
}

function add(found: Map<string, Gathered>, spot: Spot, passage: Passage): void {
  const { text } = passage.content;
  let slogan = found.get(spot.key);
  if (!slogan) {
    slogan = { entry: spot.entry, mentions: [], starts: new Set(), expansion: null };
    found.set(spot.key, slogan);
  }
  const start = passage.at(spot.start);
  if (slogan.starts.has(start)) return;
  slogan.starts.add(start);
  slogan.mentions.push({ start, end: passage.at(spot.end - 1) + 1, text: text.slice(spot.start, spot.end) });
  slogan.expansion ??= spot.items && spot.items.map(item => text.slice(item.start, item.end));
}

/** Further mentions without quotation marks of phrases that the article quotes. */
function addUnquoted(passages: readonly Passage[], found: Map<string, Gathered>): void {
  const keys = [...found.keys()].filter(key => key.length >= SHORTEST_UNQUOTED);
  if (keys.length === 0) return;
  const phrases = unquoted?.are(keys) ? unquoted : (unquoted = new Phrases(keys));
  for (const passage of passages) {
    const places = phrasesIn(passage.content, phrases);
    if (places.length === 0) continue;
    const held = new Held(passage.content.folded.length, passage.spots);
    for (const { start, end, key } of places) {
      if (!held.meets(start, end)) add(found, { start, end, key, entry: null, certain: true, items: null }, passage);
    }
  }
}

/** Phrases that are looked for without quotation marks. */
class Phrases {
  readonly #keys: ReadonlySet<string>;
  readonly #trie = new PhraseTrie<string>(SKIPPED);

  constructor(keys: readonly string[]) {
    this.#keys = new Set(keys);
    for (const key of keys) this.#trie.add(key, key);
  }

  /** True for exactly these. */
  are(keys: readonly string[]): boolean {
    return keys.length === this.#keys.size && keys.every(key => this.#keys.has(key));
  }

  /** Where they stand in a line, in order. */
  in(folded: string): readonly { readonly start: number; readonly end: number; readonly key: string }[] {
    const found: { start: number; end: number; key: string }[] = [];
    this.#trie.scan(folded, (start, end, key) => found.push({ start, end, key }));
    return found;
  }
}
