/**
 * Undoes a shifted run: a beam search over what the bytes of the page can have been.
 *
 * A hypothesis reads the page from left to right and keeps what it has restored so far and, inside a run, the byte that waits for
 * its second half. What was inserted is left out, a `?` stands for an unknown byte and a swallowed one, and between any two
 * characters of a run a pair of the user-defined zones may have vanished. The character model chooses.
 */
import { characterClasses, HAN } from '../../language/characters';
import { gbkTables } from '../../language/codecs/gbk';
import type { CharacterModel } from '../../language/language';
import { annotationAt, annotationTail, type Annotation, type Readings } from './annotations';
import { isMark, isTraditionalOnly, type MirrorEvidence } from './evidence';
import { cp936, isUserDefined } from './forward';
import { scriptPrior, UNASSIGNED, type GbkIndex, type Pair } from './gbkIndex';

/** One step of a hypothesis, linked to the step before. */
interface Step {
  readonly before: Step | null;
  /** Offset into the page behind what this step read; equal to the step before where a pair vanished. */
  readonly at: number;
  /** The restored character, 0 for none. */
  readonly unit: number;
  /** The byte that waits for its second half; `ALIGNED` outside of runs, one of the sets below when it is not known. */
  readonly half: number;
  /** Set when something was inserted behind the waiting byte: the character it begins is not matched by later passes. */
  readonly split: boolean;
  /** The last two restored characters, for the model. */
  readonly last: number;
  readonly last2: number;
  /** Last restored byte, for annotations that cut what follows. */
  readonly byte: number;
  /** Restored characters since the last run ended. */
  readonly age: number;
  readonly vanished: number;
  readonly score: number;
}

const ALIGNED = -1;
/** Unknown halves: any lead byte; A1-FE; 81-A0; what CP936 leaves empty behind the byte `half >> 8`. */
const ANY = -2, HIGH = -3, LOW = -4, EMPTY_BEHIND = -0x100;

/** Costs, natural log, of what happens seldom. */
const COST = { literal: -9, unknownReading: -3.5, knownPlain: -9, missingAnnotation: -9, swallowed: -5, unassigned: -4, unseenMark: -3, vanished: -0.3, newAnnotation: -1.5, strayAnnotation: -9, odd: -12 };
const WIDTH = 48, DEPTH = 16, MOST_VANISHED = 4, SETTLED = 4, LONGEST = 400, GUESSES = 40;

/** What is needed to restore the runs of a document. */
export interface RunContext {
  readonly model: CharacterModel;
  readonly readings: Readings;
  readonly index: GbkIndex;
  readonly evidence: MirrorEvidence;
}

/** A restored run. Offsets into the page. */
export interface RestoredRun {
  readonly start: number;
  readonly end: number;
  /** Best first; at least one. Scores as in `Candidate`: 0 for the best. */
  readonly candidates: readonly { readonly text: string; readonly score: number; readonly vanished: number }[];
  /** Where the search stopped: everything from `start` to here was read. */
  readonly searched: number;
}

/**
 * Restores the run that begins at a `?`, and those close behind it.
 * @param at offset of the `?`
 * @param from where the text may be read as context; what stands before `at` must be undamaged but for annotations
 * @returns null when the `?` is not the beginning of a run
 */
export function restoreRun(text: string, at: number, from: number, context: RunContext): RestoredRun | null {
  return new Beam(text, context).run(at, from);
}

class Beam {
  readonly #text: string;
  readonly #context: RunContext;
  readonly #fromUnicode = gbkTables().fromUnicode;
  #columns = new Map<number, Step[]>();

  constructor(text: string, context: RunContext) {
    this.#text = text;
    this.#context = context;
  }

  run(at: number, from: number): RestoredRun | null {
    const stop = Math.min(this.#text.length, at + LONGEST);
    this.#columns = new Map([[at, [this.#contextBefore(at, from)]]]);
    let final: Step[] | undefined, end = at;
    for (let i = at; i <= stop; i++) {
      const column = this.#columns.get(i);
      if (!column) continue;
      this.#columns.delete(i);
      const steps = prune(column);
      if (steps.length === 0) continue;
      const settled = this.#columns.size === 0 && steps.every(step => step.half === ALIGNED && step.age >= SETTLED);
      if (settled || i === this.#text.length) {
        final = i === this.#text.length ? prune(steps.flatMap(step => this.#atEnd(step))) : steps;
        end = i;
        break;
      }
      this.#vanish(steps);
      for (const step of prune(steps)) this.#read(step, i);
    }
    return final && final.length > 0 ? this.#told(final, at, end) : null;
  }

  #contextBefore(at: number, from: number): Step {
    // The two restored characters before the run: annotations and inserted commas are no part of the text.
    const units: number[] = [];
    let byte = 0;
    for (let i = at - 1; i >= from && units.length < 2;) {
      if (this.#text.charCodeAt(i) === 0x29) {
        const open = this.#text.lastIndexOf('(', i);
        const annotation = open > from && i - open < 20 ? annotationAt(this.#text, open) : null;
        if (annotation && annotation.end === i + 1) {
          i = this.#text.charCodeAt(open - 1) === 0x29 ? this.#text.lastIndexOf('(', open - 1) - 1 : open - 1;
          continue;
        }
      }
      const unit = this.#text.charCodeAt(i);
      if (units.length === 0) byte = this.#bytes(unit) & 0xff;
      units.push(unit);
      i--;
    }
    return { before: null, at, unit: 0, half: ALIGNED, split: false, last: units[0] ?? 0x0a, last2: units[1] ?? 0x0a, byte, age: 0, vanished: 0, score: 0 };
  }

  /** Bytes of a character as the site had it, folded marks as the full-width ones they were; the byte itself for ASCII. */
  #bytes(unit: number): number {
    if (this.#context.evidence.folded) {
      switch (unit) {
        case 0x2c: return 0xa3ac;
        case 0x3b: return 0xa3bb;
        case 0x3a: return 0xa3ba;
        case 0x21: return 0xa3a1;
        case 0x28: return 0xa3a8;
        case 0x29: return 0xa3a9;
      }
    }
    return unit < 0x80 ? unit : this.#fromUnicode[unit]!;
  }

  #put(step: Step): void {
    const column = this.#columns.get(step.at);
    if (column) column.push(step); else this.#columns.set(step.at, [step]);
  }

  /** A character more. `annotated` tells whether its annotation stands in the page behind it. */
  #emit(step: Step, unit: number, at: number, half: number, split: boolean, extra: number, annotated: 'yes' | 'no' | 'open'): Step {
    const { model } = this.#context;
    let score = step.score + model.step(step.last2, step.last, unit) + extra;
    if (step.half !== ALIGNED) score += this.#prior(unit, annotated);
    return { before: step, at, unit, half, split, last: unit, last2: step.last, byte: this.#bytes(unit) & 0xff, age: half === ALIGNED ? step.age + 1 : 0, vanished: step.vanished, score };
  }

  /** What script and annotation table say about a restored character. */
  #prior(unit: number, annotated: 'yes' | 'no' | 'open'): number {
    const { evidence } = this.#context;
    const han = (characterClasses()[unit]! & HAN) !== 0;
    let prior = han ? scriptPrior(unit, evidence.script) : isMark(unit) || '“”‘’《》（）…—·％'.includes(String.fromCharCode(unit)) ? 0 : COST.odd;
    if (!han || !evidence.annotates) return prior;
    if (annotated === 'no') {
      if (evidence.annotated.has(unit)) prior += COST.missingAnnotation;
      else if (isTraditionalOnly(unit) && !evidence.plain.has(unit)) prior += Math.log(1.05 - evidence.coverage);
    } else if (annotated === 'yes' && !evidence.annotated.has(unit)) prior += evidence.plain.has(unit) ? COST.knownPlain : COST.newAnnotation;
    return prior;
  }

  /** Pairs that vanished before the next character: grows the column in place. */
  #vanish(steps: Step[]): void {
    for (let i = 0, rounds = steps.length; i < steps.length && i < WIDTH * 3; i++) {
      const step = steps[i]!;
      if (step.half === ALIGNED || step.vanished >= MOST_VANISHED || (i >= rounds && step.score < steps[0]!.score - DEPTH)) continue;
      this.#eachHalf(step, lead => {
        let guesses = 0;
        for (const pair of this.#context.index.beforeVanished[lead]!) {
          if (++guesses > GUESSES / 2) break;
          const high = isUserDefined(pair.trail, 0xa1);
          const next = this.#emit(step, pair.unit, step.at, high ? HIGH : LOW, false, COST.vanished, step.split ? 'open' : 'no');
          if (next.score > steps[0]!.score - DEPTH) steps.push({ ...next, vanished: step.vanished + 1 });
        }
      });
    }
  }

  /** Each lead byte that may wait. */
  #eachHalf(step: Step, visit: (lead: number) => void): void {
    const { half } = step;
    if (half >= 0) { visit(half); return; }
    if (half <= EMPTY_BEHIND) {
      const first = (-half) >> 8;
      if (first === 0x80) for (let lead = 0x81; lead <= 0xfe; lead++) visit(lead);
      else for (const lead of UNASSIGNED[first]!) visit(lead);
      return;
    }
    for (let lead = half === HIGH ? 0xa1 : 0x81; lead <= (half === LOW ? 0xa0 : 0xfe); lead++) visit(lead);
  }

  /** Characters that end in a byte that is known and begin with the byte, or one of the bytes, that wait. */
  #eachEnding(step: Step, trail: number, visit: (unit: number) => void): void {
    const { half } = step;
    if (half >= 0) {
      const unit = cp936(half, trail);
      if (unit !== 0) visit(unit);
      return;
    }
    const accepts = (lead: number) => half === ANY || (half === HIGH ? lead >= 0xa1 : half === LOW ? lead <= 0xa0 : half <= EMPTY_BEHIND && (((-half) >> 8) === 0x80 || UNASSIGNED[(-half) >> 8]!.has(lead)));
    let guesses = 0;
    for (const pair of this.#context.index.byTrail[trail]!) {
      if (!accepts(pair.lead)) continue;
      visit(pair.unit);
      if (++guesses >= GUESSES) break;
    }
  }

  /** All that can follow a hypothesis. */
  #read(step: Step, at: number): void {
    if (at >= this.#text.length) return;
    if (step.half === ALIGNED) this.#readAligned(step, at); else this.#readShifted(step, at);
  }

  #readAligned(step: Step, at: number): void {
    const text = this.#text, { evidence } = this.#context;
    const unit = text.charCodeAt(at);
    if (unit === 0x3f) {
      this.#put(this.#emit(step, 0xff1f, at + 1, ALIGNED, false, COST.literal, 'open'));
      this.#beginRun(step, at);
      return;
    }
    // An inserted character before a mark is no part of the text.
    if (this.#isInsertion(at)) {
      this.#put({ ...step, before: step, at: at + 1, unit: 0 });
      return;
    }
    const annotation = this.#annotationBehind(at);
    if (annotation && this.#context.readings.has(unit, annotation.reading)) {
      this.#put(this.#emit(step, unit, annotation.end, ALIGNED, false, 0, 'yes'));
      return;
    }
    const extra = evidence.annotates && evidence.annotated.has(unit) ? COST.missingAnnotation : 0;
    this.#put(this.#emit(step, unit, at + 1, ALIGNED, false, extra, 'open'));
  }

  #isInsertion(at: number): boolean {
    const unit = this.#text.charCodeAt(at), next = this.#text.charCodeAt(at + 1);
    const { inserted } = this.#context.evidence;
    if (unit !== (inserted === '' ? 0x2c : inserted.charCodeAt(0)) || !(isMark(next) || next === 0xff1f)) return false;
    return unit !== 0x2c || next !== 0x2c || this.#text.charCodeAt(at - 1) !== 0x2c;
  }

  /** A `?` as the lead byte of a character and the first byte of what was put behind it. */
  #beginRun(step: Step, at: number): void {
    const { readings, evidence, index } = this.#context;
    const tail = annotationTail(this.#text, at + 1);
    if (tail) {
      if (step.byte >= 0x81) {
        for (let half = 0x40; half <= 0xfe; half++) {
          const annotated = cp936(step.byte, half);
          if (half < 0x81 || annotated === 0 || !readings.has(annotated, tail.reading)) continue;
          const known = evidence.annotated.has(annotated) ? 0 : evidence.plain.has(annotated) ? COST.knownPlain : COST.unknownReading + scriptPrior(annotated, evidence.script);
          this.#put({ ...step, before: step, at: tail.end, unit: 0, half, split: true, age: 0, score: step.score + known });
        }
      }
      return;
    }
    const mark = this.#text.charCodeAt(at + 1);
    if (!isMark(mark)) return;
    const bytes = this.#bytes(mark);
    if (bytes < 0x100) return;
    const extra = evidence.inserted === '' ? COST.unseenMark : 0;
    let guesses = 0;
    for (const pair of index.byTrail[bytes >> 8]!) {
      this.#put({ ...this.#emit({ ...step, half: ANY }, pair.unit, at + 2, bytes & 0xff, false, extra, 'open'), before: step });
      if (++guesses >= 2 * GUESSES) break;
    }
  }

  #readShifted(step: Step, at: number): void {
    const text = this.#text, unit = text.charCodeAt(at);
    if (unit === 0x3f) { this.#readLost(step, at); return; }
    if (this.#isInsertion(at)) { this.#put({ ...step, before: step, at: at + 1, unit: 0 }); return; }
    const bytes = this.#bytes(unit);
    if (bytes > 0xff) {
      const annotation = this.#annotationBehind(at);
      const marked = annotation !== null && this.#context.readings.has(unit, annotation.reading);
      this.#eachEnding(step, bytes >> 8, character =>
        this.#put(this.#emit(step, character, marked ? annotation.end : at + 1, bytes & 0xff, marked, 0, step.split ? 'open' : 'no')));
    } else if (bytes >= 0x40) {
      // The second half is an ASCII letter: the run ends, and an annotation behind it belongs to the restored character.
      const annotation = this.#annotationBehind(at);
      this.#eachEnding(step, bytes, character => {
        const fits = annotation !== null && this.#context.readings.has(character, annotation.reading);
        this.#put(this.#emit(step, character, fits ? annotation.end : at + 1, ALIGNED, false, annotation && !fits ? COST.strayAnnotation : 0, fits ? 'yes' : step.split ? 'open' : 'no'));
      });
    }
  }

  #annotationBehind(at: number): Annotation | null {
    return this.#context.evidence.annotates ? annotationAt(this.#text, at + 1) : null;
  }

  /** A `?` inside a run. */
  #readLost(step: Step, at: number): void {
    const text = this.#text, { readings, index, evidence } = this.#context;
    const tail = annotationTail(text, at + 1);
    const next = text.charCodeAt(at + 1);
    const guess = (extra: number, limit: number, annotated: 'yes' | 'no' | 'open', test: (pair: Pair) => boolean, put: (pair: Pair, extra: number) => void) =>
      this.#eachHalf(step, lead => {
        let guesses = 0;
        for (const pair of index.byLead[lead]!) {
          if (!test(pair)) continue;
          put(pair, extra);
          if (++guesses >= limit) break;
        }
        void annotated;
      });
    // The annotation of a character that is whole in the restored text.
    if (tail) {
      guess(0, GUESSES, 'yes', pair => readings.has(pair.unit, tail.reading), (pair, extra) => this.#put(this.#emit(step, pair.unit, tail.end, ALIGNED, false, extra, 'yes')));
      return;
    }
    const plain = step.split ? 'open' : 'no' as const;
    const limit = step.half >= 0 ? GUESSES : 4;
    // The insertion before a mark that is whole in the restored text.
    if (isMark(next) || next === 0xff1f) guess(evidence.inserted === '' ? COST.unseenMark : 0, limit, plain, () => true, (pair, extra) => this.#put(this.#emit(step, pair.unit, at + 1, ALIGNED, false, extra, plain)));
    // A swallowed ASCII character of the text itself, or the end of the text.
    guess(at + 1 === text.length ? 0 : COST.swallowed, limit, plain, () => true, (pair, extra) => {
      const whole = this.#emit(step, pair.unit, at + 1, ALIGNED, false, extra, plain);
      if (at + 1 === text.length) { this.#put(whole); return; }
      for (const swallowed of ' 0123456789<') this.#put({ ...this.#emit(whole, swallowed.charCodeAt(0), at + 1, ALIGNED, false, 0, 'open'), age: 0 });
    });
    // A pair that CP936 leaves empty.
    if (step.half >= 0) {
      let guesses = 0;
      for (const pair of index.beforeUnassigned[step.half]!) {
        this.#put(this.#emit(step, pair.unit, at + 1, EMPTY_BEHIND * pair.trail, false, COST.unassigned, plain));
        if (++guesses >= GUESSES / 2) break;
      }
      // A folded ？ that was read across two characters.
      const character = cp936(step.half, 0xa3);
      if (character !== 0 && evidence.folded) this.#put(this.#emit(step, character, at + 1, 0xbf, false, 0, plain));
    }
  }

  /** What a hypothesis is worth where the text ends: a byte that waits for ever is worth little. */
  #atEnd(step: Step): Step[] {
    return step.half === ALIGNED ? [step] : [];
  }

  /** The best hypotheses as text for the part of the page that they change. */
  #told(final: readonly Step[], at: number, searched: number): RestoredRun | null {
    if (process.env.DBG) for (const l of final.slice(0,5)) { let s="",x: Step|null=l; while(x){ s=(x.unit?String.fromCharCode(x.unit):"_")+x.score.toFixed(0)+" "+s; x=x.before;} console.log(s); }
    const paths = final.map(last => {
      const steps: Step[] = [];
      for (let step: Step | null = last; step; step = step.before) steps.push(step);
      return { steps: steps.reverse(), score: last.score, vanished: last.vanished };
    });
    const best = paths[0]!;
    // The part between the first and the last step of the best path that is inside a run.
    let start = -1, end = -1;
    best.steps.forEach((step, i) => {
      if (step.half === ALIGNED) return;
      if (start < 0) start = best.steps[i - 1]!.at;
      end = best.steps[i + 1]?.at ?? step.at;
    });
    if (start < 0) return null;
    void at;
    const seen = new Set<string>();
    const candidates: { text: string; score: number; vanished: number }[] = [];
    for (const { steps, score, vanished } of paths) {
      let text = '';
      for (let i = 1; i < steps.length; i++) {
        const step = steps[i]!;
        if (step.unit !== 0 && steps[i - 1]!.at >= start && step.at <= end) text += this.#page(step, steps[i - 1]!);
      }
      if (seen.has(text)) continue;
      seen.add(text);
      candidates.push({ text, score: score - best.score, vanished });
      if (candidates.length === 8) break;
    }
    return { start, end, candidates, searched };
  }

  /** A restored character as the page writes it: marks keep the width that the site gives them. */
  #page(step: Step, before: Step): string {
    const unit = step.unit;
    if (before.half === ALIGNED && step.at - before.at >= 1 && this.#text.charCodeAt(before.at) === unit) return String.fromCharCode(unit);
    if (this.#context.evidence.folded) {
      const index = '，；：！？（）'.indexOf(String.fromCharCode(unit));
      if (index >= 0) return ',;:!?()'[index]!;
    }
    return String.fromCharCode(unit);
  }
}

/** The best hypotheses, best first; of those that the future cannot tell apart only the best few. */
function prune(steps: Step[]): Step[] {
  steps.sort((a, b) => b.score - a.score);
  const out: Step[] = [];
  const seen = new Map<string, number>();
  for (const step of steps) {
    if (out.length >= WIDTH || step.score < steps[0]!.score - DEPTH) break;
    const key = `${step.half},${step.last},${step.last2},${step.split}`;
    const times = seen.get(key) ?? 0;
    if (times >= 3) continue;
    seen.set(key, times + 1);
    out.push(step);
  }
  return out;
}
