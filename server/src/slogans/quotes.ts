/** What an article puts in quotation marks. */

export interface Quote {
  /** Without the marks. */
  readonly start: number;
  readonly end: number;
}

const CLOSERS = new Map([['“', '”'], ['「', '」'], ['『', '』'], ['‘', '’'], ['＂', '＂'], ['"', '"'], ['〝', '〞']].map(([open, close]) => [open!.charCodeAt(0), close!.charCodeAt(0)]));
const OPENER = /[“「『‘＂"〝]/g;
/** Longer quotations are speech, not phrases. */
const LONGEST = 60;

/** Short quotations in one line, in order, nested ones after the one that holds them; looks at no more than `LONGEST` characters behind an opening mark. */
export function findQuotes(text: string): Quote[] {
  const quotes: Quote[] = [];
  OPENER.lastIndex = 0;
  for (let match = OPENER.exec(text); match; match = OPENER.exec(text)) {
    const at = match.index, open = text.charCodeAt(at), close = CLOSERS.get(open)!;
    const limit = Math.min(text.length, at + LONGEST);
    for (let i = at + 1; i < limit; i++) {
      const unit = text.charCodeAt(i);
      if (unit === close) {
        if (i > at + 1) quotes.push({ start: at + 1, end: i });
        if (open === close) OPENER.lastIndex = i + 1;
        break;
      }
      if (unit === open) break;
    }
  }
  return quotes;
}
