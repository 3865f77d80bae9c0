/** What stands before and behind a name, and how much it tells. Offsets are into one folded line. */
import { unitAt, UnitSet } from '../../base/unitSet';
import type { WordList } from '../../language/language';
import { ACTING, PLURAL_HEADS, SAYING, SINGLE_ADVERBS, STRONG } from './lexicon';
import { nameModel } from './names';
import { countries, headStartingAt, HONORIFICS, mayStartHead, wholeTitle, type Title } from './titles';
import { WordIndex } from './wordIndex';

/** What persons do, as far as it stands right behind their names. */
export const verbs = new WordIndex([...SAYING, ...ACTING]);
/** Marks that end what a name stands in. */
export const CLOSING = new UnitSet(['，,。！!？?；;：:）)》〉】]”’」』…—\t']);
/** Blanks of either width. */
export const BLANKS = new UnitSet([' \u3000']);
/** Marks and blanks right behind a name. */
const CLOSES_NAME = CLOSING.with(BLANKS).with(new UnitSet(['（(/']));
/** Beginnings of expressions of time. */
const TIME = new UnitSet(['0123456789今昨日近当前上下']);
const TIMES = /\d{1,2}(?:日|月\d|时\d|时许)|今(?:日|天|年|晨|早|晚|\()|昨(?:日|天|晚|\()|日前|近日|近期|当天|当日|当晚|上午|下午/y;
/** Age and sex. */
const PARTICULARS = /(?:,|\()?(?:现年|时年|今年|年仅)?\d{1,3}岁|[,(](?:男|女)[,)、]|\((?:饰|化名|原名|又名)|[,(]享年/y, PARTICULARS_BEGIN = new UnitSet([',(现时今年0123456789']);
/** Callings by which somebody is addressed: 王海老师. */
const ADDRESSED = new Set(['老师', '医生', '护士', '警官', '委员', '常委', '代表', '议员']);
/** What somebody does in front of others. */
const DELIVERS = /作(?:了|出)?[^,。;:]{0,8}?(?:部署|安排|讲话|发言|报告|说明|动员|点评|介绍|汇报|回应)/y;
/** What somebody learns from (处) a person. */
const LEARNT = new Set(['获悉', '了解', '得知', '获知', '听说']);
/** 受市政府委托所作的报告 */
const ENTRUSTED = /受[^,。;:]{1,20}?委托/y;
/** 王海、李强二人 */
const COUNTED = /^[二两三四五六七八九十][人位]/;
/** 受邀, 受到: what is done to persons. */
const BE_DONE_TO = new UnitSet(['邀到']);
const JOINING = new UnitSet(['和与及同以']);
/** Longer lists are not read to their end. */
const LONGEST_LIST = 40;
/** Nor longer items. */
const LONGEST_NAME = 5, LONGEST_FOREIGN = 12;
/** How far behind a preposition the verb may stand. */
const SAYING_REACH = 24;

/** What leads up to a name at `at`. */
export interface Left {
  readonly kind: 'title' | 'list' | 'clause' | 'preposition';
  readonly title: Title | null;
  readonly standing: 'official' | 'other' | null;
  /** True behind a head such as 干部 that mostly stands for many. */
  readonly plural?: boolean;
  /** True where a blank or a colon parts the title from the name. */
  readonly label?: boolean;
  /** True where the title begins right behind an earlier name: 庭长毛遂、副庭长荐小满. */
  readonly parallel?: boolean;
}

/** What follows a name that would end here. */
export interface Right {
  /** How well a name may end here: -2 (not at all) to 3 (a verb that only persons have). */
  readonly grade: number;
  readonly strong: boolean;
  /** True when the person does something here, or is one of a list that does. */
  readonly acts: boolean;
  /** True where the office follows that the person is given or leaves. */
  readonly appointed?: boolean;
}

/**
 * @param end where the name would end
 * @param left what leads up to it: behind a title or in a list little is needed
 */
export function rightOf(line: string, end: number, left: Left, words: WordList): Right {
  const next = line[end];
  const titled = left.kind === 'title' || left.kind === 'list';
  if (PARTICULARS_BEGIN.has(unitAt(line, end)) && hasParticulars(line, end)) return { grade: 3, strong: true, acts: false };
  if (next === undefined) return { grade: titled ? 2 : 0, strong: false, acts: false };
  if (next === '等' || COUNTED.test(line.slice(end, end + 2))) return { grade: titled ? 2.5 : -0.5, strong: titled, acts: false };
  if (next === '、') {
    const leads = listLeadsToVerb(line, end + 1, words);
    return { grade: titled || leads ? 2 : -0.5, strong: titled, acts: titled && leads };
  }
  // 8日在海城会见, 今(25)日, 昨天, 近日: a time between the subject and its verb.
  if (TIME.has(unitAt(line, end)) && isTime(line, end)) return { grade: titled ? 2.5 : -0.5, strong: titled, acts: true };
  if (next >= '0' && next <= '9') return { grade: titled ? 1.5 : -0.5, strong: false, acts: true };
  if (next === '时') return { grade: left.kind === 'preposition' ? 1 : -1.5, strong: false, acts: false };
  // 从市卫健委主任高翔处获悉
  if (next === '处' && LEARNT.has(line.slice(end + 1, end + 3))) return { grade: 3, strong: true, acts: false };
  if (next === '受' && isEntrusted(line, end)) return { grade: 3, strong: true, acts: true };
  if (officeBehind(line, end, words)) return { grade: 3, strong: true, acts: false, appointed: true };
  // 王海(市委书记)主持会议, 王海(市委书记)、李强(市长)
  if (next === '(' && officeInBrackets(line, end, words)) return { grade: 3, strong: true, acts: false, appointed: true };
  // 徐悲鸿的《愚公移山》
  if (next === '的' && line[end + 1] === '《') return { grade: 2.2, strong: false, acts: false };
  if (next === '的' || (next === '受' && !BE_DONE_TO.has(unitAt(line, end + 1)))) return { grade: titled ? 1.2 : -0.5, strong: false, acts: false };
  if (next === '：' || next === ':') return { grade: titled ? 2 : 0.5, strong: titled, acts: true };
  if (CLOSES_NAME.has(unitAt(line, end))) return { grade: titled ? 2 : -0.5, strong: titled, acts: false };
  let verb = verbs.startingAt(line, end);
  if (verb && verb.length > 1) {
    // 陪同调研 is as strong as 陪同, and 作表态发言 as 发言.
    const strong = STRONG.has(verb) || STRONG.has(verb.slice(0, 2)) || verb[0] === '作';
    return { grade: strong ? 3 : 2.2, strong, acts: true };
  }
  const head = titleStartingAt(line, end, words);
  // 银龄|教师, 养牛|大户: where nothing leads up to it, what names many names a kind of them.
  if (head && head.length > 1 && !titled && PLURAL_HEADS.has(head) && !HONORIFICS.has(head) && !ADDRESSED.has(head)) return { grade: 0, strong: false, acts: false };
  // 花莲县长徐榛蔚表示: the holder of the office stands behind it, so that before it stands the place.
  if (head && head.length > 1 && !titled && !HONORIFICS.has(head) && holderBehind(line, end + head.length, words)) return { grade: -1, strong: false, acts: false };
  // In a list 越南|总理 begins the next item's title.
  if (head && head.length > 1) return left.kind === 'list' && !HONORIFICS.has(head) ? { grade: 0.5, strong: false, acts: false } : { grade: 2.5, strong: true, acts: false };
  const pair = line.slice(end, end + 2);
  const tag = words.tag(pair);
  if (tag !== undefined && (tag.startsWith('v') || words.frequency(pair) > 50)) {
    verb = verbs.startingAt(line, end + 2);
    if (verb && verb.length > 1) return { grade: 2.5, strong: false, acts: true };
    // 莫永昌和元朗|民政…: behind an item of a list stands its predicate or nothing, no noun; nor behind 英雄|敬献.
    if ((left.kind === 'list' || left.plural) && !verb && /^(?:n[^r]?|j|b|l)$/.test(tag)) return { grade: -0.5, strong: false, acts: false };
    return { grade: !titled ? -0.5 : verb ? 1.5 : 1, strong: false, acts: true };
  }
  if (SINGLE_ADVERBS.has(line.charCodeAt(end))) {
    const main = verbs.startingAt(line, end + 1);
    if (main && main.length > 1) return { grade: 2.7, strong: STRONG.has(main), acts: true };
  }
  if (verb === '说' || verb === '问') return { grade: 2.5, strong: verb === '说', acts: true };
  // 顾顺和|说, 姚信和|、: a joining word with nothing to join is part of the name.
  if (verb && JOINING.has(line.charCodeAt(end)) && !isOffice(headStartingAt(line, end + 1)) && (!isHan(line, end + 1, end + 2) || (verbs.startingAt(line, end + 1)?.length ?? 0) > 1 || line[end + 1] === '说')) return { grade: -1, strong: false, acts: false };
  if (verb) {
    const leads = leadsToSaying(line, end);
    return { grade: leads ? 2.2 : titled ? 1.2 : -0.5, strong: leads && titled, acts: true };
  }
  return { grade: -1.5, strong: false, acts: false };
}

/** How much like a name it must look where its predicate is not one that only persons have. */
const HOLDER = 1;
const HELD: Left = { kind: 'title', title: null, standing: 'official' };

/** True when what stands at `at` looks like a name and does what only persons do. */
export function holderBehind(line: string, at: number, words: WordList): boolean {
  const surname = nameModel().surnameAt(line, at);
  return surname > 0 && (verbs.startingAt(line, at)?.length ?? 0) < 2 && [1, 2].some(given => {
    const end = at + surname + given, right = isHan(line, at, end) ? rightOf(line, end, HELD, words) : null;
    return right !== null && right.acts && nameModel().score(line, at, end, surname) > (right.grade === 3 ? 0 : right.grade > 2 ? HOLDER : Infinity);
  });
}

/** Marks that tell of the name before them, and characters that may. */
const TELLING = PARTICULARS_BEGIN.with(SINGLE_ADVERBS).with(new UnitSet(['、:：时的']));

/** A cheap look: false where a name that ends at `end` has a grade below 0, unless a title or a list leads up to it. */
export function mayEndName(line: string, end: number): boolean {
  return end >= line.length || TELLING.has(line.charCodeAt(end)) || verbs.mayStart(line, end) || mayStartHead(line, end) || verbs.mayStart(line, end + 2);
}

/** True for what is told of persons only, right behind their names: 今年58岁, (女), ,男,汉族. */
function hasParticulars(line: string, at: number): boolean {
  PARTICULARS.lastIndex = at;
  return PARTICULARS.test(line);
}

/** The head that begins at `at`, unless it is the beginning of a longer word: 红白|理事会 has none. */
function titleStartingAt(line: string, at: number, words: WordList): string | null {
  const head = headStartingAt(line, at);
  return head && isHan(line, at + head.length, at + head.length + 1) && words.frequency(line.slice(at, at + head.length + 1)) > 3 ? null : head;
}

/** True for a head of more than one character that is no title of respect: 逄海及|委员, but 魏凤和|同志. */
function isOffice(head: string | null): boolean {
  return head !== null && head.length > 1 && !HONORIFICS.has(head);
}

/** True for 受市政府委托 at `at`. */
function isEntrusted(line: string, at: number): boolean {
  ENTRUSTED.lastIndex = at;
  return ENTRUSTED.test(line);
}

/** True for an expression of time at `at`. */
function isTime(line: string, at: number): boolean {
  TIMES.lastIndex = at;
  return TIMES.test(line);
}

/** True when 、 joins short items up to a verb that only persons have (王海、李强、周远出席会议), or all of them look like names. */
function listLeadsToVerb(line: string, at: number, words: WordList): boolean {
  let alike = 0;
  for (let item = 0; item < LONGEST_LIST; item++) {
    let end = at;
    const longest = line.slice(at, at + LONGEST_NAME + 3).includes('·') ? LONGEST_FOREIGN : LONGEST_NAME;
    while (end - at < longest && (isHan(line, end, end + 1) || line[end] === '·')) {
      if (end - at >= 2) {
        const etc = line[end] === '等';
        const verb = verbs.startingAt(line, etc ? end + 1 : end);
        if (verb && (STRONG.has(verb) || verb === '分别' || verb === '在' || ((verb === '围绕' || verb === '就') && leadsToSaying(line, end)))) return nameModel().surnameAt(line, at) > 0 || item > 0;
        if (etc) return (alike > 1 || (alike > 0 && isOffice(headStartingAt(line, end + 1)))) && (item > 1 || looksLikeName(line, at, end, words));
      }
      end++;
    }
    if (looksLikeName(line, at, end, words) || line.slice(at, end).includes('·')) alike++;
    if (line[end] !== '、' || end === at) return alike > 2 && alike === item + 1;
    at = end + 1;
  }
  return true;
}

function looksLikeName(line: string, start: number, end: number, words: WordList): boolean {
  if (end - start < 2 || end - start > 3) return false;
  const tag = words.tag(line.slice(start, end));
  const surname = nameModel().surnameAt(line, start);
  return surname > 0 && (tag === undefined || tag === 'nr') && !countries.startingAt(line, start) && nameModel().score(line, start, end, surname) > 0.3;
}

/** True when a preposition at `at` leads to a verb of saying or a strong one in the same clause: 在会上强调, 对全年工作作出部署. */
function leadsToSaying(line: string, at: number): boolean {
  for (let i = at + 1; i < at + SAYING_REACH && i < line.length; i++) {
    if (CLOSING.has(unitAt(line, i))) return false;
    const verb = verbs.startingAt(line, i);
    if (verb && verb.length > 1 && STRONG.has(verb)) return true;
    if (line[i] === '作' && delivers(line, i)) return true;
  }
  return false;
}

/** True for 作具体部署, 作情况说明. */
function delivers(line: string, at: number): boolean {
  DELIVERS.lastIndex = at;
  return DELIVERS.test(line);
}

/** True for a range of Han characters inside the text. */
export function isHan(text: string, start: number, end: number): boolean {
  if (end > text.length) return false;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x3400 || code > 0x9fff) return false;
  }
  return true;
}

/** Between a name and the office that somebody is given (王海为市教育局局长, 王海任市教育局局长) or leaves (王海的市教育局局长职务). */
const GIVEN = /(?:同志)?(?:[为任]|(?:担|出|兼|就|接|转|调|升|拟|挂)任|当选(?:为)?)/y, LEFT = /(?:同志)?(?:的|辞去)(?=[^,。;:]{2,40}职务)/y;
/** First units of both, and of an office in brackets. */
export const OFFICE_BEGINS = new UnitSet(['为任担出兼就接转调升拟挂当的辞同(']);
/** Where the office ends. */
const OFFICE_END = /职务|[,。;]|$/;
const LONGEST_OFFICE = 44;

/** The title that fills the brackets at `at`; null where anything else stands in them. */
export function officeInBrackets(line: string, at: number, words: WordList): Title | null {
  const close = line.slice(at, at + LONGEST_OFFICE).indexOf(')');
  return close > 2 ? wholeTitle(line, at + 1, at + close, words) : null;
}

/** The title of the office that whoever is named up to `end` is given or leaves: 为市教育局局长; null where no office follows. */
export function officeBehind(line: string, end: number, words: WordList): Title | null {
  if (!OFFICE_BEGINS.has(unitAt(line, end))) return null;
  for (const pattern of [GIVEN, LEFT]) {
    pattern.lastIndex = end;
    const match = pattern.exec(line);
    if (!match) continue;
    const from = end + match[0].length;
    return wholeTitle(line, from, from + line.slice(from, from + LONGEST_OFFICE).search(OFFICE_END), words);
  }
  return null;
}
