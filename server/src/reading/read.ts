/** Floor 3: source -> Reading, line by line, results kept for lines that did not change. */
import { commonEnd, commonStart } from '../base/common';
import { detached } from '../base/detached';
import { OffsetMap } from '../base/edits';
import type { Edit, Finding } from '../base/finding';
import type { AnyDamageKind, DamageContext } from '../damage/kind';
import { DAMAGE_KINDS } from '../damage/registry';
import { classesIn } from '../language/characters';
import type { Language } from '../language/language';
import { foldForLookup } from '../language/script';
import { findingsOf, followedBy, Rounds, undo, type Undone } from './layers';
import type { Reading, ReadingOptions } from './reading';

const byStage = (scope: AnyDamageKind['scope']) => DAMAGE_KINDS.filter(kind => kind.scope === scope).sort((a, b) => b.stage - a.stage);
const LINE_KINDS = byStage('line'), DOCUMENT_KINDS = byStage('document');
const OBSERVING_KINDS = LINE_KINDS.filter(kind => kind.observe && kind.summarise);
const union = (kinds: readonly AnyDamageKind[]) => kinds.reduce((bits, kind) => bits | kind.triggers, 0);
const LINE_TRIGGERS = union(LINE_KINDS), DOCUMENT_TRIGGERS = union(DOCUMENT_KINDS);
/** How often repaired text is read again at most. */
const REREADING_LIMIT = 4;
const classesOfText = (text: string) => classesIn(text, 0, text.length);

/** What is kept of a line that holds a trigger. Offsets are relative to the line. */
interface LineState {
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
interface Lines {
  readonly text: string;
  /** Where each line starts. */
  readonly starts: readonly number[];
  /** null for lines without any trigger: nothing can be wrong with them. */
  readonly states: readonly (LineState | null)[];
  /** How many units the text shares with the version before, at its beginning and at its end. */
  readonly same: number;
  readonly sameEnd: number;
}

/** What is kept of the version before until the folded text is asked for. */
interface Before {
  readonly text: string;
  readonly folded: string;
  /** Whether its text was its source. */
  readonly unrepaired: boolean;
}

/**
 * Reads a source text: finds its encoding damage, undoes what is sure enough, and keeps the way back.
 * @param previous the Reading of an earlier version of the same text: lines that did not change keep their results
 */
export function readSource(source: string, language: Language, options: ReadingOptions, previous?: Reading): Reading {
  const before = previous instanceof RepairedReading && previous.language === language && previous.accept === options.accept ? previous : undefined;
  if (before && before.source === source) return before;
  return new RepairedReading(source, language, options.accept, before);
}

class RepairedReading implements Reading {
  readonly source: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly edits: readonly Edit[];
  readonly language: Language;
  readonly accept: ReadingOptions['accept'];
  readonly #lines: Lines;
  readonly #undone: Undone;
  /** The Reading of the repaired text; undefined when nothing was repaired. */
  readonly #repaired: RepairedReading | undefined;
  /** Text and folded text of the version before, until the folded text of this one is asked for. */
  #before: Before | undefined;
  #map: OffsetMap | undefined;
  #folded: string | undefined;

  /** @param depth how many Readings of earlier results this one is made for */
  constructor(source: string, language: Language, accept: ReadingOptions['accept'], previous: RepairedReading | undefined, depth = 0) {
    this.source = source;
    this.language = language;
    this.accept = accept;
    this.#lines = splitLines(source, language, previous && previous.#lines);
    let undone = this.#undoLines(this.#lines);
    if ((documentClasses(this.#lines, undone) & DOCUMENT_TRIGGERS) !== 0) undone = this.#undoDocument(undone);
    // Repaired text can show what damage hid, and it must not be repaired differently when it is read again: read until nothing changes.
    if (undone.edits.length > 0 && depth < REREADING_LIMIT) {
      this.#repaired = new RepairedReading(undone.text, language, accept, previous && previous.#repaired, depth + 1);
      if (this.#repaired.edits.length > 0) undone = followedBy(source, undone, this.#repaired.#undone);
    }
    this.#undone = undone;
    this.text = undone.text;
    this.edits = undone.edits;
    this.findings = findingsOf(undone);
    if (previous && previous.#folded !== undefined) this.#before = { text: previous.text, folded: previous.#folded, unrepaired: previous.edits.length === 0 };
  }

  get folded(): string {
    if (this.#folded === undefined) {
      this.#folded = this.#before ? this.#foldedFrom(this.#before) : foldForLookup(this.text);
      this.#before = undefined;
    }
    return this.#folded;
  }

  toSource(offset: number, bias: 'start' | 'end' = 'start'): number {
    return this.edits.length === 0 ? offset : this.#offsets().toSource(offset, bias);
  }

  toSourceRange(start: number, end: number): { readonly start: number; readonly end: number } {
    return this.edits.length === 0 ? { start, end } : this.#offsets().toSourceRange(start, end);
  }

  fromSource(offset: number, bias: 'start' | 'end' = 'start'): number {
    return this.edits.length === 0 ? offset : this.#offsets().toTarget(offset, bias);
  }

  /** The folded text, taken over from the version before as far as both begin and end alike. */
  #foldedFrom(before: Before): string {
    const { text } = this, unrepaired = this.edits.length === 0 && before.unrepaired;
    const same = unrepaired ? this.#lines.same : commonStart(text, before.text), sameEnd = unrepaired ? this.#lines.sameEnd : commonEnd(text, before.text, same);
    return before.folded.slice(0, same) + foldForLookup(text.slice(same, text.length - sameEnd)) + before.folded.slice(before.folded.length - sameEnd);
  }

  #offsets(): OffsetMap {
    return (this.#map ??= new OffsetMap(this.edits));
  }

  /** All line kinds over all lines, under the evidence of all lines. */
  #undoLines(lines: Lines): Undone {
    const bare: DamageContext = { language: this.language, evidence: undefined }, contexts = new Map<AnyDamageKind, DamageContext>();
    const summaries = OBSERVING_KINDS.map((kind, k) => {
      const observed = lines.states.flatMap(state => (state && state.observed[k] != null ? [state.observed[k]] : []));
      if (observed.length === 0) return null;
      const summary = kind.summarise!(observed, this.language);
      contexts.set(kind, { language: this.language, evidence: summary.evidence });
      return summary;
    });
    const dependencesOf = (state: LineState) => contexts.size === 0 ? '' : summaries.map((summary, k) => {
      const kind = OBSERVING_KINDS[k]!;
      return summary === null || (state.classes & kind.triggers) === 0 ? '' : kind.dependence ? kind.dependence(state.line, state.observed[k], summary.evidence) : summary.key;
    }).join('\0');
    const parts: string[] = [], edits: Edit[] = [], applied: Finding[] = [], reported: Finding[] = [];
    let copied = 0;
    lines.states.forEach((state, i) => {
      if (!state) return;
      const start = lines.starts[i]!, { line } = state, dependences = dependencesOf(state);
      if (state.undone?.dependences !== dependences) {
        // Where nothing depends on the document, nothing is undone twice.
        const rounds = dependences === '' ? undefined : state.undone?.rounds ?? new Rounds();
        rounds?.start();
        state.undone = { dependences, rounds, result: undo(line, LINE_KINDS, text => (text === line ? state.classes : classesOfText(text)), kind => contexts.get(kind) ?? bare, this.accept, rounds) };
      }
      const { result } = state.undone;
      if (state.told?.result !== result || state.told.start !== start) {
        const here = (finding: Finding) => moved(finding, start);
        state.told = { result, start, applied: result.applied.map(here), reported: result.reported.map(here) };
      }
      for (const finding of state.told.applied) applied.push(finding);
      for (const finding of state.told.reported) reported.push(finding);
      if (result.edits.length === 0) return;
      for (const edit of result.edits) edits.push({ start: edit.start + start, end: edit.end + start, newText: edit.newText });
      parts.push(lines.text.slice(copied, start), result.text);
      copied = start + line.length;
    });
    if (edits.length === 0) return { text: lines.text, edits, applied, reported };
    parts.push(lines.text.slice(copied));
    return { text: parts.join(''), edits, applied, reported };
  }

  /** Damage across lines, and what it hid: document kinds on the source, then the lines of what they give, until nothing changes. */
  #undoDocument(lines: Undone): Undone {
    const everyLine: AnyDamageKind = {
      id: 'lines', codes: [], stage: 0, scope: 'document', triggers: -1, forward: text => text,
      find: text => [{ start: 0, end: text.length }],
      repair: text => findingsOf(text === this.source ? lines : this.#undoLines(splitLines(text, this.language))),
    };
    const context: DamageContext = { language: this.language, evidence: undefined };
    return undo(this.source, [...DOCUMENT_KINDS, everyLine], classesOfText, () => context, this.accept);
  }
}

/** Lines of a text with what each tells; lines before and after the changed part are taken over from an earlier version. */
function splitLines(text: string, language: Language, previous?: Lines): Lines {
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
  while (at < stop) {
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

function documentClasses(lines: Lines, undone: Undone): number {
  let bits = 0;
  for (const state of lines.states) if (state) bits |= state.classes;
  for (const edit of undone.edits) bits |= classesOfText(edit.newText);
  return bits;
}

function moved(finding: Finding, by: number): Finding {
  if (by === 0) return finding;
  return { ...finding, start: finding.start + by, end: finding.end + by, related: finding.related?.map(spot => ({ ...spot, start: spot.start + by, end: spot.end + by })) };
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
