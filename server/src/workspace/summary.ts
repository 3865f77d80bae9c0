/** What the collection keeps of one article: small, serialisable, in source coordinates. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { walkOutline } from '../outline/outline';
import { sloganKey } from '../slogans/table';
import type { ArticleContent } from './content';
import { articlePlace, placeOfTitles } from './place';

/** Lines and characters (UTF-16) of mentions in the source, four numbers each: start line, start character, end line, end character. */
export type Positions = readonly number[];

/** How many mentions there are. */
export function mentionCount(mentions: Positions): number {
  return mentions.length / 4;
}

/** An official in one article. */
export interface OfficialSummary {
  readonly name: string;
  /** Script-folded name. */
  readonly key: string;
  readonly titles: readonly string[];
  /** Those of `titles` that the person only leaves in the article; absent where there are none. */
  readonly left?: readonly string[];
  readonly mentions: Positions;
}

/** A set phrase in one article. */
export interface SloganSummary {
  /** `sloganKey` of the canonical form, or of the phrase where the table lacks it. */
  readonly key: string;
  readonly text: string;
  readonly canonical: string | null;
  readonly field: string;
  readonly mentions: Positions;
}

/** A directive, for the search over all articles. */
export interface DirectiveSummary {
  readonly name: string;
  /** Who gives it; empty where nobody is named. */
  readonly speaker: string;
  /** The beginning of the directive with its marker, folded for look-up. */
  readonly text: string;
  /** Where its head stands. */
  readonly at: Positions;
}

/** What one article contributes to the collection. */
export interface ArticleSummary {
  readonly uri: string;
  /** Of everything that the summary was made from, see `summaryHash`. */
  readonly hash: string;
  /** The article's title, else the beginning of its text; never empty unless the text is. */
  readonly title: string;
  /** `YYYY-MM-DD`, `--MM-DD` or empty. */
  readonly date: string;
  /** Folded name of the place whose news it is (淮安市); empty where the text does not tell. */
  readonly place: string;
  readonly officials: readonly OfficialSummary[];
  readonly slogans: readonly SloganSummary[];
  readonly directives: readonly DirectiveSummary[];
}

const LONGEST_TITLE = 60;

/** How much of a directive the search looks at. */
const SEARCHED = 80;

/**
 * Tells whether a summary is up to date.
 * @param knowledge a hash of what the user's own files said when it was made; empty when they said nothing
 */
export function summaryHash(text: string, knowledge = ''): string {
  return knowledge === '' ? contentHash(text) : `${contentHash(text)}/${knowledge}`;
}

/**
 * @param knowledge see `summaryHash`
 * @returns the summary of one version of one article
 */
export function summarise(uri: string, parsed: ArticleContent, knowledge = ''): ArticleSummary {
  const document = TextDocument.create(uri, 'article', 0, parsed.source);
  const positions = (mentions: readonly { readonly start: number; readonly end: number }[]): number[] =>
    mentions.flatMap(mention => {
      const range = parsed.reading.toSourceRange(mention.start, mention.end);
      const start = document.positionAt(range.start);
      const end = document.positionAt(range.end);
      return [start.line, start.character, end.line, end.character];
    });
  const directives = walkOutline(parsed.outline.nodes).filter(({ kind }) => kind === 'directive');
  const { meta } = parsed.article;
  return withOwnTexts({
    uri,
    hash: summaryHash(parsed.source, knowledge),
    title: meta.title?.text.trim() || parsed.reading.text.trim().slice(0, LONGEST_TITLE).split('\n')[0]!,
    date: meta.date?.iso ?? '',
    place: placeOf(parsed),
    officials: parsed.officials.map(({ name, key, titles, left, mentions }) => ({
      name,
      key,
      titles,
      ...(left.length > 0 ? { left } : {}),
      mentions: positions(mentions),
    })),
    slogans: parsed.slogans.map(({ text, canonical, entry, mentions }) => ({
      key: sloganKey(canonical ?? text),
      text,
      canonical,
      field: entry?.field ?? '',
      mentions: positions(mentions),
    })),
    directives: directives.map(node => ({
      name: node.name,
      speaker: node.speaker ?? '',
      text: parsed.reading.folded.slice(node.headStart, Math.min(node.end, node.headStart + SEARCHED)),
      at: positions([{ start: node.headStart, end: node.headEnd }]),
    })),
  });
}

/** Whose news it is, by the text, else by the titles it prints; empty where neither tells. */
export function placeOf({ reading, officials }: Pick<ArticleContent, 'reading' | 'officials'>): string {
  return articlePlace(reading.folded) || placeOfTitles(officials.flatMap(({ titles }) => titles));
}

/** A copy whose texts are their own: engines keep pieces of a text as views that would hold on to the whole article. */
function withOwnTexts(summary: ArticleSummary): ArticleSummary {
  return JSON.parse(JSON.stringify(summary)) as ArticleSummary;
}

/**
 * Two 32-bit sums in the manner of FNV-1a over the UTF-16 units, and the length, in hexadecimal: enough to tell
 * versions of a file apart, no protection against malice.
 */
export function contentHash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ (unit + i), 0x85ebca6b);
  }
  return `${(a >>> 0).toString(16)}.${(b >>> 0).toString(16)}.${text.length.toString(16)}`;
}
