/** Stretches of misread text whose bytes were partly lost: between, before and after the stretches that undo exactly. */
import { Memo } from '../../base/memo';
import { CharacterClass, characterClasses } from '../../language/characters';
import { codec, type Charset } from '../../language/codecs/codec';
import type { Language } from '../../language/language';
import { legibility } from '../legibility';
import { readLattice, type Reading } from '../lostBytes/lattice';
import { byWords, certainty, closingFirst, fits, leavesOpen } from '../lostBytes/ranking';
import { droppedBy, firstByte, givesAgain, isLossMark, placesOf } from '../lostBytes/reader';
import type { Layers, Misreading } from './cells';
import type { Segment } from './segments';

export interface Gap {
  readonly start: number;
  readonly end: number;
  readonly layer: Misreading;
  /** Best first; at least one. */
  readonly readings: readonly Reading[];
  /** Whether what stands beside it is known: else the readings are compared in a context that is damaged itself. */
  readonly isBounded: boolean;
  /** Whether the best reading belongs to a whole that convinces, so that it may be read in its place even if others are as likely. */
  readonly isLegible?: boolean;
}

/** Longest gap, in UTF-16 units. */
const LONGEST = 24;
/**
 * Longest gap in a charset without the form of UTF-8: there, text is read one byte off behind a loss, up to the next ASCII
 * character, but nearly all of its bytes are known.
 */
const LONGEST_SHIFTED = 120;
/** How far from its mark a broken character can reach where no sound stretch bounds it. */
const REACH = 5;
/** Gaps that are read in one window. */
const MOST_GAPS = 60;
/** What a reading must gain over the text as it stands. */
const GAIN = 2;
/** From this many characters on a reading must be legible. */
const SENTENCE = 6;
/** Log probability that each of them must then have on average (see `segments`). */
const LEGIBLE = -8;
/** How sure a piece must be for its neighbours to rest on it. */
const SURE = 0.99;
/** Characters of context. */
const CONTEXT = 6;

/** What stands beside the text in its line; empty where the line begins or ends with it. */
export interface Beside {
  readonly before: string;
  readonly after: string;
}

/** Readings of gaps: the same gap is read again in every round of undoing. */
const remembered = new Memo<readonly Reading[]>();

/**
 * The gaps of a text that was misread.
 * @param segments the stretches that undo exactly, sorted
 * @param layers how the text was misread; gaps are only looked for under one layer
 */
export function gapsOf(text: string, beside: Beside, segments: readonly Segment[], layers: Layers, language: Language): Gap[] {
  if (layers.length !== 1 || layers[0]!.as === 'utf-16be') return [];
  return new Gaps(text, beside, segments, layers[0]!, language).all();
}

class Gaps {
  readonly #text: string;
  readonly #beside: Beside;
  readonly #segments: readonly Segment[];
  readonly #layer: Misreading;
  readonly #language: Language;
  /** All that is known of the text. */
  readonly #sound: string;
  readonly #found: Gap[] = [];
  #left = MOST_GAPS;

  constructor(text: string, beside: Beside, segments: readonly Segment[], layer: Misreading, language: Language) {
    this.#text = text;
    this.#beside = beside;
    this.#segments = segments;
    this.#sound = text + segments.map(segment => segment.text).join('');
    this.#layer = layer;
    this.#language = language;
  }

  all(): Gap[] {
    for (let n = 0; n <= this.#segments.length; n++) {
      const before = this.#segments[n - 1];
      const after = this.#segments[n];
      this.#between(before?.end ?? 0, after?.start ?? this.#text.length, before, after);
    }
    return this.#found;
  }

  /** What stands between two sound stretches, or beside one. */
  #between(from: number, to: number, before: Segment | undefined, after: Segment | undefined): void {
    if (from === to) return;
    const hasForm = this.#layer.from === 'utf-8';
    const isShort = to - from <= (hasForm ? LONGEST : LONGEST_SHIFTED);
    if (before && after && isShort && this.#pieces(from, to, before.text, after.text)) return;
    if (hasForm) this.#broken(from, to, before, after);
    // Without the form of UTF-8 nothing but sound text on both sides holds a reading, or the end of the text.
    else if (isShort && (before ? to === this.#text.length : from === 0))
      this.#pieces(from, to, before?.text ?? this.#beside.before, after?.text ?? (this.#beside.after || '\n'));
  }

  /** Characters of UTF-8 that broke: one at the end of a stretch, then those at marks farther off, last the one before the next stretch. */
  #broken(from: number, to: number, before: Segment | undefined, after: Segment | undefined): void {
    let at = before ? (this.#attempt([from], this.#endsAfter(from, to), from, before, undefined) ?? from) : from;
    for (let mark = at; mark < to; mark++) {
      if (!isLossMark(this.#text.charCodeAt(mark)) || !this.#isDamage(mark)) continue;
      let end = mark + 1;
      while (end < to && isLossMark(this.#text.charCodeAt(end))) end++;
      const ends = this.#endsAfter(mark, to);
      if (after && to - mark <= REACH) ends.push(to);
      at = this.#attempt(this.#startsBefore(mark, at), ends, end, undefined, after) ?? end;
      mark = at - 1;
    }
    if (after && at < to && this.#isStrange(to - 1)) this.#beforeStretch(at, to, after);
  }

  /** The strange characters right before a stretch. */
  #beforeStretch(at: number, to: number, after: Segment): void {
    let start = to - 1;
    while (start > at && to - start < REACH && this.#isStrange(start - 1)) start--;
    this.#attempt([start], [to], start, undefined, after);
  }

  /** A mark beside what was misread; U+FFFD is one by itself. */
  #isDamage(mark: number): boolean {
    return (
      this.#text.charCodeAt(mark) === 0xfffd ||
      this.#isStrange(mark - 1) ||
      this.#isStrange(mark + 1) ||
      this.#segments.some(({ start, end }) => (mark >= end ? mark - end <= LONGEST : start - mark <= LONGEST))
    );
  }

  #isOnlyLoss(start: number, end: number): boolean {
    return !(this.#text.slice(0, start) + this.#text.slice(end)).includes('\ufffd');
  }

  #isStrange(at: number): boolean {
    return isStrangeUnit(this.#text.charCodeAt(at));
  }

  /** Where the broken character that begins at or before `at` may end. */
  #endsAfter(at: number, to: number): number[] {
    const ends: number[] = [];
    const marked: number[] = [];
    for (let end = at + 1; end <= to && end - at <= REACH; end++) {
      if (marked.length > 0 || isLossMark(this.#text.charCodeAt(end - 1))) marked.push(end);
      else if (this.#isStrange(end - 1)) ends.push(end);
      else if (this.#text.charCodeAt(end - 1) < 0x80) break;
    }
    // Where the loss left a mark, none without one need be thought of.
    return marked.length > 0 ? marked : ends;
  }

  #startsBefore(mark: number, from: number): number[] {
    const starts = [mark];
    for (let start = mark - 1; start >= from && mark - start <= REACH && this.#text.charCodeAt(start) > 0x7f; start--) starts.push(start);
    return starts;
  }

  /** The best of all ways to cut a broken stretch; the end of it, null when none reads. */
  #attempt(
    starts: readonly number[],
    ends: readonly number[],
    atLeast: number,
    before: Segment | undefined,
    after: Segment | undefined,
  ): number | null {
    let best: Gap | null = null;
    let bestGain = GAIN;
    for (const start of starts) {
      for (const end of ends) {
        if (end < atLeast || end <= start) continue;
        const gap = this.#read(start, end, this.#before(start, before), this.#after(end, after));
        if (!gap || gap.gain <= bestGain) continue;
        best = gap.gap;
        bestGain = gap.gain;
      }
    }
    if (!best) return null;
    this.#found.push(best);
    return best.end;
  }

  /** A gap between sound texts, cut wherever a character surely begins; false when a piece of it does not read. */
  #pieces(from: number, to: number, before: string, after: string): boolean {
    const cuts = [from];
    for (let at = from + 1; at < to; at++) if (this.#beginsCharacter(at)) cuts.push(at);
    cuts.push(to);
    const texts: string[] = [];
    const gaps: Gap[] = [];
    /** How sure each piece is, whatever its neighbours are read as. */
    const sure: number[] = [];
    const left = before.slice(-CONTEXT);
    const right = after.slice(0, CONTEXT);
    // Twice, since neighbours are each other's context.
    for (let round = 0; round < (cuts.length > 2 ? 2 : 1); round++) {
      for (let k = 0; k + 1 < cuts.length; k++) {
        const read = this.#read(
          cuts[k]!,
          cuts[k + 1]!,
          (left + texts.slice(0, k).join('')).slice(-CONTEXT),
          round === 0 && k + 2 < cuts.length ? '' : texts.slice(k + 1).join('') + right,
        );
        if (!read) return false;
        texts[k] = read.gap.readings[0]!.text;
        gaps[k] = read.gap;
        sure[k] = Math.min(sure[k] ?? 1, certainty(read.gap.readings));
      }
    }
    // Together they are bounded by what bounds the whole, and each by its neighbours, as far as these are sure.
    const isBounded = this.#isSound(from, -1) && this.#isSound(to, 1);
    const isSure = (k: number): boolean => (sure[k] ?? 1) >= SURE;
    this.#found.push(
      ...gaps
        .map((gap, k) => ({ ...gap, isBounded: isBounded && isSure(k - 1) && isSure(k + 1) && !this.#endsOpen(gap.end, texts.join('')) }))
        .filter(({ start, end, readings }) => readings[0]!.text !== this.#text.slice(start, end)),
    );
    return true;
  }

  /** Whether the bytes of a unit begin a character of UTF-8. */
  #beginsCharacter(at: number): boolean {
    if (this.#layer.from !== 'utf-8' || isLossMark(this.#text.charCodeAt(at))) return false;
    const bytes = [0, 0, 0, 0];
    const length = codec(this.#layer.as).encodeInto(this.#text.charCodeAt(at), bytes, 0);
    return length > 0 && (bytes[0]! < 0x80 ? bytes[0]! > 0x20 : bytes[0]! >= 0xc2);
  }

  #read(start: number, end: number, before: string, after: string): { readonly gap: Gap; readonly gain: number } | null {
    if (this.#left-- <= 0) return null;
    const text = this.#text.slice(start, end);
    const { from, as } = this.#layer;
    // What was misread together with this stretch.
    const behind = this.#segments.find(segment => segment.start === end)?.text.slice(0, 1) ?? '';
    const places = placesOf(text, as, firstByte(behind, from));
    if (!places) return null;
    const dropped = hasMark(text) || hasTwoSpellings(text, as) ? undefined : droppedBy(as);
    const key = [from, as, text, before, after, behind].join('\0');
    const all = remembered.get(key, () => {
      const proven = readLattice({ places, charset: from, before, after, dropped }, this.#language).filter(reading =>
        givesAgain(reading.text, text, from, as, dropped !== undefined, behind),
      );
      return byWords(proven, before, after, this.#language);
    });
    // Where more is lost than this, the partner of a mark may be.
    const fit = this.#isOnlyLoss(start, end) ? all.filter(reading => fits(reading.text, this.#sound)) : [];
    const fitting = fit.length > 0 ? fit : all;
    if (fitting.length === 0) return null;
    const isLast = end === this.#text.length && this.#beside.after === '';
    const readings = isLast ? closingFirst(fitting, this.#lineBefore(start)) : fitting;
    const { model } = this.#language;
    const asItIs = legibility(before + text + after.slice(0, 3), model);
    const undone = legibility(before + readings[0]!.text + after.slice(0, 3), model);
    const read = undone[before.length + readings[0]!.text.length]! - undone[before.length]!;
    // A long one that says nothing has bytes missing elsewhere.
    if (readings[0]!.text.length >= SENTENCE && read < LEGIBLE * readings[0]!.text.length) return null;
    const gain =
      undone[undone.length - 1]! -
      undone[before.length]! -
      (asItIs[asItIs.length - 1]! - asItIs[before.length]!) -
      (dropped ? dropped.cost : 0);
    const isBounded = this.#isSound(start, -1) && this.#isSound(end, 1) && !this.#endsOpen(end, readings[0]!.text);
    return { gap: { start, end, layer: this.#layer, readings, isBounded }, gain };
  }

  /** Whether the text would end within a quotation or a bracket: rather a mark is read for another. */
  #endsOpen(end: number, reading: string): boolean {
    return end === this.#text.length && this.#beside.after === '' && leavesOpen(this.#sound + reading);
  }

  /** Whether the text on one side of an offset is known: sound text, what undoes exactly, or another gap's reading. */
  #isSound(at: number, side: 1 | -1): boolean {
    const beside = side < 0 ? at - 1 : at;
    if (beside < 0) return isSoundUnit(this.#beside.before.charCodeAt(this.#beside.before.length - 1));
    if (beside >= this.#text.length) return isSoundUnit(this.#beside.after.charCodeAt(0));
    if (this.#isUndone(beside)) return true;
    const unit = this.#text.charCodeAt(beside);
    // A common character with a strange one behind it was misread together with that.
    return isSoundUnit(unit) && (unit < 0x80 || this.#isUndone(beside + side) || isSoundUnit(this.#text.charCodeAt(beside + side)));
  }

  #isUndone(at: number): boolean {
    return this.#segments.some(({ start, end }) => start <= at && at < end);
  }

  #before(at: number, segment: Segment | undefined): string {
    return segment && segment.end === at ? segment.text.slice(-CONTEXT) : (this.#beside.before + this.#text.slice(0, at)).slice(-CONTEXT);
  }

  /** What is known of the text before an offset. */
  #lineBefore(at: number): string {
    const parts: string[] = [this.#beside.before];
    let from = 0;
    const known = [...this.#segments, ...this.#found.map(({ start, end, readings }) => ({ start, end, text: readings[0]!.text }))];
    for (const { start, end, text } of known.sort((a, b) => a.start - b.start)) {
      if (end > at) break;
      parts.push(this.#text.slice(from, start), text);
      from = end;
    }
    return parts.join('') + this.#text.slice(from, at);
  }

  /** A text ends as a line does: marks that end sentences are likely there. */
  #after(at: number, segment: Segment | undefined): string {
    return segment && segment.start === at
      ? segment.text.slice(0, CONTEXT)
      : (this.#text.slice(at, at + CONTEXT) + this.#beside.after).slice(0, CONTEXT) || '\n';
  }
}

/** Whether a unit is neither ASCII nor Chinese in everyday use. */
function isStrangeUnit(unit: number): boolean {
  return unit > 0x7f && (characterClasses()[unit]! & (CharacterClass.HanCommon | CharacterClass.ChinesePunctuation)) === 0;
}

/** Whether a unit is text, or the edge of a line (NaN). */
export function isSoundUnit(unit: number): boolean {
  return Number.isNaN(unit) || !(isLossMark(unit) || isStrangeUnit(unit));
}

function hasMark(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isLossMark(text.charCodeAt(i))) return true;
  return false;
}

/** Whether other bytes are read as one of the characters too: then it is unsure, and nothing is missing. */
function hasTwoSpellings(text: string, charset: Charset): boolean {
  const { otherPair } = codec(charset);
  return otherPair !== undefined && Array.from(text).some(char => otherPair(char.codePointAt(0)!) !== 0);
}
