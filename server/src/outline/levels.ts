/** Levels and parents of directives. The rule: heads carry an enumerator or heading number, announce a count, or are a short formula that the paragraph spells out. */
import { perContent } from '../base/memo';
import { countHan } from '../article/characters';
import type { EnumeratorClass } from '../article/enumerators';
import type { FoundDirective } from './directives';
import { announcedCount, numberPhrases } from './numbers';
import type { Wording } from './wording';

export interface Placed {
  readonly level: 1 | 2 | 3;
  /** Index of the head; null at level 1. */
  readonly parent: number | null;
}

/** From the outside in; inline ones are inside all of them. */
const ORDER: readonly EnumeratorClass[] = ['chapter', 'han', 'bracketed-han', 'arabic', 'bracketed-arabic', 'circled', 'inline-ordinal', 'inline-words', 'inline-yao', 'inline-is'];

interface Entry {
  readonly index: number;
  readonly level: number;
  /** An enumerator class, the key of parallel heads, a formula or announcement, a short 要 before sentences without one, or a plain directive. */
  readonly rank: EnumeratorClass | 'parallel' | 'head' | 'theme' | 'plain';
  readonly key: string | null;
  readonly paragraph: number;
  readonly sentence: number;
  readonly inline: boolean;
}

/** How many directives around one are looked at. */
const LOOKAHEAD = 64;
/** A general formula is at most this long (Han characters), a formula of the kind 认识要再深化 at most that long. */
const FORMULA = 20, PATTERN_FORMULA = 32;
/** An order of so many Han characters is spelled out by what follows. */
const THEME = 14;
/** So many sentences spell out even a formula of two clauses. */
const LONG_LIST = 4;

/** @param directives in order; @returns one place for each */
export function placeDirectives(directives: readonly FoundDirective[]): readonly Placed[] {
  const placed: Placed[] = [];
  let stack: Entry[] = [];
  directives.forEach((directive, index) => {
    const before = directives[index - 1];
    if (before && (before.attribution !== directive.attribution || before.speaker !== directive.speaker)) stack = [];
    if (before && before.sections !== directive.sections) {
      // A noun heading makes no level: what stands below it starts anew, inside heads of a higher class.
      const inside = directive.sectionClass === null ? 0 : ORDER.indexOf(directive.sectionClass);
      stack = stack.filter(entry => isHeadingClass(entry.rank) && ORDER.indexOf(entry.rank as EnumeratorClass) < inside);
    }
    const rank = rankOf(directives, index, stack);
    const parent = parentOf(stack, index, rank, directives, placed);
    while (stack.length > 0 && stack[stack.length - 1] !== parent) stack.pop();
    const level = Math.min(3, (parent?.level ?? 0) + 1);
    stack.push({ index, level, rank, key: directive.wording.parallel?.key ?? null, paragraph: directive.paragraph, sentence: directive.wording.sentence, inline: directive.wording.inline });
    // Under a head of level 3 there is no deeper level: siblings.
    placed.push({ level: level as 1 | 2 | 3, parent: parent && parent.level < 3 ? parent.index : parent ? placed[parent.index]!.parent : null });
  });
  return placed;
}

function rankOf(directives: readonly FoundDirective[], index: number, stack: readonly Entry[]): Entry['rank'] {
  const directive = directives[index]!, { enumerator, parallel } = directive.wording;
  if (enumerator) return enumerator.class;
  if (parallel) return 'parallel';
  if (isTheme(directives, index)) return 'theme';
  return isHead(directives, index) || earlierAlike(stack, directive, directives) ? 'head' : 'plain';
}

function parentOf(stack: readonly Entry[], index: number, rank: Entry['rank'], directives: readonly FoundDirective[], placed: readonly Placed[]): Entry | null {
  if (stack.length === 0) return null;
  const directive = directives[index]!, before = directives[index - 1];
  if (rank === 'head') {
    const alike = earlierAlike(stack, directive, directives);
    if (alike) return stack[stack.indexOf(alike) - 1] ?? null;
  }
  const isEnumerated = rank !== 'plain' && rank !== 'head' && rank !== 'theme';
  if (isEnumerated) {
    // A sibling of the same class closes everything inside the one before it.
    for (let i = stack.length - 1; i >= 0; i--) {
      const entry = stack[i]!;
      if (entry.rank === rank && entry.key === (directive.wording.parallel?.key ?? null)) return i > 0 ? stack[i - 1]! : null;
    }
    for (let i = stack.length - 1; i >= 0; i--) {
      const entry = stack[i]!;
      if (entry.rank === 'head' && (entry.paragraph === directive.paragraph || announces(directives[entry.index]!))) return entry;
      if (rank === 'parallel' && holdsParagraphs(directives[entry.index]!, entry.rank)) return entry;
      if (entry.rank === 'plain' || entry.rank === 'head' || entry.rank === 'theme' || entry.rank === 'parallel') { if (entry.rank === 'parallel' && entry.paragraph === directive.paragraph) return entry; continue; }
      if (rank === 'parallel' ? entry.paragraph === directive.paragraph : ORDER.indexOf(entry.rank) < ORDER.indexOf(rank)) return entry;
    }
    return null;
  }
  for (let i = stack.length - 1; i >= 0; i--) {
    const entry = stack[i]!;
    if (entry.rank === 'plain') {
      // Parts behind a semicolon stay beside the part before them.
      if (before && entry.index === index - 1 && !directive.wording.opensSentence && entry.paragraph === directive.paragraph && before.wording.sentence === directive.wording.sentence) return i > 0 ? stack[i - 1]! : null;
      continue;
    }
    if (entry.rank === 'theme' && (entry.paragraph !== directive.paragraph || traitsOf(directive.wording).opensWithModal)) continue;
    // A list that is one sentence (一是…；二是…。) is over when the sentence is.
    if (entry.paragraph === directive.paragraph && entry.rank !== 'head' && entry.inline && entry.sentence !== directive.wording.sentence) continue;
    if (entry.paragraph === directive.paragraph && endsList(entry, index, directives, placed)) continue;
    if (entry.paragraph === directive.paragraph) return entry;
    if (entry.rank === 'head' || entry.rank === 'parallel') continue;
    if (holdsParagraphs(directives[entry.index]!, entry.rank)) return entry;
  }
  return null;
}

/** Behind the last item of a list whose other items are one sentence each, a further sentence is no part of that item. */
function endsList(entry: Entry, index: number, directives: readonly FoundDirective[], placed: readonly Placed[]): boolean {
  const item = directives[entry.index]!, { enumerator } = item.wording;
  if (!enumerator || enumerator.value < 2 || !directives[index]!.wording.opensSentence || isHeadingClass(entry.rank)) return false;
  let previous = entry.index - 1;
  while (previous >= Math.max(0, entry.index - LOOKAHEAD) && directives[previous]!.paragraph === item.paragraph && (directives[previous]!.wording.enumerator?.class !== enumerator.class || placed[previous]!.level !== entry.level)) previous--;
  if (previous < 0 || directives[previous]!.paragraph !== item.paragraph || (previous + 1 < entry.index && placed[previous + 1]!.parent === previous)) return false;
  for (let i = index + 1; i < Math.min(directives.length, index + LOOKAHEAD) && directives[i]!.paragraph === item.paragraph; i++) if (directives[i]!.wording.enumerator?.class === enumerator.class) return false;
  return true;
}

/** A heading, or an item that is nothing but its headline, holds the paragraphs below it. */
function holdsParagraphs(head: FoundDirective, rank: Entry['rank']): boolean {
  return head.wording.heading || (head.wording.finished && isHeadingClass(rank) && head.end - head.start <= 40);
}

/** The head of this paragraph, or of one before, whose form the directive repeats: 要在“快”字上下功夫, 要在“严”字上动真格. */
function earlierAlike(stack: readonly Entry[], directive: FoundDirective, directives: readonly FoundDirective[]): Entry | null {
  const form = formOf(directive);
  if (form === null) return null;
  return stack.find(entry => entry.rank === 'head' && formOf(directives[entry.index]!) === form) ?? null;
}

/** The beginning of the first clause with what is quoted left out; null without a quotation near the beginning. */
const formOf = ({ wording }: FoundDirective): string | null => traitsOf(wording).form;

const isHeadingClass = (rank: Entry['rank']): boolean => rank === 'chapter' || rank === 'han' || rank === 'bracketed-han';

function announces(directive: FoundDirective): boolean {
  return directive.wording.finished;
}

/** What the words of a directive alone tell about its being a head. */
const traitsOf = perContent(({ folded, verb, modal }: Wording) => {
  const form = /^([^,;:。"]{1,8})"[^"]{1,8}"([^,;:。]{1,2})/.exec(folded), count = announcedCount(folded);
  return {
    han: countHan(folded), count: count?.value ?? null, last: numberPhrases(folded).at(-1)?.value ?? null, named: count !== null && folded[count.start - 1] === '"', pattern: /^[\u4e00-\u9fff]{2,4}要(?:再|更|进一步|更加)/.test(folded),
    form: form ? `${form[1]!}""${form[2]!}` : null, announcesList: folded.endsWith(':'), opensWithModal: folded.startsWith('要'), prohibits: modal !== null && /[不勿禁忌]/.test(modal), paired: /^要?(?:[\u4e00-\u9fff]{3}、){1,3}[\u4e00-\u9fff]{3}[,。]/.test(folded), severalClauses: /[,;][^"]/.test(folded.slice(verb)), listing: /[、"]/.test(folded.replace(/"[^"]{1,8}"/g, '')),
  };
});

/** An unnumbered head: it announces a count, or is a short formula that the rest of the paragraph spells out. */
function isHead(directives: readonly FoundDirective[], index: number): boolean {
  const directive = directives[index]!, next = directives[index + 1];
  if (!next || next.attribution !== directive.attribution) return false;
  const { han, count, last, named, pattern, announcesList, listing, paired, severalClauses, prohibits } = traitsOf(directive.wording), { opensSentence, enumerator, sentence } = directive.wording;
  const follows = next.paragraph === directive.paragraph, leads = directives[index - 1]?.paragraph !== directive.paragraph;
  // 要突出重点整治，…。一要…二要…: the items spell it out.
  if (follows && !enumerator && next.wording.enumerator?.value === 1 && opensSentence && han <= 28 && leads) return true;
  // 要做好三项工作：一是… — what follows the colon are its items.
  if (follows && announcesList && next.wording.enumerator) return true;
  // 要…，做到“三个确保”。（一）…（二）…（三）…
  if (!enumerator && last !== null && next.wording.enumerator?.value === 1 && followersOf(directives, index) === last) return true;
  // 要落实“两个毫不动摇”: the name of something announces no items, unless numbers follow.
  if (named && !next.wording.enumerator && !parallelTo(directives, index, count!)) return false;
  if (count !== null) {
    const items = followersOf(directives, index);
    if (items === count || (han <= 24 && Math.abs(items - count) <= 1 && items >= 2)) return true;
    if (!follows && next.wording.enumerator && han <= 40) return true;
  }
  if (!follows || !opensSentence || sentence === next.wording.sentence || enumerator) return false;
  if (!leads && directives[index - 1]?.attribution === directive.attribution) return false;
  // 绝不可掉以轻心: a prohibition is no heading.
  if (prohibits) return false;
  // 要稳面积、提单产，…: a pair of short orders that the paragraph spells out.
  if (paired && han <= PATTERN_FORMULA) return true;
  if (han > (pattern ? PATTERN_FORMULA : FORMULA) || (listing && !pattern)) return false;
  if (pattern) return true;
  // What comes between says something else: the paragraph does not spell the formula out.
  if (next.wording.sentence !== sentence + 1) return false;
  let total = 0, followers = 0, longest = 0;
  for (let i = index + 1; i < directives.length && directives[i]!.paragraph === directive.paragraph && directives[i]!.attribution === directive.attribution; i++) {
    const size = traitsOf(directives[i]!.wording).han;
    total += size;
    longest = Math.max(longest, size);
    followers++;
  }
  // 要深入宣传条例，营造氛围。 has said already what it means, unless much follows.
  if (severalClauses && followers < LONG_LIST) return false;
  return total / followers >= han * 1.3 && longest >= 22;
}

/** 要守好村口。各卡点落实…。要用好网格。组织网格员摸排…。: short orders that sentences without 要 spell out, each up to the next 要. */
function isTheme(directives: readonly FoundDirective[], index: number): boolean {
  if (!couldBeTheme(directives, index)) return false;
  const { paragraph, attribution } = directives[index]!;
  for (const step of [-1, 1]) {
    for (let i = index + step; directives[i]?.paragraph === paragraph && directives[i]!.attribution === attribution && Math.abs(i - index) < LOOKAHEAD; i += step) if (couldBeTheme(directives, i)) return true;
  }
  return false;
}

function couldBeTheme(directives: readonly FoundDirective[], index: number): boolean {
  const directive = directives[index]!, next = directives[index + 1], { opensSentence, sentence } = directive.wording;
  if (!next || next.attribution !== directive.attribution || next.paragraph !== directive.paragraph || next.wording.sentence !== sentence + 1 || next.wording.modal !== null) return false;
  const { han, opensWithModal, severalClauses, listing } = traitsOf(directive.wording);
  return opensSentence && opensWithModal && !severalClauses && !listing && han <= THEME && traitsOf(next.wording).han >= han * 1.3;
}

/** As many directives as announced follow in the paragraph, all built alike: 要把住…。要管住…。 */
function parallelTo(directives: readonly FoundDirective[], index: number, count: number): boolean {
  const items = directives.slice(index + 1, index + 1 + count), verb = ({ wording }: FoundDirective): string => wording.folded.slice(wording.verb, wording.verb + 1);
  return items.length === count && items.every(item => item.paragraph === directives[index]!.paragraph && verb(item) === verb(items[0]!));
}

/** How many directives of the same rank follow in the paragraph, or as numbered paragraphs. */
function followersOf(directives: readonly FoundDirective[], index: number): number {
  const directive = directives[index]!, first = directives[index + 1]!;
  let count = 0;
  for (let i = index + 1; i < Math.min(directives.length, index + LOOKAHEAD); i++) {
    const other = directives[i]!;
    if (other.attribution !== directive.attribution) break;
    if (first.wording.enumerator ? other.wording.enumerator?.class === first.wording.enumerator.class : other.paragraph === directive.paragraph) count++;
    else if (!first.wording.enumerator) break;
  }
  return count;
}
