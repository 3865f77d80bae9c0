/** What is kept with content: computed once for each, and for the last thing it was asked about. */
import * as assert from 'node:assert/strict';
import { Content, Memo, perContent, perContentWith } from '../../../server/src/base/memo';

class Line extends Content {
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
}

suite('results kept by content', () => {
  test('computed once for each content, apart from those of other functions', () => {
    const asked: string[] = [];
    const length = perContent(({ text }: Line) => {
      asked.push(text);
      return text.length;
    });
    const first = perContent(({ text }: Line) => text[0]!);
    const a = new Line('会议指出');
    const b = new Line('会议');
    assert.deepEqual([length(a), length(b), length(a), first(a), first(b)], [4, 2, 4, '会', '会']);
    assert.deepEqual(asked, ['会议指出', '会议']);
  });

  test('with something else: kept for the last such thing only', () => {
    const asked: string[] = [];
    const holds = perContentWith(({ text }: Line, words: ReadonlySet<string>) => {
      asked.push(text);
      return words.has(text);
    });
    const line = new Line('会议');
    const names = new Set(['王海']);
    const nouns = new Set(['会议']);
    assert.deepEqual([holds(line, names), holds(line, names), holds(line, nouns), holds(line, nouns)], [false, false, true, true]);
    assert.equal(asked.length, 2);
    assert.equal(holds(line, names), false);
    assert.equal(asked.length, 3);
    // Two things that are alike are two things.
    assert.equal(holds(line, new Set(['王海'])), false);
    assert.equal(asked.length, 4);
  });

  test('a result of undefined is one too', () => {
    let asked = 0;
    const nothing = perContentWith((_line: Line, _key: object) => {
      asked++;
      return undefined;
    });
    const line = new Line('x');
    const key = {};
    assert.deepEqual([nothing(line, key), nothing(line, key), asked], [undefined, undefined, 1]);
  });

  test('by text: what is asked for again stays, the rest goes', () => {
    const memo = new Memo<{ readonly key: string }>(10);
    const compute = (key: string) => ({ key });
    const kept = memo.get('kept', compute);
    const gone = memo.get('gone', compute);
    for (let i = 0; i < 20; i++) {
      memo.get(`text ${i}`, compute);
      assert.equal(memo.get('kept', compute), kept);
    }
    assert.notEqual(memo.get('gone', compute), gone);
  });
});
