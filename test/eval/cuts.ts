/** Cut sentences at scale: lines of clean articles cut at random places, and warnings on clean text of which nothing was cut. */
import fs from 'node:fs';
import path from 'node:path';
import { articlesOf } from './gold';
import { pick, seededRandom } from './damage/random';
import { service } from './open';
import { SHARED } from './paths';
import { percent, Tally } from './tally';

const CODES = new Set(['sentence.truncated', 'sentence.missing-text', 'sentence.unbalanced']);

/** How a line was cut. */
type Cut = 'after a comma' | 'in a clause' | 'in a bracket or quote' | 'head kept short';

/** What was found of the cuts, and what was warned about besides. */
export interface CutReport {
  readonly byCut: Readonly<Record<string, Tally>>;
  /** Lines that were not cut and are warned about, in the cut articles. */
  falseLines: number;
  /** Lines of clean text with a warning. */
  cleanWarnings: number;
  cleanCharacters: number;
  readonly missed: string[];
  readonly alarms: string[];
}

/** Cuts about one body line in four; never right behind a final mark, where nothing is missing. */
export function measureCuts(rounds: number): CutReport {
  const random = seededRandom(404);
  const report: CutReport = { byCut: {}, falseLines: 0, cleanWarnings: 0, cleanCharacters: 0, missed: [], alarms: [] };
  // Of articles that are kept aside nothing is told but the sums.
  const articles = (['dev', 'kept-aside'] as const).flatMap(part =>
    articlesOf(part)
      .filter(article => article.gold.truncations.length === 0 && article.gold.excerpt === undefined)
      .map(({ text }) => ({ text, isTold: part === 'dev' })),
  );
  for (let round = 0; round < rounds; round++) {
    for (const { text, isTold } of articles) {
      const lines = text.split('\n');
      const cuts = new Map<number, Cut>();
      lines.forEach((line, index) => {
        if (!/[。！？][”」]?$/.test(line) || line.length < 30 || random() > 1 / 4) return;
        const kind = pick(['after a comma', 'in a clause', 'in a clause', 'in a bracket or quote', 'head kept short'] as const, random);
        const cut = cutLine(line, kind, random);
        if (cut === null) return;
        lines[index] = cut;
        cuts.set(index, kind);
      });
      judge(lines, cuts, report, isTold);
    }
  }
  // Transcripts, one paragraph a line; in the other files a line may end inside a sentence.
  const news = path.join(SHARED, 'data/news_2022_2023.txt');
  const lines = fs.existsSync(news) ? fs.readFileSync(news, 'utf8').split('\n') : [];
  for (let at = 0; at < lines.length; at += 80) {
    const text = lines.slice(at, at + 20).join('\n');
    report.cleanCharacters += text.length;
    for (const finding of service.parse(text).findings) {
      if (!CODES.has(finding.code) || finding.severity === 'hint') continue;
      report.cleanWarnings++;
      report.alarms.push(`${finding.code}: ${text.slice(Math.max(0, finding.start - 30), finding.end + 6).replace(/\n/g, '⏎')}`);
    }
  }
  return report;
}

function cutLine(line: string, kind: Cut, random: () => number): string | null {
  const places: number[] = [];
  for (let i = 12; i < line.length - 3; i++) {
    const before = line[i - 1]!;
    if (/[。！？：]/.test(before) || /[。！？”」；]/.test(line[i]!)) continue;
    const open = (line.slice(0, i).match(/[“「（《]/g)?.length ?? 0) > (line.slice(0, i).match(/[”」）》]/g)?.length ?? 0);
    if (
      kind === 'after a comma'
        ? before === '，' && !open
        : kind === 'in a bracket or quote'
          ? open
          : kind === 'in a clause'
            ? !open && /[\u4e00-\u9fff]/.test(before) && /[\u4e00-\u9fff]/.test(line[i]!)
            : !open && i < 30 && /[\u4e00-\u9fff]/.test(before)
    )
      places.push(i);
  }
  return places.length === 0 ? null : line.slice(0, pick(places, random));
}

/** Counts what was found; what was missed or wrong is kept in words where it may be told. */
function judge(lines: readonly string[], cuts: ReadonlyMap<number, Cut>, report: CutReport, isTold: boolean): void {
  const text = lines.join('\n');
  const warned = new Set<number>();
  for (const finding of service.parse(text).findings)
    if (CODES.has(finding.code) && finding.severity !== 'hint') warned.add(text.slice(0, finding.start).split('\n').length - 1);
  for (const [line, kind] of cuts) {
    const tally = ((report.byCut as Record<string, Tally>)[kind] ??= new Tally());
    if (warned.has(line)) tally.hit++;
    else {
      tally.missed++;
      if (isTold) report.missed.push(`${kind}: …${lines[line]!.slice(-22)}⏎`);
    }
  }
  for (const line of warned)
    if (!cuts.has(line)) {
      report.falseLines++;
      if (isTold) report.alarms.push(`not cut: ${lines[line]!.slice(-40)}⏎${lines[line + 1]?.slice(0, 10) ?? ''}`);
    }
}

export function printCuts(report: CutReport, limit: number): void {
  const all = Object.values(report.byCut).reduce((sum, tally) => sum.add(tally), new Tally());
  for (const [kind, tally] of Object.entries(report.byCut))
    console.log(`${kind}: ${tally.hit} of ${tally.hit + tally.missed} found (${percent(tally.recall)} %)`);
  console.log(
    `all: recall ${percent(all.recall)} %, precision ${percent(all.hit / Math.max(1, all.hit + report.falseLines))} %; clean text: ${report.cleanWarnings} warnings in ${report.cleanCharacters} characters`,
  );
  for (const note of [...report.missed.slice(0, limit), ...report.alarms.slice(0, limit)]) console.log(`  ${note}`);
}
