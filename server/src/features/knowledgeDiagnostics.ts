/** Mistakes in a folder's own files about people and phrases, as diagnostics of their lines. */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import { t } from '../base/localise';
import type { KnowledgeError, KnowledgeMistake } from '../workspace/knowledgeError';
import { PEOPLE_COLUMNS, readPeople } from '../workspace/peopleFile';
import { readSlogans } from '../workspace/slogansFile';

/** Path of the file about people inside a workspace folder. */
export const PEOPLE_FILE = '.wenzhen/people.csv';
/** Path of the file about set phrases inside a workspace folder. */
export const SLOGANS_FILE = '.wenzhen/slogans.json';

const WORDING: Readonly<Record<KnowledgeMistake, (detail: string) => string>> = {
  'unknown-column': detail => t('Unknown column “{0}”. Columns are: {1}', detail, columnNames()),
  'column-twice': detail => t('The column “{0}” stands twice; only the first counts', detail),
  'missing-column': detail => t('The column “{0}” is missing', detail),
  'missing-name': () => t('A person needs a name'),
  'bad-date': detail => t('“{0}” is not a date: write YYYY, YYYY-MM or YYYY-MM-DD', detail),
  'too-many-cells': () => t('This row has more cells than the header'),
  'unclosed-quote': detail => t('“{0}” is never closed', detail),
  'bad-json': () => t('This is not JSON'),
  'not-a-list': () => t('Expected a list of phrases, or an object with a list “slogans”'),
  'missing-phrase': () => t('An entry needs a “phrase” of two characters or more'),
  'wrong-type': detail => t('“{0}” has the wrong type', detail),
  'unknown-property': detail => t('Unknown property “{0}”', detail),
};

/** Mistakes beside which the rest of the file counts. */
const WARNINGS = new Set<KnowledgeMistake>(['unknown-column', 'column-twice', 'unknown-property']);

/** name (姓名), titles (职务)… */
function columnNames(): string {
  return Object.entries(PEOPLE_COLUMNS)
    .map(([column, [chinese]]) => `${column} (${chinese})`)
    .join(', ');
}

/**
 * The mistakes in a file.
 * @param uri its end says which of the two files it is
 * @returns an empty list when the file is right, or is neither of the two
 */
export function knowledgeDiagnostics(uri: string, text: string): Diagnostic[] {
  const errors = uri.endsWith(PEOPLE_FILE) ? readPeople(text).errors : uri.endsWith(SLOGANS_FILE) ? readSlogans(text).errors : [];
  return errors.map(error => diagnostic(error, text));
}

function diagnostic({ line, message, detail }: KnowledgeError, text: string): Diagnostic {
  const content = text.split(/\r?\n/)[line] ?? '';
  // Where the line holds what the message is about, that is pointed at.
  const at = detail === '' || message === 'too-many-cells' ? -1 : content.indexOf(detail);
  const [start, end] = at < 0 ? [0, content.length] : [at, at + detail.length];
  return {
    range: { start: { line, character: start }, end: { line, character: end } },
    message: WORDING[message](detail),
    source: 'wenzhen',
    severity: WARNINGS.has(message) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
  };
}
