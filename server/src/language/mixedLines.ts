/** Files whose lines were put together from sources in several encodings. */
import { scanUtf8 } from './byteScan';
import { readAs, type TextEncoding } from './encodings';
import type { Language } from './language';

/** Lines of one character set within a file of several. Byte offsets; line breaks belong to the line before. */
export interface EncodedLines {
  readonly start: number;
  readonly end: number;
  readonly encoding: TextEncoding;
}

/** A file read line by line. */
export interface MixedLines {
  /** The whole file in runs of lines, two or more. */
  readonly lines: readonly EncodedLines[];
  /** Byte sequences that are not valid in the encoding of their line. */
  readonly invalid: number;
  /** How much likelier this is, in nats, than the whole file in one encoding. */
  readonly margin: number;
}

/** How much likelier, in nats, lines read on their own must be than the whole file read one way, before a file counts as mixed. */
const MIXED_MARGIN = 20;

/** What a change of encoding from one line to the next costs, in nats: without evidence a line is in the encoding of its neighbours. */
const SWITCH_COST = 8;

/** Encodings that can stand beside each other in a file whose lines were put together from several sources. */
const LINE_ENCODINGS: readonly TextEncoding[] = ['utf-8', 'gb18030', 'big5'];

/** Lines of more bytes are judged by their beginning. */
const LONGEST_LINE = 600;

/** A line that costs fewer nats a character reads well in an encoding: the others need not be tried. */
const READS_WELL = 7.5;

/** How many more nats a character the same line costs, at least, when it is misread. */
const MISREAD = 3;

/**
 * How many bytes of lines are read; in the rest of a large file only lines in well-formed UTF-8
 * are told from those in the file's own encoding.
 */
const LINE_BUDGET = 300_000;

/**
 * The cheapest way to read the lines, each in an encoding of its own (Viterbi over lines).
 * @param whole the encoding in which the whole file reads best
 * @returns undefined when one encoding for all is nearly as good
 */
export function lineByLine(bytes: Uint8Array, whole: TextEncoding, language: Language): MixedLines | undefined {
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
  return lines.length < 2 ? undefined : { lines, invalid, margin: alone - least };
}

/** This many well-formed UTF-8 sequences in a line are no coincidence. */
const SURE_SEQUENCES = 4;

/** What each of them costs, in nats, if the line is read in another encoding. */
const NOT_UTF8_COST = 12;

/** The costs of a line of ASCII. */
const NO_COST: readonly number[] = LINE_ENCODINGS.map(() => 0);

/**
 * The cost of one line in each of `LINE_ENCODINGS`.
 * @param home index of the file's own encoding
 * @param read whether to decode the line; otherwise only the form of its bytes counts
 */
function lineCosts(line: Uint8Array, home: number, language: Language, read: boolean): readonly number[] {
  const utf8 = scanUtf8(line);
  if (utf8.sequences === 0 && utf8.invalid === 0 && !utf8.cutAtEnd) return NO_COST;
  if (utf8.invalid === 0 && utf8.sequences >= SURE_SEQUENCES)
    return LINE_ENCODINGS.map(encoding => (encoding === 'utf-8' ? 0 : NOT_UTF8_COST * utf8.sequences));
  if (!read) return LINE_ENCODINGS.map((_, i) => (i === home ? 0 : SWITCH_COST));
  const part = line.length > LONGEST_LINE ? line.subarray(0, LONGEST_LINE) : line;
  const own = readAs(LINE_ENCODINGS[home]!, part, language);
  if (own.invalid === 0 && own.cost < READS_WELL * own.length)
    return LINE_ENCODINGS.map((_, i) => (i === home ? own.cost : own.cost + MISREAD * own.length));
  return LINE_ENCODINGS.map((encoding, i) => (i === home ? own.cost : readAs(encoding, part, language).cost));
}
