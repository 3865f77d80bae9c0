/**
 * Semantic tokens: who speaks, officials by name, what marks a directive, slogans and official titles;
 * lines that are not the article look like comments.
 */
import type { Position, Range, SemanticTokens, SemanticTokensEdit } from 'vscode-languageserver-types';
import { walkOutline } from '../outline/outline';
import type { ContentDocument, FeatureDocument } from './context';
import { TOKEN_TYPES } from './names';
import { movedPosition, perStretch } from './stretches';

const TYPE = Object.fromEntries(TOKEN_TYPES.map((name, i) => [name, i])) as Readonly<Record<(typeof TOKEN_TYPES)[number], number>>;

interface Span {
  readonly start: number;
  readonly end: number;
  readonly type: number;
}

/** Tokens of a text, delta-encoded from its beginning, and where the last one begins. */
interface Tokens {
  readonly data: readonly number[];
  readonly last: Position;
}

/**
 * The delta-encoded tokens of a stretch in a document. Only the distance of the first one
 * depends on where the stretch stands: it is kept apart.
 */
export interface TokenPiece {
  readonly line: number;
  readonly character: number;
  readonly own: readonly number[];
}

/**
 * Tokens of a document or of the lines that `range` touches, in order, none overlapping, none across a line break.
 * Where two would overlap the earlier one stays.
 */
export function semanticTokens(doc: FeatureDocument, range?: Range): SemanticTokens {
  const data = joinedTokens(tokenPieces(doc, range));
  return { data: range ? within(data, range) : data };
}

/** The tokens as one piece per stretch, of which an edit changes only a few; empty where there are no tokens. */
export function tokenPieces(doc: FeatureDocument, range?: Range): TokenPiece[] {
  const pieces: TokenPiece[] = [];
  let before: Position = { line: 0, character: 0 };
  for (const {
    share: { data: own, last },
    base,
  } of tokens(doc, range)) {
    if (own.length === 0) continue;
    // The first token of a stretch follows the last one of the stretch before.
    const { line, character } = movedPosition({ line: own[0]!, character: own[1]! }, base);
    pieces.push({ line: line - before.line, character: line === before.line ? character - before.character : character, own });
    before = movedPosition(last, base);
  }
  return pieces;
}

/** The tokens of pieces as the protocol sends them. */
export function joinedTokens(pieces: readonly TokenPiece[]): number[] {
  return [...joined(pieces)];
}

function joined(pieces: readonly TokenPiece[]): readonly number[] {
  const [first] = pieces;
  // Most texts are one piece, whose tokens are told from the beginning of the text.
  if (pieces.length === 1 && first!.line === first!.own[0] && first!.character === first!.own[1]) return first!.own;
  const data: number[] = [];
  for (const { line, character, own } of pieces) {
    data.push(line, character);
    for (let i = 2; i < own.length; i++) data.push(own[i]!);
  }
  return data;
}

/**
 * One edit over everything that differs; none when nothing does. Tokens are told by their
 * distances, so an edit of the text changes few of them.
 */
export function tokenEdits(before: readonly TokenPiece[], now: readonly TokenPiece[]): SemanticTokensEdit[] {
  const same = (a: TokenPiece, b: TokenPiece) => a.own === b.own && a.line === b.line && a.character === b.character;
  const [first, behind] = commonEnds(before, now, same);
  const old = joined(before.slice(first, before.length - behind));
  const own = joined(now.slice(first, now.length - behind));
  const [start, end] = commonEnds(old, own, (a, b) => a === b);
  if (start + end === Math.max(old.length, own.length)) return [];
  const skipped = before.slice(0, first).reduce((sum, { own: { length } }) => sum + length, 0);
  return [{ start: skipped + start, deleteCount: old.length - end - start, data: own.slice(start, own.length - end) }];
}

/** How many items two lists share at their beginnings, and at their ends. */
function commonEnds<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): [start: number, end: number] {
  const limit = Math.min(a.length, b.length);
  let start = 0;
  let end = 0;
  while (start < limit && same(a[start]!, b[start]!)) start++;
  while (end < limit - start && same(a[a.length - 1 - end]!, b[b.length - 1 - end]!)) end++;
  return [start, end];
}

/** The tokens of some lines. */
function within(data: readonly number[], { start, end }: Range): number[] {
  const out: number[] = [];
  let line = 0;
  let character = 0;
  let lastLine = 0;
  let lastCharacter = 0;
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

/** Tokens are told by their distances: they are the same wherever the stretch stands. */
const tokens = perStretch(tokensOf, own => own);

function tokensOf(doc: ContentDocument): Tokens {
  const { document } = doc;
  const data: number[] = [];
  // Spans come in order, so the line is followed instead of searched for each of them.
  let line = 0;
  let lineStart = 0;
  let nextLine = document.offsetAt({ line: 1, character: 0 });
  let tokenLine = 0;
  let tokenCharacter = 0;
  let last = -1;
  for (const { start, end, type } of spans(doc)) {
    if (start < last || start === end) continue;
    while (start >= nextLine && line + 1 < document.lineCount) {
      line++;
      lineStart = nextLine;
      nextLine = document.offsetAt({ line: line + 1, character: 0 });
    }
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
  for (const { standing, form, start, end, titleRange } of article.persons) {
    if (standing !== 'official') continue;
    // Where the name speaks it has its token already, and the earlier one stays.
    if (form === 'full' || form === 'surname') add(TYPE.official, start, end);
    if (titleRange) add(TYPE.officialTitle, titleRange.start, titleRange.end);
  }
  for (const node of walkOutline(outline.nodes)) {
    if (node.kind !== 'directive' || node.marker === null) continue;
    const at = reading.text.indexOf(node.marker, node.start);
    if (at >= 0 && at < node.end) add(TYPE.marker, at, at + node.marker.length);
  }
  for (const { mentions } of slogans) for (const mention of mentions) add(TYPE.slogan, mention.start, mention.end);
  return out.sort((a, b) => a.start - b.start || b.end - a.end);
}
