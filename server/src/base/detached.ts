/** Strings that keep no other string alive. */

/**
 * A copy of a text. A slice of a long string keeps the whole string in memory; what is kept per line across versions of a
 * document must not.
 */
export function detached(text: string): string {
  const parts: string[] = [], units: number[] = [];
  for (let i = 0; i < text.length; i++) {
    units.push(text.charCodeAt(i));
    if (units.length === 0x1000 || i === text.length - 1) {
      parts.push(String.fromCharCode(...units));
      units.length = 0;
    }
  }
  return parts.join('');
}
