/**
 * Findings as diagnostics, so that a person can read the list: where a line has several spots of one code, the warning
 * stands once for the line, and the spots that a repair deletes are faded as hints.
 */
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { homepage } from '../../../package.json';
import type { Candidate, Explanation, Finding, FindingCode, Repair, Severity } from '../base/finding';
import { t } from '../base/localise';
import { sourceRange, type FeatureDocument } from './context';
import { undecodedFinding } from './undecoded';

/** What `Diagnostic.data` holds: enough to build quick fixes and explanations without asking again. */
export interface DiagnosticData {
  readonly code: FindingCode;
  /** UTF-16 source offsets of the finding; of the first one where a diagnostic stands for several. */
  readonly start: number;
  readonly end: number;
  /** How many findings this diagnostic stands for. */
  readonly count: number;
  readonly repair: Repair | null;
  readonly candidates: readonly Candidate[];
  readonly explanation?: Explanation;
}

/** Where a code is explained: its anchor in the table of codes on the home page. */
function codeDescription(code: FindingCode): { href: string } {
  return { href: `${homepage}#${code.replaceAll('.', '-')}` };
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The diagnostics of a document, in order of appearance; empty when nothing was found. */
export function diagnostics(doc: FeatureDocument): Diagnostic[] {
  const { document, parsed } = doc;
  const undecoded = undecodedFinding(doc);
  // Whatever else such a file seems to have comes from the wrong decoder.
  if (undecoded) return [diagnostic(document, undecoded)];
  let faded = 0;
  return groupByLine(document, parsed.findings)
    .flatMap(group => diagnosticsOf(document, group))
    .filter(({ tags }) => !tags || ++faded <= MAX_FADED);
}

/** Findings of one code on one line. Faded and other findings are kept apart. Never empty. */
export type FindingGroup = readonly [Finding, ...Finding[]];

/** @param findings sorted by `start`; source offsets. @returns groups in order of their first finding */
function groupByLine(document: TextDocument, findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = `${document.positionAt(finding.start).line} ${finding.code} ${finding.unnecessary && finding.severity === 'hint'}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}

function diagnosticsOf(document: TextDocument, group: FindingGroup): Diagnostic[] {
  const faded = group
    .filter(finding => finding.unnecessary)
    .map(finding => ({ ...diagnostic(document, finding), severity: DiagnosticSeverity.Hint, tags: [DiagnosticTag.Unnecessary] }));
  if (group[0].severity === 'hint') return faded.length > 0 ? faded : group.map(finding => diagnostic(document, finding));
  if (faded.length === 0 && group.length <= MAX_SINGLE) return group.map(finding => diagnostic(document, finding));
  if (group.length === 1) return [diagnostic(document, group[0])];
  return [summary(document, group), ...faded];
}

function diagnostic(document: TextDocument, finding: Finding): Diagnostic {
  const data: DiagnosticData = {
    code: finding.code,
    start: finding.start,
    end: finding.end,
    count: 1,
    repair: finding.repair,
    candidates: finding.candidates,
    explanation: finding.explanation,
  };
  return {
    range: sourceRange(document, finding.start, finding.end),
    severity: SEVERITIES[finding.severity],
    code: finding.code,
    codeDescription: codeDescription(finding.code),
    source: 'wenzhen',
    message: finding.message(),
    ...(finding.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(finding.related?.length
      ? {
          relatedInformation: finding.related.map(spot => ({
            location: { uri: document.uri, range: sourceRange(document, spot.start, spot.end) },
            message: spot.message(),
          })),
        }
      : {}),
    data,
  };
}

/**
 * One warning for all findings of one code on a line; the single spots are its related information.
 * It stands at the first of them: a wavy line over the healthy text between them would be wrong.
 */
function summary(document: TextDocument, group: FindingGroup): Diagnostic {
  const first = group[0];
  const worst = group.reduce((a, b) => (SEVERITIES[b.severity] < SEVERITIES[a.severity] ? b : a));
  const { tags: _tags, ...single } = diagnostic(document, first);
  return {
    ...single,
    severity: SEVERITIES[worst.severity],
    message: t('{0} (and {1} more on this line)', first.message(), group.length - 1),
    relatedInformation: group.slice(1, MAX_RELATED + 1).map(finding => ({
      location: { uri: document.uri, range: sourceRange(document, finding.start, finding.end) },
      message: finding.message(),
    })),
    data: { ...(single.data as DiagnosticData), count: group.length, repair: null, candidates: [] } satisfies DiagnosticData,
  };
}

/** Up to this many spots of one code on a line get a warning each, because each has its own text to show and to fix. */
const MAX_SINGLE = 6;

/** How many spots are listed as related information: nobody reads more. */
const MAX_RELATED = 20;

/**
 * How many faded spots of a file are reported: those of some hundred kilobytes of damage. Megabytes of
 * hints at every keystroke would slow the editor down.
 */
const MAX_FADED = 2000;
