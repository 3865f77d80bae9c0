import assert from 'node:assert/strict';
import fc from 'fast-check';
import { adaptToDocument } from '../../../server/src/language/documentModel';
import { testLanguage } from './resources';

suite('document model', () => {
  const { model } = testLanguage();
  const article = '区长朱镕喆到青石河水库检查防汛。\n朱镕喆要求青石河沿线各村落实责任。';
  const adapted = adaptToDocument(model, article);

  test('names and places of the document become likelier', () => {
    for (const text of ['朱镕喆', '青石河']) assert.ok(adapted.score(`，${text}`, 1) > model.score(`，${text}`, 1) + 3, text);
  });
  test('also in the other script', () => {
    assert.ok(adapted.score('青石河水庫', 3) > model.score('青石河水庫', 3) + 1);
  });
  test('what the document lacks costs at most a little more', () => {
    const text = '学校开展消防演练';
    assert.ok(adapted.score(text) < model.score(text));
    assert.ok(adapted.score(text) > model.score(text) - 0.6 * text.length);
  });
  test('nothing is learned across a line feed', () => {
    const cut = adaptToDocument(model, '朱镕\n喆');
    assert.ok(cut.score('朱镕喆', 2) < adapted.score('朱镕喆', 2) - 1);
  });
  test('an empty document teaches nothing', () => {
    const text = '会议强调，要压实责任。';
    assert.ok(Math.abs(adaptToDocument(model, '').score(text) - model.score(text) - text.length * Math.log(0.97)) < 1e-9 * text.length);
  });
  test('step and score agree; finite and never positive on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => {
      const score = adapted.score(text);
      assert.ok(Number.isFinite(score) && score <= 0);
      if (text.length >= 3 && !/\p{Cs}|[\u{10000}-\u{10ffff}]/u.test(text)) {
        const last = text.length - 1;
        assert.ok(Math.abs(adapted.score(text, last) - adapted.step(text.charCodeAt(last - 2), text.charCodeAt(last - 1), text.charCodeAt(last))) < 1e-9);
      }
    }));
  });
});
