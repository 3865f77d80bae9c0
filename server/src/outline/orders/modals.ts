/** Modal words of orders: 要, 必须, 应, 不得 …, told apart from the words that merely contain them. Look-up text. */

import { edged } from '../../base/edged';
import { divided, likelihoodOf } from '../../language/division';
import type { WordList } from '../../language/language';

/** A modal word; offsets into look-up text. */
export interface Modal {
  readonly start: number;
  readonly end: number;
}

/** Longest first; 要 and 应 last, since they need a look at their neighbours. */
export const MODALS = new RegExp(
  [
    // What must not be.
    String.raw`决不能|绝不能|(?<![能还就才并而]|谁[也都])不能|切不可|决不可|绝不可|决不允许|绝不允许|均不得|一律不得|不应该|不应当`,
    // What must be.
    String.raw`必须|务必|应当|应该`,
    // What is forbidden.
    String.raw`不得|严禁|禁止|不准|不许|一律|切勿|请勿|切忌|不要`,
    // 莫 and what is not fitting.
    String.raw`莫要|(?<=^|[,。;:])莫(?![名过非大不斯如属若奈逆]|[\u4e00-\u9fff]{1,2}(?:同志|先生|女士|副?[省市县区镇乡局处院校]长|书记|主任|说|表示|强调|指出|要求|出席|主持|参加))`,
    // Formal necessity.
    String.raw`不应|仍须|均须|均应|亟需|不宜|切莫`,
    // 别, 得 and 该, which are words and parts of words as well.
    String.raw`(?<=^|[也都可就先们你咱家]|千万)别(?![的人墅致出样具有处说开名称号扭家看是])`,
    String.raw`(?<=[都也就总还谁们]|咱|干部|人人|部门|单位|党员|书记|企业|家长)得(?=[\u4e00-\u9fff]{2})(?![到知以益出了起住很多分票奖失力体当心罪])`,
    String.raw`(?<=[也都还更]|干部|人人|部门|单位|党员|书记|企业|家长)该(?=[\u4e00-\u9fff]{2})(?![项校院市县区省局厅所案地国公企村镇乡社部类批条款栋处工产有死])`,
    // One character, and 有义务.
    String.raw`有义务|须|需(?![要求量方经])|勿|要|应`,
  ].join('|'),
  'g',
);

/** By modal: characters that end another word with it (主要, 供应) or make it none (将要, 正要), where they are no end of a longer word. */
const BEFORE: Readonly<Record<string, string>> = {
  要: '重主需必首只若摘纪概提扼紧险机显快想索讨切精冲辑会正刚谁撮枢宝所将纲择简不是最或',
  应: '相反供响适对呼回效顺因理感照报答接策得策一',
  须: '必无毋胡触或',
  需: '只还仍必无急所不尚亟军供内特按刚',
  不要: '要',
  不准: '拿说看摸认吃瞄算',
  勿: '请切',
  不得: '舍怪恨巴见由顾来容免值',
  禁止: '被将',
  一律: '千篇',
};

/** How far before a modal the words are told apart. */
const WORDS_BEFORE = 8;
/** So much more likely a word of two characters behind another one must be than the modal behind a longer one. */
const PREFERENCE = 5;
/** 就是要, 关键是要: stress, not what somebody is. 不会要: the future, not a meeting. */
const STRESS = edged(/(?:还|就|关键|特别|尤其|重点|核心|而)是$/);
const FUTURE = edged(/[不将就都才总也又还便定很]会$/);

/**
 * 主要, 将要, 产业主要: the modal is the end of a word, or the adverb before it makes it none;
 * but 派出所, 工会 and 业主 end a word of their own.
 */
function endsWord(before: string, modal: string, words: WordList): boolean {
  const last = before.at(-1)!;
  if (!BEFORE[modal]?.includes(last) || STRESS.test(before)) return false;
  const context = before.slice(-WORDS_BEFORE).replace(/^.*[^\u4e00-\u9fff]/s, '');
  const apart = divided(context, words);
  if (apart.lastWord.length < 2 || FUTURE.test(context)) return true;
  const joined = divided(context.slice(0, -1), words).likelihood + likelihoodOf(last + modal, words);
  return joined > apart.likelihood + likelihoodOf(modal, words) + PREFERENCE;
}

/** Words that begin with the modal and are not it; what follows `!` in an entry takes it back: 要求 but 要求真务实. */
const AFTER: Readonly<Record<string, RegExp>> = {
  要: /^(?:[张份](?=[\u4e00-\u9fff]{2}(?!贴|挂))(?![贴挂扬罗开])|负责[人同]|领导(?:人|班子|同志|亲自|$)|冲$|什么|多少|想(?![清明透到出在]|办法|方设法|群众|百姓|企业)|求(?!真务实|实效|突破|创新|新求变)|点(?!对点|面|亮|准|滴)|素|闻|紧(?![紧扣盯抓密跟贴急])|害|领(?![会导悟])|义|旨|件|价(?!值)|约(?!束)|案|事(?!先|前|事)|务(?!实|必)|地(?!毯|给地)|目(?!标)|么|是|不(?:是|然|要|得|[,。])|塞|道|员|好(?![好中])|命|强(?![化调力势有制弱动担保])|饭|脸|塌|数字(?!化)|报表|钱|待遇|(?:花|等|还|绕行?|跑|走|交|付)?(?:\d+|[一二两三四五六七八九十百千几半]+)[多余]?(?:个?(?:小时|钟头|月)|分钟|天|年|里|公里|元|块|万|亿|趟|遍|倍)(?![一接之以内]|完成|见效|上|大变)|完成的|解决的|[的了,。;:!?、)]|$)/,
  应: /^(?:了?[一两几]?[声句道]|[到予]\d|急(?!于)|用|邀|约|聘|付|变|声|[\u4e00-\u9fff]尽|有(?!序|所|效|针)|届|战|试|力|诉|召|验|和|运|景|考|答|时|税|援|对|纳|允|城|县|允许|[的,。;:!?、)]|$)/,
  须: /^(?:知|眉|臾|要是)/,
  // 不能满足需要: what nobody is able to do.
  不能: /^(?:[不够腐说算]|满足|适应|解决|胜任|完全|充分|很好|更好|及时|按[时期]|正常|有效|立即|马上|当[场天]|一次|保证|代表|证明|否[认定]|排除|实现|达到|形成|兑现|享受|继续|自[理主]|得到|得出|预防|替代|代替|取代|治[疗愈]|消除|成立|参加|出席|上学|返校|生产|少(?:[,。;]|$)|[的了,。;:!?]|$)/,
  不得: /^(?:不|已|而知|了[,。]?|人心|志|其|要领|[,。;!?]|$)/,
  勿: /^(?:忘我|论)/,
  一律: /^(?:平等|公开的)/,
  不要: /^(?:求|紧|脸|命)/,
  不准: /^(?:[、,。;]|的问题|确)/,
  禁止: /^(?:的|性|和|令)/,
  必须: /^(?:品|的)/,
  应该: /^(?:说|是|的)/,
  严禁: /^的/,
};

/** 需登记, 需由家长接送; but 需三百万元, 需时间. */
const needsDoing = (text: string, words: WordList): boolean => /^[有先将把由在向按凭持经]/.test(text) || /^v/.test(words.tag(text) ?? '');

/** 莫图省事, 莫以为; but 莫文远 is a name. */
const opensWithVerb = (text: string, words: WordList): boolean =>
  !words.has(`莫${text.charAt(0)}`) &&
  (/^[图贪拿让当急乱]/.test(text) || /^[pv]/.test(words.tag(text.charAt(0)) ?? '') || /^v/.test(words.tag(text) ?? ''));

/**
 * The first modal in `folded[from..to)` that `masked` does not hide.
 * @returns null when there is none
 */
export function findModal(folded: string, from: number, to: number, masked: (at: number) => boolean, words: WordList): Modal | null {
  const part = folded.slice(from, to);
  MODALS.lastIndex = 0;
  for (let match = MODALS.exec(part); match; match = MODALS.exec(part)) {
    const word = match[0];
    const at = match.index;
    if (masked(from + at)) continue;
    if (at > 0 && endsWord(part.slice(0, at), word, words)) continue;
    if (AFTER[word]?.test(part.slice(at + word.length, at + word.length + 6))) continue;
    if (word === '需' && !needsDoing(part.slice(at + 1, at + 3), words)) continue;
    if (word === '莫' && !opensWithVerb(part.slice(at + 1, at + 3), words)) continue;
    return { start: from + at, end: from + at + word.length };
  }
  return null;
}
