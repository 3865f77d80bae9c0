/** The predicate behind a name: which roles it gives, and to whom else. Offsets are into the folded text of the article. */
import { edged } from '../base/edged';
import type { Article, PersonMention } from '../article/article';
import { isSaidElsewhere } from '../article/attributions/passedOn';
import { matchAt, standsAt } from '../base/sticky';
import { unitAt, UnitSet } from '../base/unitSet';
import { endOf, joined } from './mentionList';
import { isModifier, isVisited } from './modifiers';
import { ARRIVED, continuations, otherDeeds, PURPOSES, roleOf, roleWords, SPEAKING_OF, TELLING } from './roleWords';

/** What somebody delivers: 作题为…的报告, 作表态发言, 进行专案报告, 提出三点要求. */
const DELIVERED =
  /致(?:欢[迎送]|开幕|闭幕|答谢|祝酒|贺|开场|祝)([辞词])|(?:作|做|进行|提出|强调)(?:了|出)?(?:题为《[^》\n]{1,40}》的)?[^,。;:!?《]{0,14}?(述职|汇报|部署|安排|报告|讲话|发言|说明|点评|动员|介绍|回应|辅导|宣讲(?:报告)?|致辞|总结|指示|要求|意见|希望|建议|交流(?!发言))/y;
const DELIVERING = new UnitSet(['致作做进提强']);
/** First characters of 工作 and the like. */
const WORKING = new UnitSet(['工合动操制协著创写']);
/** What joins the last item of a list. */
const LISTING = new UnitSet(['、和及与']);
/** A report on what was done, not one that instructs. */
const ON_WORK = /^进行|情况|进展|专案|预算|决算/;
/** What is spoken about stands before the verb: 就贯彻会议精神提出要求. */
const TOPIC = /(?:就|围绕|针对)[^,。;:]{1,40}?(?=作|提出|强调|进行|发表|讲话|发言|汇报|部署|安排|通报|介绍|交流|述职|点评|讲|谈)/y;
const TOPICAL = new UnitSet(['就围针']);
/** The same up to a comma, before what is delivered: 围绕调研内容,结合工作目标作了汇报. */
const ABOUT = /(?:围绕|针对|结合)[^,。;:]{2,40}(?=,(?:围绕|针对|结合|[作就对从]))/y;
/** A list of names that ends with people who are not named: 、家长代表参加座谈; 以及有关负责人出席. */
const GROUP =
  /(?:,[^,。;:"]{1,30}(?:人员|干部|负责人|代表|同志|委员|常委|成员|领导|师生|职工|官兵|总监|经理|主任|书记|[局科所站]长|单位|部门)(?=,)){0,4}(?:,|,?(?:以及|和|及|与)|、)[^,。;:"]{1,60}?(?=出席|参加|列席|陪同|参会|与会|参与)/y;
/** Who is taken along: 偕同副市长古心梅视察, 与部长陈诗敏会面. */
const ALONG = edged(/(?:偕同|偕|携|率|率领|带领|会同|陪着|与|同|和)$/);
/** Those among them who do all that the subject does. */
const JOINTLY = edged(/(?:偕同|偕|携|率|率领|带领|会同)$/);
/** What may stand behind a list of those. */
const AND_OTHERS_ONLY = /^(?:\([^)]*\))?(?:等(?:人|一行)?)?的?$/;
const AND_OTHERS = /^(?:等(?:人|一行)?)?,?/;
const COMPANION = ['陪同下', '的陪同下', '等陪同下', '等的陪同下', '等人陪同下'];
/** Marks behind which nothing more is said of the person. */
const ENDS = new UnitSet(['。;:!"']);
const COMMA = ','.charCodeAt(0);
const TITLE_OPENS = '《'.charCodeAt(0);
const LINE_BREAK = '\n'.charCodeAt(0);
/** How much of a predicate is read. */
const REACH = 120;
/** The same behind 的: 王海的工作汇报, but not 关于王海的传言终于有了回应. */
const POSSESSED_REACH = 10;

/** 出席观礼嘉宾包括…, 参加会议的有…: who others are. */
const GUESTS = /,(?:出席|参加|列席|陪同)[^,。;:]{0,12}(?:包括|有|为)/y;
/** Those who belong to somebody, and what is told of his illness and death. */
const BELONGING = /(?:同志|先生|女士)?的?(?:亲属|家属|家人|夫人|遗孀|遗体|遗像|灵柩|骨灰|生平|事迹|故居|住院|病重|逝世|治丧)/y;
/** To whom something is told or given. */
const RECIPIENT = edged(/(?:向|给|对)$/);
/** What may stand behind the name of a recipient. */
const OF_RECIPIENT = /(?:同志|先生|女士|一行|等(?:人|一行)?)?(?:的?(?:亲属|家属|家人))?/y;
/** 29日, 6月3日上午 */
const DATE = /,(?:\d{1,2}月)?\d{1,2}日(?:[上下]午|晚|清晨|凌晨)?/y;
/** 向现场参加|仪式的法官 */
const TO_OTHERS = edged(/[向对与给同][^,、]{0,4}$/);
const ATTRIBUTE = /[^,。;:、]{1,12}的/y;
/** Who listens to it, in the same sentence. */
const HEARD = /听取|审议/;
const STUDY_REACH = 40;

/** What a predicate says. */
export interface Predicate {
  /** Each once, in order. */
  readonly roles: string[];
  /** Indices into `article.persons` of those who do the same. */
  readonly companions: readonly number[];
}

/**
 * @param start behind the name and its title
 * @param next index of the first person behind it
 */
export function readPredicate(article: Article, start: number, next: number): Predicate {
  const reader = new PredicateReader(article, start, next);
  reader.read();
  const { roles, companions } = reader;
  return { roles: roles.some(role => PURPOSES.includes(role)) ? roles.filter(role => role !== ARRIVED) : roles, companions };
}

/** Where reading ends. */
const STOP = Infinity;

class PredicateReader {
  readonly roles: string[] = [];
  readonly companions: number[] = [];
  readonly #persons: readonly PersonMention[];
  readonly #folded: string;
  readonly #from: number;
  readonly #limit: number;
  #next: number;
  /** True inside what somebody speaks of. */
  #topic = false;

  constructor({ persons, reading: { folded } }: Article, start: number, next: number) {
    this.#persons = persons;
    this.#folded = folded;
    this.#next = next;
    this.#from = skipped(GROUP, folded, start, persons[next]);
    this.#limit = Math.min(folded.length, this.#from + (folded[this.#from] === '的' ? POSSESSED_REACH : REACH));
  }

  read(): void {
    if (this.#isStudied() || standsAt(BELONGING, this.#folded, this.#from)) return;
    for (let at = this.#from; at < this.#limit;) at = this.#mark(at) ?? this.#person(at) ?? (this.#topic ? at + 1 : this.#deed(at));
  }

  /** 学习何雄同志的讲话: others read what the person said elsewhere. */
  #isStudied(): boolean {
    return isSaidElsewhere(this.#folded, this.#from);
  }

  /** @returns where to go on behind a mark; null where none stands that matters */
  #mark(at: number): number | null {
    const folded = this.#folded;
    const unit = folded.charCodeAt(at);
    if (ENDS.has(unit)) return STOP;
    if (unit === TITLE_OPENS) {
      const length = folded.slice(at, this.#limit).indexOf('》');
      return length < 0 ? STOP : at + length + 1;
    }
    if (unit === LINE_BREAK) return at === this.#from || /[。:!?]/.test(folded[at - 1]!) ? STOP : at + 1;
    if (unit !== COMMA) return null;
    const date = matchAt(DATE, folded, at)?.[0].length ?? 0;
    const next = date > 0 ? at + date : at + 1;
    if (continuations.startingAt(folded, next) === null || standsAt(GUESTS, folded, at)) return STOP;
    this.#topic = false;
    return next;
  }

  /**
   * What follows the next person's name is that person's, except behind 在某某陪同下 and 偕同某某.
   * @returns null where the next person is not reached
   */
  #person(at: number): number | null {
    const folded = this.#folded;
    const persons = this.#persons;
    const first = this.#next;
    const person = persons[first];
    if (!person || at < (person.titleRange?.start ?? person.start)) return null;
    const lead = folded.slice(this.#from, Math.min(person.titleRange?.start ?? person.start, person.start));
    const along = ALONG.test(lead);
    let last = first;
    while (last + 1 < persons.length && joined(folded, persons[last]!, persons[last + 1]!)) last++;
    const end = endOf(folded, persons[last]!);
    if (RECIPIENT.test(lead) && last === first) {
      this.#next = last + 1;
      return matchAt(OF_RECIPIENT, folded, end)![0].length + end;
    }
    const companion =
      COMPANION.find(words => folded.startsWith(words, end)) ?? (along ? AND_OTHERS.exec(folded.slice(end, end + 6))![0] : undefined);
    if (companion === undefined) return STOP;
    if (along && JOINTLY.test(lead)) for (let index = first; index <= last; index++) this.companions.push(index);
    this.#next = last + 1;
    return end + companion.length + (folded[end + companion.length] === ',' ? 1 : 0);
  }

  /** What the words at a place say is done. @returns where to go on */
  #deed(place: number): number {
    const folded = this.#folded;
    const person = this.#persons[this.#next];
    const about = TOPICAL.has(folded.charCodeAt(place)) ? skipped(TOPIC, folded, place, person) : place;
    const at = about === place ? skipped(ABOUT, folded, place, person) : about;
    const delivered = DELIVERING.has(folded.charCodeAt(at)) && !isWork(folded, at) ? matchAt(DELIVERED, folded, at) : null;
    if (delivered && !(person && at + delivered[0].length > person.start)) {
      this.#add(deliveredRole(delivered[0], delivered[2] ?? delivered[1]!));
      return at + delivered[0].length;
    }
    const word = roleWords.startingAt(folded, at);
    const other = otherDeeds.startingAt(folded, at);
    // 存在问题和|建议等
    if (other && LISTING.has(unitAt(folded, at - 1)) && folded[at + other.length] === '等') return at + other.length;
    if (other && other.length >= (word?.length ?? 0)) return STOP;
    return word ? this.#role(at, at + word.length, roleOf.get(word)!) : at + 1;
  }

  #role(at: number, end: number, role: string): number {
    const folded = this.#folded;
    // 在某某陪同下: what follows is done by the one who is accompanied, who may have been named before.
    if (role === '陪同' && folded[end] === '下') {
      if (!AND_OTHERS_ONLY.test(folded.slice(this.#from, at))) return end;
      this.#add(role);
      return STOP;
    }
    // 李平市长的报告
    const possessed =
      at === this.#from + 1 &&
      folded.startsWith('的报告', this.#from) &&
      !HEARD.test(folded.slice(Math.max(0, this.#from - STUDY_REACH), this.#from));
    if (
      !possessed &&
      !isModifier(folded, at, end, role) &&
      !this.#isAttribute(at, end, role) &&
      !isVisited(folded, at, role, this.roles.at(-1))
    ) {
      this.#add(role);
      this.#topic = SPEAKING_OF.has(role) || TELLING.has(folded.slice(at, end));
    }
    return end;
  }

  /** 向现场参加仪式的法官颁发: those who take part are others. */
  #isAttribute(at: number, end: number, role: string): boolean {
    const folded = this.#folded;
    return (
      (role === '参加' || role === '出席') &&
      TO_OTHERS.test(folded.slice(Math.max(this.#from, at - 5), at)) &&
      standsAt(ATTRIBUTE, folded, end)
    );
  }

  #add(role: string): void {
    if (!this.roles.includes(role)) this.roles.push(role);
  }
}

/** True for the second character of 工作 and the like; not in 就行动作了说明. */
function isWork(folded: string, at: number): boolean {
  return WORKING.has(unitAt(folded, at - 1)) && folded[at + 1] !== '了' && folded[at + 1] !== '出';
}

/** 报告 on work done and 述职 report; 部署 disposes; everything else that is delivered is a speech. */
function deliveredRole(whole: string, what: string): string {
  if (what === '部署' || what === '安排') return '部署';
  return what === '述职' || what === '汇报' || (what === '报告' && ON_WORK.test(whole)) ? '汇报' : '讲话';
}

/** Where the pattern ends, if it stands at `at` and before the next person; `at` otherwise. */
function skipped(pattern: RegExp, folded: string, at: number, next: PersonMention | undefined): number {
  const match = matchAt(pattern, folded, at);
  return match && !(next && at + match[0].length > next.start) ? at + match[0].length : at;
}
