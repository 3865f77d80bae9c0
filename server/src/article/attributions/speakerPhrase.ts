/** What may stand before a speaker, and between a speaker and the verb of saying. Look-up text. */
import { BEFORE_SPEAKER, PHRASE_END, SAYING_ADVERBS } from './speech';

/** Text between a speaker and the verb (without its adverbs) that keeps them together. */
export function acceptable(between: string): boolean {
  const text = between
    .replace(/^(?:同志|先生|女士|一行|等(?:人|领导|同志)?|\([^()]{1,20}\))/, '')
    // 亲切地对大家
    .replace(/^[\u4e00-\u9fff]{2,6}地(?=[对向跟])/, '');
  if (text === '') return true;
  // 【记者林雨晴／东山报道】县长…: the bracket sets them apart.
  if (text.startsWith('的') || text.startsWith('、') || /^[^([【]*[)\]】]/.test(text)) return false;
  if (
    /^(?:转头|回头|转身|笑着|还|也|又|并|今日?|昨日?|会后|会上|随后|同时|最后|接着|随即){0,3}(?:就|围绕|针对|结合|对|向|代表|受|在|通过)[^,;:。]{2,50}$/.test(
      text,
    ) &&
    !/的$/.test(text)
  )
    return true;
  if (/^(?:[今昨当][日天]|日前|近日)?(?:发表|发布)[\u4e00-\u9fff]{0,4}(?:声明|谈话|讲话|文章|致辞)$/.test(text)) return true;
  if (/^(?:今|昨)?[((]?\d{0,2}[))]?日?(?:会后|会上|随后|同日)?$/.test(text)) return true;
  if (/^每到一[处地站户家村点]$/.test(text)) return true;
  // 一边看一边
  if (/^一?边[\u4e00-\u9fff]{1,4}一?边[\u4e00-\u9fff]{0,3}$/.test(text)) return true;
  // 红着脸, 指着图纸, 听完汇报
  if (/^[\u4e00-\u9fff]{1,6}(?:着[\u4e00-\u9fff、]{0,12}|[完罢][\u4e00-\u9fff]{0,6})$/.test(text)) return true;
  // 视察码头后对传媒
  const own = text.replace(/[对向跟][\u4e00-\u9fff]{2,10}$/, '');
  if (own !== text && PHRASE_END.test(own)) return true;
  return PHRASE_END.test(text) && !/(?:重要|的)(?:讲话|指示|批示|论述)/.test(text);
}

/** Longest adverb: a day with its date in brackets. */
const LONGEST_ADVERB = 14;

/** Where the adverbs begin that stand right before the verb (又再次强调). */
export function stripAdverbs(folded: string, from: number, verb: number): number {
  let stop = verb;
  for (let rounds = 0; rounds < 4; rounds++) {
    const match = SAYING_ADVERBS.exec(folded.slice(Math.max(from, stop - LONGEST_ADVERB), stop));
    if (!match) break;
    stop -= match[0].length;
  }
  return stop;
}

/** Where a clause begins behind its time (近日，). */
export function stripLeading(folded: string, clause: number, verb: number): number {
  const lead = BEFORE_SPEAKER.exec(folded.slice(clause, verb));
  return lead ? clause + lead[0].length : clause;
}
