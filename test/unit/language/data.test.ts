import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { bitsPerCharacter, rankTest } from '../../eval/characterModel';
import { articlesOf } from '../../eval/gold';
import { testLanguage } from './resources';

const DATA = new URL('../../../server/data/', import.meta.url);

suite('language data', () => {
  test('takes at most 3 MB in the package', () => {
    const sizes = readdirSync(DATA)
      .filter(name => name.endsWith('.bin'))
      .map(name => statSync(new URL(name, DATA)).size);
    assert.equal(sizes.length, 3);
    assert.ok(sizes.reduce((a, b) => a + b, 0) <= 3_000_000, sizes.join());
  });
  test('predicts articles that were not counted', () => {
    const { model } = testLanguage();
    const lines = articlesOf('dev', 'kept-aside')
      .flatMap(({ text }) => text.split('\n'))
      .filter(line => line.length > 5);
    // Without context a character costs 9.8 bits; a model that was counted or read wrongly stays near that.
    assert.ok(bitsPerCharacter(model, lines) < 8);
    assert.ok(rankTest(model, lines, 1, 200) > 0.65);
  });
});
