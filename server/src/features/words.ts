/** Words under carets, by the segmenter. */
import type { Position } from 'vscode-languageserver-types';
import type { Segmenter } from '../language/language';
import { readingOffset, type FeatureDocument } from './context';

/** A stretch of the Reading. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The word at each position, in Reading offsets; undefined outside sentences and on punctuation.
 * A segmenter that is not loaded yet is told to load and not waited for: then there are none.
 */
export async function wordsAt(
  doc: FeatureDocument,
  positions: readonly Position[],
  segmenter: Segmenter | undefined,
): Promise<(Span | undefined)[]> {
  if (!segmenter) return [];
  if (!segmenter.ready) {
    segmenter.tag('').catch(() => undefined); // without it there are no words; nothing else depends on them
    return [];
  }
  return Promise.all(positions.map(position => wordAt(doc, readingOffset(doc, position), segmenter)));
}

async function wordAt(doc: FeatureDocument, offset: number, segmenter: Segmenter): Promise<Span | undefined> {
  const sentence = doc.parsed.article.paragraphs
    .flatMap(({ sentences }) => sentences)
    .find(({ start, end }) => start <= offset && offset < end);
  if (!sentence) return undefined;
  const tokens = await segmenter.tag(doc.parsed.reading.text.slice(sentence.start, sentence.end)).catch(() => []);
  const token = tokens.find(({ end }) => sentence.start + end > offset);
  return token && /\p{L}|\p{N}/u.test(token.word) ? { start: sentence.start + token.start, end: sentence.start + token.end } : undefined;
}
