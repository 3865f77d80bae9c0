/** Stretches of misread text whose bytes were partly lost: between, before and after the stretches that undo exactly. */
import { CharacterClass, characterClasses } from '../../language/characters';
import type { Language } from '../../language/language';
import { recover, type Reading } from '../lostBytes/recover';
import type { Misreading } from './cells';
import type { Layers, Segment } from './search';

export interface Gap {
  readonly start: number;
  readonly end: number;
  readonly layer: Misreading;
  /** Best first; empty when nothing fits. */
  readonly readings: readonly Reading[];
}

/** How far from its loss a broken character can reach, in units. */
const REACH = 6;

/** Ways to cut a broken stretch that are compared, and gaps that are looked at in one window. */
const MOST_FITS = 3, MOST_GAPS = 24;

const isLoss = (unit: number): boolean => unit === 0xfffd || unit === 0x3f || unit === 0x25a1 || unit === 0x30fb;

/**
 * The gaps of a text that was misread.
 * @param segments the stretches that undo exactly, sorted
 * @param layers how the text was misread; gaps are only looked for under one layer
 */
export function gapsOf(text: string, segments: readonly Segment[], layers: Layers, language: Language): Gap[] {
  if (layers.length !== 1 || layers[0]!.as === 'utf-16be') return [];
  const gaps: Gap[] = [], layer = layers[0]!;
  let covered = 0, tries = 0;
  for (let n = 0; n <= segments.length; n++) {
    const before = segments[n - 1], after = segments[n], from = before?.end ?? 0, to = after?.start ?? text.length;
    covered = Math.max(covered, from);
    // Losses that leave a mark.
    for (let at = covered; at < to; at++) {
      if (!isLoss(text.charCodeAt(at)) || !(text[at] === '\ufffd' || strange(text, at - 1) || strange(text, at + 1) || at === before?.end)) continue;
      if (tries++ >= MOST_GAPS) return gaps;
      let marks = at + 1;
      while (marks < to && isLoss(text.charCodeAt(marks)) && marks - at < 2) marks++;
      const gap = aroundMark(text, covered, at, marks, to, before, after, layer, language);
      if (gap) { gaps.push(gap); covered = gap.end; at = Math.max(at, gap.end - 1); }
    }
    // A loss that leaves none shows in what stands beside a segment and does not undo.
    if (covered === before?.end && covered < to) {
      let end = covered;
      while (end < to && end - covered < REACH && strange(text, end)) end++;
      const whole = end === to && after !== undefined;
      if (end > covered && (whole || !strange(text, end))) {
        const readings = recover(text.slice(covered, end), layer, isLoss, textBefore(text, covered, before), textAfter(text, end, after), language);
        if (readings.length > 0) { gaps.push({ start: covered, end, layer, readings }); covered = end; }
      }
    }
  }
  return gaps;
}

/** The best reading of what stands around marks of loss at `at..marks`. */
function aroundMark(text: string, from: number, at: number, marks: number, to: number, before: Segment | undefined, after: Segment | undefined, layer: Misreading, language: Language): Gap | null {
  const starts: number[] = [], ends = new Set<number>([marks]);
  if (before && before.end === from && at - from <= REACH) starts.push(from);
  else for (let start = at; start >= from && at - start < REACH; start--) {
    if (start < at && !encodable(text, start)) break;
    starts.push(start);
  }
  if (after && to - marks <= REACH) ends.add(to);
  for (let end = marks + 1; end < to && end - marks < 4 && strange(text, end - 1); end++) ends.add(end);
  let best: Gap | null = null, bestScore = -Infinity, fits = 0;
  for (const start of starts.reverse()) {
    if (fits >= MOST_FITS) break;
    for (const end of ends) {
      const readings = recover(text.slice(start, end), layer, isLoss, textBefore(text, start, before), textAfter(text, end, after), language);
      if (readings.length === 0) continue;
      fits++;
      // What is left as it stands must be paid for, so that wider and narrower readings compare.
      const left = language.model.score(text, Math.min(...starts), start) + language.model.score(text, end, Math.max(...ends));
      if (readings[0]!.score + left > bestScore) { best = { start, end, layer, readings }; bestScore = readings[0]!.score + left; }
    }
  }
  return best;
}

function textBefore(text: string, at: number, segment: Segment | undefined): string {
  return segment && segment.end === at ? segment.text.slice(-6) : text.slice(Math.max(0, at - 6), at);
}

function textAfter(text: string, at: number, segment: Segment | undefined): string {
  // A text ends as a line does: marks that end sentences are likely there.
  return segment && segment.start === at ? segment.text.slice(0, 4) : text.slice(at, at + 4) || '\n';
}

function encodable(text: string, at: number): boolean {
  return text.charCodeAt(at) > 0x7f;
}

function strange(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit > 0x7f && (characterClasses()[unit]! & (CharacterClass.HanCommon | CharacterClass.ChinesePunctuation)) === 0;
}
