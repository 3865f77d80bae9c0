import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FeatureDocument } from '../../../server/src/features/context';
import { selectionRanges } from '../../../server/src/features/selectionRanges';
import { wordsAt } from '../../../server/src/features/words';
import type { Segmenter } from '../../../server/src/language/language';
import { createArticleService } from '../../../server/src/service';
import { testLanguage } from '../language/resources';

const TEXT = '市长王海主持会议。王海强调，要加强巡查。';

/** Stands for jieba: the words of the text, found by length. */
function segmenter(ready: boolean, calls: string[] = []): Segmenter {
  return {
    name: 'jieba-wasm',
    ready,
    release: () => undefined,
    tag: text => {
      calls.push(text);
      let at = 0;
      return Promise.resolve(
        ['王海', '强调', '，', '要', '加强', '巡查', '。'].map(word => ({ word, tag: 'x', start: at, end: (at += word.length) })),
      );
    },
  };
}

suite('words at carets', () => {
  const document = TextDocument.create('file:///a.article', 'article', 1, `${TEXT}\n`);
  const doc: FeatureDocument = { document, parsed: createArticleService(testLanguage()).parse(document.getText()) };
  const at = (text: string): { line: number; character: number } => document.positionAt(TEXT.indexOf(text));

  test('the word is the innermost selection', async () => {
    const words = await wordsAt(doc, [at('查。')], segmenter(true));
    const [range] = selectionRanges(doc, [at('查。')], words);
    assert.equal(document.getText(range!.range), '巡查');
    assert.ok(range!.parent);
  });
  test('punctuation is no word, nor is anything outside sentences', async () => {
    assert.deepEqual(await wordsAt(doc, [at('，要'), { line: 1, character: 0 }], segmenter(true)), [undefined, undefined]);
  });
  test('a segmenter that is not loaded is told to load and not waited for', async () => {
    const calls: string[] = [];
    assert.deepEqual(await wordsAt(doc, [at('查。')], segmenter(false, calls)), []);
    assert.deepEqual(calls, ['']);
    assert.deepEqual(await wordsAt(doc, [at('查。')], undefined), []);
  });
});
