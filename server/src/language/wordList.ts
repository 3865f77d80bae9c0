/**
 * The word list, read from `words.bin` without unpacking it: a static map from the hash of a word to its part of speech and frequency.
 */
import { simplifiedTable } from './script';
import { StaticMap } from './staticMap';

/** A list of words with frequencies. Traditional words are folded before look-up. */
export interface WordList {
  /** Whether the list has the word; one in 8,192 strings that it does not have is taken for a word. */
  has(word: string): boolean;
  /** Occurrences in the counted text, exact up to 4, to within a tenth above; 0 for an unknown word. */
  frequency(word: string): number;
  /** Part of speech in jieba's tag set (`n`, `v`, `nr`, `ns` …), `x` for tags of few words; undefined for an unknown word. */
  tag(word: string): string | undefined;
  /** Which of `units` (UTF-16) make a word of the list when they stand behind `prefix`; as sure as `has`. */
  continuing(prefix: string, units: Uint16Array): readonly number[];
}

/** Natural logarithm of the sum of all frequencies in the list. */
export const LOG_TOTAL = Math.log(6e7);

/** First four bytes of the file: “WZW3”. */
export const WORDS_MAGIC = 0x33575a57;

/** Bits of a cell for the part of speech, an index into the tag names. */
export const TAG_BITS = 5;
/** Bits above them for the frequency, as `round(log(frequency) * FREQUENCY_SCALE)`. */
export const FREQUENCY_BITS = 6;
/** Levels of frequency to a factor of e. */
export const FREQUENCY_SCALE = 5;
/** By level. */
const FREQUENCIES = Array.from({ length: 2 ** FREQUENCY_BITS }, (_, level) => Math.round(Math.exp(level / FREQUENCY_SCALE)));

/** Two independent hashes of a folded word: the key of the static map. */
export function wordHashes(word: string): { high: number; low: number } {
  return { high: highHash(word, simplifiedTable()), low: lowHash(word, simplifiedTable()) };
}

function highHash(word: string, fold: Uint16Array): number {
  let hash = word.length;
  for (let i = 0; i < word.length; i++) hash = nextHigh(hash, fold[word.charCodeAt(i)]!);
  return hash;
}

const nextHigh = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x9e3779b1) ^ (hash >>> 15);

const LOW_START = 0x811c9dc5 | 0;

function lowHash(word: string, fold: Uint16Array): number {
  let hash = LOW_START;
  for (let i = 0; i < word.length; i++) hash = nextLow(hash, fold[word.charCodeAt(i)]!);
  return hash;
}

const nextLow = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** Size of the cache of words, by the low bits of their hash: rules ask for the same ones again and again. */
const CACHE_SIZE = 1 << 12;

/**
 * Opens the list.
 * @param bytes the whole of `words.bin`: magic, segment length, segment count, seed, bytes of the tag names, bytes of the cells (u32 each),
 *   tag names (ASCII, by spaces), cells
 * @throws Error when it is not such a file
 */
export function openWordList(bytes: Uint8Array): WordList {
  return new HashedWords(bytes);
}

class HashedWords implements WordList {
  readonly #map: StaticMap;
  readonly #tags: readonly string[];
  readonly #fold = simplifiedTable();
  readonly #cachedHigh = new Int32Array(CACHE_SIZE);
  readonly #cachedLow = new Int32Array(CACHE_SIZE);
  readonly #cachedCell = new Int32Array(CACHE_SIZE).fill(-1);

  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const word = (i: number): number => view.getUint32(4 * i, true);
    if (bytes.length < 24 || word(0) !== WORDS_MAGIC) throw new Error('words.bin is not a word list');
    const cells = 24 + word(4);
    this.#tags = String.fromCharCode(...bytes.subarray(24, cells)).split(' ');
    this.#map = new StaticMap(bytes.subarray(cells, cells + word(5)), {
      segmentLength: word(1),
      segmentCount: word(2),
      seed: word(3),
      width: 3,
      valueBits: TAG_BITS + FREQUENCY_BITS,
    });
  }

  has(word: string): boolean {
    return this.#find(word) >= 0;
  }

  frequency(word: string): number {
    const cell = this.#find(word);
    return cell < 0 ? 0 : FREQUENCIES[cell >> TAG_BITS]!;
  }

  tag(word: string): string | undefined {
    const cell = this.#find(word);
    return cell < 0 ? undefined : this.#tags[cell & ((1 << TAG_BITS) - 1)];
  }

  continuing(prefix: string, units: Uint16Array): readonly number[] {
    // The hashes of the prefix are made once, and thousands of strings not at all.
    const fold = this.#fold;
    const length = prefix.length + 1;
    const low = lowHash(prefix, fold);
    const found: number[] = [];
    let high = length;
    for (let i = 0; i < prefix.length; i++) high = nextHigh(high, fold[prefix.charCodeAt(i)]!);
    for (const unit of units) if (this.#map.get(nextHigh(high, fold[unit]!), nextLow(low, fold[unit]!)) >= 0) found.push(unit);
    return found;
  }

  /** The word's cell, -1 when it is not in the list. */
  #find(word: string): number {
    if (word === '') return -1;
    const fold = this.#fold;
    // Both hashes in one pass: rules ask for some words at every character.
    let high = word.length;
    let low = LOW_START;
    for (let i = 0; i < word.length; i++) {
      const unit = fold[word.charCodeAt(i)]!;
      high = nextHigh(high, unit);
      low = nextLow(low, unit);
    }
    const slot = (high ^ (high >>> 12)) & (CACHE_SIZE - 1);
    if (this.#cachedHigh[slot] === high && this.#cachedLow[slot] === low) return this.#cachedCell[slot]!;
    const cell = this.#map.get(high, low);
    this.#cachedHigh[slot] = high;
    this.#cachedLow[slot] = low;
    this.#cachedCell[slot] = cell;
    return cell;
  }
}
