/**
 * How much a text looks like something that somebody wrote, in any language: a log-probability per UTF-16 unit.
 * Chinese is measured by the character model; for all else a few classes of characters and what usually stands beside them
 * are enough, since the question is only whether Chinese explains the same bytes better.
 */
import type { CharacterModel } from '../language/language';

const enum Script {
  Han,
  Mark,
  Space,
  Letter,
  Digit,
  Ascii,
  Latin,
  LatinSign,
  Cyrillic,
  Greek,
  /** Hebrew, Arabic, Thai. */
  Eastern,
  Kana,
  HalfKana,
  Hangul,
  Box,
  Control,
  Private,
  Bopomofo,
  Other,
}

/** Negative log-probability of a unit of each script by itself, and of a change of script. */
const COST: Readonly<Record<Script, number>> = {
  [Script.Han]: 0,
  [Script.Mark]: 0,
  [Script.Space]: 2,
  [Script.Letter]: 3,
  [Script.Digit]: 2.5,
  [Script.Ascii]: 4.5,
  [Script.Latin]: 4.5,
  [Script.LatinSign]: 8,
  [Script.Cyrillic]: 3.3,
  [Script.Greek]: 4,
  [Script.Eastern]: 4,
  [Script.Kana]: 4,
  [Script.HalfKana]: 5.5,
  [Script.Hangul]: 7,
  [Script.Box]: 8,
  [Script.Control]: 13,
  [Script.Private]: 12,
  [Script.Bopomofo]: 6,
  [Script.Other]: 11,
};

/** The commonest syllables of Korean running text; together about two thirds of it. */
const FREQUENT_HANGUL = new Set(
  '이다는의에가을하고지로도를은한기사그대어나자시리인일해서들부수으라정아있게과만보것제전상주구장여동성원국신공스조여비유선우위안소면당문학생경관화중분세말때계연방용음무모미마개적년민간거러오내식',
);

/** What the model takes for the beginning of a text. */
const LINE_FEED = 0x0a;

/** Cost of a character that repeats the one before, as in rules of tables and underlinings. */
const REPEATED = 1;

let scripts: Uint8Array | undefined;

function scriptTable(): Uint8Array {
  if (scripts) return scripts;
  const table = new Uint8Array(0x10000).fill(Script.Other);
  const mark = (script: Script, ...ranges: readonly (readonly [number, number])[]): void => {
    for (const [from, to] of ranges) table.fill(script, from, to + 1);
  };
  mark(Script.Control, [0, 0x1f], [0x7f, 0x9f], [0xad, 0xad], [0xfff0, 0xffff], [0x2028, 0x202e], [0xd800, 0xdfff]);
  mark(Script.Ascii, [0x21, 0x2f], [0x3a, 0x40], [0x5b, 0x60], [0x7b, 0x7e]);
  mark(Script.Space, [0x20, 0x20], [9, 10], [13, 13], [0x3000, 0x3000], [0xa0, 0xa0]);
  mark(Script.Digit, [0x30, 0x39], [0xff10, 0xff19], [0x2160, 0x216b], [0x2460, 0x249b]);
  mark(Script.Letter, [0x41, 0x5a], [0x61, 0x7a], [0xff21, 0xff3a], [0xff41, 0xff5a]);
  mark(
    Script.LatinSign,
    [0xa1, 0xbf],
    [0xd7, 0xd7],
    [0xf7, 0xf7],
    [0x2b0, 0x2ff],
    [0x2020, 0x2022],
    [0x2030, 0x203a],
    [0x20ac, 0x20ac],
    [0x2100, 0x214f],
    [0x2190, 0x22ff],
  );
  mark(Script.Latin, [0xc0, 0xd6], [0xd8, 0xf6], [0xf8, 0x24f], [0x1e00, 0x1eff]);
  mark(Script.Greek, [0x370, 0x3ff]);
  mark(Script.Eastern, [0x590, 0x6ff], [0xe00, 0xe7f]);
  mark(Script.Cyrillic, [0x400, 0x52f]);
  mark(Script.Kana, [0x3041, 0x30ff]);
  mark(Script.HalfKana, [0xff61, 0xff9f]);
  mark(Script.Bopomofo, [0x3105, 0x312f]);
  mark(Script.Hangul, [0xac00, 0xd7a3]);
  mark(Script.Box, [0x2500, 0x25a1]);
  mark(Script.Private, [0xe000, 0xf8ff]);
  mark(Script.Han, [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0x3007, 0x3007]);
  mark(
    Script.Mark,
    [0x2014, 0x201d],
    [0x2026, 0x2026],
    [0x3001, 0x3003],
    [0x3008, 0x3017],
    [0xff01, 0xff0f],
    [0xff1a, 0xff20],
    [0xff3b, 0xff3d],
    [0xb7, 0xb7],
  );
  return (scripts = table);
}

/** What it costs that `unit` follows `previous`, where both are no Han. */
function transition(script: Script, unit: number, before: Script, previous: number): number {
  if (script === before) return repetition(script, unit, previous);
  // A foreign letter that follows an ideograph or its mark without a space is not how words begin.
  if (
    (script === Script.Latin || script === Script.Cyrillic || script === Script.Greek || script === Script.Eastern) &&
    (before === Script.Han || before === Script.Mark)
  )
    return 6;
  if (isNeutral(script) || isNeutral(before)) return 0;
  return RELATED.find(([one, other]) => (one === script && other === before) || (one === before && other === script))?.[2] ?? 3;
}

/** Scripts of one word or one text, and what it costs to go from one to the other. */
const RELATED: readonly (readonly [Script, Script, number])[] = [
  [Script.Latin, Script.Letter, 1],
  [Script.Han, Script.Kana, 0.5],
  // Schoolbooks annotate characters with it, in brackets or above: in 4.5 million characters of news it never stands among them.
  [Script.Han, Script.Bopomofo, 13],
];

/** What it costs that a unit follows another of its script. */
function repetition(script: Script, unit: number, previous: number): number {
  switch (script) {
    // Capitals inside a word; runs of accented letters.
    case Script.Cyrillic:
      return (isForeignCyrillic(unit) ? 2.5 : 0) + (isUpperCyrillic(unit) ? (isUpperCyrillic(previous) ? 2 : 7) : 0);
    case Script.Latin:
      return 3.5;
    case Script.Ascii:
      return unit === previous ? -2 : 0;
    case Script.Other:
      return unit === previous ? REPEATED - COST[script] : 0;
    case Script.Letter:
      return unit <= 0x5a && previous >= 0x61 ? 4 : 0;
    default:
      return 0;
  }
}

function isNeutral(script: Script): boolean {
  return (
    script === Script.Mark ||
    script === Script.Space ||
    script === Script.Digit ||
    script === Script.Ascii ||
    script === Script.LatinSign ||
    script === Script.Control ||
    script === Script.Box
  );
}

/** Letters that Russian lacks. */
function isForeignCyrillic(unit: number): boolean {
  return unit < 0x410 || unit > 0x44f;
}

function isUpperCyrillic(unit: number): boolean {
  return unit >= 0x400 && unit <= 0x42f;
}

/**
 * Running sums of the log-probability of a text.
 * @returns `sums` with `sums[j] - sums[i]` the log-probability of `text[i..j)` given what stands before it; `text.length + 1` entries
 */
export function legibility(text: string, model: CharacterModel): Float64Array {
  const table = scriptTable();
  const sums = new Float64Array(text.length + 1);
  let before: Script = Script.Space;
  let previous = 0x20;
  let last = LINE_FEED;
  let last2 = LINE_FEED;
  let total = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const script = table[unit]! as Script;
    if (script === Script.Han || script === Script.Mark) total += model.step(last2, last, unit);
    else if (script === Script.Hangul) total -= FREQUENT_HANGUL.has(text[i]!) ? 4.5 : COST[script];
    else if (unit === previous && (script === Script.Box || script === Script.Space)) total -= REPEATED;
    else total -= COST[script];
    total -= transition(script, unit, before, previous);
    sums[i + 1] = total;
    before = script;
    previous = unit;
    // To the model a pair of surrogates is its first half.
    if (unit >= 0xdc00 && unit < 0xe000) continue;
    last2 = last;
    last = unit;
  }
  return sums;
}
