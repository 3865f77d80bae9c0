/** Whether what stands behind a mark is a shifted run, on pages where nothing is left of pairs that are none. */
import { isIdeograph } from '../../language/characters';
import type { CharacterModel } from '../../language/language';

/** How many characters are read. */
const READ = 4;
/**
 * Log probability of a character, on average, below which they are garbled: 1 in 100 beginnings of clean
 * sentences are, and all shifted ones that were seen.
 */
const IMPROBABLE = -9.5;

/** A unit that no trigram begins with: what follows is told by one character. */
const NOTHING = 0xffff;

/** ！ is what 。” and 保“ hold across their characters: the mark that is cut most. */
function isExclamation(unit: number): boolean {
  return unit === 0xff01 || unit === 0x21;
}

/**
 * Whether an exclamation mark can have been found across two characters of which the first one is gone: 會！睖丶 of 會。”溫家.
 * @param at offset of the mark
 */
export function cutsUnseen(text: string, at: number, model: CharacterModel): boolean {
  if (!isExclamation(text.charCodeAt(at)) || !isIdeograph(text.charCodeAt(at - 1)) || !isIdeograph(text.charCodeAt(at + 1))) return false;
  let total = 0;
  let read = 0;
  for (let i = at + 1, before = NOTHING, last = text.charCodeAt(at); i <= at + READ && isIdeograph(text.charCodeAt(i)); i++, read++) {
    const unit = text.charCodeAt(i);
    total += model.step(before, last, unit);
    before = last;
    last = unit;
  }
  return total < IMPROBABLE * read;
}
