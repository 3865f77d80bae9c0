/** Mentions that make up one list of names. Offsets are into the folded text of the article. */
import type { PersonMention } from '../article/article';
import { standsAt } from '../base/sticky';

/** Where a mention ends, with the title behind it. */
export function endOf(folded: string, mention: PersonMention): number {
  return mention.title && mention.titleRange!.start >= mention.end ? skipTitle(folded, mention) : mention.end;
}

function skipTitle(folded: string, mention: PersonMention): number {
  const end = mention.titleRange!.end;
  return folded[end] === ')' ? end + 1 : end;
}

/** 王海及有关部门人员、: people who are not named stand between two names. */
const WITH_GROUP = /(?:[、,和及与]|以及)[\u3400-\u9fff]{2,18}(?:人员|负责人|负责同志|干部|代表|同志)[、,和及与]/y;
const LONGEST_GAP = 26;

/** True when only list marks and the next one's title lie between two names. */
export function joined(folded: string, last: PersonMention, next: PersonMention): boolean {
  const from = last.titleRange && last.titleRange.start >= last.end ? skipTitle(folded, last) : last.end;
  const to = next.titleRange && next.titleRange.start < next.start ? next.titleRange.start : next.start;
  if (to < from || to - from > LONGEST_GAP) return false;
  if (standsAt(WITH_GROUP, folded, from) && WITH_GROUP.lastIndex === to) return true;
  if (to - from > 14) return false;
  const gap = folded
    .slice(from, to)
    .replace(/\([^)]{1,10}\)/, '')
    .replace(/^(?:同志|先生|女士|博士|教授|院士|医生|律师|老师|活佛|法师|[大上中少][校将尉])/, '');
  return gap.trim() === '' ? gap !== '' : /^(?:[、,和及与]|以及)$/.test(gap.trim());
}
