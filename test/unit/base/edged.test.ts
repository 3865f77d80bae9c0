import assert from 'node:assert/strict';
import fc from 'fast-check';
import { edged, OFTEN } from '../../../server/src/base/edged';
import { edgesOf } from '../../../server/src/base/required';

const units = (list: ReadonlySet<string> | null): string | null => list && [...list].sort().join('');

suite('patterns that look at the edges of a text first', () => {
  test('know how the texts begin and end that they match', () => {
    const edges = (pattern: RegExp) => edgesOf(pattern).map(({ first, last }) => [units(first), units(last)]);
    assert.deepEqual(edges(/^(?:甲|乙丙)丁/), [['甲乙'.split('').sort().join(''), null]]);
    assert.deepEqual(edges(/[甲乙]丙?$/), [[null, [...'甲乙丙'].sort().join('')]]);
    assert.deepEqual(edges(/^甲*乙|丙$/), [
      [[...'甲乙'].sort().join(''), null],
      [null, '丙'],
    ]);
    assert.deepEqual(edges(/^(?!甲)(?:乙+丙)?丁.*$/), [[[...'乙丁'].sort().join(''), null]]);
    assert.deepEqual(edges(/^甲?$/), [[null, null]], 'the empty text has no first unit');
    assert.deepEqual(edges(/甲\$/), [[null, null]], 'an escaped mark is no anchor');
    assert.deepEqual(edges(/^[^甲]乙/), [[null, null]]);
    assert.deepEqual(edges(/^(甲|乙).\1$/), [[[...'甲乙'].sort().join(''), null]]);
  });

  const atom = fc.oneof(
    fc.constantFrom('甲', '乙', '丙', '[甲乙]', '[^甲]', '.', '(?!丙)', '(?<!甲)', '(?=乙)', '(?:甲|丙乙)', '(?:|丁)', '(丙)', '\\d'),
  );
  const counted = fc
    .tuple(atom, fc.constantFrom('', '', '?', '*', '+', '{1,2}', '{0,3}'))
    .map(([one, count]) => (one.startsWith('(?!') || one.startsWith('(?=') || one.startsWith('(?<') ? one : one + count));
  const alternative = fc
    .tuple(fc.boolean(), fc.array(counted, { minLength: 1, maxLength: 4 }), fc.boolean())
    .map(([begins, parts, ends]) => `${begins ? '^' : ''}${parts.join('')}${ends ? '$' : ''}`);
  const source = fc.array(alternative, { minLength: 1, maxLength: 3 }).map(parts => parts.join('|'));

  test('match what they would match without looking', () => {
    fc.assert(
      fc.property(
        source,
        fc.array(fc.string({ unit: fc.constantFrom(...'甲乙丙丁1'), maxLength: 5 }), { minLength: 5 }),
        (pattern, texts) => {
          const own = edged(new RegExp(pattern));
          for (let asked = 0; asked < OFTEN; asked++) own.test('甲');
          for (const text of texts) assert.equal(own.test(text), new RegExp(pattern).test(text), `/${pattern}/ in ${text}`);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('refuse flags, with which a text has other edges', () => {
    assert.throws(() => edgesOf(/^甲/m));
  });
});
