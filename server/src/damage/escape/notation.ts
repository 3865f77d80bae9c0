import type { Language } from '../../language/language';
import type { Spot } from '../kind';

/** A way in which characters were escaped on their way through pages, scripts and mails. */
export interface Notation {
  /** Stable name for explanations. */
  readonly id: string;
  /** What a text must hold, as a bit of `CharacterClass` and as a string for a quick look. */
  readonly trigger: number;
  readonly mark: string;
  /** A run of escapes; global, linear. */
  readonly pattern: RegExp;
  /** Whether a text writes this notation by right, as a line of source text does; left out where none that says Chinese does. */
  isOwn?(text: string): boolean;
  /**
   * In how many places a run shows that the document was escaped, for a notation that people write by hand as well: what escapes a text
   * escapes all of it, so `PROVEN` places are. Left out where every run is proof enough.
   */
  placesShown?(text: string, run: Spot): number;
  /** What a run says; null when it says nothing, so that it stays. */
  decode(run: string, language: Language): string | null;
  /** A text in this notation: everything outside ASCII is escaped. */
  encode(text: string): string;
}
