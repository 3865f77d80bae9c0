/** How well a text divides into words, which the character model cannot tell: it sees only three characters at a time. */
import type { CharacterModel } from './characterModel';
import { LOG_TOTAL, type WordList } from './wordList';

/** Log probability of an ideograph that the list does not have as a word: below that of every listed word. */
const UNKNOWN = -15;
/** Log probability of a character that is no ideograph. */
const OTHER = -4;
/** Longest word that is looked up, in characters. */
const LONGEST_WORD = 5;

/**
 * How much more likely a word may be than its characters are, natural log: the list takes one in 8,192 strings for a word of any frequency.
 */
const MOST_ABOVE_CHARACTERS = 4;
/** The context at the beginning of a text: a unit with which no trigram begins. */
const NOTHING = 0xffff;

/** Natural log probability of the best division of a simplified text into words. */
export function wordScore(text: string, { words, model }: { readonly words: WordList; readonly model: CharacterModel }): number {
  const best = new Float64Array(text.length + 1).fill(-Infinity);
  best[0] = 0;
  for (let start = 0; start < text.length; start++) {
    const base = best[start]!;
    for (let length = 1; length <= LONGEST_WORD && start + length <= text.length; length++) {
      const unit = text.charCodeAt(start + length - 1);
      const han = unit >= 0x3400 && unit <= 0x9fff;
      if (!han && length > 1) break;
      const frequency = han ? words.frequency(text.slice(start, start + length)) : 0;
      if (frequency === 0 && length > 1) continue;
      const score = base + (han ? (frequency === 0 ? UNKNOWN : Math.log(frequency) - LOG_TOTAL) : OTHER);
      if (score <= best[start + length]!) continue;
      best[start + length] =
        length === 1
          ? score
          : Math.max(best[start + length]!, Math.min(score, base + MOST_ABOVE_CHARACTERS + characters(text, start, start + length, model)));
    }
  }
  return best[text.length]!;
}

/** Natural log probability of characters in a row, whatever stands before them. */
function characters(text: string, start: number, end: number, model: CharacterModel): number {
  let score = model.unigram(text[start]!);
  for (let i = start + 1; i < end; i++)
    score += model.step(i - 2 < start ? NOTHING : text.charCodeAt(i - 2), text.charCodeAt(i - 1), text.charCodeAt(i));
  return score;
}
