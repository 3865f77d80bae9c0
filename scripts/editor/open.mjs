/**
 * `npm run open [FOLDER]`: opens a folder, by default `seeds/`, in a real editor with the extension at work.
 * Desktop VS Code where there is one; else the VS Code server from npm, whose address is printed
 * (and opened where there is a screen). Builds first.
 */
import { execFileSync, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ensureServer, findDesktop, root } from './install.mjs';
import { addressOf, remote, serve } from './serve.mjs';

const folder = path.resolve(process.argv[2] ?? path.join(root, 'seeds'));
const first = fs
  .readdirSync(folder)
  .filter(name => /\.(?:article|txt)$/.test(name))
  .sort()[0];
execFileSync(process.execPath, [path.join(root, 'esbuild.mjs')], { cwd: root, stdio: 'inherit' });

const desktop = findDesktop();
if (desktop) {
  // A window of its own, so that nothing of the user's is in the way; other extensions stay off.
  spawn(
    desktop,
    [
      '--new-window',
      '--disable-extensions',
      `--extensionDevelopmentPath=${root}`,
      folder,
      ...(first ? ['--goto', path.join(folder, first)] : []),
    ],
    { detached: true, stdio: 'ignore', shell: process.platform === 'win32' },
  ).unref();
  console.log(`Opened ${folder} in ${desktop}`);
} else {
  ensureServer({ browser: false });
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'wenzhen-open-'));
  process.on('exit', () => fs.rmSync(data, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
  // As an installed extension, not one under development: the page then needs nothing special.
  const extensions = path.join(data, 'extensions');
  fs.mkdirSync(extensions, { recursive: true });
  fs.symlinkSync(root, path.join(extensions, 'wenzhen.wenzhen'));
  const { port, child } = await serve({
    data,
    settings: { 'editor.wordWrap': 'on', 'editor.unicodeHighlight.ambiguousCharacters': false },
    port: Number(process.env.PORT ?? 0),
  });
  const address = addressOf(port, folder, first ? [['openFile', remote(port, path.join(folder, first))]] : []);
  console.log(`\nVS Code with Wenzhen is at\n\n  ${address}\n\nOpen it in a browser on this machine. Ctrl+C ends it.`);
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
    spawn('xdg-open', [address], { detached: true, stdio: 'ignore' })
      .on('error', () => {})
      .unref();
  child.on('exit', code => process.exit(code ?? 1));
}
