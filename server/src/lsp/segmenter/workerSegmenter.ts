/** The segmenter on Node: in a thread of its own, started when first asked for, let go when nobody asks for a while. */
import { Worker } from 'node:worker_threads';
import type { Segmenter, Token } from '../../language/language';
import type { SegmentReply, SegmenterReady } from './messages';

interface Waiting {
  readonly resolve: (tokens: readonly Token[]) => void;
  readonly reject: (error: Error) => void;
}

/** Milliseconds without a request after which the thread and its 250 MB are let go. */
const IDLE = 120_000;

export class WorkerSegmenter implements Segmenter {
  readonly #file: string;
  readonly #idle: number;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #name: Segmenter['name'] = 'nodejieba';
  #ready = false;
  #next = 0;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param file the bundled `segmenter.worker.js`
   * @param idle milliseconds without a request after which it is released
   */
  constructor(file: string, idle = IDLE) {
    this.#file = file;
    this.#idle = idle;
  }

  get name(): Segmenter['name'] {
    return this.#name;
  }

  /** Whether a request is answered at once; `tag` starts the loading. */
  get ready(): boolean {
    return this.#ready;
  }

  tag(text: string): Promise<readonly Token[]> {
    const worker = (this.#worker ??= this.#start()), id = this.#next++;
    clearTimeout(this.#timer);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ id, text });
    });
  }

  /** Lets the thread go. Requests that are waiting reject; a later one starts it again. */
  release(): void {
    this.#stop(new Error('the segmenter was released'));
  }

  #start(): Worker {
    const worker = new Worker(this.#file);
    worker.on('message', (message: SegmenterReady | SegmentReply) => {
      if (worker === this.#worker) this.#receive(message);
    });
    worker.on('error', error => { if (worker === this.#worker) this.#stop(error); });
    return worker;
  }

  #receive(message: SegmenterReady | SegmentReply): void {
    if ('failed' in message) return this.#stop(new Error(message.failed));
    if ('ready' in message) {
      this.#name = message.ready;
      this.#ready = true;
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if ('tokens' in message) waiting?.resolve(message.tokens); else waiting?.reject(new Error(message.error));
    if (this.#waiting.size > 0) return;
    // A thread that waits for work must not keep the server from ending.
    this.#worker?.unref();
    this.#timer = setTimeout(() => this.release(), this.#idle).unref();
  }

  #stop(error: Error): void {
    clearTimeout(this.#timer);
    void this.#worker?.terminate();
    this.#worker = undefined;
    this.#ready = false;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
