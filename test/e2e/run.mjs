/**
 * Runs the suite of `suite/` inside a real VS Code extension host. Exit code 0 only when the host reported that every test passed.
 *  - `VSCODE_EXECUTABLE` set or a desktop VS Code found (or `VSCODE_DOWNLOAD=1`): through @vscode/test-electron
 *  - otherwise: the VS Code server from npm and a headless Chromium
 * In the browser, a part of it runs once more in a folder that is not trusted; through @vscode/test-electron, every folder is trusted.
 * `E2E_VSIX=FILE` tests the packaged extension: it is installed into fresh folders, and an empty driver takes the
 * place of the extension under development. `E2E_GREP=TEXT` runs some tests only, `E2E_VERBOSE=1` shows what the
 * page logs, `E2E_KEEP=1` keeps the temporary folder.
 */
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ensureServer, findChromium, findDesktop, root } from '../../scripts/editor/install.mjs';
import { addressOf, CHROMIUM_ARGS, configure, remote, serve } from '../../scripts/editor/serve.mjs';

const tests = path.join(root, 'out/e2e/index.js');
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'wenzhen-e2e-'));
const result = path.join(temporary, 'result.json');
const folder = path.join(temporary, 'folder');
fs.cpSync(path.join(root, 'seeds'), folder, { recursive: true });
const vsix = process.env.E2E_VSIX && path.resolve(process.env.E2E_VSIX);
const underDevelopment = vsix ? path.join(root, 'test/e2e/driver') : root;
/** For all tests together, each of which has its own; a busy machine takes five times as long as a quiet one. */
const timeout = Number(process.env.E2E_TIMEOUT ?? 900_000);

async function inDesktop(executable) {
  const { runTests, downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } = await import('@vscode/test-electron');
  const vscodeExecutablePath = executable ?? (await downloadAndUnzipVSCode());
  const extensions = ['--extensions-dir', path.join(temporary, 'extensions')];
  if (vsix) {
    const [cli, ...args] = resolveCliArgsFromVSCodeExecutablePath(vscodeExecutablePath);
    execFileSync(cli, [...args.filter(arg => !arg.startsWith('--extensions-dir')), ...extensions, '--install-extension', vsix], {
      stdio: 'inherit',
    });
  }
  return runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: underDevelopment,
    extensionTestsPath: tests,
    extensionTestsEnv: { E2E_RESULT: result },
    launchArgs: [
      folder,
      ...(vsix ? extensions : ['--disable-extensions']),
      '--disable-workspace-trust',
      '--no-sandbox',
      '--disable-gpu',
      '--user-data-dir',
      path.join(temporary, 'user'),
    ],
  });
}

async function inBrowser() {
  ensureServer();
  const { chromium } = await import('playwright-core');
  const { port, stop } = await serve({ data: temporary, vsix, tests: true, env: { E2E_RESULT: result } });
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS });
  try {
    const trusted = await inPage(browser, port);
    // Once more, with what asks whether a folder is trusted, and nobody who answers.
    configure(temporary, { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' });
    return trusted || (await inPage(browser, port));
  } finally {
    await browser.close();
    stop();
  }
}

/** Runs the suite in a page of its own, which knows nothing of another. @returns the exit code */
async function inPage(browser, port) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  if (process.env.E2E_VERBOSE) page.on('console', message => console.log('[page]', message.type(), message.text()));
  let end;
  const ended = new Promise(resolve => {
    end = resolve;
  });
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    if (process.env.E2E_VERBOSE) (console[type] ?? console.log)(...args);
  });
  await page.exposeFunction('codeAutomationExit', end);
  await page.goto(
    addressOf(port, folder, [
      ['extensionDevelopmentPath', remote(port, underDevelopment)],
      ['extensionTestsPath', remote(port, tests)],
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
    ]),
  );
  const timer = setTimeout(async () => {
    await page.screenshot({ path: path.join(os.tmpdir(), 'wenzhen-e2e-timeout.png') }).catch(() => {});
    console.error(`no end after ${timeout} ms; a picture is in ${os.tmpdir()}/wenzhen-e2e-timeout.png`);
    end(124);
  }, timeout);
  const code = await ended;
  clearTimeout(timer);
  await context.close();
  return code;
}

const desktop = findDesktop();
let code;
try {
  code = desktop || process.env.VSCODE_DOWNLOAD ? await inDesktop(desktop) : await inBrowser();
} catch (error) {
  console.error(error);
  code = 1;
}

const reports = [result, `${result}.untrusted`].filter(file => fs.existsSync(file)).map(file => JSON.parse(fs.readFileSync(file, 'utf8')));
const results = reports.flatMap(report => report.results);
const passed = results.filter(test => test.state === 'pass').length;
const unfinished = reports.some(report => !report.ended);
const failed = results.filter(test => test.state === 'fail').length + (unfinished || !reports.length ? 1 : 0);
for (const test of results)
  console.log(test.state === 'pass' ? `  ok   ${test.title} (${test.ms} ms)` : `  FAIL ${test.title}\n${test.error}`);
if (!reports.length) console.error('the suite did not run');
else if (unfinished) console.error('the suite did not come to its end');
if (failed || !passed) code ||= 1;
console.log(`${passed} passed, ${failed} failed`);
if (process.env.E2E_KEEP) console.log(`kept ${temporary}`);
else fs.rmSync(temporary, { recursive: true, force: true });
process.exit(code);
