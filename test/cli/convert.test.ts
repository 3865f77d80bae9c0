/** `wenzhen convert`: what is sure becomes UTF-8 with a backup, everything else stays as it is. */
import * as assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import iconv from 'iconv-lite';
import { memoryOf } from '../proc';
import { CLEAN, CLI, MEANT, testFiles, wenzhen } from './program';

suite('wenzhen convert', () => {
  const files = testFiles();
  const { file, read } = files;

  test('standard input goes to standard output; what is not sure is not printed', () => {
    const sure = wenzhen(['convert', '-'], iconv.encode(CLEAN.repeat(3), 'gb18030'));
    assert.deepEqual([sure.status, sure.stdout], [0, CLEAN.repeat(3)]);
    assert.match(sure.stderr, /-: converted from GB18030/);
    assert.equal(wenzhen(['convert', '-'], CLEAN).stdout, CLEAN);
    assert.equal(wenzhen(['convert', '-', '--dry-run'], CLEAN).stdout, '');
    const doubtful = wenzhen(['convert', '-'], Buffer.concat([iconv.encode(CLEAN, 'gb18030'), Buffer.from([0xff, 0xff, 0x0a])]));
    assert.deepEqual([doubtful.status, doubtful.stdout], [1, '']);
  });
  test('GB18030, Big5 and UTF-16 become UTF-8 with a backup', () => {
    for (const [encoding, text] of [
      ['gb18030', CLEAN],
      ['big5', MEANT],
      ['utf16le', CLEAN],
      ['utf16be', CLEAN],
    ] as const) {
      const bytes = iconv.encode(text.repeat(3), encoding);
      const at = file(`${encoding}.txt`, bytes);
      const { status, stdout } = wenzhen(['convert', at, '--to', 'utf-8']);
      assert.equal(status, 0, stdout);
      assert.equal(read(at), text.repeat(3));
      assert.deepEqual(fs.readFileSync(`${at}.bak`), bytes);
    }
  });

  test('line ends and byte order marks stay, the mark not where asked', () => {
    const text = `一、${CLEAN.replaceAll('\n', '\r\n')}二、${CLEAN}三\r`;
    const bytes = iconv.encode(text, 'utf16le', { addBOM: true });
    assert.equal(wenzhen(['convert', file('a.txt', bytes)]).status, 0);
    assert.equal(read(path.join(files.folder, 'a.txt')), `\ufeff${text}`);
    assert.equal(wenzhen(['convert', '--no-bom', file('b.txt', bytes)]).status, 0);
    assert.equal(read(path.join(files.folder, 'b.txt')), text);
    assert.equal(wenzhen(['convert', file('c.txt', iconv.encode(text, 'gb18030'))]).status, 0);
    assert.equal(read(path.join(files.folder, 'c.txt')), text);
  });

  test('a byte that is not valid keeps a file from being converted, until it may become U+FFFD', () => {
    const good = iconv.encode(CLEAN.repeat(3), 'gb18030');
    const bytes = Buffer.concat([good, Buffer.from([0xff]), iconv.encode('\n完\n', 'gb18030')]);
    const at = file('stray.txt', bytes);
    const refused = wenzhen(['convert', at]);
    assert.equal(refused.status, 1);
    assert.match(refused.stdout, /left alone .*--replace-invalid/);
    assert.deepEqual(fs.readdirSync(files.folder), ['stray.txt']);
    assert.equal(wenzhen(['convert', '--replace-invalid', at]).status, 0);
    assert.equal(read(at), `${CLEAN.repeat(3)}\ufffd\n完\n`);
    assert.deepEqual(fs.readFileSync(`${at}.bak`), bytes);
  });

  test('--dry-run only tells, with the same exit codes', () => {
    const bytes = iconv.encode(CLEAN, 'gb18030');
    const at = file('g.txt', bytes);
    const run = wenzhen(['convert', '--dry-run', at]);
    assert.match(run.stdout, /would be converted from GB18030, 100%/);
    assert.equal(run.status, 0);
    assert.deepEqual(fs.readFileSync(at), bytes);
    file('doubtful.txt', iconv.encode('中', 'gb18030'));
    assert.equal(wenzhen(['convert', '--dry-run', files.folder]).status, 1);
    assert.equal(wenzhen(['convert', '--dry-run', files.folder, path.join(files.folder, 'none.txt')]).status, 2);
    assert.deepEqual(fs.readdirSync(files.folder).sort(), ['doubtful.txt', 'g.txt']);
  });

  test('what is not sure is left alone, unless the encoding is named', () => {
    const at = file('short.txt', iconv.encode('中', 'gb18030'));
    const { status, stdout } = wenzhen(['convert', at]);
    assert.equal(status, 1);
    assert.match(stdout, /left alone .*--from/);
    assert.deepEqual(fs.readdirSync(files.folder), ['short.txt']);
    assert.equal(wenzhen(['convert', '--from', 'gb18030', at]).status, 0);
    assert.equal(read(at), '中');
  });

  test('what is UTF-8 already stays, also when another encoding is named', () => {
    const at = file('a.txt', CLEAN);
    assert.equal(wenzhen(['convert', at]).status, 0);
    assert.equal(wenzhen(['convert', '--from', 'gb18030', at]).status, 0);
    assert.equal(read(at), CLEAN);
    assert.deepEqual(fs.readdirSync(files.folder), ['a.txt']);
  });

  test('lines in several encodings', () => {
    const at = file(
      'mixed.txt',
      Buffer.concat([Buffer.from(CLEAN.repeat(4)), iconv.encode(CLEAN.repeat(4), 'gb18030'), Buffer.from(CLEAN)]),
    );
    assert.equal(wenzhen(['convert', at]).status, 0);
    assert.equal(read(at), CLEAN.repeat(9));
  });

  test('bytes that are not valid in the named encoding stay', () => {
    const at = file('a.txt', Buffer.from([0xd6, 0xd0, 0xff, 0xff, 0xb9, 0xfa]));
    assert.equal(wenzhen(['convert', '--from', 'gb18030', at]).status, 1);
    assert.deepEqual(fs.readdirSync(files.folder), ['a.txt']);
  });

  test('a read-only file stays, a link stays a link, one bad file does not stop the others', () => {
    const bytes = iconv.encode(CLEAN, 'gb18030');
    const readOnly = file('a.txt', bytes);
    const target = file('deep/target.txt', bytes);
    const link = path.join(files.folder, 'link.txt');
    fs.chmodSync(readOnly, 0o444);
    fs.symlinkSync(target, link);
    const { status, stderr } = wenzhen(['convert', readOnly, path.join(files.folder, 'none.txt'), link]);
    assert.equal(status, 2);
    assert.match(stderr, /a\.txt: the file is read-only/);
    assert.match(stderr, /none\.txt: no such file/);
    assert.deepEqual(fs.readFileSync(readOnly), bytes);
    assert.ok(fs.lstatSync(link).isSymbolicLink());
    assert.equal(read(target), CLEAN);
  });

  test('60 MB, which an editor does not give to extensions: checked and converted in bounded time and memory', async function () {
    this.timeout(180_000);
    const paragraph = `${CLEAN.slice(CLEAN.indexOf('6月')).trimEnd().repeat(12)}\n\n`;
    const text = Array.from({ length: 500 }, (_, i) => `第${i}期\n\n${paragraph}`).join('');
    const piece = iconv.encode(text, 'gb18030');
    const times = Math.ceil(60e6 / piece.length);
    const at = file('big.txt', Buffer.concat(Array<Buffer>(times).fill(piece)));
    fs.appendFileSync(at, iconv.encode('会议要求，要认真学习，要压实责\n', 'gb18030'));
    const convert = await measure(['convert', at]);
    assert.equal(convert.code, 0);
    assert.ok(fs.readFileSync(at).equals(Buffer.from(`${text.repeat(times)}会议要求，要认真学习，要压实责\n`)));
    const check = await measure(['check', '--format', 'github', at]);
    assert.equal(check.code, 1);
    assert.match(
      check.output,
      new RegExp(`line=${(text.split('\n').length - 1) * times + 1},`),
      'lines are counted through the whole file',
    );
    console.log(
      `      convert ${(convert.ms / 1000).toFixed(1)} s, ${convert.megabytes} MB; check ${(check.ms / 1000).toFixed(1)} s, ${check.megabytes} MB`,
    );
    assert.ok(convert.megabytes < 700 && check.megabytes < 1200, `${convert.megabytes} and ${check.megabytes} MB`);
  });
});

/** Runs the program; on Linux with the largest memory it had, elsewhere 0. */
async function measure(args: readonly string[]): Promise<{ code: number | null; output: string; ms: number; megabytes: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  let megabytes = 0;
  let output = '';
  child.stdout.on('data', chunk => {
    output += chunk;
  });
  const timer = setInterval(() => {
    megabytes = Math.round(memoryOf(child.pid, 'peak')) || megabytes;
  }, 20);
  const code = await new Promise<number | null>(resolve => child.on('close', resolve));
  clearInterval(timer);
  return { code, output, ms: performance.now() - start, megabytes };
}
