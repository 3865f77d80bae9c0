/**
 * Counts texts and a word list into `characters.bin`: an interpolated Kneser-Ney trigram model with the modified discounts of
 * Chen and Goodman (“An empirical study of smoothing techniques”, 1998), pruned by weighted difference (Seymore and Rosenfeld,
 * “Scalable backoff language models”, 1996), quantised.
 */
import {
  BACKOFF_BITS,
  BACKOFF_STEP,
  BIGRAM_BITS,
  BIGRAM_STEP,
  CHARACTERS_MAGIC,
  HEADER_WORDS,
  NO_TRIGRAMS,
  TRIGRAM_BITS,
  TRIGRAM_STEP,
  UNIGRAM_BACKOFF_STEP,
  UNIGRAM_STEP,
} from '../../server/src/language/characterModel';
import { CharacterClass, characterClasses, HAN } from '../../server/src/language/characters';
import { modelFolding, POOLS, SKIPPED, symbolTable } from '../../server/src/language/modelAlphabet';
import type { DictionaryWord } from './sources';
import { buildStaticMap, type StaticMapEntry } from './staticMapBuilder';

/** What goes into the model. */
export interface CharacterModelOptions {
  /** How many bigrams and trigrams to keep. */
  readonly bigrams: number;
  readonly trigrams: number;
  /** What one occurrence in the word list counts against one in the texts. */
  readonly wordWeight: number;
  /** What one occurrence of a pair in the word list counts against one more character that the pair follows in the texts. */
  readonly pairWeight: number;
}

/** Symbols are at most 13 bits. */
const SPAN = 8192;
/** What is subtracted from counts of one, two, and three or more; interpolated between them, since counts of words are fractions. */
const DISCOUNT = { bigram: [0.75, 1.12, 1.42], trigram: [0.8, 1.4, 2] } as const;
/** Share of the unigram probability that is spread evenly over all ideographs, so that no character is impossible. */
const EVEN_SHARE = 0.01;

class Counter {
  readonly counts = new Map<number, number>();
  add(key: number, amount: number): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + amount);
  }
}

/** How often n-grams occur. Keys of bigrams and trigrams are their symbols in base `SPAN`. */
interface Counts {
  readonly unigrams: Float64Array;
  /** For Kneser and Ney: how many different characters stand before a pair, instead of how often it occurs. */
  readonly bigrams: Counter;
  readonly trigrams: Counter;
  /** How often a pair occurs. */
  readonly pairs: Counter;
}

/** The content of `characters.bin`; its layout is described at `openCharacterModel`. */
export function buildCharacterModel(
  texts: readonly string[],
  dictionary: readonly DictionaryWord[],
  options: CharacterModelOptions,
): Uint8Array {
  const vocabulary = chooseVocabulary(texts, dictionary);
  const symbols = symbolTable(vocabulary);
  const counts: Counts = {
    unigrams: new Float64Array(POOLS.length + vocabulary.length),
    bigrams: new Counter(),
    trigrams: new Counter(),
    pairs: new Counter(),
  };
  for (const text of texts) countText(text, symbols, counts);
  for (const word of dictionary) countWord(word, symbols, counts, options);
  const model = interpolated(counts);
  return encode(vocabulary, model, prune(counts, model, options));
}

function countText(text: string, symbols: Uint16Array, { unigrams, bigrams, trigrams, pairs }: Counts): void {
  const start = symbols[0x0a]!;
  let before = start;
  let last = start;
  for (let i = 0; i < text.length; i++) {
    const symbol = symbols[text.charCodeAt(i)]!;
    if (symbol === SKIPPED || (symbol === start && last === start)) continue;
    unigrams[symbol]!++;
    const trigram = (before * SPAN + last) * SPAN + symbol;
    // A pair counts once for every character before it: as the shorter context it stands where the longer one was not seen.
    if (!trigrams.counts.has(trigram)) bigrams.add(last * SPAN + symbol, 1);
    trigrams.add(trigram, 1);
    pairs.add(last * SPAN + symbol, 1);
    before = last;
    last = symbol;
  }
}

function countWord({ word, frequency }: DictionaryWord, symbols: Uint16Array, counts: Counts, options: CharacterModelOptions): void {
  const ids = Array.from(word, c => symbols[c.charCodeAt(0)]!);
  const weight = frequency * options.wordWeight;
  ids.forEach((id, i) => {
    counts.unigrams[id]! += weight;
    if (i >= 1) {
      counts.bigrams.add(ids[i - 1]! * SPAN + id, frequency * options.pairWeight);
      counts.pairs.add(ids[i - 1]! * SPAN + id, weight);
    }
    if (i >= 2) counts.trigrams.add((ids[i - 2]! * SPAN + ids[i - 1]!) * SPAN + id, weight);
  });
}

/** The probabilities of n-grams before any of them is left out. */
interface Model {
  readonly unigram: Float64Array;
  readonly bigram: Interpolated;
  readonly trigram: Interpolated;
}

function interpolated({ unigrams, bigrams, trigrams, pairs }: Counts): Model {
  const unigram = unigramProbabilities(unigrams, pairs.counts);
  const bigram = interpolate(
    bigrams.counts,
    key => Math.floor(key / SPAN),
    key => unigram[key % SPAN]!,
    DISCOUNT.bigram,
  );
  const trigram = interpolate(
    trigrams.counts,
    key => Math.floor(key / SPAN),
    key => bigram.probability(key % (SPAN * SPAN)),
    DISCOUNT.trigram,
  );
  return { unigram, bigram, trigram };
}

/** The n-grams that are kept. */
interface Kept {
  readonly bigrams: ReadonlySet<number>;
  readonly trigrams: ReadonlySet<number>;
}

/** Keeps the n-grams whose loss would change the probability of the texts most. */
function prune(counts: Counts, { unigram, bigram, trigram }: Model, options: CharacterModelOptions): Kept {
  const total = counts.unigrams.reduce((a, b) => a + b, 0);
  const trigrams = new Set<number>();
  const bigrams = new Set<number>();
  // Trigrams first: each needs the bigrams it begins and ends with.
  for (const key of best(counts.trigrams.counts, options.trigrams, key => {
    const shorter = bigram.probability(key % (SPAN * SPAN)) * trigram.rest(Math.floor(key / SPAN));
    return (
      ((counts.pairs.counts.get(Math.floor(key / SPAN)) ?? 0) / total) *
      trigram.probability(key) *
      Math.log(trigram.probability(key) / shorter)
    );
  })) {
    trigrams.add(key);
    bigrams.add(Math.floor(key / SPAN)).add(key % (SPAN * SPAN));
  }
  for (const key of best(counts.bigrams.counts, options.bigrams, key => {
    const context = Math.floor(key / SPAN);
    return (
      (counts.unigrams[context]! / total) *
      bigram.probability(key) *
      Math.log(bigram.probability(key) / (unigram[key % SPAN]! * bigram.rest(context)))
    );
  })) {
    if (bigrams.size >= options.bigrams) break;
    bigrams.add(key);
  }
  return { bigrams, trigrams };
}

function encode(vocabulary: Uint16Array, { unigram, bigram, trigram }: Model, kept: Kept): Uint8Array {
  const bigramRest = backoffWeights(kept.bigrams, bigram.probability, key => unigram[key % SPAN]!);
  const trigramRest = backoffWeights(kept.trigrams, trigram.probability, key => bigram.probability(key % (SPAN * SPAN)));
  const quantise = (probability: number, step: number, levels: number): number =>
    Math.min(levels, Math.max(0, Math.round(-Math.log(probability) / step)));
  const bigramTable = buildStaticMap(
    [...kept.bigrams].map((key): StaticMapEntry => {
      const rest = trigramRest.get(key);
      const weight = rest === undefined ? NO_TRIGRAMS : quantise(rest, BACKOFF_STEP, NO_TRIGRAMS - 1);
      return {
        high: Math.floor(key / SPAN),
        low: key % SPAN,
        value: (weight << BIGRAM_BITS) | quantise(bigram.probability(key), BIGRAM_STEP, (1 << BIGRAM_BITS) - 1),
      };
    }),
    3,
    BIGRAM_BITS + BACKOFF_BITS,
  );
  const trigramTable = buildStaticMap(
    [...kept.trigrams].map((key): StaticMapEntry => ({
      high: Math.floor(key / SPAN),
      low: key % SPAN,
      value: quantise(trigram.probability(key), TRIGRAM_STEP, (1 << TRIGRAM_BITS) - 1),
    })),
    2,
    TRIGRAM_BITS,
  );
  const header = new Uint32Array(HEADER_WORDS);
  header.set([
    CHARACTERS_MAGIC,
    unigram.length,
    ...[bigramTable, trigramTable].flatMap(({ shape }) => [shape.segmentLength, shape.segmentCount, shape.seed]),
  ]);
  return Buffer.concat([
    new Uint8Array(header.buffer),
    new Uint8Array(vocabulary.slice().buffer),
    new Uint8Array(Uint16Array.from(unigram, p => quantise(p, UNIGRAM_STEP, 0xffff)).buffer),
    Uint8Array.from({ length: unigram.length }, (_, id) => quantise(bigramRest.get(id) ?? 1, UNIGRAM_BACKOFF_STEP, 255)),
    bigramTable.cells,
    trigramTable.cells,
  ]);
}

/** Folded units that are symbols of their own: ideographs that occur, and punctuation that is not rare. */
function chooseVocabulary(texts: readonly string[], dictionary: readonly DictionaryWord[]): Uint16Array {
  const fold = modelFolding();
  const classes = characterClasses();
  const counts = new Float64Array(0x10000);
  const count = (text: string, amount: number): void => {
    for (let i = 0; i < text.length; i++) counts[fold[text.charCodeAt(i)]!]! += amount;
  };
  for (const text of texts) count(text, 1);
  for (const { word, frequency } of dictionary) count(word, frequency / 10);
  const pooled = symbolTable(new Uint16Array(0));
  return Uint16Array.from({ length: 0x10000 }, (_, unit) => unit)
    .filter(
      unit =>
        unit === 0x0a ||
        (classes[unit]! & HAN
          ? counts[unit]! >= 1
          : counts[unit]! >= 20 &&
            (pooled[unit] === 0 || (classes[unit]! & (CharacterClass.ChinesePunctuation | CharacterClass.AsciiPunctuation)) !== 0)),
    )
    .sort((a, b) => counts[b]! - counts[a]!)
    .slice(0, SPAN - POOLS.length - 1);
}

/** Half by occurrences, half by the number of different characters that come before (Kneser and Ney), a little evenly. */
function unigramProbabilities(counts: Float64Array, bigrams: ReadonlyMap<number, number>): Float64Array {
  const variety = new Float64Array(counts.length);
  for (const [key, count] of bigrams) variety[key % SPAN]! += Math.min(count, 1);
  const total = counts.reduce((a, b) => a + b, 0);
  const kinds = variety.reduce((a, b) => a + b, 0);
  const even = Float64Array.from(counts, (_, id) => (id < POOLS.length ? 1 : 2)); // a pool as a whole, not each member
  even[1] = counts.length / 4; // ideographs outside the vocabulary
  const evenTotal = even.reduce((a, b) => a + b, 0);
  return counts.map(
    (count, id) => (1 - EVEN_SHARE) * ((0.5 * count) / total + (0.5 * variety[id]!) / kinds) + (EVEN_SHARE * even[id]!) / evenTotal,
  );
}

interface Interpolated {
  /** Probability of the last symbol of `key` after the others. */
  probability(key: number): number;
  /** What is left for the shorter context after a context. */
  rest(context: number): number;
}

function interpolate(
  counts: ReadonlyMap<number, number>,
  contextOf: (key: number) => number,
  shorter: (key: number) => number,
  discounts: readonly [number, number, number],
): Interpolated {
  const totals = new Map<number, number>();
  const discounted = new Map<number, number>();
  for (const [key, count] of counts) {
    const context = contextOf(key);
    totals.set(context, (totals.get(context) ?? 0) + count);
    discounted.set(context, (discounted.get(context) ?? 0) + discount(count, discounts));
  }
  const rest = (context: number): number => (totals.has(context) ? discounted.get(context)! / totals.get(context)! : 1);
  return {
    rest,
    probability(key) {
      const context = contextOf(key);
      const count = counts.get(key) ?? 0;
      return (count === 0 ? 0 : (count - discount(count, discounts)) / totals.get(context)!) + rest(context) * shorter(key);
    },
  };
}

function discount(count: number, [one, two, three]: readonly [number, number, number]): number {
  return count <= 1 ? count * one : count <= 2 ? one + (count - 1) * (two - one) : count <= 3 ? two + (count - 2) * (three - two) : three;
}

/** For every context of the kept entries the factor for what was not kept, so that each context's probabilities add up to one. */
function backoffWeights(
  kept: ReadonlySet<number>,
  probability: (key: number) => number,
  shorter: (key: number) => number,
): Map<number, number> {
  const own = new Map<number, number>();
  const lower = new Map<number, number>();
  for (const key of kept) {
    const context = Math.floor(key / SPAN);
    own.set(context, (own.get(context) ?? 0) + probability(key));
    lower.set(context, (lower.get(context) ?? 0) + shorter(key));
  }
  return new Map([...own].map(([context, sum]) => [context, Math.max(1e-4, 1 - sum) / Math.max(1e-4, 1 - lower.get(context)!)]));
}

/** The `limit` keys with the highest value, best first. */
function best(counts: ReadonlyMap<number, number>, limit: number, value: (key: number) => number): number[] {
  const keys = [...counts.keys()];
  const values = Float64Array.from(keys, value);
  const order = Uint32Array.from(keys, (_, i) => i).sort((a, b) => values[b]! - values[a]!);
  return Array.from(order.subarray(0, limit), i => keys[i]!);
}
