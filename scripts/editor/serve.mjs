/** Runs the VS Code server of `install.mjs` on a folder, with throw-away user data. */
import { execFileSync, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { server } from './install.mjs';

/** Settings for tests, pictures and the `open` script: the editor asks nothing and sends nothing. */
const SETTINGS = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'telemetry.telemetryLevel': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** Writes the user settings into the data folder of a server; pages that are opened afterwards use them. */
export function configure(data, settings = {}) {
  for (const place of ['User', 'Machine']) {
    fs.mkdirSync(path.join(data, 'user', place), { recursive: true });
    fs.writeFileSync(path.join(data, 'user', place, 'settings.json'), JSON.stringify({ ...SETTINGS, ...settings }));
  }
}

/**
 * Starts the server on a free port of the loopback interface.
 * @param options.data folder for user data, server data and extensions; kept by the caller
 * @param options.settings user settings beside the defaults
 * @param options.vsix an extension to install first
 * @param options.tests whether the page may ask for an extension under development and for tests; a built VS Code ignores both otherwise
 * @returns `{ port, stop }`; `stop` ends the whole process group
 */
export async function serve({ data, settings = {}, vsix, tests = false, env = {}, port = 0, args = [] }) {
  configure(data, settings);
  const folders = [
    '--user-data-dir',
    path.join(data, 'user'),
    '--server-data-dir',
    path.join(data, 'server'),
    '--extensions-dir',
    path.join(data, 'extensions'),
  ];
  if (vsix) execFileSync(server.node, [server.main, ...folders, '--install-extension', vsix], { stdio: ['ignore', 'ignore', 'pipe'] });
  const child = spawn(
    server.node,
    [
      server.main,
      ...folders,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--without-connection-token',
      '--accept-server-license-terms',
      '--telemetry-level',
      'off',
      ...(tests ? ['--enable-smoke-test-driver'] : []),
      ...args,
    ],
    { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env, VSCODE_CLI: undefined } },
  );
  const stop = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      /* ended already */
    }
  };
  process.on('exit', stop);
  let log = '';
  child.stderr.on('data', chunk => {
    log += chunk;
  });
  const listening = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the VS Code server did not start:\n${log}`)), 60_000);
    child.on('exit', code => reject(new Error(`the VS Code server ended with ${code}:\n${log}`)));
    child.stdout.on('data', chunk => {
      log += chunk;
      const found = /Extension host agent listening on (\d+)/.exec(log);
      if (found) {
        clearTimeout(timer);
        resolve(Number(found[1]));
      }
    });
  });
  child.removeAllListeners('exit');
  return { port: listening, stop, child };
}

/** Arguments with which a headless Chromium asks nothing and sends nothing. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The address of a folder in the running server.
 * @param payload pairs for the workbench, such as `['openFile', uri]`
 */
export function addressOf(port, folder, payload = []) {
  return `http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

/** A path on this machine as the workbench in the page names it. */
export function remote(port, file) {
  return `vscode-remote://127.0.0.1:${port}${file}`;
}
