/** Numbers in a set phrase: 四方责任, 五个到位, 两个维护, 一廊三带, 防滑三宝. */

const DIGITS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 双: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** The number at the beginning of a folded phrase, up to 99; 0 when there is none. */
export function leadingNumber(phrase: string): number {
  const arabic = /^\d{1,2}(?!\d)/.exec(phrase);
  if (arabic) return Number(arabic[0]);
  const tens = phrase[0] === '十' ? 1 : phrase[1] === '十' ? (DIGITS[phrase[0]!] ?? 0) : 0;
  if (tens > 0) return tens * 10 + (DIGITS[phrase[phrase[0] === '十' ? 1 : 2] ?? ''] ?? 0);
  return DIGITS[phrase[0] ?? ''] ?? 0;
}

/** 一廊三带, 三查三看, 一城两带三基地: numbers whose sum says how many there are. */
const SUM = /^[一二两三四五六七八九][^个大项种条位][\u3400-\u9fff]?(?:[一二两三四五六七八九][\u3400-\u9fffA-Z]{1,2}){1,3}$/;
const NUMERAL = /[一二两三四五六七八九]/g;

/** 四水四定: one number twice. */
export const PAIR = /^([一二两三四五六七八九])([\u3400-\u9fff]{1,2})\1([\u3400-\u9fff]{1,2})$/;

const INNER_NUMBER = /[两三四五六七八九]/;
/** Behind what it is about: 三个必谈 of 爱兵三个必谈, 三宝 of 防滑三宝, 五不准 of 防溺水五不准. */
const INNER = /^(?:[两二三四五六七八九]个[\u3400-\u9fff]{2,3}|[三四五六七八九][\u3400-\u9fff]{1,2})$/;

/** Where the number of a folded phrase begins: 0 unless what it is about stands before it (防滑三宝). */
export function numberAt(phrase: string): number {
  if (leadingNumber(phrase) > 0) return 0;
  const at = phrase.search(INNER_NUMBER);
  return at >= 2 && at <= 4 && /^[\u3400-\u9fff]+$/.test(phrase) && INNER.test(phrase.slice(at)) ? at : 0;
}

/** Whether a folded phrase counts several kinds of things: 一廊三带. */
export function isSumOfNumbers(phrase: string): boolean {
  return SUM.test(phrase);
}

/**
 * How many things a folded phrase stands for: 四方责任 four, 一廊三带 and 两弹一星 the sum of their numbers, 三公(工)一大 without its
 * bracket, 双业 two; 四个一批 has a measure behind the number and is four. 0 where it does not say.
 */
export function countOf(phrase: string): number {
  const bare = phrase.replace(/\([^()]{1,3}\)/g, '');
  // 事故起数、死亡人数“双下降” has two things go down.
  if (bare[0] === '双') return bare.length === 2 ? 2 : 0;
  const first = leadingNumber(bare);
  if (first === 0) return leadingNumber(bare.slice(numberAt(bare)));
  // 五五, 三八: days and names.
  if (/^[一二三四五六七八九]{2}/.test(bare)) return 0;
  const total = isSumOfNumbers(bare) ? (bare.match(NUMERAL) ?? []).reduce((sum, numeral) => sum + leadingNumber(numeral), 0) : 0;
  return total > 2 ? total : first;
}
