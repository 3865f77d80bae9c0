/**
 * Undoes a shifted run: a beam search over what the bytes of the page can have been.
 *
 * A hypothesis reads the page from left to right and keeps what it has restored so far and, inside a run, the byte that waits for
 * its second half. What was inserted is left out, a `?` stands for an unknown byte and a swallowed one, and between any two
 * characters of a run a pair of the user-defined zones may have vanished. The character model chooses.
 */
import { gbkTables } from '../../language/codecs/gbk';
import type { CharacterModel } from '../../language/language';
import { annotationAt, annotationTail, type Annotation, type Readings } from './annotations';
import { isMark, isTraditionalOnly, type MirrorEvidence } from './evidence';
import { cp936, isUserDefined } from './forward';
import { unassignedBehind, type GbkIndex, type Pair } from './gbkIndex';

/** One step of a hypothesis, linked to the step before. */
export interface Step {
  readonly before: Step | null;
  /** Offset into the page behind what this step read; equal to the step before where a pair vanished. */
  readonly at: number;
  /** The restored character, 0 for none. */
  readonly unit: number;
  /** The byte that waits for its second half; `ALIGNED` outside of runs, one of the sets below when it is not known. */
  readonly half: number;
  /** Set when something was inserted behind the waiting byte: later passes do not see the character that it begins. */
  readonly split: boolean;
  /** The last two restored characters, for the model. */
  readonly last: number;
  readonly last2: number;
  /** Restored characters since the last run ended. */
  readonly age: number;
  readonly vanished: number;
  /** Natural log. */
  readonly score: number;
}

/** No byte waits. */
export const ALIGNED = -1;
/** Unknown halves: A1-FE; 81-A0; `EMPTY_BEHIND * byte` is what CP936 leaves empty behind that byte. */
const HIGH = -2, LOW = -3, EMPTY_BEHIND = -0x100;

/** What happens seldom, natural log. */
const COST = {
  /** A `?` that is one, in a page with runs; and one before a reading and a closing bracket. */
  literal: -9, literalBeforeReading: -40,
  /** A cut character that the site was not seen to annotate; one that it was seen to leave alone. */
  newAnnotation: -1.5, knownPlain: -9,
  /** A character that the site annotates everywhere else; an annotation that does not fit. */
  missingAnnotation: -9, strayAnnotation: -9,
  /** An insertion before punctuation in a page that shows no other; an ASCII character of the text inside a run. */
  unseenMark: -2, swallowed: -5,
  unassigned: -4, lone: -1, vanished: -0.3,
};

/** How hard to search. */
export interface Effort {
  /** Hypotheses kept in a column, and how far they may be behind the best (natural log, as all depths). */
  readonly width: number;
  readonly depth: number;
  /** How far a hypothesis may be behind the best one to be given a vanished pair, or a second one in the same place. */
  readonly vanishDepth: number;
  readonly vanishTwiceDepth: number;
  /** How many characters are tried for an unknown first byte, and for two unknown bytes. */
  readonly guesses: number;
  readonly blindGuesses: number;
  /** The search is given up after this many tried characters. */
  readonly budget: number;
}

/** Enough for nearly all runs. */
export const QUICK: Effort = { width: 24, depth: 12, vanishDepth: 9, vanishTwiceDepth: 5, guesses: 32, blindGuesses: 60, budget: 20_000 };
/** For runs that the quick search leaves in doubt. */
export const THOROUGH: Effort = { width: 64, depth: 16, vanishDepth: 12, vanishTwiceDepth: 8, guesses: 60, blindGuesses: 300, budget: 60_000 };

/** Of hypotheses that the future cannot tell apart this many are kept, more once the run is over: words choose among them. */
const MOST_ALIKE = 3, MOST_ENDINGS = 12;
const MOST_VANISHED = 5, SETTLED = 4;
/** What stands before the first character of a line and behind its last one, for the model. */
export const LINE_START = 0x0a;
/** The search gives up where a run does not end within this many characters of the page. */
export const LONGEST = 400;

type Annotated = 'yes' | 'no' | 'open';

/** What is needed to restore the runs of a document. */
export interface RunContext {
  readonly model: CharacterModel;
  readonly readings: Readings;
  readonly index: GbkIndex;
  readonly evidence: MirrorEvidence;
}

/** Hypotheses that have read equally far. */
interface Column {
  readonly steps: Step[];
  best: number;
}

/**
 * Reads a stretch of a page from its beginning until nothing is open any more.
 * @param before the restored text before the stretch
 * @returns the last steps of the hypotheses, best first, all at one offset, empty when none came through; and how many characters were tried
 */
export function search(text: string, before: string, context: RunContext, effort: Effort): { readonly steps: readonly Step[]; readonly tried: number } {
  const beam = new Beam(text, context, effort);
  return { steps: beam.run(before), tried: beam.tried };
}

class Beam {
  readonly #text: string;
  readonly #context: RunContext;
  readonly #effort: Effort;
  readonly #fromUnicode = gbkTables().fromUnicode;
  /** By offset. */
  readonly #columns: (Column | undefined)[] = [];
  /** How many characters were tried so far. */
  tried = 0;

  constructor(text: string, context: RunContext, effort: Effort) {
    this.#text = text;
    this.#context = context;
    this.#effort = effort;
  }

  run(before: string): readonly Step[] {
    const end = Math.min(this.#text.length, LONGEST);
    const last = before.length > 0 ? before.charCodeAt(before.length - 1) : LINE_START, last2 = before.length > 1 ? before.charCodeAt(before.length - 2) : LINE_START;
    this.#put({ before: null, at: 0, unit: 0, half: ALIGNED, split: false, last, last2, age: 0, vanished: 0, score: 0 });
    for (let i = 0; i <= end && this.tried < this.#effort.budget; i++) {
      const column = this.#columns[i];
      if (!column || column.steps.length === 0) continue;
      this.#columns[i] = undefined;
      const steps = prune(column.steps, this.#effort);
      if (i === this.#text.length) return this.#ended(steps);
      if (this.#columns.length <= i + 1 && steps.every(step => step.half === ALIGNED && step.age >= SETTLED)) return steps;
      for (const step of this.#withVanished(steps)) if (step.half === ALIGNED) this.#readAligned(step, i); else this.#readShifted(step, i);
    }
    return [];
  }

  /** Hypotheses at the end of the line, where a byte can wait no longer and sentences end. */
  #ended(steps: readonly Step[]): readonly Step[] {
    const whole = steps.filter(step => step.half === ALIGNED).map(step => ({ ...step, score: step.score + this.#context.model.step(step.last2, step.last, LINE_START) }));
    return prune(whole, this.#effort);
  }

  /** Bytes of a character as the site had it, folded marks as the full-width ones they were; the byte itself for ASCII; 0 when GBK lacks it. */
  #bytes(unit: number): number {
    if (this.#context.evidence.folded) {
      switch (unit) {
        case 0x2c: return 0xa3ac;
        case 0x3b: return 0xa3bb;
        case 0x3a: return 0xa3ba;
        case 0x21: return 0xa3a1;
        case 0x3f: return 0xa3bf;
        case 0x28: return 0xa3a8;
        case 0x29: return 0xa3a9;
      }
    }
    return unit < 0x80 ? unit : this.#fromUnicode[unit]!;
  }

  #columnAt(at: number): Column {
    return (this.#columns[at] ??= { steps: [], best: -Infinity });
  }

  #put(step: Step): void {
    const column = this.#columnAt(step.at);
    if (step.score > column.best - this.#effort.depth) add(column, step);
  }

  /** One restored character more. */
  #emit(step: Step, unit: number, at: number, half: number, split: boolean, cost: number, annotated: Annotated, inRun = step.half !== ALIGNED): void {
    const column = this.#columnAt(at), least = column.best - this.#effort.depth;
    let score = step.score + cost + (inRun ? this.#prior(unit, annotated) : 0);
    if (score <= least) return;
    this.tried++;
    score += this.#context.model.step(step.last2, step.last, unit);
    if (score > least) add(column, this.#next(step, unit, at, half, split, score, step.vanished));
  }

  #next(before: Step, unit: number, at: number, half: number, split: boolean, score: number, vanished: number): Step {
    return { before, at, unit, half, split, last: unit, last2: before.last, age: half === ALIGNED ? before.age + 1 : 0, vanished, score };
  }

  /** Nothing restored: something inserted was read. */
  #skip(step: Step, at: number, half: number, split: boolean, cost: number): void {
    this.#put({ ...step, before: step, at, unit: 0, half, split, age: half === ALIGNED ? step.age : 0, score: step.score + cost });
  }

  /** What script and annotation table say about a restored character. */
  #prior(unit: number, annotated: Annotated): number {
    const { evidence, index } = this.#context, prior = index.prior[unit]!;
    if (!evidence.annotates || annotated === 'open') return prior;
    if (annotated === 'yes') return prior + this.#annotatedPrior(unit);
    if (evidence.annotated.has(unit)) return prior + COST.missingAnnotation;
    return isTraditionalOnly(unit) && !evidence.plain.has(unit) ? prior + Math.log(1.05 - evidence.coverage) : prior;
  }

  #annotatedPrior(unit: number): number {
    const { evidence } = this.#context;
    return evidence.annotated.has(unit) ? 0 : evidence.plain.has(unit) ? COST.knownPlain : COST.newAnnotation + (evidence.annotatesAny || isTraditionalOnly(unit) ? 0 : COST.newAnnotation);
  }

  /** The hypotheses of a column with those to which a pair vanished right here, up to two pairs in a row. */
  #withVanished(steps: Step[]): Step[] {
    const best = steps[0]!.score, { index } = this.#context;
    const grown: Step[] = [];
    const grow = (step: Step, pairs: readonly Pair[], limit: number) => {
      this.tried += Math.min(pairs.length, limit);
      for (let i = 0; i < pairs.length && i < limit; i++) {
        const { unit, trail } = pairs[i]!;
        const score = step.score + COST.vanished + this.#prior(unit, step.split ? 'open' : 'no') + this.#context.model.step(step.last2, step.last, unit);
        if (score > best - this.#effort.depth) grown.push(this.#next(step, unit, step.at, isUserDefined(trail, 0xa1) ? HIGH : LOW, false, score, step.vanished + 1));
      }
    };
    for (const step of steps) {
      if (step.half === ALIGNED || step.vanished >= MOST_VANISHED) continue;
      if (step.half >= 0) { if (step.score > best - this.#effort.vanishDepth) grow(step, index.beforeVanished[step.half]!, this.#effort.guesses); }
      else if (step.half > EMPTY_BEHIND && step.score > best - this.#effort.vanishTwiceDepth) grow(step, step.half === HIGH ? index.highBeforeVanished : index.lowBeforeVanished, this.#effort.blindGuesses);
    }
    if (grown.length === 0) return steps;
    for (const step of prune(grown.slice(), this.#effort)) {
      if (step.half > EMPTY_BEHIND && step.vanished < MOST_VANISHED && step.score > best - this.#effort.vanishTwiceDepth) grow(step, step.half === HIGH ? index.highBeforeVanished : index.lowBeforeVanished, this.#effort.blindGuesses);
    }
    return steps.concat(prune(grown, this.#effort));
  }

  /** Characters that end in a known byte and begin with the byte, or one of the bytes, that wait. */
  #eachEnding({ half }: Step, trail: number, visit: (unit: number) => void): void {
    const { index } = this.#context;
    if (half >= 0) {
      const unit = cp936(half, trail);
      if (unit !== 0) visit(unit);
      return;
    }
    if (half === LOW || half === HIGH) {
      const pairs = half === LOW ? index.byTrailLow[trail]! : index.byTrailHigh[trail]!;
      for (let i = 0; i < pairs.length && i < this.#effort.guesses; i++) visit(pairs[i]!.unit);
      return;
    }
    for (const lead of unassignedBehind(-half >> 8)) {
      const unit = cp936(lead, trail);
      if (unit !== 0) visit(unit);
    }
  }

  /** Characters that begin with the byte, or one of the bytes, that wait; their second byte is lost. */
  #eachBeginning({ half }: Step, visit: (pair: Pair) => void): void {
    const { index } = this.#context;
    const pairs = half >= 0 ? index.byLead[half]! : half === LOW ? index.low : index.high;
    const limit = half >= 0 ? pairs.length : this.#effort.blindGuesses;
    for (let i = 0; i < pairs.length && i < limit; i++) visit(pairs[i]!);
  }

  #annotationBehind(at: number): Annotation | null {
    return this.#context.evidence.annotates ? annotationAt(this.#text, at + 1) : null;
  }

  /** Whether what stands here was put before the mark that follows. */
  #isInsertion(at: number): boolean {
    const unit = this.#text.charCodeAt(at), next = this.#text.charCodeAt(at + 1), { inserted } = this.#context.evidence;
    return unit === (inserted === '' ? 0x2c : inserted.charCodeAt(0)) && (isMark(next) || next === 0xff1f);
  }

  #readAligned(step: Step, at: number): void {
    const unit = this.#text.charCodeAt(at), { evidence, readings } = this.#context;
    if (unit === 0x3f) {
      this.#emit(step, 0xff1f, at + 1, ALIGNED, false, annotationTail(this.#text, at + 1) ? COST.literalBeforeReading : COST.literal, 'open');
      this.#beginRun(step, at);
      return;
    }
    if (this.#isInsertion(at)) { this.#skip(step, at + 1, ALIGNED, false, 0); return; }
    // Before a mark that is cut in its turn.
    if (this.#text.charCodeAt(at + 1) === 0x3f && evidence.inserted !== '' && unit === evidence.inserted.charCodeAt(0)) this.#skip(step, at + 1, ALIGNED, false, 0);
    const annotation = this.#annotationBehind(at);
    if (annotation && readings.has(unit, annotation.reading)) this.#emit(step, unit, annotation.end, ALIGNED, false, 0, 'open');
    else this.#emit(step, unit, at + 1, ALIGNED, false, (evidence.annotates && evidence.annotated.has(unit) ? COST.missingAnnotation : 0) + (isMark(unit) ? this.#bareMark(at) : 0), 'open');
  }

  /** What it costs that the site put nothing before a mark, where it mostly does. */
  #bareMark(at: number): number {
    const { inserted, insertionRate } = this.#context.evidence;
    return inserted === '' || this.#text.charCodeAt(at - 1) === inserted.charCodeAt(0) ? 0 : Math.log(1.05 - insertionRate);
  }

  /** A `?` as the first byte of a character and the first byte of what was put behind it. */
  #beginRun(step: Step, at: number): void {
    const { readings, evidence, index } = this.#context;
    const tail = annotationTail(this.#text, at + 1);
    if (tail) {
      // The annotated pair is the last byte before and the lost one.
      const first = this.#bytes(step.last) & 0xff;
      for (let half = 0x81; first >= 0x81 && half <= 0xfe; half++) {
        const unit = cp936(first, half);
        if (unit !== 0 && readings.has(unit, tail.reading)) this.#skip(step, tail.end, half, true, this.#annotatedPrior(unit) + index.prior[unit]!);
      }
      return;
    }
    const mark = this.#text.charCodeAt(at + 1), bytes = this.#bytes(mark);
    if (!(isMark(mark) || mark === 0x3f) || bytes < 0x100) return;
    // The mark was found across two characters: it ends the cut one and begins the next.
    for (const pairs of [index.byTrailHigh[bytes >> 8]!, index.byTrailLow[bytes >> 8]!]) {
      for (const { unit } of pairs) this.#emit(step, unit, at + 2, bytes & 0xff, false, evidence.inserted === '' ? COST.unseenMark : 0, 'open', true);
    }
  }

  #readShifted(step: Step, at: number): void {
    const unit = this.#text.charCodeAt(at), { readings } = this.#context;
    if (unit === 0x3f) { this.#readLost(step, at); return; }
    if (this.#isInsertion(at)) { this.#skip(step, at + 1, step.half, step.split, 0); return; }
    const bytes = this.#bytes(unit), annotation = this.#annotationBehind(at), annotated: Annotated = step.split ? 'open' : 'no';
    if (bytes > 0xff && (bytes & 0xff) < 0x80) {
      // The second half is an ASCII letter of the text itself: 道D as 繢.
      this.#eachEnding(step, bytes >> 8, character => this.#emitWithAscii(step, character, bytes & 0xff, at + 1, 0, annotated));
    } else if (bytes > 0xff) {
      // An annotation here belongs to the two halves that the page shows as one character; it cuts the next one.
      const fits = annotation !== null && readings.has(unit, annotation.reading);
      this.#eachEnding(step, bytes >> 8, character => this.#emit(step, character, fits ? annotation.end : at + 1, bytes & 0xff, fits, annotation && !fits ? COST.strayAnnotation : 0, annotated));
    } else if (bytes >= 0x40) {
      // The second half is an ASCII letter: the run ends, and an annotation belongs to the restored character.
      this.#eachEnding(step, bytes, character => {
        const fits = annotation !== null && readings.has(character, annotation.reading);
        this.#emit(step, character, fits ? annotation.end : at + 1, ALIGNED, false, annotation && !fits ? COST.strayAnnotation : 0, fits ? 'yes' : annotated);
      });
    }
  }

  /**
   * A character and the ASCII character of the text behind it, read as one by the page: the run ends.
   * @param ascii `?` for one that was lost, scored as the digit that it mostly is
   */
  #emitWithAscii(step: Step, unit: number, ascii: number, at: number, cost: number, annotated: Annotated): void {
    const { model } = this.#context, column = this.#columnAt(at), scoredAs = ascii === 0x3f ? 0x30 : ascii;
    let score = step.score + cost + this.#prior(unit, annotated);
    if (score <= column.best - this.#effort.depth) return;
    this.tried++;
    score += model.step(step.last2, step.last, unit);
    if (score <= column.best - this.#effort.depth) return;
    score += model.step(step.last, unit, scoredAs);
    const character = this.#next(step, unit, at, ALIGNED, false, score, step.vanished);
    this.#put({ ...character, before: character, at, unit: ascii, last: scoredAs, last2: unit, age: 0 });
  }

  /** A `?` inside a run: the second byte of a character and what swallowed it. */
  #readLost(step: Step, at: number): void {
    const text = this.#text, { readings, index, evidence } = this.#context, annotated: Annotated = step.split ? 'open' : 'no';
    const tail = annotationTail(text, at + 1);
    // It swallowed the bracket of the annotation of the character itself.
    if (tail) {
      this.#eachBeginning(step, ({ unit }) => { if (readings.has(unit, tail.reading)) this.#emit(step, unit, tail.end, ALIGNED, false, 0, 'yes'); });
      return;
    }
    const next = text.charCodeAt(at + 1), atEnd = at + 1 === text.length, beforeMark = isMark(next) || next === 0xff1f;
    // It swallowed what was put before a mark, or an ASCII character of the text.
    this.#eachBeginning(step, ({ unit }) => {
      if (beforeMark) this.#emit(step, unit, at + 1, ALIGNED, false, evidence.inserted === '' ? COST.unseenMark : 0, annotated);
      else if (atEnd) this.#emit(step, unit, at + 1, ALIGNED, false, 0, annotated);
      else this.#emitWithAscii(step, unit, 0x3f, at + 1, COST.swallowed, annotated);
    });
    if (step.half < 0) return;
    // 80 begins no pair: some decoders show it alone, some with the byte behind it.
    const lone = cp936(step.half, 0x80);
    if (lone !== 0) {
      const annotation = this.#annotationBehind(at), fits = annotation !== null && readings.has(lone, annotation.reading);
      this.#emit(step, lone, fits ? annotation.end : at + 1, ALIGNED, false, COST.lone + (annotation && !fits ? COST.strayAnnotation : 0), fits ? 'yes' : annotated);
      for (const half of [HIGH, LOW]) this.#emit(step, lone, at + 1, half, false, COST.lone, annotated);
    }
    // A pair that CP936 leaves empty.
    for (const { unit, trail } of index.beforeUnassigned[step.half]!) this.#emit(step, unit, at + 1, EMPTY_BEHIND * trail, false, COST.unassigned, annotated);
    // A folded ？ that was read across two characters.
    const character = evidence.folded ? cp936(step.half, 0xa3) : 0;
    if (character !== 0) this.#emit(step, character, at + 1, 0xbf, false, 0, annotated);
  }
}

function add(column: Column, step: Step): void {
  column.steps.push(step);
  if (step.score > column.best) column.best = step.score;
}

/** The best hypotheses, best first; of those that the future cannot tell apart only the best few. Sorts in place. */
function prune(steps: Step[], { width, depth }: Effort): Step[] {
  steps.sort((a, b) => b.score - a.score);
  const out: Step[] = [], seen = new Map<number, number>();
  for (const step of steps) {
    if (out.length >= width || step.score < steps[0]!.score - depth) break;
    const key = ((step.half & 0x1ffff) * 2 + (step.split ? 1 : 0)) * 0x100000000 + step.last * 0x10000 + step.last2;
    const times = seen.get(key) ?? 0;
    if (times >= (step.half === ALIGNED ? MOST_ENDINGS : MOST_ALIKE)) continue;
    seen.set(key, times + 1);
    out.push(step);
  }
  return out;
}
