/** The outline on the clipboard, and directives as a table: what leaves the editor. */
import * as vscode from 'vscode';
import type { ExportDirectivesParams } from '../../protocol/messages';
import type { ClientContext } from './context';
import { articleFiles, decodeUtf8, openDocument, openExport, rootsOf } from './files';

type Format = ExportDirectivesParams['format'];
type ArticleText = ExportDirectivesParams['documents'][number];

/**
 * Registers `wenzhen.copyOutline` and `wenzhen.exportDirectives`. The arguments of the latter
 * are those of an Explorer command, then the format.
 */
export function registerDirectiveExport({ server }: ClientContext): vscode.Disposable {
  const copyOutline = async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) return;
    const markdown = await server.request('wenzhen/outlineMarkdown', { textDocument: { uri: document.uri.toString() } });
    await vscode.env.clipboard.writeText(markdown);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Outline copied'), 4000);
  };
  const exportDirectives = async (clicked?: vscode.Uri, selected?: vscode.Uri[], as?: Format) => {
    const roots = rootsOf(clicked, selected);
    const format = as ?? (await chooseFormat());
    if (roots.length === 0 || !format) return;
    const content = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Exporting directives'), cancellable: true },
      async (_, token) => {
        const documents = await textsOf(await articleFiles(roots, token));
        return token.isCancellationRequested ? undefined : server.request('wenzhen/exportDirectives', { documents, format }, token);
      },
    );
    if (content === undefined) return;
    await openExport('directives', content, format);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('wenzhen.copyOutline', copyOutline),
    vscode.commands.registerCommand('wenzhen.exportDirectives', exportDirectives),
  );
}

/** @returns undefined when dismissed */
async function chooseFormat(): Promise<Format | undefined> {
  const formats: readonly (vscode.QuickPickItem & { readonly format: Format })[] = [
    { label: 'CSV', format: 'csv' },
    { label: 'JSON', format: 'json' },
    { label: 'Markdown', format: 'markdown' },
  ];
  return (await vscode.window.showQuickPick(formats, { title: vscode.l10n.t('Export directives as') }))?.format;
}

/** The texts of files, as they stand in the editor where they are open. Files that are not UTF-8 are left out. */
async function textsOf(uris: readonly vscode.Uri[]): Promise<ArticleText[]> {
  const texts: ArticleText[] = [];
  for (const uri of uris) {
    const text = openDocument(uri)?.getText() ?? decodeUtf8(await vscode.workspace.fs.readFile(uri));
    if (text !== null) texts.push({ uri: uri.toString(), text });
  }
  return texts;
}
