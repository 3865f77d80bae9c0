/** In a folder that is not trusted: what is wrong is seen and can be read, and nothing is written. */
import * as assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import * as vscode from 'vscode';
import { answerWith, bytesOf, closeAll, codeOf, folder, open, problems, undecoded, until, write } from './editor';
import { SIMPLIFIED } from './texts';

suite('a folder that is not trusted', () => {
  const bytes = iconv.encode(SIMPLIFIED, 'gb18030');
  teardown(closeAll);

  test('problems, outline and hover are there', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const document = await open('000_da66712a28116a4b.txt');
    assert.ok((await problems(document.uri)).some(diagnostic => codeOf(diagnostic) === 'encoding.pinyin-injection'));
    assert.ok(
      (await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri)).length > 0,
    );
  });

  test('a file read with the wrong decoder is seen and reopened; the offer to change the folder’s settings is not made', async () => {
    const uri = await write('untrusted.txt', bytes);
    const document = await open('untrusted.txt');
    const asked = answerWith(() => undefined);
    await until('encoding.undecoded', () => undecoded(uri).length > 0);
    await vscode.commands.executeCommand('wenzhen.reopenWithEncoding', uri);
    await until('the right text', () => document.getText() === SIMPLIFIED);
    assert.deepEqual(
      asked.map(({ choices }) => choices),
      [['Undo']],
    );
  });

  test('nothing is converted, repaired or undone', async () => {
    const uri = await write('untrusted/a.txt', bytes);
    for (const command of ['wenzhen.convertToUtf8', 'wenzhen.repairFolder'])
      assert.deepEqual(await vscode.commands.executeCommand(command, folder(), undefined, { confirm: false }), [], command);
    assert.equal(await vscode.commands.executeCommand('wenzhen.undoBatch'), 0);
    assert.deepEqual(bytesOf(uri), bytes);
  });

  test('the folder cannot switch the save guard off', async () => {
    await write('.vscode/settings.json', JSON.stringify({ 'wenzhen.saveGuard': false }));
    await new Promise(resolve => setTimeout(resolve, 500));
    assert.equal(vscode.workspace.getConfiguration('wenzhen', folder()).get('saveGuard'), true);
  });
});
