/** Quoted words beside each other: what one of them is, the others are too. */
import type { WordList } from '../language/language';
import type { Spot } from './spot';
import { BEFORE, isName } from './surroundings';

/** Words of two characters are beside each other anywhere. */
const SHORTEST_TWIN = 3;
/** Longer ones are sentences. */
const LONGEST_TWIN = 7;
/** What stands between two quotations of which the one turns into the other. */
const BETWEEN_TWINS = /^(?:(?:转?变|改)?[为成到]|转向|变为|、|和|与)?$/;
/** And between two that are built alike: 冲刺“收好官”,精心谋划“开好局”. */
const CLAUSE_BETWEEN = /^[,、][^。;!?"]{1,10}$/;
/** 从“坐诊”到“出诊”, 由“管住”向“管好”转变, 让“数据跑”代替“群众跑”: between the two of which somebody leaves the one for the other. */
const TOWARDS = /^(?:(?:转变|转|变|升级|跨越|切换|走|迈)?[到向为成]|代替|取代|替代)$/;
const LEAVING = /[从由让用以]/;
/** 把“当下改”与“长久立”结合起来 */
const JOINED = /^["”](?:有机|紧密)?(?:结合|统一|贯通|并重|并举|相结合)/;

/** Makes phrases of the spots that their neighbours show to be some; `spots` are the quotations of a line in order. */
export function acceptRows(spots: Spot[], folded: string, words: WordList): void {
  acceptDeeds(spots, folded, words);
  acceptPairs(spots, folded, words);
  spreadToTwins(spots, folded);
}

/** “打虎”“拍蝇”“猎狐”: three or more deeds beside each other, of one length and two characters or more, are set phrases. */
function acceptDeeds(spots: Spot[], folded: string, words: WordList): void {
  for (let first = 0, next = 1; first < spots.length; first = next++) {
    const width = widthOf(spots[first]!);
    while (next < spots.length && between(spots[next - 1]!, spots[next]!, folded) === '' && widthOf(spots[next]!) === width) next++;
    const row = spots.slice(first, next);
    if (row.length > 2 && width > 1 && width <= LONGEST_TWIN && row.every(({ start }) => /^v/.test(words.tag(folded[start]!) ?? '')))
      row.forEach((spot, i) => (spots[first + i] = { ...spot, certain: true }));
  }
}

/**
 * “保命钱”“养家钱”, 从“假日状态”切换到“工作状态”: two coinages of one length that are built alike, or are set against each other, are set
 * phrases; words of the language and names are none.
 */
function acceptPairs(spots: Spot[], folded: string, words: WordList): void {
  for (let i = 1; i < spots.length; i++) {
    const [left, right] = [spots[i - 1]!, spots[i]!];
    const [one, other] = [folded.slice(left.start, left.end), folded.slice(right.start, right.end)];
    if (one.length !== other.length || !(left.certain || isCoinage(one, words)) || !(right.certain || isCoinage(other, words))) continue;
    const joint = between(left, right, folded);
    const opposed =
      (LEAVING.test(folded[left.start - 2] ?? '') && TOWARDS.test(joint)) ||
      (/^[与和同]$/.test(joint) && JOINED.test(folded.slice(right.end, right.end + 6)));
    const alike = /^[、和与]?$/.test(joint) && one !== other && areBuiltAlike(one, other) && isActedOn(folded, left.start - 1, words);
    if (!opposed && !alike) continue;
    spots[i - 1] = { ...left, certain: true };
    spots[i] = { ...right, certain: true };
  }
}

/** 杜绝“…”, 是“…”: houses and shops (两家店“…”) are only named. */
function isActedOn(folded: string, at: number, words: WordList): boolean {
  return (
    /[是为成把将对搞出]/.test(folded[at - 1] ?? '') ||
    /^(?:v|vn|ad)$/.test(words.tag(folded.slice(at - 2, at)) ?? '') ||
    BEFORE.grasping.test(folded.slice(Math.max(0, at - 4), at))
  );
}

function isCoinage(phrase: string, words: WordList): boolean {
  return (
    phrase.length >= SHORTEST_TWIN &&
    phrase.length <= LONGEST_TWIN &&
    /^[\u3400-\u9fff]+$/.test(phrase) &&
    !/[的了吗吧呢啊我你他她]/.test(phrase) &&
    !words.has(phrase) &&
    !isName(phrase)
  );
}

/**
 * “免申即享”“直达快享”, 变“接诉即办”为“未诉先办”: beside each other and of one length, what the one is the other is too, and so along a
 * row; and in clauses beside each other, where a character has the same place in both.
 */
function spreadToTwins(spots: Spot[], folded: string): void {
  const spread = (from: number, to: number): void => {
    const spot = spots[to];
    const other = spots[from];
    if (!spot || !other?.certain || spot.certain || widthOf(spot) < SHORTEST_TWIN || widthOf(spot) !== widthOf(other)) return;
    const [left, right] = from < to ? [other, spot] : [spot, other];
    const joint = between(left, right, folded);
    if (
      BETWEEN_TWINS.test(joint) ||
      (CLAUSE_BETWEEN.test(joint) && areBuiltAlike(folded.slice(left.start, left.end), folded.slice(right.start, right.end)))
    )
      spots[to] = { ...spot, certain: true };
  };
  for (let i = 1; i < spots.length; i++) spread(i - 1, i);
  for (let i = spots.length - 1; i > 0; i--) spread(i, i - 1);
}

function widthOf({ start, end }: Spot): number {
  return end - start;
}

/** The text between two quotations, without their marks. */
function between(left: Spot, right: Spot, folded: string): string {
  return folded.slice(left.end + 1, right.start - 1);
}

/** 收好官, 开好局: a character that says something has the same place in both. */
function areBuiltAlike(one: string, other: string): boolean {
  return [...one].some((char, i) => char === other[i] && char !== '的');
}
