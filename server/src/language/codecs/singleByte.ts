/** Character sets of one byte a character. */
import type { Codec } from './types';

export type SingleByteCharset = 'windows-1252' | 'windows-1250' | 'windows-1251' | 'koi8-r' | 'macintosh';

/** windows-1252 from 80 to 9F (WHATWG): the holes 81 8D 8F 90 9D are C1 controls. The rest is Latin-1. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

export function singleByteCodec(charset: SingleByteCharset): Codec {
  const toUnicode = new Uint16Array(256), fromUnicode = new Int16Array(0x10000).fill(-1);
  const upper = charset === 'windows-1252' ? '' : new TextDecoder(charset).decode(Uint8Array.from({ length: 128 }, (_, i) => i + 0x80));
  for (let byte = 0; byte < 256; byte++) {
    toUnicode[byte] = byte < 0x80 ? byte
      : charset !== 'windows-1252' ? upper.charCodeAt(byte - 0x80)
        : byte < 0xa0 ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte;
    fromUnicode[toUnicode[byte]!] = byte;
  }
  // Latin-1 reads 80-9F as C1 controls: the same bytes.
  if (charset === 'windows-1252') for (let byte = 0x80; byte < 0xa0; byte++) fromUnicode[byte] = byte;
  // Mac OS Roman before the euro, and the two letters that Apple's own table and others put differently.
  if (charset === 'macintosh') for (const [unit, byte] of [[0xa4, 0xdb], [0x2126, 0xbd], [0x2206, 0xc6], [0x394, 0xc6], [0x3a9, 0xbd], [0x3bc, 0xb5]] as const) fromUnicode[unit] = byte;
  return {
    encodeInto(codePoint, out, at) {
      const byte = codePoint > 0xffff ? -1 : fromUnicode[codePoint]!;
      if (byte < 0) return 0;
      out[at] = byte;
      return 1;
    },
    decodeAt: (bytes, at) => (toUnicode[bytes[at]!]! << 3) | 1,
  };
}
