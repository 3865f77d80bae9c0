/** Floor 5: set phrases (提法) of one article. All offsets are Reading offsets. */

/** A row of `server/data/slogans.json`. Lists are empty and texts are empty strings where the table says nothing. */
export interface SloganEntry {
  readonly phrase: string;
  readonly variants: readonly string[];
  readonly pinyin: string;
  readonly english: string;
  readonly meaning: string;
  readonly meaningEnglish: string;
  readonly items: readonly string[];
  readonly field: string;
  readonly firstKnown: string;
  readonly occasion: string;
  readonly occasionEnglish: string;
  readonly source: string;
  readonly sourceEnglish: string;
  readonly note: string;
  readonly noteEnglish: string;
}

/** A set phrase with its mentions. */
export interface Slogan {
  /** As printed at its first mention, without quotation marks. */
  readonly text: string;
  /** The table's canonical form (simplified); null for a phrase that the table lacks. */
  readonly canonical: string | null;
  readonly entry: SloganEntry | null;
  /** The items where the text itself spells them out (属地、部门、单位、个人 “四方责任”), as printed; null where it does not. */
  readonly expansion: readonly string[] | null;
  /** Sorted by `start`; without quotation marks. */
  readonly mentions: readonly { readonly start: number; readonly end: number }[];
}
