/** Undoing one wrong decoding: the text back to bytes, the bytes to the text that they were. */
import { CharacterClass, characterClasses } from '../../language/characters';
import { codec, isSingleByte, type Charset } from '../../language/codecs/codec';
import type { CharacterModel } from '../../language/language';
import { tolerantBytes } from './tolerantBytes';

/** Text that was stored as `from` and read as `as`. */
export interface Misreading {
  readonly from: Charset;
  readonly as: Charset;
}

/** Misreadings as they happened, innermost first. */
export type Layers = readonly Misreading[];

/** The shortest stretch of a text that reads as whole characters when a misreading is undone; `start..end` are offsets into that text. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A cell longer than this is no cell: bytes of different characters meet again after at most 12. */
const LONGEST_CELL_BYTES = 16;

/**
 * A question mark as it is read: Chinese text has full-width ones, misread text has it for what was lost. Only the form of UTF-8 tells
 * that nothing was.
 */
const LITERAL_MARK = (0x3f << 3) | 1;

/** A text as bytes of one charset. What the charset lacks parts it into runs. */
export interface Encoded {
  readonly charset: Charset;
  readonly bytes: Uint8Array;
  /**
   * For the first byte of each character its offset in the text, -1 for the other bytes; behind the last byte of all the end of the text.
   */
  readonly owners: Int32Array;
  /** Where each run ends, in bytes and in the text. */
  readonly ends: readonly (readonly [byte: number, offset: number])[];
  /** Where a charset spells a character in several ways: how sure each is, see `Spelling.margins`. */
  readonly margins?: Float64Array;
}

/**
 * The bytes of a text in a charset: what misreading it as that charset was made from.
 * @param model tells between several spellings, where a charset has them
 */
export function encode(text: string, charset: Charset, model: CharacterModel): Encoded {
  const { encodeInto, byteOf } = codec(charset);
  const spelled = charset === 'utf-8-or-windows-1252' ? tolerantBytes(text, model) : null;
  if (byteOf) return encodeEach(text, charset, byteOf);
  const bytes = new Uint8Array(text.length * 4 + 4);
  const owners = new Int32Array(text.length * 4 + 5);
  const ends: [number, number][] = [];
  let size = 0;
  let begun = 0;
  for (let i = 0; i < text.length;) {
    const codePoint = text.codePointAt(i)!;
    const known = spelled?.bytes[i];
    if (known) bytes.set(known, size);
    const length = !isCharacter(codePoint) ? 0 : (known?.length ?? encodeInto(codePoint, bytes, size));
    if (length > 0) {
      owners[size] = i;
      for (let k = size + 1; k < size + length; k++) owners[k] = -1;
      size += length;
    } else if (size > begun) {
      ends.push([size, i]);
      begun = size;
    }
    i += codePoint > 0xffff ? 2 : 1;
  }
  if (size > begun) ends.push([size, text.length]);
  owners[size] = text.length;
  return { charset, bytes, owners, ends, ...(spelled && { margins: spelled.margins }) };
}

/** The same for a charset of single bytes, of which many are tried on every damaged text. */
function encodeEach(text: string, charset: Charset, byteOf: Int16Array): Encoded {
  const bytes = new Uint8Array(text.length);
  const owners = new Int32Array(text.length + 1);
  const ends: [number, number][] = [];
  let size = 0;
  let begun = 0;
  for (let i = 0; i < text.length; i++) {
    const byte = byteOf[text.charCodeAt(i)]!;
    if (byte >= 0) {
      bytes[size] = byte;
      owners[size++] = i;
    } else if (size > begun) {
      ends.push([size, i]);
      begun = size;
    }
  }
  if (size > begun) ends.push([size, text.length]);
  owners[size] = text.length;
  return { charset, bytes, owners, ends };
}

/**
 * Cuts encoded text into cells from left to right. What does not decode is left out: such units stand between cells.
 * @returns cells sorted by `start`, not overlapping
 */
export function cellsOf({ charset, bytes, owners, ends }: Encoded, from: Charset): Cell[] {
  const cells: Cell[] = [];
  const { decodeAt } = codec(from);
  const spaceIsNoBreak = isSpaceNoBreak(from, charset);
  let at = 0;
  for (const [size, offset] of ends) {
    while (at < size) {
      let next = at;
      let text = '';
      do {
        let read = decodeAt(bytes, next, size);
        if (read < 0 && spaceIsNoBreak) read = decodeWithSpace(bytes, next, size);
        if (read < 0 || !isCharacter(read >>> 3) || (read === LITERAL_MARK && from !== 'utf-8')) {
          next = -1;
          break;
        }
        text += String.fromCodePoint(read >>> 3);
        next += read & 7;
      } while (next < size && owners[next]! < 0 && next - at <= LONGEST_CELL_BYTES);
      if (next > at && (next === size || owners[next]! >= 0)) {
        cells.push({ start: owners[at]!, end: next === size ? offset : owners[next]!, text });
        at = next;
      } else {
        do at++;
        while (at < size && owners[at]! < 0);
      }
    }
  }
  return cells;
}

/** Bytes of a no-break space that became an ordinary one on the way: A0 as 20. */
function isSpaceNoBreak(from: Charset, as: Charset): boolean {
  return from === 'utf-8' && (as === 'windows-1252' || as === 'windows-1250' || as === 'windows-1251');
}

/** The cells of a text that a misreading is sure to have made, of all that read when it is undone. */
function withoutUnsure(cells: readonly Cell[], text: string, { from, as }: Misreading): readonly Cell[] {
  const { otherPair } = codec(as);
  if (from === 'utf-8') return as === 'gb18030' && text.includes('€') ? cells.filter(cell => !isRareByEuro(text, cell)) : cells;
  // The form of UTF-8 tells which bytes they were; else a character that two pairs are read as proves nothing.
  if (!otherPair) return cells;
  return cells.filter(({ start, end }) => {
    for (let i = start; i < end; i++) if (otherPair(text.charCodeAt(i)) !== 0) return false;
    return true;
  });
}

/** The euro is 80 in CP936 and A2E3 in GB 18030: where the one gives a character that nobody writes, it was the other. */
function isRareByEuro(text: string, { start, end, text: read }: Cell): boolean {
  if (!text.slice(start, end).includes('€')) return false;
  const classes = characterClasses();
  return Array.from({ length: read.length }, (_, i) => classes[read.charCodeAt(i)]!).some(bits => (bits & CharacterClass.HanRare) !== 0);
}

/**
 * Share of what may have been misread of a text that lies in cells: a cluster goes on into sound text, so that characters in everyday use
 * count only where they are in a cell, and where a table of single bytes is tried, which cannot have given them, nowhere.
 */
export function coverage(text: string, cells: readonly Cell[], as: Charset): number {
  const classes = characterClasses();
  const isEveryday = (unit: number): boolean =>
    (classes[unit]! & (CharacterClass.HanCommon | CharacterClass.ChinesePunctuation)) !== 0 || isFullWidth(unit);
  const hasPairs = !isSingleByte(as);
  let covered = 0;
  let left = 0;
  let at = 0;
  for (const { start, end } of [...cells, { start: text.length, end: text.length }]) {
    for (; at < start; at++) if (text.charCodeAt(at) > 0x7f && !isEveryday(text.charCodeAt(at))) left++;
    for (; at < end; at++) if (text.charCodeAt(at) > 0x7f && (hasPairs || !isEveryday(text.charCodeAt(at)))) covered++;
  }
  return covered === 0 ? 0 : covered / (covered + left);
}

/** Full-width forms of ASCII, which sound text has. */
const isFullWidth = (unit: number): boolean => unit > 0xff00 && unit < 0xff5f;

/** U+FFFD stands for bytes that are gone, and noncharacters stand for nothing. */
function isCharacter(codePoint: number): boolean {
  return codePoint !== 0xfffd && (codePoint & 0xfffe) !== 0xfffe && (codePoint < 0xfdd0 || codePoint > 0xfdef);
}

/** Reads a UTF-8 character of three bytes with one space for a lost A0. */
function decodeWithSpace(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at]! < 0xe3 || bytes[at]! > 0xe9 || at + 3 > end) return -1;
  const place = bytes[at + 1] === 0x20 ? at + 1 : bytes[at + 2] === 0x20 ? at + 2 : -1;
  if (place < 0) return -1;
  bytes[place] = 0xa0;
  const read = codec('utf-8').decodeAt(bytes, at, end);
  bytes[place] = 0x20;
  return read;
}

/**
 * Undoes several misreadings, the last one first.
 * @param read what reads when the last one is undone
 * @param layers the misreadings as they happened, innermost (first) first
 * @returns cells of `text` that every layer reads as whole characters
 */
export function undoLayers(text: string, read: readonly Cell[], layers: Layers, model: CharacterModel): readonly Cell[] {
  let cells = withoutUnsure(read, text, layers[layers.length - 1]!);
  for (let n = layers.length - 2; n >= 0; n--) {
    const outer = cells;
    const inner: Cell[] = [];
    for (let i = 0; i < outer.length;) {
      let j = i + 1;
      while (j < outer.length && outer[j]!.start === outer[j - 1]!.end) j++;
      inner.push(...compose(outer.slice(i, j), layers[n]!, model));
      i = j;
    }
    cells = inner;
  }
  return cells;
}

/** Cells of cells that stand side by side: joined until they end at a boundary of both. */
function compose(outer: readonly Cell[], layer: Misreading, model: CharacterModel): Cell[] {
  const middle = outer.map(cell => cell.text).join('');
  const boundary = new Map<number, number>();
  const cells: Cell[] = [];
  let at = 0;
  for (const cell of outer) {
    boundary.set(at, cell.start);
    at += cell.text.length;
  }
  boundary.set(at, outer[outer.length - 1]!.end);
  let start = -1;
  let last = -1;
  let text = '';
  for (const inner of withoutUnsure(cellsOf(encode(middle, layer.as, model), layer.from), middle, layer)) {
    if (start < 0 || inner.start !== last) {
      start = boundary.has(inner.start) ? inner.start : -1;
      text = '';
    }
    if (start < 0) {
      last = -1;
      continue;
    }
    text += inner.text;
    last = inner.end;
    if (boundary.has(inner.end)) {
      cells.push({ start: boundary.get(start)!, end: boundary.get(inner.end)!, text });
      start = inner.end;
      text = '';
    }
  }
  return cells;
}

/** A text with its cells as they read. */
export function spell(text: string, cells: readonly Cell[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const cell of cells) {
    parts.push(text.slice(at, cell.start), cell.text);
    at = cell.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
