import * as assert from 'node:assert/strict';
import { wordScore } from '../../../server/src/language/wordScore';
import { testLanguage } from './resources';

suite('division into words', () => {
  test('words score better than the same number of characters that make none', () => {
    assert.ok(wordScore('天气预报', testLanguage()) > wordScore('气天报预', testLanguage()));
  });

  test('a string that the list only takes for a word counts no more than its characters allow', () => {
    // 注最新预倍 has the fingerprint of a frequent word.
    const language = testLanguage();
    assert.ok(language.words.has('注最新预倍'));
    assert.ok(wordScore('注最新预倍', language) < wordScore('最新预报', language));
  });
});
