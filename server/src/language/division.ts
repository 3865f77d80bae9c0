/** How a short text divides into words. */
import { LOG_TOTAL, type WordList } from './wordList';

/** Longest word of the list that is tried, in characters; longer ones are names and idioms. */
const LONGEST = 4;
/** Logarithm of the count that a character without an entry gets. */
const UNKNOWN = Math.log(0.5);

/** A text divided into words. */
export interface Division {
  /** Empty for an empty text. */
  readonly lastWord: string;
  /** Log likelihood of the words, each by its frequency alone. */
  readonly likelihood: number;
}

/** The log likelihood of a word by its frequency; a character that the list does not have counts as a rare one. */
export function likelihoodOf(word: string, words: WordList): number {
  const frequency = words.frequency(word);
  return (frequency > 0 ? Math.log(frequency) : word.length === 1 ? UNKNOWN : -Infinity) - LOG_TOTAL;
}

/** The likeliest division of a text into words of the list. */
export function divided(text: string, words: WordList): Division {
  const best: { likelihood: number; length: number }[] = [{ likelihood: 0, length: 0 }];
  for (let end = 1; end <= text.length; end++) {
    let found = { likelihood: -Infinity, length: 1 };
    for (let length = 1; length <= Math.min(LONGEST, end); length++) {
      const likelihood = best[end - length]!.likelihood + likelihoodOf(text.slice(end - length, end), words);
      if (likelihood > found.likelihood) found = { likelihood, length };
    }
    best.push(found);
  }
  const { likelihood, length } = best[text.length]!;
  return { lastWord: text.slice(text.length - length), likelihood };
}
