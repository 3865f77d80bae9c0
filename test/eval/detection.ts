/** How often the encoding of a file is told right, beside jschardet and chardet on the same bytes. */
import chardet from 'chardet';
import jschardet from 'jschardet';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as OpenCC from 'opencc-js';
import { decodeText, encodeText, type Charset } from '../../server/src/language/codecs/codec';
import { detectEncoding } from '../../server/src/language/detection';
import type { Language } from '../../server/src/language/language';
import { loadArticles } from './gold';
import { language, ROOT, SHARED } from './open';

export interface DetectionRow {
  readonly encoding: string;
  readonly script: 'simplified' | 'traditional';
  /** Bytes of the head, cut at a character; `whole` for the text as it is. */
  readonly size: 'whole' | 200 | 40 | 20;
  readonly trials: number;
  /** Right answers, 0 to `trials`. */
  readonly wenzhen: number;
  readonly jschardet: number;
  readonly chardet: number;
  /** Heads that were called wrong by us, at most ten, as text. */
  readonly wrong: readonly string[];
}

/** Encodings under test and whether a byte order mark is written. */
const TESTED: readonly { readonly name: string; readonly charset: Charset; readonly scripts: readonly DetectionRow['script'][] }[] = [
  { name: 'utf-8', charset: 'utf-8', scripts: ['simplified', 'traditional'] },
  { name: 'gb18030', charset: 'gb18030', scripts: ['simplified', 'traditional'] },
  { name: 'big5', charset: 'big5', scripts: ['traditional'] },
  { name: 'utf-16le', charset: 'utf-16le', scripts: ['simplified', 'traditional'] },
  { name: 'utf-16be', charset: 'utf-16be', scripts: ['simplified', 'traditional'] },
];

/** Answers of other detectors that mean the same decoder. */
const FAMILIES: Readonly<Record<string, RegExp>> = {
  'utf-8': /^(utf-?8|ascii)$/i, gb18030: /^gb(k|2312|18030)$/i, big5: /^big5/i, 'utf-16le': /^utf-?16-?le$/i, 'utf-16be': /^utf-?16-?be$/i,
};

const convert = { simplified: OpenCC.Converter({ from: 'tw', to: 'cn' }), traditional: OpenCC.Converter({ from: 'cn', to: 'tw' }) };

/**
 * Counts right answers for every encoding, script and size.
 * @param texts Chinese texts in any script, one article or paragraph each; those that an encoding cannot hold are left out there
 */
export function detectionRows(language: Language, texts: readonly string[]): DetectionRow[] {
  const rows: DetectionRow[] = [];
  for (const { name, charset, scripts } of TESTED) {
    for (const script of scripts) {
      const files = texts.map(convert[script]).flatMap(text => encodeText(charset, text) ?? []);
      for (const size of ['whole', 200, 40, 20] as const) rows.push(row(language, name, charset, script, size, files));
    }
  }
  return rows;
}

function row(language: Language, name: string, charset: Charset, script: DetectionRow['script'], size: DetectionRow['size'], files: readonly Uint8Array[]): DetectionRow {
  const counts = { wenzhen: 0, jschardet: 0, chardet: 0 }, wrong: string[] = [];
  let trials = 0;
  for (const file of files) {
    const bytes = size === 'whole' ? file : head(charset, file, size);
    if (!bytes.some(byte => byte >= 0x80)) continue;
    trials++;
    const right = (answer: string | null | undefined): number => Number(FAMILIES[name]!.test(answer ?? ''));
    const ours = right(detectEncoding(bytes, language).encoding);
    counts.wenzhen += ours;
    counts.jschardet += right(jschardet.detect(Buffer.from(bytes)).encoding);
    counts.chardet += right(chardet.detect(bytes));
    if (!ours && wrong.length < 10) wrong.push(decodeText(charset, bytes) ?? '');
  }
  return { encoding: name, script, size, trials, ...counts, wrong };
}

/** At most `size` bytes, whole characters, from the beginning. */
function head(charset: Charset, bytes: Uint8Array, size: number): Uint8Array {
  for (let end = Math.min(size, bytes.length); ; end--) if (end === 0 || decodeText(charset, bytes.subarray(0, end)) !== null) return bytes.subarray(0, end);
}

/** The rows as a table of percentages, one line a row. */
export function formatDetection(rows: readonly DetectionRow[]): string {
  const percent = (count: number, trials: number): string => (trials === 0 ? '-' : (100 * count / trials).toFixed(1)).padStart(7);
  return ['encoding  script       bytes  trials  wenzhen jschardet chardet', ...rows.map(({ encoding, script, size, trials, wenzhen, jschardet: other, chardet: third }) =>
    `${encoding.padEnd(9)} ${script.padEnd(12)} ${String(size).padStart(5)} ${String(trials).padStart(7)}  ${percent(wenzhen, trials)}   ${percent(other, trials)} ${percent(third, trials)}`)].join('\n');
}

/** Own articles, whole and by paragraph, and sentences of CLUENER where that corpus is there. */
function testTexts(): string[] {
  const articles = ['dev', 'kept-aside'].flatMap(part => loadArticles(path.join(ROOT, 'test/eval/articles', part)).map(({ text }) => text));
  const corpus = path.join(SHARED, 'data/cluener_train.jsonl');
  const sentences = existsSync(corpus) ? readFileSync(corpus, 'utf8').trim().split('\n').map(line => (JSON.parse(line) as { text: string }).text) : [];
  return [...articles, ...articles.flatMap(text => text.split('\n')), ...sentences.filter((_, i) => i % 20 === 0)].filter(text => (text.match(/[\u4e00-\u9fff]/g) ?? []).length >= 10);
}

/** Measures, prints the table and gives the rows. */
export function measureDetection(): readonly DetectionRow[] {
  const rows = detectionRows(language, testTexts());
  console.log(formatDetection(rows));
  return rows;
}
