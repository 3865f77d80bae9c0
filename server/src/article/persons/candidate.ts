/**
 * A stretch of a line that may be a name of a family name and one or two more characters, and what
 * speaks against it. Offsets are into one folded line.
 */
import { UnitSet } from '../../base/unitSet';
import type { WordList } from '../../language/language';
import { isHan, isTitled, type Left, type Right } from './neighbours';

/** Words that join one person to another. */
export const JOINING = new UnitSet(['和与及']);
/** A word that is more frequent than this in the word list is likelier than a name that crosses it. */
export const USUAL = 300;
/** Tags of words that say how something is done, and join or lead up to others. */
export const ADVERBIAL = /^(?:d|ad|c|p)$/;

/** A candidate, with the facts about it that several reasons need. */
export class Candidate {
  readonly whole: string;
  /** Part of speech of the whole; undefined for what the word list lacks. */
  readonly tag: string | undefined;
  readonly titled: boolean;
  /**
   * True between a name of a series and a mark, or the next one's title, where there is room for
   * nothing but a name: 副总经理车水马、总会计师查无遗,.
   */
  readonly closed: boolean;
  /** True where title or list leads up to a name and what follows is said of persons. */
  readonly secured: boolean;
  readonly long: boolean;

  constructor(
    readonly line: string,
    readonly start: number,
    readonly end: number,
    readonly left: Left,
    readonly right: Right,
    readonly words: WordList,
  ) {
    this.whole = line.slice(start, end);
    this.tag = words.tag(this.whole);
    this.long = end - start === 3;
    this.titled = isTitled(left);
    this.closed =
      (left.parallel === true || (left.kind === 'list' && left.standing === 'official')) &&
      right.strong &&
      (!this.goesOn(1) || line[end] === '等');
    this.secured = right.appointed === true || (this.titled && ((right.strong && (right.acts || !left.plural)) || left.parallel === true));
  }

  /** True where at least `count` Chinese characters follow. */
  goesOn(count: number): boolean {
    return isHan(this.line, this.end, this.end + count);
  }

  get first(): number {
    return this.line.charCodeAt(this.start);
  }

  get last(): number {
    return this.line.charCodeAt(this.end - 1);
  }

  /** The first two characters. */
  get begin(): string {
    return this.line.slice(this.start, this.start + 2);
  }

  /** Everything behind the first character. */
  get rest(): string {
    return this.line.slice(this.start + 1, this.end);
  }

  /** How usual the word is that begins `before` the end and ends `behind` it. */
  crossing(behind: number): number {
    return this.words.frequency(this.line.slice(this.end - 1, this.end + behind));
  }
}
