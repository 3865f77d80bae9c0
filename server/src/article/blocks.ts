/** What each line of a page is: title, by-line, body, chrome …, with the reason. Reading offsets. */
import { commonEnd, commonStart } from '../base/common';
import type { CharacterModel } from '../language/characterModel';
import type { Reading } from '../reading/reading';
import type { BlockKind } from './article';
import type { DraftLine } from './draftLine';
import type { EnumeratorClass } from './enumerators';
import { clauseEnd, EVEN } from './flow';
import { headlineOdds } from './headline';
import { lineShape } from './lineShape';
import { lineText, type LineText } from './lineText';
import { markRunningHeads } from './pageBreaks';
import { findVerse } from './verse';
import { joinLines } from './wrapping';

/** Names of site sections as they stand above a headline. */
const SECTION_NAMES = /^(?:[\u4e00-\u9fff]{0,4}(?:新闻|要闻|时政|资讯|动态|政务|党建|公告|专题|快讯|头条|图片|视频|频道|栏目|专栏|导读|速览|速递|简讯|要目)(?:中心|频道|动态|快讯|网|栏目)?|首页|正文|新闻中心|政务公开|工作动态|通知公告|信息公开)$/;
/** The name of the site, alone on a line above everything. */
const SITE_NAME = /^[\u4e00-\u9fff]{2,12}(?:人民政府|政府网|门户网站|新闻网|[\u4e00-\u9fff]{2}网|日报|晚报|电视台|融媒体中心|政务网|信息网)$/;
/** 中共某市委员会文件, 某政办发〔2022〕37号: above or below the title, never the title. */
const DOCUMENT_HEAD = /(?:委员会|政府|办公室|[局厅部院]|公司|集团)文件$|^[\u4e00-\u9fff]{1,10}[[(]\d{4}[\])]第?\d{1,5}号$|^[\u4e00-\u9fff]{1,10}\d{4}年?第?\d{1,5}号$/;
const SALUTATION = /^(?:同志们|各位[\u4e00-\u9fff、]{0,20}|尊敬的.{1,40}|女士们.{0,20}|朋友们.{0,10}|[\u4e00-\u9fff()、,\s]{4,80})[::,!]$/;
/** The titles of speeches; who gives one stands below it. */
const SPEECH_TITLE = /(?:讲话|致辞|发言|演讲|寄语|献词|报告|述职)(?:\([^()]{1,10}\))?$/;
/** Sections whose pages hold short news. */
const DIGEST = /(?:要闻|导读|速览|速递|简讯|要目|快讯|资讯|动态|新闻)$/;
/** A headline that goes on below: …调研时强调. */
const GOES_ON = /(?:强调|指出|要求|提出)$/;
const ORGAN_END = /(?:局|委|委员会|办公室|政府|厅|部|院|会|公司|中心|指挥部|领导小组|处|署|支队|总队|大队|银行|法院|检察院|学校|大学|集团|站|所|馆|社|组)$/;
const CUT_HINT = /[\u4e00-\u9fff](?:要|将|对|和|的|在|为|把|与|及|以|是|从|向|被|等)$/;
/** In the tail a line without punctuation that speaks of an order or report is a cut paragraph, not a link. */
const SPEAKS = /(?:指出|强调|要求|表示|会议|必须|务必)/;

/** Longest second line of a headline, in Han characters. */
const LONGEST_SECOND_LINE = 30;
/** Evidence (log odds) that a line of the head below the title is a headline too. */
const BELOW_TITLE = 1;
/** How much less a number speaks for a headline where it stands before sentences. */
const NUMBERED_SENTENCE = 3.5;
/** Evidence that makes a line with a label a headline all the same. */
const SURE = 2;

/** The lines of an earlier version of a text, for taking over what did not change. */
export interface EarlierLines {
  readonly text: string;
  readonly lines: readonly DraftLine[];
}

/** The lines with their kinds and joints; for `paragraphs.ts`. */
export function decideLines(reading: Reading, model: CharacterModel, before: EarlierLines | null = null): readonly DraftLine[] {
  const lines = splitLines(reading, before);
  markRunningHeads(lines);
  joinLines(lines, model);
  const first = lines.findIndex((line, i) => isBodyLike(line, i));
  decideVerse(lines);
  if (first >= 0) {
    decideHead(lines, first, model);
    let last = first;
    for (let i = first; i < lines.length; i++) if (isBodyLike(lines[i]!, i)) last = i;
    decideMiddle(lines, first, last, model);
    decideTail(lines, last, model);
    headDigest(lines);
  } else decideHead(lines, lines.length, model);
  return lines;
}

function splitLines({ text, folded }: Reading, before: EarlierLines | null): DraftLine[] {
  const lines: DraftLine[] = [];
  const { head, tail, shift } = before ? unchanged(before, text) : { head: 0, tail: 0, shift: 0 };
  for (let i = 0; i < head; i++) lines.push(fresh(before!.lines[i]!.content, i, before!.lines[i]!.start, before!.lines[i]!.end));
  const firstOfTail = before && tail > 0 ? before.lines[before.lines.length - tail]!.start + shift : text.length + 1;
  for (let at = head > 0 ? before!.lines[head]!.start : 0; at < firstOfTail;) {
    let next = text.indexOf('\n', at);
    if (next < 0) next = text.length;
    const end = next > at && text.charCodeAt(next - 1) === 0x0d ? next - 1 : next;
    lines.push(fresh(lineText(text.slice(at, end), folded.slice(at, end)), lines.length, at, end));
    at = next + 1;
  }
  if (before) for (let i = before.lines.length - tail; i < before.lines.length; i++) lines.push(fresh(before.lines[i]!.content, lines.length, before.lines[i]!.start + shift, before.lines[i]!.end + shift));
  return lines;
}

function fresh(content: LineText, line: number, start: number, end: number): DraftLine {
  const shape = lineShape(content);
  return { line, start, end, content, shape, folded: shape.prose.folded, kind: shape.own?.kind ?? null, reason: shape.own?.reason ?? '', joinsNext: false, wrapped: false };
}

/** How many lines at the beginning and at the end of a text an earlier version has too, and by how much the latter have moved. */
function unchanged({ text: old, lines }: EarlierLines, text: string): { head: number; tail: number; shift: number } {
  const shift = text.length - old.length, same = commonStart(old, text), sameEnd = commonEnd(old, text, same);
  let head = 0, tail = 0;
  // A line counts when its line break, and the unit before it at the tail, lie in the common part too.
  while (head + 1 < lines.length && lines[head + 1]!.start <= same) head++;
  while (tail < lines.length - head && lines[lines.length - 1 - tail]!.start > old.length - sameEnd) tail++;
  return { head, tail, shift };
}

function decide(line: DraftLine, kind: BlockKind, reason: string): void {
  line.kind = kind;
  line.reason = reason;
}

const undecided = (line: DraftLine): boolean => line.kind === null;

/** Running text that no headline, label or link would be. */
function isBodyLike(line: DraftLine, i: number): boolean {
  if (line.kind === 'body') return true;
  if (!undecided(line)) return false;
  const { shape } = line;
  if (shape.bullet && shape.ending !== 'final') return false;
  if (line.wrapped && (shape.han >= 8 || !line.joinsNext)) return true;
  if (shape.han >= 60 && (shape.running || shape.ending !== 'none')) return true;
  if ((shape.ending === 'comma' || shape.ending === 'open') && (shape.opening || shape.han >= 8)) return true;
  if (shape.opening && shape.han >= 6 && line.folded.includes(',')) return true;
  if (shape.opening && shape.han >= 14 && (shape.ending !== 'none' || /[,。;]/.test(line.folded))) return true;
  if (shape.stop && shape.han >= 3) return true;
  if (shape.ending === 'final' && shape.han >= 6) {
    return shape.running && shape.han >= 12 || (shape.enumerator !== null && shape.han >= 12) || line.wrapped;
  }
  if (SALUTATION.test(line.folded) && shape.han >= 3) return /^(?:同志们|各位|尊敬的|女士们|朋友们)/.test(line.folded) || i > 0;
  return shape.ending === 'semicolon' && shape.han >= 8;
}

function decideHead(lines: readonly DraftLine[], first: number, model: CharacterModel): void {
  let title = -1;
  // Issuing organs may stand above the title of a notice.
  const about = candidatesAbout(lines, first);
  // No headline stands above the trail of columns that leads to its page.
  const trail = lines.findLastIndex((line, i) => i < first && line.reason === 'site-navigation');
  const candidates: number[] = [];
  const headed = lines.slice(trail + 1, first).some(line => undecided(line) && line.shape.han >= 4);
  if (headed) for (let i = 0; i < trail; i++) if (undecided(lines[i]!)) decide(lines[i]!, 'chrome', 'above-navigation');
  for (let i = 0; i < first; i++) if (undecided(lines[i]!)) candidates.push(i);
  const menu = menuLines(lines, candidates);
  let seen = 0, dated = false;
  const lastMeta = lines.findLastIndex((line, i) => i < first && (line.kind === 'date-line' || line.kind === 'byline'));
  for (const i of candidates) {
    const line = lines[i]!, { shape } = line;
    if (menu.has(i)) { decide(line, 'chrome', 'menu'); continue; }
    if (candidates.length > 1 && DOCUMENT_HEAD.test(line.folded)) { decide(line, 'subtitle', 'document-head'); continue; }
    if (shape.bullet) { decide(line, 'chrome', 'link-list'); continue; }
    if (SECTION_NAMES.test(line.folded) && candidates.length > 1) { decide(line, 'chrome', 'section-name'); continue; }
    if (title < 0 && i < about && lines.slice(i, about).every(other => other.kind !== 'chrome')) {
      // 雪原县人民政府 above 关于…的通告: the title of a document names who issues it.
      const named = i + 1 === about && isIssuer(line) && lines[about]!.folded.startsWith('关于');
      decide(line, named ? 'title' : 'subtitle', 'issuer');
      continue;
    }
    if (title < 0 && candidates.length > 1 && i !== candidates[candidates.length - 1] && (SITE_NAME.test(line.folded) || (isOrgan(line) && lines.slice(0, first).some(({ kind }) => kind === 'chrome')))) { decide(line, 'chrome', 'site-name'); continue; }
    if (title >= 0 && i === title + 1 && (lines[title]!.joinsNext || GOES_ON.test(lines[title]!.folded) || isSecondLine(line, lines[title]!))) { decide(line, 'title', 'title-goes-on'); continue; }
    if (title < 0) {
      if (shape.han < 4 && candidates.length > 1) { decide(line, 'chrome', 'short-label'); continue; }
      decide(line, 'title', 'first-headline');
      title = i;
      continue;
    }
    for (; seen < i; seen++) if (seen > title && (lines[seen]!.kind === 'date-line' || lines[seen]!.kind === 'byline')) dated = true;
    // A numbered or short line right above the text, with the date or by-line between it and the title, heads a section.
    if (inList(lines, i)) decide(line, 'list-row', 'numbered');
    else if (shape.han <= 4 && shape.han >= 2 && SPEECH_TITLE.test(lines[title]!.folded)) decide(line, 'byline', 'speaker');
    else if (shape.enumerator !== null || (dated && shape.han <= 8 && !line.folded.includes(',') && i === candidates[candidates.length - 1])) decide(line, 'heading', shape.enumerator ? 'numbered' : 'above-body');
    else if (isLabelled(line, model)) decide(line, 'list-row', 'labelled');
    else if (i > lastMeta && headlineOdds(line, textBelow(lines, i), model) + (dated ? -1 : BELOW_TITLE) < 0) decide(line, 'body', 'running-text');
    else decide(line, 'subtitle', 'below-title');
  }
}

/** 雾灵市市场监督管理局: nothing but the name of an organ. */
const isOrgan = ({ shape, folded }: DraftLine): boolean => shape.han <= 16 && /^[\u4e00-\u9fff]+$/.test(folded) && /^[\u4e00-\u9fff]{2,5}[省市县区州镇乡]/.test(folded) && ORGAN_END.test(folded);

/** 中共临溪市委　临溪市人民政府: nothing but organs. */
const isIssuer = ({ shape, folded }: DraftLine): boolean => shape.han <= 40 && folded.split(/[\s、]+/).every(name => /^[\u4e00-\u9fff()]{3,24}$/.test(name) && (ORGAN_END.test(name) || /[省市县区州旗镇乡]委$/.test(name)));

/** A second line of the headline: no dash or bracket sets it apart, and it names nobody. */
function isSecondLine(line: DraftLine, title: DraftLine): boolean {
  const { shape, folded } = line;
  if (shape.ending !== 'none' || shape.enumerator !== null || shape.han < 8 || shape.han > LONGEST_SECOND_LINE || !/^[\u4e00-\u9fff"《\d]/.test(folded)) return false;
  if (title.shape.han < 6 || SPEECH_TITLE.test(title.folded) || isIssuer(line) || /(?:陪同|参加|出席|主持|讲话|列席|撰文)$|:/.test(folded)) return false;
  // 冉闵 喻世明 丁一: names.
  return !folded.split(/\s+/).every(word => word.length <= 4);
}

/** The line 关于…的通告 of the head, when others stand above it; -1 when there is none. */
function candidatesAbout(lines: readonly DraftLine[], first: number): number {
  return lines.findIndex((line, i) => i < first && undecided(line) && /^[\u4e00-\u9fff、()]{0,30}关于.{2,50}(?:通知|通告|公告|意见|决定|公示|方案|倡议书)(?:\([^()]{1,12}\))?$/.test(line.folded));
}

/** Three or more short words in a row, one per line, above the headline: a menu. */
function menuLines(lines: readonly DraftLine[], candidates: readonly number[]): ReadonlySet<number> {
  const menu = new Set<number>();
  let run: number[] = [];
  const close = (): void => { if (run.length >= 3) run.forEach(i => menu.add(i)); run = []; };
  candidates.forEach((i, k) => {
    if (lines[i]!.shape.han > 6 || lines[i]!.shape.ending !== 'none') { close(); return; }
    if (k > 0 && i - candidates[k - 1]! > 2) close();
    run.push(i);
  });
  close();
  return menu.size < candidates.length ? menu : new Set();
}

function decideVerse(lines: readonly DraftLine[]): void {
  for (const { from, to } of findVerse(lines)) {
    for (let i = from; i < to; i++) if (lines[i]!.shape.end > lines[i]!.shape.start) decide(lines[i]!, 'verse', 'even-lines');
  }
}

function decideMiddle(lines: readonly DraftLine[], first: number, last: number, model: CharacterModel): void {
  let above: BlockKind = 'body';
  const isSentence = ({ shape }: DraftLine): boolean => shape.han >= 8 && (shape.ending === 'final' || shape.ending === 'semicolon');
  // Where the items of the page are sentences, one without its mark is a cut one.
  const sentences = lines.some(line => line.shape.bullet && isSentence(line));
  const sentenceNumbers = numbersOfSentences(lines.slice(first, last + 1));
  for (let i = first; i <= last; i++) {
    const line = lines[i]!;
    if (line.kind === 'heading' || line.kind === 'body') above = line.kind;
    if (!undecided(line)) continue;
    const { shape } = line;
    const continues = i > 0 && lines[i - 1]!.joinsNext;
    if (continues) decide(line, above, 'joined-line');
    else if (shape.bullet) decide(line, isSentence(line) || (sentences && shape.han >= 8 && /[,;。]/.test(line.folded)) ? 'body' : 'list-row', 'bullet');
    else if (isBodyLike(line, i)) decide(line, 'body', 'running-text');
    else {
      const item = shape.enumerator !== null && sentenceNumbers.has(shape.enumerator.class);
      const odds = headlineOdds(line, textBelow(lines, i), model) - (item ? NUMBERED_SENTENCE : 0);
      if (inList(lines, i) && (!item || odds > 0)) { decide(line, 'list-row', 'numbered'); continue; }
      if (odds < SURE && isLabelled(line, model)) decide(line, 'list-row', 'labelled');
      else if (odds > 0) decide(line, 'heading', shape.enumerator ? 'numbered' : 'short-line');
      else if (shape.enumerator && !item && shape.han <= 12 && shape.ending === 'none' && !shape.running) decide(line, 'list-row', 'numbered');
      else decide(line, 'body', 'running-text');
    }
    if (line.kind === 'heading' || line.kind === 'body') above = line.kind;
  }
}

/** A numbered line with so many Han characters and a mark at its end is a sentence, no headline. */
const SENTENCE = 12;

/** The kinds of numbers that stand before sentences as a rule on this page: one among them that lacks its mark was cut. */
function numbersOfSentences(lines: readonly DraftLine[]): ReadonlySet<EnumeratorClass> {
  const marked = new Map<EnumeratorClass, number>(), bare = new Map<EnumeratorClass, number>();
  for (const { shape: { enumerator, ending, han } } of lines) {
    if (!enumerator) continue;
    if (ending === 'none') bare.set(enumerator.class, (bare.get(enumerator.class) ?? 0) + 1);
    else if (han >= SENTENCE && (ending === 'final' || ending === 'semicolon')) marked.set(enumerator.class, (marked.get(enumerator.class) ?? 0) + 1);
  }
  return new Set([...marked].filter(([kind, count]) => count >= 2 && count >= 2 * (bare.get(kind) ?? 0)).map(([kind]) => kind));
}

/** The number before or after stands on the line right above or below, and neither line is a sentence. */
function inList(lines: readonly DraftLine[], i: number): boolean {
  const { enumerator, ending, han, running } = lines[i]!.shape;
  if (!enumerator || ending !== 'none' || han > 30 || running) return false;
  return [lines[i - 1], lines[i + 1]].some(other => other?.shape.enumerator?.class === enumerator.class && Math.abs(other.shape.enumerator.value - enumerator.value) === 1 && other.shape.ending === 'none' && other.shape.han <= 30);
}

/** A label and its value: 时间：5月6日上午. What a speaker says is a sentence. */
function isLabelled({ shape, folded }: DraftLine, model: CharacterModel): boolean {
  const label = /^\(?[\u4e00-\u9fff\s·]{2,10}:\s*(?=\S)/.exec(folded);
  if (!label || shape.han > 30 || shape.ending !== 'none' || shape.running || SPEAKS.test(folded)) return false;
  const value = folded.slice(label[0].length);
  return value.length <= 8 || /\s/.test(value) || !/[\u4e00-\u9fff]/.test(value) || (!value.includes(',') && clauseEnd(model, value) >= EVEN);
}

/** Several headlines of one rank, each with its text, under the name of a section: that name is the title of the page. */
function headDigest(lines: readonly DraftLine[]): void {
  const name = lines.find(({ kind }) => kind !== 'blank'), first = lines.findIndex(({ kind }) => kind === 'title');
  if (name?.reason !== 'section-name' || !DIGEST.test(name.folded) || lines.slice(first + 1).find(({ kind }) => kind !== 'blank')?.kind !== 'body') return;
  if (lines.filter(({ reason }) => reason === 'short-line').length < 2) return;
  decide(lines[first]!, 'heading', 'short-line');
  decide(name, 'title', 'digest');
}

/** The next line that may be running text. */
function textBelow(lines: readonly DraftLine[], i: number): DraftLine | undefined {
  for (let at = i + 1; at < Math.min(lines.length, i + 6); at++) if (lines[at]!.kind === null || lines[at]!.kind === 'body') return lines[at];
  return undefined;
}

function decideTail(lines: readonly DraftLine[], last: number, model: CharacterModel): void {
  const rest = lines.slice(last + 1).filter(line => line.kind !== 'blank');
  if (rest.length === 0) return;
  let chrome = false, attached = false;
  rest.forEach((line, i) => {
    const { shape } = line;
    if (line.kind === 'chrome') { chrome = true; return; }
    if (line.kind === 'attachment') { attached = true; return; }
    if (line.kind === 'date-line' && !chrome) { decide(line, 'signature', 'closing-date'); return; }
    if (!undecided(line)) { if (chrome && line.kind !== 'byline') decide(line, 'chrome', 'trailing'); return; }
    if (chrome) { decide(line, 'chrome', shape.bullet ? 'link-list' : 'trailing'); return; }
    if (attached) { decide(line, shape.enumerator || isLabelled(line, model) ? 'list-row' : shape.han <= 30 ? 'signature' : 'attachment', 'after-attachment'); return; }
    const next = rest[i + 1];
    const dateFollows = next !== undefined && (next.kind === 'date-line' || /^\(?\d{4}年/.test(next.folded));
    if (shape.bullet || (rest.slice(i, i + 3).filter(other => undecided(other) && isLinkLike(other)).length === 3)) { decide(line, 'chrome', 'link-list'); chrome = true; return; }
    const complete = !shape.running && shape.ending === 'none' && !shape.opening && !CUT_HINT.test(line.folded);
    if (complete && shape.han <= 30 && (dateFollows || ORGAN_END.test(line.folded)) && !SPEAKS.test(line.folded)) decide(line, 'signature', 'closing-name');
    else if (inList(lines, line.line)) decide(line, 'list-row', 'numbered');
    else if (complete && next?.shape.enumerator && undecided(next)) decide(line, 'heading', 'above-list');
    else if (complete && shape.han <= 4) decide(line, 'signature', 'closing-name');
    else if (complete && shape.enumerator && shape.han <= 30) decide(line, 'list-row', 'numbered');
    else if (isLabelled(line, model)) decide(line, 'list-row', 'labelled');
    else if (complete && shape.han <= 14 && next?.shape.bullet) { decide(line, 'chrome', 'link-list'); chrome = true; }
    else if (complete && shape.han <= 20 && next?.kind === 'chrome') { decide(line, 'chrome', 'before-chrome'); chrome = true; }
    else decide(line, 'body', 'running-text');
  });
}

function isLinkLike({ shape, folded }: DraftLine): boolean {
  return shape.ending !== 'comma' && shape.ending !== 'final' && !shape.running && !shape.opening && shape.han >= 6 && shape.han <= 40 && !/^[\u4e00-\u9fff]{2,8}(?:指出|强调|要求),/.test(folded);
}
