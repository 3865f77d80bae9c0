/** False alarms: warnings on, and changes of, clean text. Every alarm is printed, to be read: some of that text is damaged itself. */
import fs from 'node:fs';
import path from 'node:path';
import * as OpenCC from 'opencc-js';
import { casesOf, textOf } from '../cases/cases';
import { articlesOf } from './gold';
import { service } from './open';
import { SHARED } from './paths';

/** A warning on clean text. */
export interface Alarm {
  readonly where: string;
  readonly code: string;
  readonly text: string;
  readonly around: string;
}

/** The alarms on some text. */
export interface AlarmReport {
  characters: number;
  readonly alarms: Alarm[];
  changedPages: number;
}

/** Text is parsed in pages of this many characters, as articles come; a page's evidence must not leak into others. */
const PAGE = 6000;

function scan(where: string, text: string, report: AlarmReport, codes: RegExp): void {
  const parsed = service.parse(text);
  report.characters += text.length;
  if (parsed.reading.text !== text) report.changedPages++;
  for (const finding of parsed.findings) {
    if (!codes.test(finding.code)) continue;
    if (finding.severity === 'hint' && finding.repair === null) continue;
    if (finding.severity === 'hint' && (finding.code === 'encoding.width' || finding.code === 'encoding.mixed-script')) continue;
    report.alarms.push({
      where,
      code: finding.code,
      text: text.slice(finding.start, Math.min(finding.end, finding.start + 20)),
      around: text
        .slice(Math.max(0, finding.start - 12), finding.end + 12)
        .replace(/\n/g, '⏎')
        .slice(0, 60),
    });
  }
}

function pages(text: string): string[] {
  const out: string[] = [];
  let page = '';
  for (const line of text.split('\n')) {
    page += `${line}\n`;
    if (page.length > PAGE) {
      out.push(page);
      page = '';
    }
  }
  return page === '' ? out : [...out, page];
}

/** All clean text there is, simplified and converted; traps last. `share` thins out the big files. */
export function measureAlarms(share: number): Record<string, AlarmReport> {
  const reports: Record<string, AlarmReport> = {};
  const convert = OpenCC.Converter({ from: 'cn', to: 'tw' });
  const run = (name: string, texts: readonly (readonly [string, string])[]) => {
    const report: AlarmReport = (reports[name] = { characters: 0, alarms: [], changedPages: 0 });
    for (const [where, text] of texts) scan(where, text, report, /^(?:encoding|outline)\./);
    return report;
  };
  for (const file of ['news_2022_2023.txt', 'gov_reports.txt']) {
    const full = path.join(SHARED, 'data', file);
    if (!fs.existsSync(full)) continue;
    const every = Math.max(1, Math.round(1 / share));
    const chosen = pages(fs.readFileSync(full, 'utf8'))
      .map((page, index) => [`${file}#${index}`, page] as const)
      .filter((_, index) => index % every === 0);
    run(file, chosen);
    run(
      `${file}, traditional`,
      chosen.map(([where, page]) => [where, convert(page)] as const),
    );
  }
  const own = (part: 'dev' | 'kept-aside') => articlesOf(part).map(article => [article.id, article.text] as const);
  run('own articles', own('dev'));
  // Of articles that are kept aside nothing is told but the sums.
  const { alarms } = run('articles kept aside', own('kept-aside'));
  alarms.splice(0, alarms.length, ...alarms.map(({ code }) => ({ where: '…', code, text: '', around: '' })));
  run(
    'traps',
    casesOf('negative').map(({ case: { name, text } }) => [name, textOf(text)] as const),
  );
  return reports;
}

export function printAlarms(reports: Record<string, AlarmReport>, limit: number): void {
  for (const [name, report] of Object.entries(reports)) {
    console.log(`${name}: ${report.characters} characters, ${report.alarms.length} alarms, ${report.changedPages} pages changed`);
    for (const alarm of report.alarms.slice(0, limit))
      console.log(`  ${alarm.code} ${alarm.where} ${JSON.stringify(alarm.text)} in ${JSON.stringify(alarm.around)}`);
  }
}
