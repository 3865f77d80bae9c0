/** What a hypothesis pays for what happens seldom, apart from how well its text reads. */

/** What happens seldom, natural log. */
export const COST = {
  /** A `?` that is one, in a page with runs; and one before a reading and a closing bracket. */
  literal: -9,
  literalBeforeReading: -40,
  /** A cut character that the site was not seen to annotate; one that it was seen to leave alone. */
  newAnnotation: -1.5,
  knownPlain: -9,
  /** A character that the site reads otherwise elsewhere; a reading that is not the most usual one. */
  otherReading: -6,
  unusualReading: -2.5,
  /** A character that the site annotates everywhere else; an annotation that does not fit. */
  missingAnnotation: -9,
  strayAnnotation: -9,
  /** An insertion before punctuation in a page that shows no other; an ASCII character of the text inside a run. */
  unseenMark: -2,
  swallowed: -5,
  /** That the last was a space, which other than a digit can be told; that it was a digit before a year. */
  space: -1,
  beforeYear: -5,
  unassigned: -4,
  lone: -4,
  vanished: 0.7,
};
