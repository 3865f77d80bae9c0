/**
 * What one line looks like by itself, whatever stands around it: the ground on which `blocks.ts` decides what it is.
 * All patterns are matched against look-up text (simplified, full-width ASCII as ASCII, every quote as `"`).
 */
import { perContent } from '../base/memo';
import type { BlockKind } from './article';
import { BULLETS, countHan, isCloser, isColon, isComma, isDigit, isFinalMark, isHan, isOpener, isSemicolon, isSpace, skipSpaces, trimEnd, withoutTrailing } from './characters';
import { enumeratorAt, type Enumerator } from './enumerators';
import type { LineText } from './lineText';
import { Prose } from './prose';
import { siteLine } from './siteLines';

/** How a line ends: with a final mark, with a mark after which something must follow, or with none. */
export type LineEnding = 'final' | 'comma' | 'semicolon' | 'colon' | 'open' | 'none';

/** Offsets are relative to the line. */
export interface LineShape {
  /** The line without blanks around it. */
  readonly prose: Prose;
  /** Where its text begins and ends, without blanks around it; equal for a blank line. */
  readonly start: number;
  readonly end: number;
  readonly han: number;
  /** Display cells: two for a Han character or full-width mark, one for the rest; blanks at the end do not count. */
  readonly cells: number;
  readonly ending: LineEnding;
  /** It ends with a full stop, closing quotes aside. */
  readonly stop: boolean;
  /** A kind that the line's words alone give away, with the reason; null for the rest. */
  readonly own: { readonly kind: BlockKind; readonly reason: string } | null;
  readonly bullet: boolean;
  readonly enumerator: Enumerator | null;
  /** A full stop or more than one comma inside: running text rather than a headline. */
  readonly running: boolean;
  /** It opens like a report: 本报讯, 5月3日，, 新华社北京5月3日电, or a meeting or person that says something. */
  readonly opening: boolean;
}

export const lineShape = perContent(({ text, folded }: LineText): LineShape => shapeOf(text, folded));

const DATE = String.raw`(?:(?:19|20)\d\d|[零一二三四五六七八九○〇]{4}|(?:中华)?民国\s*\d{2,3}|\d{2,3})\s*(?:[-./年]\s*)\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?|[二一][零一二三四五六七八九○〇]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日|\d{1,2}月\d{1,2}日`;
const DATE_LINE = new RegExp(`^[([【]?(?:(?:发布|发表|更新|录入|上传|成文|印发)?(?:时间|日期|于)[: ]{0,3})?(?:${DATE})`);
const HAS_DATE = new RegExp(DATE);
/** 《江渚时报》2023-08-09 第一版: a paper, its day and its page. */
const PAGE_OF_PAPER = /^《?[\u4e00-\u9fff]{2,14}[报刊网》].{0,24}(?:第?\s?[\d一二三四五六七八九十a-z]{1,4}\s?版|第\s?\d{1,5}\s?期)[^,。;]{0,12}$/i;
const META_LABEL = /(?:来源|作者|发布时间|发布日期|发稿时间|时间|日期|编辑|浏览|点击|字号|发布机构|信息来源|稿源|责任编辑|发布者|撰稿|文号|索引号|单位)\s*[::]/g;
const ROLE = '(?:本[报网台刊]|[\\u4e00-\\u9fff]{2,12})?(?:实习|特约|见习|首席|全媒体|融媒体?)?(?:记者|通讯员|编辑|摄影|责任编辑|责编|校对|评论员|特约评论员|审核|值班(?:主任|编委|编辑|总编)|编审|终审|监制|总监制|主编|撰稿|撰文|文字|供稿|作者|制作|美编|总值班|策划|统筹|编校|一审|二审|三审|初审|复审|核稿|签发)';
const BYLINE = new RegExp(`^[([【]?(?:${ROLE})\\s*(?:[:/、|\\s]|$)|^[([【](?:${ROLE})|^(?:文|图|文图|图文|文/图)\\s*[/:|]|^(?:来源|信息来源|稿件来源|文章来源|供稿单位|稿源)\\s*[::]`);
const CAPTION = /(?:摄影?|供图|图片?)(?:\)|\]|】)?$|^(?:图(?:为|片?\d*\s*[:说]|[一二三四五六七八九十\d]+\s*[:、])|[▲△↑]|上图|下图|左图|右图|资料图|\(?(?:图片来源|资料图))/;
/** 表1　主要指标, above a table. */
const TABLE_CAPTION = /^(?:附?表|图)\s*[\d一二三四五六七八九十]{1,3}(?:-\d{1,2})?[\s:.、][^,。;]{2,40}$/;
const CAPTION_WORD = /(?:现场|合影|记者|摄|通讯员|供图|资料|图片)/;
const ATTACHMENT = /^附件?\s*(?:(?:\d+|[一二三四五六七八九十]+)\s*)?(?:[::]|$)/;
export const OPENING = /^(?:本[报网台刊](?:讯|北京|记者)|[\u4e00-\u9fff]{2,8}(?:讯|网讯|社\S{0,12}电)[\s((]|(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:至\d+日)?(?!起\s)(?:上午|下午|晚|,|[\u4e00-\u9fff])|(?:近日|日前|昨日|今日|连日来|当前|目前|[今昨]天|当日|当天)[,\u4e00-\u9fff]|会议(?:指出|强调|要求|认为|听取|传达|审议|研究|决定|由)|[\u4e00-\u9fff·]{2,12}(?:指出|强调|要求|表示|说)(?:[,:"]|$))/;
const TABLE_GAP = /\S(?:\t|\s{2,}|\s*\|\s*)(?=\S)/g;

function shapeOf(text: string, folded: string): LineShape {
  const start = skipSpaces(text, 0), end = trimEnd(text, start, text.length);
  const body = folded.slice(start, end), prose = new Prose(text.slice(start, end), body);
  const bullet = BULLETS.includes(text[start] ?? ' ') && end > start;
  const enumerator = bullet ? null : enumeratorAt(body, 0), from = enumerator?.end ?? 0;
  let han = 0, commas = 0, stops = 0, cells = start;
  for (let i = 0; i < body.length; i++) {
    const code = body.charCodeAt(i);
    cells += text.charCodeAt(start + i) < 0x2000 ? 1 : 2;
    if (isHan(code)) han++;
    else if (i < from || i === body.length - 1) continue;
    else if (isComma(code)) commas++;
    else if (isFinalMark(code)) stops++;
  }
  const opening = OPENING.test(body);
  const ending = endingOf(text, start, end);
  const closing = ending === 'final' ? withoutTrailing(body, '"\')]》').slice(-1) : '';
  const running = stops > 0 || commas > 1 || (opening && han > 8);
  return { prose, start, end, han, stop: closing === '。' || closing === '.', cells, ending, own: ownKind(prose.text, body, han, running, ending, enumerator !== null), bullet, enumerator, running, opening };
}

function endingOf(text: string, start: number, end: number): LineEnding {
  let i = end - 1;
  while (i >= start && isCloser(text.charCodeAt(i))) i--;
  if (i < start) return 'none';
  const code = text.charCodeAt(i);
  if (isFinalMark(code) || code === 0x2026 || code === 0x7e || code === 0xff5e) return 'final';
  // A Latin full stop closes a Chinese sentence on pages that lost their widths.
  if ((code === 0x2e || code === 0xff0e) && i > start && isHan(text.charCodeAt(i - 1))) return 'final';
  if (i < end - 1) return 'none';
  if (isComma(code) || code === 0x3001) return 'comma';
  if (isSemicolon(code)) return 'semicolon';
  if (isColon(code)) return 'colon';
  return isOpener(code) ? 'open' : 'none';
}

function ownKind(text: string, body: string, han: number, running: boolean, ending: LineEnding, enumerated: boolean): LineShape['own'] {
  if (text.length === 0) return { kind: 'blank', reason: 'blank' };
  if (han === 0) return ending === 'final' || ending === 'comma' || ending === 'semicolon' ? null : bareKind(body);
  const site = siteLine(body, running && ending === 'final');
  if (site !== null) return { kind: 'chrome', reason: site };
  if (body.length <= 90 && !running) {
    if (/^《[^《》]{2,14}(?:报|网|刊|周刊|日报|晚报)》$/.test(body)) return { kind: 'byline', reason: 'source' };
    if (ending === 'none' && PAGE_OF_PAPER.test(body) && HAS_DATE.test(body)) return { kind: 'date-line', reason: 'page-of-paper' };
    if (HAS_DATE.test(body) && ending === 'none' && han - countHan(HAS_DATE.exec(body)![0]) <= 6 && !/^[自从至截到]|日,/.test(body) && !/(?:召开|举行|印发|主持)/.test(body)) return { kind: 'date-line', reason: 'place-and-date' };
    if (/^[\u4e00-\u9fff]{0,6}\d{1,2}[时:]\d{1,2}分?$/.test(body)) return { kind: 'date-line', reason: 'time' };
    if (DATE_LINE.test(body) && !/^[^,]{0,14}日(?:上午|下午|晚)?,/.test(body) && han - countHan((HAS_DATE.exec(body) ?? [''])[0]) <= 30 && ending !== 'final' && ending !== 'comma' && !/[\u4e00-\u9fff](?:召开|举行|主持|印发)/.test(body)) return { kind: 'date-line', reason: 'date' };
    const labels = body.match(META_LABEL);
    if (labels && ending !== 'final' && !enumerated && HAS_DATE.test(body)) return { kind: 'date-line', reason: 'labelled-date' };
    if (/^(?:发布|发文|供稿)(?:单位|机构|机关|局处)\s*:/.test(body)) return { kind: 'date-line', reason: 'labelled-source' };
    if (labels && labels.length >= 2) return { kind: 'date-line', reason: 'labels' };
    if (HAS_DATE.test(body) && /\s/.test(body) && han <= 24 && ending === 'none' && /(?:[报网台社刊]|新闻|发布|融媒|客户端|记者|公众号|中心|局|处|室)(?:\s|$)/.test(body)) return { kind: 'date-line', reason: 'date-and-source' };
    if (ending === 'none' && /^本[报网台刊]讯/.test(body) && HAS_DATE.test(body) && han <= 12) return { kind: 'date-line', reason: 'dateline' };
    if (BYLINE.test(body.replace(/^[□■◎●○▲△]\s*/, '')) && han <= 40 && ending !== 'final' && !/:[^:]*,|:[\u4e00-\u9fff]{11}/.test(body)) return { kind: 'byline', reason: 'by-line' };
    if (/^[\u4e00-\u9fff、]{1,20}(?:书记|[市县区省州镇乡局厅部处院校会行司署]长|主任|主席|总理|代表|委员)\s+[\u3400-\u9fff·]{1,3}\s?[\u3400-\u9fff]{1,3}$/.test(body)) return { kind: 'byline', reason: 'speaker' };
    if (/^[\u4e00-\u9fff]{2,12}(?:记者|通讯员)\s+[\u4e00-\u9fff·\s]{2,16}$/.test(body)) return { kind: 'byline', reason: 'by-line' };
    if (TABLE_CAPTION.test(body) || /\([\u4e00-\u9fff\s]{2,12}(?:提供|供图|摄)\)$/.test(body) || (CAPTION.test(body) && CAPTION_WORD.test(body) && ending !== 'comma')) return { kind: 'caption', reason: 'caption' };
  }
  if (ATTACHMENT.test(body)) return { kind: 'attachment', reason: 'attachment' };
  if (body.length <= 120 && /^(?:图为|▲|△)/.test(body)) return { kind: 'caption', reason: 'caption' };
  if (!running && body.length <= 160 && (body.match(TABLE_GAP)?.length ?? 0) >= 2) return { kind: 'table-row', reason: 'columns' };
  if (ending === 'none' && isRowOfItems(body)) return { kind: 'list-row', reason: 'items' };
  return null;
}

/** How many items make a row of their own, and how long the longest may be. */
const ROW_ITEMS = 8, LONGEST_ROW_ITEM = 12;

/** 丁一　马二（女）　王三…: names and other short items side by side, without a sentence around them. */
function isRowOfItems(body: string): boolean {
  // 李一（女，朝鲜族）
  const bare = body.replace(/\([^()]{0,12}\)/g, '');
  if (/[,。;:!?]/.test(bare)) return false;
  const items = bare.split(/[\s、]+/);
  return items.length >= ROW_ITEMS && items.every(item => item.length <= LONGEST_ROW_ITEM);
}

/** Lines without a single Han character: dates, addresses, ornaments, rubbish between paragraphs. */
function bareKind(body: string): LineShape['own'] {
  if (new RegExp(`^[([]?(?:${DATE})`).test(body)) return { kind: 'date-line', reason: 'date' };
  if (/^[a-z]+:\/\/|^www\./i.test(body)) return { kind: 'chrome', reason: 'address' };
  let letters = 0, digits = 0, others = 0;
  for (let i = 0; i < body.length; i++) {
    const code = body.charCodeAt(i);
    if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code > 0xbf) letters++;
    else if (isDigit(code)) digits++;
    else if (!isSpace(code)) others++;
  }
  if (letters === 0 && /^([*=_~#+.-])\1{3,}$/.test(body)) return { kind: 'blank', reason: 'rule' };
  if (letters === 0) return { kind: 'chrome', reason: digits > 0 ? 'number' : 'ornament' };
  return others + digits > letters || letters < 40 ? { kind: 'chrome', reason: 'ascii' } : { kind: 'body', reason: 'foreign-language' };
}
