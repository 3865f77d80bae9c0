/**
 * Names in one line, from what stands beside them: titles, verbs, lists. Pure in the line, so that results can be
 * kept by content. Offsets are into the folded line.
 */
import type { WordList } from '../../language/language';
import { mayBegin, nextBeginning } from './beginnings';
import { rosterLine } from './roster';
import { ACCEPT, spotsAt, type NamedSpot } from './spot';
import { vitaLine } from './vita';

/** What one line gives away. */
export interface LineScan {
  /** Sorted, not overlapping. */
  readonly names: readonly NamedSpot[];
  /**
   * What stands behind an office and is too unlike a name to be one by that alone, and other ends of names; sorted, apart from the names.
   */
  readonly doubtful: readonly NamedSpot[];
}

/** @returns the names of one folded line, sorted, not overlapping; empty when nothing gives one away */
export function scanLine(line: string, words: WordList): LineScan {
  const spots: NamedSpot[] = [];
  const doubtful: NamedSpot[] = [];
  const listed = rosterLine(line, words);
  if (listed)
    return {
      names: [
        { ...listed, name: line.slice(listed.start, listed.end).replace(/[ \u3000]+/g, ''), standing: listed.title.standing, acts: false },
      ],
      doubtful,
    };
  const vita = vitaLine(line, words);
  if (vita) spots.push({ ...vita, name: line.slice(vita.start, vita.end).replace(/[ \u3000]+/g, ''), standing: 'official', acts: false });
  for (let at = vita ? (vita.title?.end ?? vita.end) : 0; at < line.length;) {
    const here = isNameUnit(line.charCodeAt(at)) && mayBegin(line, at) ? spotsAt(line, at, words, spots.at(-1)) : [];
    const found = here[0] && here[0].score >= ACCEPT ? here[0] : null;
    if (found) spots.push(found);
    doubtful.push(...(found ? here.slice(1) : here));
    at = nextBeginning(line, found ? found.end : at + 1);
  }
  return { names: spots, doubtful };
}

/** Letters and ideographs of the basic plane. */
function isNameUnit(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x7a) || (unit >= 0x4e00 && unit <= 0x9fff);
}
