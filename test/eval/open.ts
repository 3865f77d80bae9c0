/** Opens the product the way the programs do, for everything that measures it. */
import path from 'node:path';
import { openLanguage } from '../../server/src/language/language';
import { nodeResources } from '../../server/src/node/resources';
import { createArticleService } from '../../server/src/service';

export const ROOT = path.join(__dirname, '../..');
/** Where the annotated seeds and the clean text are, on machines that have them; see `--shared`. */
export const SHARED = process.env['WENZHEN_SHARED'] ?? path.join(ROOT, '../shared');

export const language = openLanguage(nodeResources(path.join(ROOT, 'server/data')));
export const service = createArticleService(language);
