/** The collection in the editor: views, export, definition, references, search across the folder. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, until, write } from './editor';

const FIRST = '全市防汛工作会议召开\n2021-06-03\n\n6月3日，市长王海川主持会议并讲话。王海川强调，要加强巡查。要备足物资，确保群众安全。\n';
const SECOND = '市长王海川调研防汛工作\n2021-06-08\n\n6月8日，市长王海川到城关区调研防汛工作。王海川要求，要压实责任。\n';

suite('a collection in the editor', () => {
  let document: vscode.TextDocument;
  suiteSetup(async () => {
    await write('collection/a.article', FIRST);
    await write('collection/b.article', SECOND);
    document = await open('collection/a.article');
  });
  suiteTeardown(closeAll);

  const at = (words: string, from = 0) => document.positionAt(document.getText().indexOf(words, from) + 1);

  test('references lead to the other article', async () => {
    const found = await until('references in both files', async () => {
      const locations = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        at('王海川强调'),
      );
      return new Set(locations.map(location => location.uri.path)).size > 1 && locations;
    });
    for (const { uri, range } of found) assert.match((await vscode.workspace.openTextDocument(uri)).getText(range), /王海川|市长/);
  });

  test('definition leads to the first mention with a title', async () => {
    const [found] = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      at('王海川强调'),
    );
    const range = 'range' in found! ? found.range : found!.targetRange;
    assert.equal(range.start.line, 3);
  });

  test('directives of the folder are found by what they say', async () => {
    const found = await until('a symbol', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', '压实责任');
      return symbols.length > 0 && symbols;
    });
    assert.ok(found.some(symbol => symbol.location.uri.path.endsWith('collection/b.article')));
  });

  test('the view of officials exports what it shows', async () => {
    await vscode.commands.executeCommand('wenzhen.officials.focus');
    await vscode.commands.executeCommand('wenzhen.slogans.focus');
    const table = await until('the exported table', async () => {
      const run = vscode.commands.executeCommand('wenzhen.exportOfficials');
      await new Promise(resolve => setTimeout(resolve, 1000));
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await run;
      const text = vscode.window.activeTextEditor?.document.getText() ?? '';
      return /王海川/.test(text) && text;
    });
    assert.match(table, /^organisation,name,title,date,left,articles,mentions\r?\n/);
    assert.match(table, /王海川,市长/);
    assert.equal(vscode.window.activeTextEditor?.document.encoding, 'utf8bom');
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /\/officials(?:-\d)?\.csv$/);
    assert.ok(vscode.window.activeTextEditor?.document.isUntitled);
  });
});
