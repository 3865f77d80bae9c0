/** Names that the user knows of: they are persons wherever they stand, with or without a title. */
import { foldForLookup } from '../../language/script';
import { WordIndex } from './wordIndex';

let names: WordIndex | null = null;

/** Takes over the user's names in place of those given before. One set serves the whole process; parses made before do not know of them. */
export function setUserNames(list: readonly string[]): void {
  const folded = list.map(foldForLookup).filter(name => name.length > 1);
  names = folded.length > 0 ? new WordIndex(folded) : null;
}

/** Where the user's names stand in a folded line, in order; empty when there are none. */
export function userNamesIn(line: string): readonly { readonly start: number; readonly end: number }[] {
  if (!names) return [];
  const found: { start: number; end: number }[] = [];
  for (let at = 0; at < line.length; at++) {
    const name = names.startingAt(line, at);
    if (!name) continue;
    found.push({ start: at, end: at + name.length });
    at += name.length - 1;
  }
  return found;
}
