/** Replacements in a text, and the way between the text before and after them. Offsets are UTF-16, ranges half open. */
import type { Edit } from './finding';

/**
 * Applies edits that are sorted by `start` and do not overlap.
 * @returns the edited text; the same string when there are no edits
 * @throws RangeError when edits overlap, are unsorted or leave the text
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length)
      throw new RangeError(`edit ${edit.start}..${edit.end} does not apply at ${at} of ${text.length}`);
    parts.push(text.slice(at, edit.start), edit.newText);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Of ranges that overlap, the first. @param sorted by `start`; of those that begin together, the one to keep comes first */
export function withoutOverlaps<Range extends { readonly start: number; readonly end: number }>(sorted: readonly Range[]): Range[] {
  let covered = 0;
  return sorted.filter(({ start, end }) => {
    if (start < covered) return false;
    covered = end;
    return true;
  });
}

/**
 * The way between a text and its edited form.
 * A position inside replaced text has no single counterpart: it maps to the near edge of the whole replacement,
 * its start when asked with `'start'`, its end when asked with `'end'`. At a pure deletion or insertion, `'start'` gives
 * the offset after it and `'end'` the offset before it, so that ranges stay tight around what they cover.
 */
export class OffsetMap {
  readonly #edits: readonly Edit[];
  /** For each edit the offset in the edited text where its replacement starts. */
  readonly #targets: readonly number[];

  /** @param edits sorted by `start`, not overlapping */
  constructor(edits: readonly Edit[]) {
    this.#edits = edits;
    const targets: number[] = [];
    let shift = 0;
    for (const edit of edits) {
      targets.push(edit.start + shift);
      shift += edit.newText.length - (edit.end - edit.start);
    }
    this.#targets = targets;
  }

  /** Where the replacement of an edit starts in the edited text. */
  targetOf(edit: number): number {
    return this.#targets[edit]!;
  }

  /** From an offset in the edited text to one in the text before the edits. */
  toSource(target: number, bias: 'start' | 'end' = 'start'): number {
    return this.#map(
      target,
      bias,
      i => this.#targets[i]!,
      i => this.#targets[i]! + this.#edits[i]!.newText.length,
      i => this.#edits[i]!.start,
      i => this.#edits[i]!.end,
    );
  }

  /** From an offset in the text before the edits to one in the edited text. */
  toTarget(source: number, bias: 'start' | 'end' = 'start'): number {
    return this.#map(
      source,
      bias,
      i => this.#edits[i]!.start,
      i => this.#edits[i]!.end,
      i => this.#targets[i]!,
      i => this.#targets[i]! + this.#edits[i]!.newText.length,
    );
  }

  /** From a range in the edited text to the tightest range of source that holds it. An empty range stays empty where it can. */
  toSourceRange(start: number, end: number): { start: number; end: number } {
    const from = this.toSource(start, 'start');
    return { start: from, end: Math.max(from, this.toSource(end, 'end')) };
  }

  /**
   * A range in the edited text, widened until it cuts no replacement, with the source range that it stands for:
   * putting `text.slice(start, end)` of the edited text in place of `source` gives exactly that part of the edited text.
   */
  toWholeRange(start: number, end: number): { start: number; end: number; source: { start: number; end: number } } {
    let low = 0;
    let high = this.#edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#targets[middle]! + this.#edits[middle]!.newText.length <= start) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < this.#edits.length && this.#targets[i]! < end; i++) {
      start = Math.min(start, this.#targets[i]!);
      end = Math.max(end, this.#targets[i]! + this.#edits[i]!.newText.length);
    }
    return { start, end, source: this.toSourceRange(start, end) };
  }

  #map(
    offset: number,
    bias: 'start' | 'end',
    fromStart: (i: number) => number,
    fromEnd: (i: number) => number,
    toStart: (i: number) => number,
    toEnd: (i: number) => number,
  ): number {
    // The last edit that begins before the offset, or at it when the bias looks past deletions.
    let low = 0;
    let high = this.#edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (fromStart(middle) < offset || (bias === 'start' && fromStart(middle) === offset && fromEnd(middle) === offset)) low = middle + 1;
      else high = middle;
    }
    const i = low - 1;
    if (i < 0) return offset;
    if (offset >= fromEnd(i)) {
      if (bias === 'end' && offset === fromEnd(i) && fromStart(i) === offset) return toStart(i);
      return toEnd(i) + (offset - fromEnd(i));
    }
    return bias === 'start' ? toStart(i) : toEnd(i);
  }
}

/**
 * Two rounds of edits as one: `first` applies to the source, `second` to the text that `first` gives.
 * Edits that touch each other's text are merged into one replacement of the source.
 * @returns sorted, non-overlapping edits with `applyEdits(source, composed) === applyEdits(applyEdits(source, first), second)`
 */
export function composeEdits(source: string, first: readonly Edit[], second: readonly Edit[]): Edit[] {
  if (first.length === 0) return [...second];
  if (second.length === 0) return [...first];
  const middle = applyEdits(source, first);
  const out: Edit[] = [];
  let i = 0;
  let j = 0;
  let shift = 0; // shift: middle offset minus source offset, before edit i
  while (i < first.length || j < second.length) {
    // One cluster of edits that touch in the middle text: [from, to) in middle coordinates.
    const a = first[i];
    const b = second[j];
    const aFrom = a ? a.start + shift : Infinity;
    let from: number;
    let to: number;
    const start = { i, j, shift };
    if (b === undefined || aFrom <= b.start) {
      from = aFrom;
      to = from + a!.newText.length;
      shift += a!.newText.length - (a!.end - a!.start);
      i++;
    } else {
      from = b.start;
      to = b.end;
      j++;
    }
    for (;;) {
      const nextA = first[i];
      const nextB = second[j];
      if (nextA && nextA.start + shift < to) {
        to = Math.max(to, nextA.start + shift + nextA.newText.length);
        shift += nextA.newText.length - (nextA.end - nextA.start);
        i++;
      } else if (nextB && (nextB.start < to || (nextB.start === to && nextB.start === from))) {
        to = Math.max(to, nextB.end);
        j++;
      } else break;
    }
    const part = applyEdits(
      middle.slice(from, to),
      second.slice(start.j, j).map(e => ({ start: e.start - from, end: e.end - from, newText: e.newText })),
    );
    out.push({ start: from - start.shift, end: to - shift, newText: part });
  }
  return out;
}
