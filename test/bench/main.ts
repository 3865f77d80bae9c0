/**
 * `npm run bench`: speed and latency (processor time), start-up (clock) and memory, beside
 * autocorrect-node on the same text in the same run.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import { Command } from 'commander';
import { buildSync } from 'esbuild';
import { autocorrect } from '../eval/damage/baselines';
import { pick, seededRandom } from '../eval/damage/random';
import { median, quantile } from '../eval/tally';
import { time, wait } from '../time';
import { figure, readFigures, report, writeFigures, type Figure } from './figures';
import { serverBuilt, startServer } from './server';
import type * as Subject from './subject';
import { articleCount, generatedPages, mirrorPages, newsPages, seeds } from './texts';

const ROOT = path.join(__dirname, '../..');
const RESULTS = path.join(__dirname, 'results.json');
const options = new Command('bench')
  .option(
    '--only <section>',
    'only sections whose name contains this: speed, keystroke, collection, server, activation, blocks, rounds',
    '',
  )
  .option('--write', 'write test/bench/results.json, to be committed', false)
  .parse()
  .opts<{ only: string; write: boolean }>();

const bundle = path.join(ROOT, 'out/bench/subject.cjs');
buildSync({
  entryPoints: [path.join(__dirname, 'subject.ts')],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  outfile: bundle,
  logLevel: 'warning',
});
const subject = createRequire(__filename)(bundle) as typeof Subject;
const service = subject.createArticleService(subject.openLanguage(subject.nodeResources(path.join(ROOT, 'server/data'))));
const peer = autocorrect();
const megabytes = (pages: readonly string[]) => pages.reduce((sum, page) => sum + Buffer.byteLength(page), 0) / 1e6;

/**
 * How often the warm-up is read. All floors are some thousand functions, which the engine compiles over the first fifteen megabytes: a
 * megabyte takes 1.6 s of all threads in the first round of six megabytes, 0.75 s in the second and 0.45 s from the third on. The warm-up
 * is longer than what is remembered of lines, so each round is work.
 */
const WARM_ROUNDS = 8;

/**
 * Runs the contestants in turns, each on the round's own pages, and gives the median speed of each in MB/s.
 * @param warmUp pages that are read before anything is measured: the engine compiles what is run
 *    often, on threads of its own whose time would
 * count, while the peer was compiled beforehand. What a cold start takes is told by the figures of the server.
 */
function race(
  warmUp: readonly string[],
  rounds: readonly (readonly string[])[],
  contestants: Readonly<Record<string, (page: string) => unknown>>,
): Record<string, number> {
  const speeds: Record<string, number[]> = {};
  for (let round = 0; round < WARM_ROUNDS; round++) for (const run of Object.values(contestants)) for (const page of warmUp) run(page);
  for (const pages of rounds) {
    const size = megabytes(pages);
    for (const [name, run] of Object.entries(contestants))
      (speeds[name] ??= []).push(
        size /
          (time(() => {
            for (const page of pages) run(page);
          }) /
            1000),
      );
  }
  return Object.fromEntries(Object.entries(speeds).map(([name, values]) => [name, median(values)]));
}

/**
 * A page is checked for damage alone by one contestant and completely by another: the second
 * must not find the first one's lines remembered.
 */
const distinct = (page: string, salt: string) => page.replace(/\n/g, `${salt}\n`);

function speed(figures: Figure[]): number {
  const shared = process.env['WENZHEN_SHARED'] ?? path.join(ROOT, '../shared');
  const news = newsPages(shared, 3000);
  const sets: [name: string, pages: string[], warmUp: string[]][] = [
    ['own text', generatedPages(240, 3000, 11), generatedPages(240, 3000, 12)],
  ];
  if (news.length > 0) sets.push(['news', news.slice(0, 480), news.slice(480, 720)]);
  let reference = NaN;
  for (const [name, pages, warmUp] of sets) {
    const rounds = Array.from({ length: 6 }, (_, round) => pages.filter((_page, index) => index % 6 === round));
    const result = race(warmUp, rounds, {
      peer: page => peer.lintFor(page),
      damage: page => service.parse(distinct(page, '。')).reading.findings,
      all: page => everything(distinct(page, '！')),
    });
    if (Number.isNaN(reference)) reference = result['peer']!;
    const base = result['peer']!;
    figures.push(
      figure(`autocorrect-node lintFor, ${name}`, base, 'MB/s', '', base),
      figure(`check, damage alone, ${name}`, result['damage']!, 'MB/s', '> 16.5', base),
      figure(`damage alone / lintFor, ${name}`, result['damage']! / base, 'x', '> 1.5', base),
      figure(`all floors, ${name}`, result['all']!, 'MB/s', '> 5', base),
      figure(`all floors / lintFor, ${name}`, result['all']! / base, 'x', '> 1', base),
    );
  }
  const damaged = mirrorPages(36, 2000, 23);
  const repaired = race(mirrorPages(12, 2000, 29), [damaged.slice(0, 12), damaged.slice(12, 24), damaged.slice(24)], {
    repair: page => service.parse(page).reading.text,
  });
  figures.push(figure('repair of mirror pages', repaired['repair']!, 'MB/s', '> 2', reference));
  return reference;
}

function everything(text: string): number {
  const parsed = service.parse(text);
  return parsed.findings.length + parsed.outline.nodes.length + parsed.officials.length + parsed.slogans.length;
}

/** Typing, deleting, breaking lines and pasting at random places of a text; what an editor asks for when it opens it and after each. */
function typed(size: number, seed: number, count: number): { readonly open: number; readonly latencies: readonly number[] } {
  const random = seededRandom(seed);
  const document = subject.TextDocument.create(
    'file:///bench.article',
    'article',
    0,
    generatedPages(Math.ceil(size / 3 / 6000), 6000, seed).join('\n'),
  );
  let parsed = service.parse(document.getText());
  let tokens: ReturnType<typeof subject.tokenPieces> = [];
  const answer = (): void => {
    const before = tokens;
    tokens = subject.tokenPieces({ document, parsed });
    void [subject.diagnostics({ document, parsed }), subject.documentSymbols({ document, parsed }), subject.tokenEdits(before, tokens)];
  };
  const open = wait(answer);
  const latencies: number[] = [];
  let at = Math.floor(document.getText().length / 2);
  const stop = performance.now() + 20_000;
  for (let round = 0; round < count && performance.now() < stop; round++) {
    if (random() < 0.2) at = Math.floor(random() * document.getText().length);
    const kind = random();
    const text = kind < 0.7 ? pick([...'要的了会在'], random) : kind < 0.85 ? '' : kind < 0.95 ? '\n' : '要压实责任，';
    const range = { start: document.positionAt(at), end: document.positionAt(kind >= 0.7 && kind < 0.85 ? at + 1 : at) };
    const earlier = parsed;
    latencies.push(
      wait(() => {
        subject.TextDocument.update(document, [{ range, text }], round + 1);
        parsed = service.parse(document.getText(), undefined, earlier);
        answer();
      }),
    );
    at++;
  }
  return { open, latencies };
}

/** The first keystrokes of all meet code that the engine has not compiled yet; the others are measured warm, as speeds are. */
function keystrokes(figures: Figure[], reference: number): void {
  const cold = typed(50_000, 49_999, 120).latencies;
  figures.push(
    figure('the first 100 keystrokes after a start, 50 KB, p50', median(cold.slice(0, 100)), 'ms', '', reference),
    figure('the first 100 keystrokes after a start, 50 KB, p95', quantile(cold.slice(0, 100), 0.95), 'ms', '', reference),
  );
  typed(50_000, 49_998, 300);
  for (const [name, size, count, goal] of [
    ['50 KB', 50_000, 400, 5],
    ['1 MB', 1_000_000, 100, 16],
    ['5 MB', 5_000_000, 40, 50],
  ] as const) {
    const { open, latencies } = typed(size, size, count);
    figures.push(
      figure(`keystroke in ${name}, p50`, median(latencies), 'ms', '', reference),
      figure(`keystroke in ${name}, p95`, quantile(latencies, 0.95), 'ms', `< ${goal}`, reference),
      figure(`open ${name}`, open, 'ms', '', reference),
    );
  }
}

/** What the index over a folder does with each article. */
function collection(figures: Figure[], reference: number): void {
  const pages = generatedPages(400, 700, 77);
  const index = new subject.Collection();
  const taken = time(() => pages.forEach((page, n) => index.set(subject.summarise(`file:///articles/${n}.article`, service.parse(page)))));
  figures.push(figure('collection index, one thread', pages.length / (taken / 1000), 'articles/s', '> 84', reference));
}

/** Memory of the server while articles come and go. */
async function rounds(figures: Figure[], reference: number): Promise<void> {
  if (!serverBuilt()) return;
  const session = await startServer();
  const pages = generatedPages(1000, 700, 99);
  let early = NaN;
  for (const [round, page] of pages.entries()) {
    const uri = `file:///round-${round}.article`;
    await session.open(uri, page);
    await session.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: { line: 2, character: 3 }, end: { line: 2, character: 3 } }, text: '要' }],
    });
    await session.diagnostics(uri);
    await session.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    if (round === 299) early = session.memory();
  }
  const late = session.memory();
  await session.close();
  figures.push(
    figure('server: memory after 1,000 open/edit/close rounds', late, 'MB', '< 150', reference),
    figure('server: memory, round 1,000 / round 300', late / early, 'x', '< 1.1', reference),
  );
}

async function server(figures: Figure[], reference: number): Promise<void> {
  if (!serverBuilt()) {
    console.log('server/dist is not built: start-up is left out');
    return;
  }
  const articles = seeds();
  const ready: number[] = [];
  const first: number[] = [];
  const memory: number[] = [];
  for (let run = 0; run < 7; run++) {
    const started = performance.now();
    const session = await startServer();
    ready.push(session.ready);
    await session.open('file:///seed-000.article', articles[0]!.text);
    await session.diagnostics('file:///seed-000.article');
    first.push(performance.now() - started);
    for (const [index, article] of articles.entries())
      if (index > 0) {
        await session.open(`file:///seed-${index}.article`, article.text);
        await session.diagnostics(`file:///seed-${index}.article`);
      }
    memory.push(session.memory());
    await session.close();
  }
  figures.push(
    figure('server: spawn to initialize answered', median(ready), 'ms', '< 150', reference),
    figure('server: spawn to diagnostics of seed 000', median(first), 'ms', '< 400', reference),
    figure('server: memory with the five seeds open', median(memory), 'MB', '< 150', reference),
  );
}

/** What the editor's own process waits for when the first article is opened. */
function activation(figures: Figure[], reference: number): void {
  if (!serverBuilt()) return;
  const times = Array.from({ length: 9 }, () => Number(execFileSync(process.execPath, [path.join(__dirname, 'activation.cjs')])));
  figures.push(figure('extension: code loaded and activated', median(times), 'ms', '< 50', reference));
}

/**
 * How long a message may have to wait for work that the server does not interrupt: while it starts,
 * indexes a folder, and follows somebody who types.
 */
async function blocks(figures: Figure[], reference: number): Promise<void> {
  if (!serverBuilt()) return;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wenzhen-blocks-'));
  const article = generatedPages(3, 6000, 55).join('\n');
  const uri = 'file:///typed.article';
  try {
    [...generatedPages(800, 700, 57), ...mirrorPages(200, 700, 58)].forEach((page, n) => {
      fs.writeFileSync(path.join(folder, `${n}.article`), page);
    });
    const session = await startServer({ uri: pathToFileURL(folder).href, storage: path.join(folder, '.storage') }, true);
    const ended = new Promise<void>(resolve => {
      session.connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
        if (value.kind === 'end') resolve();
      });
    });
    for (const [n, seed] of seeds().entries()) {
      await session.open(`file:///seed-${n}.article`, seed.text);
      await session.diagnostics(`file:///seed-${n}.article`);
    }
    const start = session.longestBlock();
    await ended;
    const index = session.longestBlock();
    await session.open(uri, article);
    await session.diagnostics(uri);
    session.longestBlock();
    for (let version = 2; version < 60; version++) {
      const at = { line: 2 + (version % 40), character: 3 };
      await session.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: at, end: at }, text: '要' }],
      });
      await Promise.all(
        ['diagnostic', 'documentSymbol', 'semanticTokens/full'].map(method =>
          session.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri } }),
        ),
      );
    }
    const typing = session.longestBlock();
    await session.close();
    for (const [name, value] of [
      ['start and five seeds', start],
      ['index of 1,000 articles', index],
      ['typing in 50 KB', typing],
    ] as const)
      figures.push(figure(`server: longest block, ${name}`, value, 'ms', '< 50', reference));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  console.log(`text: made from ${articleCount()} articles; Node ${process.version}; speeds are warm`);
  const figures: Figure[] = [];
  const wanted = (section: string) => section.includes(options.only);
  const calibration = generatedPages(120, 3000, 5);
  let reference = race([], [calibration.slice(0, 40), calibration.slice(40, 80), calibration.slice(80)], {
    peer: page => peer.lintFor(page),
  })['peer']!;
  if (wanted('speed')) reference = speed(figures);
  if (wanted('keystroke')) keystrokes(figures, reference);
  if (wanted('collection')) collection(figures, reference);
  if (wanted('server')) await server(figures, reference);
  if (wanted('activation')) activation(figures, reference);
  if (wanted('blocks')) await blocks(figures, reference);
  if (wanted('rounds')) await rounds(figures, reference);
  report(figures, readFigures(RESULTS));
  if (options.write) writeFigures(RESULTS, figures);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
