/** The language status item: the encoding of the active document, how sure that is, and how long the last check took. */
import * as vscode from 'vscode';
import type { UndecodedFiles } from './encoding/detection';
import { remedy } from './encoding/reopen';
import { encodingLabel } from './encoding/names';
import type { StatusParams } from '../../protocol/messages';
import type { ClientContext } from './context';

/** Context key that is true while the active document is served; menus and keys depend on it. */
const SERVED = 'wenzhen.served';

/** Shows the status of whatever document is active, and keeps the context key `wenzhen.served` up to date. */
export function registerStatus({ server, selector }: ClientContext, files: UndecodedFiles): vscode.Disposable {
  const reports = new Map<string, StatusParams>();
  const item = vscode.languages.createLanguageStatusItem('wenzhen.status', selector);
  item.name = 'Wenzhen 文诊';
  const show = () => {
    const document = vscode.window.activeTextEditor?.document;
    const report = document && reports.get(document.uri.toString());
    const served = !!document && vscode.languages.match(selector, document) > 0 && (document.languageId === 'article' || !!report?.served);
    void vscode.commands.executeCommand('setContext', SERVED, served);
    if (!document) return;
    const undecoded = files.get(document.uri);
    const confidence = undecoded?.confidence ?? files.confidence(document.uri);
    const encoding = encodingLabel(undecoded?.encoding ?? document.encoding);
    const sure = confidence === undefined ? encoding : vscode.l10n.t('{0}, {1}% sure', encoding, Math.floor(confidence * 100));
    item.busy = served && !report && !undecoded;
    item.severity = undecoded ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    item.text = undecoded ? vscode.l10n.t('{0}, but read as {1}', sure, encodingLabel(document.encoding)) : sure;
    item.detail =
      undecoded || !report
        ? undefined
        : !report.served
          ? vscode.l10n.t('not an article')
          : vscode.l10n.t('checked in {0} ms', report.latency < 10 ? report.latency.toFixed(1) : Math.round(report.latency));
    item.command = undecoded
      ? { command: 'wenzhen.reopenWithEncoding', title: remedy(undecoded.encoding), arguments: [document.uri, undecoded.encoding] }
      : { command: 'wenzhen.showLog', title: vscode.l10n.t('Show Log') };
  };
  show();
  return vscode.Disposable.from(
    item,
    server.onNotification('wenzhen/status', report => {
      reports.set(report.uri, report);
      show();
    }),
    files.onDidChange(show),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidChangeTextDocument(show),
    vscode.workspace.onDidCloseTextDocument(document => reports.delete(document.uri.toString())),
  );
}
