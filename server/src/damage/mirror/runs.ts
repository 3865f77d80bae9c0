/** What the beam search found, told as text for the part of the page that it changes; words decide where characters leave doubt. */
import type { WordList } from '../../language/language';
import { foldScript } from '../../language/script';
import { ALIGNED, QUICK, search, THOROUGH, type RunContext, type Step } from './beam';
import { FOLDED } from './site';

/** A restored run. Offsets into the page. */
export interface RestoredRun {
  readonly start: number;
  readonly end: number;
  /** Best first; at least one. Natural log, 0 for the best. */
  readonly candidates: readonly { readonly text: string; readonly score: number }[];
}

const MOST_CANDIDATES = 8;
/** A quick search is trusted when the best hypothesis is this far ahead. */
const NO_DOUBT = 2.5;
/** How much words count beside characters. */
const WORD_WEIGHT = 0.5;

/**
 * Restores the run that begins at a `?`, and those close behind it.
 * @param at offset of the `?`
 * @param from what stands before this offset is no context
 * @returns null when the `?` does not begin a run
 */
export function restoreRun(text: string, at: number, from: number, context: RunContext, words: WordList): RestoredRun | null {
  let paths = ranked(search(text, at, from, context, QUICK), text, at, words);
  if (paths.length === 0 || isDoubtful(paths)) paths = ranked(search(text, at, from, context, THOROUGH), text, at, words);
  const best = paths[0];
  if (!best) return null;
  // From where the best hypothesis leaves alignment to where it is back for good.
  const first = best.steps.findIndex(step => step.half !== ALIGNED);
  if (first < 0) return null;
  const last = best.steps.findLastIndex(step => step.half !== ALIGNED);
  const start = best.steps[first - 1]!.at, end = best.steps[Math.min(last + 1, best.steps.length - 1)]!.at;
  const candidates: { text: string; score: number }[] = [];
  for (const path of paths) {
    const restored = restoredText(text, path.steps, start, end, context);
    if (!candidates.some(candidate => candidate.text === restored)) candidates.push({ text: restored, score: path.score - best.score });
    if (candidates.length === MOST_CANDIDATES) break;
  }
  return { start, end, candidates };
}

/** Whether the best hypothesis is hardly ahead, or takes the `?` for one. */
function isDoubtful(paths: readonly Path[]): boolean {
  return (paths.length > 1 && paths[1]!.score > paths[0]!.score - NO_DOUBT) || paths[0]!.steps.every(step => step.half === ALIGNED);
}

interface Path {
  readonly steps: readonly Step[];
  readonly score: number;
}

/** The hypotheses that end in these steps with words counted in, best first. */
function ranked(finals: readonly Step[], page: string, at: number, words: WordList): Path[] {
  const before = foldScript(page.slice(Math.max(0, at - 3), at));
  return finals.map((final): Path => {
    const steps: Step[] = [];
    for (let step: Step | null = final; step; step = step.before) steps.push(step);
    steps.reverse();
    let text = before;
    for (const { unit } of steps) if (unit !== 0) text += String.fromCharCode(unit);
    return { steps, score: final.score + WORD_WEIGHT * wordScore(foldScript(text), words) };
  }).sort((a, b) => b.score - a.score);
}

/** Occurrences that the word list is counted from, as a natural logarithm, and what an unknown character costs. */
const LOG_TOTAL = Math.log(6e7), UNKNOWN = -15, LONGEST_WORD = 5;

/** Natural log probability of the best division of a simplified text into words. */
export function wordScore(text: string, words: WordList): number {
  const best = new Float64Array(text.length + 1).fill(-Infinity);
  best[0] = 0;
  for (let start = 0; start < text.length; start++) {
    const base = best[start]!;
    for (let length = 1; length <= LONGEST_WORD && start + length <= text.length; length++) {
      const unit = text.charCodeAt(start + length - 1);
      const han = unit >= 0x3400 && unit <= 0x9fff;
      if (!han && length > 1) break;
      const frequency = han ? words.frequency(text.slice(start, start + length)) : 0;
      if (frequency === 0 && length > 1) continue;
      const score = base + (han ? (frequency === 0 ? UNKNOWN : Math.log(frequency) - LOG_TOTAL) : -4);
      if (score > best[start + length]!) best[start + length] = score;
    }
  }
  return best[text.length]!;
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
