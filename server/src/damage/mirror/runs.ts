/** What the beam search found, told as text for the part of the page that it changes; words decide where characters leave doubt. */
import type { WordList } from '../../language/language';
import { foldScript } from '../../language/script';
import { wordScore } from '../../language/wordScore';
import { ALIGNED, LINE_START, LONGEST, QUICK, search, THOROUGH, type RunContext, type Step } from './beam';
import { roundTrips } from './proof';
import { FOLDED } from './site';

/** A restored run. Offsets into the page. */
export interface RestoredRun {
  readonly start: number;
  readonly end: number;
  /** Best first; at least one. Natural log, 0 for the best. */
  readonly candidates: readonly { readonly text: string; readonly score: number }[];
}

/** What a search gave and how many characters it tried. */
interface Restored {
  readonly run: RestoredRun | null;
  readonly tried: number;
}

/** Restores the runs of one document, each different one once: pages repeat themselves. */
export class RunMemory {
  readonly #context: RunContext;
  readonly #words: WordList;
  /** By all the text that a result can depend on; offsets are relative to it. */
  readonly #known = new Map<string, Restored>();

  constructor(context: RunContext, words: WordList) {
    this.#context = context;
    this.#words = words;
  }

  /**
   * Restores the run that begins at an offset of a line, and those close behind it.
   * @param at offset of the `?`, or of what was put before a mark that begins with it
   * @param before the restored line up to there, at least its last `REACH` characters
   * @returns the run, null when none begins there or nothing that was found gives the page again, and how many characters were tried for it
   */
  restore(line: string, at: number, before: string): Restored {
    const window = line.slice(at, at + LONGEST + REACH), key = `${before.slice(-REACH)}\n${window}`;
    let known = this.#known.get(key);
    if (known === undefined) this.#known.set(key, (known = restoreRun(window, before.slice(-REACH), this.#context, this.#words)));
    const { run, tried } = known;
    // What is known already counts as well: results must not depend on what was asked for before.
    return { run: run && { start: run.start + at, end: run.end + at, candidates: run.candidates }, tried };
  }
}

const MOST_CANDIDATES = 8;
/** A quick search is trusted when the best hypothesis is this far ahead. */
const NO_DOUBT = 2.5;
/** How much words count beside characters. */
const WORD_WEIGHT = 0.5;
/** What a quotation mark or title bracket without its partner costs. */
const UNPAIRED = -2;
/** How far around a run partners are looked for. */
export const REACH = 300;

/** The run at the beginning of a stretch of a page. */
function restoreRun(text: string, before: string, context: RunContext, words: WordList): Restored {
  const quick = search(text, before, context, QUICK);
  let paths = ranked(quick.steps, text, before, words), tried = quick.tried + 100;
  if (paths.length > 0 && isDoubtful(paths)) {
    const thorough = search(text, before, context, THOROUGH);
    tried += thorough.tried;
    if (thorough.steps.length > 0) paths = ranked(thorough.steps, text, before, words);
  }
  return { run: told(paths, text, context), tried };
}

/** The best hypotheses that hold, for the part of the page that they change. */
function told(paths: readonly Path[], text: string, context: RunContext): RestoredRun | null {
  const best = paths[0];
  if (!best) return null;
  // From where the best hypothesis leaves alignment to where it is back for good.
  const first = best.steps.findIndex(step => step.half !== ALIGNED);
  if (first < 0) return null;
  const last = best.steps.findLastIndex(step => step.half !== ALIGNED);
  const start = best.steps[first - 1]!.at, end = best.steps[Math.min(last + 1, best.steps.length - 1)]!.at;
  const before = best.steps[first - 1]!.last === LINE_START ? '' : String.fromCharCode(best.steps[first - 1]!.last);
  const candidates: { text: string; score: number }[] = [];
  for (const path of paths) {
    const restored = restoredText(text, path.steps, start, end, context);
    if (candidates.some(candidate => candidate.text === restored)) continue;
    if (roundTrips(restored, text.slice(start, end), before, context)) candidates.push({ text: restored, score: path.score - best.score });
    if (candidates.length === MOST_CANDIDATES) break;
  }
  return candidates.length === 0 ? null : { start, end, candidates: candidates.map(({ text: newText, score }) => ({ text: newText, score: score - candidates[0]!.score })) };
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
function ranked(finals: readonly Step[], page: string, before: string, words: WordList): Path[] {
  const near = before.slice(-3);
  const behind = finals.length === 0 ? '' : page.slice(finals[0]!.at, finals[0]!.at + REACH);
  return finals.map((final): Path => {
    const steps: Step[] = [];
    for (let step: Step | null = final; step; step = step.before) steps.push(step);
    steps.reverse();
    let text = '';
    for (const { unit } of steps) if (unit !== 0) text += String.fromCharCode(unit);
    return { steps, score: final.score + WORD_WEIGHT * wordScore(foldScript(near + text), words) + UNPAIRED * unpaired(before + text + behind) };
  }).sort((a, b) => b.score - a.score);
}

/** How many quotation marks and title brackets stand in a text without a partner. */
function unpaired(text: string): number {
  let quotes = 0, titles = 0, alone = 0;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 0x201c: quotes++; break;
      case 0x201d: if (quotes > 0) quotes--; else alone++; break;
      case 0x300a: titles++; break;
      case 0x300b: if (titles > 0) titles--; else alone++; break;
    }
  }
  return alone + quotes + titles;
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
