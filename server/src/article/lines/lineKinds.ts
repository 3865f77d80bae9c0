/**
 * Kinds of lines that their own words give away, whatever stands around them: date lines, by-lines, captions, a
 * site's own. Look-up text without blanks around it.
 */
import { edged } from '../../base/edged';
import type { BlockKind } from '../article';
import { countHan, isDigit, isSpace } from '../characters';
import type { LineEnding } from './lineEnding';
import { siteLine } from './siteLines';

/** What is known of a line before it has a kind. */
export interface LineWords {
  /** Look-up text without blanks around it. */
  readonly body: string;
  readonly han: number;
  /** It holds more than a headline would: a full stop, several commas. */
  readonly running: boolean;
  readonly ending: LineEnding;
  readonly enumerated: boolean;
}

/** A kind and what gives it away, as a short stable word. */
export interface OwnKind {
  readonly kind: BlockKind;
  readonly reason: string;
}

/** A short line with what several rules ask of it. */
interface ShortLine extends LineWords {
  readonly dated: boolean;
  /** Han characters beside the date. */
  readonly besides: number;
  /** How many labels such as 来源: it has. */
  readonly labels: number;
}

interface LineRule<Line> extends OwnKind {
  readonly when: (line: Line) => boolean;
}

const DATE = String.raw`(?:(?:19|20)\d\d|[零一二三四五六七八九○〇]{4}|(?:中华)?民国\s*\d{2,3}|\d{2,3})\s*(?:[-./年]\s*)\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?|[二一][零一二三四五六七八九○〇]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日|\d{1,2}月\d{1,2}日`;
const HAS_DATE = new RegExp(DATE);
const BARE_DATE = new RegExp(`^[([]?(?:${DATE})`);
const DATE_FIRST = new RegExp(`^[([【]?(?:(?:发布|发表|更新|录入|上传|成文|印发)?(?:时间|日期|于)[: ]{0,3})?(?:${DATE})`);
const TIME_ONLY = edged(/^[\u4e00-\u9fff]{0,6}\d{1,2}[时:]\d{1,2}分?$/);
/** 自5月3日起, 5月3日晚,市委: the date belongs to a sentence. */
const DATE_OF_SENTENCE = /^[自从至截到据]|[日时分许晚午晨],/;
const DAY_OF_SENTENCE = /^[^,]{0,14}日(?:上午|下午|晚)?,/;
/** What happens on a day is news. */
const HAPPENS = /(?:召开|举行|印发|主持)/;
const SOMETHING_HAPPENS = /[\u4e00-\u9fff](?:召开|举行|主持|印发)/;
const NAME_OF_PAPER = edged(/^《[^《》]{2,14}(?:报|网|刊|周刊|日报|晚报)》$/);
/** 《江渚时报》2023-08-09 第一版: a paper, its day and its page; 第一版:要闻 总第3896期. */
const PAGE_OF_PAPER =
  /^(?:《?[\u4e00-\u9fff]{2,14}[报刊网》].{0,24}(?:第?\s?[\d一二三四五六七八九十a-z]{1,4}\s?版|第\s?\d{1,5}\s?期)[^,。;]{0,12}|第\s?[\d一二三四五六七八九十a-z]{1,4}\s?版\s*:[^,。;]{0,36})$/i;
const LABEL =
  /(?:来源|作者|发布时间|发布日期|发稿时间|时间|日期|编辑|浏览|点击|字号|发布机构|信息来源|稿源|责任编辑|发布者|撰稿|文号|索引号|单位)\s*[::]/g;
const ISSUER_LABEL = edged(/^(?:发布|发文|供稿)(?:单位|机构|机关|局处)\s*:/);
const SOURCE_NAMED = /(?:[报网台刊社]|新闻|发布|融媒|客户端|记者|公众号|中心|局|处|室)(?:\s|$)/;
const OWN_REPORT = edged(/^本[报网台刊]讯/);
const ROLE =
  '(?:本[报网台刊]|[\\u4e00-\\u9fff]{2,12})?(?:实习|特约|见习|首席|全媒体|融媒体?)?(?:记者|通讯员|编辑|摄影|责任编辑|责编|校对|评论员|特约评论员|审核|值班(?:主任|编委|编辑|总编)|编审|终审|监制|总监制|主编|撰稿|撰文|文字|供稿|作者|制作|美编|总值班|策划|统筹|编校|一审|二审|三审|初审|复审|核稿|签发)';
const BYLINE = new RegExp(
  `^[([【]?(?:${ROLE})\\s*(?:[:/、|\\s]|$)|^[([【](?:${ROLE})|^[([【]?(?:文|图|文图|图文|文/图)\\s*[/:|]|^[([【]?(?:来源|信息来源|稿件来源|文章来源|供稿单位|稿源)\\s*[::]`,
);
/** 青川县气象台2024年7月2日16时35分发布 */
const ISSUED = new RegExp(`^[\\u4e00-\\u9fff]{3,20}?于?(?:${DATE})[^,。;!?]{0,14}(?:发布|印发|签发|更新|播发)$`);
/** 掌上青川 2023-10-02 09:15 发布于河南 */
const POSTED = /^[^,。;!?]{4,40}\d:\d\d\s*(?:发布|发表)于[\u4e00-\u9fff]{2,6}$/;
/** ■ 郝强 */
const SIGNED = /^[□■◎●○]\s?[\u4e00-\u9fff]{2,4}$/;
const BYLINE_SIGN = /^[□■◎●○▲△]\s*/;
/** 记者:… with a sentence behind it is a question of an interview. */
const LABELLED_SENTENCE = /:[^:]*,|:[\u4e00-\u9fff]{11}/;
/** 市委书记 王海, below the title of a speech. */
const SPEAKER =
  /^[\u4e00-\u9fff、]{1,20}(?:书记|[市县区省州镇乡局厅部处院校会行司署]长|主任|主席|总理|代表|委员)\s+[\u3400-\u9fff·]{1,3}\s?[\u3400-\u9fff]{1,3}$/;
const REPORTER = /^(?:[\u4e00-\u9fff]{2,12}(?:记者|通讯员)|读者)\s+[\u4e00-\u9fff·\s]{2,16}$/;
const CAPTION = edged(
  /(?:摄影?|供图|图片?)(?:\)|\]|】)?$|^(?:图(?:为|片?\d*\s*[:说]|[一二三四五六七八九十\d]+\s*[:、])|[▲△↑]|上图|下图|左图|右图|资料图|\(?(?:图片来源|资料图))/,
);
const CAPTION_WORD = /(?:现场|合影|记者|摄|通讯员|供图|资料|图片)/;
const PICTURE_CREDIT = edged(/\([\u4e00-\u9fff\s]{2,12}(?:提供|供图|摄)\)$/);
const CAPTION_START = edged(/^(?:图为|▲|△)/);
/** 表1　主要指标, above a table. */
const TABLE_CAPTION = edged(/^(?:附?表|图)\s*[\d一二三四五六七八九十]{1,3}(?:-\d{1,2})?[\s:.、][^,。;]{2,40}$/);
const ATTACHMENT = edged(/^附件?\s*(?:(?:\d+|[一二三四五六七八九十]+)\s*)?(?:[::]|$)/);
/** （此件公开发布） */
const DISCLOSURE = edged(/^\(此件[\u4e00-\u9fff]{2,8}\)$/);
/** 责任领导：周海　完成时限：3月底 */
const LABELLED_VALUES = /^[\u4e00-\u9fff]{2,8}:\s?[^\s:,。]{1,30}(?:\s+[\u4e00-\u9fff]{2,8}:\s?[^\s:,。]{1,30}){1,5}$/;
const TABLE_GAP = /\S(?:\t|\s{2,}|\s*\|\s*)(?=\S)/g;

/** Longest line around an article, in UTF-16 units. */
const LONGEST_SHORT = 90;
/** Longest caption, in UTF-16 units. */
const LONGEST_CAPTION = 120;
/** Longest row of a table, in UTF-16 units. */
const LONGEST_TABLE_ROW = 160;
/** How many Han characters may stand beside a date that has a line to itself: the place. */
const PLACE = 6;
/** How many Han characters may stand beside the date with which a line begins: the source. */
const SOURCE = 30;
/** Longest line that gives a date and a source without labels, in Han characters. */
const SOURCE_LINE = 24;
/** Longest line that gives a paper’s own report and its date, in Han characters. */
const DATELINE = 12;
/** Longest by-line, in Han characters. */
const LONGEST_BYLINE = 40;

/** Lines around an article; the first rule that fits decides. */
const SHORT_LINES: readonly LineRule<ShortLine>[] = [
  { kind: 'byline', reason: 'source', when: ({ body }) => NAME_OF_PAPER.test(body) },
  { kind: 'date-line', reason: 'page-of-paper', when: ({ body, ending, dated }) => dated && ending === 'none' && PAGE_OF_PAPER.test(body) },
  {
    kind: 'date-line',
    reason: 'place-and-date',
    when: ({ body, ending, dated, besides }) =>
      dated && ending === 'none' && besides <= PLACE && !DATE_OF_SENTENCE.test(body) && !HAPPENS.test(body),
  },
  { kind: 'date-line', reason: 'issued', when: ({ body, dated }) => dated && ISSUED.test(body) },
  { kind: 'date-line', reason: 'time', when: ({ body }) => TIME_ONLY.test(body) },
  { kind: 'byline', reason: 'signed', when: ({ body }) => SIGNED.test(body) },
  {
    kind: 'date-line',
    reason: 'date',
    when: ({ body, ending, dated, besides }) =>
      dated &&
      ending !== 'final' &&
      ending !== 'comma' &&
      besides <= SOURCE &&
      DATE_FIRST.test(body) &&
      !DAY_OF_SENTENCE.test(body) &&
      !SOMETHING_HAPPENS.test(body),
  },
  {
    kind: 'date-line',
    reason: 'labelled-date',
    when: ({ ending, enumerated, dated, labels }) => dated && labels > 0 && ending !== 'final' && !enumerated,
  },
  { kind: 'date-line', reason: 'labelled-source', when: ({ body }) => ISSUER_LABEL.test(body) },
  { kind: 'date-line', reason: 'labels', when: ({ labels }) => labels > 1 },
  {
    kind: 'date-line',
    reason: 'date-and-source',
    when: ({ body, han, ending, dated }) => dated && ending === 'none' && han <= SOURCE_LINE && /\s/.test(body) && SOURCE_NAMED.test(body),
  },
  {
    kind: 'date-line',
    reason: 'dateline',
    when: ({ body, han, ending, dated }) => dated && ending === 'none' && han <= DATELINE && OWN_REPORT.test(body),
  },
  {
    kind: 'byline',
    reason: 'by-line',
    when: ({ body, han, ending }) =>
      han <= LONGEST_BYLINE && ending !== 'final' && BYLINE.test(body.replace(BYLINE_SIGN, '')) && !LABELLED_SENTENCE.test(body),
  },
  { kind: 'byline', reason: 'speaker', when: ({ body }) => SPEAKER.test(body) },
  { kind: 'byline', reason: 'by-line', when: ({ body }) => REPORTER.test(body) },
  {
    kind: 'caption',
    reason: 'caption',
    when: ({ body, ending }) =>
      TABLE_CAPTION.test(body) || PICTURE_CREDIT.test(body) || (ending !== 'comma' && CAPTION.test(body) && CAPTION_WORD.test(body)),
  },
];

const ANY_LINES: readonly LineRule<LineWords>[] = [
  { kind: 'date-line', reason: 'place-of-posting', when: ({ body }) => POSTED.test(body) },
  { kind: 'signature', reason: 'disclosure', when: ({ body }) => DISCLOSURE.test(body) },
  { kind: 'attachment', reason: 'attachment', when: ({ body }) => ATTACHMENT.test(body) },
  { kind: 'caption', reason: 'caption', when: ({ body }) => body.length <= LONGEST_CAPTION && CAPTION_START.test(body) },
  {
    kind: 'table-row',
    reason: 'columns',
    when: ({ body, running }) => !running && body.length <= LONGEST_TABLE_ROW && (body.match(TABLE_GAP)?.length ?? 0) >= 2,
  },
  { kind: 'list-row', reason: 'labels', when: ({ body, running, ending }) => !running && ending === 'none' && LABELLED_VALUES.test(body) },
  { kind: 'list-row', reason: 'items', when: ({ body, ending }) => ending === 'none' && isRowOfItems(body) },
];

/** @returns null where the words alone do not tell */
export function ownKind(line: LineWords): OwnKind | null {
  const { body, han, running, ending } = line;
  if (body.length === 0) return { kind: 'blank', reason: 'blank' };
  if (han === 0) return ending === 'final' || ending === 'comma' || ending === 'semicolon' ? null : bareKind(body);
  const site = siteLine(body, running && ending === 'final');
  if (site !== null) return { kind: 'chrome', reason: site };
  return (body.length <= LONGEST_SHORT && !running ? firstThatFits(SHORT_LINES, shortLine(line)) : null) ?? firstThatFits(ANY_LINES, line);
}

function firstThatFits<Line>(rules: readonly LineRule<Line>[], line: Line): OwnKind | null {
  const rule = rules.find(({ when }) => when(line));
  return rule ? { kind: rule.kind, reason: rule.reason } : null;
}

function shortLine(line: LineWords): ShortLine {
  const date = HAS_DATE.exec(line.body);
  return { ...line, dated: date !== null, besides: line.han - countHan(date?.[0] ?? ''), labels: line.body.match(LABEL)?.length ?? 0 };
}

/** How many short items make a row. */
const ROW_ITEMS = 8;
/** Longest item of a row, in UTF-16 units. */
const LONGEST_ROW_ITEM = 12;

/** 丁一　马二（女）　王三…: names and other short items side by side, without a sentence around them. */
function isRowOfItems(body: string): boolean {
  // 李一（女，朝鲜族）
  const bare = body.replace(/\([^()]{0,12}\)/g, '');
  if (/[,。;:!?]/.test(bare)) return false;
  const items = bare.split(/[\s、]+/);
  return items.length >= ROW_ITEMS && items.every(item => item.length <= LONGEST_ROW_ITEM);
}

/** Lines of foreign text have so many letters; shorter ones are codes. */
const FOREIGN_TEXT = 40;

/** Lines without a single Han character: dates, addresses, ornaments, rubbish between paragraphs. */
function bareKind(body: string): OwnKind {
  if (BARE_DATE.test(body)) return { kind: 'date-line', reason: 'date' };
  if (/^[a-z]+:\/\/|^www\./i.test(body)) return { kind: 'chrome', reason: 'address' };
  let letters = 0;
  let digits = 0;
  let others = 0;
  for (let i = 0; i < body.length; i++) {
    const code = body.charCodeAt(i);
    if (isLetter(code)) letters++;
    else if (isDigit(code)) digits++;
    else if (!isSpace(code)) others++;
  }
  if (letters === 0 && /^([*=_~#+.-])\1{3,}$/.test(body)) return { kind: 'blank', reason: 'rule' };
  if (letters === 0) return { kind: 'chrome', reason: digits > 0 ? 'number' : 'ornament' };
  return others + digits > letters || letters < FOREIGN_TEXT
    ? { kind: 'chrome', reason: 'ascii' }
    : { kind: 'body', reason: 'foreign-language' };
}

const isLetter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code > 0xbf;
