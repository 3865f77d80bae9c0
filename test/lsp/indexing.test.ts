/** The collection index at work over JSON-RPC: its progress, its end when somebody cancels it, and files that come, change, move and go. */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { URI } from 'vscode-uri';
import { Client, PULLING, until } from './client';

/** Enough files that their reading is told of, and goes on while a message travels to and fro. */
const COUNT = 300;
const ARTICLE = (n: number, order: string) =>
  `全市防汛工作会议召开（第${n}次）\n\n6月3日，市委副书记、市长王海主持召开会议。王海强调，要加强巡查。${order}\n${Array.from({ length: 12 }, (_, i) => `第${i + 1}组的同志汇报了第${n}号堤段第${i + 7}处险情，王海要求立即处置，要把第${n * 31 + i}道闸门看好。`).join('\n')}\n`;

suite('the index over stdio', () => {
  let folder: string;
  let storage: string;
  let client: Client;
  setup(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wenzhen-index-'));
    storage = fs.mkdtempSync(path.join(os.tmpdir(), 'wenzhen-storage-'));
    client = new Client();
  });
  teardown(async () => {
    client.process.kill('SIGKILL');
    await client.exit;
    for (const at of [folder, storage]) fs.rmSync(at, { recursive: true, force: true });
  });
  const fill = () => {
    for (let n = 0; n < COUNT; n++) fs.writeFileSync(path.join(folder, `${n}.txt`), ARTICLE(n, '要备足物资。'));
  };
  const start = () =>
    client.start(
      { ...PULLING, window: { workDoneProgress: true } },
      { workspaceFolders: [{ uri: URI.file(folder).toString(), name: 'x' }], initializationOptions: { storage } },
    );
  const address = (name: string): string => URI.file(path.join(folder, name)).toString();
  const changed = (...changes: readonly (readonly [name: string, type: 1 | 2 | 3])[]) =>
    client.tell('workspace/didChangeWatchedFiles', { changes: changes.map(([name, type]) => ({ uri: address(name), type })) });
  /** Articles in which the mayor stands. */
  const articles = async (): Promise<{ uri: string }[]> =>
    (await client.ask('wenzhen/officials', {})).groups
      .flatMap(({ officials }: any) => officials)
      .filter(({ name }: any) => name === '王海')
      .flatMap((official: any) => official.articles);
  const found = async (query: string): Promise<string[]> =>
    (await client.ask('workspace/symbol', { query })).map(({ location }: any) => location.uri).sort();
  const progress = (kind: string): Promise<any> => client.heard('$/progress', ({ value }) => value.kind === kind);

  test('tells how far it is, from its beginning to its end, under the token that it announced', async () => {
    fill();
    await start();
    const { token, value } = await progress('begin');
    assert.equal(value.cancellable, true);
    assert.equal(value.percentage, 0);
    await until(async () => (await articles()).length === COUNT);
    await progress('end');
    const told = client.notifications.filter(({ method }) => method === '$/progress').map(({ params }) => params);
    assert.ok(told.every(params => params.token === token));
    assert.deepEqual([told[0].value.kind, told.at(-1).value.kind], ['begin', 'end']);
    const percentages = told.slice(1, -1).map(params => params.value.percentage);
    assert.ok(percentages.length >= 2, 'it is reported more than once');
    assert.deepEqual(
      percentages,
      [...percentages].sort((a, b) => a - b),
    );
    assert.ok(percentages.every(percentage => percentage >= 0 && percentage <= 100));
    assert.match(told[1].value.message, new RegExp(`^\\d+ / ${COUNT}$`));
  }).timeout(60_000);

  test('stops when it is cancelled, goes on answering, and reads the rest at the next start', async () => {
    fill();
    await start();
    const { token } = await progress('begin');
    client.tell('window/workDoneProgress/cancel', { token });
    await progress('end');
    const read = (await articles()).length;
    assert.ok(read < COUNT, `${read} of ${COUNT} were read all the same`);
    await new Promise(resolve => setTimeout(resolve, 700));
    assert.equal((await articles()).length, read, 'nothing goes on behind its back');

    client.open('file:///other.article', ARTICLE(1, '要转移群众。'));
    assert.ok((await client.ask('textDocument/documentSymbol', { textDocument: { uri: 'file:///other.article' } })).length > 0);
    // What changes from now on is read as ever.
    fs.writeFileSync(path.join(folder, 'new.txt'), ARTICLE(999, '要打通泄洪通道。'));
    changed(['new.txt', 1]);
    await until(async () => (await found('打通泄洪通道')).length === 1);

    await until(() => Promise.resolve(fs.existsSync(path.join(storage, 'collection.ndjson'))));
    assert.equal(await client.stop(), 0);
    client = new Client();
    await start();
    await until(async () => (await articles()).length === COUNT + 1);
  }).timeout(90_000);

  test('follows files that are made, changed, renamed and deleted', async () => {
    fs.writeFileSync(path.join(folder, 'a.txt'), ARTICLE(1, '要备足物资。'));
    await start();
    await until(async () => (await found('备足物资')).length === 1);

    fs.writeFileSync(path.join(folder, 'b.article'), ARTICLE(2, '要盯住河道。'));
    changed(['b.article', 1]);
    await until(async () => (await found('盯住河道')).length === 1);
    assert.equal((await articles()).length, 2);

    fs.writeFileSync(path.join(folder, 'b.article'), ARTICLE(2, '要清空水库。'));
    changed(['b.article', 2]);
    await until(async () => (await found('清空水库')).length === 1);
    assert.deepEqual(await found('盯住河道'), []);

    fs.renameSync(path.join(folder, 'b.article'), path.join(folder, 'c.article'));
    changed(['b.article', 3], ['c.article', 1]);
    await until(async () => (await found('清空水库'))[0] === address('c.article'));
    assert.deepEqual((await articles()).map(({ uri }) => uri).sort(), [address('a.txt'), address('c.article')]);

    fs.rmSync(path.join(folder, 'a.txt'));
    changed(['a.txt', 3]);
    assert.deepEqual(await found('备足物资'), []);
    assert.deepEqual(
      (await articles()).map(({ uri }) => uri),
      [address('c.article')],
    );
    // A file that is gone before it was read, and one that is made and deleted in one notice.
    changed(['never.txt', 1], ['c.article', 2], ['c.article', 3]);
    assert.deepEqual(await articles(), []);
  }).timeout(60_000);
});
