/** The server on Node: over standard input and output, or over the editor's IPC channel. */
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { articleFiles } from '../node/articleFiles';
import type { BundleRequire } from '../node/bundles';
import { nodeResources } from '../node/resources';
import { awaitClient, CONNECTION_OPTIONS } from './initialize';
import type { Runtime } from './runtime';
import { ProcessSegmenter } from './segmenter/processSegmenter';

// Without an option for the transport, standard input and output are used: that is how many editors start a server.
if (!process.argv.slice(2).some(arg => /^--(?:stdio|node-ipc|pipe|socket)/.test(arg))) process.argv.push('--stdio');

const runtime: Runtime = {
  resources: nodeResources(join(__dirname, 'data')),
  readFile: async uri => {
    try {
      return uri.startsWith('file:') ? await readFile(URI.parse(uri).fsPath) : undefined;
    } catch {
      return undefined;
    }
  },
  listArticles: async function* (folderUri) {
    if (!folderUri.startsWith('file:')) return;
    // A folder that cannot be read has no articles.
    for await (const path of articleFiles(URI.parse(folderUri).fsPath, () => {})) yield URI.file(path).toString();
  },
  store: async (folder, name, pieces) => {
    const path = join(folder, name);
    const unfinished = `${path}.${process.pid}`;
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(unfinished, pieces);
      await rename(unfinished, path);
    } catch {
      // It will be made anew at the next start.
      await rm(unfinished, { force: true }).catch(() => {});
    }
  },
  restore: async function* (folder, name) {
    try {
      yield* createInterface({ input: createReadStream(join(folder, name)), crlfDelay: Infinity });
    } catch {
      // There is none yet.
    }
  },
  segmenter: new ProcessSegmenter(join(__dirname, 'segmenter.worker.js')),
  // Twice, because waiting messages are taken in one per turn.
  yield: () => new Promise(resolve => setImmediate(() => setImmediate(resolve))),
};

// A bundle of its own, loaded while the client handles the answer to `initialize`. `import` would not do: the server must be there, without
// waiting, when the next message comes.
// eslint-disable-next-line @typescript-eslint/no-require-imports -- see above
const server = (): typeof import('./server') => require('./server');
const connection = createConnection(ProposedFeatures.all, CONNECTION_OPTIONS);
awaitClient(connection, params => server().startServer(connection, runtime, params), [
  () => (require as BundleRequire).compile('./server.js'),
  server,
]);
