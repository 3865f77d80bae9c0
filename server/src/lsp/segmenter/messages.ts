/** The messages between the server and the process that segments text. */
import type { Segmenter, Token } from '../../language/language';

/** To the process: a text to segment. */
export interface SegmentRequest {
  readonly id: number;
  readonly text: string;
}

/** First message of the process: which build it has loaded, or why none. */
export type SegmenterReady = { readonly ready: Segmenter['name'] } | { readonly failed: string };

/** From the process: the words of the text with the same `id`, or what went wrong. */
export type SegmentReply = { readonly id: number; readonly tokens: readonly Token[] } | { readonly id: number; readonly error: string };
