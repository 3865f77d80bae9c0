/**
 * Converts the table of set phrases, `slogans.tsv` beside this file, to `server/data/slogans.json`. Usage: `npm run slogans`.
 * One row a phrase; cells that hold lists are separated by ；. Columns are named in the first row.
 * The English of the notes stands in `notes.tsv` beside this file: phrase, note_en; that of the occasions in `occasions.tsv`: occasion,
 * occasion_en; that of the pages that are cited in `sources.tsv`: source, source_en.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(__dirname, 'slogans.tsv');
const rowsOf = (path: string): string[][] =>
  readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter(Boolean)
    .map(line => line.split('\t'));
const [head, ...rows] = rowsOf(file);
const englishOf = (name: string): ReadonlyMap<string, string> =>
  new Map(
    rowsOf(join(__dirname, name))
      .slice(1)
      .map(([chinese, english]) => [chinese!, english!] as const),
  );
const notes = englishOf('notes.tsv');
const occasions = englishOf('occasions.tsv');
const sources = englishOf('sources.tsv');
const column = (name: string): number => {
  const index = head!.indexOf(name);
  if (index < 0) throw new Error(`no column ${name} in ${file}`);
  return index;
};
const at = Object.fromEntries(
  ['phrase', 'variants', 'pinyin', 'english', 'meaning', 'meaning_en', 'items', 'field', 'first_known', 'occasion', 'source', 'note'].map(
    name => [name, column(name)],
  ),
);
const list = (cell: string): string[] =>
  cell
    .split('；')
    .map(part => part.trim())
    .filter(Boolean);
/** Every note has an English form, and every English form belongs to a note. */
function noteEnglish(phrase: string, note: string): string {
  const english = notes.get(phrase) ?? '';
  if ((note === '') !== (english === '')) throw new Error(`${phrase}: a note in one language only`);
  return english;
}
function occasionEnglish(occasion: string): string {
  const english = occasion === '' ? '' : occasions.get(occasion);
  if (english === undefined) throw new Error(`${occasion}: an occasion without English`);
  return english;
}
/** `reports:2021；page:法制日报…` with its pages in English; empty where it names none. */
function sourceEnglish(source: string): string {
  if (!source.includes('page:')) return '';
  return list(source)
    .map(part => {
      const page = /^page:(.*)$/.exec(part)?.[1];
      if (page === undefined) return part;
      const english = sources.get(page);
      if (english === undefined) throw new Error(`${page}: a source without English`);
      return `page:${english}`;
    })
    .join('；');
}
const slogans = rows.map((row, i) => {
  if (row.length !== head!.length) throw new Error(`row ${i + 2} of ${file} has ${row.length} cells, not ${head!.length}`);
  const cell = (name: string): string => row[at[name]!]!.trim();
  return {
    phrase: cell('phrase'),
    variants: list(cell('variants')),
    pinyin: cell('pinyin'),
    english: cell('english'),
    meaning: cell('meaning'),
    meaningEnglish: cell('meaning_en'),
    items: list(cell('items')),
    field: cell('field'),
    firstKnown: cell('first_known'),
    occasion: cell('occasion'),
    occasionEnglish: occasionEnglish(cell('occasion')),
    source: cell('source'),
    sourceEnglish: sourceEnglish(cell('source')),
    note: cell('note'),
    noteEnglish: noteEnglish(cell('phrase'), cell('note')),
  };
});
const seen = new Set<string>();
for (const { phrase } of slogans) {
  if (seen.has(phrase)) throw new Error(`${phrase} stands twice in ${file}`);
  seen.add(phrase);
}
const data = {
  $schema: './slogans.schema.json',
  source:
    'Written for this project. Years marked reports:… were found in government work reports and congress reports (Wikisource, CC BY-SA).',
  license: 'MIT',
  slogans,
};
// One row a line: differences between two versions can be read.
const text = JSON.stringify({ ...data, slogans: [] }, null, 1).replace(
  '"slogans": []',
  () => `"slogans": [\n${slogans.map(slogan => `  ${JSON.stringify(slogan)}`).join(',\n')}\n ]`,
);
writeFileSync(join(__dirname, '../../server/data/slogans.json'), `${text}\n`);
console.log(`${slogans.length} slogans`);
