/** How readings of lost bytes are compared: characters, then words. */
import type { Language } from '../../language/language';
import { foldScript } from '../../language/script';
import { wordScore } from '../../language/wordScore';
import type { Reading } from './lattice';

/** Factor on the score of the division into words, which is added to the score of the characters. */
const WORD_WEIGHT = 0.5;
/** How many readings are compared by words. */
export const RANKED = 160;
/** How many characters on either side are compared together with them. */
const REACH = 4;

/** The readings with words counted in, best first. */
export function byWords(readings: readonly Reading[], before: string, after: string, language: Language): Reading[] {
  const near = before.slice(-REACH);
  const behind = after.slice(0, REACH);
  return readings
    .slice(0, RANKED)
    .map(({ text, score }) => ({ text, score: score + WORD_WEIGHT * wordScore(foldScript(near + text + behind), language) }))
    .sort((a, b) => b.score - a.score);
}

/** The score that `byWords` would give a text in the same place: comparable with the scores of its readings. */
export function scoreBetween(before: string, text: string, after: string, language: Language): number {
  const score = language.model.score(before + text + after.slice(0, 3), before.length);
  return byWords([{ text, score }], before, after, language)[0]!.score;
}

/**
 * How sure the best of several readings is: its share of the probability of all.
 * @returns 0 for none, 1 for a single one
 */
export function certainty(readings: readonly Reading[]): number {
  const best = readings[0];
  if (!best) return 0;
  return 1 / readings.reduce((sum, reading) => sum + Math.exp(reading.score - best.score), 0);
}

/** Quotation marks and brackets come in pairs, and a text keeps to one kind of them. */
const PAIRS = '“”‘’「」『』《》〈〉（）【】';

/** Whether a reading has no quotation mark or bracket whose partner neither it nor the text around it has. */
export function fits(reading: string, text: string): boolean {
  return Array.from(reading).every(mark => {
    const at = PAIRS.indexOf(mark);
    return at < 0 || text.includes(PAIRS[at ^ 1]!) || reading.includes(PAIRS[at ^ 1]!);
  });
}

/** What a reading costs, in nats, that leaves open at the end of a line what others close. */
const LEFT_OPEN = 8;

/**
 * Readings of the end of a line, those after others that leave a quotation or a bracket open.
 * @param line what stands before them
 */
export function closingFirst(readings: readonly Reading[], line: string): Reading[] {
  return readings
    .map(reading => (leavesOpen(line + reading.text) ? { ...reading, score: reading.score - LEFT_OPEN } : reading))
    .sort((a, b) => b.score - a.score);
}

/** Whether a text opens a quotation or a bracket that it does not close. */
export function leavesOpen(text: string): boolean {
  for (let at = 0; at < PAIRS.length; at += 2) {
    const opened = text.lastIndexOf(PAIRS[at]!);
    if (opened >= 0 && !text.includes(PAIRS[at + 1]!, opened)) return true;
  }
  return false;
}
