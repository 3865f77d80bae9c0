/** What every feature gets: one version of one document, parsed, and the way to the protocol's coordinates. */
import type { Range, Position } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ParsedArticle } from '../service';
import type { ArticleContent } from '../workspace/content';

/** What the bytes say about their encoding. */
export interface DetectedEncoding {
  /** `utf-8`, `gb18030`, `big5`, `utf-16le` or `utf-16be`. */
  readonly encoding: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** How a document was read and how it should have been. */
export interface EncodingState {
  /** The encoding the editor read the file with, by its own name (`gb2312`, `utf8`); null when it does not tell. */
  readonly opened: string | null;
  /** What the bytes on disk say; null when they cannot be read or say nothing. */
  readonly detected: DetectedEncoding | null;
}

/** A text and what it says. */
export interface ContentDocument {
  readonly document: TextDocument;
  readonly parsed: ArticleContent;
}

/** One open version of a document. Features are pure functions of it; offsets are UTF-16 into `document`. */
export interface FeatureDocument extends ContentDocument {
  readonly parsed: ParsedArticle;
  /** How the file was decoded; absent when nothing is known of its bytes. */
  readonly encoding?: EncodingState;
}

/** Source offsets as a protocol range. */
export function sourceRange(document: TextDocument, start: number, end: number): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** Reading offsets as a protocol range: the tightest range of source that holds them. */
export function readingRange(doc: ContentDocument, start: number, end: number): Range {
  const range = doc.parsed.reading.toSourceRange(start, end);
  return sourceRange(doc.document, range.start, range.end);
}

/** A protocol position as Reading offset. */
export function readingOffset(doc: ContentDocument, position: Position): number {
  return doc.parsed.reading.fromSource(doc.document.offsetAt(position));
}
