/**
 * The collection between two starts of the server: a file in the client's storage folder, a line with the
 * digest of the program, then a line for each article.
 */
import { BUILD_DIGEST } from '../base/built';
import type { Collection } from '../workspace/collection';
import type { ArticleSummary } from '../workspace/summary';
import type { Runtime } from './runtime';

const FILE = 'collection.ndjson';
/** UTF-16 units that are written at a time. */
const PIECE = 100_000;

/**
 * Writes the collection. What changes meanwhile is saved the next time.
 * @param folder the client's `storage`
 * @param isStopped asked between pieces: a server that stops before the end leaves the old file as it is
 */
export async function saveCollection(folder: string, collection: Collection, runtime: Runtime, isStopped: () => boolean): Promise<void> {
  await runtime.store(folder, FILE, lines(collection, runtime, isStopped));
}

/** The content of the file, some articles at a time. @throws Error when the server stops before the end */
async function* lines(collection: Collection, runtime: Runtime, isStopped: () => boolean): AsyncGenerator<string> {
  let piece = `${JSON.stringify({ version: BUILD_DIGEST })}\n`;
  for (const uri of [...collection.uris()]) {
    const summary = collection.get(uri);
    if (summary) piece += `${JSON.stringify(summary)}\n`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
    await runtime.yield();
    if (isStopped()) throw new Error('the server stops');
  }
  yield piece;
}

/**
 * Reads what an earlier start saved.
 * @param folder the client's `storage`
 * @returns summaries by URI; empty when there are none, or when another build made them, which may read articles differently
 */
export async function restoreSummaries(folder: string, runtime: Runtime): Promise<Map<string, ArticleSummary>> {
  const saved = new Map<string, ArticleSummary>();
  try {
    let head = true;
    for await (const line of runtime.restore(folder, FILE)) {
      if (!head) {
        const summary = JSON.parse(line) as ArticleSummary;
        saved.set(summary.uri, summary);
      } else if ((JSON.parse(line) as { version?: string }).version !== BUILD_DIGEST) break;
      head = false;
    }
  } catch {
    // A file that was cut short is useless.
    saved.clear();
  }
  return saved;
}
