/** Commands over many files: plan with progress, choose from the list with its differences, write with backups, report, undo. */
import * as vscode from 'vscode';
import type { Dialogs } from '../dialogs';
import { reasonOf } from '../errors';
import { openDocument, shortPath } from '../files';
import { describeFailures, type FileChange, type RunHistory } from './history';

/** What is to be done to a file: a change with its summary and the texts before and after it, or the reason why the file is left alone. */
export type Plan =
  | (FileChange & { readonly summary: string; readonly texts: readonly [string, string] })
  | { readonly uri: vscode.Uri; readonly leftAlone: string };

/** A command over many files. */
export interface Batch {
  /** Such as “Repair”; stands in the title of everything that is shown. */
  readonly title: string;
  /** The message when no file needs a change. */
  readonly nothing: string;
  readonly files: (token: vscode.CancellationToken) => Promise<readonly vscode.Uri[]>;
  /** What to do to a file; undefined when it is right as it is. */
  readonly plan: (uri: vscode.Uri, token: vscode.CancellationToken) => Promise<Plan | undefined>;
  /** false writes without asking, for keybindings and tasks that want that. */
  readonly confirm?: boolean;
}

type Change = Extract<Plan, FileChange>;
type LeftAlone = Exclude<Plan, FileChange>;

/** URI scheme of the documents on both sides of a difference. */
const SCHEME = 'wenzhen-batch';

/** Runs batches and takes the latest one back. */
export class BatchRunner implements vscode.Disposable {
  readonly #history: RunHistory;
  readonly #log: vscode.LogOutputChannel;
  readonly #dialogs: Dialogs;
  /** Contents of the documents with the scheme above, by URI, while they are open. */
  readonly #sides = new Map<string, string>();
  readonly #listeners: vscode.Disposable;

  constructor(history: RunHistory, log: vscode.LogOutputChannel, dialogs: Dialogs) {
    this.#history = history;
    this.#log = log;
    this.#dialogs = dialogs;
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
        provideTextDocumentContent: uri => this.#sides.get(uri.toString()) ?? '',
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#sides.delete(uri.toString())),
    );
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  /** Runs a batch to its end. @returns the files that were written; empty when cancelled or when there was nothing to do */
  async run(batch: Batch): Promise<readonly vscode.Uri[]> {
    if (!mayWrite()) return [];
    const plans = await this.#plan(batch);
    if (!plans) return [];
    const changes = plans.filter((plan): plan is Change => 'after' in plan);
    const left = plans.flatMap(plan => ('leftAlone' in plan ? [plan] : []));
    for (const { uri, leftAlone } of left) this.#log.info(`${batch.title}: ${shortPath(uri)}: ${leftAlone}`);
    if (changes.length === 0) {
      this.#report(left.length ? vscode.l10n.t('{0} Left alone: {1}.', batch.nothing, left.length) : batch.nothing, left);
      return [];
    }
    const chosen = batch.confirm === false ? changes : await this.#choose(batch.title, changes, left);
    if (!chosen?.length) return [];
    const { done, failed } = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: batch.title, cancellable: true },
      (progress, token) =>
        this.#history.write(
          batch.title,
          chosen,
          uri => progress.report({ message: shortPath(uri), increment: 100 / chosen.length }),
          token,
        ),
    );
    for (const change of chosen) if (change.encodings && done.includes(change.uri)) await reopen(change.uri, change.encodings[1]);
    if (failed.length) this.#log.warn(describeFailures(failed));
    const untouched = [...left, ...failed.map(({ uri, reason }) => ({ uri, leftAlone: reason }))];
    const message = untouched.length
      ? vscode.l10n.t('{0}: {1} written, {2} left alone.', batch.title, done.length, untouched.length)
      : vscode.l10n.t('{0}: {1} written.', batch.title, done.length);
    this.#report(message, untouched, done.length > 0);
    return done;
  }

  /** Takes back the latest run. @returns how many files got their old bytes back */
  async undoLast(): Promise<number> {
    if (!mayWrite()) return 0;
    const outcome = await this.#history.undoLast();
    if (!outcome) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no folder repair or conversion to undo.'));
      return 0;
    }
    for (const uri of outcome.done) {
      const encoding = outcome.encodings.get(uri.toString());
      if (encoding) await reopen(uri, encoding);
    }
    if (outcome.failed.length) this.#log.warn(describeFailures(outcome.failed));
    this.#report(
      outcome.failed.length
        ? vscode.l10n.t('{0} undone: {1} restored, {2} left as they are.', outcome.title, outcome.done.length, outcome.failed.length)
        : vscode.l10n.t('{0} undone: {1} restored.', outcome.title, outcome.done.length),
      outcome.failed.map(({ uri, reason }) => ({ uri, leftAlone: reason })),
    );
    return outcome.done.length;
  }

  /** @returns undefined when cancelled */
  #plan(batch: Batch): Thenable<Plan[] | undefined> {
    return vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: batch.title, cancellable: true },
      async (progress, token) => {
        const uris = await batch.files(token);
        const plans: Plan[] = [];
        for (const uri of uris) {
          if (token.isCancellationRequested) return undefined;
          progress.report({ message: shortPath(uri), increment: 100 / uris.length });
          try {
            const plan = openDocument(uri)?.isDirty
              ? { uri, leftAlone: vscode.l10n.t('it has unsaved changes') }
              : await batch.plan(uri, token);
            if (plan) plans.push(plan);
          } catch (error) {
            plans.push({ uri, leftAlone: reasonOf(error) });
          }
        }
        return plans;
      },
    );
  }

  /** The list of what would change, all chosen at first. @returns undefined when dismissed */
  async #choose(title: string, changes: readonly Change[], left: readonly LeftAlone[]): Promise<readonly Change[] | undefined> {
    const showOne: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('diff'), tooltip: vscode.l10n.t('Show changes') };
    const showAll: vscode.QuickInputButton = {
      iconPath: new vscode.ThemeIcon('diff-multiple'),
      tooltip: vscode.l10n.t('Show all changes'),
    };
    const showLeft: vscode.QuickInputButton = {
      iconPath: new vscode.ThemeIcon('info'),
      tooltip: vscode.l10n.t('Show which files are left alone, and why'),
    };
    const items = changes.map(change => ({ label: shortPath(change.uri), detail: change.summary, buttons: [showOne], change }));
    const pick = vscode.window.createQuickPick<(typeof items)[number]>();
    pick.title = left.length
      ? vscode.l10n.t('{0}: {1} to change, {2} left alone', title, changes.length, left.length)
      : vscode.l10n.t('{0}: {1} to change', title, changes.length);
    pick.placeholder = vscode.l10n.t('Choose the files to write. The old files are kept and can be restored.');
    pick.canSelectMany = true;
    pick.ignoreFocusOut = true;
    pick.matchOnDetail = true;
    pick.items = items;
    pick.selectedItems = items;
    pick.buttons = left.length ? [showAll, showLeft] : [showAll];
    const listeners = [
      pick.onDidTriggerItemButton(({ item }) => {
        const [before, after] = this.#open(item.change);
        void vscode.commands.executeCommand('vscode.diff', before, after, item.label, { preserveFocus: true });
      }),
      pick.onDidTriggerButton(
        button =>
          void (button === showLeft
            ? this.#showLeft(title, left)
            : vscode.commands.executeCommand(
                'vscode.changes',
                title,
                changes.map(change => [change.uri, ...this.#open(change)]),
              )),
      ),
    ];
    try {
      return await new Promise(resolve => {
        pick.onDidAccept(() => {
          resolve(pick.selectedItems.map(item => item.change));
          pick.hide();
        });
        pick.onDidHide(() => resolve(undefined));
        pick.show();
      });
    } finally {
      for (const listener of listeners) listener.dispose();
      pick.dispose();
    }
  }

  /** The two sides of a change as documents. */
  #open({ uri, texts }: Change): [vscode.Uri, vscode.Uri] {
    const side = (query: string, text: string) => {
      const at = uri.with({ scheme: SCHEME, query });
      this.#sides.set(at.toString(), text);
      return at;
    };
    return [side('before', texts[0]), side('after', texts[1])];
  }

  /** A list of the files that are left alone, with the reason of each. */
  async #showLeft(title: string, left: readonly LeftAlone[]): Promise<void> {
    const at = vscode.Uri.from({ scheme: SCHEME, path: `/${vscode.l10n.t('{0}: left alone', title)}.txt`, query: String(Date.now()) });
    this.#sides.set(at.toString(), left.map(({ uri, leftAlone }) => `${shortPath(uri)}: ${leftAlone}`).join('\n'));
    await vscode.window.showTextDocument(at, { preview: true, preserveFocus: true });
  }

  #report(message: string, left: readonly LeftAlone[], withUndo = false): void {
    const undo = vscode.l10n.t('Undo');
    const why = vscode.l10n.t('Show Why');
    void this.#dialogs
      .ask({ kind: 'information', message, choices: [...(withUndo ? [undo] : []), ...(left.length ? [why] : [])] })
      .then(answer => {
        if (answer === undo) void this.undoLast();
        if (answer === why) void this.#showLeft(message, left);
      });
  }
}

/** Whether files may be rewritten; if not, tells the user why. */
function mayWrite(): boolean {
  if (!vscode.workspace.isTrusted)
    void vscode.window.showWarningMessage(vscode.l10n.t('This folder is not trusted: Wenzhen only reads in it.'));
  return vscode.workspace.isTrusted;
}

/** Reads an open document again after the encoding of its file was changed. */
async function reopen(uri: vscode.Uri, encoding: string): Promise<void> {
  if (openDocument(uri)) await vscode.workspace.openTextDocument(uri, { encoding });
}
