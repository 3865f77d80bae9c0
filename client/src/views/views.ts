/** The activity-bar container: officials by organisation, slogans by field, with search, copy and export. */
import * as vscode from 'vscode';
import type { CollectionOfficial } from '../../../protocol/messages';
import type { ClientContext } from '../context';
import { articleRows, CollectionTree, showMention, type Row } from './collectionTree';
import { fieldName, fieldRank } from './fieldNames';
import { exportTable } from './table';

/** From when to when articles have somebody in an office, as far as they tell: `2018-03-12`, `2018-03-12 – 2020-01-15`, `– 2020-01-15`. */
function period({ date, left }: CollectionOfficial['titles'][number]): string {
  return left === undefined ? (date ?? '') : [date ?? '', left].join(' – ').trim();
}

/** Registers the views `wenzhen.officials` and `wenzhen.slogans` and their commands. */
export function registerViews(context: ClientContext): vscode.Disposable {
  const { server } = context;
  const officials = async (): Promise<Row[]> =>
    (await server.request('wenzhen/officials', {})).groups.map(({ organisation, officials }) => ({
      label: organisation || vscode.l10n.t('No organisation given'),
      description: String(officials.length),
      icon: 'organization',
      children: officials.map(({ name, titles, articles }) => ({
        label: name,
        description: (titles.findLast(({ left }) => left === undefined) ?? titles.at(-1))?.title,
        tooltip: titles.map(held => [held.title, period(held) && `(${period(held)})`].filter(Boolean).join(' ')).join('\n'),
        icon: 'person',
        context: 'wenzhen.entry',
        children: [...titles.map(held => ({ label: held.title, description: period(held), icon: 'briefcase' })), ...articleRows(articles)],
      })),
    }));
  const slogans = async (): Promise<Row[]> =>
    [...(await server.request('wenzhen/slogans', {})).groups]
      .sort((a, b) => fieldRank(a.field) - fieldRank(b.field))
      .map(({ field, slogans }) => ({
        label: fieldName(field),
        description: String(slogans.length),
        icon: 'tag',
        children: slogans.map(({ text, english, meaning, count, articles }) => ({
          label: text,
          description: `×${count}`,
          tooltip: [text, english, meaning].filter(Boolean).join('\n'),
          icon: 'quote',
          context: 'wenzhen.entry',
          children: articleRows(articles),
        })),
      }));
  const search = async (fetch: () => Promise<Row[]>, placeholder: string) => {
    const entries = (await fetch()).flatMap(group =>
      (group.children ?? []).map(row => ({ label: row.label, description: row.description, detail: group.label, row })),
    );
    const found = await vscode.window.showQuickPick(entries, { placeHolder: placeholder, matchOnDescription: true, matchOnDetail: true });
    if (!found) return;
    const articles = (found.row.children ?? [])
      .filter(row => row.target)
      .map(row => ({ label: row.label, description: row.description, row }));
    const article = articles.length > 1 ? await vscode.window.showQuickPick(articles, { title: found.label }) : articles[0];
    if (article) await showMention(article.row);
  };
  return vscode.Disposable.from(
    new CollectionTree(context, 'wenzhen.officials', officials),
    new CollectionTree(context, 'wenzhen.slogans', slogans),
    vscode.commands.registerCommand('wenzhen.showMention', showMention),
    vscode.commands.registerCommand('wenzhen.copyEntry', async (row: Row) => vscode.env.clipboard.writeText(row.label)),
    vscode.commands.registerCommand('wenzhen.searchOfficials', () => search(officials, vscode.l10n.t('Name, title or organisation'))),
    vscode.commands.registerCommand('wenzhen.searchSlogans', () => search(slogans, vscode.l10n.t('Slogan or field'))),
    vscode.commands.registerCommand('wenzhen.exportOfficials', async () =>
      exportTable(
        'officials',
        ['organisation', 'name', 'title', 'date', 'left', 'articles', 'mentions'],
        (await server.request('wenzhen/officials', {})).groups.flatMap(({ organisation, officials }) =>
          officials.flatMap(({ name, titles, articles }) =>
            (titles.length ? titles : [{ title: '', date: undefined, left: undefined }]).map(({ title, date, left }) => [
              organisation,
              name,
              title,
              date ?? '',
              left ?? '',
              articles.length,
              articles.reduce((sum, { mentions }) => sum + mentions, 0),
            ]),
          ),
        ),
      ),
    ),
    vscode.commands.registerCommand('wenzhen.exportSlogans', async () =>
      exportTable(
        'slogans',
        ['field', 'slogan', 'english', 'meaning', 'count', 'articles'],
        (await server.request('wenzhen/slogans', {})).groups.flatMap(({ field, slogans }) =>
          slogans.map(({ text, english, meaning, count, articles }) => [field, text, english ?? '', meaning ?? '', count, articles.length]),
        ),
      ),
    ),
  );
}
