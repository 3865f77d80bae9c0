/**
 * A long text is read in stretches, each as an article of its own and kept by its content: so an edit costs one stretch, however long
 * the text is. Names, speakers and counts reach as far as their stretch.
 */
import { detached } from '../base/memo';
import type { Finding } from '../base/finding';
import type { Article } from '../article/article';
import { parseArticle } from '../article/parse';
import type { Language } from '../language/language';
import { foldForLookup } from '../language/script';
import { buildOutline } from '../outline/build';
import { checkOutline } from '../outline/check';
import type { Outline } from '../outline/outline';
import type { Official } from '../people/official';
import { findOfficials } from '../people/officials';
import type { Reading } from '../reading/reading';
import { checkSentences } from '../sentences/check';
import { findSlogans } from '../slogans/find';
import type { Slogan } from '../slogans/slogan';

/** A text up to this length (UTF-16 units; a national report has 32,000) is one article. */
const WHOLE = 48_000;
/** Longer ones are cut where a paragraph begins after this many units … */
const SHORTEST = 16_000;
/** … or, where no good place comes, at a line break before this many. A line is never cut. */
const LONGEST = 48_000;
/** A line that is no heading: a stretch that begins with it does not take it for a title. */
const BODY_LINE = 40;
/** What stands before the line break when a paragraph is complete: a final mark, or the break of an empty line. */
const ENDS = new Set([...'。！？”’」）\n\r'].map(mark => mark.charCodeAt(0)));

/** What the floors above the Reading make of one text. Everything is computed when first asked for. Reading offsets; findings in source offsets. */
export class Stretch {
  readonly reading: Reading;
  readonly #language: Language;
  #earlier: { article?: Article; outline?: Outline };
  #article: Article | undefined;
  #outline: Outline | undefined;
  #officials: readonly Official[] | undefined;
  #slogans: readonly Slogan[] | undefined;
  #checks: readonly Finding[] | undefined;

  /** @param earlier an earlier version of the same text */
  constructor(reading: Reading, language: Language, earlier?: Stretch) {
    this.reading = reading;
    this.#language = language;
    // Only results are kept, so that no chain of versions stays alive.
    this.#earlier = earlier ? { article: earlier.#article ?? earlier.#earlier.article, outline: earlier.#outline ?? earlier.#earlier.outline } : {};
  }

  get article(): Article {
    if (!this.#article) {
      this.#article = parseArticle(this.reading, this.#language, this.#earlier.article);
      this.#earlier = { outline: this.#earlier.outline };
    }
    return this.#article;
  }

  get outline(): Outline {
    if (!this.#outline) {
      this.#outline = buildOutline(this.article, this.#language, this.#earlier.outline);
      this.#earlier = {};
    }
    return this.#outline;
  }

  get officials(): readonly Official[] {
    return (this.#officials ??= findOfficials(this.article));
  }

  get slogans(): readonly Slogan[] {
    return (this.#slogans ??= findSlogans(this.article, this.#language));
  }

  /** Cut sentences and outline checks. */
  get checks(): readonly Finding[] {
    return (this.#checks ??= [...checkSentences(this.article, this.#language), ...checkOutline(this.outline, this.article)]);
  }
}

/** A stretch and where it stands. */
export interface PlacedStretch {
  readonly stretch: Stretch;
  /** Reading offset. */
  readonly start: number;
  /** Line of the Reading. */
  readonly line: number;
}

/**
 * The stretches of a Reading in order; one for a text of ordinary length. Where they are cut depends on the text alone.
 * @param earlier those of an earlier version: what is unchanged is taken over
 */
export function stretchesOf(reading: Reading, language: Language, earlier: readonly PlacedStretch[] = []): readonly PlacedStretch[] {
  const { text } = reading;
  if (text.length <= WHOLE) return [{ stretch: new Stretch(reading, language, earlier.length === 1 ? earlier[0]!.stretch : undefined), start: 0, line: 0 }];
  const known = new Map(earlier.map(placed => [placed.stretch.reading.text, placed]));
  const starts = cuts(text);
  let line = 0;
  return starts.map((start, i) => {
    const own = text.slice(start, i + 1 < starts.length ? lineBreakBefore(text, starts[i + 1]!) : text.length), same = known.get(own), at = line;
    line += linesOf(own);
    if (same?.start === start && same.line === at) return same;
    return { stretch: same?.stretch ?? new Stretch(plainReading(detached(own)), language, earlier[i]?.stretch), start, line: at };
  });
}

/** Where stretches begin, the first at 0. */
function cuts(text: string): number[] {
  const starts = [0];
  for (let start = 0; text.length - start > LONGEST;) {
    let cut = -1;
    for (let at = text.indexOf('\n', start + SHORTEST) + 1; at > 0 && (cut < 0 || at - start <= LONGEST); at = text.indexOf('\n', at) + 1) {
      cut = at;
      const end = text.indexOf('\n', at);
      // A property of the line itself decides, so that after an edit the old places are soon found again.
      if (end - at >= BODY_LINE && ENDS.has(text.charCodeAt(at - 2)) && (text.charCodeAt(at + 7) + text.charCodeAt(at + 11)) % 4 === 0) break;
    }
    if (cut < 0 || cut >= text.length) break;
    starts.push(cut);
    start = cut;
  }
  return starts;
}

/** Where the line break before a line begins: a stretch ends without it. */
function lineBreakBefore(text: string, start: number): number {
  return text.charCodeAt(start - 2) === 0x0d ? start - 2 : start - 1;
}

function linesOf(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** A text that is its own Reading: a stretch is cut from what was repaired before. */
function plainReading(text: string): Reading {
  let folded: string | undefined;
  return {
    source: text, text, findings: [], edits: [],
    get folded() { return (folded ??= foldForLookup(text)); },
    toSource: offset => offset,
    toSourceRange: (start, end) => ({ start, end }),
    fromSource: offset => offset,
  };
}
