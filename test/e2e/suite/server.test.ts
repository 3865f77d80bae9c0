/** The extension and its server as processes: how long starting takes, and what happens when the server dies. */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import iconv from 'iconv-lite';
import * as vscode from 'vscode';
import { answerWith, closeAll, codeOf, open, problems, type, undecoded, until, write } from './editor';
import { SIMPLIFIED } from './texts';

suite('activation', () => {
  teardown(closeAll);

  test('takes less than 50 ms, or on a busy machine less than what the editor brings along', async () => {
    await open('000_da66712a28116a4b.txt');
    await vscode.commands.executeCommand('perfview.show');
    // The editor's own table: extension, eager, milliseconds to load its code, to call `activate` and until that was done.
    const rows = await until('the times of activation', () => {
      const table = vscode.workspace.textDocuments.find(({ uri: { scheme } }) => scheme === 'perf')?.getText() ?? '';
      const found = new Map(
        [...table.matchAll(/^\| ([\w.-]+) +\| (?:true|false) +\| (\d+) +\| (\d+) +\| (\d+) +\|/gm)].map(([, id, ...times]) => [
          id!,
          times.reduce((sum, time) => sum + Number(time), 0),
        ]),
      );
      return found.has('wenzhen.wenzhen') && found;
    });
    const own = rows.get('wenzhen.wenzhen')!;
    const others = Math.max(...[...rows].filter(([id]) => id.startsWith('vscode.')).map(([, time]) => time));
    console.log(`activation: ${own} ms; the slowest of the editor's own: ${others} ms`);
    assert.ok(own < 50 || own < others, `${own} ms, others ${others} ms`);
  });
});

suite('a server that dies', () => {
  teardown(closeAll);

  /** The server's process: a child of this extension host. Only Linux tells in a way that needs no other program. */
  const serverProcess = () =>
    fs
      .readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .map(Number)
      .find(pid => {
        try {
          return (
            fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('server/dist/main.js') &&
            fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1] === String(process.pid)
          );
        } catch {
          return false;
        }
      });

  test('is started again and knows the unsaved text and the encodings of the open files', async function () {
    if (process.platform !== 'linux') this.skip();
    const document = await open('003_6caca678ecf7bbc0.txt');
    const before = (await problems(document.uri)).length;
    await type('会议强调，要认真学习贯彻落实重要讲话精神，\n');
    await problems(document.uri, found => found.length > before);
    const wrong = await write('dies.txt', iconv.encode(SIMPLIFIED, 'gb18030'));
    await open('dies.txt');
    await until('encoding.undecoded', () => undecoded(wrong).length > 0);
    const first = serverProcess()!;
    process.kill(first, 'SIGKILL');
    await until('another server', () => {
      const now = serverProcess();
      return now !== undefined && now !== first;
    });
    await vscode.window.showTextDocument(document);
    await type('会议要求，要坚持问题导向，\n');
    await problems(document.uri, found => found.length > before + 1);
    await until(
      'nothing but the decoding reported',
      () => vscode.languages.getDiagnostics(wrong).map(codeOf).join() === 'encoding.undecoded',
    );
    answerWith(() => undefined);
    await vscode.commands.executeCommand('wenzhen.reopenWithEncoding', wrong);
    await until('the right text', () =>
      vscode.workspace.textDocuments.some(({ uri, getText }) => uri.toString() === wrong.toString() && getText() === SIMPLIFIED),
    );
  });
});
