/** What a document shows of the mirror site it came from: which characters are annotated, what stands before punctuation. */
import type { CharacterModel } from '../../language/language';
import { isTraditionalOnly } from '../../language/script';
import { authorship, type Authorship } from './authorship';
import { Census } from './census';
import type { MirrorObserved } from './observe';
import { USUAL_STYLE, type AnnotationForm } from './site';

/** What is known of the site. */
export interface MirrorEvidence extends Authorship {
  /** How it writes annotations. */
  readonly form: AnnotationForm;
  /** Characters that the site annotates, with the reading as it writes it. */
  readonly annotated: ReadonlyMap<number, string>;
  /** Characters that it leaves alone, seen more than once so. */
  readonly plain: ReadonlySet<number>;
  /** What the site puts before punctuation; empty when none was seen. */
  readonly inserted: '' | ',' | ' ' | '\u00a0';
  /** The share of marks that it is put before, 0 to 1. */
  readonly insertionRate: number;
  /** Whether full-width marks became ASCII. */
  readonly folded: boolean;
  /** Whether runs are so many that each is given little effort. */
  readonly hasManyRuns: boolean;
  /** Whether pairs of the user-defined zones came out as private-use characters: then none vanished. */
  readonly showsPrivateUse: boolean;
  /** `hant`: traditional text, `hans`: simplified text, `null`: cannot be told. */
  readonly script: 'hant' | 'hans' | null;
  /** The share of traditional characters in the text that is annotated, 0 to 1. */
  readonly coverage: number;
}

const EMPTY: MirrorEvidence = {
  annotates: false,
  annotatesAny: false,
  annotatesRare: false,
  form: USUAL_STYLE,
  annotated: new Map(),
  plain: new Set(),
  inserted: '',
  insertionRate: 0,
  folded: true,
  hasManyRuns: false,
  showsPrivateUse: false,
  script: null,
  coverage: 0,
};

/** Pages have some dozens; books of a megabyte have thousands. */
const MANY_LOST = 1500;

/** The evidence of a document in which nothing was seen. */
export function noEvidence(): MirrorEvidence {
  return EMPTY;
}

/** See `DamageKind.summarise`. */
export function summarise(observed: readonly MirrorObserved[], model: CharacterModel): MirrorEvidence {
  const page = new Census(observed);
  const { counts, traditional, annotatedTraditional, simplified } = page;
  const by = authorship(page, model);
  const inserted = insertion(page, by.annotates);
  return {
    ...by,
    form: page.form,
    annotated: new Map(
      [...page.annotated]
        .filter(([unit, { times }]) => (page.plain.get(unit) ?? 0) <= times / 4)
        .map(([unit, { reading }]) => [unit, reading]),
    ),
    plain: new Set(
      [...page.plain]
        .filter(([unit, lines]) => lines > 1 && !page.annotated.has(unit) && (traditional === 0 || isTraditionalOnly(unit)))
        .map(([unit]) => unit),
    ),
    inserted,
    // An inserted comma was counted as a mark itself.
    insertionRate:
      inserted === ''
        ? 0
        : rounded(
            inserted === ','
              ? Math.min(1, counts.commas / Math.max(1, counts.marks - counts.commas))
              : Math.max(counts.spaces, counts.breaks) / counts.marks,
          ),
    folded: counts.halfWidth > 0 && counts.fullWidth * 10 <= counts.marks,
    hasManyRuns: counts.lost > MANY_LOST,
    showsPrivateUse: counts.privateUse > 0,
    script: traditional > simplified ? 'hant' : simplified > traditional ? 'hans' : null,
    coverage: traditional === 0 ? 0 : rounded(annotatedTraditional / traditional),
  };
}

/** What the site puts before marks. One stray space is no habit; doubled commas are, and spaces before most of the marks. */
function insertion({ counts }: Census, annotates: boolean): MirrorEvidence['inserted'] {
  const { commas, oddCommas, spaces, oddSpaces, breaks, marks } = counts;
  const isHabit = (times: number) => annotates && times > commas && times * 4 >= marks;
  if (isHabit(spaces) || (oddSpaces > 1 && oddSpaces * 3 >= marks * 2)) return ' ';
  if (isHabit(breaks)) return '\u00a0';
  return oddCommas > 0 || (annotates && commas > 0) ? ',' : '';
}

/** Shares in sixteenths: a keystroke hardly ever changes one. */
function rounded(share: number): number {
  return Math.round(16 * share) / 16;
}
