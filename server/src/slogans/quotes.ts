/** What an article puts in quotation marks. */

export interface Quote {
  /** Without the marks. */
  readonly start: number;
  readonly end: number;
}

const CLOSERS: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』', '‘': '’', '＂': '＂', '"': '"', '〝': '〞' };
/** Longer quotations are speech, not phrases. */
const LONGEST = 60;

/** Short quotations of one line in `text[start..end)`, in order, nested ones after the one that holds them; looks at no more than `LONGEST` characters behind an opening mark. */
export function findQuotes(text: string, start: number, end: number): Quote[] {
  const quotes: Quote[] = [];
  for (let at = start; at < end; at++) {
    const open = text[at]!, closer = CLOSERS[open];
    if (!closer) continue;
    const limit = Math.min(end, at + LONGEST);
    for (let i = at + 1; i < limit; i++) {
      const char = text[i]!;
      if (char === closer) {
        if (i > at + 1) quotes.push({ start: at + 1, end: i });
        if (open === closer) at = i;
        break;
      }
      if (char === open) break;
    }
  }
  return quotes;
}
