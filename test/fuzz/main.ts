/**
 * `npm run fuzz`: mutated articles, token soup, edit scripts and monsters; prints the inputs that break something and exits 1.
 * `npm run fuzz:nightly` is the same with a million inputs.
 */
import fs from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { Command } from 'commander';
import fc from 'fast-check';
import { serverBuilt } from '../bench/server';
import { seededRandom } from '../eval/damage/random';
import { time } from '../time';
import { checkIdempotent, checkParsed, checkSame } from './checks';
import { applyRandomEdit, editScript, mutated, tokenText } from './inputs';
import { bundle, load, ROOT, type Loaded } from './load';
import { MONSTERS } from './monsters';
import { fuzzProtocol } from './protocol';

const options = new Command('fuzz')
  .option('--inputs <number>', 'inputs in all', '20000')
  .option('--seed <number>', 'where the random numbers begin; printed, so that a run can be repeated', String(Date.now() % 1e9))
  .option('--only <parts>', 'a list of mutation, tokens, edits, bytes, protocol, monsters; all where it is left out')
  .option('--seconds <number>', 'processor time that a single small input may take', '5')
  .parse()
  .opts<{ inputs: string; seed: string; only?: string; seconds: string }>();

const FAILURES = path.join(__dirname, '../../out/fuzz/failures');
const kinds = new Map<string, number>();

/** Notes a failure once per kind (its message without numbers and quoted text) and keeps the input. */
function fail(part: string, error: unknown, input: string): void {
  const message = error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : String(error);
  const kind = `${part}: ${message
    .replace(/\d+/g, '#')
    .replace(/"(?:[^"\\]|\\.)*"/g, '""')
    .slice(0, 160)}`;
  const times = (kinds.get(kind) ?? 0) + 1;
  kinds.set(kind, times);
  if (times > 3) return;
  fs.mkdirSync(FAILURES, { recursive: true });
  const file = path.join(FAILURES, `${part}-${kinds.size}-${times}.txt`);
  fs.writeFileSync(file, input);
  console.log(`FAILED ${part}: ${message.slice(0, 300)}\n  input (${input.length}): ${JSON.stringify(input.slice(0, 200))}`);
}

function examine(part: string, input: string, loaded: Loaded): void {
  const seconds =
    time(() => {
      try {
        const parsed = loaded.service.parse(input);
        checkParsed(parsed, loaded);
        checkIdempotent(parsed, loaded);
      } catch (error) {
        fail(part, error, input);
      }
    }) / 1000;
  if (seconds > Number(options.seconds)) fail(part, new Error(`took ${seconds.toFixed(1)} s`), input);
}

const parts: Record<string, (inputs: number, seed: number) => void | Promise<void>> = {
  mutation: (inputs, seed) => {
    const [loaded] = load(1);
    const random = seededRandom(seed);
    for (let i = 0; i < inputs * 0.6; i++) examine('mutation', mutated(random), loaded!);
  },
  tokens: (inputs, seed) => {
    const [loaded] = load(1);
    for (const text of fc.sample(tokenText, { numRuns: Math.ceil(inputs * 0.3), seed })) examine('tokens', text, loaded!);
  },
  edits: (inputs, seed) => {
    const [loaded, other] = load(2);
    const random = seededRandom(seed);
    for (const script of fc.sample(editScript, { numRuns: Math.ceil(inputs * 0.05), seed })) {
      let text = mutated(random);
      let parsed = loaded!.service.parse(text);
      const steps = [text];
      try {
        void parsed.findings.length;
        for (const edit of script) {
          text = applyRandomEdit(text, edit);
          steps.push(text);
          parsed = loaded!.service.parse(text, undefined, parsed);
          checkParsed(parsed, loaded!);
          checkSame(parsed, other!.service.parse(text));
        }
      } catch (error) {
        fail('edits', error, steps.join('\n=====>\n'));
      }
    }
  },
  bytes: (inputs, seed) => {
    const [loaded] = load(1);
    for (const bytes of fc.sample(fc.uint8Array({ maxLength: 300 }), { numRuns: Math.ceil(inputs * 0.05), seed })) {
      try {
        const { encoding, confidence } = loaded!.module.detectEncoding(bytes, loaded!.language);
        if (!(confidence >= 0 && confidence <= 1)) throw new Error(`encoding ${encoding} with confidence ${confidence}`);
      } catch (error) {
        fail('bytes', error, Buffer.from(bytes).toString('latin1'));
      }
    }
  },
  protocol: async (inputs, seed) => {
    if (serverBuilt()) await fuzzProtocol(Math.ceil(inputs * 0.02), seed, (error, input) => fail('protocol', error, input));
    else console.log('server/dist is not built: the protocol is left out');
  },
  monsters: async () => {
    const worker = bundle('monster.worker.ts', 'monster.worker.cjs');
    for (const [index, { name }] of MONSTERS.entries()) {
      const { bytes, seconds, error } = await meet(worker, index);
      const limit = 1.5 + (1.5 * bytes) / 1e6;
      const verdict = error ?? (seconds > limit ? `took ${seconds.toFixed(1)} s, allowed are ${limit.toFixed(1)} s` : undefined);
      console.log(`  ${name}: ${(bytes / 1e6).toFixed(1)} MB, ${seconds.toFixed(2)} s`);
      if (verdict !== undefined) fail('monsters', new Error(`${name}: ${verdict}`), name);
    }
  },
};

/** Seconds of processor time after which a monster is abandoned: this thread only waits for it. */
const GIVE_UP = 60;

function meet(worker: string, index: number): Promise<{ bytes: number; seconds: number; error?: string }> {
  return new Promise(resolve => {
    const thread = new Worker(worker, { workerData: { root: ROOT, index } });
    const started = process.cpuUsage();
    const timer = setInterval(() => {
      const { user, system } = process.cpuUsage(started);
      if (user + system < GIVE_UP * 1e6) return;
      clearInterval(timer);
      void thread.terminate();
      resolve({ bytes: 0, seconds: GIVE_UP, error: `no end after ${GIVE_UP} s` });
    }, 1000);
    const done = (result: { bytes: number; seconds: number; error?: string }) => {
      clearInterval(timer);
      void thread.terminate();
      resolve(result);
    };
    thread.once('message', done);
    thread.once('error', error => done({ bytes: 0, seconds: 0, error: String(error) }));
  });
}

async function main(): Promise<void> {
  console.log(`seed ${options.seed}`);
  const chosen = options.only?.split(',') ?? Object.keys(parts);
  for (const name of chosen) {
    const run = parts[name];
    if (!run) throw new Error(`there is no part ${name}, only ${Object.keys(parts).join(', ')}`);
    const started = performance.now();
    await run(Number(options.inputs), Number(options.seed));
    console.log(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  for (const [kind, times] of kinds) console.log(`${times} × ${kind}`);
  process.exitCode = kinds.size > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
