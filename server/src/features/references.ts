/** All places where a person or a phrase stands, in this article and in the collection. */
import type { Location } from 'vscode-languageserver-types';
import type { Collection } from '../workspace/collection';
import type { FeatureDocument } from './context';
import { entityAt, mentionsElsewhere, mentionsHere } from './entities';

/** @returns this document's places first; empty where neither a person nor a phrase stands */
export function references(doc: FeatureDocument, offset: number, collection?: Collection): Location[] {
  const entity = entityAt(doc, offset);
  if (!entity) return [];
  const here = mentionsHere(doc, entity).map(range => ({ uri: doc.document.uri, range }));
  return collection ? [...here, ...mentionsElsewhere(doc, entity, collection)] : here;
}
