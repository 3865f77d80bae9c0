/** Floor 2: what every kind of damage is: a function that happens to text (`forward`), and its inverse (`find`, `repair`). */
import type { Finding, FindingCode } from '../base/finding';
import type { Language } from '../language/language';

/**
 * When in a page's life a kind of damage happens. Undoing runs from the last stage back to the first and starts over
 * after every success, so the order of undoing follows from the mechanism. Between kinds of one stage the registry's order counts.
 */
export const enum Stage {
  /** In the author's or the extractor's program: radicals, PDF faults, spaced-out text, mixed script. */
  Authoring = 0,
  /** When the text was converted or stored in a charset: lost characters, backslashes, wrong charset, replaced bytes. */
  Storing = 1,
  /** When it was escaped for a page, a script or a mail: entities, percent, \u, quoted-printable. */
  Escaping = 2,
  /** On a mirror site: annotated, punctuated and decoded again in GBK. */
  Mirroring = 3,
  /** When a crawler decoded and stored the page: wrong charset of the whole, U+FFFD. */
  Crawling = 4,
  /** After that: memory fill, invisible characters, control characters. */
  Keeping = 5,
}

/** A source of random numbers in [0, 1), seeded, so that generated damage can be replayed. */
export type Random = () => number;

/** What a kind of damage is given with each text. */
export interface DamageContext<Evidence = unknown> {
  readonly language: Language;
  /** What the whole document shows for this kind, from `summarise`; undefined for kinds that have none. */
  readonly evidence: Evidence | undefined;
  /** The whole document in which a line stands, for kinds that read it (`readsDocument`) and have evidence in it. */
  readonly document?: string;
}

/** Where damage may stand: a place worth the work of `repair`. Offsets into the text that was searched. */
export interface Spot {
  readonly start: number;
  readonly end: number;
}

/**
 * One kind of damage. Kinds hold no state: all they know of a document is in the context.
 *
 * `find` is the cheap look (linear, no allocation where there is nothing); `repair` does the work for what `find` found.
 * Offsets in findings are UTF-16 offsets into the text that was passed in; repairs of one call must not overlap.
 * @typeParam Options what `forward` can be told
 * @typeParam Observed what one line tells about the document
 * @typeParam Evidence what all lines together tell
 */
export interface DamageKind<Options = unknown, Observed = unknown, Evidence = unknown> {
  /** Stable name, such as `mirror-site`. The `explanation.mechanism` of its findings begins with it. */
  readonly id: string;
  readonly codes: readonly FindingCode[];
  readonly stage: Stage;
  /**
   * `line`: `find` is called with one line without its line break, and results are kept per line.
   * `document`: `find` is called with the whole text, before the lines; for damage that swallows or makes line breaks.
   */
  readonly scope: 'line' | 'document';
  /** Whether `repair` reads the whole document. `find` never does: where it finds nothing, a line does not depend on the others' text. */
  readonly readsDocument?: boolean;
  /** Bits of `CharacterClass`: a text that has none of them cannot have this damage and is not searched. */
  readonly triggers: number;
  /** Style rather than damage (width, script): reported with repairs for quick fixes, but never undone by the Reading or by fix-all. */
  readonly onRequest?: boolean;
  /**
   * Damages a text the way it happens outside; also generates test data.
   * @param options what differs from site to site; sensible defaults where left out
   */
  forward(text: string, options: Options, random: Random): string;
  /**
   * What a line adds to the document's evidence; null for nothing. Only called for lines with a trigger. Must not depend on other lines.
   */
  observe?(line: string, language: Language): Observed | null;
  /**
   * The document's evidence from the observations of all its lines in order, repeats included.
   * @returns evidence and a key that is equal exactly when the evidence is: lines keep their results as long as it stays. Of no use,
   *   and best empty, where `dependence` tells more.
   */
  summarise?(observed: readonly Observed[], language: Language): { readonly evidence: Evidence; readonly key: string };
  /**
   * In place of the key: what the result of one line depends on of the evidence, as a text that is equal as long as that is.
   * The less a line depends on, the longer its result is kept.
   * @param observed what the line itself added; null for nothing
   */
  dependence?(line: string, observed: Observed | null, evidence: Evidence): string;
  /** Where this damage may stand, sorted, not overlapping. Empty for clean text. */
  find(text: string, context: DamageContext<Evidence>): readonly Spot[];
  /**
   * Findings for the spots: a repair where something is sure enough, else candidates, else the report alone.
   * A spot may give several findings or, where the closer look shows none, no finding. Sorted by `start`; repairs do not overlap.
   */
  repair(text: string, spots: readonly Spot[], context: DamageContext<Evidence>): readonly Finding[];
}

/** A kind whose options and evidence matter only to itself: what the registry lists. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the three parameters are private to each kind
export type AnyDamageKind = DamageKind<any, any, any>;
