/**
 * What bytes show without being read as text: whether they are valid UTF-8, how many control bytes
 * they hold, which file signature they begin with.
 */
import { sequenceLength } from './codecs/unicode';

/** How far bytes are valid UTF-8. */
export interface Utf8Scan {
  /** Well-formed sequences of two bytes and more. */
  readonly sequences: number;
  /** Bytes that belong to no well-formed sequence. */
  readonly invalid: number;
  /** Whether the bytes end inside a sequence that is well-formed so far (those bytes are not counted as invalid). */
  readonly cutAtEnd: boolean;
}

/** Checks `bytes[start..end)` by the table of well-formed sequences in the Unicode standard (3-7): no overlong forms, no surrogates. */
export function scanUtf8(bytes: Uint8Array, start = 0, end = bytes.length): Utf8Scan {
  let sequences = 0;
  let invalid = 0;
  for (let at = start; at < end;) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const length = sequenceLength(lead);
    let good = 1;
    if (length > 0) {
      const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
      while (good < length && at + good < end) {
        const byte = bytes[at + good]!;
        if (good === 1 ? byte < low || byte > high : (byte & 0xc0) !== 0x80) break;
        good++;
      }
      if (good === length) {
        sequences++;
        at += length;
        continue;
      }
      if (at + good === end) return { sequences, invalid, cutAtEnd: true };
    }
    invalid += good;
    at += good;
  }
  return { sequences, invalid, cutAtEnd: false };
}

/** How many bytes of each kind there are. */
export interface ByteStatistics {
  readonly zeros: number;
  /** C0 controls that texts do not hold: all but tab, LF, VT, FF, CR, SUB and ESC. Zeros are not counted. */
  readonly controls: number;
  /** Bytes of 80 and above. */
  readonly high: number;
}

/** Counts the kinds of bytes. */
export function countBytes(bytes: Uint8Array): ByteStatistics {
  let zeros = 0;
  let controls = 0;
  let high = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte >= 0x80) high++;
    else if (byte === 0) zeros++;
    else if (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1a && byte !== 0x1b)) controls++;
  }
  return { zeros, controls, high };
}

/** Beginnings of files that are not text, with the name of what they are. */
const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['OLE', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]],
  ['ELF', [0x7f, 0x45, 0x4c, 0x46]],
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['SQLite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
];

/** The kind of a file that begins with a well-known signature; undefined for anything else. */
export function signatureOf(bytes: Uint8Array): string | undefined {
  return SIGNATURES.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte))?.[0];
}
