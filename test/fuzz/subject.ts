/** What is fuzzed: bundled once and loaded twice, so that the memory of one copy cannot make the other agree with it. */
export { applyEdits } from '../../server/src/base/edits';
export { detectEncoding } from '../../server/src/language/detection';
export { openLanguage } from '../../server/src/language/language';
export { nodeResources } from '../../server/src/node/resources';
export { createArticleService } from '../../server/src/service';
