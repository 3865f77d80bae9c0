/**
 * Undoes the damage of all lines under the evidence of all lines. Results of lines and runs are
 * kept as long as nothing that they depended on changes.
 */
import { applyEdits } from '../base/edits';
import type { Edit, Finding, Proof } from '../base/finding';
import type { AnyDamageKind, DamageContext } from '../damage/kind';
import { classesIn } from '../language/characters';
import type { Language } from '../language/language';
import { Rounds, undoInPieces, type Undone } from './layers';
import {
  documentToRead,
  LINE_KINDS,
  OBSERVING_KINDS,
  type Basis,
  type Lines,
  type LineState,
  type Run,
  type Summary,
  type UndoneRun,
} from './lines';

/** By repaired line: what was found on the way to it. */
export type GoneThrough = ReadonlyMap<string, Rounds>;

/** What is known of repaired lines, for reading them again. */
export function goneThrough({ runs }: Lines): GoneThrough {
  const gone = new Map<string, Rounds>();
  for (const { states, undone } of runs) {
    if (undone?.edits.length === 0) continue;
    for (const state of states)
      if (state?.undone?.rounds && state.undone.result.edits.length > 0) gone.set(state.undone.result.text, state.undone.rounds);
  }
  return gone;
}

/**
 * All line kinds over all lines, in pieces.
 * @param gone what is known of the lines to which an earlier repair led
 */
export function* undoLines(lines: Lines, language: Language, accept: Proof, gone?: GoneThrough): Generator<void, Undone> {
  const undoing = new LineUndoing(lines, language, accept, gone);
  const edits: Edit[] = [];
  const applied: Finding[] = [];
  const reported: Finding[] = [];
  let start = 0;
  for (const run of lines.runs) {
    const undone = yield* undoing.run(run);
    const told = toldAt(undone, start);
    for (const finding of told.applied) applied.push(finding);
    for (const finding of told.reported) reported.push(finding);
    for (const edit of undone.edits) edits.push({ start: edit.start + start, end: edit.end + start, newText: edit.newText });
    start += run.length;
  }
  return { text: applyEdits(lines.text, edits), edits, applied, reported };
}

/** The findings of a run in offsets of the text; the same objects as long as the run stays where it is. */
function toldAt(undone: UndoneRun, start: number): Pick<Undone, 'applied' | 'reported'> {
  if (undone.applied.length === 0 && undone.reported.length === 0) return undone;
  if (undone.told?.start !== start) {
    const here = (finding: Finding) => moved(finding, start);
    undone.told = { start, applied: undone.applied.map(here), reported: undone.reported.map(here) };
  }
  return undone.told!;
}

function moved(finding: Finding, by: number): Finding {
  if (by === 0) return finding;
  return {
    ...finding,
    start: finding.start + by,
    end: finding.end + by,
    related: finding.related?.map(spot => ({ ...spot, start: spot.start + by, end: spot.end + by })),
  };
}

/** Undoes lines under what is known of the document. */
class LineUndoing {
  readonly #summaries: readonly (Summary | null)[];
  readonly #document: string | undefined;
  readonly #accept: Proof;
  readonly #gone: GoneThrough | undefined;
  readonly #bare: DamageContext;
  readonly #contexts: ReadonlyMap<AnyDamageKind, NotingContext>;

  constructor({ summaries, text }: Lines, language: Language, accept: Proof, gone: GoneThrough | undefined) {
    this.#summaries = summaries;
    this.#document = documentToRead(text);
    this.#accept = accept;
    this.#gone = gone;
    this.#bare = { language, evidence: undefined };
    this.#contexts = new Map(
      OBSERVING_KINDS.flatMap((kind, k) =>
        summaries[k] ? [[kind, new NotingContext(language, summaries[k].evidence, this.#document)] as const] : [],
      ),
    );
  }

  /** The result for a run; it is kept with the run. */
  *run(run: Run): Generator<void, UndoneRun> {
    if (run.undone && this.#isUnder(run.undone, run.undone.asked) && this.#isOf(run.undone)) return run.undone;
    const { starts, states } = run;
    const edits: Edit[] = [];
    const applied: Finding[] = [];
    const reported: Finding[] = [];
    let asked = 0;
    let read: Basis['read'] = null;
    for (let i = 0; i < states.length; i++) {
      const state = states[i];
      if (!state) continue;
      if (!this.#holds(state)) yield* this.#undo(state);
      const { result } = state.undone!;
      const start = starts[i]!;
      asked |= state.undone!.asked;
      read ??= state.undone!.read;
      for (const finding of result.applied) applied.push(moved(finding, start));
      for (const finding of result.reported) reported.push(moved(finding, start));
      for (const edit of result.edits) edits.push({ start: edit.start + start, end: edit.end + start, newText: edit.newText });
    }
    return (run.undone = { edits, applied, reported, asked, read, under: this.#summaries });
  }

  /** Whether the result that is kept of a line is still right. */
  #holds({ line, classes, observed, undone }: LineState): boolean {
    return (
      undone !== undefined &&
      this.#isOf(undone) &&
      this.#isUnder(undone, undone.asked & ~askedBy(classes)) &&
      undone.dependences === this.#dependences(line, classes, observed)
    );
  }

  *#undo(state: LineState): Generator<void, void> {
    const { line, classes } = state;
    const dependences = this.#dependences(line, classes, state.observed);
    // A line that does not depend on the document is never undone twice.
    const rounds = dependences === '' ? undefined : (state.undone?.rounds ?? new Rounds(this.#gone?.get(line)));
    rounds?.start();
    for (const context of this.#contexts.values()) context.wasRead = false;
    let asked = 0;
    const result = yield* undoInPieces(
      line,
      LINE_KINDS,
      text => (text === line ? classes : classesIn(text, 0, text.length)),
      kind => {
        asked |= ASKED_BIT.get(kind) ?? 0;
        return this.#contexts.get(kind) ?? this.#bare;
      },
      this.#accept,
      rounds,
    );
    const read = [...this.#contexts.values()].some(({ wasRead }) => wasRead) ? { document: this.#document } : null;
    state.undone = { dependences, asked, read, under: this.#summaries, rounds, result };
  }

  /** Whether a result does not rest on another version of the document. */
  #isOf({ read }: Basis): boolean {
    return read === null || read.document === this.#document;
  }

  /** Whether a result was made under what is known of the document now, for some of the kinds. */
  #isUnder({ under }: Basis, kinds: number): boolean {
    for (let k = 0; kinds >> k !== 0; k++) if (((kinds >> k) & 1) !== 0 && under[k] !== this.#summaries[k]) return false;
    return true;
  }

  /**
   * What a line depends on of what is known of the document, for the kinds that its own characters trigger: as a
   * string that stays equal as long as that does.
   */
  #dependences(line: string, classes: number, observed: readonly unknown[]): string {
    let all = '';
    for (let k = 0; this.#contexts.size > 0 && k < OBSERVING_KINDS.length; k++) {
      const kind = OBSERVING_KINDS[k]!;
      const summary = this.#summaries[k];
      if (summary && (classes & kind.triggers) !== 0)
        all += `${k} ${kind.dependence ? kind.dependence(line, observed[k], summary.evidence) : summary.key}\0`;
    }
    return all;
  }
}

/** Tells whether a kind looked into the document: only then does a result depend on its text. */
class NotingContext implements DamageContext {
  readonly language: Language;
  readonly evidence: unknown;
  wasRead = false;
  readonly #document: string | undefined;

  constructor(language: Language, evidence: unknown, document: string | undefined) {
    this.language = language;
    this.evidence = evidence;
    this.#document = document;
  }

  get document(): string | undefined {
    this.wasRead = true;
    return this.#document;
  }
}

const ASKED_BIT = new Map(OBSERVING_KINDS.map((kind, k) => [kind, 1 << k]));

/** Bits of the kinds of which a line with these classes holds a trigger. */
function askedBy(classes: number): number {
  let kinds = 0;
  OBSERVING_KINDS.forEach(({ triggers }, k) => {
    if ((classes & triggers) !== 0) kinds |= 1 << k;
  });
  return kinds;
}
