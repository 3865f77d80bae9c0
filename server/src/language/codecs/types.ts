/** Encodes and decodes a character set, one character at a time. */
export interface Codec {
  /**
   * Writes the bytes of one code point.
   * @returns how many bytes were written, 0 when the character set lacks the character
   */
  encodeInto(codePoint: number, out: number[] | Uint8Array, at: number): number;
  /**
   * Reads the one character at `bytes[at..end)`.
   * @returns `codePoint * 8 + length in bytes`; -1 when the bytes are invalid or end too early
   */
  decodeAt(bytes: ArrayLike<number>, at: number, end: number): number;
  /** Where every character has one byte: the byte of each UTF-16 unit, -1 for those that the character set lacks. */
  readonly byteOf?: Int16Array;
  /**
   * A second pair, `lead << 8 | trail`, that is decoded to the same character but never written; 0 for none.
   * Absent where a character set has no such pairs.
   */
  otherPair?(codePoint: number): number;
}
