/** Export of what a view lists: a table in a new document, as CSV or JSON. */
import * as vscode from 'vscode';
import { openExport } from '../files';

type Cell = string | number;

/** Asks for the format and opens the table in a new document. Does nothing when the question is dismissed. */
export async function exportTable(columns: readonly string[], rows: readonly (readonly Cell[])[]): Promise<void> {
  const format = await vscode.window.showQuickPick(
    [
      { label: 'CSV', language: 'csv', write: toCsv },
      { label: 'JSON', language: 'json', write: toJson },
    ],
    { title: vscode.l10n.t('Export as') },
  );
  if (!format) return;
  await openExport(format.write(columns, rows), format.language);
}

function toCsv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [columns, ...rows].map(row => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** RFC 4180; a cell that a spreadsheet would run as a formula gets an apostrophe in front. A date without its year, `--06-03`, is none. */
function csvCell(value: Cell): string {
  const isFormula = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) && !/^--\d\d-\d\d$/.test(value);
  const text = isFormula ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function toJson(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const records = rows.map(row => Object.fromEntries(columns.map((column, at) => [column, row[at]])));
  return `${JSON.stringify(records, undefined, 2)}\n`;
}
