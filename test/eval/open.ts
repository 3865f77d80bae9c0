/** Opens the product the way the programs do, for everything that measures it. */
import path from 'node:path';
import { openLanguage } from '../../server/src/language/language';
import { nodeResources } from '../../server/src/node/resources';
import { createArticleService } from '../../server/src/service';
import { ROOT } from './paths';

export const language = openLanguage(nodeResources(path.join(ROOT, 'server/data')));
export const service = createArticleService(language);
