/** Starts the language server and everything in the editor that talks to it. */
import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../protocol/messages';
import type { ClientContext } from './context';
import { Dialogs } from './dialogs';
import { asError } from './errors';
import { registerConversion } from './encoding/convert';
import { UndecodedFiles } from './encoding/detection';
import { registerReopening } from './encoding/reopen';
import { registerSaveGuard } from './encoding/saveGuard';
import { registerDirectiveExport } from './export';
import type { Host } from './host';
import { registerNavigation } from './navigation';
import { BatchRunner } from './repair/batch';
import { registerFileRepair } from './repair/file';
import { registerFolderRepair } from './repair/folder';
import { RunHistory } from './repair/history';
import { Server } from './server';
import { registerStatus } from './status';
import { registerViews } from './views/views';

/** What the extension exports: its dialogs, so that tests can answer them. */
export interface Exports {
  readonly dialogs: Dialogs;
}

/** Activates the extension. The server starts afterwards; requests made before that wait for it. */
export function start(extension: vscode.ExtensionContext, host: Host): Exports {
  const log = vscode.window.createOutputChannel('Wenzhen 文诊', { log: true });
  const schemes = new Set([
    'file',
    'untitled',
    'vscode-vfs',
    ...(vscode.workspace.workspaceFolders ?? []).map(folder => folder.uri.scheme),
  ]);
  const selector = [...schemes].flatMap(scheme => [
    { language: 'article', scheme },
    { language: 'plaintext', scheme },
  ]);
  const initializationOptions: InitializationOptions = {
    locale: vscode.env.language,
    settings: vscode.workspace.getConfiguration().get('wenzhen'),
    tellsEncodings: true,
    storage: extension.storageUri?.scheme === 'file' ? extension.storageUri.fsPath : undefined,
  };
  const options: LanguageClientOptions = {
    documentSelector: selector,
    outputChannel: log,
    initializationOptions,
    synchronize: { configurationSection: 'wenzhen' },
    diagnosticPullOptions: { onChange: true, onTabs: false },
    // Diagnostics wait until it is known whether the text was decoded correctly.
    middleware: {
      async provideDiagnostics(document, previous, token, next) {
        await undecoded.settled('uri' in document ? document.uri : document);
        return next(document, previous, token);
      },
    },
    // Article text is hostile: nothing in a hover may run a command.
    markdown: { isTrusted: false, supportHtml: false },
  };
  const server = new Server(() => host.createClient(extension, options));
  const history = new RunHistory(extension.storageUri ?? extension.globalStorageUri, host);
  const dialogs = new Dialogs();
  const context: ClientContext = { extension, host, server, selector, log, dialogs, batches: new BatchRunner(history, log, dialogs) };
  const undecoded = new UndecodedFiles(context);
  extension.subscriptions.push(
    log,
    server,
    context.batches,
    undecoded,
    registerReopening(context, undecoded),
    registerSaveGuard(context, undecoded),
    registerConversion(context, undecoded),
    registerStatus(context, undecoded),
    registerNavigation(context),
    registerFileRepair(context),
    registerFolderRepair(context),
    registerDirectiveExport(context),
    registerViews(context),
    vscode.commands.registerCommand('wenzhen.undoBatch', () => context.batches.undoLast()),
    vscode.commands.registerCommand('wenzhen.restartServer', () => server.restart()),
    vscode.commands.registerCommand('wenzhen.showLog', () => log.show()),
  );
  void server.start().catch((error: unknown) => log.error(asError(error)));
  return { dialogs };
}
