/** Patterns that a text need only be searched for where it bears their sign (`signs.ts`). Look-up text. */

/** Units that look like orders and are none. */
export const NO_DIRECTIVES: readonly RegExp[] = [
  /[?？]["')]*$/,
  /让我们|让大家一起/,
  /^(?:\(|\[)[^()[\]]{0,30}(?:\)|\])$/,
  // 正如习近平总书记指出过: what was said before.
  /(?:讲|说|强调|指出|要求|提出)过[,。]/,
  // 各镇人民政府： and the seats of a meeting.
  /^各[^。;!?]*:$/, /(?:设|设立)分会场|(?:参加|出席)(?:会议|活动)[。,]?$/,
  // 我想提醒大家三点：
  /^[^,;。]{0,8}(?:提醒|希望|建议|强调|讲|说|提)[^,;。]{0,6}[一二三四五六七八九十几两\d][点条项]:$/,
  // 值守员老周告诉记者。: who said what came before.
  /^[^,;:。"]{1,24}(?:说|告诉记者)。$/,
  // 违反本通告的，由公安机关依法处罚。
  /^[^,;。]{2,40}的,由[^,;。]{2,30}依法/,
  // 根据现行法例，未经登记不得使用。: what the law says.
  /^(?:根据|按照|依照)(?:现行|有关|相关)?(?:法例|法律|法规)/,
  // 为了…，制定本办法。 …，适用本办法。: what a rule says of itself.
  /(?:制定|适用|依照|参照)本(?:办法|规定|条例|细则|规则|章程|制度|守则)(?:执行)?[。;]?$|^[^,。]{0,8}本(?:办法|规定|条例|细则)所称/,
  // 改革主要包括：…
  /^[^,;。:]{2,30}包括:/,
  // 现将有关事项通知如下： and 自印发之日起施行 order nothing; nor does a telephone number.
  /^[^禁得应必]*(?:如下|如次|下列)[^,。]{0,6}[:。]?$/, /^[^,;]{0,12}自[^,;]{1,20}起(?:施行|实施|执行|生效)/, /^[^,;。]{2,14}:[\d\s()-]{3,}[。,]?$/,
];

/** A clause about what somebody or something is. */
export const COPULA = /(?<![特尤凡于还但可若要而只不总别其算如既先])是(?![否非以])|(?<!是)不是|事关|关乎|关系到|牵动着|关系着|重于|高于|大于|胜于|重如|仍[不未有存]|依然|不够|偏[高低大小弱重]|最[忌怕难]|严峻|频繁(?:流动|发生)/;

/** 我们将…: what the speaker's side will do; 将…纳入考核 is an order. */
export const PROMISE = /(?:^|,)(?:[中我]方|我国)?[\u4e00-\u9fff]{0,4}愿(?:意|同|与|继续|进一步)|(?:^|,)(?:我们|[中我]方|市里|县里|省里|区里|[\u4e00-\u9fff]{0,6}(?:政府|委))?(?:也|还|都)?将(?!.{0,24}(?:到位|起来|下去|落实|清零|作为|纳入|列为|挂钩))|(?:[委办局厅署部院]|政府|中心|公司|集团|大队|支队|站)将(?:于|会|在\d|适时|不定期|联合|派出|继续|陆续|启动)/;

/** 災後垃圾請環保局…, 发现火情请立即…: what it is about, then who is asked or how. */
export const ASKED_WHOM = /^[\u4e00-\u9fff]{2,14}?(?<![提申报邀聘宴商])(请)(?=立即|(?<=[前时后间]请)[\u4e00-\u9fff]|及时|尽快|尽早|务必|拨打|主动|联系|各|[\u4e00-\u9fff]{1,8}[局处署科室所委办])/;

/** A unit about those present asks somebody for something. */
export const REQUEST = /请|希望|建议|呼吁|盼/;

/** 讲三点意见, 提几点希望: what the items that follow are. */
export const ANNOUNCES = /提醒[^,。]{0,6}[一二三四五六七八九十几两][点条][:。]$|讲[一二三四五六七八九十几两](?:个字|句话|点)[。:]?$|(?:如下|以下)(?:几点|[一二三四五六七八九十]点)?(?:倡议|要求|建议|希望|呼吁|提醒|提示)[:。]?$|提出(?:明确|具体|工作)?(?:要求|希望)[。:]?$|[一二三四五六七八九十几两\d][点个条项](?:方面)?的?(?:具体|明确|工作|整改|改进|指导|贯彻|反馈)?(?:意见|要求|希望|建议|指示|部署|倡议|安排|任务)[。:,]?$/;

/** What a sentence names that leads to a list of what was done. */
export const REPORT_NOUN = /(?:工作|措施|做法|成效|特点|原因|问题|经验|体会|进展|变化|感受|情况|成绩|亮点|困难|不足|举措)$/;

/** 思想上要…, 认识要再…: heads without a number that are built alike. */
export const PARALLEL = /^在?[\u4e00-\u9fff]{2,6}?(上|方面)(?=[,要再]|必须|抓|做|坚持)|^[\u4e00-\u9fff]{2,4}(要再)/;

/** 要在“快”字上下功夫: heads of one form that differ in what is quoted. */
export const QUOTED_FORM = /^((?:要|在|要在)[^,;:。"]{0,6}")[^"]{1,8}("[^,;:。]{1,2})/;

/** 现将有关问题通报如下：: what the items that follow are. */
export const REPORTED_BELOW = /^[^,]{0,40}(?:问题|情况|案例|事例|名单|结果|做法|教训|事故|成绩|数据)[^,。要应]{0,12}(?:通报|公布|报告|汇报|介绍|列举|反馈|说明|公示)?(?:如下|如次)[:。]?$/;
