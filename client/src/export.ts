/** The outline on the clipboard, and directives as a table: what leaves the editor. */
import * as vscode from 'vscode';
import { articleFiles, decodeUtf8 } from './files';
import type { ClientContext } from './context';

/** Registers `wenzhen.copyOutline` and `wenzhen.exportDirectives`. */
export function registerDirectiveExport({ server }: ClientContext): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('wenzhen.copyOutline', async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (!document) return;
      const markdown = await server.request('wenzhen/outlineMarkdown', { textDocument: { uri: document.uri.toString() } });
      await vscode.env.clipboard.writeText(markdown);
      vscode.window.setStatusBarMessage(vscode.l10n.t('Outline copied'), 4000);
    }),
    vscode.commands.registerCommand(
      'wenzhen.exportDirectives',
      async (clicked?: vscode.Uri, selected?: vscode.Uri[], as?: 'csv' | 'json' | 'markdown') => {
        const roots = selected?.length
          ? selected
          : [clicked ?? vscode.window.activeTextEditor?.document.uri].filter(uri => uri !== undefined);
        const format =
          as ??
          (
            await vscode.window.showQuickPick(
              [
                { label: 'CSV', format: 'csv' as const },
                { label: 'JSON', format: 'json' as const },
                { label: 'Markdown', format: 'markdown' as const },
              ],
              { title: vscode.l10n.t('Export directives as') },
            )
          )?.format;
        if (roots.length === 0 || !format) return;
        const content = await vscode.window.withProgress(
          { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Exporting directives'), cancellable: true },
          async (_, token) => {
            const documents = [];
            for (const uri of await articleFiles(roots, token)) {
              const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
              const text = open?.getText() ?? decodeUtf8(await vscode.workspace.fs.readFile(uri));
              if (text !== null) documents.push({ uri: uri.toString(), text });
            }
            return token.isCancellationRequested ? undefined : server.request('wenzhen/exportDirectives', { documents, format }, token);
          },
        );
        if (content === undefined) return;
        await vscode.window.showTextDocument(
          await vscode.workspace.openTextDocument({ content, language: format === 'csv' ? 'csv' : format }),
        );
      },
    ),
  );
}
