/** Writes `words.bin` (layout: `openWordList`). */
import { foldScript } from '../../server/src/language/script';
import { FREQUENCY_BITS, FREQUENCY_SCALE, LONGEST_LISTED, TAG_BITS, WORDS_MAGIC, wordHashes } from '../../server/src/language/wordList';
import type { DictionaryWord } from './sources';
import { buildStaticMap } from './staticMapBuilder';

/** The tag of words whose own tag is not among the most frequent ones: jieba's “other”. */
const OTHER = 'x';

/** The content of `words.bin`. @param listed how many of the most frequent words of two and more characters are also listed in order */
export function buildWordList(dictionary: readonly DictionaryWord[], listed: number): Uint8Array {
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
  const frequent = [...words.values()]
    .filter(({ word }) => word.length >= 2 && word.length <= LONGEST_LISTED)
    .sort((a, b) => b.frequency - a.frequency)
    .slice(0, listed);
  return Buffer.concat([head, names, cells, pack(frequent.map(({ word }) => word).sort((a, b) => (a < b ? -1 : 1)))]);
}

function pack(words: readonly string[]): Uint8Array {
  const out: number[] = [];
  words.forEach((word, i) => {
    const previous = words[i - 1] ?? '';
    let shared = 0;
    while (shared < previous.length && previous[shared] === word[shared]) shared++;
    out.push((shared << 4) | (word.length - shared));
    for (let at = shared; at < word.length; at++) out.push(word.charCodeAt(at) & 0xff, word.charCodeAt(at) >> 8);
  });
  return Uint8Array.from(out);
}
