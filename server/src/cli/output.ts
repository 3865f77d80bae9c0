/** Standard output and error: backpressure, readers that go away, and progress for people only. */
import { once } from 'node:events';
import { SingleBar } from 'cli-progress';
import { EXIT } from './errors';
import { printable } from './terminal';

/** Ends quietly when whoever reads the output has gone (`| head`). */
export function endWithReader(): void {
  for (const out of [process.stdout, process.stderr])
    out.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? (process.exitCode ?? EXIT.clean) : EXIT.input));
}

/** Writes to standard output and waits while it is full. */
export async function print(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Tells the user something on standard error, in one line. */
export function warn(message: string): void {
  process.stderr.write(`${printable(message)}\n`);
}

/** With fewer files the work is over before anybody could read a progress bar. */
const WORTH_A_BAR = 50;

/** A progress bar on a terminal, nothing elsewhere. */
export function progress(total: number): { step(): void; stop(): void } {
  if (!process.stderr.isTTY || process.stdout.isTTY || total < WORTH_A_BAR) return { step: () => {}, stop: () => {} };
  const bar = new SingleBar({ format: '{bar} {value}/{total}', stream: process.stderr, clearOnComplete: true, hideCursor: true });
  bar.start(total, 0);
  return { step: () => bar.increment(), stop: () => bar.stop() };
}
