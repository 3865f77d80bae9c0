/**
 * The alphabet of the character model: script and width are folded, rare kinds of characters are pooled into one symbol each.
 * Shared by the model and by the script that builds it.
 */
import { simplifiedTable } from './script';
import { SIMPLIFIED_PAIRS } from './scriptTable';

/** Symbols that stand for many characters. `size` is about how many characters a pool has: each gets an equal share of its probability. */
export const POOLS = [
  { name: 'other', size: 3000 },
  { name: 'han', size: 20000 },
  { name: 'digit', size: 10 },
  { name: 'letter', size: 52 },
  { name: 'latin', size: 400 },
  { name: 'kana', size: 170 },
  { name: 'hangul', size: 4000 },
  { name: 'broken', size: 6000 },
  { name: 'astral', size: 20000 },
] as const;

const POOL = Object.fromEntries(POOLS.map(({ name }, id) => [name, id])) as Record<(typeof POOLS)[number]['name'], number>;

/** Symbol of the second half of a surrogate pair: certain after the first half, so it costs nothing and leaves the context alone. */
export const SKIPPED = 0xffff;

/** Characters that the model treats as one, besides script folding: other widths, and other forms of the same mark. */
const SAME: readonly (readonly [string, string])[] = [
  ['，', ',﹐'],
  ['；', ';﹔'],
  ['：', ':﹕'],
  ['？', '?﹖'],
  ['！', '!﹗'],
  ['（', '(﹙'],
  ['）', ')﹚'],
  ['％', '%﹪'],
  ['．', '.'],
  ['／', '/'],
  ['“', '「『〝„'],
  ['”', '」』〞〟'],
  ['《', '〈'],
  ['》', '〉'],
  ['·', '•‧・･'],
  ['—', '―─━－-'],
  ['。', '｡'],
  ['、', '､'],
  ['　', ' \u00a0\t'],
  ['\n', '\r\u2028\u2029'],
  ['着', '著'],
  ['了', '瞭'],
];

/** The form of every unit under which the model counts it. */
export function modelFolding(): Uint16Array {
  const table = simplifiedTable().slice();
  for (const [to, from] of SAME) for (let i = 0; i < from.length; i++) table[from.charCodeAt(i)] = to.charCodeAt(0);
  return table;
}

/** The code points of each pool; later rows win. What is in no row belongs to `other`. */
const RANGES: readonly (readonly [keyof typeof POOL, ...(readonly [number, number])[]])[] = [
  [
    'broken',
    [0x00, 0x1f],
    [0x7f, 0x9f],
    [0xad, 0xad],
    [0x200b, 0x200f],
    [0x2028, 0x202e],
    [0x2060, 0x206f],
    [0xe000, 0xf8ff],
    [0xfdd0, 0xfdef],
    [0xfe00, 0xfe0f],
    [0xfeff, 0xfeff],
    [0xfff0, 0xffff],
  ],
  ['digit', [0x30, 0x39], [0xff10, 0xff19]],
  ['letter', [0x41, 0x5a], [0x61, 0x7a], [0xff21, 0xff3a], [0xff41, 0xff5a]],
  ['latin', [0xa0, 0xac], [0xae, 0x24f], [0x370, 0x52f], [0x1e00, 0x1eff]],
  ['hangul', [0x1100, 0x11ff], [0x3131, 0x318e], [0xa960, 0xa97c], [0xac00, 0xd7fb], [0xffa0, 0xffdc]],
  ['kana', [0x3041, 0x30ff], [0x3105, 0x312f], [0x31a0, 0x31ff], [0xff66, 0xff9f]],
  ['han', [0x2e80, 0x2fd5], [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xf900, 0xfad9]],
  ['astral', [0xd800, 0xdbff]],
];

/**
 * The symbols of the model.
 * @param vocabulary folded units that are symbols of their own, in the order of their ids, which start at `POOLS.length`
 * @returns for every UTF-16 unit its symbol, `SKIPPED` for low surrogates
 */
export function symbolTable(vocabulary: Uint16Array): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (const [pool, ...ranges] of RANGES) for (const [first, last] of ranges) table.fill(POOL[pool], first, last + 1);
  table.fill(SKIPPED, 0xdc00, 0xe000);
  for (let i = 0; i < vocabulary.length; i++) table[vocabulary[i]!] = POOLS.length + i;
  for (let i = 0; i < SIMPLIFIED_PAIRS.length; i += 2) table[SIMPLIFIED_PAIRS.charCodeAt(i)] = table[SIMPLIFIED_PAIRS.charCodeAt(i + 1)]!;
  for (const [to, from] of SAME) for (let i = 0; i < from.length; i++) table[from.charCodeAt(i)] = table[to.charCodeAt(0)]!;
  return table;
}
