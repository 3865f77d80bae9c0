/**
 * Titles beside names: where they end, how far they reach to the left, and whether their holders
 * are officials. Offsets are into one folded line.
 */
import { edged } from '../../base/edged';
import { unitAt, UnitSet } from '../../base/unitSet';
import type { WordList } from '../../language/language';
import { CALLINGS, COUNTRIES, OFFICIAL_HEADS, OTHER_HEADS, TITLE_STOPS, TITLE_STOP_CHARACTERS, TITLE_STOP_EXCEPTIONS } from './lexicon';
import { WordIndex } from './wordIndex';

/** A title, with the organisation that it names. */
export interface Title {
  readonly start: number;
  readonly end: number;
  /** Whether its holder is an official. */
  readonly standing: 'official' | 'other';
}

const heads = new WordIndex([...OFFICIAL_HEADS, ...OTHER_HEADS, ...CALLINGS]);
/** Names of countries and places, some of which look like names of persons. */
export const countries = new WordIndex(COUNTRIES);
/** Heads that may also stand behind a name: 王海教授. */
const appositions = new WordIndex([...OFFICIAL_HEADS, ...OTHER_HEADS]);
const others = new Set([...OTHER_HEADS, ...CALLINGS]);
/** Ranks stand behind a name and before it: 李海涛中将, 少将王光明. */
export const RANKS: ReadonlySet<string> = new Set(['大校', '上校', '中校', '少校', '上尉', '中尉', '少尉', '上将', '中将', '少将']);
/** Heads that end a person, not a title: no further title is joined to them. */
export const HONORIFICS: ReadonlySet<string> = new Set([
  '先生',
  '女士',
  '同志',
  '小姐',
  '同学',
  '大爷',
  '大妈',
  '大叔',
  '阿姨',
  '太太',
  ...RANKS,
]);
/** Marks and prepositions before an office with which a clause begins. */
const CLAUSE_OPENS = new Set([...'。;:受由应 \u3000\n']);
/** Titles of seats, which people of any trade hold beside their work. */
const DEPUTIES = new Set(['人大代表', '党代表', '政协委员', '委员', '理事', '常务理事']);
const stops = new WordIndex(TITLE_STOPS);
/** Words that end like one of the `stops` and belong to a title all the same: 理论学习|中心组组长, 政治协商会议|主席. */
const parts = new WordIndex(['理论学习', '协商会议']);
/** Organisations that begin like one of the `stops`: 体育|代表团团长, 市委|调研室主任. */
const organisations = new WordIndex([
  '致公党',
  ...['代表', '学习', '调研', '指导', '采访', '选举', '派出', '会议', '支持', '现场', '学习指导', '配合'].flatMap(work =>
    ['团', '组', '会', '处', '室', '办', '所', '局', '大会', '中心', '委员会', '机构', '指挥部', '工作组', '办公室', '工作委员会'].map(
      body => work + body,
    ),
  ),
]);
const stopCharacters = new UnitSet([TITLE_STOP_CHARACTERS]);
/** What joins organisations, and persons. */
const JOINING = new UnitSet(['和及与']);
/** Units that end a date or a count behind figures. */
const DATED = new UnitSet(['日年名位']);
/** 市委, 省政府: where a title may begin. */
const COMMITTEE = edged(/^(?:[省市县区州旗镇乡][委政]|中共|中央|国务|全国)/);
/** Heads of wards and teaching rooms are doctors and teachers, not officials. */
const HOSPITAL = edged(/(?:科|教研室|实验室|病区|门诊部|工作室)(?:副)?主任$/);
/** Who runs a village or a neighbourhood is one of its people, not an official; who is sent there from above is. */
const VILLAGE =
  /(?:村(?:级)?(?:党(?:总)?支部|党委|支|民?委(?:员)?会|主任|副主任|妇联|妇女|文书|会计|团支|民兵|务监督)|(?:社区|居民?委(?:员)?会|生产队|村民小组|嘎查)(?:居委会|居民委员会|主任|副主任|妇联|妇女|队长|副队长|组长|达))[^、]*$/;
/**
 * Titles of those who answer for a firm, a site or one of its tasks: no officials, unless the name of an authority contains such a word.
 */
const FIRM = edged(
  /(?:企业|公司|集团|厂|店|社|农场|牧场|基地|项目|施工单位|施工方|商户|酒店|超市|工地|民宿|作坊|市场|摊位|网点|车间|平台)[^、局部委厅办处科院队站会府]{0,8}负责人$|(?:公共事务|公关|品牌|运营|法务|售后|客服|销售|商务)负责人$/,
);
/** Who heads a firm that belongs to an authority or serves the public is appointed like an official: 市港航集团董事长, 供电公司总经理. */
const PUBLIC_FIRM = edged(
  /^(?:(?:省|市|县|区|州)[\u3400-\u9fff]{2,10}(?:集团|公司)|[\u3400-\u9fff]{0,8}(?:国投|国控|城投|城控|城建|城发|交投|水投|农投|产投|文投|水务|供水|供热|热力|燃气|供电|公交|地铁|轨道|港航|机场)(?:集团)?(?:有限)?(?:集团|公司)?)(?:党[^、]{1,6}、)?(?:副?董事长|副?总经理|副?总裁)$/,
);
/** Bodies whose names tell what they do, so that verbs stand in them: 党史学习教育领导小组, 信访工作联席会议. */
const TASK_BODY = /(?:小组|联席会议|委员会|指挥部|专班)(?:办公室)?$/;
const LONGEST_TASK_BODY = 8;
/** The verbs among the `stops` that name such a task. */
const TASKS = new Set([
  '学习',
  '会议',
  '工作',
  '指导',
  '支持',
  '配合',
  '调研',
  '协同',
  '贯彻',
  '落实',
  '服务',
  '全面',
  '深入',
  '通报',
  '审议',
]);
/** Blanks between two offices of one person. */
const MOST_BLANKS = 2;
const QUOTE = '"'.charCodeAt(0);
/** Of what a body is named after, with its quotation marks: “不忘初心、牢记使命”. */
const LONGEST_QUOTATION = 16;
/** Marks in the middle of that, folded. */
const IN_QUOTATION = new UnitSet(['、', ',', '+', '·', '-']);
const VISITING = '访'.charCodeAt(0);
/** Last characters of military units. */
const UNITS = new UnitSet(['旅团师营连排队艇舰']);
/** How far a single title may reach to the left of its head: longer runs are clauses, not titles. */
const REACH = 32;

/** The head word (书记, 市长, 记者) that ends right before `at`; null when none does. */
export function headEndingAt(text: string, at: number): string | null {
  return heads.endingAt(text, at);
}

/** A cheap look: false where no head word of two or more characters ends right before `at`. */
export function mayEndHead(text: string, at: number): boolean {
  return heads.mayEnd(text, at);
}

/** A cheap look: false where no head word begins at `at`. */
export function mayStartHead(text: string, at: number): boolean {
  return heads.mayStart(text, at);
}

/** First characters of all head words, as one text. */
export function headBeginnings(): string {
  return [...OFFICIAL_HEADS, ...OTHER_HEADS].map(head => head[0]).join('');
}

/** Last characters of all head words but those of one character, as one text. */
export function headEndings(): string {
  return [...OFFICIAL_HEADS, ...OTHER_HEADS, ...CALLINGS]
    .filter(head => head.length > 1)
    .map(head => head.at(-1))
    .join('');
}

/** The head word, with 副 and 总 before it, that begins at `at` and may follow a name; null when none does. */
export function headStartingAt(text: string, at: number): string | null {
  return appositions.startingAt(text, at);
}

/** Whether holders of a title with this head are officials. */
export function standingOf(head: string): 'official' | 'other' {
  return others.has(head) ? 'other' : 'official';
}

/** True for a head of more than one character that is no title of respect: 逄海及|委员, but 魏凤和|同志. */
export function isOffice(head: string | null): boolean {
  return head !== null && head.length > 1 && !HONORIFICS.has(head);
}

/** Where an organisation ends and its head begins: 石桥镇|镇长, 文明办|主任. */
const HEADED = new Set(
  [...'里村乡镇街县市区省州旗局委厅院部办社校站会厂所署队团组'].flatMap(level => [
    `${level}${level}`,
    `${level}主`,
    `${level}书`,
    `${level}副`,
    `${level}党`,
  ]),
);

/** True when an organisation ends at `at` and its head begins there. */
export function headsOrganisation(text: string, at: number): boolean {
  return HEADED.has(text.slice(at - 1, at + 1)) && headStartingAt(text, at) !== null;
}

/**
 * The title that ends right before `at`, with organisation, further titles joined by 、 and all.
 * @param from the title begins here at the earliest: where a name before it ends
 * @returns null when no title ends there
 */
export function titleEndingAt(text: string, at: number, words: WordList, from = 0): Title | null {
  const head = heads.endingAt(text, at);
  if (!head) return null;
  let standing = standingOf(head);
  let start = reach(text, at - head.length, words, from);
  for (;;) {
    // 市委副书记、市长: what stands before the 、 must end in a title of its own.
    const mark = beforeBlanks(text, start) - 1;
    const comma = text[mark] === ',';
    if (text[mark] !== '、' && !comma) break;
    const earlier = heads.endingAt(text, mark, from);
    if (!earlier || HONORIFICS.has(earlier) || isBareCollective(text, mark, earlier, from)) break;
    if (comma) {
      const clause = start - mark === 1 ? officesFilling(text, mark, words, from) : null;
      if (clause === null) break;
      standing = 'official';
      start = clause;
      continue;
    }
    // 党委书记、董事长: whoever also holds an office is an official; deputies of a congress are interviewed in their trade.
    if (standingOf(earlier) === 'official' && !DEPUTIES.has(earlier)) standing = 'official';
    start = reach(text, mark - earlier.length, words, from);
  }
  // What joins the title to the person before it is not part of it.
  if (JOINING.has(text.charCodeAt(start)) && start + 1 < at - head.length) start++;
  const title = text.slice(start, at);
  return { start, end: at, standing: isOfNoOffice(title) ? 'other' : PUBLIC_FIRM.test(title) ? 'official' : standing };
}

/** Where the blanks before `at` begin: 市委常委、 常务副市长. */
function beforeBlanks(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < MOST_BLANKS && (text[start - 1] === ' ' || text[start - 1] === '\u3000')) start--;
  return start;
}

/**
 * Where the clause begins that is nothing but offices and ends at `at`, so that the office behind the comma is held by the same person:
 * 局党组书记、局长,县乡村振兴局主任王海. Null where it is anything else.
 */
function officesFilling(text: string, at: number, words: WordList, from: number): number | null {
  const title = titleEndingAt(text, at, words, from);
  const head = heads.endingAt(text, at)!;
  return title?.standing === 'official' &&
    standingOf(head) === 'official' &&
    at - head.length - title.start >= SHORTEST_ORGANISATION &&
    (title.start === 0 || CLAUSE_OPENS.has(text[title.start - 1]!))
    ? title.start
    : null;
}

/** People who are not named: 相关干部、商会会长李远 gives nobody two titles. */
const COLLECTIVES = new Set([
  '干部',
  '群众',
  '职工',
  '员工',
  '居民',
  '村民',
  '市民',
  '学生',
  '家长',
  '记者',
  '专家',
  '成员',
  '代表',
  '领导',
]);

/** True where such a word ends at `at` without an organisation before it. */
function isBareCollective(text: string, at: number, head: string, from: number): boolean {
  const start = at - head.length;
  return COLLECTIVES.has(head) && (start <= from || !isTitleCharacter(text.charCodeAt(start - 1)) || stops.endingAt(text, start) !== null);
}

/** True for the titles of doctors, of who runs a village and of who answers for a firm. */
function isOfNoOffice(title: string): boolean {
  return HOSPITAL.test(title) || VILLAGE.test(title) || FIRM.test(title);
}

/** Walks left from the head over the organisation that belongs to it. */
function reach(text: string, head: number, words: WordList, from: number): number {
  let at = head;
  const task = TASK_BODY.test(text.slice(Math.max(from, head - LONGEST_TASK_BODY), head));
  while (at > from && head - at < REACH) {
    const quoted = head - at >= SHORTEST_ORGANISATION ? quotationBefore(text, at, from) : null;
    if (quoted === null && endsTitle(text, at, head, task, words)) break;
    at = quoted ?? at - 1;
  }
  if (head - at >= REACH) return head;
  // 某合成旅旅长: what stands for the number of a unit.
  if (at > from && text[at - 1] === '某' && head - at >= SHORTEST_ORGANISATION && UNITS.has(unitAt(text, head - 1))) return at - 1;
  return at + 2 < head && beginsWithVerb(text, at, words) ? at + 2 : at;
}

/**
 * Where the quotation begins that ends at `at`, with which a body is named:
 * 市|“守初心、担使命”主题教育领导小组, 省委|“两新”工委. Null when none does.
 */
function quotationBefore(text: string, at: number, from: number): number | null {
  if (text.charCodeAt(at - 1) !== QUOTE) return null;
  const opening = text.lastIndexOf('"', at - 2);
  if (opening < from || at - opening > LONGEST_QUOTATION) return null;
  for (let i = opening + 1; i < at - 1; i++)
    if (!isTitleCharacter(text.charCodeAt(i)) && !IN_QUOTATION.has(text.charCodeAt(i))) return null;
  return opening;
}

/** True where the title begins at `at`: what stands before is no part of it. */
function endsTitle(text: string, at: number, head: number, task: boolean, words: WordList): boolean {
  const unit = text.charCodeAt(at - 1);
  if (!isTitleCharacter(unit)) return true;
  // 访市林业局局长 under a headline
  if (unit === VISITING && !isTitleCharacter(text.charCodeAt(at - 2))) return true;
  if (JOINING.has(unit) && joinsOrganisation(text, at, words)) return false;
  // 同安哥拉总统, not 同安.
  if (stopCharacters.has(unit) && (countries.startingAt(text, at, head) || !isExcepted(text, at))) return true;
  if (DATED.has(unit) && isDigit(text.charCodeAt(at - 2))) return true;
  const stop = stops.endingAt(text, at);
  return (
    stop !== null &&
    !(task && TASKS.has(stop)) &&
    !parts.endingAt(text, at) &&
    !(at < head && organisations.startingAt(text, at - stop.length, head))
  );
}

/** True where the character before `at` is part of a word such as 应急. */
function isExcepted(text: string, at: number): boolean {
  return TITLE_STOP_EXCEPTIONS.has(text.slice(at - 1, at + 1)) || TITLE_STOP_EXCEPTIONS.has(text.slice(at - 2, at));
}

/** A verb less frequent than this in the word list is a name of a place as well: 沾化. */
const USUAL = 20;

/** 抗议|美国总统: a verb before the place or the committee that the title begins with; 自治区政府主席 is no such title. */
function beginsWithVerb(text: string, at: number, words: WordList): boolean {
  const verb = text.slice(at, at + 2);
  if (words.tag(verb) !== 'v' || words.frequency(verb) < USUAL || verb === '自治') return false;
  const place = words.tag(text.slice(at + 2, at + 4)) ?? words.tag(text.slice(at + 2, at + 5));
  return place?.startsWith('ns') === true || COMMITTEE.test(text.slice(at + 2, at + 4));
}

/**
 * True for 住房和|城乡建设局, 环境及|生态局, 康乐及|文化事务署: a noun before the joining word that is not itself a
 * person or a title; 及 hardly ever joins persons.
 */
function joinsOrganisation(text: string, at: number, words: WordList): boolean {
  const noun = text.slice(at - 3, at - 1);
  const tag = words.tag(noun);
  return (
    noun.length === 2 &&
    tag !== undefined &&
    (/^(?:n|vn|b|j|l|i)$/.test(tag) || (text[at - 1] === '及' && tag === 'nr')) &&
    heads.endingAt(text, at - 1) === null &&
    words.tag(text.slice(at, at + 2)) !== undefined
  );
}

function isTitleCharacter(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
  );
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** 县委, 团委; a single character before the head may be 副. */
const SHORTEST_ORGANISATION = 2;

/** True for 县人民医院副院长: a title with its organisation is followed by its bearer; 院长 alone may stand for whoever bears it. */
export function isFullTitle(text: string, title: Title | null): boolean {
  return title !== null && title.end - title.start - (headEndingAt(text, title.end)?.length ?? 0) >= SHORTEST_ORGANISATION;
}

/** The range as a title of an office; null if anything else stands in it. */
export function wholeTitle(text: string, start: number, end: number, words: WordList): Title | null {
  const title = end > start ? titleEndingAt(text, end, words, start) : null;
  return title && title.standing === 'official' && title.start === start ? title : null;
}
