/** The language server as the rest of the extension knows it: there from the first moment, while what talks to it is loaded after activation. */
import type * as vscode from 'vscode';
import type { BaseLanguageClient, State } from 'vscode-languageclient';
import type { Notifications, Requests } from '../../protocol/messages';

/** As a plain value: the enumeration itself would load the language client, which is nine tenths of the extension's code. */
const RUNNING: State.Running = 2;

/** The way to the server beyond LSP; shapes and meanings of the messages stand in `protocol/messages.ts`. */
export class Server implements vscode.Disposable {
  readonly #client: Promise<BaseLanguageClient>;
  /** The client once it is there. */
  #loaded: BaseLanguageClient | undefined;
  #disposed = false;

  /** @param createClient called when the current turn is over, so that the editor need not wait for it */
  constructor(createClient: () => Promise<BaseLanguageClient>) {
    this.#client = new Promise<void>(resolve => {
      setTimeout(resolve, 0);
    })
      .then(createClient)
      .then(client => {
        if (this.#disposed) void client.dispose();
        return (this.#loaded = client);
      });
  }

  /** Starts the server process. @throws Error when it cannot be started */
  async start(): Promise<void> {
    await (await this.#client).start();
  }

  /** Ends the server process and starts another. */
  async restart(): Promise<void> {
    await (await this.#client).stop();
    await this.start();
  }

  /** Asks the server, as soon as it runs. @throws Error when it fails or `token` is cancelled */
  async request<Method extends keyof Requests>(
    method: Method,
    params: Requests[Method][0],
    token?: vscode.CancellationToken,
  ): Promise<Requests[Method][1]> {
    return (await this.#client).sendRequest<Requests[Method][1]>(method, params, token);
  }

  /** Tells the server something, as soon as it runs. */
  async notify<Method extends keyof Notifications>(method: Method, params: Notifications[Method]): Promise<void> {
    await (await this.#client).sendNotification(method, params);
  }

  /** Hears what the server tells. */
  onNotification<Method extends keyof Notifications>(method: Method, listener: (params: Notifications[Method]) => void): vscode.Disposable {
    return this.#onceLoaded(client => client.onNotification(method, listener));
  }

  /** Hears that the server runs: after its start, and after every start again. */
  onRunning(listener: () => void): vscode.Disposable {
    return this.#onceLoaded(client =>
      client.onDidChangeState(({ newState }) => {
        if (newState === RUNNING) listener();
      }),
    );
  }

  dispose(): void {
    this.#disposed = true;
    void this.#loaded?.dispose();
  }

  /** What a client is asked for once it is loaded, which is before it starts; whoever loses interest meanwhile is never registered. */
  #onceLoaded(register: (client: BaseLanguageClient) => vscode.Disposable): vscode.Disposable {
    let registration: vscode.Disposable | undefined;
    let wanted = true;
    // A client that cannot be loaded is told of where it is started.
    this.#client.then(
      client => {
        if (wanted) registration = register(client);
      },
      () => {},
    );
    return {
      dispose: () => {
        wanted = false;
        registration?.dispose();
      },
    };
  }
}
