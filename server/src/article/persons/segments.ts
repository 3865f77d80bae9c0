/** Lines of an article as names are looked for in them: hard-wrapped lines joined, chrome left out. */
import type { Reading } from '../../reading/reading';
import type { Block } from '../article';

/** A line, or several where the text is hard-wrapped, without the line breaks and indents between them. */
export class Segment {
  /** Folded. */
  readonly text: string;
  /** True for lines in which people sign: by-lines, captions, signatures. */
  readonly byline: boolean;
  readonly #reading: Reading;
  /** Where each line begins, in `text` and in the Reading. */
  readonly #starts: readonly { readonly at: number; readonly offset: number }[];

  constructor(reading: Reading, blocks: readonly Block[]) {
    this.#reading = reading;
    const starts: { at: number; offset: number }[] = [];
    let text = '';
    if (blocks.length === 1) {
      const { start, end } = blocks[0]!;
      starts.push({ at: 0, offset: start });
      text = reading.folded.slice(start, end);
    } else for (const [i, block] of blocks.entries()) {
      let offset = block.start;
      while (i > 0 && offset < block.end && (reading.folded[offset] === ' ' || reading.folded[offset] === '\t')) offset++;
      starts.push({ at: text.length, offset });
      text += reading.folded.slice(offset, block.end);
    }
    this.text = text;
    this.byline = blocks.some(block => block.kind === 'byline' || block.kind === 'caption' || block.kind === 'signature');
    this.#starts = starts;
  }

  /** Reading offset of an offset in `text`. */
  offset(at: number): number {
    return this.#startOf(at, at);
  }

  /** Reading offset of the end of a range in `text` that holds at least one character. */
  endOffset(end: number): number {
    return this.#startOf(end - 1, end);
  }

  /** What stands in `text` from `start` to `end`, in the Reading's script. */
  printed(start: number, end: number): string {
    if (this.#starts.length === 1) return this.#reading.text.slice(this.#starts[0]!.offset + start, this.#starts[0]!.offset + end);
    let out = '';
    for (let at = start; at < end; at++) out += this.#reading.text[this.offset(at)];
    return out;
  }

  #startOf(line: number, at: number): number {
    let i = this.#starts.length - 1;
    while (i > 0 && this.#starts[i]!.at > line) i--;
    return this.#starts[i]!.offset + at - this.#starts[i]!.at;
  }
}

/** @param joinsNext for each block whether its sentence goes on in the next one */
export function findSegments(reading: Reading, blocks: readonly Block[], joinsNext: (index: number) => boolean): Segment[] {
  const segments: Segment[] = [];
  for (let i = 0; i < blocks.length; i++) {
    if (blocks[i]!.kind === 'chrome' || blocks[i]!.kind === 'blank') continue;
    const from = i;
    while (joinsNext(i) && i + 1 < blocks.length) i++;
    segments.push(new Segment(reading, blocks.slice(from, i + 1).filter(({ kind }) => kind !== 'chrome' && kind !== 'blank')));
  }
  return segments;
}
