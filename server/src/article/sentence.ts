/** What a sentence is, for the article and for the prose of its paragraphs. */

/** A sentence up to and including its final mark; `；` ends a clause, not a sentence. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** The final mark with closing quotes, such as `。` or `！”`; empty when the paragraph ends without one. */
  readonly terminator: string;
}
