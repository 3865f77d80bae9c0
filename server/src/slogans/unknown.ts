/** Whether quoted words that the table lacks are a set phrase. Works on folded text without the quotation marks. */
import { edged } from '../base/edged';
import { UnitSet } from '../base/unitSet';
import type { WordList } from '../language/language';
import { leadingNumber } from './numerals';
import { GRASPED } from './verbs';

const HAN = /^[\u3400-\u9fff]+$/;
/** Patterns by which set phrases are made: 应接尽接, 逢进必消, 一号工程, 一天一检, 零遗漏, 非必要不离淮, 严而又严. */
const PATTERNS: readonly RegExp[] = [
  /^应.尽.$/,
  /^逢.必.$/,
  /^一.一.?$/,
  /^零..{1,3}$/,
  /^有.必.$/,
  /^..即.$/,
  /^即.即.$/,
  // 未诉先办, 先立后破, 边学边改, 当用则用
  /^未.先.$/,
  /^.长制$/,
  /^先.后.$/,
  /^边.边.$/,
  /^[当能应该可].(?:则|就|尽|必).$/,
  /^能.尽.$/,
  /^非[^不]+不.+$/,
  /^(.).\1.$/,
  /^.(.).\1$/,
  /^(.).\1.\1.$/,
  /^.{0,3}一.{1,3}一.{1,3}$/,
  /^[一头首]号..$/,
  // 最多跑一地
  /^最多.一.$/,
  // 只挂帅不出征, 建而不管, 一封了之
  /^只.{1,3}不.{1,3}$/,
  /^.{1,2}而[不未].$/,
  /^一.了[之事]$/,
  // 第一粒扣子, 第一道防线; not 第一次
  /^第一(?![次名季届天年批课集章节期]).{1,4}$/,
  // 舌尖上的浪费
  /^.{2}上的.{2}$/,
];
/** 填鸭式, 盆景式: the manner of something, be it a word as well. */
const MANNER = edged(/^[\u3400-\u9fff]{1,2}[^模形方公仪格样程正款]式(?:管理|服务|监管|治理|监督|执法|帮扶|检查|调研|培养)?$/);
/** What is said of things in one character, for phrases of two halves that are built alike: 明厨亮灶, 小病大养, 干播湿出, 重建轻管, 迎峰度夏. */
const QUALITIES = new UnitSet([
  '大小高低明暗亮深浅长短快慢强弱轻重干湿内外上下前后左右新旧冷热早晚多少好坏宽严软硬虚实远近公私急缓富优精真假老幼全半',
]);
const DEEDS = new UnitSet([
  '进出来去迎度保促稳防控治理扩提增降减补转改建管放用养修护守联帮送访问听查看走上下入回收退还种卖买拆清整抓干播缩压拓招引育聚强壮兴富护净绿美',
]);
const CLASSIFIERS =
  '(?:机制|行动|工程|计划|方针|总方针|策略|总策略|要求|原则|模式|理念|工作法|目标|责任|精神|战略|制度|政策|办法|方式|改革|方案|措施|响应|专项|攻坚|战法|体系|做法|的做法|的经验|经验|理论|标准|思路|格局|路径|的安排|底线|经费|宗旨|作风|姿态|劲头|韧劲|干劲|境界|情怀|意识|局面|氛围|信念|要领|规矩|合力|准备|决心|勇气|毅力|力度|内生动力|动力|关系)';
/** What follows a set phrase: “138”机制, “双随机”原则. */
const CLASSIFIED = new RegExp(`^["'”’」』]的?${CLASSIFIERS}`);
/** The same with a word between: “顶天立地”办学理念. Nothing shorter is sure to be what the classifier is about. */
const CLASSIFIED_NEAR = new RegExp(`^["'”’」』][\u3400-\u9fff]{0,2}${CLASSIFIERS}`);
/** What nothing else than a coined phrase goes by, be it of two characters: “叫应”机制, “亲清”二字. */
const COINED_SHORT = /^["'”’」』](?:工作)?(?:机制|制度|工作法|模式|原则|理念|[\u3400-\u9fff]{2}关系|[两二三四五六七八]字)/;
/** Things that bear a name in quotation marks: “十佳集体”称号, “健康宝”小程序, “雪龙”号. */
const NAMED = edged(
  /^["'”’」』](?:称号|荣誉|奖项|奖章|牌匾|网站|客户端|公众号|小程序|平台|软件|节目|栏目|专栏|电影|电视剧|歌曲|号(?!召)|轮|舰|艇|飞船|卫星|景区|小区|大道|广场|公司|品牌|商标|字样|之称|美誉)/,
);
const NAMING_BEFORE = edged(/(?:网名|取名|名叫|网名叫|挂着|印有|刻着|写有)$/);
/** Whom somebody leads to something: 让群众“最多跑一地”. */
const LED = edged(
  /(?:引导|教育|帮助|让|使|推动|助力|激励|动员|带领)(?:更多|广大)?(?:群众|百姓|老百姓|企业|青少年|青年|学生|师生|党员|干部|党员干部|农民|村民|居民|职工|官兵|市民|农户|孩子|老人)$/,
);
/** Digits alone name nothing else: “131”安全管控模式. */
const CLASSIFIED_FAR = new RegExp(`^["'”’」』][\u3400-\u9fff]{0,4}${CLASSIFIERS}`);
const MEASURES = '个大项条种类方位批步张本笔关环心力道级层网线点面法字章单清书';
/** 门前三包: what is counted stands behind the number, its place before it. */
const NUMBERED_LAST = edged(/^[\u3400-\u9fff]{2}[三四五六七八九][包清查改定治保防不帮联带心进建好净乱]$/);
/** 一核两翼三带, 三区三城: counts side by side. */
const COUNTS = edged(/^(?:[一二两三四五六七八九十百千多][\u3400-\u9fff]{1,2}){2,5}$/);
/** 支部+合作社+农户, 1+3+N, 互联网+. */
const SUM = /^[\u3400-\u9fffA-Z\d]{1,10}(?:\+[\u3400-\u9fffA-Z\d]{0,10}){1,5}$/;
/** What is named as the aim or rule that somebody holds to: 以“X”为抓手, 坚持“X”. */
const HELD =
  /^["'”’」』]为[\u3400-\u9fff]{0,4}?(?:方针|抓手|引领|目标|主题|载体|导向|核心|统领|主线|牵引|支撑|路径|原则|准则|标准|追求|宗旨|理念|底线|基础|重点|要求)/;
const HOLDING = edged(
  /(?:坚持|秉持|秉承|践行|恪守|奉行|遵循|本着|树立|树牢|倡导|弘扬|发扬|推行|推广|实行|实施|实现|做到|确保|落实|按照|推进|推动|深化|增强|突出|运用|抓好|紧盯|完善|叫响|打响|擦亮|[要应须][把将以])$/,
);
/** What something becomes. */
const TURNS = edged(/^["'”’」』](?:变成|变为|转化为|转变为|打造成|贯穿)/);
const TURNED = edged(/(?:变成|变为|转化为|转变为|化为)$/);

/** 在“快准实”上下功夫: what something is worked at, each in its turn. */
const WORKED_AT = edged(/^["'”’」』]字?上(?:下|做|见|求|发|出|用|狠|持续|聚|寻|找|再)/);

/** 科研要“顶天立地”。: what something must be, in as many words. */
const DEMANDING = edged(/(?:[^不]要|必须|做到|务必|力求)$/);
const ALONE = /^["'”’」』](?:$|[,。;!])/;

/**
 * Whether a quoted phrase is a set phrase.
 * @param phrase folded, without outer quotation marks
 * @param before folded text up to the opening mark
 * @param after folded text from the closing mark on
 */
export function isSetPhrase(phrase: string, before: string, after: string, words: WordList): boolean {
  if (phrase.length < 2 || phrase.length > 40 || /[。;:!?]/.test(phrase)) return false;
  const parts = phrase.split(/[、,]/);
  if (parts.length > 1)
    return isParallel(parts) || isHeld(before, after) || (!/^要|的/.test(phrase) && (HOLDING.test(before) || CLASSIFIED_NEAR.test(after)));
  if (SUM.test(phrase) || FIGURES.has(phrase)) return true;
  if (phrase.length > 12) return false;
  if (NAMING_BEFORE.test(before)) return false;
  if (NAMED.test(after) && !/^[一两二三四五六七八九\d]/.test(phrase)) return false;
  if (isNumbered(phrase, after, words) || isFigure(phrase, before, after, words)) return true;
  if (/^[1-9]\d{1,4}$/.test(phrase)) return CLASSIFIED_FAR.test(after);
  return HAN.test(phrase) && COINED.some(tells => tells({ phrase, before, after, words }));
}

/** 以“X”为抓手, 在“X”上下功夫 */
function isHeld(before: string, after: string): boolean {
  return (before.endsWith('以') && HELD.test(after)) || (before.endsWith('在') && WORKED_AT.test(after));
}

/** A quoted phrase of Chinese characters and what stands around it. */
interface Quoted {
  readonly phrase: string;
  readonly before: string;
  readonly after: string;
  readonly words: WordList;
}

/** What makes a quoted phrase one that was coined: its form, what is done with it, or what it is called. */
const COINED: readonly ((quoted: Quoted) => boolean)[] = [
  ({ phrase }) => MANNER.test(phrase),
  ({ phrase, before, after, words }) => before.endsWith('在') && WORKED_AT.test(after) && !words.has(phrase),
  ({ phrase, before, after }) => phrase.length >= 4 && DEMANDING.test(before) && ALONE.test(after),
  ({ phrase, before, after, words }) =>
    phrase.length >= 4 && (LED.test(before) || DUE.test(before)) && ALONE.test(after) && !words.has(phrase),
  ({ phrase, after, words }) => phrase.length === 2 && COINED_SHORT.test(after) && (!words.has(phrase) || /关系/.test(after)),
  ({ phrase, before, after }) => phrase.length >= 3 && /[让使把]$/.test(before) && BECOMES.test(after),
  // 把“流量”变成“留量”
  ({ before, after, words, phrase }) =>
    !words.has(phrase) &&
    ((/[把将]$/.test(before) && TURNS.test(after)) || (TURNED.test(before) && ALONE.test(after) && !phrase.includes('的'))),
  ({ phrase, words }) => !words.has(phrase) && (isBuiltAlike(phrase, words) || PATTERNS.some(pattern => pattern.test(phrase))),
  // 以学铸魂, 以竹代塑; not 以小时计.
  ({ phrase, words }) => /^以...$/.test(phrase) && !words.has(phrase) && !words.has(phrase.slice(1, 3)),
  ({ phrase, before, after, words }) => phrase.length >= 4 && !phrase.includes('的') && isHeld(before, after) && !words.has(phrase),
  ({ phrase, before, words }) =>
    phrase.length >= 3 && HOLDING.test(before) && !/的|中国|^要/.test(phrase) && !isName(phrase) && !words.has(phrase),
  ({ phrase, after }) => phrase.length >= 3 && (phrase.length >= 4 ? CLASSIFIED_NEAR : CLASSIFIED).test(after),
];

/** 明厨亮灶: two halves of a quality or a deed and its object, at least one of which is no word of its own. */
function isBuiltAlike(phrase: string, words: WordList): boolean {
  const first = phrase.charCodeAt(0);
  const second = phrase.charCodeAt(2);
  return (
    phrase.length === 4 &&
    ((QUALITIES.has(first) && QUALITIES.has(second)) || (DEEDS.has(first) && DEEDS.has(second))) &&
    (!words.has(phrase.slice(0, 2)) || !words.has(phrase.slice(2)))
  );
}

/** Figures of speech of official criticism and encouragement: set phrases wherever they are quoted. Collected for this project. */
const FIGURES = new Set(
  `牛皮癣 中梗阻 肠梗阻 老大难 拦路虎 绊脚石 形象工程 面子工程 政绩工程 一刀切 层层加码 两张皮 走过场 潜规则 保护伞 关系网 圈子文化 好人主义 本领恐慌 躺平 躺平式 佛系 佛系干部 庸懒散 慢作为 乱作为 不作为 假作为 吃拿卡要
  微腐败 蝇贪 打白条 空转 中看不中用 最后一公里 最初一公里 最先一公里 最后一米 玻璃门 弹簧门 旋转门 僵尸企业 僵尸车 僵尸群 僵尸账户 马路拉链 空心村 破窗效应 蝴蝶效应 木桶效应 灯下黑 探头 前哨 硬骨头 牛鼻子 主心骨 领头雁 领头羊 排头兵 火车头 压舱石 稳定器 助推器 加速器
  定盘星 指南针 总开关 总闸门 先手棋 组合拳 责任田 军令状 时间表 路线图 施工图 任务书 作战图 晴雨表 风向标 试金石 磨刀石 店小二 及时雨 定心丸 强心剂 金钥匙 金名片 金招牌 钱袋子 菜篮子 米袋子 果盘子 茶罐子 水缸子 粮袋子 聚宝盆 摇钱树 土专家 田秀才 乡创客 传家宝 主阵地 主战场 主力军 生力军 突击队 宣传队 工作队 播种机 红管家 娘家人 贴心人 明白人 答卷人 赶考者 精气神 烟火气 小切口 大民生 关键小事 头等大事 一张网 一盘棋 一张图 一张蓝图 一本账 一股绳 一条心 一条龙 一站式 一窗式 一网通办 一件事 一次办 回头看 过筛子 地毯式 拉网式 起底式 清单式 销号式 闭环式 零距离 零接触 零跑腿 零障碍 零差错 零容忍 面对面 键对键 手把手 心连心 屏对屏 点对点 端对端 半拉子 半拉子工程 豆腐渣工程 夹生饭 花架子 假把式 空架子 墙头草 两面人 老好人 太平官 传声筒 二传手 甩手掌柜 推拉门 踢皮球 和稀泥 打太极 打擦边球 搭便车 翻烧饼 表面文章 官样文章 形式主义 官僚主义 指尖上的形式主义 文山会海 放管服 获得感 幸福感 安全感`.split(
    /\s+/,
  ),
);

/** 让“带图巡查”成为常态 */
const BECOMES = edged(/^["'”’」』](?:成为|变成|变为)(?:常态|常规|习惯|风气|共识|自觉|制度)/);
/** 月底前“动态清仓”: what is to be done by a date. */
const DUE = edged(/[年月日底前]前$/);

/** Events and places that are held or built: 办好“啤酒节”. */
const EVENT = /(?:[节展会赛杯奖日周路街馆村]|超市|食堂|驿站|小屋|家庭|个人|集体)$/;

/** Papers that are carried out: 落实“科创二十条”. */
const PAPER = /(?:条|条例|准则|计划|方案|办法|规划|意见|公约|措施|项目)$/;

/** True for the names of events, places and papers; a longer phrase may end like one: 有困难找工会. */
function isName(phrase: string): boolean {
  return PAPER.test(phrase) || (phrase.length < 6 && EVENT.test(phrase));
}

/** 疏通“中梗阻”, 整治“牛皮癣”问题: three to five characters that a verb governs, and nothing but a mark or 问题 behind them. */
function isFigure(phrase: string, before: string, after: string, words: WordList): boolean {
  // 守住“对上”之责
  if (phrase.length === 2 && HAN.test(phrase)) return GRASP.test(before) && THING.test(after);
  if (phrase.length < 3 || phrase.length > 5 || !HAN.test(phrase) || PAPER.test(phrase) || /[的了吗吧呢啊我你他比以]/.test(phrase))
    return false;
  return (
    (REMEDY.test(before) ||
      GRASP.test(before) ||
      CARRIED_OUT.test(before) ||
      ((GRASP_FAR.test(before) || LIKENED.test(before)) && !EVENT.test(phrase)) ||
      (/^(?:v|vn)$/.test(words.tag(before.slice(-2)) ?? '') && !EVENT.test(phrase) && !isStatement(phrase, words))) &&
    !NAMING.test(before) &&
    /^["'”’」』](?:$|[,。;:!?、"“)(]|等|和|与|问题|现象|顽疾|难题|困局|堵点|思想|思维|心态|念头|做法|行为|苗头|倾向|歪风|观念|之(?![称名誉美]))/.test(
      after,
    )
  );
}

/** 表示不满: a verb and what it governs, where nothing but any verb leads up to it. */
function isStatement(phrase: string, words: WordList): boolean {
  return phrase.length === 4 && words.tag(phrase.slice(0, 2)) === 'v' && words.has(phrase.slice(2));
}

/** Verbs for what is done about abuses; the word list takes some of them for nouns or names. */
const REMEDY = edged(
  /(?:严禁|禁止|不得|不准|不搞|杜绝|整治|纠治|根治|防止|避免|消除|破除|破解|遏制|治理|摒弃|克服|扫除|铲除|斩断|打破|严防|谨防|警惕)$/,
);

const GRASP = edged(new RegExp(`(?:${GRASPED}|当好)$`));
/** 织牢风险“防护网”: the same, of something. */
const GRASP_FAR = edged(new RegExp(`(?:${GRASPED}|当好)[\\u3400-\\u9fff]{1,6}$`));
/** 支部是乡村振兴的“主引擎”: what something is likened to. */
const LIKENED = edged(/(?:是|成为|变成|化为|打造成|建成)[^,。;:!?"]{0,12}的$/);
const THING = edged(/^["'”’」』]之[^称名誉美]/);
/** Verbs for what is carried out, which the word list takes for qualities or nouns. */
const CARRIED_OUT = edged(/(?:落实|落细|深化|健全|弘扬|压实|推行|推广|[要不争勇甘多少敢]当)$/);

/** Verbs behind which a name or the words of somebody stand in quotation marks. */
const NAMING =
  /(?:称为|名为|题为|叫做|称作|誉为|命名|写着|写道|印有|欢呼|高呼|齐呼|高喊|承认|感叹|直呼|表示|指出|强调|回答|荣获|获得|获评|荣膺|授予|评为|当选|判|判定|认定|收取|高唱|演唱|合唱|齐唱|举办|播出|上映|观看|演唱|使用|点击|搜索|输入|下载|关注|扫描|登录)$/;

/** How often the word list's source has a word that is seldom used. */
const SELDOM = 50;

/** 四个口袋, 五清, 三章一Q, 百日攻坚, 一核两翼三带; not 一下, 两节, 十分. */
function isNumbered(phrase: string, after: string, words: WordList): boolean {
  const rest = phrase.slice(1);
  if (/^[百千万]/.test(phrase)) return phrase.length >= 4 && HAN.test(phrase) && !words.has(phrase);
  if (COUNTS.test(phrase) && !words.has(phrase)) return true;
  if (NUMBERED_LAST.test(phrase)) return true;
  const number = leadingNumber(phrase);
  if (number < 2 || !/^[\u3400-\u9fffA-Z\d+]+$/.test(phrase) || /^(?:[年月日时分点岁元度号届]|十[一二]?$)/.test(rest)) return false;
  if (/^\d/.test(phrase)) return /^\d{1,2}[+个大项].+/.test(phrase);
  // 四上企业 are counted; 三门 and 四会 are places as well, and 五一 is a day.
  if (phrase.length === 2)
    return (
      leadingNumber(rest) === 0 &&
      // “两山”理论, but “两会” and “两节” alone are days; 三无 and 五保 are short for something, 三门 and 五四 are not.
      (number > 2
        ? !words.has(phrase) || isShort(phrase, words) || CLASSIFIED_FAR.test(after)
        : !words.has(phrase) && CLASSIFIED.test(after))
    );
  return MEASURES.includes(rest[0]!) || (phrase.length <= 8 && !words.has(phrase)) || words.frequency(phrase) < SELDOM;
}

/** 三无, 五保, 四史: short for something, not a word that is much used. */
function isShort(phrase: string, words: WordList): boolean {
  const tag = words.tag(phrase) ?? '';
  return /^[fj]$/.test(tag) || (tag === 'n' && words.frequency(phrase) < SELDOM);
}

/** 防输入、防扩散、防聚集: parts of one length, or with the same first or last character. */
function isParallel(parts: readonly string[]): boolean {
  // 人、物、环境
  if (parts.length > 2 && parts.every(part => part.length > 0 && part.length <= 4)) return true;
  if (parts.some(part => part.length < 2 || part.length > 12)) return false;
  // 一个中心、两个基本点
  if (parts.every(part => leadingNumber(part) > 0)) return true;
  const first = parts[0]!;
  return (
    parts.every(part => part.length === first.length) ||
    // 仗怎么打、兵就怎么练
    [...first].some((_, at) => at > 0 && parts.every(part => part.includes(first.slice(at - 1, at + 1)))) ||
    // 县长包片、乡长包村、村干部包户
    (parts.length > 2 && [...first].some(char => parts.every(part => part.length <= 6 && part.includes(char)))) ||
    parts.every(part => part[0] === first[0]) ||
    parts.every(part => part.at(-1) === first.at(-1))
  );
}
