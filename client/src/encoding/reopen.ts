/**
 * `encoding.undecoded`: an error on the first garbled line, the quick fix that reopens the
 * file, and the offer to do so for the whole folder.
 */
import * as vscode from 'vscode';
import type { ClientContext } from '../context';
import type { Undecoded, UndecodedFiles } from './detection';
import { encodingLabel, MIXED, sameEncoding } from './names';

const CODE = 'encoding.undecoded';

/** The last argument of `wenzhen.reopenWithEncoding`: `discard` drops unsaved changes without asking. */
interface ReopenOptions {
  readonly discard?: boolean;
}

/** Registers the diagnostic, its quick fix and `wenzhen.reopenWithEncoding`. */
export function registerReopening(context: ClientContext, files: UndecodedFiles): vscode.Disposable {
  const { selector } = context;
  const diagnostics = vscode.languages.createDiagnosticCollection('wenzhen-encoding');
  const show = (document: vscode.TextDocument) => {
    const found = files.get(document.uri);
    const severity = found && severityOf(document.uri);
    diagnostics.set(document.uri, found && severity !== undefined ? [describe(context, document, found, severity)] : []);
  };
  return vscode.Disposable.from(
    diagnostics,
    files.onDidChange(show),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('wenzhen.rules')) vscode.workspace.textDocuments.forEach(show);
    }),
    vscode.commands.registerCommand('wenzhen.reopenWithEncoding', (uri?: vscode.Uri | string, encoding?: string, options?: ReopenOptions) =>
      reopen(
        context,
        files,
        typeof uri === 'string' ? vscode.Uri.parse(uri) : (uri ?? vscode.window.activeTextEditor?.document.uri),
        encoding,
        options,
      ),
    ),
    vscode.languages.registerCodeActionsProvider(
      selector,
      { provideCodeActions: (document, _range, { diagnostics: given }) => actions(document, given, files) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

/**
 * Opens a document again in the encoding given, or else in the one that its bytes were found to be in. A
 * file in several encodings is converted instead.
 * @returns whether the document is now open in the right encoding
 */
async function reopen(
  context: ClientContext,
  files: UndecodedFiles,
  uri: vscode.Uri | undefined,
  given: string | undefined,
  { discard = false }: ReopenOptions = {},
): Promise<boolean> {
  if (!uri) return false;
  const right = files.get(uri);
  const encoding = given ?? right?.encoding;
  if (!encoding) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This file was read with the right encoding, as far as its bytes tell.'));
    return false;
  }
  if (encoding === MIXED) return (await vscode.commands.executeCommand<readonly vscode.Uri[]>('wenzhen.convertToUtf8', uri)).length > 0;
  const document = await vscode.workspace.openTextDocument(uri);
  const before = document.encoding;
  if (document.isDirty && !((discard || (await mayDiscard(context, encoding))) && (await revert(document)))) return false;
  await vscode.workspace.openTextDocument(uri, { encoding });
  await files.examine(document);
  // The answers may take their time; the file is open already.
  void offerMore(context, files, uri, before, encoding, right !== undefined && sameEncoding(right.encoding, encoding));
  return true;
}

/** Asks before unsaved changes are discarded. Saving is never offered: it would overwrite the good bytes. */
async function mayDiscard({ dialogs }: ClientContext, encoding: string): Promise<boolean> {
  const yes = vscode.l10n.t('Discard Changes and Reopen');
  return (
    (await dialogs.ask({
      kind: 'warning',
      message: vscode.l10n.t('Reopen as {0}?', encodingLabel(encoding)),
      choices: [yes],
      detail: vscode.l10n.t(
        'The unsaved changes were made to wrongly decoded text and will be discarded. The file on disk stays as it is.',
      ),
    })) === yes
  );
}

/** Discards the unsaved changes of a document. @returns false when they are still there */
export async function revert(document: vscode.TextDocument): Promise<boolean> {
  if (!document.isDirty) return true;
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
  return !document.isDirty;
}

/** Offers to undo the reopening and, once per folder, to read all of its files like this. */
async function offerMore(
  { extension, dialogs }: ClientContext,
  files: UndecodedFiles,
  uri: vscode.Uri,
  before: string,
  encoding: string,
  certain: boolean,
): Promise<void> {
  const undo = vscode.l10n.t('Undo');
  const always = vscode.l10n.t('Always in This Folder');
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const asked = folder && `wenzhen.offered:${folder.uri.toString()}`;
  // The setting is a file in the folder: nothing is written into one that is not trusted.
  const offered = certain && asked && vscode.workspace.isTrusted && !extension.workspaceState.get(asked);
  if (offered) await extension.workspaceState.update(asked, true);
  const answer = await dialogs.ask({
    kind: 'information',
    message: vscode.l10n.t('Reopened as {0}.', encodingLabel(encoding)),
    choices: [undo, ...(offered ? [always] : [])],
  });
  if (answer === undo) await files.examine(await vscode.workspace.openTextDocument(uri, { encoding: before }));
  if (answer === always)
    await vscode.workspace.getConfiguration('files', folder).update('encoding', encoding, vscode.ConfigurationTarget.WorkspaceFolder);
}

/** The number of the first line that the editor's decoder got wrong. */
function firstWrongLine({ text, opened }: Undecoded): number {
  const right = text.split(/\r\n?|\n/);
  const wrong = opened.split(/\r\n?|\n/);
  return Math.max(
    0,
    wrong.findIndex((content, at) => content !== right[at]),
  );
}

function describe(
  context: ClientContext,
  document: vscode.TextDocument,
  undecoded: Undecoded,
  severity: vscode.DiagnosticSeverity,
): vscode.Diagnostic {
  const { encoding, confidence, evidence } = undecoded;
  // The document may have been edited since it was compared.
  const line = Math.min(document.lineCount - 1, firstWrongLine(undecoded));
  const percent = Math.floor(confidence * 100);
  const message =
    encoding === MIXED
      ? vscode.l10n.t(
          'The lines of this file are in several encodings ({0}% sure) but were read as {1}. Convert it; do not save it like this.',
          percent,
          encodingLabel(document.encoding),
        )
      : vscode.l10n.t(
          'This file is {0} ({1}% sure) but was read as {2}. Reopen it; do not save it like this.',
          encodingLabel(encoding),
          percent,
          encodingLabel(document.encoding),
        );
  const diagnostic = new vscode.Diagnostic(document.lineAt(line).range, evidence ? `${message} (${evidence})` : message, severity);
  diagnostic.source = 'wenzhen';
  const { homepage } = context.extension.extension.packageJSON as { homepage: string };
  diagnostic.code = { value: CODE, target: vscode.Uri.parse(`${homepage}#${CODE.replace('.', '-')}`) };
  return diagnostic;
}

function actions(document: vscode.TextDocument, given: readonly vscode.Diagnostic[], files: UndecodedFiles): vscode.CodeAction[] {
  const found = files.get(document.uri);
  const diagnostic = given.find(({ code, source }) => source === 'wenzhen' && (typeof code === 'object' ? code.value : code) === CODE);
  if (!found || !diagnostic) return [];
  const action = new vscode.CodeAction(remedy(found.encoding), vscode.CodeActionKind.QuickFix);
  action.command = { command: 'wenzhen.reopenWithEncoding', title: action.title, arguments: [document.uri, found.encoding] };
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  return [action];
}

/** The label of the command that mends a file in an encoding, for buttons and menus. */
export function remedy(encoding: string): string {
  return encoding === MIXED ? vscode.l10n.t('Convert to UTF-8') : vscode.l10n.t('Reopen as {0}', encodingLabel(encoding));
}

/** The severity that the settings give to `encoding.undecoded`; undefined when it is off. */
function severityOf(uri: vscode.Uri): vscode.DiagnosticSeverity | undefined {
  const severities: Record<string, vscode.DiagnosticSeverity | undefined> = {
    error: vscode.DiagnosticSeverity.Error,
    warning: vscode.DiagnosticSeverity.Warning,
    information: vscode.DiagnosticSeverity.Information,
    hint: vscode.DiagnosticSeverity.Hint,
    off: undefined,
  };
  return severities[vscode.workspace.getConfiguration('wenzhen', uri).get<Record<string, string>>('rules')?.[CODE] ?? 'error'];
}
