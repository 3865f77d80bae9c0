/** Hard line breaks inside sentences: which lines go on in the next one. */
import type { DraftLine } from './draftLine';

/** Lines narrower than this many cells are not taken for wrapped by their width alone. */
const NARROWEST_WRAP = 24;

/**
 * The indices of lines whose sentence goes on in the line right below.
 * Three signs are enough each: the text is wrapped at one width and the line is that wide; paragraphs of the text are set apart by
 * blank lines or indents and none stands between the two; the text is otherwise clean prose and the lower line starts with a mark
 * that cannot start a line.
 */
export function joinedLines(lines: readonly DraftLine[]): ReadonlySet<number> {
  const joins = wrappedRuns(lines);
  const pairs: number[] = [];
  for (let i = 0; i + 1 < lines.length; i++) if (couldJoin(lines[i]!, lines[i + 1]!)) pairs.push(i);
  if (pairs.length === 0) return joins;
  const width = wrapWidth(lines, pairs);
  const indented = usesIndents(lines), spaced = usesBlankLines(lines);
  for (const i of pairs) {
    const upper = lines[i]!, lower = lines[i + 1]!;
    const full = width > 0 && Math.abs(upper.shape.cells - width) <= 3;
    // Headlines stand above each other too: only running or long lines go on by layout.
    const prose = upper.shape.running || (upper.shape.han >= 20 && /[,。;]/.test(lower.folded));
    const set = prose && ((indented && lower.shape.start === 0) || (spaced && !indented));
    const enumerated = prose && upper.shape.ending === 'comma' && !(indented && lower.shape.start > 0);
    if (full || ((set || enumerated) && !startsAnew(lower)) || /^[,。、;:!?)》"]/.test(lower.folded)) joins.add(i);
  }
  return joins;
}

/**
 * Runs of lines that one width has cut, whatever the single line looks like: a line of such a run that begins with a date is no
 * date line, so what it was taken for by itself is forgotten.
 */
function wrappedRuns(lines: readonly DraftLine[]): Set<number> {
  const joins = new Set<number>(), runs: (readonly [number, number])[] = [];
  let from = 0;
  for (let i = 0; i <= lines.length; i++) {
    const line = lines[i];
    const plain = line !== undefined && line.kind !== 'blank' && line.kind !== 'chrome' && !line.shape.bullet;
    // A deeper indent than the line above has begins a new paragraph.
    const indented = plain && i > from && line.shape.start > lines[i - 1]!.shape.start;
    if (plain && !indented) continue;
    if (i - from >= 2) runs.push([from, i]);
    from = plain ? i : i + 1;
  }
  const widths = runs.map(([a, b]) => widthOf(lines, a, b));
  const known = new Set(widths.flatMap((width, r) => (width > 0 && runs[r]![1] - runs[r]![0] >= 3 ? [width] : [])));
  runs.forEach(([a, b], r) => {
    const width = widths[r]!;
    if (width === 0 || (b - a < 3 && ![...known].some(other => Math.abs(other - width) <= 4))) return;
    for (let i = a; i < b; i++) {
      lines[i]!.kind = null;
      lines[i]!.reason = '';
      if (i + 1 < b) joins.add(i);
    }
  });
  return joins;
}

/** The common width of all lines of a run but the last; 0 when they differ, are narrow, or end in marks. */
function widthOf(lines: readonly DraftLine[], from: number, to: number): number {
  let widest = 0, open = 0;
  for (let i = from; i < to - 1; i++) widest = Math.max(widest, lines[i]!.shape.cells);
  if (widest < NARROWEST_WRAP || lines[to - 1]!.shape.cells > widest + 4) return 0;
  for (let i = from; i < to - 1; i++) {
    if (lines[i]!.shape.cells < widest - 4) return 0;
    if (lines[i]!.shape.ending === 'none') open++;
  }
  // Headlines above each other hold no marks of running text.
  return open * 2 > to - 1 - from && lines.slice(from, to).some(line => /[,。]/.test(line.folded)) ? widest : 0;
}

/** Both are plain text, and the upper one has no final mark. */
function couldJoin(upper: DraftLine, lower: DraftLine): boolean {
  const { shape } = upper;
  if (upper.kind !== null || lower.kind !== null || shape.han < 6 || lower.shape.han < 1) return false;
  if (shape.ending === 'final' || shape.ending === 'colon' || shape.ending === 'semicolon') return false;
  return !shape.bullet && !lower.shape.bullet && lower.shape.enumerator?.class !== 'han' && lower.shape.enumerator?.class !== 'bracketed-han' && lower.shape.enumerator?.class !== 'chapter';
}

/** The width at which the text is wrapped: most of the unfinished lines have it, and no line is much wider. 0 when there is none. */
function wrapWidth(lines: readonly DraftLine[], pairs: readonly number[]): number {
  if (pairs.length < 3) return 0;
  const counts = new Map<number, number>();
  for (const i of pairs) counts.set(lines[i]!.shape.cells, (counts.get(lines[i]!.shape.cells) ?? 0) + 1);
  let best = 0, bestCount = 0;
  for (const cells of counts.keys()) {
    let near = 0;
    for (let d = -3; d <= 3; d++) near += counts.get(cells + d) ?? 0;
    if (cells >= NARROWEST_WRAP && (near > bestCount || (near === bestCount && cells > best))) { best = cells; bestCount = near; }
  }
  if (bestCount < 3 || bestCount < pairs.length * 0.6) return 0;
  const wider = lines.reduce((sum, line) => sum + (line.kind === null && line.shape.cells > best + 4 ? 1 : 0), 0);
  return wider <= Math.max(1, bestCount * 0.1) ? best : 0;
}

/** Paragraphs begin with an indent: most lines after a finished one do. */
function usesIndents(lines: readonly DraftLine[]): boolean {
  let indents = 0, starts = 0;
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!, above = lines[i - 1]!;
    if (line.kind !== null || line.shape.han < 12 || (above.shape.ending !== 'final' && above.kind !== 'blank')) continue;
    starts++;
    if (line.shape.start > 0) indents++;
  }
  return starts >= 2 && indents >= starts * 0.7;
}

/** Paragraphs are set apart by blank lines: most finished long lines have one below. */
function usesBlankLines(lines: readonly DraftLine[]): boolean {
  let blanks = 0, ends = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!;
    if (line.kind !== null || line.shape.han < 12 || line.shape.ending !== 'final') continue;
    ends++;
    if (lines[i + 1]!.kind === 'blank') blanks++;
  }
  return ends >= 2 && blanks >= ends * 0.7;
}

/** The line opens a paragraph by its words. */
function startsAnew({ shape }: DraftLine): boolean {
  return shape.opening || shape.enumerator !== null;
}
