/** Which misreadings, one over the other, explain a stretch of text best. */
import { CharacterClass, characterClasses } from '../../language/characters';
import type { Language } from '../../language/language';
import type { Charset } from '../../language/codecs/codec';
import { legibility } from '../legibility';
import { undoLayers, undoMisreading, type Cell, type Misreading } from './cells';

/** Misreadings as they happened, innermost first. */
export type Layers = readonly Misreading[];

/** A stretch that reads better when the layers are undone. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** How much more probable the text is so, in nats. */
  readonly gain: number;
  readonly layers: Layers;
  /** True when the cells leave nothing out but ASCII. */
  readonly whole: boolean;
}

const READ_AS: readonly Charset[] = ['gb18030', 'windows-1252', 'big5', 'windows-1250', 'windows-1251', 'koi8-r', 'macintosh', 'shift_jis', 'euc-kr'];

/**
 * UTF-8 read as something else: its form proves itself, so these may lie under and over each other.
 * Text passes from program to program as UTF-8 today, so every layer but the innermost is one of these.
 */
const FROM_UTF8: readonly Misreading[] = READ_AS.map(as => ({ from: 'utf-8', as }));

/** National charsets read as something else: innermost layers only. */
const FROM_NATIONAL: readonly Misreading[] = [
  ...READ_AS.filter(as => as !== 'gb18030').map(as => ({ from: 'gb18030', as } as const)),
  ...READ_AS.filter(as => as !== 'big5').map(as => ({ from: 'big5', as } as const)),
  { from: 'utf-16le', as: 'utf-16be' },
];

/** More layers than this do not occur. */
const MOST_LAYERS = 3;
/** The share of units outside ASCII that must be covered by cells for a layer to be followed further. */
const COVERAGE = 0.6;
/** What one more layer must gain. */
const LAYER_PRICE = 4;
/** A kept unit inside a damaged stretch: it is there, but the layers do not explain it. */
const GAP_PRICE = 3;
/** A segment ends where the gain has fallen this far below its best. */
const DROP = 14;
/** How much a strange cell beside a segment may lose and still belong to it: a surname has no context that would explain it. */
const TOLERANCE = 8;

/** The layers that gain most on a sample, with that gain; null when none gains anything. */
export function findLayers(sample: string, language: Language): { readonly layers: Layers; readonly gain: number } | null {
  let best: { layers: Layers; gain: number } | null = null;
  const seen = new Set<string>([sample]);
  const explore = (text: string, outer: Layers): void => {
    const candidates = [...FROM_UTF8, ...FROM_NATIONAL];
    for (const misreading of candidates) {
      const cells = undoMisreading(text, misreading);
      if (cells.length === 0 || coverage(text, cells) < COVERAGE) continue;
      const layers = [misreading, ...outer];
      const gain = segmentsOf(sample, layers, language).reduce((sum, segment) => Math.max(sum, segment.gain), 0) - LAYER_PRICE * outer.length;
      if (gain > 0 && (!best || gain > best.gain)) best = { layers, gain };
      if (misreading.from !== 'utf-8' || layers.length >= MOST_LAYERS) continue;
      const undone = spell(text, cells);
      if (seen.has(undone)) continue;
      seen.add(undone);
      explore(undone, layers);
    }
  };
  explore(sample, []);
  return best;
}

/** Share of the units outside ASCII that lie in cells which change them. */
function coverage(text: string, cells: readonly Cell[]): number {
  let covered = 0, all = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) all++;
  for (const cell of cells) for (let i = cell.start; i < cell.end; i++) if (text.charCodeAt(i) > 0x7f) covered++;
  return all === 0 ? 0 : covered / all;
}

function spell(text: string, cells: readonly Cell[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const cell of cells) { parts.push(text.slice(at, cell.start), cell.text); at = cell.end; }
  parts.push(text.slice(at));
  return parts.join('');
}

/**
 * The stretches of a text that gain by undoing these layers: maximal-scoring runs of cells, and beside them the cells that neither
 * gain nor lose much and whose characters are as strange as those within.
 * @returns sorted, not overlapping; empty when nothing gains
 */
export function segmentsOf(text: string, layers: Layers, language: Language): Segment[] {
  const cells = undoLayers(text, layers), segments: Segment[] = [];
  if (cells.length === 0) return segments;
  const asIs = legibility(text, language.model), spelled = spell(text, cells), undone = legibility(spelled, language.model);
  const gains = new Float64Array(cells.length), starts = new Int32Array(cells.length);
  for (let k = 0, shift = 0; k < cells.length; k++) {
    const { start, end, text: read } = cells[k]!;
    starts[k] = start + shift;
    gains[k] = undone[starts[k]! + read.length]! - undone[starts[k]!]! - (asIs[end]! - asIs[start]!);
    shift += read.length - (end - start);
  }
  const isNeutral = (k: number): boolean => cells[k]!.end - cells[k]!.start === 1 && cells[k]!.text === text[cells[k]!.start];
  let covered = -1;
  for (let k = 0; k < cells.length; k++) {
    if (gains[k]! <= 0 || isNeutral(k)) continue;
    // A run from here to where the sum is best, given up when it falls below zero or far below its best.
    let sum = 0, best = 0, last = k;
    for (let n = k; n < cells.length; n++) {
      if (n > k) sum -= GAP_PRICE * (cells[n]!.start - cells[n - 1]!.end);
      sum += gains[n]!;
      if (sum > best && !isNeutral(n)) { best = sum; last = n; }
      if (sum < 0 || sum < best - DROP) break;
    }
    let first = k;
    const joins = (n: number, beside: number): boolean => n > covered && n < cells.length && !isNeutral(n) && gains[n]! > -TOLERANCE
      && Math.max(cells[n]!.start, cells[beside]!.start) === Math.min(cells[n]!.end, cells[beside]!.end) && isStrange(text, cells[n]!);
    while (joins(first - 1, first)) first--;
    while (joins(last + 1, last)) last++;
    const start = cells[first]!.start, end = cells[last]!.end;
    let size = 0;
    for (let n = first; n <= last; n++) size += cells[n]!.end - cells[n]!.start;
    segments.push({ start, end, text: spelled.slice(starts[first], starts[last]! + cells[last]!.text.length), gain: best, layers, whole: size === end - start });
    k = covered = last;
  }
  return segments;
}

/** Whether a cell holds a character that is rare in Chinese. */
function isStrange(text: string, cell: Cell): boolean {
  const classes = characterClasses(), common = CharacterClass.HanCommon | CharacterClass.ChinesePunctuation;
  for (let i = cell.start; i < cell.end; i++) if (text.charCodeAt(i) > 0x7f && (classes[text.charCodeAt(i)]! & common) === 0) return true;
  return false;
}
