/**
 * Character sets in both directions, one character at a time and strict: nothing is replaced, nothing is guessed.
 * Every table is derived from the platform's `TextDecoder`, except windows-1252, which some releases of Node get wrong
 * (nodejs/node#59515). Private-use code points that other decoders give for some bytes are encoded as these bytes too.
 */
import { big5Codec, consortiumBig5Codec, eucJpCodec, eucKrCodec, gb18030Codec, shiftJisCodec } from './multiByte';
import { SINGLE_BYTE_CHARSETS, singleByteCodec, type SingleByteCharset } from './singleByte';
import type { Codec } from './types';
import { tolerantUtf8Codec } from './tolerantUtf8';
import { utf16Codec, utf8Codec } from './unicode';

export type { Codec };

/** The character sets that are known here. */
export const CHARSETS = [
  'utf-8',
  'gb18030',
  'big5',
  'big5-unicode',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'utf-16le',
  'utf-16be',
  'utf-8-or-windows-1252',
  ...SINGLE_BYTE_CHARSETS,
] as const;

/** The name of a character set. */
export type Charset = (typeof CHARSETS)[number];

const codecs = new Map<Charset, Codec>();

/** Whether a character set has one byte for each character. */
export function isSingleByte(charset: Charset): charset is SingleByteCharset {
  return (SINGLE_BYTE_CHARSETS as readonly Charset[]).includes(charset);
}

/**
 * The codec of a character set, built on first use (up to 20 ms) and kept. `gb18030` serves for GBK and GB 2312,
 * `windows-1252` for Latin-1: its holes and the C1 controls pass through. `big5-unicode` is Big5 by the table of the Unicode Consortium,
 * `euc-kr` has all syllables of code page 949, `utf-8-or-windows-1252` what readers make of bytes that are UTF-8 in some places only.
 */
export function codec(charset: Charset): Codec {
  let found = codecs.get(charset);
  if (!found) codecs.set(charset, (found = open(charset)));
  return found;
}

function open(charset: Charset): Codec {
  switch (charset) {
    case 'utf-8':
      return utf8Codec();
    case 'gb18030':
      return gb18030Codec();
    case 'big5':
      return big5Codec();
    case 'big5-unicode':
      return consortiumBig5Codec();
    case 'shift_jis':
      return shiftJisCodec();
    case 'euc-jp':
      return eucJpCodec();
    case 'euc-kr':
      return eucKrCodec();
    case 'utf-16le':
      return utf16Codec(true);
    case 'utf-16be':
      return utf16Codec(false);
    case 'utf-8-or-windows-1252':
      return tolerantUtf8Codec();
    default:
      return singleByteCodec(charset);
  }
}

/**
 * Encodes a text.
 * @returns its bytes; null when the character set lacks a character
 */
export function encodeText(charset: Charset, text: string): Uint8Array | null {
  const { encodeInto } = codec(charset);
  const out = new Uint8Array(text.length * 4);
  let size = 0;
  for (let i = 0; i < text.length; i++) {
    const codePoint = text.codePointAt(i)!;
    if (codePoint > 0xffff) i++;
    const length = encodeInto(codePoint, out, size);
    if (length === 0) return null;
    size += length;
  }
  return out.slice(0, size);
}

/**
 * Decodes bytes strictly.
 * @returns the text; null when a byte does not belong
 */
export function decodeText(charset: Charset, bytes: ArrayLike<number>): string | null {
  const { decodeAt } = codec(charset);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const decoded = decodeAt(bytes, at, bytes.length);
    if (decoded < 0) return null;
    parts.push(String.fromCodePoint(decoded >>> 3));
    at += decoded & 7;
  }
  return parts.join('');
}

/**
 * Decodes bytes as programs do that lose what they cannot read.
 * @param lost what stands for a sequence that cannot be read, such as U+FFFD, `?` or nothing
 * @param swallow whether an invalid pair is lost as a whole; otherwise its second byte is read again if it is ASCII (WHATWG)
 */
export function decodeLossy(charset: Charset, bytes: ArrayLike<number>, lost: string, swallow: boolean): string {
  const { decodeAt } = codec(charset);
  const parts: string[] = [];
  const multiByte = charset !== 'utf-8' && bytes.length > 0;
  for (let at = 0; at < bytes.length;) {
    const decoded = decodeAt(bytes, at, bytes.length);
    if (decoded >= 0) {
      parts.push(String.fromCodePoint(decoded >>> 3));
      at += decoded & 7;
      continue;
    }
    parts.push(lost);
    at++;
    // In a multi-byte character set the whole pair is lost; in UTF-8, the continuation bytes that belong to the sequence.
    if (multiByte) {
      if (at < bytes.length && (swallow || bytes[at]! >= 0x80)) at++;
    } else if (bytes[at - 1]! >= 0xc2) {
      const most = bytes[at - 1]! >= 0xf0 ? 3 : bytes[at - 1]! >= 0xe0 ? 2 : 1;
      for (let n = 0; n < most && at < bytes.length && bytes[at]! >= 0x80 && bytes[at]! < 0xc0; n++) at++;
    }
  }
  return parts.join('');
}
