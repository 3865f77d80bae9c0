/** Paragraphs: the lines that speak, hard-wrapped ones put together. Reading offsets. */
import type { Reading } from '../reading/reading';
import type { Block, BlockKind, Paragraph } from './article';
import { splitSentences } from './sentences';

const SPEAKING: ReadonlySet<BlockKind> = new Set<BlockKind>(['body', 'heading']);

/**
 * @param joinsNext for each block whether its sentence goes on in the next one
 * @returns paragraphs in order; empty when no line speaks
 */
export function findParagraphs(reading: Reading, blocks: readonly Block[], joinsNext: (index: number) => boolean): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (let i = 0; i < blocks.length; i++) {
    if (!SPEAKING.has(blocks[i]!.kind)) continue;
    let last = i;
    while (joinsNext(last) && last + 1 < blocks.length && SPEAKING.has(blocks[last + 1]!.kind)) last++;
    const { start } = blocks[i]!, { end } = blocks[last]!;
    const sentences = splitSentences(reading.text.slice(start, end)).map(sentence => ({ start: sentence.start + start, end: sentence.end + start, terminator: sentence.terminator }));
    if (sentences.length > 0) paragraphs.push({ blocks: blocks.slice(i, last + 1), start: sentences[0]!.start, end: sentences[sentences.length - 1]!.end, sentences });
    i = last;
  }
  return paragraphs;
}
