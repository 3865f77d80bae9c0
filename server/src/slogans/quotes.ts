/** Short quotations. */
import { UnitSet } from '../base/unitSet';

/** A quotation. Offsets into the text, without the marks. */
export interface Quote {
  readonly start: number;
  readonly end: number;
}

const CLOSERS = new Map(
  [
    ['“', '”'],
    ['「', '」'],
    ['『', '』'],
    ['‘', '’'],
    ['＂', '＂'],
    ['"', '"'],
    ['〝', '〞'],
  ].map(([open, close]) => [open!.charCodeAt(0), close!.charCodeAt(0)]),
);
const OPENERS = new UnitSet(['“「『‘＂"〝']);
/** Longer quotations are speech, not phrases. */
const LONGEST = 60;

/** Short quotations in one line, in order, nested ones after the one that holds them; looks at no more than `LONGEST` characters behind an opening mark. */
export function findQuotes(text: string): Quote[] {
  const quotes: Quote[] = [];
  for (let at = OPENERS.next(text, 0); at < text.length; at = OPENERS.next(text, at + 1)) {
    const open = text.charCodeAt(at);
    const close = CLOSERS.get(open)!;
    const limit = Math.min(text.length, at + LONGEST);
    for (let i = at + 1; i < limit; i++) {
      const unit = text.charCodeAt(i);
      if (unit === close) {
        if (i > at + 1) quotes.push({ start: at + 1, end: i });
        if (open === close) at = i;
        break;
      }
      if (unit === open) break;
    }
  }
  return quotes;
}
