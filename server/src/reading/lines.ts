/** The lines of a text and what is kept of each from version to version. */
import { commonEnd, commonStart } from '../base/common';
import { detached } from '../base/detached';
import type { Finding } from '../base/finding';
import type { AnyDamageKind } from '../damage/kind';
import { DAMAGE_KINDS } from '../damage/registry';
import { classesIn } from '../language/characters';
import type { Language } from '../language/language';
import type { Rounds, Undone } from './layers';

const byStage = (scope: AnyDamageKind['scope']) => DAMAGE_KINDS.filter(kind => kind.scope === scope).sort((a, b) => b.stage - a.stage);
export const LINE_KINDS = byStage('line'), DOCUMENT_KINDS = byStage('document');
/** Kinds that judge a line by what all lines show. */
export const OBSERVING_KINDS = LINE_KINDS.filter(kind => kind.observe && kind.summarise);
const union = (kinds: readonly AnyDamageKind[]) => kinds.reduce((bits, kind) => bits | kind.triggers, 0);
const LINE_TRIGGERS = union(LINE_KINDS);
export const DOCUMENT_TRIGGERS = union(DOCUMENT_KINDS);
/** Units of a text that are looked at in one piece. */
const PIECE = 16_384;

/** What is kept of a line that holds a trigger. Offsets are relative to the line. */
export interface LineState {
  readonly line: string;
  readonly classes: number;
  /** One observation for each of `OBSERVING_KINDS`. */
  readonly observed: readonly unknown[];
  /** The result and what it depended on of the document's evidence; set when first needed. */
  undone?: { readonly dependences: string; readonly rounds: Rounds | undefined; readonly result: Undone };
  /** The findings of that result as they were told last, in offsets of the text. */
  told?: { readonly result: Undone; readonly start: number; readonly applied: readonly Finding[]; readonly reported: readonly Finding[] };
}

/** All that a later version of the same text can take over. */
export interface Lines {
  readonly text: string;
  /** Where each line starts. */
  readonly starts: readonly number[];
  /** null for lines without any trigger: nothing can be wrong with them. */
  readonly states: readonly (LineState | null)[];
  /** How many units the text shares with the version before, at its beginning and at its end. */
  readonly same: number;
  readonly sameEnd: number;
}

/** Lines of a text with what each tells, in pieces; lines before and after the changed part are taken over from an earlier version. */
export function* splitLines(text: string, language: Language, previous?: Lines): Generator<void, Lines> {
  let head = 0, tail = 0, same = 0, sameEnd = 0;
  if (previous) {
    const old = previous.text;
    same = commonStart(old, text);
    sameEnd = commonEnd(old, text, same);
    const { starts } = previous;
    // Whole lines only: a line is taken over when it and its line break (and the unit after it) lie in the common part.
    head = Math.max(0, upperBound(starts, same) - 1);
    tail = starts.length - upperBound(starts, old.length - sameEnd);
    tail = Math.min(tail, starts.length - head);
  }
  const starts: number[] = previous ? previous.starts.slice(0, head) : [];
  const states: (LineState | null)[] = previous ? previous.states.slice(0, head) : [];
  const tailStarts = previous && tail > 0 ? previous.starts.slice(previous.starts.length - tail) : [];
  const shift = previous ? text.length - previous.text.length : 0;
  const stop = tailStarts.length > 0 ? tailStarts[0]! + shift : text.length + 1;
  let at = head > 0 ? previous!.starts[head]! : 0;
  for (let pause = at + PIECE; at < stop;) {
    if (at >= pause) {
      yield;
      pause = at + PIECE;
    }
    let end = text.indexOf('\n', at);
    const next = end < 0 ? text.length + 1 : end + 1;
    if (end < 0) end = text.length;
    if (end > at && next <= text.length && text.charCodeAt(end - 1) === 0x0d) end--;
    starts.push(at);
    states.push(lineState(text, at, end, language));
    at = next;
  }
  if (tailStarts.length > 0) {
    for (const start of tailStarts) starts.push(start + shift);
    for (const state of previous!.states.slice(previous!.states.length - tail)) states.push(state);
  }
  return { text, starts, states, same, sameEnd };
}

function lineState(text: string, start: number, end: number, language: Language): LineState | null {
  const classes = classesIn(text, start, end);
  if ((classes & (LINE_TRIGGERS | DOCUMENT_TRIGGERS)) === 0) return null;
  // Kept across versions, so it must not keep the whole text alive.
  const line = detached(text.slice(start, end));
  return { line, classes, observed: OBSERVING_KINDS.map(kind => ((classes & kind.triggers) === 0 ? null : kind.observe!(line, language))) };
}

/** The number of entries that are at most `value`, in a sorted list. */
function upperBound(sorted: readonly number[], value: number): number {
  let low = 0, high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle + 1; else high = middle;
  }
  return low;
}
