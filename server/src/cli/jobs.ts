/** What is done with one file, except for printing: plain data in and out, so that it can run in a worker thread. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits } from '../base/edits';
import type { Candidate, Explanation, Finding, FindingCode, Proof, Repair, Severity } from '../base/finding';
import { t } from '../base/localise';
import type { FeatureDocument } from '../features/context';
import {
  directiveTable,
  outlineJson,
  outlineMarkdown,
  outlineTree,
  type DirectiveTable,
  type OutlineJson,
} from '../features/outlineExport';
import type { EntityTable } from '../features/entityExport';
import { chromeEdits, repairedFindings, repairedText, repairSummary } from '../features/repairs';
import { label } from '../language/encodings';
import type { Language } from '../language/language';
import { DEFAULT_SETTINGS, type ArticleService, type ParsedArticle } from '../service';
import { EXIT, InputError } from './errors';
import { replaceFile } from './files';
import { readInput, type Input } from './inputs';

/** What every job needs, opened once per thread. */
export interface Tools {
  readonly language: Language;
  readonly service: ArticleService;
}

/** A finding as the command line prints it. Offsets are UTF-16, lines and characters count from 0. */
export interface FindingJson {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: string;
  readonly range: { readonly start: Place; readonly end: Place };
  readonly offset: { readonly start: number; readonly end: number };
  readonly repair: Repair | null;
  readonly candidates?: readonly Candidate[];
  readonly explanation?: Explanation;
  /** true for a spot that a repair deletes, absent for all others. */
  readonly unnecessary?: boolean;
}

/** A position as in the language server protocol: both from 0, characters in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** The findings of one file. */
export interface CheckResult {
  readonly path: string;
  readonly encoding: string;
  readonly findings: readonly FindingJson[];
}

/** Checks one file. @throws InputError when it cannot be read */
export function check(path: string, { language, service }: Tools): CheckResult {
  const input = readInput(path, language);
  const findings = undecoded(input);
  let line = 0;
  let offset = 0;
  for (const piece of pieces(input.text)) {
    const doc = featureDocument(input.path, service.parse(piece));
    for (const finding of findingsJson(doc)) findings.push(line === 0 ? finding : moved(finding, line, offset));
    line += doc.document.lineCount - 1;
    offset += piece.length;
  }
  return { path, encoding: input.detection.encoding, findings };
}

/** Longer texts are checked in pieces of about this many UTF-16 units, so that memory does not grow with the file. */
const PIECE = 1 << 20;

/** A text in pieces of whole lines, cut at empty lines where possible, because an article rarely goes on after one. */
function* pieces(text: string): Generator<string> {
  let from = 0;
  while (text.length - from > PIECE) {
    const to = from + PIECE;
    const empty = text.lastIndexOf('\n\n', to) + 2;
    const full = text.lastIndexOf('\n', to) + 1;
    const next = text.indexOf('\n', to) + 1;
    const end = empty > from + PIECE / 2 ? empty : full > from ? full : next || text.length;
    yield text.slice(from, end);
    from = end;
  }
  yield text.slice(from);
}

function moved(finding: FindingJson, lines: number, offset: number): FindingJson {
  const place = ({ line, character }: Place): Place => ({ line: line + lines, character });
  return {
    ...finding,
    range: { start: place(finding.range.start), end: place(finding.range.end) },
    offset: { start: finding.offset.start + offset, end: finding.offset.end + offset },
  };
}

/** Findings of a parsed text in the shape of the command line. */
export function findingsJson({ document, parsed }: FeatureDocument): FindingJson[] {
  return parsed.findings.map(finding => findingJson(finding, document));
}

function findingJson(finding: Finding, document: TextDocument): FindingJson {
  return {
    code: finding.code,
    severity: finding.severity,
    message: finding.message(),
    range: { start: document.positionAt(finding.start), end: document.positionAt(finding.end) },
    offset: { start: finding.start, end: finding.end },
    repair: finding.repair,
    ...(finding.candidates.length > 0 ? { candidates: finding.candidates } : {}),
    ...(finding.explanation ? { explanation: finding.explanation } : {}),
    ...(finding.unnecessary ? { unnecessary: true } : {}),
  };
}

/** A parsed text in the form that features take. */
export function featureDocument(path: string, parsed: ParsedArticle): FeatureDocument {
  return { document: TextDocument.create(path, 'article', 0, parsed.source), parsed };
}

/** The finding for a file that is not UTF-8: it was read in its own encoding here, but other programs may not do so. Empty for UTF-8. */
function undecoded({ text, detection: { encoding, confidence } }: Input): FindingJson[] {
  if (encoding === 'utf-8') return [];
  const end = text.search(/[\r\n]|$/);
  return [
    {
      code: 'encoding.undecoded',
      severity: 'error',
      message: t(
        'The file is {0}, not UTF-8 ({1}% sure): convert it with `wenzhen convert`',
        label(encoding),
        Math.round(confidence * 100),
      ),
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: end } },
      offset: { start: 0, end },
      repair: null,
    },
  ];
}

/** What `repair` was asked to do. */
export interface RepairOptions {
  readonly accept: Proof;
  /** Remove site chrome as well. */
  readonly stripChrome: boolean;
  /** Write the file; otherwise it stays as it is. */
  readonly write: boolean;
  /** List each repair with its proof and mechanism. */
  readonly explain: boolean;
}

/** A file before and after its repair. */
export interface RepairResult {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** Repaired findings by code, and how many at warning or above are left. */
  readonly codes: Readonly<Record<string, number>>;
  readonly remaining: number;
  /** The backup that was kept; null when nothing was written. */
  readonly backup: string | null;
  /** What was repaired and why, when asked for. */
  readonly repaired: readonly FindingJson[];
}

/** Repairs one file. @throws InputError when it cannot be read or written, or is not UTF-8 */
export async function repair(path: string, options: RepairOptions, { language, service }: Tools): Promise<RepairResult> {
  const input = readInput(path, language);
  if (input.detection.encoding !== 'utf-8')
    throw new InputError(
      t(
        '{0}: the file is {1}, not UTF-8, and is not edited: convert it first with `wenzhen convert`',
        path,
        label(input.detection.encoding),
      ),
    );
  const mark = input.detection.bom ? '\ufeff' : '';
  const parse = (text: string) => service.parse(text, { ...DEFAULT_SETTINGS, accept: options.accept });
  const parsed = parse(input.text);
  const text = repairedText(parsed, parse);
  const after = options.stripChrome ? applyEdits(text, chromeEdits(service.parse(text))) : text;
  const backup = options.write && after !== input.text ? await replaceFile(path, mark + after) : null;
  const { document } = featureDocument(path, parsed);
  const repaired = options.explain ? repairedFindings(parsed).map(finding => findingJson(finding, document)) : [];
  return { path, before: mark + input.text, after: mark + after, ...repairSummary(parsed), backup, repaired };
}

/** A file's outline in all forms, so that the worker need not know which one is wanted. */
export interface OutlineResult extends DirectiveTable {
  readonly json: readonly OutlineJson[];
  readonly tree: string;
  readonly markdown: string;
}

/** The outline of one file. @throws InputError when it cannot be read */
export function outline(path: string, { language, service }: Tools): OutlineResult {
  const doc = featureDocument(path, service.parse(readInput(path, language).text));
  const { nodes } = doc.parsed.outline;
  return { ...directiveTable(path, doc), json: outlineJson(doc), tree: outlineTree(nodes), markdown: outlineMarkdown(nodes) };
}

/** Where something is mentioned: UTF-16 source offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The officials and set phrases of one file. */
export type EntitiesResult = EntityTable<Span>;

/** The officials and set phrases of one file. @throws InputError when it cannot be read */
export function entities(path: string, { language, service }: Tools): EntitiesResult {
  const { officials, slogans, reading } = service.parse(readInput(path, language).text);
  const spans = (mentions: readonly Span[]) =>
    mentions.map(({ start, end }) => {
      const range = reading.toSourceRange(start, end);
      return { start: range.start, end: range.end };
    });
  return {
    path,
    officials: officials.map(({ name, titles, roles, mentions }) => ({ name, titles, roles, mentions: spans(mentions) })),
    slogans: slogans.map(({ text, canonical, expansion, mentions }) => ({ text, canonical, expansion, mentions: spans(mentions) })),
  };
}

/** The exit code that findings give. */
export function exitCodeOf(findings: readonly FindingJson[]): number {
  return findings.some(({ severity }) => severity === 'error' || severity === 'warning') ? EXIT.findings : EXIT.clean;
}
