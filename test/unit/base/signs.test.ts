import assert from 'node:assert/strict';
import fc from 'fast-check';
import { requiredBy } from '../../../server/src/base/required';
import { Signs } from '../../../server/src/base/signs';
import { UnitSet } from '../../../server/src/base/unitSet';
import * as speech from '../../../server/src/article/attributions/speech';
import * as lexicon from '../../../server/src/outline/orders/lexicon';

const required = (pattern: RegExp) => {
  const found = requiredBy(pattern);
  return found && [...found].sort().join(' ');
};

suite('what a pattern requires', () => {
  test('is one pair of units of each alternative', () => {
    assert.equal(required(/要|必须|不得已/), '得已 必须 要');
    assert.equal(required(/(?:会议|大会)由(?:主持|承办|主办)/), '由主 由承');
    assert.equal(required(/关于的(?:通知|意见)/), '于的');
    assert.equal(required(/^(?:必须|务必)$/), '务必 必须');
  });
  test('joins what stands side by side', () => {
    assert.equal(required(/[甲乙](?:丙|丁)/), '乙丁 乙丙 甲丁 甲丙');
    assert.equal(required(/第[12]{1,2}条/), '1条 2条');
    assert.equal(required(/[^,][12]{1,2}条/), '1条 2条');
    assert.equal(required(/(?:[一二]{1,3}|七+)项/), '一项 七项 二项');
  });
  test('takes the rarest part of a sequence: pairs before units', () => {
    assert.equal(required(/的.*必须[^,]{1,3}了/), '必须');
    assert.equal(required(/以(?:的)?形式/), '形式');
  });
  test('passes over what may be missing, and over look-arounds', () => {
    assert.equal(required(/(?<!不)是(?![否非])/), '是');
    assert.equal(required(/(?:今天)?会议(?:指出)*/), '会议');
    assert.equal(required(/(?=会议)[^,]会/), '会');
    assert.equal(required(/(?:(?=不)是|要)/), '是 要');
  });
  test('sees what must follow its end', () => assert.equal(required(/[^,]、(?=[,。])/), '、, 、。'));
  test('names nothing where nothing is required', () => {
    for (const pattern of [/会议?|.*/, /^[^,]{2,5}$/, /(?:会议)?$/, /[\u4e00-\u9fff]了?/])
      assert.equal(requiredBy(pattern), null, pattern.source);
  });
  test('drops pairs that a unit of the list stands for', () => assert.equal(required(/已(?!知)|已经/), '已'));
  test('refuses what it would misread', () => {
    assert.throws(() => requiredBy(/icp/i));
    assert.throws(() => new Signs({ any: [/.*/] }).scan(''));
  });
});

suite('signs', () => {
  test('tell classes and patterns by place', () => {
    const signs = new Signs({ digit: UnitSet.ofRanges([[0x30, 0x39]]), order: [/要|必须/] });
    const { digit, order } = signs.bit;
    const scan = signs.scan('必须3必要');
    assert.deepEqual(
      [0, 1, 2, 3, 4].map(at => scan.in(at, at + 1)),
      [order, 0, digit, 0, order],
    );
    assert.equal(scan.all, digit | order);
    assert.deepEqual(
      ['必要', '必须', '须必', '必', '4', ''].map(text => signs.anyIn(text)),
      [true, true, false, false, true, false],
    );
    assert.equal(scan.in(1, 3), digit);
    assert.equal(scan.count(order, 0, 5), 2);
    assert.equal(scan.next(order, 1, 5), 4);
    assert.equal(scan.next(digit, 3, 5), 5);
  });

  const patterns = [...Object.values(lexicon), ...Object.values(speech)].filter(
    value => value instanceof RegExp && requiredBy(value) !== null,
  ) as RegExp[];
  test('stand wherever a pattern of the project matches', () => {
    assert.ok(patterns.length > 10);
    const signs = new Signs(Object.fromEntries(patterns.slice(0, 30).map((pattern, i) => [`p${i}`, [pattern]])));
    // Text of the pieces that the patterns are made of.
    const pieces = fc.constantFrom(
      ...patterns.flatMap(({ source }) => source.split(/[()|?:!<=[\]{}^$\\]+/).filter(piece => piece !== '')),
      ',',
      '。',
      '市',
      '7',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), parts => {
        const text = parts.join('');
        const scan = signs.scan(text);
        patterns.slice(0, 30).forEach((pattern, i) => {
          const match = new RegExp(pattern.source).exec(text);
          if (match) assert.notEqual(scan.in(match.index, text.length) & signs.bit[`p${i}`]!, 0, `${pattern.source} in ${text}`);
        });
      }),
      { numRuns: 2000 },
    );
  });
});
