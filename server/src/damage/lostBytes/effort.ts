/** How much of what a document lost is looked for: a search takes about a millisecond, and no page may take seconds. */

/** Losses of one document that are searched for. Articles have fewer; what has more is no longer worth reading. */
const MOST_LOSSES = 1000;
/** A run that is one byte off costs as much as this many single losses. */
export const RUN = 20;

/** Whether losses are searched for, given how many each line has; otherwise they are only reported. */
export function isWorthSearching(losses: readonly number[]): boolean {
  let sum = 0;
  for (const count of losses) sum += count;
  return sum <= MOST_LOSSES;
}

/**
 * How many readings of torn text are followed at a time, by how many units of it a document has at most: what all of it costs has a bound.
 */
const WIDTHS: readonly (readonly [units: number, width: number])[] = [
  [250, 24],
  [600, 12],
  [1500, 8],
  [4000, 4],
];

/** The same for a document. @returns 0 where there is more than anything can be read of */
export function widthFor(units: number): number {
  return WIDTHS.find(([most]) => units <= most)?.[1] ?? 0;
}
