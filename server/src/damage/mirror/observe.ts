/** What one line of a page shows of a mirror site: annotated characters, and what stands before punctuation. */
import { isIdeograph } from '../../language/characters';
import type { Language } from '../../language/language';
import { annotationBehind, isReadingLetter, tailBehind } from './annotations';
import { cp936, pairOf } from './forward';
import { readingsOf, type Readings } from './readings';
import { isMark } from './site';

/** A character with a reading of its own behind it. */
export interface ObservedAnnotation {
  readonly character: string;
  readonly reading: string;
  /** See `AnnotationForm.opener`. */
  readonly opener: string;
  readonly mechanical: boolean;
  /** Whether it is how the character is mostly read: what everybody knows nobody explains. */
  readonly usual: boolean;
  /** Whether it tells the tone, without which nobody would explain a reading. */
  readonly toned: boolean;
}

/** What is counted in a line, and summed up over a page. */
export interface MirrorCounts {
  /** Punctuation marks, full-width or folded. */
  marks: number;
  /** Those of the marks that are full-width and that a site could have folded: ，；：！？（）. */
  fullWidth: number;
  /** ASCII marks before Chinese text or the end of a line, as a site that folds leaves them; not those that it puts before marks. */
  halfWidth: number;
  /** Marks with a comma right before them. */
  commas: number;
  /** Marks with a space right before them. */
  spaces: number;
  /** Marks with a no-break space right before them. */
  breaks: number;
  /** Commas that no list of values has: before other marks, or before another comma in running text. */
  oddCommas: number;
  /**
   * Spaces between two ideographs and a mark within a sentence, none behind it: Chinese print hardly has them (5 in 4.5 million
   * characters of news and reports), and who spaces out marks does it on both sides.
   */
  oddSpaces: number;
  /** Characters that are lost: each `?` stands for one. */
  lost: number;
  /** Annotations that lost their bracket to a character that they cut: ?gòu) */
  tails: number;
  /** Private-use characters, as the user-defined zones of CP936 give them. */
  privateUse: number;
  /** Words of two syllables and more with their reading behind them: 样(yíyàng), as only authors write it. */
  words: number;
  /** Annotated characters in stretches of a few ideographs, as lists of words have them: 盒(hé)子　颜(yán)料. */
  alone: number;
  /** Those of them that stand by themselves, as who speaks of a character names it: “的(de)”. */
  cited: number;
  /** Characters outside of shifted runs that have no annotation. */
  bare: number;
  /** Those of them that stand in stretches of a few ideographs. */
  bareAlone: number;
  /** Annotations with a space between them and the next ideograph. */
  spaced: number;
  /** Annotations with no space between them and the next ideograph. */
  tight: number;
}

/** What one line shows. Characters are given as strings, one UTF-16 unit each. */
export interface MirrorObserved {
  /** Annotated characters, once for every time. */
  readonly annotated: readonly ObservedAnnotation[];
  /** Characters that stand without annotation outside of shifted runs, each once. */
  readonly plain: string;
  readonly counts: Readonly<MirrorCounts>;
}

/** Nothing counted so far. */
export function noCounts(): MirrorCounts {
  return {
    marks: 0,
    fullWidth: 0,
    halfWidth: 0,
    commas: 0,
    spaces: 0,
    breaks: 0,
    oddCommas: 0,
    oddSpaces: 0,
    lost: 0,
    tails: 0,
    privateUse: 0,
    words: 0,
    alone: 0,
    cited: 0,
    bare: 0,
    bareAlone: 0,
    spaced: 0,
    tight: 0,
  };
}

/** See `DamageKind.observe`. */
export function observe(line: string, language: Language): MirrorObserved | null {
  return showsMirror(line, readingsOf(language.pinyin)) ? new LineObserver(line, language).observed() : null;
}

/** Whether anything in a line looks like a mirror site's work: the first look, for the many lines in which nothing does. */
function showsMirror(line: string, readings: Readings): boolean {
  let wasLetter = false;
  for (let i = 0; i < line.length - 1; i++) {
    const unit = line.charCodeAt(i);
    const isLetter = isReadingLetter(unit);
    if (
      isLetter
        ? !wasLetter && showsReading(line, i, readings)
        : (unit === 0x2c || unit === 0x20 || unit === 0xa0) && isMark(line.charCodeAt(i + 1))
    )
      return true;
    wasLetter = isLetter;
  }
  return false;
}

/** Whether the letters from an offset on may be a reading: of the character before them, or of one that it cuts. */
function showsReading(line: string, at: number, readings: Readings): boolean {
  for (let before = at - 1; before >= 0 && before >= at - 4; before--) {
    const unit = line.charCodeAt(before);
    if (unit === 0x3f) return true;
    if (tailBehind(line, before) !== null) return true;
    if (!isIdeograph(unit)) continue;
    const annotation = annotationBehind(line, before + 1);
    return annotation !== null && readings.has(unit, annotation.reading);
  }
  return false;
}

/** What a site may put before marks, and what it is counted as. */
const INSERTED: Readonly<Record<string, 'commas' | 'spaces' | 'breaks' | undefined>> = { ',': 'commas', ' ': 'spaces', '\u00a0': 'breaks' };

/** The private-use characters of CP936's user-defined zones are U+E000 to U+E765. */
const FIRST_USER_DEFINED = 0xe000;
const LAST_USER_DEFINED = 0xe765;

/** Items of a list of words have at most so many ideographs; clauses have more. */
const LONGEST_ITEM = 4;

/** Reads a line from left to right. */
class LineObserver {
  readonly #line: string;
  readonly #language: Language;
  readonly #readings: Readings;
  readonly #annotated: ObservedAnnotation[] = [];
  readonly #plain = new Set<number>();
  readonly #counts = noCounts();
  /** Behind a lost character nothing can be trusted up to the next ASCII character. */
  #shifted = false;
  /** Of the stretch of ideographs that is being read: how many there are, how many of them are annotated, and how many count as bare. */
  #stretch = 0;
  #stretchAnnotated = 0;
  #stretchBare = 0;

  constructor(line: string, language: Language) {
    this.#line = line;
    this.#language = language;
    this.#readings = readingsOf(language.pinyin);
  }

  /** What the line shows; null when it is nothing. */
  observed(): MirrorObserved | null {
    for (let at = 0; at < this.#line.length;) at = this.#read(at);
    this.#endStretch();
    const counts = this.#counts;
    if (this.#annotated.length === 0 && counts.tails === 0 && counts.commas === 0 && counts.spaces === 0 && counts.breaks === 0)
      return null;
    return {
      annotated: this.#annotated,
      plain: String.fromCharCode(...this.#plain),
      counts,
    };
  }

  /** Reads what stands at an offset and gives the offset behind it. */
  #read(at: number): number {
    const unit = this.#line.charCodeAt(at);
    if (isIdeograph(unit)) return this.#ideograph(unit, at);
    this.#endStretch();
    if (unit === 0x3f) return this.#lost(at);
    if (isMark(unit)) this.#mark(unit, at);
    if (unit >= FIRST_USER_DEFINED && unit <= LAST_USER_DEFINED) this.#counts.privateUse++;
    if (unit < 0x80) this.#shifted = false;
    return at + 1;
  }

  #endStretch(): void {
    if (this.#stretch <= LONGEST_ITEM) {
      this.#counts.alone += this.#stretchAnnotated;
      this.#counts.bareAlone += this.#stretchBare;
      if (this.#stretch === 1) this.#counts.cited += this.#stretchAnnotated;
    }
    this.#stretch = this.#stretchAnnotated = this.#stretchBare = 0;
  }

  /** A `?`, which may have taken the bracket of an annotation, or half of a mark: that was found across two characters and begins a run. */
  #lost(at: number): number {
    const line = this.#line;
    const tail = at > 0 && line.charCodeAt(at - 1) > 0x7f ? tailBehind(line, at) : null;
    this.#shifted = true;
    this.#counts.lost++;
    if (tail && this.#readings.isSyllable(tail.reading)) {
      this.#counts.tails++;
      return tail.end;
    }
    const next = line.charCodeAt(at + 1);
    if (isMark(next)) {
      this.#counts.marks++;
      this.#width(next, at + 1);
      return at + 2;
    }
    // A question mark of the text, folded: what stands before it is no mark that it could follow.
    const before = INSERTED[line.charAt(at - 1)];
    if (before !== undefined && !tail) {
      this.#counts.marks++;
      this.#counts[before]++;
    }
    return at + 1;
  }

  #ideograph(unit: number, at: number): number {
    const line = this.#line;
    this.#stretch++;
    if (isIdeograph(line.charCodeAt(at + 1)) && !isReadingLetter(line.charCodeAt(at + 2))) return this.#bare(unit, at);
    const annotation = annotationBehind(line, at + 1);
    if (annotation && this.#readings.has(unit, annotation.reading)) {
      const { reading, opener, mechanical, end } = annotation;
      const character = line[at]!;
      this.#annotated.push({
        character,
        reading,
        opener,
        mechanical,
        usual: this.#readings.isUsual(unit, reading),
        toned: this.#readings.isToned(reading),
      });
      this.#stretchAnnotated++;
      if (isIdeograph(line.charCodeAt(end))) this.#counts.tight++;
      else if (line.charCodeAt(end) === 0x20 && isIdeograph(line.charCodeAt(end + 1))) this.#counts.spaced++;
      return end;
    }
    if (isWordReading(line, at + 1, this.#language)) this.#counts.words++;
    const tail = at > 0 && line.charCodeAt(at - 1) > 0x7f ? tailBehind(line, at) : null;
    if (!tail || !this.#readings.has(cp936(pairOf(line.charCodeAt(at - 1)) & 0xff, tail.waiting), tail.reading))
      return this.#bare(unit, at);
    this.#counts.tails++;
    this.#shifted = true;
    return tail.end;
  }

  #bare(unit: number, at: number): number {
    if (!this.#shifted) {
      this.#plain.add(unit);
      this.#counts.bare++;
      this.#stretchBare++;
    }
    return at + 1;
  }

  /** Counts the width of a mark that a site could have folded. */
  #width(unit: number, at: number): void {
    if (unit > 0x7f) {
      if (unit !== 0x3001 && unit !== 0x3002) this.#counts.fullWidth++;
    } else if (standsInChinese(this.#line, at)) this.#counts.halfWidth++;
  }

  #mark(unit: number, at: number): void {
    const counts = this.#counts;
    const before = this.#line.charCodeAt(at - 1);
    counts.marks++;
    this.#width(unit, at);
    if (before === 0x2c) {
      counts.commas++;
      if (isOddComma(this.#line, at)) counts.oddCommas++;
    } else if (before === 0x20) {
      counts.spaces++;
      if (isWithinSentence(unit) && isChinese(this.#line, at - 3, at - 1) && this.#line.charCodeAt(at + 1) !== 0x20) counts.oddSpaces++;
    } else if (before === 0xa0) counts.breaks++;
  }
}

/**
 * Whether Chinese text, a lost character or nothing follows the ASCII mark at an offset: neither a number nor another mark, before which
 * it was put.
 */
function standsInChinese(line: string, at: number): boolean {
  const next = line.charCodeAt(at + 1);
  if (next === 0x3f) return INSERTED[line.charAt(at - 1)] !== undefined;
  return at + 1 === line.length || (next > 0x7f && !isMark(next));
}

/** ，、；。 and the folded ones: not those that stand behind labels and in headlines, which are spaced on purpose. */
function isWithinSentence(mark: number): boolean {
  return mark === 0xff0c || mark === 0x3001 || mark === 0x3002 || mark === 0xff1b || mark === 0x2c || mark === 0x3b;
}

/** Clauses are longer than the fields of a table. */
const CLAUSE = 5;

/** Whether the comma before the mark at an offset is none that a list of values has. */
function isOddComma(line: string, at: number): boolean {
  if (line.charCodeAt(at) > 0x7f) return true;
  if (line.charCodeAt(at) !== 0x2c) return line.charCodeAt(at - 2) > 0x7f;
  const isClause = (start: number, end: number) => start >= 0 && isChinese(line, start, end);
  return isClause(at - 1 - CLAUSE, at - 1) && isClause(at + 1, at + 1 + CLAUSE) && /[。！？!?]|,,$/.test(line) && !/[^,],[^,]/.test(line);
}

/** Whether a range of a line holds ideographs alone. */
function isChinese(line: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (i < 0 || i >= line.length || !isIdeograph(line.charCodeAt(i))) return false;
  return true;
}

const WORD_READING = /[^\p{L}\s]([\p{L}'’ -]{4,40})/uy;
const SYLLABLE = /[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}/y;

/** Whether the reading of several characters begins at an offset, behind what opens it. */
function isWordReading(line: string, at: number, { pinyin }: Language): boolean {
  WORD_READING.lastIndex = at;
  const letters = WORD_READING.exec(line)?.[1]?.toLowerCase().replace(/\P{L}/gu, '') ?? '';
  let syllables = 0;
  for (let start = 0; start < letters.length; syllables++) {
    SYLLABLE.lastIndex = start;
    let length = SYLLABLE.exec(letters)?.[0].length ?? 0;
    while (length > 0 && !pinyin.isSyllable(letters.slice(start, start + length))) length--;
    if (length === 0) return false;
    start += length;
  }
  return syllables > 1;
}
