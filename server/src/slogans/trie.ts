/** Phrases found in a text in one pass: at every place the longest that begins there. */

interface Node<T> {
  readonly next: Map<number, Node<T>>;
  value: T | undefined;
}

export class PhraseTrie<T> {
  readonly #root: Node<T> = { next: new Map(), value: undefined };

  add(phrase: string, value: T): void {
    let node = this.#root;
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
    for (let at = 0; at < text.length;) {
      let node: Node<T> | undefined = this.#root;
      let end = 0;
      let value: T | undefined;
      for (let i = at; i < text.length; i++) {
        node = node.next.get(text.charCodeAt(i));
        if (!node) break;
        if (node.value !== undefined) { end = i + 1; value = node.value; }
      }
      if (value === undefined) { at++; continue; }
      found(at, end, value);
      at = end;
    }
  }
}
