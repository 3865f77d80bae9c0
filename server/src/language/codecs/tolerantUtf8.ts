/**
 * What HTML parsers and scripts do that take a page for UTF-8 whatever it is: what has the form of UTF-8 is read as
 * that, every other byte as windows-1252. GBK so read is Latin-1 text with Greek, Cyrillic and rarer letters in it:
 * 系统 (CF B5 CD B3) becomes ϵͳ, 用、 (D3 C3 A1 A2) Óá¢.
 */
import { singleByteCodec } from './singleByte';
import type { Codec } from './types';
import { utf8Codec } from './unicode';

/** Characters are written with one byte where windows-1252 has one; which of them stood for two is for the text to tell. */
export function tolerantUtf8Codec(): Codec {
  const utf8 = utf8Codec();
  const single = singleByteCodec('windows-1252');
  return {
    encodeInto: (codePoint, out, at) => single.encodeInto(codePoint, out, at) || utf8.encodeInto(codePoint, out, at),
    decodeAt(bytes, at, end) {
      const read = utf8.decodeAt(bytes, at, end);
      return read >= 0 ? read : single.decodeAt(bytes, at, end);
    },
  };
}
