/**
 * How well a character model predicts text that it has not seen: bits per character, and how often the right character comes out
 * first among random GBK candidates. `tsx test/eval/characterModel.ts characters.bin text…`
 */
import { readFileSync } from 'node:fs';
import { gbkTables } from '../../server/src/language/codecs/gbk';
import { openCharacterModel, type CharacterModel } from '../../server/src/language/characterModel';
import { seededRandom } from './damage/random';

/** Bits per character of the lines, each scored on its own. */
export function bitsPerCharacter(model: CharacterModel, lines: readonly string[]): number {
  let total = 0;
  let count = 0;
  for (const line of lines) {
    total += model.score(line);
    count += line.length;
  }
  return -total / count / Math.LN2;
}

/**
 * Replaces `masked` characters in random places; candidates share the first byte of the first character (as when a trail byte was lost),
 * or, for two characters, the first and the last byte.
 * @returns the share of places where the true text scores highest
 */
export function rankTest(model: CharacterModel, lines: readonly string[], masked: 1 | 2, trials: number): number {
  const { toUnicode, fromUnicode } = gbkTables();
  const next = seededRandom(masked);
  const texts = lines.filter(line => line.length >= 12);
  let right = 0;
  let done = 0;
  while (done < trials) {
    const text = texts[Math.floor(next() * texts.length)]!;
    const at = 2 + Math.floor(next() * (text.length - 4 - masked));
    const truth = text.slice(at, at + masked);
    const pairs = Array.from(truth, c => fromUnicode[c.charCodeAt(0)]!);
    if (pairs.some(pair => pair < 0xb000)) continue;
    done++;
    const candidates: string[] = [];
    if (masked === 1) {
      for (let trail = 0xa1; trail <= 0xfe; trail++) candidates.push(String.fromCharCode(toUnicode[(pairs[0]! & 0xff00) | trail]!));
    } else {
      while (candidates.length < 500)
        candidates.push(
          String.fromCharCode(
            toUnicode[(pairs[0]! & 0xff00) | (0xa1 + Math.floor(next() * 94))]!,
            toUnicode[((0xb0 + Math.floor(next() * 72)) << 8) | (pairs[1]! & 0xff)]!,
          ),
        );
    }
    const from = Math.max(0, at - 8);
    const to = Math.min(text.length, at + masked + 6);
    const value = (candidate: string): number => model.score(text.slice(from, at) + candidate + text.slice(at + masked, to), 0);
    const mine = value(truth);
    if (candidates.every(candidate => candidate === truth || !candidate || candidate.includes('\0') || value(candidate) < mine)) right++;
  }
  return right / done;
}

function report(file: string, texts: readonly string[]): void {
  const bytes = readFileSync(file);
  const start = performance.now();
  const model = openCharacterModel(bytes);
  const opened = performance.now() - start;
  console.log(`${file}: ${bytes.length} bytes, opened in ${opened.toFixed(1)} ms`);
  for (const name of texts) {
    const raw = readFileSync(name, 'utf8');
    const lines = (
      name.endsWith('.jsonl')
        ? raw
            .trim()
            .split('\n')
            .map(line => (JSON.parse(line) as { text: string }).text)
        : raw.split('\n')
    ).filter(line => line.length > 5);
    const before = performance.now();
    const bits = bitsPerCharacter(model, lines);
    const spent = performance.now() - before;
    console.log(
      `  ${name}: ${bits.toFixed(3)} bits a character, ${((spent * 1e6) / lines.join('').length).toFixed(0)} ns; one masked ${(100 * rankTest(model, lines, 1, 3000)).toFixed(1)} %, two masked ${(100 * rankTest(model, lines, 2, 1000)).toFixed(1)} %`,
    );
  }
}

const [file, ...texts] = process.argv.slice(2);
if (file && process.argv[1]?.endsWith('characterModel.ts')) report(file, texts);
