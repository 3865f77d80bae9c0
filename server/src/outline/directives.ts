/** The directives of an article in order, each with who gives it. Reading offsets. Levels are given in `levels.ts`. */
import { Memo } from '../base/memo';
import type { Article, Attribution, Block, Paragraph } from '../article/article';
import type { Enumerator } from '../article/enumerators';
import { countHan } from '../article/characters';
import type { Language, WordList } from '../language/language';
import { directiveIn, isVerbLed, type DirectiveSpot, type Surroundings } from './grammar';
import { FACT } from './lexicon';
import { documentVoice, type Voice } from './voice';
import { splitUnits, type Unit } from './units';

/** A directive before it has a place in the tree. */
export interface FoundDirective extends DirectiveSpot {
  /** The unit's end, its mark included. */
  readonly end: number;
  readonly enumerator: Enumerator | null;
  readonly parallel: string | null;
  readonly opensSentence: boolean;
  /** It is a line of its own without a mark: a heading. */
  readonly heading: boolean;
  readonly paragraph: number;
  readonly sentence: number;
  readonly speaker: string | null;
  /** Index of the attribution whose words these are; -1 when the document or nobody speaks. */
  readonly attribution: number;
  /** The last unit of its paragraph that speaks: nothing of the paragraph follows. */
  readonly finished: boolean;
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
  /** The attribution whose content goes on; -1 before the first, and where the document speaks. */
  #attribution = -1;
  #next = 0;
  /** Directives have come in what is said now. */
  #passage: boolean;
  /** What is said now is the object of an order. */
  #ordered = false;
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
    const { folded } = this.#article.reading;
    const before = this.#directives.length;
    const units = this.#units(paragraph);
    this.#paragraph(paragraph, index);
    if (this.#directives.length > before) return;
    const from = units[0]?.enumerator ? paragraph.start + units[0].enumerator.end : paragraph.start;
    const speaks = this.#voice.orders || (this.#attribution >= 0 && units[0]?.enumerator);
    if (speaks && isVerbLed(folded, from, paragraph.end, this.#words) && !isNounHeading(folded.slice(from, paragraph.end))) {
      this.#directives.push({ ...this.#common(paragraph, index, units[0]!), start: paragraph.start, marker: null, verb: from, heading: true });
      this.#passage = true;
    } else this.#sections.push({ start: block.start, end: block.end });
  }

  #units(paragraph: Paragraph): readonly Unit[] {
    const folded = this.#article.reading.folded.slice(paragraph.start, paragraph.end);
    return splitUnits(folded, paragraph.sentences.map(({ start, end, terminator }) => ({ start: start - paragraph.start, end: end - paragraph.start, terminator })));
  }

  #paragraph(paragraph: Paragraph, index: number): void {
    const { folded } = this.#article.reading, { attributions } = this.#article;
    let listed = false;
    for (const unit of this.#units(paragraph)) {
      const start = paragraph.start + unit.start, end = paragraph.start + unit.end;
      let from = unit.enumerator ? paragraph.start + unit.enumerator.end : start;
      let attributed = false, quotedAfter = false;
      while (this.#next < attributions.length && attributions[this.#next]!.start < end) {
        const attribution = attributions[this.#next]!;
        // “…。”他说。 — what is said came before.
        quotedAfter = attribution.contentStart >= end && attribution.start > start && folded[attribution.start - 1] === '"';
        this.#speak(this.#next++, attribution);
        from = Math.max(from, Math.min(attribution.contentStart, end));
        attributed = true;
      }
      if (quotedAfter) continue;
      if (unit.enumerator === null) listed = false;
      if (this.#isReportLead(folded.slice(from, end))) this.#report = true;
      else if (!unit.enumerator && !listed) this.#report = false;
      listed ||= unit.enumerator !== null;
      const spot = this.#analyse(from, end, unit, attributed);
      if (!spot) continue;
      const opens = unit.enumerator && (spot.start <= from + 1 || !attributed) ? start : spot.start;
      const begins = attributed && unit.enumerator === null ? spot.start : unit.enumerator ? opens : spot.start;
      this.#directives.push({ ...this.#common(paragraph, index, unit), start: begins, marker: spot.marker, verb: spot.verb, heading: false });
      if (this.#attribution >= 0 || this.#voice.speaker !== null) this.#passage = true;
    }
  }

  #common(paragraph: Paragraph, index: number, unit: Unit): Omit<FoundDirective, 'start' | 'marker' | 'verb' | 'heading'> {
    const attribution = this.#attribution >= 0 ? this.#article.attributions[this.#attribution]! : null;
    const enumerator = unit.enumerator && { ...unit.enumerator, start: unit.enumerator.start + paragraph.start, end: unit.enumerator.end + paragraph.start };
    return {
      end: paragraph.start + unit.end, enumerator, parallel: unit.parallel, opensSentence: unit.opensSentence, paragraph: index, sentence: unit.sentence,
      speaker: attribution?.speaker ?? this.#voice.speaker, attribution: this.#attribution, finished: paragraph.start + unit.end >= paragraph.end,
    };
  }

  #speak(index: number, attribution: Attribution): void {
    const before = this.#attribution >= 0 ? this.#article.attributions[this.#attribution]! : null;
    const same = before !== null && before.speaker === attribution.speaker;
    this.#attribution = index;
    this.#ordered = ORDERING.test(this.#article.reading.folded.slice(attribution.start, attribution.end));
    this.#passage = this.#voice.orders || this.#ordered || (same && this.#passage) || STRESSING.test(this.#article.reading.folded.slice(attribution.start, attribution.end));
    if (NARRATING.test(this.#article.reading.folded.slice(attribution.start, attribution.end)) && !same) this.#passage = this.#voice.orders;
  }

  /** 主要做了以下工作：, 取得了三方面成效。— the items that follow are no orders. */
  #isReportLead(text: string): boolean {
    return text.length <= 60 && /(?:工作|措施|做法|成效|特点|原因|问题|经验|体会|进展|变化|感受|情况|成绩|亮点|困难|不足|举措)[:。,]?$/.test(text.replace(/[:。,]+$/, '')) && (FACT.test(text) || /(?:有|主要是|体现在|表现为|来自)/.test(text)) && !/(?:要|必须)[\u4e00-\u9fff]/.test(text);
  }

  #analyse(from: number, end: number, unit: Unit, attributed: boolean): DirectiveSpot | null {
    const { folded } = this.#article.reading;
    const spoken = this.#attribution >= 0 || this.#voice.speaker !== null;
    const around: Surroundings = {
      spoken: spoken || this.#voice.orders,
      passage: this.#passage && !this.#report,
      ordered: this.#ordered && attributed && !this.#report,
    };
    const text = folded.slice(from, end);
    const key = `${around.spoken ? 's' : '-'}${around.passage ? 'p' : '-'}${around.ordered ? 'o' : '-'}${text}`;
    const relative = analyses.get(key, () => directiveIn(text, 0, text.length, around, this.#words));
    if (relative) return moved(relative, from);
    if (unit.enumerator?.class === 'inline-yao' && !FACT.test(text)) return { start: from, marker: null, verb: from };
    // A short item in a list of orders: 第三，为担当者撑腰。
    if (unit.enumerator && around.passage && countHan(text) <= 16 && !FACT.test(text) && !isNounHeading(text) && isVerbLed(folded, from, end, this.#words)) return { start: from, marker: null, verb: from };
    return null;
  }
}

const ORDERING = /(?:要求|责成|指示|裁示|建议|呼吁|希望|提醒|号召|倡议|勉励|叮嘱|嘱咐|敦促|批示|期许|期勉|吁请|促请|责令)$/;
const STRESSING = /(?:强调|提出|指出|明确)$/;
const NARRATING = /(?:说|表示|介绍|认为|称|坦言|透露|指出|:|：)$/;

/** 组织保障, 工作要求: nouns that begin like verbs. */
function isNounHeading(text: string): boolean {
  const plain = text.replace(/[。,、:\s"']+$/, '');
  return /^(?:总体|基本|主要|工作|组织|保障|指导|实施|重点|有关|具体|活动|考核|监督|时间|任务|目标|发展|相关|责任|检查|整改|报名|申报)?(?:要求|目标|任务|措施|保障|安排|原则|思想|步骤|内容|范围|对象|意义|情况|方式|方法|时间|标准|条件|程序|职责|分工|机制|体系|事项|背景|成效|问题|打算|议程|领导|基础|概况|重点|依据|流程|单位|地点)(?:和(?:要求|目标|任务|措施|步骤|安排|内容|范围))?$/.test(plain);
}

function moved(spot: DirectiveSpot, by: number): DirectiveSpot {
  return { start: spot.start + by, marker: spot.marker && { start: spot.marker.start + by, end: spot.marker.end + by }, verb: spot.verb + by };
}
