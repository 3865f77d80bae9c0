/** The server in a browser worker. The client's first message brings the data files; all later ones belong to the protocol. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { ResourceName } from '../base/resources';
import { awaitClient, CONNECTION_OPTIONS } from './initialize';
import { resource } from './protocol';
import type { Runtime } from './runtime';
import { WasmSegmenter } from './segmenter/wasmSegmenter';
import { startServer } from './server';

interface ResourcesMessage {
  readonly wenzhenResources: Partial<Record<ResourceName, Uint8Array>>;
}

declare const self: DedicatedWorkerGlobalScope;

self.addEventListener(
  'message',
  ({ data }: MessageEvent<ResourcesMessage>) => {
    const files = data.wenzhenResources;
    const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), CONNECTION_OPTIONS);
    const runtime: Runtime = {
      resources: {
        read: name => {
          const bytes = files[name];
          if (!bytes) throw new Error(`the client did not send the data file ${name}`);
          return bytes;
        },
      },
      readFile: () => Promise.resolve(undefined),
      listArticles: async function* () {},
      store: () => Promise.resolve(),
      restore: async function* () {},
      segmenter: new WasmSegmenter(() => connection.sendRequest(resource, { name: 'jieba_rs_wasm_bg.wasm' })),
      yield: () => new Promise(resolve => setTimeout(resolve, 0)),
    };
    awaitClient(connection, params => startServer(connection, runtime, params));
  },
  { once: true },
);
