/** Lines of an article as names are looked for in them: hard-wrapped lines joined, chrome left out. */
import type { Reading } from '../../reading/reading';
import type { Block } from '../article';
import { lineText, type LineText } from '../lines/lineText';

/** A line, or several where the text is hard-wrapped, without the line breaks and indents between them. */
export class Segment {
  readonly content: LineText;
  /** True for lines in which people sign: by-lines, captions, signatures. */
  readonly byline: boolean;
  /** Where each line begins, in `content` and in the Reading. */
  readonly #starts: readonly { readonly at: number; readonly offset: number }[];

  constructor({ text, folded }: Reading, blocks: readonly [Block, ...Block[]]) {
    const starts: { at: number; offset: number }[] = [];
    let joined = '';
    let joinedFolded = '';
    if (blocks.length === 1) starts.push({ at: 0, offset: blocks[0].start });
    else
      for (const [i, block] of blocks.entries()) {
        let offset = block.start;
        while (i > 0 && offset < block.end && (folded[offset] === ' ' || folded[offset] === '\t')) offset++;
        starts.push({ at: joined.length, offset });
        joined += text.slice(offset, block.end);
        joinedFolded += folded.slice(offset, block.end);
      }
    this.content = blocks.length === 1 ? blocks[0].content : lineText(joined, joinedFolded);
    this.byline = blocks.some(({ kind }) => kind === 'byline' || kind === 'caption' || kind === 'signature');
    this.#starts = starts;
  }

  /** Look-up text. */
  get text(): string {
    return this.content.folded;
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
    return this.content.text.slice(start, end);
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
  const speaks = ({ kind }: Block): boolean => kind !== 'chrome' && kind !== 'blank';
  for (let i = 0; i < blocks.length; i++) {
    const first = blocks[i]!;
    const from = i;
    if (!speaks(first)) continue;
    while (joinsNext(i) && i + 1 < blocks.length) i++;
    segments.push(new Segment(reading, [first, ...blocks.slice(from + 1, i + 1).filter(speaks)]));
  }
  return segments;
}
