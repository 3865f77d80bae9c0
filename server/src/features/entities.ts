/** Officials and set phrases under the pointer: what definition, references, highlights and code lenses have in common. */
import type { Location, Range } from 'vscode-languageserver-types';
import type { Official } from '../people/official';
import type { Slogan } from '../slogans/slogan';
import { sloganKey } from '../slogans/table';
import type { Collection } from '../workspace/collection';
import type { Person } from '../workspace/namesakes';
import { placeOf, type Positions } from '../workspace/summary';
import { readingRange, type FeatureDocument } from './context';

/** An official or a set phrase of one article. */
export type Entity = { readonly kind: 'official'; readonly official: Official } | { readonly kind: 'slogan'; readonly slogan: Slogan };

/** The official or phrase at a source offset; a name inside a phrase counts as the name. null when there is none. */
export function entityAt(doc: FeatureDocument, offset: number): Entity | null {
  const at = doc.parsed.reading.fromSource(offset);
  const holds = (mention: { readonly start: number; readonly end: number }): boolean => mention.start <= at && at <= mention.end;
  const official = doc.parsed.officials.find(({ mentions }) => mentions.some(holds));
  if (official) return { kind: 'official', official };
  const slogan = doc.parsed.slogans.find(({ mentions }) => mentions.some(holds));
  return slogan ? { kind: 'slogan', slogan } : null;
}

/** Where the entity stands in this document, in order. */
export function mentionsHere(doc: FeatureDocument, entity: Entity): Range[] {
  const { mentions } = entity.kind === 'official' ? entity.official : entity.slogan;
  return mentions.map(mention => readingRange(doc, mention.start, mention.end));
}

/** Where it stands in the other articles of the collection: for an official the same person only, not namesakes elsewhere. */
export function mentionsElsewhere(doc: FeatureDocument, entity: Entity, collection: Collection): Location[] {
  const here = doc.document.uri;
  const articles =
    entity.kind === 'official'
      ? (namesakesOf(doc, entity.official, collection).person?.articles.map(({ uri, official }) => ({
          uri,
          mentions: official.mentions,
        })) ?? [])
      : collection
          .articlesWith(sloganKey(entity.slogan.canonical ?? entity.slogan.text))
          .map(({ uri, slogan }) => ({ uri, mentions: slogan.mentions }));
  return articles.filter(({ uri }) => uri !== here).flatMap(({ uri, mentions }) => ranges(mentions).map(range => ({ uri, range })));
}

/**
 * The people of the collection who bear the official's name: the one whom this document means, undefined when the
 * collection does not know the name, and the others.
 */
export function namesakesOf(
  doc: FeatureDocument,
  official: Official,
  collection: Collection,
): { readonly person: Person | undefined; readonly others: readonly Person[] } {
  const {
    parsed,
    document: { uri },
  } = doc;
  const { meta } = parsed.article;
  const mentions = mentionsHere(doc, { kind: 'official', official }).flatMap(({ start, end }) => [
    start.line,
    start.character,
    end.line,
    end.character,
  ]);
  const people = collection.peopleNamed(official.key, {
    uri,
    title: meta.title?.text ?? '',
    date: meta.date?.iso ?? '',
    place: placeOf(parsed),
    official: { ...official, mentions },
  });
  const person = people.find(({ articles }) => articles.some(article => article.uri === uri));
  return { person, others: people.filter(other => other !== person) };
}

/** The first place of a summary as a range; the beginning of the file when there is none. */
export function firstRange([startLine = 0, startCharacter = 0, endLine = 0, endCharacter = 0]: Positions): Range {
  return { start: { line: startLine, character: startCharacter }, end: { line: endLine, character: endCharacter } };
}

/** All places of a summary as ranges. */
export function ranges(positions: Positions): Range[] {
  const out: Range[] = [];
  for (let i = 0; i < positions.length; i += 4) out.push(firstRange(positions.slice(i, i + 4)));
  return out;
}
