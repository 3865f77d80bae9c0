/**
 * What a page shows of a pair that is none. The sites that were seen put `?` for both bytes; other decoders put U+FFFD or □, and keep the
 * ASCII byte that cannot be the second one: 再\ufffd(gòu)氐 and 确\ufffd,! for 再?gòu)氐 and 确?!. What they kept was only what the site
 * had put there, so that all pages can be read as one kind.
 */
import { applyEdits, OffsetMap } from '../../base/edits';
import type { Edit } from '../../base/finding';

/** A line as a page of the usual kind shows it, and the way back to the line. */
export interface UsualLine {
  readonly text: string;
  /** Undefined where the line is of that kind. */
  readonly map: OffsetMap | undefined;
}

const ANY_SIGN = /[\ufffd□]|\?[(<]/;
/**
 * What stands for a lost byte, with the opening bracket of a reading (one that is no second byte, as `[` and `{` are) or what was put
 * before a mark where that was kept: behind `?` a comma may be a mark.
 */
const LOST = /[?\ufffd□](?:([(<])(?=[\p{Script=Latin}:]{1,6}[0-5]? ?[)>])|(?<!\?)[, \xa0](?=[，、。！；：？,!;:]))?/gu;

/**
 * Reads a line of any decoder.
 * @param opener see `AnnotationForm.opener`; a bracket behind a lost byte was kept only where nothing stands before it in annotations
 */
export function usualLine(line: string, opener: string): UsualLine {
  const edits: Edit[] = [];
  if (ANY_SIGN.test(line))
    for (const { index, 0: shown, 1: bracket } of line.matchAll(LOST)) {
      const read = bracket === undefined || bracket === opener ? '?' : `?${bracket}`;
      if (shown !== read) edits.push({ start: index, end: index + shown.length, newText: read });
    }
  return edits.length === 0 ? { text: line, map: undefined } : { text: applyEdits(line, edits), map: new OffsetMap(edits) };
}
