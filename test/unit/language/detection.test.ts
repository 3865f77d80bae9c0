import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encodeText, type Charset } from '../../../server/src/language/codecs/codec';
import { decodeBytes, detectEncoding, ENOUGH_CONFIDENCE, type Detection } from '../../../server/src/language/detection';
import { foldScript, toTraditionalOneToOne } from '../../../server/src/language/script';
import { wait } from '../../time';
import { testLanguage } from './resources';

const language = testLanguage();
const detect = (bytes: Uint8Array): Detection => detectEncoding(bytes, language);
const bytesOf = (charset: Charset, text: string): Uint8Array =>
  encodeText(charset, text) ?? assert.fail(`${charset} lacks a character of ${text}`);
const join = (...parts: (Uint8Array | readonly number[])[]): Uint8Array => Uint8Array.from(parts.flatMap(part => [...part]));

/** Own sentences: names with characters that only GBK has, places, figures, a headline, a list of people. */
const SENTENCES = [
  '全区防汛工作会议召开，区长要求把隐患查清楚、把责任压到岗。',
  '副镇长朱镕喆、李堃、王玥珺陪同检查。',
  '会议强调，各村要在三日内完成危房排查；逾期未报的，由镇纪委约谈。',
  '参加会议的有张昇、刘珺、陈燊、黄彧、郭翀、欧阳骎。',
  '2024年上半年全县粮食播种面积57.3万亩，同比增长1.2%。',
  '“一老一小”服务站下月开放',
];

/** Without lone surrogates. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '');

suite('detection', () => {
  for (const [charset, fold] of [
    ['gb18030', foldScript],
    ['gb18030', toTraditionalOneToOne],
    ['utf-16le', foldScript],
    ['utf-16be', toTraditionalOneToOne],
    ['utf-8', foldScript],
  ] as const) {
    test(`${charset}, ${fold.name}: each sentence by itself`, () => {
      for (const sentence of SENTENCES) {
        const text = fold(sentence);
        const bytes = bytesOf(charset, text);
        const detection = detect(bytes);
        assert.equal(detection.encoding, charset, sentence);
        assert.equal(detection.invalid, 0);
        assert.ok(detection.confidence > 0.9, `${sentence} ${detection.confidence}`);
        assert.equal(decodeBytes(bytes, detection), text);
      }
    });
  }
  test('Big5 with characters of HKSCS', () => {
    for (const text of [
      '運輸署署長要求巴士公司改善服務，並於下月提交報告。',
      '荃灣區議會討論峯景道的工程，居民喺現場提出意見。',
      '行政長官出席粉嶺公立學校校慶典禮',
    ]) {
      const bytes = bytesOf('big5', text);
      const detection = detect(bytes);
      assert.equal(detection.encoding, 'big5', text);
      assert.equal(decodeBytes(bytes, detection), text);
    }
  });
  test('four-byte GB 18030', () => {
    const text = '新增的四个元素是𬭊、鿔、㵐和䴙，会上作了说明。';
    assert.equal(decodeBytes(bytesOf('gb18030', text), detect(bytesOf('gb18030', text))), text);
  });
  test('byte order marks decide and are not part of the text', () => {
    for (const [mark, charset] of [
      [[0xef, 0xbb, 0xbf], 'utf-8'],
      [[0xff, 0xfe], 'utf-16le'],
      [[0xfe, 0xff], 'utf-16be'],
      [[0x84, 0x31, 0x95, 0x33], 'gb18030'],
    ] as const) {
      const bytes = join(mark, bytesOf(charset, '会议'));
      const detection = detect(bytes);
      assert.deepEqual([detection.encoding, detection.bom, decodeBytes(bytes, detection)], [charset, true, '会议']);
    }
  });
  test('a mark of UTF-8 that a tool put before text in another encoding proves nothing about that text', () => {
    for (const charset of ['gb18030', 'big5'] as const) {
      const text = charset === 'big5' ? toTraditionalOneToOne('市长检查防汛工作，要求把责任落实到人。') : SENTENCES.join('\n');
      const bytes = join([0xef, 0xbb, 0xbf], bytesOf(charset, text));
      const detection = detect(bytes);
      assert.deepEqual([detection.encoding, detection.bom, decodeBytes(bytes, detection)], ['mixed', true, text]);
      assert.ok(detection.confidence >= ENOUGH_CONFIDENCE);
    }
    const broken = join([0xef, 0xbb, 0xbf], new TextEncoder().encode(SENTENCES.join('\n')));
    broken[30] = 0xff;
    assert.deepEqual([detect(broken).encoding, detect(broken).bom], ['utf-8', true]);
  });
  test('well-formed UTF-8 is never called anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'binary', maxLength: 30 }), (a, b) => {
        const text = wellFormed(a + b).replace(/\p{Cc}/gu, '');
        assert.equal(detect(new TextEncoder().encode(text)).encoding, 'utf-8');
      }),
    );
  });
  test('empty and ASCII files are UTF-8', () => {
    for (const text of ['', 'x', 'plain text\r\n', '{"a":1}'])
      assert.deepEqual([detect(new TextEncoder().encode(text)).encoding, detect(new TextEncoder().encode(text)).confidence], ['utf-8', 1]);
  });
  test('UTF-8 with a few broken bytes stays UTF-8 and counts them', () => {
    const good = new TextEncoder().encode(SENTENCES.join('\n'));
    const broken = good.slice();
    broken[30] = 0x3f;
    broken[100] = 0xff;
    const detection = detect(broken);
    assert.equal(detection.encoding, 'utf-8');
    assert.ok(detection.invalid >= 2 && detection.confidence < 1);
    assert.equal(detect(good.subarray(0, good.length - 4)).encoding, 'utf-8'); // 。 cut after its first byte… and a whole character
    assert.equal(detect(good.subarray(0, 61)).encoding, 'utf-8');
  });
  test('GB18030 with a lost byte is still GB18030', () => {
    const good = bytesOf('gb18030', SENTENCES.join('\n'));
    assert.equal(detect(join(good.subarray(0, 40), good.subarray(41))).encoding, 'gb18030');
  });
  test('lines of different encodings', () => {
    const lines = [
      bytesOf('gb18030', `${SENTENCES[0]}\n${SENTENCES[2]}\n`),
      bytesOf('utf-8', `${SENTENCES[4]}\n`),
      bytesOf('gb18030', `${SENTENCES[1]}\n`),
      bytesOf('big5', '縣長要求各鄉鎮加強巡查，確保安全度汛。\n'),
    ];
    const bytes = join(...lines);
    const detection = detect(bytes);
    assert.equal(detection.encoding, 'mixed');
    assert.deepEqual(
      detection.lines.map(({ encoding }) => encoding),
      ['gb18030', 'utf-8', 'gb18030', 'big5'],
    );
    assert.deepEqual(
      detection.lines.map(({ start }) => start),
      [0, 1, 2, 3].map(n => join(...lines.slice(0, n)).length),
    );
    assert.equal(
      decodeBytes(bytes, detection),
      `${SENTENCES[0]}\n${SENTENCES[2]}\n${SENTENCES[4]}\n${SENTENCES[1]}\n縣長要求各鄉鎮加強巡查，確保安全度汛。\n`,
    );
  });
  test('other languages are not taken for Chinese', () => {
    for (const [charset, text] of [
      ['shift_jis', 'きのうの会議では、新しい道路の計画について話し合いが行われました。'],
      ['euc-kr', '어제 열린 회의에서 새로운 도로 계획에 대한 논의가 있었습니다.'],
      ['windows-1252', 'Le maire a demandé que les travaux soient terminés avant l’été, a-t-il précisé.'],
    ] as const)
      assert.equal(detect(bytesOf(charset, text)).encoding, charset);
  });
  test('what is not text', () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, i) => Math.imul(i + 1, 0x9e3779b1) >>> 24);
    for (const bytes of [
      noise,
      join([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], noise),
      new Uint8Array(100),
      join(new TextEncoder().encode('%PDF-1.7\n')),
      join([1, 2, 3, 0, 0, 0, 0xff], new Uint8Array(60)),
    ]) {
      assert.equal(detect(bytes).encoding, 'binary');
    }
  });
  test('UTF-32 without a mark is told, and no UTF-16 is taken for it', () => {
    for (const text of ['通知', '县委书记要求各乡镇三天之内把排查结果报上来。\n', 'OK，好。']) {
      const codePoints = Array.from(text, char => char.codePointAt(0)!);
      for (const littleEndian of [true, false]) {
        const view = new DataView(new ArrayBuffer(4 * codePoints.length));
        codePoints.forEach((codePoint, i) => view.setUint32(4 * i, codePoint, littleEndian));
        assert.equal(detect(new Uint8Array(view.buffer)).encoding, 'binary');
      }
      for (const charset of ['utf-16le', 'utf-16be'] as const) assert.equal(detect(bytesOf(charset, text + text)).encoding, charset);
    }
  });
  test('any bytes: an answer, a confidence between 0 and 1, lines that cover the file', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        const { encoding, confidence, lines } = detect(bytes);
        assert.ok(confidence >= 0 && confidence <= 1);
        if (encoding === 'mixed')
          assert.deepEqual(
            [lines[0]!.start, lines[lines.length - 1]!.end, ...lines.slice(1).map(({ start }) => start)],
            [0, bytes.length, ...lines.slice(0, -1).map(({ end }) => end)],
          );
      }),
      { numRuns: 300 },
    );
  });
  test('a long clean file has nothing that cannot be decoded, wherever its lines end', () => {
    for (const encoding of ['gb18030', 'utf-16le', 'utf-16be'] as const)
      for (const pad of ['', 'a', '一']) {
        const text = Array.from({ length: 900 }, (_, i) => `${pad}${i}${SENTENCES[i % SENTENCES.length]}\n`).join('');
        assert.deepEqual(
          { ...detect(bytesOf(encoding, text)), confidence: 1, evidence: '' },
          { encoding, confidence: 1, evidence: '', bom: false, invalid: 0, lines: [] },
        );
      }
  });
  test('large files take time in proportion to their length', () => {
    const line = bytesOf('gb18030', `${SENTENCES.join('')}\n`);
    const spent = (lines: number): number => {
      const bytes = new Uint8Array(lines * line.length);
      for (let at = 0; at < bytes.length; at += line.length) bytes.set(line, at);
      return wait(() => assert.equal(detect(bytes).encoding, 'gb18030'));
    };
    spent(4000);
    const small = Math.min(spent(4000), spent(4000));
    const large = Math.min(spent(32_000), spent(32_000));
    assert.ok(large < 30 * small, `8 times the bytes took ${(large / small).toFixed(1)} times as long`);
  });
});
