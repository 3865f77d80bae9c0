/** jieba's native build, loaded from the copies that the bundler puts beside the server: its own index.js cannot be bundled. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TagWords, Tagger } from './tagger';

interface Binding {
  load(dictionary: string, hmm: string, user: string, idf: string, stopWords: string): boolean;
  tag(text: string): { word: string; tag: string }[];
}

/** The dictionaries, in the order in which the binding takes them. */
const DICTIONARIES = ['jieba.dict.utf8', 'hmm_model.utf8', 'user.dict.utf8', 'idf.utf8', 'stop_words.utf8'];

/**
 * Loads the binding and its dictionaries, which takes one to two seconds and 250 MB. To be called in a process of its own: a missing
 * dictionary would abort the whole process, which no `catch` can prevent, so they are looked for first.
 * @param folder where `nodejieba-PLATFORM-ARCH.node` and `dict/` are
 * @throws Error when there is no build for this platform, or a dictionary is missing or empty
 */
export function loadNodejieba(folder: string): Tagger {
  const file = join(folder, `nodejieba-${process.platform}-${process.arch}.node`);
  if (!existsSync(file)) throw new Error(`no native build at ${file}`);
  const dictionaries = DICTIONARIES.map(name => join(folder, 'dict', name));
  for (const dictionary of dictionaries)
    if (!existsSync(dictionary) || statSync(dictionary).size === 0) throw new Error(`no dictionary at ${dictionary}`);
  const module = { exports: {} as Binding };
  process.dlopen(module, file);
  const [dictionary, hmm, user, idf, stopWords] = dictionaries as [string, string, string, string, string];
  module.exports.load(dictionary, hmm, user, idf, stopWords);
  const tagWords: TagWords = text => module.exports.tag(text);
  return { name: 'nodejieba', tagWords };
}
