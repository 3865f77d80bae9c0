/**
 * Pages that print each sentence on a line of its own, as written for narrow screens: what belongs to one item of a list is put together.
 */
import type { DraftLine } from './draftLine';

/**
 * A page is printed one sentence a line when it has at least this many lines that end a sentence, and this share of them holds only one.
 */
const LEAST_LINES = 6;
const SHARE = 0.85;
/** Shortest sentence, in Han characters. */
const SENTENCE = 4;

/** 一是, 第二: the number of an item that stands inside paragraphs elsewhere. */
const isItem = ({ shape }: DraftLine): boolean => shape.enumerator?.class.startsWith('inline') === true;
/** The line starts something of its own: a report, what somebody says, a numbered heading. */
const opens = (line: DraftLine): boolean => line.shape.opening || (line.shape.enumerator !== null && !isItem(line)) || line.shape.bullet;
const isSentence = ({ kind, shape }: DraftLine): boolean => kind === null && shape.ending === 'final' && shape.han >= SENTENCE;

/** Joins the sentences of each list whose items take several lines; elsewhere a line may as well be a paragraph. */
export function joinSentences(lines: readonly DraftLine[]): void {
  if (!lines.some(isItem)) return;
  const sentences = lines.filter(isSentence);
  const single = sentences.filter(({ shape }) => shape.prose.sentences.length === 1);
  if (sentences.length < LEAST_LINES || single.length < SHARE * sentences.length) return;
  const texts = lines.flatMap((line, i) => (line.kind === 'blank' ? [] : [i]));
  for (let from = 0, to = 0; from < texts.length; from = to) {
    to = from + 1;
    while (to < texts.length && isSentence(lines[texts[to - 1]!]!) && isSentence(lines[texts[to]!]!) && !opens(lines[texts[to]!]!)) to++;
    const items = texts.slice(from, to).flatMap((line, i) => (isItem(lines[line]!) ? [i] : []));
    if (items.length > 1 && items.at(-1)! - items[0]! >= items.length)
      for (let i = texts[from]!; i < texts[to - 1]!; i++) lines[i]!.joinsNext = true;
  }
}
