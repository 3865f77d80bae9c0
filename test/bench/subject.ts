/** What is measured: bundled once by `main.ts`, since the loader of TypeScript slows inner functions down. */
export { openLanguage } from '../../server/src/language/language';
export { nodeResources } from '../../server/src/node/resources';
export { createArticleService, DEFAULT_SETTINGS } from '../../server/src/service';
export { Collection } from '../../server/src/workspace/collection';
export { summarise } from '../../server/src/workspace/summary';
