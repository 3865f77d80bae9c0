/** Floor 3: source -> Reading, line by line, results kept for lines that did not change. */
import { commonEnd, commonStart } from '../base/common';
import { OffsetMap } from '../base/edits';
import type { Edit, Finding, Proof } from '../base/finding';
import { drained } from '../base/pieces';
import type { AnyDamageKind, DamageContext } from '../damage/kind';
import { classesIn } from '../language/characters';
import type { Language } from '../language/language';
import { foldForLookup } from '../language/script';
import { findingsOf, followedBy, undoInPieces, type Undone } from './layers';
import { DOCUMENT_KINDS, DOCUMENT_TRIGGERS, splitLines, type Lines } from './lines';
import type { Reading, ReadingOptions } from './reading';
import { goneThrough, undoLines } from './undoLines';

const classesOfText = (text: string) => classesIn(text, 0, text.length);
/** How often repaired text is read again at most: a bound for text whose repairs would never come to an end. */
const REREADING_LIMIT = 4;
/** The same for long text, where all lines may have to be searched again: only what was damaged in very many ways at once takes more. */
const REREADING_LIMIT_LONG = 2;
/** Text is long from so many UTF-16 units on; articles are shorter. */
const LONG = 100_000;

/** What is kept of the version before this one until the folded text is asked for. */
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
  return drained(readInPieces(source, language, options, previous));
}

/** The same in pieces, for whoever must not block: between them anything else can be done. */
export function* readInPieces(source: string, language: Language, options: ReadingOptions, previous?: Reading): Generator<void, Reading> {
  const before =
    previous instanceof RepairedReading && previous.language === language && previous.accept === options.accept ? previous : undefined;
  if (before && before.source === source) return before;
  return yield* RepairedReading.read(source, language, options.accept, before);
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

  private constructor(
    source: string,
    language: Language,
    accept: ReadingOptions['accept'],
    lines: Lines,
    undone: Undone,
    repaired: RepairedReading | undefined,
    previous: RepairedReading | undefined,
  ) {
    this.source = source;
    this.language = language;
    this.accept = accept;
    this.#lines = lines;
    this.#undone = undone;
    this.#repaired = repaired;
    this.text = undone.text;
    this.edits = undone.edits;
    this.findings = findingsOf(undone);
    if (previous && previous.#folded !== undefined)
      this.#before = { text: previous.text, folded: previous.#folded, unrepaired: previous.edits.length === 0 };
  }

  /**
   * Reads a text, and then the repaired text.
   * @param depth how often the source was repaired before
   * @param unrepaired the lines before the source was repaired
   */
  static *read(
    source: string,
    language: Language,
    accept: ReadingOptions['accept'],
    previous: RepairedReading | undefined,
    depth = 0,
    unrepaired?: Lines,
  ): Generator<void, RepairedReading> {
    const lines = yield* splitLines(source, language, previous && previous.#lines, unrepaired);
    let undone = yield* undoLines(lines, language, accept, unrepaired && goneThrough(unrepaired));
    let repaired: RepairedReading | undefined;
    if ((documentClasses(lines, undone) & DOCUMENT_TRIGGERS) !== 0) undone = undoDocument(lines, undone, language, accept);
    // Repairs can uncover further damage, and repairing the repaired text must not change it again: so read until nothing changes.
    if (undone.edits.length > 0 && depth < (source.length < LONG ? REREADING_LIMIT : REREADING_LIMIT_LONG)) {
      repaired = yield* RepairedReading.read(undone.text, language, accept, previous && previous.#repaired, depth + 1, lines);
      if (repaired.edits.length > 0) undone = followedBy(source, undone, repaired.#undone);
    }
    return new RepairedReading(source, language, accept, lines, undone, repaired, previous);
  }

  get folded(): string {
    if (this.#folded === undefined) {
      this.#folded = this.#before ? this.#foldedFrom(this.#before) : foldForLookup(this.text);
      this.#before = undefined;
    }
    return this.#folded;
  }

  toSourceRange(start: number, end: number): { readonly start: number; readonly end: number } {
    return this.edits.length === 0 ? { start, end } : this.#offsets().toSourceRange(start, end);
  }

  fromSource(offset: number, bias: 'start' | 'end' = 'start'): number {
    return this.edits.length === 0 ? offset : this.#offsets().toTarget(offset, bias);
  }

  /** The folded text, taken over from the version before as far as both begin and end alike. */
  #foldedFrom(before: Before): string {
    const { text } = this;
    const unrepaired = this.edits.length === 0 && before.unrepaired;
    const same = unrepaired ? this.#lines.same : commonStart(text, before.text);
    const sameEnd = unrepaired ? this.#lines.sameEnd : commonEnd(text, before.text, same);
    return (
      before.folded.slice(0, same) +
      foldForLookup(text.slice(same, text.length - sameEnd)) +
      before.folded.slice(before.folded.length - sameEnd)
    );
  }

  #offsets(): OffsetMap {
    return (this.#map ??= new OffsetMap(this.edits));
  }
}

/**
 * Undoes damage across lines and the damage that it hid: the document kinds on the source, then
 * the lines of their result, until nothing changes.
 */
function undoDocument(source: Lines, undone: Undone, language: Language, accept: Proof): Undone {
  let lines = source;
  const undoAgain = (text: string): Undone => {
    const before = lines;
    lines = drained(splitLines(text, language, undefined, before));
    return drained(undoLines(lines, language, accept, goneThrough(before)));
  };
  const everyLine: AnyDamageKind = {
    id: 'lines',
    codes: [],
    stage: 0,
    scope: 'document',
    triggers: -1,
    forward: text => text,
    find: text => [{ start: 0, end: text.length }],
    repair: text => findingsOf(text === source.text ? undone : undoAgain(text)),
  };
  const context: DamageContext = { language, evidence: undefined };
  return drained(undoInPieces(source.text, [...DOCUMENT_KINDS, everyLine], classesOfText, () => context, accept));
}

function documentClasses({ runs }: Lines, undone: Undone): number {
  let bits = 0;
  for (const { classes } of runs) bits |= classes;
  for (const edit of undone.edits) bits |= classesOfText(edit.newText);
  return bits;
}
