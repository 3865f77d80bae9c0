import fs from 'node:fs';
import { service } from '../open';
const lines = fs.readFileSync('/work/shared/data/news_2022_2023.txt', 'utf8').split('\n');
const seen = new Map<string, string>(); let n = 0;
const t0 = performance.now();
for (let i = Number(process.argv[2] ?? 0); i < lines.length; i += 15) { n++; const text = lines[i]!; const a = service.parse(text).article; for (const p of a.persons) if (p.form === 'full' && !seen.has(p.text)) seen.set(p.text, `${p.text}\t${p.title ?? ''}\t${p.standing}\t…${text.slice(Math.max(0, p.start - 10), p.end + 10)}`); }
console.log(n, performance.now() - t0);
fs.writeFileSync('/tmp/p/news.txt', [...seen.values()].join('\n'));
