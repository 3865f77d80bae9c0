/**
 * How sure a stretch is that undoes exactly: the round trip proves the bytes, not that no other table, and no loss, explains them as well.
 */
import type { Proof } from '../../base/finding';
import { CharacterClass, characterClasses } from '../../language/characters';
import { isSingleByte } from '../../language/codecs/codec';
import type { Language } from '../../language/language';
import { legibility } from '../legibility';
import type { Reading } from '../lostBytes/lattice';
import { certainty } from '../lostBytes/ranking';
import { letterHolesOf } from '../lostBytes/reader';
import { isBroken, mayBeOutOfStep } from './cellLooks';
import type { Cell, Layers } from './cells';
import { isMetMoreOften, KINDRED_PRICE, variantsOf } from './layers';
import type { Segment } from './segments';
import { showsLoss } from './softHyphens';
import type { Suspect } from './suspect';

/**
 * Log-probability that a character of a reading has at least, on average, wherever it says
 * something: names of rare characters come below it.
 */
const SOUND = -9;
/**
 * Nats by which a part of a reading may fall below that and the pairs still be proven to be those that were written, and to be likely to.
 */
const PROVEN_DEPTH = 5;
const LIKELY_DEPTH = 14;

/** What a stretch says, and how sure that is. */
export interface Verdict {
  /** Best first; at least one. */
  readonly readings: readonly Reading[];
  /** Null where other tables read it about as well. */
  readonly proof: Proof | null;
}

/** Share of the probability that the best of several tables must have. */
const CERTAIN = 0.99;
/** Classes of characters that are seldom meant, but that a wrong table often gives. */
const DOUBTFUL = CharacterClass.HanRare | CharacterClass.PrivateUse | CharacterClass.Kana;

/**
 * Judges a stretch. The form of UTF-8 proves itself; without it, tables that differ in a few places may all give characters, and only what
 * they give tells them apart.
 * @param suspect the window in which the stretch lies
 * @param throughout how the whole document was misread, as far as that is known
 */
export function verdictOn(suspect: Suspect, segment: Segment, throughout: Layers | null, language: Language): Verdict {
  const own: Reading = { text: segment.text, score: 0 };
  if (segment.layers[0]!.from === 'utf-8') return { readings: [own], proof: 'proven' };
  const rivals = throughout && isSame(throughout, segment.layers) ? [] : rivalsOf(suspect, segment, language);
  if (rivals.length > 0) {
    const readings = [own, ...rivals].sort((a, b) => b.score - a.score);
    return { readings, proof: certainty(readings) >= CERTAIN ? 'likely' : null };
  }
  const margin = marginOf(suspect, segment);
  if (margin < Infinity) return { readings: [own], proof: margin >= SURE_MARGIN ? 'likely' : null };
  // Bytes that went without a trace leave a part that says nothing, up to the next ASCII character.
  const depth = depthOf(suspect.text.slice(Math.max(0, segment.start - 2), segment.start), segment.text, language);
  if (depth > LIKELY_DEPTH) return { readings: [own], proof: null };
  const isUnsure =
    depth > PROVEN_DEPTH || isDoubtful(segment.text) || mayBeStripped(suspect.text, segment) || isBesideLoss(suspect.text, segment);
  return { readings: [own], proof: isUnsure ? 'likely' : 'proven' };
}

/**
 * Nats by which the next best spelling must be worse: of 4,222 lines of own articles so read 3,867 come back
 * whole, 26 in part or wrongly, the others are left.
 */
const SURE_MARGIN = 4;

/** How sure the bytes of a stretch are where its charset spells characters in several ways; infinite where they are the only ones. */
function marginOf(suspect: Suspect, { start, end, layers }: Segment): number {
  const margins = suspect.encodedAs(layers[layers.length - 1]!.as).margins;
  return margins ? margins.subarray(start, end).reduce((least, margin) => Math.min(least, margin), Infinity) : Infinity;
}

/** What kindred tables read in place of a stretch, as probable as it is beside what its own table reads. */
function rivalsOf(suspect: Suspect, { start, end, text, layers }: Segment, { model }: Language): Reading[] {
  const before = suspect.text.slice(Math.max(0, start - 2), start);
  const probability = (read: string): number => {
    const sums = legibility(before + read, model);
    return sums[sums.length - 1]! - sums[before.length]!;
  };
  const others = new Map<string, number>();
  for (const variant of variantsOf(layers, suspect.text)) {
    const cells = cellsWithin(suspect.undone(variant), start, end);
    if (cells.length === 0 || cells.reduce((length, cell) => length + cell.end - cell.start, 0) < end - start) continue;
    others.set(cells.map(cell => cell.text).join(''), isMetMoreOften(layers, variant) ? KINDRED_PRICE : 0);
  }
  others.delete(text);
  return Array.from(others, ([other, price]) => ({ text: other, score: probability(other) - probability(text) - price }));
}

/** How far the part of a reading that says least falls below what text has, in nats; 0 where none does. */
function depthOf(before: string, text: string, { model }: Language): number {
  const sums = legibility(before + text, model);
  let depth = 0;
  let deepest = 0;
  for (let i = before.length; i < before.length + text.length; i++) {
    depth = Math.max(0, depth + SOUND - (sums[i + 1]! - sums[i]!));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** The cells that lie in a stretch; a window has many stretches, so they are not gone through from its beginning. */
function cellsWithin(cells: readonly Cell[], start: number, end: number): readonly Cell[] {
  let first = 0;
  for (let after = cells.length; first < after;) {
    const middle = (first + after) >> 1;
    if (cells[middle]!.start < start) first = middle + 1;
    else after = middle;
  }
  let last = first;
  while (last < cells.length && cells[last]!.end <= end) last++;
  return cells.slice(first, last);
}

/** Figures with a full stop that number no item: pairs that are read one byte off give them often. */
const FIGURE_WITHIN = /[\u4e00-\u9fff][\u2488-\u249b]/;

/** Whether a reading has what nobody would write between ideographs: another table may be meant, or half a pair be missing. */
function isDoubtful(text: string): boolean {
  if (/^[!-~]/.test(text) || showsLoss(text) || FIGURE_WITHIN.test(text)) return true;
  const classes = characterClasses();
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if ((classes[unit]! & DOUBTFUL) !== 0 || (unit >= 0x370 && unit <= 0x52f)) return true;
  }
  return false;
}

/**
 * Whether bytes may be gone though nothing shows it. Soft hyphens: AD begins one character in twelve in Big5, so that text without any is
 * suspect; in GBK it is rarer, and leaves traces. What is no character at all: Shift_JIS, and tables with holes where pairs have their
 * bytes, cannot read a byte or two of nearly every sentence.
 */
function mayBeStripped(text: string, { layers }: Segment): boolean {
  const [{ from, as }] = layers as [(typeof layers)[0]];
  if (as === 'shift_jis' || letterHolesOf(as).length > 0) return true;
  if (!isSingleByte(as) || text.includes('\xad')) return false;
  return from === 'big5';
}

/**
 * Whether what stands beside a stretch was lost, or is no byte of its table: then where its pairs begin and end is told by what they say,
 * and the last may be made of bytes of two.
 */
function isBesideLoss(text: string, { start, end }: Segment): boolean {
  return isBroken(text, start - 1) || mayBeOutOfStep(text, start) || isBroken(text, end);
}

function isSame(one: Layers, other: Layers): boolean {
  return one.length === other.length && one.every(({ from, as }, i) => from === other[i]!.from && as === other[i]!.as);
}
