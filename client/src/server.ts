/**
 * The language server as the rest of the extension knows it: usable at once, although the library
 * that talks to it is loaded only after activation.
 */
import type * as vscode from 'vscode';
import type { BaseLanguageClient, State } from 'vscode-languageclient';
import type { Notifications, Requests } from '../../protocol/messages';

/**
 * `State.Running` as a plain value: importing the enumeration would load the language client, which is nine tenths of the extension's code.
 */
const RUNNING: State.Running = 2;

/** Starts the server and exchanges the messages of `protocol/messages.ts` with it. */
export class Server implements vscode.Disposable {
  readonly #client: Promise<BaseLanguageClient>;
  /** The client once it is there. */
  #loaded: BaseLanguageClient | undefined;
  #disposed = false;

  /** @param createClient called in a later turn of the event loop, so that activation need not wait for it */
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

  /** Calls `listener` for every notification of this method from the server. */
  onNotification<Method extends keyof Notifications>(method: Method, listener: (params: Notifications[Method]) => void): vscode.Disposable {
    return this.#onceLoaded(client => client.onNotification(method, listener));
  }

  /** Calls `listener` whenever the server has started, the first time and after every restart. */
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

  /**
   * Registers a listener as soon as the client is loaded, which is before it starts; one that
   * is disposed of before that is never registered.
   */
  #onceLoaded(register: (client: BaseLanguageClient) => vscode.Disposable): vscode.Disposable {
    let registration: vscode.Disposable | undefined;
    let wanted = true;
    // That a client cannot be loaded is reported by `start`.
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
