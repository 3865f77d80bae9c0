/** Notations in base 64: UTF-7, encoded words of mail headers, and bodies of mails. */
import { CharacterClass, characterClasses } from '../../language/characters';
import type { Charset } from '../../language/codecs/codec';
import { decodeBytes, decodeWritten } from './bytes';
import type { Notation } from './notation';

/** The bytes of a run of digits, whatever stands between them; null when bits are left that are not zero. */
function bytesOf(run: string): number[] | null {
  const digits = run.replace(/[^A-Za-z0-9+/]/g, '');
  if (digits.length % 4 === 1) return null;
  const units = atob(digits);
  return withoutPadding(btoa(units)) === digits ? Array.from(units, unit => unit.charCodeAt(0)) : null;
}

function digitsOf(bytes: readonly number[]): string {
  return withoutPadding(btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join('')));
}

const withoutPadding = (digits: string): string => digits.replace(/={1,2}$/, '');

/** UTF-7 (RFC 2152). Telephone numbers and sums begin with a plus sign too: only everyday Chinese counts. */
export const UTF_7: Notation = {
  id: 'utf-7',
  trigger: CharacterClass.PlusSign,
  mark: '+',
  pattern: /\+[A-Za-z0-9+/]{3,}-?/g,
  decode(run) {
    const bytes = bytesOf(run.slice(1));
    if (!bytes || bytes.length % 2 === 1) return null;
    const text = Array.from({ length: bytes.length / 2 }, (_, i) => String.fromCharCode((bytes[2 * i]! << 8) | bytes[2 * i + 1]!)).join('');
    return /^[\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e\u2014-\u2026\u00b0\u00b1\u00b7\u00d7\n]+$/.test(text) &&
      /[\u3001-\uff5e]/.test(text)
      ? text
      : null;
  },
  encode: text =>
    text.replace(
      /[^\x00-\x7e]+/g,
      run => `+${digitsOf(Array.from({ length: 2 * run.length }, (_, i) => (run.charCodeAt(i >> 1) >> (i % 2 === 0 ? 8 : 0)) & 0xff))}-`,
    ),
};

const WORD = /=\?([\w-]{3,10})\?([bq])\?([!->@-~]{1,4000})\?=/gi;
const CHARSETS: Readonly<Record<string, Charset>> = {
  'utf-8': 'utf-8',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  big5: 'big5',
};

/**
 * Encoded words of mail headers (RFC 2047): `=?GB2312?B?1tC5+g==?=`. Space between two of them is no part of the
 * text, and characters may be cut in two between them.
 */
export const ENCODED_WORDS: Notation = {
  id: 'encoded-word',
  trigger: CharacterClass.EqualsSign,
  mark: '=?',
  pattern: /=\?[\w-]{3,10}\?[bBqQ]\?[!->@-~]{1,4000}\?=(?:[ \t]{0,8}=\?[\w-]{3,10}\?[bBqQ]\?[!->@-~]{1,4000}\?=)*/g,
  decode(run) {
    const parts: { readonly charset: Charset; readonly bytes: number[] }[] = [];
    for (const [, name, way, content] of run.matchAll(WORD)) {
      const charset = CHARSETS[name!.toLowerCase()];
      const bytes = /b/i.test(way!)
        ? bytesOf(content!)
        : Array.from(content!.matchAll(/=([0-9A-Fa-f]{2})|./g), match =>
            match[1] ? Number.parseInt(match[1], 16) : match[0] === '_' ? 0x20 : match[0].charCodeAt(0),
          );
      if (!charset || !bytes) return null;
      const last = parts[parts.length - 1];
      if (last?.charset === charset) last.bytes.push(...bytes);
      else parts.push({ charset, bytes });
    }
    const texts = parts.map(({ charset, bytes }) => decodeWritten(charset, bytes));
    return texts.includes(null) ? null : texts.join('');
  },
  encode: text => `=?UTF-8?B?${padded(digitsOf(Array.from(new TextEncoder().encode(text))))}?=`,
};

/** Lengths at which programs fold: what ends there goes on in the next line. */
const FOLDED = new Set([64, 72, 76]);

/** How much of a text must be everyday Chinese: names of files and keys are strings of letters as well. */
const CHINESE = 0.8;

/** A text in base 64 (RFC 2045) that stands for itself, in one line. */
export const BASE_64: Notation = {
  id: 'base64',
  trigger: CharacterClass.Letter,
  mark: '',
  pattern: /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{16,}={0,2}(?![A-Za-z0-9+/=])/g,
  decode(run, language) {
    if (run.length % 4 !== 0 || FOLDED.has(run.length)) return null;
    const bytes = bytesOf(run);
    const text = bytes && decodeBytes(bytes, language.model);
    return text && isChinese(text) ? text : null;
  },
  encode: text => padded(digitsOf(Array.from(new TextEncoder().encode(text)))),
};

/** A text in base 64 that was folded into lines, which may end anywhere. */
export const FOLDED_BASE_64: Notation = {
  ...BASE_64,
  id: 'base64',
  trigger: CharacterClass.EqualsSign,
  mark: '=',
  pattern: /(?<![A-Za-z0-9+/=])(?:[A-Za-z0-9+/]{60,76}\r?\n)+[A-Za-z0-9+/]{1,76}={0,2}(?![A-Za-z0-9+/=])/g,
  decode(run, language) {
    const bytes = bytesOf(run);
    const text = bytes && decodeBytes(bytes, language.model);
    return text && isChinese(text) ? text : null;
  },
};

function padded(digits: string): string {
  return digits + '='.repeat((4 - (digits.length % 4)) % 4);
}

function isChinese(text: string): boolean {
  const classes = characterClasses();
  let chinese = 0;
  for (let i = 0; i < text.length; i++)
    if ((classes[text.charCodeAt(i)]! & (CharacterClass.HanCommon | CharacterClass.ChinesePunctuation)) !== 0) chinese++;
  return chinese >= CHINESE * text.replace(/[\x00-\x7e]/g, '').length && chinese * 2 >= text.length;
}
