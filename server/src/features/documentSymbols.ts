/** The outline as document symbols: names from the Reading, ranges in the source. */
import { SymbolKind, type DocumentSymbol, type Position } from 'vscode-languageserver-types';
import type { OutlineKind, OutlineNode } from '../outline/outline';
import { underTitles } from '../service';
import { readingRange, type ContentDocument, type FeatureDocument } from './context';
import { movedRange, perStretch } from './stretches';

/** The symbol kinds of nodes, chosen for icons that are easy to tell apart. */
export const SYMBOL_KINDS: Readonly<Record<OutlineKind, SymbolKind>> = {
  title: SymbolKind.File,
  section: SymbolKind.Namespace,
  speaker: SymbolKind.Class,
  attribution: SymbolKind.Event,
  directive: SymbolKind.Method,
};

/** The symbols of a document, nested as the outline is; empty when the outline is. */
export function documentSymbols(doc: FeatureDocument): DocumentSymbol[] {
  return underTitles(
    symbols(doc).flatMap(({ share }) => share),
    ({ kind }) => kind === SYMBOL_KINDS.title,
    (title, children) => ({ ...title, range: { start: title.range.start, end: children.at(-1)!.range.end }, children }),
  );
}

const symbols = perStretch<readonly DocumentSymbol[]>(
  doc => doc.parsed.outline.nodes.map(node => mapOutline(node, (n, children) => documentSymbol(doc, n, children))),
  (own, base) => own.map(symbol => movedSymbol(symbol, base)),
);

function movedSymbol({ name, detail, kind, range, selectionRange, children }: DocumentSymbol, base: Position): DocumentSymbol {
  return {
    name,
    detail: detail!,
    kind,
    range: movedRange(range, base),
    selectionRange: movedRange(selectionRange, base),
    children: children!.map(child => movedSymbol(child, base)),
  };
}

/** One node as a symbol. */
export function documentSymbol(doc: ContentDocument, node: OutlineNode, children: DocumentSymbol[]): DocumentSymbol {
  const range = readingRange(doc, node.start, node.end);
  const head = readingRange(doc, node.headStart, node.headEnd);
  return { name: node.name, detail: node.detail, kind: SYMBOL_KINDS[node.kind], range, selectionRange: head, children };
}

/** Rebuilds a tree from its leaves up. Outlines are at most a handful of levels deep by rule, so recursion is safe. */
export function mapOutline<T>(node: OutlineNode, build: (node: OutlineNode, children: T[]) => T): T {
  return build(
    node,
    node.children.map(child => mapOutline(child, build)),
  );
}
