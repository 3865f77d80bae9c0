/** The first exchange with a client: what the server offers is told before all that it takes to do so is loaded. */
import { TextDocumentSyncKind, type Connection, type InitializeParams, type ServerCapabilities } from 'vscode-languageserver';
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

/**
 * Waits for a client and starts the server for it.
 * @param start called once, with what the client said, when it says `initialized`: no other message comes before
 * @param load what can be done while the client takes in the answer
 */
export function awaitClient(connection: Connection, start: (params: InitializeParams) => void, load: () => void = () => {}): void {
  connection.onInitialize(params => {
    let started = false;
    connection.onInitialized(() => {
      if (!started) start(params);
      started = true;
    });
    setTimeout(load, 0);
    return { serverInfo: { name: 'wenzhen-language-server', version }, capabilities: CAPABILITIES };
  });
  connection.listen();
}
