/**
 * Lines made of nothing but the words of a page's controls: 马上注册，结交更多好友, 回复
 * 使用道具 举报, 打开APP，查看更多精彩内容. Look-up text.
 */

/** Words that stand on controls and in no news. */
const CONTROLS = `显示全部楼层 楼层 楼主 阅读模式 只看该作者 只看楼主 只看大图 倒序浏览 正序浏览 电梯直达 使用道具 签到天数 立即注册 马上注册 免费注册 注册账号 结交更多好友 没有账号 没有帐号 忘记密码 找回密码 记住密码 自动登录 快捷登录
游客 登录 登陆 注册 发表回复 发表评论 写评论 回复 举报 点赞 打赏 收起 展开全文 展开 阅读全文 查看全文 阅读原文 轻触 打开app app内打开 app 下载app 下载客户端 立即下载 立即打开 继续访问 返回目录 版面导航 上一版 下一版 上一期 下一期 版面目录 往期
总访问量 今日访问 访问量 浏览量 点击量 阅读量 预览时标签不可点 向上滑动看下一个 向下滑动 左右滑动 在小说阅读器中沉浸阅读 知道了 分享让更多人看到 分享到朋友圈 微信扫一扫 扫一扫 长按识别 二维码 一键三连 复制链接 全屏 静音 倍速 已关注 关注我们`;
/** Words that may stand between them. */
const BESIDE = `您 你 我 需要 才 可以 能 或者 或 没有 还没 有 立即 马上 点击 点 后 更多 精彩 内容 推荐 功能 享用 享受 好友 账号 帐号 密码 下载 查看 看 附件 图片 视频 原文 全文 请 让 的 了 在 中 到 去 来 与 和 及 个 次 天 人 积分 主题 帖子 金币 威望 精华 取消 允许 确定
发表于 发布于 编辑 评论 收藏 分享 转发 关注 搜索 首页 返回 顶部 更新 参与 用户 会员 客户端 手机 电脑 版 导航 主办 承办`;

const anyOf = (list: string): string =>
  list
    .split(/\s+/)
    .sort((a, b) => b.length - a.length)
    .join('|');
const CONTROL = new RegExp(anyOf(CONTROLS), 'i');
const WORDS = new RegExp(`${anyOf(`${CONTROLS} ${BESIDE}`)}|\\d{1,8}|[^\\u3400-\\u9fffa-z]`, 'gi');

/** Longest such line, in UTF-16 units. */
const LONGEST = 60;

/** A control stands in the line, and nothing else that says anything. */
export const isOfControls = (line: string): boolean => line.length <= LONGEST && CONTROL.test(line) && line.replace(WORDS, '') === '';
