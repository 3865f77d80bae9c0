/** What features make of a long text stretch by stretch is what they would make of the whole. */
import * as assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { applyEdits } from '../../../server/src/base/edits';
import type { FeatureDocument } from '../../../server/src/features/context';
import { documentSymbol, documentSymbols, mapOutline } from '../../../server/src/features/documentSymbols';
import { inlayHints } from '../../../server/src/features/inlayHints';
import { joinedTokens, semanticTokens, tokenEdits, tokenPieces } from '../../../server/src/features/semanticTokens';
import { createArticleService, DEFAULT_SETTINGS, type ArticleService } from '../../../server/src/service';
import { testLanguage } from '../language/resources';

const page = (i: number) =>
  [
    `第${i}次防汛工作会议召开`,
    '',
    `${(i % 12) + 1}月3日，市委副书记、市长王海主持召开第${i}次防汛工作会议并讲话，市委常委李明、副市长赵方和有关部门负责人参加会议。`,
    `王海强调，要压实属地、部门、单位、个人“四方责任”，要突出三个环节：一是加强巡查；二是备足物资；三是转移第${i}批群众。要盯住水库。`,
    `會議要求，要堅決落實(shí)責任,，要加強(qiáng)巡查，落實(shí)第${i}項措施，&#20013;心要抓好落實(shí)。\u200b各地要抓細(xì)抓好，不得有誤。`,
  ].join(i % 3 === 0 ? '\r\n' : '\n');

suite('features of a long text', function () {
  this.timeout(60_000);
  let service: ArticleService;
  let doc: FeatureDocument;
  suiteSetup(() => {
    service = createArticleService(testLanguage());
    const text = Array.from({ length: 1400 }, (_, i) => page(i)).join('\n');
    doc = { document: TextDocument.create('file:///long.article', 'article', 1, text), parsed: service.parse(text) };
    assert.ok(doc.parsed.stretches.length > 4);
    assert.ok(doc.parsed.reading.edits.length > 1000);
  });

  test('each stretch is the repaired text of its own source', () => {
    const { source, reading, stretches } = doc.parsed;
    for (const { stretch, start, sourceStart } of stretches) {
      assert.equal(stretch.source, source.slice(sourceStart, sourceStart + stretch.source.length));
      assert.equal(stretch.reading.text, reading.text.slice(start, start + stretch.reading.text.length));
      assert.equal(applyEdits(stretch.source, stretch.reading.edits), stretch.reading.text);
    }
  });

  const outlineSymbols = () =>
    doc.parsed.outline.nodes.map(node => mapOutline<DocumentSymbol>(node, (n, children) => documentSymbol(doc, n, children)));

  test('symbols are those of the whole outline, also after an edit moved them', () => {
    assert.deepEqual(documentSymbols(doc), outlineSymbols());
    const text = `导语一行。\n${doc.parsed.source}`;
    const earlier = doc.parsed;
    doc = {
      document: TextDocument.create('file:///long.article', 'article', 2, text),
      parsed: service.parse(text, DEFAULT_SETTINGS, earlier),
    };
    assert.deepEqual(documentSymbols(doc), outlineSymbols());
  });

  test('tokens lie on what they are about, and those of a range are the same', () => {
    const { document, parsed } = doc;
    const { data } = semanticTokens(doc);
    const words = new Set<string>();
    const positions: string[] = [];
    let line = 0;
    let character = 0;
    for (let i = 0; i < data.length; i += 5) {
      character = data[i] === 0 ? character + data[i + 1]! : data[i + 1]!;
      line += data[i]!;
      const start = document.offsetAt({ line, character });
      words.add(parsed.source.slice(start, start + data[i + 2]!));
      positions.push(`${line}:${character}:${data[i + 2]}`);
    }
    assert.deepEqual(
      [...words].filter(word => /[\r\n，。]/.test(word)),
      [],
    );
    for (const word of ['王海', '四方责任', '市委常委']) assert.ok(words.has(word), word);
    const from = Math.floor(document.lineCount / 3);
    const to = from + 400;
    const part = semanticTokens(doc, { start: { line: from, character: 0 }, end: { line: to, character: 0 } }).data;
    const inPart: string[] = [];
    line = character = 0;
    for (let i = 0; i < part.length; i += 5) {
      character = part[i] === 0 ? character + part[i + 1]! : part[i + 1]!;
      line += part[i]!;
      inPart.push(`${line}:${character}:${part[i + 2]}`);
    }
    assert.deepEqual(
      inPart,
      positions.filter(position => Number(position.split(':')[0]) >= from && Number(position.split(':')[0]) <= to),
    );
  });

  test('edits of the tokens give those of the changed text', () => {
    let { document, parsed } = doc;
    const pieces = tokenPieces(doc);
    const data = joinedTokens(pieces);
    const half = Math.floor(parsed.source.length / 2);
    assert.deepEqual(data, semanticTokens(doc).data);
    assert.deepEqual(tokenEdits(pieces, tokenPieces(doc)), []);
    for (const [start, end, newText] of [
      [half, half, '\n市长王海指出，要压实“四方责任”。\n'],
      [0, 0, '导语\n'],
      [half, half + 40_000, ''],
      [5, 9, ''],
      [0, half, ''],
    ] as const) {
      const text = applyEdits(parsed.source, [{ start, end, newText }]);
      const before = tokenPieces({ document, parsed });
      document = TextDocument.create('file:///long.article', 'article', document.version + 1, text);
      parsed = service.parse(text, DEFAULT_SETTINGS, parsed);
      const after = joinedTokens(before);
      for (const edit of tokenEdits(before, tokenPieces({ document, parsed })))
        after.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
      assert.deepEqual(after, semanticTokens({ document, parsed: service.parse(text) }).data);
    }
  });

  test('hints stand behind their numbers', () => {
    const { document } = doc;
    const hints = inlayHints(doc, { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) });
    assert.equal(hints.length, doc.parsed.outline.counts.length);
    for (const { position } of hints) assert.match(document.getText().slice(0, document.offsetAt(position)), /三个环节$|四方责任$/);
  });
});
