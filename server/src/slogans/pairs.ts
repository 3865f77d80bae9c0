/** Two items that are joined by a word: 顶板管理和瓦斯治理. Offsets are into the folded text of one line. */
import type { WordList } from '../language/language';
import { beginsWithVerb, isSaidOfAll, leadIn } from './edges';
import type { Item } from './item';

/** Shorter ones, joined by a word, are met everywhere. */
const SHORTEST = 3;
const LONGEST = 14;
/** How much longer one of the two may be. */
const MORE = 2;
/** Between a phrase and what it stands for. */
const LEAD = /^["']?[\u3400-\u9fff]{0,8}(?:[,:(]|-{1,2})(即(?:是|为)?|就是|分别[是为]|指)?/;

/** 两个重点: 顶板管理和瓦斯治理: two of one length from a place on, up to a mark; null where there are none. */
export function pairFrom(line: string, from: number): readonly Item[] | null {
  const length = line.slice(from, from + 2 * LONGEST).search(/[^\u3400-\u9fff]/);
  const half = (length - 1) / 2;
  if (!Number.isInteger(half) || half < 2 || !/[和与及]/.test(line[from + half]!) || !/[,。;)]/.test(line[from + length]!)) return null;
  return [
    { start: from, end: from + half },
    { start: from + half + 1, end: from + length },
  ];
}

/**
 * 守住保供稳价和不发生断供“两条底线”: two things before a phrase that one verb governs; null
 * where none does or the second has a verb of its own.
 */
export function governedPair(line: string, [first, second]: readonly Item[], words: WordList): readonly Item[] | null {
  const lead = leadIn(line.slice(first!.start, first!.end));
  const [front, back] = [first!.end - first!.start - lead, second!.end - second!.start];
  return lead > 0 && front > SHORTEST && Math.abs(front - back) <= MORE && !beginsWithVerb(line, second!, words)
    ? [{ start: first!.start + lead, end: first!.end }, second!]
    : null;
}

/**
 * “两归零”,即小区漏点和路面漏点在汛前归零; “两改”政策,老屋改和旧街改一起推进: two things behind a phrase that
 * end alike, with what is said of both behind them.
 * @returns null where nothing says that they are what the phrase stands for: neither 即 nor their last character
 */
export function pairAfter(line: string, end: number, phrase: string): readonly Item[] | null {
  const lead = LEAD.exec(line.slice(end, end + LONGEST));
  if (!lead) return null;
  const from = end + lead[0].length;
  const clause = /^[\u3400-\u9fff]*/.exec(line.slice(from, from + 3 * LONGEST))![0];
  for (const { index } of clause.matchAll(/[和与及]/g)) {
    if (index < SHORTEST || index > LONGEST) continue;
    const ending = clause.slice(index - (lead[1] ? 2 : 1), index);
    const length = clause.indexOf(ending, index + 2) + ending.length - index - 1;
    if (length < SHORTEST || Math.abs(length - index) > MORE) continue;
    const rest = clause.slice(index + 1 + length);
    if (lead[1] || (phrase.includes(ending) && (rest === '' || isSaidOfAll(rest))))
      return [
        { start: from, end: from + index },
        { start: from + index + 1, end: from + index + 1 + length },
      ];
  }
  return null;
}
