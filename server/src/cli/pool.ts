/** Jobs over many files, in worker threads where that pays; results come back in the order of the files. */
import { availableParallelism } from 'node:os';
import { statSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { setLocale } from '../base/localise';
import { convert, type ConvertOptions, type ConvertResult } from './convert';
import { describeError, InputError } from './errors';
import { STDIN } from './inputs';
import {
  check,
  entities,
  outline,
  repair,
  type CheckResult,
  type EntitiesResult,
  type OutlineResult,
  type RepairOptions,
  type RepairResult,
  type Tools,
} from './jobs';

/** What can be done with a file. */
export type Task =
  | { readonly name: 'check' }
  | { readonly name: 'repair'; readonly options: RepairOptions }
  | { readonly name: 'outline' }
  | { readonly name: 'entities' }
  | { readonly name: 'convert'; readonly options: ConvertOptions };

/** The result of each task for one file. */
export interface TaskResults {
  readonly check: CheckResult;
  readonly repair: RepairResult;
  readonly outline: OutlineResult;
  readonly entities: EntitiesResult;
  readonly convert: ConvertResult;
}

/** The result of a file, or what is wrong with it. */
export type Outcome<T> = { readonly result: T } | { readonly error: string };

interface WorkerData {
  readonly task: Task;
  readonly locale: string | undefined;
}

/** A thread takes about 0.15 s to start: below this much input one thread is faster. */
const WORTH_THREADS = 2 << 20;
/** How many files a thread has waiting, so that it never idles. */
const QUEUE = 4;
/** How many full queues the threads may be ahead of what was printed: later results wait in memory for earlier ones. */
const AHEAD = 4;

/**
 * Runs a task over files.
 * @param tools opened only when the work is done in this thread
 * @returns outcomes in the order of `files`; never rejects for what is wrong with one file
 */
export async function* runTask<N extends Task['name']>(
  task: Extract<Task, { name: N }>,
  files: readonly string[],
  tools: () => Tools,
  locale: string | undefined,
): AsyncGenerator<Outcome<TaskResults[N]>> {
  const threads = Math.min(availableParallelism(), files.length);
  if (threads < 2 || files.includes(STDIN) || totalSize(files) < WORTH_THREADS) {
    for (const file of files) yield (await runOne(task, file, tools())) as Outcome<TaskResults[N]>;
    return;
  }
  yield* runThreads(task, files, threads, locale) as AsyncGenerator<Outcome<TaskResults[N]>>;
}

async function runOne(task: Task, file: string, tools: Tools): Promise<Outcome<TaskResults[Task['name']]>> {
  try {
    switch (task.name) {
      case 'check':
        return { result: check(file, tools) };
      case 'repair':
        return { result: await repair(file, task.options, tools) };
      case 'outline':
        return { result: outline(file, tools) };
      case 'entities':
        return { result: entities(file, tools) };
      case 'convert':
        return { result: await convert(file, task.options, tools) };
    }
  } catch (error) {
    return { error: error instanceof InputError ? error.message : `${file}: ${describeError(error)}` };
  }
}

async function* runThreads(
  task: Task,
  files: readonly string[],
  threads: number,
  locale: string | undefined,
): AsyncGenerator<Outcome<unknown>> {
  const outcomes = new Map<number, Outcome<unknown>>();
  let wake = (): void => {};
  let sent = 0;
  let yielded = 0;
  const workers = Array.from({ length: threads }, () => new Worker(__filename, { workerData: { task, locale } satisfies WorkerData }));
  /** The files that each thread has: if it dies, each of them gets an error. */
  const held = new Map<Worker, Set<number>>(workers.map(worker => [worker, new Set()]));
  const feed = (worker: Worker): void => {
    const waiting = held.get(worker)!;
    while (waiting.size < QUEUE && sent < files.length && sent - yielded < threads * QUEUE * AHEAD) {
      waiting.add(sent);
      worker.postMessage({ index: sent, file: files[sent++]! });
    }
  };
  for (const worker of workers) {
    worker.on('message', ({ index, outcome }: { index: number; outcome: Outcome<unknown> }) => {
      held.get(worker)!.delete(index);
      outcomes.set(index, outcome);
      feed(worker);
      wake();
    });
    worker.on('error', error => {
      for (const index of held.get(worker)!) outcomes.set(index, { error: `${files[index]}: ${describeError(error)}` });
      held.delete(worker);
      // The last thread is gone: what was not sent cannot be done any more.
      if (held.size === 0) for (; sent < files.length; sent++) outcomes.set(sent, { error: `${files[sent]}: ${describeError(error)}` });
      wake();
    });
    feed(worker);
  }
  try {
    while (yielded < files.length) {
      const outcome = outcomes.get(yielded);
      if (!outcome) {
        await new Promise<void>(resolve => {
          wake = resolve;
        });
        continue;
      }
      outcomes.delete(yielded);
      yield outcome;
      yielded++;
      for (const worker of held.keys()) feed(worker);
    }
  } finally {
    await Promise.all(workers.map(worker => worker.terminate()));
  }
}

/** The worker's end of `runThreads`. @returns false in the main thread, where there is nothing to serve */
export function serveThread(tools: () => Tools): boolean {
  if (isMainThread || !parentPort) return false;
  const port = parentPort;
  const { task, locale } = workerData as WorkerData;
  setLocale(locale);
  // One after the other: two jobs on one file, given twice, must not interleave.
  let last: Promise<void> = Promise.resolve();
  port.on('message', ({ index, file }: { index: number; file: string }) => {
    last = last.then(async () => port.postMessage({ index, outcome: await runOne(task, file, tools()) }));
  });
  return true;
}

function totalSize(files: readonly string[]): number {
  let size = 0;
  for (const file of files) {
    size += statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size >= WORTH_THREADS) break;
  }
  return size;
}
