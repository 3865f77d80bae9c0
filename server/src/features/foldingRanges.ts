/** Folding along the outline: whatever holds others and spans more than one line. */
import type { DocumentSymbol, FoldingRange } from 'vscode-languageserver-types';
import type { FeatureDocument } from './context';
import { documentSymbols } from './documentSymbols';

/** Sorted by start line, one a start line (the widest); empty when nothing spans two lines. */
export function foldingRanges(doc: FeatureDocument): FoldingRange[] {
  const widest = new Map<number, FoldingRange>();
  const visit = ({ range: { start, end }, children }: DocumentSymbol): void => {
    const known = widest.get(start.line);
    if (end.line > start.line && (!known || known.endLine < end.line)) widest.set(start.line, { startLine: start.line, endLine: end.line });
    children!.forEach(visit);
  };
  documentSymbols(doc).forEach(visit);
  return [...widest.values()].sort((a, b) => a.startLine - b.startLine);
}
