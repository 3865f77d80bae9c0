/** What stands between the pages of a printed text: page numbers and running heads. */
import type { DraftLine } from './draftLine';

/** Reasons of chrome that only parts pages. */
const PAGE_NUMBERS: ReadonlySet<string> = new Set(['page-number', 'number', 'ornament']);
/** Longest running head, in Han characters. */
const LONGEST_HEAD = 40;
/** How many lines a running head may be away from the page number, blank lines included. */
const NEAR = 2;

/** The line holds no sentence but parts two pages. */
export const isPageFurniture = ({ kind, reason }: DraftLine): boolean =>
  kind === 'chrome' && (reason === 'running-head' || PAGE_NUMBERS.has(reason));

/** Marks lines beside a page number that the text has several times: running heads. */
export function markRunningHeads(lines: readonly DraftLine[]): void {
  const numbers = lines.flatMap((line, i) => (isPageFurniture(line) ? [i] : []));
  if (numbers.length === 0) return;
  const seen = new Map<string, number>();
  for (const { folded, shape } of lines) if (shape.han > 0 && shape.han <= LONGEST_HEAD) seen.set(folded, (seen.get(folded) ?? 0) + 1);
  for (const number of numbers) {
    for (let i = Math.max(0, number - NEAR); i <= Math.min(lines.length - 1, number + NEAR); i++) {
      const line = lines[i]!;
      if (line.kind !== null || line.shape.ending !== 'none' || (seen.get(line.folded) ?? 0) < 2) continue;
      line.kind = 'chrome';
      line.reason = 'running-head';
    }
  }
}
