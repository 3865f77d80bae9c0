/**
 * A long text is read in stretches, each as an article of its own and kept by its content: so an edit costs one stretch, however long
 * the text is. Names, speakers and counts reach as far as their stretch.
 */
import { detached } from '../base/detached';
import { Content } from '../base/memo';
import { applyEdits, OffsetMap } from '../base/edits';
import type { Edit, Finding } from '../base/finding';
import type { Article } from '../article/article';
import { articleInPieces } from '../article/parse';
import { drained } from '../base/pieces';
import type { Language } from '../language/language';
import { foldForLookup } from '../language/script';
import { outlineInPieces } from '../outline/build';
import { checkOutline } from '../outline/check';
import type { Outline } from '../outline/outline';
import type { Official } from '../people/official';
import { findOfficials } from '../people/officials';
import type { Reading } from '../reading/reading';
import { checkSentences } from '../sentences/check';
import { findSlogans } from '../slogans/find';
import type { Slogan } from '../slogans/slogan';
import type { ArticleContent } from '../workspace/content';

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

/**
 * What the floors above the Reading make of one text. Everything is computed when first asked
 * for. Reading offsets; findings in source offsets.
 */
export class Stretch extends Content implements ArticleContent {
  readonly reading: Reading;
  readonly #language: Language;
  /** That of an earlier version, until this one has its own: no chain of versions stays alive. */
  #earlier: Article | undefined;
  #article: Article | undefined;
  #outline: Outline | undefined;
  #officials: readonly Official[] | undefined;
  #slogans: readonly Slogan[] | undefined;
  #checks: readonly Finding[] | undefined;

  /** @param earlier an earlier version of the same text */
  constructor(reading: Reading, language: Language, earlier?: Stretch) {
    super();
    this.reading = reading;
    this.#language = language;
    this.#earlier = earlier && (earlier.#article ?? earlier.#earlier);
  }

  get source(): string {
    return this.reading.source;
  }

  get article(): Article {
    return this.#article ?? drained(this.#parse());
  }

  get outline(): Outline {
    return this.#outline ?? drained(this.#build());
  }

  get officials(): readonly Official[] {
    return (this.#officials ??= findOfficials(this.article));
  }

  get slogans(): readonly Slogan[] {
    return (this.#slogans ??= findSlogans(this.article, this.#language));
  }

  /** See `ParsedArticle.prepare`. */
  *prepare(part: 'findings' | 'everything'): Generator<void, void> {
    if (!this.#article) yield* this.#parse();
    yield;
    if (!this.#outline) yield* this.#build();
    yield;
    void this.checks;
    yield;
    if (part === 'findings') return;
    void this.slogans;
    yield;
  }

  *#parse(): Generator<void, Article> {
    const article = yield* articleInPieces(this.reading, this.#language, this.#earlier);
    this.#earlier = undefined;
    // Whoever asked between two pieces has its results, which are shared.
    return (this.#article ??= article);
  }

  *#build(): Generator<void, Outline> {
    const outline = yield* outlineInPieces(this.article, this.#language);
    return (this.#outline ??= outline);
  }

  /** Cut sentences and outline checks. */
  get checks(): readonly Finding[] {
    return (this.#checks ??= [...checkSentences(this.article, this.#language), ...checkOutline(this.outline, this.article)]);
  }
}

/** A stretch and where it stands in the whole text. */
export interface PlacedStretch {
  readonly stretch: Stretch;
  /** Reading offset. */
  readonly start: number;
  /** Source offset. */
  readonly sourceStart: number;
  /** Line of the Reading. */
  readonly line: number;
}

/**
 * The stretches of a Reading in order; one for a text of ordinary length. Where they are cut depends on the text and its repairs alone.
 * @param earlier those of an earlier version: what is unchanged is taken over
 */
export function stretchesOf(reading: Reading, language: Language, earlier: readonly PlacedStretch[] = []): readonly PlacedStretch[] {
  if (reading.text.length <= WHOLE)
    return [
      {
        stretch: new Stretch(reading, language, earlier.length === 1 ? earlier[0]!.stretch : undefined),
        start: 0,
        sourceStart: 0,
        line: 0,
      },
    ];
  const pieces = piecesOf(reading);
  let line = 0;
  return pieces.map((piece, i) => {
    const { start, end, sourceStart } = piece;
    const source = reading.source.slice(sourceStart, piece.sourceEnd);
    const at = line;
    line += linesIn(reading.text, start, end);
    // An edit lies between stretches that keep their number from the beginning and others that keep it from the end.
    const same = [earlier[i], earlier[i + earlier.length - pieces.length]].find(
      other => other && other.stretch.source === source && sameEdits(other.stretch.reading.edits, piece.edits),
    );
    if (same?.start === start && same.sourceStart === sourceStart && same.line === at) return same;
    const stretch =
      same?.stretch ?? new Stretch(new PieceReading(detached(source), piece.edits), language, (earlier[i] ?? earlier.at(-1))?.stretch);
    return { stretch, start, sourceStart, line: at };
  });
}

/** A part of a Reading, without the line break behind it. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly sourceStart: number;
  readonly sourceEnd: number;
  /** The edits that make it from its source. Offsets from `sourceStart`. */
  readonly edits: readonly Edit[];
}

function piecesOf({ text, edits }: Reading): Piece[] {
  const map = new OffsetMap(edits);
  const starts = cuts(text, map);
  let next = 0;
  return starts.map((start, i) => {
    const end = i + 1 < starts.length ? lineBreakBefore(text, starts[i + 1]!) : text.length;
    const sourceStart = map.toSource(start, 'start');
    const sourceEnd = Math.max(sourceStart, map.toSource(end, 'end'));
    const own: Edit[] = [];
    // What was put in or taken out at a seam belongs to neither side.
    while (next < edits.length && (edits[next]!.start < sourceStart || map.targetOf(next) < start)) next++;
    for (; next < edits.length && edits[next]!.end <= sourceEnd && map.targetOf(next) + edits[next]!.newText.length <= end; next++) {
      const edit = edits[next]!;
      own.push({ start: edit.start - sourceStart, end: edit.end - sourceStart, newText: edit.newText });
    }
    return { start, end, sourceStart, sourceEnd, edits: own };
  });
}

/** Where stretches begin, the first at 0: never inside a replacement, so that each has a source of its own. */
function cuts(text: string, map: OffsetMap): number[] {
  const starts = [0];
  for (let start = 0; text.length - start > LONGEST;) {
    let cut = -1;
    for (let at = text.indexOf('\n', start + SHORTEST) + 1; at > 0 && (cut < 0 || at - start <= LONGEST); at = text.indexOf('\n', at) + 1) {
      const seam = lineBreakBefore(text, at);
      const whole = map.toWholeRange(seam, at);
      if (whole.start < seam || whole.end > at) continue;
      cut = at;
      if (isGoodCut(text, at)) break;
    }
    if (cut < 0 || cut >= text.length) break;
    starts.push(cut);
    start = cut;
  }
  return starts;
}

/**
 * Whether a stretch does well to begin with the line at `at`: running text behind a complete paragraph. Of such lines one in four is
 * taken, which two characters of the line itself choose (any two would do): so after an edit the old places are soon found again.
 */
function isGoodCut(text: string, at: number): boolean {
  const isBody = text.indexOf('\n', at) - at >= BODY_LINE;
  return isBody && ENDS.has(text.charCodeAt(at - 2)) && (text.charCodeAt(at + 7) + text.charCodeAt(at + 11)) % 4 === 0;
}

/** Where the line break before a line begins: a stretch ends without it. */
function lineBreakBefore(text: string, start: number): number {
  return text.charCodeAt(start - 2) === 0x0d ? start - 2 : start - 1;
}

/** How many lines begin in a part of a text that begins with one. */
function linesIn(text: string, start: number, end: number): number {
  let count = 1;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function sameEdits(a: readonly Edit[], b: readonly Edit[]): boolean {
  return (
    a.length === b.length && a.every((edit, i) => edit.start === b[i]!.start && edit.end === b[i]!.end && edit.newText === b[i]!.newText)
  );
}

/** The Reading of a piece. Its damage is told by the Reading that it was cut from. */
class PieceReading implements Reading {
  readonly source: string;
  readonly text: string;
  readonly edits: readonly Edit[];
  readonly findings: readonly Finding[] = [];
  readonly #map: OffsetMap;
  #folded: string | undefined;

  constructor(source: string, edits: readonly Edit[]) {
    this.source = source;
    this.text = applyEdits(source, edits);
    this.edits = edits;
    this.#map = new OffsetMap(edits);
  }

  get folded(): string {
    return (this.#folded ??= foldForLookup(this.text));
  }

  toSourceRange(start: number, end: number): { readonly start: number; readonly end: number } {
    return this.#map.toSourceRange(start, end);
  }

  fromSource(offset: number, bias?: 'start' | 'end'): number {
    return this.#map.toTarget(offset, bias);
  }
}
