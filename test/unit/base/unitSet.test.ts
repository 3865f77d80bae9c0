import assert from 'node:assert/strict';
import fc from 'fast-check';
import { UnitSet } from '../../../server/src/base/unitSet';

const unit = fc.nat(0xffff), range = fc.tuple(unit, unit).map(([a, b]) => [Math.min(a, b), Math.min(Math.max(a, b), Math.min(a, b) + 200)] as const);

suite('sets of units', () => {
  test('hold the units of their texts and ranges, and tell them in order', () => {
    fc.assert(fc.property(fc.array(unit, { maxLength: 50 }), fc.array(range, { maxLength: 5 }), (units, ranges) => {
      const set = new UnitSet([String.fromCharCode(...units)]).with(UnitSet.ofRanges(ranges)), told: number[] = [];
      set.forEach(one => told.push(one));
      const expected = new Set([...units, ...ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i))]);
      assert.deepEqual(told, [...expected].sort((a, b) => a - b));
      assert.ok([...units, 0, 0xffff].every(one => set.has(one) === expected.has(one)));
    }));
  });
});
