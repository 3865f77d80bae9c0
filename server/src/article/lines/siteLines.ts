/** Lines that a site puts around an article: navigation, buttons, prompts, footers. Look-up text without blanks around it. */
import { isOfControls } from './controlWords';

/** What such a line says, and what gives it away. */
const SITE_LINES: readonly (readonly [reason: string, RegExp])[] = [
  [
    'site-navigation',
    /^(?:您?(?:现?在|所在)?的?位置|当前位置|当前栏目)\s*:|(?:首页|主页)\s*(?:>|-|\||│|┃|丨|\/|»|›)|(?:>>|»|›).*(?:>>|»|›|正文|浏览)|^首页(?:\s|$)/,
  ],
  ['skip-link', /^(?:按\s?enter\s?键?|按下确认键|跳[到至过]|前往)[\u4e00-\u9fff]{0,4}(?:主要?内容|内容区|页面顶[部端])/i],
  ['neighbours', /^[•·\s]*(?:上一?[篇条则页]|下一?[篇条则页]|前一篇|后一篇|返?回(?:顶部|首页|列表|上一?页)|回到顶部)/],
  [
    'copyright',
    /版权所有|copyright|©|ICP[备证]|公网安备|公安(?:网)?备案号|网站标识码|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]ICP/i,
  ],
  ['disclaimer', /^(?:免责|版权|网站)声明|未经.{0,12}(?:授权|许可).{0,20}(?:转载|使用|复制)|转载(?:请注明|须)|如有侵权/],
  [
    'share',
    /^[【[]?(?:点亮|分享(?:到|至|:|$)|扫[一描]|打印(?:本页)?|关闭(?:窗口|本页)?|打开(?:微信|手机)|用微信扫|点赞|收藏(?:本[页文])?|字[体号型](?:大小|级)?\s*:|[[【]?\s*[大小][】\]]?\s*[[【]?中[】\]]?\s*[[【]?[大小][】\]]?$|微信(?:扫一扫|公众号)|长按(?:识别|二维码)|点击(?:查看|阅读|下载|进入|上方|下方|蓝字|关注|数)|阅读原文|更多(?:精彩|内容|>|$)|复制链接|举报|纠错|我要(?:纠错|评论|分享))/,
  ],
  [
    'comments',
    /^(?:网友)?(?:最新|最热|热门|全部|发表)?(?:评论|跟帖|留言)(?:一下|\s*\d|\(|$|列表|区)|沙发|已有\s*\d+\s*人|^\d{1,8}\s?(?:人参与|条评论)|请登录后/,
  ],
  ['login', /^(?:登[录陆入]|注册|请登[录陆])/],
  ['links', /^-{1,4}\s?[^-]{2,16}\s?-{1,4}$/],
  ['page-number', /^[-—\s]*第\s?\d{1,4}\s?页(?:[\s,/]*共\s?\d{1,4}\s?页)?[-—\s]*$/],
  ['greeting', /^(?:[\u4e00-\u9fff]{2,14}欢迎您|欢迎(?:您)?(?:访问|光临|来到)[\u4e00-\u9fff]{2,16})(?:[!。,\s].{0,40})?$/],
  ['clock', /^(?:今天是|现在是|今日)\s*(?::\s*)?\d{4}|^\d{4}年\d{1,2}月\d{1,2}日\s*星期[一二三四五六日天]\s*(?:农历.*|\S{0,6}[°℃].*)?$/],
  [
    'counter',
    /^(?:点[击阅](?:数|量|率|次数)?|浏览(?:人?次数?|量|人数)?|阅读(?:次数|量|数)?|访问(?:次数|量)):? ?\d* ?次?$|^您是第\s?[\d,]+\s?位|^\(?(?:更新|发布)?时间戳\s*:/,
  ],
  [
    'site-footer',
    /(?:网站(?:建设|地图|管理|声明|支持)|技术支持|主办单位|承办单位|版权单位|联系我们|关于我们|营业执照|广告(?:服务|刊例)|法律顾问|友情链接|相关链接|设为首页|加入收藏|网警|违法和不良信息|(?:举报|投稿)(?:电话|邮箱))(?:\s*:|$|\s)|^地址:.*(?:邮编|电话)\s*:|浏览器|分辨率/,
  ],
  [
    'related',
    /^(?:相关(?:阅读|新闻|链接|报道|推荐|文章|稿件|资讯|附件|信息|内容|专题|解读)|延伸阅读|推荐阅读|为[您你]推荐|今日推荐|编辑推荐|[您你]可能(?:还)?(?:感兴趣|喜欢|想看)[\u4e00-\u9fff]{0,4}|(?:大家|网友)(?:都|还|正)?在[看搜]|猜你喜欢|热点(?:新闻|推荐|排行)|(?:热门|本周|24小时)?(?:热搜|热榜|热点|排行榜)|热门(?:新闻|推荐|文章|排行|点击|搜索)|新闻排行|点击排行|[日周月]点击|最新(?:文章|消息|资讯)|图片新闻|精彩推荐|往期(?:回顾|精彩)|更多新闻|数字报)(?:\s?(?:排行|榜))?\s*(?::[^,。]*|[>»]*)$/,
  ],
  // 本帖最后由 某人 于 2023-3-20 编辑; 以下文章来源于某某发布，作者某某; 平江发布.
  [
    'post',
    /^本帖最后由.{1,40}编辑$|^发表于\s?\d{4}|^以下文章来源于|^[\u4e00-\u9fff]{2,8}(?:发布|融媒|日报|晚报|新闻|在线|公安|之声)\s?\.$/,
  ],
  ['contact', /^(?:投稿|爆料|商务合作)[/、\u4e00-\u9fff]{0,6}:/],
  ['address', /^[•·\s]*(?:本文(?:地址|网址|链接)|原文(?:地址|链接|网址)|网址|链接)\s*:|^https?:\/\/\S+$|^www\.\S+$/i],
  ['picture-file', /^[\w\u4e00-\u9fff()-]{1,40}\.(?:png|jpe?g|gif|bmp|webp|mp4)$/i],
  ['teaser', /^(?:一起来看|详情(?:请)?(?:看|点击|戳)|快来看|请看(?:详细)?(?:内容|报道)|戳(?:这里|视频|图)|↓|▼)/],
];

/** Such lines are no longer. */
const LONGEST = 120;

/** What a site says about itself below an article, in whole sentences, and how long that may be. */
const DECLARATION =
  /^(?:[【[]?[\u4e00-\u9fff]{0,2}声明[】\]]?:|[【[](?:免责|版权|特别|郑重)?声明[】\]]|凡(?:本[网站]|注明)|本[网站](?:所[有载刊登转]|转载|注明|刊[登载]|文章|内容|部分|稿件|发布的)).*(?:版权|转载|来源|本[网站]|侵权|责任)|^(?:本|此|该|以上)(?:文章?|稿件?|内容|信息|资讯)(?:系|为|来[源自]|由|仅|版权|转|内容|观点|所).*(?:版权|转载|侵权|不代表|供参考)|^网友(?:评论|发言|跟帖).*(?:不代表|并不|立场|文明)|^您的浏览器(?:不支[持援]|版本|尚未)/;
const LONGEST_DECLARATION = 300;

/** 新桥要闻 > 时政 > 正文: names of columns from the outside in. */
const TRAIL =
  /^[^,。;:!?<>《》]{1,18}(?:>{1,2}[^,。;:!?<>《》]{1,20}){2,6}$|^[\u4e00-\u9fff]{2,8}\s*>{1,2}\s*[\u4e00-\u9fff]{2,8}$|^[^,。;:!?<>《》]{1,18}>{1,2}\s?(?:正文|详情|列表|内容|浏览文章)$/;
/** 打开手机“扫一扫”，…点击右上角分享按钮: where to look, and what to do there. */
const DEVICE = /扫一扫|扫码|二维码|右上角|朋友圈|公众号|小程序|客户端|视频号/;
const ACTION = /点击|分享|打开|关注|下载|阅读|识别|进入|查看|扫/;
const LONGEST_PROMPT = 60;
/** How far into such a line its first verb stands: 家长扫码就能看到 tells of somebody. */
const PROMPT_VERB = 8;

/** What buttons say; alone on a line they are one. */
const BUTTONS =
  words(`打印 打印本页 打印本文 我要打印 关闭 关闭窗口 关闭本页 收藏 我要收藏 收藏本页 分享 我要分享 分享到 转发 点赞 在看 搜索 站内搜索 高级搜索 全站搜索 登录 登陆 登入 注册 用户登录 用户注册 退出 返回 返回首页 返回顶部
返回列表 回到顶部 回顶端 回页首 回首页 回上页 回上一页 友善列印 列印 列印本页 转寄友人 转寄 网站导览 意见信箱 民意信箱 双语词汇 常见问答 小字型 中字型 大字型 纠错 我要纠错 网站纠错 举报 评论 我要评论 发表评论 字号 字体 字体大小 放大 缩小 微博 新浪微博 腾讯微博 空间 qq qq空间 qq好友 朋友圈 微信 微信好友 人人网 豆瓣 百度贴吧 facebook twitter line 复制链接 复制网址 扫一扫 二维码
手机版 移动版 电脑版 pc版 触屏版 简体 繁体 简体版 繁体版 简体中文 繁体中文 中文版 english en 无障碍 无障碍浏览 无障碍阅读 无障碍模式 长者模式 长者助手 长者专区 适老化 适老版 关怀版 大字版 智能问答 智能机器人 rss 网站地图 联系我们
关于我们 设为首页 加入收藏 个人中心 视力保护色 朗读 语音播报 语音朗读 听全文 收听 网站支持ipv6 本网站支持ipv6 ipv6 更多 更多>> more top`);
/** What menus hold besides; some of it in a row with other words of a menu is one. */
const MENU =
  words(`首页 网站首页 简 繁 大 中 小 a 新闻 要闻 时政 民生 视频 图片 专题 客户端 公告 党建 政务 服务 互动 数据 财经 社会 体育 文化 教育 健康 旅游 评论 政务公开 政府信息公开 信息公开 政务服务 办事服务 网上办事 互动交流 政民互动 公众参与 新闻中心 新闻动态
要闻动态 工作动态 部门动态 政务动态 通知公告 公示公告 政策法规 政策文件 政策解读 数据开放 数据发布 机构概况 机构设置 领导之窗 专题专栏 党建工作 数字报 电子报 融媒体 中国政府网 省政府网 市政府网 省政府 市政府 国务院 部门网站`);
const SEPARATORS = /[\s|│┃丨/·•,、:>»›【】[\]()<+-]+/;
/** Least number of words in a row, and the longest of them. */
const ROW = 3;
const LONGEST_WORD = 8;

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

/**
 * Why a line is a site's own.
 * @param sentences it holds more than one sentence or clause and ends like one
 * @returns null where its words alone do not tell
 */
export function siteLine(line: string, sentences: boolean): string | null {
  if (line.length <= LONGEST_DECLARATION && DECLARATION.test(line)) return 'disclaimer';
  if (line.length > LONGEST || sentences) return null;
  for (const [reason, pattern] of SITE_LINES) if (pattern.test(line)) return reason;
  if (line.length > LONGEST_PROMPT) return null;
  if (DEVICE.test(line) && ACTION.test(line.slice(0, PROMPT_VERB)) && !/[。;:,]$/.test(line)) return 'share';
  if (line.includes('>') && TRAIL.test(line)) return 'site-navigation';
  return isRowOfButtons(line) || isOfControls(line) ? 'buttons' : null;
}

/** Nothing but buttons, or a row of a menu. */
function isRowOfButtons(line: string): boolean {
  if (/[。;!?,“”"《》]/.test(line)) return false;
  const row = line
    .toLowerCase()
    .split(SEPARATORS)
    .filter(word => word !== '');
  if (row.length === 0 || row.some(word => word.length > LONGEST_WORD + 4)) return false;
  if (row.every(word => BUTTONS.has(word))) return true;
  const known = row.filter(word => BUTTONS.has(word) || MENU.has(word)).length;
  return row.length >= ROW && known * 2 >= row.length && row.every(word => word.length <= LONGEST_WORD);
}
