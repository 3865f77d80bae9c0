/** The stretches of a text that read better when given misreadings are undone. */
import type { CharacterModel, Language } from '../../language/language';
import { legibility } from '../legibility';
import {
  holdsChinese,
  inStep,
  isAllStrange,
  isBroken,
  isChinese,
  isHalf,
  isMetByChance,
  isNeutral,
  isPromising,
  isStrange,
  isTableOfSymbols,
  leaves,
  mayBeOutOfStep,
  type Run,
} from './cellLooks';
import { spell, type Cell, type Layers } from './cells';
import type { Suspect } from './suspect';

/** A stretch that reads better when the layers are undone. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** How much more probable the text is so, in nats; stretches that losses part share one gain. */
  readonly gain: number;
  readonly layers: Layers;
}

/** Mean log-probability of a unit in text that says something; random ideographs have -11, news -5. UTF-8 proves itself by its form. */
const LEGIBLE = -8.5;
/**
 * The same where pairs may be read one byte off, which lasts from a loss to the next ASCII character: of such text one stretch in a
 * thousand reaches -7, of news one in fifteen does not.
 */
const LEGIBLE_OUT_OF_STEP = -7.5;
/** What a strange unit costs that stays inside a damaged stretch, because the layers do not explain it. */
const GAP_PRICE = 3;
/** The same for an ordinary unit. */
const CLEAN_PRICE = 8;
/** A segment ends where the gain has fallen this far below its best. */
const DROP = 14;
/** How much the strange cells beside a segment may lose together and still belong to it: names have no context that would explain them. */
const TOLERANCE = 24;

/** How many characters there must be behind a loss to mean anything. */
const BY_CHANCE = 5;
/** How many before one. */
const BY_CHANCE_BEFORE = 3;

/** Units beside the edge of a stretch in which what is unexplained may be a part of it. */
const NEAR = 3;

/** What an ordinary character at the edge of a text may lose beside damaged ones: hardly ever is a line damaged but for one character. */
const EDGE = -9;

/**
 * The stretches of a text that gain by undoing these layers: maximal-scoring runs of cells, and beside them the cells that neither
 * gain nor lose much and whose characters are as strange as those within.
 * @returns sorted, not overlapping; empty when nothing gains
 */
export function segmentsOf(suspect: Suspect, layers: Layers, language: Language): Segment[] {
  const { text } = suspect;
  const cells = suspect.undone(layers);
  const mayBeText =
    layers[0]!.from === 'utf-8'
      ? cells.some(cell => !isNeutral(cell, text) && holdsChinese(cell))
      : isPromising(cells, text, language.model);
  return mayBeText ? new Segmentation(suspect, cells, layers, language).all() : [];
}

/**
 * A line as its document was misread, whether or not it says anything: rows of marks, and names in brackets, convince nobody by themselves.
 * @param layers what the other lines of the document prove
 * @returns null where the layers leave anything unexplained, and for Latin words, which may be what they are
 */
export function asTheOthers(suspect: Suspect, layers: Layers): Segment | null {
  const { text } = suspect;
  if (/[A-Za-z]/.test(text)) return null;
  const cells = suspect.undone(layers);
  const read = cells.filter(cell => !isNeutral(cell, text));
  if (read.length === 0 || leaves(text, cells, at => text.charCodeAt(at) > 0x7f)) return null;
  const { start } = read[0]!;
  const { end } = read[read.length - 1]!;
  const spelled = spell(text, cells);
  return { start, end, text: spelled.slice(start, spelled.length - (text.length - end)), gain: 0, layers };
}

/** The cells of a text under some layers, weighed. */
class Segmentation {
  readonly #text: string;
  readonly #cells: readonly Cell[];
  readonly #layers: Layers;
  readonly #model: CharacterModel;
  /** The text with all cells as they read, and how probable it is; where each cell starts in it. */
  readonly #spelled: string;
  readonly #undone: Float64Array;
  readonly #starts: Int32Array;
  /** What each cell gains by being undone, and what of that counts where a run is looked for. */
  readonly #gains: Float64Array;
  readonly #worths: Float64Array;
  /** Whether the form of UTF-8 proves the cells. */
  readonly #hasForm: boolean;
  #leavesStrange: boolean | undefined;
  /** The last cell that is in a stretch already. */
  #covered = -1;

  constructor(suspect: Suspect, cells: readonly Cell[], layers: Layers, { model }: Language) {
    this.#text = suspect.text;
    this.#cells = cells;
    this.#layers = layers;
    this.#model = model;
    this.#hasForm = layers[0]!.from === 'utf-8';
    this.#spelled = spell(suspect.text, cells);
    this.#undone = legibility(this.#spelled, model);
    this.#gains = new Float64Array(cells.length);
    this.#worths = new Float64Array(cells.length);
    this.#starts = new Int32Array(cells.length);
    const asIs = suspect.legibility();
    for (let k = 0, shift = 0; k < cells.length; k++) {
      const { start, end, text: read } = cells[k]!;
      this.#starts[k] = start + shift;
      shift += read.length - (end - start);
      const undone = this.#probabilityOf(k, k);
      this.#gains[k] = undone - (asIs[end]! - asIs[start]!);
      // Strange characters gain by whatever is read for them: without a form only what says something does.
      this.#worths[k] = this.#hasForm ? this.#gains[k]! : Math.min(this.#gains[k]!, undone - LEGIBLE * read.length);
    }
  }

  all(): Segment[] {
    const segments: Segment[] = [];
    for (const run of this.#runs()) {
      if (run.last <= this.#covered) continue;
      const whole = this.#trimmed(this.#widened({ first: Math.max(run.first, this.#covered + 1), last: run.last }));
      const gain = this.#gainOf(whole);
      const parts = gain > 0 && this.#holdsStrange(whole) ? this.#partsOf(whole, gain) : [];
      // What says nothing by itself may belong to the next run.
      if (parts.length > 0) this.#covered = whole.last;
      segments.push(...parts);
    }
    return segments;
  }

  /** From each cell that gains as far as the sum is best, given up when it falls below zero or far below its best. */
  #runs(): Run[] {
    const runs: Run[] = [];
    const { length } = this.#cells;
    for (let first = 0; first < length; first++) {
      if (this.#worths[first]! <= 0 || this.#isNeutral(first)) continue;
      let sum = 0;
      let best = 0;
      let last = first;
      for (let n = first; n < length; n++) {
        if (n > first) sum -= this.#gapBefore(n);
        if (sum < 0) break;
        sum += this.#worths[n]!;
        if (sum > best && !this.#isNeutral(n)) {
          best = sum;
          last = n;
        }
        if (sum < 0 || sum < best - DROP) break;
      }
      runs.push({ first, last });
      first = last;
    }
    return runs;
  }

  /** Strange characters beside a run belong to it, whatever they gain: names have no context that would speak for them. */
  #widened({ first, last }: Run): Run {
    const from = this.#reach(first, -1, { first, last });
    return { first: from, last: this.#reach(last, 1, { first: from, last }) };
  }

  #reach(from: number, step: 1 | -1, { first, last }: Run): number {
    let patience = TOLERANCE;
    let at = from;
    for (let n = from + step; this.#joins(n, n - step); n += step) {
      patience += Math.min(0, this.#gains[n]!);
      if (patience <= 0) break;
      // What both charsets spell alike does not end a stretch.
      if (this.#isNeutral(n)) {
        if (n - at > 2 || n + step < 0 || n + step >= this.#cells.length) break;
        continue;
      }
      if (!this.#belongsBeside(n, step, step < 0 ? { first: n, last } : { first, last: n })) break;
      at = n;
    }
    return at;
  }

  /**
   * Whether a cell at the edge of a run belongs to it: a strange one, or an ordinary one that reads better so, between strange ones, or
   * at the edge of the text, where nothing else can be told.
   */
  #belongsBeside(n: number, step: 1 | -1, run: Run): boolean {
    if (this.#isStrange(n) || this.#gains[n]! > 0) return true;
    if (this.#gains[n]! > EDGE && (this.#isEdge(n) || this.#isBetter(n, run))) return true;
    return this.#joins(n + step, n) && this.#isStrange(n + step);
  }

  /** Without the ordinary characters at both ends that read no better. */
  #trimmed({ first, last }: Run): Run {
    const isLoose = (n: number): boolean => !this.#isStrange(n) && !this.#isEdge(n) && !this.#isBetter(n, { first, last });
    while (last > first && isLoose(last)) last--;
    while (first < last && isLoose(first)) first++;
    return { first, last };
  }

  #gainOf({ first, last }: Run): number {
    let gain = 0;
    for (let n = first; n <= last; n++) gain += this.#gains[n]! - (n > first ? this.#gapBefore(n) : 0);
    return gain;
  }

  #holdsStrange({ first, last }: Run): boolean {
    for (let n = first; n <= last; n++) if (this.#isStrange(n)) return true;
    return false;
  }

  /**
   * What the layers do not explain parts a run: there bytes were lost. The form of UTF-8 holds the parts together; without it each must
   * convince by itself, since behind a loss pairs are read one byte off.
   */
  #partsOf({ first, last }: Run, gain: number): Segment[] {
    const parts: Segment[] = [];
    for (let from = first; from <= last;) {
      let to = from;
      while (to < last && this.#cells[to + 1]!.start === this.#cells[to]!.end) to++;
      const part = this.#partOf({ first: from, last: to });
      if (part)
        parts.push({ ...part, gain: this.#hasForm ? gain : Math.min(gain, this.#gainOf({ first: from, last: to })), layers: this.#layers });
      from = to + 1;
    }
    return parts;
  }

  /** What is sure of cells side by side; null for what may be chance. */
  #partOf({ first, last }: Run): Pick<Segment, 'start' | 'end' | 'text'> | null {
    const cells = this.#cells;
    const text = this.#text;
    let head = first;
    let tail = last;
    while (head <= tail && this.#isNeutral(head)) head++;
    while (tail > head && this.#isNeutral(tail)) tail--;
    // A letter that is half of a pair, and no reading behind it: the pair may have been made of other bytes.
    while (head <= tail && this.#hasForm && isHalf(cells[tail]!, text)) tail--;
    // Nor does the form prove a rare character beside unexplained text where bytes were lost: those of two may have met.
    if (this.#hasForm && this.#hasUnexplained()) {
      const isChance = (n: number, edge: number, beside: number): boolean =>
        this.#isUnexplainedNear(edge) && isMetByChance(text, cells[n]!, beside);
      while (head <= tail && isChance(tail, cells[tail]!.end, cells[tail]!.end)) tail--;
      while (head <= tail && isChance(head, cells[head]!.start, cells[head]!.start - 1)) head++;
    }
    if (tail < head) return null;
    const isBehindLoss =
      !this.#hasForm &&
      ([1, 2, 3].some(back => isBroken(text, cells[head]!.start - back)) ||
        (mayBeOutOfStep(text, cells[head]!.start) && inStep(cells, head, tail) > head));
    if (isBehindLoss) head = inStep(cells, head, tail);
    if (head > tail || this.#isChance({ first: head, last: tail }, isBehindLoss)) return null;
    const { start } = cells[head]!;
    const { end } = cells[tail]!;
    const read = this.#spelled.slice(this.#starts[head], this.#starts[tail]! + cells[tail]!.text.length);
    return isTableOfSymbols(text.slice(start, end) + read) || isAllStrange(read) ? null : { start, end, text: read };
  }

  /** Whether strange characters are in no cell. */
  #hasUnexplained(): boolean {
    return (this.#leavesStrange ??= leaves(this.#text, this.#cells, at => isStrange(this.#text, at, at + 1)));
  }

  /** Whether one of them stands near an offset: rare characters of sound text farther off were met by no chance. */
  #isUnexplainedNear(edge: number): boolean {
    for (let at = Math.max(0, edge - NEAR); at < Math.min(this.#text.length, edge + NEAR); at++)
      if (isStrange(this.#text, at, at + 1) && !this.#isInCell(at)) return true;
    return false;
  }

  #isInCell(at: number): boolean {
    let first = 0;
    for (let after = this.#cells.length; first < after;) {
      const middle = (first + after) >> 1;
      if (this.#cells[middle]!.end <= at) first = middle + 1;
      else after = middle;
    }
    return first < this.#cells.length && this.#cells[first]!.start <= at;
  }

  /** Nothing that somebody wrote, or a few characters among others that nothing explains. */
  #isChance(run: Run, isBehindLoss: boolean): boolean {
    if (!isChinese(this.#cells, run)) return true;
    if (this.#hasForm) return false;
    const least = isBehindLoss ? BY_CHANCE : isBroken(this.#text, this.#cells[run.last]!.end) ? BY_CHANCE_BEFORE : 0;
    return (
      !this.#isLegible(run, mayBeOutOfStep(this.#text, this.#cells[run.first]!.start) ? LEGIBLE_OUT_OF_STEP : LEGIBLE) ||
      run.last - run.first + 1 < least
    );
  }

  /** How probable the characters of some cells are, undone. */
  #probabilityOf(first: number, last: number): number {
    return this.#undone[this.#starts[last]! + this.#cells[last]!.text.length]! - this.#undone[this.#starts[first]!]!;
  }

  #isLegible({ first, last }: Run, bar: number): boolean {
    return this.#probabilityOf(first, last) / (this.#starts[last]! + this.#cells[last]!.text.length - this.#starts[first]!) >= bar;
  }

  #isNeutral(n: number): boolean {
    return isNeutral(this.#cells[n]!, this.#text);
  }

  #isStrange(n: number): boolean {
    return isStrange(this.#text, this.#cells[n]!.start, this.#cells[n]!.end);
  }

  #isEdge(n: number): boolean {
    return this.#cells[n]!.start === 0 || this.#cells[n]!.end === this.#text.length;
  }

  /** Whether a cell that no run has yet stands right beside another. */
  #joins(n: number, beside: number): boolean {
    const cells = this.#cells;
    return (
      n > this.#covered &&
      n < cells.length &&
      Math.max(cells[n]!.start, cells[beside]!.start) === Math.min(cells[n]!.end, cells[beside]!.end)
    );
  }

  /** What it costs to keep the units between a cell and the one before. */
  #gapBefore(n: number): number {
    let price = 0;
    for (let i = this.#cells[n - 1]!.end; i < this.#cells[n]!.start; i++)
      price += isStrange(this.#text, i, i + 1) ? GAP_PRICE : CLEAN_PRICE;
    return price;
  }

  /** Whether an ordinary character at one edge of a run reads better undone, in its place. */
  #isBetter(n: number, { first, last }: Run): boolean {
    const { start, end, text: read } = this.#cells[n]!;
    const at = this.#starts[n]!;
    const text = this.#text;
    const spelled = this.#spelled;
    if (isStrange(read, 0, read.length)) return false;
    const before = n === first ? text.slice(Math.max(0, start - 4), start) : spelled.slice(Math.max(0, at - 4), at);
    const after = n === last ? text.slice(end, end + 4) : spelled.slice(at + read.length, at + read.length + 4);
    return sum(legibility(before + read + after, this.#model)) > sum(legibility(before + text.slice(start, end) + after, this.#model));
  }
}

const sum = (sums: Float64Array): number => sums[sums.length - 1]!;
