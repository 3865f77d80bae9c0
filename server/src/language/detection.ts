/**
 * Which character set a file is in, from its bytes: by byte order marks, by validity, and otherwise by the probability of the text
 * that each decoder gives, after the character model. Well-formed UTF-8 is never called anything else.
 */
import { t } from '../base/localise';
import { countBytes, scanUtf8, signatureOf, type ByteStatistics } from './byteScan';
import { decodeAs, label, readAs, TEXT_ENCODINGS, type FileEncoding, type TextEncoding } from './encodings';
import type { Language } from './language';
import { lineByLine, type EncodedLines, type MixedLines } from './mixedLines';

/** The encoding of some bytes. */
export interface Detection {
  readonly encoding: FileEncoding;
  /** 0 to 1; see `ENOUGH_CONFIDENCE`. */
  readonly confidence: number;
  /** Why, in the reader's language: one sentence without a full stop. */
  readonly evidence: string;
  readonly bom: boolean;
  /** Byte sequences that the encoding does not have; 0 for a clean file. */
  readonly invalid: number;
  /** Only for `mixed`: the whole file in runs of lines; empty otherwise. */
  readonly lines: readonly EncodedLines[];
}

/** The confidence from which on a file may be reopened or converted without asking: a wrong guess is worse than none. */
export const ENOUGH_CONFIDENCE = 0.9;

/** What an encoding costs from the start, in nats: the more, the less often a Chinese article is in it. */
const PRIOR: Readonly<Record<TextEncoding, number>> = {
  'utf-8': 0,
  gb18030: 0.5,
  big5: 1.5,
  'utf-16le': 4,
  'utf-16be': 5,
  shift_jis: 12,
  'euc-kr': 16,
  'windows-1252': 8,
};

/** How many bytes are read with every decoder; of longer files, three parts of this size. */
const SAMPLE = 12_000;

/**
 * Detects the encoding of a whole file or of its beginning.
 * @param bytes any bytes; an empty file is UTF-8
 */
export function detectEncoding(bytes: Uint8Array, language: Language): Detection {
  const marked = byteOrderMark(bytes);
  if (marked) return (marked.invalid > 0 && behindFalseMark(bytes, language)) || marked;
  if (isUtf32(bytes)) return found('binary', 0.7, t('UTF-32 is not supported'));
  const signature = signatureOf(bytes);
  if (signature) return found('binary', 1, t('begins like a file of type {0}', signature));
  const statistics = countBytes(bytes);
  const utf8 = scanUtf8(bytes);
  // Zeros do not break UTF-8, but many of them mean UTF-16, or no text at all.
  const zeros = statistics.zeros * 50 > bytes.length;
  if (!zeros && utf8.invalid === 0 && (utf8.sequences > 0 || statistics.high === 0))
    return validUtf8(bytes, utf8.sequences, utf8.cutAtEnd, statistics);
  return byProbability(bytes, statistics, language);
}

/**
 * From this confidence on a file is UTF-8 beyond doubt: text in another encoding that
 * happens to be well-formed UTF-8 is a word or two long.
 */
const BEYOND_DOUBT = 0.99;

/**
 * The encoding of a file that somebody has named. The name counts, but not against well-formed
 * UTF-8: converting a folder twice must not harm it.
 * @param named the encoding of the file, where the user says so; it is detected otherwise
 */
export function encodingOf(bytes: Uint8Array, language: Language, named?: TextEncoding): Detection {
  const own = detectEncoding(bytes, language);
  if (!named || (own.encoding === 'utf-8' && own.invalid === 0 && own.confidence > BEYOND_DOUBT)) return own;
  return found(named, 1, t('as you say'), { bom: own.bom && own.encoding === named });
}

/**
 * The text of a file. What cannot be decoded becomes U+FFFD; a byte order mark is left out.
 * @param detection an encoding, or for a mixed file the whole detection
 */
export function decodeBytes(bytes: Uint8Array, detection: TextEncoding | Detection): string {
  if (typeof detection === 'string') return decodeAs(detection, bytes);
  if (detection.encoding === 'mixed')
    return detection.lines.map(({ start, end, encoding }) => decodeAs(encoding, bytes.subarray(start, end))).join('');
  return decodeAs(detection.encoding === 'binary' ? 'utf-8' : detection.encoding, bytes);
}

function found(encoding: FileEncoding, confidence: number, evidence: string, more: Partial<Detection> = {}): Detection {
  return { encoding, confidence, evidence, bom: false, invalid: 0, lines: [], ...more };
}

const UTF8_MARK = [0xef, 0xbb, 0xbf];

/**
 * Text in another encoding, before which a tool that joins or saves files put the mark of UTF-8: a
 * mixed file, of which the mark is the first stretch.
 * @returns undefined when what follows is UTF-8 with broken bytes, or in no encoding for certain
 */
function behindFalseMark(bytes: Uint8Array, language: Language): Detection | undefined {
  const from = UTF8_MARK.length;
  const rest = detectEncoding(bytes.subarray(from), language);
  const { encoding, confidence, invalid } = rest;
  if (encoding === 'utf-8' || encoding === 'binary' || confidence < ENOUGH_CONFIDENCE) return undefined;
  const lines = encoding === 'mixed' ? rest.lines : [{ start: 0, end: bytes.length - from, encoding }];
  return found('mixed', confidence, t('has a byte order mark of UTF-8 before text in another encoding: {0}', rest.evidence), {
    bom: true,
    invalid,
    lines: [
      { start: 0, end: from, encoding: 'utf-8' },
      ...lines.map(part => ({ ...part, start: part.start + from, end: part.end + from })),
    ],
  });
}

function byteOrderMark(bytes: Uint8Array): Detection | undefined {
  const begins = (...mark: number[]): boolean => mark.every((byte, i) => bytes[i] === byte);
  const evidence = t('begins with a byte order mark');
  if (begins(...UTF8_MARK)) {
    const { invalid } = scanUtf8(bytes);
    return found('utf-8', invalid === 0 ? 1 : 0.9, evidence, { bom: true, invalid });
  }
  if (begins(0xff, 0xfe, 0, 0) || begins(0, 0, 0xfe, 0xff)) return found('binary', 0.7, t('UTF-32 is not supported'));
  if (begins(0xff, 0xfe)) return found('utf-16le', 1, evidence, { bom: true });
  if (begins(0xfe, 0xff)) return found('utf-16be', 1, evidence, { bom: true });
  if (begins(0x84, 0x31, 0x95, 0x33)) return found('gb18030', 1, evidence, { bom: true });
  return undefined;
}

/** Four bytes a character, every one in the range of Unicode, which two characters of UTF-16 side by side are not. */
function isUtf32(bytes: Uint8Array): boolean {
  if (bytes.length < 8 || bytes.length % 4 !== 0) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [true, false].some(littleEndian => {
    for (let at = 0; at < bytes.length; at += 4) {
      const codePoint = view.getUint32(at, littleEndian);
      if (codePoint === 0 || codePoint > 0x10ffff) return false;
    }
    return true;
  });
}

function validUtf8(bytes: Uint8Array, sequences: number, cutAtEnd: boolean, { controls }: ByteStatistics): Detection {
  if (controls * 10 > bytes.length) return found('binary', 0.8, t('holds {0} control characters', controls));
  if (sequences === 0) return found('utf-8', 1, bytes.length === 0 ? t('the file is empty') : t('all ASCII'));
  // Chance makes a few pairs of another encoding look well-formed, but not many.
  return found(
    'utf-8',
    1 - 0.5 ** (sequences + 2),
    t('well-formed UTF-8, {0} characters beyond ASCII', sequences),
    cutAtEnd ? { invalid: 1 } : {},
  );
}

/** Bytes whose best reading costs more nats a character are no text. */
const MOST_PER_CHARACTER = 12;

/** From this cost of a character on, in nats, the best reading is doubted. */
const DOUBTED_FROM = 9;

function byProbability(bytes: Uint8Array, statistics: ByteStatistics, language: Language): Detection {
  const sample = sampleOf(bytes);
  const readings = TEXT_ENCODINGS.map(encoding => readAs(encoding, sample, language))
    .map(reading => ({ ...reading, cost: reading.cost + PRIOR[reading.encoding] }))
    .sort((a, b) => a.cost - b.cost);
  const best = readings[0]!;
  const second = readings[1]!;
  const mixed = lineByLine(bytes, best.encoding, language);
  if (mixed) return foundMixed(mixed);
  const perCharacter = best.cost / Math.max(1, best.length);
  const controls = statistics.controls + statistics.zeros;
  const fits = best.invalid * 10 <= best.length && perCharacter < MOST_PER_CHARACTER;
  const wide = best.encoding.startsWith('utf-16');
  if ((!(fits && wide) && controls * 50 > bytes.length) || (!fits && controls > 0))
    return found('binary', 0.9, t('holds {0} control characters', controls));
  if (!fits && best.invalid * 4 > best.length) return found('binary', 0.6, t('reads as text in no encoding'));
  // Bayes over the two best readings; a text that reads badly even so is doubted, and so is one of a few characters.
  const enough = 1 - 0.5 ** (best.length + 2);
  const odds = 1 / (1 + Math.exp(-Math.min(50, second.cost - best.cost)));
  const plain = Math.min(1, Math.max(0.3, (DOUBTED_FROM + 4 - perCharacter) / 4));
  const wellFormed = best.invalid === 0 ? 1 : Math.max(0.5, 0.97 - (3 * best.invalid) / best.length);
  const evidence =
    best.invalid === 0
      ? t('well-formed {0}, and likelier text than in {1}', label(best.encoding), label(second.encoding))
      : t(
          'likelier as {0} than as {1}, with {2} sequences that cannot be decoded',
          label(best.encoding),
          label(second.encoding),
          best.invalid,
        );
  return found(best.encoding, enough * odds * plain * wellFormed, evidence, { invalid: best.invalid });
}

function foundMixed({ lines, invalid, margin }: MixedLines): Detection {
  const encodings = [...new Set(lines.map(({ encoding }) => label(encoding)))].join(', ');
  return found('mixed', Math.min(0.95, 0.6 + margin / 400), t('lines differ: {0}', encodings), { lines, invalid });
}

/**
 * The beginning, the middle and the end of long files, in whole lines where there are line breaks. An even
 * number of bytes before each keeps UTF-16 in step.
 */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= 3 * SAMPLE) return bytes;
  const parts = [0, Math.floor(bytes.length / 2) & ~1, (bytes.length - SAMPLE) & ~1].map(from => {
    const to = Math.min(bytes.length, from + SAMPLE);
    const start = from === 0 ? 0 : (evenLineStart(bytes, from, to, 1) ?? from);
    return bytes.subarray(start, to === bytes.length ? to : (evenLineStart(bytes, to, start, -1) ?? to));
  });
  const sample = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    sample.set(part, at);
    at += part.length;
  }
  return sample;
}

/**
 * The nearest even offset that stands right behind a line feed, on the way from one offset
 * to another; undefined when half the way has none.
 */
function evenLineStart(bytes: Uint8Array, from: number, to: number, step: 1 | -1): number | undefined {
  const middle = (from + to) / 2;
  for (let at = from & ~1; step * at < step * middle; at += 2 * step) if (bytes[at - 1] === 0x0a) return at;
  return undefined;
}
