/**
 * `npm run eval`: measures the product on annotated articles, damaged text, clean text and
 * files of every encoding. `--help` lists the sections.
 */
import fs from 'node:fs';
import { Command } from 'commander';
import { measureAlarms, printAlarms } from './alarms';
import { measureArticles, printArticles, summary } from './articles';
import { measureKinds, measurePages, printKinds } from './damage/measure';
import { measureCluener } from './cluener';
import { measureCuts, printCuts } from './cuts';
import { measureDamagedArticles, printDamagedArticles } from './damagedArticles';
import { measureDetection } from './detection';
import { percent } from './tally';

const program = new Command('eval')
  .option('--only <sections>', 'a list of articles, damaged, repair, pages, cuts, detection, cluener, alarms; all where it is left out')
  .option('--part <parts>', 'parts of the articles: seeds,dev,kept-aside', 'seeds,dev,kept-aside')
  .option('--kind <name>', 'only kinds of damage whose name or family contains this', '')
  .option('--cases <number>', 'damaged sentences per kind', '40')
  .option('--share <share>', 'share of the clean text that is read for false alarms', '0.25')
  .option('--notes', 'print every single error', false)
  .option('--json <file>', 'write the figures to a file')
  .parse();
const options = program.opts<{ only?: string; part: string; kind: string; cases: string; share: string; notes: boolean; json?: string }>();

const results: Record<string, unknown> = {};

/** A section prints its tables and returns its figures. */
type Section = () => Promise<unknown> | unknown;

const sections: Record<string, Section> = {
  articles: () => {
    const parts = options.part.split(',');
    const reports = measureArticles(parts);
    printArticles(reports, { notes: options.notes });
    return Object.fromEntries(parts.map(part => [part, summary(reports, part)]));
  },
  damaged: () => {
    const part = options.part.split(',').includes('kept-aside') ? 'kept-aside' : 'dev';
    const results = measureDamagedArticles(part);
    printDamagedArticles(results, part, options);
    return Object.fromEntries(
      results.map(({ name, score, samePerson }) => [
        name,
        {
          officialF1: score.officials.f1,
          samePerson: samePerson.value,
          directiveF1: score.directives.f1,
          speaker: score.speakers.value,
          attributionF1: score.attributions.f1,
        },
      ]),
    );
  },
  repair: () => {
    const { results, baselines } = measureKinds(Number(options.cases), options.kind);
    printKinds(results, baselines, options);
    return Object.fromEntries(
      results.map(({ name, cases, exact, firstFive, likely, likelyRight, proven, provenRight }) => [
        name,
        { cases, exact: exact / cases, firstFive: firstFive / cases, likely, likelyRight, proven, provenRight },
      ]),
    );
  },
  pages: () => {
    const { failures, ...result } = measurePages(Math.max(100, 2 * Number(options.cases)));
    console.log(
      `mirror pages: ${result.pages}, exact to the last character ${percent(result.exactPages / result.pages)} %, wrong characters ${((1e4 * result.wrongCharacters) / result.characters).toFixed(1)} in 10,000, question marks in ${result.characters} characters: ${result.lostCharacters}; as fix-all writes them: ${percent(result.exactFiles / result.pages)} % exact, ${result.written} runs written, ${result.left} left`,
    );
    if (options.notes)
      for (const failure of failures)
        for (const [index, line] of failure.meant.split('\n').entries())
          if (line !== failure.repaired.split('\n')[index])
            console.log(`  meant    ${line}\n  repaired ${failure.repaired.split('\n')[index]}`);
    return result;
  },
  cuts: () => {
    const report = measureCuts(3);
    printCuts(report, options.notes ? Infinity : 12);
    return {
      byCut: Object.fromEntries(Object.entries(report.byCut).map(([kind, tally]) => [kind, tally.recall])),
      falseLines: report.falseLines,
      cleanWarnings: report.cleanWarnings,
      cleanCharacters: report.cleanCharacters,
    };
  },
  detection: () => measureDetection(),
  cluener: () => measureCluener(),
  alarms: () => {
    const reports = measureAlarms(Number(options.share));
    printAlarms(reports, options.notes ? Infinity : 12);
    return Object.fromEntries(
      Object.entries(reports).map(([name, { characters, alarms, changedPages }]) => [
        name,
        { characters, alarms: alarms.length, changedPages },
      ]),
    );
  },
};

async function main(): Promise<void> {
  const chosen = options.only?.split(',') ?? Object.keys(sections);
  for (const name of chosen) {
    const section = sections[name];
    if (!section) throw new Error(`there is no section ${name}, only ${Object.keys(sections).join(', ')}`);
    const started = performance.now();
    console.log(`\n== ${name}`);
    results[name] = await section();
    console.log(`(${name}: ${((performance.now() - started) / 1000).toFixed(1)} s)`);
  }
  if (options.json)
    fs.writeFileSync(
      options.json,
      `${JSON.stringify(results, (_key, value: unknown) => (typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value), 1)}\n`,
    );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
