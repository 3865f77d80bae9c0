import assert from 'node:assert/strict';
import { CharacterClass as C, characterClasses, HAN } from '../../../server/src/language/characters';

suite('character classes', () => {
  const of = (c: string): number => characterClasses()[c.charCodeAt(0)]!;
  test('ideographs: common in both scripts, rare', () => {
    for (const c of '会會强強調防疫') assert.equal(of(c) & HAN, C.HanCommon, c);
    for (const c of '浼氬璁锟㵐') assert.equal(of(c) & HAN, C.HanRare, c);
  });
  test('forms of one script, and what memory is filled with', () => {
    for (const c of '會強調') assert.ok(of(c) & C.Traditional, c);
    for (const c of '会强防') assert.equal(of(c) & C.Traditional, 0, c);
    for (const c of '烫屯葺') assert.ok(of(c) & C.MemoryFill, c);
    assert.equal(of('会') & C.MemoryFill, 0);
  });
  test('other scripts and signs', () => {
    for (const c of 'ぁアーㄅㄩｱ') assert.equal(of(c), C.Kana, c);
    assert.equal(of('한'), C.Hangul);
    assert.equal(of('，'), C.ChinesePunctuation);
    for (const c of '０６９ＡＺａｚ') assert.equal(of(c), C.FullwidthAlphanumeric, c);
    assert.equal(of('?'), C.AsciiPunctuation | C.QuestionMark);
    assert.equal(of('\ufffd'), C.Broken);
    assert.equal(of('\u0085'), C.Broken);
    assert.equal(of('\ue5e5'), C.PrivateUse);
    assert.ok(of('\ufeff') & C.Invisible && of('\u200b') & C.Invisible);
    assert.equal(of('⼀'), C.Compatibility);
    assert.equal(of('ò'), C.TonedLetter | C.SingleByte);
    assert.equal(of('“'), C.ChinesePunctuation | C.SingleByte);
    assert.equal(of('𠮷'), C.Surrogate);
    for (const c of '\n\t\r') assert.equal(of(c), 0);
  });
  test('every printable ASCII character is a letter, a digit or punctuation', () => {
    for (let unit = 0x21; unit < 0x7f; unit++)
      assert.ok(
        [C.Letter, C.Digit, C.AsciiPunctuation].includes((characterClasses()[unit]! & (C.Letter | C.Digit | C.AsciiPunctuation)) as never),
        String(unit),
      );
  });
});
