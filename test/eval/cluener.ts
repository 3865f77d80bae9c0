/** Names and titles found in sentences of other genres: CLUENER2020, read where it is, never copied. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { service } from './open';
import { SHARED } from './paths';
import { Tally, f1Cell, table } from './tally';

interface Sentence {
  readonly text: string;
  readonly label: Readonly<Record<string, Readonly<Record<string, readonly (readonly [number, number])[]>>>>;
}

/**
 * Precision and recall of personal names and of job titles, by position: a span counts when both ends agree (CLUENER's ends are inclusive).
 * Beside them nodejieba as a witness: names that it confirms are not more often right than the others, and most of those that it alone has
 * are wrong. So persons rest on the parts of speech in the word list, which are jieba's, and are the same where nodejieba is not installed.
 * @param limit sentences read; all by default
 * @returns the figures; empty when the data is not there
 */
export function measureCluener(limit = Infinity): Record<string, unknown> {
  const file = path.join(SHARED, 'data/cluener_train.jsonl');
  if (!fs.existsSync(file)) return {};
  const names = new Tally();
  const namesTouched = new Tally();
  const titles = new Tally();
  const tagged = new Tally();
  const agreed = new Tally();
  const either = new Tally();
  const tag = segmenterNames();
  const sentences = fs.readFileSync(file, 'utf8').split('\n').filter(Boolean).slice(0, limit);
  for (const line of sentences) {
    const { text, label } = JSON.parse(line) as Sentence;
    const { persons } = service.parse(text).article;
    const full = persons.filter(person => person.form === 'full');
    count(
      names,
      spans(label['name']),
      full.map(person => [person.start, person.end]),
      (a, b) => a[0] === b[0] && a[1] === b[1],
    );
    count(
      namesTouched,
      spans(label['name']),
      full.map(person => [person.start, person.end]),
      (a, b) => a[0] < b[1] && b[0] < a[1],
    );
    if (tag) {
      const same = (a: readonly number[], b: readonly number[]): boolean => a[0] === b[0] && a[1] === b[1];
      const ours = full.map(person => [person.start, person.end]);
      const theirs = tag(text);
      const wanted = spans(label['name']);
      count(tagged, wanted, theirs, same);
      count(
        agreed,
        wanted,
        ours.filter(span => theirs.some(other => same(span, other))),
        same,
      );
      count(either, wanted, [...ours, ...theirs.filter(span => !ours.some(other => other[0]! < span[1]! && span[0]! < other[1]!))], same);
    }
    count(
      titles,
      spans(label['position']),
      persons.flatMap(person => (person.titleRange && person.form === 'full' ? [[person.titleRange.start, person.titleRange.end]] : [])),
      (a, b) => a[1] === b[1],
    );
  }
  console.log(`CLUENER2020, ${sentences.length} sentences`);
  console.log(
    table(
      ['spans', 'precision', 'recall', 'F1'],
      [
        ['names', names],
        ['names, any overlap', namesTouched],
        ['titles beside names (by their ends)', titles],
        ...(tag
          ? [
              ['names, nodejieba alone', tagged],
              ['names, where nodejieba agrees', agreed],
              ['names, or where nodejieba has one', either],
            ]
          : []),
      ].map(([name, tally]) => [
        name as string,
        percentOf((tally as Tally).precision),
        percentOf((tally as Tally).recall),
        f1Cell(tally as Tally),
      ]),
    ),
  );
  return { names: figures(names), namesTouched: figures(namesTouched), titles: figures(titles) };
}

/** What nodejieba tags as names of persons at run time, as a witness to compare with; undefined where it is not installed. */
function segmenterNames(): ((text: string) => number[][]) | undefined {
  try {
    const { tag } = createRequire(__filename)('nodejieba') as { tag(text: string): { word: string; tag: string }[] };
    return text => {
      let at = 0;
      return tag(text).flatMap(({ word, tag: part }) => {
        const start = at;
        at += word.length;
        return part.startsWith('nr') && word.length > 1 ? [[start, at]] : [];
      });
    };
  } catch {
    return undefined;
  }
}

type Span = readonly [number, number];

function spans(label: Readonly<Record<string, readonly (readonly [number, number])[]>> | undefined): Span[] {
  return Object.values(label ?? {})
    .flat()
    .map(([start, end]) => [start, end + 1] as const);
}

function count(tally: Tally, wanted: readonly Span[], found: readonly (readonly number[])[], same: (a: Span, b: Span) => boolean): void {
  const hit = wanted.filter(span => found.some(other => same(span, other as unknown as Span))).length;
  tally.hit += hit;
  tally.missed += wanted.length - hit;
  tally.extra += found.filter(other => !wanted.some(span => same(span, other as unknown as Span))).length;
}

function figures(tally: Tally): Record<string, number> {
  return { precision: tally.precision, recall: tally.recall, f1: tally.f1 };
}

function percentOf(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}
