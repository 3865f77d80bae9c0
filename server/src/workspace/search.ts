/** People of the collection found by name, title or romanised name. */
import { foldForLookup } from '../language/script';
import type { Collection } from './collection';
import type { Person } from './namesakes';
import type { Romaniser } from './romanised';

/**
 * @param query Han characters of a name or title, or letters; an empty query finds everybody
 * @param limit how many are given at most
 * @returns best first, then those with most mentions; empty when nobody fits
 */
export function searchPeople(collection: Collection, romaniser: Romaniser, query: string, limit: number): Person[] {
  const wanted = foldForLookup(query).trim();
  const found: { person: Person; score: number }[] = [];
  for (const key of collection.names()) {
    const byName = nameScore(key, wanted, romaniser);
    if (byName === 0 && !/[\u3400-\u9fff]/.test(wanted)) continue;
    for (const person of collection.peopleNamed(key)) {
      const score = byName || (person.titles.some(({ title }) => foldForLookup(title).includes(wanted)) ? 1 : 0);
      if (score > 0) found.push({ person, score });
    }
  }
  return found
    .sort((a, b) => b.score - a.score || b.person.mentions - a.person.mentions || (a.person.key < b.person.key ? -1 : 1))
    .slice(0, limit)
    .map(({ person }) => person);
}

function nameScore(key: string, wanted: string, romaniser: Romaniser): number {
  if (wanted === '') return 1;
  if (key === wanted) return 5;
  if (key.startsWith(wanted)) return 4;
  if (key.includes(wanted)) return 3;
  return /^[a-zA-Z' ]+$/.test(wanted) ? romaniser.fits(wanted, key) : 0;
}
