/** Hard line breaks inside sentences: which lines go on in the next one. */
import type { CharacterModel } from '../../language/characterModel';
import { isCloser, isFinalMark, isOpener, isSpace } from '../characters';
import type { DraftLine } from './draftLine';
import { clauseEnd, continuation, EVEN } from './flow';
import { isPageFurniture } from './pageBreaks';

/** Least width of wrapped text, in cells. */
const NARROWEST = 18;
/** Greatest width of wrapped text, in cells. */
const WIDEST = 400;
/** By how many cells a full line may miss the width: fonts and indents differ. */
const SLACK = 2;
/** By how many cells a line may miss the width and still be nearly full. */
const LOOSE = 6;
/** By how many cells a mark that may not begin a line can hang over its end. */
const HANG = 4;
/** Evidence (log odds) from which on a text is taken for wrapped. */
const WRAPPED = 5;
/** Evidence (log odds) from which on two lines are taken for one. */
const JOINED = 1.5;
/** Evidence of one more line of running text that is full: lines of headlines have no marks inside. */
const RUNNING = 1;
/** Titles may be wider than the text below them. */
const HEAD_LINES = 2;
/** Log odds that two lines are one, by the layout: in a text without one width. */
const RAGGED = 7;
/** Log odds that two lines are one where paragraphs are set apart, and these two lines are not. */
const SET_APART = 3;
/** Log odds that two lines are one where lines break at commas, and the upper one ends with one. */
const BY_CLAUSES = 5;
/** Log odds that two lines are one where the upper line is nearly full. */
const LOOSELY_FULL = 2;
/** Log odds that two lines are one where a link or a name is set apart inside a sentence. */
const INSET = 3;
/** Log odds that two lines are one where the layout shows nothing. */
const PLAIN = -2;
/** Log odds that two lines are one where other lines stand between the two. */
const APART = -4;
/** Log odds that two lines are one where the lower line opens a paragraph. */
const OPENS = -4;
/** Log odds that two lines are one where the upper line is a numbered heading. */
const HEADED = -4;
/** Log odds that two lines are one where one of the two has a kind of its own, such as a date line. */
const LABELLED = -4;
/** How many lines must go on below, by their words alone, for a text without one width to be wrapped. */
const RAGGED_LINES = 4;
/** How much evidence all of its unfinished lines must give together. */
const RAGGED_TEXT = 8;
/** Share of them that falls short of the width of the others; where fewer do, a line that is not full was cut. */
const RAGGED_SHARE = 0.3;
/** Below this a line does not lead on to the next one: the two have nothing to do with each other. */
const STRANGE = -1.2;
/** What can stand between two pages: at most this many lines. */
const PAGE_BREAK = 6;

/** A line and the text line that comes next: right below, or over a page break. */
interface Pair {
  readonly upper: number;
  readonly lower: number;
  /** Evidence of the character model that the lower line goes on with the upper one. */
  readonly flow: number;
}

/**
 * Marks the lines whose sentence goes on in the next one, and those between the two where a page break parts them. Two things decide:
 * the layout (lines are full: the first word of the next line had no room; paragraphs are set apart by blank lines or indents and
 * these two lines are not) and the words (what the character model expects at the end of the upper line). Lines of wrapped text that
 * look like a date line or a by-line by themselves are none.
 */
export function joinLines(lines: readonly DraftLine[], model: CharacterModel): void {
  const pairs = findPairs(lines, model);
  if (pairs.length === 0) return;
  const width = wrapWidth(lines, pairs);
  const layout = layoutOf(lines, isRagged(lines, pairs, width, model));
  for (const pair of pairs) {
    if (!goesOn(lines, pair, width, layout, model)) continue;
    for (let i = pair.upper; i < pair.lower; i++) lines[i]!.joinsNext = true;
    if (width > 0)
      for (const i of [pair.upper, pair.lower])
        if (lines[i]!.kind !== null) {
          lines[i]!.kind = null;
          lines[i]!.reason = '';
        }
  }
  markWrapped(lines);
}

/** Tells the sentences over several lines that are running text from headlines on two lines. */
function markWrapped(lines: readonly DraftLine[]): void {
  for (let from = 0, to = 0; from < lines.length; from = to + 1) {
    let running = false;
    for (to = from; to < lines.length; to++) {
      running ||= /[,;。]/.test(lines[to]!.folded);
      if (!lines[to]!.joinsNext) break;
    }
    if (to > from && running) for (let i = from; i <= to && i < lines.length; i++) lines[i]!.wrapped = true;
  }
}

/** Blank lines, rows of columns and lines without words hold no sentence. */
const isText = (line: DraftLine): boolean =>
  line.kind !== 'blank' && line.kind !== 'table-row' && !isPageFurniture(line) && (line.kind !== 'chrome' || line.shape.han > 0);
/** Nothing is needed behind it. */
const ended = ({ shape }: DraftLine): boolean => shape.ending === 'final' || shape.ending === 'colon' || shape.ending === 'semicolon';

/** 三、要弄明白劲往哪里使: of one width with others by chance. */
const isNumberedHeading = ({ shape }: DraftLine): boolean => shape.ending === 'none' && !shape.running && shape.enumerator !== null;

/** The line is a list item; an interpunct at its beginning may also stand inside a name that the line break parts. */
const isItem = (line: DraftLine, above: DraftLine | undefined): boolean =>
  line.shape.bullet &&
  (line.shape.prose.text[0] !== '·' || above === undefined || ended(above) || isSpace(line.shape.prose.text.charCodeAt(1)));

function findPairs(lines: readonly DraftLine[], model: CharacterModel): readonly Pair[] {
  const pairs: Pair[] = [];
  let upper = -1;
  lines.forEach((line, lower) => {
    if (!isText(line)) return;
    const above = lines[upper];
    const item = isItem(line, above);
    if (above && lower - upper <= PAGE_BREAK && !item && line.shape.start <= Math.max(above.shape.start, 1)) {
      pairs.push({ upper, lower, flow: ended(above) ? 0 : continuation(model, above.shape.prose.text, line.shape.prose.text) });
    }
    upper = item ? -1 : lower;
  });
  return pairs;
}

/** Cells of what cannot be parted at the beginning of a line: a Han character with the marks around it, or a Latin word or number. */
function firstWord({
  shape: {
    prose: { text },
  },
}: DraftLine): number {
  let cells = 0;
  let i = 0;
  const cellsAt = (at: number): number => (text.charCodeAt(at) < 0x2000 ? 1 : 2);
  while (i < text.length && isOpener(text.charCodeAt(i))) cells += cellsAt(i++);
  if (i < text.length && text.charCodeAt(i) > 0x2fff) cells += cellsAt(i++);
  else
    while (i < text.length && text.charCodeAt(i) > 0x20 && text.charCodeAt(i) < 0x2000) {
      cells++;
      i++;
    }
  while (i < text.length && startsNoLine(text.charCodeAt(i))) cells += cellsAt(i++);
  return cells;
}

const startsNoLine = (code: number): boolean => isCloser(code) || isFinalMark(code) || '，、；：,;:·'.includes(String.fromCharCode(code));

/** A mark stands inside the line. */
const isRunning = ({ folded }: DraftLine): boolean => /[,;。、]./.test(folded);

/** The lower line's first word had no room in the upper line, give or take some cells. */
function isFull(upper: DraftLine, lower: DraftLine, width: number, slack = SLACK): boolean {
  const { cells } = upper.shape;
  return cells <= width + HANG && cells + firstWord(lower) > width - slack;
}

/**
 * The width at which the text is wrapped: most unfinished lines are full at it, hardly any line is wider, and the words go on
 * behind full lines (lists of headlines of one length do not). 0 when there is none.
 */
function wrapWidth(lines: readonly DraftLine[], pairs: readonly Pair[]): number {
  const adjacent = pairs.filter(({ upper, lower }) => lower === upper + 1 && !ended(lines[upper]!) && !isNumberedHeading(lines[upper]!));
  if (adjacent.length < 2) return 0;
  // How many lines are full at each width.
  const steps = new Int32Array(WIDEST + 2);
  for (const { upper, lower } of adjacent) {
    const { cells } = lines[upper]!.shape;
    const from = Math.max(cells - HANG, NARROWEST);
    const to = Math.min(cells + firstWord(lines[lower]!) + SLACK - 1, WIDEST);
    if (from > to) continue;
    steps[from]!++;
    steps[to + 1]!--;
  }
  let width = 0;
  let most = 0;
  let full = 0;
  for (let cells = NARROWEST; cells <= WIDEST; cells++) {
    full += steps[cells]!;
    if (full > 0 && full >= most) {
      most = full;
      width = cells;
    }
  }
  if (most < 2 || most < adjacent.filter(({ flow }) => flow > STRANGE).length * 0.6) return 0;
  const wider = lines.reduce((sum, line) => sum + (isText(line) && line.shape.cells > width + HANG ? 1 : 0), 0);
  if (wider > Math.max(HEAD_LINES, most * 0.15)) return 0;
  const evidence = adjacent.reduce(
    (sum, { upper, lower, flow }) =>
      sum + (isFull(lines[upper]!, lines[lower]!, width) ? Math.max(-2, Math.min(4, flow)) + (isRunning(lines[upper]!) ? RUNNING : 0) : 0),
    0,
  );
  return evidence >= WRAPPED ? width : 0;
}

interface Layout {
  /** Lines of any length break anywhere: columns around pictures, letters wrapped twice. */
  readonly ragged: boolean;
  readonly indented: boolean;
  readonly spaced: boolean;
  /** Lines break at commas, as in pages written for narrow screens. */
  readonly byClauses: boolean;
}

/** How the text sets its paragraphs apart: the majority of its finished lines tell. */
function layoutOf(lines: readonly DraftLine[], ragged: boolean): Layout {
  let starts = 0;
  let indents = 0;
  let ends = 0;
  let blanks = 0;
  let texts = 0;
  let commas = 0;
  lines.forEach((line, i) => {
    if (line.kind !== null || line.shape.han < 6) return;
    texts++;
    if (line.shape.ending === 'comma') commas++;
    if (line.shape.han < 12) return;
    const above = lines[i - 1];
    const below = lines[i + 1];
    if (above && (above.shape.ending === 'final' || above.kind === 'blank')) {
      starts++;
      if (line.shape.start > 0) indents++;
    }
    if (below && line.shape.ending === 'final') {
      ends++;
      if (below.kind === 'blank') blanks++;
    }
  });
  return {
    ragged,
    indented: starts >= 2 && indents >= starts * 0.7,
    spaced: ends >= 2 && blanks >= ends * 0.7,
    byClauses: texts <= 3 || (commas >= 3 && commas >= texts * 0.25),
  };
}

/** Whether the lines of running text that end unfinished go on in the next one by their words alone. */
function isRagged(lines: readonly DraftLine[], pairs: readonly Pair[], width: number, model: CharacterModel): boolean {
  let evidence = 0;
  let sure = 0;
  let unfinished = 0;
  let short = 0;
  for (const { upper: u, lower: l, flow } of pairs) {
    const upper = lines[u]!;
    const lower = lines[l]!;
    if (l !== u + 1 || ended(upper) || upper.kind !== null || lower.kind !== null || opensParagraph(lower) || !isProse(upper, lower))
      continue;
    unfinished++;
    if (width === 0 || !isFull(upper, lower, width)) short++;
    const joined = flow - completeness(upper, model);
    evidence += Math.max(-2, Math.min(4, joined));
    if (joined + PLAIN >= JOINED) sure++;
  }
  return sure >= RAGGED_LINES && evidence >= RAGGED_TEXT && short >= unfinished * RAGGED_SHARE;
}

/** A line that ends in a colon addresses somebody or announces what follows. */
const opensParagraph = ({ shape }: DraftLine): boolean =>
  shape.opening || shape.enumerator !== null || (shape.ending === 'colon' && !shape.running);

/** Headlines stand above each other too: only running or long lines go on by layout. */
const isProse = (upper: DraftLine, lower: DraftLine): boolean =>
  upper.shape.running || (upper.shape.han >= 20 && /[,。;]/.test(lower.folded));

/** Where a clause can end, it tells little that the next line could continue it: how much less, in log odds. */
const completeness = ({ shape }: DraftLine, model: CharacterModel): number =>
  shape.ending === 'none' ? Math.max(0, Math.log(clauseEnd(model, shape.prose.text) / EVEN)) : 0;

/** A pair with what surrounds it. */
interface Joint {
  readonly layout: Layout;
  readonly upper: DraftLine;
  readonly lower: DraftLine;
  readonly adjacent: boolean;
  /** A page ends between the two. */
  readonly overPages: boolean;
  readonly width: number;
}

function goesOn(
  lines: readonly DraftLine[],
  { upper: u, lower: l, flow }: Pair,
  width: number,
  layout: Layout,
  model: CharacterModel,
): boolean {
  const upper = lines[u]!;
  const lower = lines[l]!;
  const adjacent = l === u + 1;
  const overPages = !adjacent && lines.slice(u + 1, l).some(isPageFurniture);
  const full = width > 0 && (adjacent || (overPages && !ended(upper))) && isFull(upper, lower, width);
  // What looks like a date line or like chrome by its words is text where the words before it lead to it.
  if (upper.kind !== null || lower.kind !== null)
    return full && !ended(upper) && flow > (upper.kind === 'chrome' || lower.kind === 'chrome' ? 0 : LABELLED);
  if (full) return !(ended(upper) && opensParagraph(lower)) || (lower.shape.enumerator === null && (layout.indented || layout.spaced));
  if (ended(upper) || upper.shape.han < 2) return false;
  if (beginsWithMark(lower)) return true;
  if (!adjacent && upper.shape.ending === 'open') return false;
  const joint: Joint = { layout, upper, lower, adjacent, overPages, width };
  return flow + layoutEvidence(joint) + insetEvidence(joint, lines[l + 1]) + ownEvidence(joint) - completeness(upper, model) >= JOINED;
}

const beginsWithMark = ({ shape }: DraftLine): boolean => startsNoLine(shape.prose.text.charCodeAt(0));

/** What the layout says for two lines being one (log odds). */
function layoutEvidence({ layout: { ragged, indented, spaced, byClauses }, upper, lower, adjacent, overPages, width }: Joint): number {
  if (!adjacent) return overPages ? PLAIN : APART;
  if (isProse(upper, lower)) {
    if (ragged) return RAGGED;
    if (byClauses && upper.shape.ending === 'comma' && !(indented && lower.shape.start > 0)) return BY_CLAUSES;
    if (indented ? lower.shape.start === 0 : spaced) return SET_APART;
  }
  return width > 0 && isFull(upper, lower, width, LOOSE) ? LOOSELY_FULL : PLAIN;
}

/** Links and names that a page sets apart inside a sentence: the sentence goes on with a mark in the line below the lower one. */
function insetEvidence({ upper, adjacent }: Joint, below: DraftLine | undefined): number {
  if (!adjacent || below === undefined || !beginsWithMark(below)) return 0;
  return upper.shape.ending === 'open' ? 2 * INSET : INSET;
}

/** What the two lines say by themselves: one that opens a paragraph, and a numbered heading, stand alone. */
function ownEvidence({ upper, lower, adjacent }: Joint): number {
  return (opensParagraph(lower) ? OPENS : 0) + (adjacent && isNumberedHeading(upper) ? HEADED : 0);
}
