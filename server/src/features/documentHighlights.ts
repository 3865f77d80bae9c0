/** All mentions of the person or phrase under the caret. */
import { DocumentHighlightKind, type DocumentHighlight } from 'vscode-languageserver-types';
import type { FeatureDocument } from './context';
import { entityAt, mentionsHere } from './entities';

/** @returns an empty list where neither a person nor a phrase stands */
export function documentHighlights(doc: FeatureDocument, offset: number): DocumentHighlight[] {
  const entity = entityAt(doc, offset);
  return entity ? mentionsHere(doc, entity).map(range => ({ range, kind: DocumentHighlightKind.Read })) : [];
}
