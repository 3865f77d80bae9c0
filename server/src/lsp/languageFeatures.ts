/** The standard requests about one document: each a line that hands over to its feature. */
import type { ServerCapabilities } from 'vscode-languageserver';
import { codeActions, FIX_ALL } from '../features/codeActions';
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
import { semanticTokens, TOKEN_TYPES } from '../features/semanticTokens';
import { wordsAt } from '../features/words';
import { Romaniser } from '../workspace/romanised';
import type { Session } from './session';

/** What this part of the server offers. */
export const LANGUAGE_CAPABILITIES = {
  documentSymbolProvider: { label: 'Wenzhen' },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  completionProvider: { triggerCharacters: ['、'] },
  codeLensProvider: {},
  codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] },
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  inlayHintProvider: true,
  semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] }, full: true, range: true },
} satisfies ServerCapabilities;

/** Handles the requests. Call once, before listening. */
export function registerLanguageFeatures(session: Session): void {
  const { connection } = session;
  connection.onDocumentSymbol(({ textDocument: { uri } }, token) => session.answer(uri, token, [], 'newest', documentSymbols));
  connection.onFoldingRanges(({ textDocument: { uri } }, token) => session.answer(uri, token, [], 'newest', foldingRanges));
  connection.onCodeAction(({ textDocument: { uri }, range, context }, token) => session.answer(uri, token, [], 'same', doc => codeActions(doc, range, context)));
  connection.onSelectionRanges(({ textDocument: { uri }, positions }, token) => session.answer(uri, token, [], 'same', async doc => selectionRanges(doc, positions, await wordsAt(doc, positions, session.runtime.segmenter))));
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }, token) => session.answer(uri, token, [], 'same', doc => inlayHints(doc, range)));
  connection.languages.semanticTokens.on(({ textDocument: { uri } }, token) => session.answer(uri, token, { data: [] }, 'newest', doc => semanticTokens(doc)));
  connection.languages.semanticTokens.onRange(({ textDocument: { uri }, range }, token) => session.answer(uri, token, { data: [] }, 'same', doc => semanticTokens(doc, range)));
  connection.onHover(({ textDocument: { uri }, position }, token) => session.answer(uri, token, null, 'same', doc => hover(doc, doc.document.offsetAt(position), session.collection)));
  const romaniser = new Romaniser(session.language.pinyin);
  connection.onDefinition(({ textDocument: { uri }, position }, token) => session.answer(uri, token, null, 'same', doc => definition(doc, doc.document.offsetAt(position), session.collection)));
  connection.onReferences(({ textDocument: { uri }, position }, token) => session.answer(uri, token, [], 'same', doc => references(doc, doc.document.offsetAt(position), session.collection)));
  connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) => session.answer(uri, token, [], 'same', doc => documentHighlights(doc, doc.document.offsetAt(position))));
  connection.onCompletion(({ textDocument: { uri }, position }, token) => session.answer(uri, token, null, 'same', doc => completion(doc, doc.document.offsetAt(position), romaniser, session.collection)));
  connection.onCodeLens(({ textDocument: { uri } }, token) => session.answer(uri, token, [], 'newest', doc => codeLenses(doc, session.collection)));
}
