/** Semantic tokens: who speaks, what marks a directive, slogans and official titles; lines that are not the article look like comments. */
import type { Range, SemanticTokens } from 'vscode-languageserver-types';
import type { FeatureDocument } from './context';
import { walkOutline } from './documentSymbols';

/** The legend; the order is the protocol's numbering. The client's package maps each to a theme colour; `comment` is standard. */
export const TOKEN_TYPES = ['speaker', 'marker', 'slogan', 'officialTitle', 'comment'] as const;

const TYPE = Object.fromEntries(TOKEN_TYPES.map((name, i) => [name, i])) as Readonly<Record<(typeof TOKEN_TYPES)[number], number>>;

interface Span { readonly start: number; readonly end: number; readonly type: number }

/**
 * Tokens of a document or of the part of it in `range`, in order, none overlapping, none across a line break.
 * Where two would overlap the earlier one stays.
 */
export function semanticTokens(doc: FeatureDocument, range?: Range): SemanticTokens {
  const { document, parsed } = doc;
  const from = range ? document.offsetAt(range.start) : 0, to = range ? document.offsetAt(range.end) : parsed.source.length;
  const data: number[] = [];
  // Spans come in order, so the line is followed instead of searched for each of them.
  let line = document.positionAt(from).line, lineStart = document.offsetAt({ line, character: 0 }), nextLine = document.offsetAt({ line: line + 1, character: 0 });
  let tokenLine = 0, tokenCharacter = 0, last = -1;
  for (const { start, end, type } of spans(doc, from, to)) {
    if (start < last || start === end) continue;
    while (start >= nextLine && line + 1 < document.lineCount) { line++; lineStart = nextLine; nextLine = document.offsetAt({ line: line + 1, character: 0 }); }
    if (end > nextLine || start < lineStart) continue;
    const character = start - lineStart;
    data.push(line - tokenLine, line === tokenLine ? character - tokenCharacter : character, end - start, type, 0);
    tokenLine = line;
    tokenCharacter = character;
    last = end;
  }
  return { data };
}

/** Source spans of the tokens that touch `from..to` (source offsets), sorted by start. */
function spans({ parsed }: FeatureDocument, from: number, to: number): Span[] {
  const { article, outline, slogans, reading } = parsed;
  const first = reading.fromSource(from, 'end'), end = reading.fromSource(to, 'start');
  const out: Span[] = [];
  const add = (type: number, start: number, stop: number): void => {
    if (stop <= first || start >= end) return;
    const source = reading.toSourceRange(start, stop);
    out.push({ start: source.start, end: source.end, type });
  };
  for (const block of article.blocks) if (block.kind === 'chrome') add(TYPE.comment, block.start, block.end);
  for (const { person } of article.attributions) {
    const mention = person === null ? undefined : article.persons[person];
    if (mention) add(TYPE.speaker, mention.start, mention.end);
  }
  for (const { titleRange } of article.persons) if (titleRange) add(TYPE.officialTitle, titleRange.start, titleRange.end);
  for (const node of walkOutline(outline.nodes)) {
    if (node.kind !== 'directive' || node.marker === null || node.end <= first || node.start >= end) continue;
    const at = reading.text.indexOf(node.marker, node.start);
    if (at >= 0 && at < node.end) add(TYPE.marker, at, at + node.marker.length);
  }
  for (const { mentions } of slogans) for (const mention of mentions) add(TYPE.slogan, mention.start, mention.end);
  return out.sort((a, b) => a.start - b.start || b.end - a.end);
}
