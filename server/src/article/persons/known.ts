/** What an article knows of the persons it names. */

/** Everything the article knows of one name. */
export interface Known {
  /** As printed, in the Reading's script, at its first mention. */
  readonly name: string;
  readonly key: string;
  standing: 'official' | 'other' | null;
  readonly titles: Set<string>;
  /** True as long as only an office before it speaks for it: it must also be seen at work. */
  doubtful: boolean;
}
