/** The collection over the workspace folders: search, changes on disk, and what is kept between starts. */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import iconv from 'iconv-lite';
import { URI } from 'vscode-uri';
import { Client, PULLING, until } from './client';

const ARTICLE = (order: string) => `全市防汛工作会议召开\n\n6月3日，市委副书记、市长王海主持召开会议。王海强调，要加强巡查。${order}\n`;

suite('collection over stdio', () => {
  let folder: string;
  let storage: string;
  let client: Client;
  setup(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wenzhen-收藏 (1)-'));
    storage = fs.mkdtempSync(path.join(os.tmpdir(), 'wenzhen-storage-'));
    fs.mkdirSync(path.join(folder, '2024年'));
    fs.writeFileSync(path.join(folder, '2024年', "a 'b'.txt"), ARTICLE('要把好水库关口。'));
    fs.writeFileSync(path.join(folder, 'b.article'), ARTICLE('要备足物资。'));
    fs.writeFileSync(path.join(folder, 'english.txt'), 'The mayor said that everybody must keep the gate.\n'.repeat(5));
    client = new Client();
  });
  teardown(async () => {
    client.process.kill('SIGKILL');
    await client.exit;
    for (const at of [folder, storage]) fs.rmSync(at, { recursive: true, force: true });
  });
  const start = () =>
    client.start(PULLING, { workspaceFolders: [{ uri: URI.file(folder).toString(), name: 'x' }], initializationOptions: { storage } });
  const search = async (query: string): Promise<any[]> => client.ask('workspace/symbol', { query });

  test('finds directives across the folder, at the addresses an editor uses', async () => {
    await start();
    await client.heard('wenzhen/indexChanged');
    const [found, ...others] = await search('要把好');
    assert.deepEqual(others, []);
    assert.equal(found.location.uri, URI.file(path.join(folder, '2024年', "a 'b'.txt")).toString());
    assert.equal(found.location.range.start.line, 2);
    assert.match(found.containerName, /王海/);
    assert.equal((await search('加強巡查')).length, 2);
    assert.deepEqual(await search(''), []);
    assert.deepEqual(await search('没有的词'), []);
  });

  test("the folder's own files count, and their mistakes are pointed at", async () => {
    fs.mkdirSync(path.join(folder, '.wenzhen'));
    fs.writeFileSync(path.join(folder, '.wenzhen', 'people.csv'), 'name,titles,nonsense\n王海,市委书记,x\n');
    await start();
    const { uri, diagnostics } = await client.heard('textDocument/publishDiagnostics', params => params.uri.endsWith('people.csv'));
    assert.equal(uri, URI.file(path.join(folder, '.wenzhen', 'people.csv')).toString());
    assert.equal(diagnostics[0].range.start.line, 0);
    assert.match(diagnostics[0].message, /nonsense/);
  });

  test("a file about people that a spreadsheet saved in the system's encoding is read as it was meant", async () => {
    fs.mkdirSync(path.join(folder, '.wenzhen'));
    fs.writeFileSync(path.join(folder, '.wenzhen', 'people.csv'), iconv.encode('姓名,级别\n王海,正厅级\n', 'gbk'));
    await start();
    const { diagnostics } = await client.heard('textDocument/publishDiagnostics', params => params.uri.endsWith('people.csv'));
    assert.match(diagnostics[0].message, /级别/);
  });

  test("the folder's own phrases count at once, in open documents and in files that are not open", async () => {
    const files = ['2024年/c.txt', 'd.txt'].map(name => path.join(folder, name));
    for (const file of files) fs.writeFileSync(file, ARTICLE('要修好红砖渠。'));
    await start();
    await client.heard('wenzhen/indexChanged');
    const uri = URI.file(files[0]!).toString();
    const texts = async () =>
      (await client.ask('wenzhen/slogans', {})).groups
        .flatMap(({ slogans }: any) => slogans)
        .map(({ text, articles }: any) => [text, articles.length]);
    client.open(uri, ARTICLE('要修好红砖渠。'));
    assert.deepEqual(await texts(), []);
    fs.mkdirSync(path.join(folder, '.wenzhen'));
    const known = path.join(folder, '.wenzhen', 'slogans.json');
    fs.writeFileSync(known, JSON.stringify([{ phrase: '要修好红砖渠', english: 'mend the canal' }]));
    client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: URI.file(known).toString(), type: 1 }] });
    await until(async () => (await texts())[0]?.[1] === 2);
    const hover = await client.ask('textDocument/hover', { textDocument: { uri }, position: { line: 2, character: 34 } });
    assert.match(hover?.contents.value ?? '', /mend the canal/);
  });

  test('a second start reads nothing again but what changed', async () => {
    await start();
    await client.heard('wenzhen/indexChanged');
    await until(() => Promise.resolve(fs.existsSync(path.join(storage, 'collection.ndjson'))));
    const saved = fs.readFileSync(path.join(storage, 'collection.ndjson'), 'utf8');
    client.process.kill('SIGKILL');
    await client.exit;
    // What the file says is believed as long as the text is the same.
    fs.writeFileSync(path.join(storage, 'collection.ndjson'), saved.replaceAll('备足物资', '备足粮草'));
    client = new Client();
    await start();
    await client.heard('wenzhen/indexChanged');
    assert.equal((await search('备足粮草')).length, 1);
    client.process.kill('SIGKILL');
    await client.exit;
    fs.writeFileSync(
      path.join(storage, 'collection.ndjson'),
      saved.replace(/"version":"[^"]+"/, '"version":"another"').replaceAll('备足物资', '备足粮草'),
    );
    client = new Client();
    await start();
    await client.heard('wenzhen/indexChanged');
    assert.deepEqual([(await search('备足粮草')).length, (await search('备足物资')).length], [0, 1]);
  }).timeout(30_000);

  test('a file that an editor read with the wrong encoding is told without its help', async () => {
    const bytes = iconv.encode(ARTICLE('要备足物资。').repeat(3), 'gb18030');
    const at = path.join(folder, 'gbk.txt');
    fs.writeFileSync(at, bytes);
    await start();
    const uri = URI.file(at).toString();
    client.open(uri, new TextDecoder().decode(bytes), 'article');
    const { items } = await client.ask('textDocument/diagnostic', { textDocument: { uri } });
    assert.deepEqual(
      items.map(({ code, severity }: any) => [code, severity]),
      [['encoding.undecoded', 1]],
    );
    assert.deepEqual(
      await client.ask('textDocument/codeAction', {
        textDocument: { uri },
        range: items[0].range,
        context: { diagnostics: items, only: ['source.fixAll'] },
      }),
      [],
    );
    client.tell('textDocument/didClose', { textDocument: { uri } });
    client.open(uri, new TextDecoder('gb18030').decode(bytes), 'article');
    assert.ok(
      (await client.ask('textDocument/diagnostic', { textDocument: { uri } })).items.every(
        ({ code }: any) => code !== 'encoding.undecoded',
      ),
    );
  });

  test('open documents and changes on disk replace what was read before', async () => {
    await start();
    await client.heard('wenzhen/indexChanged');
    const uri = URI.file(path.join(folder, 'b.article')).toString();
    client.open(uri, ARTICLE('要转移群众。'));
    assert.equal((await search('转移群众')).length, 1);
    assert.equal((await search('备足物资')).length, 0);
    client.tell('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: ARTICLE('要盯住河道。') }] });
    assert.equal((await search('盯住河道')).length, 1);
    client.tell('textDocument/didClose', { textDocument: { uri } });
    fs.rmSync(path.join(folder, '2024年'), { recursive: true });
    client.tell('workspace/didChangeWatchedFiles', {
      changes: [{ uri: URI.file(path.join(folder, '2024年', "a 'b'.txt")).toString(), type: 3 }],
    });
    assert.equal((await search('要把好')).length, 0);
  });

  test('folders come and go: those of the workspace, and those within them', async () => {
    const other = fs.mkdtempSync(path.join(os.tmpdir(), 'wenzhen-又一-'));
    const uri = URI.file(other).toString();
    try {
      await client.start(
        { ...PULLING, workspace: { workspaceFolders: true } },
        { workspaceFolders: [{ uri: URI.file(folder).toString(), name: 'x' }] },
      );
      await until(async () => (await search('要把好')).length === 1);
      fs.mkdirSync(path.join(other, 'sub'));
      fs.writeFileSync(path.join(other, 'sub', 'c.txt'), ARTICLE('要盯住河道。'));
      client.tell('workspace/didChangeWorkspaceFolders', { event: { added: [{ uri, name: 'y' }], removed: [] } });
      await until(async () => (await search('盯住河道')).length === 1);
      fs.renameSync(path.join(other, 'sub'), path.join(other, 'moved'));
      client.tell('workspace/didChangeWatchedFiles', {
        changes: [
          { uri: `${uri}/sub`, type: 3 },
          { uri: `${uri}/moved`, type: 1 },
        ],
      });
      await until(async () => (await search('盯住河道'))[0]?.location.uri.includes('/moved/'));
      assert.equal((await search('盯住河道')).length, 1);
      client.tell('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [{ uri, name: 'y' }] } });
      await until(async () => (await search('盯住河道')).length === 0);
      assert.equal((await search('要把好')).length, 1);
    } finally {
      fs.rmSync(other, { recursive: true });
    }
  });
});
