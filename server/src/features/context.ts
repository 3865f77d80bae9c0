/** What every feature gets: one version of one document, parsed, and the way to the protocol's coordinates. */
import type { Range, Position } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ParsedArticle } from '../service';
import type { EncodingState } from './undecoded';

/** One open version of a document. Features are pure functions of it; offsets are UTF-16 into `document`. */
export interface FeatureDocument {
  readonly document: TextDocument;
  readonly parsed: ParsedArticle;
  /** How the file was decoded; absent when nothing is known of its bytes. */
  readonly encoding?: EncodingState;
}

/** Source offsets as a protocol range. */
export function sourceRange(document: TextDocument, start: number, end: number): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** Reading offsets as a protocol range: the tightest range of source that holds them. */
export function readingRange(doc: FeatureDocument, start: number, end: number): Range {
  const range = doc.parsed.reading.toSourceRange(start, end);
  return sourceRange(doc.document, range.start, range.end);
}

/** A protocol position as Reading offset. */
export function readingOffset(doc: FeatureDocument, position: Position): number {
  return doc.parsed.reading.fromSource(doc.document.offsetAt(position));
}
