/** Offices that stand behind a name: given, left or in brackets. Offsets are into one folded line. */
import { matchAt, standsAt } from '../../base/sticky';
import { unitAt, UnitSet } from '../../base/unitSet';
import type { WordList } from '../../language/language';
import { wholeTitle, type Title } from './titles';
import { WordIndex } from './wordIndex';

/** Verbs that put somebody into an office or take it away, with the name behind them. */
export const appointing = new WordIndex(['任命', '免去', '提名', '聘任', '聘请', '选举', '推选', '补选', '增选', '罢免']);
/** Between a name and the office that somebody is given (王海为市教育局局长, 王海任市教育局局长) or leaves (王海的市教育局局长职务). */
const GIVEN = /(?:\([^)]{1,8}\))?(?:同志)?(?:[为任]|(?:担|出|兼|就|接|转|调|升|拟|挂)任|当选(?:为)?)/y;
const LEFT = /(?:同志)?(?:的|辞去)(?=[^,。;:]{2,40}职务)/y;
/** Others who are given the same office: 聘任王海、李远同志为市政府参事. */
const GIVEN_ALIKE = /(?:[、和及][\u3400-\u9fff·]{2,4}?){1,8}(?=(?:同志)?[为任])/y;
/** The verb and a name up to which an office that is taken away may follow as it stands: 免去王海|市教育局局长职务. */
const TAKEN_FROM = /(?:免去|罢免)(?!其)[\u3400-\u9fff·]{1,3}[^省市县区州旗]$/;
/** 王海云|岭市市长, 欧阳|立同志, 王海同|志: the name ends elsewhere. */
const NO_OFFICE = /(?:[\u3400-\u9fff]?同)?志|[\u3400-\u9fff][省市州]/y;
const REACH_OF_TAKING = 6;
const APPOINTING = /(?:任命|提名|聘任|聘请|选举|推选|补选|增选)[^,。;:]*$/;
/** First units of both, and of an office in brackets. */
export const OFFICE_BEGINS = new UnitSet(['为任担出兼就接转调升拟挂当的辞同(']);
/** Where the office ends; 局长、王海任… goes on with the next one who is given an office, 局长、办公室主任 with the same one's. */
export const OFFICE_END =
  /职务|一职|[,。;(（]|、(?=[\u3400-\u9fff·]{2,4}?(?:同志)?(?:(?<![主责兼担出转调升拟挂就接])任|(?<![行作认])为))|$/;
const LONGEST_OFFICE = 44;

/** The title that fills the brackets at `at`; null where anything else stands in them. */
export function officeInBrackets(line: string, at: number, words: WordList): Title | null {
  const close = line.slice(at, at + LONGEST_OFFICE).indexOf(')');
  return close > 2 ? wholeTitle(line, at + 1, at + close, words) : null;
}

/** The title of the office that whoever is named up to `end` is given or leaves: 为市教育局局长; null where no office follows. */
export function officeBehind(line: string, end: number, words: WordList): Title | null {
  const others = matchAt(GIVEN_ALIKE, line, end);
  if (others)
    return APPOINTING.test(line.slice(Math.max(0, end - LONGEST_OFFICE), end)) ? officeBehind(line, end + others[0].length, words) : null;
  // 市台办主|任
  if (!OFFICE_BEGINS.has(unitAt(line, end)) || (line[end] === '任' && line[end - 1] === '主')) return null;
  for (const pattern of [GIVEN, LEFT]) {
    const match = matchAt(pattern, line, end);
    if (!match) continue;
    const from = end + match[0].length;
    return wholeTitle(line, from, from + line.slice(from, from + LONGEST_OFFICE).search(OFFICE_END), words);
  }
  return null;
}

/** The title that whoever is named up to `end` is relieved of, with nothing between: 市教育局局长 of 免去王海市教育局局长职务. */
export function officeTaken(line: string, end: number, words: WordList): Title | null {
  if (!TAKEN_FROM.test(line.slice(Math.max(0, end - REACH_OF_TAKING), end)) || standsAt(NO_OFFICE, line, end)) return null;
  const until = end + line.slice(end, end + LONGEST_OFFICE).search(OFFICE_END);
  return line.startsWith('职务', until) ? wholeTitle(line, end, until, words) : null;
}
