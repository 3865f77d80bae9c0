/** Entry point in a browser: the server is a worker, which gets its data files from here because it has no disk. */
import * as vscode from 'vscode';
import { writeThrough } from './files';
import type { Host } from './host';
import type { Requests } from '../../protocol/messages';
import { start, type Exports } from './start';

/** The data files that every server needs. They are named here because the files of an extension on a web server cannot be listed. */
const RESOURCES = ['characters.bin', 'words.bin', 'pinyin.bin'];

/** The request by which the server asks for any other of its files. */
const RESOURCE = 'wenzhen/resource';

const host: Host = {
  async createClient(context, options) {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    const folder = vscode.Uri.joinPath(context.extensionUri, 'server/dist');
    const worker = new Worker(vscode.Uri.joinPath(folder, 'browser/server.js').toString(true));
    const files = await Promise.all(
      RESOURCES.map(async name => [name, await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, 'data', name))] as const),
    );
    worker.postMessage({ wenzhenResources: Object.fromEntries(files) });
    const client = new LanguageClient('wenzhen', 'Wenzhen 文诊', worker, options);
    client.onRequest(
      RESOURCE,
      async ({ name }: Requests[typeof RESOURCE][0]): Promise<Requests[typeof RESOURCE][1]> =>
        new Uint8Array(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name))),
    );
    return client;
  },
  writeAtomically: writeThrough,
  holdBack: () => Promise.resolve(undefined),
};

/** Called by the editor when the first article or text file is opened. */
export function activate(context: vscode.ExtensionContext): Exports {
  return start(context, host);
}
