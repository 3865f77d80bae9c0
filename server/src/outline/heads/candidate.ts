/** A directive with those behind it: what they tell about its being their head. */
import type { FoundDirective } from '../directives/directives';
import { COUNTED_KEY } from '../directives/units';
import type { Wording } from '../directives/wording';
import { hasSubject, traitsOf } from './traits';

/** How many directives around one are looked at. */
export const LOOKAHEAD = 64;
/** Longest general formula, in Han characters. */
export const FORMULA = 20;
/** Longest formula of the kind 认识要再深化, in Han characters. */
export const PATTERN_FORMULA = 32;
/** Longest order that the next sentence spells out, in Han characters. */
const THEME = 14;
/** Longest announcement that one item more or less fulfils too, in Han characters. */
const NEAR_ANNOUNCEMENT = 24;
/** Longest announcement of numbered paragraphs, in Han characters. */
export const ANNOUNCEMENT = 40;
/** So many sentences spell out even a formula of two clauses. */
const LONG_LIST = 4;
/** How much longer than a formula the sentences that spell it out are on average. */
const LONGER = 1.3;
/** Least length of the longest of them, in Han characters. */
const SPELLED_OUT = 22;
/** So many of those told in a row divide a formula among them. */
const DIVIDED_AMONG = 3;

/** A directive with the one behind it. */
export class Candidate {
  readonly traits: ReturnType<typeof traitsOf>;
  readonly wording: Wording;
  /** The next directive stands in the same paragraph. */
  readonly follows: boolean;
  /** No directive of the paragraph stands before it. */
  readonly leads: boolean;
  readonly #directives: readonly FoundDirective[];
  readonly #index: number;
  readonly #next: FoundDirective;

  constructor(directives: readonly FoundDirective[], index: number, next: FoundDirective) {
    const directive = directives[index]!;
    this.#directives = directives;
    this.#index = index;
    this.#next = next;
    this.wording = directive.wording;
    this.traits = traitsOf(directive.wording);
    this.follows = next.paragraph === directive.paragraph;
    this.leads = directives[index - 1]?.paragraph !== directive.paragraph;
  }

  get #directive(): FoundDirective {
    return this.#directives[this.#index]!;
  }

  get numbered(): boolean {
    return this.wording.enumerator !== null;
  }

  get numbersFollow(): boolean {
    return this.#next.wording.enumerator !== null;
  }

  get countedHeadFollows(): boolean {
    return this.#next.wording.parallel?.key === COUNTED_KEY;
  }

  get firstNumberFollows(): boolean {
    return this.#next.wording.enumerator?.value === 1;
  }

  /** It opens a sentence, and what follows is another one of the paragraph. */
  get ownSentence(): boolean {
    return this.follows && this.wording.opensSentence && this.wording.sentence !== this.#next.wording.sentence;
  }

  /** Somebody else's directive stands before it in the paragraph, or none. */
  get opensSaying(): boolean {
    return this.leads || this.#directives[this.#index - 1]?.attribution !== this.#directive.attribution;
  }

  /** The next directive is the next sentence: nothing else is said between. */
  get adjoined(): boolean {
    return this.#next.wording.sentence === this.wording.sentence + 1;
  }

  /** Short enough for a formula. */
  get brief(): boolean {
    const { han, pattern, listing } = this.traits;
    return han <= (pattern ? PATTERN_FORMULA : FORMULA) && (pattern || !listing);
  }

  /** How many directives of the next one's rank follow in the paragraph, or as numbered paragraphs. */
  get followers(): number {
    const { attribution, paragraph } = this.#directive;
    const list = this.#next.wording.enumerator?.class;
    let count = 0;
    for (let i = this.#index + 1; i < Math.min(this.#directives.length, this.#index + LOOKAHEAD); i++) {
      const other = this.#directives[i]!;
      if (other.attribution !== attribution) break;
      if (list ? other.wording.enumerator?.class === list : other.paragraph === paragraph) count++;
      else if (!list) break;
    }
    return count;
  }

  /** As many items as announced follow, or nearly so many behind a short announcement. */
  get fulfilled(): boolean {
    const { count, han } = this.traits;
    const items = this.followers;
    return count !== null && (items === count || (han <= NEAR_ANNOUNCEMENT && Math.abs(items - count) <= 1 && items >= 2));
  }

  /** As many directives as announced follow in the paragraph, all built alike: 要把住…。要管住…。 */
  get parallels(): boolean {
    const { count } = this.traits;
    const items = this.#directives.slice(this.#index + 1, this.#index + 1 + (count ?? 0));
    const verb = ({ wording }: FoundDirective): string => wording.folded.slice(wording.verb, wording.verb + 1);
    return items.length === count && items.every(item => item.paragraph === this.#directive.paragraph && verb(item) === verb(items[0]!));
  }

  /** All that follows in the paragraph tells somebody, or about something, each: 属地要…；部门要…；库区学校停开夜课。 */
  get dividedAmong(): boolean {
    const { paragraph, attribution } = this.#directive;
    let i = this.#index + 1;
    while (
      this.#directives[i]?.paragraph === paragraph &&
      this.#directives[i]!.attribution === attribution &&
      hasSubject(this.#directives[i]!.wording)
    )
      i++;
    return i - this.#index > DIVIDED_AMONG && this.#directives[i]?.paragraph !== paragraph;
  }

  /**
   * The next sentence has parts, each about somebody or something: 水利局储备沙袋；各镇演练一次。
   * Behind it the paragraph ends, or another 要 comes.
   */
  get dividedInto(): boolean {
    const { sentence } = this.#next.wording;
    let i = this.#index + 1;
    for (; this.#isPart(i, sentence); i++)
      if (traitsOf(this.#directives[i]!.wording).goesOn || this.#directives[i]!.wording.enumerator) return false;
    const parts = i - this.#index - 1;
    const behind = this.#directives[i];
    const ends = behind?.paragraph !== this.#directive.paragraph;
    if (!ends && !traitsOf(behind!.wording).goesOn) return false;
    return parts >= DIVIDED_AMONG || (parts === DIVIDED_AMONG - 1 && ends && this.traits.han <= FORMULA);
  }

  /** What the next ones are about stands in a list here: 抓好清渠、补林、修路。清渠方面，…。补林方面，…。 */
  get listsTopics(): boolean {
    const { folded } = this.wording;
    if (!folded.includes('、')) return false;
    const named = (i: number): boolean => {
      const other = this.#directives[i];
      const topic = other?.paragraph === this.#directive.paragraph ? traitsOf(other.wording).topic : null;
      return topic !== null && folded.includes(topic);
    };
    return named(this.#index + 1) && named(this.#index + 2);
  }

  /** Another of its form follows in the paragraph, with something said between. */
  get repeated(): boolean {
    const { form } = this.traits;
    if (form === null || this.#form(this.#index + 1) === form) return false;
    for (let i = this.#index + 2; i < this.#index + LOOKAHEAD && this.#directives[i]?.paragraph === this.#directive.paragraph; i++)
      if (this.#form(i) === form && this.#directives[i]!.attribution === this.#directive.attribution) return true;
    return false;
  }

  #form(i: number): string | null {
    return traitsOf(this.#directives[i]!.wording).form;
  }

  #isPart(i: number, sentence: number): boolean {
    const other = this.#directives[i];
    return other?.paragraph === this.#directive.paragraph && other.wording.sentence === sentence;
  }

  /** One sentence that tells nobody anything stands between a short order and the one that tells those addressed. */
  get reasonBetween(): boolean {
    const { wording } = this.#next;
    return wording.sentence === this.wording.sentence + 2 && this.traits.han <= THEME && hasSubject(wording) && this.spelledOut;
  }

  /** Its parts are the next sentence. */
  get opensList(): boolean {
    return (
      this.ownSentence &&
      this.opensSaying &&
      this.adjoined &&
      this.traits.opensWithModal &&
      this.traits.han <= ANNOUNCEMENT &&
      this.dividedInto
    );
  }

  /** What follows is another of its kind: 要在“快”字上…。要在“实”字上…。 */
  get goesOnAlike(): boolean {
    const { formula, goesOn } = traitsOf(this.#next.wording);
    return formula || (goesOn && this.traits.form === null);
  }

  /** The rest of the paragraph says more than it, and longer. */
  get spelledOut(): boolean {
    const { paragraph, attribution } = this.#directive;
    const { han, severalClauses } = this.traits;
    let total = 0;
    let followers = 0;
    let longest = 0;
    for (let i = this.#index + 1; this.#directives[i]?.paragraph === paragraph && this.#directives[i]!.attribution === attribution; i++) {
      const size = traitsOf(this.#directives[i]!.wording).han;
      total += size;
      longest = Math.max(longest, size);
      followers++;
    }
    // 要深入宣传条例，营造氛围。 has said already what it means, unless much follows.
    if (severalClauses && followers < LONG_LIST) return false;
    return total / followers >= han * LONGER && longest >= SPELLED_OUT;
  }

  /** A short order that the next sentence, without 要, spells out. */
  get theme(): boolean {
    const { han, opensWithModal, severalClauses, listing } = this.traits;
    const { wording } = this.#next;
    return (
      this.ownSentence &&
      this.adjoined &&
      (wording.modal === null || wording.verb < wording.folded.indexOf(wording.modal)) &&
      opensWithModal &&
      !severalClauses &&
      !listing &&
      han <= THEME &&
      traitsOf(wording).han >= han * LONGER
    );
  }
}

/** Null where nothing of the same saying follows. */
export function candidateAt(directives: readonly FoundDirective[], index: number): Candidate | null {
  const next = directives[index + 1];
  return next && next.attribution === directives[index]!.attribution ? new Candidate(directives, index, next) : null;
}
