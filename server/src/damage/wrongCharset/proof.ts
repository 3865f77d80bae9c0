/** How sure a stretch is that undoes exactly: the round trip proves the bytes, not that no other table, and no loss, explains them as well. */
import type { Proof } from '../../base/finding';
import { CharacterClass, characterClasses } from '../../language/characters';
import { isSingleByte } from '../../language/codecs/codec';
import type { Language } from '../../language/language';
import { legibility } from '../legibility';
import type { Reading } from '../lostBytes/lattice';
import { certainty } from '../lostBytes/ranking';
import { isBroken, mayBeOutOfStep } from './cellLooks';
import type { Layers } from './cells';
import { variantsOf } from './layers';
import type { Segment } from './segments';
import { showsLoss } from './softHyphens';
import type { Suspect } from './suspect';

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
  const isUnsure = isDoubtful(segment.text) || mayBeStripped(suspect.text, segment) || isBehindLoss(suspect.text, segment);
  return { readings: [own], proof: isUnsure ? 'likely' : 'proven' };
}

/** Nats by which the next best spelling must be worse: of 840 lines of own articles so read 750 are put in place, three of them wrongly. */
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
  const others = new Set<string>();
  for (const variant of variantsOf(layers, suspect.text)) {
    const cells = suspect.undone(variant).filter(cell => cell.start >= start && cell.end <= end);
    if (cells.length === 0 || cells.reduce((length, cell) => length + cell.end - cell.start, 0) < end - start) continue;
    others.add(cells.map(cell => cell.text).join(''));
  }
  others.delete(text);
  return Array.from(others, other => ({ text: other, score: probability(other) - probability(text) }));
}

/** Whether a reading has what nobody would write between ideographs: another table may be meant, or half a pair be missing. */
function isDoubtful(text: string): boolean {
  if (/^[!-~]/.test(text) || showsLoss(text)) return true;
  const classes = characterClasses();
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if ((classes[unit]! & DOUBTFUL) !== 0 || (unit >= 0x370 && unit <= 0x52f)) return true;
  }
  return false;
}

/**
 * Whether soft hyphens may be gone though nothing shows it: AD begins one character in twelve in Big5, so that text without any is suspect; in GBK it is
 * rarer, and leaves traces.
 */
function mayBeStripped(text: string, { layers }: Segment): boolean {
  const [{ from, as }] = layers as [(typeof layers)[0]];
  if (!isSingleByte(as) || text.includes('\xad')) return false;
  return from === 'big5';
}

/** Whether what stands before a stretch was lost, or is no byte of its table: then where its pairs begin is told by what they say. */
function isBehindLoss(text: string, { start }: Segment): boolean {
  return isBroken(text, start - 1) || mayBeOutOfStep(text, start);
}

function isSame(one: Layers, other: Layers): boolean {
  return one.length === other.length && one.every(({ from, as }, i) => from === other[i]!.from && as === other[i]!.as);
}
