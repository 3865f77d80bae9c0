/** Regular expressions that are asked at one place of a text. */

/** @param pattern sticky @returns what it finds at `at`, a UTF-16 offset; null where it does not stand there */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** @param pattern sticky @returns whether it stands at `at`, a UTF-16 offset */
export function standsAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
