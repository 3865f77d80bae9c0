/** How much is asked of the character model for heavily damaged text: counted, so that no clock and no other program matters. */
import * as assert from 'node:assert/strict';
import type { Charset } from '../../../server/src/language/codecs/codec';
import type { Language } from '../../../server/src/language/language';
import { wrongCharsetKind } from '../../../server/src/damage/wrongCharset';
import { readSource } from '../../../server/src/reading/read';
import { testLanguage } from '../language/resources';

/** Questions about one unit after two others, for each unit of a text: those of `fitting` are many at once. */
function questionsPerUnit(source: string): number {
  const { model, words, pinyin } = testLanguage();
  let asked = 0;
  const counted: Language = {
    words,
    pinyin,
    model: {
      score: (text, start, end) => model.score(text, start, end),
      unigram: char => model.unigram(char),
      step(before, last, unit) {
        asked++;
        return model.step(before, last, unit);
      },
      fitting(before, last, units, following, most) {
        asked += units.length;
        return model.fitting(before, last, units, following, most);
      },
    },
  };
  readSource(source, counted, { accept: 'likely' });
  return asked / source.length;
}

const PLACES = ['临江', '青石', '云岭', '南屏', '沙河', '松林', '双溪', '望海'];
const MATTERS = ['防汛', '秋粮收购', '冬季供暖', '校园食品安全', '旧区改造', '森林防火', '农田水利', '河道清淤'];
const ORDERS = ['要压实责任', '要坚持问题导向', '要备足物资', '要加强巡查', '要挂图作战', '要服务群众'];

/** Sentences that differ from each other, with characters that no model expects. */
function sentences(units: number): string[] {
  const all: string[] = [];
  let state = 1;
  const strange = () => String.fromCharCode(0x4e00 + (((state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 8) % 0x51a6));
  for (let n = 0, length = 0; length < units; n++) {
    const one = (of: readonly string[], every: number) => of[Math.floor(n / every) % of.length]!;
    const sentence = `${(n % 12) + 1}月${(n % 28) + 1}日，${one(PLACES, 1)}召开${one(MATTERS, 3)}工作会议，${one(ORDERS, 2)}、${one(ORDERS, 7)}，惠及居民${n}户，立碑“${Array.from({ length: 12 }, strange).join('')}”。`;
    all.push(sentence);
    length += sentence.length;
  }
  return all;
}

const misread = (text: string, from: Charset, as: Charset): string => wrongCharsetKind.forward(text, { layers: [{ from, as }] }, () => 0);

/** Damage of which much is lost, so that nothing is settled at the first look: Big5 lacks simplified characters. */
const PAIRS: readonly (readonly [Charset, Charset])[] = [
  ['big5', 'windows-1252'],
  ['gb18030', 'big5'],
  ['big5', 'gb18030'],
  ['utf-8', 'gb18030'],
  ['gb18030', 'euc-kr'],
  ['utf-8', 'windows-1251'],
  ['big5', 'cp437'],
  ['utf-8', 'shift_jis'],
];
/** Units of undamaged text: so many that not everything is tried everywhere. */
const LONG = 100_000;

suite('effort', () => {
  const bounded = (text: () => string, most: number) =>
    function (this: Mocha.Context): void {
      this.timeout(180_000);
      const asked = questionsPerUnit(text());
      assert.ok(asked < most, `${asked.toFixed(1)} questions a unit`);
    };
  // What one misreading leaves of a line that was one cluster was searched as if the document had few clusters: 13 questions.
  test(
    'one long line that lost much',
    bounded(() => misread(sentences(LONG).join(''), 'gb18030', 'big5'), 10),
  );
  // Every way was tried on a whole window though one is told, and all of it five times: 24 questions.
  test(
    'one long line, each sentence misread in another way',
    bounded(
      () =>
        sentences(LONG)
          .map((sentence, n) => misread(sentence, ...PAIRS[n % PAIRS.length]!))
          .join(''),
      19,
    ),
  );
});
