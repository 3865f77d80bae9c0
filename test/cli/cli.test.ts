/** The command line from outside: exit codes, errors, files that must never be harmed. */
import * as assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as net from 'node:net';
import * as path from 'node:path';
import iconv from 'iconv-lite';
import { CLEAN, CLI, DAMAGED, MEANT, testFiles, wenzhen } from './program';

suite('wenzhen', () => {
  const files = testFiles();
  const { file, read } = files;

  suite('errors are told in a line and end with 2', () => {
    test('errors of usage and help in the language of the messages', () => {
      for (const [args, said] of [
        [['check'], '缺少参数“path”'],
        [['chek'], '没有命令“chek”\n是不是“check”？'],
        [['check', '--format', 'x', 'y'], '选项“--format <format>”不能是“x”'],
        [['repair', '--stdout', '--write', 'y'], '选项“--stdout”不能与“--write”同时使用'],
      ] as const) {
        const { status, stderr } = wenzhen([...args, '--locale', 'zh-CN']);
        assert.equal(status, 2);
        assert.ok(stderr.startsWith(`wenzhen: ${said}`), stderr);
      }
      assert.match(
        wenzhen(['repair', '--help', '--locale', 'zh-CN']).stdout,
        /用法：[\s\S]*参数：[\s\S]*选项：[\s\S]*可选：proven, likely；?.*默认 likely/,
      );
      assert.match(wenzhen(['check', '--nope', 'y', '--locale', 'en']).stderr, /^wenzhen: unknown option “--nope”/);
    });
    const told = (args: string[], message: RegExp, input?: string) => {
      const { status, stderr } = wenzhen(args, input);
      assert.equal(status, 2, stderr);
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /\n\s+at /);
    };
    test('in the language of the shell', () =>
      assert.match(wenzhen(['check', 'none.txt'], '', { LC_ALL: 'zh_CN.UTF-8' }).stderr, /没有这个文件/));
    test('missing file', () => told(['check', path.join(files.folder, 'none.txt')], /none\.txt: no such file/));
    test('directory without articles', () => {
      fs.mkdirSync(path.join(files.folder, 'empty'));
      told(['check', path.join(files.folder, 'empty')], /no \.txt or \.article files/);
    });
    test('binary file', () =>
      told(['check', file('x.txt', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 37) % 256)))], /binary/));
    test('standard input written to', () => told(['repair', '-', '--write'], /standard input cannot be written to.*--stdout/, DAMAGED));
    test('unknown format', () => told(['check', '--format', 'nonsense', file('x.txt', CLEAN)], /nonsense/));
    test('unknown command', () => told(['nonsense'], /unknown command/));
    test('help of an unknown command', () => told(['help', 'nonsense'], /unknown command/));
    test('no path', () => told(['check'], /missing required argument/));
    test('diff and write together', () => told(['repair', '--diff', '--write', file('x.txt', CLEAN)], /cannot be used/));
    test('a path that goes through a file', () => told(['check', path.join(file('x.txt', CLEAN), 'y.txt')], /not a directory/));
    test('what never ends is too long, as a file, a pipe or standard input', function () {
      if (process.platform === 'win32') this.skip();
      this.timeout(60_000);
      for (const command of ['check', 'outline']) told([command, '/dev/zero'], /^wenzhen: \/dev\/zero: longer than \d+ MB/);
      const pipe = path.join(files.folder, 'pipe');
      spawnSync('mkfifo', [pipe]);
      for (const shell of [`yes > "${pipe}" & exec "$@" check "${pipe}"`, 'yes | "$@" check -']) {
        const { status, stderr } = spawnSync('sh', ['-c', shell, 'sh', process.execPath, CLI], { encoding: 'utf8', timeout: 60_000 });
        assert.equal(status, 2, stderr);
        assert.match(stderr, /longer than \d+ MB/);
      }
    });
    test('a file that is longer than any text is not begun with', () => {
      const at = file('long.txt', '');
      fs.truncateSync(at, 2 ** 40);
      told(['check', at], /long\.txt: longer than \d+ MB/);
    });
    test('a pipe is read to its end, and nothing is written to it', () => {
      const pipe = path.join(files.folder, 'pipe');
      spawnSync('mkfifo', [pipe]);
      const from = (at: string, args: string) =>
        spawnSync('sh', ['-c', `cat "$1" > "$2" & exec "$3" "$4" ${args} "$2"`, 'sh', at, pipe, process.execPath, CLI], {
          encoding: 'utf8',
          timeout: 60_000,
          env: { ...process.env, LC_ALL: 'C' },
        });
      const damaged = file('b.txt', DAMAGED);
      assert.equal(from(damaged, 'check').status, 1);
      const { status, stderr } = from(damaged, 'repair --write');
      assert.equal(status, 2);
      assert.match(stderr, /pipe: not a file, nothing was written/);
    });
    test('names steer no terminal', () => {
      const odd = file('a\n\u001b[31mb.txt', DAMAGED);
      for (const args of [['check'], ['repair'], ['convert'], ['outline'], ['repair', '--write']]) {
        const { stdout, stderr } = wenzhen([...args, odd, `${odd}\u001b.none`]);
        assert.doesNotMatch(stdout + stderr, /\u001b/, args.join(' '));
        assert.match(stderr, /^wenzhen: .*a\\u000a\\u001b\[31mb\.txt\\u001b\.none: no such file or directory$/m);
      }
    });
    test('one bad file does not stop the others', () => {
      const { status, stdout } = wenzhen(['check', '--format', 'json', path.join(files.folder, 'none.txt'), file('x.txt', CLEAN)]);
      assert.equal(status, 2);
      assert.equal(JSON.parse(stdout).length, 1);
    });
  });

  test('an empty file is sound text for every command, as empty standard input is', () => {
    const at = file('empty.txt', '');
    for (const args of [['check'], ['repair', '--write'], ['convert'], ['outline'], ['entities']])
      assert.equal(wenzhen([...args, at]).status, 0, args.join(' '));
    assert.deepEqual(fs.readdirSync(files.folder), ['empty.txt']);
  });

  suite('check', () => {
    test('clean text ends with 0, damage with 1', () => {
      assert.equal(wenzhen(['check', file('a.txt', CLEAN)]).status, 0);
      assert.equal(wenzhen(['check', file('b.txt', DAMAGED)]).status, 1);
    });
    test('a folder stands for its articles at any depth', () => {
      file('a/b/c.article', CLEAN);
      file('a/d.txt', CLEAN);
      file('a/e.md', CLEAN);
      file('a/.hidden/f.txt', CLEAN);
      const entries = JSON.parse(wenzhen(['check', '--format', 'json', files.folder]).stdout);
      assert.deepEqual(
        entries.map((entry: any) => path.relative(files.folder, entry.path)),
        ['a/b/c.article', 'a/d.txt'],
      );
    });
    test('standard input', () => assert.equal(wenzhen(['check', '-'], DAMAGED).status, 1));
    test('names another encoding and reads it', () => {
      const [entry] = JSON.parse(wenzhen(['check', '--format', 'json', file('g.txt', iconv.encode(CLEAN, 'gb18030'))]).stdout);
      assert.equal(entry.encoding, 'gb18030');
      assert.ok(entry.findings.some((finding: any) => finding.code === 'encoding.undecoded'));
    });
    test('GitHub annotations count from 1 and are escaped', () => {
      const { stdout } = wenzhen(['check', '--format', 'github', file('b,c.txt', DAMAGED)]);
      assert.match(stdout, /^::warning file=.*b%2Cc\.txt,line=3,/m);
    });
    test('SARIF has rules, regions and fixes', () => {
      const {
        runs: [run],
      } = JSON.parse(wenzhen(['check', '--format', 'sarif', file('b.txt', DAMAGED)]).stdout);
      assert.equal(run.columnKind, 'utf16CodeUnits');
      const [result] = run.results;
      assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
      assert.ok(result.locations[0].physicalLocation.region.startLine >= 1);
    });
    test('text from files cannot steer the terminal', () =>
      assert.doesNotMatch(wenzhen(['check', file('b.txt', DAMAGED.replace('落實(shí)', '\u001b[31m落實(shí)'))]).stdout, /\u001b/));
    test('messages in Chinese when asked', () =>
      assert.match(wenzhen(['check', '--locale', 'zh-CN', file('b.txt', DAMAGED)]).stdout, /个文件/));
    test('many files give the same as one by one', function () {
      this.timeout(60_000);
      for (let i = 0; i < 24; i++) file(`many/${String(i).padStart(2, '0')}.txt`, CLEAN.repeat(600) + (i % 3 === 0 ? DAMAGED : ''));
      const all = JSON.parse(wenzhen(['check', '--format', 'json', path.join(files.folder, 'many')]).stdout);
      assert.equal(all.length, 24);
      for (const i of [0, 1]) assert.deepEqual(all[i], JSON.parse(wenzhen(['check', '--format', 'json', all[i].path]).stdout)[0]);
      assert.deepEqual(
        all.map((entry: any) => entry.path),
        [...all.map((entry: any) => entry.path)].sort(),
      );
    });
    test('a reader that goes away ends it quietly', () => {
      const { stderr } = spawnSync(
        'sh',
        [
          '-c',
          `"${process.execPath}" "${CLI}" check --format json ${Array(60)
            .fill(`"${file('b.txt', DAMAGED.repeat(50))}"`)
            .join(' ')} | head -c 10`,
        ],
        { encoding: 'utf8' },
      );
      assert.equal(stderr, '');
    });
  });

  suite('repair', () => {
    test('shows a diff and touches nothing', () => {
      const at = file('b.txt', DAMAGED);
      const { status, stdout } = wenzhen(['repair', at]);
      assert.equal(status, 0);
      assert.match(stdout, /^@@ -\d/m);
      assert.match(stdout, /^\+市委書記李明主持會議。李明強調，要堅決落實責任/m);
      assert.equal(read(at), DAMAGED);
      assert.deepEqual(fs.readdirSync(files.folder), ['b.txt']);
    });
    test('a diff names Chinese files as they are called, odd ones in quotes, and git applies both', () => {
      for (const [name, header] of [
        ['会议 1.txt', /^--- a\/会议 1\.txt$/m],
        ['a"b.txt', /^--- "a\/a\\"b\.txt"$/m],
      ] as const) {
        const at = file(name, DAMAGED);
        const { stdout } = spawnSync(process.execPath, [CLI, 'repair', name], { cwd: files.folder, encoding: 'utf8' });
        assert.match(stdout, header);
        assert.equal(spawnSync('git', ['apply'], { cwd: files.folder, input: stdout, encoding: 'utf8' }).stderr, '');
        assert.equal(read(at), MEANT);
      }
    });
    test('--write replaces the file and never overwrites a backup', () => {
      const at = file('b.txt', DAMAGED);
      fs.chmodSync(at, 0o640);
      file('b.txt.bak', 'older');
      assert.equal(wenzhen(['repair', '--write', at]).status, 0);
      assert.equal(read(at), MEANT);
      assert.equal(read(`${at}.bak`), 'older');
      assert.equal(read(`${at}.bak1`), DAMAGED);
      assert.equal(fs.statSync(at).mode & 0o777, 0o640);
      assert.deepEqual(fs.readdirSync(files.folder).sort(), ['b.txt', 'b.txt.bak', 'b.txt.bak1']);
    });
    test('--write leaves clean files alone', () => {
      const at = file('a.txt', CLEAN);
      const before = fs.statSync(at).mtimeMs;
      wenzhen(['repair', '--write', at]);
      assert.deepEqual(fs.readdirSync(files.folder), ['a.txt']);
      assert.equal(fs.statSync(at).mtimeMs, before);
    });
    test('--write follows a symbolic link', () => {
      const at = file('real/b.txt', DAMAGED);
      const link = path.join(files.folder, 'link.txt');
      fs.symlinkSync(at, link);
      wenzhen(['repair', '--write', link]);
      assert.ok(fs.lstatSync(link).isSymbolicLink());
      assert.equal(read(at), MEANT);
    });
    test('--write respects a read-only file', () => {
      const at = file('b.txt', DAMAGED);
      fs.chmodSync(at, 0o444);
      const { status, stderr } = wenzhen(['repair', '--write', at]);
      assert.equal(status, 2);
      assert.match(stderr, /read-only/);
      assert.equal(read(at), DAMAGED);
    });
    test('byte order mark and line ends stay', () => {
      const text = `\ufeff${DAMAGED.replaceAll('\n', '\r\n')}`;
      assert.equal(wenzhen(['repair', '-', '--stdout'], text).stdout, `\ufeff${MEANT.replaceAll('\n', '\r\n')}`);
    });
    test('a file in another encoding is named and not edited', () => {
      const bytes = iconv.encode(DAMAGED.replaceAll('í', 'i'), 'gb18030');
      const at = file('g.txt', bytes);
      const { status, stderr } = wenzhen(['repair', '--write', at]);
      assert.equal(status, 2);
      assert.match(stderr, /GB18030/);
      assert.deepEqual(fs.readFileSync(at), bytes);
    });
    test('--explain tells what was repaired, how sure that is, and once how such damage comes about', () => {
      const explain = (locale: string) => wenzhen(['--locale', locale, 'repair', '--explain', file('b.txt', DAMAGED)]).stderr;
      const english = explain('en');
      assert.match(english, /b\.txt:3:\d+ {2}encoding\.pinyin-injection {2}(proven|likely) {2}.+ → .+ {2}mirror-site/);
      assert.equal(english.match(/^ {4}The site inserted the reading after the character/gm)?.length, 1);
      const chinese = explain('zh-CN');
      assert.match(chinese, / {2}encoding\.pinyin-injection {2}(已证实|很可能) {2}/);
      assert.doesNotMatch(chinese, /The site inserted/);
    });
  });

  suite('standard input', () => {
    test('closed, it is an empty text', () => {
      const { status, stdout } = spawnSync(process.execPath, [CLI, 'repair', '--stdout', '-'], { stdio: ['ignore', 'pipe', 'inherit'] });
      assert.equal(status, 0);
      assert.equal(stdout.length, 0);
    });
    test('through a pipe that does not wait, whatever comes late is read', async function () {
      if (process.platform === 'win32') return this.skip();
      const pipe = path.join(files.folder, 'pipe');
      spawnSync('mkfifo', [pipe]);
      const reader = fs.openSync(pipe, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
      const writer = fs.openSync(pipe, 'w');
      const child = spawn(process.execPath, [CLI, 'repair', '--stdout', '-'], { stdio: [reader, 'pipe', 'inherit'] });
      // A socket makes the pipe, which both processes share, one that does not wait.
      const socket = new net.Socket({ fd: reader, readable: false, writable: false });
      let repaired = '';
      child.stdout!.on('data', (piece: Buffer) => (repaired += piece.toString()));
      const ended = new Promise(resolve => child.on('close', resolve));
      for (const piece of [DAMAGED.slice(0, 9), DAMAGED.slice(9)]) {
        await new Promise(resolve => setTimeout(resolve, 700));
        fs.writeSync(writer, piece);
      }
      fs.closeSync(writer);
      assert.equal(await ended, 0);
      socket.destroy();
      assert.equal(repaired, MEANT);
    });
  });

  suite('outline and entities', () => {
    test('formats of the outline', () => {
      const at = file('a.txt', CLEAN);
      assert.ok(Array.isArray(JSON.parse(wenzhen(['outline', '--format', 'json', at]).stdout)));
      assert.match(wenzhen(['outline', at]).stdout, /[├└]─ /);
      assert.match(wenzhen(['outline', '--format', 'csv', at]).stdout, /^path,title,date,speaker,level,marker,name,text\r\n/);
      assert.match(wenzhen(['outline', '--format', 'markdown', at]).stdout, /^\s*- /m);
    });
    test('several files give an array with paths', () => {
      const a = file('a.txt', CLEAN);
      const b = file('b.txt', CLEAN);
      assert.deepEqual(
        JSON.parse(wenzhen(['outline', '--format', 'json', a, b]).stdout).map((entry: any) => entry.path),
        [a, b],
      );
      assert.deepEqual(
        JSON.parse(wenzhen(['entities', '--format', 'json', a, b]).stdout).map((entry: any) => entry.path),
        [a, b],
      );
    });
  });

  suite('stream', () => {
    test('answers each line once, keeps other fields and goes on after bad lines', () => {
      const { status, stdout } = wenzhen(
        ['stream'],
        [JSON.stringify({ id: 1, text: DAMAGED, site: 'x' }), '{', '', '[]', '{"id":9}', 'null', JSON.stringify({ id: 2, text: '' })].join(
          '\n',
        ),
      );
      assert.equal(status, 0);
      const lines = stdout
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line));
      assert.equal(lines.length, 7);
      assert.deepEqual({ ...lines[0], findings: [] }, { id: 1, text: MEANT, site: 'x', findings: [] });
      for (const i of [1, 2, 3, 5]) assert.ok('error' in lines[i]);
      assert.equal(lines[4].id, 9);
      assert.deepEqual(lines[6], { id: 2, text: '', findings: [] });
    });
    test('numbers keep their digits', () => {
      assert.match(
        wenzhen(['stream'], '{"id":9007199254740993,"share":1.10,"text":""}\n').stdout,
        /^\{"id":9007199254740993,"share":1\.10,/,
      );
    });
    test('a line that is not UTF-8 is answered with an error: its bytes would be lost', () => {
      const { stdout } = wenzhen(
        ['stream'],
        Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xbb, 0xe1]), Buffer.from('"}\n{"text":""}\n')]),
      );
      assert.deepEqual(
        stdout
          .trimEnd()
          .split('\n')
          .map(line => JSON.parse(line)),
        [{ error: 'line 1: not UTF-8' }, { text: '', findings: [] }],
      );
    });
    test('a byte order mark before the first line is none of its text', () => {
      assert.deepEqual(JSON.parse(wenzhen(['stream'], '\ufeff{"text":""}\r\n').stdout), { text: '', findings: [] });
    });
    test('memory does not grow with the stream, and the output waits for its reader', async function () {
      this.timeout(60_000);
      const child = spawn(process.execPath, ['--max-old-space-size=96', CLI, 'stream'], { stdio: ['pipe', 'pipe', 'inherit'] });
      const line = `${JSON.stringify({ text: CLEAN.repeat(60) })}\n`;
      let bytes = 0;
      let lines = 0;
      child.stdout.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        for (const byte of chunk) if (byte === 10) lines++;
      });
      const total = 3000;
      for (let i = 0; i < total; i++) if (!child.stdin.write(line)) await new Promise(resolve => child.stdin.once('drain', resolve));
      child.stdin.end();
      const code = await new Promise(resolve => child.on('exit', resolve));
      assert.equal(code, 0);
      assert.equal(lines, total);
      assert.ok(bytes > total * 1000);
    });
  });
});
