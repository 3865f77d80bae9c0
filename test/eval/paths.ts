/** Where things are, without loading the product. */
import path from 'node:path';

export const ROOT = path.join(__dirname, '../..');
/** Where the annotated seeds and the clean text are, on machines that have them. */
export const SHARED = process.env['WENZHEN_SHARED'] ?? path.join(ROOT, '../shared');
