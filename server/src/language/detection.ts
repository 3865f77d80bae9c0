/**
 * Which character set a file is in, from its bytes: byte order marks, validity, and for what is left the probability
 * of the text that each decoder gives, by the character model. Well-formed UTF-8 is never called anything else.
 */
import { t } from '../base/localise';
import { countBytes, scanUtf8, signatureOf, type ByteStatistics } from './byteScan';
import { decodeLossy, decodeText } from './codecs/codec';
import type { Language } from './language';
import { textCost, type ForeignLetters } from './textCost';

/** Character sets that are told apart. `gb18030` stands for GB 2312 and GBK as well, `big5` includes HKSCS, `windows-1252` includes Latin-1. */
export type TextEncoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-kr' | 'windows-1252';

/** Lines of one character set within a file of several. Byte offsets; line breaks belong to the line before. */
export interface EncodedLines {
  readonly start: number;
  readonly end: number;
  readonly encoding: TextEncoding;
}

/** The encoding of some bytes. */
export interface Detection {
  /** `mixed`: lines differ, see `lines`; `binary`: not a text. */
  readonly encoding: TextEncoding | 'mixed' | 'binary';
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

/** Bytes that are read with every decoder; longer files are judged by three parts of this size together. */
const SAMPLE = 12_000;

/** How much likelier, in nats, lines read on their own must be than the whole file read one way, before a file counts as mixed. */
const MIXED_MARGIN = 20;

/** What a change of encoding from one line to the next costs, in nats: without evidence a line is in the encoding of its neighbours. */
const SWITCH_COST = 8;

/** What a sequence that cannot be decoded costs, in nats: more than any character. */
const INVALID_COST = 16;

/** Starting cost in nats: how much less often we meet this encoding in a collection of Chinese articles. */
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

/** Encodings that are used for languages with letters of their own. */
const LETTERS: Readonly<Partial<Record<TextEncoding, ForeignLetters>>> = {
  shift_jis: 'japanese',
  'euc-kr': 'korean',
  'windows-1252': 'western',
};

const CANDIDATES = Object.keys(PRIOR) as TextEncoding[];

/**
 * Detects the encoding of a whole file or of its beginning.
 * @param bytes any bytes; an empty file is UTF-8
 */
export function detectEncoding(bytes: Uint8Array, language: Language): Detection {
  const marked = byteOrderMark(bytes);
  if (marked) return marked;
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

/** From here on a file is UTF-8 beyond doubt: text in another encoding that happens to be well-formed UTF-8 is a word or two long. */
const BEYOND_DOUBT = 0.99;

/**
 * The encoding of a file that somebody has named. The name counts, but not against well-formed UTF-8: converting a folder twice must not harm it.
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

const decoders = new Map<TextEncoding, TextDecoder>();

function decodeAs(encoding: TextEncoding, bytes: Uint8Array): string {
  // Some releases of Node decode windows-1252 wrongly (nodejs/node#59515); our table knows every byte.
  if (encoding === 'windows-1252') return decodeText(encoding, bytes)!;
  let decoder = decoders.get(encoding);
  if (!decoder) decoders.set(encoding, (decoder = new TextDecoder(encoding)));
  const text = decoder.decode(bytes);
  // ICU, and so Node, has private-use characters where HKSCS has real ones.
  if (encoding === 'big5' && /[\ue000-\uf8ff\ufffd]/.test(text)) return decodeLossy('big5', bytes, '\ufffd', false);
  return encoding === 'gb18030' && text.startsWith('\ufeff') ? text.slice(1) : text;
}

function found(encoding: Detection['encoding'], confidence: number, evidence: string, more: Partial<Detection> = {}): Detection {
  return { encoding, confidence, evidence, bom: false, invalid: 0, lines: [], ...more };
}

function byteOrderMark(bytes: Uint8Array): Detection | undefined {
  const begins = (...mark: number[]): boolean => mark.every((byte, i) => bytes[i] === byte);
  const evidence = t('begins with a byte order mark');
  if (begins(0xef, 0xbb, 0xbf)) {
    const { invalid } = scanUtf8(bytes);
    return found('utf-8', invalid === 0 ? 1 : 0.9, evidence, { bom: true, invalid });
  }
  if (begins(0xff, 0xfe, 0, 0) || begins(0, 0, 0xfe, 0xff)) return found('binary', 0.7, t('UTF-32 is not supported'));
  if (begins(0xff, 0xfe)) return found('utf-16le', 1, evidence, { bom: true });
  if (begins(0xfe, 0xff)) return found('utf-16be', 1, evidence, { bom: true });
  if (begins(0x84, 0x31, 0x95, 0x33)) return found('gb18030', 1, evidence, { bom: true });
  return undefined;
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

interface Reading {
  readonly encoding: TextEncoding;
  /** Negative log probability in nats, with the cost of what cannot be decoded. */
  readonly cost: number;
  readonly invalid: number;
  readonly length: number;
}

function readAs(encoding: TextEncoding, bytes: Uint8Array, language: Language): Reading {
  const text = decodeAs(encoding, bytes);
  const { cost, replaced } = textCost(text, LETTERS[encoding] ?? 'none', language.model);
  return { encoding, cost: cost + replaced * INVALID_COST + PRIOR[encoding], invalid: replaced, length: text.length };
}

function byProbability(bytes: Uint8Array, statistics: ByteStatistics, language: Language): Detection {
  const sample = sampleOf(bytes);
  const readings = CANDIDATES.map(encoding => readAs(encoding, sample, language)).sort((a, b) => a.cost - b.cost);
  const best = readings[0]!;
  const second = readings[1]!;
  const mixed = lineByLine(bytes, best.encoding, language);
  if (mixed) return mixed;
  const perCharacter = best.cost / Math.max(1, best.length);
  const controls = statistics.controls + statistics.zeros;
  const fits = best.invalid * 10 <= best.length && perCharacter < 12;
  const wide = best.encoding.startsWith('utf-16');
  if ((!(fits && wide) && controls * 50 > bytes.length) || (!fits && controls > 0))
    return found('binary', 0.9, t('holds {0} control characters', controls));
  if (!fits && best.invalid * 4 > best.length) return found('binary', 0.6, t('reads as text in no encoding'));
  // Bayes over the two best readings; what reads badly even so is doubted, and so is a single character.
  const enough = 1 - 0.5 ** (best.length + 2);
  const odds = 1 / (1 + Math.exp(-Math.min(50, second.cost - best.cost)));
  const plain = Math.min(1, Math.max(0.3, (13 - perCharacter) / 4));
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

/** How an encoding is called in messages. */
export function label(encoding: Detection['encoding']): string {
  return {
    'utf-8': 'UTF-8',
    gb18030: 'GB18030',
    big5: 'Big5',
    'utf-16le': 'UTF-16 LE',
    'utf-16be': 'UTF-16 BE',
    shift_jis: 'Shift_JIS',
    'euc-kr': 'EUC-KR',
    'windows-1252': 'Windows-1252',
    mixed: t('a mix of encodings'),
    binary: t('binary'),
  }[encoding];
}

/** The beginning, the middle and the end of long files, in whole lines where there are line breaks. An even number of bytes before each keeps UTF-16 in step. */
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

/** The nearest even offset that stands right behind a line feed, on the way from one offset to another; undefined when half the way has none. */
function evenLineStart(bytes: Uint8Array, from: number, to: number, step: 1 | -1): number | undefined {
  const middle = (from + to) / 2;
  for (let at = from & ~1; step * at < step * middle; at += 2 * step) if (bytes[at - 1] === 0x0a) return at;
  return undefined;
}

/** Encodings that can stand beside each other in a file whose lines were put together from several sources. */
const LINE_ENCODINGS: readonly TextEncoding[] = ['utf-8', 'gb18030', 'big5'];

/** Lines longer than this are judged by their beginning. */
const LONGEST_LINE = 600;

/** A line that costs less than this for a character reads well as it is, in nats; others need not be tried. */
const READS_WELL = 7.5;

/** At least so much more does the same line cost for a character when it is misread. */
const MISREAD = 3;

/** So many bytes of lines are read; in the rest of a large file only well-formed UTF-8 is told from the file's own encoding. */
const LINE_BUDGET = 300_000;

/**
 * The cheapest way to read the lines, each in an encoding of its own (Viterbi over lines).
 * @returns undefined when one encoding for all is nearly as good
 */
function lineByLine(bytes: Uint8Array, whole: TextEncoding, language: Language): Detection | undefined {
  if (!LINE_ENCODINGS.includes(whole)) return undefined;
  const starts = [0];
  for (let at = bytes.indexOf(0x0a); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0x0a, at + 1)) starts.push(at + 1);
  if (starts.length < 2) return undefined;
  const home = LINE_ENCODINGS.indexOf(whole);
  const width = LINE_ENCODINGS.length;
  const paths = new Uint8Array(starts.length * width);
  let totals = LINE_ENCODINGS.map((_, i): number => (i === home ? 0 : SWITCH_COST));
  let alone = 0;
  let invalid = 0;
  starts.forEach((start, line) => {
    const end = starts[line + 1] ?? bytes.length;
    const costs = lineCosts(bytes.subarray(start, end), home, language, start < LINE_BUDGET);
    alone += costs[home]!;
    const cheapest = totals.indexOf(Math.min(...totals));
    totals = totals.map((total, i) => {
      paths[line * width + i] = total <= totals[cheapest]! + SWITCH_COST ? i : cheapest;
      return Math.min(total, totals[cheapest]! + SWITCH_COST) + costs[i]!;
    });
  });
  const least = Math.min(...totals);
  if (alone - least < MIXED_MARGIN) return undefined;
  const lines: EncodedLines[] = [];
  let state = totals.indexOf(least);
  for (let line = starts.length - 1; line >= 0; line--) {
    const start = starts[line]!;
    const end = starts[line + 1] ?? bytes.length;
    const encoding = LINE_ENCODINGS[state]!;
    const next = lines[lines.length - 1];
    if (encoding === 'utf-8') invalid += scanUtf8(bytes, start, end).invalid;
    if (next?.encoding === encoding) lines[lines.length - 1] = { start, end: next.end, encoding };
    else lines.push({ start, end, encoding });
    state = paths[line * width + state]!;
  }
  lines.reverse();
  if (lines.length < 2) return undefined;
  const kinds = [...new Set(lines.map(({ encoding }) => label(encoding)))].join(', ');
  return found('mixed', Math.min(0.95, 0.6 + (alone - least) / 400), t('lines differ: {0}', kinds), { lines, invalid });
}

/** Of a line of ASCII. */
const NO_COST: readonly number[] = LINE_ENCODINGS.map(() => 0);

/** Cost of one line under each of `LINE_ENCODINGS`; equal for a line of ASCII, and for lines that are not `read` and not clear without. */
function lineCosts(line: Uint8Array, home: number, language: Language, read: boolean): readonly number[] {
  const utf8 = scanUtf8(line);
  if (utf8.sequences === 0 && utf8.invalid === 0 && !utf8.cutAtEnd) return NO_COST;
  if (utf8.invalid === 0 && utf8.sequences >= 4) return LINE_ENCODINGS.map(encoding => (encoding === 'utf-8' ? 0 : 12 * utf8.sequences));
  if (!read) return LINE_ENCODINGS.map((_, i) => (i === home ? 0 : SWITCH_COST));
  const part = line.length > LONGEST_LINE ? line.subarray(0, LONGEST_LINE) : line;
  const own = readAs(LINE_ENCODINGS[home]!, part, language);
  const cost = own.cost - PRIOR[own.encoding];
  if (own.invalid === 0 && cost < READS_WELL * own.length)
    return LINE_ENCODINGS.map((_, i) => (i === home ? cost : cost + MISREAD * own.length));
  return LINE_ENCODINGS.map((encoding, i) => (i === home ? cost : readAs(encoding, part, language).cost - PRIOR[encoding]));
}
