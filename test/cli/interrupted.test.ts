/** The power goes in the middle of a write: the file is the old or the new one, never something between. */
import * as assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import iconv from 'iconv-lite';

const cli = path.resolve(import.meta.dirname, '../../server/dist/cli.js');

suite('a program that is killed while it writes', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wenzhen-killed-'));
  suiteTeardown(() => fs.rmSync(folder, { recursive: true, force: true }));

  test('convert: the file is the old or the new one, whenever kill -9 comes', async function () {
    this.timeout(120_000);
    // Big enough for the write to take a while.
    const text = '全市防汛工作会议召开。王海强调，要加强巡查，要备足物资，确保群众安全。\n'.repeat(20_000);
    const before = iconv.encode(text, 'gb18030');
    const after = Buffer.from(text);
    const file = path.join(folder, 'article.txt');
    const run = (killAfter?: number) =>
      new Promise<number>(resolve => {
        const start = performance.now();
        const child = spawn(process.execPath, [cli, 'convert', file, '--from', 'gb18030'], { stdio: 'ignore' });
        const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
        child.on('exit', () => {
          clearTimeout(timer);
          resolve(performance.now() - start);
        });
      });
    fs.writeFileSync(file, before);
    const whole = await run();
    assert.ok(fs.readFileSync(file).equals(after));
    for (let round = 0; round < 15; round++) {
      fs.writeFileSync(file, before);
      await run(whole * (0.3 + 0.75 * Math.random()));
      const now = fs.readFileSync(file);
      assert.ok(now.equals(before) || now.equals(after), `round ${round}: ${now.length} bytes, neither old nor new`);
    }
  });
});
