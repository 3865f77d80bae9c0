/** How well a text divides into words: what the character model, which sees three characters, cannot tell. */
import type { WordList } from './wordList';

/** Occurrences that the word list is counted from, as a natural logarithm, and what an unknown character costs. */
const LOG_TOTAL = Math.log(6e7), UNKNOWN = -15, LONGEST_WORD = 5;

/** Natural log probability of the best division of a simplified text into words. */
export function wordScore(text: string, words: WordList): number {
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
      const score = base + (han ? (frequency === 0 ? UNKNOWN : Math.log(frequency) - LOG_TOTAL) : -4);
      if (score > best[start + length]!) best[start + length] = score;
    }
  }
  return best[text.length]!;
}
