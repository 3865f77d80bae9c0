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
