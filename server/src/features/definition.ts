/**
 * Where a person is introduced: the first mention with a title, here or in the oldest article that has one; where a phrase stands first.
 */
import type { Location } from 'vscode-languageserver-types';
import type { Collection } from '../workspace/collection';
import { readingRange, type FeatureDocument } from './context';
import { entityAt, mentionsHere, namesakesOf, ranges } from './entities';

/** @returns null where neither a person nor a phrase stands */
export function definition(doc: FeatureDocument, offset: number, collection?: Collection): Location | null {
  const entity = entityAt(doc, offset);
  if (!entity) return null;
  const { uri } = doc.document;
  const first = mentionsHere(doc, entity)[0];
  if (entity.kind === 'slogan') return first ? { uri, range: first } : null;
  const introduced = doc.parsed.article.persons.find(
    person => person.form === 'full' && person.title !== null && person.name === entity.official.name,
  );
  if (introduced) return { uri, range: readingRange(doc, introduced.start, introduced.end) };
  const elsewhere =
    collection &&
    namesakesOf(doc, entity.official, collection).person?.articles.find(
      article => article.official.titles.length > 0 && article.uri !== uri,
    );
  const range = elsewhere && ranges(elsewhere.official.mentions)[0];
  return range ? { uri: elsewhere.uri, range } : first ? { uri, range: first } : null;
}
