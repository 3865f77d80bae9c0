/** Paragraphs: the lines that speak, hard-wrapped ones put together. Reading offsets. */
import type { Reading } from '../reading/reading';
import type { Block, BlockKind, Paragraph } from './article';
import { wordsEnd, wordsStart } from './lines/margins';
import { PlacedProse, proseFrom, type Piece, type Prose } from './prose';

const SPEAKING: ReadonlySet<BlockKind> = new Set<BlockKind>(['body', 'heading']);

/**
 * @param joinsNext for each block whether its sentence goes on in the next one
 * @param proseOfLine the words of a single line, where they are known already
 * @returns paragraphs in order; empty when no line speaks
 */
export function findParagraphs(
  reading: Reading,
  blocks: readonly Block[],
  joinsNext: (index: number) => boolean,
  proseOfLine: (index: number) => Prose,
): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (let i = 0; i < blocks.length; i++) {
    if (!SPEAKING.has(blocks[i]!.kind)) continue;
    let last = i;
    while (joinsNext(last) && last + 1 < blocks.length) last++;
    const paragraph =
      last === i
        ? single(reading, blocks[i]!, proseOfLine(i))
        : joined(
            reading,
            blocks.slice(i, last + 1).filter(({ kind }) => SPEAKING.has(kind)),
          );
    if (paragraph) paragraphs.push(paragraph);
    i = last;
  }
  return paragraphs;
}

function single({ text }: Reading, block: Block, prose: Prose): Paragraph | null {
  if (prose.sentences.length === 0) return null;
  const start = wordsStart(text, block.start, block.end);
  return place([block], prose, [{ from: start, to: start + prose.text.length, at: 0 }]);
}

function joined({ text, folded }: Reading, blocks: readonly Block[]): Paragraph | null {
  const pieces: Piece[] = [];
  let at = 0;
  for (const block of blocks) {
    const from = wordsStart(text, block.start, block.end);
    const to = wordsEnd(text, from, block.end);
    if (to > from) pieces.push({ from, to, at });
    at += to - from;
  }
  if (pieces.length === 0) return null;
  const cut = (whole: string): string => pieces.map(({ from, to }) => whole.slice(from, to)).join('');
  return place(blocks, proseFrom(cut(text), cut(folded)), pieces);
}

function place(blocks: readonly Block[], prose: Prose, pieces: readonly Piece[]): Paragraph {
  const words = new PlacedProse(prose, pieces);
  const sentences = prose.sentences.map(sentence => ({
    start: words.toReading(sentence.start),
    end: words.toReading(sentence.end - 1) + 1,
    terminator: sentence.terminator,
  }));
  return { blocks, start: pieces[0]!.from, end: pieces[pieces.length - 1]!.to, sentences, words };
}
