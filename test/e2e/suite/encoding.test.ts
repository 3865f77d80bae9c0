/** Files in each encoding on disk: seen, reopened, guarded, converted; the bytes on disk never change unless asked. */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import iconv from 'iconv-lite';
import * as vscode from 'vscode';
import { closeAll, codeOf, open, until, write } from './editor';

/** Written for these tests; every character is in GB18030, Big5 text is its own. */
const SIMPLIFIED = '全市防汛工作会议召开\n\n6月3日，市长王海主持会议并讲话。王海强调，要加强巡查，要备足物资，确保群众安全。\n各县区要压实责任，发现险情及时处置。\n';
const TRADITIONAL = '全市防汛工作會議召開\n\n六月三日，市長主持會議並講話。市長強調，各區要加強巡查，備足物資，確保民眾安全。\n發現險情要及時處置。\n';

const FILES = [
  { name: 'gb18030.txt', encoding: 'gb18030', text: SIMPLIFIED, bytes: iconv.encode(SIMPLIFIED, 'gb18030') },
  { name: 'big5.txt', encoding: 'big5hkscs', text: TRADITIONAL, bytes: iconv.encode(TRADITIONAL, 'big5') },
];

const undecoded = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).filter(diagnostic => codeOf(diagnostic) === 'encoding.undecoded');
const bytesOf = (uri: vscode.Uri) => fs.readFileSync(uri.fsPath);

suite('a file read with the wrong decoder', () => {
  teardown(closeAll);

  for (const { name, encoding, text, bytes } of FILES) {
    test(`${name}: an error, and the fix reopens it`, async function () {
      const uri = await write(name, bytes);
      const document = await open(name);
      // The editor itself may have recognised it, which is just as well.
      if (document.getText() === text) { assert.equal(undecoded(uri).length, 0); return; }
      const [problem] = await until('encoding.undecoded', () => { const found = undecoded(uri); return found.length > 0 && found; });
      assert.equal(problem!.severity, vscode.DiagnosticSeverity.Error);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, problem!.range, vscode.CodeActionKind.QuickFix.value);
      const fix = actions.find(action => action.command?.command === 'wenzhen.reopenWithEncoding')!;
      assert.ok(fix.isPreferred);
      await vscode.commands.executeCommand(fix.command!.command, ...fix.command!.arguments!);
      await until('the right text', () => document.getText() === text);
      assert.equal(document.encoding, encoding);
      await until('no more error', () => undecoded(uri).length === 0);
      assert.deepEqual(bytesOf(uri), bytes);
    });
  }

  test('the server learns of the reopening and checks the right text', async () => {
    const cut = `${SIMPLIFIED}会议强调，要认真学习贯彻落实重要讲话精神，`;
    const uri = await write('cut.txt', iconv.encode(cut, 'gb18030'));
    const document = await open('cut.txt');
    await until('encoding.undecoded', () => undecoded(uri).length > 0);
    await vscode.commands.executeCommand('wenzhen.reopenWithEncoding', uri);
    await until('the right text', () => document.getText() === cut);
    await until('sentence.truncated', () => vscode.languages.getDiagnostics(uri).some(diagnostic => codeOf(diagnostic) === 'sentence.truncated'));
  });

  test('clean UTF-8 is never called anything else', async () => {
    const uri = await write('clean.txt', SIMPLIFIED);
    await open('clean.txt');
    await new Promise(resolve => setTimeout(resolve, 1500));
    assert.deepEqual(undecoded(uri), []);
  });
});

suite('the save guard', () => {
  teardown(closeAll);

  test('a save of wrongly decoded text leaves the good bytes on disk', async () => {
    const bytes = iconv.encode(SIMPLIFIED, 'gb18030'), uri = await write('guard.txt', bytes);
    const document = await open('guard.txt');
    await until('encoding.undecoded', () => undecoded(uri).length > 0);
    await vscode.window.activeTextEditor!.edit(edit => edit.insert(new vscode.Position(0, 0), '！'));
    await document.save();
    await until('the old bytes', () => bytesOf(uri).equals(bytes));
  });

  test('a save that comes before the file was looked at is guarded too', async () => {
    const bytes = iconv.encode(SIMPLIFIED, 'gb18030'), uri = await write('quick.txt', bytes);
    const document = await open('quick.txt');
    await vscode.window.activeTextEditor!.edit(edit => edit.insert(new vscode.Position(0, 0), '！'));
    await document.save();
    await until('the old bytes', () => bytesOf(uri).equals(bytes));
  });

  test('a character that the encoding lacks does not become a question mark on disk', async () => {
    const bytes = iconv.encode(TRADITIONAL, 'big5'), uri = await write('lacks.txt', bytes);
    const document = await vscode.workspace.openTextDocument(uri, { encoding: 'big5hkscs' });
    await vscode.window.showTextDocument(document);
    await vscode.window.activeTextEditor!.edit(edit => edit.insert(new vscode.Position(0, 0), '镕'));
    await document.save();
    await until('the old bytes', () => bytesOf(uri).equals(bytes));
  });

  test('an ordinary save in another encoding goes through', async () => {
    const uri = await write('ordinary.txt', iconv.encode(SIMPLIFIED, 'gb18030'));
    const document = await vscode.workspace.openTextDocument(uri, { encoding: 'gb18030' });
    await vscode.window.showTextDocument(document);
    await vscode.window.activeTextEditor!.edit(edit => edit.insert(new vscode.Position(0, 0), '（修订）'));
    await document.save();
    await new Promise(resolve => setTimeout(resolve, 1000));
    assert.equal(iconv.decode(bytesOf(uri), 'gb18030'), `（修订）${SIMPLIFIED}`);
  });
});

suite('conversion to UTF-8', () => {
  teardown(closeAll);

  test('converts what is certain, leaves the rest, and is undone by one command', async () => {
    const gb = await write('convert/a.txt', iconv.encode(SIMPLIFIED, 'gb18030')), utf8 = await write('convert/b.txt', SIMPLIFIED);
    const noise = Uint8Array.from({ length: 64 }, (_, i) => 0x80 + ((i * 37) % 128));
    const binary = await write('convert/c.txt', noise);
    const done = await vscode.commands.executeCommand<vscode.Uri[]>('wenzhen.convertToUtf8', vscode.Uri.joinPath(gb, '..'), undefined, { confirm: false });
    assert.deepEqual(done.map(uri => uri.path), [gb.path]);
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
    await new Promise(resolve => setTimeout(resolve, 3000));
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
});

suite('repair of a folder', () => {
  teardown(closeAll);

  test('writes what can be repaired, leaves clean files byte for byte, and is undone by one command', async () => {
    const damaged = '全市防汛工作會(huì)議召開\n\n市長強(qiáng)調(diào),,要加強(qiáng)巡查,,發(fā)現(xiàn)險(xiǎn)情及時(shí)處置。各區(qū)要壓實(shí)責(zé)任。\n';
    const first = await write('folder/a.txt', damaged), clean = await write('folder/b.article', SIMPLIFIED);
    const done = await vscode.commands.executeCommand<vscode.Uri[]>('wenzhen.repairFolder', vscode.Uri.joinPath(first, '..'), undefined, { confirm: false });
    assert.deepEqual(done.map(uri => uri.path), [first.path]);
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
