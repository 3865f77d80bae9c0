/**
 * Builds `server/data/names.json`: which characters begin, continue and end Chinese personal names, how much more often than they stand in
 * text. Usage: `tsx scripts/people/build.ts SURNAMES.txt CORPUS.txt…` (one family name a line; clean simplified text to count characters
 * in). Source of the name side: the emission probabilities of cppjieba's part-of-speech model (MIT), states B/M/E of the tag nr.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { foldScript } from '../../server/src/language/script';

const [list, ...corpora] = process.argv.slice(2);
if (!list || corpora.length === 0) throw new Error('usage: tsx scripts/people/build.ts SURNAMES.txt CORPUS.txt…');
const jieba = dirname(createRequire(__filename).resolve('nodejieba/package.json'));
const emissions = readFileSync(join(jieba, 'submodules/cppjieba/dict/pos_dict/prob_emit.utf8'), 'utf8').split('\n');

const counts = new Map<string, number>();
let total = 0;
for (const file of corpora)
  for (const char of readFileSync(file, 'utf8')) {
    counts.set(char, (counts.get(char) ?? 0) + 1);
    total++;
  }
const background = (char: string): number => Math.log(((counts.get(char) ?? 0) + 3) / total);

/** Weight letters: `m` is as often in names as in text, each letter up or down is a factor of √e. */
function letter(logRatio: number): string {
  return String.fromCharCode(97 + Math.max(0, Math.min(25, Math.round(12 + 2 * logRatio))));
}

/** Letters for how usual a character is in text: `a` is e⁻⁴ and more, each letter down the alphabet a factor of √e less. */
function frequencyLetter(log: number): string {
  return String.fromCharCode(97 + Math.max(0, Math.min(25, Math.round(-2 * (log + 4)))));
}

/** Simplified characters of one state with their weight: ln P(character | place in a name) - ln P(character | text). */
function state(name: string, keep: (char: string) => boolean): { chars: string; weights: string } {
  const line = emissions.find(l => l.startsWith(`${name}:`));
  if (!line) throw new Error(`no state ${name}`);
  let chars = '';
  let weights = '';
  for (const entry of line.slice(name.length + 1).split(';')) {
    const [char, log] = entry.split(',');
    if (!char || !log || char.length !== 1 || !keep(char) || foldScript(char) !== char) continue;
    chars += char;
    weights += letter(Number(log) - background(char));
  }
  return { chars, weights };
}

/** Characters that spell foreign and minority names much more often than they stand in text. */
function spelling(): string {
  const names = new Map<string, number>();
  let sum = 0;
  for (const line of readFileSync(join(jieba, 'submodules/cppjieba/dict/jieba.dict.utf8'), 'utf8').split('\n')) {
    const [word, , tag] = line.split(' ');
    if (!word || tag !== 'nrt' || word.length < 3) continue;
    for (const char of word) {
      names.set(char, (names.get(char) ?? 0) + 1);
      sum++;
    }
  }
  return [...names]
    .filter(([char, count]) => foldScript(char) === char && count > 9 && Math.log(count / sum) - background(char) > 0.4)
    .sort((a, b) => b[1] - a[1])
    .map(([char]) => char)
    .join('');
}

/** Family names of two characters that the list lacks: of Taiwan, and classical ones. */
const OTHER_COMPOUND =
  '范姜 张简 张廖 东郭 北宫 梁丘 谷梁 羊舌 拓拔 仉督 宰父 南荣 微生 子车 漆雕 壤驷 公良 夹谷 东门 东野 东里 叔孙 季孙 孟孙 士孙 公输 公仪 公户 司鸿 司城 贺兰 耶律 哥舒 斛律 屈突 豆卢 尔朱 叱干 欧冶 叶赫 那拉 毋丘 相里 西陵 雍门 褚师 浩生 南郭 西郭 伊祁'.split(
    ' ',
  );

/** Family names of one character that the list lacks though the Hundred Family Names have them, and further ones. */
const OTHER_SINGLE = '蓟郤充终夔郈盍佀';

const surnames = readFileSync(list, 'utf8').split(/\s+/).filter(Boolean);
const single = new Set([...surnames.filter(s => s.length === 1), ...OTHER_SINGLE]);
const first = state('B,nr', c => single.has(c));
for (const rare of single)
  if (!first.chars.includes(rare)) {
    first.chars += rare;
    first.weights += letter(-13 - background(rare));
  }
const states = { middle: state('M,nr', () => true), last: state('E,nr', () => true) };
const named = [...new Set(first.chars + states.middle.chars + states.last.chars)];
const data = {
  source:
    'wainshine/Chinese-Names-Corpus (family names, Apache-2.0); yanyiwu/cppjieba pos_dict/prob_emit.utf8 (characters in names, MIT); character counts of official news and government reports',
  compound: [...surnames.filter(s => s.length === 2), ...OTHER_COMPOUND].sort(),
  surname: first,
  ...states,
  text: { chars: named.join(''), weights: named.map(char => frequencyLetter(background(char))).join('') },
  spelling: spelling(),
};
writeFileSync(join(__dirname, '../../server/data/names.json'), `${JSON.stringify(data, null, 1)}\n`);
