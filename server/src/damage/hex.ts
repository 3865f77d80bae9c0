/** Bytes as explanations show them. */
import { codec, type Charset } from '../language/codecs/codec';

/** Bytes that an explanation shows at most, and what stands for one that is not known. */
const MOST = 32;
const UNKNOWN = '??';

/** The first bytes of a text in a charset in hexadecimal, such as `E4 BC 9A`; `??` for characters that it lacks, `…` for more bytes. */
export function hexOf(text: string, charset: Charset): string {
  const { encodeInto } = codec(charset);
  const one = [0, 0, 0, 0];
  const out: string[] = [];
  for (const char of text) {
    const length = encodeInto(char.codePointAt(0)!, one, 0);
    if (length === 0) out.push(UNKNOWN);
    for (let i = 0; i < length; i++) out.push(one[i]!.toString(16).padStart(2, '0').toUpperCase());
    if (out.length > MOST) return [...out.slice(0, MOST), '…'].join(' ');
  }
  return out.join(' ');
}

/** The first characters of a text by their numbers, such as `U+4F1A U+8BAE`; `…` for more. */
export function codePointsOf(text: string): string {
  if (text.length > MOST) return `${codePointsOf(text.slice(0, MOST))} …`;
  return Array.from(text, char => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
}
