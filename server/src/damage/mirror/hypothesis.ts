/** What the search for a shifted run works on: hypotheses about how a page read up to an offset. */
import { byLineAfter, type ByLine } from './byLine';

/** One step of a hypothesis, linked to the step before. */
export interface Step {
  readonly before: Step | null;
  /** Offset into the page behind what this step read; equal to the step before where a pair vanished. */
  readonly at: number;
  /** The restored character, 0 for none. */
  readonly unit: number;
  /** What the site wrote behind the character before, where this step read an annotation of which a bracket was cut; empty elsewhere. */
  readonly annotation: string;
  /** The byte that waits for its second half; `ALIGNED` outside of runs, one of the sets below when it is not known. */
  readonly half: number;
  /** Set when something was inserted behind the waiting byte: later passes do not see the character that it begins. */
  readonly split: boolean;
  /** The last restored character, as context for the character model. */
  readonly last: number;
  /** The restored character before it. */
  readonly last2: number;
  /** Whether names stand behind it. */
  readonly place: ByLine;
  /** Whether nothing was restored so far: every `?` is taken for one. */
  readonly literal: boolean;
  /** Restored characters since the last run ended. */
  readonly age: number;
  /** How many vanished pairs it has put back in the run. */
  readonly vanished: number;
  /** Log probability (natural) of all that was read and restored so far. */
  readonly score: number;
}

/** No byte waits. */
export const ALIGNED = -1;
/** The half at hand is unknown, A1-FE. */
export const HIGH = -2;
/** The half at hand is unknown, 81-A0. */
export const LOW = -3;
/** `EMPTY_BEHIND * byte`: the half at hand is what CP936 leaves empty behind that byte. */
export const EMPTY_BEHIND = -0x100;

/** What stands for an ASCII character of the text that is lost. */
export const LOST_ASCII = 0x3f;

/** How hard to search. All depths are natural logarithms. */
export interface Effort {
  /** How many hypotheses are kept at one offset. */
  readonly width: number;
  /** How far they may be behind the best one. */
  readonly depth: number;
  /** A vanished pair is looked for where reading on costs more than this. */
  readonly fluent: number;
  /** How far a hypothesis may be behind the best one to be given a vanished pair, and another one in the same place. */
  readonly vanishDepth: number;
  /** How many characters are tried before a vanished pair. */
  readonly before: number;
  /** How many characters are tried behind each of these. */
  readonly behind: number;
  /** The search is abandoned after this many tried characters. */
  readonly budget: number;
}

/**
 * Enough for runs of articles: of 3,130 on generated pages, searches of a width of 28 and a depth of 12, and once more twice as wide where
 * the text that they found is poor, got two more right and tried more than twice as many characters.
 */
export const QUICK: Effort = {
  width: 20,
  depth: 10,
  fluent: 3,
  vanishDepth: 6,
  before: 10,
  behind: 10,
  budget: 40_000,
};

/** For pages with so many runs that the others would take minutes: most runs are short and plain. */
export const HASTY: Effort = { width: 12, depth: 9, fluent: 5, vanishDepth: 4, before: 5, behind: 6, budget: 4000 };

/** How many hypotheses are kept that the future cannot tell apart: words choose among them. */
const MOST_ALIKE = 4;
/** The same once the run is over. */
const MOST_ENDINGS = 12;
/**
 * Of those whose run is over so many have a place, however many are better: what is wrongly
 * restored gets worse to the end of a run that goes on.
 */
const LEAST_ENDED = 4;
/** How many hypotheses are kept that take marks of loss for what they are. */
const MOST_LITERAL = 3;
/** Of the depth of a search: nearer to the best there are mostly enough to fill a column. */
const NEAREST = 0.5;

/** Hypotheses that have read equally far. */
export class Column {
  readonly steps: Step[] = [];
  best = -Infinity;

  add(step: Step): void {
    this.steps.push(step);
    if (step.score > this.best) this.best = step.score;
  }
}

/**
 * The best hypotheses, best first, of those that the future cannot tell apart only the best few; and last, wherever
 * they stand, those that restored nothing so far.
 */
export function prune(steps: readonly Step[], best: number, { width, depth }: Effort): Step[] {
  const nearest: Step[] = [];
  const near: Step[] = [];
  const literal: Step[] = [];
  const out: Step[] = [];
  for (const step of steps) {
    if (step.literal) literal.push(step);
    else if (step.score >= best - NEAREST * depth) nearest.push(step);
    else if (step.score >= best - depth) near.push(step);
  }
  // Hundreds can stand in a column: those far behind are put in order only where the best leave room for them.
  let ended = 0;
  for (const steps of [nearest, near]) {
    if (out.length >= width && ended >= LEAST_ENDED) break;
    steps.sort(byScore);
    for (const step of steps) {
      const isEnded = step.half === ALIGNED;
      if (out.length >= width && (!isEnded || ended >= LEAST_ENDED)) continue;
      if (alike(step, out) >= (isEnded ? MOST_ENDINGS : MOST_ALIKE)) continue;
      out.push(step);
      if (isEnded) ended++;
    }
  }
  // They are bad at first and better at last: what is wrongly restored gets worse to its end. Runs begin behind them.
  literal.sort(byScore);
  for (let i = 0; i < literal.length && i < MOST_LITERAL; i++) out.push(literal[i]!);
  return out;
}

const byScore = (a: Step, b: Step) => b.score - a.score;

/** How many of the others go on as this one does. */
function alike({ last, last2, half, split }: Step, others: readonly Step[]): number {
  let count = 0;
  for (const other of others) if (other.last === last && other.half === half && other.last2 === last2 && other.split === split) count++;
  return count;
}

/** Whether the last that was read outside of runs is what the site put before a mark: then a mark follows. */
export function isBehindInsertion({ unit, annotation, half, before }: Step): boolean {
  return unit === 0 && annotation === '' && half === ALIGNED && before !== null;
}

/** What stands before the first character of a line and behind its last one, for the model. */
export const LINE_START = 0x0a;

/** The hypothesis before anything is read. @param before the restored text before the stretch, and where it ends */
export function firstStep(before: string, place: ByLine): Step {
  return {
    before: null,
    at: 0,
    unit: 0,
    annotation: '',
    half: ALIGNED,
    split: false,
    last: before.length > 0 ? before.charCodeAt(before.length - 1) : LINE_START,
    last2: before.length > 1 ? before.charCodeAt(before.length - 2) : LINE_START,
    place,
    literal: true,
    age: 0,
    vanished: 0,
    score: 0,
  };
}

/** A step that restores a character. */
export function next(
  before: Step,
  unit: number,
  at: number,
  half: number,
  split: boolean,
  score: number,
  vanished = before.vanished,
  literal = false,
): Step {
  return {
    before,
    at,
    unit,
    annotation: '',
    half,
    split,
    last: unit,
    last2: before.last,
    place: byLineAfter(before.place, before.last, unit),
    literal,
    age: half === ALIGNED ? before.age + 1 : 0,
    vanished,
    score,
  };
}

/** A step that restores nothing: something inserted was read. */
export function skipped(before: Step, at: number, half: number, split: boolean, cost: number, annotation: string): Step {
  return {
    before,
    at,
    unit: 0,
    annotation,
    half,
    split,
    last: before.last,
    last2: before.last2,
    place: before.place,
    literal: before.literal && half === ALIGNED,
    age: half === ALIGNED ? before.age : 0,
    vanished: before.vanished,
    score: before.score + cost,
  };
}

/** The ASCII character that the page shows as one with the character just restored. @param scoredAs what it counts as for the model */
export function asciiBehind(before: Step, unit: number, scoredAs: number): Step {
  return {
    before,
    at: before.at,
    unit,
    annotation: '',
    half: ALIGNED,
    split: false,
    last: scoredAs,
    last2: before.unit,
    place: byLineAfter(before.place, before.unit, scoredAs),
    literal: false,
    age: 0,
    vanished: before.vanished,
    score: before.score,
  };
}
