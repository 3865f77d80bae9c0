/** Whether quoted words that the table lacks are a set phrase. Works on folded text without the quotation marks. */
import type { WordList } from '../language/language';
import { weigh, type Quoted } from './evidence';
import { isFigureOfSpeech } from './figures';
import { isBuiltAlike, isFormed, isManner, isNumbered, isParallel, isSum } from './forms';
import { BEFORE, BEHIND } from './surroundings';

const HAN = /^[\u3400-\u9fff]+$/;
/** 我图心安,不图名声: clauses that somebody said. */
const SPEAKER = /[我你您俺]/;
const LONGEST = 40;
/** How long a phrase of one part can be. */
const LONGEST_PART = 20;

/** Whether a quoted phrase is a set phrase: by its form, by what it is held for, or because more speaks for it than against it. */
export function isSetPhrase(quoted: Quoted): boolean {
  return decided(quoted) ?? weigh(quoted) > 0;
}

/** What form alone decides; undefined where it does not. */
function decided(quoted: Quoted): boolean | undefined {
  const { phrase, before, after, words } = quoted;
  if (phrase.length < 2 || phrase.length > LONGEST || /[。;:!?]/.test(phrase)) return false;
  const parts = phrase.split(/[、,]/);
  if (parts.length > 1) return (isParallel(parts) && !(phrase.includes(',') && SPEAKER.test(phrase))) || isHeld(quoted) || undefined;
  if (isSum(phrase) || isFigureOfSpeech(phrase)) return true;
  if (phrase.length > LONGEST_PART || BEFORE.calling.test(before)) return false;
  if (BEHIND.named.test(after) && !/^[一两二三四五六七八九\d]/.test(phrase)) return false;
  // “131”安全管控模式: digits alone name nothing else.
  if (/^[1-9]\d{1,4}$/.test(phrase)) return BEHIND.classifiedFar.test(after);
  const called = { far: BEHIND.classifiedFar.test(after), near: BEHIND.classified.test(after) };
  if (isNumbered(phrase, called, words)) return true;
  if (!HAN.test(phrase)) return undefined;
  if (isManner(phrase) || (isHeld(quoted) && !words.has(phrase))) return true;
  return (!words.has(phrase) && (isBuiltAlike(phrase, words) || isFormed(phrase) || isByMeans(phrase, words))) || undefined;
}

/** 以“X”为抓手, 把“X”作为追求, 在“X”上下功夫 */
function isHeld({ before, after }: Quoted): boolean {
  return (
    (before.endsWith('以') && BEHIND.aim.test(after)) ||
    (/[把将]$/.test(before) && BEHIND.aimed.test(after)) ||
    (before.endsWith('在') && BEHIND.workedAt.test(after))
  );
}

/** 以学铸魂, 以竹代塑; not 以小时计. */
function isByMeans(phrase: string, words: WordList): boolean {
  return /^以...$/.test(phrase) && !words.has(phrase.slice(1, 3));
}
