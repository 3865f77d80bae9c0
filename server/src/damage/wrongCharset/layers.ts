/** Which misreadings, one over the other, explain a stretch of text best. */
import { Memo } from '../../base/memo';
import type { Charset } from '../../language/codecs/codec';
import type { Language } from '../../language/language';
import { suspiciousSpots } from '../suspicion';
import { coverage, spell, type Layers, type Misreading } from './cells';
import { segmentsOf, type Segment } from './segments';
import { Suspect } from './suspect';

/** Layers and how much more probable a text is when they are undone, in nats. */
export interface FoundLayers {
  readonly layers: Layers;
  readonly gain: number;
}

/** What text shows that was read in a charset: at least one of these, or the charset need not be tried. */
const SIGNATURE: Readonly<Partial<Record<Charset, RegExp>>> = {
  gb18030: /[\u0250-\u03ff\u0400-\u04ff\u2460-\u33ff\u3400-\u9fff\ue000-\uf8ff]/,
  big5: /[\u2460-\u33ff\u3400-\u9fff\ue000-\uf8ff]/,
  shift_jis: /[\uff61-\uff9f]/,
  'euc-kr': /[\uac00-\ud7a3]/,
  'big5-unicode': /[\u3041-\u30f6\u0401-\u0451\u2460-\u247d]/,
  'euc-jp': /[\u3041-\u30f6\u4e00-\u9fff]/,
  'windows-1251': /[\u0400-\u04ff]/,
  'koi8-r': /[\u0400-\u04ff\u2500-\u25a0]/,
  ibm866: /[\u0400-\u044f\u2500-\u25a0]/,
  'x-mac-cyrillic': /[\u0400-\u04ff]/,
  'iso-8859-5': /[\u0400-\u045f]/,
  'windows-1252': /[\x80-\xff]/,
  // Greek, Cyrillic and other letters of two bytes, and those of three that Latin-1 text has never.
  'utf-8-or-windows-1252': /[\u0100-\u0151\u0154-\u015f\u0162-\u0177\u0179-\u0191\u0193-\u02c5\u02c7-\u02db\u02dd-\u07ff\u1e00-\u1eff]/,
  'windows-1250': /[\u0100-\u017f]/,
  'iso-8859-2': /[\u0100-\u017f]/,
  'iso-8859-15': /[€ŠšŽžŒœŸ]/,
  'windows-1254': /[ĞİŞğış]/,
  'windows-1257': /[ĄąĮįŲųČčĖėĢģĶķĻļŅņŪū]/,
  'windows-1258': /[\u0300-\u0323ĂăƠơƯưĐđ₫]/,
  'koi8-u': /[\u0404-\u0407\u0454-\u0457\u0490\u0491]/,
  'iso-8859-1': /[“”‘’…—]/,
  macintosh: /[\u00a0-\u03ff\u2200-\u25ff\ufb00-\ufb02]/,
  cp437: /[\u2500-\u25a0\u2310-\u2321\u0393-\u03c6]/,
  cp850: /[\u2500-\u25a0\u2017ƒı]/,
  cp852: /[ŐőŹĹĺĽľŚśŤťŁŽžĘęźŞŻżĎďŇŢŮŃńŠšŔŰŕřŘűů˝˛ˇ˘˙]/,
  cp855: /[\u0400-\u045f]/,
  cp857: /[ıİŞşĞğªºì×]/,
  cp858: /€/,
  cp737: /[\u0386-\u03ce]/,
  cp862: /[\u05d0-\u05ea]/,
  'windows-1253': /[\u0384-\u03ce]/,
  'iso-8859-7': /[\u0384-\u03ce]/,
  'windows-1255': /[\u05b0-\u05f4]/,
  'windows-1256': /[\u060c-\u06d2]/,
  'windows-874': /[\u0e01-\u0e5b]/,
  'utf-16be': /[^\x00-\u33ff\u4e00-\u9fff\uff00-\uffff]/,
};

/** The charsets of readers; where two explain a text alike, the one that is met more often is named. */
export const READERS: readonly Charset[] = [
  'gb18030',
  'windows-1252',
  'big5',
  'big5-unicode',
  'windows-1250',
  'windows-1251',
  'koi8-r',
  'macintosh',
  'shift_jis',
  'euc-kr',
  'euc-jp',
  'cp437',
  'cp850',
  'ibm866',
  'iso-8859-15',
  'windows-1254',
  'iso-8859-2',
  'iso-8859-5',
  'x-mac-cyrillic',
  'windows-1257',
  'windows-1258',
  'koi8-u',
  'cp852',
  'cp855',
  'cp737',
  'cp862',
  'windows-1253',
  'windows-1255',
  'windows-1256',
  'windows-874',
];

/** Tables that differ in a few places only: where one explains a text, another may explain more of it. */
const KINDRED: readonly (readonly Charset[])[] = [
  ['big5', 'big5-unicode'],
  ['windows-1252', 'iso-8859-15', 'windows-1254', 'iso-8859-1', 'utf-8-or-windows-1252'],
  ['windows-1250', 'iso-8859-2'],
  ['cp437', 'cp850', 'cp857', 'cp858', 'cp737', 'cp862'],
  ['windows-1253', 'iso-8859-7'],
  ['koi8-r', 'koi8-u'],
];

/**
 * What a table must gain over a kindred one: about alike, the one that is met more often counts, or the one that more of the document
 * shows.
 */
export const KINDRED_PRICE = 6;

function kindredOf(as: Charset): readonly Charset[] {
  return KINDRED.find(group => group.includes(as))?.filter(other => other !== as) ?? [];
}

/** Whether the last reader's table is met more often than a kindred one. */
export function isMetMoreOften(layers: Layers, other: Layers): boolean {
  const kindred = KINDRED.find(group => group.includes(layers[layers.length - 1]!.as)) ?? [];
  return kindred.indexOf(layers[layers.length - 1]!.as) < kindred.indexOf(other[other.length - 1]!.as);
}

/** Whether two ways of misreading differ in kindred tables at most. */
export function areKindred(one: Layers, other: Layers): boolean {
  const last = one.length - 1;
  return (
    one.length === other.length &&
    one.every(({ from, as }, i) => from === other[i]!.from && (as === other[i]!.as || (i === last && kindredOf(as).includes(other[i]!.as))))
  );
}

/**
 * Whether a text has anything of what the last of these readers makes, with this table or a variant of it: else the layers need not be
 * tried.
 */
export function showsSigns(text: string, layers: Layers): boolean {
  const { as } = layers[layers.length - 1]!;
  return SIGNATURE[as]!.test(text) || kindredOf(as).some(other => SIGNATURE[other]!.test(text));
}

/** Whether a text has anything of what the last of these readers makes with just this table. */
export function showsOwnSigns(text: string, layers: Layers): boolean {
  return SIGNATURE[layers[layers.length - 1]!.as]!.test(text);
}

/** The same layers with the variants of the last reader's table that a text shows signs of. */
export function variantsOf(layers: Layers, text: string): Layers[] {
  const inner = layers.slice(0, -1);
  const { from, as } = layers[layers.length - 1]!;
  return kindredOf(as)
    .filter(other => SIGNATURE[other]!.test(text) && (other !== 'utf-8-or-windows-1252' || from === 'gb18030'))
    .map(other => [...inner, { from, as: other }]);
}

/**
 * UTF-8 read as something else: its form proves itself, so these may lie under and over each other.
 * Text passes from program to program as UTF-8 today, so every layer but the innermost is one of these.
 */
const FROM_UTF8: readonly Misreading[] = READERS.map(as => ({ from: 'utf-8', as }));

/** National charsets read as something else: innermost layers only. */
const FROM_NATIONAL: readonly Misreading[] = [
  ...READERS.filter(as => as !== 'gb18030').map(as => ({ from: 'gb18030', as }) as const),
  ...READERS.filter(as => as !== 'big5' && as !== 'big5-unicode').map(as => ({ from: 'big5', as }) as const),
  { from: 'gb18030', as: 'utf-8-or-windows-1252' },
  { from: 'utf-16le', as: 'utf-16be' },
];

/** More layers than this do not occur. */
const MOST_LAYERS = 3;
/** Share of the units outside ASCII that cells must cover for a layer to be followed further. */
const COVERAGE = 0.6;
/** The same where there are many marks of loss. */
const COVERAGE_BESIDE_LOSSES = 0.25;
/** Marks of loss are many where one unit in so many is one. */
const MARKED = 12;
/** What one more layer must gain. */
const LAYER_PRICE = 4;
/** Nats that UTF-8 must gain to leave no doubt, and the share of the sample that it must explain. */
const PROVEN = 30;
const EXPLAINED = 0.5;

/** Layers by sample: the same line is looked at for evidence and for repair. */
const remembered = new Memo<{ readonly layers: FoundLayers | null }>();

/**
 * The layers that gain most on a sample.
 * @param exhaustive whether charsets are tried whose form proves nothing; UTF-8 alone otherwise, which is much quicker
 * @returns null when no layers gain anything
 */
export function findLayers(sample: string, language: Language, exhaustive = true): FoundLayers | null {
  return remembered.get(`${exhaustive} ${sample}`, () => ({ layers: search(sample, language, exhaustive) })).layers;
}

function search(sample: string, language: Language, exhaustive: boolean): FoundLayers | null {
  let best: FoundLayers | null = null;
  const whole = new Suspect(sample, language.model);
  const seen = new Set<string>([sample]);
  const explore = (suspect: Suspect, outer: Layers): void => {
    const { text } = suspect;
    const lossy = (text.match(/\ufffd/g)?.length ?? 0) * MARKED > text.length;
    const attempt = (misreading: Misreading): boolean => {
      const { from, as } = misreading;
      if (!SIGNATURE[as]!.test(text)) return false;
      const cells = suspect.readAs(misreading);
      if (coverage(text, cells, as) < (lossy && from === 'utf-8' ? COVERAGE_BESIDE_LOSSES : COVERAGE)) return false;
      const layers = [misreading, ...outer];
      const segments = segmentsOf(whole, layers, language);
      const gain =
        segments.reduce((most, segment) => (isOneInARow(segment) ? most : Math.max(most, segment.gain)), 0) - LAYER_PRICE * outer.length;
      if (gain > 0 && (!best || gain > best.gain + (areKindred(best.layers, layers) ? KINDRED_PRICE : 0))) best = { layers, gain };
      if (from === 'utf-8' && layers.length < MOST_LAYERS) {
        const undone = spell(text, cells);
        // Under every layer there is damage that shows.
        if (!seen.has(undone) && suspiciousSpots(undone).length > 0) explore(new Suspect(undone, language.model), layers);
        seen.add(undone);
      }
      return gain >= PROVEN && segments.reduce((sum, { start, end }) => sum + end - start, 0) >= EXPLAINED * sample.length;
    };
    // The form of UTF-8 does not come about by chance but for a character or two (æ¸º in ·½Ãæ¸ºÔð): where it explains the most, nothing
    // else need be tried.
    let proven = false;
    for (const misreading of FROM_UTF8) if (attempt(misreading)) proven = true;
    if (exhaustive && !proven) for (const misreading of FROM_NATIONAL) attempt(misreading);
  };
  explore(whole, []);
  return best;
}

/**
 * Whether a stretch without the form of UTF-8 is one character in a row, or one mark: ＊＊＊ by one table is ；；； or 息息息 by another,
 * and only other lines tell which.
 */
function isOneInARow({ text, layers }: Segment): boolean {
  return layers[0]!.from !== 'utf-8' && /^(?:(.)\1+|[^\u3400-\u9fff])$/.test(text);
}
