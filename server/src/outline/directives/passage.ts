/**
 * What one paragraph tells people to do, by its words and by what came before it. Pure in both, so that it is found again for a paragraph
 * that did not change. Offsets are into the prose.
 */
import { perContent } from '../../base/memo';
import type { Scan } from '../../base/signs';
import { isColon, withoutTrailing } from '../../article/characters';
import type { Prose } from '../../article/prose';
import { divided } from '../../language/division';
import type { WordList } from '../../language/language';
import type { DirectiveSpot } from '../orders/grammar';
import { ASKS_BELOW, CHAPTER, isHeadline, isNounHeading, isStatement, PLANS, STAGE_DIRECTION } from '../orders/headlines';
import { isVerbLed } from '../orders/imperatives';
import { announcedCount } from '../numbers';
import { ANNOUNCES } from '../orders/patterns';
import { NO_LISTS, sameState, type PassageState } from './passageState';
import { sameSayings, type Saying } from './saying';
import { scanOf, SIGN } from '../orders/signs';
import { clauseEnd, isBystander, isReportLead } from './unitShapes';
import { UnitOrders, type Standing } from './unitOrders';
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

export interface Passage {
  readonly directives: readonly ProseDirective[];
  /** The heading names a topic only. */
  readonly section: boolean;
  readonly after: PassageState;
}

const unitsOf = perContent((prose: Prose) => splitUnits(scanOf(prose), prose.sentences));
const passages = perContent((_prose: Prose): Known[] => []);

/** How a prose was read before, the last time first. */
interface Known {
  readonly heading: boolean;
  readonly before: PassageState;
  readonly sayings: readonly Saying[];
  readonly passage: Passage;
}

/** So many states before a paragraph are remembered: edits above change them back and forth. */
const MOST_STATES = 16;

/** The units of a prose and what opens them; see `units.ts`. */
export { unitsOf };

/** @param heading the prose is a line without a mark that heads others */
export function readPassage(prose: Prose, heading: boolean, before: PassageState, sayings: readonly Saying[], words: WordList): Passage {
  const known = passages(prose);
  const at = known.findIndex(entry => entry.heading === heading && sameState(entry.before, before) && sameSayings(entry.sayings, sayings));
  if (at === 0) return known[0]!.passage;
  const passage = at > 0 ? known.splice(at, 1)[0]!.passage : new Reader(prose, before, sayings, words).read(heading);
  if (known.length >= MOST_STATES) known.pop();
  known.unshift({ heading, before, sayings, passage });
  return passage;
}

/** 防御指南：, alone on its line. */
const LABEL = /^[^,。;:]{3,12}:$/;

/** Longest heading that may be a noun alone. */
const SHORT_HEADING = 8;

/** How far behind a quotation its speaker is named. */
const QUOTED_REACH = 12;

/** Reads the units of a paragraph in order. */
class Reader {
  readonly #prose: Prose;
  readonly #scan: Scan;
  readonly #sayings: readonly Saying[];
  readonly #words: WordList;
  readonly #orders: UnitOrders;
  readonly #before: PassageState;
  readonly #directives: ProseDirective[] = [];
  #saying = -1;
  /** What holds where the unit at hand begins. */
  readonly #now: { -readonly [Part in keyof PassageState]: PassageState[Part] };
  #announcedUntil = -1;

  constructor(prose: Prose, before: PassageState, sayings: readonly Saying[], words: WordList) {
    this.#prose = prose;
    this.#scan = scanOf(prose);
    this.#before = before;
    this.#sayings = sayings;
    this.#words = words;
    this.#orders = new UnitOrders(prose, words);
    this.#now = { ...before };
  }

  read(heading: boolean): Passage {
    const units = unitsOf(this.#prose);
    const { folded } = this.#prose;
    const heads = heading || (LABEL.test(folded) && isNounHeading(folded));
    const section = heads && units[0] ? this.#heading(units, units[0]) : false;
    if (!heading && !section) this.#units(units);
    return {
      directives: this.#directives,
      section,
      after: { ...this.#now, listed: this.#isList(units) },
    };
  }

  /**
   * A heading is an order or heads a section. @returns whether it heads one; a stage direction does neither, and 王海强调 only tells who
   * speaks below
   */
  #heading(units: readonly Unit[], first: Unit): boolean {
    const { folded } = this.#prose;
    const { documentOrders, documentSpeaks, announced } = this.#before;
    const from = first.enumerator?.end ?? 0;
    // 听得进逆耳话，才能找得准真问题: the headings of what somebody explains or argues order nothing.
    const argues = documentSpeaks && !documentOrders && !announced;
    if (!argues && !CHAPTER.test(folded) && !isNounHeading(folded.slice(from))) {
      // 三、物资储备, behind 二、突出重点部位: so short a heading is no order by its number alone.
      if (folded.length - from <= SHORT_HEADING && this.#isNoun(folded.slice(from))) this.#now.lists = NO_LISTS;
      this.#units(units);
      if (this.#directives.length > 0) return false;
      this.#now.lists = this.#before.lists;
      if (this.#headsOrders(folded, from, first)) {
        this.#push(first, { start: 0, marker: null, verb: from }, true);
        this.#now.passage = true;
        return false;
      }
    }
    if (!this.#now.spoken && !documentOrders) this.#now.pledging = PLANS.test(withoutTrailing(folded, ':'));
    this.#now.report = false;
    if (documentSpeaks && !documentOrders) this.#now.announced = ASKS_BELOW.test(withoutTrailing(folded, ':'));
    return !STAGE_DIRECTION.test(folded) && !this.#sayings.some(({ start, content }) => start === 0 && content >= folded.length);
  }

  /** 物资储备, but not 责任再压实, which says what is to become of the noun. */
  #isNoun(heading: string): boolean {
    const nominal = (word: string) => word.length > 1 && /^(?:n|vn)/.test(this.#words.tag(word) ?? '');
    return nominal(heading.slice(0, 2)) && nominal(divided(heading, this.#words).lastWord);
  }

  /** 刘成鸣要求 in a line of its own heads what he says; it is no directive. */
  #headsOrders(folded: string, from: number, { enumerator }: Unit): boolean {
    if (this.#sayings.length > 0 || !(this.#before.documentOrders || (this.#now.spoken && enumerator !== null))) return false;
    return isHeadline(folded, from, folded.length, this.#words) || (enumerator !== null && isStatement(folded.slice(from), this.#words));
  }

  #units(units: readonly Unit[]): void {
    const { folded } = this.#prose;
    let orderedSentence = -1;
    let orderedList = -1;
    if (this.#now.passage && units[0] && !this.#goesOn(units[0])) this.#now.passage = false;
    for (const unit of units.flatMap(one => this.#apart(one))) {
      // “…。”老周说。 — nobody is told anything by what a bystander says of himself.
      if (isBystander(folded, unit) && !this.#isQuoted(unit)) continue;
      this.#quotedAhead(unit);
      const { from, saying } = this.#sayingsIn(unit);
      if (saying?.manner === 'orders') {
        orderedSentence = unit.sentence;
        // 要求：选矿厂盯紧回收率；销售公司…: every part behind the colon is told.
        if (isColon(folded.charCodeAt(saying.content - 1))) orderedList = unit.sentence;
      }
      if (isReportLead(folded, from, unit)) this.#now.report = true;
      else if (!unit.enumerator) this.#now.report = false;
      const ordered = orderedSentence === unit.sentence;
      const object = saying?.direct === true || orderedList === unit.sentence;
      const spot = this.#orders.spot(from, unit, ordered || this.#isPlainItem(unit), object, this.#standing);
      this.#noteAnnouncement(unit, spot);
      if (!spot) continue;
      this.#push(unit, { ...spot, start: this.#startOf(unit, from, saying, spot) }, false);
      if (unit.enumerator) this.#now.lists = { ...this.#now.lists, [unit.enumerator.class]: unit.enumerator.value };
      if (this.#now.spoken || this.#before.documentSpeaks) this.#now.passage = true;
    }
  }

  /** 叮嘱值班人员注意保暖，并要求各站备足物资: where another saying follows an order in its unit, each has a part of its own. */
  #apart(unit: Unit): readonly Unit[] {
    const starts = this.#sayings
      .filter((saying, i) => {
        const before = this.#sayings[i - 1];
        return (
          before !== undefined &&
          before.manner !== 'tells' &&
          before.start >= unit.start &&
          saying.start < unit.end &&
          saying.start > before.content
        );
      })
      .map(({ start }) => start);
    if (starts.length === 0) return [unit];
    return [unit.start, ...starts].map((start, i) => {
      const end = starts[i] ?? unit.end;
      const first = i === 0 ? {} : { enumerator: null, bullet: false, parallel: null, opensSentence: false };
      return { ...unit, ...first, start, end, inline: true, signs: this.#scan.in(start, end) };
    });
  }

  /** The same, with the document's own voice. */
  get #standing(): Standing {
    return { ...this.#now, spoken: this.#now.spoken || this.#before.documentSpeaks };
  }

  /** An enumerator belongs to its item, unless somebody is named between the two. */
  #startOf({ start, enumerator, parallel, bullet }: Unit, from: number, saying: Saying | null, spot: DirectiveSpot): number {
    if (enumerator && (!saying || saying.content <= enumerator.start)) return Math.max(start, saying?.content ?? start);
    return parallel !== null || (bullet && this.#now.announced) ? from : spot.start;
  }

  /** A new paragraph goes on with orders only if it opens like one: further facts about what was ordered do not. */
  #goesOn({ start, end, enumerator, bullet }: Unit): boolean {
    return (
      this.#before.documentOrders ||
      this.#before.listed ||
      enumerator !== null ||
      bullet ||
      (this.#sayings[0]?.start ?? Infinity) < end ||
      isVerbLed(this.#prose.folded, start, end, this.#words)
    );
  }

  /** The saying whose words these are; undefined before the first. */
  get #running(): Saying | undefined {
    return this.#saying < 0 ? undefined : this.#sayings[this.#saying];
  }

  /** The sayings that begin in the unit: behind which offset the words of the last one begin, and that one; null when none does. */
  #sayingsIn({ start, end, enumerator }: Unit): { readonly from: number; readonly saying: Saying | null } {
    let from = enumerator?.end ?? start;
    let saying: Saying | null = null;
    const running = this.#running;
    if (running && running.start >= start && running.start < end) {
      // Found already, since the quotation before it is his.
      from = Math.max(from, Math.min(running.content, end));
      saying = running;
    }
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
    const list = this.#running?.manner !== 'tells' && this.#running?.content === unit.end;
    if (
      list ||
      ((unit.signs & SIGN.announces) !== 0 && ANNOUNCES.test(folded.slice(unit.start, unit.end))) ||
      (spot !== null && !unit.enumerator && announcedCount(folded.slice(spot.verb, unit.end)) !== null)
    )
      this.#announce(unit);
    else if (spot !== null && !unit.enumerator && !unit.bullet) this.#now.announced = false;
  }

  /** 县教育局提醒广大家长：, then paragraphs without numbers: the first unit of each is one of the items. */
  #isPlainItem({ start }: Unit): boolean {
    return this.#before.listed && start === 0 && this.#saying < 0;
  }

  /** Whether the next paragraph may be the first item of such a list, or the next one. */
  #isList(units: readonly Unit[]): boolean {
    const last = units.at(-1);
    const running = this.#running;
    if (!last) return false;
    if (this.#before.listed && this.#saying < 0) return this.#directives[0]?.start === 0;
    return running?.manner === 'orders' && running.content === last.end && isColon(this.#prose.folded.charCodeAt(last.end - 1));
  }

  /** Items are to come; whoever speaks next goes on (…讲了三点意见。她说，). */
  #announce({ end }: Unit): void {
    this.#now.announced = true;
    this.#announcedUntil = end;
  }

  /** “…。”他说。 and “…？”他问，“…”: a quotation belongs to whoever is named right behind it. */
  #quotedAhead(unit: Unit): void {
    const next = this.#sayings[this.#saying + 1];
    const { folded } = this.#prose;
    if (!next || next.start < unit.end || folded[unit.start] !== '"' || next.start - unit.start > 600) return;
    // “…，”他叮嘱，…: a quotation that ends with a comma goes on behind the verb.
    if (next.manner === 'orders' && !next.quoted && !/[,。!]"[^。:;"]{0,24}$/.test(folded.slice(unit.start, next.start))) return;
    if (/"[^。!?"]{0,24}$/.test(folded.slice(unit.start, next.start))) this.#speak(next);
  }

  /** Who is named right behind the quotation is somebody whose words count. */
  #isQuoted({ end }: Unit): boolean {
    const next = this.#sayings[this.#saying + 1];
    return next !== undefined && next.start >= end && next.start - end < QUOTED_REACH && (next.quoted || next.official);
  }

  #speak({ start, manner, same, pledge }: Saying): void {
    this.#saying++;
    if (!same && start > this.#announcedUntil) this.#now.announced = false;
    this.#now.lists = NO_LISTS;
    this.#now.spoken = true;
    this.#now.pledging = pledge;
    this.#now.passage = this.#before.documentOrders || manner !== 'tells' || this.#now.announced;
  }

  #push(unit: Unit, spot: DirectiveSpot, heading: boolean): void {
    const { folded } = this.#prose;
    const { enumerator, end } = unit;
    const { start } = spot;
    this.#directives.push({
      wording: new Wording(this.#prose, unit, spot, heading),
      start,
      headEnd: clauseEnd(folded, Math.max(enumerator?.end ?? start, start), end),
      end,
      saying: this.#saying,
    });
  }
}
