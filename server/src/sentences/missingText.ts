/** `sentence.missing-text`: a word is missing inside a sentence, which the grammar around the gap shows. Look-up text. */
import { perContent } from '../base/memo';
import { Signs } from '../base/signs';
import type { Prose } from '../article/prose';

/** A place where a word is missing: the words on both sides of the gap. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  /** What should stand in the gap; a key for the message. */
  readonly lacks: 'form' | 'topic' | 'agent' | 'place' | 'object' | 'number' | 'title' | 'item';
}

/** Each pattern is a place where two words meet that need something between them. */
const GAPS: readonly (readonly [Gap['lacks'], RegExp])[] = [
  ['form', /以(?:的)?(?:形式|方式|名义|身份)(?:召开|举行|进行|开展|举办|出席|参加|参会|组织|发布|开到|传达|下发|推进|部署)/g],
  ['topic', /以为(?:核心|主题|抓手|契机|重点|中心|引领|导向|依托|载体|主线|代表的|首的|龙头|己任|主体|突破口|总抓手|牵引|支撑)/g],
  ['agent', /在的(?:坚强领导|正确领导|领导|指导|支持|带领|关心|关怀|帮助|推动|组织|见证|陪同|大力支持)下?/g],
  ['agent', /(?:会议|大会|仪式|活动|论坛|座谈会|发布会|推进会)由(?:主持|承办|主办|召集)(?:[,。;]|召开|$)/g],
  ['place', /(?:会议|大会|仪式|论坛|座谈会|发布会|推进会|现场会|活动|典礼|运动会)在(?:召开|举行|举办|开幕|闭幕)/g],
  ['object', /(?:^|[,。;])对(?:进行|作出|予以)了?/g],
  ['object', /关于的(?!士)[\u4e00-\u9fff]{2}/g],
  ['object', /(?:按照|根据|遵照)的(?:要求|部署|精神|规定|安排)/g],
  ['object', /(?:^|[,。;要])把(?:作为|纳入|摆在|放在|列为|当作|落到实处)/g],
  ['number', /[\u4e00-\u9fff]%/g],
  ['number', /\d月日(?![均报刊间])|\d{4}年月(?=日|\d)/g],
  ['number', /第(?:届|次(?:会议|全会|常务)|批次|季度|号令|期(?:培训|学习))/g],
  ['number', /(?:增长|下降|提高|达到|突破|完成投资|投资)[万亿]元(?![以级])/g],
  ['title', /《》/g],
  ['item', /[\u4e00-\u9fff"]、(?=[,。;])/g],
];

/** Gaps of a prose in order; empty when there is none. */
export const gapsOf = perContent(({ folded }: Prose) => scan(folded));

/** Text without a word that one of the patterns needs is not searched. */
const signs = new Signs({ gap: GAPS.map(([, pattern]) => pattern) });

function scan(folded: string): readonly Gap[] {
  if (!signs.anyIn(folded)) return [];
  const gaps: Gap[] = [];
  for (const [lacks, pattern] of GAPS) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(folded); match; match = pattern.exec(folded)) {
      const skip = /^[,。;]/.test(match[0]) ? 1 : 0;
      gaps.push({ start: match.index + skip, end: match.index + match[0].length, lacks });
    }
  }
  return gaps.sort((a, b) => a.start - b.start);
}
