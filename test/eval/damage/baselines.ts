/** What a careful programmer has without this project: three ways to repair text, run beside ours on the same damage. */
import { createRequire } from 'node:module';
import iconv from 'iconv-lite';
import * as OpenCC from 'opencc-js';

export interface Baseline {
  readonly name: string;
  repair(text: string): string;
}

const toSimplified = OpenCC.Converter({ from: 't', to: 'cn' });

/** Deletes `(pinyin)` and `,` before punctuation, then converts to simplified characters. */
export const deletePinyin: Baseline = {
  name: 'delete (pinyin) + OpenCC',
  repair: text => toSimplified(text.replace(/\([a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+\)/g, '').replace(/,(?=[，。、；：！？,;:!?])/g, '')),
};

const ENCODINGS = [
  'utf-8',
  'gbk',
  'big5',
  'latin1',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'koi8-r',
  'macroman',
  'shiftjis',
  'euc-kr',
  'utf-16le',
  'utf-16be',
] as const;

/** Tries every pair of encodings, up to two rounds, and keeps what a character bigram finds most probable. */
export function pairSearch(training: readonly string[]): Baseline {
  const unigrams = new Map<string, number>();
  const bigrams = new Map<string, number>();
  let total = 0;
  for (const text of training) {
    let before = '\n';
    for (const char of text) {
      unigrams.set(char, (unigrams.get(char) ?? 0) + 1);
      bigrams.set(before + char, (bigrams.get(before + char) ?? 0) + 1);
      before = char;
      total++;
    }
  }
  const score = (text: string) => {
    let sum = 0;
    let length = 0;
    let before = '\n';
    for (const char of text) {
      const backoff = ((unigrams.get(char) ?? 0) + 0.01) / (total + 1000);
      const context = unigrams.get(before) ?? 0;
      sum += Math.log(((bigrams.get(before + char) ?? 0) + 2 * backoff) / (context + 2));
      before = char;
      length++;
    }
    return sum / Math.max(1, length);
  };
  const step = (text: string) =>
    ENCODINGS.flatMap(as =>
      ENCODINGS.filter(from => from !== as).map(from => {
        const read = iconv.decode(iconv.encode(text, as), from);
        return read.includes('\ufffd') ? '' : read;
      }),
    ).filter(read => read !== '');
  return {
    name: 'pair search + bigram',
    repair: text => {
      let best = text;
      for (let round = 0; round < 2; round++) {
        const candidates = step(best);
        let top = best;
        let value = score(best) + 0.5;
        for (const candidate of candidates) {
          const own = score(candidate);
          if (own > value) {
            top = candidate;
            value = own;
          }
        }
        if (top === best) break;
        best = top;
      }
      return best;
    },
  };
}

/** autocorrect-node, the peer among linters of Chinese text. */
export function autocorrect(): Baseline & { lintFor(text: string): unknown } {
  const peer = createRequire(__filename)('autocorrect-node') as {
    format(text: string): string;
    lintFor(text: string, file: string): unknown;
  };
  return { name: 'autocorrect-node', repair: text => peer.format(text), lintFor: text => peer.lintFor(text, 'article.txt') };
}
