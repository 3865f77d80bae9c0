/** Unnumbered heads: directives that announce a count, or short formulas that the rest of the paragraph spells out. */
import type { FoundDirective } from '../directives/directives';
import { LOOKAHEAD, FORMULA, PATTERN_FORMULA, ANNOUNCEMENT, candidateAt, type Candidate } from './candidate';

/** Longest sentence whose numbered items stand in the same paragraph, in Han characters. */
const BEFORE_ITEMS = 28;

/** The first rule that fits tells whether a directive is a head. */
interface Rule {
  readonly head: boolean;
  readonly reason: string;
  readonly fits: (candidate: Candidate) => boolean;
}

const RULES: readonly Rule[] = [
  {
    head: true,
    reason: '要突出重点整治，…。一要…二要…: its items spell it out',
    fits: c => c.follows && c.leads && !c.numbered && c.firstNumberFollows && c.wording.opensSentence && c.traits.han <= BEFORE_ITEMS,
  },
  {
    head: true,
    reason: '要做好三项工作：一是…: its items stand behind the colon',
    fits: c => c.follows && c.traits.announcesList && c.numbersFollow,
  },
  {
    head: true,
    reason: '要做到“三个到位”。责任到位。…措施到位。…: the short sentences that end like its number',
    fits: c => c.follows && c.traits.last !== null && c.countedHeadFollows,
  },
  {
    head: true,
    reason: '要…，做到“三个确保”。（一）…（二）…（三）…: as many numbered items follow as its last number says',
    fits: c => !c.numbered && c.traits.last !== null && c.firstNumberFollows && c.followers === c.traits.last,
  },
  {
    head: false,
    reason: '要落实“两个毫不动摇”: the name of something announces no items, unless numbers, so many alike or those told follow',
    fits: c => c.traits.named && !c.numbersFollow && !c.parallels && !c.dividedAmong,
  },
  { head: true, reason: '要突出八个环节: the items that it announces follow', fits: c => c.fulfilled },
  {
    head: true,
    reason: 'it announces a number, and numbered paragraphs follow',
    fits: c => c.traits.count !== null && !c.follows && c.numbersFollow && c.traits.han <= ANNOUNCEMENT,
  },
  {
    head: false,
    reason: 'a formula is the first sentence of what somebody says in the paragraph, without a number',
    fits: c => !c.ownSentence || c.numbered || !c.opensSaying,
  },
  { head: false, reason: '绝不可掉以轻心: a prohibition is no heading', fits: c => c.traits.prohibits },
  { head: false, reason: '请群众注意防范, 家里有病人的，…: it is for some only', fits: c => c.traits.partial },
  { head: true, reason: '要在“快”字上…, 要摸清底数，早作打算。', fits: c => c.adjoined && c.traits.formula && !c.goesOnAlike },
  { head: true, reason: '要抓好清渠、补林、修路。清渠方面，…。: its items open those that follow', fits: c => c.listsTopics },
  { head: true, reason: '要稳面积、提单产，…: short orders side by side', fits: c => c.traits.paired && c.traits.han <= PATTERN_FORMULA },
  {
    head: true,
    reason: '要压实责任。属地要…；部门要…；个人要…: it is divided among those told',
    fits: c => c.traits.opensWithModal && c.traits.han <= FORMULA && c.dividedAmong,
  },
  {
    head: true,
    reason: '要守住“对外”之门。…要织密“对内”之网。…: another of its form follows',
    fits: c => c.adjoined && c.traits.han <= FORMULA && c.repeated,
  },
  {
    head: true,
    reason: '要做足准备，立足于抢。甲局储备…；乙局演练…。: one sentence of parts follows',
    fits: c => c.opensList,
  },
  { head: false, reason: 'too long, or a list', fits: c => !c.brief },
  { head: true, reason: '认识要再深化: a formula by its form', fits: c => c.traits.pattern },
  {
    head: true,
    reason: '要关心老人。天气转冷，…。各镇要…: why, in one sentence, before those told',
    fits: c => c.traits.opensWithModal && c.reasonBetween,
  },
  { head: false, reason: 'what comes between says something else', fits: c => !c.adjoined },
  { head: true, reason: '要强化应急准备。各镇要…: the paragraph spells it out', fits: c => c.spelledOut },
];

/** An unnumbered head: it announces a count, or is a short formula that the rest of the paragraph spells out. */
export function isHead(directives: readonly FoundDirective[], index: number): boolean {
  const candidate = candidateAt(directives, index);
  return candidate !== null && (RULES.find(rule => rule.fits(candidate))?.head ?? false);
}

/** 要守好村口。各卡点落实…。要用好网格。组织网格员摸排…。: short orders that sentences without 要 spell out, each up to the next 要. */
export function isTheme(directives: readonly FoundDirective[], index: number): boolean {
  const themeAt = (at: number): boolean => candidateAt(directives, at)?.theme ?? false;
  if (candidateAt(directives, index)?.opensList) return true;
  if (!themeAt(index)) return false;
  const { paragraph, attribution } = directives[index]!;
  return [-1, 1].some(step => {
    for (
      let i = index + step;
      directives[i]?.paragraph === paragraph && directives[i]!.attribution === attribution && Math.abs(i - index) < LOOKAHEAD;
      i += step
    )
      if (themeAt(i)) return true;
    return false;
  });
}
