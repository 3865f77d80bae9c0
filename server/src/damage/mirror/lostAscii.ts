/** What the ASCII character behind a restored character may have been, where the page shows both as one. */
import { COST } from './costs';
import { LOST_ASCII } from './hypothesis';

/** Nothing of the text, but what the site put before a mark. */
export const INSERTED = 0;

/** One such character, and what it costs that it is this one: natural log. */
export interface AsciiEnding {
  /** `LOST_ASCII` where it cannot be told, or `INSERTED`. */
  readonly ascii: number;
  readonly cost: number;
}

const SPACE = 0x20;
const ZERO = 0x30;
const ONE = 0x31;
const TWO = 0x32;
const YEAR = /^(?:19|20)\d\d[-年.]/;
/** Years without their first digit: 022年, 022-02-18, 998年. */
const REST_OF_YEAR = /^(?:0[0-3]|9\d)\d(?:年|[-./]\d)/;

/**
 * What may have been lost together with half of a character: a digit, of which only the first one of a year can be told, or a space; and
 * before another `?`, which can be a mark or the half of one, what the site put before that.
 * @param behind the five characters that follow
 */
export function lostEndings(behind: string, inserts: boolean): readonly AsciiEnding[] {
  const digit = REST_OF_YEAR.test(behind) ? (behind.startsWith('0') ? TWO : ONE) : LOST_ASCII;
  const endings: AsciiEnding[] = [
    { ascii: digit, cost: COST.swallowed + (YEAR.test(behind) ? COST.beforeYear : 0) },
    { ascii: SPACE, cost: COST.swallowed + COST.space },
  ];
  if (inserts && behind.startsWith('?')) endings.push({ ascii: INSERTED, cost: 0 });
  return endings;
}

/** What it counts as for the character model: one that is lost is mostly a digit. */
export function lookOf(ascii: number): number {
  return ascii === LOST_ASCII ? ZERO : ascii;
}
