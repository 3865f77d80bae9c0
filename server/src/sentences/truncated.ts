/** `sentence.truncated`: lines that break off. Reading offsets; the messages say why. */
import { t } from '../base/localise';
import type { Severity } from '../base/finding';
import { Memo } from '../base/memo';
import type { Article, Paragraph } from '../article/article';
import { countHan, isCloser, withoutTrailing, isFinalMark, isSpace } from '../article/characters';
import type { Language } from '../language/language';
import { cutAt, type Cut } from './completeness';

export interface CutSpot {
  readonly start: number;
  readonly end: number;
  readonly severity: Severity;
  readonly message: () => string;
}

/** Endings by which an excerpt says that it is one: cut on purpose. */
const EXCERPT = /(?:未完(?:待续)?|待续|详(?:见|细)?全文|查看全文|阅读全文|全文(?:见|详见|阅读|链接)|下转第?[\u4e00-\u9fff\d]{1,4}版?|更多(?:内容|详情)(?:见|请看)?|详(?:见|细)(?:内容|报道)?|节选|摘录|略|more)$/i;

const cuts = new Memo<{ readonly cut: Cut | null }>();

/** @returns spots in order; empty when nothing breaks off */
export function findTruncated(article: Article, language: Language): readonly CutSpot[] {
  const { paragraphs, reading } = article, { folded } = reading;
  const bodies = paragraphs.filter(paragraph => paragraph.blocks[0]!.kind === 'body');
  const unmarked = bodies.filter(paragraph => endsOpen(paragraph, folded));
  // Where most paragraphs go without a final mark, its lack tells nothing.
  const stops = bodies.reduce((sum, { sentences }) => sum + sentences.length - 1, 0);
  const marksUsual = unmarked.length * 2 <= bodies.length || bodies.length < 3 || stops * 2 >= bodies.length;
  const spots: CutSpot[] = [];
  paragraphs.forEach((paragraph, index) => {
    const excerpt = excerptOf(paragraph, folded);
    if (excerpt) { spots.push(excerpt); return; }
    if (!endsOpen(paragraph, folded)) return;
    const following = paragraphs[index + 1];
    if (following && excerptOf(following, folded) && following.end - following.start < 16) return;
    const spot = spotOf(paragraph, folded, marksUsual, language);
    if (spot) spots.push(spot);
  });
  return spots;
}

/** The paragraph ends without a mark that could end it. Asides such as （记者 王海） behind a full stop end it too. */
function endsOpen({ start, end, sentences }: Paragraph, folded: string): boolean {
  const last = sentences[sentences.length - 1]!;
  if (last.terminator !== '') return false;
  let i = end - 1;
  while (i > start && (isSpace(folded.charCodeAt(i)) || folded[i] === '"' || folded[i] === "'" || isCloser(folded.charCodeAt(i)))) i--;
  if (isFinalMark(folded.charCodeAt(i)) || ':;…~-'.includes(folded[i]!)) return false;
  const text = folded.slice(last.start, end);
  if (/^[([【].*[)\]】]$/s.test(text) && text.length <= 60) return false;
  return !/[\w/.@]$/.test(text) && !/^https?:/.test(text);
}

function spotOf(paragraph: Paragraph, folded: string, marksUsual: boolean, language: Language): CutSpot | null {
  const heading = paragraph.blocks[0]!.kind === 'heading';
  const last = paragraph.sentences[paragraph.sentences.length - 1]!;
  const line = folded.slice(Math.max(paragraph.start, last.start - 40), paragraph.end), sentence = last.start - Math.max(paragraph.start, last.start - 40);
  const { cut } = cuts.get(`${sentence}:${line}`, () => ({ cut: cutAt(line, sentence, language) }));
  if (!cut) return null;
  if (heading) return cut.certain && cut.kind !== 'mid-clause' && (cut.kind !== 'mid-word' || countHan(line) >= 6) ? spot(paragraph, folded, cut, 'warning') : null;
  // Running text is what has sentences or clauses before; a short line by itself may be a label.
  const running = paragraph.sentences.length > 1 || /[,;]/.test(line) || countHan(line) >= 24;
  if (cut.certain) return running || cut.kind !== 'mid-clause' ? spot(paragraph, folded, cut, 'warning') : spot(paragraph, folded, cut, 'information');
  if (!marksUsual || !running) return null;
  return spot(paragraph, folded, cut, 'warning');
}

/** From the beginning of the last clause to the end of the line. */
function spot({ start, end }: Paragraph, folded: string, cut: Cut, severity: Severity): CutSpot {
  let from = end - 1;
  while (from > start && !',;:。!?、\n'.includes(folded[from - 1]!) && end - from < 24) from--;
  return { start: from, end, severity, message: () => message(cut) };
}

function message({ kind, stub, words, certain }: Cut): string {
  switch (kind) {
    case 'after-comma': return t('The line stops after a comma: the rest of the sentence is missing');
    case 'open-quote': return t('The line stops inside “{0}”, which is never closed', stub);
    case 'mid-word': return t('“{0}” begins {1}…; the line stops inside a word', stub, words.join(t(', ')));
    case 'mid-clause': return certain ? t('The line stops inside a clause: something must follow its last word') : t('The line ends without a final mark: it probably stops inside a sentence');
  }
}

function excerptOf(paragraph: Paragraph, folded: string): CutSpot | null {
  const last = paragraph.sentences[paragraph.sentences.length - 1]!;
  const from = Math.max(last.start, paragraph.end - 24), tail = folded.slice(from, paragraph.end), words = withoutTrailing(tail, ')]】>》»');
  const bare = EXCERPT.exec(words);
  const opened = bare && '([【<《'.includes(words[bare.index - 1] ?? ' ');
  const match = bare && { index: opened ? bare.index - 1 : bare.index, 0: opened ? tail.slice(bare.index - 1) : bare[0] };
  // The words alone (详细, 略) end sentences of running text too: a bracket, or a line of its own, makes them a sign.
  if (!match || (!/^[([【<]/.test(match[0]) && match[0].length < paragraph.end - paragraph.start && !/(?:未完|全文|下转|待续)/.test(match[0]))) return null;
  return { start: from + match.index, end: paragraph.end, severity: 'hint', message: () => t('An excerpt: the article goes on elsewhere') };
}
