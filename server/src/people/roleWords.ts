/** Words that give a role away, and words at which the predicate of a person ends or goes on; in simplified script. */
import { WordIndex } from '../article/persons/wordIndex';

/** Stands for 调研 where the article names nothing that the person came for. */
export const ARRIVED = '来到';

/** A role and the words that give it away, in simplified script; the longest match at a place wins. */
const ROLE_WORDS: readonly (readonly [role: string, words: string])[] = [
  ['主持', '主持 召开 召集'],
  [
    '讲话',
    '讲话 致辞 致词 发言 授课 裁示 提问 质询 表态 答复 答覆 发了言 讲了话 致了辞 介绍了 介绍情况 介绍有关情况 作介绍 回应 点评 作动员',
  ],
  ['出席', '出席 到会'],
  ['参加', '参加 参会 与会 收听收看 收看 参与'],
  ['列席', '列席'],
  ['陪同', '陪同 随同 陪同调研 陪同检查 陪同考察 陪同走访 陪同视察 陪着'],
  ['汇报', '汇报 报告 述职'],
  ['通报', '通报'],
  ['传达', '传达 宣读 领学 领读'],
  ['部署', '部署 作出安排 作安排 作了安排 安排部署 作出部署'],
  ['调研', '调研 视察 考察 暗访 走访 会勘 勘查 勘灾 视导'],
  ['检查', '检查 暗访检查 巡查 督查 督察 巡视'],
  ['督导', '督导'],
  ['慰问', '慰问 表示慰问 看望 走访慰问'],
  ['会见', '会见 会谈 接见 会晤 拜会'],
  ['揭牌', '揭牌 揭幕'],
  ['宣布', '宣布'],
  ['签约', '签约 签署'],
  [ARRIVED, '来到 走进 深入 查看 察看 参观 实地了解'],
];
/** By the word, the role. */
export const roleOf = new Map(ROLE_WORDS.flatMap(([role, words]) => words.split(' ').map(word => [word, role] as const)));
/** Where such words stand. */
export const roleWords = new WordIndex(roleOf.keys());

/** Roles whose verb has a topic: what stands in it is spoken of, not done. */
export const SPEAKING_OF = new Set(['汇报', '通报', '传达', '部署', '宣布']);
/** The same among the words of other roles: 介绍了他参加培训的体会. */
export const TELLING = new Set(['介绍了', '回应', '点评', '提问', '质询', '答复', '答覆']);
/** 来到 and 察看 say no more than that somebody came and saw: what else the same predicate says the person came for says more. */
export const PURPOSES = ['检查', '督导', '慰问', '会见', '揭牌', '出席', '主持', '参加'];
/** Words after which what follows is no longer done by the person: 听取汇报, 只听汇报, 贯彻讲话精神. */
const OTHERS_DO = [
  '听取',
  '听汇报',
  '听报告',
  '贯彻',
  '落实',
  '学习',
  '按照',
  '根据',
  '精神',
  '要求',
  '指出',
  '强调',
  '表示',
  '希望',
  '呼吁',
  '叮嘱',
  '嘱咐',
  '勉励',
  '提醒',
  '建议',
  '号召',
  '鼓励',
  '指示',
  '以及',
  '随后',
  '之后',
  '接着',
  '其后',
  '召开的',
];
/** 传达学习 is what a meeting does, and 研究部署 too. */
const MEETING_DOES = ['传达学习', '研究部署', '学习传达', '审议', '听取了'];
/** What may join a further clause to the predicate: 主持会议，并对下一步工作作出部署. */
const CONTINUATIONS = [
  '通过',
  '采取',
  '采用',
  '并',
  '对',
  '就',
  '到',
  '赴',
  '代表',
  '围绕',
  '实地',
  '深入',
  '现场',
  '一同',
  '共同',
  '会前',
  '出席',
  '主持',
  '参加',
  '传达',
  '汇报',
  '通报',
  '部署',
  '安排',
  '宣读',
  '作',
  '视察',
  '考察',
  '检查',
  '调研',
  '察看',
  '看望',
  '慰问',
  '督导',
  '首先',
  '先后',
  '参观',
  '巡视',
  '巡查',
  '督查',
  '会见',
  '走访',
  '暗访',
  '随机',
  '前往',
  '率',
  '带领',
  '结合',
  '针对',
];
/** What ends the predicate of a person: others do it. */
export const otherDeeds = new WordIndex([...OTHERS_DO, ...MEETING_DOES]);
/** What goes on with it behind a comma. */
export const continuations = new WordIndex(CONTINUATIONS);
