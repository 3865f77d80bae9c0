/** Look-up of the words of a list at a place in a text, forwards and backwards, in time independent of the list. */

export class WordIndex {
  readonly #first = new Map<number, string[]>();
  readonly #last = new Map<number, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of new Set(words)) {
      push(this.#first, word.charCodeAt(0), word);
      push(this.#last, word.charCodeAt(word.length - 1), word);
    }
    for (const group of [...this.#first.values(), ...this.#last.values()]) group.sort((a, b) => b.length - a.length);
  }

  /** The longest word that begins at `at`; null when none does. */
  startingAt(text: string, at: number): string | null {
    return this.#first.get(text.charCodeAt(at))?.find(word => text.startsWith(word, at)) ?? null;
  }

  /** The longest word that ends before `at` and begins at or after `from`; null when none does. */
  endingAt(text: string, at: number, from = 0): string | null {
    return this.#last.get(text.charCodeAt(at - 1))?.find(word => at - word.length >= from && text.startsWith(word, at - word.length)) ?? null;
  }
}

function push(map: Map<number, string[]>, key: number, word: string): void {
  const group = map.get(key);
  if (group) group.push(word); else map.set(key, [word]);
}
