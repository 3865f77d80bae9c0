/**
 * `npm run bench:collection`: the server over folders of generated articles. Prints how long the index takes (clock and processor),
 * the highest memory, for how much work of the server a request had to wait meanwhile, and a second start over
 * the same folder, where nothing is parsed again.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { quantile, table } from '../eval/tally';
import { startServer } from './server';
import { generatedPages } from './texts';

const options = new Command('bench:collection')
  .option('--articles <numbers>', 'how many articles, a list', '1000,10000')
  .option('--length <characters>', 'of an article', '700')
  .parse()
  .opts<{ articles: string; length: string }>();

/** Milliseconds between two requests while the index is built. */
const INTERVAL = 15;

interface Run {
  readonly seconds: number;
  readonly processor: number;
  readonly peak: number;
  readonly waits: readonly number[];
}

/** From the start of the server until its index is complete. */
async function index(folder: string, storage: string, save: boolean): Promise<Run> {
  const started = performance.now();
  const session = await startServer({ uri: pathToFileURL(folder).href, storage });
  const waits: number[] = [];
  const ended = new Promise<void>(resolve =>
    session.connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
      if (value.kind === 'end') resolve();
    }),
  );
  let building = true;
  const asking = (async () => {
    while (building) {
      const busy = session.busy();
      await session.connection.sendRequest('textDocument/hover', {
        textDocument: { uri: 'file:///nothing' },
        position: { line: 0, character: 0 },
      });
      waits.push(session.busy() - busy);
      await new Promise(resolve => setTimeout(resolve, INTERVAL));
    }
  })();
  await ended;
  const seconds = (performance.now() - started) / 1000;
  const processor = session.processor();
  if (save) await written(path.join(storage, 'collection.ndjson'));
  building = false;
  await asking;
  const peak = session.memory('peak');
  await session.close();
  return { seconds, processor, peak, waits };
}

/** Waits until the server has written a file, as it does a little after the index is complete. */
async function written(file: string): Promise<void> {
  const from = Date.now();
  while (!fs.existsSync(file) || fs.statSync(file).mtimeMs < from) await new Promise(resolve => setTimeout(resolve, 500));
}

async function main(): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const count of options.articles.split(',').map(Number)) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wenzhen-folder-'));
    const storage = fs.mkdtempSync(path.join(os.tmpdir(), 'wenzhen-storage-'));
    try {
      for (let from = 0; from < count; from += 1000) {
        const inner = path.join(folder, String(from / 1000));
        fs.mkdirSync(inner);
        for (const [n, page] of generatedPages(Math.min(1000, count - from), Number(options.length), 1 + from).entries())
          fs.writeFileSync(path.join(inner, `${n}.article`), page);
      }
      for (const start of ['first', 'second'] as const) {
        const { seconds, processor, peak, waits } = await index(folder, storage, start === 'first');
        rows.push([
          count,
          start,
          seconds.toFixed(1),
          processor.toFixed(1),
          (count / seconds).toFixed(0),
          peak.toFixed(0),
          quantile(waits, 0.5).toFixed(1),
          quantile(waits, 0.99).toFixed(1),
          Math.max(...waits).toFixed(1),
        ]);
      }
    } finally {
      for (const at of [folder, storage]) fs.rmSync(at, { recursive: true });
    }
  }
  console.log(table(['articles', 'start', 'seconds', 'processor s', 'articles/s', 'peak MB', 'wait p50 ms', 'p99', 'longest'], rows));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
