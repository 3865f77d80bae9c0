/** Whole pages of many styles: what each line is, what the head says, and which lines were cut. */
import * as assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { checkSentences } from '../../../server/src/sentences/check';
import { testLanguage } from '../language/resources';
import { parse } from './parsed';

const FOLDER = path.join(__dirname, 'pages');

/** `@field value` lines, then `kind|line`; a line with nothing but ✂ says that the one above was cut. */
function read(name: string): {
  readonly meta: Readonly<Record<string, string>>;
  readonly kinds: readonly string[];
  readonly lines: readonly string[];
  readonly cut: ReadonlySet<number>;
} {
  const meta: Record<string, string> = {};
  const kinds: string[] = [];
  const lines: string[] = [];
  const cut = new Set<number>();
  for (const row of fs.readFileSync(path.join(FOLDER, name), 'utf8').trimEnd().split('\n')) {
    const field = /^@(\w+) ?(.*)$/.exec(row);
    if (field) meta[field[1]!] = field[2]!;
    else if (row === '✂') cut.add(lines.length - 1);
    else {
      kinds.push(row.slice(0, row.indexOf('|')));
      lines.push(row.slice(row.indexOf('|') + 1));
    }
  }
  return { meta, kinds, lines, cut };
}

suite('pages', () => {
  for (const name of fs.readdirSync(FOLDER)) {
    const { meta, kinds, lines, cut } = read(name);
    const text = lines.join('\n');
    test(`${name}: what each line is`, () => {
      const article = parse(text);
      assert.deepEqual(
        article.blocks.map(({ kind }, i) => `${kind}|${lines[i]}`),
        lines.map((line, i) => `${kinds[i]}|${line}`),
      );
    });
    test(`${name}: what the head says`, () => {
      const { title, date, source, author } = parse(text).meta;
      assert.deepEqual({ title: title?.text ?? '', date: date?.iso ?? '', source: source?.text ?? '', author: author?.text ?? '' }, meta);
    });
    test(`${name}: which lines were cut`, () => {
      const found = checkSentences(parse(text), testLanguage())
        .filter(({ severity }) => severity !== 'hint')
        .map(({ start }) => text.slice(0, start).split('\n').length - 1);
      assert.deepEqual(new Set(found), cut);
    });
  }
});
