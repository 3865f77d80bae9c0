/** Export of what a view lists: a table in a new document, as CSV or JSON. */
import * as vscode from 'vscode';
import { csvRow } from '../../../protocol/csv';
import { openExport } from '../files';

type Cell = string | number;

/**
 * Asks for the format and opens the table in a new document. Does nothing when the question is dismissed.
 * @param name of the document, without its ending
 */
export async function exportTable(name: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): Promise<void> {
  const format = await vscode.window.showQuickPick(
    [
      { label: 'CSV', language: 'csv' as const, write: toCsv },
      { label: 'JSON', language: 'json' as const, write: toJson },
    ],
    { title: vscode.l10n.t('Export as') },
  );
  if (!format) return;
  await openExport(name, format.write(columns, rows), format.language);
}

function toCsv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [columns, ...rows].map(row => csvRow(row)).join('');
}

function toJson(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const records = rows.map(row => Object.fromEntries(columns.map((column, at) => [column, row[at]])));
  return `${JSON.stringify(records, undefined, 2)}\n`;
}
