/** `sentence.truncated`: lines that break off. Reading offsets; the messages say why. */
import { edged } from '../base/edged';
import { t } from '../base/localise';
import type { Severity } from '../base/finding';
import { perContent } from '../base/memo';
import type { Article, BlockKind, Paragraph } from '../article/article';
import { countHan, isCloser, isDigit, isHan, withoutTrailing, isFinalMark, isSpace } from '../article/characters';
import { enumeratorAt } from '../article/enumerators';
import { EVEN } from '../article/lines/flow';
import { ownKind } from '../article/lines/lineKinds';
import { OPENING } from '../article/lines/lineShape';
import { ORGAN_END } from '../article/lines/lineSigns';
import type { Prose } from '../article/prose';
import type { Language } from '../language/language';
import { cutAt, type Cut } from './completeness';
import { isNoProse } from './noProse';

/** The end of a line that breaks off. */
export interface CutSpot {
  readonly start: number;
  readonly end: number;
  readonly severity: Severity;
  readonly message: () => string;
}

/** Endings by which an excerpt says that it is one: cut on purpose. */
const EXCERPT =
  /(?:未完(?:待续)?|待续|详(?:见|细)?全文|查看全文|阅读全文|全文(?:见|详见|阅读|链接)|下转第?[\u4e00-\u9fff\d]{1,4}版?|更多(?:内容|详情)(?:见|请看)?|详(?:见|细)(?:内容|报道)?|节选|摘录|略|more)$/i;

/** From this probability that a clause ends on, it may well be complete. */
const COMPLETE_END = 0.015;
/** Where so many of the paragraphs have no final mark, the page does without them. */
const BARE_SHARE = 0.5;

/** What the words of a paragraph alone tell of its end. */
const endings = perContent((prose: Prose) => ({
  open: endsOpen(prose),
  excerpt: excerptAt(prose),
  cut: undefined as Cut | null | undefined,
}));

/** The lines that break off. @returns spots in order; empty when there are none */
export function findTruncated(article: Article, language: Language): readonly CutSpot[] {
  const { paragraphs } = article;
  const cutOf = (paragraph: Paragraph): Cut | null => {
    const { prose } = paragraph.words;
    const ending = endings(prose);
    if (ending.cut === undefined) ending.cut = cutAt(prose.folded, prose.sentences[prose.sentences.length - 1]!.start, language);
    return ending.cut;
  };
  // Where many paragraphs do without a final mark though they are complete, its lack tells nothing.
  const bodies = paragraphs.filter(paragraph => paragraph.blocks[0]!.kind === 'body');
  const unmarked = bodies.filter(paragraph => endings(paragraph.words.prose).open);
  const bare =
    unmarked.length > 1 &&
    unmarked.length >= bodies.length * BARE_SHARE &&
    unmarked.every(paragraph => (cutOf(paragraph)?.ends ?? 1) > COMPLETE_END);
  const spots: CutSpot[] = [];
  paragraphs.forEach((paragraph, index) => {
    const { words } = paragraph;
    const { prose } = words;
    const ending = endings(prose);
    if (ending.excerpt >= 0) {
      spots.push({
        start: words.toReading(ending.excerpt),
        end: paragraph.end,
        severity: 'hint',
        message: () => t('An excerpt: the article goes on elsewhere'),
      });
      return;
    }
    // …</p>: where markup closes the line, nothing was cut.
    if (!ending.open || article.reading.text[paragraph.end] === '<') return;
    const following = paragraphs[index + 1];
    if (following && isSaidBehind(article, paragraph, following)) return;
    if (following && following.end - following.start < 16 && endings(following.words.prose).excerpt >= 0) return;
    const cut = cutOf(paragraph);
    const severity = cut && severityOf(cut, prose, paragraph.blocks[0]!.kind === 'heading', bare);
    if (cut && severity)
      spots.push({ start: words.toReading(lastClause(prose)), end: paragraph.end, severity, message: () => message(cut) });
  });
  return spots;
}

/** 王海强调， alone on its line: what he says is the paragraph behind it, where nobody else begins to speak. */
function isSaidBehind({ attributions }: Article, { end }: Paragraph, following: Paragraph): boolean {
  const first = following.sentences[0]!;
  return (
    following.blocks[0]!.kind === 'body' &&
    attributions.some(saying => saying.end === end - 1) &&
    !attributions.some(saying => saying.start >= first.start && saying.start < first.end)
  );
}

/** A note below a table or text ends like a caption. */
const NOTE = /^\(?(?:注\d?|备注|附注|说明|数据来源|资料来源|图片来源|来源|单位)[:\d]/;

const RUN_IN_HEADING = edged(
  /^[一二三四五六七八九十]{1,3}、[\u4e00-\u9fff]{2,10}(?:工作|要求|措施|安排|内容|目标|任务|原则|范围|时间|情况|问题|职责|保障|步骤)$/,
);

/** 云门县人民政府办公室2024年4月19日, 完2024年6月20日（星期四）香港时间16时47分 */
const SIGNED =
  /^(.{0,48}?)(?:\d{4}年\d{1,2}月\d{1,2}日|[二〇零一三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)(?:\([^()]{1,8}\))?(?:[\s香港时间]{0,8}\d{1,2}[时:]\d{1,2}分?)?$/;
/** 摄影：甘草, 责任编辑 王海 and what else stands below an article. */
const BELOW_ARTICLE: ReadonlySet<BlockKind> = new Set<BlockKind>(['byline', 'caption', 'chrome']);

const LABELLED = /^[^,;:|丨>©/]*[\u4e00-\u9fff][:|丨>©/][^,;]+$/;

/** What follows the last sentence of a page on one line: a signature, a date, a by-line, what the site says. */
function isPageEnd(text: string): boolean {
  const signed = SIGNED.exec(text)?.[1]?.trim();
  if (signed !== undefined) return signed === '' || signed === '完' || ORGAN_END.test(signed);
  // Words alone may be the beginning of a sentence: 举报, 统筹.
  if (!LABELLED.test(text)) return false;
  const own = ownKind({ body: text, han: countHan(text), running: false, ending: 'none', enumerated: false });
  return own !== null && BELOW_ARTICLE.has(own.kind);
}

/** The prose ends without a mark that could end it. Asides such as （记者 王海） behind a full stop end it too. */
function endsOpen(prose: Prose): boolean {
  const { folded, sentences } = prose;
  const last = sentences[sentences.length - 1];
  if (!last || last.terminator !== '' || isNoProse(prose)) return false;
  let i = folded.length - 1;
  while (i > 0 && (isSpace(folded.charCodeAt(i)) || folded[i] === '"' || folded[i] === "'" || isCloser(folded.charCodeAt(i)))) i--;
  if (isFinalMark(folded.charCodeAt(i)) || ':;…~-'.includes(folded[i]!)) return false;
  const text = folded.slice(last.start);
  // …抓好防火工作。一、宣传培训工作: a heading that was run in.
  if (sentences.length > 1 && RUN_IN_HEADING.test(text)) return false;
  // 注：数据来源于县统计局，仅供参考
  if (sentences.length === 1 && NOTE.test(folded)) return false;
  if (text.length <= 60 && '([【'.includes(text[0]!) && ')]】'.includes(text[text.length - 1]!)) return false;
  if (sentences.length > 1 && isPageEnd(text)) return false;
  if (isDigit(folded.charCodeAt(i))) return lacksUnit(text);
  return !/[\w/.@]$/.test(text) && !/^https?:/.test(text);
}

/**
 * The text ends in a number of running text: what is counted is missing. Telephone and
 * document numbers, scores and labelled values are whole.
 */
function lacksUnit(text: string): boolean {
  const clause = text.slice(Math.max(text.lastIndexOf(','), text.lastIndexOf(';')) + 1);
  let from = clause.length;
  while (from > 0 && (isDigit(clause.charCodeAt(from - 1)) || clause[from - 1] === '.')) from--;
  return clause.length - from <= 6 && isHan(clause.charCodeAt(from - 1)) && countHan(clause) >= 2 && !clause.includes(':');
}

/** null when the line may well be whole. */
function severityOf(cut: Cut, { folded, sentences }: Prose, heading: boolean, bare: boolean): Severity | null {
  const last = folded.slice(Math.max(0, sentences[sentences.length - 1]!.start - 40));
  // What was taken for a heading ends like one; a number alone makes a heading of any line.
  if (heading) return cut.certain && cut.ends < EVEN && enumeratorAt(folded, 0) !== null ? 'warning' : null;
  // Running text is what has sentences or clauses before; a short line by itself may be a label.
  const running = sentences.length > 1 || /[,;]/.test(last) || OPENING.test(folded.slice(0, 40));
  if (cut.certain) return running || cut.kind !== 'mid-clause' ? 'warning' : 'information';
  if (running) return bare ? null : 'warning';
  return cut.ends < EVEN && countHan(folded) >= 6 ? 'information' : null;
}

/** Where the last clause begins, at most 24 characters before the end. */
function lastClause({ folded }: Prose): number {
  let from = folded.length - 1;
  while (from > 0 && !',;:。!?、'.includes(folded[from - 1]!) && folded.length - from < 24) from--;
  return from;
}

function message({ kind, stub, words, certain }: Cut): string {
  switch (kind) {
    case 'after-comma':
      return t('The line stops after a comma: the rest of the sentence is missing');
    case 'open-quote':
      return t('The line stops inside “{0}”, which is never closed', stub);
    case 'mid-word':
      return t('“{0}” begins {1}…; the line stops inside a word', stub, words.join(t(', ')));
    case 'after-number':
      return t('The line stops after a number: what it counts is missing');
    case 'mid-clause':
      return certain
        ? t('The line stops inside a clause: something must follow “{0}”', stub)
        : t('The line ends without a final mark: it probably stops inside a sentence');
  }
}

/** Where the words begin that say that this is an excerpt; -1 when there are none. */
function excerptAt({ folded, sentences }: Prose): number {
  const from = Math.max(sentences[sentences.length - 1]?.start ?? 0, folded.length - 24);
  const words = withoutTrailing(folded.slice(from), ')]】>》»');
  const match = EXCERPT.exec(words);
  if (!match) return -1;
  const opened = '([【<《'.includes(words[match.index - 1] ?? ' ');
  // Some of these words (详细, 略) end ordinary sentences too: only in brackets or on a line of their own do they tell anything.
  if (!opened && words.length < folded.length - from + 1 && match.index + from > 0 && !/未完|全文|下转|待续/.test(match[0])) return -1;
  return from + match.index - (opened ? 1 : 0);
}
