/**
 * Text that the product's counts have never seen: our own articles and, where they are, sentences of another genre. Articles that are kept
 * aside are left out: what fails is printed in words, and a draw must not change with every article that is added there.
 */
import fs from 'node:fs';
import path from 'node:path';
import { articlesOf } from '../gold';
import { SHARED } from '../paths';

/** Whole articles of `dev/`, simplified ones only. */
export function ownArticles(): string[] {
  return articlesOf('dev')
    .filter(article => article.gold.script === 'hans')
    .map(article => article.text.trim());
}

/** Complete sentences of 12 to 90 characters from `ownArticles`. */
export function ownSentences(): string[] {
  const sentences = ownArticles()
    .flatMap(text => text.split('\n'))
    .flatMap(line => line.split(/(?<=[。！？])(?![”』」])/))
    .map(s => s.trim())
    .filter(s => s.length >= 12 && s.length <= 90 && /[\u4e00-\u9fff][。！？]$/.test(s));
  return [...new Set(sentences)];
}

/** Sentences labelled for another task, from other genres; empty where the data is not there. Only to measure on. */
export function foreignSentences(): string[] {
  const file = path.join(SHARED, 'data/cluener_train.jsonl');
  if (!fs.existsSync(file)) return [];
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => (JSON.parse(line) as { text: string }).text)
    .filter(text => text.length >= 16 && text.length <= 60 && /^[\u4e00-\u9fff，。、；：“”！？（）《》0-9]+$/.test(text));
}
