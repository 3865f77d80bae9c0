/** Bundles the product and loads it as often as asked, each time with its own memory. */
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { buildSync } from 'esbuild';
import type * as Subject from './subject';
import type { ArticleService } from '../../server/src/service';
import type { Language } from '../../server/src/language/language';

export const ROOT = path.join(__dirname, '../..');

export interface Loaded {
  readonly module: typeof Subject;
  readonly language: Language;
  readonly service: ArticleService;
}

/** Bundles a file of this folder for Node. @returns where the bundle is */
export function bundle(entry: string, name: string): string {
  const outfile = path.join(ROOT, 'out/fuzz', name);
  buildSync({
    entryPoints: [path.join(__dirname, entry)],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    outfile,
    logLevel: 'warning',
  });
  return outfile;
}

/** @param copies how many independent copies */
export function load(copies: number): Loaded[] {
  const first = bundle('subject.ts', 'subject-0.cjs');
  return Array.from({ length: copies }, (_, copy) => {
    const file = path.join(path.dirname(first), `subject-${copy}.cjs`);
    if (copy > 0) fs.copyFileSync(first, file);
    const module = createRequire(__filename)(file) as typeof Subject;
    const language = module.openLanguage(module.nodeResources(path.join(ROOT, 'server/data')));
    return { module, language, service: module.createArticleService(language) };
  });
}
