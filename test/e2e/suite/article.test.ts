/** The main job on the seeds, through what a user sees: problems, outline, hover, fixes, folding, navigation. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeOf, hoverAt, open, problems, until } from './editor';

const SEED_0 = '000_da66712a28116a4b.txt';
const SEED_3 = '003_6caca678ecf7bbc0.txt';
/** Pinyin in brackets after a Chinese character, as mirror sites insert it. */
const INJECTED = /\p{Script=Han}\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)/u;

const flat = (symbols: vscode.DocumentSymbol[]): vscode.DocumentSymbol[] => symbols.flatMap(symbol => [symbol, ...flat(symbol.children)]);
const symbolsOf = (document: vscode.TextDocument) =>
  vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);

/** Where a command takes the cursor, as the window tells it: until then a selection that was set before may come back in between. */
async function selectedBy(command: string): Promise<vscode.Position> {
  const told = new Promise<vscode.Position>(resolve => {
    const listening = vscode.window.onDidChangeTextEditorSelection(({ selections }) => {
      listening.dispose();
      resolve(selections[0]!.start);
    });
  });
  await vscode.commands.executeCommand(command);
  return told;
}

suite('an article in the editor', () => {
  let document: vscode.TextDocument;
  suiteSetup(async () => {
    document = await open(SEED_0);
  });
  suiteTeardown(closeAll);

  test('problems: damage and cut sentences, at most 60 that a person reads, the rest faded', async () => {
    const found = await problems(document.uri);
    const codes = new Set(found.map(codeOf));
    for (const code of ['encoding.pinyin-injection', 'encoding.doubled-punctuation', 'encoding.shifted-bytes', 'sentence.truncated'])
      assert.ok(codes.has(code), `no ${code} among ${[...codes].join(', ')}`);
    const read = found.filter(diagnostic => diagnostic.severity !== vscode.DiagnosticSeverity.Hint);
    assert.ok(read.length <= 60, `${read.length} problems`);
    assert.ok(
      found.some(diagnostic => diagnostic.tags?.includes(vscode.DiagnosticTag.Unnecessary)),
      'nothing is faded',
    );
  });

  test('outline: directives under their speaker, named from the repaired text', async () => {
    const symbols = flat(
      await until('symbols', async () => {
        const found = await symbolsOf(document);
        return found?.length > 0 && found;
      }),
    );
    assert.ok(symbols.length > 10, `${symbols.length} symbols`);
    assert.ok(
      symbols.some(symbol => symbol.name.includes('李酌')),
      'no speaker 李酌',
    );
    for (const { name } of symbols) assert.doesNotMatch(name, INJECTED);
  });

  test('hover tells the title of an official', async () => {
    assert.match(await hoverAt(document, document.getText().indexOf('彭映梅') + 1), /市長|市长/);
  });

  test('hover on damage tells what it says', async () => {
    assert.match(await hoverAt(document, document.getText().indexOf('再?gòu)') + 2), /徹|彻/);
  });

  test('folding follows the outline', async () => {
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    assert.ok(ranges.length > 0);
  });

  test('go to next and previous directive move in document order', async () => {
    const editor = await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('cursorTop');
    await until('the cursor at the top', () => editor.selection.start.isEqual(new vscode.Position(0, 0)));
    const stops: vscode.Position[] = [];
    for (let i = 0; i < 3; i++) stops.push(await selectedBy('wenzhen.nextDirective'));
    assert.ok(stops[0]!.isBefore(stops[1]!) && stops[1]!.isBefore(stops[2]!));
    assert.ok((await selectedBy('wenzhen.previousDirective')).isEqual(stops[1]!));
  });

  test('the outline on the clipboard is Markdown', async () => {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('wenzhen.copyOutline');
    const copied = await vscode.env.clipboard.readText();
    assert.match(copied, /^\s*[-#]/);
    assert.match(copied, /李酌/);
  });

  test('a quick fix repairs its spot and only that', async () => {
    const spot = (await problems(document.uri)).find(diagnostic => codeOf(diagnostic) === 'encoding.shifted-bytes')!;
    const actions = await until('a quick fix', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        spot.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      return found.some(action => action.edit) && found;
    });
    const before = document.getText();
    const fix = actions.find(action => action.isPreferred && action.edit) ?? actions.find(action => action.edit)!;
    assert.ok(await vscode.workspace.applyEdit(fix.edit!));
    const after = document.getText();
    assert.notEqual(after, before);
    assert.equal(after.split('\n').length, before.split('\n').length);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  test('fix all repairs everything that is certain, and is one undo step', async () => {
    const before = document.getText();
    // Asked again where the server refuses a request that the undoing of the test before has overtaken, as the editor itself does.
    const fix = await until('source.fixAll.wenzhen with an edit', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(0, 0, document.lineCount, 0),
        'source.fixAll',
      );
      return actions.find(action => action.edit && action.kind?.value.startsWith('source.fixAll.wenzhen'));
    });
    assert.ok(await vscode.workspace.applyEdit(fix.edit!));
    assert.doesNotMatch(document.getText(), INJECTED);
    assert.ok(document.getText().includes('再徹底'));
    await problems(document.uri, found => found.every(diagnostic => !codeOf(diagnostic).startsWith('encoding.pinyin')));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  test('the preview shows the repaired file and applies it as one edit', async () => {
    await vscode.window.showTextDocument(document);
    const before = document.getText();
    await vscode.commands.executeCommand('wenzhen.repairFile');
    const preview = await until('the preview', () =>
      vscode.workspace.textDocuments.find(open => open.uri.scheme === 'wenzhen-preview' && open.getText().length > 100),
    );
    assert.equal(document.getText(), before, 'a preview changes nothing');
    assert.ok(preview.getText().includes('再徹底'));
    const repaired = preview.getText();
    await vscode.commands.executeCommand('wenzhen.applyPreview', preview.uri);
    assert.equal(document.getText(), repaired);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  test('typing keeps problems in step with the text', async () => {
    const editor = await vscode.window.showTextDocument(document);
    const first = (await problems(document.uri))[0]!;
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), '\n'));
    await problems(document.uri, found =>
      found.some(diagnostic => diagnostic.range.start.line === first.range.start.line + 1 && codeOf(diagnostic) === codeOf(first)),
    );
    await vscode.commands.executeCommand('undo');
  });
});

suite('an article that nothing happened to', () => {
  let document: vscode.TextDocument;
  suiteSetup(async () => {
    document = await open(SEED_3);
  });
  suiteTeardown(closeAll);

  test('no encoding damage, one word missing', async () => {
    const codes = (await problems(document.uri)).filter(diagnostic => diagnostic.severity !== vscode.DiagnosticSeverity.Hint).map(codeOf);
    assert.ok(codes.includes('sentence.missing-text'), codes.join(', '));
    assert.deepEqual(
      codes.filter(code => code.startsWith('encoding.')),
      [],
    );
  });
});
