/** Bytes that escapes spell, as the text that they are. */
import { decodeText, type Charset } from '../../language/codecs/codec';
import type { CharacterModel } from '../../language/language';
import { legibility } from '../legibility';

/** What is escaped although nobody wrote it: C1 controls, private-use characters and marks of loss of text that was misread before. */
const MISREAD = '\\x80-\\x9f\\ue000-\\uf8ff\\ufffd';
const WRITTEN = /^[\x20-\x7e\r\n\u00a0-\u00ff\u2000-\u2bff\u3000-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\uffef\u{1f000}-\u{3ffff}]*$/u;
const STORED = new RegExp(
  `^[\\t\\n\\r\\x20-\\x7e\\u00a0-\\u052f\\u1e00-\\ud7a3\\uf900-\\ufdcf\\ufdf0-\\uffef\\u{10000}-\\u{3ffff}${MISREAD}]+$`,
  'u',
);

/** Nats by which Big5 must be better than GBK, which is far more frequent. */
const BIG5_AHEAD = 5;
/** Nats that the characters of Big5 must reach on average: nearly all pairs of bytes are one. */
const LEGIBLE = -8;

/** UTF-16 units as text; null for lone surrogates, C0 controls and noncharacters but U+FFFD. */
export function fromUnits(values: readonly number[]): string | null {
  const text = Array.from(values, value => String.fromCharCode(value)).join('');
  return STORED.test(text) ? text : null;
}

/** Two bytes each in UTF-8, as many pairs of GBK are by chance: 时 is ʱ. Accented letters of the West are likelier than those pairs. */
const BY_CHANCE = /^[\x20-\x7e\u0180-\u07ff]+$/;

/** Bytes as UTF-8 if they are, which their form proves, else as the likelier of GB 18030 and Big5; null when they are none of these. */
export function decodeBytes(bytes: readonly number[], model: CharacterModel): string | null {
  const unicode = decodeText('utf-8', bytes);
  if (unicode !== null && BY_CHANCE.test(unicode)) {
    const pairs = decodeWritten('gb18030', bytes);
    return pairs !== null && scoreOf(pairs, model) > LEGIBLE * pairs.length ? pairs : unicode;
  }
  if (unicode !== null) return STORED.test(unicode) ? unicode : null;
  const gbk = decodeWritten('gb18030', bytes);
  const big5 = decodeWritten('big5', bytes);
  if (big5 === null) return gbk;
  const score = scoreOf(big5, model);
  return score > (gbk === null ? LEGIBLE * big5.length : scoreOf(gbk, model) + BIG5_AHEAD) ? big5 : gbk;
}

/** Bytes in a charset that is told; null when they are not. */
export function decodeWritten(charset: Charset, bytes: readonly number[]): string | null {
  const text = decodeText(charset, bytes);
  return text !== null && WRITTEN.test(text) ? text : null;
}

function scoreOf(text: string, model: CharacterModel): number {
  return legibility(text, model)[text.length]!;
}
