/**
 * The character model: an interpolated trigram model with back-off over the folded alphabet, read from `characters.bin`.
 * The file is written by `scripts/model/characterModel.ts`; all probabilities are natural logarithms.
 */
import { POOLS, SKIPPED, symbolTable } from './modelAlphabet';
import { StaticMap, type StaticMapShape } from './staticMap';

/** Character frequencies and n-grams over script-folded text (traditional counts as its simplified form). */
export interface CharacterModel {
  /**
   * Natural-log probability of `text[start..end)` given what stands before it in `text`.
   * @returns 0 for an empty range; always finite and never positive
   */
  score(text: string, start?: number, end?: number): number;
  /**
   * Natural-log probability of one UTF-16 unit after two others, for searches that grow text unit by unit.
   * Units are folded inside; 0x0A stands for the beginning of a text. A low surrogate costs nothing and must not be passed on as context.
   */
  step(before: number, last: number, unit: number): number;
  /**
   * The at most `most` of `units` that are most probable after two others and before a third, best first. Their score is what `step` gives
   * for each of them and for the unit that follows.
   * @param following the third unit; -1 when it is not known
   */
  fitting(before: number, last: number, units: readonly number[], following: number, most: number): readonly number[];
  /** Natural-log probability of one character without context. Rare and unknown characters share a floor. */
  unigram(char: string): number;
}

/** First four bytes of the file: “WZC1”. */
export const CHARACTERS_MAGIC = 0x31435a57;

/** Header: this many little-endian 32-bit words, see `openCharacterModel`. */
export const HEADER_WORDS = 16;

// The steps, in nats, in which logarithms of probabilities are stored: so wide that the largest values still fit their bits.
/** Step of unigram probabilities, 16 bits. */
export const UNIGRAM_STEP = 1 / 256;
/** Step of bigram probabilities, `BIGRAM_BITS`. */
export const BIGRAM_STEP = 1 / 8;
/** Step of the back-off weights of bigrams, `BACKOFF_BITS`. */
export const BACKOFF_STEP = 1 / 8;
/** Step of trigram probabilities, `TRIGRAM_BITS`. */
export const TRIGRAM_STEP = 1 / 6;
/** Step of the back-off weights of unigrams, 8 bits. */
export const UNIGRAM_BACKOFF_STEP = 1 / 32;

const LINE_FEED = 0x0a;

/** Bits of a symbol: two symbols make the key of a bigram. */
const SYMBOL_BITS = 13;
/** Bits of the probability in a bigram's cell. */
export const BIGRAM_BITS = 7;
/** Bits above them for the back-off weight. */
export const BACKOFF_BITS = 5;
/** Bits of a trigram's cell, its probability. */
export const TRIGRAM_BITS = 6;
/** The back-off weight of a bigram with which no trigram begins. */
export const NO_TRIGRAMS = (1 << BACKOFF_BITS) - 1;

/**
 * Opens the model. The file holds, little endian: a header of 32-bit words (magic, number of symbols, then segment length, segment count
 * and seed of the two static maps), the vocabulary and the unigram probabilities (16 bits each), the back-off weights of unigrams (8 bits),
 * the cells of the bigrams and those of the trigrams.
 * @param bytes the whole of `characters.bin`
 * @throws Error when it is not such a file
 */
export function openCharacterModel(bytes: Uint8Array): CharacterModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (i: number): number => view.getUint32(4 * i, true);
  if (bytes.length < 4 * HEADER_WORDS || word(0) !== CHARACTERS_MAGIC) throw new Error('characters.bin is not a character model');
  const size = word(1);
  let at = 4 * HEADER_WORDS;
  const words = (count: number): Uint16Array => {
    const out = new Uint16Array(count);
    for (let i = 0; i < count; i++) out[i] = view.getUint16(at + 2 * i, true);
    return out;
  };
  const vocabulary = words(size - POOLS.length);
  at += 2 * vocabulary.length;
  const unigrams = words(size);
  at += 2 * size;
  const backoffs = bytes.subarray(at, (at += size));
  const shape = (i: number, width: number, valueBits: number): StaticMapShape => ({
    segmentLength: word(i),
    segmentCount: word(i + 1),
    seed: word(i + 2),
    width,
    valueBits,
  });
  const bigramShape = shape(2, 3, BIGRAM_BITS + BACKOFF_BITS);
  const trigramShape = shape(5, 2, TRIGRAM_BITS);
  const cells = ({ segmentCount, segmentLength, width }: StaticMapShape): number => (segmentCount + 2) * segmentLength * width;
  const bigrams = new StaticMap(bytes.subarray(at, (at += cells(bigramShape))), bigramShape);
  const trigrams = new StaticMap(bytes.subarray(at, (at += cells(trigramShape))), trigramShape);
  if (at !== bytes.length) throw new Error('characters.bin has the wrong length');
  return new TrigramModel(symbolTable(vocabulary), unigrams, backoffs, bigrams, trigrams);
}

/** Size of the cache of bigrams, by the low bits of their key: texts and searches come back to the same ones again and again. */
const CACHE_BITS = 15;

class TrigramModel implements CharacterModel {
  readonly #symbols: Uint16Array;
  /** Log probability by symbol; for a pool that of one of its members. */
  readonly #unigrams: Float64Array;
  /** What one member of a pool costs beyond the pool itself. */
  readonly #poolPenalty: Float64Array;
  readonly #backoffs: Float64Array;
  readonly #bigrams: StaticMap;
  readonly #trigrams: StaticMap;
  readonly #cacheKeys = new Int32Array(1 << CACHE_BITS).fill(-1);
  readonly #cacheValues = new Int32Array(1 << CACHE_BITS);
  /** The last context that was asked for, and its cell: searches ask for many units after the same two. */
  #contextKey = -1;
  #context = -1;

  constructor(symbols: Uint16Array, unigrams: Uint16Array, backoffs: Uint8Array, bigrams: StaticMap, trigrams: StaticMap) {
    this.#symbols = symbols;
    this.#unigrams = new Float64Array(unigrams.length);
    this.#backoffs = new Float64Array(unigrams.length);
    this.#poolPenalty = new Float64Array(unigrams.length);
    for (let id = 0; id < unigrams.length; id++) {
      this.#unigrams[id] = -unigrams[id]! * UNIGRAM_STEP;
      this.#backoffs[id] = -backoffs[id]! * UNIGRAM_BACKOFF_STEP;
    }
    POOLS.forEach(({ size }, id) => {
      this.#poolPenalty[id] = -Math.log(size);
    });
    this.#bigrams = bigrams;
    this.#trigrams = trigrams;
  }

  score(text: string, start = 0, end = text.length): number {
    const symbols = this.#symbols;
    // What stands before the range; a text begins as a line does.
    let before = symbols[LINE_FEED]!;
    let last = before;
    let total = 0;
    for (let at = start - 1, found = 0; at >= 0 && found < 2; at--) {
      const symbol = symbols[text.charCodeAt(at)]!;
      if (symbol === SKIPPED) continue;
      if (found++ === 0) last = symbol;
      else before = symbol;
    }
    let context = this.#bigram(before, last);
    for (let at = start; at < end; at++) {
      const symbol = symbols[text.charCodeAt(at)]!;
      if (symbol === SKIPPED) continue;
      const bigram = this.#bigram(last, symbol);
      total += this.#poolPenalty[symbol]! + this.#conditional(before, last, context, symbol, bigram);
      before = last;
      last = symbol;
      context = bigram;
    }
    return total;
  }

  step(before: number, last: number, unit: number): number {
    const a = this.#symbols[before]!;
    const b = this.#symbols[last]!;
    const symbol = this.#symbols[unit]!;
    if (symbol === SKIPPED) return 0;
    const key = (a << SYMBOL_BITS) | b;
    if (key !== this.#contextKey) {
      this.#contextKey = key;
      this.#context = this.#bigram(a, b);
    }
    return this.#poolPenalty[symbol]! + this.#conditional(a, b, this.#context, symbol, this.#bigram(b, symbol));
  }

  fitting(before: number, last: number, units: readonly number[], following: number, most: number): readonly number[] {
    const symbols = this.#symbols;
    const penalty = this.#poolPenalty;
    const a = symbols[before]!;
    const b = symbols[last]!;
    const context = this.#bigram(a, b);
    const next = following < 0 ? SKIPPED : symbols[following]!;
    const best: number[] = [];
    const scores: number[] = [];
    let least = -Infinity;
    for (const unit of units) {
      // The cache is bypassed: what is asked for only once would drive out what is asked for again.
      const symbol = symbols[unit]!;
      const bigram = this.#bigrams.get(b, symbol);
      let score = penalty[symbol]! + this.#conditional(a, b, context, symbol, bigram);
      // The unit that follows can only lower the score: most units need not be looked at further.
      if (score <= least) continue;
      if (next !== SKIPPED) score += penalty[next]! + this.#conditional(b, symbol, bigram, next, this.#bigrams.get(symbol, next));
      if (score <= least) continue;
      let at = best.length === most ? most - 1 : best.length;
      for (; at > 0 && scores[at - 1]! < score; at--) {
        best[at] = best[at - 1]!;
        scores[at] = scores[at - 1]!;
      }
      best[at] = unit;
      scores[at] = score;
      if (best.length === most) least = scores[most - 1]!;
    }
    return best;
  }

  unigram(char: string): number {
    const symbol = this.#symbols[char.charCodeAt(0)] ?? 0;
    return symbol === SKIPPED ? 0 : this.#unigrams[symbol]! + this.#poolPenalty[symbol]!;
  }

  /** The cell of a bigram, -1 when it is not stored. */
  #bigram(first: number, second: number): number {
    const key = (first << SYMBOL_BITS) | second;
    const slot = (key ^ (key >>> 11)) & ((1 << CACHE_BITS) - 1);
    if (this.#cacheKeys[slot] === key) return this.#cacheValues[slot]!;
    const value = this.#bigrams.get(first, second);
    this.#cacheKeys[slot] = key;
    this.#cacheValues[slot] = value;
    return value;
  }

  /** Log probability of `symbol` after `before`, `last`; `context` and `bigram` are the cells of the two bigrams. */
  #conditional(before: number, last: number, context: number, symbol: number, bigram: number): number {
    const shorter = bigram >= 0 ? -(bigram & ((1 << BIGRAM_BITS) - 1)) * BIGRAM_STEP : this.#backoffs[last]! + this.#unigrams[symbol]!;
    if (context < 0) return shorter;
    const weight = context >>> BIGRAM_BITS;
    if (weight === NO_TRIGRAMS) return shorter;
    if (bigram >= 0) {
      const trigram = this.#trigrams.get((before << SYMBOL_BITS) | last, symbol);
      if (trigram >= 0) return -trigram * TRIGRAM_STEP;
    }
    return shorter - weight * BACKOFF_STEP;
  }
}
