/**
 * Ways through an article: to the next or previous directive, starting over at the end as “Go to
 * Next Problem” does; to all mentions of an official.
 */
import * as vscode from 'vscode';
import type { ClientContext } from './context';

/** Registers `wenzhen.nextDirective`, `wenzhen.previousDirective` and `wenzhen.showReferences`, which the server's code lenses call. */
export function registerNavigation({ server }: ClientContext): vscode.Disposable {
  const go = async (step: 1 | -1) => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    // Where the cursor was when the command was given: it may move while the server answers.
    const here = editor.selection.start;
    const directives = await server.request('wenzhen/directives', { textDocument: { uri: editor.document.uri.toString() } });
    if (directives.length === 0) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('No directives in this file'), 4000);
      return;
    }
    const starts = directives.map(item => new vscode.Position(item.selectionRange.start.line, item.selectionRange.start.character));
    const found = step > 0 ? starts.findIndex(start => start.isAfter(here)) : starts.findLastIndex(start => start.isBefore(here));
    const index = found >= 0 ? found : step > 0 ? 0 : starts.length - 1;
    const { end } = directives[index]!.selectionRange;
    editor.selection = new vscode.Selection(starts[index]!, new vscode.Position(end.line, end.character));
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    const { name, speaker } = directives[index]!;
    vscode.window.setStatusBarMessage(`${index + 1}/${directives.length} ${speaker ? `${speaker}: ` : ''}${name}`, 6000);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('wenzhen.nextDirective', () => go(1)),
    vscode.commands.registerCommand('wenzhen.previousDirective', () => go(-1)),
    vscode.commands.registerCommand(
      'wenzhen.showReferences',
      async (uri: string, { line, character }: { line: number; character: number }) => {
        const document = vscode.Uri.parse(uri);
        const position = new vscode.Position(line, character);
        const locations = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document, position);
        await vscode.commands.executeCommand('editor.action.showReferences', document, position, locations);
      },
    ),
  );
}
