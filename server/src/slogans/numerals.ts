/** Numbers that lead a set phrase: 四方责任, 五个到位, 两个维护. */

const DIGITS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 双: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** The number at the beginning of a folded phrase, up to 99; 0 when there is none. */
export function leadingNumber(phrase: string): number {
  const arabic = /^\d{1,2}(?!\d)/.exec(phrase);
  if (arabic) return Number(arabic[0]);
  const tens = phrase[0] === '十' ? 1 : phrase[1] === '十' ? (DIGITS[phrase[0]!] ?? 0) : 0;
  if (tens > 0) return tens * 10 + (DIGITS[phrase[phrase[0] === '十' ? 1 : 2] ?? ''] ?? 0);
  return DIGITS[phrase[0] ?? ''] ?? 0;
}
