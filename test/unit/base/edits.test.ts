import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, composeEdits, OffsetMap } from '../../../server/src/base/edits';
import type { Edit } from '../../../server/src/base/finding';

/** Random sorted, non-overlapping edits of a text of this length. */
const edits = (length: number): fc.Arbitrary<Edit[]> =>
  fc.array(fc.record({ at: fc.nat(length), cut: fc.nat(4), newText: fc.string({ maxLength: 4 }) }), { maxLength: 6 }).map(raw => {
    const out: Edit[] = [];
    let from = 0;
    for (const { at, cut, newText } of raw.sort((a, b) => a.at - b.at)) {
      const start = Math.max(at, from);
      const end = Math.min(start + cut, length);
      if (start > length || (start === end && newText === '')) continue;
      out.push({ start, end, newText });
      from = end + 1;
    }
    return out;
  });

suite('edits', () => {
  test('composed edits do what the two rounds do', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30 }).chain(source =>
          edits(source.length).chain(first => {
            const middle = applyEdits(source, first);
            return edits(middle.length).map(second => ({ source, first, second, want: applyEdits(middle, second) }));
          }),
        ),
        ({ source, first, second, want }) => {
          assert.equal(applyEdits(source, composeEdits(source, first, second)), want);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('a deletion lies outside the ranges on either side of it', () => {
    // 會(huì)議 read as 會議
    const map = new OffsetMap([{ start: 1, end: 6, newText: '' }]);
    assert.deepEqual(map.toSourceRange(0, 1), { start: 0, end: 1 });
    assert.deepEqual(map.toSourceRange(1, 2), { start: 6, end: 7 });
    assert.equal(map.toTarget(3), 1);
    assert.equal(map.toTarget(7), 2);
  });

  test('a range inside a replacement maps to the whole replacement', () => {
    const map = new OffsetMap([{ start: 2, end: 4, newText: 'abc' }]);
    assert.deepEqual(map.toSourceRange(3, 4), { start: 2, end: 4 });
    assert.deepEqual(map.toSourceRange(2, 5), { start: 2, end: 4 });
    assert.deepEqual(map.toSourceRange(0, 6), { start: 0, end: 5 });
  });

  test('source ranges grow with reading ranges and hold them', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30 }).chain(source => fc.tuple(fc.constant(source), edits(source.length))),
        ([source, list]) => {
          const map = new OffsetMap(list);
          const target = applyEdits(source, list);
          let last = 0;
          for (let i = 0; i <= target.length; i++) {
            const at = map.toSource(i);
            assert.ok(at >= last && at <= source.length);
            last = at;
            assert.ok(map.toSource(i, 'end') >= 0 && map.toSource(i, 'end') <= source.length);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
