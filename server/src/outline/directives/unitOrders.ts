/** Whether a unit of a paragraph tells somebody to do something, by its words and by where it stands. Offsets are into the prose. */
import type { Scan } from '../../base/signs';
import { isColon } from '../../article/characters';
import type { Enumerator } from '../../article/enumerators';
import type { Prose } from '../../article/prose';
import type { WordList } from '../../language/language';
import { directiveIn, tellsNothing, type DirectiveSpot, type Surroundings } from '../orders/grammar';
import { isHeadline } from '../orders/headlines';
import { behindSubject } from '../orders/imperatives';
import { FACT } from '../orders/lexicon';
import type { PassageState } from './passageState';
import { REQUEST } from '../orders/patterns';
import { scanOf, SIGN } from '../orders/signs';
import { isTopic } from './unitShapes';
import type { Unit } from './units';

/** What holds where a unit begins; `spoken`: in what somebody says, or in a document that speaks. */
export type Standing = Pick<PassageState, 'spoken' | 'passage' | 'pledging' | 'report' | 'announced' | 'lists'>;

const QUESTION = /[?？]["')]*$|为什么|怎么|如何|是什么|哪[些个里]/;
/** Those told, and nothing else. */
const WHOM_ONLY = /^[^,;。]{2,24}(?:公民|同胞|机构|企业|人员|群众|市民|居民|旅客|家长|司机|单位|部门|朋友|们)$/;
/** 第一，这是…的要求。: what somebody argues. */
const EXPLAINS = /^(?:这|那|它)(?:也|既|就|不仅|不只)?是/;
/** 供水能力提高到三万吨 */
const FIGURE =
  /^(?![^,]*[将已曾])[\u4e00-\u9fff]{3,16}(?:(?:提高|增加|压缩|缩短|降低|下降|扩大|延长|提升|压减|减少|控制)[到在至]|达到|不少于|不低于|不超过)[^,]{0,6}[\d一二两三四五六七八九十百千万半]/;
/** Items of so many Han characters may be nothing but what to do. */
const SHORT_ITEM = 16;

/** Finds the directive of a unit. */
export class UnitOrders {
  readonly #prose: Prose;
  readonly #scan: Scan;
  readonly #words: WordList;

  constructor(prose: Prose, words: WordList) {
    this.#prose = prose;
    this.#scan = scanOf(prose);
    this.#words = words;
  }

  /**
   * The directive in a unit; null when it tells nobody to do anything.
   * @param from behind the enumerator and the attribution
   * @param ordered the unit is told as an order (要求…)
   * @param object the unit is the object of an order, which begins where the object does (指示各区加强巡查，并请…)
   */
  spot(from: number, unit: Unit, ordered: boolean, object: boolean, standing: Standing): DirectiveSpot | null {
    // 提醒旅外公民和机构：, with items below: nothing but whom.
    const { folded } = this.#prose;
    if (ordered && isColon(folded.charCodeAt(unit.end - 1)) && WHOM_ONLY.test(folded.slice(from, unit.end - 1))) return null;
    const whole = object ? this.#object(from, unit) : null;
    const spot = this.#analyse(from, unit, ordered, standing);
    return spot && whole && spot.start > from ? { ...spot, start: from } : (spot ?? whole);
  }

  /** 呼吁长辈走人行横道: what follows the verb is told to somebody, whatever its words; null for facts. */
  #object(from: number, unit: Unit): DirectiveSpot | null {
    const { folded } = this.#prose;
    const { end } = unit;
    // 已购买的市民停止食用: facts about those told are part of their name.
    const verb = Math.max(from, behindSubject(folded, from, end, true, this.#words));
    return this.#scan.count(SIGN.han, from, end) < 3 || this.#has(SIGN.fact, FACT, verb, unit) || tellsNothing(this.#scan, from, end)
      ? null
      : { start: from, marker: null, verb };
  }

  /** A pattern matches in a unit from an offset on; it is tried only where its sign stands. */
  #has(sign: number, pattern: RegExp, from: number, { end, signs }: Unit): boolean {
    return (signs & sign) !== 0 && pattern.test(this.#prose.folded.slice(from, end));
  }

  #analyse(from: number, unit: Unit, ordered: boolean, standing: Standing): DirectiveSpot | null {
    const { folded } = this.#prose;
    const { end } = unit;
    if (isTopic(folded, from, unit) || (standing.pledging && !this.#has(SIGN.request, REQUEST, from, unit))) return null;
    const around: Surroundings = {
      spoken: standing.spoken,
      passage: standing.passage && !standing.report,
      ordered: ordered && !standing.report,
    };
    const spot = directiveIn(this.#scan, from, end, unit.signs, around, this.#words);
    // “我们要把好日子过得更甜。”老周说: a resolution about oneself.
    if (spot && standing.pledging && spot.marker && !REQUEST.test(folded.slice(spot.marker.start, spot.marker.end))) return null;
    if (spot) return spot;
    return this.#isToldByItsPlace(from, unit, around, standing) ? { start: from, marker: null, verb: from } : null;
  }

  /** Its words do not say so, but where it stands does: as an item of orders, or built like them. */
  #isToldByItsPlace(from: number, unit: Unit, { spoken, passage }: Surroundings, standing: Standing): boolean {
    const { parallel, bullet, enumerator, end } = unit;
    if (parallel === null && !bullet && enumerator === null) return this.#isFigure(from, unit, passage);
    if (enumerator?.class === 'inline-yao') return !/(?:了[,。;]|[?？]["')]*$)/.test(this.#prose.folded.slice(from, end));
    if (this.#has(SIGN.fact, FACT, from, unit)) return false;
    if (parallel !== null && spoken) return true;
    if (standing.report || this.#scan.count(SIGN.han, from, end) === 0 || tellsNothing(this.#scan, from, end)) return false;
    return (bullet && standing.announced) || (enumerator !== null && this.#isItemOfOrders(from, unit, enumerator, passage, standing));
  }

  /** …；供水能力提高到三万吨；…: a figure that is to be reached, as one part of a sentence of orders. */
  #isFigure(from: number, unit: Unit, passage: boolean): boolean {
    return (
      passage && !unit.opensSentence && !this.#has(SIGN.fact, FACT, from, unit) && FIGURE.test(this.#prose.folded.slice(from, unit.end))
    );
  }

  /** An item that was announced as an order, or goes on a list of orders, or a short one that says what to do. */
  #isItemOfOrders(
    from: number,
    { end }: Unit,
    { class: list, value }: Enumerator,
    passage: boolean,
    { announced, lists }: Standing,
  ): boolean {
    const text = this.#prose.folded.slice(from, end);
    // 第四条 …是主管部门: the articles of a rule are no list of orders.
    if (QUESTION.test(text) || EXPLAINS.test(text) || list === 'chapter') return false;
    if (announced || (value > 1 && lists[list] === value - 1)) return true;
    return passage && this.#scan.count(SIGN.han, from, end) <= SHORT_ITEM && isHeadline(text, 0, text.length, this.#words);
  }
}
