/** `.wenzhen/people.csv`: people whom a folder's own file names, with their titles and places. */
import { foldForLookup } from '../language/script';
import { parseCsv } from './csv';
import type { KnownPerson } from './knowledge';
import type { KnowledgeError } from './knowledgeError';

/** Columns of people.csv, and what else each may be called; only `name` is needed. */
export const PEOPLE_COLUMNS = {
  name: ['姓名', '名字'],
  titles: ['职务', '头衔'],
  place: ['地方', '地区'],
  from: ['任职时间', '起'],
  to: ['离任时间', '止'],
  note: ['备注', '说明'],
} as const;

type Column = keyof typeof PEOPLE_COLUMNS;

/** By what a header calls it, folded, the column. */
const COLUMN_OF = new Map<string, Column>(
  (Object.keys(PEOPLE_COLUMNS) as Column[]).flatMap(column =>
    [column, ...PEOPLE_COLUMNS[column]].map(name => [foldForLookup(name), column]),
  ),
);

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/**
 * Reads people.csv: a header row naming the columns in English or Chinese, titles separated by ；or ;. Rows with mistakes are left out
 * and reported.
 */
export function readPeople(text: string): { readonly people: readonly KnownPerson[]; readonly errors: readonly KnowledgeError[] } {
  const [head, ...rows] = parseCsv(text);
  if (!head) return { people: [], errors: [] };
  const errors: KnowledgeError[] = [];
  const columns = head.cells.map(cell => COLUMN_OF.get(foldForLookup(cell.trim().toLowerCase())));
  columns.forEach((column, i) => {
    const called = head.cells[i]!.trim();
    if (column === undefined) errors.push({ line: head.line, message: 'unknown-column', detail: called });
    else if (columns.indexOf(column) < i) errors.push({ line: head.line, message: 'column-twice', detail: called });
  });
  if (!columns.includes('name')) return { people: [], errors: [...errors, { line: head.line, message: 'missing-column', detail: 'name' }] };
  const people: KnownPerson[] = [];
  for (const { line, cells, unclosed } of rows) {
    const cell = (column: Column): string => cells[columns.indexOf(column)]?.trim() ?? '';
    if (unclosed) {
      errors.push({ line, message: 'unclosed-quote', detail: '"' });
      continue;
    }
    if (cells.length > columns.length) {
      errors.push({ line, message: 'too-many-cells', detail: String(cells.length) });
      continue;
    }
    if (cell('name') === '') {
      errors.push({ line, message: 'missing-name', detail: '' });
      continue;
    }
    const wrong = (['from', 'to'] as const).find(column => cell(column) !== '' && !DATE.test(cell(column)));
    if (wrong) {
      errors.push({ line, message: 'bad-date', detail: cell(wrong) });
      continue;
    }
    people.push({
      name: cell('name'),
      titles: cell('titles')
        .split(/[;；]/)
        .map(title => title.trim())
        .filter(Boolean),
      place: foldForLookup(cell('place')),
      from: cell('from'),
      to: cell('to'),
      note: cell('note'),
    });
  }
  return { people, errors };
}
