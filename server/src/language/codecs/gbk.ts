/**
 * GBK (CP936) as tables of byte pairs, derived from the platform's `TextDecoder('gbk')` (WHATWG gb18030 index).
 * Private-use code points that WHATWG assigns to the user-defined zones are included as the decoder gives them.
 */

/** Byte pair (`lead << 8 | trail`) to UTF-16 code unit; 0 where the pair is not assigned. */
export interface GbkTables {
  readonly toUnicode: Uint16Array;
  /** UTF-16 code unit to byte pair, the byte itself for ASCII; 0 where GBK lacks the character (and for U+0000). */
  readonly fromUnicode: Uint16Array;
}

let tables: GbkTables | undefined;

/** The two tables, built on first use (about 10 ms) and kept. */
export function gbkTables(): GbkTables {
  return (tables ??= build());
}

function build(): GbkTables {
  const toUnicode = new Uint16Array(0x10000), fromUnicode = new Uint16Array(0x10000);
  const decoder = new TextDecoder('gbk');
  for (let byte = 0; byte < 0x80; byte++) toUnicode[byte] = fromUnicode[byte] = byte;
  // One decode per lead byte: each pair followed by LF, so that an invalid pair cannot swallow its neighbour.
  const bytes = new Uint8Array(3);
  bytes[2] = 0x0a;
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      bytes[0] = lead;
      bytes[1] = trail;
      const text = decoder.decode(bytes);
      if (text.length !== 2 || text.charCodeAt(0) === 0xfffd) continue;
      const unit = text.charCodeAt(0), pair = (lead << 8) | trail;
      toUnicode[pair] = unit;
      if (fromUnicode[unit] === 0) fromUnicode[unit] = pair;
    }
  }
  return { toUnicode, fromUnicode };
}
