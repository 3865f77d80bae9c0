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

const LINE_FEED = 0x0a;
const UNREADABLE = 0xfffd;
const LEADS = [0x81, 0xfe] as const;
const TRAILS = [0x40, 0xfe] as const;

/** Every pair of a lead byte 81-FE and a trail byte 40-FE, in order, each followed by a line feed; made once, for all character sets. */
let pairs: Uint8Array | undefined;

function separatedPairs(): Uint8Array {
  const bytes = new Uint8Array((LEADS[1] - LEADS[0] + 1) * (TRAILS[1] - TRAILS[0] + 1) * 3);
  for (let lead: number = LEADS[0], at = 0; lead <= LEADS[1]; lead++) {
    for (let trail: number = TRAILS[0]; trail <= TRAILS[1]; trail++, at += 3) {
      bytes[at] = lead;
      bytes[at + 1] = trail;
      bytes[at + 2] = LINE_FEED;
    }
  }
  return bytes;
}

/**
 * What every pair of bytes decodes to, by `lead << 8 | trail`; 0 for what is not one character. The loop is bare because it runs over
 * 24,000 pairs when the program has just started and nothing is compiled yet.
 */
export function decodePairs(charset: string): Uint32Array {
  const text = new TextDecoder(charset).decode((pairs ??= separatedPairs()));
  const codePoints = new Uint32Array(0x10000);
  for (let lead: number = LEADS[0], at = 0; lead <= LEADS[1]; lead++) {
    const row = lead << 8;
    for (let trail: number = TRAILS[0]; trail <= TRAILS[1]; trail++) {
      if (text.charCodeAt(at + 1) === LINE_FEED) {
        const unit = text.charCodeAt(at);
        if (unit !== UNREADABLE) codePoints[row | trail] = unit;
        at += 2;
      } else {
        const end = text.indexOf('\n', at);
        const codePoint = text.codePointAt(at)!;
        if (codePoint > 0xffff && end === at + 2) codePoints[row | trail] = codePoint;
        at = end + 1;
      }
    }
  }
  return codePoints;
}
