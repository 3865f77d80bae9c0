/**
 * Items that hold what a numbered phrase counts, wherever they stand near it:
 * 统筹茶文化、茶产业、茶科技,做足“三茶”文章. Offsets are into the folded text of one line.
 */
import { UnitSet } from '../base/unitSet';
import type { WordList } from '../language/language';
import { linkAt, ownFirst, togetherIn, withoutEnumerators, withoutHead, withoutTail } from './edges';
import type { Item } from './item';

/** How far from the phrase its items are looked for. */
const REACH = 80;
const LONGEST_ITEM = 18;
const NUMBER = /^[一二两三四五六七八九十]+[个大项条种类级张本道场]?(?=[\u3400-\u9fff])/;
/** Characters that stand in any sentence. */
const COMMON = /^[的了和与及是在有为以要上下中不一大人]$/;
/** One of a list that goes on over other marks than between its parts. */
const ENUMERATED = /^[一二三四五六七八九十][是要]/;
const MARKS = ['、', ',', ';', '、,'].map(marks => new UnitSet([marks]));
/** All that parts a sentence. */
const DIVIDERS = new UnitSet(['、,;:("']);

/** The items: exactly as many in a row as the phrase announces, in its own sentence or in the one behind it; null where there are none. */
export function keyedItems(line: string, start: number, end: number, count: number, words: WordList): readonly Item[] | null {
  const phrase = line.slice(start, end);
  const counted = phrase.slice(NUMBER.exec(phrase)?.[0].length ?? 1);
  if (counted === '') return null;
  const before = sentenceBefore(line, start);
  const after = sentenceAfter(line, end);
  for (const key of keysOf(counted)) {
    for (const [from, to] of [after, before]) {
      const row = from < to ? rowWith(key, line, from, to, count) : null;
      if (!row) continue;
      const items = withoutTail(line, withoutHead(line, withoutEnumerators(line, row), phrase), phrase);
      return ownFirst(line, items, words) ?? items;
    }
  }
  const row = after[0] < after[1] ? rowWith('', line, ...after, count) : null;
  return row && togetherIn(line, row, words);
}

/** 待遇, then each character: what the items repeat. */
function keysOf(counted: string): readonly string[] {
  const single = [...new Set(counted)].filter(char => counted.length === 1 || !COMMON.test(char));
  return counted.length > 1 ? [counted.slice(-2), ...single] : single;
}

/** From the mark that ends the sentence before to the last mark before the phrase. */
function sentenceBefore(line: string, start: number): readonly [number, number] {
  let from = start;
  while (from > 0 && start - from < REACH && !/[。!?;\s]/.test(line[from - 1]!)) from--;
  const sentence = line.slice(from, start + 1);
  return [from, from + Math.max(sentence.lastIndexOf(','), sentence.lastIndexOf(':'))];
}

/** From the first mark behind the phrase to the end of the sentence; the next sentence where the phrase ends its own. */
function sentenceAfter(line: string, end: number): readonly [number, number] {
  const mark = line.slice(end, end + REACH / 4).search(/[,:。(]/);
  if (mark < 0) return [end, end];
  const from = end + mark + 1;
  let to = from;
  while (to < line.length && to - from < REACH && !/[。!?\n)]/.test(line[to]!)) to++;
  return [from, to];
}

/** Exactly `count` parts in a row that hold the key, rather divided by one mark than by several; null where there are more or fewer. */
function rowWith(key: string, line: string, from: number, to: number, count: number): readonly Item[] | null {
  // Most sentences hold no row at all, and counting tells so sooner than parting them does.
  if (key !== '' && !holdsTimes(key, line, from, to, count)) return null;
  for (const marks of MARKS) {
    if (!marksTimes(marks, line, from, to, count - 1)) continue;
    let row: Item[] = [];
    for (let start = from, at = DIVIDERS.next(line, from, to); at <= to; at = at < to ? DIVIDERS.next(line, at + 1, to) : to + 1) {
      const goesOn = at < to && marks.has(line.charCodeAt(at));
      start += linkAt(line.slice(start, at));
      const part = line.slice(start, at);
      const holds = part.length > key.length && part.length <= LONGEST_ITEM && part.includes(key) && !ENUMERATED.test(part);
      if (holds) row.push({ start, end: at });
      if (!holds || !goesOn) {
        // Two parts that hold one character are met everywhere.
        if (row.length === count && (count > 2 || atOneEnd(key, line, row))) return row;
        row = [];
      }
      start = at + 1;
    }
  }
  return null;
}

/** Whether a text stands so often in a range, side by side or apart. */
function holdsTimes(key: string, line: string, from: number, to: number, times: number): boolean {
  // Cut out first: a search would go on behind the range.
  const range = line.slice(from, to);
  for (let at = range.indexOf(key); times > 0 && at >= 0; at = range.indexOf(key, at + key.length)) times--;
  return times <= 0;
}

/** Whether so many marks stand in a range. */
function marksTimes(marks: UnitSet, line: string, from: number, to: number, times: number): boolean {
  for (let at = marks.next(line, from, to); times > 0 && at < to; at = marks.next(line, at + 1, to)) times--;
  return times <= 0;
}

function atOneEnd(key: string, line: string, items: readonly Item[]): boolean {
  return (
    key.length > 1 ||
    items.every(item => line.startsWith(key, item.start)) ||
    items.slice(0, -1).every(item => line.endsWith(key, item.end))
  );
}
