/** Semantic tokens: who speaks, what marks a directive, slogans and official titles; lines that are not the article look like comments. */
import type { Position, Range, SemanticTokens } from 'vscode-languageserver-types';
import type { ContentDocument, FeatureDocument } from './context';
import { walkOutline } from './documentSymbols';
import { TOKEN_TYPES } from './names';
import { movedPosition, perStretch } from './stretches';

const TYPE = Object.fromEntries(TOKEN_TYPES.map((name, i) => [name, i])) as Readonly<Record<(typeof TOKEN_TYPES)[number], number>>;

interface Span { readonly start: number; readonly end: number; readonly type: number }

/** Tokens of a text, delta-encoded from its beginning, and where the last one begins. */
interface Tokens { readonly data: readonly number[]; readonly last: Position }

/**
 * Tokens of a document or of the lines that `range` touches, in order, none overlapping, none across a line break.
 * Where two would overlap the earlier one stays.
 */
export function semanticTokens(doc: FeatureDocument, range?: Range): SemanticTokens {
  const data: number[] = [];
  let before: Position = { line: 0, character: 0 };
  for (const { share: own, base } of tokens(doc, range)) {
    if (own.data.length === 0) continue;
    const first = data.length;
    for (const value of own.data) data.push(value);
    // The first token of a stretch follows the last one of the stretch before.
    const { line, character } = movedPosition({ line: own.data[0]!, character: own.data[1]! }, base);
    data[first] = line - before.line;
    data[first + 1] = line === before.line ? character - before.character : character;
    before = movedPosition(own.last, base);
  }
  return { data: range ? within(data, range) : data };
}

/** The tokens of some lines. */
function within(data: readonly number[], { start, end }: Range): number[] {
  const out: number[] = [];
  let line = 0, character = 0, lastLine = 0, lastCharacter = 0;
  for (let i = 0; i < data.length; i += 5) {
    character = data[i] === 0 ? character + data[i + 1]! : data[i + 1]!;
    line += data[i]!;
    if (line < start.line) continue;
    if (line > end.line) break;
    out.push(line - lastLine, line === lastLine ? character - lastCharacter : character, data[i + 2]!, data[i + 3]!, data[i + 4]!);
    lastLine = line;
    lastCharacter = character;
  }
  return out;
}

/** Tokens tell their distances: they are the same wherever the stretch stands. */
const tokens = perStretch(tokensOf, own => own);

function tokensOf(doc: ContentDocument): Tokens {
  const { document } = doc, data: number[] = [];
  // Spans come in order, so the line is followed instead of searched for each of them.
  let line = 0, lineStart = 0, nextLine = document.offsetAt({ line: 1, character: 0 });
  let tokenLine = 0, tokenCharacter = 0, last = -1;
  for (const { start, end, type } of spans(doc)) {
    if (start < last || start === end) continue;
    while (start >= nextLine && line + 1 < document.lineCount) { line++; lineStart = nextLine; nextLine = document.offsetAt({ line: line + 1, character: 0 }); }
    if (end > nextLine || start < lineStart) continue;
    const character = start - lineStart;
    data.push(line - tokenLine, line === tokenLine ? character - tokenCharacter : character, end - start, type, 0);
    tokenLine = line;
    tokenCharacter = character;
    last = end;
  }
  return { data, last: { line: tokenLine, character: tokenCharacter } };
}

/** Source spans of the tokens, sorted by start. */
function spans({ parsed }: ContentDocument): Span[] {
  const { article, outline, slogans, reading } = parsed;
  const out: Span[] = [];
  const add = (type: number, start: number, stop: number): void => {
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
    if (node.kind !== 'directive' || node.marker === null) continue;
    const at = reading.text.indexOf(node.marker, node.start);
    if (at >= 0 && at < node.end) add(TYPE.marker, at, at + node.marker.length);
  }
  for (const { mentions } of slogans) for (const mention of mentions) add(TYPE.slogan, mention.start, mention.end);
  return out.sort((a, b) => a.start - b.start || b.end - a.end);
}
