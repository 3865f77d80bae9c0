/** The first exchange with a client: the server tells its capabilities before it loads what is behind them. */
import {
  ErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  type Connection,
  type ConnectionOptions,
  type InitializeParams,
  type Message,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { version } from '../../../package.json';
import { FIX_ALL, TOKEN_TYPES } from '../features/names';

const CAPABILITIES: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  diagnosticProvider: { identifier: 'wenzhen', interFileDependencies: false, workspaceDiagnostics: false },
  documentSymbolProvider: { label: 'Wenzhen' },
  workspaceSymbolProvider: true,
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  completionProvider: { triggerCharacters: ['、'] },
  codeLensProvider: {},
  codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] },
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  inlayHintProvider: true,
  semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] }, full: { delta: true }, range: true },
};

/** Treats null parameters as missing: the library answers missing ones with an error, but throws on null. */
export const CONNECTION_OPTIONS: ConnectionOptions = {
  messageStrategy: {
    handleMessage: (message: Message & { params?: unknown }, next) =>
      void next(message.params === null ? ({ ...message, params: undefined } as Message) : message),
  },
};

/**
 * Waits for a client and starts the server for it.
 * @param start called once, with the parameters of `initialize`, when the client sends `initialized`: no other message comes before
 * @param preparations what can be done while the client handles the answer, each in a turn of its own
 */
export function awaitClient(
  connection: Connection,
  start: (params: InitializeParams) => void,
  preparations: readonly (() => void)[] = [],
): void {
  let initialized = false;
  let started = false;
  // Requests that no other handler answers.
  connection.onRequest(method => {
    throw started
      ? new ResponseError(ErrorCodes.MethodNotFound, `Unhandled method ${method}`)
      : new ResponseError(ErrorCodes.ServerNotInitialized, 'the server is not initialized');
  });
  connection.onInitialize(params => {
    if (initialized) throw new ResponseError(ErrorCodes.InvalidRequest, 'the server is initialized already');
    initialized = true;
    connection.onInitialized(() => {
      if (!started) start(params);
      started = true;
    });
    inTurns(preparations);
    return { serverInfo: { name: 'wenzhen-language-server', version }, capabilities: CAPABILITIES };
  });
  connection.listen();
}

/** Timers that are due together run in one turn: each step sets the next. */
function inTurns([step, ...others]: readonly (() => void)[]): void {
  if (!step) return;
  setTimeout(() => {
    step();
    inTurns(others);
  }, 0);
}
