/**
 * Soft hyphens (AD) of text in pairs that was read as Latin-1: browsers do not copy what they do not show, and programs strip it. AD begins
 * 個 們 會 要 in Big5: what follows is read one byte off, and often falls into step again before anything shows that it was not.
 */
import { CharacterClass, characterClasses } from '../../language/characters';
import { codec, isSingleByte } from '../../language/codecs/codec';
import type { Language } from '../../language/language';
import { LEFT_OVER } from '../leftOver';
import { byte } from '../lostBytes/byteSet';
import { knownPlace, readLattice, type Dropped } from '../lostBytes/lattice';
import { isSoundUnit, type Gap } from './gaps';
import type { Segment } from './segments';

const SOFT_HYPHEN = 0xad;
/** About one character in twelve has the byte. */
const DROPPED: Dropped = { bytes: byte(SOFT_HYPHEN), cost: 3, most: 12 };
/** How far behind the text without them it must be to be out of the question. */
const UNDOUBTED = 8;
/** Longer stretches are left as they are. */
const LONGEST = 240;

/**
 * What surrounds a segment, with soft hyphens put back; null when none are missing.
 * @param text the window in which the segment lies
 */
export function withSoftHyphens(text: string, segment: Segment, language: Language): Gap | null {
  const [layer] = segment.layers;
  if (segment.layers.length > 1 || !layer || layer.from === 'utf-8' || !isSingleByte(layer.as) || text.includes('\xad')) return null;
  const { encodeInto } = codec(layer.as);
  const one = [0];
  const byteAt = (at: number): number => (at >= 0 && at < text.length && encodeInto(text.charCodeAt(at), one, 0) === 1 ? one[0]! : -1);
  if (encodeInto(SOFT_HYPHEN, one, 0) !== 1 || one[0] !== SOFT_HYPHEN) return null;
  let { start, end } = segment;
  while (byteAt(start - 1) >= 0 && end - start <= LONGEST) start--;
  while (byteAt(end) >= 0 && end - start <= LONGEST) end++;
  if (end - start > LONGEST || (layer.from !== 'big5' && !isOutOfStep(text, segment, start, end))) return null;
  const places = Array.from({ length: end - start }, (_, i) => knownPlace(byteAt(start + i)));
  const lattice = { places, charset: layer.from, before: text.slice(0, start).slice(-2), after: text.slice(end, end + 3) || '\n' };
  const readings = readLattice({ ...lattice, dropped: DROPPED }, language);
  const [asItIs] = readLattice(lattice, language);
  const other = readings.find(({ text: reading }) => reading !== asItIs?.text);
  if (!other || (asItIs && asItIs.score - other.score > UNDOUBTED)) return null;
  return { start, end, layer, readings, isBounded: isSoundUnit(text.charCodeAt(start - 1)) && isSoundUnit(text.charCodeAt(end)) };
}

/** A letter that is left of a pair; or a wide space, which the two pairs of an ellipsis are without their soft hyphens in GBK. */
export function showsLoss(read: string): boolean {
  return LEFT_OVER.test(read) || /\S\u3000+\S/.test(read);
}

/**
 * Whether anything shows that pairs are not the ones that were written: a letter or a rare
 * character in the midst, or what is no pair at all.
 */
function isOutOfStep(text: string, segment: Segment, start: number, end: number): boolean {
  if (/[\x80-\xff]/.test(text.slice(start, segment.start) + text.slice(segment.end, end)) || showsLoss(segment.text)) return true;
  const classes = characterClasses();
  const strange = CharacterClass.HanRare | CharacterClass.PrivateUse | CharacterClass.Kana;
  for (let i = 0; i < segment.text.length; i++) if ((classes[segment.text.charCodeAt(i)]! & strange) !== 0) return true;
  return false;
}
