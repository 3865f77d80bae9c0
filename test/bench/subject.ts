/** What is measured: bundled once by `main.ts`, since the loader of TypeScript slows inner functions down. */
export { TextDocument } from 'vscode-languageserver-textdocument';
export { diagnostics } from '../../server/src/features/diagnostics';
export { documentSymbols } from '../../server/src/features/documentSymbols';
export { tokenEdits, tokenPieces } from '../../server/src/features/semanticTokens';
export { openLanguage } from '../../server/src/language/language';
export { nodeResources } from '../../server/src/node/resources';
export { createArticleService, DEFAULT_SETTINGS } from '../../server/src/service';
export { Collection } from '../../server/src/workspace/collection';
export { summarise } from '../../server/src/workspace/summary';
