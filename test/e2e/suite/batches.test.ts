/**
 * Conversion to UTF-8 and repair of folders in the editor: what is certain is written,
 * everything else left alone, and one command undoes it.
 */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import iconv from 'iconv-lite';
import * as vscode from 'vscode';
import { answerWith, bytesOf, closeAll, open, until, write } from './editor';
import { SIMPLIFIED, TRADITIONAL } from './texts';

suite('conversion to UTF-8', () => {
  setup(() => {
    answerWith(() => undefined);
  });
  teardown(closeAll);

  test('converts what is certain, leaves the rest, and is undone by one command', async () => {
    const gb = await write('convert/a.txt', iconv.encode(SIMPLIFIED, 'gb18030'));
    const utf8 = await write('convert/b.txt', SIMPLIFIED);
    const noise = Uint8Array.from({ length: 64 }, (_, i) => 0x80 + ((i * 37) % 128));
    const binary = await write('convert/c.txt', noise);
    const done = await vscode.commands.executeCommand<vscode.Uri[]>('wenzhen.convertToUtf8', vscode.Uri.joinPath(gb, '..'), undefined, {
      confirm: false,
    });
    assert.deepEqual(
      done.map(uri => uri.path),
      [gb.path],
    );
    assert.equal(bytesOf(gb).toString(), SIMPLIFIED);
    assert.equal(bytesOf(utf8).toString(), SIMPLIFIED);
    assert.deepEqual(new Uint8Array(bytesOf(binary)), noise);
    assert.equal(await vscode.commands.executeCommand('wenzhen.undoBatch'), 1);
    assert.deepEqual(bytesOf(gb), iconv.encode(SIMPLIFIED, 'gb18030'));
  });

  test('UTF-16 without a mark, which the editor does not open at all', async () => {
    const uri = await write('utf16/a.txt', iconv.encode(SIMPLIFIED, 'utf16le'));
    await vscode.commands.executeCommand('wenzhen.convertToUtf8', uri, undefined, { confirm: false });
    assert.equal(bytesOf(uri).toString(), SIMPLIFIED);
  });

  test('line endings stay', async () => {
    const text = SIMPLIFIED.replaceAll('\n', '\r\n');
    const uri = await write('crlf/a.txt', iconv.encode(text, 'gb18030'));
    await vscode.commands.executeCommand('wenzhen.convertToUtf8', uri, undefined, { confirm: false });
    assert.equal(bytesOf(uri).toString(), text);
  });

  test('the list asks first, and the chosen files are written', async () => {
    const uri = await write('ask/a.txt', iconv.encode(SIMPLIFIED, 'gb18030'));
    const run = vscode.commands.executeCommand<vscode.Uri[]>('wenzhen.convertToUtf8', uri);
    await new Promise(resolve => setTimeout(resolve, 1500));
    assert.notEqual(bytesOf(uri).toString(), SIMPLIFIED, 'nothing is written before the answer');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    assert.equal((await run).length, 1);
    assert.equal(bytesOf(uri).toString(), SIMPLIFIED);
  });

  test('a read-only file and one that is open with changes are left alone', async function () {
    const uri = await write('readonly/a.txt', iconv.encode(SIMPLIFIED, 'gb18030'));
    fs.chmodSync(uri.fsPath, 0o444);
    const done = await vscode.commands.executeCommand<vscode.Uri[]>('wenzhen.convertToUtf8', uri, undefined, { confirm: false });
    assert.deepEqual(done, []);
    assert.deepEqual(bytesOf(uri), iconv.encode(SIMPLIFIED, 'gb18030'));
    fs.chmodSync(uri.fsPath, 0o644);
    const document = await open('readonly/a.txt');
    await vscode.window.activeTextEditor!.edit(edit => edit.insert(new vscode.Position(0, 0), 'x'));
    assert.ok(document.isDirty);
    assert.deepEqual(await vscode.commands.executeCommand('wenzhen.convertToUtf8', uri, undefined, { confirm: false }), []);
    assert.deepEqual(bytesOf(uri), iconv.encode(SIMPLIFIED, 'gb18030'));
  });

  test('a symbolic link stays a link to the converted file', async () => {
    const uri = await write('link/target.txt', iconv.encode(SIMPLIFIED, 'gb18030'));
    const link = uri.with({ path: uri.path.replace('target', 'link') });
    fs.symlinkSync(uri.fsPath, link.fsPath);
    await vscode.commands.executeCommand('wenzhen.convertToUtf8', link, undefined, { confirm: false });
    assert.ok(fs.lstatSync(link.fsPath).isSymbolicLink());
    assert.equal(bytesOf(uri).toString(), SIMPLIFIED);
  });

  test('the list says how sure each is; files left alone are told with their reasons', async () => {
    const uri = await write('reasons/a.txt', iconv.encode(SIMPLIFIED, 'gb18030'));
    const doubtful = await write(
      'reasons/b.txt',
      Uint8Array.from({ length: 64 }, (_, i) => 0x80 + ((i * 37) % 128)),
    );
    const asked = answerWith(({ choices }) => choices.find(choice => choice === 'Show Why'));
    await vscode.commands.executeCommand('wenzhen.convertToUtf8', vscode.Uri.joinPath(uri, '..'), undefined, { confirm: false });
    await until('the message', () => asked.length > 0);
    assert.equal(asked[0]!.message, 'Convert to UTF-8: 1 written, 1 left alone.');
    const list = await until('the list', () => vscode.workspace.textDocuments.find(({ uri: { scheme } }) => scheme === 'wenzhen-batch'));
    assert.match(list.getText(), /^reasons\/b\.txt: its bytes are not clean /);
    assert.equal(bytesOf(doubtful).length, 64);
  });

  test('what is not sure is converted when the encoding is named', async () => {
    const short = iconv.encode('中', 'gb18030');
    const uri = await write('short/a.txt', short);
    assert.deepEqual(await vscode.commands.executeCommand('wenzhen.convertToUtf8', uri, undefined, { confirm: false }), []);
    assert.deepEqual(bytesOf(uri), short);
    assert.equal(
      (await vscode.commands.executeCommand<vscode.Uri[]>('wenzhen.convertToUtf8', uri, undefined, { confirm: false, from: 'gb18030' }))
        .length,
      1,
    );
    assert.equal(bytesOf(uri).toString(), '中');
  });

  test('a file of several encodings is converted line by line', async () => {
    const text = SIMPLIFIED.repeat(3);
    const uri = await write('mixed/a.txt', Buffer.concat([Buffer.from(text), iconv.encode(text, 'gb18030')]));
    await vscode.commands.executeCommand('wenzhen.convertToUtf8', uri, undefined, { confirm: false });
    assert.equal(bytesOf(uri).toString(), text + text);
  });

  test('a file that was deleted between the list and the answer is told, the others are written', async () => {
    const first = await write('gone/a.txt', iconv.encode(SIMPLIFIED, 'gb18030'));
    const second = await write('gone/b.txt', iconv.encode(TRADITIONAL, 'big5'));
    const asked = answerWith(() => undefined);
    const run = vscode.commands.executeCommand<vscode.Uri[]>('wenzhen.convertToUtf8', vscode.Uri.joinPath(first, '..'));
    await new Promise(resolve => setTimeout(resolve, 1500));
    fs.rmSync(first.fsPath);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    assert.deepEqual(
      (await run).map(uri => uri.path),
      [second.path],
    );
    assert.equal(bytesOf(second).toString(), TRADITIONAL);
    assert.ok(!fs.existsSync(first.fsPath));
    await until('the message', () => asked.some(({ message }) => message === 'Convert to UTF-8: 1 written, 1 left alone.'));
  });

  test('an open file is shown in UTF-8 afterwards, and as it was after undoing', async () => {
    const uri = await write('open/a.txt', iconv.encode(SIMPLIFIED, 'gb18030'));
    const document = await vscode.workspace.openTextDocument(uri, { encoding: 'gb18030' });
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('wenzhen.convertToUtf8', uri, undefined, { confirm: false });
    await until('UTF-8', () => document.encoding === 'utf8' && document.getText() === SIMPLIFIED);
    await vscode.commands.executeCommand('wenzhen.undoBatch');
    await until('GB18030', () => document.encoding === 'gb18030' && document.getText() === SIMPLIFIED);
  });
});

suite('conversion on other file systems', () => {
  const files = new Map<string, Uint8Array>();
  const registered: vscode.Disposable[] = [];
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
    watch: () => ({ dispose() {} }),
    stat: ({ path }) => {
      const bytes = files.get(path);
      if (bytes) return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: bytes.length };
      if ([...files.keys()].some(name => name.startsWith(`${path}/`)))
        return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      throw vscode.FileSystemError.FileNotFound();
    },
    readDirectory: ({ path }) =>
      [...files.keys()].filter(name => name.startsWith(`${path}/`)).map(name => [name.slice(path.length + 1), vscode.FileType.File]),
    createDirectory: () => {},
    readFile: ({ path }) =>
      files.get(path) ??
      (() => {
        throw vscode.FileSystemError.FileNotFound();
      })(),
    writeFile: ({ path }, bytes) => {
      files.set(path, bytes);
    },
    delete: ({ path }) => {
      files.delete(path);
    },
    rename: () => {
      throw vscode.FileSystemError.NoPermissions();
    },
  };
  suiteSetup(() =>
    registered.push(
      vscode.workspace.registerFileSystemProvider('wenzhen-memory', provider),
      vscode.workspace.registerFileSystemProvider('wenzhen-archive', provider, { isReadonly: true }),
    ),
  );
  suiteTeardown(() => vscode.Disposable.from(...registered).dispose());
  setup(() => {
    files.clear();
    files.set('/articles/a.txt', iconv.encode(SIMPLIFIED, 'gb18030'));
  });

  test('a folder is converted through its file system, and undone', async () => {
    const folder = vscode.Uri.parse('wenzhen-memory:/articles');
    assert.equal(
      (await vscode.commands.executeCommand<vscode.Uri[]>('wenzhen.convertToUtf8', folder, undefined, { confirm: false })).length,
      1,
    );
    assert.equal(Buffer.from(files.get('/articles/a.txt')!).toString(), SIMPLIFIED);
    assert.equal(await vscode.commands.executeCommand('wenzhen.undoBatch'), 1);
    assert.deepEqual(Buffer.from(files.get('/articles/a.txt')!), iconv.encode(SIMPLIFIED, 'gb18030'));
  });

  test('one that can only be read is told in clear words', async () => {
    const asked = answerWith(({ choices }) => choices.find(choice => choice === 'Show Why'));
    assert.deepEqual(
      await vscode.commands.executeCommand('wenzhen.convertToUtf8', vscode.Uri.parse('wenzhen-archive:/articles'), undefined, {
        confirm: false,
      }),
      [],
    );
    await until('the message', () => asked.length > 0);
    await until('the reason', () =>
      vscode.workspace.textDocuments.some(
        document =>
          document.uri.scheme === 'wenzhen-batch' && document.getText().includes('the file system “wenzhen-archive” can only be read'),
      ),
    );
    await closeAll();
  });
});

suite('repair of a folder', () => {
  teardown(closeAll);

  test('writes what can be repaired, leaves clean files byte for byte, and is undone by one command', async () => {
    const damaged =
      '全市防汛工作會(huì)議召開\n\n市長強(qiáng)調(diào),,要加強(qiáng)巡查,,發(fā)現(xiàn)險(xiǎn)情及時(shí)處置。各區(qū)要壓實(shí)責(zé)任。\n';
    const first = await write('folder/a.txt', damaged);
    const clean = await write('folder/b.article', SIMPLIFIED);
    const done = await vscode.commands.executeCommand<vscode.Uri[]>('wenzhen.repairFolder', vscode.Uri.joinPath(first, '..'), undefined, {
      confirm: false,
    });
    assert.deepEqual(
      done.map(uri => uri.path),
      [first.path],
    );
    assert.match(bytesOf(first).toString(), /市長強調/);
    assert.equal(bytesOf(clean).toString(), SIMPLIFIED);
    assert.equal(await vscode.commands.executeCommand('wenzhen.undoBatch'), 1);
    assert.equal(bytesOf(first).toString(), damaged);
  });

  test('undo leaves a file alone that was edited since', async () => {
    const damaged = '會(huì)議強(qiáng)調(diào),,要加強(qiáng)巡查,,發(fā)現(xiàn)險(xiǎn)情及時(shí)處置。各區(qū)要壓實(shí)責(zé)任。\n';
    const uri = await write('edited/a.txt', damaged);
    await vscode.commands.executeCommand('wenzhen.repairFolder', uri, undefined, { confirm: false });
    await write('edited/a.txt', '后来改写。\n');
    assert.equal(await vscode.commands.executeCommand('wenzhen.undoBatch'), 0);
    assert.equal(bytesOf(uri).toString(), '后来改写。\n');
  });
});
