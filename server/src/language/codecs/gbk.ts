/**
 * GBK (CP936) as tables of byte pairs, derived from the platform's `TextDecoder('gbk')` (WHATWG gb18030 index).
 * Private-use code points that WHATWG assigns to the user-defined zones are included as the decoder gives them.
 */
import { allPairs, decodeEach, pairAt } from './decoderTables';

/** Byte pair (`lead << 8 | trail`) to UTF-16 code unit; 0 where the pair is not assigned. */
export interface GbkTables {
  readonly toUnicode: Uint16Array;
  /** UTF-16 code unit to byte pair, the byte itself for ASCII; 0 where GBK lacks the character (and for U+0000). */
  readonly fromUnicode: Uint16Array;
}

let tables: GbkTables | undefined;

/** The two tables, built on first use (about 5 ms) and kept. */
export function gbkTables(): GbkTables {
  return (tables ??= build());
}

function build(): GbkTables {
  const toUnicode = new Uint16Array(0x10000);
  const fromUnicode = new Uint16Array(0x10000);
  for (let byte = 0; byte < 0x80; byte++) toUnicode[byte] = fromUnicode[byte] = byte;
  decodeEach('gbk', allPairs(), 2, (index, codePoint) => {
    const pair = pairAt(index);
    toUnicode[pair] = codePoint;
    if (fromUnicode[codePoint] === 0) fromUnicode[codePoint] = pair;
  });
  return { toUnicode, fromUnicode };
}
