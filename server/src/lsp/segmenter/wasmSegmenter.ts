/** The segmenter in a browser worker: jieba as WebAssembly, loaded when first asked for. */
import init, { tag as tagWithWasm } from 'jieba-wasm/web';
import type { Segmenter, Token } from '../../language/language';
import { tagText } from './tagger';

export class WasmSegmenter implements Segmenter {
  readonly name = 'jieba-wasm';
  readonly #wasm: () => Promise<BufferSource | Response>;
  #loading: Promise<unknown> | undefined;
  #ready = false;

  /** @param wasm gets `jieba_rs_wasm_bg.wasm` */
  constructor(wasm: () => Promise<BufferSource | Response>) {
    this.#wasm = wasm;
  }

  get ready(): boolean {
    return this.#ready;
  }

  async tag(text: string): Promise<readonly Token[]> {
    this.#loading ??= this.#wasm().then(module => init({ module_or_path: module })).then(() => { this.#ready = true; });
    await this.#loading;
    return tagText(text, piece => tagWithWasm(piece, true));
  }

  /** WebAssembly memory goes with the worker; there is nothing to give back before. */
  release(): void {}
}
