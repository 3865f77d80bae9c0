/** The segmenter in a browser worker. */
import type { Segmenter, Token } from '../../language/language';
import { tagText, type Tagger } from './tagger';
import { loadWasm } from './wasm';

/** jieba as WebAssembly, loaded when first asked for. */
export class WasmSegmenter implements Segmenter {
  readonly name = 'jieba-wasm';
  readonly #fetch: () => Promise<Uint8Array<ArrayBuffer>>;
  #loading: Promise<Tagger> | undefined;
  #ready = false;

  /** @param fetch gets `jieba_rs_wasm_bg.wasm` */
  constructor(fetch: () => Promise<Uint8Array<ArrayBuffer>>) {
    this.#fetch = fetch;
  }

  get ready(): boolean {
    return this.#ready;
  }

  async tag(text: string): Promise<readonly Token[]> {
    const { tagWords } = await (this.#loading ??= this.#fetch().then(loadWasm));
    this.#ready = true;
    return tagText(text, tagWords);
  }

  /** Does nothing: WebAssembly memory is freed only when the worker ends. */
  release(): void {}
}
