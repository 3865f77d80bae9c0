/** Family names of one character. */
import { UnitSet } from '../base/unitSet';
import table from '../../data/names.json';
import { simplifiedTable } from './script';

/** The weight in `server/data/names.json` of a character that is as frequent in names as in text. */
export const NEUTRAL_WEIGHT = 'm';

let familyNames: UnitSet | undefined;

/** Whether a UTF-16 unit, in either script, is a family name that is more usual in names than in other words: 朱, but not 员. */
export function isFamilyName(unit: number): boolean {
  const { chars, weights } = table.surname;
  familyNames ??= new UnitSet(Array.from(chars).filter((_, i) => weights[i]! >= NEUTRAL_WEIGHT));
  return familyNames.has(simplifiedTable()[unit]!);
}
