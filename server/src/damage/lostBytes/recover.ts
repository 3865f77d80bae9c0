/** What lost bytes may have been: every reading of the bytes that are left, ranked by the character model. */
import { codec, type Charset } from '../../language/codecs/codec';
import type { CharacterModel, Language } from '../../language/language';
import { simplifiedTable, traditionalTable } from '../../language/script';
import type { Misreading } from '../wrongCharset/cells';

/** A reading of a damaged stretch with the log-probability of it between its neighbours. */
export interface Reading {
  readonly text: string;
  readonly score: number;
}

/** Byte of a pattern that is not known. */
export const UNKNOWN = -1;
/** How many readings are followed at a time, and how many characters are tried for one place. */
const BEAM = 24, CHOICES = 120;
/** Stretches with more losses than this are beyond ranking. */
const MOST_LOSSES = 3;

/** Ideographs and marks that a lost character may be, with the model they were taken from. */
let repertoire: { readonly model: CharacterModel; readonly simplified: readonly string[]; readonly traditional: readonly string[] } | undefined;

/**
 * Ideographs and marks in use, most frequent first.
 * @param sample text whose script decides: a text that has traditional forms gets no simplified ones, and the other way round
 */
export function charactersInUse({ model }: Language, sample: string): readonly string[] {
  if (repertoire?.model !== model) repertoire = { model, ...inUse(model) };
  const fold = simplifiedTable(), unfold = traditionalTable();
  let balance = 0;
  for (let i = 0; i < sample.length; i++) {
    const unit = sample.charCodeAt(i);
    if (fold[unit] !== unit) balance++;
    else if (unfold[unit] !== unit) balance--;
  }
  return balance > 0 ? repertoire.traditional : repertoire.simplified;
}

function inUse(model: CharacterModel): { readonly simplified: readonly string[]; readonly traditional: readonly string[] } {
  const all: { char: string; log: number }[] = [];
  const add = (from: number, to: number): void => {
    for (let unit = from; unit <= to; unit++) {
      const char = String.fromCharCode(unit);
      all.push({ char, log: model.unigram(char) });
    }
  };
  add(0x4e00, 0x9fa5);
  add(0x3001, 0x3002);
  add(0x3008, 0x3011);
  for (const char of '“”‘’—…·！（），：；？％') all.push({ char, log: model.unigram(char) });
  const floor = model.unigram('\u9fa4'), fold = simplifiedTable(), unfold = traditionalTable();
  const sorted = all.filter(entry => entry.log > floor + 0.01 || entry.char < '\u4e00').sort((a, b) => b.log - a.log).map(entry => entry.char);
  return {
    simplified: sorted.filter(char => fold[char.charCodeAt(0)] === char.charCodeAt(0)),
    traditional: sorted.filter(char => unfold[char.charCodeAt(0)] === char.charCodeAt(0)),
  };
}

/** Per charset: the bytes of every character in use, three a character, 0 for none. */
const spelled = new WeakMap<readonly string[], Map<Charset, Uint8Array>>();

function bytesOf(charset: Charset, characters: readonly string[]): Uint8Array {
  let known = spelled.get(characters);
  if (!known) spelled.set(characters, (known = new Map<Charset, Uint8Array>()));
  let bytes = known.get(charset);
  if (bytes) return bytes;
  bytes = new Uint8Array(characters.length * 4);
  const { encodeInto } = codec(charset), one = [0, 0, 0, 0];
  characters.forEach((char, i) => {
    const length = encodeInto(char.codePointAt(0)!, one, 0);
    if (length <= 3) for (let k = 0; k < length; k++) bytes[i * 4 + k] = one[k]!;
    bytes[i * 4 + 3] = length <= 3 ? length : 0;
  });
  known.set(charset, bytes);
  return bytes;
}

/**
 * Readings of a stretch that was stored as `from` and read as `as` by a program that lost what it could not read.
 * @param stretch the damaged text; it begins and ends at boundaries of characters of both charsets
 * @param isLoss whether a unit stands for lost bytes
 * @param before undamaged text before the stretch, `after` the same behind it: context for the ranking
 * @returns readings whose bytes, read as `as`, lose exactly what was lost; best first; empty when there is none
 */
export function recover(stretch: string, { from, as }: Misreading, isLoss: (unit: number) => boolean, before: string, after: string, language: Language): Reading[] {
  const { encodeInto } = codec(as), tokens: number[] = [], boundaries: number[] = [];
  const LOSS = -2, encoded = [0, 0, 0, 0];
  let losses = 0;
  for (const char of stretch) {
    boundaries.push(tokens.length);
    const codePoint = char.codePointAt(0)!, length = isLoss(codePoint) ? 0 : encodeInto(codePoint, encoded, 0);
    if (length === 0) { tokens.push(LOSS); losses++; } else tokens.push(...encoded.slice(0, length));
  }
  boundaries.push(tokens.length);
  if (losses > MOST_LOSSES) return [];
  const patterns: number[][] = [];
  if (losses === 0) {
    // A pair vanished without a trace, at one of the boundaries.
    for (const at of boundaries) patterns.push([...tokens.slice(0, at), UNKNOWN, UNKNOWN, ...tokens.slice(at)]);
  } else {
    for (let choice = 0; choice < 1 << losses; choice++) {
      let n = 0;
      patterns.push(tokens.flatMap(token => (token !== LOSS ? [token] : (choice >> n++) & 1 ? [UNKNOWN] : [UNKNOWN, UNKNOWN])));
    }
  }
  const found = new Map<string, number>();
  for (const pattern of patterns) {
    for (const reading of readPattern(pattern, from, before, after, language)) {
      if (!losesItself(reading.text, pattern, from, as)) continue;
      if (reading.score > (found.get(reading.text) ?? -Infinity)) found.set(reading.text, reading.score);
    }
  }
  return [...found].map(([text, score]) => ({ text, score })).sort((a, b) => b.score - a.score);
}

/** Whether the reader of `as` cannot read the bytes at the unknown places, so that it loses them. */
function losesItself(text: string, pattern: readonly number[], from: Charset, as: Charset): boolean {
  const bytes: number[] = [], source = codec(from), reader = codec(as);
  for (const char of text) source.encodeInto(char.codePointAt(0)!, bytes, bytes.length);
  for (let i = 0; i < pattern.length; i++) {
    if (pattern[i] !== UNKNOWN || (i > 0 && pattern[i - 1] === UNKNOWN)) continue;
    const read = reader.decodeAt(bytes, i, bytes.length), codePoint = read >>> 3;
    if (read >= 0 && !(codePoint >= 0xe000 && codePoint <= 0xf8ff) && !(codePoint >= 0x80 && codePoint < 0xa0)) return false;
  }
  return true;
}

/** Marks that open something do not end a line, whatever the model has not seen. */
const OPENING = /[“‘（《〈「『【〔［]$/;
const NOT_AT_END = 8;

interface Choice { readonly char: string; readonly length: number }

interface State { readonly at: number; readonly text: string; readonly score: number }

/** Readings of a byte pattern as whole characters, best first, at most `beam`. */
export function readPattern(pattern: readonly number[], from: Charset, before: string, after: string, language: Language, beam = BEAM): Reading[] {
  const characters = charactersInUse(language, before + after), bytes = bytesOf(from, characters), context = before.slice(-6);
  const choices = new Map<number, Choice[]>();
  const fitting = (at: number): readonly Choice[] => {
    let list = choices.get(at);
    if (list) return list;
    list = [];
    // Bytes that are all known need no choice, and may be a character that is not in use.
    const read = pattern.slice(at, at + 4).includes(UNKNOWN) ? -1 : codec(from).decodeAt(pattern, at, pattern.length);
    if (read >= 0) {
      const char = String.fromCodePoint(read >>> 3);
      choices.set(at, (list = [{ char, length: read & 7 }]));
      return list;
    }
    for (let i = 0; i < characters.length && list.length < CHOICES; i++) {
      const length = bytes[i * 4 + 3]!;
      if (length === 0 || at + length > pattern.length) continue;
      let fits = true;
      for (let k = 0; k < length && fits; k++) fits = pattern[at + k]! === UNKNOWN || pattern[at + k] === bytes[i * 4 + k];
      if (fits) list.push({ char: characters[i]!, length });
    }
    choices.set(at, list);
    return list;
  };
  let states: State[] = [{ at: 0, text: '', score: 0 }];
  const done: Reading[] = [];
  while (states.length > 0) {
    const next: State[] = [];
    for (const state of states) {
      if (state.at === pattern.length) {
        const whole = context + state.text + after.slice(0, 3);
        done.push({ text: state.text, score: state.score + language.model.score(whole, context.length + state.text.length, whole.length) - (after[0] === '\n' && OPENING.test(state.text) ? NOT_AT_END : 0) });
        continue;
      }
      for (const { char, length } of fitting(state.at)) next.push(extend(state, char, length, context, language));
    }
    states = next.length > beam ? next.sort((a, b) => b.score - a.score).slice(0, beam) : next;
  }
  return done.sort((a, b) => b.score - a.score).slice(0, BEAM);
}

function extend(state: State, char: string, length: number, context: string, { model }: Language): State {
  const before = state.text.length >= 4 ? state.text.slice(-4) : (context + state.text).slice(-6), text = before + char;
  return { at: state.at + length, text: state.text + char, score: state.score + model.score(text, before.length, text.length) };
}

/**
 * How sure the best of several readings is: its share of the probability of all.
 * @returns 0 for none, 1 for a single one
 */
export function certainty(readings: readonly Reading[]): number {
  const best = readings[0];
  if (!best) return 0;
  return 1 / readings.reduce((sum, reading) => sum + Math.exp(reading.score - best.score), 0);
}
