/** `encoding.undecoded`: an error on the first damaged line, the fix that reopens the file, and the offer to do so for the whole folder. */
import * as vscode from 'vscode';
import type { ClientContext } from '../context';
import type { Undecoded, UndecodedFiles } from './detection';
import { encodingLabel, sameEncoding } from './names';

const CODE = 'encoding.undecoded';

/** Where the codes are explained; the server's diagnostics lead there too. */
const HOMEPAGE = 'https://example.invalid/wenzhen/blob/main/README.md';

/** Registers the diagnostic, its quick fix and `wenzhen.reopenWithEncoding`. */
export function registerReopening({ extension, selector }: ClientContext, files: UndecodedFiles): vscode.Disposable {
  const diagnostics = vscode.languages.createDiagnosticCollection('wenzhen-encoding');
  const show = (document: vscode.TextDocument) => {
    const found = files.get(document.uri);
    const severity = found && severityOf(document.uri);
    diagnostics.set(document.uri, found && severity !== undefined ? [describe(document, found, severity)] : []);
  };
  const reopen = async (uri = vscode.window.activeTextEditor?.document.uri, encoding = uri && files.get(uri)?.encoding): Promise<boolean> => {
    if (!uri) return false;
    if (!encoding) {
      void vscode.window.showInformationMessage(vscode.l10n.t('This file was read with the right encoding, as far as its bytes tell.'));
      return false;
    }
    const document = await vscode.workspace.openTextDocument(uri);
    const before = document.encoding;
    if (document.isDirty && !(await discard(document, encoding))) return false;
    const right = files.get(uri);
    await vscode.workspace.openTextDocument(uri, { encoding });
    await files.examine(document);
    // The answers may take their time; the file is open already.
    void afterwards(uri, before, encoding, right !== undefined && sameEncoding(right.encoding, encoding));
    return true;
  };
  const afterwards = async (uri: vscode.Uri, before: string, encoding: string, offer: boolean) => {
    const undo = vscode.l10n.t('Undo'), always = vscode.l10n.t('Always in This Folder');
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const asked = folder && `wenzhen.offered:${folder.uri.toString()}`;
    const offered = offer && asked && !extension.workspaceState.get(asked);
    if (offered) await extension.workspaceState.update(asked, true);
    const answer = await vscode.window.showInformationMessage(vscode.l10n.t('Reopened as {0}.', encodingLabel(encoding)), undo, ...(offered ? [always] : []));
    if (answer === undo) { await vscode.workspace.openTextDocument(uri, { encoding: before }); await files.examine(await vscode.workspace.openTextDocument(uri)); }
    if (answer === always) await vscode.workspace.getConfiguration('files', folder).update('encoding', encoding, vscode.ConfigurationTarget.WorkspaceFolder);
  };
  return vscode.Disposable.from(
    diagnostics,
    files.onDidChange(show),
    vscode.workspace.onDidChangeConfiguration(event => { if (event.affectsConfiguration('wenzhen.rules')) vscode.workspace.textDocuments.forEach(show); }),
    vscode.commands.registerCommand('wenzhen.reopenWithEncoding', (uri?: vscode.Uri | string, encoding?: string) => reopen(typeof uri === 'string' ? vscode.Uri.parse(uri) : uri, encoding)),
    vscode.languages.registerCodeActionsProvider(selector, { provideCodeActions: (document, _range, context) => actions(document, context, files) }, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
  );
}

/** Asks before unsaved changes are given up. Saving is never offered: it would overwrite the good bytes. */
async function discard(document: vscode.TextDocument, encoding: string): Promise<boolean> {
  const yes = vscode.l10n.t('Discard Changes and Reopen');
  const answer = await vscode.window.showWarningMessage(vscode.l10n.t('Reopen as {0}?', encodingLabel(encoding)), {
    modal: true, detail: vscode.l10n.t('The unsaved changes were made to wrongly decoded text and will be discarded. The file on disk stays as it is.'),
  }, yes);
  if (answer !== yes) return false;
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
  return !document.isDirty;
}

function describe(document: vscode.TextDocument, { encoding, confidence, evidence, text, opened }: Undecoded, severity: vscode.DiagnosticSeverity): vscode.Diagnostic {
  const right = text.split(/\r\n?|\n/), wrong = opened.split(/\r\n?|\n/);
  const line = Math.min(document.lineCount - 1, Math.max(0, wrong.findIndex((content, at) => content !== right[at])));
  const message = vscode.l10n.t('This file is {0} ({1}% sure) but was read as {2}. Reopen it; do not save it like this.', encodingLabel(encoding), Math.floor(confidence * 100), encodingLabel(document.encoding));
  const diagnostic = new vscode.Diagnostic(document.lineAt(line).range, evidence ? `${message} (${evidence})` : message, severity);
  diagnostic.source = 'wenzhen';
  diagnostic.code = { value: CODE, target: vscode.Uri.parse(`${HOMEPAGE}#${CODE.replace('.', '-')}`) };
  return diagnostic;
}

function actions(document: vscode.TextDocument, context: vscode.CodeActionContext, files: UndecodedFiles): vscode.CodeAction[] {
  const found = files.get(document.uri);
  const diagnostic = context.diagnostics.find(({ code, source }) => source === 'wenzhen' && (typeof code === 'object' ? code.value : code) === CODE);
  if (!found || !diagnostic) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Reopen as {0}', encodingLabel(found.encoding)), vscode.CodeActionKind.QuickFix);
  action.command = { command: 'wenzhen.reopenWithEncoding', title: action.title, arguments: [document.uri, found.encoding] };
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  return [action];
}

/** The severity that the settings give to `encoding.undecoded`; undefined when it is off. */
function severityOf(uri: vscode.Uri): vscode.DiagnosticSeverity | undefined {
  const severities: Record<string, vscode.DiagnosticSeverity | undefined> = {
    error: vscode.DiagnosticSeverity.Error, warning: vscode.DiagnosticSeverity.Warning, information: vscode.DiagnosticSeverity.Information, hint: vscode.DiagnosticSeverity.Hint, off: undefined,
  };
  return severities[vscode.workspace.getConfiguration('wenzhen', uri).get<Record<string, string>>('rules')?.[CODE] ?? 'error'];
}
