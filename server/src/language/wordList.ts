/** The word list, read from `words.bin` as it is: a static map from the hash of a word to its part of speech and frequency. */
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
}

/** First four bytes of the file: “WZW2”. */
export const WORDS_MAGIC = 0x32575a57;

/** Bits of a cell: part of speech, above it the frequency as `round(log(frequency) * FREQUENCY_SCALE)`. */
export const TAG_BITS = 5, FREQUENCY_BITS = 6, FREQUENCY_SCALE = 5;

/** Two independent hashes of a folded word: the key of the static map. */
export function wordKey(word: string): readonly [number, number] {
  const fold = simplifiedTable();
  let high = word.length, low = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) {
    const unit = fold[word.charCodeAt(i)]!;
    high = Math.imul(high ^ unit, 0x9e3779b1) ^ (high >>> 15);
    low = Math.imul(low ^ unit, 0x01000193);
  }
  return [high, low];
}

/**
 * @param bytes the whole of `words.bin`: magic u32, segment length u32, segment count u32, seed u32, bytes of the tag names u32, tag names (ASCII, by spaces), cells
 * @throws Error when it is not such a file
 */
export function openWordList(bytes: Uint8Array): WordList {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 20 || view.getUint32(0, true) !== WORDS_MAGIC) throw new Error('words.bin is not a word list');
  const at = 20 + view.getUint32(16, true), tags = String.fromCharCode(...bytes.subarray(20, at)).split(' ');
  const map = new StaticMap(bytes.subarray(at), {
    segmentLength: view.getUint32(4, true), segmentCount: view.getUint32(8, true), seed: view.getUint32(12, true), width: 3, valueBits: TAG_BITS + FREQUENCY_BITS,
  });
  const find = (word: string): number => {
    if (word === '') return -1;
    const [high, low] = wordKey(word);
    return map.get(high, low);
  };
  return {
    has: word => find(word) >= 0,
    frequency: word => {
      const cell = find(word);
      return cell < 0 ? 0 : Math.round(Math.exp((cell >> TAG_BITS) / FREQUENCY_SCALE));
    },
    tag: word => {
      const cell = find(word);
      return cell < 0 ? undefined : tags[cell & ((1 << TAG_BITS) - 1)];
    },
  };
}
