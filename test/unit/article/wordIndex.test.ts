import assert from 'node:assert/strict';
import fc from 'fast-check';
import { WordIndex } from '../../../server/src/article/persons/wordIndex';

suite('word index', () => {
  const letters = fc.constantFrom(...'甲乙丙');
  const text = fc.string({ unit: letters, maxLength: 12 });
  const words = fc.array(fc.string({ unit: letters, minLength: 1, maxLength: 4 }), { maxLength: 8 });

  test('the longest word at a place is found, in both directions and within limits', () => {
    fc.assert(
      fc.property(words, text, fc.nat(12), fc.nat(12), (list, where, one, other) => {
        const [at, limit] = [Math.min(one, where.length), Math.min(other, where.length)];
        const index = new WordIndex(list);
        const longest = (fitting: string[]) => fitting.sort((a, b) => b.length - a.length)[0] ?? null;
        assert.equal(
          index.startingAt(where, at, limit),
          longest(list.filter(word => where.startsWith(word, at) && at + word.length <= limit)),
        );
        assert.equal(
          index.endingAt(where, at, limit),
          longest(list.filter(word => where.slice(0, at).endsWith(word) && at - word.length >= limit)),
        );
      }),
    );
  });

  test('the cheap looks never turn a word away', () => {
    fc.assert(
      fc.property(words, text, (list, where) => {
        const index = new WordIndex(list);
        for (let at = 0; at <= where.length; at++) {
          if (list.some(word => where.startsWith(word, at))) assert.ok(index.mayStart(where, at));
          if (list.some(word => word.length > 1 && where.slice(0, at).endsWith(word))) assert.ok(index.mayEnd(where, at));
        }
      }),
    );
  });
});
