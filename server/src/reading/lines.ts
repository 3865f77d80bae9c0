/** The lines of a text and what is kept of them from version to version. */
import { commonEnd, commonStart } from '../base/common';
import { detached } from '../base/detached';
import type { Finding } from '../base/finding';
import type { AnyDamageKind } from '../damage/kind';
import { DAMAGE_KINDS } from '../damage/registry';
import { classesIn } from '../language/characters';
import type { Language } from '../language/language';
import type { Rounds, Undone } from './layers';

const byStage = (scope: AnyDamageKind['scope']) => DAMAGE_KINDS.filter(kind => kind.scope === scope).sort((a, b) => b.stage - a.stage);
/** Kinds that judge each line by itself, the last stage of a page's life first. */
export const LINE_KINDS = byStage('line');
/** Kinds that judge the text as a whole, in the same order. */
export const DOCUMENT_KINDS = byStage('document');
/** Kinds that judge a line by what all lines show. */
export const OBSERVING_KINDS = LINE_KINDS.filter(kind => kind.observe && kind.summarise);
const union = (kinds: readonly AnyDamageKind[]) => kinds.reduce((bits, kind) => bits | kind.triggers, 0);
const LINE_TRIGGERS = union(LINE_KINDS);
/** Character classes without which no document kind finds anything. */
export const DOCUMENT_TRIGGERS = union(DOCUMENT_KINDS);
/** UTF-16 units of a text that are split into lines without a pause. */
const PIECE = 16_384;
/** Lines of a run when it is made; it may grow to twice as many before it is split. */
const RUN_LINES = 16;

/** What is kept of a line that holds a trigger, wherever it stands. Offsets are relative to the line. */
export interface LineState {
  readonly line: string;
  readonly classes: number;
  /** One observation for each of `OBSERVING_KINDS`. */
  readonly observed: readonly unknown[];
  /** The result, and what of the document's evidence it depended on; set when first needed. */
  undone?: Basis & { readonly dependences: string; readonly rounds: Rounds | undefined; readonly result: Undone };
}

/** What a result depends on besides its own text. */
export interface Basis {
  /** What was known of the document, for each of `OBSERVING_KINDS`. */
  readonly under: readonly (Summary | null)[];
  /** Bits of the `OBSERVING_KINDS` that were asked, about lines themselves or what they became. */
  readonly asked: number;
  /** The document that a kind looked into; null where none did. */
  readonly read: { readonly document: string | undefined } | null;
}

/** Longer documents are not given to the kinds that read the whole document, since they go through it for every loss. */
const LONGEST_READ = 64_000;

/** What kinds are given that read the whole document; undefined where it is too long. */
export function documentToRead(text: string): string | undefined {
  return text.length <= LONGEST_READ ? text : undefined;
}

/**
 * Consecutive lines that are kept together, so that an edit of a long text costs only the runs
 * that it touches. Offsets are relative to the run.
 */
export interface Run {
  /** Line breaks included. */
  readonly length: number;
  /** Where each line starts. */
  readonly starts: readonly number[];
  /** null for lines without any trigger: nothing can be wrong with them. */
  readonly states: readonly (LineState | null)[];
  /** Class bits of all lines with a trigger. */
  readonly classes: number;
  /** What its lines show, for each of `OBSERVING_KINDS`. */
  readonly observed: readonly (readonly unknown[])[];
  /** Set when first needed. */
  undone?: UndoneRun;
}

/** The result for the lines of a run. */
export interface UndoneRun extends Basis, Omit<Undone, 'text'> {
  /** The findings as they were reported last, in offsets of the text. */
  told?: { readonly start: number; readonly applied: readonly Finding[]; readonly reported: readonly Finding[] };
}

/** What all lines together show for one kind; the same object as long as they show the same. */
export interface Summary {
  readonly observed: readonly unknown[];
  readonly evidence: unknown;
  readonly key: string;
}

/** The lines of a text, and everything that a later version of the text can take over. */
export interface Lines {
  readonly text: string;
  readonly runs: readonly Run[];
  /** For each of `OBSERVING_KINDS`; null when no line shows anything. */
  readonly summaries: readonly (Summary | null)[];
  /** How many units the text shares with the version before, at its beginning and at its end. */
  readonly same: number;
  readonly sameEnd: number;
}

/** Lines by their text. */
type KnownLines = ReadonlyMap<string, LineState>;

function linesOf(runs: readonly Run[]): [string, LineState][] {
  return runs.flatMap(({ states }) => states.flatMap((state): [string, LineState][] => (state ? [[state.line, state]] : [])));
}

/**
 * Splits a text into lines with what each of them shows, in pieces; runs before and after the
 * changed part are taken over from an earlier version.
 * @param source the text that was repaired to this one, where there is no earlier version: most lines stand in
 *    both. What becomes of them here does not touch it
 */
export function* splitLines(text: string, language: Language, previous?: Lines, source?: Lines): Generator<void, Lines> {
  const same = previous ? commonStart(previous.text, text) : 0;
  const sameEnd = previous ? commonEnd(previous.text, text, same) : 0;
  const earlier = previous?.runs ?? [];
  const runs: Run[] = [];
  let at = 0;
  let stop = text.length + 1;
  let tail = earlier.length;
  // The last line of all ends where the text ends: it may have grown.
  for (const run of earlier.slice(0, -1)) {
    if (at + run.length > same) break;
    runs.push(run);
    at += run.length;
  }
  // A line begins behind a line break, which must still be there.
  for (let start = text.length; tail > runs.length && (start -= earlier[tail - 1]!.length) > text.length - sameEnd; tail--) stop = start;
  const known: KnownLines = new Map(
    source && !previous ? linesOf(source.runs).map(([line, state]) => [line, { ...state }]) : linesOf(earlier.slice(runs.length, tail)),
  );
  yield* runsBetween(text, at, stop, known, language, runs);
  for (const run of earlier.slice(tail)) runs.push(run);
  const summaries: (Summary | null)[] = [];
  for (const [k, kind] of OBSERVING_KINDS.entries()) {
    yield;
    const observed = runs.flatMap(run => run.observed[k]!);
    summaries.push(summaryOf(kind, observed, (previous ?? source)?.summaries[k] ?? null, previous !== undefined, language));
  }
  return { text, runs, summaries, same, sameEnd };
}

/**
 * The lines that start in a part of a text, as runs.
 * @param stop where the next line starts behind them; beyond the text when they are its last
 * @param known lines that are taken over
 */
function* runsBetween(
  text: string,
  start: number,
  stop: number,
  known: KnownLines,
  language: Language,
  runs: Run[],
): Generator<void, void> {
  let starts: number[] = [];
  let states: (LineState | null)[] = [];
  let pause = start + PIECE;
  for (let at = start; at < stop;) {
    if (at >= pause) {
      yield;
      pause = at + PIECE;
    }
    if (starts.length === 2 * RUN_LINES) {
      runs.push(runOf(starts.slice(0, RUN_LINES), states.slice(0, RUN_LINES), starts[RUN_LINES]!));
      starts = starts.slice(RUN_LINES);
      states = states.slice(RUN_LINES);
    }
    let end = text.indexOf('\n', at);
    const next = end < 0 ? text.length + 1 : end + 1;
    if (end < 0) end = text.length;
    if (end > at && next <= text.length && text.charCodeAt(end - 1) === 0x0d) end--;
    starts.push(at);
    const state = lineState(text, at, end, known, language);
    states.push(state);
    // Finding out what a line shows may take long: pause before the next one.
    if (state && !known.has(state.line)) pause = at;
    at = next;
  }
  if (starts.length > 0) runs.push(runOf(starts, states, Math.min(stop, text.length)));
}

/** @param starts where the lines start in the text */
function runOf(starts: readonly number[], states: readonly (LineState | null)[], end: number): Run {
  const start = starts[0]!;
  let classes = 0;
  for (const state of states) if (state) classes |= state.classes;
  return {
    length: end - start,
    starts: starts.map(at => at - start),
    states,
    classes,
    observed: OBSERVING_KINDS.map((_, k) => states.flatMap(state => state?.observed[k] ?? [])),
  };
}

function lineState(text: string, start: number, end: number, known: KnownLines, language: Language): LineState | null {
  const classes = classesIn(text, start, end);
  if ((classes & (LINE_TRIGGERS | DOCUMENT_TRIGGERS)) === 0) return null;
  const part = text.slice(start, end);
  const state = known.get(part);
  if (state) return state;
  // Kept across versions, so it must not keep the whole text alive.
  const line = detached(part);
  return { line, classes, observed: OBSERVING_KINDS.map(kind => ((classes & kind.triggers) === 0 ? null : kind.observe!(line, language))) };
}

/** @param isSame whether it is the same as before when all lines show the same */
function summaryOf(
  kind: AnyDamageKind,
  observed: readonly unknown[],
  before: Summary | null,
  isSame: boolean,
  language: Language,
): Summary | null {
  if (observed.length === 0) return null;
  if (isSame && before && before.observed.length === observed.length && before.observed.every((one, i) => one === observed[i]))
    return before;
  const { evidence, key } = kind.summarise!(observed, language);
  // What was found under the same evidence is known by it.
  const isKnown = before !== null && !kind.dependence && before.key === key;
  return { observed, evidence: isKnown ? before.evidence : evidence, key };
}
