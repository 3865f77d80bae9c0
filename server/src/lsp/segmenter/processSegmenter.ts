/**
 * The segmenter on Node: in a process of its own. A thread would not do: what the native build allocates is not freed when its thread ends
 * (250 MB each time), and a broken dictionary aborts the whole process.
 */
import { fork, type ChildProcess } from 'node:child_process';
import type { Segmenter, Token } from '../../language/language';
import type { SegmentReply, SegmenterReady } from './messages';

interface Waiting {
  readonly resolve: (tokens: readonly Token[]) => void;
  readonly reject: (error: Error) => void;
}

/** Milliseconds without a request after which the process is ended, to free its 250 MB. */
const IDLE = 120_000;

/** Starts the process when it is first asked and ends it when nobody asks for a while. */
export class ProcessSegmenter implements Segmenter {
  readonly #file: string;
  readonly #idle: number;
  readonly #waiting = new Map<number, Waiting>();
  #process: ChildProcess | undefined;
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

  get ready(): boolean {
    return this.#ready;
  }

  tag(text: string): Promise<readonly Token[]> {
    const child = (this.#process ??= this.#start());
    const id = this.#next++;
    clearTimeout(this.#timer);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      child.ref();
      child.channel?.ref();
      child.send({ id, text }, error => {
        if (error && child === this.#process) this.#stop(error);
      });
    });
  }

  release(): void {
    this.#stop(new Error('the segmenter was released'));
  }

  #start(): ChildProcess {
    const child = fork(this.#file, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [], serialization: 'advanced' });
    const mine = (): boolean => child === this.#process;
    child.on('message', message => {
      if (mine()) this.#receive(message as SegmenterReady | SegmentReply);
    });
    child.on('error', error => {
      if (mine()) this.#stop(error);
    });
    child.on('exit', code => {
      if (mine()) this.#stop(new Error(`the segmenter ended with ${code}`));
    });
    return child;
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
    if ('tokens' in message) waiting?.resolve(message.tokens);
    else waiting?.reject(new Error(message.error));
    if (this.#waiting.size > 0) return;
    // A process that waits for work must not keep the server from ending.
    this.#process?.unref();
    this.#process?.channel?.unref();
    this.#timer = setTimeout(() => this.release(), this.#idle).unref();
  }

  #stop(error: Error): void {
    clearTimeout(this.#timer);
    this.#process?.kill();
    this.#process = undefined;
    this.#ready = false;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
