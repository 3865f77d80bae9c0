/** The data files of the repository, for tests. */
import { readFileSync } from 'node:fs';
import type { Resources } from '../../../server/src/base/resources';
import { openLanguage, type Language } from '../../../server/src/language/language';

export const nodeResources: Resources = {
  read: name => readFileSync(new URL(`../../../server/data/${name}`, import.meta.url)),
};

let language: Language | undefined;

/** One `Language` for all tests of a run. */
export function testLanguage(): Language {
  return (language ??= openLanguage(nodeResources));
}
