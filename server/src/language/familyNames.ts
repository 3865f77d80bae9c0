/** Family names of one character. */
import { nameCharacters, NEUTRAL } from './nameCharacters';
import { simplifiedTable } from './script';

/** Whether a UTF-16 unit, in either script, is a family name that is more usual in names than in other words: 朱, but not 员. */
export function isFamilyName(unit: number): boolean {
  return nameCharacters().family[simplifiedTable()[unit]!]! >= NEUTRAL;
}
