/** Words around personal names in official prose, in simplified script. Lists are ours; titles are checked against the project's count of printed titles. */

const words = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

/** Last words of titles whose holders are officials. Prefixes (副, 常务, 市委 …) are found by walking left, see titles.ts. */
export const OFFICIAL_HEADS = words(`
  总书记 书记 第一书记 副书记 市长 省长 县长 区长 州长 旗长 盟长 乡长 镇长 村长 副市长 副省长 副县长 副区长 副州长 副镇长 副乡长
  主席 副主席 委员长 副委员长 总理 副总理 首相 总统 部长 司长 厅长 局长 处长 科长 股长 署长 关长 行长 院长 所长 站长 台长 社长 馆长 校长 园长
  副部长 副司长 副厅长 副局长 副处长 副科长 副署长 副关长 副行长 副院长 副所长 副站长 副台长 副社长 副馆长 副校长
  会长 副会长 理事长 秘书长 副秘书长 主任 副主任 主任委员 副主任委员 主委 副主委 组长 副组长 队长 副队长 大队长 支队长 总队长 中队长
  副大队长 副支队长 副总队长 指挥长 副指挥长 总指挥 副总指挥 司令员 副司令员 司令 政委 副政委 政治委员 参谋长 检察长 副检察长 庭长 审判长 审判员 检察官
  委员 常委 党委委员 党组成员 领导小组成员 班子成员 领导 市领导 州领导 区领导 县领导 省领导 领导同志 主要领导 分管领导 负责人 负责同志 总工程师 总经济师 总会计师 总规划师 总农艺师
  调研员 一级调研员 二级调研员 三级调研员 四级调研员 巡视员 一级巡视员 二级巡视员 督察专员 监察专员 专员 副专员 特派员 督导员 督学 总督学 发言人 行政长官 警务专员
  军长 师长 旅长 团长 营长 副军长 副师长 政治部主任 支书 河长 林长 湖长 田长 链长 总河长 大使 公使 参赞 领事 总领事 外长 防长 财长 议员 议长 外交部长 国防部长 国务委员
  人大代表 党代表 政协委员 市长助理 县长助理 区长助理 党委成员 局党组成员 干部 首席代表 委员会主任 国务卿 国王 女王 首长 教育长 总监 警务技术总监 政治处主任 总政委   参谋 干事 秘书 处级干部 厅级干部 副厅级干部 正厅级干部 县级干部 副县级干部 纪检监察组组长 总干事 代办 特使 专职委员 候补委员 专职副书记 市委副书记 召集人 主持人员 理事 常务理事 执行主席 主事 帮办 首席检察官 大法官 党组书记`);

/** Last words of titles and occupations whose holders are named, but hold no office. */
export const OTHER_HEADS = words(`
  记者 本报记者 通讯员 特约记者 摄影 摄影记者 编辑 责编 责任编辑 校对 美编 值班主任 值班编委 值班编辑 审核 监制 编审 终审 主编 总编 总编辑 副总编辑 编委 实习生 撰稿 作者 图 文 摄 供图 供稿
  主持人 主播 播音 专家 教授 副教授 讲师 院士 研究员 副研究员 学者 医生 医师 主任医师 副主任医师 护士 护士长 老师 教师 学生 同学 班主任 工程师 高级工程师 农艺师 博士 律师
  村民 居民 市民 群众 农民 工人 司机 店主 老板 业主 患者 志愿者 运动员 教练 导演 演员 作家 诗人 画家 书法家 艺术家 艺术总监 科学家 经济学家 分析师 董事长 副董事长 总经理 副总经理 监事长 总法律顾问 经理 总裁 副总裁 创始人 首席执行官 员工 职工 民警 辅警 警官 消防员
  战士 士兵 队员 网格员 社工 法定代表人 创业者 大户 种植户 养殖户 贫困户 脱贫户 农户 商户 摊主 游客 乘客 旅客 家长 老人 大爷 大妈 大叔 阿姨 女士 先生 小姐 同志 选手 球员 主教练 队医 解说员 讲解员 传承人 会计 厨师 技术员 技工 理事单位 网友
  代表 支部委员 带头人 负责人之一 老党员 党员 退休干部 退役军人 劳模 劳动模范 联合国秘书长发言人 嫌疑人 被告人 受害人 目击者 车主 房东 租客 店长 采购员 快递员 驾驶员 飞行员 航天员 宇航员`);

/** Verbs of saying that introduce what a person says. */
export const SAYING = words(`
  指出 强调 要求 表示 说 说道 认为 介绍 介绍说 称 指示 提出 透露 坦言 告诉 回应 回答 呼吁 建议 希望 致辞 致词 讲话 发言 汇报 通报 宣布 宣读 传达 重申 指明 提醒 解释 补充 补充道 感慨 感叹 叮嘱 嘱咐 勉励 寄语 裁示 谈到 讲道 写道 直言 答道 问道 说明 明确 批示 点评 总结 致 表达 代表 评价 裁定 强調 赞扬 肯定 号召 倡议 承诺 推荐 分享 坚信 相信 感谢 祝愿 祝贺 深信 声明 警告 否认 抱怨 笑着说 道 问`);

/** What officials are reported to do: verbs that make the words before them a name when they begin right after it. */
export const ACTING = words(`
  主持 出席 参加 参会 列席 陪同 调研 视察 检查 督导 督查 督察 考察 走访 慰问 看望 会见 接见 部署 安排 作出 作了 作报告 作工作报告 作政府工作报告 作动员讲话 作总结讲话 作重要讲话 作专题报告 作情况说明 作表态发言 作交流发言 作讲话 作说明 作动员 做 率 率队 带队 带领 听取 来到 前往 赶赴 深入 赴 到 抵达 分别 一行 主讲 授课 揭牌 揭幕 颁奖 授牌 签署 签约 签订 主持召开 组织召开 在 不 对 就 向
  当选 担任 出任 兼任 就任 任 获 荣获 收听收看 收看 巡查 暗访 调度 研究 审议 对接 座谈 与 和 同 及 以及 等 等人 还 也 又 先后 随后 首先 最后 再次 多次 专程 亲自 现场 当场 认真 仔细 详细 着重 特别 明确 逐一 实地 将 已 曾 并 为 从 把 给 是 因 被 涉嫌 接受 落马 同志 先生 女士 委员 参与 莅临 发表 作 挂帅 牵头 陪同调研 陪同检查 陪同参加 陪同考察 督战 指挥 坐镇 驻点 值守 带班 开展 前来 拜会 访问 会谈 通话 宣誓 辞去 致电 发起 表态 述职 领誓 监督 致力 走进 走上 进行 辛苦 在听取 在讲话 在致辞 在会上 通过 会同 代为 逐项 逐条 围绕 结合 针对 根据 主要 负责 分管 继续 详细了解 察看 查看 详细询问 询问 了解 实地察看 实地查看`);

/** Of those, the ones that hardly ever follow anything but a person: enough to take even a common word (方针, 安全) for a name. */
export const STRONG = new Set(words(`
  指出 强调 要求 表示 说 认为 介绍 介绍说 说道 提出 透露 告诉 坦言 致辞 致词 讲话 发言 主持 主持召开 主持会议 出席 参加 参会 列席 陪同 调研 视察 督导 率队 带队 一行 同志 先生 女士 分别 作 率 汇报 宣布 宣读 传达 通报 来到 前往 会见 看望 慰问 走访 检查 考察 收听收看 致 代表 叮嘱 勉励 号召 当选 担任 深入`));

/** Words that end the walk to the left from a title's head: what stands before them is not part of the title. */
export const TITLE_STOPS = words(`
  请来 邀请到 请到 迎来 来了 会上 会前 会后 会议 日前 近日 今日 昨日 前日 今天 昨天 明天 上午 下午 当日 当天 晚上 中午 傍晚 清晨 凌晨 当晚 期间 目前 随后 随即 之后 以后 其间 同时 此前 此后 今年 去年 近期 最近 日上午 陪同 会见 接见 听取 采访 邀请 任命 选举 决定 免去 接受 委托 获悉 据悉 了解 介绍 宣布 主持 出席 参加 担任 当选 出任 根据 按照 通过 以及 包括 现任 新任 时任 接替 宣读 传达 学习 贯彻 落实 来自 特邀 召开 举行 分别 其中 会同 责成 要求 指定 聘请 聘任 提名 审议 表决 罢免 感谢 祝贺 认真 全面 深入 还有 主持人 发言人 选任 当时 由于 关于 讲话 指出 强调 表示 致辞 发言 汇报 通报 部署 调研 受 连同 跟随 率领 看望 慰问 走访 拜会 对话 采访了 询问 告诉 问 告知 派出 经过 委派 授权 提请 选出 增补 推荐 补选 推选 该市 该县 该区 该省 我市 我县 我区 我省 我州 本市 本省 全市 全省 全县 全区 全州 各地 各级 有关 相关 各相关 现场 现在 曾任 历任 兼任 转任 调任 改任 升任 拟任 致 见到 送 等 称 跟 找 陪 随同 一起 前来 叫 像 让 讓 比如 例如 正在 赶到 来到 代表 省内 市内 此次 本次 时间 主持召开 传来 欢迎 对于 邀 昨晚 上述 下列 以下 新当选 原来 通知 欢送 拥护 缅怀 悼念 支持 协助 配合 指导 请示 报请 呈请`);

/** Characters that end the walk to the left, except inside the words of `TITLE_STOP_EXCEPTIONS`. */
export const TITLE_STOP_CHARACTERS = '应将由在对向与和及同的了给被把让请经据为时于以是有到从并也还又但而使则我他她它你您该每各某谁这那';
export const TITLE_STOP_EXCEPTIONS = new Set(words(`
  应急 应用 应对 应县 应城 供应 适应 响应 将军 将乐 大将 上将 中将 少将 和平 和田 和县 和顺 和龙 和林 和静 和硕 和政 和布 呼和 人和 共和 仁和 泰和 政和 平和 祥和 清和 永和 饶和 兴和 和谐 和睦 和气 亲和 德和 和西 雍和 中和 太和 协和 和村 和合 和山 大同 同仁 同江 同心 会同 同济 同志 合同 协同 对外 对台 对口 对俄 向阳 志向 经济 经信 经开 经贸 财经 经营 经理 经纪 数据 证据 无为 时代 时报 时事 于都 于田 于洪 以色 以军 有限 国有 所有 公有 自有 专有 有色 从化 从江 从事 并州 是山 同安 同乐 同德 自由 由旗 在线 在地 在职 的士 也门 还建 公与 经侦 经办 同城 同盟 同业 请假 申请 和中 让胡 了望 为民 时任 及格 普及 埃及 文同 为华 各族 每日 每周 那曲 那坡 他念 到岗 报到 他`));
TITLE_STOP_EXCEPTIONS.delete('时任'); TITLE_STOP_EXCEPTIONS.delete('他');

/** Syllables of which Tibetan, Uyghur, Kazakh and Mongolian names are made as they are written in Chinese. */
export const MINORITY_SYLLABLES = words(`
  才让 索南 达杰 才旦 东珠 仁增 桑杰 拉毛 卓嘎 曲吉 尕藏 南杰 多杰 群培 次旦 旦巴 罗松 江村 仁真 更登 格绒 扎西 多吉 次仁 卓玛 旺堆 尼玛 洛桑 丹增 平措 格桑 达娃 巴桑 边巴 拉姆 央金 德吉 旺姆 仁青 索朗 罗布 罗桑 顿珠 曲珍 嘎玛 白玛 贡布 贡嘎 降央 泽仁 四郎 登巴 土登 阿旺 江措 坚赞 益西 强巴 桑珠 占堆 普布 云丹 彭措 晋美 热地 帕巴 达瓦 斯朗 加措 拥忠 呷绒 阿布 阿不都 买买提 艾力 吐尔逊 努尔 古丽 热合曼 司马义 肖开提 雪克来提 艾尔肯 帕尔哈提 吾甫尔 玉素甫 木合塔尔 阿迪力 依明 热依木 努尔兰 巴特尔 巴图 布小林 布和 苏和 乌兰 朝鲁 那顺 孟克 斯琴 其其格 哈斯 额尔敦 包钢 图雅 宝音 毕力格 高娃 娜仁 萨仁 布仁 乌云 吉木斯 斯钦 格日勒 瓦扎 曲比 阿什 吉克 沙马 马海 俄木 木乃 阿吉 苏嘎尔`);

/** Nouns that a leader's name only modifies: 习近平总书记重要指示, 尹力省长…讲话精神. */
export const MODIFIED_NOUNS = words(`重要讲话 重要指示 指示精神 讲话精神 批示精神 会议精神 重要批示 批示 重要论述 重要思想 思想 贺信 回信 指示要求 重要要求 殷切嘱托 嘱托 为核心 核心 精神 重要文章 著作 部署要求 指示批示 治国理政`);

/** Predicates that make the name before them an actor after all. */
export const PREDICATES = words(`主持 指出 强调 作出 发表 出席 参加 要求 表示 作了 讲话， 会见 致贺信 复信 向 指示， 批示， 签署 提出 宣布`);

/** What a surname must not be in a short form (和市长, 由书记, 任局长): function words and usual parts of titles. */
export const NOT_A_SURNAME_BEFORE_TITLE = new Set('由向和任代从时于经同还过区都通公党国全边与及北南东西上中原各该市县省州镇乡村局处部政司会法支户商农安路计水林能信史文教石油车交高双单方行第初正常总副老大小委官军警校院管平相元主路居社城新家');

/** Head words after a surname (李书记) or alone (市长要求) that are taken for short forms. */
export const SHORT_TITLES = words(`书记 市长 省长 县长 区长 州长 旗长 镇长 乡长 部长 厅长 局长 处长 科长 主席 主任 院长 校长 行长 所长 站长 会长 秘书长 组长 队长 总理 委员长 检察长 总指挥 指挥长 司令 政委 副书记 副市长 副省长 副县长 副区长 副州长 副局长 副主任 副主席 总书记 院士 教授 总经理 董事长 主委`);

/** Heads that more often stand for many than for one: after them a name needs to be surer. */
export const PLURAL_HEADS = new Set(words(`群众 党员 干部 成员 领导 领导小组成员 班子成员 党组成员 党委委员 负责人 负责同志 代表 主要领导 分管领导 领导同志 委员 常委 农民 工人 学生 居民 村民 市民 职工 员工 队员 战士 志愿者 患者 游客 商户 农户 贫困户 老师 教师 医生 护士 家长 记者 专家 主持人员 议员 老人 运动员 球员 选手 同志 先生 女士 图 文 摄 职员 民警 警官`));

/** Last characters that are more often the next word: 尉迟勇|等, 李酌|在. */
export const NEXT_WORDS = new Set('地时的受于把让等在对就到向将把也还又和与说则不并从率赴均都曾已再便问以及因被为');

/** Adverbs of one character between a name and its verb. */
export const SINGLE_ADVERBS = new Set('则还也又并均都曾已再便就更却仍');

/** Last characters of places and offices: such a word is a name only where title or list say so. */
export const PLACE_ENDINGS = new Set('山岛湾桥峰省市县区州旗镇乡村街局委厅院部办社校厂站国寺路江河湖港岛方军司署所队组团会业机县');

/** Taken for names by the word list, but not here. */
export const NEVER_NAMES = new Set(words(`谢谢 全票 贺信 那曲 党中央 国务院 安全感 广大 成都 康巴 宁夏 安徽 甘肃 海南 江苏 江西 广西 广东 河北 河南 湖北 湖南 云南 贵州 吉林 黄河 长江 全国 全省 全市 全县 全区 全州 金融 经济 文明 和谐 高质量 强基 方案 时间 时任 农业 农村 公安 双方 习近平新`));

/** Characters that hardly ever stand inside a name. */
export const FUNCTION_CHARACTERS = new Set('地到在的了是和与及对着过给被把将不也还等从向要会都这那我他她你它但而且或因所以其各每该没无');

/** Countries and regions that the word list takes for persons, or that begin like a name. */
export const COUNTRIES = words(`
  阿富汗 阿尔巴尼亚 阿尔及利亚 阿根廷 阿联酋 阿拉伯 阿曼 阿塞拜疆 埃及 埃塞俄比亚 埃塞 爱尔兰 爱沙尼亚 安道尔 安哥拉 安提瓜 奥地利 澳大利亚 澳洲 澳门 巴巴多斯 巴布亚新几内亚 巴哈马 巴基斯坦 巴拉圭 巴勒斯坦 巴林 巴拿马 巴西 白俄罗斯 保加利亚 贝宁 比利时 冰岛 波兰 波黑 玻利维亚 伯利兹 博茨瓦纳 不丹 布基纳法索 布隆迪 朝鲜 赤道几内亚 丹麦 德国 东帝汶 东盟 多哥 多米尼加 多米尼克 俄罗斯 厄瓜多尔 厄立特里亚 法国 菲律宾 斐济 芬兰 佛得角 冈比亚 刚果 哥伦比亚 哥斯达黎加 格林纳达 格鲁吉亚 古巴 圭亚那 哈萨克斯坦 海地 韩国 荷兰 黑山 洪都拉斯 基里巴斯 吉布提 吉尔吉斯斯坦 吉尔吉斯 几内亚 加拿大 加纳 加蓬 柬埔寨 捷克 津巴布韦 喀麦隆 卡塔尔 科摩罗 科特迪瓦 科威特 克罗地亚 肯尼亚 拉脱维亚 莱索托 老挝 黎巴嫩 立陶宛 利比里亚 利比亚 列支敦士登 卢森堡 卢旺达 罗马尼亚 马达加斯加 马尔代夫 马耳他 马拉维 马来西亚 马里 马其顿 毛里求斯 毛里塔尼亚 美国 蒙古 孟加拉 秘鲁 密克罗尼西亚 缅甸 摩尔多瓦 摩洛哥 摩纳哥 莫桑比克 墨西哥 纳米比亚 南非 南苏丹 瑙鲁 尼泊尔 尼加拉瓜 尼日尔 尼日利亚 挪威 欧盟 欧洲 葡萄牙 日本 瑞典 瑞士 萨尔瓦多 萨摩亚 塞尔维亚 塞拉利昂 塞内加尔 塞浦路斯 塞舌尔 沙特 沙特阿拉伯 圣多美 斯里兰卡 斯洛伐克 斯洛文尼亚 苏丹 苏里南 所罗门 索马里 塔吉克斯坦 塔吉克 泰国 坦桑尼亚 汤加 突尼斯 土耳其 土库曼斯坦 瓦努阿图 危地马拉 委内瑞拉 文莱 乌干达 乌克兰 乌拉圭 乌兹别克斯坦 西班牙 希腊 新加坡 新西兰 匈牙利 叙利亚 牙买加 亚美尼亚 也门 伊拉克 伊朗 以色列 意大利 印度 印度尼西亚 印尼 英国 约旦 越南 赞比亚 乍得 智利 中非 中国 非盟 阿盟 联合国 莫斯科 华盛顿 伦敦 巴黎 纽约 东京 柏林 布鲁塞尔 日内瓦 白宫 克里姆林宫 吉林 黑龙江 内蒙古 香港 台湾 哈马斯 塔利班 北约 金砖 长春 长沙 南京 南昌 南宁 成都 贵阳 海口 兰州 银川 西宁 西安 杭州 温州 宁波 福州 厦门 广州 深圳 武汉 郑州 石家庄 太原 呼和浩特 沈阳 大连 天津 重庆 上海 北京 山东 山西 安徽 江苏 浙江 河南 河北 湖南 湖北 广东 广西 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 海南 福建 江西 辽宁`);

/** Family names that are verbs as well: 署长谈|春节, 领导包|到校. */
export const VERB_SURNAMES = new Set('谈包计查访问解应任管盖养游来步过回开闭送召怀操教提接');
