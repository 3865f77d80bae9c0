/** The save guard in the editor: good bytes stay on disk however a save comes about, and the user is asked once. */
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import iconv from 'iconv-lite';
import * as vscode from 'vscode';
import { answerWith, bytesOf, closeAll, configure, open, type, undecoded, until, write } from './editor';
import { SIMPLIFIED, TRADITIONAL } from './texts';

const BYTES = iconv.encode(SIMPLIFIED, 'gb18030');

/** A GB18030 file in the editor, read as UTF-8, with the error shown. */
async function openWrongly(name: string): Promise<{ uri: vscode.Uri; document: vscode.TextDocument }> {
  const uri = await write(name, BYTES);
  const document = await open(name);
  await until('encoding.undecoded', () => undecoded(uri).length > 0);
  return { uri, document };
}

/** Looks at a file all the time. @returns a function that ends it and gives each content that was seen, once */
function watchBytes(uri: vscode.Uri): () => Buffer[] {
  const seen: Buffer[] = [];
  const look = () => {
    const now = bytesOf(uri);
    if (!seen.some(bytes => bytes.equals(now))) seen.push(now);
  };
  const timer = setInterval(look, 1);
  return () => {
    clearInterval(timer);
    look();
    return seen;
  };
}

suite('the save guard', () => {
  setup(() => {
    answerWith(() => undefined);
  });
  teardown(closeAll);

  test('a save of wrongly decoded text is stopped: the good bytes are never overwritten, the text stays unsaved', async () => {
    const { uri, document } = await openWrongly('guard.txt');
    const asked = answerWith(() => undefined);
    const { mtimeMs } = fs.statSync(uri.fsPath);
    await type('！');
    const seen = watchBytes(uri);
    await document.save();
    await until('the question', () => asked.length > 0);
    for (const bytes of seen())
      assert.ok(bytes.subarray(0, BYTES.length).equals(BYTES) && bytes.length <= BYTES.length + 1, 'something else was on disk');
    assert.deepEqual(bytesOf(uri), BYTES);
    assert.ok(Math.abs(fs.statSync(uri.fsPath).mtimeMs - mtimeMs) < 1, 'the time of the file has changed');
    assert.ok(document.isDirty && document.getText().startsWith('！'));
    assert.equal(asked[0]!.choices[0], 'Reopen as GB18030');
    assert.equal(asked.length, 1);
  });

  test('“Reopen as …” gives up the changes and shows the right text', async () => {
    const { uri, document } = await openWrongly('guard-reopen.txt');
    const asked = answerWith(({ choices }) => choices.find(choice => choice.startsWith('Reopen')));
    await type('！');
    await document.save();
    await until('the right text', () => document.getText() === SIMPLIFIED && !document.isDirty);
    assert.deepEqual(bytesOf(uri), BYTES);
    assert.equal(asked.filter(({ kind }) => kind === 'warning').length, 1, 'asked once, not again about the changes');
  });

  test('“Save Anyway” writes what stands in the editor', async () => {
    const { uri, document } = await openWrongly('guard-anyway.txt');
    answerWith(({ choices }) => choices.find(choice => choice === 'Save Anyway'));
    await type('！');
    const text = document.getText();
    await document.save();
    await until('the text on disk', () => bytesOf(uri).toString() === text);
    await until('nothing unsaved', () => !document.isDirty);
  });

  test('a save without changes, which the editor would write all the same', async () => {
    const { uri, document } = await openWrongly('guard-clean.txt');
    const asked = answerWith(() => undefined);
    await vscode.commands.executeCommand('workbench.action.files.save');
    await until('the question', () => asked.length > 0);
    assert.deepEqual(bytesOf(uri), BYTES);
    await until('nothing unsaved', () => !document.isDirty);
  });

  test('a save that comes before the file was looked at', async () => {
    const uri = await write('guard-quick.txt', BYTES);
    const document = await open('guard-quick.txt');
    const asked = answerWith(() => undefined);
    await type('！');
    await document.save();
    await until('the question', () => asked.length > 0);
    assert.deepEqual(bytesOf(uri), BYTES);
  });

  test('auto save is stopped, and asks once', async () => {
    const { uri, document } = await openWrongly('guard-auto.txt');
    const asked = answerWith(() => undefined);
    const undo = [await configure('files.autoSaveDelay', 100), await configure('files.autoSave', 'afterDelay')];
    await type('！');
    await until('the question', () => asked.length > 0);
    await new Promise(resolve => setTimeout(resolve, 800));
    for (const back of undo) await back();
    assert.deepEqual(bytesOf(uri), BYTES);
    assert.equal(asked.length, 1);
    assert.ok(document.isDirty);
  });

  test('“Save All” saves what is good and asks about each of the others', async () => {
    const first = await openWrongly('guard-all/a.txt');
    await type('！');
    const second = await openWrongly('guard-all/b.txt');
    await type('！');
    const good = await write('guard-all/c.txt', SIMPLIFIED);
    await open('guard-all/c.txt');
    await type('一、');
    const asked = answerWith(() => undefined);
    await vscode.commands.executeCommand('workbench.action.files.saveAll');
    await until('both questions', () => asked.length === 2);
    assert.equal(bytesOf(good).toString(), `一、${SIMPLIFIED}`);
    for (const { uri } of [first, second]) assert.deepEqual(bytesOf(uri), BYTES);
  });

  test('a file whose lines are in several encodings', async () => {
    const mixed = Buffer.concat([Buffer.from(SIMPLIFIED.repeat(3)), iconv.encode(SIMPLIFIED.repeat(3), 'gb18030')]);
    const uri = await write('guard-mixed.txt', mixed);
    const document = await open('guard-mixed.txt');
    await until('encoding.undecoded', () => undecoded(uri).length > 0);
    const asked = answerWith(() => undefined);
    await type('！');
    await document.save();
    await until('the question', () => asked.length > 0);
    assert.equal(asked[0]!.choices[0], 'Convert to UTF-8');
    assert.deepEqual(bytesOf(uri), mixed);
  });

  test('a link to a good file', async () => {
    const target = await write('guard-link/target.txt', BYTES);
    const link = target.with({ path: target.path.replace('target', 'link') });
    fs.symlinkSync(target.fsPath, link.fsPath);
    const document = await open('guard-link/link.txt');
    const asked = answerWith(() => undefined);
    await until('encoding.undecoded', () => undecoded(link).length > 0);
    await type('！');
    await document.save();
    await until('the question', () => asked.length > 0);
    assert.ok(fs.lstatSync(link.fsPath).isSymbolicLink());
    assert.deepEqual(bytesOf(target), BYTES);
  });

  test('a file that was deleted meanwhile: there is nothing to protect, and the save is not held up', async () => {
    const { uri, document } = await openWrongly('guard-deleted.txt');
    const asked = answerWith(() => undefined);
    await type('！');
    fs.rmSync(uri.fsPath);
    await document.save();
    await until('the file', () => fs.existsSync(uri.fsPath));
    assert.deepEqual(asked, []);
  });

  test('where the editor is told to overwrite changed files, the save is taken back', async () => {
    const { uri, document } = await openWrongly('guard-overwrite.txt');
    const asked = answerWith(() => undefined);
    const back = await configure('files.saveConflictResolution', 'overwriteFileOnDisk');
    await type('！');
    await document.save();
    await until('the question', () => asked.length > 0);
    await back();
    assert.deepEqual(bytesOf(uri), BYTES);
  });

  test('switched off in a folder, a save goes through', async () => {
    const { uri, document } = await openWrongly('guard-off.txt');
    const back = await configure('wenzhen.saveGuard', false);
    await type('！');
    await document.save();
    await back();
    assert.equal(bytesOf(uri).toString(), document.getText());
  });
});

suite('the save guard and characters that an encoding lacks', () => {
  teardown(closeAll);

  /** A Big5 file, rightly decoded, into which a character was typed that Big5 does not have. */
  const openLacking = async (name: string) => {
    const bytes = iconv.encode(TRADITIONAL, 'big5');
    const uri = await write(name, bytes);
    const document = await vscode.workspace.openTextDocument(uri, { encoding: 'big5hkscs' });
    await vscode.window.showTextDocument(document);
    await type('镕');
    return { bytes, uri, document };
  };

  test('no question mark gets on disk; the text stays as it was typed', async () => {
    const { bytes, uri, document } = await openLacking('lacks.txt');
    const asked = answerWith(() => undefined);
    await document.save();
    await until('the question', () => asked.length > 0);
    assert.match(asked[0]!.message, /Big5-HKSCS .*镕/);
    assert.deepEqual(bytesOf(uri), bytes);
    assert.ok(document.isDirty && document.getText().startsWith('镕'));
  });

  test('“Save as UTF-8” keeps every character', async () => {
    const { uri, document } = await openLacking('lacks-utf8.txt');
    answerWith(({ choices }) => choices[0]);
    await document.save();
    await until('UTF-8 on disk', () => bytesOf(uri).toString() === `镕${TRADITIONAL}`);
    await until(
      'the editor reads it as UTF-8',
      () => document.encoding === 'utf8' && !document.isDirty && document.getText() === `镕${TRADITIONAL}`,
    );
  });

  test('an ordinary save in another encoding goes through', async () => {
    const uri = await write('ordinary.txt', BYTES);
    const document = await vscode.workspace.openTextDocument(uri, { encoding: 'gb18030' });
    const asked = answerWith(() => undefined);
    await vscode.window.showTextDocument(document);
    await type('（修订）');
    assert.ok(await document.save());
    assert.equal(iconv.decode(bytesOf(uri), 'gb18030'), `（修订）${SIMPLIFIED}`);
    assert.deepEqual(asked, []);
  });
});
