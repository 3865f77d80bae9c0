/**
 * Where the first of several items begins and where the last one ends: sentences go on around
 * them. Offsets are into the folded text of one line.
 */
import type { WordList } from '../language/language';
import type { Item } from './item';
import { leadingNumber } from './numerals';
import { GRASPED } from './verbs';

/** Verbs that govern lists; what they govern begins with another word. */
const GOVERNING = [
  '促进 着力 聚力 严把 打赢 做到 实现 坚持 落实 压实 压紧 推进 推动 加强 加快 围绕 聚焦 确保 健全 完善 统筹 明确 核验 核查 摸清 算清 紧扣 突出 把握 把准 依托',
  '构建 打造 建设 建立 组建 营造 开展 实施 实行 推行 深化 强化 优化 夯实 提升 提高 增强 支持 发挥 整合 兼顾 覆盖 涵盖 包括 针对 形成 按照 运用 吃透 理清',
  '补齐 破解 解决 整治 严查 排查 检查 逐人 逐户 逐一 逐项 逐个 立足 锚定 紧扣 紧抓 坚守 恪守 践行 严守 倡导 突破 攻克 瞄准 全面 切实 进一步 严格 持续 一体 要求',
].flatMap(row => row.split(' '));
/** Verbs that stand before the first of several items, as in 要压紧压实属地、部门、单位、个人“四方责任”. */
const LEADING_VERBS = new RegExp(
  `^(?:[一二三四五六七八九][是要]|${GRASPED}|[盯抓管守看查控]|要|让|使|把|将|对|从|由|即|${GOVERNING.join('|')}){1,3}`,
);
/** How much longer than the longest of the others the first item may be. */
const MORE = 2;
const LONGEST_WORD = 4;
const VERB = /^v$/;
/** What stands before what a verb governs. */
const LEADS = /^(?:v|p|c)$/;
/** What those do who are listed before what they do. */
const CONCLUDING = new Set(['签订', '签署', '履行', '扛起', '扛牢', '落实', '压实', '组成', '形成', '达成', '建立', '实行', '推行']);
/** Prepositions that nothing else is. */
const GIVING = new Set(['由', '把', '将', '对']);
/** What is said of all items together, behind the last of them: 属地、部门、单位、个人各负其责. */
const TOGETHER =
  /^(?:各[自负司尽]|均|都|同[向时频步]|共同|齐[抓上头]|一[起齐体道刻]|两手抓|协同|联合|联动|分别|层层|相互|互相|[两三四五六七八九][个端方头线][人一齐发同]|一[\u3400-\u9fff]一[\u3400-\u9fff]地)/;
/** And what is only said of items that are sure to be some. */
const TREATED = /^(?:作为|列为|纳入|当作|当成)/;
/** What things are counted in. */
const MEASURE = /^[个大项条种类方端级道张本块环]/;
/** What is said of the thing that the phrase counts: 政治待遇不能变、生活待遇不能少. */
const SAID = /^(?:不|要|应|须|必须|得|再|更|均|都|能|全|零)/;

/**
 * 推行“三分离”,让生产分离、仓储分离、住宿分离: where all others are of one length or end alike, a verb before the first,
 * with which no other begins, is none of its own.
 */
export function withoutVerb(line: string, items: readonly Item[], words: WordList): readonly Item[] {
  const [first, second, ...others] = items;
  if (!first || !second) return items;
  const verb = LEADING_VERBS.exec(line.slice(first.start, first.end))?.[0].length ?? verbLonger(line, items, words);
  const rest = [second, ...others];
  const width = second.end - second.start;
  const ending = line.slice(second.start + 1, second.end);
  // 驻点干部吃在点、住在点、干在点: they differ in one character only.
  if (
    ending.length > 1 &&
    others.length > 0 &&
    items.every(item => item.end - item.start >= width && line.slice(item.start, item.end).endsWith(ending))
  )
    return [{ start: first.end - width, end: first.end }, ...rest];
  const bare = { start: first.start + verb, end: first.end };
  const alone =
    verb > 0 &&
    bare.end - bare.start > 1 &&
    !rest.some(item => line[item.start] === line[first.start]) &&
    (rest.every(item => item.end - item.start === bare.end - bare.start) || rest.every(item => line[item.end - 1] === line[bare.end - 1]));
  return alone ? [bare, ...rest] : items;
}

/**
 * 算清水费账、电费账、人工账: length of a verb that makes the first item longer than any other, and without
 * which it is as long as one; 0 where there is none.
 */
function verbLonger(line: string, [first, ...others]: readonly Item[], words: WordList): number {
  const word = wordAt(line, first!.start, words);
  const width = first!.end - first!.start;
  const widths = others.map(item => item.end - item.start);
  const longer = width > Math.max(...widths) && width - word.length >= Math.min(...widths);
  return longer && VERB.test(words.tag(word) ?? '') ? word.length : 0;
}

/**
 * 让不敢腐、不能腐、不想腐: the first begins as the others do; of two items one is no pattern, unless it is what the phrase says itself.
 */
export function withoutHead(line: string, items: readonly Item[], phrase: string): readonly Item[] {
  const [first, ...others] = items as [Item, ...Item[]];
  const initial = line[others[0]!.start]!;
  if ((others.length < 2 && !phrase.includes(initial)) || !others.every(item => line[item.start] === initial)) return items;
  const at = line.slice(first.start, first.end - 1).indexOf(initial);
  return at > 0 ? [{ start: first.start + at, end: first.end }, ...others] : items;
}

/**
 * The items with the first of them as long as it is: where others are of one length, so is it.
 * @returns null where it is too long and nothing tells where it begins
 */
export function ownFirst(line: string, items: readonly Item[], words: WordList): readonly Item[] | null {
  const [first, ...others] = items as [Item, ...Item[]];
  const lengths = others.map(item => item.end - item.start);
  if (first.end - first.start <= Math.max(...lengths)) return withoutGoverning(line, items, words);
  if (lengths.length > 1 && lengths.every(length => length === lengths[0])) {
    const start = first.end - lengths[0]!;
    // 健全|县、乡、村: a character alone ends many a word.
    if (lengths[0] === 1 || beginsWord(line, start, words)) return [{ start, end: first.end }, ...others];
  }
  return withoutLead(line, items, words);
}

/** 推动种植、养殖、农机作业: a verb that governs all items, where the others begin with none and something is left. */
function withoutGoverning(line: string, items: readonly Item[], words: WordList): readonly Item[] {
  const [first, ...others] = items as [Item, ...Item[]];
  const lead = LEADING_VERBS.exec(line.slice(first.start, first.end))?.[0].length ?? 0;
  // 管道燃气 does not begin with 管.
  if (lead === 0 || first.end - first.start - lead < 2 || (lead === 1 && !beginsWord(line, first.start + lead, words))) return items;
  const doing = others.filter(item => beginsWithVerb(line, item, words));
  return doing.length * 2 >= others.length ? items : [{ start: first.start + lead, end: first.end }, ...others];
}

/** 促进创新: what the verb before the first of several items does not govern. */
export function beginsWithVerb(line: string, { start, end }: Item, words: WordList): boolean {
  return LEADING_VERBS.test(line.slice(start, end)) || VERB.test(words.tag(wordAt(line, start, words)) ?? '');
}

/** 村委会、保洁员、农户签订“三方协议”: the items without a verb behind the last of them that governs the phrase. */
export function withoutPredicate(line: string, items: readonly Item[]): readonly Item[] {
  const last = items.at(-1)!;
  const doing = last.end - last.start > 3 && CONCLUDING.has(line.slice(last.end - 2, last.end));
  return doing ? [...items.slice(0, -1), { start: last.start, end: last.end - 2 }] : items;
}

/** How far from its beginning a clause may have the verb that governs a list. */
const FAR_LEAD = 6;

/** 会议要求守住…: length of what leads up to a list with the verb that governs it; 0 where there is none. */
export function leadIn(clause: string): number {
  for (let at = 0; at <= FAR_LEAD; at++) {
    const lead = LEADING_VERBS.exec(clause.slice(at))?.[0].length ?? 0;
    if (lead > 1) return at + lead;
  }
  return 0;
}

/** False within a word, and at a preposition. */
function beginsWord(line: string, at: number, words: WordList): boolean {
  return !words.has(line.slice(at - 1, at + 1)) && words.tag(line[at]!) !== 'p';
}

/**
 * The first item where the others differ in length: without the verb before it, and not much longer than the longest of the others.
 * @returns null where no verb leads up to it
 */
export function withoutLead(line: string, items: readonly Item[], words: WordList): readonly Item[] | null {
  const [first, ...others] = items as [Item, ...Item[]];
  const limit = Math.max(...others.map(item => item.end - item.start)) + MORE;
  const text = line.slice(first.start, first.end);
  let width = text.length - (LEADING_VERBS.exec(text)?.[0].length ?? text.length);
  if (width < 2 || width > limit) {
    width = 0;
    // Items that begin with a verb of their own stand beside such items.
    const doing = VERB.test(words.tag(wordAt(line, others[0]!.start, words)) ?? '');
    for (let end = text.length, verbal = false; text.length - end <= limit;) {
      const from = wordBefore(text, end, words);
      const word = text.slice(from, end);
      const tag = words.tag(word) ?? '';
      const leads = GIVING.has(word) || ((LEADS.test(tag) || GOVERNING.includes(word)) && verbal === doing);
      if (text.length - end > 1 && leads) width = text.length - end;
      if (from === 0 || tag === 'p') break;
      verbal = VERB.test(tag);
      end = from;
    }
  }
  return width > 1 ? [{ start: first.end - width, end: first.end }, ...others] : null;
}

/** Where the longest word begins that ends at `end`; one character where the list has none. */
function wordBefore(text: string, end: number, words: WordList): number {
  for (let from = Math.max(0, end - LONGEST_WORD); from < end - 1; from++) if (words.has(text.slice(from, end))) return from;
  return end - 1;
}

/** The longest word at a place; one character where the list has none. */
function wordAt(line: string, at: number, words: WordList): string {
  for (let length = LONGEST_WORD; length > 1; length--) if (words.has(line.slice(at, at + length))) return line.slice(at, at + length);
  return line[at] ?? '';
}

/**
 * The items without what the sentence goes on with behind the last: 不敢腐、不能腐、不想腐同向发力, 属地、部门、单位、个人各负其责,
 * and, where all hold the noun that the phrase counts, without what is said of each: “两项待遇”,政治待遇不能变、生活待遇不能少.
 */
export function withoutTail(line: string, items: readonly Item[], phrase: string): readonly Item[] {
  const nouns = withoutStatements(line, items, phrase.slice(-2)) ?? withoutStatements(line, items, phrase.slice(-1));
  if (nouns) return nouns;
  const last = items.at(-1)!;
  const others = items.slice(0, -1);
  const final = line[others[0]!.end - 1]!;
  if (!others.every(item => line[item.end - 1] === final) || line[last.end - 1] === final) return withoutTogether(line, others, last);
  const at = line.slice(last.start, last.end).lastIndexOf(final);
  // Of two items one is no pattern, unless it is what the phrase says itself.
  return at > 0 && (others.length > 1 || phrase.includes(final)) ? [...others, { start: last.start, end: last.start + at + 1 }] : items;
}

/** 政治账要算清,经济账要算细: the items up to the noun that the phrase counts; null where something else stands behind one of the nouns. */
function withoutStatements(line: string, items: readonly Item[], noun: string): readonly Item[] | null {
  const ends = items.map(({ start, end }) => start + line.slice(start, end).indexOf(noun) + noun.length);
  return items.every(({ start, end }, i) => ends[i]! > start + noun.length && (ends[i] === end || SAID.test(line.slice(ends[i], end))))
    ? items.map(({ start }, i) => ({ start, end: ends[i]! }))
    : null;
}

function withoutTogether(line: string, others: readonly Item[], last: Item): readonly Item[] {
  const counted = cutCount(line, last, others.length + 1);
  if (counted) return [...others, counted];
  const alike = others.length > 1 && others.every(item => item.end - item.start === others[0]!.end - others[0]!.start);
  return [...others, (alike && (cutTogether(line, others[0]!, last) ?? cutTogether(line, others[0]!, last, TREATED))) || last];
}

/** Whether that is said of several things together: 各负其责, 一起推进. */
export function isSaidOfAll(text: string): boolean {
  return TOGETHER.test(text);
}

/** 禁停、禁超、禁鸣笛三个方面整治: the last item up to the number of all items; null where it is not counted. */
function cutCount(line: string, { start, end }: Item, count: number): Item | null {
  const text = line.slice(start, end);
  for (let at = 2; at + 1 < text.length; at++)
    if (leadingNumber(text[at]!) === count && MEASURE.test(text.slice(at + 1))) return { start, end: start + at };
  return null;
}

/** The last item without what is said of all together, where it then is as long as another; null where nothing is. */
function cutTogether(line: string, { start, end }: Item, last: Item, said = TOGETHER): Item | null {
  const width = end - start;
  return last.end - last.start > width && said.test(line.slice(last.start + width, last.end))
    ? { start: last.start, end: last.start + width }
    : null;
}

/** 每户由村医、组长、党员三个人联系: the items of a row, the last of which goes on with what is said of all; null where it does not. */
export function togetherIn(line: string, row: readonly Item[], words: WordList): readonly Item[] | null {
  const final = row.at(-1);
  const last = final && row.length > 2 ? (cutCount(line, final, row.length) ?? cutTogether(line, row[1]!, final)) : null;
  return last && ownFirst(line, [...row.slice(0, -1), last], words);
}

/**
 * True when the last of the items is as long as each of the others, with what is said of all together behind it, or when all are of one
 * length (县统筹、乡主抓、村落实): nothing else makes a list of them. Four characters are what any clause has: 真抓实干、担当作为.
 */
export function areTogether(line: string, items: readonly Item[]): boolean {
  const [first, ...others] = items as [Item, ...Item[]];
  const width = others[0]!.end - others[0]!.start;
  const lead = first.end - first.start - width;
  if (
    others.length > 1 &&
    width !== 4 &&
    others.every(item => item.end - item.start === width) &&
    (lead === 0 || LEADING_VERBS.exec(line.slice(first.start, first.end))?.[0].length === lead)
  )
    return true;
  const last = items.at(-1)!;
  return items.slice(0, -1).every(item => item.end - item.start === first.end - first.start) && cutTogether(line, first, last) !== null;
}

/** What joins clauses that are items: 既要查方案,查人员,又要查物资. */
const LINK = /^(?:既要?|[又还也更]要|又|并要)/;

/** The items without the words that join them; as they are where they do not begin alike without these. */
export function withoutLinks(line: string, items: readonly Item[]): readonly Item[] {
  const bare = items.map(({ start, end }) => ({ start: start + linkAt(line.slice(start, end)), end }));
  return bare.every(({ start, end }) => end - start > 1 && line[start] === line[bare[0]!.start]) ? bare : items;
}

/** Length of the word that joins a clause to the one before it; 0 where there is none. */
export function linkAt(clause: string): number {
  return LINK.exec(clause)?.[0].length ?? 0;
}

/** 先验电、再挂牌、后检修: steps. */
export function areSteps(line: string, items: readonly Item[]): boolean {
  return items.every(({ start, end }, i) => (i === 0 ? /^先/ : /^(?:再|后|然后|最后|而后)/).test(line.slice(start, end)));
}

const NUMERALS = '一二三四五六七八九十';
/** What counts off items of which each says what it is: 第一本是政治账, 一项是会商机制. */
const ORDINAL = /^(?:第[一二三四五六七八九十]|一)[\u3400-\u9fff]?是/;

/** 一看插座、二看线路、三看负荷: numerals in order before what is the same in all. */
export function areCountedOff(line: string, items: readonly Item[]): boolean {
  const [first] = items;
  return (
    items.every(
      (item, i) => line[item.start] === NUMERALS[i] && line[item.start + 1] === line[first!.start + 1] && item.end - item.start > 2,
    ) && !/[是要]/.test(line[first!.start + 1]!)
  );
}

/** 三个到位: 一是责任到位,二是措施到位,…: the enumerators do not belong to the items. */
export function withoutEnumerators(line: string, items: readonly Item[]): readonly Item[] {
  if (items.every(({ start, end }) => ORDINAL.test(line.slice(start, end))))
    return items.map(({ start, end }) => ({ start: start + ORDINAL.exec(line.slice(start, end))![0].length, end }));
  if (!items.every((item, i) => line[item.start] === NUMERALS[i] && /[是要]/.test(line[item.start + 1]!) && item.end - item.start > 3))
    return items;
  return items.map(({ start, end }) => ({ start: start + 2, end }));
}
