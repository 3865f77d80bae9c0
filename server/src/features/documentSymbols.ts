/** The outline as document symbols: names from the Reading, ranges in the source. */
import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import type { OutlineKind, OutlineNode } from '../outline/outline';
import { readingRange, type FeatureDocument } from './context';

/** Icons: what a reader tells apart at a glance. */
export const SYMBOL_KINDS: Readonly<Record<OutlineKind, SymbolKind>> = {
  title: SymbolKind.File, section: SymbolKind.Namespace, speaker: SymbolKind.Class, attribution: SymbolKind.Event, directive: SymbolKind.Method,
};

/** The symbols of a document, nested as the outline is; empty when the outline is. */
export function documentSymbols(doc: FeatureDocument): DocumentSymbol[] {
  return doc.parsed.outline.nodes.map(node => mapOutline(node, (n, children) => documentSymbol(doc, n, children)));
}

/** One node as a symbol. */
export function documentSymbol(doc: FeatureDocument, node: OutlineNode, children: DocumentSymbol[]): DocumentSymbol {
  const range = readingRange(doc, node.start, node.end), head = readingRange(doc, node.headStart, node.headEnd);
  return { name: node.name, detail: node.detail, kind: SYMBOL_KINDS[node.kind], range, selectionRange: head, children };
}

/** Rebuilds a tree from its leaves up. Outlines are at most a handful of levels deep by rule, so recursion is safe. */
export function mapOutline<T>(node: OutlineNode, build: (node: OutlineNode, children: T[]) => T): T {
  return build(node, node.children.map(child => mapOutline(child, build)));
}

/** All nodes of an outline, parents before their children. Outlines are a handful of levels deep by rule. */
export function walkOutline(nodes: readonly OutlineNode[]): OutlineNode[] {
  const out: OutlineNode[] = [];
  const visit = (node: OutlineNode): void => { out.push(node); node.children.forEach(visit); };
  nodes.forEach(visit);
  return out;
}
