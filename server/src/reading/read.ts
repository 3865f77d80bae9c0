/** Floor 3: source -> Reading, line by line, results kept for lines that did not change. */
import { OffsetMap } from '../base/edits';
import type { Edit, Finding } from '../base/finding';
import type { AnyDamageKind, DamageContext } from '../damage/kind';
import { DAMAGE_KINDS } from '../damage/registry';
import { classesIn } from '../language/characters';
import type { Language } from '../language/language';
import { foldForLookup } from '../language/script';
import { undo, type Undone } from './layers';
import type { Reading, ReadingOptions } from './reading';

const byStage = (scope: AnyDamageKind['scope']) => DAMAGE_KINDS.filter(kind => kind.scope === scope).sort((a, b) => b.stage - a.stage);
const LINE_KINDS = byStage('line'), DOCUMENT_KINDS = byStage('document');
const OBSERVING_KINDS = LINE_KINDS.filter(kind => kind.observe && kind.summarise);
const union = (kinds: readonly AnyDamageKind[]) => kinds.reduce((bits, kind) => bits | kind.triggers, 0);
const LINE_TRIGGERS = union(LINE_KINDS), DOCUMENT_TRIGGERS = union(DOCUMENT_KINDS);
const classesOfText = (text: string) => classesIn(text, 0, text.length);

/** What is kept of a line that holds a trigger. Offsets are relative to the line. */
interface LineState {
  readonly classes: number;
  /** One observation for each of `OBSERVING_KINDS`. */
  readonly observed: readonly unknown[];
  /** The result and the evidence keys it was made under; set when first needed. */
  undone?: { readonly keys: string; readonly result: Undone };
}

/** All that a later version of the same text can take over. */
interface Lines {
  readonly text: string;
  /** Where each line starts. */
  readonly starts: readonly number[];
  /** null for lines without any trigger: nothing can be wrong with them. */
  readonly states: readonly (LineState | null)[];
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
  #map: OffsetMap | undefined;
  #folded: string | undefined;

  constructor(source: string, language: Language, accept: ReadingOptions['accept'], previous: RepairedReading | undefined) {
    this.source = source;
    this.language = language;
    this.accept = accept;
    this.#lines = splitLines(source, language, previous && previous.#lines);
    let undone = this.#undoLines(this.#lines);
    if ((documentClasses(this.#lines, undone) & DOCUMENT_TRIGGERS) !== 0) undone = this.#undoDocument(undone);
    this.text = undone.text;
    this.edits = undone.edits;
    this.findings = undone.findings;
  }

  get folded(): string {
    return (this.#folded ??= foldForLookup(this.text));
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

  #offsets(): OffsetMap {
    return (this.#map ??= new OffsetMap(this.edits));
  }

  /** All line kinds over all lines, under the evidence of all lines. */
  #undoLines(lines: Lines): Undone {
    const contexts = new Map<AnyDamageKind, DamageContext>();
    let keys = '';
    OBSERVING_KINDS.forEach((kind, k) => {
      const observed = lines.states.flatMap(state => (state && state.observed[k] != null ? [state.observed[k]] : []));
      if (observed.length === 0) return;
      const { evidence, key } = kind.summarise!(observed, this.language);
      contexts.set(kind, { language: this.language, evidence });
      keys += `${kind.id}\0${key}\0`;
    });
    const bare: DamageContext = { language: this.language, evidence: undefined };
    const contextOf = (kind: AnyDamageKind) => contexts.get(kind) ?? bare;
    const parts: string[] = [], edits: Edit[] = [], findings: Finding[] = [];
    let copied = 0;
    lines.states.forEach((state, i) => {
      if (!state) return;
      const start = lines.starts[i]!;
      if (state.undone?.keys !== keys) {
        const line = lines.text.slice(start, lineEnd(lines, i));
        state.undone = { keys, result: undo(line, LINE_KINDS, text => (text === line ? state.classes : classesOfText(text)), contextOf, this.accept) };
      }
      const { result } = state.undone;
      for (const finding of result.findings) findings.push(moved(finding, start));
      if (result.edits.length === 0) return;
      for (const edit of result.edits) edits.push({ start: edit.start + start, end: edit.end + start, newText: edit.newText });
      parts.push(lines.text.slice(copied, start), result.text);
      copied = lineEnd(lines, i);
    });
    if (edits.length === 0) return { text: lines.text, edits, findings };
    parts.push(lines.text.slice(copied));
    return { text: parts.join(''), edits, findings };
  }

  /** Damage across lines, and what it hid: document kinds on the source, then the lines of what they give, until nothing changes. */
  #undoDocument(lines: Undone): Undone {
    const everyLine: AnyDamageKind = {
      id: 'lines', codes: [], stage: 0, scope: 'document', triggers: -1, forward: text => text,
      find: text => [{ start: 0, end: text.length }],
      repair: text => (text === this.source ? lines : this.#undoLines(splitLines(text, this.language))).findings,
    };
    const context: DamageContext = { language: this.language, evidence: undefined };
    const whole = undo(this.source, [...DOCUMENT_KINDS, everyLine], classesOfText, () => context, this.accept);
    return whole.edits.length === 0 ? { ...lines, findings: whole.findings } : whole;
  }
}

/** The end of a line without its line break. */
function lineEnd(lines: Lines, i: number): number {
  const next = lines.starts[i + 1];
  if (next === undefined) return lines.text.length;
  return lines.text.charCodeAt(next - 2) === 0x0d && next - 2 >= lines.starts[i]! ? next - 2 : next - 1;
}

/** Lines of a text with what each tells; lines before and after the changed part are taken over from an earlier version. */
function splitLines(text: string, language: Language, previous?: Lines): Lines {
  let head = 0, tail = 0;
  if (previous) {
    const old = previous.text, limit = Math.min(old.length, text.length);
    let same = 0;
    while (same < limit && old.charCodeAt(same) === text.charCodeAt(same)) same++;
    let sameEnd = 0;
    while (sameEnd < limit - same && old.charCodeAt(old.length - 1 - sameEnd) === text.charCodeAt(text.length - 1 - sameEnd)) sameEnd++;
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
  return { text, starts, states };
}

function lineState(text: string, start: number, end: number, language: Language): LineState | null {
  const classes = classesIn(text, start, end);
  if ((classes & (LINE_TRIGGERS | DOCUMENT_TRIGGERS)) === 0) return null;
  const line = text.slice(start, end);
  return { classes, observed: OBSERVING_KINDS.map(kind => ((classes & kind.triggers) === 0 ? null : kind.observe!(line, language))) };
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
