/**
 * What every check of an article reports: one shape for encoding damage, cut sentences and outline checks.
 * All coordinates are UTF-16 offsets into the source text, half open: `start` is in, `end` is out.
 */

/** The diagnostic codes of the design, in the order in which documentation lists them. Others build on them: never rename one. */
export const FINDING_CODES = [
  'encoding.undecoded',
  'encoding.wrong-charset',
  'encoding.lost-bytes',
  'encoding.shifted-bytes',
  'encoding.pinyin-injection',
  'encoding.doubled-punctuation',
  'encoding.escape',
  'encoding.backslash',
  'encoding.memory-fill',
  'encoding.lookalike',
  'encoding.private-use',
  'encoding.invisible',
  'encoding.spacing',
  'encoding.width',
  'encoding.mixed-script',
  'sentence.truncated',
  'sentence.missing-text',
  'sentence.unbalanced',
  'outline.count-mismatch',
] as const;

/** The code of a finding: what kind of problem it is. */
export type FindingCode = (typeof FINDING_CODES)[number];

/** `error`: bytes are about to be lost; `warning`: text is damaged or cut; `information`: worth knowing; `hint`: style, or faded text. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * `proven`: the forward transform of the repaired text gives back exactly what stands in the file, and no other candidate's does.
 * `likely`: several candidates round-trip and the language model prefers this one by a clear margin.
 */
export type Proof = 'proven' | 'likely';

/** One replacement in the source text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** What would be put in place of `start..end` of the finding, and how sure that is. */
export interface Repair {
  readonly newText: string;
  readonly proof: Proof;
}

/** One of several possible readings of damaged text, best first in `Finding.candidates`. */
export interface Candidate {
  readonly newText: string;
  /** Log-probability difference to the best candidate, 0 for the best itself; never positive. */
  readonly score: number;
}

/** How the damage came about, step by step, for the hover, `data` and `wenzhen repair --explain`. */
export interface Explanation {
  /** Stable name of the mechanism, such as `mirror-site.shifted-run` or `wrong-charset`. */
  readonly mechanism: string;
  /** For wrong charsets: the decodings that were applied, innermost first, such as `['utf-8 as gb18030']`. */
  readonly layers?: readonly string[];
  /** Damaged text as it stands. */
  readonly damaged: string;
  /** Its bytes in the charset where the damage happened, in hexadecimal with spaces. */
  readonly bytes?: string;
  /** The text that was meant; missing where that is not known. */
  readonly meant?: string;
}

/** A part of the document that helps to understand a finding, such as where the announced count stands. */
export interface RelatedSpot {
  readonly start: number;
  readonly end: number;
  readonly message: () => string;
}

/** One problem in the source text. */
export interface Finding {
  readonly code: FindingCode;
  readonly start: number;
  readonly end: number;
  readonly severity: Severity;
  /** Lazy, so that it is rendered in the language of whoever asks. */
  readonly message: () => string;
  /** null where nothing can be done or nothing is sure enough. */
  readonly repair: Repair | null;
  /**
   * Where nothing is sure enough but the text cannot be read as it stands: what a Reading of likely repairs
   * shows in its place. Nothing writes it into a file.
   */
  readonly guess?: string;
  /** Alternatives, best first; includes the repair's text if there is one. Empty when there is nothing to choose. */
  readonly candidates: readonly Candidate[];
  readonly explanation?: Explanation;
  /** Set for spots that a repair deletes: editors fade them. */
  readonly unnecessary?: boolean;
  readonly related?: readonly RelatedSpot[];
}
