/** What a character set can do, one character at a time. */
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
  /** Other bytes, as `lead << 8 | trail`, that are read as the same character although it is not written so; 0 for none. Left out where there are none. */
  otherPair?(codePoint: number): number;
}
