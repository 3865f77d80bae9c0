/** What passes between the server and the thread that segments. */
import type { Segmenter, Token } from '../../language/language';

export interface SegmentRequest {
  readonly id: number;
  readonly text: string;
}

/** First message of the thread: which build it loaded, or why none. */
export type SegmenterReady = { readonly ready: Segmenter['name'] } | { readonly failed: string };

export type SegmentReply = { readonly id: number; readonly tokens: readonly Token[] } | { readonly id: number; readonly error: string };
