import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mayBegin, nextBeginning } from '../../../server/src/article/persons/beginnings';
import { ACTING, CALLINGS, OFFICIAL_HEADS, OTHER_HEADS, SAYING } from '../../../server/src/article/persons/lexicon';

/** Lines of what stands around names. */
const pieces = fc.oneof(
  fc.constantFrom(...OFFICIAL_HEADS, ...OTHER_HEADS, ...CALLINGS, ...SAYING, ...ACTING),
  fc.constantFrom(...'，、；：（）()《“ 　由与和及同对向请让为上受命去名任举选免有括的局处室科课村里乡镇王李海明'),
);

suite('where names may begin', () => {
  test('no place is leapt over at which a name may begin', () => {
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 12 }), parts => {
        const line = parts.join('');
        for (let at = 0; at < line.length; at++)
          if (mayBegin(line, at)) assert.equal(nextBeginning(line, at), at, `${line.slice(0, at)}|${line.slice(at)}`);
      }),
      { numRuns: 2000 },
    );
  });

  test('a word of one character is no office, whatever stands before it', () => {
    for (const line of ['宣布文及', '公布图和'])
      for (let at = 1; at < line.length; at++) assert.ok(!mayBegin(line, at) || nextBeginning(line, at) === at);
  });
});
