/** The standard requests about one document; each is handed over to its feature. */
import { MarkupKind } from 'vscode-languageserver';
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

import { required } from './params';
import type { Session } from './session';

/** Handles the requests. Call once, before listening. */
export function registerLanguageFeatures(session: Session): void {
  const { connection } = session;
  connection.onDocumentSymbol((params, token) => session.answer(params, token, [], 'newest', documentSymbols, 'findings'));
  connection.onFoldingRanges((params, token) => session.answer(params, token, [], 'newest', foldingRanges));
  connection.onCodeLens((params, token) => session.answer(params, token, [], 'newest', doc => codeLenses(doc, session.collection)));
  connection.onCodeAction((params, token) =>
    session.answer(required(params, 'range', 'context'), token, [], 'same', doc =>
      codeActions(doc, params.range, params.context, text => session.service.parse(text, doc.parsed.settings)),
    ),
  );
  connection.languages.inlayHint.on((params, token) =>
    session.answer(required(params, 'range'), token, [], 'same', doc => inlayHints(doc, params.range)),
  );
  connection.onSelectionRanges((params, token) =>
    session.answer(required(params, 'positions'), token, [], 'same', async doc =>
      selectionRanges(doc, params.positions, await wordsAt(doc, params.positions, session.runtime.segmenter)),
    ),
  );

  const formats = session.params.capabilities.textDocument?.hover?.contentFormat;
  const markup = formats && !formats.includes(MarkupKind.Markdown) ? MarkupKind.PlainText : MarkupKind.Markdown;
  connection.onHover((params, token) =>
    session.answerAt(params, token, null, (doc, offset) => hover(doc, offset, session.collection, markup)),
  );
  connection.onDefinition((params, token) =>
    session.answerAt(params, token, null, (doc, offset) => definition(doc, offset, session.collection)),
  );
  connection.onReferences((params, token) =>
    session.answerAt(params, token, [], (doc, offset) => references(doc, offset, session.collection)),
  );
  connection.onDocumentHighlight((params, token) => session.answerAt(params, token, [], documentHighlights));
  connection.onCompletion((params, token) =>
    session.answerAt(params, token, null, (doc, offset) => completion(doc, offset, session.romaniser, session.collection)),
  );
}
