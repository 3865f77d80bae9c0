/** Entry point on the desktop and on a remote machine: the server is a process of its own. */
import { stat, truncate, utimes } from 'node:fs/promises';
import * as vscode from 'vscode';
import { writeThrough } from './files';
import type { Host } from './host';
import { start, type Exports } from './start';

const host: Host = {
  async createClient(context, options) {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const module = context.asAbsolutePath('server/dist/main.js');
    return new LanguageClient('wenzhen', 'Wenzhen 文诊', { module, transport: TransportKind.ipc }, options);
  },
  async writeAtomically(uri, bytes) {
    if (uri.scheme !== 'file') return writeThrough(uri, bytes);
    // A rename would replace a read-only file without asking.
    const before = await stat(uri.fsPath).catch(() => undefined);
    if (before && !(before.mode & 0o200)) throw new Error(vscode.l10n.t('{0} is read-only', vscode.workspace.asRelativePath(uri)));
    const { default: writeFileAtomic } = await import('write-file-atomic');
    await writeFileAtomic(uri.fsPath, Buffer.from(bytes));
  },
  async holdBack({ scheme, fsPath }) {
    if (scheme !== 'file') return undefined;
    const { size, atimeMs, mtimeMs } = await stat(fsPath);
    // The editor compares time and size, and takes a file for changed only when it is both newer and of another size.
    await truncate(fsPath, size + 1);
    if (mtimeMs >= Date.now()) await utimes(fsPath, atimeMs / 1000, mtimeMs / 1000 + 1);
    return {
      async release() {
        if ((await stat(fsPath)).size !== size + 1) return; // somebody else has written it
        await truncate(fsPath, size);
        await utimes(fsPath, atimeMs / 1000, mtimeMs / 1000);
      },
    };
  },
};

/** Called by the editor when the first article or text file is opened. */
export function activate(context: vscode.ExtensionContext): Exports {
  return start(context, host);
}
