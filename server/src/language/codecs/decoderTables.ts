/** Tables of multi-byte character sets, read off the platform's `TextDecoder` with a single call. */

/** Called for every sequence that decodes to one character. */
export type Learn = (sequence: number, codePoint: number) => void;

/**
 * Decodes many sequences at once. Each is followed by a line feed, which no multi-byte sequence of these character sets holds,
 * so that an invalid one cannot swallow its neighbour.
 * @param sequences `width` bytes each, in order
 * @param learn gets the index of each sequence that is one character, and the character; invalid ones and pairs of characters are left out
 */
export function decodeEach(charset: string, sequences: Uint8Array, width: number, learn: Learn): void {
  const count = sequences.length / width;
  const bytes = new Uint8Array(count * (width + 1));
  for (let i = 0, from = 0, to = 0; i < count; i++) {
    for (let n = 0; n < width; n++) bytes[to++] = sequences[from++]!;
    bytes[to++] = 0x0a;
  }
  const text = new TextDecoder(charset).decode(bytes);
  for (let i = 0, at = 0; i < count; i++) {
    const start = at;
    while (text.charCodeAt(at) !== 0x0a) at++;
    const codePoint = text.codePointAt(start)!;
    if (codePoint !== 0xfffd && at - start === (codePoint > 0xffff ? 2 : 1)) learn(i, codePoint);
    at++;
  }
}

/** Every pair of a lead byte 81-FE and a trail byte 40-FE, as `decodeEach` takes them: the pair of index `i` is `pairAt(i)`. */
export function allPairs(): Uint8Array {
  const pairs = new Uint8Array(LEADS * TRAILS * 2);
  for (let lead = 0x81, i = 0; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      pairs[i++] = lead;
      pairs[i++] = trail;
    }
  }
  return pairs;
}

const LEADS = 0xfe - 0x81 + 1;
const TRAILS = 0xfe - 0x40 + 1;

/** `lead << 8 | trail` of an index into `allPairs`. */
export function pairAt(index: number): number {
  return ((0x81 + Math.floor(index / TRAILS)) << 8) | (0x40 + (index % TRAILS));
}
