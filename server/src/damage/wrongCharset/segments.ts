/** The stretches of a text that read better when given misreadings are undone. */
import { CharacterClass, characterClasses, HAN } from '../../language/characters';
import type { Language } from '../../language/language';
import { legibility } from '../legibility';
import { spell, undoLayers, type Cell, type Layers } from './cells';
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
/** A strange and an ordinary unit that stay inside a damaged stretch: the layers do not explain them. */
const GAP_PRICE = 3, CLEAN_PRICE = 8;
/** A segment ends where the gain has fallen this far below its best. */
const DROP = 14;
/** How much the strange cells beside a segment may lose together and still belong to it: names have no context that would explain them. */
const TOLERANCE = 24;

/** Characters behind a loss of which some may still be read one byte off, and how many there must be behind a loss, or before one, to mean anything. */
const OUT_OF_STEP = 6, BY_CHANCE = 5, BY_CHANCE_BEFORE = 3;

/** What an ordinary character at the edge of a text may lose beside damaged ones: hardly ever is a line damaged but for one character. */
const EDGE = -9;

/**
 * The stretches of a text that gain by undoing these layers: maximal-scoring runs of cells, and beside them the cells that neither
 * gain nor lose much and whose characters are as strange as those within.
 * @returns sorted, not overlapping; empty when nothing gains
 */
export function segmentsOf(suspect: Suspect, layers: Layers, language: Language): Segment[] {
  const { text } = suspect, cells = undoLayers(text, suspect.encodedAs(layers[layers.length - 1]!.as), layers), segments: Segment[] = [];
  const isNeutral = (k: number): boolean => cells[k]!.end - cells[k]!.start === 1 && cells[k]!.text === text[cells[k]!.start];
  if (cells.every((_, k) => isNeutral(k))) return segments;
  const asIs = suspect.legibility(language.model), spelled = spell(text, cells), undone = legibility(spelled, language.model);
  const gains = new Float64Array(cells.length), worths = new Float64Array(cells.length), starts = new Int32Array(cells.length), hasForm = layers[0]!.from === 'utf-8';
  for (let k = 0, shift = 0; k < cells.length; k++) {
    const { start, end, text: read } = cells[k]!;
    starts[k] = start + shift;
    gains[k] = undone[starts[k]! + read.length]! - undone[starts[k]!]! - (asIs[end]! - asIs[start]!);
    // Strange characters gain by whatever is read for them: without a form only what says something does.
    worths[k] = hasForm ? gains[k]! : Math.min(gains[k]!, undone[starts[k]! + read.length]! - undone[starts[k]!]! - LEGIBLE * read.length);
    shift += read.length - (end - start);
  }
  /** What it costs to keep the units between a cell and the one before. */
  const gap = (k: number): number => {
    let price = 0;
    for (let i = cells[k - 1]!.end; i < cells[k]!.start; i++) price += isStrange(text, i, i + 1) ? GAP_PRICE : CLEAN_PRICE;
    return price;
  };
  /** How probable the units of some cells are on average, undone. */
  const meanOf = (from: number, to: number): number => {
    const start = starts[from]!, end = starts[to]! + cells[to]!.text.length;
    return (undone[end]! - undone[start]!) / (end - start);
  };
  const runs: { first: number; last: number }[] = [];
  for (let k = 0; k < cells.length; k++) {
    if (worths[k]! <= 0 || isNeutral(k)) continue;
    // A run from here to where the sum is best, given up when it falls below zero or far below its best.
    let sum = 0, best = 0, last = k;
    for (let n = k; n < cells.length; n++) {
      if (n > k) sum -= gap(n);
      if (sum < 0) break;
      sum += worths[n]!;
      if (sum > best && !isNeutral(n)) { best = sum; last = n; }
      if (sum < 0 || sum < best - DROP) break;
    }
    runs.push({ first: k, last });
    k = last;
  }
  let covered = -1;
  for (const run of runs) {
    if (run.last <= covered) continue;
    let first = Math.max(run.first, covered + 1), { last } = run;
    // Strange characters beside it belong to it, whatever they gain: names have no context that would speak for them.
    const joins = (n: number, beside: number): boolean => n > covered && n < cells.length && Math.max(cells[n]!.start, cells[beside]!.start) === Math.min(cells[n]!.end, cells[beside]!.end);
    const strange = (n: number): boolean => isStrange(text, cells[n]!.start, cells[n]!.end);
    const isEdge = (n: number): boolean => cells[n]!.start === 0 || cells[n]!.end === text.length;
    /** Whether an ordinary character at one edge of a run reads better undone, in its place. */
    const better = (n: number, from: number, to: number): boolean => {
      const { start, end, text: read } = cells[n]!, at = starts[n]!;
      if (isStrange(read, 0, read.length)) return false;
      const before = n === from ? text.slice(Math.max(0, start - 4), start) : spelled.slice(Math.max(0, at - 4), at), after = n === to ? text.slice(end, end + 4) : spelled.slice(at + read.length, at + read.length + 4);
      return sum(legibility(before + read + after, language.model)) > sum(legibility(before + text.slice(start, end) + after, language.model));
    };
    const extend = (from: number, step: 1 | -1): number => {
      let patience = TOLERANCE, at = from;
      for (let n = from + step; joins(n, n - step); n += step) {
        patience += Math.min(0, gains[n]!);
        if (patience <= 0) break;
        // What both charsets spell alike does not end a stretch.
        if (isNeutral(n)) { if (n - at > 2 || n + step < 0 || n + step >= cells.length) break; continue; }
        // An ordinary one that reads better so, between strange ones, or at the edge of the text, where nothing else can be told.
        if (strange(n) || gains[n]! > 0 || (gains[n]! > EDGE && (isEdge(n) || better(n, step < 0 ? n : first, step < 0 ? last : n))) || (joins(n + step, n) && strange(n + step))) at = n; else break;
      }
      return at;
    };
    first = extend(first, -1);
    last = extend(last, 1);
    while (last > first && !strange(last) && !isEdge(last) && !better(last, first, last)) last--;
    while (first < last && !strange(first) && !isEdge(first) && !better(first, first, last)) first++;
    covered = last;
    let gain = 0, strangers = 0;
    for (let n = first; n <= last; n++) {
      gain += gains[n]! - (n > first ? gap(n) : 0);
      if (strange(n)) strangers++;
    }
    if (strangers === 0 || gain <= 0 || (!hasForm && meanOf(first, last) < LEGIBLE) || !isChinese(cells, first, last)) continue;
    // What the layers do not explain parts it: there bytes were lost.
    for (let from = first; from <= last;) {
      let to = from;
      while (to < last && cells[to + 1]!.start === cells[to]!.end) to++;
      let head = from, tail = to;
      while (head <= tail && isNeutral(head)) head++;
      while (tail > head && isNeutral(tail)) tail--;
      // A letter that is half of a pair, and no reading behind it: the pair may have been made of other bytes.
      while (head <= tail && hasForm && isHalf(cells[tail]!, text)) tail--;
      if (tail < head) { from = to + 1; continue; }
      const isPart = from > first || to < last;
      const behind = !hasForm && [1, 2, 3].some(back => isBroken(text, cells[head]!.start - back)), before = !hasForm && isBroken(text, cells[tail]!.end);
      if (behind) head = inStep(cells, head, tail);
      // A few characters among others that nothing explains are chance.
      const isChance = (isPart && !isChinese(cells, head, tail)) || (!hasForm && ((isPart && meanOf(head, tail) < LEGIBLE) || tail - head + 1 < (behind ? BY_CHANCE : before ? BY_CHANCE_BEFORE : 0)));
      if (head <= tail && !isChance) {
        const { start } = cells[head]!, { end } = cells[tail]!, read = spelled.slice(starts[head], starts[tail]! + cells[tail]!.text.length);
        if (!isTableOfSymbols(text.slice(start, end) + read) && !isAllStrange(read)) segments.push({ start, end, text: read, gain, layers });
      }
      from = to + 1;
    }
  }
  return segments;
}

/** Whether what comes out is what all these layers are tried for: mostly ideographs and their marks. What is lost between cells does not count. */
function isChinese(cells: readonly Cell[], first: number, last: number): boolean {
  const classes = characterClasses();
  let chinese = 0, foreign = 0;
  for (let n = first; n <= last; n++) {
    const { text } = cells[n]!;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if ((classes[unit]! & (HAN | CharacterClass.ChinesePunctuation)) !== 0) chinese++;
      else if (unit > 0x7f) foreign++;
    }
  }
  return chinese > 2 * foreign;
}

/** Whether a cell ends in an ASCII character that was no character of its own, before text that is none either. */
function isHalf({ end, text: read }: Cell, text: string): boolean {
  return read.length > 1 && /[!-~]$/.test(read) && text.charCodeAt(end - 1) > 0x7f && text.charCodeAt(end) > 0x7f;
}

/** Symbols that may be other symbols, ★☆● or 」「〈: nothing tells which are meant. Letters may well be the bytes of punctuation (£¬). */
function isTableOfSymbols(text: string): boolean {
  return !/[\x80-\u1fff\u3400-\u9fff\ue000-\uf8ff]/.test(text);
}

/** Rare characters alone say nothing: for a character of one charset there is often one in another. */
function isAllStrange(read: string): boolean {
  for (let i = 0; i < read.length; i++) if (!isStrange(read, i, i + 1)) return false;
  return true;
}

/** Whether a unit is a mark of loss, or one that the layers do not explain. */
function isBroken(text: string, at: number): boolean {
  return at >= 0 && at < text.length && (text[at] === '?' || isStrange(text, at, at + 1));
}

/** Where characters of pairs fall into step again behind a loss: behind the last one near it that nobody would have written. */
function inStep(cells: readonly Cell[], head: number, tail: number): number {
  let first = head;
  for (let n = head; n <= Math.min(tail, head + OUT_OF_STEP); n++) if (/[A-Za-z|~^`@\\]/.test(cells[n]!.text) || isStrange(cells[n]!.text, 0, cells[n]!.text.length)) first = n + 1;
  return first;
}

const sum = (sums: Float64Array): number => sums[sums.length - 1]!;

/** Whether a stretch holds a character that is rare in Chinese. */
function isStrange(text: string, start: number, end: number): boolean {
  const classes = characterClasses(), common = CharacterClass.HanCommon | CharacterClass.ChinesePunctuation;
  for (let i = start; i < end; i++) if (text.charCodeAt(i) > 0x7f && (classes[text.charCodeAt(i)]! & common) === 0) return true;
  return false;
}
