import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parsePinyin, samePinyin } from '../../../server/src/language/pinyin';
import { testLanguage } from './resources';

suite('character model', () => {
  const { model } = testLanguage();
  const perCharacter = (text: string): number => model.score(text) / text.length;

  test('plain text is likelier than the same text damaged', () => {
    for (const [clean, damaged] of [
      ['会议要求压实责任', '浼氳姹傚帇瀹炶矗浠'],
      ['確保零遺漏', '確?!傲氵z漏'],
      ['全程监管', '瘫O管監'],
    ] as const) {
      assert.ok(perCharacter(clean) > perCharacter(damaged) + 3, clean);
    }
  });
  test('both scripts and both widths score alike', () => {
    assert.equal(model.score('会议强调,要动态清零!'), model.score('會議強調，要動態清零！'));
  });
  test('context counts: the same range scores better after a fitting beginning', () => {
    assert.ok(model.score('疫情防控工作', 4) > model.score('苹果手机工作', 4));
    assert.ok(model.score('动态清零', 3) > model.score('动态清林', 3));
  });
  test('rare characters of names cost no more than mojibake', () => {
    for (const c of '镕喆堃玥昇') assert.ok(model.unigram(c) > -17 && model.unigram(c) < -6, `${c} ${model.unigram(c)}`);
  });
  test('the fitting characters are those that single steps rate highest, what follows included', () => {
    const units = Array.from('的会议要求压实责任落实疫情防控工作部署，。鏈镕喆', char => char.charCodeAt(0));
    const unit = fc.constantFrom(...units, 0x0a, 0x41);
    fc.assert(
      fc.property(unit, unit, fc.oneof(unit, fc.constant(-1)), fc.integer({ min: 1, max: 30 }), (before, last, following, most) => {
        const rated = units.map(
          one => [one, model.step(before, last, one) + (following < 0 ? 0 : model.step(last, one, following))] as const,
        );
        const best = [...rated]
          .sort((a, b) => b[1] - a[1])
          .slice(0, most)
          .map(([one]) => one);
        assert.deepEqual(model.fitting(before, last, units, following, most), best);
      }),
    );
  });
  test('always finite, never positive, on any text; parts add up', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(40), (text, cut) => {
        const middle = Math.min(cut, text.length);
        const whole = model.score(text);
        const parts = model.score(text, 0, middle) + model.score(text, middle);
        assert.ok(Number.isFinite(whole) && whole <= 0);
        assert.ok(Math.abs(whole - parts) < 1e-6 * (1 + Math.abs(whole)), `${whole} ${parts}`);
      }),
    );
  });
});

suite('word list', () => {
  const { words } = testLanguage();
  test('knows words in both scripts', () => {
    for (const word of ['会议', '會議', '人民政府', '的', '市委书记']) assert.ok(words.has(word), word);
    for (const word of ['', '议会强', 'abc', '浼氳', '\u0000', '龘龘龘', '一一一一一一一一一一一一一一一一一一一一'])
      assert.ok(!words.has(word), word);
  });
  test('frequencies and tags', () => {
    assert.ok(words.frequency('中国') > words.frequency('中国画'));
    assert.equal(words.frequency('议会强'), 0);
    assert.equal(words.tag('北京'), 'ns');
    assert.equal(words.tag('议会强'), undefined);
  });
  test('units that continue a beginning are those with which it is a word', () => {
    const units = Uint16Array.from({ length: 0x2000 }, (_, i) => 0x4e00 + i);
    for (const prefix of ['会', '會', '典', '人民', '不忘初', '浼', '']) {
      assert.deepEqual(
        words.continuing(prefix, units),
        [...units].filter(unit => words.has(prefix + String.fromCharCode(unit))),
        prefix,
      );
    }
    assert.ok(words.continuing('典', units).includes('型'.charCodeAt(0)));
  });
});

suite('pinyin', () => {
  const { pinyin } = testLanguage();
  test('spellings', () => {
    for (const spelling of ['lǜ', 'lv4', 'lü4', 'lu:4', 'LV4', 'lu\u0308\u0300'])
      assert.deepEqual(parsePinyin(spelling), { base: 'lü', tone: 4 }, spelling);
    assert.deepEqual(parsePinyin('ɡònɡ'), { base: 'gong', tone: 4 });
    assert.deepEqual(parsePinyin('hui'), { base: 'hui', tone: 0 });
    for (const wrong of ['', ' ', '4', 'gòu4', 'gòó', 'a-b', '会', 'gou44', 'g4ou']) assert.equal(parsePinyin(wrong), undefined, wrong);
  });
  test('the same reading with and without tone', () => {
    assert.ok(samePinyin('gòu', 'gou'));
    assert.ok(samePinyin('gòu', 'gou4'));
    assert.ok(!samePinyin('gòu', 'góu'));
    assert.ok(!samePinyin('lù', 'lǜ'));
  });
  test('readings of both scripts, and which syllables there are', () => {
    assert.deepEqual(pinyin.readings('购'), ['gòu']);
    assert.ok(['cháng', 'zhǎng'].every(reading => pinyin.readings('長').includes(reading)));
    assert.ok(
      pinyin.isSyllable('hui') &&
        pinyin.isSyllable('huì') &&
        pinyin.isSyllable('nǚ') &&
        !pinyin.isSyllable('the') &&
        !pinyin.isSyllable(''),
    );
  });
});
