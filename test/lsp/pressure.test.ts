/** Long texts, hostile texts and haste: the server answers, stays responsive and gets the positions right. */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { memoryOf } from '../proc';
import { Client } from './client';

const URI = 'file:///article.article';
const PARAGRAPH = (i: number) =>
  `王海强调，第${i}批物资要备足，要加强巡查，要转移群众，要盯住水库，要守住河道，要抓好落实，要压实属地、部门、单位、个人“四方责任”。\n`;

suite('under pressure', function () {
  this.timeout(120_000);
  let client: Client;
  setup(async () => {
    client = new Client();
    await client.start();
  });
  teardown(async () => {
    client.process.kill('SIGKILL');
    await client.exit;
  });
  const diagnose = () => client.ask('textDocument/diagnostic', { textDocument: { uri: URI } });
  const symbols = () => client.ask('textDocument/documentSymbol', { textDocument: { uri: URI } });

  test('edits that race with requests never give positions of another version', async () => {
    let text = Array.from({ length: 40 }, (_, i) => PARAGRAPH(i)).join('');
    client.open(URI, text);
    const answers: Promise<{ version: number; symbols: any }>[] = [];
    for (let version = 2; version < 40; version++) {
      const line = (version * 7) % 40;
      client.tell('textDocument/didChange', {
        textDocument: { uri: URI, version },
        contentChanges: [{ range: { start: { line, character: 0 }, end: { line, character: 0 } }, text: version % 3 === 0 ? '\n' : '要' }],
      });
      const lines = text.split('\n');
      lines[line] = (version % 3 === 0 ? '\n' : '要') + lines[line];
      text = lines.join('\n');
      if (version % 5 === 0) answers.push(symbols().then(found => ({ version, symbols: found })));
    }
    await Promise.all(answers);
    const fresh = new Client();
    await fresh.start();
    fresh.open(URI, text);
    assert.deepEqual(await symbols(), await fresh.ask('textDocument/documentSymbol', { textDocument: { uri: URI } }));
    assert.deepEqual((await diagnose()).items, (await fresh.ask('textDocument/diagnostic', { textDocument: { uri: URI } })).items);
    await fresh.stop();
  });

  test('a request whose positions are out of date is refused', async () => {
    client.open(URI, PARAGRAPH(1));
    await diagnose();
    // Both messages in one piece, as they arrive when somebody types fast.
    const frame = (message: object): string => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    };
    const answer = new Promise<string>(resolve =>
      client.process.stdout!.on('data', (data: Buffer) => {
        if (data.toString().includes('"late"')) resolve(data.toString());
      }),
    );
    client.process.stdin!.write(
      frame({ id: 'late', method: 'textDocument/hover', params: { textDocument: { uri: URI }, position: { line: 0, character: 1 } } }) +
        frame({ method: 'textDocument/didChange', params: { textDocument: { uri: URI, version: 2 }, contentChanges: [{ text: '改' }] } }),
    );
    assert.match(await answer, /-32801/);
  });

  test('memory is flat over rounds of opening, editing and closing', async function () {
    const megabytes = () => memoryOf(client.process.pid);
    if (Number.isNaN(megabytes())) this.skip();
    const text = fs.readFileSync('seeds/001_e60a9f82cbdd1797.txt', 'utf8');
    const marks: number[] = [];
    for (let round = 0; round < 200; round++) {
      const textDocument = { uri: `file:///round-${round}.article` };
      client.open(textDocument.uri, `第${round}篇\n${text}`);
      await client.ask('textDocument/diagnostic', { textDocument });
      client.tell('textDocument/didChange', {
        textDocument: { ...textDocument, version: 2 },
        contentChanges: [{ range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } }, text: '要' }],
      });
      await client.ask('textDocument/documentSymbol', { textDocument });
      client.tell('textDocument/didClose', { textDocument });
      if (round % 100 === 99) marks.push(megabytes());
    }
    assert.ok(marks[1]! < 150 && marks[1]! - marks[0]! < 25, marks.map(Math.round).join(' → '));
  });

  test('a cancelled request ends at once', async () => {
    client.open(URI, Array.from({ length: 8000 }, (_, i) => PARAGRAPH(i)).join(''));
    const { CancellationTokenSource } = await import('vscode-jsonrpc');
    const source = new CancellationTokenSource();
    const pull = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } }, source.token);
    setTimeout(() => source.cancel(), 50);
    await assert.rejects(pull, (error: any) => error.code === -32800);
  });

  test('small requests are answered while a long text is read', async () => {
    client.open(URI, Array.from({ length: 8000 }, (_, i) => PARAGRAPH(i)).join(''));
    client.open('file:///small.article', PARAGRAPH(0));
    const long = symbols();
    let done = false;
    void long.then(() => {
      done = true;
    });
    await client.ask('textDocument/hover', { textDocument: { uri: 'file:///small.article' }, position: { line: 0, character: 1 } });
    assert.equal(done, false);
    assert.ok((await long).length > 0);
  });

  for (const [name, text] of [
    ['one line of a million 要', '要'.repeat(1_000_000)],
    ['300,000 opening quotes', '“'.repeat(300_000)],
    ['nested enumerations', Array.from({ length: 10_000 }, (_, i) => `${'（'.repeat(3)}${i}）一是要查，`).join('')],
    ['a hundred thousand shifted spots', '?gòu)'.repeat(100_000)],
    ['lone surrogates and NUL', '\ud840\u0000会议\udc00要求。\ud840'.repeat(2000)],
    ['only line breaks', '\n'.repeat(200_000)],
  ] as const) {
    test(`${name}: answered, and the server goes on`, async () => {
      client.open(URI, text);
      assert.ok(Array.isArray((await diagnose()).items));
      assert.ok(Array.isArray(await symbols()));
      await client.ask('textDocument/semanticTokens/full', { textDocument: { uri: URI } });
      client.open('file:///small.article', PARAGRAPH(0));
      assert.ok((await client.ask('textDocument/documentSymbol', { textDocument: { uri: 'file:///small.article' } })).length > 0);
    });
  }
});
