/** The items of a numbered phrase where the text itself spells them out. Offsets are into the folded text of one line. */
import { unitAt, UnitSet } from '../base/unitSet';
import type { WordList } from '../language/language';
import {
  areCountedOff,
  areSteps,
  areTogether,
  ownFirst,
  withoutEnumerators,
  withoutHead,
  withoutLead,
  withoutLinks,
  withoutPredicate,
  withoutTail,
  withoutVerb,
} from './edges';
import { digitItems, groupItems } from './groups';
import { LEAD, type Item } from './item';
import { keyedItems } from './keyed';
import { countOf, isSumOfNumbers, leadingNumber, numberAt } from './numerals';
import { governedPair, pairAfter, pairFrom } from './pairs';

/** Between the last item and the phrase: …等“五清”, …的“四方责任”, …作为防汛的“三大风险”. */
const BEFORE_PHRASE = /(?:等(?:的)?|这|为[\u3400-\u9fff]{2,4}的|(?:作为|列为|纳入)[\u3400-\u9fff]{0,6}|的|为主的|组成的|构成的)$/;
/** A lead that can only introduce what the phrase stands for. */
const NAMES_ITEMS = /即|是|指|分别|包括|具体|[(:—-]/;
const ENDS = new Set('。;!?\n');
/** Words that name the items right behind the head noun of the phrase. */
const TIE = /^(?:就是|即[^将便使可]|是指|指的是)/;
/** How much text between the phrase and its items may tell something else: 在“五个到位”上见真章，做到思想到位… */
const DETOUR = 10;
const LONGEST_ITEM = 18;
/** “三抓三促”行动推进会召开,县委书记…: what was told of the phrase is told to its end. */
const HAPPENED = /召开|举行|举办|启动|开幕|闭幕|印发|出台/;
/** The first of the enumerators 一是…二是…, 一要…二要…; only the end of one sentence may stand between the phrase and it. */
const FIRST = /^[^。;]{0,24}[。:;,(](?:具体(?:是|为|来说)?,?)?一[是要]/;
const NUMERALS = '一二三四五六七八九十';
/** How far behind the phrase its first enumerator is looked for, in characters, and how far the last one. */
const ENUMERATION_REACH = 40;
const LONGEST_ENUMERATION = 1500;
/** Marks behind which a list of items can begin. */
const PUNCTUATION = new UnitSet([',。;:!?"()\n \u3000']);
const QUOTES = new UnitSet(['"\'']);
const ENDS_ITEMS = new UnitSet(['。;!?\n,):-']);

/**
 * The items of a phrase.
 * @param line folded text of one line
 * @param start where the phrase begins, without quotation mark
 * @param end where it ends
 * @returns the items in order; null when the text does not spell out exactly as many as the phrase announces
 */
export function findItems(line: string, start: number, end: number, words: WordList): readonly Item[] | null {
  const phrase = line.slice(start, end);
  const digits = digitItems(line, end, phrase);
  if (digits !== undefined) return digits;
  // A list is its own items.
  const count = /[、,]/.test(phrase) ? 0 : countOf(phrase);
  if (count < 2 || count > 20) return count === 0 ? (ownItems(line, start, end) ?? initialled(line, start, end, words)) : null;
  const items =
    quotationsBefore(line, start, count) ??
    itemsBefore(line, start, count, words) ??
    bare(line, itemsAfter(line, end, count), phrase, words) ??
    (isSumOfNumbers(phrase) ? groupItems(line, start, end, count, words) : null) ??
    (count === 2 ? pairAfter(line, end, phrase) : null) ??
    keyedItems(line, start + numberAt(phrase), end, count, words);
  // 养老、托育“双提升” has two things go up; 就业、创业“双业” are two.
  return phrase[0] === '双' && !items?.every(item => line.slice(item.start, item.end).includes(phrase[1]!)) ? null : items;
}

/** “车船桥路”,即车辆、船舶、桥梁、道路: a word made of a character of each item. */
function initialled(line: string, start: number, end: number, words: WordList): readonly Item[] | null {
  const count = end - start;
  if (count < 3 || count > 6) return null;
  // 早睡早起、少盐少油、勤走勤动,“早少勤”三个字
  const from = line.startsWith(',"', start - 2) ? start - 2 : start;
  const items = itemsBefore(line, from, count, words) ?? bare(line, itemsAfter(line, end, count), '', words);
  return items?.every((item, i) => line.slice(item.start, item.end).includes(line[start + i]!)) ? items : null;
}

/** Items behind a phrase without what stands around them in the sentence. */
function bare(line: string, items: readonly Item[] | null, phrase: string, words: WordList): readonly Item[] | null {
  if (!items) return null;
  const own = withoutLinks(line, withoutVerb(line, withoutEnumerators(line, withoutPhrase(line, items, phrase)), words));
  return withoutTail(line, withoutHead(line, own, phrase), phrase);
}

/** 即整改措施、责任、资金、时限、预案五落实: the phrase itself may end the list. */
function withoutPhrase(line: string, items: readonly Item[], phrase: string): readonly Item[] {
  const last = items.at(-1);
  if (!last || !line.slice(last.start, last.end).endsWith(phrase) || last.end - last.start <= phrase.length) return items;
  return [...items.slice(0, -1), { start: last.start, end: last.end - phrase.length }];
}

/**
 * “降本、增效”两场硬仗: the phrase is the list, and what follows counts it; a list of single
 * characters, as in 「巡、倒、清、刷」, is nothing but items.
 */
function ownItems(line: string, start: number, end: number): readonly Item[] | null {
  const items: Item[] = [];
  for (let at = start, from = start; at <= end; at++) {
    if (at < end && line[at] !== '、' && line[at] !== ',') continue;
    items.push({ start: from, end: at });
    from = at + 1;
  }
  // “整改责任、资金、时限三落实”: the count ends the list.
  const last = items.at(-1)!;
  const total = [...line.slice(last.start + 1, last.end)].findIndex(char => items.length > 2 && leadingNumber(char) === items.length);
  if (total >= 0) return [...items.slice(0, -1), { start: last.start, end: last.start + 1 + total }];
  const count = items.length > 1 ? leadingNumber(line.slice(end + 1, end + 4)) : 0;
  const initials = items.length > 2 && items.every(item => item.end === item.start + 1);
  return (count === items.length || initials) && items.every(item => item.end > item.start) ? items : null;
}

/** 属地、部门、单位、个人“四方责任”: items before the phrase. */
function itemsBefore(line: string, start: number, count: number, words: WordList): readonly Item[] | null {
  const all = itemsUpTo(line, endOfItems(line, start), count);
  // 各镇、各部门要压实领导、部门、岗位“三级责任”: what stands before the verb is none.
  const some = all && all.length > count && count > 2 ? withoutLead(line, all.slice(-count), words) : all;
  const items = some && count > 2 && some.length === count ? withoutPredicate(line, some) : some;
  if (items?.length !== count || items.some(item => item.end <= item.start)) return null;
  const [first, ...others] = items as [Item, ...Item[]];
  const lengths = others.map(item => item.end - item.start);
  const longest = Math.max(...lengths);
  // Two things side by side are met everywhere: 推动改革、促进发展“两手抓”.
  if (longest > LONGEST_ITEM) return null;
  if (count === 2 && longest > 4 && !alike(line, items)) return governedPair(line, items, words);
  // 严禁违章指挥、违章作业、违反劳动纪律“三违”: it begins where the others begin.
  const headless = items.length > 2 ? withoutHead(line, items, '') : items;
  if (headless !== items || (items.length > 2 && items.every(item => line[item.start] === line[first.start]))) return headless;
  const own = ownFirst(line, items, words);
  // Two things side by side are met everywhere: 班子成员、各社区“两委”.
  return own && (count > 2 || own[0]!.end - own[0]!.start === longest || alike(line, own)) ? own : null;
}

/**
 * 以“红色门厅”、“红色院落”为一体的“两红”: as many quotations before the phrase as it announces, of which it says itself that
 * they are its items. Quotations that merely stand beside it are phrases of their own.
 */
function quotationsBefore(line: string, start: number, count: number): readonly Item[] | null {
  const opening = start - 1;
  if (!QUOTES.has(unitAt(line, opening))) return null;
  const tail = BEFORE_PHRASE.exec(line.slice(Math.max(0, opening - 10), opening));
  const items: Item[] = [];
  for (let end = opening - (tail?.[0].length ?? 0); tail && QUOTES.has(unitAt(line, end - 1));) {
    let from = end - 1;
    while (from > 0 && end - from <= LONGEST_ITEM + 1 && !QUOTES.has(unitAt(line, from - 1))) from--;
    if (from === end - 1 || !QUOTES.has(unitAt(line, from - 1))) break;
    items.unshift({ start: from, end: end - 1 });
    if (items.length > count) return null;
    end = from - 1;
    if (/[、和与]/.test(line[end - 1] ?? '')) end--;
  }
  return items.length === count ? items : null;
}

/** Where the items end that stand before a phrase: before its quotation mark, 等, 的 and their own quotation mark. */
function endOfItems(line: string, start: number): number {
  let end = start;
  if (line[end - 1] === '"' || line[end - 1] === "'") end--;
  const tail = BEFORE_PHRASE.exec(line.slice(Math.max(0, end - 10), end));
  if (tail) end -= tail[0].length;
  // “敲门问需、开门议事、上门服务”“三门”, “后路、后院、后代”这“三后”
  return line[end - 1] === '"' && (tail !== null || line[end] === '"') ? end - 1 : end;
}

/**
 * The items before `end`, separated by 、 and the last one by 和 or 与, back to another mark, or one
 * more than `count`; null where an item is too long.
 */
function itemsUpTo(line: string, end: number, count: number): Item[] | null {
  const items: Item[] = [];
  let itemEnd = end;
  for (let at = end; itemEnd - at <= LONGEST_ITEM * 2; at--) {
    const char = at > 0 ? line[at - 1]! : '\n';
    const joins = items.length === 0 && (char === '和' || char === '与') && itemEnd - at >= 2 && line[at - 2] !== '、';
    if (PUNCTUATION.has(char.charCodeAt(0))) return [{ start: at, end: itemEnd }, ...items];
    if (char !== '、' && !joins) continue;
    items.unshift({ start: at, end: itemEnd });
    if (items.length > count) return items;
    itemEnd = at - 1;
  }
  return null;
}

function itemsAfter(line: string, end: number, count: number): readonly Item[] | null {
  let at = end;
  if (line[at] === '"' || line[at] === "'") at++;
  const lead = LEAD.exec(line.slice(at, at + 12))![0];
  if (lead.length > 0) {
    const named = NAMES_ITEMS.test(lead);
    const direct = (count === 2 && named ? pairFrom(line, at + lead.length) : null) ?? itemsFrom(line, at + lead.length, count, !named);
    if (direct) return direct;
  }
  for (let skip = 1; skip <= DETOUR; skip++) {
    const char = line[at + skip - 1];
    if (char === undefined || ENDS.has(char) || char === '"') break;
    // “四心”服务就是热心接待、…: no mark between.
    const tied = TIE.test(line.slice(at + skip - 1, at + skip + 2));
    if (!tied && !/[,:(—-]/.test(char)) continue;
    if (HAPPENED.test(line.slice(at, at + skip - 1))) return null;
    if (tied) skip--;
    const introduced = LEAD.exec(line.slice(at + skip, at + skip + 12))![0];
    // “六最”营商环境(审批最少、…): brackets and colons behind the head noun hold what it stands for.
    return (
      itemsFrom(line, at + skip + introduced.length, count, char === ',' && !NAMES_ITEMS.test(introduced)) ??
      (char === '(' ? null : enumerated(line, at + skip - 1, count))
    );
  }
  return enumerated(line, at, count);
}

/**
 * 做到“三个到位”。一是责任到位，…。二是投入到位，…: as many enumerators as the phrase announces, the first in this sentence or the next.
 */
function enumerated(whole: string, from: number, count: number): readonly Item[] | null {
  const line = whole.slice(from, from + LONGEST_ENUMERATION);
  const begin = FIRST.exec(line.slice(0, ENUMERATION_REACH));
  if (!begin || count > NUMERALS.length) return null;
  const items: Item[] = [];
  const verb = begin[0].at(-1)!;
  let at = begin[0].length - 2;
  for (let number = 0; number < count; number++) {
    at = line.indexOf(NUMERALS[number]! + verb, at);
    if (at < 0) return null;
    const start = at + 2;
    let end = start;
    while (end < line.length && !/[,。;:!?、(]/.test(line[end]!)) end++;
    if (end - start < 2 || end - start > LONGEST_ITEM) return null;
    items.push({ start: from + start, end: from + end });
    at = end;
  }
  // One more would make another number of them.
  const next = NUMERALS[count];
  return next && line.includes(next + verb, at) ? null : items;
}

/**
 * As many items as the phrase announces, from a place on.
 * @param parallel they must share their first or last character, since nothing else says that they belong to the phrase
 */
function itemsFrom(line: string, from: number, count: number, parallel: boolean): readonly Item[] | null {
  const row = quotedRow(line, from);
  if (row.length === count && (!parallel || alike(line, row))) return row;
  // “两个并重”要求落到实处,做到“哪里有侨、哪里就有侨联工作”: a quotation of its own.
  if (parallel && row.length > 0) return null;
  for (const mark of ['、', ',', ';', '?']) {
    const items = withLastParted(line, separatedBy(mark, line, from, count), count, !parallel);
    const found = items.slice(0, count);
    if (
      items.length < count ||
      (items.length > count && !(mark === ',' && (alike(line, found) || (!parallel && areMostlyAlike(line, items)))))
    )
      continue;
    const lengths = found.map(item => item.end - item.start);
    if (!lengths.every(length => length >= 2) && (parallel || !lengths.every(length => length === 1))) continue;
    if (
      !parallel ||
      alike(line, found) ||
      areCountedOff(line, found) ||
      areSteps(line, found) ||
      (mark === '、' && areTogether(line, found))
    )
      return found;
  }
  return null;
}

/** “一张图”“一本账”“一支队伍”: quotations beside each other, without their marks. */
function quotedRow(line: string, from: number): Item[] {
  const items: Item[] = [];
  for (let at = from; at < line.length && QUOTES.has(line.charCodeAt(at)); at = items.at(-1)!.end + 1) {
    const limit = Math.min(line.length, at + 2 + LONGEST_ITEM);
    const end = QUOTES.next(line, at + 1, limit);
    if (end === limit || end < at + 3) break;
    items.push({ start: at + 1, end });
  }
  return items;
}

/**
 * 问题清单、任务清单和责任清单: one too few, of which the last two are joined by a word.
 * @param named the text says that these are the items: they need not be alike
 */
function withLastParted(line: string, items: Item[], count: number, named: boolean): Item[] {
  const last = items.at(-1);
  if (!last || items.length !== count - 1) return items;
  const joints = [...line.slice(last.start, last.end).matchAll(/以及|[和与及]/g)];
  for (const { index, 0: word } of joints) {
    const parted = [
      ...items.slice(0, -1),
      { start: last.start, end: last.start + index },
      { start: last.start + index + word.length, end: last.end },
    ];
    if (parted.every(item => item.end - item.start > 1) && (alike(line, parted) || (named && joints.length === 1))) return parted;
  }
  return items;
}

/** Items separated by one mark, without quotation marks, up to another mark or one more than `count`. */
function separatedBy(mark: string, line: string, from: number, count: number): Item[] {
  const items: Item[] = [];
  let start = from;
  for (let at = from; at <= line.length && at - start <= LONGEST_ITEM; at++) {
    const char = line[at] ?? '\n';
    if (QUOTES.has(char.charCodeAt(0)) && at === start) start++;
    if (char !== mark && !ENDS_ITEMS.has(char.charCodeAt(0))) continue;
    const stop = QUOTES.has(unitAt(line, at - 1)) ? at - 1 : at;
    if (stop <= start) break;
    items.push({ start, end: stop });
    start = at + 1;
    if (char !== mark || items.length > count) break;
  }
  return items;
}

/** True when all items begin with the same character, or end with the same one. */
function alike(line: string, items: readonly Item[]): boolean {
  const [first, ...rest] = items.map(item => line.slice(item.start, item.end));
  return rest.every(item => item[0] === first![0]) || rest.every(item => item.at(-1) === first!.at(-1));
}

/** 即不违章指挥,不冒险作业,杜绝带病上岗,讲不清的…: most begin alike, and the one too many does not. */
function areMostlyAlike(line: string, items: readonly Item[]): boolean {
  const initial = line[items[0]!.start];
  const found = items.slice(0, -1).filter(item => line[item.start] === initial);
  return found.length > 1 && found.length * 2 > items.length - 1 && line[items.at(-1)!.start] !== initial;
}
