/** Items of phrases with several numbers: 1+3+N, 1234, 一廊三带, 四水四定. Offsets are into the folded text of one line. */
import type { WordList } from '../language/language';
import { ownFirst, withoutHead, withoutTail } from './edges';
import { LEAD, type Item } from './item';
import { leadingNumber, PAIR } from './numerals';

const LONGEST_ITEM = 18;
/** How far behind a phrase the mark may stand that its items follow, and how far before it the last of them ends. */
const DETOUR = 10;
/** 1+3+N, 1234 */
const DIGITS = /^(?:\d{1,2}(?:\+[\dA-Z]{1,2}){1,4}|[1-9]{2,5})$/;

/**
 * “1+3+N”体系,即1个平台、3支队伍、N项制度; “123”思路,守住一条底线、…: each item has its number.
 * @returns undefined where the phrase is no such row, null where the items are not given
 */
export function digitItems(line: string, end: number, phrase: string): readonly Item[] | null | undefined {
  if (!DIGITS.test(phrase)) return undefined;
  const numbers = phrase.includes('+') ? phrase.split('+') : [...phrase];
  const items = partsAfter(line, end, numbers.length);
  const has = (text: string, number: string): boolean =>
    text.includes(number) || [...text].some(char => leadingNumber(char) === Number(number));
  return items?.every(({ start, end: to }, i) => has(line.slice(start, to), numbers[i]!)) ? items : explained(line, end, numbers);
}

/** How far behind a row of digits the explanation of the last of them may end. */
const EXPLAINED = 200;
const EXPLAINS = /^"[,:]?(?:就是|指的是|即|是指|是|指|为|代表)?:?/;

/**
 * “1+4+N”办法--“1”,就是一个专班;“4”,就是四个小组;“N”,就是若干措施: what each number stands for, up to the end
 * of its clause; null where one is not explained.
 */
function explained(line: string, end: number, numbers: readonly string[]): readonly Item[] | null {
  const items: Item[] = [];
  let at = end + 1;
  for (const number of numbers) {
    const quoted = line.slice(at, end + EXPLAINED).indexOf(`"${number}"`);
    if (quoted < 0) return null;
    const closing = at + quoted + 1 + number.length;
    const start = closing + EXPLAINS.exec(line.slice(closing, closing + LONGEST_ITEM))![0].length;
    const length = line.slice(start, end + EXPLAINED).search(/[;。"]/);
    at = length < 0 ? line.length : start + length;
    if (at - start < 2) return null;
    items.push({ start, end: /[,、]/.test(line[at - 1]!) ? at - 1 : at });
  }
  return items;
}

/**
 * “三查三看”活动,查思想、查作风、查纪律,看担当、看落实、看成效: as many as the sum of the numbers, each with a character of the phrase at
 * one end; or as many as a number that stands twice.
 */
export function groupItems(line: string, start: number, end: number, count: number, words: WordList): readonly Item[] | null {
  const phrase = line.slice(start, end).replace(/[()]/g, '');
  const all = partsAfter(line, end, count);
  const atEnd = ({ start: from, end: to }: Item): boolean =>
    to - from > 1 && (phrase.includes(line[from]!) || phrase.includes(line[to - 1]!));
  const items = all && [ownFirst(line, all, words), all].find(parts => parts?.every(atEnd));
  return items ?? paired(line, start, end, phrase);
}

/** “四水四定”,以水定城、以水定地、…; “三时三必到”,天亮时、换班时、落雨时一刻不能放松: each item has what one or both halves say. */
function paired(line: string, start: number, end: number, phrase: string): readonly Item[] | null {
  const halves = PAIR.exec(phrase)?.slice(2);
  if (!halves) return null;
  const count = leadingNumber(phrase);
  const behind = partsAfter(line, end, count);
  const before = partsBefore(line, start, count);
  for (const parts of [before && withoutHead(line, before, phrase), behind && withoutTail(line, behind, phrase)])
    for (const keys of [halves, halves.slice(0, 1), halves.slice(1)])
      if (parts?.every(part => keys.every(key => line.slice(part.start, part.end).includes(key)))) return parts;
  return null;
}

/** The parts behind a phrase, from its first mark on, divided by 、 or commas; null where there are fewer. */
function partsAfter(line: string, end: number, count: number): readonly Item[] | null {
  const mark = line.slice(end, end + DETOUR).search(/[,:(-]/);
  if (mark < 0) return null;
  let start = end + mark + 1;
  while (line[start] === '-') start++;
  start += LEAD.exec(line.slice(start, start + 12))![0].length;
  const parts: Item[] = [];
  for (let at = start; at <= line.length && at - start <= LONGEST_ITEM; at++) {
    if (at < line.length && !/[、,。;!?)]/.test(line[at]!)) continue;
    parts.push({ start, end: at });
    if (at === line.length || !/[、,;]/.test(line[at]!) || parts.length === count) break;
    start = at + 1;
  }
  return parts.length === count && parts.every(part => part.end > part.start) ? parts : null;
}

/** The parts that end at a phrase, divided by 、; null where there are fewer. */
function partsBefore(line: string, start: number, count: number): readonly Item[] | null {
  let end = line[start - 1] === '"' ? start - 1 : start;
  if (/[等的]/.test(line[end - 1] ?? '')) end--;
  const parts: Item[] = [];
  for (let at = end, to = end; at >= 0 && to - at <= LONGEST_ITEM && parts.length < count; at--) {
    if (at > 0 && !/[、,。;:!?"\s]/.test(line[at - 1]!)) continue;
    parts.unshift({ start: at, end: to });
    if (line[at - 1] !== '、') break;
    to = at - 1;
  }
  return parts.length === count && parts.every(part => part.end > part.start) ? parts : null;
}
