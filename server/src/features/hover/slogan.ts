/** Hover on a set phrase: canonical form, English, meaning, items; then first known use and source; then where else it stands. */
import { inReadersLanguage, t } from '../../base/localise';
import type { Slogan, SloganEntry } from '../../slogans/slogan';
import { sloganKey } from '../../slogans/table';
import type { Collection } from '../../workspace/collection';
import type { FeatureDocument } from '../context';
import { escapeMarkdown, paragraphs } from './markdown';
import { articleLinks, mentionLinks } from './places';

/** A meaning or a note is cut behind so many characters. */
const LONGEST_TEXT = 400;

/** @returns Markdown; the first line is the phrase with its English rendering */
export function sloganHover(doc: FeatureDocument, slogan: Slogan, collection?: Collection): string {
  const { entry } = slogan;
  return paragraphs([
    [`**${escapeMarkdown(slogan.canonical ?? slogan.text)}**`, entry ? escapeMarkdown(entry.english) : ''].filter(Boolean).join(' · '),
    entry ? escapeMarkdown(inReadersLanguage(entry.meaning, entry.meaningEnglish), LONGEST_TEXT) : '',
    items(slogan),
    entry ? origin(entry) : t('A set phrase that the table does not know.'),
    entry ? note(entry) : '',
    slogan.mentions.length > 1 ? mentionLinks(doc, slogan.mentions) : '',
    collection ? elsewhere(doc, slogan, collection) : '',
  ]);
}

function note(entry: SloganEntry): string {
  const text = inReadersLanguage(entry.note, entry.noteEnglish);
  return text && t('Note: {0}', escapeMarkdown(text, LONGEST_TEXT));
}

/** The text's own items first; where the table has others, both are shown. */
function items({ expansion, entry }: Slogan): string {
  // Items that are lists themselves are parted by a stronger mark.
  const listed = (values: readonly string[]): string =>
    values.map(value => escapeMarkdown(value)).join(values.some(value => /[、，,]/.test(value)) ? '；' : '、');
  const known = entry && !isNamedByItems(entry) ? entry.items : [];
  if (!expansion) return known.length > 0 ? t('Items: {0}', listed(known)) : '';
  const same = known.length === expansion.length && known.every((item, i) => sameItem(sloganKey(item), sloganKey(expansion[i]!)));
  return paragraphs([
    t('Items as spelled out here: {0}', listed(expansion)),
    known.length > 0 && !same ? t('The table has: {0}', listed(known)) : '',
  ]);
}

/** 人民至上、生命至上: the items are the name. */
function isNamedByItems({ phrase, items }: SloganEntry): boolean {
  return sloganKey(items.join('')) === sloganKey(phrase);
}

/** 属地 here, 属地责任 in the table: the same item. */
function sameItem(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}

/** `reports:2021；page:法制日报…` as it is read by people. */
function sourceText(source: string): string {
  return source
    .split('；')
    .map(part =>
      part
        .replace(/^page:/, '')
        .replace(/^reports:(\d+)$/, (_, year: string) => t('reports of {0}', year))
        .replace(/^general$/, t('general knowledge')),
    )
    .join(inReadersLanguage('；', '; '));
}

function origin(entry: SloganEntry): string {
  // An occasion that is told with its day needs no second date.
  const occasion = inReadersLanguage(entry.occasion, entry.occasionEnglish);
  const when = entry.occasion.startsWith(entry.firstKnown) ? [occasion] : [entry.firstKnown, occasion];
  const first = entry.firstKnown
    ? t('First known: {0}', escapeMarkdown(when.filter(Boolean).join(inReadersLanguage('，', ', ')), 200))
    : '';
  const source =
    entry.source && entry.source !== 'general'
      ? t('Source: {0}', escapeMarkdown(sourceText(inReadersLanguage(entry.source, entry.sourceEnglish)), 240))
      : entry.source === 'general'
        ? t('Source: general knowledge, not verified')
        : '';
  return [first, source].filter(Boolean).join('  \n');
}

function elsewhere(doc: FeatureDocument, slogan: Slogan, collection: Collection): string {
  const articles = collection.articlesWith(sloganKey(slogan.canonical ?? slogan.text)).filter(({ uri }) => uri !== doc.document.uri);
  return articleLinks(
    articles.map(
      ({
        uri,
        title,
        date,
        slogan: {
          mentions: [line, character],
        },
      }) => ({ uri, title, date, note: '', line: line ?? 0, character: character ?? 0 }),
    ),
  );
}
