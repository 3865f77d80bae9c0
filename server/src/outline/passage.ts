/**
 * What one paragraph tells people to do, by its words and by what came before it. Pure in both, so that it is found again for a paragraph
 * that did not change. Offsets are into the prose.
 */
import { perContent } from '../base/memo';
import { countHan, isColon, withoutTrailing } from '../article/characters';
import type { EnumeratorClass } from '../article/enumerators';
import type { Prose } from '../article/prose';
import type { WordList } from '../language/language';
import { directiveIn, tellsNothing, type DirectiveSpot, type Surroundings } from './grammar';
import { behindSubject, isVerbLed } from './imperatives';
import { isHeadline, isNounHeading, isStatement } from './headlines';
import { FACT } from './lexicon';
import { announcedCount } from './numbers';
import { splitUnits, type Unit } from './units';
import { Wording } from './wording';

/** A directive in its paragraph. */
export interface ProseDirective {
  readonly wording: Wording;
  readonly start: number;
  /** The end of its first clause. */
  readonly headEnd: number;
  readonly end: number;
  /** Which of the paragraph's sayings it belongs to; -1 for what was said before the paragraph. */
  readonly saying: number;
}

/** An attribution in the paragraph. */
export interface Saying {
  readonly start: number;
  readonly content: number;
  /** It orders (要求), stresses (强调) or only tells (说). */
  readonly manner: 'orders' | 'stresses' | 'tells';
  /** What is said is the object of the verb (呼吁大家节水): it is an order, whatever its words. */
  readonly direct: boolean;
  /** Who spoke before goes on. */
  readonly same: boolean;
  /** Who speaks speaks of himself. */
  readonly pledge: boolean;
}

/** What holds where a paragraph begins. */
export interface PassageState {
  /** The document itself orders; it speaks where nobody else does. */
  readonly documentOrders: boolean;
  readonly documentSpeaks: boolean;
  /** Somebody has spoken before. */
  readonly spoken: boolean;
  /** Directives have come in what is said now. */
  readonly passage: boolean;
  readonly pledging: boolean;
  /** The list at hand counts what was done: its items are no orders. */
  readonly report: boolean;
  /** Items are to come that say what to do: 提三点要求. */
  readonly announced: boolean;
  /** The number of the last item that was a directive, by its class: what bears the next number is one too. */
  readonly lists: Lists;
}

type Lists = Readonly<Partial<Record<EnumeratorClass, number>>>;

export interface Passage {
  readonly directives: readonly ProseDirective[];
  /** The heading names a topic only. */
  readonly section: boolean;
  readonly after: PassageState;
}

const unitsOf = perContent(({ folded, sentences }: Prose) => splitUnits(folded, sentences));
const passages = perContent((_prose: Prose): Reads => ({ byKey: new Map() }));

/** How a prose was read: the last time, and under every state before. */
interface Reads {
  readonly byKey: Map<string, Passage>;
  last?: { readonly heading: boolean; readonly before: PassageState; readonly sayings: readonly Saying[]; readonly found: Passage };
}

/** So many states before a paragraph are remembered: edits above change them back and forth. */
const MOST_STATES = 16;

/** The units of a prose and what opens them; see `units.ts`. */
export { unitsOf };

/** @param heading the prose is a line without a mark that heads others */
export function readPassage(prose: Prose, heading: boolean, before: PassageState, sayings: readonly Saying[], words: WordList): Passage {
  const reads = passages(prose), { last } = reads;
  // Where nothing has changed above, the state is the same object that the paragraph before gave the last time.
  if (last && last.before === before && last.heading === heading && sameSayings(last.sayings, sayings)) return last.found;
  const { documentOrders, documentSpeaks, spoken, passage, pledging, report, announced, lists } = before;
  let key = `${+heading}${+documentOrders}${+documentSpeaks}${+spoken}${+passage}${+pledging}${+report}${+announced}${JSON.stringify(lists)}`;
  for (const { start, content, manner, direct, same, pledge } of sayings) key += `,${start}:${content}${manner[0]!}${+direct}${+same}${+pledge}`;
  let found = reads.byKey.get(key);
  if (!found) {
    if (reads.byKey.size >= MOST_STATES) reads.byKey.clear();
    reads.byKey.set(key, (found = new Reader(prose, before, sayings, words).read(heading)));
  }
  reads.last = { heading, before, sayings, found };
  return found;
}

function sameSayings(a: readonly Saying[], b: readonly Saying[]): boolean {
  return a.length === b.length && a.every((saying, i) => {
    const other = b[i]!;
    return saying.start === other.start && saying.content === other.content && saying.manner === other.manner && saying.direct === other.direct && saying.same === other.same && saying.pledge === other.pledge;
  });
}

class Reader {
  readonly #prose: Prose;
  readonly #sayings: readonly Saying[];
  readonly #words: WordList;
  readonly #before: PassageState;
  readonly #directives: ProseDirective[] = [];
  #saying = -1;
  #spoken: boolean;
  #passage: boolean;
  #pledging: boolean;
  #report: boolean;
  #announced: boolean;
  #announcedUntil = -1;
  #lists: Lists;

  constructor(prose: Prose, before: PassageState, sayings: readonly Saying[], words: WordList) {
    this.#prose = prose;
    this.#before = before;
    this.#sayings = sayings;
    this.#words = words;
    this.#spoken = before.spoken;
    this.#passage = before.passage;
    this.#pledging = before.pledging;
    this.#report = before.report;
    this.#announced = before.announced;
    this.#lists = before.lists;
  }

  read(heading: boolean): Passage {
    const units = unitsOf(this.#prose);
    const { folded } = this.#prose, first = units[0], from = first?.enumerator?.end ?? 0;
    let section = false;
    if (!heading || !isNounHeading(folded.slice(from))) this.#units(units);
    if (heading && this.#directives.length === 0 && first) {
      const { enumerator } = first;
      // 刘成鸣要求 in a line of its own heads what he says; it is no directive.
      const speaks = this.#sayings.length === 0 && (this.#before.documentOrders || (this.#spoken && enumerator !== null));
      if (speaks && (isHeadline(folded, from, folded.length, this.#words) || (enumerator && isStatement(folded.slice(from), this.#words)))) {
        this.#push(first, { start: 0, marker: null, verb: from }, true);
        this.#passage = true;
      } else section = true;
    }
    const { documentOrders, documentSpeaks } = this.#before;
    return { directives: this.#directives, section, after: { documentOrders, documentSpeaks, spoken: this.#spoken, passage: this.#passage, pledging: this.#pledging, report: this.#report, announced: this.#announced, lists: this.#lists } };
  }

  #units(units: readonly Unit[]): void {
    const { folded } = this.#prose;
    let orderedSentence = -1, orderedList = -1;
    if (units[0] && !this.#goesOn(units[0])) this.#passage = false;
    for (const unit of units) {
      // “…。”老周说。 — nobody is told anything by what a bystander says of himself.
      if (isBystander(folded, unit)) continue;
      this.#quotedAhead(unit);
      const { from, saying } = this.#sayingsIn(unit);
      if (saying?.manner === 'orders') {
        orderedSentence = unit.sentence;
        // 要求：选矿厂盯紧回收率；销售公司…: every part behind the colon is told.
        if (isColon(folded.charCodeAt(saying.content - 1))) orderedList = unit.sentence;
      }
      if (isReportLead(folded.slice(from, unit.end))) this.#report = true;
      else if (!unit.enumerator) this.#report = false;
      const spot = this.#analyse(from, unit, orderedSentence === unit.sentence) ?? (saying?.direct || orderedList === unit.sentence ? this.#object(from, unit) : null);
      this.#noteAnnouncement(unit, spot);
      if (!spot) continue;
      // An enumerator belongs to its item, unless somebody is named between the two.
      const start = unit.enumerator && !saying ? unit.start : unit.parallel !== null || (unit.bullet && this.#announced) ? from : spot.start;
      this.#push(unit, { ...spot, start }, false);
      if (unit.enumerator) this.#lists = { ...this.#lists, [unit.enumerator.class]: unit.enumerator.value };
      if (this.#spoken || this.#before.documentSpeaks) this.#passage = true;
    }
  }

  /** A new paragraph goes on with orders only if it opens like one: further facts about what was ordered do not. */
  #goesOn({ start, end, enumerator, bullet }: Unit): boolean {
    return this.#before.documentOrders || enumerator !== null || bullet || (this.#sayings[0]?.start ?? Infinity) < end || isVerbLed(this.#prose.folded, start, end, this.#words);
  }

  /** The sayings that begin in the unit: behind which offset the words of the last one begin, and that one; null when none does. */
  #sayingsIn({ start, end, enumerator }: Unit): { readonly from: number; readonly saying: Saying | null } {
    let from = enumerator?.end ?? start, saying: Saying | null = null;
    const running = this.#sayings[this.#saying];
    if (running && running.start >= start && running.start < end) from = Math.max(from, Math.min(running.content, end));
    for (let next = this.#sayings[this.#saying + 1]; next && next.start < end; next = this.#sayings[this.#saying + 1]) {
      this.#speak(next);
      from = Math.max(from, Math.min(next.content, end));
      saying = next;
    }
    return { from, saying };
  }

  /** 讲三点意见, and an order that announces a number: what items follow are orders, until another order comes. */
  #noteAnnouncement(unit: Unit, spot: DirectiveSpot | null): void {
    const { folded } = this.#prose;
    const list = this.#sayings[this.#saying]?.manner !== 'tells' && this.#sayings[this.#saying]?.content === unit.end;
    if (list || ANNOUNCES.test(folded.slice(unit.start, unit.end)) || (spot !== null && !unit.enumerator && announcedCount(folded.slice(spot.verb, unit.end)) !== null)) this.#announce(unit);
    else if (spot !== null && !unit.enumerator && !unit.bullet) this.#announced = false;
  }

  /** Items are to come; whoever speaks next goes on (…讲了三点意见。她说，). */
  #announce({ end }: Unit): void {
    this.#announced = true;
    this.#announcedUntil = end;
  }

  /** “…。”他说。 and “…？”他问，“…”: a quotation belongs to whoever is named right behind it. */
  #quotedAhead(unit: Unit): void {
    const next = this.#sayings[this.#saying + 1], { folded } = this.#prose;
    if (!next || next.manner === 'orders' || next.start < unit.end || folded[unit.start] !== '"' || next.start - unit.start > 600) return;
    if (/"[^。!?"]{0,24}$/.test(folded.slice(unit.start, next.start))) this.#speak(next);
  }

  #speak({ start, manner, same, pledge }: Saying): void {
    this.#saying++;
    if (!same && start > this.#announcedUntil) this.#announced = false;
    this.#lists = {};
    this.#spoken = true;
    this.#pledging = pledge;
    this.#passage = this.#before.documentOrders || manner !== 'tells' || this.#announced;
  }

  #push(unit: Unit, spot: DirectiveSpot, heading: boolean): void {
    const { folded } = this.#prose, { enumerator, end } = unit, { start } = spot;
    this.#directives.push({ wording: new Wording(this.#prose, unit, spot, heading), start, headEnd: clauseEnd(folded, Math.max(enumerator?.end ?? start, start), end), end, saying: this.#saying });
  }

  /** 呼吁长辈走人行横道: what follows the verb is told to somebody, whatever its words; null for facts. */
  #object(from: number, { end }: Unit): DirectiveSpot | null {
    const { folded } = this.#prose, text = folded.slice(from, end);
    return countHan(text) < 3 || FACT.test(text) || tellsNothing(text) ? null : { start: from, marker: null, verb: Math.max(from, behindSubject(folded, from, end, true, this.#words)) };
  }

  #analyse(from: number, unit: Unit, ordered: boolean): DirectiveSpot | null {
    const { folded } = this.#prose, text = folded.slice(from, unit.end);
    if (this.#pledging && !REQUEST.test(text)) return null;
    const around: Surroundings = { spoken: this.#spoken || this.#before.documentSpeaks, passage: this.#passage && !this.#report, ordered: ordered && !this.#report };
    const spot = directiveIn(folded, from, unit.end, around, this.#words);
    // “我们要把好日子过得更甜。”老周说: a resolution about oneself.
    if (spot && this.#pledging && spot.marker && !REQUEST.test(folded.slice(spot.marker.start, spot.marker.end))) return null;
    if (!spot && unit.parallel !== null && around.spoken && !FACT.test(text)) return { start: from, marker: null, verb: from };
    if (!spot && unit.bullet && this.#announced && !this.#report && countHan(text) > 0 && !FACT.test(text) && !tellsNothing(text)) return { start: from, marker: null, verb: from };
    if (spot || !unit.enumerator || /[?？]["')]*$/.test(text)) return spot;
    const here: DirectiveSpot = { start: from, marker: null, verb: from };
    if (unit.enumerator.class === 'inline-yao' && !/了[,。;]/.test(text)) return here;
    if (this.#report || countHan(text) === 0 || FACT.test(text) || tellsNothing(text) || /为什么|怎么|如何|是什么|哪[些个里]/.test(text)) return null;
    // What goes on a list of orders, items that were announced as such, and a short item that says what to do.
    const { class: list, value } = unit.enumerator;
    return this.#announced || (value > 1 && this.#lists[list] === value - 1) || (around.passage && countHan(text) <= 16 && isHeadline(text, 0, text.length, this.#words)) ? here : null;
  }
}

/** 讲三点意见, 提几点希望: what the items that follow are. */
const ANNOUNCES = /讲[一二三四五六七八九十几两](?:个字|句话|点)[。:]?$|(?:如下|以下)(?:几点|[一二三四五六七八九十]点)?(?:倡议|要求|建议|希望|呼吁|提醒|提示)[:。]?$|提出(?:明确|具体|工作)?(?:要求|希望)[。:]?$|[一二三四五六七八九十几两\d][点个条项](?:方面)?的?(?:具体|明确|工作)?(?:意见|要求|希望|建议|指示|部署|倡议|安排|任务)[。:,]?$/;
const REQUEST = /请|希望|建议|呼吁|盼/;

/** A quotation behind which somebody is named who said it, without a word to others. */
function isBystander(folded: string, { start, end }: Unit): boolean {
  return folded[start] === '"' && folded[end - 1] === '"' && /^[^,。:;"]{1,24}(?:说|道|告诉记者|感慨|感叹|笑着说)[。,]/.test(folded.slice(end, end + 30)) && !/(?:书记|[市县区省州局厅部]长|主任|主席)/.test(folded.slice(end, end + 24));
}

/** 主要做了以下工作：, 取得了三方面成效。— the items that follow are no orders. */
function isReportLead(text: string): boolean {
  // 现将有关问题通报如下：
  if (/^[^,]{0,40}(?:问题|情况|案例|事例|名单|结果|做法|教训|事故|成绩|数据)[^,。要应]{0,12}(?:通报|公布|报告|汇报|介绍|列举|反馈|说明|公示)?(?:如下|如次)[:。]?$/.test(text)) return true;
  const plain = withoutTrailing(text, ':。,');
  return text.length <= 60 && /(?:工作|措施|做法|成效|特点|原因|问题|经验|体会|进展|变化|感受|情况|成绩|亮点|困难|不足|举措)$/.test(plain) && (FACT.test(text) || /(?:有|主要是|体现在|表现为|来自)/.test(text)) && !/(?:要|必须)[\u4e00-\u9fff]/.test(text);
}

/** The end of the first clause; the head of a directive. */
function clauseEnd(folded: string, from: number, end: number): number {
  let i = from;
  while (i < end && ' ,、'.includes(folded[i]!)) i++;
  const start = i;
  while (i < end && !',;:。!?'.includes(folded[i]!)) i++;
  return i > start ? i : end;
}
