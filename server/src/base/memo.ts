/** Results of pure functions of a piece of text, kept by its content. */
import { detached } from './detached';

/**
 * A bounded memory of results by text. Two generations: when the young one holds more than `limit` characters it becomes the
 * old one, and the old one is dropped; what is asked for again moves back to the young one. So what one version of a document
 * needs is kept for the next version, and nothing grows without bound.
 */
export class Memo<T extends NonNullable<unknown>> {
  readonly #limit: number;
  #young = new Map<string, T>();
  #old = new Map<string, T>();
  #held = 0;

  /** @param limit UTF-16 units of keys per generation */
  constructor(limit = 100_000) {
    this.#limit = limit;
  }

  /** The result for `key`; `compute` runs at most once while the key is remembered, on a copy of it that keeps no document alive. */
  get(key: string, compute: (key: string) => T): T {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const own = detached(key);
    const value = this.#old.get(key) ?? compute(own);
    if (this.#held > this.#limit) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#held = 0;
    }
    this.#young.set(own, value);
    this.#held += key.length;
    return value;
  }
}

/** The latest result of a function of a content and of something else. */
interface Kept<V> {
  /** The number of that something else, see `numberOf`. */
  readonly key: number;
  readonly value: V;
}

/** Content that versions of a document share: what follows from it alone is kept with it as long as it lives (see `perContent`). */
export abstract class Content {
  readonly #derived: unknown[] = [];

  static #slots = 0;

  /** See `perContent`. */
  static derive<C extends Content, V>(compute: (content: C) => V): (content: C) => V {
    const slot = Content.#slots++;
    return content => (content.#derived[slot] ??= compute(content)) as V;
  }

  /** See `perContentWith`. */
  static deriveWith<C extends Content, K extends object, V>(compute: (content: C, key: K) => V): (content: C, key: K) => V {
    const slot = Content.#slots++;
    // Usually called for one line after another with the same key.
    let last: K | undefined;
    let number = 0;
    return (content, key) => {
      if (key !== last) {
        last = key;
        number = numberOf(key);
      }
      let kept = content.#derived[slot] as Kept<V> | undefined;
      if (kept?.key !== number) content.#derived[slot] = kept = { key: number, value: compute(content, key) };
      return kept.value;
    };
  }
}

/** Makes a function that is computed once for each content. Its results must be neither null nor undefined. */
export function perContent<C extends Content, V extends NonNullable<unknown>>(compute: (content: C) => V): (content: C) => V {
  return Content.derive(compute);
}

/**
 * Makes a function of content and of something else that seldom changes, such as a table or the names of an article. Each content keeps the
 * result for the latest such thing without keeping the thing itself alive: content is remembered much longer than the article it stood in.
 */
export function perContentWith<C extends Content, K extends object, V>(compute: (content: C, key: K) => V): (content: C, key: K) => V {
  return Content.deriveWith(compute);
}

const numbers = new WeakMap<object, number>();
let count = 0;

/** A number of its own for every object. */
function numberOf(object: object): number {
  let number = numbers.get(object);
  if (number === undefined) numbers.set(object, (number = ++count));
  return number;
}
