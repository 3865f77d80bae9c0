/** What stands beside a name: shapes and characters that several rules share. Offsets are into one folded line. */
import { UnitSet } from '../../base/unitSet';
import { ACTING, SAYING } from './lexicon';
import type { Title } from './titles';
import { WordIndex } from './wordIndex';

/** What persons do, as far as it stands right behind their names. */
export const verbs = new WordIndex([...SAYING, ...ACTING]);
/** Marks that end what a name stands in. */
export const CLOSING = new UnitSet(['，,。！!？?；;：:）)》〉】]”’」』…—\t']);
/** What leads up to the verb of whoever is named before. */
export const PREPOSITIONS = new UnitSet(['就对在向围从把将以']);
/** Blanks of either width. */
export const BLANKS = new UnitSet([' \u3000']);

/** What leads up to a name at `at`. */
export interface Left {
  readonly kind: 'title' | 'list' | 'clause' | 'preposition';
  readonly title: Title | null;
  readonly standing: 'official' | 'other' | null;
  /** True behind a head such as 干部 that mostly stands for many. */
  readonly plural?: boolean;
  /** True where a blank or a colon parts the title from the name. */
  readonly label?: boolean;
  /** True where the title begins right behind an earlier name: 庭长毛遂、副庭长荐小满. */
  readonly parallel?: boolean;
}

/** What follows a name that would end here. */
export interface Right {
  /** How well a name may end here: -2 (not at all) to 3 (a verb that only persons have). */
  readonly grade: number;
  readonly strong: boolean;
  /** True when the person does something here, or is one of a list that does. */
  readonly acts: boolean;
  /** True where the office follows that the person is given or leaves. */
  readonly appointed?: boolean;
}

/** True where a title or a list of names leads up to the place, so that a name is due. */
export function isTitled({ kind }: Left): boolean {
  return kind === 'title' || kind === 'list';
}

/** True for a range of Han characters inside the text. */
export function isHan(text: string, start: number, end: number): boolean {
  if (end > text.length) return false;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x3400 || code > 0x9fff) return false;
  }
  return true;
}
