/** The head of a page, above its running text: the title and what stands around it. */
import { edged } from '../../base/edged';
import type { CharacterModel } from '../../language/characterModel';
import { decide, decideBy, undecided, type DraftLine, type LineRule } from './draftLine';
import { headlineOdds } from './headline';
import { AGENDA, inList, isLabelled, ORGAN_END, textBelow } from './lineSigns';

/** Names of site sections as they stand above a headline. */
const SECTION_NAMES = edged(
  /^(?:[\u4e00-\u9fff]{0,4}(?:新闻|要闻|时政|资讯|动态|政务|党建|公告|专题|快讯|头条|图片|视频|频道|栏目|专栏|导读|速览|速递|简讯|要目)(?:中心|频道|动态|快讯|网|栏目)?|首页|正文|新闻中心|政务公开|工作动态|通知公告|信息公开)$/,
);
/** The name of the site, alone on a line above everything. */
const SITE_NAME = edged(
  /^[\u4e00-\u9fff]{2,12}(?:人民政府|政府网|门户网站|新闻网|[\u4e00-\u9fff]{2}网|日报|晚报|电视台|融媒体中心|政务网|信息网)$|^[\u4e00-\u9fff]{2,4}(?:之窗|在线|视窗|之声|发布|热线|融媒|传媒)$/,
);
/** (会议现场): what a picture shows that is not there. */
const BRACKETED = edged(/^\([^()]{2,20}\)$/);
/** 中共某市委员会文件, 某政办发〔2022〕37号: above or below the title, never the title. */
const DOCUMENT_HEAD = edged(
  /(?:委员会|政府|办公室|[局厅部院]|公司|集团)文件$|^[\u4e00-\u9fff]{1,10}[[(]\d{4}[\])]第?\d{1,5}号$|^[\u4e00-\u9fff]{1,10}\d{4}年?第?\d{1,5}号$/,
);
/** The titles of speeches; who gives one stands below it. */
const SPEECH_TITLE = edged(/(?:讲话|致辞|发言|演讲|寄语|献词|报告|述职)(?:\([^()]{1,10}\))?$/);
/** A headline that goes on below: …调研时强调. */
const GOES_ON = /(?:强调|指出|要求|提出)$/;

/** Longest second line of a headline, in Han characters. */
const LONGEST_SECOND_LINE = 30;
/** Evidence (log odds) that a line right below the title is a headline too. */
const BELOW_TITLE = 1;
/** The same where a date stands between the two. */
const BELOW_DATE = -1;
/** Longest heading right above the running text, in Han characters. */
const LONGEST_HEADING = 8;
/** Longest name below the title of a speech, in Han characters. */
const LONGEST_NAME = 4;

/** The lines above the running text, and what has been found of them so far. */
interface Head {
  readonly lines: readonly DraftLine[];
  /** How many they are. */
  readonly length: number;
  readonly model: CharacterModel;
  /** More than one line may be the title. */
  readonly several: boolean;
  /** Index of the last line that may be the title. */
  readonly last: number;
  readonly menu: ReadonlySet<number>;
  /** The line 关于…的通告; -1 when there is none, or none above it could be the organ that issues it. */
  readonly document: number;
  /** Lines above it belong to the site, down to here. */
  readonly lastChrome: number;
  /** The last line with a date or a by-line; -1 when there is none. */
  readonly lastMeta: number;
  /** Where the title stands; -1 as long as it is not found. */
  title: number;
  /** A date or by-line stands below the title. */
  dated: boolean;
}

/** Whether an organ above the title of a document may stand at `i`. */
const aboveDocument = (i: number, { document, lastChrome }: Head): boolean => i < document && i > lastChrome;

/** • 州长木其尔在旗街社区强调…: who does what. */
const OFFICIAL_ACTS =
  /^\S\s*[\u4e00-\u9fff]{0,12}(?:书记|[省市县区州旗盟局厅]长|主席|主任)[\u4e00-\u9fff·]{2,4}(?:[在到率赴:]|主持|调研|检查|察看|夜查|督导|走访|深入|出席|会见|来到)/;
/** The page has no running text: its items are all it has. */
const nothingBelow = ({ lines, length }: Head): boolean => length === lines.length;

/** What is no title, wherever it stands. */
const ANYWHERE: readonly LineRule<Head>[] = [
  { kind: 'chrome', reason: 'menu', when: (_, i, { menu }) => menu.has(i) },
  { kind: 'subtitle', reason: 'document-head', when: ({ folded }, _, { several }) => several && DOCUMENT_HEAD.test(folded) },
  {
    kind: 'list-row',
    reason: 'bullet',
    when: ({ shape, folded }, _, head) => shape.bullet && nothingBelow(head) && OFFICIAL_ACTS.test(folded),
  },
  { kind: 'chrome', reason: 'link-list', when: ({ shape }) => shape.bullet },
  { kind: 'chrome', reason: 'section-name', when: ({ folded }, _, { several }) => several && SECTION_NAMES.test(folded) },
];

/** As long as there is no title; what no rule fits is it. */
const ABOVE_TITLE: readonly LineRule<Head>[] = [
  { kind: 'caption', reason: 'bracketed', when: ({ folded }) => BRACKETED.test(folded) },
  // 雪原县人民政府 above 关于…的通告: the title of a document names who issues it.
  {
    kind: 'title',
    reason: 'issuer',
    when: (line, i, head) =>
      aboveDocument(i, head) && i + 1 === head.document && isIssuer(line) && head.lines[head.document]!.folded.startsWith('关于'),
  },
  { kind: 'subtitle', reason: 'issuer', when: (_, i, head) => aboveDocument(i, head) },
  {
    kind: 'chrome',
    reason: 'site-name',
    when: (line, i, { several, last, lines, length }) =>
      several &&
      i !== last &&
      (SITE_NAME.test(line.folded) || (isOrgan(line) && lines.slice(0, length).some(({ kind }) => kind === 'chrome'))),
  },
  { kind: 'chrome', reason: 'short-label', when: ({ shape }, _, { several }) => several && shape.han < 4 },
  { kind: 'title', reason: 'first-headline', when: () => true },
];

/** How the title of a paper ends. */
const PAPER_END =
  /(?:通知|通告|公告|意见|决定|公示|方案|倡议书|函|批复|[答回]复|办法|规定|细则|报告|通报|请示|纪要|预案|要点|计划)(?:\([^()]{1,12}\))?$/;

/** 关于对某镇火灾隐患 / 实施挂牌督办的通知: the line ends the title that the lines right above it began. */
function endsPaperTitle(line: DraftLine, i: number, { lines, title }: Head): boolean {
  if (line.shape.han > LONGEST_SECOND_LINE || !PAPER_END.test(line.folded)) return false;
  let begun = false;
  for (let at = i - 1; at >= title; at--) {
    const { kind, folded } = lines[at]!;
    if (kind === 'blank') continue;
    if (kind !== 'title' || PAPER_END.test(folded)) return false;
    begun ||= /^[\u4e00-\u9fff、()]{0,30}关于/.test(folded);
  }
  return begun;
}

const BELOW: readonly LineRule<Head>[] = [
  { kind: 'title', reason: 'title-goes-on', when: endsPaperTitle },
  {
    kind: 'title',
    reason: 'title-goes-on',
    when: (line, i, { lines, title }) =>
      i === title + 1 && (lines[title]!.joinsNext || GOES_ON.test(lines[title]!.folded) || isSecondLine(line, lines[title]!)),
  },
  { kind: 'list-row', reason: 'numbered', when: (_, i, { lines }) => inList(lines, i) },
  {
    kind: 'byline',
    reason: 'speaker',
    when: ({ shape }, _, { lines, title }) => shape.han >= 2 && shape.han <= LONGEST_NAME && SPEECH_TITLE.test(lines[title]!.folded),
  },
  // A numbered or short line right above the text, with the date or by-line between it and the title, heads a section.
  { kind: 'heading', reason: 'numbered', when: ({ shape, folded }) => shape.enumerator !== null || AGENDA.test(folded) },
  {
    kind: 'heading',
    reason: 'above-body',
    when: ({ shape, folded }, i, { dated, last }) => dated && i === last && shape.han <= LONGEST_HEADING && !folded.includes(','),
  },
  { kind: 'list-row', reason: 'labelled', when: (line, _, { model }) => isLabelled(line, model) },
  {
    kind: 'body',
    reason: 'running-text',
    when: (line, i, { lines, lastMeta, dated, model }) =>
      i > lastMeta && headlineOdds(line, textBelow(lines, i), model) + (dated ? BELOW_DATE : BELOW_TITLE) < 0,
  },
  { kind: 'subtitle', reason: 'below-title', when: () => true },
];

/** @param length how many lines stand above the first one of running text */
export function decideHead(lines: readonly DraftLine[], length: number, model: CharacterModel): void {
  dropAboveTrail(lines, length);
  const candidates = lines
    .slice(0, length)
    .filter(undecided)
    .map(({ line }) => line);
  const document = documentTitle(lines, length);
  const head: Head = {
    lines,
    length,
    model,
    document,
    several: candidates.length > 1,
    last: candidates.at(-1) ?? -1,
    menu: menuLines(lines, candidates),
    lastChrome: lines.findLastIndex(({ kind }, i) => i < document && kind === 'chrome'),
    lastMeta: lines.findLastIndex((line, i) => i < length && isMeta(line)),
    title: -1,
    dated: false,
  };
  for (let i = 0; i < length; i++) {
    const line = lines[i]!;
    if (undecided(line) && !decideBy(ANYWHERE, line, i, head)) decideBy(head.title < 0 ? ABOVE_TITLE : BELOW, line, i, head);
    if (line.reason === 'first-headline') head.title = i;
    else if (head.title >= 0 && isMeta(line)) head.dated = true;
  }
  // What stands side by side above the title is no table: 长者版 | 便民网 | 12345.
  for (const line of lines.slice(0, Math.max(head.title, 0)))
    if (line.kind === 'table-row') decide(line, { kind: 'chrome', reason: 'menu' });
}

const isMeta = ({ kind }: DraftLine): boolean => kind === 'date-line' || kind === 'byline';

/** No headline stands above the trail of columns that leads to its page. */
function dropAboveTrail(lines: readonly DraftLine[], length: number): void {
  const trail = lines.findLastIndex((line, i) => i < length && line.reason === 'site-navigation');
  if (!lines.slice(trail + 1, length).some(line => undecided(line) && line.shape.han >= 4)) return;
  for (const line of lines.slice(0, Math.max(trail, 0))) if (undecided(line)) decide(line, { kind: 'chrome', reason: 'above-navigation' });
}

/** 雾灵市市场监督管理局: nothing but the name of an organ. */
const isOrgan = ({ shape, folded }: DraftLine): boolean =>
  shape.han <= 16 && /^[\u4e00-\u9fff]+$/.test(folded) && /^[\u4e00-\u9fff]{2,5}[省市县区州镇乡]/.test(folded) && ORGAN_END.test(folded);

/** 中共临溪市委　临溪市人民政府: nothing but organs. */
const isIssuer = ({ shape, folded }: DraftLine): boolean =>
  shape.han <= 40 &&
  folded
    .split(/[\s、]+/)
    .every(name => /^[\u4e00-\u9fff()]{3,24}$/.test(name) && (ORGAN_END.test(name) || /[省市县区州旗镇乡]委$/.test(name)));

/** A second line of the headline: no dash or bracket sets it apart, and it names nobody. */
function isSecondLine(line: DraftLine, title: DraftLine): boolean {
  const { shape, folded } = line;
  if (
    shape.ending !== 'none' ||
    shape.enumerator !== null ||
    shape.han < 8 ||
    shape.han > LONGEST_SECOND_LINE ||
    !/^[\u4e00-\u9fff"《\d]/.test(folded)
  )
    return false;
  if (title.shape.han < 6 || SPEECH_TITLE.test(title.folded) || isIssuer(line) || /(?:陪同|参加|出席|主持|讲话|列席|撰文)$|:/.test(folded))
    return false;
  // 冉闵 喻世明 丁一: names.
  return !folded.split(/\s+/).every(word => word.length <= 4);
}

/** 关于加强冰面安全管理的通告 */
const PAPER_TITLE = /^[\u4e00-\u9fff、()]{0,30}关于.{2,50}(?:通知|通告|公告|意见|决定|公示|方案|倡议书)(?:\([^()]{1,12}\))?$/;

/** The line 关于…的通告 of the head, when others stand above it; -1 when there is none. */
function documentTitle(lines: readonly DraftLine[], length: number): number {
  return lines.findIndex(
    (line, i) =>
      i < length &&
      undecided(line) &&
      (PAPER_TITLE.test(line.folded) ||
        (i + 1 < length && line.folded.startsWith('关于') && PAPER_TITLE.test(line.folded + lines[i + 1]!.folded))),
  );
}

/** Three or more short words in a row, one per line, above the headline: a menu. */
function menuLines(lines: readonly DraftLine[], candidates: readonly number[]): ReadonlySet<number> {
  const menu = new Set<number>();
  let run: number[] = [];
  const close = (): void => {
    if (run.length >= 3) run.forEach(i => menu.add(i));
    run = [];
  };
  candidates.forEach((i, k) => {
    if (lines[i]!.shape.han > 6 || lines[i]!.shape.ending !== 'none') {
      close();
      return;
    }
    if (k > 0 && i - candidates[k - 1]! > 2) close();
    run.push(i);
  });
  close();
  return menu.size < candidates.length ? menu : new Set();
}
