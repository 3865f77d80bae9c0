/** Writes `words.bin` (layout: `openWordList`). */
import { foldScript } from '../../server/src/language/script';
import { FREQUENCY_BITS, FREQUENCY_SCALE, TAG_BITS, WORDS_MAGIC, wordHashes } from '../../server/src/language/wordList';
import type { DictionaryWord } from './sources';
import { buildStaticMap } from './staticMapBuilder';

/** The tag of words whose own tag is not among the most frequent ones: jieba's “other”. */
const OTHER = 'x';

/** The content of `words.bin`. */
export function buildWordList(dictionary: readonly DictionaryWord[]): Uint8Array {
  const words = new Map<string, DictionaryWord>();
  const tagCounts = new Map<string, number>();
  for (const entry of dictionary) {
    const word = foldScript(entry.word);
    const other = words.get(word);
    words.set(
      word,
      other
        ? { word, frequency: other.frequency + entry.frequency, tag: other.frequency > entry.frequency ? other.tag : entry.tag }
        : { ...entry, word },
    );
    tagCounts.set(entry.tag, (tagCounts.get(entry.tag) ?? 0) + 1);
  }
  tagCounts.delete(OTHER);
  const tags = [
    OTHER,
    ...[...tagCounts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, (1 << TAG_BITS) - 1)
      .map(([tag]) => tag),
  ];
  const { cells, shape } = buildStaticMap(
    [...words.values()].map(({ word, tag, frequency }) => {
      const { high, low } = wordHashes(word);
      const level = Math.min((1 << FREQUENCY_BITS) - 1, Math.round(Math.log(frequency) * FREQUENCY_SCALE));
      return { high, low, value: (level << TAG_BITS) | Math.max(0, tags.indexOf(tag)) };
    }),
    3,
    TAG_BITS + FREQUENCY_BITS,
  );
  const names = Buffer.from(tags.join(' '), 'latin1');
  const head = Buffer.from(
    new Uint32Array([WORDS_MAGIC, shape.segmentLength, shape.segmentCount, shape.seed, names.length, cells.length]).buffer,
  );
  return Buffer.concat([head, names, cells]);
}
