/** The directives of an article in order, each with who gives it. Reading offsets. Levels are given in `levels.ts`. */
import { Memo } from '../base/memo';
import type { Article, Attribution, Block, Paragraph } from '../article/article';
import type { EnumeratorClass } from '../article/enumerators';
import { countHan, withoutTrailing } from '../article/characters';
import type { Language, WordList } from '../language/language';
import { directiveIn, isVerbLed, type DirectiveSpot, type Surroundings } from './grammar';
import { FACT } from './lexicon';
import { joinParagraph, type JoinedParagraph } from './joined';
import { documentVoice, type Voice } from './voice';
import { splitUnits, type Unit } from './units';

/** A directive before it has a place in the tree. */
export interface FoundDirective {
  /** Where it begins, enumerator included. */
  readonly start: number;
  /** The end of its first clause. */
  readonly headEnd: number;
  /** The unit's end, its mark included. */
  readonly end: number;
  /** Its own words from `start` to `end` without hard line breaks, as printed and as look-up text. */
  readonly text: string;
  readonly folded: string;
  /** Where the verb phrase begins, an offset into `text`. */
  readonly verb: number;
  /** The modal or polite word as printed; null in bare imperatives. */
  readonly modal: string | null;
  readonly enumerator: { readonly class: EnumeratorClass; readonly value: number; readonly text: string } | null;
  /** An unnumbered head (思想上) that others of its paragraph match. */
  readonly parallel: { readonly key: string; readonly text: string } | null;
  readonly opensSentence: boolean;
  /** It is one of several parts of its sentence. */
  readonly inline: boolean;
  /** It is a line of its own without a mark: a heading. */
  readonly heading: boolean;
  readonly paragraph: number;
  readonly sentence: number;
  readonly speaker: string | null;
  /** Index of the attribution whose words these are; -1 when the document or nobody speaks. */
  readonly attribution: number;
  /** How many section headings came before; the class of the last one's number, null when it has none. */
  readonly sections: number;
  readonly sectionClass: EnumeratorClass | null;
  /** Nothing of its paragraph follows. */
  readonly finished: boolean;
  readonly paragraphStart: number;
}

/** A heading that is no directive. */
export interface Section {
  readonly start: number;
  readonly end: number;
}

export interface Found {
  readonly directives: readonly FoundDirective[];
  readonly sections: readonly Section[];
}

const analyses = new Memo<DirectiveSpot | null>();

/** Every directive and every section heading of the article, in order of their places. */
export function findDirectives(article: Article, language: Language): Found {
  return new Pass(article, language.words).run();
}

class Pass {
  readonly #article: Article;
  readonly #words: WordList;
  readonly #voice: Voice;
  readonly #directives: FoundDirective[] = [];
  readonly #sections: Section[] = [];
  #sectionClass: EnumeratorClass | null = null;
  /** The attribution whose content goes on; -1 before the first, and where the document speaks. */
  #attribution = -1;
  #next = 0;
  /** Directives have come in what is said now. */
  #passage: boolean;
  /** What is said now is the object of an order. */
  #ordered = false;
  /** Who speaks now speaks of himself. */
  #pledging = false;
  /** The list at hand counts what was done: its items are no orders. */
  #report = false;

  constructor(article: Article, words: WordList) {
    this.#article = article;
    this.#words = words;
    this.#voice = documentVoice(article);
    this.#passage = this.#voice.orders;
  }

  run(): Found {
    const { paragraphs, attributions } = this.#article;
    const first = paragraphs[0]?.start ?? 0;
    while (this.#next < attributions.length && attributions[this.#next]!.start < first) this.#next++;
    paragraphs.forEach((paragraph, index) => {
      const block = paragraph.blocks[0]!;
      if (block.kind === 'heading') this.#heading(paragraph, index, block);
      else this.#paragraph(paragraph, index);
    });
    return { directives: this.#directives, sections: this.#sections };
  }

  #heading(paragraph: Paragraph, index: number, block: Block): void {
    const before = this.#directives.length;
    const joined = joinParagraph(this.#article.reading, paragraph), units = unitsOf(joined, paragraph);
    this.#paragraph(paragraph, index);
    if (this.#directives.length > before) return;
    const { folded } = joined, from = units[0]?.enumerator?.end ?? 0;
    const speaks = this.#voice.orders || (this.#attribution >= 0 && units[0]?.enumerator);
    if (speaks && (isHeadline(folded, from, folded.length, this.#words) || (units[0]?.enumerator && isStatement(folded.slice(from), this.#words)))) {
      this.#push(paragraph, index, joined, units[0]!, { start: 0, marker: null, verb: from }, true);
      this.#passage = true;
    } else {
      this.#sections.push({ start: block.start, end: block.end });
      this.#sectionClass = units[0]?.enumerator?.class ?? null;
    }
  }

  #paragraph(paragraph: Paragraph, index: number): void {
    const { attributions } = this.#article;
    const joined = joinParagraph(this.#article.reading, paragraph), { folded } = joined;
    let listed: Unit | null = null, orderedSentence = -1;
    for (const unit of unitsOf(joined, paragraph)) {
      const end = joined.toReading(unit.end), content = unit.enumerator?.end ?? unit.start;
      let from = content, attributed = false;
      // “…。”老周说。 — nobody is told anything by what a bystander says of himself.
      if (isBystander(folded, unit)) continue;
      this.#quotedAhead(joined, unit);
      while (this.#next < attributions.length && attributions[this.#next]!.start < end) {
        const attribution = attributions[this.#next]!;
        this.#speak(this.#next++, attribution);
        from = Math.max(from, Math.min(joined.fromReading(Math.max(attribution.contentStart, attribution.end)), unit.end));
        attributed = true;
      }
      if (attributed && this.#ordered) orderedSentence = unit.sentence;
      if (!unit.enumerator) listed = null;
      if (isReportLead(folded.slice(from, unit.end))) this.#report = true;
      else if (!unit.enumerator) this.#report = false;
      const item = unit.enumerator !== null && listed?.enumerator?.class === unit.enumerator.class;
      const spot = this.#analyse(folded, from, unit, orderedSentence === unit.sentence, item);
      if (!spot) continue;
      // An enumerator belongs to its item, unless somebody is named between the two.
      const start = (unit.enumerator && !attributed) || (unit.parallel && !unit.parallel.includes('"')) ? unit.start : spot.start;
      this.#push(paragraph, index, joined, unit, { ...spot, start }, false);
      if (unit.enumerator) listed = unit;
      if (this.#attribution >= 0 || this.#voice.speaker !== null) this.#passage = true;
    }
  }

  /** “…。”他说。 and “…？”他问，“…”: a quotation belongs to whoever is named right behind it. */
  #quotedAhead({ folded, fromReading, toReading }: JoinedParagraph, unit: Unit): void {
    const next = this.#article.attributions[this.#next];
    if (!next || next.start < toReading(unit.end) || folded[unit.start] !== '"') return;
    const named = fromReading(next.start);
    if (named > folded.length || named - unit.start > 600 || !/"[^。!?"]{0,24}$/.test(folded.slice(unit.start, named))) return;
    this.#speak(this.#next++, next);
  }

  #push(paragraph: Paragraph, index: number, joined: JoinedParagraph, unit: Unit, spot: DirectiveSpot, heading: boolean): void {
    const attribution = this.#attribution >= 0 ? this.#article.attributions[this.#attribution]! : null;
    const { text, folded } = joined, { start, marker, verb } = spot;
    this.#directives.push({
      start: joined.toReading(start), headEnd: joined.toReading(clauseEnd(folded, Math.max(unit.enumerator?.end ?? start, start), unit.end)), end: joined.toReading(unit.end - 1) + 1,
      text: text.slice(start, unit.end), folded: folded.slice(start, unit.end), verb: verb - start, modal: marker && text.slice(marker.start, marker.end),
      enumerator: unit.enumerator && { class: unit.enumerator.class, value: unit.enumerator.value, text: text.slice(unit.enumerator.start, unit.enumerator.end) },
      parallel: unit.parallel === null ? null : { key: unit.parallel, text: text.slice(unit.start, unit.start + parallelLength(folded, unit)) },
      opensSentence: unit.opensSentence, inline: !unit.opensSentence || /[;,]$/.test(folded.slice(unit.start, unit.end)), paragraph: index, sentence: unit.sentence, heading,
      speaker: attribution?.speaker ?? this.#voice.speaker, attribution: this.#attribution, finished: unit.end >= folded.length, sections: this.#sections.length, sectionClass: this.#sectionClass, paragraphStart: paragraph.start,
    });
  }

  /** Those who speak of themselves: everybody present, villagers, readers. They promise and thank; only what they ask for is told to others. */
  #isPledge({ speaker, person, start, end }: Attribution): boolean {
    const { folded } = this.#article.reading, phrase = folded.slice(start, end);
    if (/^(?:大家|与会|参会|代表们|委员们|广大|干部群众|党员干部|各位|[\u4e00-\u9fff]{0,10}(?:干部群众|党员|干部|学生|村民|居民|群众|市民|代表们|委员们|老板|店主|家长|商户|业主|同学|战士|官兵|医护人员|与会人员|人员)(?:们|代表)?(?:纷纷|一致|普遍|都|均)?(?:表示|认为|说))/.test(phrase)) return true;
    const mention = person === null ? undefined : this.#article.persons[person];
    if (!mention || mention.standing !== 'other') return false;
    const around = folded.slice(Math.max(0, mention.start - 14), mention.start);
    return /(?:村民|居民|群众|市民|学生|家长|店主|老板|业主|商户|农民|职工|工人|党员|同学|大爷|大妈|大嫂|老人|司机|游客|脱贫户|种植户|养殖户|大户|带头人)$/.test(around) || /^[\u4e00-\u9fff](?:大[爷妈嫂叔姐哥]|阿姨|婶|奶奶)/.test(speaker);
  }

  #speak(index: number, attribution: Attribution): void {
    const before = this.#attribution >= 0 ? this.#article.attributions[this.#attribution]! : null;
    const same = before !== null && before.speaker === attribution.speaker;
    this.#attribution = index;
    this.#pledging = this.#isPledge(attribution);
    this.#ordered = ORDERING.test(this.#article.reading.folded.slice(attribution.start, attribution.end));
    this.#passage = this.#voice.orders || this.#ordered || (same && this.#passage) || STRESSING.test(this.#article.reading.folded.slice(attribution.start, attribution.end));
    if (NARRATING.test(this.#article.reading.folded.slice(attribution.start, attribution.end)) && !same) this.#passage = this.#voice.orders;
  }

  #analyse(folded: string, from: number, unit: Unit, ordered: boolean, item: boolean): DirectiveSpot | null {
    const around: Surroundings = {
      spoken: this.#attribution >= 0 || this.#voice.speaker !== null,
      passage: this.#passage && !this.#report,
      ordered: ordered && !this.#report,
    };
    const text = folded.slice(from, unit.end);
    const key = `${around.spoken ? 's' : '-'}${around.passage ? 'p' : '-'}${around.ordered ? 'o' : '-'}${text}`;
    if (this.#pledging && !/(?:请|希望|建议|呼吁|盼)/.test(text)) return null;
    const relative = analyses.get(key, () => directiveIn(text, 0, text.length, around, this.#words));
    // “我们要把好日子过得更甜。”老周说: a resolution about oneself.
    if (relative && (this.#pledging && relative.marker && !/(?:请|希望|建议|呼吁|盼)/.test(text.slice(relative.marker.start, relative.marker.end)))) return null;
    if (relative) return moved(relative, from);
    if (!unit.enumerator || /[?？]["')]*$/.test(text)) return null;
    const here: DirectiveSpot = { start: from, marker: null, verb: from };
    if (unit.enumerator.class === 'inline-yao' && !/了[,。;]/.test(text)) return here;
    if (!around.passage || FACT.test(text)) return null;
    // A short item in a list of orders (第三，为担当者撑腰。), and what goes on such a list.
    return item || (countHan(text) <= 16 && isHeadline(text, 0, text.length, this.#words)) ? here : null;
  }
}

const ORDERING = /(?:要求|责成|指示|裁示|建议|呼吁|希望|提醒|号召|倡议|勉励|叮嘱|嘱咐|敦促|批示|期许|期勉|吁请|促请|责令)$/;
const STRESSING = /(?:强调|提出|指出|明确)$/;
const NARRATING = /(?:说|表示|介绍|认为|称|坦言|透露|指出|:|：)$/;

/** A quotation behind which somebody is named who said it, without a word to others. */
function isBystander(folded: string, { start, end }: Unit): boolean {
  return folded[start] === '"' && folded[end - 1] === '"' && /^[^,。:;"]{1,24}(?:说|道|告诉记者|感慨|感叹|笑着说)[。,]/.test(folded.slice(end, end + 30)) && !/(?:书记|[市县区省州局厅部]长|主任|主席)/.test(folded.slice(end, end + 24));
}

/** 主要做了以下工作：, 取得了三方面成效。— the items that follow are no orders. */
function isReportLead(text: string): boolean {
  const plain = withoutTrailing(text, ':。,');
  return text.length <= 60 && /(?:工作|措施|做法|成效|特点|原因|问题|经验|体会|进展|变化|感受|情况|成绩|亮点|困难|不足|举措)$/.test(plain) && (FACT.test(text) || /(?:有|主要是|体现在|表现为|来自)/.test(text)) && !/(?:要|必须)[\u4e00-\u9fff]/.test(text);
}

/** A heading or headline sentence that tells what to do: verb-led, or 以改厕治污为先手. */
function isHeadline(folded: string, from: number, to: number, words: WordList): boolean {
  const text = folded.slice(from, to);
  return !isNounHeading(text) && (isVerbLed(folded, from, to, words) || /^[以把将][^,。]{2,20}(?:为|成|到位|起来|出来|下去|进去|上去)/.test(text));
}

/** 全民参与，共建共享: a numbered heading that says what is to happen without beginning with the verb. */
function isStatement(text: string, words: WordList): boolean {
  return !isNounHeading(text) && /^[\u4e00-\u9fff]{3,8}[, ][\u4e00-\u9fff]{3,10}$/.test(text) && /^v/.test(words.tag(text.slice(2, 4)) ?? '');
}

function unitsOf(joined: JoinedParagraph, paragraph: Paragraph): readonly Unit[] {
  return splitUnits(joined.folded, paragraph.sentences.map(({ start, end, terminator }) => ({ start: joined.fromReading(start), end: joined.fromReading(end), terminator })));
}

/** The end of the first clause; the head of a directive. */
function clauseEnd(folded: string, from: number, end: number): number {
  let i = from;
  while (i < end && ' ,、'.includes(folded[i]!)) i++;
  const start = i;
  while (i < end && !',;:。!?'.includes(folded[i]!)) i++;
  return i > start ? i : end;
}

/** 思想上: the words of an unnumbered head that stand for a number. */
function parallelLength(folded: string, { start, end, parallel }: Unit): number {
  if (parallel!.includes('"')) return 0;
  const at = folded.indexOf(parallel === '要再' ? '要' : parallel!, start);
  return at < 0 || at >= end ? 0 : at - start + (parallel === '要再' ? 0 : parallel!.length);
}

/** 组织保障, 工作要求: nouns that begin like verbs. */
function isNounHeading(text: string): boolean {
  const plain = withoutTrailing(text, '。,、:"\'');
  return /^(?:总体|基本|主要|工作|组织|保障|指导|实施|重点|有关|具体|活动|考核|监督|时间|任务|目标|发展|相关|责任|检查|整改|报名|申报)?(?:要求|目标|任务|措施|保障|安排|原则|思想|步骤|内容|范围|对象|意义|情况|方式|方法|时间|标准|条件|程序|职责|分工|机制|体系|事项|背景|成效|问题|打算|议程|领导|基础|概况|重点|依据|流程|单位|地点)(?:和(?:要求|目标|任务|措施|步骤|安排|内容|范围))?$/.test(plain);
}

function moved(spot: DirectiveSpot, by: number): DirectiveSpot {
  return { start: spot.start + by, marker: spot.marker && { start: spot.marker.start + by, end: spot.marker.end + by }, verb: spot.verb + by };
}
