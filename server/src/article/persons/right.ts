/** What follows a name, and how well a name may end there. Offsets are into one folded line. */
import { ByUnit, type Begins } from '../../base/byUnit';
import { standsAt } from '../../base/sticky';
import { unitAt, UnitSet } from '../../base/unitSet';
import type { WordList } from '../../language/language';
import { PLURAL_HEADS, SINGLE_ADVERBS, STRONG } from './lexicon';
import { leadsToSaying, listOfPersons, titledItemAt } from './lists';
import { nameModel } from './names';
import { BLANKS, CLOSING, isHan, isTitled, PREPOSITIONS, verbs, type Left, type Right } from './neighbours';
import { OFFICE_BEGINS, officeBehind, officeInBrackets, officeTaken } from './offices';
import { headStartingAt, HONORIFICS, isOffice, mayStartHead } from './titles';

/** Marks and blanks right behind a name. */
const CLOSES_NAME = CLOSING.with(BLANKS).with(new UnitSet(['（(/']));
/** Beginnings of expressions of time. */
const TIME = new UnitSet(['0123456789一二三四五六七八九十今昨明日近当前上下本周']);
const TIMES =
  /\d{1,2}(?:日|月\d|时\d|时许)|[一二三四五六七八九十]{1,3}(?:日|月[一二三四五六七八九十])|今(?:日|天|年|晨|早|晚|\()|昨(?:日|天|晚|\()|明(?:日|天|\(\d)|日前|近日|近期|当天|当日|当晚|上午|下午|[上本下这]?周[一二三四五六日末]|[上本下]周/y;
/** First characters of 定于 and the like. */
const WITH_AT = new UnitSet(['定处位属由关鉴基限至归']);
/** Age and sex. */
const PARTICULARS =
  /(?:,|\()?(?:现年|时年|今年|年仅)?\d{1,3}岁|[,(](?:男|女)[,)、]|\((?:女,)?[\u3400-\u9fff]{1,4}族\)|\((?:饰|化名|原名|又名)|[,(]享年/y;
const PARTICULARS_BEGIN = new UnitSet([',(现时今年0123456789']);
/** 乐安|县领导: the leaders of a place, behind the place. */
const LEADERS = /^[省市州县区旗]领导/;
/** Callings by which somebody is addressed: 王海老师. */
const ADDRESSED = new Set(['老师', '医生', '护士', '警官', '委员', '常委', '代表', '议员']);
/** What somebody acts by. */
const GIVES = new Set(['委托', '委派', '指派', '邀请', '嘱托', '授权']);
/** What somebody learns from (处) a person. */
const LEARNT = new Set(['获悉', '了解', '得知', '获知', '听说']);
/** On what occasion somebody speaks. */
const OCCASION = /于[^,。;:]{0,12}?(?:会|会议|座谈|仪式|活动|典礼)(?:上|中|后|前)/y;
/** 受市政府委托所作的报告 */
const ENTRUSTED = /受[^,。;:]{1,20}?委托/y;
const OWN = /的(?:话(?!题|筒|语|音|剧)|一[席番]话|声音|嗓[门音子]|目光|眼[睛神里眶]|脸[上色]|手[里上]|额头|背影|身影|心[里头])/y;
/** 听取县水利局局长王海关于防汛工作的汇报: what somebody tells. */
const TELLS = /(?:关于|就|对)[^,。;:]{1,30}?的(?:情况)?(?:汇报|报告|介绍|说明|通报|讲解|发言|陈述|点评|建议)/y;
/** 王海、李强二人 */
const COUNTED = /[二两三四五六七八九十][人位]/y;
const MANY = /等\d{1,4}[名位]/y;
/** 受邀, 受到: what is done to persons. */
const BE_DONE_TO = new UnitSet(['邀到']);
const JOINING = new UnitSet(['和与及同以']);
/** Last characters of bodies that no given name ends with as a rule. */
const PUBLIC_BODIES = new UnitSet(['局厅委办署']);
/** Words that join one person to another. */
const JOINED = new UnitSet(['和与同']);
/** Least score of the name model for the holder of an office whose predicate is not one that only persons have. */
const HOLDER = 1;
/** A word more frequent than this stands for itself, not for part of a name. */
const USUAL = 50;
/** Nouns: behind an item of a list stands its predicate or nothing. */
const NOUN = /^(?:n[^r]?|j|b|l)$/;
const HELD: Left = { kind: 'title', title: null, standing: 'official' };

/*
 * Grades, from what only persons have down to what no name stands before. The steps were set by hand on the
 * annotated articles and on CLUENER2020, not fitted; a grade is added to the score of a name (spot.ts), so that
 * their distances count against the weights of the name model.
 */
const ONLY_PERSONS = 3;
/** 还强调: an adverb before what persons say. */
const ALSO_SAYS = 2.7;
/** Hardly anything but a person. */
const PERSONS = 2.5;
/** One of a list up to what only persons do. */
const LISTED = 2.4;
/** What persons do, and bodies at times. */
const DOES = 2.2;
/** A mark, where a name is due. */
const ENDS = 2;
/** A word that may tell what the person does. */
const GOES_ON = 1.5;
/** 的, or a preposition, where a name is due. */
const POSSIBLY = 1.2;
const MAY_END = 1;
const HARDLY = 0.5;
/** Tells nothing. */
const OPEN = 0;
const UNLIKELY = -0.5;
/** Something else is likelier to stand there. */
const OTHERWISE = -1;
const NO_END = -1.5;

/** A place where a name would end, with the facts about it that several rules need. */
class Following {
  readonly next: string | undefined;
  /** True where a name is due. */
  readonly titled: boolean;
  #verb: string | null | undefined;
  #head: string | null | undefined;
  #tag: string | null | undefined;

  constructor(
    readonly line: string,
    readonly end: number,
    readonly left: Left,
    readonly words: WordList,
  ) {
    this.next = line[end];
    this.titled = isTitled(left);
  }

  /** The verb of persons that follows. */
  get verb(): string | null {
    // 主|任 is no verb.
    if (this.#verb === undefined) this.#verb = this.line.startsWith('主任', this.end - 1) ? null : verbs.startingAt(this.line, this.end);
    return this.#verb;
  }

  /** The head of a title of two or more characters that follows. */
  get head(): string | null {
    if (this.#head === undefined) {
      const head = titleStartingAt(this.line, this.end, this.words);
      this.#head = head && head.length > 1 ? head : null;
    }
    return this.#head;
  }

  /** Part of speech of the two characters that follow, where a name is due also of the three, if they are a usual word. */
  get tag(): string | null {
    if (this.#tag === undefined) this.#tag = this.#tagOf(2) ?? (this.titled ? this.#tagOf(3) : null);
    return this.#tag;
  }

  #tagOf(length: number): string | null {
    const word = this.line.slice(this.end, this.end + length);
    const tag = this.words.tag(word);
    return tag !== undefined && (tag.startsWith('v') || this.words.frequency(word) > USUAL) ? tag : null;
  }

  /** @param due the grade where a name is due; `other` elsewhere */
  grade(due: number, other: number, acts = false): Right {
    return { grade: this.titled ? due : other, strong: this.titled, acts };
  }
}

/** One thing that may follow a name; the first that does decides. */
interface Rule extends Begins {
  readonly reason: string;
  readonly read: (place: Following) => Right | null;
}

const before = (units: string): UnitSet => new UnitSet([units]);

const weak = (grade: number, acts = false): Right => ({ grade, strong: false, acts });
const NOTHING = weak(NO_END);
const OFFICE: Right = { grade: ONLY_PERSONS, strong: true, acts: false, appointed: true };

const RULES: readonly Rule[] = [
  {
    reason: '今年58岁, (女), (藏族), ,男,汉族',
    begins: PARTICULARS_BEGIN,
    read: ({ line, end }) => (standsAt(PARTICULARS, line, end) ? { grade: ONLY_PERSONS, strong: true, acts: false } : null),
  },
  { reason: 'the end of the line', read: ({ next, titled }) => (next === undefined ? weak(titled ? ENDS : OPEN) : null) },
  {
    reason: '等57位同志: only persons are counted like this',
    begins: before('等'),
    read: ({ line, end }) => (standsAt(MANY, line, end) ? { grade: PERSONS, strong: true, acts: false } : null),
  },
  {
    reason: '等, 二人',
    begins: before('等二两三四五六七八九十'),
    read: place => (place.next === '等' || standsAt(COUNTED, place.line, place.end) ? place.grade(PERSONS, UNLIKELY) : null),
  },
  { reason: '、', begins: before('、'), read: listed },
  {
    reason: '8日在海城会见, 今(25)日, 昨天, 近日, 上周五: a time between the subject and its verb',
    begins: TIME,
    read: place => (standsAt(TIMES, place.line, place.end) ? place.grade(PERSONS, UNLIKELY, true) : null),
  },
  {
    reason: '于三月五日到会, 于近日; but not 定|于',
    begins: before('于'),
    read: place =>
      standsAt(TIMES, place.line, place.end + 1) && !WITH_AT.has(unitAt(place.line, place.end - 1))
        ? place.grade(PERSONS, UNLIKELY, true)
        : null,
  },
  { reason: 'a figure', begins: before('0123456789'), read: ({ titled }) => weak(titled ? GOES_ON : UNLIKELY, true) },
  { reason: '同志任县长|时', begins: before('时'), read: ({ left }) => weak(left.kind === 'preposition' ? MAY_END : NO_END) },
  {
    reason: '从市卫健委主任高翔|处获悉',
    begins: before('处'),
    read: ({ line, end }) => (LEARNT.has(line.slice(end + 1, end + 3)) ? { grade: ONLY_PERSONS, strong: true, acts: false } : null),
  },
  {
    reason: '受市政府委托',
    begins: before('受'),
    read: ({ line, end }) => (standsAt(ENTRUSTED, line, end) ? { grade: ONLY_PERSONS, strong: true, acts: true } : null),
  },
  {
    reason: '于会上指出, where a name is due',
    begins: before('于'),
    read: place =>
      place.titled && !WITH_AT.has(unitAt(place.line, place.end - 1)) && standsAt(OCCASION, place.line, place.end)
        ? { grade: leadsToSaying(place.line, place.end) ? ONLY_PERSONS : PERSONS, strong: true, acts: true }
        : null,
  },
  {
    reason: '受市委书记王海|委托, 应总统邀请: what others have of an officer',
    begins: new UnitSet([...GIVES].map(word => word[0]!)),
    read: place => (GIVES.has(place.line.slice(place.end, place.end + 2)) ? place.grade(PERSONS, NO_END) : null),
  },
  {
    reason: '关于防汛工作的汇报, where a name is due',
    begins: before('关就对'),
    read: place => (place.titled && standsAt(TELLS, place.line, place.end) ? place.grade(PERSONS, OPEN, true) : null),
  },
  {
    reason: '为市教育局局长, 任县长, 的市教育局局长职务',
    begins: OFFICE_BEGINS,
    read: ({ line, end, words }) => (officeBehind(line, end, words) ? OFFICE : null),
  },
  {
    reason: '免去王海|市教育局局长职务',
    read: ({ line, end, left, words }) => (left.kind === 'list' && officeTaken(line, end, words) ? OFFICE : null),
  },
  {
    reason: '(市委书记)',
    begins: before('('),
    read: ({ line, end, words }) => (officeInBrackets(line, end, words) ? OFFICE : null),
  },
  { reason: '徐悲鸿|的《愚公移山》', begins: before('的'), read: ({ line, end }) => (line[end + 1] === '《' ? weak(DOES) : null) },
  {
    reason: '市长高原|的话掷地有声, not 市长高原的讲话, which may be any that others study',
    begins: before('的'),
    read: ({ line, end, left }) =>
      left.kind === 'title' && left.standing === 'official' && !left.plural && standsAt(OWN, line, end)
        ? { grade: PERSONS, strong: true, acts: true }
        : null,
  },
  {
    reason: '的, 受',
    begins: before('的受'),
    read: ({ next, line, end, titled }) =>
      next === '的' || !BE_DONE_TO.has(unitAt(line, end + 1)) ? weak(titled ? POSSIBLY : UNLIKELY) : null,
  },
  { reason: 'a colon', begins: before(':'), read: place => place.grade(ENDS, HARDLY, true) },
  { reason: 'other marks and blanks', begins: CLOSES_NAME, read: place => place.grade(ENDS, UNLIKELY) },
  { reason: '指出, 主持会议', read: place => (place.verb && place.verb.length > 1 ? predicate(place, place.verb) : null) },
  {
    reason:
      '与市教育局局长李强座谈: somebody else of office is joined, but in a list 劳工及福利局局长 may be one office, and so is 布隆迪共|和国总统',
    begins: JOINED,
    read: ({ line, end, left, words }) =>
      left.kind === 'title' && left.standing === 'official' && !left.plural && !goesThrough(line, end, words) && titledItemAt(line, end + 1)
        ? { grade: PERSONS, strong: true, acts: true }
        : null,
  },
  { reason: '局长, 同志', read: place => (place.head ? titleBehind(place, place.head) : null) },
  { reason: '全面负责: a usual word', read: place => (place.tag === null ? null : usualWord(place, place.tag)) },
  { reason: '还指出, 还守在堤上', begins: SINGLE_ADVERBS, read: adverb },
  {
    reason: '夫人彭丽媛|道:, not 云岭街|道: this verb stands before what is said',
    begins: before('道'),
    read: ({ verb, line, end }) => (verb === '道' && !CLOSING.has(unitAt(line, end + 1)) ? NOTHING : null),
  },
  {
    reason: '说, 问, 称: but not 声|称',
    begins: before('说问称'),
    read: ({ verb, line, end, words }) =>
      verb === '说' || verb === '问' || (verb === '称' && CLOSING.has(unitAt(line, end + 1)) && !goesThrough(line, end, words))
        ? { grade: PERSONS, strong: verb === '说' || (verb === '问' && CLOSING.has(unitAt(line, end + 1))), acts: true }
        : null,
  },
  {
    reason: '顾顺和|说, 姚信和|、: a joining word with nothing to join is part of the name',
    begins: JOINING,
    read: place => (place.verb && joinsNothing(place) ? weak(OTHERWISE) : null),
  },
  { reason: '康乐|及文化事务署', begins: before('及'), read: ({ verb, titled }) => (verb === '及' && !titled ? weak(UNLIKELY) : null) },
  { reason: '在会上强调, 到', read: ({ verb, line, end, titled }) => (verb ? preposition(leadsToSaying(line, end), titled) : null) },
];

const rules = new ByUnit(RULES);

/**
 * @param end where the name would end
 * @param left what leads up to it: behind a title or in a list little is needed
 */
export function rightOf(line: string, end: number, left: Left, words: WordList): Right {
  const place = new Following(line, end, left, words);
  for (const { read } of rules.at(unitAt(line, end))) {
    const right = read(place);
    if (right) return right;
  }
  return NOTHING;
}

function listed({ line, end, words, titled }: Following): Right {
  const list = listOfPersons(line, end + 1, words);
  const open = list === 'verb' ? LISTED : list ? ENDS : UNLIKELY;
  return { grade: titled ? ENDS : open, strong: titled, acts: titled && list !== null };
}

/** 陪同调研 is as strong as 陪同, 作表态发言 as 发言, and 现场回应 and 在会上作表态发言 as what they lead up to. */
function predicate({ line, end, words, titled }: Following, verb: string): Right {
  const behind = end + verb.length;
  // 安全|检查组, 会议|发言人: the verb is a part of a noun.
  if (titled && words.tag(line.slice(end, behind + 1))?.startsWith('n')) return weak(HARDLY);
  const strong =
    isStrong(verb) ||
    (titled &&
      ((!words.tag(verb)?.startsWith('v') && isStrong(verbs.startingAt(line, behind) ?? '')) ||
        (verb[0] === '在' && leadsToSaying(line, end))));
  return { grade: strong ? ONLY_PERSONS : DOES, strong, acts: true };
}

function isStrong(verb: string): boolean {
  return STRONG.has(verb) || STRONG.has(verb.slice(0, 2)) || verb[0] === '作';
}

function titleBehind({ line, end, words, left, titled }: Following, head: string): Right {
  if (LEADERS.test(head)) return weak(OTHERWISE);
  const respect = HONORIFICS.has(head);
  // 局长王海|见记者: whom an officer meets, since he is no such person himself.
  if (left.kind === 'title' && left.standing === 'official' && PLURAL_HEADS.has(head) && !respect && !ADDRESSED.has(head))
    return weak(OPEN);
  // 银龄|教师, 养牛|大户: where nothing leads up to it, what names many names a kind of them.
  if (!titled && !respect && PLURAL_HEADS.has(head) && !ADDRESSED.has(head)) return weak(OPEN);
  // 花莲县长徐榛蔚表示: the holder of the office stands behind it, so that before it stands the place.
  if ((!titled || left.kind === 'list') && !respect && holderBehind(line, end + head.length, words)) return weak(OTHERWISE);
  // 退役军人|事务局|主任科员: a body and who works there.
  if (left.kind === 'title' && left.standing !== 'official' && !respect && PUBLIC_BODIES.has(line.charCodeAt(end - 1)))
    return weak(OTHERWISE);
  // In a list 越南|总理 begins the next item's title.
  return left.kind === 'list' && !respect ? weak(HARDLY) : { grade: PERSONS, strong: true, acts: false };
}

function usualWord({ line, end, left, titled }: Following, tag: string): Right {
  const verb = verbs.startingAt(line, end + 2);
  // 毛庄|法庭|进行检查: where no name is due, a noun with its predicate is the subject.
  if (verb && verb.length > 1 && (titled || !NOUN.test(tag))) return weak(PERSONS, true);
  // 莫永昌和元朗|民政…: behind an item of a list stands its predicate or nothing, no noun; nor behind 英雄|敬献.
  if ((left.kind === 'list' || left.plural) && !verb && NOUN.test(tag)) return weak(UNLIKELY);
  if (!titled) return weak(UNLIKELY, true);
  // 一边走一边看: how something is done, by whom the title names.
  return weak(verb ? GOES_ON : tag === 'd' && left.standing === 'official' ? ENDS : MAY_END, true);
}

/** 则强调, 还指出; 还守在堤上 where a name is due */
function adverb({ line, end, words, titled }: Following): Right | null {
  const main = verbs.startingAt(line, end + 1);
  // 石述|曾委员的发言
  if (main && main.length > 1 && headStartingAt(line, end + 1) !== main) return { grade: ALSO_SAYS, strong: STRONG.has(main), acts: true };
  if (!titled || PREPOSITIONS.has(unitAt(line, end))) return null;
  // 种粮大户于法金|立即找来: the adverb is longer.
  return !goesThrough(line, end, words) && words.tag(line.slice(end + 1, end + 2))?.startsWith('v') ? weak(ENDS, true) : null;
}

/** True where a verb or a usual word goes on beyond `end`: 偕|同, 共|和, 立|即. */
function goesThrough(line: string, end: number, words: WordList): boolean {
  return verbs.mayEnd(line, end + 1) || words.frequency(line.slice(end - 1, end + 1)) > USUAL;
}

function joinsNothing({ line, end }: Following): boolean {
  if (isOffice(headStartingAt(line, end + 1))) return false;
  return (
    PREPOSITIONS.has(unitAt(line, end + 1)) ||
    !isHan(line, end + 1, end + 2) ||
    (verbs.startingAt(line, end + 1)?.length ?? 0) > 1 ||
    line[end + 1] === '说'
  );
}

function preposition(leads: boolean, titled: boolean): Right {
  return { grade: leads ? DOES : titled ? POSSIBLY : UNLIKELY, strong: leads && titled, acts: true };
}

/** True when what stands at `at` looks like a name and does what only persons do. */
export function holderBehind(line: string, at: number, words: WordList): boolean {
  const surname = nameModel().surnameAt(line, at);
  return (
    surname > 0 &&
    (verbs.startingAt(line, at)?.length ?? 0) < 2 &&
    [1, 2].some(given => {
      const end = at + surname + given;
      const right = isHan(line, at, end) && mayBeCalled(line.slice(at, end), words) ? rightOf(line, end, HELD, words) : null;
      return (
        right !== null &&
        nameModel().score(line, at, end, surname) >
          (right.grade === ONLY_PERSONS && right.acts ? 0 : right.grade > MAY_END ? HOLDER : Infinity)
      );
    })
  );
}

/** False for 鲜明 and 曾回信: a word, or an adverb and a verb. */
function mayBeCalled(word: string, words: WordList): boolean {
  return (words.tag(word) ?? 'nr').startsWith('nr') && !(SINGLE_ADVERBS.has(word.charCodeAt(0)) && words.has(word.slice(1)));
}

/** Marks that tell of the name before them, and characters that may. */
const TELLING = PARTICULARS_BEGIN.with(SINGLE_ADVERBS).with(new UnitSet(['、:：时的']));

/** A cheap look: false where a name that ends at `end` has a grade below 0, unless a title or a list leads up to it. */
export function mayEndName(line: string, end: number): boolean {
  return (
    end >= line.length ||
    TELLING.has(line.charCodeAt(end)) ||
    verbs.mayStart(line, end) ||
    mayStartHead(line, end) ||
    verbs.mayStart(line, end + 2)
  );
}

/** The head that begins at `at`, unless it is the beginning of a longer word: 红白|理事会 has none. */
function titleStartingAt(line: string, at: number, words: WordList): string | null {
  const head = headStartingAt(line, at);
  return head && isHan(line, at + head.length, at + head.length + 1) && words.frequency(line.slice(at, at + head.length + 1)) > 3
    ? null
    : head;
}
