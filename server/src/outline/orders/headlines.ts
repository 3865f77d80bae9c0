/** Headings and headline sentences: whether they tell what to do or only name a topic. Look-up text. */
import { edged } from '../../base/edged';
import { withoutTrailing } from '../../article/characters';
import type { WordList } from '../../language/language';
import { isVerbLed } from './imperatives';

/** 第二章 建设: the names of chapters order nothing. */
export const CHAPTER = edged(/^第[一二三四五六七八九十百\d]{1,4}[章节编]/);
/** 下一步工作打算, in a report or reply: what its office will do itself. */
export const PLANS = edged(/(?:下一步|今后|后续|下阶段).{0,6}(?:打算|计划|安排|举措|措施|思路)$/);
/** （播放短片） */
export const STAGE_DIRECTION = edged(/^\([^()]{1,30}\)$/);
/** 整改措施建议: what the items below the heading of a report are. */
export const ASKS_BELOW = edged(/(?:建议|要求|防范措施|整改措施)$/);

/** A heading or headline sentence that tells what to do: verb-led, or 以改厕治污为先手. */
export function isHeadline(folded: string, from: number, to: number, words: WordList): boolean {
  const text = folded.slice(from, to);
  return (
    !isNounHeading(text) &&
    (isVerbLed(folded, from, to, words) ||
      /^[以把将][^,。]{2,20}(?:为|成|到位|起来|出来|下去|进去|上去)|^把[^,。]{1,12}[好住稳牢实紧清透足细严平正](?:[,。]|$)/.test(text))
  );
}

/** 全民参与，共建共享: a numbered heading that says what is to happen without beginning with the verb. */
export function isStatement(text: string, words: WordList): boolean {
  return (
    !isNounHeading(text) && /^[\u4e00-\u9fff]{3,8}[, ][\u4e00-\u9fff]{3,10}$/.test(text) && /^v/.test(words.tag(text.slice(2, 4)) ?? '')
  );
}

/** Verbs that change or fix what stands behind them. */
const ACTS_ON = edged(
  /^(?:优化|简化|规范|明确|创新|改进|扩大|拓宽|拓展|缩短|延长|完善|畅通|压缩|调整|统一|转变|细化|严明|坚持|把握|丰富|放宽|减少|控制|强化|加强|健全|理顺|划定|公开|公布)(?=[\u4e00-\u9fff]{4})|^(?:确保|保障|注意|维护|守护|严守|抓好|狠抓)/,
);

/** Verbs whose object is what somebody is to know or to keep to. */
const KEEPS = edged(
  /^(?:[\u4e00-\u9fff]{2}地?)?(?:把握|认识|理解|明确|领会|落实|坚持|牢记|遵循|贯彻|掌握|对照|围绕|按照|准确|全面|深刻|完成|抓好|细化)/,
);

const WORK =
  /^(?!.*(?:做好|抓好|搞好|办好|推进|推动|加强|开展|落实|强化|部署|改进|完成|统筹|支持|配合|保障|规范|促进|深化|重视|参与|服务|指导|检查|监督|细化|优化|完善|提升|抓[实紧严]|做[实细优]))[\u4e00-\u9fff]{2,6}工作$/;

/** 组织保障, 工作要求: nouns that begin like verbs. */
export function isNounHeading(text: string): boolean {
  const plain = withoutTrailing(text, '。,、:"\'');
  if (/^(?:关于[^,。]{2,40}|针对[^,。]{2,40}问题|议[程题][一二三四五六七八九十\d]{1,3}:[^,。]{2,30}|[\u4e00-\u9fff]{3,10}的)$/.test(plain))
    return true;
  // 研究招生宣传经费, 通报校园安全情况: the points of an agenda.
  if (/^(?:研究|审议|审定|讨论|听取|通报)[^,。;:]{3,40}(?:事宜|情况|经费|方案|问题|报告|汇报|议案|草案|名单|人选)$/.test(plain))
    return true;
  // 安全工作: a kind of work; but 做好工作 does it.
  if (WORK.test(plain)) return true;
  // 深化预算改革的总体要求: what the last 的 modifies; but 把握改革的总体要求 does something to it.
  if (
    !KEEPS.test(plain) &&
    /^[^,。:]{4,30}的(?:总体|基本|主要|重点|具体|指导|保障)(?:要求|目标|任务|原则|思路|思想|措施|内容|方向|安排)$/.test(plain)
  )
    return true;
  // 整治内容, 实施步骤: nouns behind what is done; but 简化审批流程 does something to them.
  if (
    !ACTS_ON.test(plain) &&
    /^[\u4e00-\u9fff]{2,4}(?:内容|步骤|范围|时间|时限|方式|对象|事项|程序|背景|原则|思想|依据|概况|阶段|名单|名额|流程|渠道|途径|安全|图例|指引|建议)$/.test(
      plain,
    )
  )
    return true;
  return /^(?:总体|基本|主要|工作|组织|保障|指导|实施|重点|有关|具体|活动|考核|监督|时间|任务|目标|发展|相关|责任|检查|整改|报名|申报|注意|办理)?(?:要求|目标|任务|措施|保障|安排|原则|思想|步骤|内容|范围|对象|意义|情况|方式|方法|时间|标准|条件|程序|职责|分工|机制|体系|事项|背景|成效|问题|打算|议程|领导|基础|概况|重点|依据|流程|单位|地点)(?:和(?:要求|目标|任务|措施|步骤|安排|内容|范围))?$/.test(
    plain,
  );
}
