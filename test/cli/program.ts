/** Runs the bundled command line and makes files for it. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

/** The bundled program; `npm run build` makes it. */
export const CLI = process.env['WENZHEN_CLI'] ?? path.resolve('server/dist/cli.js');

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `wenzhen` to its end, with English messages unless `environment` says otherwise. */
export function wenzhen(args: readonly string[], input?: string | Buffer, environment: Readonly<Record<string, string>> = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    input: input ?? '',
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 60_000,
    env: { ...process.env, LC_ALL: 'C', NO_COLOR: '1', ...environment },
  });
  return { status, stdout, stderr };
}

/** Sound text. */
export const CLEAN = '全市防汛工作会议召开\n\n6月3日，市长王海主持会议。王海强调，要加强巡查。要备足物资。\n';

/** Files of one test, in a folder that is made before it and removed behind it. */
export interface TestFiles {
  /** Empty between tests. */
  readonly folder: string;
  /** Writes a file, with its folders. @returns its path */
  file(name: string, content: string | Buffer): string;
  read(path: string): string;
}

/** Called inside a suite: gives each of its tests a folder. */
export function testFiles(): TestFiles {
  let folder = '';
  setup(() => {
    folder = temporaryFolder();
  });
  teardown(() => fs.rmSync(folder, { recursive: true, force: true }));
  return {
    get folder() {
      return folder;
    },
    file(name, content) {
      const at = path.join(folder, name);
      fs.mkdirSync(path.dirname(at), { recursive: true });
      fs.writeFileSync(at, content);
      return at;
    },
    read: at => fs.readFileSync(at, 'utf8'),
  };
}

/** A folder of its own for one test file. */
function temporaryFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'wenzhen-cli-'));
}

/** An injected reading, doubled as a mirror site does: damaged and meant. */
export const DAMAGED = '市委召開會議\n\n市委書記李明主持會議。李明強調，要堅決落實(shí)責任，要加強巡查，落實(shí)措施。\n';
export const MEANT = DAMAGED.replaceAll('(shí)', '');
