/** One byte of GBK text lost or replaced: all that follows up to the next ASCII character is read one byte off. */
import { codec } from '../../language/codecs/codec';
import type { Language } from '../../language/language';
import { legibility } from '../legibility';
import { readPattern, UNKNOWN, type Reading } from './recover';

export interface ShiftedRun {
  readonly start: number;
  readonly end: number;
  /** Best first; scores compare the readings of one run. */
  readonly readings: readonly Reading[];
  /** Nats that the best reading gains over the text as it stands. */
  readonly gain: number;
}

/** The byte may have been lost this many units before the first strange character, or as many after it: a rare name may stand before. */
const BEFORE = 3, AFTER = 5;
/** Units of a run that are looked at first, with how many readings, and what putting the byte back must gain there. */
const PROBE = 14, NARROW = 4, PROMISING = 8;
/** Readings of the whole run that are followed at a time. */
const WIDE = 14;
/** Longer runs are something else, and too long to search. */
const LONGEST = 240;

/**
 * Reads a run that is one byte off.
 * @param from where strange characters begin, `to` where they end
 * @returns null when no place and value of the byte make the text more legible
 */
export function undoShift(text: string, from: number, to: number, language: Language): ShiftedRun | null {
  const { encodeInto } = codec('gb18030');
  // The run ends where reading falls into step again: at ASCII, or at the end of the line.
  if (to - from > LONGEST) return null;
  let end = to;
  while (end < text.length && text.charCodeAt(end) > 0x7f) if (end++ - from > LONGEST) return null;
  if (end < text.length && text.charCodeAt(end) === 0x3f) end++;
  const first = Math.max(0, from - BEFORE);
  const asItIs = (until: number): number => { const sums = legibility(text.slice(first, until), language.model); return sums[sums.length - 1]!; };
  const starts = Array.from({ length: Math.max(0, Math.min(from + AFTER, end - 1) - first + 1) }, (_, i) => first + i);
  // A look at the beginning of the run tells whether it is shifted at all, and from where.
  const probeEnd = Math.min(end, from + PROBE), probed = asItIs(probeEnd);
  const promising = probeEnd === end ? starts : starts.filter(start => {
    const tokens = tokensOf(text, start, probeEnd, encodeInto);
    return tokens !== null && patternsOf(tokens).some(pattern => {
      const [best] = readPattern(pattern, 'gb18030', text.slice(Math.max(0, start - 6), start), '', language, NARROW);
      return best !== undefined && best.score + language.model.score(text, first, start) - probed >= PROMISING;
    });
  });
  const found = new Map<string, { start: number; text: string; score: number }>();
  const stop = Math.min(text.length, end + 3);
  for (const start of promising) {
    const tokens = tokensOf(text, start, end, encodeInto);
    if (!tokens) continue;
    for (const pattern of patternsOf(tokens)) {
      for (const reading of readPattern(pattern, 'gb18030', text.slice(Math.max(0, start - 6), start), text.slice(end, end + 4) || '\n', language, WIDE)) {
        // Readings that begin later keep what stands before them.
        const kept = language.model.score(text, first, start), score = kept + reading.score;
        const whole = text.slice(first, start) + reading.text;
        if (score > (found.get(whole)?.score ?? -Infinity)) found.set(whole, { start: first, text: whole, score });
      }
    }
  }
  const readings = [...found.values()].sort((a, b) => b.score - a.score);
  if (readings.length === 0) return null;
  const gain = readings[0]!.score - asItIs(stop);
  // What all likely readings share with the text is no part of the damage.
  return { start: first, end, readings: readings.slice(0, 40), gain };
}

/** Bytes of `text[start..end)`; -2 where a unit stands for what could not be read; null when a character is not in GBK. */
function tokensOf(text: string, start: number, end: number, encodeInto: (codePoint: number, out: number[], at: number) => number): number[] | null {
  const tokens: number[] = [];
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x3f || unit === 0xfffd) { tokens.push(-2); continue; }
    const length = encodeInto(unit, tokens, tokens.length);
    if (length === 0) return null;
  }
  return tokens;
}

/** Ways to put one byte back at or after the first, with lost marks as one or two bytes; only those that come out even. */
function patternsOf(tokens: readonly number[]): number[][] {
  const patterns: number[][] = [];
  const marks = tokens.filter(token => token === -2).length;
  if (marks > 3) return patterns;
  for (let choice = 0; choice < 1 << marks; choice++) {
    let n = 0;
    const bytes = tokens.flatMap(token => (token !== -2 ? [token] : (choice >> n++) & 1 ? [UNKNOWN] : [UNKNOWN, UNKNOWN]));
    // A replaced byte stands there as a mark; a lost one does not.
    const inserted = tokens[0] === -2 ? [bytes] : [[UNKNOWN, ...bytes], [bytes[0]!, UNKNOWN, ...bytes.slice(1)]];
    for (const pattern of inserted) {
      if (pattern.length % 2 === 0) patterns.push(pattern);
      else if (tokens[tokens.length - 1] !== -2) patterns.push([...pattern, UNKNOWN]);
    }
  }
  return patterns;
}
