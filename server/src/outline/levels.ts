/**
 * Levels and parents of directives. The rule: heads carry an enumerator or heading number, announce a count, or
 * are a short formula that the paragraph spells out.
 */
import { perContent } from '../base/memo';
import type { EnumeratorClass } from '../article/enumerators';
import type { FoundDirective } from './directives/directives';
import { LOOKAHEAD } from './heads/candidate';
import { isHead, isTheme } from './heads/heads';
import { traitsOf } from './heads/traits';
import type { Wording } from './directives/wording';

/** The place of a directive in the tree. */
export interface Placed {
  readonly level: 1 | 2 | 3;
  /** Index of the head; null at level 1. */
  readonly parent: number | null;
}

/** From the outside in; inline ones are inside all of them. */
const ORDER: readonly EnumeratorClass[] = [
  'chapter',
  'han',
  'bracketed-han',
  'arabic',
  'bracketed-arabic',
  'circled',
  'inline-ordinal',
  'inline-words',
  'inline-yao',
  'inline-is',
];

/** Longest item that is nothing but its headline. */
const LONGEST_HEADLINE = 40;

/**
 * What makes a directive what it is in a tree: the class of its enumerator, its likeness to parallel heads, being a formula or an
 * announcement (`head`), a short 要 before sentences without one (`theme`), or nothing (`plain`).
 */
type Rank = EnumeratorClass | 'parallel' | 'head' | 'theme' | 'plain';

/** A directive under which others may stand. */
interface Entry {
  readonly index: number;
  readonly level: number;
  readonly rank: Rank;
  /** What parallel heads have in common; null for the other ranks. */
  readonly key: string | null;
  readonly paragraph: number;
  readonly sentence: number;
  readonly inline: boolean;
}

/** @param directives in order; @returns one place for each */
export function placeDirectives(directives: readonly FoundDirective[]): readonly Placed[] {
  const placed: Placed[] = [];
  for (let from = 0; from < directives.length;) {
    let to = from + 1;
    while (to < directives.length && !standsApart(directives[to]!, directives[to - 1]!)) to++;
    for (const place of placesOf(directives.slice(from, to), from)) placed.push(place);
    from = to;
  }
  return placed;
}

/** Nothing that somebody says is part of what somebody else said in paragraphs before. */
const standsApart = (a: FoundDirective, b: FoundDirective): boolean => a.paragraph !== b.paragraph && a.attribution !== b.attribution;

/** What somebody says, as it was placed last; kept with its first words. */
const placedBefore = perContent((_first: Wording) => ({ said: [] as readonly FoundDirective[], from: 0, places: [] as readonly Placed[] }));

/** Places for directives that stand apart from the others. @param from index of the first of them in the article */
function placesOf(said: readonly FoundDirective[], from: number): readonly Placed[] {
  const before = placedBefore(said[0]!.wording);
  if (!isSaidAlike(said, before.said)) {
    before.places = new Placing(said).run();
    before.said = said;
    before.from = 0;
  }
  const by = from - before.from;
  if (by !== 0) before.places = before.places.map(({ level, parent }) => ({ level, parent: parent === null ? null : parent + by }));
  before.from = from;
  return before.places;
}

/** Whether directives are the same ones, wherever they stand. */
function isSaidAlike(a: readonly FoundDirective[], b: readonly FoundDirective[]): boolean {
  if (a.length !== b.length) return false;
  const [first, other] = [a[0]!, b[0]!];
  return a.every((one, i) => {
    const two = b[i]!;
    return (
      one.wording === two.wording &&
      one.end - one.start === two.end - two.start &&
      one.sectionClass === two.sectionClass &&
      one.speaker === two.speaker &&
      one.paragraph - first.paragraph === two.paragraph - other.paragraph &&
      one.attribution - first.attribution === two.attribution - other.attribution &&
      one.sections - first.sections === two.sections - other.sections
    );
  });
}

/** Ranks that bear no number. */
const UNNUMBERED: ReadonlySet<Rank> = new Set<Rank>(['plain', 'head', 'theme', 'parallel']);

class Placing {
  readonly #directives: readonly FoundDirective[];
  readonly #placed: Placed[] = [];
  /** Open entries from the outside in. */
  #stack: Entry[] = [];

  constructor(directives: readonly FoundDirective[]) {
    this.#directives = directives;
  }

  run(): readonly Placed[] {
    this.#directives.forEach((directive, index) => {
      this.#closeBefore(index);
      const rank = this.#rankOf(index);
      const key = directive.wording.parallel?.key ?? null;
      const parent = this.#parentOf(directive, index, rank, key);
      while (this.#stack.length > 0 && this.#stack[this.#stack.length - 1] !== parent) this.#stack.pop();
      const level = Math.min(3, (parent?.level ?? 0) + 1);
      this.#stack.push({
        index,
        level,
        rank,
        key,
        paragraph: directive.paragraph,
        sentence: directive.wording.sentence,
        inline: directive.wording.inline,
      });
      // Under a head of level 3 there is no deeper level: siblings.
      this.#placed.push({
        level: level as 1 | 2 | 3,
        parent: parent && parent.level < 3 ? parent.index : parent ? this.#placed[parent.index]!.parent : null,
      });
    });
    return this.#placed;
  }

  /** What another speaker or a section closes. */
  #closeBefore(index: number): void {
    const directive = this.#directives[index]!;
    const before = this.#directives[index - 1];
    if (!before) return;
    if (before.attribution !== directive.attribution || before.speaker !== directive.speaker) this.#stack = [];
    if (before.sections === directive.sections) return;
    // A noun heading makes no level: what stands below it starts anew, inside heads of a higher class.
    const inside = directive.sectionClass === null ? 0 : ORDER.indexOf(directive.sectionClass);
    this.#stack = this.#stack.filter(({ rank }) => isHeadingClass(rank) && ORDER.indexOf(rank as EnumeratorClass) < inside);
  }

  #rankOf(index: number): Rank {
    const directive = this.#directives[index]!;
    const { enumerator, parallel } = directive.wording;
    if (enumerator) return enumerator.class;
    if (parallel) return 'parallel';
    if (isTheme(this.#directives, index)) return 'theme';
    return isHead(this.#directives, index) || this.#earlierAlike(directive) ? 'head' : 'plain';
  }

  #parentOf(directive: FoundDirective, index: number, rank: Rank, key: string | null): Entry | null {
    const alike = rank === 'head' ? this.#earlierAlike(directive) : null;
    if (alike) return this.#around(alike);
    if (rank === 'plain' || rank === 'head' || rank === 'theme') return this.#parentOfSentence(directive, index);
    // A sibling of the same class closes everything inside the one before it.
    const sibling = this.#stack.findLast(entry => entry.rank === rank && entry.key === key);
    if (sibling) return this.#around(sibling);
    return this.#stack.findLast(entry => this.#holdsItem(entry, directive, rank)) ?? null;
  }

  /** What holds the entry. */
  #around(entry: Entry): Entry | null {
    return this.#stack[this.#stack.indexOf(entry) - 1] ?? null;
  }

  /** A numbered item, or a head built like others, stands under this entry. */
  #holdsItem(entry: Entry, { paragraph }: FoundDirective, rank: Rank): boolean {
    const head = this.#directives[entry.index]!;
    const here = entry.paragraph === paragraph;
    if (entry.rank === 'head') return here || head.wording.finished || (rank === 'parallel' && holdsParagraphs(head, entry.rank));
    if (rank === 'parallel' && holdsParagraphs(head, entry.rank)) return true;
    if (UNNUMBERED.has(entry.rank)) return entry.rank === 'parallel' && here;
    return rank === 'parallel' ? here : ORDER.indexOf(entry.rank as EnumeratorClass) < ORDER.indexOf(rank as EnumeratorClass);
  }

  #parentOfSentence(directive: FoundDirective, index: number): Entry | null {
    for (let i = this.#stack.length - 1; i >= 0; i--) {
      const entry = this.#stack[i]!;
      // Parts behind a semicolon stay beside the part before them.
      if (entry.rank === 'plain' && this.#isNextPart(entry, directive, index)) return this.#stack[i - 1] ?? null;
      if (this.#holdsSentence(entry, directive, index)) return entry;
    }
    return null;
  }

  #isNextPart(entry: Entry, { wording, paragraph }: FoundDirective, index: number): boolean {
    return entry.index === index - 1 && !wording.opensSentence && entry.paragraph === paragraph && entry.sentence === wording.sentence;
  }

  /** A sentence, or a part of one, without a number stands under this entry. */
  #holdsSentence(entry: Entry, directive: FoundDirective, index: number): boolean {
    const { rank } = entry;
    if (rank === 'plain') return false;
    if (entry.paragraph !== directive.paragraph) return !UNNUMBERED.has(rank) && holdsParagraphs(this.#directives[entry.index]!, rank);
    if (rank === 'theme' && traitsOf(directive.wording).opensWithModal) return false;
    // A list that is one sentence (一是…；二是…。) is over when the sentence is.
    if (rank !== 'head' && entry.inline && entry.sentence !== directive.wording.sentence) return false;
    return !this.#endsList(entry, index);
  }

  /** Behind the last item of a list whose other items are one sentence each, a further sentence is no part of that item. */
  #endsList(entry: Entry, index: number): boolean {
    const item = this.#directives[entry.index]!;
    const { enumerator } = item.wording;
    if (!enumerator || enumerator.value < 2 || !this.#directives[index]!.wording.opensSentence || isHeadingClass(entry.rank)) return false;
    const isSibling = (at: number): boolean => this.#directives[at]!.wording.enumerator?.class === enumerator.class;
    const inParagraph = (at: number): boolean => this.#directives[at]?.paragraph === item.paragraph;
    let previous = entry.index - 1;
    while (
      previous >= Math.max(0, entry.index - LOOKAHEAD) &&
      inParagraph(previous) &&
      !(isSibling(previous) && this.#placed[previous]!.level === entry.level)
    )
      previous--;
    if (!inParagraph(previous) || (previous + 1 < entry.index && this.#placed[previous + 1]!.parent === previous)) return false;
    for (let i = index + 1; i < index + LOOKAHEAD && inParagraph(i); i++) if (isSibling(i)) return false;
    return true;
  }

  /** The head of this paragraph, or of one before, whose form the directive repeats: 要在“快”字上下功夫, 要在“严”字上动真格. */
  #earlierAlike({ wording }: FoundDirective): Entry | null {
    const { form } = traitsOf(wording);
    return form === null
      ? null
      : (this.#stack.find(entry => entry.rank === 'head' && traitsOf(this.#directives[entry.index]!.wording).form === form) ?? null);
  }
}

/** A heading, or an item that is nothing but its headline, holds the paragraphs below it. */
function holdsParagraphs({ wording, start, end }: FoundDirective, rank: Rank): boolean {
  return wording.heading || (wording.finished && isHeadingClass(rank) && end - start <= LONGEST_HEADLINE);
}

const isHeadingClass = (rank: Rank): boolean => rank === 'chapter' || rank === 'han' || rank === 'bracketed-han';
