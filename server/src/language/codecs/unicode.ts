/** UTF-8 and UTF-16, one character at a time. */
import type { Codec } from './types';

/** How many bytes a UTF-8 sequence with this lead byte has, 2 to 4; 0 for bytes that begin no sequence of several bytes. */
export function sequenceLength(lead: number): number {
  return lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
}

/** UTF-8. */
export function utf8Codec(): Codec {
  return {
    encodeInto(codePoint, out, at) {
      if (codePoint < 0x80) {
        out[at] = codePoint;
        return 1;
      }
      if (codePoint < 0x800) {
        out[at] = 0xc0 | (codePoint >> 6);
        out[at + 1] = 0x80 | (codePoint & 0x3f);
        return 2;
      }
      if (codePoint < 0x10000) {
        if (codePoint >= 0xd800 && codePoint < 0xe000) return 0;
        out[at] = 0xe0 | (codePoint >> 12);
        out[at + 1] = 0x80 | ((codePoint >> 6) & 0x3f);
        out[at + 2] = 0x80 | (codePoint & 0x3f);
        return 3;
      }
      out[at] = 0xf0 | (codePoint >> 18);
      out[at + 1] = 0x80 | ((codePoint >> 12) & 0x3f);
      out[at + 2] = 0x80 | ((codePoint >> 6) & 0x3f);
      out[at + 3] = 0x80 | (codePoint & 0x3f);
      return 4;
    },
    decodeAt(bytes, at, end) {
      const lead = bytes[at]!;
      if (lead < 0x80) return (lead << 3) | 1;
      const length = sequenceLength(lead);
      if (length === 0 || at + length > end) return -1;
      let codePoint = lead & (0xff >> (length + 1));
      for (let i = 1; i < length; i++) {
        const byte = bytes[at + i]!;
        if ((byte & 0xc0) !== 0x80) return -1;
        codePoint = (codePoint << 6) | (byte & 0x3f);
      }
      if (length === 3 && (codePoint < 0x800 || (codePoint >= 0xd800 && codePoint < 0xe000))) return -1;
      if (length === 4 && (codePoint < 0x10000 || codePoint > 0x10ffff)) return -1;
      return codePoint * 8 + length;
    },
  };
}

/** UTF-16 of either byte order. Lone surrogates pass both ways, as they do in programs that swap bytes: swapped text is full of them. */
export function utf16Codec(littleEndian: boolean): Codec {
  const put = (unit: number, out: number[] | Uint8Array, at: number): void => {
    out[at] = littleEndian ? unit & 0xff : unit >> 8;
    out[at + 1] = littleEndian ? unit >> 8 : unit & 0xff;
  };
  return {
    encodeInto(codePoint, out, at) {
      if (codePoint <= 0xffff) {
        put(codePoint, out, at);
        return 2;
      }
      put(0xd7c0 + (codePoint >> 10), out, at);
      put(0xdc00 | (codePoint & 0x3ff), out, at + 2);
      return 4;
    },
    decodeAt(bytes, at, end) {
      if (at + 2 > end) return -1;
      const unit = littleEndian ? bytes[at]! | (bytes[at + 1]! << 8) : (bytes[at]! << 8) | bytes[at + 1]!;
      if (unit >= 0xd800 && unit < 0xdc00 && at + 4 <= end) {
        const next = littleEndian ? bytes[at + 2]! | (bytes[at + 3]! << 8) : (bytes[at + 2]! << 8) | bytes[at + 3]!;
        if (next >= 0xdc00 && next < 0xe000) return (0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00)) * 8 + 4;
      }
      return unit * 8 + 2;
    },
  };
}
