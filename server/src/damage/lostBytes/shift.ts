/** One byte of text in pairs lost or replaced: all that follows up to the next ASCII character is read one byte off. */
import { Memo } from '../../base/memo';
import { codec } from '../../language/codecs/codec';
import type { Language } from '../../language/language';
import { legibility } from '../legibility';
import { bytesIn } from './byteSet';
import { readLattice, type Place, type Reading } from './lattice';
import { byWords, fits } from './ranking';
import { isLossMark, placesOf } from './reader';

/** A run that is read one byte off, and what it may have been. */
export interface ShiftedRun {
  readonly start: number;
  readonly end: number;
  /** Best first; scores compare the readings of one run. */
  readonly readings: readonly Reading[];
  /** Nats that the best reading gains over the text as it stands. */
  readonly gain: number;
}

/**
 * How far from where the run seems to begin the byte may have been lost: what is read one byte off may look sound for a character or two.
 */
const AROUND = 4;
/** What it costs that a byte is missing, in nats: it may be missing in many places. */
const MISSING = 7;
/** The same at the end of a run of which one is missing already. */
const MISSING_AT_END = 2;
/** How many bytes may be missing: one, and another where the run ends. */
const MOST_MISSING = 2;
/** What a quotation mark or bracket without its partner costs, in nats: that may be lost as well. */
const UNPAIRED = 4;
/** How many marks of loss a run may hold. */
const MOST_MARKS = 2;
/** Nats that reading one byte off must gain before the missing byte is looked for. */
const PROMISING = 10;
/** Nats that the characters must then have on average: news has -5, what is read one byte off -11. */
const LEGIBLE = -8;
/** How many readings are followed at a time. */
const WIDTH = 160;
/** Longest run in characters; what is longer is something else. */
const LONGEST = 400;
/** Characters on either side of a run that are scored together with it. */
const CONTEXT = 6;

/** Bytes behind a mark of loss in a run; a space is one when a reader put it for a byte that it replaced. */
const ANY = bytesIn([0x40, 0xfe]);
const REPLACED_BY_SPACE: Place = [
  { bytes: [ANY], cost: 3 },
  { bytes: [bytesIn([0x20, 0x20])], cost: 0 },
];

/** Runs by place and text: the same line is read again in every round of undoing. */
const remembered = new Memo<{ readonly run: ShiftedRun | null }>();

/**
 * Reads the run that holds an offset, if it is one byte off from somewhere on.
 * @param at offset of a character that has two bytes in GBK
 * @returns null when no place and value of a byte make the text more legible
 */
export function undoShift(text: string, at: number, language: Language): ShiftedRun | null {
  return remembered.get(`${at} ${text}`, () => ({ run: search(text, at, language) })).run;
}

function search(text: string, at: number, language: Language): ShiftedRun | null {
  const run = pairsAround(text, at);
  if (!run) return null;
  const short = readTo(text, run.first, run.end, language);
  const whole = isHalfLetter(text, run.end) ? readTo(text, run.first, run.end + 1, language) : null;
  return whole && whole.gain > (short?.gain ?? 0) ? whole : short;
}

/** The run between two offsets, behind which text is read as it was meant again. */
function readTo(text: string, first: number, runEnd: number, language: Language): ShiftedRun | null {
  const from = beginning(text, first, runEnd, language);
  if (from < 0) return null;
  const end = withMarks(text, runEnd, 1);
  const earliest = Math.max(first, from - AROUND);
  // The byte itself may stand there as a mark, or as a space.
  const start = earliest === first ? withMarks(text, earliest, -1) : earliest;
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const after = text.slice(end, end + CONTEXT) || '\n';
  const head = placesIn(text, start, Math.min(end, from + AROUND));
  const tail = placesIn(text, Math.min(end, from + AROUND), end);
  if (!head || !tail) return null;
  const readings = readLattice(
    {
      places: [...head, ...tail],
      charset: 'gb18030',
      before,
      after,
      dropped: { bytes: ANY, cost: MISSING, most: MOST_MISSING, until: head.length, costAtEnd: MISSING_AT_END },
    },
    language,
    WIDTH,
  );
  if (readings.length === 0) return null;
  const asItIs = sum(legibility(before + text.slice(start, end) + after.slice(0, 3), language.model), before.length);
  const around = text.slice(0, start) + text.slice(end);
  const ranked = byWords(readings, before, after, language).map(reading =>
    fits(reading.text, around) ? reading : { ...reading, score: reading.score - UNPAIRED },
  );
  return { start, end, readings: ranked.sort((a, b) => b.score - a.score), gain: readings[0]!.score - asItIs };
}

/**
 * Whether the letter or sign at an offset may be the second half of a character, which ends a run: 部 in 嘘P部. Many characters of
 * traditional text have one (關 is EA 50, “P”); words of letters and what stands before numbers are meant.
 */
function isHalfLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x40 && unit <= 0x7e && !(text.charCodeAt(at + 1) <= 0x7e);
}

/** The characters around `at` that have two bytes each; null when there are too many. */
function pairsAround(text: string, at: number): { readonly first: number; readonly end: number } | null {
  let first = at;
  let end = at + 1;
  while (first > 0 && isPaired(text, first - 1) && at - first < LONGEST) first--;
  while (end < text.length && isPaired(text, end) && end - first <= LONGEST) end++;
  return end - first > LONGEST ? null : { first, end };
}

/** An end of a run with the marks of loss beyond it, before it with spaces too. */
function withMarks(text: string, edge: number, side: 1 | -1): number {
  for (let marks = 0; marks < MOST_MARKS; marks++) {
    const beside = side < 0 ? edge - 1 : edge;
    if (beside < 0 || beside >= text.length || !(isLossMark(text.charCodeAt(beside)) || (side < 0 && text[beside] === ' '))) break;
    edge += side;
  }
  return edge;
}

/** Whether a unit has two bytes in GBK. */
function isPaired(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit > 0x7f && unit !== 0xfffd && codec('gb18030').encodeInto(unit, [0, 0, 0, 0], 0) === 2;
}

/** From where on a run is more legible read one byte off; -1 when it is not. Two passes over it. */
function beginning(text: string, first: number, end: number, { model }: Language): number {
  const { encodeInto, decodeAt } = codec('gb18030');
  const bytes: number[] = [];
  for (let i = first; i < end; i++) encodeInto(text.charCodeAt(i), bytes, bytes.length);
  // Read one byte off each unit gives one again; what cannot be read stands as U+FFFD.
  let shifted = '';
  for (let at = 1; at + 1 < bytes.length; at += 2) {
    const read = decodeAt(bytes, at, at + 2);
    shifted += read >= 0 && (read & 7) === 2 ? String.fromCharCode(read >>> 3) : '\ufffd';
  }
  const asItIs = legibility(text.slice(first, end), model);
  const off = legibility(shifted, model);
  let best = -1;
  let bestGain = PROMISING;
  for (let k = 0; k < shifted.length - 1; k++) {
    const gain = off[shifted.length]! - off[k]! - (asItIs[end - first]! - asItIs[k + 1]!);
    if (gain > bestGain) {
      best = first + k;
      bestGain = gain;
    }
  }
  return best >= 0 && off[shifted.length]! - off[best - first]! > LEGIBLE * (shifted.length - best + first) ? best : -1;
}

function placesIn(text: string, from: number, to: number): Place[] | null {
  const places: Place[] = [];
  for (let i = from; i < to; i++) {
    const here = text[i] === ' ' ? [REPLACED_BY_SPACE] : placesOf(text[i]!, 'gb18030');
    if (!here) return null;
    places.push(...here);
  }
  return places;
}

const sum = (sums: Float64Array, from: number): number => sums[sums.length - 1]! - sums[from]!;
