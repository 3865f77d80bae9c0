/** Announced counts and the items found for them: before the number (…、…、…三对关系), behind it (三笔账：…), as numbered parts, as a head's children. */
import { enumeratorAt } from '../article/enumerators';
import type { Article } from '../article/article';
import type { FoundDirective } from './directives';
import { joinParagraph, type JoinedParagraph } from './joined';
import type { Placed } from './levels';
import { numberPhrases, type NumberPhrase } from './numbers';
import type { DeclaredCount } from './outline';
import { splitUnits, type Unit } from './units';

interface Range { readonly start: number; readonly end: number }

/** A list that may be what a number announces. */
interface List {
  readonly items: readonly Range[];
  /** The text binds it to the number so closely that a difference is a mistake; else it only counts when it agrees. */
  readonly binding: boolean;
}

/** A paragraph with its numbers and units. */
interface Part {
  readonly joined: JoinedParagraph;
  readonly units: readonly Unit[];
}

/** @returns the announced numbers for which the text gives items, in order; empty when there is none. Reading offsets. */
export function findCounts(article: Article, directives: readonly FoundDirective[], placed: readonly Placed[]): readonly DeclaredCount[] {
  const parts = article.paragraphs.map((paragraph): Part => {
    const joined = joinParagraph(article.reading, paragraph);
    return { joined, units: splitUnits(joined.folded, paragraph.sentences.map(sentence => ({ start: joined.fromReading(sentence.start), end: joined.fromReading(sentence.end), terminator: sentence.terminator }))) };
  });
  const children = childrenOf(directives, placed);
  return parts.flatMap((part, index) => {
    const counts: DeclaredCount[] = [];
    for (const phrase of numberPhrases(part.joined.folded)) {
      const range = { start: part.joined.toReading(phrase.start), end: part.joined.toReading(phrase.end - 1) + 1 };
      const own = (list: List | null): List | null => list && { ...list, items: list.items.map(item => ({ start: part.joined.toReading(item.start), end: part.joined.toReading(item.end - 1) + 1 })) };
      const lists = [own(listBehind(part.joined.folded, phrase)), own(listBefore(part.joined.folded, phrase)), own(listAlike(part.joined.folded, phrase)), numberedParts(parts, index, phrase), children(range)];
      const agreeing = lists.find(list => list?.items.length === phrase.value) ?? lists.find(list => list?.binding);
      if (agreeing) counts.push({ ...range, declared: phrase.value, found: agreeing.items.length, items: agreeing.items });
    }
    return counts;
  });
}

/** Behind the number: 三笔账：A、B、C。 “四个一批”，即A、B、C、D； （A、B、C） */
function listBehind(folded: string, { end }: NumberPhrase): List | null {
  const opener = /^[^,;:。!?、()]{0,8}(?::|\(|,?(?:即|也就是|就是|包括|分别是|分别为|指的是))/.exec(folded.slice(end, end + 16));
  if (!opener) return null;
  const from = end + opener[0].length;
  let stop = from;
  while (stop < folded.length && stop - from < 300 && !(opener[0].endsWith('(') ? ')' : '。!?;').includes(folded[stop]!)) stop++;
  if (enumeratorAt(folded, from)) return null;
  const items = splitItems(folded, from, stop);
  return items.length >= 2 ? { items, binding: true } : null;
}

/** Before the number: A、B、C三对关系, A、B等“两个到位”. */
function listBefore(folded: string, { start }: NumberPhrase): List | null {
  let stop = start;
  while (stop > 0 && '"这的'.includes(folded[stop - 1]!)) stop--;
  const open = folded[stop - 1] === '等';
  if (open) stop--;
  let from = stop;
  while (from > 0 && !',;:。!?"'.includes(folded[from - 1]!) && stop - from < 160) from--;
  // Items in quotes: “A”“B”“C”三项.
  const items = splitItems(folded, from, stop);
  return items.length >= 2 && items.every(item => item.end - item.start <= 40) ? { items, binding: !open && items.length >= 3 } : null;
}

/** Elsewhere in the sentence, items that end as the phrase does: 要在“五个到位”上…，做到思想到位、预案到位…. */
function listAlike(folded: string, { start, end }: NumberPhrase): List | null {
  const noun = folded.slice(end - 1, end);
  const tail = folded.slice(end - 2, end).match(/^[\u4e00-\u9fff]{2}$/) ? folded.slice(end - 2, end) : noun;
  let from = start, to = end;
  while (from > 0 && !'。!?;'.includes(folded[from - 1]!)) from--;
  while (to < folded.length && !'。!?;'.includes(folded[to]!)) to++;
  let best: Range[] = [], run: Range[] = [];
  for (const item of splitAt(folded, from, to, /[、,"]/)) {
    const alike = folded.slice(item.start, item.end).endsWith(tail) && !(item.start <= start && item.end >= end);
    if (alike) run.push(item); else run = [];
    if (run.length > best.length) best = [...run];
  }
  return best.length >= 2 ? { items: best, binding: false } : null;
}

/** Numbered parts behind the sentence: 讲三点意见。一、…二、…三、… in this paragraph or the next ones. */
function numberedParts(parts: readonly Part[], index: number, { start, end }: NumberPhrase): List | null {
  const { units, joined } = parts[index]!;
  const at = units.findIndex(unit => unit.end >= end && unit.start <= start);
  if (at < 0 || joined.toReading(start) < 0) return null;
  const following = [...units.slice(at + 1).map(unit => ({ unit, joined }))];
  if (following.length === 0) for (let i = index + 1; i < Math.min(parts.length, index + 80); i++) following.push(...parts[i]!.units.map(unit => ({ unit, joined: parts[i]!.joined })));
  const first = following[0]?.unit.enumerator;
  if (!first || first.value !== 1) return null;
  const items: Range[] = [];
  for (const { unit, joined: where } of following) {
    const { enumerator } = unit;
    if (enumerator?.class !== first.class) continue;
    if (enumerator.value !== items.length + 1 && first.class !== 'inline-words') break;
    items.push({ start: where.toReading(unit.start), end: where.toReading(unit.end - 1) + 1 });
  }
  return items.length >= 2 ? { items, binding: true } : null;
}

/** The directives below the one that holds a number. */
function childrenOf(directives: readonly FoundDirective[], placed: readonly Placed[]): (range: Range) => List | null {
  const byParent = new Map<number, Range[]>();
  placed.forEach(({ parent }, i) => {
    if (parent === null) return;
    const list = byParent.get(parent);
    const item = { start: directives[i]!.start, end: directives[i]!.end };
    if (list) list.push(item); else byParent.set(parent, [item]);
  });
  return ({ start, end }) => {
    let low = 0, high = directives.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (directives[middle]!.start <= start) low = middle + 1; else high = middle;
    }
    const head = directives[low - 1];
    const items = head && head.end >= end ? byParent.get(low - 1) : undefined;
    return items && items.length >= 2 ? { items, binding: /(?:个|大|项)[\u4e00-\u9fff]{0,4}$/.test(head!.folded.slice(0, end - head!.start)) } : null;
  };
}

function splitItems(folded: string, from: number, to: number): Range[] {
  const byMark = splitAt(folded, from, to, /、/);
  if (byMark.length >= 2) return byMark;
  const quoted = splitAt(folded, from, to, /"/).filter(item => item.end > item.start);
  if (quoted.length >= 2) return quoted;
  return splitAt(folded, from, to, /,/);
}

function splitAt(folded: string, from: number, to: number, mark: RegExp): Range[] {
  const items: Range[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && !mark.test(folded[i]!)) continue;
    let a = start, b = i;
    while (a < b && ' "\'、,'.includes(folded[a]!)) a++;
    while (b > a && ' "\'等'.includes(folded[b - 1]!)) b--;
    if (b > a) items.push({ start: a, end: b });
    start = i + 1;
  }
  return items;
}
