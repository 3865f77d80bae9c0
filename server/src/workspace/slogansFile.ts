/** `.wenzhen/slogans.json`: set phrases that a folder's own file adds or corrects. Schema: `server/data/slogans.schema.json`. */
import type { SloganEntry } from '../slogans/slogan';
import type { KnowledgeError, KnowledgeMistake } from './knowledgeError';

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
const NAMES: ReadonlySet<string> = new Set([...TEXTS, ...LISTS]);
/** The field of entries that name none. */
const OTHER_FIELD = '其他';
/** A single character is no phrase. */
const SHORTEST_PHRASE = 2;

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
  const starts = itemStarts(text);
  const entries = (list as readonly unknown[]).map((item, i) => readEntry(text, item, starts[i] ?? 0, starts[i + 1] ?? text.length));
  return { slogans: entries.flatMap(({ slogan }) => slogan ?? []), errors: entries.flatMap(({ errors }) => errors) };
}

/** One entry, which stands between two offsets of the file; null for one that is left out. */
function readEntry(
  text: string,
  item: unknown,
  start: number,
  end: number,
): { readonly slogan: SloganEntry | null; readonly errors: readonly KnowledgeError[] } {
  const row = (typeof item === 'object' && item !== null ? item : {}) as Record<string, unknown>;
  /** A mistake in a property; it is reported on the first line of the entry where that has no such property. */
  const mistake = (message: KnowledgeMistake, name: string, detail = name): KnowledgeError => {
    const at = text.indexOf(JSON.stringify(name), start);
    return { line: lineOf(text, at >= 0 && at < end ? at : start), message, detail };
  };
  const phrase = row['phrase'];
  if (typeof phrase !== 'string' || phrase.trim().length < SHORTEST_PHRASE)
    return { slogan: null, errors: [mistake('missing-phrase', 'phrase', '')] };
  const unknown = Object.keys(row).find(name => !NAMES.has(name));
  const errors = unknown === undefined ? [] : [mistake('unknown-property', unknown)];
  const wrong =
    TEXTS.find(name => row[name] !== undefined && typeof row[name] !== 'string') ??
    LISTS.find(name => row[name] !== undefined && !isListOfTexts(row[name]));
  if (wrong) return { slogan: null, errors: [...errors, mistake('wrong-type', wrong)] };
  const texts = Object.fromEntries(TEXTS.map(name => [name, row[name] ?? ''])) as Record<(typeof TEXTS)[number], string>;
  const lists = Object.fromEntries(LISTS.map(name => [name, row[name] ?? []])) as Record<(typeof LISTS)[number], string[]>;
  return { slogan: { ...texts, ...lists, field: texts.field || OTHER_FIELD }, errors };
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && (value as unknown[]).every(item => typeof item === 'string');
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
