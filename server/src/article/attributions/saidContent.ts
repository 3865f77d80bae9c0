/** Where the words of a speaker begin: behind the verb, the number of points, the mark and the quote. Reading offsets; look-up text. */
import { UnitSet } from '../../base/unitSet';
import { isHan, isSpace } from '../characters';

/** 提出三点要求：— the content begins behind the colon; `verbEnd` where no number of points follows the verb. */
export function afterNumberOfPoints(folded: string, verbEnd: number): number {
  const rest = folded.slice(verbEnd, verbEnd + 28);
  const match =
    /^[^,。;:]{0,4}[一二三四五六几两][点个项](?:方面)?(?:的)?(?:工作)?(?:意见(?:建议|和建议)?|要求|安排|希望|部署|指示|建议)(?=[:。,])/.exec(
      rest,
    ) ??
    /^(?:以下|如下)?(?:[一二三四五六七八九十两几\d]{1,2}[点项条个方]面?)?(?:具体|明确|工作|殷切)?(?:要求|意见|希望|建议|看法|倡议|[\u4e00-\u9fff]{0,8})(?=:)/.exec(
      rest,
    ) ??
    /^了[^,;。!?:]{2,24}(?=:)/.exec(rest) ??
    // 作出部署。一要…
    /^(?=。)/.exec(rest);
  if (!match) return verbEnd;
  return verbEnd + match[0].length + (rest[match[0].length] === '。' ? 1 : 0);
}

/** Commas, colons, dashes and line breaks stand between a verb and what is said. */
const INTRODUCES = new UnitSet([',:-\n']);

/** How far back a quotation may open. */
const QUOTE_REACH = 630;

/** Where the quotation opens that closes right before `at`; null when none does. */
export function quotedBefore(folded: string, at: number): number | null {
  const from = Math.max(0, at - QUOTE_REACH);
  const part = folded.slice(from, at + 1);
  const close = part.lastIndexOf('"');
  if (close < 0 || at - from - close > 30) return null;
  const open = close === 0 ? -1 : part.lastIndexOf('"', close - 1);
  return open >= 0 && !part.slice(open, close).includes('\n') ? from + open + 1 : null;
}

/**
 * Past the mark, blanks and opening quote after a verb; past those told, where a comma sets them apart
 * (叮嘱随行干部，要…). At most `end`, where the paragraph ends.
 */
export function contentAt(folded: string, at: number, end: number): number {
  let i = at;
  if (isHan(folded.charCodeAt(at))) {
    const told = (
      /(?:提醒|叮嘱|嘱咐|叮咛|告诫|勉励|交代|交待|吩咐)$/.test(folded.slice(at - 2, at))
        ? /^[^,;:。!?"]{2,12}(?=,)/
        : /^[^,;:。!?"]{2,24}(?=,(?:要|务必|必须|一定|不要|不得|切勿|如|若|在|应|须|遇))/
    ).exec(folded.slice(at, at + 30));
    // 叮嘱多杰，…: so short an object is a name.
    if (
      told &&
      /^[\u4e00-\u9fff]{2,4}$|(?:干部|部门|单位|人员|群众|负责人|同志|企业|大家|市民|民众|大众|公众|居民|村民|学生|家长|司机|游客|书记|主任|[局处县区镇乡村校院厂所站]长|职工|党员|师生|商户|业主|公司|机构)$/.test(
        told[0],
      )
    )
      i += told[0].length;
  }
  while (i < end && (INTRODUCES.has(folded.charCodeAt(i)) || isSpace(folded.charCodeAt(i)))) i++;
  if (folded[i] === '"' || folded[i] === "'") {
    // A set phrase in quotes (“群众过节”就是…) is part of what is said; a longer quotation is what is said.
    const close = folded.indexOf(folded[i]!, i + 1);
    if (close < 0 || close - i > 40 || close >= end - 1) i++;
  }
  return i;
}
