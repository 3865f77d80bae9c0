/**
 * What speaks for and against a quoted phrase being a set phrase where its form does not tell: the phrase, what stands
 * before it, and what behind. Works on folded text.
 *
 * In official prose what is quoted is a set phrase unless it bears a name, was said by somebody, or is a word like any other. No single
 * sign tells these apart, so that each has a weight, the logarithm of odds: logistic regression on 980 quotations of our own articles, of
 * news and of county pages, which were judged by eye.
 */
import { edged, type Edged } from '../base/edged';
import type { WordList } from '../language/language';
import { BEFORE, BEHIND, isName, oneOf } from './surroundings';

/** A quoted phrase and what stands around it, or around the row of quotations that it stands in. */
export interface Quoted {
  readonly phrase: string;
  /** Up to the opening mark. */
  readonly before: string;
  /** From the closing mark on. */
  readonly after: string;
  readonly words: WordList;
}

type Sign = (quoted: Quoted) => boolean;

/**
 * What is against all of them: fewer than half of the quotations whose form tells nothing are set
 * phrases, and a false one is worse than a missed one. The regression gave -0.95; on clean news, where most of what
 * that found was none, the bar is better a little higher.
 */
const PRIOR = -1.2;

const LONGEST_WORD = 4;

/** Tag of the longest word that the phrase begins with, unless it is one itself. */
function tagAtFront({ phrase, words }: Quoted): string {
  for (let length = Math.min(LONGEST_WORD, phrase.length - 1); length > 1; length--) {
    const tag = words.tag(phrase.slice(0, length));
    if (tag !== undefined) return tag;
  }
  return '';
}

/** Tag of the longest word right before the opening mark. */
function tagBefore({ before, words }: Quoted): string {
  for (let length = Math.min(LONGEST_WORD, before.length); length > 1; length--) {
    const tag = words.tag(before.slice(-length));
    if (tag !== undefined) return tag;
  }
  return '';
}

const tagOf = ({ phrase, words }: Quoted): string => words.tag(phrase) ?? '';
const isLong = (from: number, to: number): Sign => {
  return ({ phrase }) => phrase.length >= from && phrase.length <= to;
};
const ends = (pattern: RegExp): Sign => {
  const edge = edged(pattern);
  return ({ phrase }) => edge.test(phrase);
};
const follows = (pattern: RegExp): Sign => {
  const edge = edged(pattern);
  return ({ before }) => edge.test(before);
};
const precedes = (edge: Edged): Sign => {
  return ({ after }) => edge.test(after);
};
/** A verb tells nothing of the names that it governs as well: 办好“啤酒节”. */
const governed = (key: keyof typeof BEFORE): Sign => {
  return ({ before, phrase }) => BEFORE[key].test(before) && !isName(phrase);
};
const behind = (words: string): Edged => edged(new RegExp(`^["'”’」』]${oneOf(words)}`));

const SPOKEN = edged(/(?:说|问|喊|答|回答|感叹|感慨|笑言|坦言|直言|笑道|高唱|[他她](?:说|承认|声称)[^,。:;]{1,6})[:,]?$/);
const SPEAKING = edged(/^.[,。]?[^,。;:!?"]{0,8}?(?:说|表示|问|答|笑道|介绍)[,。:]/);
/** Before the names of events, of broadcasts and of what people use. */
const EXHIBITED =
  /(?:举办|举行|召开|主办|开幕|荣获|获得|获评|授予|评选|创办|台风|飓风|风暴|电影|歌曲|品牌|软件|公众号|系统|登录|关注|发布|依托|报告|年)的?$/;
const HONOURING = /评选|评为|获评|表彰|授予|荣获|荣誉|称号|获奖|命名/;
/** How near an honour must be spoken of. */
const NEAR = 8;

/** What set phrases call themselves. */
const OWN_CLASS = edged(/(?:[制法链圈网范行]|经验|模式|机制|工程|行动|格局|理念|精神|效应|思维|意识)$/);
/** 训练模式: a word of the language and what it is. */
const isCompound = ({ phrase, words }: Quoted): boolean => phrase.length === 4 && words.has(phrase.slice(0, 2));

/** Signs in the phrase itself. */
const FORM: readonly (readonly [number, Sign])[] = [
  [0.3, isLong(2, 2)],
  [1.0, isLong(3, 3)],
  [0.5, isLong(4, 4)],
  [0.3, isLong(5, 6)],
  [-1.8, isLong(9, Infinity)],
  // 变废为宝, 等米下锅: who quotes an idiom means it as a figure.
  [1.2, quoted => /^[il]$/.test(tagOf(quoted))],
  // 表示不满: reported speech
  [-1.5, ends(/^(?:表示|认为|可以|已经|正在|还)./)],
  [-0.3, quoted => /^v/.test(tagOf(quoted))],
  [-0.9, quoted => /^n[rstz]$|^t$|^m$/.test(tagOf(quoted))],
  [-1.1, ({ phrase, words }) => words.frequency(phrase) > 1000],
  [-0.6, quoted => /^n[st]/.test(tagAtFront(quoted))],
  // 停车难, 壁垒墙
  [1.0, ends(/[难题墙堵症病关]$/)],
  // 寻乌经验, 导师帮带制, 墩苗工程
  [1.3, quoted => OWN_CLASS.test(quoted.phrase) && !isCompound(quoted)],
  // names of things: 家庭教育令, 维权岗, 海巡轮
  [
    -2.0,
    ends(/(?:家庭|户|岗|令|院|线|杯|奖|轮|车|船|机|弹|局|厅|所|室|公司|集团|医院|大学|学校|中心|系统|平台|论坛|电影|码|卡|费|款|号)$/),
  ],
  [-1.2, ends(/(?:[节展会赛日周路街馆村店站园城社队台]|超市|食堂|驿站|小屋|活动|仪式)$/)],
  [-1.0, ({ phrase }) => isName(phrase)],
  [-1.2, ends(/(?:条|条例|准则|计划|方案|办法|规划|意见|公约|措施|项目|专案|情形)$/)],
  [-0.8, ({ phrase }) => /最美|十佳|优秀|先进|(?:个人|集体|先锋|标兵|能手|模范|工匠|人物)$/.test(phrase)],
  [-1.5, ends(/^(?:双?十[一二]|十[一二三四五]?五|五一|七一|八一|六一|三八|五四|中秋|国庆|春节|元旦|清明|端午|双节|立春|小雪|腊八|两会)$/)],
  [-1.0, ends(/^第[一二三四五六七八九十]./)],
  [-1.8, ({ phrase }) => /中国|全国|世界|国际|国家/.test(phrase)],
  [-1.1, ({ phrase }) => /\d/.test(phrase)],
  // what people say and ask
  [-1.5, ({ phrase }) => /[我你您俺咱]|[了吗呢吧啊呀嘛]$/.test(phrase)],
  [-2.0, ({ phrase }) => /什么|怎么|多少|[吗呢]$|是几|几[类个点]/.test(phrase)],
];

/** Signs before the opening mark. */
const BEFOREHAND: readonly (readonly [number, Sign])[] = [
  [-0.5, ({ before }) => before.trim() === ''],
  [-0.4, follows(/[,。;!?]$/)],
  [1.2, follows(/[把将让使从由变]$/)],
  [0.9, follows(/成$/)],
  [-0.8, follows(/[以用靠按]$/)],
  [-0.7, follows(/[对就在]$/)],
  [-0.6, follows(/[不是为]$/)],
  [-1.2, follows(/(?:[一两三四五六七八九十个\d][\u3400-\u9fff]?|中国)$/)],
  // 台风“莲花”, 快餐店“小聚”: what it is stands before its name
  [-0.5, quoted => /^n/.test(tagBefore(quoted))],
  [-2.4, ({ before, after }) => SPOKEN.test(before) || SPEAKING.test(after)],
  [-0.8, follows(/(?:称|表示|指出|强调|写道|写着|认为|明确|提出|要求|提醒|呼吁)[:,]?$/)],
  // 央行表示,前景“颇具挑战”: a part of what was stated, where orders are not given
  [-1.2, follows(/(?:表示|声称|宣称|认为|报道称?|[方人体]称)[,:]?[^。;:]{1,14}$/)],
  [-1.4, follows(/(?:所谓|称为|誉为|视为|叫|叫做|名为|题为|轻信)[的了]?$/)],
  [-1.0, follows(EXHIBITED)],
  [-3.0, ({ before }) => BEFORE.naming.test(before)],
  [1.4, governed('holding')],
  [1.5, governed('remedying')],
  [1.0, ({ before }) => BEFORE.carryingOut.test(before)],
  [1.1, governed('grasping')],
  [1.0, governed('graspingOf')],
  [1.0, governed('likening')],
  [0.5, governed('turning')],
];

/** Signs from the closing mark on. */
const BEHINDHAND: readonly (readonly [number, Sign])[] = [
  [0.7, precedes(edged(/^.(?:$|[,。;:!?])/))],
  [0.8, precedes(BEHIND.ofFigure)],
  [0.4, precedes(edged(/^.、/))],
  [1.0, precedes(edged(/^.的/))],
  [-0.6, precedes(edged(/^.等/))],
  [1.3, precedes(BEHIND.classifiedFar)],
  [0.5, precedes(BEHIND.classifiedNear)],
  [1.1, precedes(BEHIND.coined)],
  [0.6, precedes(BEHIND.turns)],
  [-0.9, ({ before, after }) => HONOURING.test(before.slice(-NEAR)) || HONOURING.test(after.slice(0, NEAR))],
  [
    -1.9,
    precedes(
      behind(
        '多管 步兵 运输机 直升机 导弹 航母 潜艇 天然气 管道 台风 系列 论坛 大赛 杯 展 节 专案 博览会 晚会 报告 奖 热线 数据库 app APP 频道 专题 账户 案件 事件',
      ),
    ),
  ],
];

const SIGNS = [...FORM, ...BEFOREHAND, ...BEHINDHAND];

/** What speaks for a phrase less what speaks against it, as the logarithm of odds; above 0 it is a set phrase. */
export function weigh(quoted: Quoted): number {
  return SIGNS.reduce((sum, [weight, speaks]) => (speaks(quoted) ? sum + weight : sum), PRIOR);
}
