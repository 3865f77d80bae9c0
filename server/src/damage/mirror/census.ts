/** What the lines of a page show together. */
import { isTraditionalOnly, isSimplifiedOnly } from '../../language/script';
import { noCounts, type MirrorCounts, type MirrorObserved, type ObservedAnnotation } from './observe';
import { USUAL_STYLE, type AnnotationForm } from './site';

/** What is known of one annotated character. */
export interface Tally {
  /** How often it is annotated in the page's form, and with which reading at first. */
  times: number;
  readonly reading: string;
  /** How often it has another reading. */
  others: number;
  /** See `ObservedAnnotation`; of its first annotation. */
  readonly usual: boolean;
  readonly toned: boolean;
}

/** A page counted. */
export class Census {
  readonly counts: Readonly<MirrorCounts>;
  /** How most of the annotations are written: a site writes all of them alike, others are not counted. */
  readonly form: AnnotationForm;
  /** The annotated characters, by UTF-16 unit. */
  readonly annotated: ReadonlyMap<number, Tally>;
  /** In how many lines a character stands without annotation; by unit. */
  readonly plain: ReadonlyMap<number, number>;
  /** How many annotations there are. */
  readonly total: number;
  /** How many of them have a form that only machines write. */
  readonly mechanical: number;
  /** How many of them tell no tone. */
  readonly toneless: number;
  /** How many of their readings begin with a capital. */
  readonly capitals: number;
  /** How many different characters of traditional text alone are annotated. */
  readonly converted: number;
  /** Occurrences of characters of traditional text alone: annotated ones, and lines that have one without annotation. */
  readonly traditional: number;
  /** How many of these are annotated. */
  readonly annotatedTraditional: number;
  /** In how many lines characters of simplified text alone stand without annotation. */
  readonly simplified: number;

  constructor(observed: readonly MirrorObserved[]) {
    this.counts = sum(observed.map(({ counts }) => counts));
    const opener = usualOpener(observed);
    const annotations = observed.flatMap(({ annotated }) => annotated.filter(annotation => annotation.opener === opener));
    this.form = { opener, behind: this.counts.spaced > MOSTLY * this.counts.tight ? ' ' : '' };
    this.annotated = tallied(annotations);
    this.total = annotations.length;
    this.mechanical = annotations.filter(({ mechanical }) => mechanical).length;
    this.toneless = annotations.filter(({ toned }) => !toned).length;
    this.capitals = annotations.filter(({ reading }) => /^\p{Lu}/u.test(reading)).length;
    this.plain = times(observed);
    let converted = 0;
    let annotatedTraditional = 0;
    let bareTraditional = 0;
    let simplified = 0;
    for (const [unit, tally] of this.annotated)
      if (isTraditionalOnly(unit)) {
        converted++;
        annotatedTraditional += tally.times;
      }
    for (const [unit, lines] of this.plain) {
      if (isTraditionalOnly(unit)) bareTraditional += lines;
      if (isSimplifiedOnly(unit)) simplified += lines;
    }
    this.converted = converted;
    this.annotatedTraditional = annotatedTraditional;
    this.traditional = annotatedTraditional + bareTraditional;
    this.simplified = simplified;
  }
}

/** What happens this many times as often as its opposite is the site's habit. */
const MOSTLY = 3;

function sum(all: readonly Readonly<MirrorCounts>[]): MirrorCounts {
  const total = noCounts();
  const names = Object.keys(total) as (keyof MirrorCounts)[];
  for (const counts of all) for (const name of names) total[name] += counts[name];
  return total;
}

/** What opens most of the annotations. */
function usualOpener(observed: readonly MirrorObserved[]): string {
  const times = new Map<string, number>();
  let best = USUAL_STYLE.opener;
  for (const { annotated } of observed) {
    for (const { opener } of annotated) {
      times.set(opener, (times.get(opener) ?? 0) + 1);
      if (times.get(opener)! > (times.get(best) ?? 0)) best = opener;
    }
  }
  return best;
}

function tallied(annotations: readonly ObservedAnnotation[]): ReadonlyMap<number, Tally> {
  const annotated = new Map<number, Tally>();
  for (const { character, reading, usual, toned } of annotations) {
    const unit = character.charCodeAt(0);
    const known = annotated.get(unit);
    if (!known) annotated.set(unit, { times: 1, reading, others: 0, usual, toned });
    else {
      known.times++;
      if (known.reading !== reading) known.others++;
    }
  }
  return annotated;
}

/** In how many lines each character stands without annotation. */
function times(observed: readonly MirrorObserved[]): ReadonlyMap<number, number> {
  const plain = new Map<number, number>();
  for (const line of observed)
    for (let i = 0; i < line.plain.length; i++) plain.set(line.plain.charCodeAt(i), (plain.get(line.plain.charCodeAt(i)) ?? 0) + 1);
  return plain;
}
