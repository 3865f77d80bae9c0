/** A phrase where it stands. */
import type { Item } from './item';
import type { SloganEntry } from './slogan';

/** A phrase in one passage; offsets into the passage. */
export interface Spot {
  readonly start: number;
  readonly end: number;
  /** `sloganKey` of the canonical form, or of the phrase itself. */
  readonly key: string;
  readonly entry: SloganEntry | null;
  /** False for quoted words that are a set phrase only if the article says so elsewhere. */
  readonly certain: boolean;
  readonly items: readonly Item[] | null;
}
