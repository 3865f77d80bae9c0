/** What differs from one mirror site to the next: the parameters of the mechanism. */
import { parsePinyin } from '../../language/pinyin';

/** What stands around a reading; what closes it follows from what opens it. */
export interface AnnotationForm {
  /** What opens it: one of `OPENERS` or nothing, with or without a space before. */
  readonly opener: string;
  /** What stands behind all of it: nothing, or a space. */
  readonly behind: '' | ' ';
}

/** How a site writes the reading behind an annotated character. */
export interface AnnotationStyle extends AnnotationForm {
  /** All of it comes once, or twice in a row: 會(hui)(hui). */
  readonly times: 1 | 2;
  /** Between reading and closing bracket: nothing, or a space: 我(wǒ ). */
  readonly space: '' | ' ';
  /** Tone marks huì, tone digits hui4, or none. */
  readonly tones: 'marks' | 'digits' | 'none';
  readonly letters: 'lower' | 'title' | 'upper';
  /** How ü is written where no tone mark stands on it. */
  readonly umlaut: 'ü' | 'v' | 'u:';
}

/** The style of the sites that were seen most. */
export const USUAL_STYLE: AnnotationStyle = { opener: '(', behind: '', times: 1, space: '', tones: 'marks', letters: 'lower', umlaut: 'ü' };

/** A mirror site: steps 1 to 6 of its mechanism. */
export interface MirrorSite {
  /** Step 1: simplified to traditional, character by character. */
  readonly traditional: boolean;
  /** Step 2: annotated characters with their readings (tone marks as the table has them), in the order of the passes. */
  readonly annotated: ReadonlyMap<string, string>;
  readonly style: AnnotationStyle;
  /** Step 3: what is put before full-width punctuation: a comma, a space, a no-break space, or nothing. */
  readonly inserted: '' | ',' | ' ' | '\u00a0';
  /** The share of marks it is put before, 0 to 1. */
  readonly insertionRate: number;
  /** Whether the punctuation pass runs before the annotation passes. */
  readonly punctuationFirst: boolean;
  /** Step 5: pairs of the user-defined zones vanish, or come out as private-use characters. */
  readonly userDefined: 'vanish' | 'private-use';
  /** Step 6: full-width ，；：！？（） become ASCII. */
  readonly folded: boolean;
}

/** Marks that step 3 inserts before. */
export const MARKS = '，、。！；：？';

/** Marks as they stand in a page, full-width or folded; `?` is left out, since it is what lost bytes look like. */
export function isMark(unit: number): boolean {
  return (
    unit === 0xff0c ||
    unit === 0x3001 ||
    unit === 0x3002 ||
    unit === 0xff01 ||
    unit === 0xff1b ||
    unit === 0xff1a ||
    unit === 0xff1f ||
    unit === 0x2c ||
    unit === 0x21 ||
    unit === 0x3b ||
    unit === 0x3a
  );
}

/** Step 6, mark by mark. */
export const FOLDED: ReadonlyMap<string, string> = new Map([
  ['，', ','],
  ['；', ';'],
  ['：', ':'],
  ['！', '!'],
  ['？', '?'],
  ['（', '('],
  ['）', ')'],
]);

/** The same the other way round. */
export const UNFOLDED: ReadonlyMap<string, string> = new Map([...FOLDED].map(([full, ascii]) => [ascii, full]));

/** What may open an annotation and, at the same place below, close it. */
export const OPENERS = '([{<（［｛＜【〔〖〈《「『“‘/|-~*_';
export const CLOSERS = ')]}>）］｝＞】〕〗〉》」』”’/|-~*_';

/** What closes an annotation; empty when it has no brackets. */
export function closerOf(opener: string): string {
  const bracket = opener.trimStart();
  return bracket === '' ? '' : CLOSERS.charAt(OPENERS.indexOf(bracket));
}

/** What stands in the page behind an annotated character. */
export function annotation(reading: string, style: AnnotationStyle): string {
  return `${style.opener}${spelt(reading, style)}${style.space}${closerOf(style.opener)}${style.behind}`.repeat(style.times);
}

/** A reading as the site spells it. */
function spelt(reading: string, { tones, letters, umlaut }: AnnotationStyle): string {
  const syllable = parsePinyin(reading);
  let written = reading;
  if (syllable && tones !== 'marks') {
    written = syllable.base.replace('ü', umlaut);
    if (tones === 'digits' && syllable.tone > 0) written += syllable.tone;
  }
  return letters === 'upper' ? written.toUpperCase() : letters === 'title' ? written.slice(0, 1).toUpperCase() + written.slice(1) : written;
}
