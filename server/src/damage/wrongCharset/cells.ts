/** Undoing one wrong decoding: the text back to bytes, the bytes to the text that they were. */
import { codec, type Charset } from '../../language/codecs/codec';

/** Text that was stored as `from` and read as `as`. */
export interface Misreading {
  readonly from: Charset;
  readonly as: Charset;
}

/** The shortest stretch of a text that reads as whole characters when a misreading is undone; `start..end` are offsets into that text. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A cell longer than this is no cell: bytes of different characters meet again after at most 12. */
const LONGEST_CELL_BYTES = 16;

/**
 * Cuts a text into cells from left to right. What cannot be encoded, or does not decode, is left out: such units stand between cells.
 * @returns cells sorted by `start`, not overlapping
 */
export function undoMisreading(text: string, { from, as }: Misreading): Cell[] {
  const wrong = codec(as), right = codec(from), cells: Cell[] = [];
  const bytes = new Uint8Array(text.length * 4 + 4), owners = new Int32Array(text.length * 4 + 5).fill(-1);
  // Bytes of a no-break space that became an ordinary one on the way: A0 as 20.
  const spaceIsNoBreak = from === 'utf-8' && (as === 'windows-1252' || as === 'windows-1250' || as === 'windows-1251');
  for (let i = 0; i < text.length;) {
    // One run of text that the wrong charset has.
    let size = 0;
    while (i < text.length) {
      const codePoint = text.codePointAt(i)!, length = isCharacter(codePoint) ? wrong.encodeInto(codePoint, bytes, size) : 0;
      if (length === 0) break;
      owners[size] = i;
      size += length;
      for (let k = size - length + 1; k < size; k++) owners[k] = -1;
      i += codePoint > 0xffff ? 2 : 1;
    }
    owners[size] = i;
    for (let at = 0; at < size;) {
      let next = at, decoded = '';
      do {
        let read = right.decodeAt(bytes, next, size);
        if (read < 0 && spaceIsNoBreak) read = decodeWithSpace(bytes, next, size);
        if (read < 0 || !isCharacter(read >>> 3)) { next = -1; break; }
        decoded += String.fromCodePoint(read >>> 3);
        next += read & 7;
      } while (owners[next]! < 0 && next - at <= LONGEST_CELL_BYTES);
      if (next > at && owners[next]! >= 0) {
        cells.push({ start: owners[at]!, end: owners[next]!, text: decoded });
        at = next;
      } else {
        do at++; while (at < size && owners[at]! < 0);
      }
    }
    if (i < text.length) i += text.codePointAt(i)! > 0xffff ? 2 : 1;
  }
  return cells;
}

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
 * @param layers the misreadings as they happened, innermost (first) first
 * @returns cells of `text` that every layer reads as whole characters
 */
export function undoLayers(text: string, layers: readonly Misreading[]): Cell[] {
  let cells = undoMisreading(text, layers[layers.length - 1]!);
  for (let n = layers.length - 2; n >= 0; n--) {
    const outer = cells;
    cells = [];
    for (let i = 0; i < outer.length;) {
      let j = i + 1;
      while (j < outer.length && outer[j]!.start === outer[j - 1]!.end) j++;
      cells.push(...compose(outer.slice(i, j), layers[n]!));
      i = j;
    }
  }
  return cells;
}

/** Cells of cells that stand side by side: joined until they end at a boundary of both. */
function compose(outer: readonly Cell[], layer: Misreading): Cell[] {
  const middle = outer.map(cell => cell.text).join(''), boundary = new Map<number, number>(), cells: Cell[] = [];
  let at = 0;
  for (const cell of outer) { boundary.set(at, cell.start); at += cell.text.length; }
  boundary.set(at, outer[outer.length - 1]!.end);
  let start = -1, last = -1, text = '';
  for (const inner of undoMisreading(middle, layer)) {
    if (start < 0 || inner.start !== last) { start = boundary.has(inner.start) ? inner.start : -1; text = ''; }
    if (start < 0) { last = -1; continue; }
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
