/** What holds for every kind of damage: clean text untouched, `forward` undone, nothing twice. */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import type { DamageKind, Random } from '../../../server/src/damage/kind';
import { DAMAGE_KINDS, STYLE_CODES } from '../../../server/src/damage/registry';
import { verdictOn } from '../../../server/src/damage/wrongCharset/proof';
import { segmentsOf } from '../../../server/src/damage/wrongCharset/segments';
import { Suspect } from '../../../server/src/damage/wrongCharset/suspect';
import { COMPONENT_ROWS } from '../../../server/src/language/componentTable';
import { composedOf } from '../../../server/src/language/components';
import { readSource } from '../../../server/src/reading/read';
import { wait } from '../../time';
import { testLanguage } from '../language/resources';

/** Clean sentences of our own; every property draws from them. */
const SENTENCES = [
  '县委书记到水库检查防汛工作，要求各乡镇三天之内把排查结果报上来。',
  '“菜篮子”价格平稳，市民李阿姨说：“我们很放心！”',
  '会议由副市长高远主持，2024年3月5日在会展中心召开。',
  '要压实责任、完善预案，确保群众生命财产安全；对隐瞒不报的，依法严肃处理。',
  '市教育局负责人介绍，全市已有120所学校完成改造，受益学生超过8万人。',
  '记者从发布会上了解到，今年前三季度经济运行总体平稳、稳中有进。',
];

const seeded = (seed: number): Random => {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};
const read = (text: string) => readSource(text, testLanguage(), { accept: 'likely' });
const kind = (id: string) => DAMAGE_KINDS.find(one => one.id === id) as DamageKind;

suite('kinds of damage', () => {
  test('ids are unique', () => {
    assert.equal(new Set(DAMAGE_KINDS.map(one => one.id)).size, DAMAGE_KINDS.length);
  });

  test('clean text has no finding', () => {
    for (const sentence of SENTENCES)
      assert.deepEqual(
        read(sentence).findings.map(({ code }) => code),
        [],
      );
  });

  test('whatever stands there, reading is total and repairing twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        const reading = read(text);
        assert.equal(read(reading.text).text, reading.text);
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  test('damaged bytes of any kind: reading is total, findings lie in the text and do not begin twice with a repair', () => {
    const damaged = fc.tuple(
      fc.constantFrom(...SENTENCES),
      fc.array(
        fc.tuple(
          fc.nat(),
          fc.constantFrom('?', '\ufffd', '浼氳', 'ï¼', '&#20013;', '\u200b', '烫烫烫', '\ue5e5', '%E4%BC%9A', '\\u4f1a', '=E4'),
        ),
        { maxLength: 4 },
      ),
    );
    fc.assert(
      fc.property(damaged, ([sentence, inserts]) => {
        let text = sentence;
        for (const [at, piece] of inserts) text = text.slice(0, at % (text.length + 1)) + piece + text.slice(at % (text.length + 1));
        const { findings, edits } = read(text);
        for (const { start, end } of findings) assert.ok(start >= 0 && start <= end && end <= text.length);
        edits.forEach((edit, i) => assert.ok(i === 0 || edits[i - 1]!.end <= edit.start));
      }),
      { numRuns: 150, seed: 11 },
    );
  });

  const roundTrips: readonly (readonly [string, string, unknown, readonly string[]])[] = [
    ['wrong-charset', 'UTF-8 as windows-1252', { layers: [{ from: 'utf-8', as: 'windows-1252' }] }, SENTENCES],
    [
      'wrong-charset',
      'UTF-8 as windows-1252 twice',
      {
        layers: [
          { from: 'utf-8', as: 'windows-1252' },
          { from: 'utf-8', as: 'windows-1252' },
        ],
      },
      SENTENCES,
    ],
    ['wrong-charset', 'GBK as windows-1252', { layers: [{ from: 'gb18030', as: 'windows-1252' }] }, SENTENCES],
    ['wrong-charset', 'GBK as KOI8-R', { layers: [{ from: 'gb18030', as: 'koi8-r' }] }, SENTENCES],
    ['wrong-charset', 'UTF-8 as MacRoman', { layers: [{ from: 'utf-8', as: 'macintosh' }] }, SENTENCES],
    ['wrong-charset', 'swapped UTF-16', { layers: [{ from: 'utf-16le', as: 'utf-16be' }] }, SENTENCES],
    ['escape', 'entities', { notation: 'entity' }, SENTENCES],
    ['escape', 'percent', { notation: 'percent' }, SENTENCES],
    ['escape', 'UTF-7', { notation: 'utf-7' }, SENTENCES],
    ['escape', 'HZ', { notation: 'hz' }, SENTENCES],
    ['invisible', 'zero-width spaces', { rate: 0.3 }, SENTENCES],
    ['lookalike', 'radicals', { fault: 'radical' }, SENTENCES],
    ['lookalike', 'radicals and their ideographs', { fault: 'doubled' }, SENTENCES.slice(0, 3)],
    ['spacing', 'spaces', {}, SENTENCES],
    ['memory-fill', '烫', { length: 9 }, SENTENCES],
    ['backslash', 'backslashes', {}, ['許多功能都要蓋好，請大家閱覽。']],
    ['backslash', 'bytes 5C that were taken away', { stripped: true }, ['請許多人一起來幫忙。']],
  ];
  for (const [id, name, options, sentences] of roundTrips) {
    test(`${id}: ${name} is undone`, () => {
      fc.assert(
        fc.property(fc.constantFrom(...sentences), fc.nat(), (sentence, seed) => {
          const damaged = kind(id).forward(sentence, options, seeded(seed));
          assert.equal(read(damaged).text, sentence);
        }),
        { numRuns: 20, seed: 3 },
      );
    });
  }

  test('UTF-8 as GBK with losses: what is put in place is right, and what is not is offered', () => {
    for (const sentence of SENTENCES) {
      const damaged = kind('wrong-charset').forward(sentence, {}, seeded(1));
      for (const { repair, candidates, start, end } of read(damaged).findings) {
        const texts = repair ? [repair.newText] : candidates.slice(0, 5).map(({ newText }) => newText);
        assert.ok(
          texts.some(text => sentence.includes(text)),
          `${damaged.slice(start, end)} in ${damaged}`,
        );
      }
    }
  });

  test('windows-1252 with its holes lost: one of five bytes each', () => {
    const holes = /[\x81\x8d\x8f\x90\x9d]/g;
    const damage = (text: string) => kind('wrong-charset').forward(text, { layers: [{ from: 'utf-8', as: 'windows-1252' }] }, seeded(1));
    for (const sentence of SENTENCES) {
      for (const mark of ['\ufffd', '?']) {
        const damaged = damage(sentence).replace(holes, mark);
        const reading = read(damaged);
        // What is put in place is right, and the sentence is never left as it was found.
        let at = 0;
        for (const part of reading.text.split(/[^\u3001-\u9fff\uff01-\uff5e“”0-9]+/)) {
          const next = sentence.indexOf(part, at);
          assert.ok(next >= at, `${part} is not in ${sentence}`);
          at = next + part.length;
        }
        assert.notEqual(reading.text, damaged);
      }
    }
  });

  test('a byte of GBK lost: the run is offered as it was meant', () => {
    const lost = '对园区“圈而不建”的土地，该收回的坚决收回，该盘活的涌炫袒睢?';
    const reading = read(lost);
    const offered = reading.findings.flatMap(({ candidates }) => candidates.map(({ newText }) => newText));
    assert.ok(
      offered.some(text => text.includes('加快盘活')),
      offered.join(' '),
    );
  });

  test('a byte of GBK lost in traditional text: the run ends with the letter that is half a character', () => {
    const sentences = [
      ['（記者陳敏）全市有關部門負責人參加座談，就加快項目建設提出建議。', '有關'],
      ['記者從市交通運輸局獲悉，今年將新建農村公路三百公里。', '交通運'],
    ] as const;
    for (const [sentence, whole] of sentences) {
      const bytes = iconv.encode(sentence, 'gbk');
      for (const at of [0, 5]) {
        const damaged = iconv.decode(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]), 'gbk');
        const { text, findings } = read(damaged);
        assert.ok(!damaged.includes(whole) && text.endsWith(sentence.slice(4)), `${damaged} → ${text}`);
        assert.deepEqual(
          findings.map(({ code }) => code),
          ['encoding.lost-bytes'],
        );
      }
    }
  });

  test('letters among ideographs are no halves where they are meant', () => {
    for (const sentence of [
      '他到A市出差，住在B座。',
      '這次K歌大賽由T台模特主持。',
      '注音ㄅㄆㄇ，又叫ㄅ半；老師教ㄓ、ㄔ、ㄕ。',
      '晚會上e路同行，甲@乙說。',
    ])
      assert.deepEqual(
        read(sentence).findings.filter(({ severity }) => severity !== 'hint'),
        [],
      );
  });

  test('marks that are all that is left of a stretch are reported once', () => {
    const { findings } = read('全市防汛工作会议召开，市长王海\ufffd\ufffd\ufffd会议并讲话，要求各地加强巡查。');
    assert.deepEqual(
      findings.filter(({ code }) => code === 'encoding.lost-bytes').map(({ start, end }) => [start, end]),
      [[15, 18]],
    );
  });

  test('what bytes did carries its mechanism, the text as it stands, its bytes and how sure the repair is', () => {
    const damages: readonly (readonly [string, unknown])[] = [
      ['wrong-charset', {}],
      ['wrong-charset', { layers: [{ from: 'gb18030', as: 'euc-kr' }] }],
      ['wrong-charset', { layers: [{ from: 'gb18030', as: 'cp437' }] }],
      [
        'wrong-charset',
        {
          layers: [
            { from: 'gb18030', as: 'windows-1252' },
            { from: 'utf-8', as: 'gb18030' },
          ],
        },
      ],
      ['lost-bytes', { rate: 0.1 }],
      ['lost-bytes', { rate: 0.1, mark: '?' }],
      ['escape', { notation: 'percent' }],
      ['escape', { notation: 'encoded-word' }],
      ['memory-fill', { length: 5 }],
      ['invisible', {}],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...damages), fc.constantFrom(...SENTENCES), fc.nat(), ([id, options], sentence, seed) => {
        const damaged = kind(id).forward(sentence, options, seeded(seed));
        for (const { code, start, end, repair, explanation } of read(damaged).findings) {
          if (STYLE_CODES.has(code)) continue;
          assert.ok(explanation, code);
          assert.notEqual(explanation.mechanism, '');
          assert.equal(explanation.damaged, damaged.slice(start, end));
          assert.match(
            explanation.bytes ?? '',
            /^(?:[0-9A-F]{2}|\?\?|U\+[0-9A-F]{4,6})(?: (?:[0-9A-F]{2}|\?\?|U\+[0-9A-F]{4,6}))*(?: …)?$/,
            `${code} of ${damaged}`,
          );
          if (repair) assert.equal(explanation.meant, repair.newText);
        }
      }),
      { numRuns: 60, seed: 23 },
    );
  });

  test('carrying out a plan twice changes nothing, whatever was left as a guess', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SENTENCES),
        fc.constantFrom('euc-kr', 'big5', 'shift_jis', 'gb18030'),
        fc.constantFrom('\ufffd', '?', ''),
        fc.nat(),
        (sentence, as, lost, seed) => {
          const damaged = kind('wrong-charset').forward(
            sentence,
            { layers: [{ from: as === 'gb18030' ? 'utf-8' : 'gb18030', as }], lost },
            seeded(seed),
          );
          for (const accept of ['likely', 'proven'] as const) {
            const once = readSource(damaged, testLanguage(), { accept }).text;
            assert.equal(readSource(once, testLanguage(), { accept }).text, once);
          }
        },
      ),
      { numRuns: 60, seed: 29 },
    );
  });

  test('the finding names pair and layers', () => {
    const [finding] = read(
      kind('wrong-charset').forward(
        SENTENCES[0]!,
        {
          layers: [
            { from: 'gb18030', as: 'windows-1252' },
            { from: 'utf-8', as: 'windows-1252' },
          ],
        },
        seeded(1),
      ),
    ).findings;
    assert.deepEqual(finding!.explanation!.layers, ['gb18030 as windows-1252', 'utf-8 as windows-1252']);
    assert.match(finding!.message(), /gb18030 read as windows-1252, then utf-8 read as windows-1252/);
  });

  test('hostile lines stay linear', function () {
    this.timeout(300_000);
    for (const unit of [
      '&amp;',
      '%E4',
      '=E4',
      '+a',
      '~{',
      '?',
      '\ufffd',
      '锟',
      'Ã',
      '浼',
      '朱(金容)基',
      '⼀',
      '\u200b',
      '\\',
      '要 ',
      '\ue000',
    ]) {
      const text = unit.repeat(Math.floor(200_000 / unit.length));
      const spent = wait(() => void read(text));
      assert.ok(spent < 4000, `${JSON.stringify(unit)} took ${Math.round(spent)} ms`);
    }
  });

  suite('damage on damage', () => {
    const asLatin1 = (text: string) => Array.from(new TextEncoder().encode(text), byte => String.fromCharCode(byte)).join('');
    const steps: readonly (readonly [string, (text: string) => string])[] = [
      [
        'read as Latin-1, then \\u of JSON',
        text => asLatin1(text).replace(/[^\x00-\x7f]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
      ],
      ['read as Latin-1, then as GBK', text => kind('wrong-charset').forward(asLatin1(text), {}, seeded(1))],
      [
        'read as GBK, then percent',
        text => kind('escape').forward(kind('wrong-charset').forward(text, {}, seeded(1)), { notation: 'percent' }, seeded(1)),
      ],
      [
        'zero-width characters, then entities',
        text => kind('escape').forward(Array.from(text).join('\u200b'), { notation: 'entity' }, seeded(1)),
      ],
    ];
    for (const [name, damage] of steps) {
      test(name, () => {
        for (const sentence of SENTENCES) {
          const damaged = damage(sentence);
          // What GBK cannot read is lost, and escaped like the rest.
          if (!/\ufffd|%EF%BF%BD/.test(damaged)) assert.equal(read(damaged).text, sentence);
          else assert.ok(!read(damaged).text.includes('%EF%BF%BD'));
        }
      });
    }
  });

  test('short escapes beside long ones are decoded with them', () => {
    // 1月28日 in GBK, read as Latin-1: 月 stands alone between digits.
    assert.equal(
      read(
        '1&Ocirc;&Acirc;28&Egrave;&Otilde;&Iuml;&Acirc;&Icirc;&ccedil;&pound;&not;&raquo;&aacute;&Ograve;&eacute;&Otilde;&Ugrave;&iquest;&ordf;&iexcl;&pound;',
      ).text,
      '1月28日下午，会议召开。',
    );
  });

  test('a character that two pairs of Shift_JIS are read as is no proof', () => {
    // 朎 is written FA74 and read from ED74 too: 表明 is B1ED C3F7.
    for (const { repair } of read('ﾎｻｷｹｫﾋｾｱ朎ｻｸｬｶﾈ｣ｺﾃｪﾆｵｺﾍﾃｪﾆｵｼﾒﾊﾇﾎﾒﾃﾇﾗﾔｼｺﾈﾋ｡｣').findings)
      assert.ok(repair?.proof !== 'proven' || !repair.newText.includes('柄'));
  });

  test('behind a byte that the table lacks nothing proves where the pairs begin', () => {
    // 會議的錄音，明天會播到這裏，謝謝大家支持。 of GBK as ISO 8859-7, in which A5 is ₯; windows-1253,
    // which is tried as well, has no such letter.
    const suspect = new Suspect('\u0095ώΧh΅Δδ\u009b\ufffdτ£¬ΓχΜμ\u0095ώ²₯΅½ί@ΡY£¬ΦxΦx΄σΌ\ufffdΦ§³Φ‘£', testLanguage().model);
    const segments = segmentsOf(suspect, [{ from: 'gb18030', as: 'windows-1253' }], testLanguage());
    const wrong = segments.find(({ text }) => text.startsWith('〗這裏'));
    assert.ok(wrong);
    assert.notEqual(verdictOn(suspect, wrong, null, testLanguage()).proof, 'proven');
  });

  test('where bytes went without a trace no other text is proven', () => {
    const lines = [
      '据了解，沙河口已投入资金7819万元，用于校园食品安全，惠及居民9204户。',
      '“医保报销不能等、不能拖。”范仲平在座谈会上说。',
      '白沙洲副县长秦晓岚、程远山出席座谈会。',
      '要加强森林防火和防汛抗旱的统筹，坚持问题导向，倒排工期，挂图作战。',
      '记者从临江县获悉，电梯安全专项行动将持续到10月1日。',
    ];
    const readers = ['shift_jis', 'euc-kr', 'windows-1255', 'big5', 'windows-1253', 'windows-1257', 'cp857', 'iso-8859-7'] as const;
    for (const as of readers) {
      for (const line of lines) {
        const damaged = kind('wrong-charset').forward(line, { layers: [{ from: 'gb18030', as }], lost: '' }, seeded(1));
        for (const { repair } of read(damaged).findings)
          if (repair?.proof === 'proven') assert.ok(line.includes(repair.newText), `${as}: ${repair.newText} in place of ${line}`);
      }
    }
  });

  test('brackets are made full-width in pairs only', () => {
    const hint = (text: string): string | undefined => read(text).findings.find(({ code }) => code === 'encoding.width')?.repair?.newText;
    // The opening one behind the full stop is no style between ideographs.
    assert.equal(hint('守护屏障。(撰稿人：甲 审稿人：乙)'), undefined);
    assert.equal(hint('会议通过了规划(草案)和预算'), '（草案）');
  });

  test('emoji that a site put among its readings and into them are taken out, whatever they are', () => {
    const annotated = '本村的(de )水渠修好了，村民(mín )都来帮忙。组长(zhǎng )说，下(xià )个月(yuè )通水。';
    const meant = '本村的水渠修好了，村民都来帮忙。组长说，下个月通水。';
    for (let seed = 1; seed <= 50; seed++) {
      const damaged = kind('inserted-emoji').forward(annotated, { rate: 0.3 }, seeded(seed));
      assert.equal(read(damaged).text, meant, damaged);
    }
  });

  test('characters of names that GB 2312 lacks, spelled out, are put together again', () => {
    const characters = COMPONENT_ROWS.flatMap(row => row.split(' ')).map(entry => entry.charAt(0));
    fc.assert(
      fc.property(fc.constantFrom(...characters), fc.constantFrom('()', '（）', '{}', '［］'), (character, brackets) => {
        const components = kind('spelled-out').forward(character, { brackets }, seeded(1)).slice(1, -1);
        // A word in brackets is one.
        fc.pre(!testLanguage().words.has(components));
        const text = read(`市长朱${brackets[0]}${components}${brackets[1]}基到会。`).text;
        assert.ok(composedOf(components).some(one => text === `市长朱${one}基到会。`));
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});
