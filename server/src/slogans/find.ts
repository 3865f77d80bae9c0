/** Set phrases of one article: those of the table, and quoted ones that the table lacks. Reading offsets. */
import type { Article, Block } from '../article/article';
import type { Language, WordList } from '../language/language';
import { findItems } from './expansion';
import { leadingNumber } from './numerals';
import { findQuotes } from './quotes';
import type { Slogan, SloganEntry } from './slogan';
import { shippedSlogans, sloganKey, type SloganTable } from './table';
import { PhraseTrie } from './trie';
import { isSetPhrase } from './unknown';

/** Shorter phrases of the table count only where the article quotes them somewhere: 常态化 is an ordinary word as well. */
const UNMISTAKABLE = 7;

interface Gathered {
  readonly key: string;
  readonly entry: SloganEntry | null;
  readonly mentions: { readonly start: number; readonly end: number }[];
  expansion: readonly string[] | null;
}

/**
 * @param table the shipped one, or that of a folder with its own knowledge
 * @returns in order of first mention; empty when there is none
 */
export function findSlogans(article: Article, language: Language, table: SloganTable = shippedSlogans()): Slogan[] {
  const { reading } = article;
  const found = new Map<string, Gathered>();
  for (const block of article.blocks) {
    if (block.kind === 'chrome' || block.kind === 'blank') continue;
    for (const quote of findQuotes(reading.text, block.start, block.end)) addQuote(article, block, quote, found, table, language.words);
    addAnnounced(article, block, found);
  }
  addUnquoted(article, found, table);
  return [...found.values()]
    .map(({ entry, mentions, expansion }) => {
      const sorted = mentions.sort((a, b) => a.start - b.start);
      const first = sorted[0]!;
      return { text: reading.text.slice(first.start, first.end), canonical: entry?.phrase ?? null, entry, expansion, mentions: sorted };
    })
    .sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start);
}

function addQuote(article: Article, block: Block, quote: { readonly start: number; readonly end: number }, found: Map<string, Gathered>, table: SloganTable, words: WordList): void {
  const { folded } = article.reading;
  const phrase = folded.slice(quote.start, quote.end);
  const key = sloganKey(phrase);
  if (key.length < 2) return;
  const entry = table.get(key) ?? null;
  if (!entry && !found.has(key) && !isSetPhrase(phrase, folded.slice(quote.end, quote.end + 8), words)) return;
  add(article, block, entry ? sloganKey(entry.phrase) : key, entry, quote, found);
}

function add(article: Article, block: Block, key: string, entry: SloganEntry | null, mention: { readonly start: number; readonly end: number }, found: Map<string, Gathered>): void {
  let slogan = found.get(key);
  if (!slogan) found.set(key, (slogan = { key, entry, mentions: [], expansion: null }));
  if (slogan.mentions.some(known => known.start === mention.start)) return;
  slogan.mentions.push({ start: mention.start, end: mention.end });
  if (slogan.expansion) return;
  const items = findItems(article.reading.folded.slice(block.start, block.end), mention.start - block.start, mention.end - block.start);
  slogan.expansion = items && items.map(item => article.reading.text.slice(block.start + item.start, block.start + item.end));
}

/** 算好三笔账：生态账、经济账、民生账: a number, a noun and a colon before as many items. */
function addAnnounced(article: Article, block: Block, found: Map<string, Gathered>): void {
  const { folded } = article.reading;
  for (let colon = folded.indexOf(':', block.start); colon >= 0 && colon < block.end; colon = folded.indexOf(':', colon + 1)) {
    for (let start = colon - 3; start >= Math.max(block.start, colon - 7); start--) {
      const phrase = folded.slice(start, colon);
      if (!/^[二两三四五六七八九十][\u3400-\u9fff]+$/.test(phrase) || leadingNumber(phrase) < 2) continue;
      const items = findItems(folded.slice(block.start, block.end), start - block.start, colon - block.start);
      if (items && items[0]!.start + block.start >= colon && items.every(item => item.end - item.start <= 8) && sharesNoun(phrase, folded.slice(block.start + items[0]!.start, block.start + items[0]!.end))) {
        add(article, block, sloganKey(phrase), null, { start, end: colon }, found);
      }
      break;
    }
  }
}

/** 三笔账 and 生态账 end alike: the items are what the number counts. */
function sharesNoun(phrase: string, item: string): boolean {
  return phrase.at(-1) === item.at(-1);
}

/** Further mentions without quotation marks, and unmistakable phrases of the table that are never quoted. */
function addUnquoted(article: Article, found: Map<string, Gathered>, table: SloganTable): void {
  const trie = new PhraseTrie<{ key: string; entry: SloganEntry | null }>();
  for (const [form, entry] of table.forms()) if (form.length >= UNMISTAKABLE) trie.add(form, { key: sloganKey(entry.phrase), entry });
  for (const slogan of found.values()) if (slogan.key.length >= 4) trie.add(slogan.key, slogan);
  for (const block of article.blocks) {
    if (block.kind === 'chrome' || block.kind === 'blank') continue;
    const { text, offsets } = withoutMarks(article.reading.folded, block.start, block.end);
    trie.scan(text, (start, end, { key, entry }) => {
      const from = offsets[start]!, to = offsets[end - 1]! + 1;
      if (!found.get(key)?.mentions.some(mention => mention.start < to && from < mention.end)) add(article, block, key, entry, { start: from, end: to }, found);
    });
  }
}

/** Folded text without the marks that writers set at will, with each character's place. */
function withoutMarks(folded: string, start: number, end: number): { readonly text: string; readonly offsets: readonly number[] } {
  const offsets: number[] = [];
  let text = '';
  for (let at = start; at < end; at++) {
    const char = folded[at]!;
    if (char === '、' || char === ',' || char === '·' || char === '"' || char === "'" || char === ' ' || char === '《' || char === '》') continue;
    offsets.push(at);
    text += char;
  }
  return { text, offsets };
}
