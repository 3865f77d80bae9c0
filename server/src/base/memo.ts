/** Results of pure functions of a piece of text, kept by its content. */

/**
 * A bounded memory of results by text. Two generations: when the young one holds more than `limit` characters it becomes the
 * old one, and the old one is dropped; what is asked for again moves back to the young one. So what one version of a document
 * needs is kept for the next version, and nothing grows without bound.
 */
export class Memo<T> {
  readonly #limit: number;
  #young = new Map<string, T>();
  #old = new Map<string, T>();
  #held = 0;

  /** @param limit UTF-16 units of keys per generation */
  constructor(limit = 200_000) {
    this.#limit = limit;
  }

  /** The result for `key`; `compute` runs at most once while the key is remembered. */
  get(key: string, compute: (key: string) => T): T {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    const value = old !== undefined ? old : compute(key);
    if (this.#held > this.#limit) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#held = 0;
    }
    this.#young.set(detached(key), value);
    this.#held += key.length;
    return value;
  }
}

/**
 * A copy that does not keep a whole document alive: engines represent a long slice as a view into the text it came from.
 * Appending makes a new text of its own, and slicing that gives a view into no more than the copy (40 times as fast as joining characters).
 */
export function detached(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

/** A function of an object whose result is kept as long as the object lives; for what is derived from content that is shared between versions. */
export function perObject<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const results = new WeakMap<K, { readonly value: V }>();
  return key => {
    let result = results.get(key);
    if (!result) {
      result = { value: compute(key) };
      results.set(key, result);
    }
    return result.value;
  };
}
