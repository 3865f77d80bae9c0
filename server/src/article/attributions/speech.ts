/** Words of saying and the nouns that can say something. Simplified; matched against look-up text. */
import { edged } from '../../base/edged';
import { WordIndex } from '../persons/wordIndex';

/**
 * How a verb of saying behaves:
 * - `plain` introduces a clause with or without a mark (强调要加强…);
 * - `marked` is a verb of saying only before a comma, colon or quotation mark (介绍, 说);
 * - `announcing` is one only before a colon, or with 道 (部署, 点评);
 * - `ordering` has the order as its object (要求各地…);
 * - `asking` does too, where an official is named right before it (王海请工务局…);
 * - `listing` is no verb but the colon before a list of orders (开出“药方”：一要…).
 */
export type SpeechVerbKind = 'plain' | 'marked' | 'announcing' | 'ordering' | 'asking' | 'listing';

/** A verb of saying in a text; offsets into it. */
export interface VerbSpot {
  readonly start: number;
  readonly end: number;
  readonly kind: SpeechVerbKind;
  /** Where the clause begins in which the verb stands. */
  readonly clause: number;
}

/** The `announcing` verbs. */
const ANNOUNCING = [
  '部署',
  '安排',
  '布置',
  '督促',
  '承诺',
  '表态',
  '总结',
  '归纳',
  '点评',
  '批评',
  '反问',
  '追问',
  '拍板',
  '允诺',
  '答应',
  '阐述',
  '决定',
  '阐明',
  '表明',
  '喊话',
  '喊',
  '劝',
  '告知',
  '警示',
];

/** Verbs whose object is what is said, point by point: 讲了三点意见. */
export const POINT_VERBS = [
  '讲',
  '讲了',
  '作了',
  '作出',
  '做了',
  '做出',
  '进行',
  '进行了',
  '提',
  '提了',
  '谈',
  '谈了',
  '说了',
  '给出',
  '布置了',
  '下达了',
  '交代了',
  '交待了',
  '强调了',
  '部署了',
  '安排了',
  '明确了',
  '提出了',
];

/** The `ordering` verbs. */
const ORDERING = [
  '要求',
  '当即请',
  '当场请',
  '随即请',
  '希望',
  '呼吁',
  '建议',
  '提醒',
  '号召',
  '倡议',
  '勉励',
  '叮嘱',
  '叮咛',
  '嘱咐',
  '责成',
  '敦促',
  '指示',
  '批示',
  '裁示',
  '期许',
  '期勉',
  '吁请',
  '促请',
  '责令',
  '责请',
  '勒令',
  '激励',
  '鼓励',
  '告诫',
  '寄语',
  '提示',
  '支招',
  '命令',
  '下令',
  '吩咐',
  '交代',
  '交待',
  '劝告',
  '奉劝',
  '劝谕',
  '吁',
  '敦请',
  '恳请',
  '警告',
  '请求',
  '嘱托',
  '寄望',
  '期望',
  '劝说',
  '提议',
];

/** All verbs of saying, with their kinds. */
export const SPEECH_VERBS: ReadonlyMap<string, SpeechVerbKind> = new Map<string, SpeechVerbKind>([
  ...ANNOUNCING.flatMap(
    verb =>
      [
        [verb, 'announcing'],
        [`${verb}道`, 'marked'],
        [`${verb}说`, 'marked'],
      ] as const,
  ),
  ...['指出', '强调', '重申', '认为', '表示', '提出', '谈到', '提到', '指明'].flatMap(
    verb =>
      [
        [verb, 'plain'],
        [`${verb}道`, 'marked'],
      ] as const,
  ),
  ...[
    ...POINT_VERBS,
    '说',
    '说道',
    '称',
    '介绍',
    '透露',
    '坦言',
    '回应',
    '回答',
    '报告',
    '汇报',
    '议定',
    '答复',
    '回复',
    '补充',
    '明确',
    '规定',
    '宣布',
    '通报',
    '解释',
    '说明',
    '分析',
    '反映',
    '直言',
    '感慨',
    '写道',
    '正告',
    '检讨',
    '接过话头',
    '接过话茬',
    '下达指令',
    '下达命令',
    '下达口令',
    '发出指令',
    '发出命令',
    '告诉记者',
    '告诉',
    '主张',
    '讲道',
    '答',
    '坦承',
    '提及',
    '发言',
    '致辞',
    '指',
    ...['补充', '检讨', '接过话头', '接过话茬', '解释', '感慨', '回应', '介绍', '分析', '坦承', '直言', '宣布'].map(verb => `${verb}道`),
  ].map(verb => [verb, 'marked'] as const),
  ['请', 'asking'],
  ...ORDERING.flatMap(
    verb =>
      [
        [verb, 'ordering'],
        // 警告称如果…: what is said, no order.
        ...['说', '道', '称'].map(said => [`${verb}${said}`, 'plain'] as const),
      ] as const,
  ),
]);

/** Finds the verbs, the longest that begins at a place. */
export const SPEECH_VERB_INDEX = new WordIndex(SPEECH_VERBS.keys());

/** What may stand between a speaker and the verb. */
export const SAYING_ADVERBS =
  /(?:(?<![细规守准原法总])则|还|也|又|并|另外|另|亦|续|随即|一并|逐一|再次|一再|再三|再|边[\u4e00-\u9fff]边|进一步|特别|温馨|友情|着重|首次|始终|一贯|最后|同时|随后|接着|一致|首先|反复|专门|深刻|严肃|曾|多次|郑重|诚恳|坦率|当即|现场|当场|率先|强烈|明确|重点|就此|对此|亦|更|均|都|共同|笑着|高兴地|激动地|动情地|热情|亲切|耐心|关切|反[复覆]|当众|严厉|恳切|真诚|殷切|衷心|语重心长地|指示|批示|(?<![在于][\u4e00-\u9fff]{0,10})会上|[今昨][日天]\([^()]{1,10}\)|[今昨]\(\d{1,2}\)日|今日|今天|昨日|昨天|日前|[\u4e00-\u9fff]{1,3}地)$/;

/** Phrases between speaker and verb end like this: 在讲话中, 主持会议时, 出席并, 听取汇报后. */
export const PHRASE_END = edged(/(?:时|中|后|上|下|并|间|指|际|发言|讲话|致辞|一行|同志|先生|女士|等|人|内|话|日|会)$/);

const MEETING =
  '(?:^(?:巡查|督查|督导|调研)|会议|全会|大会|例会|座谈会|常委会|常务会|推进会|部署会|调度会|会商会|论坛|动员会|现场会|专题会|培训会|电视电话会|视频会|总结会|研讨会|工作会|扩大会|协调会|约谈会|发布会|扩大会议|办公会|学习会|约谈|会商|(?<![社机员委协学工商理监董事合金议国行教堂际大])会)';
const DOCUMENT =
  '(?:^(?:巡[察视])?反馈|通知|意见|方案|公告|通报|报告|文件|决定|条例|办法|规定|公报|社论|评论|文章|讲话|指南|细则|规划|纲要|倡议书|公开信|通告|批示|声明|白皮书|函|提示|新闻稿|》)';
const oneOf = (words: string): string => words.split(/\s+/).join('|');
const ORGAN = `(?:${[
  // 县人大常委会, 市委, 省纪委, 市国资委
  oneOf('委员会 委员会办公室 人大常委会 [省市县区州国中党常]委 纪委 监委 卫健委 发改委 国资委 消保委 团委 党组 党委 支部'),
  // 县政府, 财政局, 公安部, 县府
  oneOf('政府 县府 市府 府 局 (?<!全)部 厅 办 (?<!部)署 (?<![一每到各好益坏难长短用之深何住远近高低暗细实要别])处 当局'),
  // 防汛指挥部, 领导小组, 工作专班
  oneOf('指挥部 防指 防办 领导小组 工作组 [察查导视核估收计研]组 专班 专家组'),
  // 公司, 银行, 供电所, 气象台, 水文站
  oneOf('公司 集团 银行 供电所 派出所 研究所 中心 院 大学 学校 学院 医院 气象台 总站 [文测象务督检理]站 报社 合作社 供销社'),
  // 消防支队, 交警, 海事
  oneOf('[总支大中]队 交警 消防 海事 疾控'),
  // 协会, 妇联, 消协
  oneOf('协会 学会 工会 商会 联盟 组织 妇联 残联 工商联 消协 红十字会 [村居业]委会'),
  // 驻…使馆, 领事馆, 办事处
  oneOf('使馆 领馆 领事馆 办事处 代表处'),
  // 警方, 署方; 该部门
  oneOf('方面 [中外双警校院厂署处局厅园馆劳港澳]方 海关 机构 部门 单位'),
].join('|')})`;
const ROLE =
  '(?:发言人|负责人|专家|人士|代表|书记|市长|局长|主任|主席|村民|居民|市民|医生|教授|律师|工作人员|总理|部长|省长|县长|区长|州长|镇长|院长|校长|会长|厅长|处长|行长|司长|秘书长|总书记|领导|小组成员|司令员|董事长|总经理|组长|院士|研究员|同志|司司长|乡长|盟长|旗长|队长|站长|所长|行政长官|署长|召集人|总统|院士|委员|大家|人员|代表们|委员们|党员|干部|群众|企业|街道|乡镇|学生|家长|业主|老板|店主|游客|司机|专家们)';

/** The noun phrase before a verb of saying, by what its last word is; the groups are meeting, document, role, organ. */
export const SPEAKING_NOUN = new RegExp(`(?:(${MEETING})|(${DOCUMENT})|(${ROLE})|(${ORGAN}))$`);

/** A phrase that begins like this is no speaker: 按照市委要求, 贯彻会议强调…. */
export const NOT_A_SPEAKER = edged(
  /^(?:[另也亦并还再]?请(?!示)|要?(?:严格)?按照?|要?根据|遵照|依照|依据|落实|贯彻|传达|学习|围绕|牢记|对照|遵循|响应|结合|针对|符合|满足|达到|对于?|把|将|以|为了?|从|由于|因为|如果|关于|据(?!点|守)|只有|不|没有?|无|是|有|应(?!急|城|县)|接[获到报]|收到|获|这|那|深入|认真|严格|全面|坚决|坚持|执行|积极|切实|作为|与(?!会)|和|及|及其|具有|提高|提升|加强)/,
);
/** What may precede a speaking noun within its clause. */
export const BEFORE_SPEAKER =
  /^(?:(?:\d{1,4}年)?(?:\d{1,2}月)?\d{1,2}日(?:上午|下午|晚上?|凌晨|中午)?|日前|近日|昨[日天]|今[日天]|当[日天]|会上|随后|最后|同时|其间|期间|此外|另外|据悉|为此|对此|就此|同日|因此|所以|不过|但|而|据了解|目前|此前|本次|此次)+/;
