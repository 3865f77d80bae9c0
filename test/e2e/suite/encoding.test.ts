/** Files in each encoding on disk: seen, reopened, guarded, converted; the bytes on disk never change unless asked. */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import iconv from 'iconv-lite';
import * as vscode from 'vscode';
import { answerWith, bytesOf, closeAll, codeOf, folder, open, type, undecoded, until, write } from './editor';
import { SIMPLIFIED, TRADITIONAL } from './texts';

/** UTF-16 without a mark is not here: the editor takes it for binary and does not open it at all. */
const FILES = [
  { name: 'gb18030.txt', encoding: 'gb18030', text: SIMPLIFIED, bytes: iconv.encode(SIMPLIFIED, 'gb18030') },
  { name: 'big5.txt', encoding: 'big5hkscs', text: TRADITIONAL, bytes: iconv.encode(TRADITIONAL, 'big5') },
  { name: 'four-bytes.txt', encoding: 'gb18030', text: `${SIMPLIFIED}㐂㑇𠮷`, bytes: iconv.encode(`${SIMPLIFIED}㐂㑇𠮷`, 'gb18030') },
  { name: 'marked-le.txt', encoding: 'utf16le', text: SIMPLIFIED, bytes: iconv.encode(SIMPLIFIED, 'utf16le', { addBOM: true }) },
  { name: 'marked-be.txt', encoding: 'utf16be', text: SIMPLIFIED, bytes: iconv.encode(SIMPLIFIED, 'utf16be', { addBOM: true }) },
];

suite('a file read with the wrong decoder', () => {
  setup(() => {
    answerWith(() => undefined);
  });
  teardown(closeAll);

  // The first of all: every file that is reopened makes the offer unless it was made.
  test('the offer for the whole folder is made once, and sets files.encoding', async () => {
    const again = async (name: string) => {
      const uri = await write(name, iconv.encode(SIMPLIFIED, 'gb18030'));
      await open(name);
      await until('encoding.undecoded', () => undecoded(uri).length > 0);
      const asked = answerWith(({ choices }) => choices.find(choice => choice.startsWith('Always')));
      await vscode.commands.executeCommand('wenzhen.reopenWithEncoding', uri);
      await until('the message', () => asked.length > 0);
      return asked[0]!.choices;
    };
    const encodingOf = () => vscode.workspace.getConfiguration('files', folder()).inspect<string>('encoding')?.workspaceValue;
    assert.ok((await again('offer/a.txt')).some(choice => choice.startsWith('Always')));
    await until('files.encoding', () => encodingOf() === 'gb18030');
    await vscode.workspace.getConfiguration('files', folder()).update('encoding', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    await until('files.encoding as it was', () => encodingOf() === undefined);
    assert.ok(!(await again('offer/b.txt')).some(choice => choice.startsWith('Always')));
  });

  for (const { name, encoding, text, bytes } of FILES) {
    test(`${name}: an error, and the fix reopens it`, async function () {
      const uri = await write(name, bytes);
      const document = await open(name);
      // The editor itself may have recognised it, which is just as well.
      if (document.getText() === text) {
        assert.equal(undecoded(uri).length, 0);
        return;
      }
      const [problem] = await until('encoding.undecoded', () => {
        const found = undecoded(uri);
        return found.length > 0 && found;
      });
      assert.equal(problem!.severity, vscode.DiagnosticSeverity.Error);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        problem!.range,
        vscode.CodeActionKind.QuickFix.value,
      );
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
    await until('sentence.truncated', () =>
      vscode.languages.getDiagnostics(uri).some(diagnostic => codeOf(diagnostic) === 'sentence.truncated'),
    );
  });

  test('clean UTF-8 is never called anything else', async () => {
    const uri = await write('clean.txt', SIMPLIFIED);
    await open('clean.txt');
    await new Promise(resolve => setTimeout(resolve, 1500));
    assert.deepEqual(undecoded(uri), []);
  });

  test('unsaved changes are given up only after asking, and never saved', async () => {
    const bytes = iconv.encode(SIMPLIFIED, 'gb18030');
    const uri = await write('dirty.txt', bytes);
    const document = await open('dirty.txt');
    await until('encoding.undecoded', () => undecoded(uri).length > 0);
    await type('！');
    const asked = answerWith(() => undefined);
    assert.equal(await vscode.commands.executeCommand('wenzhen.reopenWithEncoding', uri), false);
    assert.ok(document.isDirty && document.getText().startsWith('！'));
    answerWith(({ choices }) => choices.find(choice => choice.startsWith('Discard')));
    assert.equal(await vscode.commands.executeCommand('wenzhen.reopenWithEncoding', uri), true);
    await until('the right text', () => {
      assert.equal(document.getText(), SIMPLIFIED, document.encoding);
      return true;
    });
    assert.equal(asked.length, 1);
    assert.deepEqual(bytesOf(uri), bytes);
  });

  test('a wrong choice is undone', async () => {
    const bytes = iconv.encode(SIMPLIFIED, 'gb18030');
    const uri = await write('wrong.txt', bytes);
    const document = await open('wrong.txt');
    await until('encoding.undecoded', () => undecoded(uri).length > 0);
    const before = document.getText();
    answerWith(({ choices }) => choices.find(choice => choice === 'Undo'));
    await vscode.commands.executeCommand('wenzhen.reopenWithEncoding', uri, 'shiftjis');
    await until('the text as it was', () => document.encoding === 'utf8' && document.getText() === before);
    await until('the error again', () => undecoded(uri).length > 0);
  });

  test('a file that was written in its own encoding meanwhile is looked at again', async () => {
    const uri = await write('written.txt', iconv.encode(SIMPLIFIED, 'gb18030'));
    await open('written.txt');
    await until('encoding.undecoded', () => undecoded(uri).length > 0);
    await write('written.txt', SIMPLIFIED);
    await until('no more error', () => undecoded(uri).length === 0);
  });

  test('a file that was deleted meanwhile does no harm', async () => {
    const uri = await write('deleted.txt', iconv.encode(SIMPLIFIED, 'gb18030'));
    await open('deleted.txt');
    await until('encoding.undecoded', () => undecoded(uri).length > 0);
    fs.rmSync(uri.fsPath);
    answerWith(() => undefined);
    await assert.rejects(Promise.resolve(vscode.commands.executeCommand('wenzhen.reopenWithEncoding', uri)));
    assert.ok(!fs.existsSync(uri.fsPath));
  });

  test('a read-only file is seen and reopened like any other', async () => {
    const uri = await write('read-only.txt', iconv.encode(SIMPLIFIED, 'gb18030'));
    fs.chmodSync(uri.fsPath, 0o444);
    const document = await open('read-only.txt');
    await until('encoding.undecoded', () => undecoded(uri).length > 0);
    await vscode.commands.executeCommand('wenzhen.reopenWithEncoding', uri);
    await until('the right text', () => document.getText() === SIMPLIFIED);
    assert.equal(fs.statSync(uri.fsPath).mode & 0o777, 0o444);
  });
});
