import assert from 'node:assert/strict';
import fc from 'fast-check';
import { UnitSet } from '../../../server/src/base/unitSet';

const unit = fc.nat(0xffff);
const range = fc.tuple(unit, unit).map(([a, b]) => [Math.min(a, b), Math.min(Math.max(a, b), Math.min(a, b) + 200)] as const);

suite('sets of units', () => {
  test('hold the units of their texts and ranges, and tell them in order', () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 50 }), fc.array(range, { maxLength: 5 }), (units, ranges) => {
        const set = new UnitSet([String.fromCharCode(...units)]).with(UnitSet.ofRanges(ranges));
        const told: number[] = [];
        set.forEach(one => told.push(one));
        const expected = new Set([
          ...units,
          ...ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i)),
        ]);
        assert.deepEqual(
          told,
          [...expected].sort((a, b) => a - b),
        );
        assert.ok([...units, 0, 0xffff].every(one => set.has(one) === expected.has(one)));
      }),
    );
  });

  test('tell where the first and the last of them stands in a range of a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'甲乙丙丁') }), fc.nat(12), fc.nat(12), (text, a, b) => {
        const from = Math.min(a, text.length);
        const to = Math.min(b, text.length);
        const stands = (char: string, i: number): boolean => i >= from && i < to && '乙丁'.includes(char);
        const at = [...text].findIndex(stands);
        const last = [...text].findLastIndex(stands);
        assert.equal(new UnitSet(['乙丁']).next(text, from, to), at < 0 ? Math.max(from, to) : at);
        assert.equal(new UnitSet(['乙丁']).last(text, from, to), last < 0 ? from - 1 : last);
      }),
    );
  });
});
