/** The language server on any platform: what it does when a client has connected, and when files and settings change. */
import { CodeLensRefreshRequest, DidChangeConfigurationNotification, type Connection, type InitializeParams } from 'vscode-languageserver';
import { setLocale } from '../base/localise';
import { workspaceSymbols } from '../features/workspaceSymbols';
import { openLanguage } from '../language/language';
import { createArticleService } from '../service';

import { registerCollectionRequests } from './collectionRequests';
import { registerCustomRequests } from './customRequests';
import { DiagnosticReports } from './diagnosticReports';
import { Indexer } from './indexer';
import { registerLanguageFeatures } from './languageFeatures';
import { required } from './params';
import * as protocol from './protocol';
import type { Runtime } from './runtime';
import { Session } from './session';
import { TokenReports } from './tokenReports';

/** Milliseconds between the start and the reading of the workspace folders, so that the findings of the first document come first. */
const INDEX_DELAY = 1000;

/**
 * Serves one client until it sends `exit`; call when it has sent `initialized`. Data files are opened when the first document needs them.
 * @param params those of `initialize`
 */
export function startServer(connection: Connection, runtime: Runtime, params: InitializeParams): void {
  const language = openLanguage(runtime.resources);
  const session = new Session(connection, runtime, createArticleService(language), language, params);
  const reports = new DiagnosticReports(session);
  setLocale(session.options.locale ?? params.locale);

  /** Asks for new colours and hints, which editors keep until they are told. */
  const refreshDecorations = (): void => {
    const { semanticTokens, inlayHint } = params.capabilities.workspace ?? {};
    if (semanticTokens?.refreshSupport) void connection.languages.semanticTokens.refresh();
    if (inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
  };

  const indexer = new Indexer(session, () => {
    reports.refresh();
    refreshDecorations();
    if (params.capabilities.workspace?.codeLens?.refreshSupport) void connection.sendRequest(CodeLensRefreshRequest.type);
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    session.loadSettings((settings as { wenzhen?: unknown } | null)?.wenzhen);
    reports.refresh();
    refreshDecorations();
  });

  connection.onNotification(protocol.didChangeEncoding, ({ uri, encoding, undecoded }) => {
    session.open.setEncoding(uri, { opened: encoding, detected: null }, undecoded);
    reports.refresh();
    refreshDecorations();
  });

  session.documents.onDidClose(({ document }) => session.open.close(document.uri));
  connection.onShutdown(() => {
    session.end();
    indexer.stop();
  });
  reports.register();
  indexer.register();
  connection.onWorkspaceSymbol(params =>
    session.guard(async () => {
      const { query } = required(params, 'query');
      await indexer.settle();
      return workspaceSymbols(session.collection, query, session.romaniser);
    }),
  );
  registerLanguageFeatures(session);
  new TokenReports(session).register();
  registerCustomRequests(session);
  registerCollectionRequests(session);
  session.documents.listen(connection);

  if (session.options.settings === undefined) session.loadSettings();
  else session.adoptSettings(session.options.settings);
  setTimeout(() => void indexer.start(), INDEX_DELAY);
  if (params.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration)
    void connection.client.register(DidChangeConfigurationNotification.type, { section: 'wenzhen' });
}
