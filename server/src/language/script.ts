/**
 * Simplified and traditional characters, one UTF-16 unit to one, so that offsets stay what they are.
 * Characters outside the basic plane come back unchanged. For phrase-wise conversion, where 乾坤 must keep its 乾, use OpenCC.
 */
import { COMPATIBILITY_PAIRS, SIMPLIFIED_PAIRS, TRADITIONAL_PAIRS } from './scriptTable';

/** For every UTF-16 unit the unit it folds to; built on first use. */
let simplified: Uint16Array | undefined;
let lookup: Uint16Array | undefined;
let traditional: Uint16Array | undefined;

/** Every unit at its own place; all tables begin as a copy of it. */
let units: Uint16Array | undefined;

function identity(): Uint16Array {
  if (!units) {
    units = new Uint16Array(0x10000);
    for (let unit = 0; unit < units.length; unit++) units[unit] = unit;
  }
  return units.slice();
}

function fill(table: Uint16Array, pairs: string): Uint16Array {
  for (let i = 0; i < pairs.length; i += 2) table[pairs.charCodeAt(i)] = pairs.charCodeAt(i + 1);
  return table;
}

/**
 * The table behind `foldScript`, for loops over char codes: 65,536 entries, every unit that
 * does not fold maps to itself. Do not write to it.
 */
export function simplifiedTable(): Uint16Array {
  return (simplified ??= fill(identity(), SIMPLIFIED_PAIRS));
}

/** The table behind `foldForLookup`, for loops over char codes. Do not write to it. */
function lookupTable(): Uint16Array {
  return (lookup ??= buildLookup());
}

/**
 * Simplified characters that are traditional characters in their own right (后 is also “empress”): a converter that works
 * one character to one leaves them alone, since it cannot know which is meant. Seen on mirror sites: 云 游 后 筑 群 斗 范 于 并 征 唇 秘.
 */
const AMBIGUOUS = '丑于云余佣仆伙凶占台吁吃后咨咸唇尸岩岳峰干并床征斗朴杠杰涌游灶痴皂秘筑粽群肴范虱辟郁采里雇系面只松谷舍表向制回志周致胡';

/** The table behind `toTraditionalOneToOne`, for loops over char codes. Do not write to it. */
export function traditionalTable(): Uint16Array {
  if (!traditional) {
    traditional = fill(identity(), TRADITIONAL_PAIRS);
    for (let i = 0; i < AMBIGUOUS.length; i++) traditional[AMBIGUOUS.charCodeAt(i)] = AMBIGUOUS.charCodeAt(i);
  }
  return traditional;
}

/** Whether a character, given as its UTF-16 unit, can only stand in traditional text. */
export function isTraditionalOnly(unit: number): boolean {
  return simplifiedTable()[unit] !== unit;
}

/** Whether it can only stand in simplified text. */
export function isSimplifiedOnly(unit: number): boolean {
  return traditionalTable()[unit] !== unit;
}

/**
 * Traditional and regional characters as simplified ones: 動態 gives 动态. Same length as `text`; text in simplified script,
 * and everything that is not Chinese, comes back as it is. Idempotent.
 */
export function foldScript(text: string): string {
  return mapUnits(text, simplifiedTable());
}

/**
 * The form under which words, names and phrases are looked up, same length as `text`: script folded, compatibility ideographs
 * and radicals as the characters they look like, full-width ASCII as ASCII (６００ as 600, Ａ as A, ， as a comma), quotation marks,
 * dashes and interpuncts of all houses as one each (“”„「」『』〝〞＂ as `"`, ‘’ as `'`, · • ‧ ・ as ·), ideographic and no-break
 * space as a space. Letter case stays. Keys must be folded too. Idempotent.
 */
export function foldForLookup(text: string): string {
  return mapUnits(text, lookupTable());
}

/**
 * Simplified characters as traditional ones, one to one, the way a mirror site does it: characters that are ambiguous stay.
 * Same length as `text`.
 */
export function toTraditionalOneToOne(text: string): string {
  return mapUnits(text, traditionalTable());
}

/** Replaces every unit by its table entry; returns the same string where nothing changes. */
function mapUnits(text: string, table: Uint16Array): string {
  const length = text.length;
  let at = 0;
  for (; at < length; at++) {
    const unit = text.charCodeAt(at);
    if (table[unit] !== unit) break;
  }
  if (at === length) return text;
  // In pieces, because String.fromCharCode takes its arguments on the stack.
  const parts = [text.slice(0, at)];
  const piece = new Uint16Array(Math.min(length - at, 0x2000));
  while (at < length) {
    const size = Math.min(piece.length, length - at);
    for (let i = 0; i < size; i++) piece[i] = table[text.charCodeAt(at + i)]!;
    parts.push(String.fromCharCode.apply(null, (size === piece.length ? piece : piece.subarray(0, size)) as unknown as number[]));
    at += size;
  }
  return parts.join('');
}

function buildLookup(): Uint16Array {
  const table = simplifiedTable().slice();
  const unify = (from: string, to: string): void => {
    for (let i = 0; i < from.length; i++) table[from.charCodeAt(i)] = to.charCodeAt(0);
  };
  for (let unit = 0xff01; unit <= 0xff5e; unit++) table[unit] = unit - 0xff01 + 0x21;
  // Kangxi radicals and the radicals supplement, where Unicode gives one ideograph for them.
  for (let unit = 0x2e80; unit <= 0x2fd5; unit++) {
    const form = String.fromCharCode(unit).normalize('NFKC');
    if (form.length === 1) table[unit] = table[form.charCodeAt(0)]!;
  }
  for (let i = 0; i < COMPATIBILITY_PAIRS.length; i += 2)
    table[COMPATIBILITY_PAIRS.charCodeAt(i)] = table[COMPATIBILITY_PAIRS.charCodeAt(i + 1)]!;
  unify('“”„‟「」『』〝〞〟﹁﹂﹃﹄＂', '"');
  unify('‘’‚‛＇', "'");
  unify('·•‧・･∙⋅', '·');
  unify('—–―─━‒－﹣', '-');
  unify('　\u00a0\u2002\u2003\u2009\u202f', ' ');
  unify('〈《«', '《');
  unify('〉》»', '》');
  unify('〔﹝［', '[');
  unify('〕﹞］', ']');
  unify('。．｡', '。');
  unify('､', '、');
  unify('～〜', '~');
  return table;
}
