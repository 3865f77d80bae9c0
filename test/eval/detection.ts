/** How often the encoding of a file is told right, beside jschardet and chardet on the same bytes. */
import chardet from 'chardet';
import jschardet from 'jschardet';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as OpenCC from 'opencc-js';
import { decodeText, encodeText, type Charset } from '../../server/src/language/codecs/codec';
import { decodeBytes, detectEncoding } from '../../server/src/language/detection';
import type { Language } from '../../server/src/language/language';
import { articlesOf } from './gold';
import { language } from './open';
import { SHARED } from './paths';

/** One row of the table. */
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
  'utf-8': /^(utf-?8|ascii)$/i,
  gb18030: /^gb(k|2312|18030)$/i,
  big5: /^big5/i,
  'utf-16le': /^utf-?16-?le$/i,
  'utf-16be': /^utf-?16-?be$/i,
};

const convert = { simplified: OpenCC.Converter({ from: 'tw', to: 'cn' }), traditional: OpenCC.Converter({ from: 'cn', to: 'tw' }) };

/**
 * Counts right answers for every encoding, script and size.
 * @param texts Chinese texts in any script, one article or paragraph each; those that an encoding cannot hold are left out there
 */
function detectionRows(language: Language, texts: readonly string[]): DetectionRow[] {
  const rows: DetectionRow[] = [];
  for (const { name, charset, scripts } of TESTED) {
    for (const script of scripts) {
      const files = texts.map(convert[script]).flatMap(text => encodeText(charset, text) ?? []);
      for (const size of ['whole', 200, 40, 20] as const) rows.push(row(language, name, charset, script, size, files));
    }
  }
  return [...rows, ...impureRows(language, texts)];
}

/** Files that are not wholly in one encoding: UTF-8 with a byte overwritten in every 300, and paragraphs of three encodings in turn. */
function impureRows(language: Language, texts: readonly string[]): DetectionRow[] {
  const long = texts.filter(text => text.length > 150).map(convert.simplified);
  const count = (
    name: string,
    file: (text: string, index: number) => Uint8Array | undefined,
    right: (bytes: Uint8Array, text: string) => boolean,
  ): DetectionRow => {
    const files = long.flatMap((text, i) => {
      const bytes = file(text, i);
      return bytes ? [{ bytes, text }] : [];
    });
    const wrong = files.filter(({ bytes, text }) => !right(bytes, text));
    return {
      encoding: name,
      script: 'simplified',
      size: 'whole',
      trials: files.length,
      wenzhen: files.length - wrong.length,
      jschardet: 0,
      chardet: 0,
      wrong: wrong.slice(0, 10).map(({ text }) => text.slice(0, 40)),
    };
  };
  return [
    count(
      'broken',
      text => encodeText('utf-8', text)?.map((byte, i) => (i % 300 === 150 ? 0xff : byte)),
      bytes => detectEncoding(bytes, language).encoding === 'utf-8',
    ),
    count(
      'mixed',
      (text, index) => {
        const other = convert
          .traditional(long[(index + 1) % long.length]!)
          .slice(0, 120)
          .replace(/\n/g, '');
        const parts = [encodeText('gb18030', `${text}\n`), encodeText('utf-8', `${text}\n`), encodeText('big5', other)];
        return parts.every(part => part !== null) ? Uint8Array.from(parts.flatMap(part => [...part!])) : undefined;
      },
      (bytes, text) => {
        const detection = detectEncoding(bytes, language);
        return detection.encoding === 'mixed' && decodeBytes(bytes, detection).startsWith(`${text}\n${text}\n`);
      },
    ),
  ];
}

function row(
  language: Language,
  name: string,
  charset: Charset,
  script: DetectionRow['script'],
  size: DetectionRow['size'],
  files: readonly Uint8Array[],
): DetectionRow {
  const counts = { wenzhen: 0, jschardet: 0, chardet: 0 };
  const wrong: string[] = [];
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
  for (let end = Math.min(size, bytes.length); ; end--)
    if (end === 0 || decodeText(charset, bytes.subarray(0, end)) !== null) return bytes.subarray(0, end);
}

/** The rows as a table of percentages, one line a row. */
function formatDetection(rows: readonly DetectionRow[]): string {
  const percent = (count: number, trials: number): string => (trials === 0 ? '-' : ((100 * count) / trials).toFixed(1)).padStart(7);
  return [
    'encoding  script       bytes  trials  wenzhen jschardet chardet',
    ...rows.map(
      ({ encoding, script, size, trials, wenzhen, jschardet: other, chardet: third }) =>
        `${encoding.padEnd(9)} ${script.padEnd(12)} ${String(size).padStart(5)} ${String(trials).padStart(7)}  ${percent(wenzhen, trials)}   ${percent(other, trials)} ${percent(third, trials)}`,
    ),
  ].join('\n');
}

/** Names and places with characters that only GBK, GB 18030's four bytes or HKSCS have; lists, figures, headlines. */
const HARD_TEXTS = [
  '副市长朱镕喆、李堃、王玥珺、陈燊、黄彧、郭翀、欧阳骎、司马昇出席。',
  '参加调研的有：刘珺、赵頔、孙赟、周垚、吴淼、郑焱、冯喆、褚旸。',
  '国务院任免：任命陈昇为副部长；免去马頔的职务。',
  '东莞市石碣镇、谢岗镇，深圳市南澳办事处，广州市赤岗街，汕尾市碣石镇。',
  '亳州、濮阳、漯河、泸州、衢州、邳州、儋州、郓城、鄄城、莘县、睢县、濉溪县。',
  '新增元素鿔、𬭊、𬬻、𬬭的名称；㵐水河、㙟镇、䢺村列入名录。',
  '運輸署署長羅淑佩、民政事務總署署長張趙凱渝出席粉嶺圍的啟用禮。',
  '屯門、荃灣、葵涌、深水埗、紅磡、鰂魚涌、筲箕灣、赤鱲角、大嶼山、長洲。',
  '2024年1—6月，全县GDP达到123.4亿元，同比增长5.6%；工业用电4.5亿千瓦时。',
  '一、二、三、四、五、六、七、八、九、十，共十项。',
  '“三夏”在即  农机先行',
  '习近平李强赵乐际王沪宁蔡奇丁薛祥李希韩正出席',
  '（记者 王昊 通讯员 李玥）',
  '关于召开全区防汛抗旱工作会议的通知',
];

/**
 * Articles of `dev/` (heads that are called wrong go into the results in words), whole and by paragraph, and
 * sentences of CLUENER where that corpus is there.
 */
function testTexts(): string[] {
  const articles = articlesOf('dev').map(({ text }) => text);
  const corpus = path.join(SHARED, 'data/cluener_train.jsonl');
  const sentences = existsSync(corpus)
    ? readFileSync(corpus, 'utf8')
        .trim()
        .split('\n')
        .map(line => (JSON.parse(line) as { text: string }).text)
    : [];
  return [...HARD_TEXTS, ...articles, ...articles.flatMap(text => text.split('\n')), ...sentences.filter((_, i) => i % 40 === 0)].filter(
    text => (text.match(/[\u4e00-\u9fff]/g) ?? []).length >= 10,
  );
}

/** Measures, prints the table and gives the rows. */
export function measureDetection(): readonly DetectionRow[] {
  const rows = detectionRows(language, testTexts());
  console.log(formatDetection(rows));
  return rows;
}
