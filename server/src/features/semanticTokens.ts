/** Semantic tokens: who speaks, what marks a directive, slogans and official titles. */
import type { SemanticTokens, Range } from 'vscode-languageserver-types';
import { type FeatureDocument } from './context';
import { walkOutline } from './documentSymbols';

/** The legend; the order is the protocol's numbering. The client's package maps each to a theme colour. */
export const TOKEN_TYPES = ['speaker', 'marker', 'slogan', 'officialTitle'] as const;

interface Span { readonly start: number; readonly end: number; readonly type: number }

/**
 * Tokens of a document or of the part of it in `range`, in order, none overlapping, none across a line break.
 * Where two would overlap the earlier one stays.
 */
export function semanticTokens(doc: FeatureDocument, range?: Range): SemanticTokens {
  const { document, parsed } = doc;
  const from = range ? document.offsetAt(range.start) : 0, to = range ? document.offsetAt(range.end) : parsed.source.length;
  const data: number[] = [];
  let line = 0, character = 0, last = -1;
  for (const span of spans(doc)) {
    if (span.start < last || span.end <= from || span.start >= to || span.start === span.end) continue;
    const start = document.positionAt(span.start), end = document.positionAt(span.end);
    if (start.line !== end.line) continue;
    data.push(start.line - line, start.line === line ? start.character - character : start.character, end.character - start.character, span.type, 0);
    ({ line, character } = start);
    last = span.end;
  }
  return { data };
}

/** Source spans of all tokens, sorted by start. */
function spans(doc: FeatureDocument): Span[] {
  const { article, outline, slogans, reading } = doc.parsed;
  const out: Span[] = [];
  const add = (type: (typeof TOKEN_TYPES)[number], start: number, end: number) => out.push({ ...reading.toSourceRange(start, end), type: TOKEN_TYPES.indexOf(type) });
  for (const { person } of article.attributions) {
    const mention = person === null ? undefined : article.persons[person];
    if (mention) add('speaker', mention.start, mention.end);
  }
  for (const { titleRange } of article.persons) if (titleRange) add('officialTitle', titleRange.start, titleRange.end);
  for (const node of walkOutline(outline.nodes)) {
    if (node.kind !== 'directive' || node.marker === null) continue;
    const at = reading.text.slice(node.start, node.end).indexOf(node.marker);
    if (at >= 0) add('marker', node.start + at, node.start + at + node.marker.length);
  }
  for (const slogan of slogans) for (const mention of slogan.mentions) add('slogan', mention.start, mention.end);
  return out.sort((a, b) => a.start - b.start || b.end - a.end);
}
