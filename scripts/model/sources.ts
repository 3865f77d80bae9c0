/** What the model is counted from: text files and the word list of cppjieba. */
import { existsSync, readFileSync } from 'node:fs';

/** A word of the word list. */
export interface DictionaryWord {
  /** As listed, not folded. */
  readonly word: string;
  readonly frequency: number;
  /** Part of speech in jieba's tag set. */
  readonly tag: string;
}

/** The files that are counted when none are named; those that do not exist are skipped. */
export const DEFAULT_TEXTS = ['../shared/data/news_2022_2023.txt', '../shared/data/gov_reports.txt'];

/** The word list of cppjieba, as nodejieba brings it along. */
export const DICTIONARY = 'node_modules/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8';

/** Texts as UTF-8; headings of Markdown and runs of blank lines are dropped. */
export function readTexts(files: readonly string[]): string[] {
  return files
    .filter(file => existsSync(file))
    .map(file =>
      readFileSync(file, 'utf8')
        .replace(/^#+ .*$/gm, '')
        .replace(/\n[\s\u3000]*\n/g, '\n'),
    );
}

/** Rows are `word frequency tag`; words of Latin letters only are left out. */
export function readDictionary(file: string): DictionaryWord[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap(row => {
      const fields = row.trim().split(' ');
      if (fields.length < 3) return [];
      const tag = fields.pop()!;
      const frequency = Number(fields.pop());
      const word = fields.join(' ');
      return /[\u3400-\u9fff]/.test(word) ? [{ word, frequency, tag }] : [];
    });
}
