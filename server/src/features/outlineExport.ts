/** The outline as text for other tools: tree, Markdown, CSV; and as the JSON of the command line. */
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { walkOutline, type OutlineKind, type OutlineNode } from '../outline/outline';
import type { FeatureDocument } from './context';
import { documentSymbol, mapOutline } from './documentSymbols';
import { csvRow } from '../../../protocol/csv';

/** A document symbol as the command line prints it: kind as a word, with speaker, marker and offset. */
export interface OutlineJson extends Omit<DocumentSymbol, 'kind' | 'children'> {
  readonly kind: OutlineKind;
  readonly speaker: string | null;
  readonly marker: string | null;
  /** UTF-16 source offsets; `start` is where `selectionRange` starts, `end` where it ends. */
  readonly offset: { readonly start: number; readonly end: number };
  readonly children: OutlineJson[];
}

/** The outline in the command line's JSON; empty when the outline is. */
export function outlineJson(doc: FeatureDocument): OutlineJson[] {
  return doc.parsed.outline.nodes.map(node =>
    mapOutline<OutlineJson>(node, (n, children) => {
      const { tags: _tags, deprecated: _deprecated, ...symbol } = documentSymbol(doc, n, []);
      const offset = { start: doc.document.offsetAt(symbol.selectionRange.start), end: doc.document.offsetAt(symbol.selectionRange.end) };
      return { ...symbol, kind: n.kind, speaker: n.speaker, marker: n.marker, offset, children };
    }),
  );
}

/** A line a node, indented with box lines, as `tree` prints folders. */
export function outlineTree(nodes: readonly OutlineNode[], indent = ''): string {
  return nodes
    .map((node, i) => {
      const last = i === nodes.length - 1;
      return `${indent}${last ? '└─ ' : '├─ '}${label(node)}\n${outlineTree(node.children, `${indent}${last ? '   ' : '│  '}`)}`;
    })
    .join('');
}

/** The title as a heading, everything else as a nested list. */
export function outlineMarkdown(nodes: readonly OutlineNode[], depth = 0): string {
  return nodes
    .map(node => {
      if (node.kind === 'title') return `# ${escapeMarkdown(node.name)}\n\n${outlineMarkdown(node.children, 0)}`;
      const name = escapeMarkdown(node.kind === 'speaker' && node.detail ? `${node.name}（${node.detail}）` : node.name);
      return `${'  '.repeat(depth)}- ${node.kind === 'directive' ? name : `**${name}**`}\n${outlineMarkdown(node.children, depth + 1)}`;
    })
    .join('');
}

/** One directive, flat. Offsets and positions are in the source. */
export interface DirectiveRow {
  readonly name: string;
  readonly speaker: string | null;
  readonly marker: string | null;
  readonly level: number;
  /** The whole sentence, from the Reading. */
  readonly text: string;
}

/** All directives in document order; empty when there is none. */
export function directiveRows(doc: FeatureDocument): (DirectiveRow & { readonly node: OutlineNode })[] {
  const { outline, reading } = doc.parsed;
  return walkOutline(outline.nodes)
    .filter(node => node.kind === 'directive')
    .sort((a, b) => a.headStart - b.headStart)
    .map(node => ({
      name: node.name,
      speaker: node.speaker,
      marker: node.marker,
      level: node.level,
      text: reading.text.slice(node.headStart, node.end).trim(),
      node,
    }));
}

const CSV_COLUMNS = ['path', 'title', 'date', 'speaker', 'level', 'marker', 'name', 'text'] as const;

/** The directives of one text, with what its head says of itself. */
export interface DirectiveTable {
  readonly path: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly directives: readonly DirectiveRow[];
}

/** The directives of one text as a table. */
export function directiveTable(path: string, doc: FeatureDocument): DirectiveTable {
  const { meta } = doc.parsed.article;
  return {
    path,
    title: meta.title?.text ?? null,
    date: meta.date?.iso ?? null,
    directives: directiveRows(doc).map(({ node: _node, ...row }) => row),
  };
}

/** RFC 4180: a row a directive over all texts. @param header whether the names of the columns come first */
export function directivesCsv(texts: readonly DirectiveTable[], header = true): string {
  const rows = texts.flatMap(({ path, title, date, directives }) =>
    directives.map(row => [path, title ?? '', date ?? '', row.speaker ?? '', String(row.level), row.marker ?? '', row.name, row.text]),
  );
  return [...(header ? [CSV_COLUMNS] : []), ...rows].map(row => csvRow(row)).join('');
}

function label(node: OutlineNode): string {
  return node.detail && node.kind !== 'directive' ? `${node.name} · ${node.detail}` : node.name;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!<>|~-]/g, '\\$&');
}
