/** A bare JSON-RPC client over the server's standard input and output, as any editor would start it. */
import { spawn, type ChildProcess } from 'node:child_process';
import * as path from 'node:path';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter, type MessageConnection } from 'vscode-jsonrpc/node';

/** The bundled server; `npm run build` makes it. */
const SERVER = process.env['WENZHEN_SERVER'] ?? path.resolve('server/dist/main.js');

/** A client that pulls diagnostics and knows hierarchical symbols and fixes. */
export const PULLING = {
  textDocument: {
    diagnostic: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } },
  },
};

/** One running server and the connection to it. */
export class Client {
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
  readonly exit: Promise<number | null>;
  /** Notifications in the order in which they came. */
  readonly notifications: { method: string; params: any }[] = [];
  /** What the server asked for with `workspace/configuration`. */
  configurationRequests = 0;
  /** The section that is answered. */
  settings: unknown = null;

  constructor(args: readonly string[] = ['--stdio']) {
    this.process = spawn(process.execPath, [SERVER, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.exit = new Promise(resolve => this.process.on('exit', resolve));
    this.connection = createMessageConnection(new StreamMessageReader(this.process.stdout!), new StreamMessageWriter(this.process.stdin!));
    this.connection.onNotification((method, params) => {
      this.notifications.push({ method, params });
    });
    // The library keeps these for itself unless they are asked for by name.
    this.connection.onNotification('$/progress', params => {
      this.notifications.push({ method: '$/progress', params });
    });
    this.connection.onRequest((method: string, params: any) => {
      if (method !== 'workspace/configuration') return null;
      this.configurationRequests++;
      return params.items.map(() => this.settings);
    });
    this.connection.listen();
  }

  /** Initializes; gives the server's answer. */
  async start(capabilities: object = PULLING, options: object = {}): Promise<any> {
    const result = await this.ask('initialize', { processId: null, rootUri: null, capabilities, ...options });
    this.tell('initialized', {});
    return result;
  }

  ask(method: string, params?: object): Promise<any> {
    return this.connection.sendRequest(method, params);
  }

  tell(method: string, params: object): void {
    void this.connection.sendNotification(method, params);
  }

  open(uri: string, text: string, languageId = 'article', version = 1): void {
    this.tell('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  /** Resolves with the next notification of a kind that satisfies the condition, past ones included. */
  async heard(method: string, condition: (params: any) => boolean = () => true): Promise<any> {
    const deadline = Date.now() + 8000;
    for (;;) {
      const found = this.notifications.find(notification => notification.method === method && condition(notification.params));
      if (found) return found.params;
      if (Date.now() > deadline) throw new Error(`no ${method} within 8 s; heard ${this.notifications.map(n => n.method).join(', ')}`);
      await new Promise(resolve => setTimeout(resolve, 10));
    }
  }

  /** Shuts the server down; gives its exit code. */
  async stop(): Promise<number | null> {
    await this.ask('shutdown');
    this.tell('exit', {});
    const code = await Promise.race([this.exit, new Promise<null>(resolve => setTimeout(() => resolve(null), 5000))]);
    this.process.kill('SIGKILL');
    this.connection.dispose();
    return code;
  }
}

/** Resolves as soon as something is true. @throws Error when it is not within `seconds`: a slow machine needs some for an index */
export async function until(condition: () => Promise<boolean>, seconds = 40): Promise<void> {
  for (const deadline = Date.now() + 1000 * seconds; !(await condition());) {
    if (Date.now() > deadline) throw new Error(`it did not happen within ${seconds} s`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
