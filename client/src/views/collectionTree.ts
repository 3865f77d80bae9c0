/** A view of the collection: groups, their entries, and for each entry what is known and the articles that mention it. */
import * as vscode from 'vscode';
import type { ArticleMention } from '../../../protocol/messages';
import type { ClientContext } from '../context';

/** A row of a view. Leaves have no children. */
export interface Row {
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly icon?: string;
  /** `wenzhen.entry` rows can be copied; `wenzhen.article` rows open a place. */
  readonly context?: 'wenzhen.entry' | 'wenzhen.article';
  readonly target?: ArticleMention;
  readonly children?: readonly Row[];
}

/** Least time in milliseconds between two updates of a view: an index that is being built changes many times a second. */
const UPDATE_INTERVAL = 1000;

/** Shows rows that are fetched when the view is first seen, and again when the index has changed. */
export class CollectionTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #fetch: () => Promise<readonly Row[]>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor({ server }: ClientContext, id: string, fetch: () => Promise<readonly Row[]>) {
    this.#fetch = fetch;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.window.createTreeView(id, { treeDataProvider: this, showCollapseAll: true }),
      server.onNotification('wenzhen/indexChanged', () => {
        this.#timer ??= setTimeout(() => {
          this.#timer = undefined;
          this.#changed.fire();
        }, UPDATE_INTERVAL);
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  async getChildren(row?: Row): Promise<Row[]> {
    return [...(row ? (row.children ?? []) : await this.#fetch())];
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const item = new vscode.TreeItem(
      row.label,
      row.children?.length ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
    );
    item.description = row.description;
    item.tooltip = row.tooltip;
    // Else a screen reader is told the tooltip in place of the row, which for an official is without the name.
    const told = [row.label, row.description ?? '', ...(row.tooltip ?? '').split('\n')];
    item.accessibilityInformation = { label: [...new Set(told.filter(Boolean))].join(', ') };
    item.contextValue = row.context;
    if (row.icon) item.iconPath = new vscode.ThemeIcon(row.icon);
    if (row.target) item.command = { command: 'wenzhen.showMention', title: vscode.l10n.t('Show in File'), arguments: [row] };
    return item;
  }
}

/** The rows of articles, newest first. */
export function articleRows(articles: readonly ArticleMention[]): Row[] {
  return [...articles]
    .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
    .map(article => ({
      label: article.title,
      description: [article.date, `×${article.mentions}`].filter(Boolean).join(' · '),
      tooltip: vscode.workspace.asRelativePath(vscode.Uri.parse(article.uri)),
      icon: 'file',
      context: 'wenzhen.article',
      target: article,
    }));
}

/** Opens the article of a row at its first mention. */
export async function showMention({ target }: Row): Promise<void> {
  if (!target) return;
  const { start, end } = target.range;
  await vscode.window.showTextDocument(vscode.Uri.parse(target.uri), {
    selection: new vscode.Range(start.line, start.character, end.line, end.character),
    preview: true,
  });
}
