/**
 * GBK (CP936) as tables of byte pairs, derived from the platform's `TextDecoder('gbk')` (WHATWG gb18030 index).
 * Private-use code points that WHATWG assigns to the user-defined zones are included as the decoder gives them.
 */
import { decodePairs } from './decoderTables';

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
  const toUnicode = Uint16Array.from(decodePairs('gbk'));
  const fromUnicode = new Uint16Array(0x10000);
  for (let byte = 0; byte < 0x80; byte++) toUnicode[byte] = fromUnicode[byte] = byte;
  for (let pair = 0x8140; pair <= 0xfefe; pair++) {
    const unit = toUnicode[pair]!;
    if (unit !== 0 && fromUnicode[unit] === 0) fromUnicode[unit] = pair;
  }
  return { toUnicode, fromUnicode };
}
