/** Folding along the outline: whatever holds others and spans more than one line. */
import type { FoldingRange } from 'vscode-languageserver-types';
import { readingRange, type FeatureDocument } from './context';
import { walkOutline } from './documentSymbols';

/** Sorted by start line, one a start line (the widest); empty when nothing spans two lines. */
export function foldingRanges(doc: FeatureDocument): FoldingRange[] {
  const widest = new Map<number, FoldingRange>();
  for (const node of walkOutline(doc.parsed.outline.nodes)) {
    const { start, end } = readingRange(doc, node.start, node.end);
    const known = widest.get(start.line);
    if (end.line > start.line && (!known || known.endLine < end.line)) widest.set(start.line, { startLine: start.line, endLine: end.line });
  }
  return [...widest.values()].sort((a, b) => a.startLine - b.startLine);
}
