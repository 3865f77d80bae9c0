/** Verbs of saying in a prose, and whether something said follows them. Offsets into the prose; look-up text. */
import { edged } from '../../base/edged';
import { perContent } from '../../base/memo';
import { UnitSet } from '../../base/unitSet';
import { isColon } from '../characters';
import { introduces } from './introducing';
import type { Prose } from '../prose';
import { SPEECH_VERBS, SPEECH_VERB_INDEX, type VerbSpot, POINT_VERBS } from './speech';

const NOT_THE_VERB: Readonly<Record<string, RegExp>> = {
  说: /(?:听|据|来|小|传|学|再|可以|应该|话|比如|虽|不|难|胡|且|按理|照|有人|换言之|具体|简单|总的|也就是|一般|坦白)$/,
  称: /(?:名|简|俗|号|堪|宣|职|自|人|通|声|美|又|全|被|统|总|别|对|尊|敬|据)$/,
  讲: /(?:宣|演|主|听|开)$/,
  答: /(?:回|解|报|应|对|问)$/,
  回复: /(?:的|及时|未|予以|收到|书面|尽快|限时)$/,
  建议: /(?:意见|的|和|提出|听取|合理化|[条项]|政策|宝贵|征求|收集|采纳|对)$/,
  希望: /(?:的|带来|充满|满怀|新|有|寄予)$/,
  报告: /(?:及时|立即|主动|如实|按时|随时|马上|层层|的|工作|听取|提交|作|审议|调研|检查|年度|情况|财政|宣讲|撰写|形成|述职)$/,
  汇报: /(?:听[完罢了]|及时|立即|主动|如实|按时|随时|的|听取|工作|情况|听|作|专题)$/,
  指示: /(?:重要|的|作出|按照|落实|传达|贯彻|讲话)$/,
  批示: /(?:重要|的|作出|按照|落实|传达|贯彻|指示)$/,
  提: /[不重别没前手小]$/,
  谈: /[会座商洽面约访交漫空]$/,
  喊: /[呼叫]$/,
  劝: /[规奉好力相]$/,
  期望: /(?:的|殷切|厚望|寄予|合理|符合)$/,
  通报: /(?:的|批评|情况|作|印发|下发|定期|及时|点名|公开|一律|予以|全[省市县区院校]|每[周月季])$/,
  说明: /(?:作|的|情况|详细)$/,
  介绍: /(?:的|情况|据|作|自我)$/,
  命令: /(?:的|发布|下达|执行|服从|签署|行政|接到|听从|一声|[这道份此])$/,
  提示: /(?:的|预警|风险|发布|重要|安全|消费|健康|出行|操作|语音|(?:^|[^局署办厅委台心站府部院公司指])(?:温馨|特别|友情))$/,
  请求: /的$/,
  警告: /(?:的|处分|记过|严重|行政|党内|给予|预|予以)$/,
  交代: /(?:的|作|无法)$/,
  明确: /[很更最分常须需已步]$/,
  规定: /(?:有关|相关|的|按|照|据|依|等|法律|法定|明文|统一|具体|作出|制定|违反|符合|[这本各此那])$/,
  吁: /[呼长吁促]$/,
  发言: /(?:作[了出]?|的|交流|表态|分别|致辞|讨论|重点|书面|大会|先后|依次|相继)$/,
  指: /[\u4e00-\u9fff](?<!回应|回复|发言人|负责人|中心|[局处署会部长员])$/,
  提醒: /的$/,
  呼吁: /的$/,
  要求: /(?:部署|工作|任务|目标|总|新|高|等|的|规定|有关|各项|决策|纪律|质量|标准|防疫|管理|技术|政策|法律|时间|刚性|总体|具体|基本|条件|按|照|无|严格|相关|重要|根本|客观|内在|必然|迫切|这一|本质|(?:部署|安排|任务|目标|指示|精神|规定|标准|意见)[和与及、])$/,
};
/** 指示事项, 要求内容: the verb is part of a noun. */
const INSTRUCTED = /^(?:事项|精神|情形|内容)/;
/** 关注更高,期望更高: how great it is. */
const HIGH = /^(?:更|很|较|极|也|值)?[高大值]/;
const ABOUT_WHAT: Readonly<Record<string, RegExp>> = { 指示: INSTRUCTED, 裁示: INSTRUCTED, 批示: INSTRUCTED, 要求: INSTRUCTED, 期望: HIGH };
/** Behind the full stop nobody else says something: 讲了三点意见。王海说，…. */
const NOBODY_ELSE = '(?!.{1,10}(?:说|指出|强调|要求|认为|表示))';
/** Verbs that introduce something only together with a number of points: 讲了三点意见. */
const NUMBER_OF_POINTS = new RegExp(
  [
    // 提个要求：
    '(?:了?个|点)(?:要求|希望|建议|意见)[:,]',
    // 作出以下安全提示：
    '(?:以下|如下)[\\u4e00-\\u9fff]{0,4}(?:提醒|提示|倡议|注意事项):',
    // 讲两句话：
    '[一两二三四五六七八九十几\\d]{1,2}[件句个](?:事情?|话|字)[:,]',
    // 作出全面部署：, 作了工作强调，一是…, 进行安排。各镇要…
    `(?:重要|明确|具体|专门|紧急|全面|周密|详细|再|进一步|集中|工作){0,2}(?:批示|指示|部署|安排|要求|强调|布置)(?:[和与、]?再?(?:部署|安排|要求|强调|布置))?(?=:|,一[是要]|,[^,。;]{1,14}(?:要(?!求)|必须|务必)|。${NOBODY_ELSE}(?:[^。]{0,24}(?:要|必须|务必)|一|首先|第一|1\\.|\\(一\\))).`,
    // 讲了三点意见：
    `[^,。;:]{0,6}[一二三四五六七八九十几两\\d][点个项条](?:方面)?(?:的)?(?:工作|明确|具体|殷切|整改|改进|指导|贯彻|反馈)?(?:意见(?:建议|和建议)?|要求|安排|希望|期望|部署|指示|建议|看法|想法|任务|倡议|打算)(?:[:,]|。${NOBODY_ELSE})`,
  ]
    .map(points => `^${points}`)
    .join('|'),
);
const POINTS: ReadonlySet<string> = new Set(POINT_VERBS);
/** Verbs that name documents too. */
const DOCUMENTS = new Set(['通报', '报告', '批示', '指示', '命令', '提示', '建议']);

/** 开出“药方”：一要…; 他摆摆手：“不急。”; 他的要求很明确：…: a colon before orders or a quotation stands for the verb. */
const LISTING = ':';
const ORDERS_LISTED = edged(/^(?:一是?|第一,)要/);
/** A quotation that is a sentence, and clauses behind which one is only written. */
const QUOTED_SENTENCE = edged(/^"[^"]{4,200}[。!]"/);
const WRITTEN = /(?:[写印刻贴挂]着|[写印刻贴挂]有|标语|横幅|口号|条幅|题词|题目|主题|原文|规定|注明|标明)[^,。]{0,6}$/;
const SAID_OF = /的(?:要求|指令|话|叮嘱|嘱咐)[\u4e00-\u9fff]{0,6}$/;
/** 王海毫不留情：, 王海开门见山：: how somebody speaks, before orders. */
const IN_MANNER =
  /(?:毫不(?:留情|客气|含糊)|开门见山|直奔主题|直截了当|单刀直入|一针见血|掷地有声|斩钉截铁|话锋一转|语气坚定|语气严肃|态度(?:坚决|明确)|约法三章|当场拍板|一锤定音|现场派单|立下军令状|作出回应)$/;
const ORDER_BEHIND = /^[^。!?]{0,40}(?:要|必须|务必|不得|严禁|一律|立即|马上)/;
/** How much before a colon is looked at. */
const BEFORE_COLON = 16;

/** The verbs of a prose that introduce something. */
export const spotsOf = perContent(({ folded }: Prose) => verbSpots(folded, false));
/** A label (王海：) or a name in brackets may open the paragraph. */
export const opensWithLabel = perContent(({ folded }: Prose) => /^(?:【|\[)|^[^,;。!?]{1,48}:/.test(folded));

/** What verbs and lists of orders begin with. */
const BEGINNINGS = new UnitSet([...SPEECH_VERBS.keys()].map(verb => verb[0]!).concat(':：'));

/** @param headline blanks stand for marks */
export function verbSpots(folded: string, headline: boolean): readonly VerbSpot[] {
  const found: VerbSpot[] = [];
  let clause = 0;
  let scanned = 0;
  let before: VerbSpot | null = null;
  for (let at = BEGINNINGS.next(folded, 0); at < folded.length; at = BEGINNINGS.next(folded, at + 1)) {
    const verb = SPEECH_VERB_INDEX.startingAt(folded, at) ?? (isListing(folded, at) ? LISTING : null);
    if (verb === null) continue;
    const start = at;
    const end = at + verb.length;
    for (scanned = OPENERS.next(folded, scanned, start); scanned < start; scanned = OPENERS.next(folded, scanned + 1, start))
      if (opensClause(folded, scanned)) clause = scanned + 1;
    if (verb === LISTING) {
      if (found.at(-1)?.end !== start) found.push({ start, end, kind: 'listing', clause });
      continue;
    }
    at = end - 1;
    if (isNoVerb(folded, verb, clause, start, end)) continue;
    const points = POINTS.has(verb) ? NUMBER_OF_POINTS.exec(folded.slice(end, end + 26)) : null;
    const spot = {
      start,
      end: points ? end + points[0].length - 1 : end,
      kind: points ? 'plain' : SPEECH_VERBS.get(verb)!,
      clause,
    } as const;
    const bare = POINTS.has(verb) && !points && verb !== '讲';
    const content = points !== null || (!bare && introduces(folded, spot, headline));
    const whole =
      before !== null && !POINTS.has(verb) && isJoined(folded, before, start)
        ? { ...spot, start: before.start, clause: before.clause }
        : spot;
    // 麦麦提要求: a verb that needs a number of points is none without it.
    before = bare ? null : spot;
    if (!content) continue;
    if (found.at(-1)?.start === whole.start) found.pop();
    found.push(whole);
  }
  return found;
}

/** The colon stands for a verb of saying. */
function isListing(folded: string, colon: number): boolean {
  if (!isColon(folded.charCodeAt(colon))) return false;
  const before = folded.slice(Math.max(0, colon - BEFORE_COLON), colon);
  if (ORDERS_LISTED.test(folded.slice(colon + 1, colon + 6)) || SAID_OF.test(before)) return true;
  if (IN_MANNER.test(before) && ORDER_BEHIND.test(folded.slice(colon + 1, colon + 50))) return true;
  return folded[colon + 1] === '"' && !WRITTEN.test(before) && QUOTED_SENTENCE.test(folded.slice(colon + 1, colon + 210));
}

/** 指示事项, 据说: part of a noun or of another word. */
const isNoVerb = (folded: string, verb: string, clause: number, start: number, end: number): boolean =>
  closesPhrase(folded, clause, start, end) ||
  ABOUT_WHAT[verb]?.test(folded.slice(end, end + 2)) === true ||
  NOT_THE_VERB[verb]?.test(folded.slice(Math.max(0, start - 4), start)) === true;

/** 实行“日盘点、日补充”: the last word of a set phrase in quotes. */
function closesPhrase(folded: string, clause: number, start: number, end: number): boolean {
  if (folded.charCodeAt(end) !== QUOTE) return false;
  const open = folded.lastIndexOf('"', start - 1);
  return open >= clause && open > folded.lastIndexOf('"', open - 1) && (folded.slice(clause, start).split('"').length & 1) === 0;
}

/** 强调指出: one saying, two verbs; but in 通报强调 the first word is who speaks. */
const isJoined = (folded: string, before: VerbSpot, start: number): boolean =>
  before.end === start && !(before.start === before.clause && DOCUMENTS.has(folded.slice(before.start, before.end)));

const QUOTE = '"'.charCodeAt(0);
const CLAUSE_MARKS = new UnitSet([',;:。!?-']);
const BEFORE_QUOTE = new UnitSet([',:。!?']);
const OPENERS = CLAUSE_MARKS.with(new UnitSet(['"']));

/** A clause begins behind this mark. The enumeration comma joins names, so it begins none; a quote does. */
function opensClause(folded: string, at: number): boolean {
  const unit = folded.charCodeAt(at);
  // A quote in the middle of a clause belongs to it; one behind a mark opens what is said.
  return CLAUSE_MARKS.has(unit) || (unit === QUOTE && at > 0 && BEFORE_QUOTE.has(folded.charCodeAt(at - 1)));
}

export function clauseEnd(folded: string, from: number, limit: number): number {
  let i = from;
  while (i < limit && !opensClause(folded, i)) i++;
  return i;
}
