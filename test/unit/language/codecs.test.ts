import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CHARSETS, codec, decodeLossy, decodeText, encodeText } from '../../../server/src/language/codecs/codec';

const hex = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('hex');

/** Without lone surrogates. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '');

suite('codecs', () => {
  test('known bytes', () => {
    for (const [charset, text, bytes] of [
      ['gb18030', '会议', 'bbe1d2e9'],
      ['gb18030', '會議', '95fed768'],
      ['gb18030', '€', '80'],
      ['gb18030', '㵐', '8231df39'],
      ['gb18030', '𬭊', '9933a838'],
      ['big5', '會議', 'b77cc4b3'],
      ['big5', '許功蓋', 'b35ca55cbb5c'],
      ['big5', '喺峯', '9df6fbdf'],
      ['shift_jis', '会議', '89ef8b63'],
      ['euc-kr', '회의', 'c8b8c0c7'],
      // As Python's cp949 has them.
      ['euc-kr', '갂똠힣€', '81418c63c652a2e6'],
      ['utf-16le', '会', '1a4f'],
      ['utf-16be', '𠮷', 'd842dfb7'],
      ['windows-1252', 'é€\u0081', 'e98081'],
      ['windows-1251', 'Да', 'c4e0'],
      ['koi8-r', 'Да', 'e4c1'],
      ['macintosh', 'é', '8e'],
      ['windows-1250', 'ő', 'f5'],
    ] as const) {
      assert.equal(hex(encodeText(charset, text)), bytes, `${charset} ${text}`);
      assert.equal(decodeText(charset, Buffer.from(bytes, 'hex')), text, `${charset} ${bytes}`);
    }
  });
  test('what a character set lacks is not encoded', () => {
    assert.equal(encodeText('big5', '镕'), null);
    assert.equal(encodeText('windows-1252', '会'), null);
    assert.equal(encodeText('utf-8', '\ud800'), null);
  });
  test('invalid and truncated bytes are not decoded', () => {
    for (const [charset, bytes] of [
      ['gb18030', 'bb'],
      ['gb18030', '81308'],
      ['gb18030', 'bb20'],
      ['big5', 'b3'],
      ['utf-8', 'c080'],
      ['utf-8', 'eda080'],
      ['utf-8', 'e4bc'],
    ] as const) {
      assert.equal(decodeText(charset, Buffer.from(bytes, 'hex')), null, `${charset} ${bytes}`);
    }
  });
  test('bytes that decode come back from the text, unless the character has another form', () => {
    for (const charset of CHARSETS) {
      // What it reads is written with one byte or two, which only the text tells: ‚ came from 82 or
      // from E2 80 9A, and C2 82 is read as U+0082.
      if (charset === 'utf-8-or-windows-1252') continue;
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 12 }), bytes => {
          const text = decodeText(charset, bytes);
          if (text === null) return;
          const again = encodeText(charset, text);
          assert.ok(again !== null, charset);
          assert.equal(decodeText(charset, again), text, charset);
        }),
      );
    }
  });
  test('text that encodes comes back', () => {
    for (const charset of CHARSETS) {
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 20 }), text => {
          const bytes = encodeText(charset, wellFormed(text));
          // Private-use characters are other decoders' names for standard ones.
          if (bytes !== null && !/[\ue000-\uf8ff\u0080-\u009f]/.test(text))
            assert.equal(decodeText(charset, bytes), wellFormed(text), charset);
        }),
      );
    }
  });
  test('private-use characters of other decoders are the same bytes', () => {
    const { encodeInto } = codec('gb18030');
    const out = [0, 0, 0, 0];
    // A6D9 is U+E78D in GB 18030-2000 and U+FE10 today; AAA1 begins CP936's user-defined zone; 9DF6 was U+E99C… before HKSCS-2004.
    assert.equal(encodeInto(0xe78d, out, 0), 2);
    assert.deepEqual(out.slice(0, 2), [0xa6, 0xd9]);
    assert.equal(encodeInto(0xe000, out, 0), 2);
    assert.deepEqual(out.slice(0, 2), [0xaa, 0xa1]);
    codec('big5').encodeInto(0xe000, out, 0);
    assert.deepEqual(out.slice(0, 2), [0xfa, 0x40]);
    codec('big5').encodeInto(0xf266, out, 0);
    assert.deepEqual(out.slice(0, 2), [0x87, 0x40]);
  });
  test('lossy decoding as programs do it', () => {
    const bytes = Uint8Array.of(0xd4, 0xd9, 0x8f, 0x28, 0x67);
    assert.equal(decodeLossy('gb18030', bytes, '?', true), '再?g');
    assert.equal(decodeLossy('gb18030', bytes, '?', false), '再?(g');
    assert.equal(decodeLossy('utf-8', Uint8Array.of(0xe4, 0xbc, 0x41), '\ufffd', false), '\ufffdA');
  });
});
