/** What a document says elsewhere decides between readings of a lost character. */
import * as assert from 'node:assert/strict';
import { byOwnWords } from '../../../server/src/damage/lostBytes/ownWords';

const texts = (chars: string) => Array.from(chars, text => ({ text, score: 0 }));
const best = (document: string) => byOwnWords(texts('江河'), '沿青云', '巡查', document)[0]?.text;

suite('own words of a document', () => {
  test('a character that stands in the same place elsewhere comes first', () => {
    assert.equal(best('沿青云\ufffd巡查。青云河水位平稳。'), '河');
  });

  test('a rare character of the document that is no reading becomes one', () => {
    assert.ok(byOwnWords(texts('江河'), '沿青云', '巡查', '青云浉水位平稳').some(({ text }) => text === '浉'));
  });

  test('nothing elsewhere changes nothing', () => {
    assert.deepEqual(byOwnWords(texts('江河'), '沿青云', '巡查', '天气晴好。'), texts('江河'));
  });
});
