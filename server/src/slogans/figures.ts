/** Figures of speech of official criticism and encouragement: set phrases wherever they are quoted. Collected for this project. */
const GROUPS: readonly string[] = [
  // abuses and those who commit them
  '牛皮癣 中梗阻 肠梗阻 老大难 拦路虎 绊脚石 形象工程 面子工程 政绩工程 一刀切 层层加码 两张皮 走过场 潜规则 保护伞 关系网 圈子文化',
  '好人主义 本领恐慌 躺平 躺平式 佛系 佛系干部 庸懒散 慢作为 乱作为 不作为 假作为 吃拿卡要 微腐败 蝇贪 打白条 空转 中看不中用',
  '玻璃门 弹簧门 旋转门 推拉门 僵尸企业 僵尸车 僵尸群 僵尸账户 马路拉链 空心村 灯下黑 半拉子 半拉子工程 豆腐渣工程 夹生饭 花架子',
  '假把式 空架子 墙头草 两面人 老好人 太平官 传声筒 二传手 甩手掌柜 踢皮球 和稀泥 打太极 打擦边球 搭便车 翻烧饼 表面文章',
  '官样文章 形式主义 官僚主义 指尖上的形式主义 文山会海 一言堂 等靠要',
  // effects
  '破窗效应 蝴蝶效应 木桶效应 鲶鱼效应 虹吸效应',
  // what is to be reached
  '最后一公里 最初一公里 最先一公里 最后一米 放管服 获得感 幸福感 安全感 精气神 烟火气 刀刃 刀刃上 小切口 大民生 关键小事 头等大事',
  // parts that somebody or something plays
  '探头 前哨 硬骨头 牛鼻子 主心骨 领头雁 领头羊 排头兵 火车头 压舱石 稳定器 助推器 加速器 定盘星 指南针 总开关 总闸门',
  '先手棋 组合拳 责任田 军令状 时间表 路线图 施工图 任务书 作战图 晴雨表 风向标 试金石 磨刀石 店小二 及时雨 定心丸 强心剂',
  '金钥匙 金名片 金招牌 聚宝盆 摇钱树 土专家 田秀才 乡创客 传家宝 主阵地 主战场 主力军 生力军 突击队 宣传队 工作队 播种机',
  '红管家 娘家人 贴心人 明白人 答卷人 赶考者 保命钱 养命钱 救命钱 领航员 守门员 服务员 吹哨人',
  // what people live on
  '钱袋子 菜篮子 米袋子 果盘子 茶罐子 水缸子 粮袋子 药箱子 菜园子 油瓶子 奶瓶子',
  // ways of working
  '一张网 一盘棋 一张图 一张蓝图 一本账 一股绳 一条心 一条龙 一站式 一窗式 一网通办 一件事 一次办 回头看 过筛子 地毯式 拉网式',
  '起底式 清单式 销号式 闭环式 零距离 零接触 零跑腿 零障碍 零差错 零容忍 面对面 键对键 手把手 心连心 屏对屏 点对点 端对端',
];

const FIGURES: ReadonlySet<string> = new Set(GROUPS.flatMap(group => group.split(' ')));
/** How much may stand before a figure: 蓝天获得感. */
const LONGEST_OWNER = 2;
/** Shorter ones end many words. */
const SHORTEST_OWNED = 3;

/** Whether a folded phrase is such a figure, be it that of something: 蓝天获得感. */
export function isFigureOfSpeech(phrase: string): boolean {
  if (FIGURES.has(phrase)) return true;
  const own = phrase.length - LONGEST_OWNER;
  return own >= SHORTEST_OWNED && FIGURES.has(phrase.slice(LONGEST_OWNER));
}
