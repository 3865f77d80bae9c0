/** The language status item: encoding of the active document and how long its last check took. */
import * as vscode from 'vscode';
import { encodingLabel } from './encoding/names';
import { StatusNotification, type StatusParams } from './protocol';
import type { ClientContext } from './context';

/** Context key that is true while the active document is served; menus and keys depend on it. */
const SERVED = 'wenzhen.served';

/** Shows the status of whatever document is active, and keeps the context key `wenzhen.served` up to date. */
export function registerStatus({ client, selector }: ClientContext): vscode.Disposable {
  const reports = new Map<string, StatusParams>();
  const item = vscode.languages.createLanguageStatusItem('wenzhen.status', selector);
  item.name = 'Wenzhen 文诊';
  item.command = { command: 'wenzhen.showLog', title: vscode.l10n.t('Show Log') };

  const show = () => {
    const document = vscode.window.activeTextEditor?.document;
    const report = document && reports.get(document.uri.toString());
    const served = !!document && vscode.languages.match(selector, document) > 0 && (document.languageId === 'article' || !!report?.served);
    void vscode.commands.executeCommand('setContext', SERVED, served);
    item.busy = served && !report;
    item.text = document ? encodingLabel(document.encoding) : '';
    item.detail = !report ? undefined : !report.served ? vscode.l10n.t('not an article') : vscode.l10n.t('checked in {0} ms', report.latency < 10 ? report.latency.toFixed(1) : Math.round(report.latency));
  };
  show();
  return vscode.Disposable.from(
    item,
    client.onNotification(StatusNotification, report => { reports.set(report.uri, report); show(); }),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidChangeTextDocument(show),
    vscode.workspace.onDidCloseTextDocument(document => reports.delete(document.uri.toString())),
  );
}
