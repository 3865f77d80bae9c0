/**
 * What the beam search found, told as text for the part of the page that it changes, and how probable
 * it is; words decide where characters leave doubt.
 */
import { foldScript } from '../../language/script';
import { wordScore } from '../../language/wordScore';
import { closingByte } from './annotations';
import { LONGEST, search } from './beam';
import { byLineOf, isInName, type ByLine } from './byLine';
import type { RunContext } from './runContext';
import { ALIGNED, HASTY, LINE_START, QUICK, type Step } from './hypothesis';
import { concatenation, lonely, pairing, type Pairing } from './pairing';
import { roundTrips } from './proof';
import { FOLDED } from './site';

/** A restored run. Offsets into the page. */
export interface RestoredRun {
  readonly start: number;
  readonly end: number;
  /** Best first; at least one. Natural log, 0 for the best. */
  readonly candidates: readonly Candidate[];
  /**
   * How probable it is that all of the best candidate is right, 0 to 1; 0 where that is garbled
   * as well, so that what was meant was not found.
   */
  readonly probability: number;
}

interface Candidate {
  readonly text: string;
  readonly score: number;
}

/** What a search gave and how many characters it tried. */
interface Restored {
  readonly run: RestoredRun | null;
  readonly tried: number;
}

/**
 * Restores the runs of one site, each different one once: pages repeat themselves, and an edit
 * elsewhere in a line leaves its runs as they are.
 */
export class RunMemory {
  readonly #context: RunContext;
  /** By all the text that a result can depend on; offsets are relative to it. */
  readonly #known = new Map<string, Restored>();

  constructor(context: RunContext) {
    this.#context = context;
  }

  /**
   * Restores the run that begins at an offset of a line, and those close behind it.
   * @param at offset of the `?`, or of what was put before a mark that begins with it
   * @param before the restored line up to there, at least its last `REACH` characters
   * @returns the run, null when none begins there or nothing that was found gives the page again, and how many characters were tried for it
   */
  restore(line: string, at: number, before: string): Restored {
    const window = line.slice(at, at + LONGEST + REACH);
    const near = before.slice(-NEAR);
    const left = pairing(before.slice(-REACH));
    const place = byLineOf(before.slice(-REACH));
    const front = closingByte(line.charAt(at - 1), this.#context.evidence.form) === 0 ? '' : line.charAt(at - 1);
    const key = `${front}${place} ${left.closed.join(' ')} ${left.opened.join(' ')} ${near}\n${window}`;
    let known = this.#known.get(key);
    if (known === undefined) {
      if (this.#known.size >= MOST_KNOWN) this.#known.clear();
      this.#known.set(key, (known = restoreRun(window, near, place, left, this.#context, front)));
    }
    const { run, tried } = known;
    // What is known already counts as well: results must not depend on what was asked for before.
    return { run: run && { ...run, start: run.start + at, end: run.end + at }, tried };
  }
}

const QUESTION_MARK = 0xff1f;
const MOST_CANDIDATES = 8;
/** How many results are remembered. */
const MOST_KNOWN = 2000;
/** How many characters before a run are read with it. */
const NEAR = 3;
/**
 * How much the search's score, words, and quotation marks or title brackets without their partner count, natural log. Fitted on generated
 * pages (maximum likelihood of what was meant among what the search found), so that scores are log probabilities: characters and words
 * tell the same twice.
 */
const SEARCH_WEIGHT = 0.63;
const WORD_WEIGHT = 0.38;
const UNPAIRED = -4;
/** What a character of a name in a by-line counts as for the words: no word list has names. */
const NAME = '·';
/** How far around a run partners are looked for. */
export const REACH = 300;
/**
 * From the share of the best hypothesis among all that were found to the probability that it is right: what the search did not find, and
 * what neither characters nor words tell, is missing from that share. Logistic, fitted on generated pages.
 */
const CERTAINTY = { offset: -0.75, weight: 0.79, most: 1 - 1e-4 };
/** What a search costs apart from the characters that it tries. */
const SEARCH_COST = 100;
/** What a restored text costs that keeps a mark of loss, in nats. */
const LITERAL = -15;
/** One with less than this is as garbled as before. */
const GARBLED = -9;

/** The run at the beginning of a stretch of a page. */
function restoreRun(text: string, before: string, place: ByLine, left: Pairing, context: RunContext, front: string): Restored {
  const { steps, tried } = search(text, before, context, context.evidence.hasManyRuns ? HASTY : QUICK, front, place);
  return { run: told(ranked(steps, text, before, left, context), text, context, front), tried: tried + SEARCH_COST };
}

/** The search's score of a hypothesis for each character; one that takes the `?` for what it is has paid for that already. */
function fluencyOf({ steps }: Path): number {
  const final = steps[steps.length - 1]!;
  return (final.score - (final.literal ? LITERAL : 0)) / steps.length;
}

/** The best hypotheses that hold, for the part of the page that they change. */
function told(paths: readonly Path[], text: string, context: RunContext, front: string): RestoredRun | null {
  const best = paths[0];
  if (!best) return null;
  // From where the best hypothesis leaves alignment to where it is back for good.
  const first = best.steps.findIndex(step => step.half !== ALIGNED);
  if (first < 0) return null;
  const last = best.steps.findLastIndex(step => step.half !== ALIGNED);
  const start = best.steps[first - 1]!.at;
  const end = best.steps[Math.min(last + 1, best.steps.length - 1)]!.at;
  const before = best.steps[first - 1]!.last === LINE_START ? '' : String.fromCharCode(best.steps[first - 1]!.last);
  const shownBefore = start > 0 ? text.charAt(start - 1) : front;
  const tried = new Set<string>();
  const candidates: Candidate[] = [];
  let total = 0;
  let chosen = best;
  let top: Candidate | undefined;
  for (const path of paths) {
    const { steps, score } = path;
    const restored = restoredText(text, steps, start, end, context);
    if (tried.has(restored)) continue;
    tried.add(restored);
    // What is far behind is not offered, and counts little.
    if (
      candidates.length < MOST_CANDIDATES &&
      !roundTrips(restoredText(text, steps, start, end, context, true), text.slice(start, end), before, context, shownBefore)
    )
      continue;
    if (!top) {
      top = { text: restored, score };
      chosen = path;
    }
    if (top.text === restored || !covers(top.text, restored)) total += Math.exp(score - top.score);
    if (candidates.length < MOST_CANDIDATES) candidates.push({ text: restored, score });
  }
  if (!top) return null;
  const most = top.score;
  return {
    start,
    end,
    candidates: candidates.map(({ text, score }) => ({ text, score: score - most })),
    probability: fluencyOf(chosen) < GARBLED ? 0 : certainty(1 / total),
  };
}

/** Whether one text leaves open what the other claims: `底?` covers `底 `, as the page does not tell which ASCII character is lost. */
function covers(text: string, other: string): boolean {
  if (text.length !== other.length) return false;
  for (let i = 0; i < text.length; i++) if (text[i] !== other[i] && !(text[i] === '?' && other.charCodeAt(i) < 0x80)) return false;
  return true;
}

/** See `CERTAINTY`. */
function certainty(share: number): number {
  const odds = Math.min(share, CERTAINTY.most) / (1 - Math.min(share, CERTAINTY.most));
  return 1 / (1 + Math.exp(-CERTAINTY.offset) * odds ** -CERTAINTY.weight);
}

interface Path {
  readonly steps: readonly Step[];
  readonly score: number;
}

/** The hypotheses that end in these steps with words counted in, best first. */
function ranked(finals: readonly Step[], page: string, before: string, left: Pairing, context: RunContext): Path[] {
  if (finals.length === 0) return [];
  const near = foldScript(before);
  const right = pairing(page.slice(finals[0]!.at, finals[0]!.at + REACH));
  return finals
    .map((final): Path => {
      const steps: Step[] = [];
      for (let step: Step | null = final; step; step = step.before) steps.push(step);
      steps.reverse();
      let text = '';
      let words = '';
      for (const { unit, place } of steps) {
        if (unit === 0) continue;
        text += String.fromCharCode(unit);
        words += isInName(place) ? NAME : String.fromCharCode(unit);
      }
      const pairs: Pairing = concatenation(concatenation(left, pairing(text)), right);
      return {
        steps,
        score: SEARCH_WEIGHT * final.score + WORD_WEIGHT * wordScore(near + foldScript(words), context) + UNPAIRED * lonely(pairs),
      };
    })
    .sort((a, b) => b.score - a.score);
}

/**
 * What a hypothesis restored between two offsets of the page; marks get the width that the site gives them.
 * @param withAnnotations whether those stay of which a bracket was cut: they took part in what happened to the bytes
 */
function restoredText(
  page: string,
  path: readonly Step[],
  start: number,
  end: number,
  { evidence }: RunContext,
  withAnnotations = false,
): string {
  let out = '';
  for (let i = 1; i < path.length; i++) {
    const step = path[i]!;
    const from = path[i - 1]!.at;
    if (from < start || step.at > end) continue;
    if (withAnnotations) out += step.annotation;
    if (step.unit === 0) continue;
    const character = String.fromCharCode(step.unit);
    // Folded, a question mark would look like an ASCII character that is lost.
    if (withAnnotations && step.unit === QUESTION_MARK) out += character;
    else out += evidence.folded && page[from] !== character ? (FOLDED.get(character) ?? character) : character;
  }
  return out;
}
