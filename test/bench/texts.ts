/** Text to measure on. Results are kept per line, so every line here stands only once: otherwise the memory is measured, not the work. */
import fs from 'node:fs';
import path from 'node:path';
import { randomSite, throughMirror } from '../eval/damage/mirrorSite';
import { pick, seededRandom } from '../eval/damage/random';
import { ownSentences } from '../eval/damage/texts';
import { articlesOf } from '../eval/gold';

const ROOT = path.join(__dirname, '../..');

/**
 * Pages of clean simplified text of about `pageLength` characters, made of sentences of our own
 * articles in ever new order and with other numbers.
 */
export function generatedPages(count: number, pageLength: number, seed: number): string[] {
  const random = seededRandom(seed);
  const sentences = ownSentences();
  const heads = ['市委召开专题会议', '县政府常务会议召开', '全省工作推进会举行', '区领导调研基层治理'];
  return Array.from({ length: count }, (_, page) => {
    const lines = [`${pick(heads, random)}（第${seed}-${page + 1}期）`, ''];
    let length = 0;
    while (length < pageLength) {
      let line = '';
      const target = 80 + 240 * random();
      while (line.length < target)
        line += pick(sentences, random).replace(/\d+/g, number => String(Math.floor(random() * 10 ** Math.min(6, number.length)) + 1));
      lines.push(line);
      length += line.length + 1;
    }
    return `${lines.join('\n')}\n`;
  });
}

/** Pages of real text, each once; empty where it is not there. */
export function newsPages(shared: string, pageLength: number): string[] {
  const file = path.join(shared, 'data/news_2022_2023.txt');
  if (!fs.existsSync(file)) return [];
  const pages: string[] = [];
  let page = '';
  for (const line of new Set(fs.readFileSync(file, 'utf8').split('\n'))) {
    page += `${line}\n`;
    if (page.length >= pageLength) {
      pages.push(page);
      page = '';
    }
  }
  return pages;
}

/** The same kind of pages after a mirror site. */
export function mirrorPages(count: number, pageLength: number, seed: number): string[] {
  const random = seededRandom(seed + 7);
  const sites = Array.from({ length: 4 }, () => ({
    ...randomSite(ownSentences(), random),
    inserted: ',' as const,
    insertRate: 0.9,
    vanish: true,
    fold: true,
    traditional: true,
    tones: true,
  }));
  const annotated = sites.map(site => ({ ...site, annotated: site.annotated.slice(0, 80) }));
  return generatedPages(count, pageLength, seed)
    .map(page => throughMirror(page, pick(annotated, random), random))
    .filter(page => page !== null);
}

/** The five seeds as they were found. */
export function seeds(): { readonly name: string; readonly text: string }[] {
  const folder = path.join(ROOT, 'seeds');
  return fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.txt'))
    .sort()
    .map(name => ({ name, text: fs.readFileSync(path.join(folder, name), 'utf8') }));
}

/** How many articles the text is made of: named in the report. */
export function articleCount(): number {
  return articlesOf('dev').length;
}
