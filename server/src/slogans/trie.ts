/** Finds phrases in a text in one pass: at every place the longest that begins there. */
import { PairSet, unitAt, UnitSet } from '../base/unitSet';

interface Node<T> {
  readonly next: Map<number, Node<T>>;
  value: T | undefined;
}

/** Phrases with a value each. */
export class PhraseTrie<T> {
  readonly #root: Node<T> = { next: new Map(), value: undefined };
  readonly #first = new UnitSet();
  /** First and second units of the phrases: most text that begins like a phrase does not go on like it. */
  readonly #begun = new PairSet();
  readonly #skipped: UnitSet;

  /** @param skipped units of the text that are passed over inside a phrase, such as quotation marks; no phrase holds one */
  constructor(skipped: UnitSet = new UnitSet()) {
    this.#skipped = skipped;
  }

  /** @param phrase at least two units */
  add(phrase: string, value: T): void {
    let node = this.#root;
    this.#first.add(phrase.charCodeAt(0));
    this.#begun.add(phrase.charCodeAt(0), phrase.charCodeAt(1));
    for (let i = 0; i < phrase.length; i++) {
      let next = node.next.get(phrase.charCodeAt(i));
      if (!next) node.next.set(phrase.charCodeAt(i), (next = { next: new Map(), value: undefined }));
      node = next;
    }
    node.value = value;
  }

  /**
   * Longest matches from left to right, not overlapping. Time grows with the text times the longest phrase at worst.
   * @param found offsets into `text`
   */
  scan(text: string, found: (start: number, end: number, value: T) => void): void {
    for (let at = this.#first.next(text, 0); at < text.length; at = this.#first.next(text, at + 1)) {
      if (!this.#mayBegin(text, at)) continue;
      let node: Node<T> | undefined = this.#root;
      let end = 0;
      let value: T | undefined;
      for (let i = at, skips = 0; i < text.length && skips < MOST_SKIPS; i++) {
        const unit = text.charCodeAt(i);
        if (this.#skipped.has(unit)) {
          skips++;
          continue;
        }
        node = node.next.get(unit);
        if (!node) break;
        skips = 0;
        if (node.value !== undefined) {
          end = i + 1;
          value = node.value;
        }
      }
      if (value === undefined) continue;
      found(at, end, value);
      at = end - 1;
    }
  }

  /** A quick test at a place with the first unit of a phrase: false where no phrase begins. */
  #mayBegin(text: string, at: number): boolean {
    const second = unitAt(text, at + 1);
    return this.#skipped.has(second) || this.#begun.has(text.charCodeAt(at), second);
  }
}

/** Marks in a row; more are a break in the text, not punctuation inside a phrase. */
const MOST_SKIPS = 4;
