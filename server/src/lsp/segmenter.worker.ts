/** The thread that segments on Node: the native build where there is one for the platform, else WebAssembly. */
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { SegmentReply, SegmentRequest, SegmenterReady } from './segmenter/messages';
import { loadNodejieba } from './segmenter/nodejieba';
import { tagText, type Tagger } from './segmenter/tagger';

async function load(): Promise<Tagger> {
  try {
    return loadNodejieba(join(__dirname, 'native'));
  } catch (error) {
    const { tag } = await import('jieba-wasm').catch((second: unknown) => { throw new Error(`${String(error)}; ${String(second)}`); });
    return { name: 'jieba-wasm', tagWords: text => tag(text, true) };
  }
}

load().then(({ name, tagWords }) => {
  parentPort!.on('message', ({ id, text }: SegmentRequest) => {
    let reply: SegmentReply;
    try {
      reply = { id, tokens: tagText(text, tagWords) };
    } catch (error) {
      reply = { id, error: String(error) };
    }
    parentPort!.postMessage(reply);
  });
  parentPort!.postMessage({ ready: name } satisfies SegmenterReady);
}, (error: unknown) => parentPort!.postMessage({ failed: String(error) } satisfies SegmenterReady));
