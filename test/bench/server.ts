/** The language server as a process: how long until it answers, and how much memory it holds. */
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { mainThreadTimeOf, memoryOf, processorTimeOf } from '../proc';
import { StreamMessageReader, StreamMessageWriter, createMessageConnection, type MessageConnection } from 'vscode-languageserver/node';

const MAIN = path.join(__dirname, '../../server/dist/main.js');

/** A running server. Figures of the process are NaN where `/proc` is not there. */
export interface Session {
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
  /** Milliseconds from spawn to the answer to `initialize`. */
  readonly ready: number;
  open(uri: string, text: string): Promise<void>;
  diagnostics(uri: string): Promise<unknown>;
  /** Resident memory in MB, now or at its highest. */
  memory(which?: 'now' | 'peak'): number;
  /** Seconds of processor time so far, of all threads. */
  processor(): number;
  /** Milliseconds of processor time so far, of the thread that answers: unlike the clock it does not count what other programs do. */
  busy(): number;
  /**
   * The longest time since the last call, in milliseconds of processor time, for which the thread that answers worked
   * without a turn for others; 0 unless it is watched.
   */
  longestBlock(): number;
  close(): Promise<void>;
}

/**
 * Starts the built server and initialises it.
 * @param folder URI of a folder to index, and the storage folder of the index
 * @param watched whether to measure `longestBlock`, which costs a little
 */
export async function startServer(folder?: { readonly uri: string; readonly storage: string }, watched = false): Promise<Session> {
  const started = performance.now();
  const child = spawn(process.execPath, [...(watched ? ['--require', path.join(__dirname, 'blocks.cjs')] : []), MAIN, '--stdio'], {
    stdio: ['pipe', 'pipe', 'ignore', 'pipe'],
  });
  let longest = 0;
  createInterface({ input: child.stdio[3] as Readable }).on('line', line => {
    longest = Math.max(longest, Number(line));
  });
  const connection = createMessageConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
  connection.onRequest('workspace/configuration', (params: { items: unknown[] }) => params.items.map(() => null));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: folder?.uri ?? null,
    initializationOptions: { storage: folder?.storage },
    capabilities: {
      window: { workDoneProgress: true },
      textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
    },
  });
  const ready = performance.now() - started;
  await connection.sendNotification('initialized', {});
  return {
    process: child,
    connection,
    ready,
    busy: () => mainThreadTimeOf(child.pid),
    open: (uri, text) =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'article', version: 1, text } }),
    diagnostics: uri => connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }),
    memory: which => memoryOf(child.pid, which),
    processor: () => processorTimeOf(child.pid),
    longestBlock: () => {
      const block = longest;
      longest = 0;
      return block;
    },
    close: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await new Promise(resolve => child.once('exit', resolve));
      connection.dispose();
    },
  };
}

/** Whether there is a server to start. */
export function serverBuilt(): boolean {
  return fs.existsSync(MAIN);
}
