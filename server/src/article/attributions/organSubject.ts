/** The meeting or organ that is the subject of a sentence: 石城区检察院在履职中发现…, 市防指连夜会商，…. Look-up text. */
import { clauseEnd } from './sayings';
import { BEFORE_SPEAKER, NOT_A_SPEAKER } from './speech';

/** An organ or a meeting as the subject of a sentence. */
export interface OrganSubject {
  readonly start: number;
  readonly end: number;
  /** It is a meeting (会议), not an organ. */
  readonly meeting: boolean;
}

/** How many clauses of a sentence are looked at. */
const CLAUSES = 4;
/** An organ or meeting by the last word of its name, the shortest name first. */
const NAME =
  /^[\u4e00-\u9fff]{0,20}?(?:(会议)|委员会|指挥部|领导小组|政府|[省市县区州]委|检察院|法院|监委|党委|党组|公社|[支总]队|(?<!全)[局厅署]|[\u4e00-\u9fff]{2}部(?![\u4e00-\u9fff]{0,2}[队门分落])|管理处|[\u4e00-\u9fff]{2}处(?=[今昨就])|办公室|[\u4e00-\u9fff]{2}办(?![公理法事学好])|[\d两三四五六七八九十多]个?部门|工作组|[督考验调专评核指][查导核收研家估察]组|中心(?!城|镇|小学|校|组|任务)|巡[察视]组|检查组|调查组|专班|协会|集团|公司|医院|学院|大学|防指)(?:办公室|领导)?(?=$|一行|(?<=会议)[听专传审研学原还分总深集书讨部强议决]|[在就对向已今昨刚于召组会发通下联立及连派针结根按从自经又再即并为将赴到依调印部紧制除带深\d((])/;

/** Where, when or at what occasion the sentence happens. */
const OCCASION =
  /^在[^的]*[上中下里内处前后时旁]$|^(?:同时|随后|近日|日前|[\u4e00-\u9fff]{0,4}[日天月年])$|^因应|(?:将至|来临|临近|在即|之际|期间|来袭|前夕|到来)$/;

/**
 * The first organ or meeting that opens one of the clauses of `folded[from..to)`.
 * @returns null when a clause has another subject, or none does
 */
export function organSubject(folded: string, from: number, to: number): OrganSubject | null {
  let start = from;
  for (let clause = 0; clause < CLAUSES && start < to; clause++) {
    start += BEFORE_SPEAKER.exec(folded.slice(start, to))?.[0].length ?? 0;
    const end = clauseEnd(folded, start, to);
    const opening = folded.slice(start, end);
    const name = NAME.exec(opening);
    if (name && !NOT_A_SPEAKER.test(opening)) return { start, end: start + name[0].length, meeting: name[1] !== undefined };
    if (opening.length > 0 && !NOT_A_SPEAKER.test(opening) && !OCCASION.test(opening)) return null;
    start = end + 1;
  }
  return null;
}
