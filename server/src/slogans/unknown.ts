/** Which quoted phrases are set phrases although the table lacks them. Works on folded text without the quotation marks. */
import type { WordList } from '../language/language';
import { leadingNumber } from './numerals';

const HAN = /^[\u3400-\u9fff]+$/;
/** 应接尽接, 逢进必消, 一天一检, 零遗漏, 非必要不离淮, 严而又严. */
const PATTERNS: readonly RegExp[] = [/^应.尽.$/, /^逢.必.$/, /^一.一.$/, /^零..{1,3}$/, /^有.必.$/, /^..即.$/, /^即.即.$/, /^能.尽.$/, /^非[^不]+不.+$/, /^(.).\1.$/, /^.(.).\1$/, /^(.).\1.\1.$/, /^.{0,3}一.{1,3}一.{1,3}$/];
/** What follows a set phrase: “138”机制, “双随机”原则. */
const CLASSIFIED = /^["'”’」』](?:机制|行动|工程|计划|方针|总方针|策略|总策略|要求|原则|模式|理念|工作法|目标|责任|精神|战略|制度|政策|办法|方案|措施|响应|专项|攻坚|战法|体系|做法|的做法|的经验|经验)/;
const MEASURES = '个大项条种类方位批步张本笔关环心力道级层网线点面法字章单清书';

/**
 * @param phrase folded, without outer quotation marks
 * @param before folded text up to the opening mark
 * @param after folded text from the closing mark on
 */
export function isSetPhrase(phrase: string, before: string, after: string, words: WordList): boolean {
  if (phrase.length < 2 || phrase.length > 40 || /[。;:!?]/.test(phrase)) return false;
  const parts = phrase.split(/[、,]/);
  if (parts.length > 1) return isParallel(parts);
  if (phrase.length > 12) return false;
  if (isNumbered(phrase, words)) return true;
  if (HAN.test(phrase) && PATTERNS.some(pattern => pattern.test(phrase)) && !words.has(phrase)) return true;
  if (isFigure(phrase, before, after, words)) return true;
  return /^\d{3}$/.test(phrase) || HAN.test(phrase) && phrase.length >= 3 ? CLASSIFIED.test(after) : false;
}

/** 疏通“中梗阻”, 整治“牛皮癣”问题: three to five characters that a verb governs, and nothing but a mark or 问题 behind them. */
function isFigure(phrase: string, before: string, after: string, words: WordList): boolean {
  if (phrase.length < 3 || phrase.length > 5 || !HAN.test(phrase) || /[的了吗吧呢啊我你他]/.test(phrase)) return false;
  return /^(?:v|vn)$/.test(words.tag(before.slice(-2)) ?? '') && !NAMING.test(before) && /^["'”’」』](?:$|[,。;:!?、"“)(]|等|和|与|问题|现象|顽疾|难题|困局|堵点|之)/.test(after);
}

/** Verbs behind which a name or the words of somebody stand in quotation marks. */
const NAMING = /(?:称为|名为|题为|叫做|称作|誉为|命名|写着|写道|印有|表示|指出|强调|回答|荣获|获得|授予|评为|当选|举办|播出|上映|观看|演唱|使用|点击|搜索|输入|下载|关注|扫描|登录)$/;

/** 四个口袋, 五清, 三章一Q, 百日攻坚; not 一下, 两节, 十分. */
function isNumbered(phrase: string, words: WordList): boolean {
  const rest = phrase.slice(1);
  if (/^[百千万]/.test(phrase)) return phrase.length >= 4 && HAN.test(phrase) && !words.has(phrase);
  const number = leadingNumber(phrase);
  if (number < 2 || !/^[\u3400-\u9fffA-Z\d+]+$/.test(phrase) || /^[年月日时分点岁元度号届]/.test(rest)) return false;
  if (/^\d/.test(phrase)) return /^\d{1,2}[+个大项].+/.test(phrase);
  if (phrase.length === 2) return number > 2 && !words.has(phrase);
  return MEASURES.includes(rest[0]!) || phrase.length <= 8 && !words.has(phrase) || words.frequency(phrase) < 50;
}

/** 防输入、防扩散、防聚集: parts of one length, or with the same first or last character. */
function isParallel(parts: readonly string[]): boolean {
  // 人、物、环境
  if (parts.length > 2 && parts.every(part => part.length > 0 && part.length <= 4)) return true;
  if (parts.some(part => part.length < 2 || part.length > 12)) return false;
  const first = parts[0]!;
  return parts.every(part => part.length === first.length) || parts.every(part => part[0] === first[0]) || parts.every(part => part.at(-1) === first.at(-1));
}
