/**
 * Builds the language data: `npm run model [text files…]`.
 * Without arguments it counts the project's shared texts when they are there.
 */
import { fileURLToPath } from 'node:url';
import { writeScriptTable } from './scriptTable';

const root = new URL('../../', import.meta.url);
const path = (relative: string): string => fileURLToPath(new URL(relative, root));

writeScriptTable(path('server/src/language/scriptTable.ts'));
