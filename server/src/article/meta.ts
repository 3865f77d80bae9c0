/** What the head of a page says about itself: title, date, source, author. Reading offsets. */
import type { Reading } from '../reading/reading';
import type { ArticleMeta, Block, MetaValue } from './article';
import { numberValue } from './enumerators';
import { wordsEnd, wordsStart } from './lines/margins';

const NUMERIC_DATE = /(?<!\d)((?:19|20)\d\d)\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})(?!\d)\s*日?/;
const ROC_DATE =
  /(?:中华)?民国\s*(\d{2,3})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日|(?<!\d)(\d{2,3})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?(?!\d)/;
const HAN_DATE = /([二一][零〇○一二三四五六七八九]{3})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/;
const SHORT_DATE = /(\d{1,2})月(\d{1,2})日/;
/**
 * How a line of the head names the source, the surest first: labelled; a reporter’s paper; a paper’s or agency’s dateline, in the head or
 * where the report opens; a title in book marks; the outlet; and what stands beside the date with nothing else.
 */
const SOURCES: readonly (readonly ['head' | 'opening', RegExp])[] = [
  ['head', /(?:来源|稿源|发布(?:机构|单位|机关|者|人)|发文(?:机关|单位)|[供撰]稿单位)\s*:\s*([^\s:|,;()[\]【】]{2,30})/],
  // 供稿：江枫 is who wrote it.
  ['head', /供稿\s*:\s*([^\s:|,;()[\]]{5,30}|[^\s:|,;()[\]]{1,3}[局处科办委院社站台])/],
  ['head', /^[□■◎●○▲△\s]*([\u4e00-\u9fff]{3,12})(?:记者|通讯员)\s/],
  ['head', /(?:^|\s)([\u4e00-\u9fff]{2,14}(?:[报网台社刊]|新闻|发布|融媒体?|融媒体中心|客户端|电视台|公众号|[时短快锐]评|评论))(?=\s|$)/],
  ['head', /^\s*([\u4e00-\u9fff]{3,20})\s+(?:(?:发布)?日期:\s*)?(?:(?:中华)?民国\s*)?\d[\d\s年月日:/.-]{5,24}$/],
  ['head', /^\s*([\u4e00-\u9fff]{3,20})\s+\d[\d\s年月日:/.-]{5,24}(?:发布|发表)于/],
  ['head', /^\s*\d[\d\s年月日:/.-]{5,24}\s([\u4e00-\u9fff]{3,20})\s*$/],
  ['head', /(《[^《》]{2,14}》)\s*\d{1,4}[-./年月]/],
  ['head', /^《([^《》]{2,14})》$/],
  ['head', /^\s*([\u4e00-\u9fff]{3,20}?)于?\d[\d\s年月日时分:/.-]{5,24}(?:联合)?(?:发布|印发|签发|更新|播发)\s*$/],
  ['opening', /^\s*([\u4e00-\u9fff]{2,8}(?:[日晚早时]报|新闻网|在线|融媒体?中心?))\s*\(\s*(?:记者|通讯员)/],
  [
    'opening',
    /^\s*(本[报网台刊]讯|(?!本[报网台刊])[\u4e00-\u9fff]{2,8}(?=讯[\s(])|[\u4e00-\u9fff]{2,6}社(?=[\u4e00-\u9fff]{2,8}\d{1,2}月\d{1,2}日电))/,
  ],
];
/** The organ that signs; where several do, the first one. */
const SIGNED = /^\s*([\u4e00-\u9fff()]{2,30}(?:局|委|委员会|办公室|政府|厅|部|指挥部|领导小组|院|公司|处|会|中心|大学|学校|银行))(?:\s|$)/;
const AUTHOR =
  /(?:作者|记者|通讯员|撰稿|文)\s*(?:[:/]\s*)?(?:记者\s*)?([\u3400-\u9fff·]{2,4}(?:[、\s]+(?!来源|点击|编辑|时间|浏览|发布|字号|摄影|通讯|责任)[\u3400-\u9fff·]{2,4}){0,3})/;

/** What is found in the head of the page, in its by-lines, and for the date also where the report opens or is signed. */
export function findMeta(reading: Reading, blocks: readonly Block[]): ArticleMeta {
  const { text, folded } = reading;
  const first = blocks.findIndex(block => block.kind === 'title');
  const title = blocks[first];
  let last = first;
  while (blocks[last + 1]?.kind === 'title') last++;
  const lines = blocks.filter(block => block.kind === 'date-line' || block.kind === 'byline');
  const body = blocks.find(block => block.kind === 'body');
  const opening = body ? [{ start: body.start, end: Math.min(body.end, body.start + 60) }] : [];
  const closing = blocks.filter(block => block.kind === 'signature');
  return {
    title: title ? onOneLine(valueAt(text, title.start, blocks[last]!.end)) : null,
    date: firstOf([...lines, ...closing, ...opening], spot => dateIn(folded.slice(spot.start, spot.end), spot.start, text)),
    source:
      firstOf(SOURCES, ([where, pattern]) =>
        firstOf(where === 'head' ? lines : [...lines, ...opening], spot => groupAt(pattern, folded, spot, text)),
      ) ?? firstOf(closing, spot => groupAt(SIGNED, folded, spot, text)),
    author: firstOf(lines, spot => groupAt(AUTHOR, folded, spot, text)),
  };
}

interface Spot {
  readonly start: number;
  readonly end: number;
}

function firstOf<S, T>(spots: readonly S[], find: (spot: S) => T | null): T | null {
  for (const spot of spots) {
    const value = find(spot);
    if (value !== null) return value;
  }
  return null;
}

function valueAt(text: string, start: number, end: number): MetaValue {
  const from = wordsStart(text, start, end);
  const to = wordsEnd(text, from, end);
  return { text: text.slice(from, to), start: from, end: to };
}

/** A headline on two lines. */
const onOneLine = (value: MetaValue): MetaValue => ({
  ...value,
  text: value.text
    .split('\n')
    .map(line => line.trim())
    .join(' '),
});

function groupAt(pattern: RegExp, folded: string, spot: Spot, text: string): MetaValue | null {
  const match = pattern.exec(folded.slice(spot.start, spot.end));
  if (!match) return null;
  const start = spot.start + match.index + match[0].lastIndexOf(match[1]!);
  return valueAt(text, start, start + match[1]!.length);
}

function dateIn(folded: string, offset: number, text: string): ArticleMeta['date'] {
  const value = (match: RegExpExecArray, year: number, month: number, day: number): ArticleMeta['date'] => {
    if (month < 1 || month > 12 || day < 1 || day > 31) return null;
    const iso = `${year > 0 ? year : '-'}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    return { ...valueAt(text, offset + match.index, offset + match.index + match[0].length), iso };
  };
  const numeric = NUMERIC_DATE.exec(folded);
  if (numeric) return value(numeric, Number(numeric[1]), Number(numeric[2]), Number(numeric[3]));
  const han = HAN_DATE.exec(folded);
  if (han)
    return value(
      han,
      Number([...han[1]!].map(digit => (/[零〇○]/.test(digit) ? 0 : numberValue(digit))).join('')),
      numberValue(han[2]!) ?? 0,
      numberValue(han[3]!) ?? 0,
    );
  // Years of the Republic of China: 111年 is 2022.
  const roc = ROC_DATE.exec(folded);
  if (roc) {
    const year = Number(roc[1] ?? roc[4]);
    if (year >= 60 && year <= 150) return value(roc, year + 1911, Number(roc[2] ?? roc[5]), Number(roc[3] ?? roc[6]));
  }
  const short = SHORT_DATE.exec(folded);
  return short ? value(short, 0, Number(short[1]), Number(short[2])) : null;
}
