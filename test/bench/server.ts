/** The language server as a process: how long until it answers, and how much memory it holds. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { StreamMessageReader, StreamMessageWriter, createMessageConnection, type MessageConnection } from 'vscode-languageserver/node';

const MAIN = path.join(__dirname, '../../server/dist/main.js');

export interface Session {
  readonly process: ChildProcessWithoutNullStreams;
  readonly connection: MessageConnection;
  /** Milliseconds from spawn to the answer to `initialize`. */
  readonly ready: number;
  open(uri: string, text: string): Promise<void>;
  diagnostics(uri: string): Promise<unknown>;
  /** Resident memory in MB; NaN where /proc is not there. */
  memory(): number;
  close(): Promise<void>;
}

/** Starts the built server and initialises it. */
export async function startServer(): Promise<Session> {
  const started = performance.now();
  const child = spawn(process.execPath, [MAIN, '--stdio']);
  child.stderr.resume();
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.onRequest('workspace/configuration', (params: { items: unknown[] }) => params.items.map(() => null));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: { textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true } } } });
  const ready = performance.now() - started;
  await connection.sendNotification('initialized', {});
  return {
    process: child, connection, ready,
    open: (uri, text) => connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'article', version: 1, text } }),
    diagnostics: uri => connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }),
    memory: () => {
      try {
        return Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
      } catch {
        return NaN;
      }
    },
    close: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await new Promise(resolve => child.once('exit', resolve));
      connection.dispose();
    },
  };
}

export function serverBuilt(): boolean {
  return fs.existsSync(MAIN);
}
