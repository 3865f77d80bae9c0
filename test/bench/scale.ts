/**
 * `npm run bench:scale`: the command line over thousands of articles, generated from our own ones and partly damaged.
 * Prints clock time, processor time and peak memory; both should grow with the number of articles and not faster.
 * `--json-lines FILE` writes the articles as lines for `wenzhen stream` instead, such as for GNU parallel.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { randomSite, throughMirror } from '../eval/damage/mirrorSite';
import { pick, seededRandom } from '../eval/damage/random';
import { ownSentences } from '../eval/damage/texts';
import { table } from '../eval/tally';
import { memoryOf, processorTimeOf } from '../proc';
import { generatedPages } from './texts';

const CLI = path.join(__dirname, '../../server/dist/cli.js');
const options = new Command('bench:scale')
  .option('--articles <numbers>', 'how many articles, a list', '1000,10000')
  .option('--damaged <share>', 'share of articles that come from a mirror site', '0.2')
  .option('--json-lines <file>', 'write lines for `wenzhen stream` and stop')
  .option('--megabytes <number>', 'size of the lines to write', '100')
  .parse()
  .opts<{ articles: string; damaged: string; jsonLines?: string; megabytes: string }>();

/** The same for every count: fewer articles are the first of more, from the same mirror sites. */
const SEED = 100_000;

/** Articles without end, each different. */
function* articles(): Generator<string> {
  const random = seededRandom(SEED);
  const sites = Array.from({ length: 8 }, () => randomSite(ownSentences(), random));
  for (let batch = 1; ; batch++) {
    for (const page of generatedPages(50, 400 + 800 * random(), SEED * 1000 + batch))
      yield (random() < Number(options.damaged) ? throughMirror(page, pick(sites, random), random) : null) ?? page;
  }
}

interface Run {
  readonly seconds: number;
  readonly processor: number;
  readonly memory: number;
  readonly status: number | null;
}

/** Runs the command line and watches its process. */
function watch(args: readonly string[]): Promise<Run> {
  return new Promise(resolve => {
    const started = performance.now();
    const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'ignore', 'ignore'] });
    let memory = NaN;
    let processor = NaN;
    const timer = setInterval(() => {
      const peak = memoryOf(child.pid, 'peak');
      // The process may have just ended: what was seen last counts.
      if (Number.isNaN(peak)) return;
      memory = peak;
      processor = processorTimeOf(child.pid);
    }, 50);
    child.once('exit', status => {
      clearInterval(timer);
      resolve({ seconds: (performance.now() - started) / 1000, processor, memory, status });
    });
  });
}

async function main(): Promise<void> {
  if (options.jsonLines !== undefined) {
    const out = fs.openSync(options.jsonLines, 'w');
    let written = 0;
    let id = 0;
    for (const text of articles()) {
      const line = `${JSON.stringify({ id: ++id, text })}\n`;
      fs.writeSync(out, line);
      written += Buffer.byteLength(line);
      if (written >= Number(options.megabytes) * 1e6) break;
    }
    fs.closeSync(out);
    console.log(`${id} articles, ${(written / 1e6).toFixed(0)} MB`);
    return;
  }
  const rows: (string | number)[][] = [];
  for (const count of options.articles.split(',').map(Number)) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wenzhen-scale-'));
    let bytes = 0;
    let n = 0;
    for (const text of articles()) {
      const inner = path.join(folder, String(Math.floor(n / 1000)));
      if (n % 1000 === 0) fs.mkdirSync(inner);
      fs.writeFileSync(path.join(inner, `${n}.article`), text);
      bytes += Buffer.byteLength(text);
      if (++n === count) break;
    }
    const run = await watch(['check', folder, '--format', 'json']);
    rows.push([
      count,
      (bytes / 1e6).toFixed(1),
      run.seconds.toFixed(1),
      run.processor.toFixed(1),
      ((1000 * run.processor) / count).toFixed(1),
      run.memory.toFixed(0),
      String(run.status),
    ]);
    fs.rmSync(folder, { recursive: true });
  }
  console.log(table(['articles', 'MB', 'seconds', 'processor s', 'ms each', 'peak MB', 'exit'], rows));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
