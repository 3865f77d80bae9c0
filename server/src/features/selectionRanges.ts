/** Growing selections: word, clause head, sentence, paragraph, then up the outline to the whole document. */
import type { Position, SelectionRange } from 'vscode-languageserver-types';
import type { OutlineNode } from '../outline/outline';
import { readingOffset, sourceRange, type FeatureDocument } from './context';
import type { Span } from './words';

/**
 * One chain a position, innermost first. The whole document is always the last link.
 * @param words the word at each position where one is known: the first link there
 */
export function selectionRanges(
  doc: FeatureDocument,
  positions: readonly Position[],
  words: readonly (Span | undefined)[] = [],
): SelectionRange[] {
  return positions.map((position, i) => chain(doc, readingOffset(doc, position), words[i]));
}

function chain(doc: FeatureDocument, offset: number, word: Span | undefined): SelectionRange {
  const { article, outline, reading } = doc.parsed;
  const spans: Span[] = [{ start: 0, end: reading.text.length }];
  if (word) spans.push(word);
  const holds = (span: Span) => span.start <= offset && offset <= span.end;
  const paragraph = article.paragraphs.find(holds);
  if (paragraph) spans.push(paragraph, ...paragraph.sentences.filter(holds).slice(0, 1));
  for (let nodes: readonly OutlineNode[] | undefined = outline.nodes; nodes;) {
    const node: OutlineNode | undefined = nodes.find(holds);
    if (node) spans.push(node, { start: node.headStart, end: node.headEnd });
    nodes = node?.children;
  }
  // Sentence and directive overlap without nesting now and then: keep a chain of spans that hold one another.
  const sorted = spans.filter(holds).sort((a, b) => b.end - b.start - (a.end - a.start));
  let out: SelectionRange | undefined;
  let last: Span | undefined;
  for (const span of sorted) {
    const source = reading.toSourceRange(span.start, span.end);
    if (last && (source.start < last.start || source.end > last.end || (source.start === last.start && source.end === last.end))) continue;
    out = { range: sourceRange(doc.document, source.start, source.end), ...(out ? { parent: out } : {}) };
    last = source;
  }
  return out!;
}
