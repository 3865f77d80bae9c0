/** The server's contract over standard input and output. */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { Client, PULLING } from './client';

const SEED = fs.readFileSync('seeds/000_da66712a28116a4b.txt', 'utf8');
const URI = 'file:///article.article';
/** Damage in the words of this test: an injected reading, repaired by deleting it. */
const DAMAGED = '市委召開會議\n\n市委書記李明主持會議。李明強調，要堅決落實(shí)責任，要加強巡查，落實(shí)措施。\n';

suite('language server over stdio', () => {
  let client: Client;
  setup(() => {
    client = new Client();
  });
  teardown(async () => {
    client.process.kill('SIGKILL');
    await client.exit;
  });

  test('offers what it has, synchronises incrementally and exits 0', async () => {
    const { capabilities, serverInfo } = await client.start();
    assert.equal(capabilities.textDocumentSync.change, 2);
    assert.equal(capabilities.diagnosticProvider.workspaceDiagnostics, false);
    for (const name of [
      'documentSymbolProvider',
      'hoverProvider',
      'codeActionProvider',
      'foldingRangeProvider',
      'selectionRangeProvider',
      'semanticTokensProvider',
      'inlayHintProvider',
    ])
      assert.ok(capabilities[name], name);
    assert.equal(serverInfo.name, 'wenzhen-language-server');
    assert.equal(await client.stop(), 0);
  });

  test('starts without --stdio as well', async () => {
    client.process.kill('SIGKILL');
    client = new Client([]);
    await client.start();
    assert.equal(await client.stop(), 0);
  });

  test('pulled diagnostics carry code, source, link and data, and say when nothing changed', async () => {
    await client.start();
    client.open(URI, SEED);
    const report = await client.ask('textDocument/diagnostic', { textDocument: { uri: URI } });
    assert.equal(report.kind, 'full');
    assert.ok(report.items.length > 0);
    for (const item of report.items) {
      assert.equal(item.source, 'wenzhen');
      assert.match(item.codeDescription.href, /^https:/);
      assert.equal(item.data.code, item.code);
    }
    const again = await client.ask('textDocument/diagnostic', { textDocument: { uri: URI }, previousResultId: report.resultId });
    assert.deepEqual(again, { kind: 'unchanged', resultId: report.resultId });
    client.tell('textDocument/didChange', {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '再' }],
    });
    assert.equal(
      (await client.ask('textDocument/diagnostic', { textDocument: { uri: URI }, previousResultId: report.resultId })).kind,
      'full',
    );
  });

  test('a damaged seed shows a list that a person can read', async () => {
    await client.start();
    client.open(URI, SEED);
    const { items } = await client.ask('textDocument/diagnostic', { textDocument: { uri: URI } });
    const shown = items.filter((item: any) => item.severity < 4);
    assert.ok(shown.length > 0 && shown.length <= 60, `${shown.length} problems`);
    assert.ok(
      items.some((item: any) => item.tags?.includes(1)),
      'deleted spots are faded',
    );
  });

  test('pushes to clients that do not pull, in the order of versions and without clearing first', async () => {
    await client.start({});
    client.open(URI, DAMAGED);
    assert.ok((await client.heard('textDocument/publishDiagnostics', params => params.version === 1)).diagnostics.length > 0);
    client.tell('textDocument/didChange', {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '再' }],
    });
    await client.heard('textDocument/publishDiagnostics', params => params.version === 2);
    assert.ok(
      client.notifications
        .filter(({ method }) => method === 'textDocument/publishDiagnostics')
        .every(({ params }) => params.diagnostics.length > 0),
    );
    client.tell('textDocument/didClose', { textDocument: { uri: URI } });
    await client.heard('textDocument/publishDiagnostics', params => params.diagnostics.length === 0);
  });

  test('after an edit the changes of the tokens give the new tokens', async () => {
    await client.start();
    client.open(URI, DAMAGED);
    const first = await client.ask('textDocument/semanticTokens/full', { textDocument: { uri: URI } });
    client.tell('textDocument/didChange', {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [
        {
          range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
          text: '\n市长王海指出，要压实属地、部门、单位、个人“四方责任”。\n',
        },
      ],
    });
    const delta = await client.ask('textDocument/semanticTokens/full/delta', {
      textDocument: { uri: URI },
      previousResultId: first.resultId,
    });
    const data = [...first.data];
    for (const { start, deleteCount, data: added } of [...delta.edits].reverse()) data.splice(start, deleteCount, ...(added ?? []));
    const fresh = await client.ask('textDocument/semanticTokens/full', { textDocument: { uri: URI } });
    assert.deepEqual(data, fresh.data);
    assert.notDeepEqual(data, first.data);
    assert.deepEqual(
      (await client.ask('textDocument/semanticTokens/full/delta', { textDocument: { uri: URI }, previousResultId: fresh.resultId })).edits,
      [],
    );
    assert.ok(
      (await client.ask('textDocument/semanticTokens/full/delta', { textDocument: { uri: URI }, previousResultId: 'forgotten' })).data,
    );
  });

  test('edits of fixes carry the version they were made for', async () => {
    await client.start();
    client.open(URI, DAMAGED, 'article', 7);
    const actions = await client.ask('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 40 } },
      context: { diagnostics: [] },
    });
    assert.ok(actions.some((action: any) => action.kind === 'quickfix'));
    const fixAll = actions.find((action: any) => action.kind === 'source.fixAll.wenzhen');
    const [change] = fixAll.edit.documentChanges;
    assert.deepEqual(change.textDocument, { uri: URI, version: 7 });
    assert.equal(applyLineEdits(DAMAGED, change.edits), DAMAGED.replace(/\([a-zāáǎàēéěèīíǐìōóǒòūúǔù]+\)/g, ''));
  });

  test('only what is asked for is offered', async () => {
    await client.start();
    client.open(URI, DAMAGED);
    const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
    const only = (...kinds: string[]) =>
      client.ask('textDocument/codeAction', { textDocument: { uri: URI }, range, context: { diagnostics: [], only: kinds } });
    assert.ok((await only('source')).every((action: any) => action.kind === 'source.fixAll.wenzhen'));
    assert.deepEqual(await only('refactor'), []);
    assert.deepEqual(await only('source.fixAll.other'), []);
  });

  test('rules can be switched off and changed without a restart, and settings are asked for once', async () => {
    client.settings = { rules: { 'encoding.pinyin-injection': 'off' } };
    await client.start({ ...PULLING, workspace: { configuration: true } });
    client.open(URI, DAMAGED);
    const codes = async () =>
      (await client.ask('textDocument/diagnostic', { textDocument: { uri: URI } })).items.map((item: any) => item.code);
    assert.ok(!(await codes()).includes('encoding.pinyin-injection'));
    await codes();
    assert.equal(client.configurationRequests, 1);
    client.settings = { rules: { 'encoding.pinyin-injection': 'error' } };
    client.tell('workspace/didChangeConfiguration', { settings: null });
    assert.ok((await codes()).includes('encoding.pinyin-injection'));
    assert.equal(client.configurationRequests, 2);
  });

  test('malformed settings keep the defaults', async () => {
    client.settings = { rules: [1, 'x'], repair: 3, plaintext: {} };
    await client.start({ ...PULLING, workspace: { configuration: true } });
    client.open(URI, DAMAGED);
    assert.ok((await client.ask('textDocument/diagnostic', { textDocument: { uri: URI } })).items.length > 0);
  });

  test('plain text is served when it is mainly Chinese', async () => {
    await client.start();
    client.open('file:///a.txt', DAMAGED, 'plaintext');
    client.open('file:///b.txt', 'The quick brown fox (hú) jumps over 落實(shí) the lazy dog.\n'.repeat(3), 'plaintext');
    assert.ok((await client.ask('textDocument/diagnostic', { textDocument: { uri: 'file:///a.txt' } })).items.length > 0);
    assert.equal((await client.ask('textDocument/diagnostic', { textDocument: { uri: 'file:///b.txt' } })).items.length, 0);
  });

  test('nothing is said about a text that the client decoded wrongly', async () => {
    await client.start();
    client.open(URI, DAMAGED);
    client.tell('wenzhen/didChangeEncoding', { uri: URI, encoding: 'gb2312', undecoded: true });
    assert.deepEqual((await client.ask('textDocument/diagnostic', { textDocument: { uri: URI } })).items, []);
    assert.deepEqual(await client.ask('textDocument/documentSymbol', { textDocument: { uri: URI } }), []);
    client.tell('wenzhen/didChangeEncoding', { uri: URI, encoding: 'utf8', undecoded: false });
    assert.ok((await client.ask('textDocument/diagnostic', { textDocument: { uri: URI } })).items.length > 0);
  });

  test('documents that are not open get empty answers', async () => {
    await client.start();
    assert.deepEqual((await client.ask('textDocument/diagnostic', { textDocument: { uri: 'file:///none' } })).items, []);
    assert.deepEqual(await client.ask('textDocument/documentSymbol', { textDocument: { uri: 'file:///none' } }), []);
    assert.equal(
      await client.ask('textDocument/hover', { textDocument: { uri: 'file:///none' }, position: { line: 0, character: 0 } }),
      null,
    );
  });

  test('bad requests fail alone', async () => {
    await client.start();
    client.open(URI, DAMAGED);
    await assert.rejects(client.ask('textDocument/nonsense', {}));
    await assert.rejects(client.ask('textDocument/codeAction', { textDocument: { uri: URI }, range: null, context: null } as any));
    assert.ok((await client.ask('textDocument/diagnostic', { textDocument: { uri: URI } })).items.length > 0);
  });

  const code = (request: Promise<unknown>): Promise<number | undefined> =>
    request.then(
      () => undefined,
      (error: { code: number }) => error.code,
    );

  test('malformed parameters are told apart from failures', async () => {
    await client.start();
    client.open(URI, DAMAGED);
    const textDocument = { uri: URI };
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    const malformed: [string, any][] = [
      ['textDocument/diagnostic', {}],
      ['textDocument/documentSymbol', { textDocument: {} }],
      ['textDocument/codeLens', { textDocument: null }],
      ['textDocument/foldingRange', []],
      ['textDocument/hover', null],
      ['textDocument/hover', { textDocument }],
      ['textDocument/definition', { textDocument, position: { line: '0', character: 0 } }],
      ['textDocument/references', { textDocument, position: { line: -1, character: 0 } }],
      ['textDocument/codeAction', { textDocument, range }],
      ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [null] } }],
      ['textDocument/inlayHint', { textDocument, range: {} }],
      ['textDocument/selectionRange', { textDocument, positions: {} }],
      ['textDocument/semanticTokens/full', { textDocument: 1 }],
      ['textDocument/semanticTokens/range', { textDocument }],
      ['workspace/symbol', {}],
      ['wenzhen/repair', { uri: URI }],
      ['wenzhen/detectEncoding', { bytes: 1 }],
      ['wenzhen/exportDirectives', { documents: [null] }],
      ['wenzhen/directives', {}],
    ];
    for (const [method, params] of malformed)
      assert.equal(await code(client.ask(method, params)), -32602, `${method} ${JSON.stringify(params)}`);
    assert.equal(
      await code(client.ask('textDocument/hover', { textDocument, position: { line: 9999, character: 9999 } })),
      undefined,
      'a place behind the end is one',
    );
  });

  test('nothing is answered before the beginning or after the end', async () => {
    assert.equal(await code(client.ask('textDocument/hover', { textDocument: { uri: URI }, position: { line: 0, character: 0 } })), -32002);
    await client.start();
    assert.equal(await code(client.ask('initialize', { processId: null, rootUri: null, capabilities: {} })), -32600);
    assert.equal(await code(client.ask('textDocument/nonsense', {})), -32601);
    await client.ask('shutdown');
    assert.equal(await code(client.ask('workspace/symbol', { query: '王' })), -32600);
    assert.equal(await code(client.ask('textDocument/documentSymbol', { textDocument: { uri: URI } })), -32600);
    client.tell('exit', {});
    assert.equal(await client.exit, 0);
  });

  test('a text that is not open is repaired for previews', async () => {
    await client.start();
    const { edits, kinds } = await client.ask('wenzhen/repair', { uri: URI, text: DAMAGED });
    assert.equal(
      edits.reduceRight((text: string, edit: any) => text.slice(0, edit.start) + edit.newText + text.slice(edit.end), DAMAGED),
      DAMAGED.replace(/\([a-zāáǎàēéěèīíǐìōóǒòūúǔù]+\)/g, ''),
    );
    assert.match(kinds[0].name, /pinyin/i);
    assert.ok(kinds[0].count >= 1);
  });
});

/** Applies protocol edits, last first. */
function applyLineEdits(text: string, edits: any[]): string {
  const offset = (p: { line: number; character: number }) =>
    text
      .split('\n')
      .slice(0, p.line)
      .reduce((sum, line) => sum + line.length + 1, 0) + p.character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((out, edit) => out.slice(0, offset(edit.range.start)) + edit.newText + out.slice(offset(edit.range.end)), text);
}
