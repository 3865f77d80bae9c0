/** Repair of all article and text files of a folder or a selection in the Explorer. */
import * as vscode from 'vscode';
import { articleFiles, decodeUtf8 } from '../files';
import type { ClientContext } from '../context';
import { applyOffsets } from './file';

/** Registers `wenzhen.repairFolder`. Its arguments are those of an Explorer command, then `{ confirm: false }` to write without asking. */
export function registerFolderRepair({ server, batches }: ClientContext): vscode.Disposable {
  return vscode.commands.registerCommand(
    'wenzhen.repairFolder',
    async (clicked?: vscode.Uri, selected?: vscode.Uri[], options?: { confirm?: boolean }) => {
      const roots = selected?.length ? selected : clicked ? [clicked] : await chooseFolder();
      if (!roots?.length) return [];
      return batches.run({
        title: vscode.l10n.t('Repair'),
        nothing: vscode.l10n.t('There is nothing to repair.'),
        confirm: options?.confirm,
        files: token => articleFiles(roots, token),
        async plan(uri, token) {
          const before = await vscode.workspace.fs.readFile(uri);
          const text = decodeUtf8(before);
          if (text === null) return { uri, leftAlone: vscode.l10n.t('it is not UTF-8; convert it first') };
          const accept = vscode.workspace.getConfiguration('wenzhen', uri).get<'proven' | 'likely'>('repair.accept');
          const { edits, kinds, remaining } = await server.request('wenzhen/repair', { uri: uri.toString(), text, accept }, token);
          if (edits.length === 0)
            return remaining ? { uri, leftAlone: vscode.l10n.t('problems without a certain repair: {0}', remaining) } : undefined;
          const repaired = applyOffsets(text, edits);
          const summary = kinds.map(({ name, count }) => `${name} ${count}`).join(' · ');
          return { uri, before, after: new TextEncoder().encode(repaired), texts: [text, repaired], summary };
        },
      });
    },
  );
}

/** The folder to work on when none was clicked: the only one, or one of several by choice. */
async function chooseFolder(): Promise<vscode.Uri[] | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0];
  return folder && [folder.uri];
}
