/** What an attribution means for the paragraph in which it stands. Offsets are into the prose. */

/** An attribution in the paragraph. */
export interface Saying {
  readonly start: number;
  readonly content: number;
  /** It orders (要求), stresses (强调) or only tells (说). */
  readonly manner: 'orders' | 'stresses' | 'tells';
  /** What is said is the object of the verb (呼吁大家节水): it is an order, whatever its words. */
  readonly direct: boolean;
  /** Who spoke before goes on. */
  readonly same: boolean;
  /** Who speaks speaks of himself. */
  readonly pledge: boolean;
  /** What is said stands in the quotation before. */
  readonly quoted: boolean;
  /** An official speaks. */
  readonly official: boolean;
}

/** Whether a paragraph is read alike with both. */
export function sameSayings(a: readonly Saying[], b: readonly Saying[]): boolean {
  return (
    a.length === b.length &&
    a.every((saying, i) => {
      const other = b[i]!;
      return (
        saying.start === other.start &&
        saying.content === other.content &&
        saying.manner === other.manner &&
        saying.direct === other.direct &&
        saying.same === other.same &&
        saying.pledge === other.pledge &&
        saying.quoted === other.quoted &&
        saying.official === other.official
      );
    })
  );
}
