/** Where something stands, as Markdown: the mentions in this article, and the other articles of the collection. */
import { t } from '../../base/localise';
import { readingRange, type FeatureDocument } from '../context';
import { escapeMarkdown, link } from './markdown';

/** How many lines and articles are listed; of the rest, only their number is told. */
const MOST_LINES = 12;
const MOST_ARTICLES = 8;
/** Longer titles of articles are cut. */
const LONGEST_TITLE = 40;

/** An article and the place in it that a link leads to; lines and characters from 0. */
export interface ArticlePlace {
  readonly uri: string;
  readonly title: string;
  /** `YYYY-MM-DD`, `--MM-DD` or empty. */
  readonly date: string;
  /** What else to say of the article, as plain text; may be empty. */
  readonly note: string;
  readonly line: number;
  readonly character: number;
}

/** How often something is mentioned, with a link to each line. */
export function mentionLinks(doc: FeatureDocument, mentions: readonly { readonly start: number; readonly end: number }[]): string {
  const lines = new Map<number, { character: number; count: number }>();
  for (const mention of mentions) {
    const { line, character } = readingRange(doc, mention.start, mention.end).start;
    const known = lines.get(line);
    if (known) known.count++;
    else lines.set(line, { character, count: 1 });
  }
  const links = [...lines]
    .slice(0, MOST_LINES)
    .map(
      ([line, { character, count }]) => link(t('line {0}', line + 1), doc.document.uri, line, character) + (count > 1 ? ` ×${count}` : ''),
    );
  if (lines.size > links.length) links.push(t('and {0} more', lines.size - links.length));
  return t('Mentions: {0} ({1})', mentions.length, links.join(t(', ')));
}

/** The other articles of the collection, one a line; empty when there is none. */
export function articleLinks(articles: readonly ArticlePlace[]): string {
  if (articles.length === 0) return '';
  const rows = articles.slice(0, MOST_ARTICLES).map(({ uri, title, date, note, line, character }) => {
    const shown = title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE).replace(/[\ud800-\udbff]$/, '')}…` : title;
    return `- ${[escapeMarkdown(date.replace(/^--/, '')), escapeMarkdown(note), link(shown, uri, line, character)].filter(Boolean).join(' · ')}`;
  });
  if (articles.length > rows.length) rows.push(`- ${t('and {0} more', articles.length - rows.length)}`);
  return `${t('Articles elsewhere in the collection: {0}', articles.length)}\n${rows.join('\n')}`;
}
