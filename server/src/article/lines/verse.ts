/** Verse: runs of short lines of equal measure. */
import type { DraftLine } from './draftLine';

const BETWEEN_CLAUSES = /[,。;!?、\s"]+/;
const FIRST_CLAUSE = /^[,。;!?、\s"]*([^,。;!?、\s"]+)/;
/** Clause lengths that classical verse and couplets use. */
const MEASURES = new Set([3, 4, 5, 6, 7]);

/**
 * Ranges of lines, `from` in and `to` out, that are verse: two or more lines in a row (blank ones between them do not count) whose
 * clauses all have the same one of the usual measures. Empty when there is none.
 */
export function findVerse(lines: readonly DraftLine[]): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from = -1;
  let to = -1;
  let measure = 0;
  let rows = 0;
  let flowing = false;
  const close = (): void => {
    if (rows >= 2 && flowing) found.push({ from, to });
    rows = 0;
    flowing = false;
    from = -1;
  };
  lines.forEach((line, i) => {
    if (line.kind === 'blank') return;
    const own = line.kind === null ? measureOf(line) : 0;
    if (own === 0 || (rows > 0 && own !== measure)) close();
    if (own === 0) return;
    if (rows === 0) {
      from = i;
      measure = own;
    }
    rows++;
    // Short sentences one per line are no verse: verse flows over commas.
    flowing ||= line.shape.ending === 'comma' || /[,、]/.test(line.folded.slice(0, -1));
    to = i + 1;
  });
  close();
  return found;
}

/** The one measure of all clauses of a line that is nothing but such clauses; 0 for any other line. */
function measureOf({ folded, shape }: DraftLine): number {
  if (shape.han > 32 || shape.han < 4 || shape.enumerator || shape.bullet) return 0;
  const measure = FIRST_CLAUSE.exec(folded)?.[1]!.length ?? 0;
  if (!MEASURES.has(measure)) return 0;
  const clauses = folded.split(BETWEEN_CLAUSES).filter(clause => clause.length > 0);
  if (!clauses.every(clause => clause.length === measure && /^[\u3400-\u9fff]+$/.test(clause))) return 0;
  // A single bare line of a few characters is a headline as often as verse: marks at the end tell.
  return clauses.length >= 2 || shape.ending === 'comma' || (shape.ending === 'final' && measure >= 5) ? measure : 0;
}
