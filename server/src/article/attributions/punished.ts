/** Whose breaches of the rules a paragraph tells. Reading offsets. */
import { edged } from '../../base/edged';
import type { PersonMention } from '../article';

/** Words for what becomes of somebody who broke the rules. */
const PUNISHMENT = /处分|诫勉|问责|立案|留置/;
/** The same, told of whoever is named right before. */
const PUNISHED = edged(/^(?:等\d{0,3}人)?(?:因[^,。;]{2,16})?(?:受到|被)[^,。;]{0,16}(?:处分|处理|诫勉|问责|立案|留置)/);
/** How far behind a name that may stand. */
const REACH = 40;

export const NOBODY: ReadonlySet<string> = new Set();

/**
 * The names of those whose cases a paragraph tells: what they demanded is part of them.
 * @param persons all mentions in order
 * @param first index of the first of them that may stand in the paragraph
 */
export function punishedIn(
  folded: string,
  paragraph: { readonly start: number; readonly end: number },
  persons: readonly PersonMention[],
  first: number,
): ReadonlySet<string> {
  if (!PUNISHMENT.test(folded.slice(paragraph.start, paragraph.end))) return NOBODY;
  const names = new Set<string>();
  for (let i = first; i < persons.length && persons[i]!.start < paragraph.end; i++) {
    const { name, text, start, end } = persons[i]!;
    if (PUNISHED.test(folded.slice(end, end + REACH)) || folded.endsWith('给予', start)) names.add(name ?? text);
  }
  return names;
}
