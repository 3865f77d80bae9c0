/**
 * The alphabet of the character model: script and width folded, rare kinds of characters pooled.
 * Shared by the model and by the script that counts it.
 */
import { CharacterClass as C, HAN, characterClasses } from './characters';
import { simplifiedTable } from './script';

/** Symbols that stand for many characters; each character of the pool shares its probability equally. */
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

/** Characters that the model takes for the same, besides script folding: width, and forms that mean the same. */
const SAME: readonly (readonly [string, string])[] = [
  ['，', ',﹐'], ['；', ';﹔'], ['：', ':﹕'], ['？', '?﹖'], ['！', '!﹗'], ['（', '(﹙'], ['）', ')﹚'], ['％', '%﹪'], ['．', '.'], ['／', '/'],
  ['“', '「『〝„'], ['”', '」』〞〟'], ['《', '〈'], ['》', '〉'], ['·', '•‧・･'], ['—', '―─━－-'], ['。', '｡'], ['、', '､'], ['　', ' \u00a0\t'],
  ['\n', '\r\u2028\u2029'], ['着', '著'], ['了', '瞭'],
];

/** The form of every unit under which the model counts it. */
export function modelFolding(): Uint16Array {
  const table = simplifiedTable().slice();
  for (const [to, from] of SAME) for (let i = 0; i < from.length; i++) table[from.charCodeAt(i)] = to.charCodeAt(0);
  return table;
}

/**
 * @param vocabulary folded units that are symbols of their own, in the order of their ids, which start at `POOLS.length`
 * @returns for every UTF-16 unit its symbol, `SKIPPED` for low surrogates
 */
export function symbolTable(vocabulary: Uint16Array): Uint16Array {
  const fold = modelFolding(), classes = characterClasses(), own = new Uint16Array(0x10000), table = new Uint16Array(0x10000);
  for (let i = 0; i < vocabulary.length; i++) own[vocabulary[i]!] = POOLS.length + i;
  for (let unit = 0; unit < 0x10000; unit++) table[unit] = own[fold[unit]!] || pool(unit, classes[unit]!);
  return table;
}

function pool(unit: number, bits: number): number {
  if (bits & C.Digit) return POOL.digit;
  if (bits & C.Letter) return POOL.letter;
  if (bits & C.FullwidthAlphanumeric) return unit <= 0xff19 ? POOL.digit : POOL.letter;
  if (bits & (HAN | C.Compatibility)) return POOL.han;
  if (bits & C.Surrogate) return unit < 0xdc00 ? POOL.astral : SKIPPED;
  if (bits & (C.Broken | C.PrivateUse | C.Invisible)) return POOL.broken;
  if (bits & C.Kana) return POOL.kana;
  if (bits & C.Hangul) return POOL.hangul;
  if (bits & (C.TonedLetter | C.SingleByte)) return POOL.latin;
  return POOL.other;
}
