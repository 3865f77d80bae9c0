/** Short names of directives, as an editor would write them: 把好入郑关. */
import { edged } from '../base/edged';
import { UnitSet } from '../base/unitSet';
import { countHan, withoutTrailing } from '../article/characters';
import type { WordList } from '../language/language';
import { condensed, LONG, openingVerb } from './condense';
import { behindSubject } from './orders/imperatives';
import { IMPERATIVE_WORDS, VERB_WITH_RESULT } from './orders/lexicon';
import type { Wording } from './directives/wording';

/** A predicate of so few characters says nothing without its subject (提速, 到位; 不得中断). */
const BARE = 3;
const BARE_PROHIBITION = 4;
/** Longest subject that goes into a label. */
const SUBJECT_LIMIT = 8;

const LEADING =
  /^(?:坚定不移|毫不放松|毫不动摇|进一步|切实|坚决|全面|认真|不断|持续|着力|深入|积极|加快|扎实|大力|始终|继续|严格|更加|更好地?|牢牢|充分|高度|有效|努力|科学|及时|主动|自觉|密切|尽快|抓紧|真正|稳步|妥善|广泛|深刻|坚定|牢固|统筹|从严|时刻|同步|千方百计|不折不扣|想方设法|常态化|第一时间|全力|立即|同时|还|也|都|均|再|更|带头|一定|首先|尽量|尽早|迅速|及早|务必|必须|要|地|扎扎实实|一如既往|持之以恒|积极主动|就是|是)/;
/** Adverbs without which the verb behind them would not stand by itself. */
const NEEDED = edged(
  /^统筹(?=[^,]{1,6}[和与、])|^坚定(?=.*(?:信心|信念|决心|意志|立场|方向)$)|^深入(?=[^,]{0,8}(?:一线|基层|现场|群众|实际|企业|农村|社区|田间|车间)$)|^(?:严格|加快|统筹|深入|全面|及时|科学|充分|认真|积极|妥善|全力)(?=[\u4e00-\u9fff]{0,3}$)/,
);
const PROHIBITION = edged(
  /^(?:不得|严禁|禁止|不准|不许|不要|切勿|请勿|切忌|勿|不能|决不能|绝不能|切不可|决不可|绝不可|均不得|一律不得|决不允许|绝不允许|不应|不应该|不应当|不宜|切莫)$/,
);
/** By when or since when, before the verb. */
const TERM = /^(?:[在于]?[^,、]{0,10}?(?:[日月底末天时周期班汛节假课]前|[日天时月周]内|即日起)|每天|今年)(?=[\u4e00-\u9fff]{4})/;
/** Whom everything is told: their name tells nothing. */
const EVERYBODY =
  /^(?:大家|广大(?:市民|群众|干部|职工|居民|村民|党员|家长|师生|青年|农民|网民|旅客|司机|业主|用户|消费者|企业(?!家))(?:朋友|群众|干部)?们?|同志们|各位(?:[\u4e00-\u9fff]{1,3}[员友民者生长志属师客家表导亲]们?)?)(?=[\u4e00-\u9fff]{3})/;
/** Subjects that name only those addressed, not the matter. */
const GENERAL =
  /^(?:我们|你们|他们?|她们?|大家|人人|谁|各.*|全[市县省区州体国党].*|任何.*|有关.*|相关.*|广大.*|也|还|都|就|更|又|既|关键|特别是|.*(?:部门|单位|干部|企业|人员|领导|党委|政府|负责人|负责同志|同志|者|市民|群众|居民|家长|人|局|厅|部|委|处|院|党员|机关|组织|公司|镇|乡|村|街道|学校))$/;
/** Verbs of having somebody do something. */
const CAUSES = edged(/^(?:督促|指导|引导|组织|鼓励|教育|要求|敦促|责成)/);
/** The phrase before the verb says whereby, the next clause what. */
const MEANS =
  /^(?:(?:按照?|遵照|根据|依据|对照|围绕|针对|结合|以[^,]{1,24}为|本着|立足)[^,]*|依照?[^,]{2,40}(?:规定|要求|办法|条例|原则|精神|程序|标准|职责|分工)|在[^,]{2,20}(?:[上中下内里]|方面)|在[^,]{2,28}的同时|从[^,]{1,16}(?:高度|角度|实际|层面)|面对[^,]{2,16}|以[^,]{2,24}(?:态度|作风|精神|姿态|决心|担当|标准|劲头|状态|举措|力度|责任感))$/;
const MATTER =
  /^把([^,]{5,20}?)(?:作为|摆[在到上]|放在|当作|列为)|^以([^,]{4,10})为(?:根本|核心|重点|抓手|主线|导向|中心|引领|目标|关键|基础)$/;
/** The second half of such a phrase, behind a comma. */
const AS_WHAT = /^,(?:作为|摆[在到上]|放在|当作|列为)/;
/** So many such phrases may come first. */
const MOST_PHRASES = 3;
/** What somebody is to see to, and who. */
const BY_WHOM = /[^,;:。由]{0,12}(由[^,;:。由]{2,12})$/;
/** What opens a clause before its verb: about whom, by what, where to. */
const PHRASE = edged(/^(?:对|在|为|从|以|通过|围绕|针对|按照?|根据|结合|利用|依托|向|就|深入|到)/);
/** Verbs, and adverbs before one, by which what is to be done begins. */
const CLEAR =
  /^(?:[抓做办管守把用建搞打][好实紧牢细优强足住](?!的)|(?:加强|加大|加快|强化|开展|落实|做到|完善|健全|制定|作出|提出|推进|推动|提升|压实|压紧|解决|提供|打好|严防|严查)(?![的了])|(?:严格|抓紧|及时|立即|逐[一个户项]|全面|切实|着力|坚决|认真|积极|扎实|进一步)(?=[\u4e00-\u9fff]{4}))/;
/** What a list in a phrase is summed up as ends it: 等方式, 等危险区的. */
const SUMMED_UP = /等(?:[^等、]{0,12}的)?/g;
/** Least of what stands behind the phrase. */
const LEAST_BEHIND = 4;

/** Where in a clause that opens with a phrase the verb begins; -1 where none is clear. */
function verbBehindPhrase(clause: string): number {
  let from = 2;
  for (const match of clause.matchAll(SUMMED_UP)) from = Math.max(from, match.index + 1);
  for (let at = from; at + LEAST_BEHIND <= clause.length; at++)
    if (
      CLEAR.test(clause.slice(at, at + 8)) &&
      !/[、和与及的"]|[\u4e00-\u9fff]不$/.test(clause[at - 1]!) &&
      !CLEAR.test(clause.slice(at - 2, at + 6))
    )
      return at;
  return -1;
}

/** 对…人员做到找得到: the verb behind the phrase. */
const TOWARD = /^(?:千方百计)?对[^,]{2,24}?(?=做到|加强|开展|进行|实行|实施|落实|一律|严格|逐一)/;

/** @returns at most 17 characters of the article's own script; never empty for a directive with words, else its enumerator or marker */
export function labelOf(wording: Wording, words: WordList): string {
  const { text, folded, verb, modal, enumerator } = wording;
  const label = new Label(wording, words).text();
  return label || shorten(text.slice(verb), folded.slice(verb), words) || (enumerator?.text ?? modal ?? text).trim() || '…';
}

class Label {
  readonly #wording: Wording;
  readonly #words: WordList;
  #from: number;
  #end: number;

  constructor(wording: Wording, words: WordList) {
    this.#wording = wording;
    this.#words = words;
    this.#from = wording.verb;
    while (this.#from < wording.folded.length && ' ,:"\n、'.includes(wording.folded[this.#from]!) && !this.#opensQuotation()) this.#from++;
    this.#end = this.#clauseEnd(this.#from);
    // 清淤由水利局牵头: who is to do it is what is told.
    const by = BY_WHOM.exec(wording.folded.slice(0, this.#from));
    if (by) this.#from -= by[0].length + this.#end - this.#from <= LONG ? by[0].length : by[1]!.length;
  }

  text(): string {
    const { text, folded, verb, modal } = this.#wording;
    const at = modal === null ? -1 : verb - modal.length;
    // The modal right before the verb stays where the label would say the opposite without it.
    const marked = at >= 0 && text.startsWith(modal!, at);
    const prohibited = marked && PROHIBITION.test(folded.slice(at, verb));
    this.#skipMeans();
    this.#skipTerm();
    if (modal !== null) this.#skip(EVERYBODY);
    this.#skipSubject();
    this.#skipMeans();
    this.#skipTerm();
    this.#skipPhrase();
    if (!prohibited) this.#skipAdverbs();
    this.#keepMatter();
    const subject = this.#subject(marked ? at : verb, prohibited);
    const label = subject && subject + this.#predicate(prohibited);
    if (label && label.length <= LONG) return label;
    // A bare 做到：or 在…上 says nothing: the next clause is taken along.
    if (this.#end - this.#from < 4 && this.#end < folded.length - 1 && folded[this.#end] !== '。') {
      const next = this.#clauseEnd(this.#end + 1);
      if (next - this.#from <= LONG) this.#end = next;
    }
    return this.#predicate(prohibited);
  }

  #predicate(prohibited: boolean): string {
    const { text, folded, modal } = this.#wording;
    return (prohibited ? modal! : '') + shorten(text.slice(this.#from, this.#end), folded.slice(this.#from, this.#end), this.#words);
  }

  /** “走出去”“请进来”: quotations that the clause holds whole. */
  #opensQuotation(): boolean {
    const clause = this.#wording.text.slice(this.#from, this.#clauseEnd(this.#from));
    return /^[“「『]/.test(clause) && isBalanced(clause);
  }

  /** 12:00 */
  #isTime(at: number): boolean {
    return /^\d:\d$/.test(this.#wording.folded.slice(at - 1, at + 2));
  }

  #clauseEnd(from: number): number {
    const { folded } = this.#wording;
    let i = from;
    while (i < folded.length && (!',;:。!?\n'.includes(folded[i]!) || this.#isTime(i))) i++;
    return i;
  }

  #skip(pattern: RegExp): void {
    const match = pattern.exec(this.#wording.folded.slice(this.#from, this.#end));
    if (match && match[0].length < this.#end - this.#from) this.#from += match[0].length;
  }

  /** 月底前完成; but 加强汛前准备 begins with its verb. */
  #skipTerm(): void {
    if (!this.#opensWithVerb(this.#wording.folded.slice(this.#from, this.#end))) this.#skip(TERM);
  }

  /** 各级各部门加强野外火源管控: those addressed go where the label would be too long. */
  #skipSubject(): void {
    const { folded } = this.#wording;
    const clause = folded.slice(this.#from, this.#end);
    if (clause.length <= LONG || PHRASE.test(clause) || LEADING.test(clause) || (this.#opensWithVerb(clause) && !CAUSES.test(clause)))
      return;
    const verb = behindSubject(folded, this.#from, this.#end, true, this.#words);
    if (verb > this.#from && this.#end - verb >= 4) this.#from = verb;
  }

  /** 畅通渠道: an adjective for the word list. */
  #opensWithVerb(clause: string): boolean {
    const first = clause.slice(0, 2);
    return openingVerb(clause, this.#words) > 0 || (IMPERATIVE_WORDS.has(first) && this.#words.tag(first)?.startsWith('a') === true);
  }

  /** 把贯彻全会精神作为重要任务, 以产业富民为根本: the matter, without what it is to be. */
  #keepMatter(): void {
    const { folded } = this.#wording;
    // 把…，作为一项任务: the comma stands within the phrase.
    const to = AS_WHAT.test(folded.slice(this.#end, this.#end + 4)) ? this.#end + 3 : this.#end;
    const matter = MATTER.exec(folded.slice(this.#from, to).replace(',', ''))?.slice(1).find(Boolean);
    if (matter === undefined || openingVerb(matter, this.#words) === 0) return;
    this.#from++;
    this.#end = this.#from + matter.length;
  }

  /** 对沿河低洼区、危旧房等处的群众逐一提醒: what is to be done stands behind a phrase that is too long. */
  #skipPhrase(): void {
    const clause = this.#wording.folded.slice(this.#from, this.#end);
    if (clause.length <= LONG || !PHRASE.test(clause)) return;
    const verb = verbBehindPhrase(clause);
    if (verb > 0) this.#from += verb;
  }

  #skipMeans(): void {
    const { folded } = this.#wording;
    for (
      let phrases = 0;
      phrases < MOST_PHRASES &&
      folded[this.#end] === ',' &&
      this.#end < folded.length - 3 &&
      MEANS.test(folded.slice(this.#from, this.#end));
      phrases++
    ) {
      // 根据各自职责抓好方案落实，…: what is to be done stands in it already.
      const verb = verbBehindPhrase(folded.slice(this.#from, this.#end));
      if (verb > 0) {
        this.#from += verb;
        return;
      }
      this.#from = this.#end + 1;
      this.#end = this.#clauseEnd(this.#from);
    }
    if (this.#end - this.#from > LONG) this.#skip(TOWARD);
  }

  #skipAdverbs(): void {
    const { folded } = this.#wording;
    const words = this.#words;
    for (let rounds = 0; rounds < 5; rounds++) {
      const clause = folded.slice(this.#from, this.#end);
      const match = LEADING.exec(clause);
      if (!match || NEEDED.test(clause) || clause.length - match[0].length < 3) return;
      // 坚定理想 must keep its verb: an adverb goes only where a verb stands behind it.
      const rest = clause.slice(match[0].length);
      if (
        match[0].length > 1 &&
        !IMPERATIVE_WORDS.has(rest.slice(0, 2)) &&
        !VERB_WITH_RESULT.test(rest) &&
        !/^[把对将以从向]|^[\u4e00-\u9fff](?:起来|下去)$/.test(rest) &&
        !/^(?:v|d|ad)/.test(words.tag(rest.slice(0, 2)) ?? '')
      )
        return;
      // 再接再厉 is one word.
      if (match[0].length < 4 && words.tag(clause.slice(0, 4)) === 'i') return;
      // 深入学习 may lose its adverb, 深化 may not be cut in half.
      if (match[0].length === 1 && words.has(clause.slice(0, 2)) && clause.slice(0, 2) !== '要把') return;
      this.#from += match[0].length;
    }
  }

  /**
   * 转运隔离要提速, 偏乡供餐不得中断: what a verb without an object is about; empty where the verb has
   * one or the subject names only those addressed.
   */
  #subject(end: number, prohibited: boolean): string {
    const { text, folded, enumerator } = this.#wording;
    const predicate = folded.slice(this.#from, this.#end);
    const bare = countHan(predicate) <= (prohibited ? BARE_PROHIBITION : BARE) || /^(?:再|更|达)|%/.test(predicate);
    if (!bare || end <= 0) return '';
    let start = end;
    while (start > (enumerator?.text.length ?? 0) && !',;:。!?\n"'.includes(folded[start - 1]!)) start--;
    while (end > start && /[也还都均就更应]/.test(folded[end - 1]!)) end--;
    // 逾期未检、带病车辆: the last of several.
    const mark = folded.lastIndexOf('、', end - 1);
    if (end - start > SUBJECT_LIMIT && mark > start) start = mark + 1;
    const subject = folded.slice(start, end).trim();
    return subject.length > 1 && subject.length <= SUBJECT_LIMIT && !GENERAL.test(subject) ? text.slice(start, end).trim() : '';
  }
}

function shorten(text: string, folded: string, words: WordList): string {
  let from = 0;
  // An opening mark that nothing closes is not part of the label.
  while (from < text.length && '“"「『\'‘(（ 　'.includes(text[from]!) && !/[”」』’]/.test(text)) from++;
  const whole = withoutTrailing(text.slice(from), '(（“「');
  const offset = text.indexOf(whole);
  const wholeFolded = folded.slice(offset, offset + whole.length);
  const kept = condensed(wholeFolded, words) ?? [[0, whole.length]];
  const pieces = (of: string) => kept.map(([start, end]) => of.slice(start, end)).join('');
  const plain = pieces(whole);
  const foldedPlain = pieces(wholeFolded);
  if (plain.length <= LONG) return balanced(plain);
  for (let i = LONG; i >= 6; i--) {
    // A list may end early; a modifier may not lose its noun (贯彻落实中央和省委…精神).
    if (
      /[、和与及并,(]/.test(foldedPlain[i]!) &&
      !words.has(foldedPlain.slice(i - 1, i + 1)) &&
      !/的|精神|要求|部署|机制/.test(foldedPlain.slice(i)) &&
      isBalanced(plain.slice(0, i))
    )
      return plain.slice(0, i);
  }
  let cut = LONG - 1;
  while (cut > 6 && words.has(foldedPlain.slice(cut - 1, cut + 1))) cut--;
  return `${balanced(plain.slice(0, cut)).replace(/[的地在对将把]$/, '')}…`;
}

function isBalanced(text: string): boolean {
  return countOf(OPENERS, text) === countOf(CLOSERS, text);
}

/** Drops a quotation mark that lost its partner. */
function balanced(text: string): string {
  const open = countOf(OPENERS, text);
  const close = countOf(CLOSERS, text);
  if (open === close) return text;
  return open > close ? text.replace(/[“「『（(《](?=[^“「『（(《]*$)/, '') : text.replace(/[”」』）)》]/, '');
}

const OPENERS = new UnitSet(['“「『（(《']);
const CLOSERS = new UnitSet(['”」』）)》']);

function countOf(marks: UnitSet, text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (marks.has(text.charCodeAt(i))) count++;
  return count;
}
