import fs from 'node:fs';
import { language, service } from '../open';
import { recognisePersons } from '../../../server/src/article/persons/persons';
import { findSlogans } from '../../../server/src/slogans/find';
import { findOfficials } from '../../../server/src/people/officials';
const lines = fs.readFileSync('/work/shared/data/news_2022_2023.txt', 'utf8').split('\n');
const arts: string[] = []; for (let i = 0; i + 12 < 5000; i += 12) arts.push(lines.slice(i, i + 12).join('\n'));
const parsed = arts.map(a => service.parse(a)); parsed.forEach(p => p.article);
const chars = arts.reduce((s, a) => s + Buffer.byteLength(a), 0);
const cpu = (name: string, f: () => void) => { const a = process.cpuUsage(); f(); const b = process.cpuUsage(a); console.log(name, (chars / 1e6 / ((b.user + b.system) / 1e6)).toFixed(1), 'MB/s'); };
const words = language.words; const fresh = () => ({ has: (w: string) => words.has(w), frequency: (w: string) => words.frequency(w), tag: (w: string) => words.tag(w) }) as any;
for (let k = 0; k < 14; k++) { const w = fresh(); cpu('persons', () => parsed.forEach(p => recognisePersons(p.reading, p.article.blocks, w))); }
cpu('slogans', () => parsed.forEach(p => findSlogans(p.article, language)));
cpu('officials', () => parsed.forEach(p => findOfficials(p.article)));
