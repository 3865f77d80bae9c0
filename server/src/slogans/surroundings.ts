/**
 * What stands before and behind quoted words and tells what they are. Works on folded text;
 * what follows a phrase begins with its closing mark.
 */
import { edged, type Edged } from '../base/edged';
import { GRASPED } from './verbs';

/** One of some words, as the source of a pattern. */
export const oneOf = (...lists: readonly string[]): string => `(?:${lists.flatMap(list => list.split(' ')).join('|')})`;
const CLOSING = `["'”’」』]`;
const HAN = '[\\u3400-\\u9fff]';
const before = (...sources: readonly string[]): Edged => edged(new RegExp(`(?:${sources.join('|')})$`));
const behind = (...sources: readonly string[]): Edged => edged(new RegExp(`^${CLOSING}(?:${sources.join('|')})`));

/** What set phrases are called: “138”机制, “双随机”原则. */
const CLASSIFIER = oneOf(
  '机制 行动 工程 计划 方针 总方针 策略 总策略 要求 原则 模式 理念 工作法 目标 责任 精神 战略 制度 政策 办法 方式 改革 方案 措施 响应 专项 攻坚',
  '战法 体系 做法 的做法 的经验 经验 理论 标准 思路 格局 路径 的安排 底线 经费 宗旨 作风 姿态 劲头 韧劲 干劲 境界 情怀 意识 局面 氛围',
  '信念 要领 规矩 合力 准备 决心 勇气 毅力 力度 内生动力 动力 关系',
);
/** What something is that others hold to: 以“X”为抓手. */
const AIM = oneOf(
  '方针 抓手 引领 目标 主题 载体 导向 核心 统领 主线 牵引 支撑 路径 原则 准则 标准 追求 宗旨 理念 底线 基础 重点 要求 价值 基本价值',
);

/** What stands behind a phrase. */
export const BEHIND = {
  classified: behind(`的?${CLASSIFIER}`),
  /** “顶天立地”办学理念: with a word between. */
  classifiedNear: behind(`${HAN}{0,2}${CLASSIFIER}`),
  classifiedFar: behind(`${HAN}{0,4}(?:${CLASSIFIER}|部署|布局)`),
  /** What nothing else than a coined phrase goes by, be it of two characters: “叫应”机制, “亲清”二字. */
  coined: behind(`(?:工作)?(?:机制|制度|工作法|模式|原则|理念|${HAN}{2}关系|[两二三四五六七八]个?字)`),
  /** Things that bear a name in quotation marks: “十佳集体”称号, “健康宝”小程序, “雪龙”号. */
  named: behind(
    '等?' +
      oneOf(
        '称号 荣誉 奖项 奖章 牌匾 网站 客户端 公众号 小程序 平台 软件 节目 栏目 专栏 电影 电视剧 歌曲 轮 舰 艇 飞船 卫星 景区 小区 大道 广场',
        '公司 品牌 商标 字样 之称 美誉',
      ),
    '号(?!召)',
  ),
  aim: behind(`[为作]${HAN}{0,4}?${AIM}`),
  aimed: behind(`作为${HAN}{0,4}?${AIM}`),
  turns: behind(oneOf('变成 变为 转化为 转变为 打造成 贯穿')),
  /** 让“带图巡查”成为常态 */
  usual: behind(`${oneOf('成为 变成 变为')}${oneOf('常态 常规 习惯 风气 共识 自觉 制度')}`),
  /** 在“快准实”上下功夫: what something is worked at, each in its turn. */
  workedAt: behind(`字?上${oneOf('下 做 见 求 发 出 用 狠 持续 聚 寻 找 再')}`),
  things: behind('之[^称名誉美]'),
  nothing: edged(new RegExp(`^${CLOSING}(?:$|[,。;!])`)),
  /** Behind a figure of speech. */
  ofFigure: edged(
    new RegExp(
      `^${CLOSING}(?:$|[,。;:!?、"“)(]|${oneOf('等 和 与 问题 现象 顽疾 难题 困局 堵点 思想 思维 心态 念头 做法 行为 苗头 倾向 歪风 观念')}|之(?![称名誉美]))`,
    ),
  ),
} as const;

/** Whom somebody leads to something: 让群众“最多跑一地”. */
const PEOPLE = oneOf('群众 百姓 老百姓 企业 青少年 青年 学生 师生 党员 干部 党员干部 农民 村民 居民 职工 官兵 市民 农户 孩子 老人');

/** What stands before a phrase. */
export const BEFORE = {
  /** Behind these stands a name or what somebody said. */
  naming: before(
    oneOf(
      '称为 名为 题为 叫做 称作 誉为 命名 写着 写道 印有 欢呼 高呼 齐呼 高喊 承认 感叹 直呼 表示 指出 强调 回答 荣获 获得 获评 荣膺 授予',
      '评为 当选 判 判定 认定 收取 高唱 演唱 合唱 齐唱 举办 播出 上映 观看 使用 点击 搜索 输入 下载 关注 扫描 登录',
    ),
  ),
  calling: before(oneOf('网名 取名 名叫 网名叫 挂着 印有 刻着 写有')),
  /** What is done with an aim or a rule. */
  holding: before(
    oneOf(
      '坚持 秉持 秉承 践行 恪守 奉行 遵循 本着 树立 树牢 倡导 弘扬 发扬 推行 推广 实行 实施 实现 做到 确保 落实 按照 推进 推动 深化 增强 突出',
      '运用 抓好 紧盯 完善 叫响 打响 擦亮',
    ),
    '[要应须][把将以]',
  ),
  /** What is done about abuses; the word list takes some of these for nouns or names. */
  remedying: before(
    oneOf(
      '严禁 禁止 不得 不准 不搞 杜绝 整治 纠治 根治 防止 避免 消除 破除 破解 遏制 治理 摒弃 克服 扫除 铲除 斩断 打破 严防 谨防 警惕 反对 力戒',
      '狠刹 切忌 拒绝 不做',
    ),
  ),
  /** What is carried out; the word list takes these verbs for qualities or nouns. */
  carryingOut: before(oneOf('落实 落细 深化 健全 弘扬 压实 推行 推广'), '[要不争勇甘多少敢]当'),
  grasping: before(GRASPED, '当好'),
  /** 织牢风险“防护网”: the same, of something. */
  graspingOf: before(`(?:${GRASPED}|当好)${HAN}{1,6}`),
  /** 支部是乡村振兴的“主引擎”: what something is likened to. */
  likening: before(`${oneOf('是 成为 变成 化为 打造成 建成')}[^,。;:!?"]{0,12}的`),
  leading: before(`${oneOf('引导 教育 帮助 让 使 推动 助力 激励 动员 带领')}(?:更多|广大)?${PEOPLE}`),
  turning: before(oneOf('变成 变为 转化为 转变为 化为')),
  /** 科研要“顶天立地”。: what something must be. */
  demanding: before('[^不]要', oneOf('必须 做到 务必 力求')),
  /** 月底前“动态清仓”: what is to be done by a date. */
  due: before('[年月日底前]前'),
} as const;

/** Events and places that are held or built: 办好“啤酒节”. */
const EVENT = /(?:[节展会赛杯奖日周路街馆村]|超市|食堂|驿站|小屋|家庭|个人|集体)$/;
/** Papers that are carried out: 落实“科创二十条”. */
const PAPER = /(?:条|条例|准则|计划|方案|办法|规划|意见|公约|措施|项目)$/;

/** True for the names of events, places and papers; a longer phrase may end like one: 有困难找工会. */
export function isName(phrase: string): boolean {
  return PAPER.test(phrase) || (phrase.length < 6 && EVENT.test(phrase));
}
