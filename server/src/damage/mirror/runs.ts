/** What the beam search found, told as text for the part of the page that it changes. */
import { ALIGNED, search, type RunContext, type Step } from './beam';
import { FOLDED } from './site';

/** A restored run. Offsets into the page. */
export interface RestoredRun {
  readonly start: number;
  readonly end: number;
  /** Best first; at least one. Natural log, 0 for the best. */
  readonly candidates: readonly { readonly text: string; readonly score: number }[];
}

const MOST_CANDIDATES = 8;

/**
 * Restores the run that begins at a `?`, and those close behind it.
 * @param at offset of the `?`
 * @param from what stands before this offset is no context
 * @returns null when the `?` does not begin a run
 */
export function restoreRun(text: string, at: number, from: number, context: RunContext): RestoredRun | null {
  const paths = search(text, at, from, context).map(pathTo);
  const best = paths[0];
  if (!best) return null;
  // From where the best hypothesis leaves alignment to where it is back for good.
  const first = best.findIndex(step => step.half !== ALIGNED);
  if (first < 0) return null;
  const last = best.findLastIndex(step => step.half !== ALIGNED);
  const start = best[first - 1]!.at, end = best[Math.min(last + 1, best.length - 1)]!.at;
  const candidates: { text: string; score: number }[] = [];
  for (const path of paths) {
    const restored = restoredText(text, path, start, end, context);
    if (!candidates.some(candidate => candidate.text === restored)) candidates.push({ text: restored, score: path.at(-1)!.score - best.at(-1)!.score });
    if (candidates.length === MOST_CANDIDATES) break;
  }
  return { start, end, candidates };
}

function pathTo(last: Step): Step[] {
  const steps: Step[] = [];
  for (let step: Step | null = last; step; step = step.before) steps.push(step);
  return steps.reverse();
}

/** What a hypothesis restored between two offsets of the page; marks get the width that the site gives them. */
function restoredText(page: string, path: readonly Step[], start: number, end: number, { evidence }: RunContext): string {
  let out = '';
  for (let i = 1; i < path.length; i++) {
    const step = path[i]!, from = path[i - 1]!.at;
    if (step.unit === 0 || from < start || step.at > end) continue;
    const character = String.fromCharCode(step.unit);
    out += evidence.folded && page[from] !== character ? FOLDED.get(character) ?? character : character;
  }
  return out;
}
