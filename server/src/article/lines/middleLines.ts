/** The middle of a page, from its first line of running text to its last: paragraphs, headings, rows of lists. */
import { edged } from '../../base/edged';
import type { CharacterModel } from '../../language/characterModel';
import type { BlockKind } from '../article';
import { decide, decideBy, undecided, type DraftLine, type LineRule } from './draftLine';
import { headlineOdds } from './headline';
import { AGENDA, inList, isLabelled, ORGAN_END, textBelow } from './lineSigns';
import { isRunningText } from './runningText';

/** How much less a number speaks for a headline where it stands before sentences. */
const NUMBERED_SENTENCE = 3.5;
/** Evidence that makes a line with a label a headline all the same. */
const SURE = 2;
/**
 * A numbered line with so many Han characters and a mark at its end is a sentence, no headline; one of as many without a mark is an item.
 */
const SENTENCE = 12;
/** Han characters of an item that is a sentence. */
const ITEM_SENTENCE = 8;

/** 指挥长：原　野　县委副书记, 孔　武　县人武部部长 */
const NAME_AND_OFFICE = edged(
  /^(?:[\u4e00-\u9fff\s]{2,12}:\s*)?(?:[\u4e00-\u9fff]\s{0,4}[\u4e00-\u9fff]{1,3}|[\u4e00-\u9fff]{1,8}·[\u4e00-\u9fff·]{1,10})\s+[\u4e00-\u9fff、\s]{0,28}(?:[长员记席]|主任|委员|总监|经理|代表)(?:\([^()]{1,12}\))?$/,
);

/** 关于考核奖惩, above a paragraph: what it is about. */
const ABOUT = edged(/^关于[\u4e00-\u9fff、]{2,14}$/);

/** 确需返乡的, above a paragraph, beside others: for whom it is. */
const THOSE = edged(/^[\u4e00-\u9fff]{3,10}的$/);

interface Middle {
  readonly lines: readonly DraftLine[];
  readonly model: CharacterModel;
  /** Look-up text of the title; null where there is none. */
  readonly title: string | null;
  /** Where the items of the page are sentences, one without its mark is a cut one. */
  readonly itemsAreSentences: boolean;
}

/** A line that is no running text by what it looks like. */
interface Doubtful extends Middle {
  /** Its kind of number stands before sentences. */
  readonly item: boolean;
  /** Log odds that it is a headline. */
  readonly odds: number;
}

const isSentence = ({ shape }: DraftLine): boolean =>
  shape.han >= ITEM_SENTENCE && (shape.ending === 'final' || shape.ending === 'semicolon');

const BY_LOOKS: readonly LineRule<Middle>[] = [
  // Pages name their pictures after the article; 关于印发《某办法》的通知 prints 某办法 above it.
  {
    kind: 'caption',
    reason: 'title-again',
    when: ({ folded }, _, { title }) => folded === title || title?.includes(`《${folded}》`) === true,
  },
  {
    kind: 'signature',
    reason: 'closing-name',
    when: ({ shape, folded }, i, { lines }) =>
      ORGAN_END.test(folded) &&
      !shape.running &&
      shape.ending === 'none' &&
      lines[i - 1]?.kind === 'body' &&
      lines[i + 1]?.kind === 'date-line',
  },
  { kind: 'list-row', reason: 'name-and-office', when: ({ shape, folded }) => shape.ending === 'none' && NAME_AND_OFFICE.test(folded) },
  {
    kind: 'body',
    reason: 'bullet',
    when: (line, _, { itemsAreSentences }) =>
      line.shape.bullet &&
      (isSentence(line) ||
        (itemsAreSentences && (line.shape.ending === 'final' || (line.shape.han >= ITEM_SENTENCE && /[,;。]/.test(line.folded))))),
  },
  { kind: 'list-row', reason: 'bullet', when: ({ shape }) => shape.bullet },
  {
    kind: 'heading',
    reason: 'about',
    when: ({ shape, folded }, i, { lines }) => shape.ending === 'none' && ABOUT.test(folded) && lines[i + 1]?.shape.ending === 'final',
  },
  { kind: 'heading', reason: 'agenda', when: ({ shape, folded }) => shape.ending === 'none' && AGENDA.test(folded) },
  {
    kind: 'heading',
    reason: 'those',
    when: ({ shape, folded }, i, { lines }) =>
      shape.ending === 'none' &&
      THOSE.test(folded) &&
      lines[i + 1]?.shape.ending === 'final' &&
      lines.filter(other => THOSE.test(other.folded)).length > 1,
  },
  { kind: 'body', reason: 'running-text', when: (line, i) => isRunningText(line, i) },
];

const BY_ODDS: readonly LineRule<Doubtful>[] = [
  { kind: 'list-row', reason: 'numbered', when: (_, i, { lines, item, odds }) => (!item || odds > 0) && inList(lines, i) },
  { kind: 'list-row', reason: 'labelled', when: (line, _, { odds, model }) => odds < SURE && isLabelled(line, model) },
  { kind: 'heading', reason: 'numbered', when: ({ shape }, _, { odds }) => odds > 0 && shape.enumerator !== null },
  { kind: 'heading', reason: 'short-line', when: (_, __, { odds }) => odds > 0 },
  {
    kind: 'list-row',
    reason: 'numbered',
    when: ({ shape }, _, { item }) =>
      shape.enumerator !== null && !item && shape.han <= SENTENCE && shape.ending === 'none' && !shape.running,
  },
  { kind: 'body', reason: 'running-text', when: () => true },
];

/** Decides the lines from `first` to `last`. */
export function decideMiddle(lines: readonly DraftLine[], first: number, last: number, model: CharacterModel): void {
  const middle: Middle = {
    lines,
    model,
    title: lines.find(({ kind }) => kind === 'title')?.folded ?? null,
    itemsAreSentences: lines.some(line => line.shape.bullet && isSentence(line)),
  };
  const sentenceNumbers = numbersOfSentences(lines.slice(first, last + 1));
  let above: BlockKind = 'body';
  for (let i = first; i <= last; i++) {
    const line = lines[i]!;
    if (undecided(line)) {
      if (i > 0 && lines[i - 1]!.joinsNext) decide(line, { kind: above, reason: 'joined-line' });
      else if (!decideBy(BY_LOOKS, line, i, middle)) {
        const number = numberKind(line);
        const item = number !== null && sentenceNumbers.has(number);
        decideBy(BY_ODDS, line, i, {
          ...middle,
          item,
          odds: headlineOdds(line, textBelow(lines, i), model) - (item ? NUMBERED_SENTENCE : 0),
        });
      }
    }
    if (line.kind === 'heading' || line.kind === 'body') above = line.kind;
  }
}

/** The class of the number of a line; the articles of a rule (第三条) are told from its chapters. Null where it has none. */
function numberKind({ shape: { enumerator }, folded }: DraftLine): string | null {
  return enumerator && (enumerator.class === 'chapter' ? `chapter ${/[章节条编部]/.exec(folded)?.[0]}` : enumerator.class);
}

/** The kinds of numbers that stand before sentences as a rule on this page: one among them that lacks its mark was cut. */
function numbersOfSentences(lines: readonly DraftLine[]): ReadonlySet<string> {
  const marked = new Map<string, number>();
  const bare = new Map<string, number>();
  for (const line of lines) {
    const { ending, han } = line.shape;
    const number = numberKind(line);
    if (number === null) continue;
    if (ending === 'none') bare.set(number, (bare.get(number) ?? 0) + 1);
    else if (han >= SENTENCE && (ending === 'final' || ending === 'semicolon')) marked.set(number, (marked.get(number) ?? 0) + 1);
  }
  return new Set([...marked].filter(([kind, count]) => count >= 2 && count >= 2 * (bare.get(kind) ?? 0)).map(([kind]) => kind));
}
