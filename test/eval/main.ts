/** `npm run eval`: measures the product on annotated articles, damaged text, clean text and files of every encoding. `--help` lists the sections. */
import fs from 'node:fs';
import { Command } from 'commander';
import { measureArticles, printArticles, summary } from './articles';

const program = new Command('eval')
  .option('--only <section>', 'run only sections whose name contains this: articles, repair, alarms, detection, cluener', '')
  .option('--part <parts>', 'parts of the articles: seeds,dev,kept-aside', 'seeds,dev,kept-aside')
  .option('--notes', 'print every single error', false)
  .option('--json <file>', 'write the figures to a file')
  .parse();
const options = program.opts<{ only: string; part: string; notes: boolean; json?: string }>();

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
};

async function main(): Promise<void> {
  for (const [name, section] of Object.entries(sections)) {
    if (!name.includes(options.only)) continue;
    const started = performance.now();
    console.log(`\n== ${name}`);
    results[name] = await section();
    console.log(`(${name}: ${((performance.now() - started) / 1000).toFixed(1)} s)`);
  }
  if (options.json) fs.writeFileSync(options.json, `${JSON.stringify(results, (_key, value: unknown) => (typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value), 1)}\n`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
