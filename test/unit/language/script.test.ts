import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldForLookup, foldScript, toTraditionalOneToOne } from '../../../server/src/language/script';

suite('script', () => {
  test('traditional and regional forms fold to simplified', () => {
    assert.equal(foldScript('動態清零，臺灣說明裡面啟動衛生說'), '动态清零，台湾说明里面启动卫生说');
    assert.equal(foldScript('爲為於髮發'), '为为于发发');
  });
  test('simplified text and other scripts come back as the same string', () => {
    for (const text of ['', '会议强调，要压实责任。', 'ひらがな café 한국어 𬭊𠮷', '着手 著名 群众 床位 山峰'])
      assert.equal(foldScript(text), text);
  });
  test('folding is position for position and idempotent, on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        for (const fold of [foldScript, foldForLookup, toTraditionalOneToOne]) assert.equal(fold(text).length, text.length);
        assert.equal(foldScript(foldScript(text)), foldScript(text));
        assert.equal(foldForLookup(foldForLookup(text)), foldForLookup(text));
        assert.equal(foldForLookup(foldScript(text)), foldForLookup(text));
      }),
    );
  });
  test('every unit folds idempotently', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const c = String.fromCharCode(unit);
      for (const fold of [foldScript, foldForLookup]) assert.equal(fold(fold(c)), fold(c), unit.toString(16));
    }
  });
  test('text longer than one piece', () => {
    const text = 'a'.repeat(10_000) + '國'.repeat(20_000) + 'b';
    assert.equal(foldScript(text), 'a'.repeat(10_000) + '国'.repeat(20_000) + 'b');
  });
  test('look-up form unifies widths, quotes, dashes, radicals', () => {
    assert.equal(foldForLookup('「動態」，６００Ａ：⼀⾃車'), foldForLookup('“动态”,600A:一自车'));
    assert.equal(foldForLookup('买买提·阿布'), foldForLookup('買買提‧阿布'));
  });
  test('one-to-one conversion leaves ambiguous characters', () => {
    assert.equal(toTraditionalOneToOne('后于系斗云里干发为国听划准'), '后于系斗云里干發為國聽劃準');
  });
});
