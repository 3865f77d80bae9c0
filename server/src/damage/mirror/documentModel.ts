/** The character model with what the document itself says: names and terms of an article come back in it. */
import { simplifiedTable } from '../../language/script';

/** What the search asks of a model; see `CharacterModel.step`. */
export interface StepModel {
  step(before: number, last: number, unit: number): number;
}

/** The share of the document beside the general model, for what was seen after two characters and after one. */
const PAIR_SHARE = 0.25, SINGLE_SHARE = 0.08;

/** A general model mixed with the counts of a document's sound text. */
export class DocumentModel implements StepModel {
  readonly #general: StepModel;
  readonly #fold = simplifiedTable();
  readonly #pairs = new Map<number, number>();
  readonly #triples = new Map<number, number>();
  readonly #singles = new Map<number, number>();

  /** @param texts sound text of the document, in pieces */
  constructor(general: StepModel, texts: readonly string[]) {
    this.#general = general;
    const add = (counts: Map<number, number>, key: number) => counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const text of texts) {
      let before = 0, last = 0;
      for (let i = 0; i < text.length; i++) {
        const unit = this.#fold[text.charCodeAt(i)]!;
        add(this.#singles, unit);
        if (last !== 0) add(this.#pairs, last * 0x10000 + unit);
        if (before !== 0) add(this.#triples, (before * 0x10000 + last) * 0x10000 + unit);
        before = last;
        last = unit;
      }
    }
  }

  step(before: number, last: number, unit: number): number {
    const general = this.#general.step(before, last, unit);
    const a = this.#fold[before]!, b = this.#fold[last]!, c = this.#fold[unit]!;
    const pair = this.#pairs.get(b * 0x10000 + c);
    if (pair === undefined) return general;
    const seen = SINGLE_SHARE * pair / this.#singles.get(b)!;
    const triple = this.#triples.get((a * 0x10000 + b) * 0x10000 + c);
    const twice = triple === undefined ? 0 : PAIR_SHARE * triple / this.#pairs.get(a * 0x10000 + b)!;
    return Math.log(Math.exp(general) + seen + twice);
  }
}
