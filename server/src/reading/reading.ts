/** Floor 3: the text as it was meant to be read, with every character's way back to the source. */
import type { Edit, Finding, Proof } from '../base/finding';

/** What a Reading depends on besides its source. */
export interface ReadingOptions {
  /** Which repairs the Reading is built from: `likely` takes proven and likely ones (the default), `proven` only proven ones. */
  readonly accept: Proof;
}

/** The repaired text with everything that relates it to its source. */
export interface Reading {
  readonly source: string;
  /** The repaired text. Equals `source` (the same string) when nothing was found. */
  readonly text: string;
  /** `text` with script folded to simplified and punctuation widths unified, position for position: same length as `text`. For look-ups. */
  readonly folded: string;
  /** All encoding damage, sorted by `start`, in source offsets, whatever `accept` was. */
  readonly findings: readonly Finding[];
  /** The edits that turn `source` into `text`, sorted, not overlapping. Empty when nothing was repaired. */
  readonly edits: readonly Edit[];
  /** A range of the Reading as the tightest range of source that holds it; see `OffsetMap.toSource` for positions inside replaced text. */
  toSourceRange(start: number, end: number): { readonly start: number; readonly end: number };
  /** Source offset to Reading offset. */
  fromSource(offset: number, bias?: 'start' | 'end'): number;
}
