/**
 * What a folder's own files say: `.wenzhen/people.csv` (name, titles, place, from, to, note) and `.wenzhen/slogans.json`
 * (schema: server/data/slogans.schema.json). Both add and correct; errors point at the line.
 */
import { addToGroup } from '../base/groups';
import { foldForLookup } from '../language/script';
import type { SloganEntry } from '../slogans/slogan';
import { parseCsv } from './csv';

/** A mistake in a user's file. */
export interface KnowledgeError {
  /** From 0. */
  readonly line: number;
  readonly message: KnowledgeMistake;
  /** What the message is about: a column, a cell, a property. */
  readonly detail: string;
}

/** Kinds of mistakes; `features/knowledgeDiagnostics.ts` puts them into words. */
export type KnowledgeMistake =
  | 'unknown-column'
  | 'missing-column'
  | 'missing-name'
  | 'bad-date'
  | 'too-many-cells'
  | 'unclosed-quote'
  | 'bad-json'
  | 'not-a-list'
  | 'missing-phrase'
  | 'wrong-type'
  | 'unknown-property';

/** Columns of people.csv; only `name` is needed. */
export const PEOPLE_COLUMNS = ['name', 'titles', 'place', 'from', 'to', 'note'] as const;

interface KnownPerson {
  readonly name: string;
  readonly titles: readonly string[];
  readonly place: string;
  readonly from: string;
  readonly note: string;
}

/** People and phrases that the user supplied. */
export class Knowledge {
  readonly #people = new Map<string, KnownPerson[]>();
  /** Later rows win over those of the shipped table. */
  readonly slogans: readonly SloganEntry[];

  constructor(people: readonly KnownPerson[], slogans: readonly SloganEntry[]) {
    for (const person of people) {
      addToGroup(this.#people, foldForLookup(person.name), person);
    }
    this.slogans = slogans;
  }

  /** The place of the person of this name with one of these titles; null when the files do not tell. `key` is the folded name. */
  placeOf(key: string, titles: readonly string[]): string | null {
    const people = this.#people.get(key)?.filter(person => person.place !== '') ?? [];
    const match = people.find(person =>
      person.titles.some(title => titles.some(printed => foldForLookup(printed).includes(foldForLookup(title)))),
    );
    return match?.place ?? (people.length === 1 && people[0]!.titles.length === 0 ? people[0]!.place : null);
  }

  /** The titles that the files give a person with the dates from which they hold; empty when they give none. */
  titlesOf(key: string, place: string): readonly { readonly title: string; readonly date: string }[] {
    return this.#at(key, place).flatMap(person => person.titles.map(title => ({ title, date: person.from })));
  }

  /** The user's notes on a person; empty when there are none. */
  noteOf(key: string, place: string): string {
    return this.#at(key, place)
      .map(person => person.note)
      .filter(Boolean)
      .join('；');
  }

  #at(key: string, place: string): readonly KnownPerson[] {
    return this.#people.get(key)?.filter(person => person.place === '' || person.place === place) ?? [];
  }
}

/** A folder without files of its own. */
export const NO_KNOWLEDGE = new Knowledge([], []);

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

const TEXTS = [
  'phrase',
  'pinyin',
  'english',
  'meaning',
  'meaningEnglish',
  'field',
  'firstKnown',
  'occasion',
  'occasionEnglish',
  'source',
  'sourceEnglish',
  'note',
  'noteEnglish',
] as const;
const LISTS = ['variants', 'items'] as const;

/** Reads slogans.json: an array of entries or `{"slogans": [...]}`. Entries with mistakes are left out and reported. */
export function readSlogans(text: string): { readonly slogans: readonly SloganEntry[]; readonly errors: readonly KnowledgeError[] } {
  let data: unknown;
  try {
    data = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch (error) {
    const position = /position (\d+)/.exec(String(error));
    return {
      slogans: [],
      errors: [
        { line: position ? lineOf(text, Number(position[1])) : Math.max(0, text.split('\n').length - 1), message: 'bad-json', detail: '' },
      ],
    };
  }
  const list = Array.isArray(data) ? data : (data as { slogans?: unknown } | null)?.slogans;
  if (!Array.isArray(list)) return { slogans: [], errors: [{ line: 0, message: 'not-a-list', detail: 'slogans' }] };
  const errors: KnowledgeError[] = [];
  const slogans: SloganEntry[] = [];
  const starts = itemStarts(text);
  for (const [index, item] of (list as readonly unknown[]).entries()) {
    const row = (typeof item === 'object' && item !== null ? item : {}) as Record<string, unknown>;
    const phrase = row['phrase'];
    const start = starts[index] ?? 0;
    const end = starts[index + 1] ?? text.length;
    /** Of a property of the entry; of the entry itself where it has no such property. */
    const lineOfProperty = (name: string): number => {
      const at = text.indexOf(JSON.stringify(name), start);
      return lineOf(text, at >= 0 && at < end ? at : start);
    };
    if (typeof phrase !== 'string' || phrase.trim().length < 2) {
      errors.push({ line: lineOfProperty('phrase'), message: 'missing-phrase', detail: '' });
      continue;
    }
    const unknown = Object.keys(row).find(
      name => !(TEXTS as readonly string[]).includes(name) && !(LISTS as readonly string[]).includes(name),
    );
    if (unknown) errors.push({ line: lineOfProperty(unknown), message: 'unknown-property', detail: unknown });
    const wrong =
      TEXTS.find(name => row[name] !== undefined && typeof row[name] !== 'string') ??
      LISTS.find(
        name =>
          row[name] !== undefined && !(Array.isArray(row[name]) && (row[name] as unknown[]).every(value => typeof value === 'string')),
      );
    if (wrong) {
      errors.push({ line: lineOfProperty(wrong), message: 'wrong-type', detail: wrong });
      continue;
    }
    const textOf = (name: (typeof TEXTS)[number]): string => (row[name] as string | undefined) ?? '';
    slogans.push({
      phrase,
      variants: (row['variants'] as string[] | undefined) ?? [],
      pinyin: textOf('pinyin'),
      english: textOf('english'),
      meaning: textOf('meaning'),
      meaningEnglish: textOf('meaningEnglish'),
      items: (row['items'] as string[] | undefined) ?? [],
      field: textOf('field') || '其他',
      firstKnown: textOf('firstKnown'),
      occasion: textOf('occasion'),
      occasionEnglish: textOf('occasionEnglish'),
      source: textOf('source'),
      sourceEnglish: textOf('sourceEnglish'),
      note: textOf('note'),
      noteEnglish: textOf('noteEnglish'),
    });
  }
  return { slogans, errors };
}

/** Where the items of the list begin in well-formed JSON: of the array itself, or of the `slogans` that an object holds. */
function itemStarts(text: string): number[] {
  const starts: number[] = [];
  const list = /^\ufeff?\s*\{/.test(text) ? /"slogans"\s*:\s*\[/.exec(text) : /\[/.exec(text);
  if (!list) return starts;
  let depth = 0;
  let due = true;
  for (let at = list.index + list[0].length; at < text.length && depth >= 0; at++) {
    const char = text[at]!;
    if (due && depth === 0 && /[^\s,\]]/.test(char)) {
      starts.push(at);
      due = false;
    }
    if (char === '"')
      while (++at < text.length && text[at] !== '"') {
        if (text[at] === '\\') at++;
      }
    else if (char === '[' || char === '{') depth++;
    else if (char === ']' || char === '}') depth--;
    else if (char === ',' && depth === 0) due = true;
  }
  return starts;
}

function lineOf(text: string, offset: number): number {
  let line = 0;
  for (let i = 0; i < offset && i < text.length; i++) if (text[i] === '\n') line++;
  return line;
}
