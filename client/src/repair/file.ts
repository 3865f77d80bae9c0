/** Repair, or removal of site chrome, of one open document: shown as a difference first, applied as one edit that undo takes back. */
import * as vscode from 'vscode';
import type { OffsetEdit } from '../../../protocol/messages';
import type { ClientContext } from '../context';

/** Scheme of the documents that show how a file would look. */
const PREVIEW = 'wenzhen-preview';

/** A preview on screen: what would be done to which version of the document. */
interface Pending {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly edits: readonly OffsetEdit[];
  readonly content: string;
}

/** Registers `wenzhen.repairFile`, `wenzhen.stripChrome` and the two commands of the preview. */
export function registerFileRepair({ server }: ClientContext): vscode.Disposable {
  const pending = new Map<string, Pending>();
  const close = async (uri: vscode.Uri) => {
    const tabs = vscode.window.tabGroups.all
      .flatMap(group => group.tabs)
      .filter(tab => tab.input instanceof vscode.TabInputTextDiff && tab.input.modified.toString() === uri.toString());
    await vscode.window.tabGroups.close(tabs);
    pending.delete(uri.toString());
  };
  const apply = async (uri: vscode.Uri): Promise<void> => {
    const preview = pending.get(uri.toString());
    if (!preview) return;
    if (preview.document.isClosed || preview.document.version !== preview.version) {
      await close(uri);
      void vscode.window.showWarningMessage(
        vscode.l10n.t('The file has changed since the preview. Nothing was applied; preview it again.'),
      );
      return;
    }
    const edit = new vscode.WorkspaceEdit();
    edit.set(preview.document.uri, toTextEdits(preview.document, preview.edits));
    await close(uri);
    if (!(await vscode.workspace.applyEdit(edit)))
      void vscode.window.showErrorMessage(vscode.l10n.t('The editor did not accept the edit.'));
  };
  const preview = async (strip: boolean) => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const { document } = editor;
    const { version } = document;
    const text = document.getText();
    const accept = vscode.workspace.getConfiguration('wenzhen', document).get<'proven' | 'likely'>('repair.accept');
    const { edits, remaining } = await server.request('wenzhen/repair', { uri: document.uri.toString(), text, accept, strip });
    if (edits.length === 0) {
      void vscode.window.showInformationMessage(
        strip
          ? vscode.l10n.t('There is no site navigation or footer to remove.')
          : remaining
            ? vscode.l10n.t('Nothing can be repaired with enough certainty. Problems left for you to decide: {0}.', remaining)
            : vscode.l10n.t('There is nothing to repair.'),
      );
      return;
    }
    const uri = document.uri.with({ scheme: PREVIEW });
    pending.set(uri.toString(), { document, version, edits, content: applyOffsets(text, edits) });
    changed.fire(uri);
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    const title = strip ? vscode.l10n.t('{0}: without site chrome', name) : vscode.l10n.t('{0}: repaired', name);
    await vscode.commands.executeCommand('vscode.diff', document.uri, uri, title, { preview: true });
    const yes = vscode.l10n.t('Apply');
    const no = vscode.l10n.t('Discard');
    const question = strip
      ? vscode.l10n.t('Passages to remove: {0}.', edits.length)
      : remaining
        ? vscode.l10n.t('Spots to repair: {0}. Problems left for you to decide: {1}.', edits.length, remaining)
        : vscode.l10n.t('Spots to repair: {0}.', edits.length);
    // Not awaited: the preview is there to be read, and can be answered in the title bar too.
    void vscode.window
      .showInformationMessage(question, yes, no)
      .then(answer => (answer === yes ? apply(uri) : answer === no ? close(uri) : undefined));
  };
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const shown = (uri?: vscode.Uri) => uri ?? vscode.window.activeTextEditor?.document.uri;
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(PREVIEW, {
      onDidChange: changed.event,
      provideTextDocumentContent: uri => pending.get(uri.toString())?.content ?? '',
    }),
    vscode.commands.registerCommand('wenzhen.repairFile', () => preview(false)),
    vscode.commands.registerCommand('wenzhen.stripChrome', () => preview(true)),
    vscode.commands.registerCommand('wenzhen.applyPreview', (uri?: vscode.Uri) => {
      const target = shown(uri);
      return target && apply(target.with({ scheme: PREVIEW }));
    }),
    vscode.commands.registerCommand('wenzhen.discardPreview', (uri?: vscode.Uri) => {
      const target = shown(uri);
      return target && close(target.with({ scheme: PREVIEW }));
    }),
  );
}

/** Applies edits by offset to a text; they are sorted and do not overlap. */
export function applyOffsets(text: string, edits: readonly OffsetEdit[]): string {
  let at = 0;
  let out = '';
  for (const { start, end, newText } of edits) {
    out += text.slice(at, start) + newText;
    at = end;
  }
  return out + text.slice(at);
}

function toTextEdits(document: vscode.TextDocument, edits: readonly OffsetEdit[]): vscode.TextEdit[] {
  return edits.map(
    ({ start, end, newText }) => new vscode.TextEdit(new vscode.Range(document.positionAt(start), document.positionAt(end)), newText),
  );
}
