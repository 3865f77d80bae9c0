/** The language server, on whatever platform: what it offers, how it starts, and what it does when files and settings change. */
import { CodeLensRefreshRequest, DidChangeConfigurationNotification, TextDocumentSyncKind, type Connection, type InitializeResult } from 'vscode-languageserver';
import { version } from '../../../package.json';
import { setLocale } from '../base/localise';
import { workspaceSymbols } from '../features/workspaceSymbols';
import { openLanguage } from '../language/language';
import { createArticleService } from '../service';
import { Romaniser } from '../workspace/romanised';
import { registerCollectionRequests } from './collectionRequests';
import { registerCustomRequests } from './customRequests';
import { DiagnosticReports } from './diagnosticReports';
import { Indexer } from './indexer';
import { LANGUAGE_CAPABILITIES, registerLanguageFeatures } from './languageFeatures';
import * as protocol from './protocol';
import type { Runtime } from './runtime';
import { Session } from './session';

/** Milliseconds after the start before the workspace folders are read. */
const INDEX_DELAY = 1000;

/** Serves one client until it says `exit`. Tables are opened when the first document needs them. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const language = openLanguage(runtime.resources);
  const session = new Session(connection, runtime, createArticleService(language), language);
  const reports = new DiagnosticReports(session);

  /** Colours and hints that editors ask for once and keep. */
  const refreshDecorations = (): void => {
    const { semanticTokens, inlayHint } = session.params?.capabilities.workspace ?? {};
    if (semanticTokens?.refreshSupport) void connection.languages.semanticTokens.refresh();
    if (inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
  };

  const indexer = new Indexer(session, () => {
    reports.refresh();
    refreshDecorations();
    if (session.params?.capabilities.workspace?.codeLens?.refreshSupport) void connection.sendRequest(CodeLensRefreshRequest.type);
  });

  connection.onInitialize((params): InitializeResult => {
    session.params = params;
    setLocale(session.options.locale ?? params.locale);
    if (session.options.settings !== undefined) session.adoptSettings(session.options.settings);
    reports.initialize();
    return {
      serverInfo: { name: 'wenzhen-language-server', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        diagnosticProvider: { identifier: 'wenzhen', interFileDependencies: false, workspaceDiagnostics: false },
        workspaceSymbolProvider: true,
        ...LANGUAGE_CAPABILITIES,
      },
    };
  });

  connection.onInitialized(() => {
    if (session.options.settings === undefined) session.loadSettings();
    // The first document's findings go before the collection.
    setTimeout(() => void indexer.start(), INDEX_DELAY);
    if (session.params?.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) void connection.client.register(DidChangeConfigurationNotification.type, { section: 'wenzhen' });
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    session.loadSettings((settings as { wenzhen?: unknown } | null)?.wenzhen);
    reports.refresh();
    refreshDecorations();
  });

  connection.onNotification(protocol.didChangeEncoding, ({ uri, encoding, undecoded }) => {
    session.open.setEncoding(uri, { opened: encoding, detected: null, canReopen: true }, undecoded);
    reports.refresh();
    refreshDecorations();
  });

  session.documents.onDidClose(({ document }) => session.open.close(document.uri));
  reports.register();
  indexer.register();
  const romaniser = new Romaniser(session.language.pinyin);
  connection.onWorkspaceSymbol(async ({ query }) => session.guard(async () => {
    await indexer.settle();
    return workspaceSymbols(session.collection, query, romaniser);
  }));
  registerLanguageFeatures(session);
  registerCustomRequests(session);
  registerCollectionRequests(session);
  session.documents.listen(connection);
  connection.listen();
}
