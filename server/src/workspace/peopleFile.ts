/** `.wenzhen/people.csv`: people whom a folder's own file names, with their titles and places. */
import { foldForLookup } from '../language/script';
import { parseCsv } from './csv';
import type { KnownPerson } from './knowledge';
import type { KnowledgeError } from './knowledgeError';

/** Columns of people.csv; only `name` is needed. */
export const PEOPLE_COLUMNS = ['name', 'titles', 'place', 'from', 'to', 'note'] as const;

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** Reads people.csv: a header row naming the columns, titles separated by ；or ;. Rows with mistakes are left out and reported. */
export function readPeople(text: string): { readonly people: readonly KnownPerson[]; readonly errors: readonly KnowledgeError[] } {
  const [head, ...rows] = parseCsv(text);
  if (!head) return { people: [], errors: [] };
  const errors: KnowledgeError[] = [];
  const columns = head.cells.map(cell => cell.trim().toLowerCase());
  for (const column of columns)
    if (!(PEOPLE_COLUMNS as readonly string[]).includes(column))
      errors.push({ line: head.line, message: 'unknown-column', detail: column });
  if (!columns.includes('name')) return { people: [], errors: [...errors, { line: head.line, message: 'missing-column', detail: 'name' }] };
  const people: KnownPerson[] = [];
  for (const { line, cells, unclosed } of rows) {
    const cell = (name: string): string => cells[columns.indexOf(name)]?.trim() ?? '';
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
    const wrong = ['from', 'to'].find(name => cell(name) !== '' && !DATE.test(cell(name)));
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
      note: cell('note'),
    });
  }
  return { people, errors };
}
