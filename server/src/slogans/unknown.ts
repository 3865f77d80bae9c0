/** Whether quoted words that the table lacks are a set phrase. Works on folded text without the quotation marks. */
import type { WordList } from '../language/language';
import { isFigureOfSpeech } from './figures';
import { isBuiltAlike, isFormed, isManner, isNumbered, isParallel, isSum } from './forms';
import { BEFORE, BEHIND } from './surroundings';

const HAN = /^[\u3400-\u9fff]+$/;
const LONGEST = 40;
/** How long a phrase of one part can be. */
const LONGEST_PART = 12;
/** How long a figure of speech is, and how long the name of an abuse: 上热中温下冷. */
const LONGEST_FIGURE = 5;
const LONGEST_ABUSE = 7;

/** A quoted phrase and what stands around it. */
interface Quoted {
  readonly phrase: string;
  /** Up to the opening mark. */
  readonly before: string;
  /** From the closing mark on. */
  readonly after: string;
  readonly words: WordList;
}

/**
 * Whether a quoted phrase is a set phrase.
 * @param phrase folded, without outer quotation marks
 * @param before folded text up to the opening mark
 * @param after folded text from the closing mark on
 */
export function isSetPhrase(phrase: string, before: string, after: string, words: WordList): boolean {
  if (phrase.length < 2 || phrase.length > LONGEST || /[。;:!?]/.test(phrase)) return false;
  const quoted = { phrase, before, after, words };
  const parts = phrase.split(/[、,]/);
  if (parts.length > 1) return isParallel(parts) || isHeld(quoted) || (!/^要|的/.test(phrase) && isUsed(quoted));
  if (isSum(phrase) || isFigureOfSpeech(phrase)) return true;
  if (phrase.length > LONGEST_PART || BEFORE.calling.test(before)) return false;
  if (BEHIND.named.test(after) && !/^[一两二三四五六七八九\d]/.test(phrase)) return false;
  // “131”安全管控模式: digits alone name nothing else.
  if (/^[1-9]\d{1,4}$/.test(phrase)) return BEHIND.classifiedFar.test(after);
  const called = { far: BEHIND.classifiedFar.test(after), near: BEHIND.classified.test(after) };
  if (isNumbered(phrase, called, words)) return true;
  return HAN.test(phrase) && (isGoverned(quoted) || COINED.some(tells => tells(quoted)));
}

/** 以“X”为抓手, 把“X”作为追求, 在“X”上下功夫 */
function isHeld({ before, after }: Quoted): boolean {
  return (
    (before.endsWith('以') && BEHIND.aim.test(after)) ||
    (/[把将]$/.test(before) && BEHIND.aimed.test(after)) ||
    (before.endsWith('在') && BEHIND.workedAt.test(after))
  );
}

/** 坚持“X”, “X”原则 */
function isUsed({ before, after }: Quoted): boolean {
  return BEFORE.holding.test(before) || BEHIND.classifiedNear.test(after);
}

/** What makes a quoted phrase of Chinese characters one that was coined: its form, what is done with it, or what it is called. */
const COINED: readonly ((quoted: Quoted) => boolean)[] = [
  ({ phrase }) => isManner(phrase),
  ({ phrase, words }) => !words.has(phrase) && (isBuiltAlike(phrase, words) || isFormed(phrase)),
  // 以学铸魂, 以竹代塑; not 以小时计.
  ({ phrase, words }) => /^以...$/.test(phrase) && !words.has(phrase) && !words.has(phrase.slice(1, 3)),
  quoted => isHeld(quoted) && isNew(quoted, quoted.before.endsWith('在') ? 2 : 4),
  quoted => BEFORE.demanding.test(quoted.before) && BEHIND.nothing.test(quoted.after) && quoted.phrase.length >= 4,
  quoted => (BEFORE.leading.test(quoted.before) || BEFORE.due.test(quoted.before)) && BEHIND.nothing.test(quoted.after) && isNew(quoted, 4),
  ({ phrase, after, words }) => phrase.length === 2 && BEHIND.coined.test(after) && (!words.has(phrase) || /关系/.test(after)),
  ({ phrase, before, after }) => phrase.length >= 3 && /[让使把]$/.test(before) && BEHIND.usual.test(after),
  // 把“流量”变成“留量”
  quoted => /[把将]$/.test(quoted.before) && BEHIND.turns.test(quoted.after) && isNew(quoted, 2),
  quoted => BEFORE.turning.test(quoted.before) && BEHIND.nothing.test(quoted.after) && isNew(quoted, 2) && !quoted.phrase.includes('的'),
  quoted => BEFORE.holding.test(quoted.before) && isNew(quoted, 3) && !/的|中国|^要/.test(quoted.phrase) && !isName(quoted.phrase),
  ({ phrase, after }) => phrase.length >= 3 && BEHIND[phrase.length >= 4 ? 'classifiedNear' : 'classified'].test(after),
];

/** No word of the language, and so long at least. */
function isNew({ phrase, words }: Quoted, shortest: number): boolean {
  return phrase.length >= shortest && !words.has(phrase);
}

/** Events and places that are held or built: 办好“啤酒节”. */
const EVENT = /(?:[节展会赛杯奖日周路街馆村]|超市|食堂|驿站|小屋|家庭|个人|集体)$/;
/** Papers that are carried out: 落实“科创二十条”. */
const PAPER = /(?:条|条例|准则|计划|方案|办法|规划|意见|公约|措施|项目)$/;

/** True for the names of events, places and papers; a longer phrase may end like one: 有困难找工会. */
export function isName(phrase: string): boolean {
  return PAPER.test(phrase) || (phrase.length < 6 && EVENT.test(phrase));
}

/** 疏通“中梗阻”, 整治“牛皮癣”问题: a few characters that a verb governs, and nothing but a mark or 问题 behind them. */
function isGoverned({ phrase, before, after, words }: Quoted): boolean {
  // 守住“对上”之责
  if (phrase.length === 2) return BEFORE.grasping.test(before) && BEHIND.things.test(after);
  if (!BEHIND.ofFigure.test(after) || PAPER.test(phrase) || /[的了吗吧呢啊我你他比以]/.test(phrase)) return false;
  if (BEFORE.remedying.test(before)) return phrase.length <= LONGEST_ABUSE && !BEFORE.naming.test(before);
  if (phrase.length > LONGEST_FIGURE || BEFORE.naming.test(before)) return false;
  if (BEFORE.grasping.test(before) || BEFORE.carryingOut.test(before)) return true;
  if (EVENT.test(phrase)) return false;
  const doing = /^(?:v|vn)$/.test(words.tag(before.slice(-2)) ?? '') && !isStatement(phrase, words);
  return doing || BEFORE.graspingOf.test(before) || BEFORE.likening.test(before);
}

/** 表示不满: a verb and what it governs, where nothing but any verb leads up to it. */
function isStatement(phrase: string, words: WordList): boolean {
  return phrase.length === 4 && words.tag(phrase.slice(0, 2)) === 'v' && words.has(phrase.slice(2));
}
