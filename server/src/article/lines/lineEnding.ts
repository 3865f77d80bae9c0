/** How lines end. */
import { isCloser, isColon, isComma, isFinalMark, isHan, isOpener, isSemicolon } from '../characters';

/** With a final mark, with a mark after which something must follow, or with none. */
export type LineEnding = 'final' | 'comma' | 'semicolon' | 'colon' | 'open' | 'none';

/** The ending of `text[start..end)`, which has no blanks around it; closing quotes and brackets do not count. */
export function endingOf(text: string, start: number, end: number): LineEnding {
  let i = end - 1;
  while (i >= start && isCloser(text.charCodeAt(i))) i--;
  if (i < start) return 'none';
  const code = text.charCodeAt(i);
  if (isFinalMark(code) || code === 0x2026 || code === 0x7e || code === 0xff5e) return 'final';
  // A Latin full stop closes a Chinese sentence on pages that lost their widths.
  if ((code === 0x2e || code === 0xff0e) && i > start && isHan(text.charCodeAt(i - 1))) return 'final';
  if (i < end - 1) return 'none';
  if (isComma(code) || code === 0x3001) return 'comma';
  if (isSemicolon(code)) return 'semicolon';
  if (isColon(code)) return 'colon';
  return isOpener(code) ? 'open' : 'none';
}
