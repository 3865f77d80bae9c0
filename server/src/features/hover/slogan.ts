/** Hover on a set phrase: canonical form, English, meaning, items; then first known use and source; then where else it stands. */
import { isChinese, t } from '../../base/localise';
import type { Slogan, SloganEntry } from '../../slogans/slogan';
import { sloganKey } from '../../slogans/table';
import type { Collection } from '../../workspace/collection';
import { readingRange, type FeatureDocument } from '../context';
import { escapeMarkdown, link, paragraphs } from './markdown';

const MOST_ARTICLES = 8;
const MOST_MENTIONS = 12;

/** @returns Markdown; the first line is the phrase with its English rendering */
export function sloganHover(doc: FeatureDocument, slogan: Slogan, collection?: Collection): string {
  const { entry } = slogan;
  return paragraphs([
    [`**${escapeMarkdown(slogan.canonical ?? slogan.text)}**`, entry ? escapeMarkdown(entry.english) : ''].filter(Boolean).join(' · '),
    entry ? escapeMarkdown(isChinese() || entry.meaningEnglish === '' ? entry.meaning : entry.meaningEnglish, 400) : t('A quoted set phrase that the table does not know.'),
    items(slogan),
    entry ? origin(entry) : '',
    entry?.note ? t('Note: {0}', escapeMarkdown(entry.note, 300)) : '',
    mentions(doc, slogan),
    collection ? elsewhere(doc, slogan, collection) : '',
  ]);
}

/** The text's own items first; where the table has others, both are shown. */
function items({ expansion, entry }: Slogan): string {
  const listed = (values: readonly string[]): string => values.map(value => escapeMarkdown(value)).join('、');
  const known = entry?.items ?? [];
  if (!expansion) return known.length > 0 ? t('Items: {0}', listed(known)) : '';
  const same = known.length === expansion.length && known.every((item, i) => sameItem(sloganKey(item), sloganKey(expansion[i]!)));
  return paragraphs([
    t('Items as spelled out here: {0}', listed(expansion)),
    known.length > 0 && !same ? t('The table has: {0}', listed(known)) : '',
  ]);
}

/** 属地 here, 属地责任 in the table: the same item. */
function sameItem(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}

/** `reports:2021；page:法制日报…` as it is read by people. */
function sourceText(source: string): string {
  return source.split('；').map(part => part.replace(/^page:/, '').replace(/^reports:(\d+)$/, (_, year: string) => t('reports of {0}', year)).replace(/^general$/, t('general knowledge'))).join('；');
}

function origin(entry: SloganEntry): string {
  const first = entry.firstKnown ? t('First known: {0}', escapeMarkdown([entry.firstKnown, entry.occasion].filter(Boolean).join('，'), 200)) : '';
  const source = entry.source && entry.source !== 'general' ? t('Source: {0}', escapeMarkdown(sourceText(entry.source), 240)) : entry.source === 'general' ? t('Source: general knowledge, not verified') : '';
  return [first, source].filter(Boolean).join('  \n');
}

function mentions(doc: FeatureDocument, slogan: Slogan): string {
  if (slogan.mentions.length < 2) return '';
  const links = slogan.mentions.slice(0, MOST_MENTIONS).map(mention => {
    const { start } = readingRange(doc, mention.start, mention.end);
    return link(t('line {0}', start.line + 1), doc.document.uri, start.line, start.character);
  });
  const rest = slogan.mentions.length - links.length;
  return `${t('Mentions: {0}', slogan.mentions.length)} (${links.join(', ')}${rest > 0 ? `, ${t('and {0} more', rest)}` : ''})`;
}

function elsewhere(doc: FeatureDocument, slogan: Slogan, collection: Collection): string {
  const articles = collection.articlesWith(sloganKey(slogan.canonical ?? slogan.text)).filter(article => article.uri !== doc.document.uri);
  if (articles.length === 0) return '';
  const rows = articles.slice(0, MOST_ARTICLES).map(article => `- ${[article.date ? escapeMarkdown(article.date) : '', link(article.title, article.uri, article.slogan.mentions[0] ?? 0, article.slogan.mentions[1] ?? 0)].filter(Boolean).join(' · ')}`);
  if (articles.length > rows.length) rows.push(`- ${t('and {0} more', articles.length - rows.length)}`);
  return `${t('Articles elsewhere in the collection: {0}', articles.length)}\n${rows.join('\n')}`;
}
