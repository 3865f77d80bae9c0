/** The standard requests about one document: each a line that hands over to its feature. */
import { codeActions } from '../features/codeActions';
import { codeLenses } from '../features/codeLenses';
import { completion } from '../features/completion';
import { definition } from '../features/definition';
import { documentHighlights } from '../features/documentHighlights';
import { documentSymbols } from '../features/documentSymbols';
import { foldingRanges } from '../features/foldingRanges';
import { hover } from '../features/hover/hover';
import { inlayHints } from '../features/inlayHints';
import { references } from '../features/references';
import { selectionRanges } from '../features/selectionRanges';
import { wordsAt } from '../features/words';
import { Romaniser } from '../workspace/romanised';
import type { Session } from './session';

/** Handles the requests. Call once, before listening. */
export function registerLanguageFeatures(session: Session): void {
  const { connection } = session;
  connection.onDocumentSymbol(({ textDocument: { uri } }, token) => session.answer(uri, token, [], 'newest', documentSymbols, 'findings'));
  connection.onFoldingRanges(({ textDocument: { uri } }, token) => session.answer(uri, token, [], 'newest', foldingRanges));
  connection.onCodeAction(({ textDocument: { uri }, range, context }, token) => session.answer(uri, token, [], 'same', doc => codeActions(doc, range, context)));
  connection.onSelectionRanges(({ textDocument: { uri }, positions }, token) => session.answer(uri, token, [], 'same', async doc => selectionRanges(doc, positions, await wordsAt(doc, positions, session.runtime.segmenter))));
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }, token) => session.answer(uri, token, [], 'same', doc => inlayHints(doc, range)));
  connection.onHover(({ textDocument: { uri }, position }, token) => session.answer(uri, token, null, 'same', doc => hover(doc, doc.document.offsetAt(position), session.collection)));
  const romaniser = new Romaniser(session.language);
  connection.onDefinition(({ textDocument: { uri }, position }, token) => session.answer(uri, token, null, 'same', doc => definition(doc, doc.document.offsetAt(position), session.collection)));
  connection.onReferences(({ textDocument: { uri }, position }, token) => session.answer(uri, token, [], 'same', doc => references(doc, doc.document.offsetAt(position), session.collection)));
  connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) => session.answer(uri, token, [], 'same', doc => documentHighlights(doc, doc.document.offsetAt(position))));
  connection.onCompletion(({ textDocument: { uri }, position }, token) => session.answer(uri, token, null, 'same', doc => completion(doc, doc.document.offsetAt(position), romaniser, session.collection)));
  connection.onCodeLens(({ textDocument: { uri } }, token) => session.answer(uri, token, [], 'newest', doc => codeLenses(doc, session.collection)));
}
