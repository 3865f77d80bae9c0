/** The predicate behind a name: which roles it gives, and to whom else. Offsets are into the folded text of the article. */
import { edged } from '../base/edged';
import type { Article, PersonMention } from '../article/article';
import { isSaidElsewhere } from '../article/attributions/passedOn';
import { WordIndex } from '../article/persons/wordIndex';
import { matchAt, standsAt } from '../base/sticky';
import { unitAt, UnitSet } from '../base/unitSet';
import { endOf, joined } from './mentionList';

/** Stands for 调研 where the article names nothing that the person came for. */
export const ARRIVED = '来到';

/** A role and the words that give it away, in simplified script; the longest match at a place wins. */
const ROLE_WORDS: readonly (readonly [role: string, words: string])[] = [
  ['主持', '主持 召开 召集'],
  [
    '讲话',
    '讲话 致辞 致词 发言 授课 裁示 提问 质询 表态 答复 答覆 发了言 讲了话 致了辞 介绍了 介绍情况 介绍有关情况 作介绍 回应 点评 作动员',
  ],
  ['出席', '出席 到会'],
  ['参加', '参加 参会 与会 收听收看 收看 参与'],
  ['列席', '列席'],
  ['陪同', '陪同 随同 陪同调研 陪同检查 陪同考察 陪同走访 陪同视察 陪着'],
  ['汇报', '汇报 报告 述职'],
  ['通报', '通报'],
  ['传达', '传达 宣读 领学 领读'],
  ['部署', '部署 作出安排 作安排 作了安排 安排部署 作出部署'],
  ['调研', '调研 视察 考察 暗访 走访 会勘 勘查 勘灾 视导'],
  ['检查', '检查 暗访检查 巡查 督查 督察 巡视'],
  ['督导', '督导'],
  ['慰问', '慰问 表示慰问 看望 走访慰问'],
  ['会见', '会见 会谈 接见 会晤 拜会'],
  ['揭牌', '揭牌 揭幕'],
  ['宣布', '宣布'],
  ['签约', '签约 签署'],
  [ARRIVED, '来到 走进 深入 查看 察看 参观 实地了解'],
];
const roleOf = new Map(ROLE_WORDS.flatMap(([role, words]) => words.split(' ').map(word => [word, role] as const)));
const roleWords = new WordIndex(roleOf.keys());

/** Roles whose verb has a topic: what stands in it is spoken of, not done. */
const SPEAKING_OF = new Set(['汇报', '通报', '传达', '部署', '宣布']);
/** The same among the words of other roles: 介绍了他参加培训的体会. */
const TELLING = new Set(['介绍了', '回应', '点评', '提问', '质询', '答复', '答覆']);
/** 来到 and 察看 say no more than that somebody came and saw: what else the same predicate says the person came for says more. */
const PURPOSES = ['检查', '督导', '慰问', '会见', '揭牌', '出席', '主持', '参加'];
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
/** Words after which what follows is no longer done by the person: 听取汇报, 只听汇报, 贯彻讲话精神. */
const OTHERS_DO = [
  '听取',
  '听汇报',
  '听报告',
  '贯彻',
  '落实',
  '学习',
  '按照',
  '根据',
  '精神',
  '要求',
  '指出',
  '强调',
  '表示',
  '希望',
  '呼吁',
  '叮嘱',
  '嘱咐',
  '勉励',
  '提醒',
  '建议',
  '号召',
  '鼓励',
  '指示',
  '以及',
  '随后',
  '之后',
  '接着',
  '其后',
  '召开的',
];
const COMPANION = ['陪同下', '的陪同下', '等陪同下', '等的陪同下', '等人陪同下'];
/** 传达学习 is what a meeting does, and 研究部署 too. */
const MEETING_DOES = ['传达学习', '研究部署', '学习传达', '审议', '听取了'];
/** What may join a further clause to the predicate: 主持会议，并对下一步工作作出部署. */
const CONTINUATIONS = [
  '通过',
  '采取',
  '采用',
  '并',
  '对',
  '就',
  '到',
  '赴',
  '代表',
  '围绕',
  '实地',
  '深入',
  '现场',
  '一同',
  '共同',
  '会前',
  '出席',
  '主持',
  '参加',
  '传达',
  '汇报',
  '通报',
  '部署',
  '安排',
  '宣读',
  '作',
  '视察',
  '考察',
  '检查',
  '调研',
  '察看',
  '看望',
  '慰问',
  '督导',
  '首先',
  '先后',
  '参观',
  '巡视',
  '巡查',
  '督查',
  '会见',
  '走访',
  '暗访',
  '随机',
  '前往',
  '率',
  '带领',
  '结合',
  '针对',
];
const otherDeeds = new WordIndex([...OTHERS_DO, ...MEETING_DOES]);
const continuations = new WordIndex(CONTINUATIONS);
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

  /** What follows the next person's name is that person's, except behind 在某某陪同下 and 偕同某某. @returns null where the next person is not reached */
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

/** True where the word is a noun in another's name: 部署会, 汇报会, 讲话精神, 在报告中. */
function isModifier(folded: string, start: number, end: number, role: string): boolean {
  const next = folded.slice(end, end + 2);
  if (folded[start - 1] === '在' && (next[0] === '中' || next[0] === '里')) return true;
  if (isDenied(folded, start) || isPart(folded[start - 1], next, role)) return true;
  if (role === '讲话' || role === '部署' || role === '汇报' || role === '通报' || role === '督导' || role === '检查' || role === '调研')
    return (
      next.startsWith('会') || next.startsWith('组') || next === '精神' || next === '要求' || (next.startsWith('推进') && role === '部署')
    );
  // 参加工作 and 主持日常工作 are told of a life and of an office; 调研员 is a rank.
  if (role === '参加' && /^(?:工作(?!会|例会|座谈|部署|推进|交流|专班)|革命|中国共产党)/.test(folded.slice(end, end + 5))) return true;
  if (role === '主持' && CHARGE.test(folded.slice(end, end + LONGEST_CHARGE))) return true;
  return next[0] === '员';
}

/** 未出席 */
function isDenied(folded: string, start: number): boolean {
  return NEGATED.test(folded.slice(start - 2, start));
}

/** 安全大检查, 对照检查, 巡视情况, 报告起草组 */
function isPart(before: string | undefined, next: string, role: string): boolean {
  return (
    before === '大' ||
    (before === '照' && role === '检查') ||
    (next === '情况' && INQUIRIES.has(role)) ||
    (role === '汇报' && REPORTS.test(next))
  );
}

/** What is reported on afterwards: 巡视情况. */
const INQUIRIES = new Set(['检查', '督导', '调研']);
const NEGATED = /[未没]能?$|没有$|不$/;
/** What a report is for, by whom and on what. */
const REPORTS = /^(?:起草|撰写|材料|稿|文学|制度|人|厅)/;
/** 主持三矿日常工作, 主持全面工作 */
const CHARGE = /^[^,。;:、会]{0,10}工作(?:[,。;、)]|$)/;
const LONGEST_CHARGE = 14;

/** True in 看望参加大赛归来的运动员: it is those whom somebody visits who took part. */
function isVisited(folded: string, at: number, role: string, before: string | undefined): boolean {
  return (
    (role === '参加' || role === '出席') &&
    (before === '慰问' || before === '会见') &&
    /(?:慰问|看望|会见|接见)$/.test(folded.slice(at - 2, at))
  );
}
