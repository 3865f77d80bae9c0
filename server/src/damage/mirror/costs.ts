/** What a hypothesis pays for what happens seldom, apart from how well its text reads. */

/** Log probabilities (natural) of what happens seldom. */
export const COST = {
  /** A `?` that is a question mark, in a page with runs. */
  literal: -9,
  /** The same where a reading and a closing bracket stand behind it. */
  literalBeforeReading: -40,
  /** A cut character that the site was not seen to annotate. */
  newAnnotation: -1.5,
  /** A cut character that the site was seen to leave alone. */
  knownPlain: -9,
  /** A character that the site reads otherwise elsewhere. */
  otherReading: -6,
  /** A reading that is not the most usual one of its character. */
  unusualReading: -2.5,
  /** A character without annotation that the site annotates everywhere else. */
  missingAnnotation: -9,
  /** An annotation that does not fit its character. */
  strayAnnotation: -9,
  /** An insertion before punctuation in a page that shows no other. */
  unseenMark: -2,
  /**
   * A mark before which the site put nothing, where another mark that was found across it has cut it:
   * it may have been cut before it was looked for.
   */
  cutMark: -0.7,
  /** An ASCII character of the text that was taken as the second byte of a pair. */
  swallowed: -5,
  /** A swallowed character that was a space, which can be restored; of digits only the one before a year can. */
  space: -1,
  /** A swallowed character that was a digit before a year. */
  beforeYear: -5,
  /** A pair that CP936 leaves empty. */
  unassigned: -4,
  /** A byte 80, which begins no pair. */
  lone: -4,
  /** A vanished pair, which is only looked for where reading on would make poor text. */
  vanished: 0.7,
};
