/** Runs the bundled command line and makes files for it. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

/** The bundled program; `npm run build` makes it. */
export const CLI = process.env['WENZHEN_CLI'] ?? path.resolve('server/dist/cli.js');

export interface Run { readonly status: number | null; readonly stdout: string; readonly stderr: string }

/** Runs `wenzhen` to its end, with English messages. */
export function wenzhen(args: readonly string[], input?: string | Buffer): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { input: input ?? '', encoding: 'utf8', maxBuffer: 1 << 28, timeout: 60_000, env: { ...process.env, LC_ALL: 'C', NO_COLOR: '1' } });
  return { status, stdout, stderr };
}

/** A folder of its own for one test file. */
export function temporaryFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'wenzhen-cli-'));
}

/** An injected reading, doubled as a mirror site does: damaged and meant. */
export const DAMAGED = '市委召開會議\n\n市委書記李明主持會議。李明強調，要堅決落實(shí)責任，要加強巡查，落實(shí)措施。\n';
export const MEANT = DAMAGED.replaceAll('(shí)', '');
