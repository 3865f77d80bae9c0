/** Quick fixes for a finding, a line and a kind, and `source.fixAll.wenzhen`. Edits carry the version that they were made for. */
import {
  CodeActionKind,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Edit, Finding } from '../base/finding';
import { t } from '../base/localise';
import { codePointsOf } from '../damage/hex';
import { sourceRange, type FeatureDocument } from './context';
import { kindName } from './kindNames';
import { FIX_ALL } from './names';
import { editsOf, lastingRepairEdits, type ParseAgain } from './repairs';
import { undecodedFinding } from './undecoded';

/** With more findings than this under the selection only the fixes for lines and kinds are offered. */
const MAX_SINGLE_FIXES = 8;

/**
 * Actions for the findings that `range` touches; empty when there is nothing to repair there.
 * @param parse for what shows only once the rest of the file is repaired
 */
export function codeActions(doc: FeatureDocument, range: Range, context: CodeActionContext, parse: ParseAgain): CodeAction[] {
  const wanted = (kind: string) => !context.only || context.only.some(only => kind === only || kind.startsWith(`${only}.`));
  // Good bytes read with the wrong decoder: whoever edits them destroys them.
  if (undecodedFinding(doc)) return [];
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) actions.push(...quickFixes(doc, range, context));
  if (wanted(FIX_ALL)) {
    const edits = lastingRepairEdits(doc.parsed, parse);
    // An editor's light bulb should not offer to repair the whole file on every clean line.
    if (edits.length > 0)
      actions.push({ title: t('Repair all encoding damage in this file'), kind: FIX_ALL, edit: versionedEdit(doc, edits) });
  }
  return actions;
}

/** Edits as a workspace edit for exactly this version of the document. */
function versionedEdit({ document }: FeatureDocument, edits: readonly Edit[]): WorkspaceEdit {
  return {
    documentChanges: [
      {
        textDocument: { uri: document.uri, version: document.version },
        edits: edits.map(edit => ({ range: sourceRange(document, edit.start, edit.end), newText: edit.newText })),
      },
    ],
  };
}

function quickFixes(doc: FeatureDocument, range: Range, context: CodeActionContext): CodeAction[] {
  const { document, parsed } = doc;
  const from = document.offsetAt(range.start);
  const to = document.offsetAt(range.end);
  const here = parsed.findings.filter(finding => finding.start <= to && from <= finding.end);
  const fixable = here.filter(finding => finding.repair || finding.candidates.length > 0);
  if (fixable.length === 0) return [];
  const actions: CodeAction[] = [];
  if (fixable.length <= MAX_SINGLE_FIXES) for (const finding of fixable) actions.push(...singleFixes(doc, finding, context));
  if (range.start.line === range.end.line) {
    const lineStart = document.offsetAt({ line: range.start.line, character: 0 });
    const lineEnd = document.offsetAt({ line: range.start.line + 1, character: 0 });
    const edits = editsOf(parsed.findings.filter(finding => finding.start >= lineStart && finding.start < lineEnd));
    if (edits.length > 1) actions.push(quickFix(doc, t('Repair this line ({0} places)', edits.length), edits, []));
  }
  for (const code of new Set(fixable.map(finding => finding.code))) {
    const edits = editsOf(parsed.findings.filter(finding => finding.code === code));
    if (edits.length > 1)
      actions.push(
        quickFix(
          doc,
          t('Repair all in this file: {0} ({1} places)', kindName(code), edits.length),
          edits,
          context.diagnostics.filter(diagnostic => diagnostic.code === code),
        ),
      );
  }
  return actions;
}

/** The repair first and preferred, then the other candidates in their order. */
function singleFixes(doc: FeatureDocument, finding: Finding, context: CodeActionContext): CodeAction[] {
  const diagnostics = context.diagnostics.filter(diagnostic => concerns(doc, diagnostic, finding));
  const actions: CodeAction[] = [];
  const edit = (newText: string) => [{ start: finding.start, end: finding.end, newText }];
  const { repair } = finding;
  if (repair) {
    const text = short(repair.newText);
    const damaged = short(doc.parsed.source.slice(finding.start, finding.end));
    const title =
      repair.newText === ''
        ? deletionTitle(doc.parsed.source.slice(finding.start, finding.end))
        : repair.proof === 'proven'
          ? t('Replace “{0}” with “{1}” (proven)', damaged, text)
          : t('Replace “{0}” with “{1}” (likely)', damaged, text);
    actions.push({ ...quickFix(doc, title, edit(repair.newText), diagnostics), isPreferred: repair.proof === 'proven' });
  }
  for (const candidate of finding.candidates) {
    if (candidate.newText !== repair?.newText)
      actions.push(quickFix(doc, t('Replace with “{0}” (candidate)', short(candidate.newText)), edit(candidate.newText), diagnostics));
  }
  return actions;
}

/** The title of an action that deletes something; what cannot be seen is named by its code points. */
function deletionTitle(damaged: string): string {
  return /^[\p{C}\p{Z}]+$/u.test(damaged) ? t('Delete {0}', codePointsOf(damaged)) : t('Delete “{0}”', short(damaged));
}

function quickFix(doc: FeatureDocument, title: string, edits: readonly Edit[], diagnostics: Diagnostic[]): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, diagnostics, edit: versionedEdit(doc, edits) };
}

function concerns({ document }: FeatureDocument, diagnostic: Diagnostic, finding: Finding): boolean {
  return (
    diagnostic.code === finding.code &&
    document.offsetAt(diagnostic.range.start) <= finding.start &&
    finding.end <= document.offsetAt(diagnostic.range.end)
  );
}

/** Longest text in the title of an action, in UTF-16 units: longer ones would make the menu too wide. */
const LONGEST_SHOWN = 24;

function short(text: string): string {
  const line = text.replace(/\s/g, ' ');
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN - 1)}…` : line;
}
