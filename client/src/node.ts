/** Entry point on the desktop and on a remote machine: the server is a process of its own. */
import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import writeFileAtomic from 'write-file-atomic';
import type { Host } from './host';
import { start } from './start';

const host: Host = {
  async createClient(context, options) {
    const module = context.asAbsolutePath('server/dist/main.js');
    return new LanguageClient('wenzhen', 'Wenzhen 文诊', { module, transport: TransportKind.ipc }, options);
  },
  async writeAtomically(uri, bytes) {
    if (uri.scheme !== 'file') return vscode.workspace.fs.writeFile(uri, bytes);
    // A rename would replace a read-only file without asking.
    const before = await stat(uri.fsPath).catch(() => undefined);
    if (before && !(before.mode & 0o200)) throw new Error(vscode.l10n.t('{0} is read-only', vscode.workspace.asRelativePath(uri)));
    await writeFileAtomic(uri.fsPath, Buffer.from(bytes));
  },
};

/** Called by the editor when the first article or text file is opened. */
export function activate(context: vscode.ExtensionContext): Promise<void> {
  return start(context, host);
}
