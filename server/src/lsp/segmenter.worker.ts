/**
 * The process that segments text on Node: with the native build where there is one for the
 * platform, else with WebAssembly. Ends with the server.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SegmentReply, SegmentRequest, SegmenterReady } from './segmenter/messages';
import { loadNodejieba } from './segmenter/nodejieba';
import { tagText, type Tagger } from './segmenter/tagger';
import { loadWasm } from './segmenter/wasm';

async function load(): Promise<Tagger> {
  try {
    return loadNodejieba(join(__dirname, 'native'));
  } catch (error) {
    return await readFile(join(__dirname, 'jieba_rs_wasm_bg.wasm'))
      .then(loadWasm)
      .catch((second: unknown) => {
        throw new Error(`${String(error)}; ${String(second)}`);
      });
  }
}

function answer({ name, tagWords }: Tagger): void {
  process.on('message', ({ id, text }: SegmentRequest) => {
    let reply: SegmentReply;
    try {
      reply = { id, tokens: tagText(text, tagWords) };
    } catch (error) {
      reply = { id, error: String(error) };
    }
    process.send?.(reply);
  });
  process.send?.({ ready: name } satisfies SegmenterReady);
}

process.on('disconnect', () => process.exit());
load().then(answer, (error: unknown) => {
  process.send?.({ failed: String(error) } satisfies SegmenterReady);
});
