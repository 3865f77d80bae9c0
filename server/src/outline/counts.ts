/**
 * Announced counts and the items found for them: before the number (…、…、…三对关系), behind it
 * (三笔账：…), as numbered parts, as a head's children.
 */
import { addToGroup } from '../base/groups';
import { perContent } from '../base/memo';
import { UnitSet } from '../base/unitSet';
import type { Article, Paragraph } from '../article/article';
import { enumeratorAt, type EnumeratorClass } from '../article/enumerators';
import type { PlacedProse, Prose } from '../article/prose';
import type { FoundDirective } from './directives/directives';
import type { Placed } from './levels';
import { numberPhrases, type NumberPhrase } from './numbers';
import type { DeclaredCount } from './outline';
import { unitsOf } from './directives/passage';
import { scanOf, SIGN } from './orders/signs';
import type { Unit } from './directives/units';

const SENTENCE_ENDS = new UnitSet(['。!?;']);
const BEFORE_LIST = new UnitSet([',;:。!?"']);
/** What parts items: the first of these that gives several, or all at once. */
const ITEM_MARKS: readonly UnitSet[] = ['、', '"', ','].map(marks => new UnitSet([marks]));
const LIST_MARKS = new UnitSet(['、,"']);
/** What belongs to no item. */
const BEFORE_ITEM = new UnitSet([' "\'、,']);
const BEHIND_ITEM = new UnitSet([' "\'等']);

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A list that may be what a number announces. */
interface List {
  readonly items: readonly Range[];
  /** The text binds it to the number so closely that a difference is a mistake; else it only counts when it agrees. */
  readonly binding: boolean;
}

/** An announced number with the lists that its own paragraph gives for it; offsets into the prose. */
interface Announcement {
  readonly phrase: NumberPhrase;
  readonly lists: readonly List[];
}

/** A paragraph with more numbers than this is a table, and announces no more. */
const MOST_PHRASES = 200;

/** Everything that the words of a paragraph alone tell. */
const announcements = perContent((prose: Prose): readonly Announcement[] =>
  (scanOf(prose).all & SIGN.number) === 0 ? [] : announcementsIn(prose.folded),
);

const announcementsIn = (folded: string): readonly Announcement[] =>
  numberPhrases(folded)
    .slice(0, MOST_PHRASES)
    .map(phrase => ({
      phrase,
      lists: [
        listBehind(folded, phrase),
        listBefore(folded, phrase),
        listAlike(folded, phrase),
        subjectsBehind(folded, phrase),
        onesBehind(folded, phrase),
      ].filter(list => list !== null),
    }));

/** @returns the announced numbers for which the text gives items, in order; empty when there is none. Reading offsets. */
export function findCounts(
  { paragraphs }: Article,
  directives: readonly FoundDirective[],
  placed: readonly Placed[],
): readonly DeclaredCount[] {
  const children = childrenOf(directives, placed);
  return paragraphs.flatMap((paragraph, index) => {
    const { words } = paragraph;
    const { prose } = words;
    const found = announcements(prose);
    if (found.length === 0) return [];
    const inReading = ({ start, end }: Range): Range => ({ start: words.toReading(start), end: words.toReading(end - 1) + 1 });
    return found.flatMap(({ phrase, lists }): DeclaredCount[] => {
      const range = inReading(phrase);
      const candidates: (List | null)[] = lists.map(list => ({ ...list, items: list.items.map(inReading) }));
      candidates.push(numberedParts(paragraphs, index, phrase), children(range));
      // A list of half the length is another list.
      const isNear = (items: readonly Range[]): boolean => 2 * Math.abs(items.length - phrase.value) <= phrase.value;
      const list =
        candidates.find(candidate => candidate?.items.length === phrase.value) ??
        candidates.find(candidate => candidate?.binding && isNear(candidate.items));
      return list ? [{ ...range, declared: phrase.value, found: list.items.length, items: list.items }] : [];
    });
  });
}

/** The longest item of a list whose length can contradict its number. */
const LONGEST_ITEM = 20;

/**
 * A list that is named to its end, item by item alike, so that it can contradict the number: no 等, nothing that may be two items or none.
 */
function isComplete(folded: string, items: readonly Range[], phrase: NumberPhrase): boolean {
  const texts = items.map(({ start, end }) => folded.slice(start, end));
  const noun = folded.slice(phrase.end - 2, phrase.end);
  const alike = (part: (text: string) => string | number | boolean) => texts.every(text => part(text) === part(texts[0]!));
  if (!texts.every(text => text.length <= LONGEST_ITEM && !/[,;:等]/.test(text)) || !alike(text => /[和及与]/.test(text))) return false;
  return alike(text => text[0]!) || alike(text => text.at(-1)!) || alike(text => text.length) || texts.every(text => text.includes(noun));
}

/** Behind the number: 三笔账：A、B、C。 “四个一批”，即A、B、C、D； （A、B、C） */
function listBehind(folded: string, phrase: NumberPhrase): List | null {
  const { end } = phrase;
  const opener = /^[^,;:。!?、()—-]{0,8}(?::|\(|—{1,2}|-{1,2}|,?(?:即|也就是|就是|包括|分别是|分别为|指的是))/.exec(
    folded.slice(end, end + 16),
  );
  if (!opener) return null;
  const from = end + opener[0].length;
  let stop = from;
  while (stop < folded.length && stop - from < 300 && !(opener[0].endsWith('(') ? ')' : '。!?;').includes(folded[stop]!)) stop++;
  if (enumeratorAt(folded, from)) return null;
  const items = splitItems(folded, from, stop);
  return items.length >= 2 ? { items, binding: !opener[0].endsWith('包括') && isComplete(folded, items, phrase) } : null;
}

/** Before the number: A、B、C三对关系, A、B等“两个到位”. */
function listBefore(folded: string, phrase: NumberPhrase): List | null {
  const { start } = phrase;
  let stop = start;
  while (stop > 0 && '"这的'.includes(folded[stop - 1]!)) stop--;
  const open = folded[stop - 1] === '等';
  if (open) stop--;
  let from = stop;
  while (from > 0 && !BEFORE_LIST.has(folded.charCodeAt(from - 1)) && stop - from < 160) from--;
  // Items in quotes: “A”“B”“C”三项.
  const items = splitItems(folded, from, stop);
  return items.length >= 2 && items.every(item => item.end - item.start <= 40)
    ? { items, binding: !open && items.length >= 3 && isComplete(folded, items, phrase) }
    : null;
}

/** Elsewhere in the sentence, items that end as the phrase does: 要在“五个到位”上…，做到思想到位、预案到位…. */
function listAlike(folded: string, { start, end }: NumberPhrase): List | null {
  const noun = folded.slice(end - 1, end);
  const tail = folded.slice(end - 2, end).match(/^[\u4e00-\u9fff]{2}$/) ? folded.slice(end - 2, end) : noun;
  let from = start;
  let to = end;
  while (from > Math.max(0, start - SENTENCE_REACH) && !SENTENCE_ENDS.has(folded.charCodeAt(from - 1))) from--;
  while (to < Math.min(folded.length, end + SENTENCE_REACH) && !SENTENCE_ENDS.has(folded.charCodeAt(to))) to++;
  // Two items at least, besides the phrase itself.
  if (occurrences(folded, tail, from, to) < 3) return null;
  let best: Range[] = [];
  let run: Range[] = [];
  for (const item of splitAt(folded, from, to, LIST_MARKS)) {
    const alike = folded.slice(item.start, item.end).endsWith(tail) && !(item.start <= start && item.end >= end);
    if (alike) run.push(item);
    else run = [];
    if (run.length > best.length) best = [...run];
  }
  return best.length >= 2 ? { items: best, binding: false } : null;
}

/** “四方责任”，A、B、C、D各负其责: the items are the subject of what follows. */
function subjectsBehind(folded: string, { end }: NumberPhrase): List | null {
  const subjects = /^"?[,:]([^,;:。!?"]{3,60}?)(?:各[负司尽就]|都要|都得|齐抓|共同|一起|协同|联动|同向)/.exec(folded.slice(end, end + 72));
  if (!subjects) return null;
  const from = end + subjects[0].indexOf(subjects[1]!);
  const items = splitItems(folded, from, from + subjects[1]!.length);
  return items.length >= 2 ? { items, binding: false } : null;
}

/** “五个一”活动。…开一次班会、发一封信、…: each item of the next list has a 一. */
function onesBehind(folded: string, { start, end }: NumberPhrase): List | null {
  if (!/^[^"]{1,3}个一$/.test(folded.slice(start, end))) return null;
  const items = splitAt(folded, end, Math.min(folded.length, end + ONES_REACH), ONES_MARKS).filter(item =>
    /一[\u4e00-\u9fff]/.test(folded.slice(item.start, item.end)),
  );
  return items.length >= 2 ? { items, binding: false } : null;
}

function occurrences(text: string, word: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf(word, from); at >= 0 && at + word.length <= to; at = text.indexOf(word, at + word.length)) count++;
  return count;
}

/** Announced numbers go up to 20: longer lists are not theirs. */
const MOST_ITEMS = 24;
/** How far from a number its items are looked for within the sentence. */
const SENTENCE_REACH = 120;
/** How far behind “五个一” its items stand, and what parts them. */
const ONES_REACH = 160;
const ONES_MARKS = new UnitSet(['、,;。"']);
/** 三点意见, 三句话: what somebody is about to say; but not 6个观摩点. */
const POINTS_TO_MAKE = /^[^个处座]{1,4}[点句条]|方面|意见|要求|建议|希望|安排|(?:问题$)/;
/** Nothing but the end of the sentence. */
const ENDS = /^["工作]{0,3}[。:;,!]?$/;
/** How many units may stand between a number and its first part. */
const PREAMBLE = 4;
/** How many paragraphs below a number its parts may take. */
const PARTS_REACH = 80;

/** Numbered parts behind the sentence: 讲三点意见。一、…二、…三、… in this paragraph or the next ones. */
function numberedParts(paragraphs: readonly Paragraph[], index: number, { start, end }: NumberPhrase): List | null {
  const items: Range[] = [];
  let numbers: EnumeratorClass | null = null;
  let goesOn = false;
  const take = (units: readonly Unit[], first: number, words: PlacedProse): boolean => {
    for (let i = first; i < units.length; i++) {
      const { enumerator, start: from, end: to } = units[i]!;
      if (numbers === null) {
        // 讲了三点意见。她说，…。第一，…
        if (enumerator === null && speaks && i - first < PREAMBLE) continue;
        if (enumerator?.value !== 1) return false;
        numbers = enumerator.class;
      }
      if (enumerator?.class !== numbers) continue;
      if (enumerator.value !== items.length + 1 && numbers !== 'inline-words') {
        // Of a list of headlines not every line is one of these.
        goesOn = enumerator.value > items.length + 1;
        return false;
      }
      items.push({ start: words.toReading(from), end: words.toReading(to - 1) + 1 });
    }
    return true;
  };
  const own = paragraphs[index]!.words;
  const units = unitsOf(own.prose);
  const speaks = POINTS_TO_MAKE.test(own.prose.folded.slice(start, end));
  let at = 0;
  let high = units.length;
  while (at < high) {
    const middle = (at + high) >> 1;
    if (units[middle]!.end < end) at = middle + 1;
    else high = middle;
  }
  if (at >= units.length || units[at]!.start > start) return null;
  if (at + 1 < units.length) take(units, at + 1, own);
  else
    for (let i = index + 1; i < Math.min(paragraphs.length, index + PARTS_REACH); i++) {
      const below = paragraphs[i]!.words;
      if (!take(unitsOf(below.prose), 0, below)) break;
    }
  // 讲三点意见。一、… and 要抓实四项机制，推动转变。一是… but not 三点主张，为…提供了指引。
  const behind = own.prose.folded.slice(end, units[at]!.end);
  const inline = (numbers as EnumeratorClass | null)?.startsWith('inline') === true;
  const orders = inline && /^要?(?:[抓落建健完把做坚突用守聚推打筑]|实施)[\u4e00-\u9fff]{0,2}$/.test(clauseBefore(own.prose.folded, start));
  return items.length >= 2 ? { items, binding: !goesOn && (ENDS.test(behind) || (orders && numberPhrases(behind).length === 0)) } : null;
}

/** What stands before a place in its clause, a quote right before it left out. */
function clauseBefore(folded: string, at: number): string {
  let from = at;
  while (from > 0 && !BEFORE_LIST.has(folded.charCodeAt(from - 1)) && at - from < LONGEST_ITEM) from--;
  return folded.slice(from, at);
}

/** The directives below the one that holds a number. */
function childrenOf(directives: readonly FoundDirective[], placed: readonly Placed[]): (range: Range) => List | null {
  const byParent = new Map<number, Range[]>();
  placed.forEach(({ parent }, i) => {
    if (parent === null) return;
    addToGroup(byParent, parent, { start: directives[i]!.start, end: directives[i]!.end });
  });
  return ({ start, end }) => {
    let low = 0;
    let high = directives.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (directives[middle]!.start <= start) low = middle + 1;
      else high = middle;
    }
    const head = directives[low - 1];
    const items = head && head.end >= end ? byParent.get(low - 1) : undefined;
    return items && items.length >= 2 ? { items, binding: false } : null;
  };
}

function splitItems(folded: string, from: number, to: number): Range[] {
  for (const marks of ITEM_MARKS) {
    const items = splitAt(folded, from, to, marks);
    if (items.length >= 2) return items;
  }
  return [];
}

function splitAt(folded: string, from: number, to: number, marks: UnitSet): Range[] {
  const items: Range[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && !marks.has(folded.charCodeAt(i))) continue;
    let a = start;
    let b = i;
    while (a < b && BEFORE_ITEM.has(folded.charCodeAt(a))) a++;
    while (b > a && BEHIND_ITEM.has(folded.charCodeAt(b - 1))) b--;
    if (b > a) items.push({ start: a, end: b });
    if (items.length > MOST_ITEMS) return [];
    start = i + 1;
  }
  return items;
}
