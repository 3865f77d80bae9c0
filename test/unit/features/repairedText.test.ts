/** A text is repaired until a repair changes nothing more. */
import * as assert from 'node:assert/strict';
import { repairedText } from '../../../server/src/features/repairs';
import type { ParsedArticle } from '../../../server/src/service';

/** An article whose Reading makes `to` of `from` and reads something else, since it guessed too. */
function article(source: string, from: string, to: string): ParsedArticle {
  const start = source.indexOf(from);
  const edits = start < 0 ? [] : [{ start, end: start + from.length, newText: to }];
  return { reading: { source, text: `${source}…`, edits, findings: [] }, settings: { rules: {} } } as unknown as ParsedArticle;
}

suite('repaired text', () => {
  test('what shows only when the rest is repaired is repaired too', () => {
    const steps = ['甲', '乙', '丙', '丁'];
    const parse = (text: string) => {
      const at = steps.findIndex(step => text.includes(step));
      return article(text, steps[at] ?? '', steps[at + 1] ?? '丁');
    };
    assert.equal(
      repairedText(article('一甲二', '甲', '乙'), text => (text.includes('丁') ? article(text, '无', '') : parse(text))),
      '一丁二',
    );
  });

  test('repairs that never come to an end are given up', () => {
    let parsed = 0;
    const parse = (text: string) => {
      parsed++;
      return article(text, '甲', '甲乙');
    };
    assert.equal(repairedText(article('甲', '甲', '甲乙'), parse), '甲乙乙乙乙');
    assert.equal(parsed, 4);
  });

  test('a text that the Reading has read already is not read again', () => {
    const whole = article('一甲二', '甲', '乙');
    const parsed = { ...whole, reading: { ...whole.reading, text: '一乙二' } } as ParsedArticle;
    assert.equal(
      repairedText(parsed, () => assert.fail()),
      '一乙二',
    );
  });

  test('clean text is not read again', () => {
    assert.equal(
      repairedText(article('我们开会。', '无', ''), () => assert.fail()),
      '我们开会。',
    );
  });
});
