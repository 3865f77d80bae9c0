/** The server on Node: over standard input and output, or over the editor's IPC channel. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeResources } from '../node/resources';
import { startServer } from './server';

// Without a word about the transport it is standard input and output, as other editors start it.
if (!process.argv.slice(2).some(arg => /^--(stdio|node-ipc|pipe|socket)/.test(arg))) process.argv.push('--stdio');

startServer(createConnection(ProposedFeatures.all), {
  resources: nodeResources(join(__dirname, 'data')),
  readFile: async uri => {
    try {
      return uri.startsWith('file:') ? await readFile(fileURLToPath(uri)) : undefined;
    } catch {
      return undefined;
    }
  },
  yield: () => new Promise(resolve => setImmediate(resolve)),
});
