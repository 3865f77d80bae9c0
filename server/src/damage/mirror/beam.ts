/**
 * Undoes a shifted run: a beam search over what the bytes of the page can have been.
 *
 * A hypothesis reads the page from left to right and keeps what it has restored so far and, inside a run, the byte that waits for
 * its second half. What was inserted is left out, a `?` stands for an unknown byte and a swallowed one, and between any two
 * characters of a run a pair of the user-defined zones may have vanished. The character model chooses.
 */
import { isIdeograph } from '../../language/characters';
import { annotatedBefore, type Annotation, type AnnotationTail, type CutAnnotation } from './annotations';
import { byLineAfter, ELSEWHERE, type ByLine } from './byLine';
import { COST } from './costs';
import { fluency } from './fluency';
import { cp936, isUserDefined } from './forward';
import {
  ALIGNED,
  asciiBehind,
  Column,
  EMPTY_BEHIND,
  HIGH,
  LOST_ASCII,
  LOW,
  prune,
  firstStep,
  HASTY,
  isBehindInsertion,
  LINE_START,
  next,
  skipped,
  type Effort,
  type Step,
} from './hypothesis';
import { isMark } from './site';
import { INSERTED, lookOf, lostEndings, type AsciiEnding } from './lostAscii';
import { Stretch } from './stretch';
import { annotatedPrior, bareMark, NONE, OPEN, priorOf, type Annotated } from './prior';
import type { RunContext } from './runContext';
import { eachBeginning, eachBeginningRead, eachEnding } from './waitingByte';

/** How many pairs may vanish in a run. One in six does, and runs can be long: the limit only holds back what vanishes without end. */
const MOST_VANISHED = 12;
/** Characters behind the end of a run after which all its readings are final. */
const SETTLED = 4;
/** A search that has used up its budget goes on hastily to this many times as much: most of what it found so far is right. */
const LAST_BUDGET = 1.25;
/** The search gives up where a run does not end within this many characters of the page. */
export const LONGEST = 400;

/**
 * Reads a stretch of a page from its beginning until nothing is open any more.
 * @param before the restored text before the stretch
 * @param front what the page shows before it, where that is the closing bracket of an annotation
 * @param place whether names stand there
 * @returns the last steps of the hypotheses, best first, all at one offset, empty when none came through; and how many characters were tried
 */
export function search(
  text: string,
  before: string,
  context: RunContext,
  effort: Effort,
  front = '',
  place: ByLine = ELSEWHERE,
): { readonly steps: readonly Step[]; readonly tried: number } {
  const beam = new Beam(text, context, effort, front);
  return { steps: beam.run(before, place), tried: beam.tried };
}

class Beam {
  readonly #page: Stretch;
  readonly #context: RunContext;
  #effort: Effort;
  /** By offset. */
  readonly #columns: (Column | undefined)[] = [];
  /** How many characters were tried so far. */
  tried = 0;
  /** The best that reading on from the current hypothesis gave, against its score. */
  #gain = -Infinity;

  constructor(text: string, context: RunContext, effort: Effort, front: string) {
    this.#page = new Stretch(text, context.evidence, front);
    this.#context = context;
    this.#effort = effort;
  }

  run(before: string, place: ByLine): readonly Step[] {
    const { length } = this.#page;
    const end = Math.min(length, LONGEST);
    this.#put(firstStep(before, place));
    for (let i = 0; i <= end; i++) {
      const column = this.#columns[i];
      if (!column || column.steps.length === 0) continue;
      this.#columns[i] = undefined;
      if (this.tried > this.#effort.budget) {
        if (this.tried > LAST_BUDGET * this.#effort.budget) return [];
        this.#effort = { ...HASTY, budget: this.#effort.budget };
      }
      const steps = prune(column.steps, column.best, this.#effort);
      if (i === length) return this.#ended(steps);
      if (this.#columns.length <= i + 1 && steps.every(step => step.half === ALIGNED && step.age >= SETTLED)) return steps;
      for (const step of steps) this.#readOn(step, i, column.best);
    }
    return [];
  }

  /** Hypotheses at the end of the line, where a byte can wait no longer and sentences end. */
  #ended(steps: readonly Step[]): readonly Step[] {
    const whole = steps
      .filter(step => step.half === ALIGNED)
      .map(step => ({ ...step, score: step.score + fluency(this.#context.model, step.last2, step.last, LINE_START, step.place) }));
    return prune(
      whole,
      whole.reduce((best, step) => Math.max(best, step.score), -Infinity),
      this.#effort,
    );
  }

  #columnAt(at: number): Column {
    return (this.#columns[at] ??= new Column());
  }

  #put(step: Step): void {
    const column = this.#columnAt(step.at);
    if (step.literal || step.score > column.best - this.#effort.depth) column.add(step);
  }

  /** One restored character more. */
  #emit(
    step: Step,
    unit: number,
    at: number,
    half: number,
    split: boolean,
    cost: number,
    annotated: Annotated,
    inRun = step.half !== ALIGNED,
  ): void {
    // It would take a place in the column that others can use.
    if (half !== ALIGNED && !this.#page.canFollowHalf(at)) return;
    const column = this.#columnAt(at);
    const literal = step.literal && !inRun;
    const least = literal ? -Infinity : column.best - this.#effort.depth;
    let score = step.score + cost + (inRun ? priorOf(unit, annotated, this.#context) + this.#markInRun(step, unit) : 0);
    if (score <= least) return;
    this.tried++;
    score += fluency(this.#context.model, step.last2, step.last, unit, step.place);
    if (score - step.score > this.#gain) this.#gain = score - step.score;
    if (score > least) column.add(next(step, unit, at, half, split, score, step.vanished, literal));
  }

  /** Nothing restored: something inserted was read. */
  #skip(step: Step, at: number, half: number, split: boolean, cost: number, annotation = ''): void {
    this.#put(skipped(step, at, half, split, cost, annotation));
    this.#gain = 0;
  }

  /** What it costs that the site put nothing before a restored mark: that would have ended the run. */
  #markInRun(step: Step, unit: number): number {
    if (step.split || unit < 0x80 || isIdeograph(unit) || !isMark(unit)) return 0;
    const cost = bareMark(this.#context.evidence);
    if (step.half !== ALIGNED) return cost;
    // Cut by another mark: whichever the site looked for first.
    return this.#page.isInserted(step.at - 1) ? 0 : Math.max(COST.cutMark, cost);
  }

  /**
   * Reads what stands at an offset, and where that makes poor text, reads it as if a pair had vanished before it.
   * @param best score of the best hypothesis there
   */
  #readOn(step: Step, at: number, best: number): void {
    if (step.half === ALIGNED) {
      this.#readAligned(step, at);
      return;
    }
    this.#gain = -Infinity;
    this.#readShifted(step, at);
    const { fluent, vanishDepth } = this.#effort;
    if (this.#context.evidence.showsPrivateUse || step.half <= EMPTY_BEHIND || step.vanished >= MOST_VANISHED) return;
    // A lost byte lets nearly everything fit: it tells nothing about the bytes before it.
    if (step.score < best - vanishDepth || (this.#gain > -fluent && this.#page.unit(at) !== LOST_ASCII)) return;
    for (const grown of this.#withVanished(step, best)) this.#readOn(grown, at, best);
  }

  /** A hypothesis with each of the characters that a vanished pair can have ended. */
  #withVanished(step: Step, best: number): Step[] {
    const { index, model } = this.#context;
    const { before } = this.#effort;
    const grown: Step[] = [];
    const annotated: Annotated = step.split ? OPEN : NONE;
    const pairs = step.half >= 0 ? index.beforeVanished[step.half]! : index.followers(step.last, step.half === HIGH, 'vanishing');
    for (let i = 0, tried = 0; i < pairs.length && tried < 2 * before; i++) {
      const { unit, trail } = pairs[i]!;
      let score = step.score + COST.vanished + priorOf(unit, annotated, this.#context) + this.#markInRun(step, unit);
      if (score <= best - this.#effort.depth) continue;
      tried++;
      score += fluency(model, step.last2, step.last, unit, step.place);
      if (score > best - this.#effort.depth)
        grown.push(next(step, unit, step.at, isUserDefined(trail, 0xa1) ? HIGH : LOW, false, score, step.vanished + 1));
    }
    this.tried += pairs.length;
    return grown.length <= 1 ? grown : grown.sort((a, b) => b.score - a.score).slice(0, before);
  }

  /** The annotation behind the character at an offset, where it is a reading of `unit`, or of what an ASCII letter ends. */
  #annotationOf(unit: number, at: number): Annotation | null {
    const annotation = this.#page.annotation(at + 1);
    const annotated = unit < 0x80 ? annotatedBefore(this.#page.text, at + 1) : unit;
    return annotation && this.#context.readings.has(annotated, annotation.reading) ? annotation : null;
  }

  #readAligned(step: Step, at: number): void {
    const page = this.#page;
    const unit = page.unit(at);
    const { evidence } = this.#context;
    if (unit === LOST_ASCII) {
      // Behind what the site put before a mark it is one, or its cut half.
      const cost = isBehindInsertion(step) ? 0 : page.tail(at) ? COST.literalBeforeReading : COST.literal;
      this.#emit(step, 0xff1f, at + 1, ALIGNED, false, cost, OPEN);
      this.#beginRun(step, at);
      return;
    }
    if (page.isInserted(at) && !isBehindInsertion(step)) {
      if (page.isMark(at + 1)) {
        this.#skip(step, at + 1, ALIGNED, false, 0);
        return;
      }
      // Before a mark that is cut in its turn.
      if (evidence.inserted !== '' && page.unit(at + 1) === LOST_ASCII) this.#skip(step, at + 1, ALIGNED, false, 0);
    }
    const tail = unit > 0x7f ? page.tail(at) : null;
    if (tail) this.#cutByAnnotation(step, tail);
    this.#skipCut(step, page.cutClosing(at), false);
    const annotation = this.#annotationOf(unit, at);
    if (annotation) this.#emit(step, unit, annotation.end, ALIGNED, false, 0, OPEN);
    else
      this.#emit(
        step,
        unit,
        at + 1,
        ALIGNED,
        false,
        (evidence.annotates && evidence.annotated.has(unit) ? COST.missingAnnotation : 0) +
          (isMark(unit) && !page.isInserted(at - 1) ? bareMark(evidence) : 0),
        OPEN,
      );
  }

  /** A `?` as the first byte of a character and the first byte of what was put behind it. */
  #beginRun(step: Step, at: number): void {
    const page = this.#page;
    const { evidence, index } = this.#context;
    const tail = page.tail(at);
    const mustBeMark = isBehindInsertion(step);
    if (tail && !mustBeMark) this.#cutByAnnotation(step, tail);
    if (tail) return;
    const mark = page.unit(at + 1);
    const bytes = page.cutMark(at + 1);
    if (!(isMark(mark) || mark === LOST_ASCII) || bytes < 0x100) return;
    // The mark was found across two characters: it ends the cut one and begins the next.
    for (const pairs of [index.byTrailHigh[bytes >> 8]!, index.byTrailLow[bytes >> 8]!]) {
      for (const { unit } of pairs)
        if (!mustBeMark || isMark(unit))
          this.#emit(step, unit, at + 2, bytes & 0xff, false, evidence.inserted === '' ? COST.unseenMark : 0, OPEN, true);
    }
  }

  /** A character was annotated that is none: the last byte before, and the one that took the first byte of the annotation. */
  #cutByAnnotation(step: Step, { reading, waiting, end }: AnnotationTail): void {
    const { readings, index } = this.#context;
    for (const first of [this.#page.bytes(step.last) & 0xff, this.#page.closingByte(step.at)])
      for (const { unit, trail, prior } of index.readAs(readings, reading, first)) {
        if (waiting === 0 ? trail >= 0x81 : trail === waiting)
          this.#skip(step, end, trail, true, annotatedPrior(unit, reading, this.#context) + prior);
      }
  }

  /**
   * The annotation of the last character, of which a bracket was cut: the opening one, which ends a run, or the closing one, which begins
   * one.
   */
  #skipCut(step: Step, cut: CutAnnotation | null, isOpening: boolean): void {
    if (!cut || !this.#context.readings.has(step.last, cut.reading)) return;
    this.#skip(step, cut.end, isOpening ? ALIGNED : cut.waiting, false, annotatedPrior(step.last, cut.reading, this.#context), cut.written);
  }

  #readShifted(step: Step, at: number): void {
    const page = this.#page;
    const unit = page.unit(at);
    const cut = page.cutOpening(at);
    if (cut?.waiting === step.half) this.#skipCut(step, cut, true);
    if (unit === LOST_ASCII) {
      this.#readLost(step, at);
      return;
    }
    if (page.isInserted(at) && page.isMark(at + 1)) {
      this.#skip(step, at + 1, step.half, step.split, 0);
      return;
    }
    const tail = unit > 0x7f ? page.tail(at) : null;
    if (tail) this.#readTail(step, tail);
    const bytes = page.bytes(unit);
    const annotated: Annotated = step.split ? OPEN : NONE;
    const annotation = page.annotation(at + 1);
    if (bytes > 0xff && (bytes & 0xff) < 0x80) {
      // The second half is an ASCII letter of the text itself: 道D as 繢.
      const endings = [{ ascii: bytes & 0xff, cost: 0 }];
      eachEnding(step, bytes >> 8, this.#effort.behind, this.#context, character =>
        this.#emitWithAscii(step, character, endings, at + 1, annotated),
      );
    } else if (bytes > 0xff) {
      // An annotation here belongs to the two halves that the page shows as one character; it cuts the next one.
      const fits = annotation !== null && this.#context.readings.has(unit, annotation.reading);
      eachEnding(step, bytes >> 8, this.#effort.behind, this.#context, character =>
        this.#emit(
          step,
          character,
          fits ? annotation.end : at + 1,
          bytes & 0xff,
          fits,
          annotation && !fits ? COST.strayAnnotation : 0,
          annotated,
        ),
      );
    } else if (bytes >= 0x40) {
      // The second half is an ASCII letter: the run ends, and an annotation belongs to the restored character.
      eachEnding(step, bytes, this.#effort.behind, this.#context, character => this.#emitAnnotated(step, character, at, 0, annotated));
    }
  }

  /** A character that ends a run, with its annotation where there is one. */
  #emitAnnotated(step: Step, unit: number, at: number, cost: number, annotated: Annotated): void {
    const fitting = this.#annotationOf(unit, at);
    if (fitting) this.#emit(step, unit, fitting.end, ALIGNED, false, cost, fitting.reading);
    else this.#emit(step, unit, at + 1, ALIGNED, false, cost + (this.#page.annotation(at + 1) ? COST.strayAnnotation : 0), annotated);
  }

  /** A character and the ASCII character of the text behind it, read as one by the page: the run ends. @param endings what that may be */
  #emitWithAscii(step: Step, unit: number, endings: readonly AsciiEnding[], at: number, annotated: Annotated): void {
    const { model } = this.#context;
    const column = this.#columnAt(at);
    let score = step.score + priorOf(unit, annotated, this.#context) + this.#markInRun(step, unit);
    if (score <= column.best - this.#effort.depth) return;
    this.tried++;
    score += fluency(model, step.last2, step.last, unit, step.place);
    for (const { ascii, cost } of endings) {
      if (score + cost <= column.best - this.#effort.depth) continue;
      const scoredAs = lookOf(ascii);
      const whole =
        score + cost + (ascii === INSERTED ? 0 : fluency(model, step.last, unit, scoredAs, byLineAfter(step.place, step.last, unit)));
      if (whole - step.score > this.#gain) this.#gain = whole - step.score;
      const grown = next(step, unit, at, ALIGNED, false, whole);
      this.#put(ascii === INSERTED ? skipped(grown, at, ALIGNED, false, 0, '') : asciiBehind(grown, ascii, scoredAs));
    }
  }

  /** The second byte of a character that took the first byte of the annotation of the character itself. */
  #readTail(step: Step, tail: AnnotationTail): void {
    eachBeginningRead(step, tail, this.#context, unit => this.#emit(step, unit, tail.end, ALIGNED, false, 0, tail.reading));
  }

  /** A `?` inside a run: the second byte of a character and what swallowed it. */
  #readLost(step: Step, at: number): void {
    const page = this.#page;
    const { index, evidence } = this.#context;
    const annotated: Annotated = step.split ? OPEN : NONE;
    const tail = page.tail(at);
    if (tail) {
      this.#readTail(step, tail);
      return;
    }
    const endings = lostEndings(page.text.slice(at + 1, at + 6), evidence.inserted !== '');
    const atEnd = at + 1 === page.length;
    const beforeMark = page.isMark(at + 1);
    // It swallowed what was put before a mark, or an ASCII character of the text.
    eachBeginning(step, this.#context, unit => {
      if (beforeMark) this.#emit(step, unit, at + 1, ALIGNED, false, evidence.inserted === '' ? COST.unseenMark : 0, annotated);
      else if (atEnd) this.#emit(step, unit, at + 1, ALIGNED, false, 0, annotated);
      else this.#emitWithAscii(step, unit, endings, at + 1, annotated);
    });
    if (step.half < 0) return;
    // 80 begins no pair: some decoders show it alone, some with the byte behind it.
    const lone = cp936(step.half, 0x80);
    if (lone !== 0) {
      this.#emitAnnotated(step, lone, at, COST.lone, annotated);
      for (const half of [HIGH, LOW]) this.#emit(step, lone, at + 1, half, false, COST.lone, annotated);
    }
    // A pair that CP936 leaves empty.
    for (const { unit, trail } of index.beforeUnassigned[step.half]!)
      this.#emit(step, unit, at + 1, EMPTY_BEHIND * trail, false, COST.unassigned, annotated);
    // A folded ？ that was read across two characters.
    const character = evidence.folded ? cp936(step.half, 0xa3) : 0;
    if (character !== 0) this.#emit(step, character, at + 1, 0xbf, false, 0, annotated);
  }
}
