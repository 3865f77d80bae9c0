/**
 * Items of a numbered phrase that head the sentences behind it: 做到“三个到位”。责任到位。…排查到位。…处置到位。…
 * Offsets are into the folded text of the article.
 */
import type { Item } from './item';
import { countOf } from './numerals';

/** How far behind the phrase its last item may stand. */
const REACH = 1500;
/** How much of a sentence can be its heading. */
const LONGEST = 18;
const MOST = 10;
/** What a phrase repeats in its items: 到位 of 三个到位, 再 of 三再. */
const REPEATED = /^[二两三四五六七八九十](?:[个大项条种])?([\u3400-\u9fff]{1,4})$/;
const OPENS = /[。;:!?\n"]/;
const CLOSES = /[,。;:!?\n]/;
/** 一是, （二）, 第三, before a heading. */
const ENUMERATOR =
  /^[ \u3000"]*(?:\([一二三四五六七八九十\d]{1,2}\)|第?[一二三四五六七八九十]{1,2}(?:[、,]|[是要])|\d{1,2}[.、。])?[ \u3000]*/;

/**
 * @param end where the phrase ends
 * @returns as many headings as the phrase announces, in order, each with what the phrase
 *    repeats at the same end; null where there are others
 */
export function headingItems(folded: string, end: number, phrase: string): readonly Item[] | null {
  const count = countOf(phrase);
  const key = REPEATED.exec(phrase)?.[1];
  if (key === undefined || count < 2 || count > MOST) return null;
  const items: Item[] = [];
  const limit = Math.min(folded.length, end + REACH);
  for (let at = folded.indexOf(key, end); at >= 0 && at < limit; at = folded.indexOf(key, at + key.length)) {
    const item = headingAround(folded, at, end);
    if (!item) continue;
    // One more would make another number of them.
    if (items.length === count) return null;
    items.push(item);
    at = item.end;
  }
  if (items.length < count) return null;
  const texts = items.map(item => folded.slice(item.start, item.end));
  const alike =
    texts.every(text => text.startsWith(key)) ||
    texts.every(text => text.endsWith(key)) ||
    texts.every(text => text.includes(key) && text.length <= LONGEST / 2);
  return alike ? items : null;
}

/**
 * The heading that holds what stands at `at`: from the beginning of a sentence to its first
 * mark; null where it stands deeper in a sentence.
 */
function headingAround(folded: string, at: number, from: number): Item | null {
  let start = at;
  while (start > from && at - start < LONGEST && !OPENS.test(folded[start - 1]!)) start--;
  if (!OPENS.test(folded[start - 1] ?? '\n')) return null;
  start += ENUMERATOR.exec(folded.slice(start, at))![0].length;
  let end = at;
  while (end < folded.length && end - start <= LONGEST && !CLOSES.test(folded[end]!)) end++;
  return end - start >= 2 && end - start <= LONGEST && !/[、"]/.test(folded.slice(start, end)) ? { start, end } : null;
}
