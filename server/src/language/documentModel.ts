/**
 * The character model adapted to one document: an article repeats its own names, places and phrases, so what its sound parts
 * say is mixed in (a cache model after Kuhn and De Mori, 1990). Saves 0.7 of 6.1 bits a character on the seeds.
 */
import type { CharacterModel } from './characterModel';
import { lookupTable } from './script';

/** Largest shares of the document's own trigrams, bigrams and unigrams; the shares grow with how often the context was seen. */
const SHARE = { trigram: 0.35, bigram: 0.2, unigram: 0.03 };

/** How often a context must be seen for half of its share. */
const HALF = { trigram: 1, bigram: 3 };

const LINE_FEED = 0x0a;

/** Most different characters of a document that are numbered. */
const SPAN = 8192;

/**
 * @param model the general model
 * @param sound the parts of the document that are known to be sound, with a line feed in place of every part that is not:
 *   nothing is learned across a line feed
 */
export function adaptToDocument(model: CharacterModel, sound: string): CharacterModel {
  return new DocumentModel(model, sound);
}

class DocumentModel implements CharacterModel {
  readonly #model: CharacterModel;
  /** The document's own number for every unit, folded; 0 for units that it lacks and for the line feed. */
  readonly #numbers = new Uint16Array(0x10000);
  /** By number: how often it occurs, and how often something follows it. */
  readonly #unigrams: number[] = [0];
  readonly #contexts: number[] = [0];
  /** Pairs of numbers, `first * SPAN + second`, to their place in `#pairCounts`; a place and a third number, in the same way, to a count. */
  readonly #pairs = new Map<number, number>();
  readonly #pairCounts: number[] = [];
  readonly #trigrams = new Map<number, number>();
  #total = 1;

  constructor(model: CharacterModel, sound: string) {
    this.#model = model;
    const fold = lookupTable(), numbers = this.#numbers;
    for (let i = 0; i < sound.length; i++) {
      const unit = fold[sound.charCodeAt(i)]!;
      if (unit === LINE_FEED || numbers[unit] !== 0 || this.#unigrams.length >= SPAN) continue;
      numbers[unit] = this.#unigrams.length;
      this.#unigrams.push(0);
      this.#contexts.push(0);
    }
    for (let unit = 0; unit < 0x10000; unit++) numbers[unit] = numbers[fold[unit]!]!;
    let last = 0, pair = -1;
    for (let i = 0; i < sound.length; i++) {
      const number = numbers[sound.charCodeAt(i)]!;
      if (number !== 0) {
        this.#unigrams[number]!++;
        this.#total++;
        if (pair >= 0) this.#trigrams.set(pair * SPAN + number, (this.#trigrams.get(pair * SPAN + number) ?? 0) + 1);
      }
      pair = last !== 0 && number !== 0 ? this.#count(last, number) : -1;
      last = number;
    }
  }

  /** Counts a pair; returns its place. */
  #count(first: number, second: number): number {
    this.#contexts[first]!++;
    const key = first * SPAN + second;
    let place = this.#pairs.get(key);
    if (place === undefined) this.#pairs.set(key, (place = this.#pairCounts.push(0) - 1));
    this.#pairCounts[place]!++;
    return place;
  }

  score(text: string, start = 0, end = text.length): number {
    let before = LINE_FEED, last = LINE_FEED, total = 0;
    for (let at = start - 1, found = 0; at >= 0 && found < 2; at--) {
      const unit = text.charCodeAt(at);
      if (unit >= 0xdc00 && unit < 0xe000) continue;
      if (found++ === 0) last = unit; else before = unit;
    }
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at);
      total += this.step(before, last, unit);
      if (unit >= 0xdc00 && unit < 0xe000) continue;
      before = last;
      last = unit;
    }
    return total;
  }

  /** The general log probability of `unit` after two others, mixed with the document's. */
  step(before: number, last: number, unit: number): number {
    const general = this.#model.step(before, last, unit), numbers = this.#numbers, b = numbers[last]!, c = numbers[unit]!;
    const context = this.#contexts[b]!, place = context > 0 ? this.#pairs.get(numbers[before]! * SPAN + b) : undefined, pairs = place === undefined ? 0 : this.#pairCounts[place]!;
    const bigramShare = SHARE.bigram * context / (context + HALF.bigram), trigramShare = SHARE.trigram * pairs / (pairs + HALF.trigram);
    // What the document has not seen costs a little more, whatever stands before.
    const rest = 1 - SHARE.unigram - bigramShare - trigramShare;
    if (c === 0) return general + Math.log(rest);
    let probability = rest * Math.exp(general) + SHARE.unigram * this.#unigrams[c]! / this.#total;
    const pair = context > 0 ? this.#pairs.get(b * SPAN + c) : undefined;
    if (pair !== undefined) {
      probability += bigramShare * this.#pairCounts[pair]! / context;
      if (place !== undefined) probability += trigramShare * (this.#trigrams.get(place * SPAN + c) ?? 0) / pairs;
    }
    return Math.min(0, Math.log(probability));
  }

  unigram(char: string): number {
    return this.#model.unigram(char);
  }
}
