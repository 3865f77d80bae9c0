/** How a clause names who says something, and what may stand around the name. Simplified; matched against look-up text. */
import { edged } from '../../base/edged';

/** What an organ did before its words follow. */
export const ISSUED =
  /(?:同日|当[日天]|[今昨][日天]|近日|日前|随即|刚刚?|紧急|再次|联合|专门|已){0,3}(?:发出|印发|下发|发布|发文|制发)(?:紧急|联合)?(?:通知|通报|文件|公告|通告|倡议|预警|提示|函|意见)?$/;
/** 一针见血地, 深有感触地: how somebody says it. */
export const IN_THE_MANNER = edged(/^(?!老人|大[爷妈嫂叔娘]|阿姨)[\u4e00-\u9fff]{2,10}地$/);
/** Who is only there: 副市长王海陪同检查. */
export const COMPANION =
  /^(?:[,、和][^。;]{2,40}?)?(?:等(?:领导|同志)?)?(?:(?:一同|一道|一并|共同)?(?:陪同|随同|参加|列席|出席)|(?:一同|一道)(?:调研|检查|考察|察看))/;
/** David Lau, 总裁David Lau: a name in Latin letters, with or without an office before it. */
export const LATIN_NAME = /^(?:[\w\u4e00-\u9fff·、]{0,24}[长長裁監监理官任授員员師师家人席])?([A-Z][\w.'’-]*(?:[ ·][A-Z][\w.'’-]*){0,3})$/;
/** “…。”周海叮嘱随行的干部。: nothing but those told follows the verb. */
export const QUOTED_BEFORE =
  /^(?:[\u4e00-\u9fff]{0,8}(?:干部|部门|单位|人员|群众|负责人|同志|企业|大家|师生|职工|工方|[局镇乡县区市校院厂站所]长|书记|主任))?。/;
/** What 我们 says to others in the name of an organ. */
export const DEMANDS = edged(/^(?:要求|敦促|呼吁|建议|提醒)/);
/** 主持会议并就下步工作, 代表市委、市政府: what he did besides, and about what or for whom he speaks. */
const ALSO_ABOUT = /^[\u4e00-\u9fff、]{2,24}并(?:就|对|围绕|结合|向)[^,;:。]{2,50}$|^代表[\u4e00-\u9fff、]{2,24}$/;
/** 他深有感触地（说）: a pronoun, and how the person says it. */
export const PRONOUN_IN_MANNER = /^([他她])[\u4e00-\u9fff]{2,8}地$/;
/** 他还就…, 他转头对…: a pronoun, and what may stand between it and the verb. What 我 wishes is a request of its own. */
export const PRONOUN =
  /^(?:在此|在?这里|借此机会|[^,]{1,8}[时后前])?(他|她|我(?!们?(?:希望|呼吁|建议|提醒|请)))(?:同时|随后|最后|还|也|再|想|要|转头|回头|转身|笑着){0,2}(?:(?:在|还|就|向|对|给|围绕)[^,]{0,24})?$/;
/** What 我 wishes, a request of the speaker's own. */
export const OWN_WISH = edged(/^(?:希望|倡议)/);
/** What nobody says or may say. */
export const NEGATED = /(?:不会|不能|不得(?!不)|不要|不准|不应|不再|从不|从未|未曾|没有|绝不|无权|严禁|禁止)[^,]{0,12}$/;
/** 周海的要求很明确：… */
export const SAID_BY = edged(/^的(?:要求|指令|话|叮嘱|嘱咐)/);
/** Verbs by which, first in a sentence, the subject of the sentence before goes on. */
export const GOES_ON = /^(?:要求|责成|责令|叮嘱|嘱咐|叮咛|勉励|告诫|吩咐|强调|指出)/;
/** Verbs by which a speaker asks for something himself. */
export const WISH = edged(/^(?:希望|建议|呼吁|提醒)/);
/** 县长听取报告后, 在城南泵站，高厅长一行察看积水: a title that opens the sentence, behind its place. */
export const TITLE_FIRST = /^(?:[在到][^,。]{2,20},)?([\u4e00-\u9fff]{0,3}?(?:书记|[省市县区乡镇局处部厅院校]长|主席|主任|总理))/;
/** 高厅长: a family name and a title. */
export const NAMED_BY_TITLE = edged(
  /^(?![副各该本原新老正总女男前省市县区州镇乡村局部厅院校处科党校任])[\u4e00-\u9fff]副?(?:书记|[省市县区乡镇局处部厅院校]长|主席|主任)$/,
);
/** 作出部署, 提出要求 */
export const LAYS_DOWN = edged(/^(?:作[了出]|做[了出]|提出|进行)/);
/** 对干部（说）: whom somebody speaks to. */
export const TOLD = /^(?!请|要|应|须|必须|及时|立即|主动|如实)[^,]{0,8}[对向跟](?:[他她]|[\u4e00-\u9fff]{2,10})$/;
/** 就…, …时: about what or when; a clause without a subject may have nothing else before its verb. */
export const CIRCUMSTANCE = edged(
  /^并?(?:代表[^,]{2,12}?)?(?:就|围绕|针对)[^,]{2,30}$|^每到一[处地站户家村点]$|^(?!将|要|把|已).{2,40}(?:时|中|后|上|前|下|间|之际|会)$/,
);
/** What was asked before. */
export const ASKED_ALREADY = edged(/已(?:经)?(?:于[^,]{1,12})?(?:去信|致函|发[函信出]|通知|约谈|联系)[^,]{2,20},$/);
/** 对李明说, 牢记某主席指示要求: who stands behind this is spoken to, or quoted. */
export const GOVERNED = edged(/(?:^|[^面针顾])[对向跟问]$|(?:牢记|落实|贯彻|按照|遵照|根据|学习|践行|传达|遵循|领会)$/);

/** 王海逐一点评并要求: what else he did, or about what or for whom he speaks. */
export function alsoDid(between: string, and: boolean): boolean {
  return !/^的|的$/.test(between) && (and ? /^[\u4e00-\u9fff]{2,16}$/ : ALSO_ABOUT).test(between);
}
