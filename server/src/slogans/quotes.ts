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

/**
 * Short quotations in one line, in order, nested ones after the one that holds them; looks at no more
 * than `LONGEST` characters behind an opening mark.
 */
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

/** Rows longer than this are read from the ninth quotation on as if they began there. */
const LONGEST_ROW = 8;

/** A quotation with what stands around it, or around the row of quotations it belongs to: 开展“甲”“乙”等活动 is said of both. */
export interface Surroundings {
  /** Up to the opening mark. */
  readonly before: string;
  /** From the closing mark on. */
  readonly after: string;
}

/**
 * What stands around a quotation.
 * @param folded folded text of one line
 * @param reach how many characters on either side
 */
export function surroundings(folded: string, { start, end }: Quote, reach: number): Surroundings {
  let from = start - 1;
  for (let n = 0; n < LONGEST_ROW; n++) {
    const mark = folded[from - 1] === '、' ? from - 2 : from - 1;
    if (folded[mark] !== '"') break;
    const opening = folded.lastIndexOf('"', mark - 1);
    if (opening < 0 || mark - opening > LONGEST) break;
    from = opening;
  }
  let to = end;
  for (let n = 0; n < LONGEST_ROW; n++) {
    const mark = folded[to + 1] === '、' ? to + 2 : to + 1;
    if (folded[mark] !== '"') break;
    const closing = folded.indexOf('"', mark + 1);
    if (closing < 0 || closing - mark > LONGEST) break;
    to = closing;
  }
  return { before: folded.slice(Math.max(0, from - reach), from), after: folded.slice(to, to + reach) };
}
