/** Entry point that the extension host loads: runs the suites beside this file; the same for desktop and browser-hosted VS Code. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import Mocha from 'mocha';
import * as vscode from 'vscode';

/**
 * Ends when every test passed.
 * @throws Error when one failed. The results go to the file in `E2E_RESULT`, so that a runner never trusts the console alone. In a folder
 *   that is not trusted, only what is meant for one runs.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 30_000, color: false, grep: process.env.E2E_GREP });
  for (const name of fs.readdirSync(__dirname).sort())
    if (name.endsWith(vscode.workspace.isTrusted ? '.test.js' : '.untrusted.js')) mocha.addFile(path.join(__dirname, name));
  const results: { title: string; state: 'pass' | 'fail'; ms?: number; error?: string }[] = [];
  /** Written after each test, so that a suite that does not end tells how far it came. */
  const report = (ended: boolean): void => {
    if (process.env.E2E_RESULT)
      fs.writeFileSync(
        process.env.E2E_RESULT + (vscode.workspace.isTrusted ? '' : '.untrusted'),
        JSON.stringify({ ended, results }, null, 1),
      );
  };
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run(failures => {
      report(true);
      if (failures) reject(new Error(`${failures} tests failed`));
      else resolve();
    });
    runner.on('pass', test => {
      results.push({ title: test.fullTitle(), state: 'pass', ms: test.duration });
      report(false);
    });
    runner.on('fail', (test, error) => {
      results.push({ title: test.fullTitle(), state: 'fail', error: String((error as Error)?.stack ?? error) });
      report(false);
    });
  });
}
