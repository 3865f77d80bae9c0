/** Mentions that make up one list of names. Offsets are into the folded text of the article. */
import type { PersonMention } from '../article/article';

/** Where a mention ends, with the title behind it. */
export function endOf(folded: string, mention: PersonMention): number {
  return mention.title && mention.titleRange!.start >= mention.end ? skipTitle(folded, mention) : mention.end;
}

function skipTitle(folded: string, mention: PersonMention): number {
  const end = mention.titleRange!.end;
  return folded[end] === ')' ? end + 1 : end;
}

/** True when only list marks and the next one's title lie between two names. */
export function joined(folded: string, last: PersonMention, next: PersonMention): boolean {
  const from = last.titleRange && last.titleRange.start >= last.end ? skipTitle(folded, last) : last.end;
  const to = next.titleRange && next.titleRange.start < next.start ? next.titleRange.start : next.start;
  if (to < from || to - from > 14) return false;
  const gap = folded
    .slice(from, to)
    .replace(/\([^)]{1,10}\)/, '')
    .replace(/^(?:同志|先生|女士|博士|教授|院士|医生|律师|老师|活佛|法师|[大上中少][校将尉])/, '');
  return gap.trim() === '' ? gap !== '' : /^(?:[、,和及与]|以及)$/.test(gap.trim());
}
