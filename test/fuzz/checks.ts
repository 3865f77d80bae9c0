/** What must hold of every input, however broken. Each check throws an Error that says what does not. */
import type { OutlineNode } from '../../server/src/outline/outline';
import type { ParsedArticle } from '../../server/src/service';
import type { Loaded } from './load';

function ensure(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

/** Everything an editor would ask for; positions in range, sorted and nested; the edits give the Reading; messages render. */
export function checkParsed(parsed: ParsedArticle, { module }: Loaded): void {
  const { source, reading } = parsed;
  ensure(module.applyEdits(source, reading.edits) === reading.text, 'the edits give the Reading');
  ensure(reading.folded.length === reading.text.length, 'the folded view has the length of the Reading');
  let before = 0;
  for (const finding of parsed.findings) {
    ensure(
      Number.isInteger(finding.start) && finding.start >= 0 && finding.start <= finding.end && finding.end <= source.length,
      `${finding.code} ${finding.start}..${finding.end} lies in the text of ${source.length}`,
    );
    ensure(finding.start >= before, `${finding.code} at ${finding.start} is sorted`);
    before = finding.start;
    ensure(finding.message().length > 3, `${finding.code} has a message`);
    for (const candidate of finding.candidates) ensure(candidate.score <= 0, `${finding.code}: a candidate's score is not positive`);
  }
  checkNodes(parsed.outline.nodes, 0, reading.text.length);
  const inText = (range: { start: number; end: number }, what: string) =>
    ensure(
      range.start >= 0 && range.start < range.end && range.end <= reading.text.length,
      `${what} ${range.start}..${range.end} lies in the Reading of ${reading.text.length}`,
    );
  for (const official of parsed.officials) for (const mention of official.mentions) inText(mention, `mention of ${official.name}`);
  for (const slogan of parsed.slogans) for (const mention of slogan.mentions) inText(mention, `mention of ${slogan.text}`);
  for (const attribution of parsed.article.attributions) inText(attribution, 'attribution');
  let line = 0;
  for (const block of parsed.article.blocks)
    ensure(block.line === line++ && block.start <= block.end && block.end <= reading.text.length, 'blocks are the lines of the Reading');
}

function checkNodes(nodes: readonly OutlineNode[], from: number, to: number): void {
  // An explicit stack: nesting may be as deep as the text asks for.
  const waiting: { nodes: readonly OutlineNode[]; from: number; to: number }[] = [{ nodes, from, to }];
  for (let task = waiting.pop(); task; task = waiting.pop()) {
    for (const node of task.nodes) {
      ensure(node.name !== '', 'an outline node has a name');
      ensure(
        node.start >= task.from &&
          node.end <= task.to &&
          node.start <= node.headStart &&
          node.headStart <= node.headEnd &&
          node.headEnd <= node.end,
        `node ${node.name} nests`,
      );
      if (node.children.length > 0) waiting.push({ nodes: node.children, from: node.start, to: node.end });
    }
  }
}

/** Repairing once more changes nothing. */
export function checkIdempotent(parsed: ParsedArticle, { service }: Loaded): void {
  const again = service.parse(parsed.reading.text).reading.text;
  ensure(again === parsed.reading.text, `repair is idempotent: ${JSON.stringify(firstDifference(parsed.reading.text, again))}`);
}

/** A parse that built on an earlier version says the same as a fresh one, made by another copy of the product. */
export function checkSame(incremental: ParsedArticle, fresh: ParsedArticle): void {
  const a = facts(incremental);
  const b = facts(fresh);
  for (const part of Object.keys(b) as (keyof typeof b)[])
    if (a[part] !== b[part])
      throw new Error(`incremental ${part} differs from fresh: ${JSON.stringify(firstDifference(a[part], b[part]))}`);
}

function facts(
  parsed: ParsedArticle,
): Record<'text' | 'findings' | 'blocks' | 'attributions' | 'outline' | 'officials' | 'slogans', string> {
  const json = (value: unknown) => JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'function' ? undefined : inner));
  return {
    text: parsed.reading.text,
    findings: json(
      parsed.findings.map(finding => [finding.code, finding.start, finding.end, finding.severity, finding.repair, finding.message()]),
    ),
    blocks: json(parsed.article.blocks.map(block => [block.kind, block.line, block.start, block.end])),
    attributions: json(parsed.article.attributions.map(({ speaker, verb, start, end }) => [speaker, verb, start, end])),
    outline: json(parsed.outline),
    officials: json(parsed.officials),
    slogans: json(parsed.slogans.map(({ text, canonical, expansion, mentions }) => [text, canonical, expansion, mentions])),
  };
}

function firstDifference(a: string, b: string): { at: number; left: string; right: string } {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return { at, left: a.slice(Math.max(0, at - 20), at + 30), right: b.slice(Math.max(0, at - 20), at + 30) };
}
