/**
 * Units: what can be one directive. A sentence, a part behind a semicolon, or an inner item
 * (一是…). Offsets relative to the text passed in.
 */
import { enumeratorAt, type Enumerator, type EnumeratorClass } from '../../article/enumerators';
import { BULLETS, countHan, FINALS, isColon, isSemicolon, isSpace } from '../../article/characters';
import type { Sentence } from '../../article/article';
import type { Scan } from '../../base/signs';
import { UnitSet } from '../../base/unitSet';
import { PARALLEL, QUOTED_FORM } from '../orders/patterns';
import { SIGN } from '../orders/signs';

/** What can be one directive. */
export interface Unit {
  readonly start: number;
  /** Behind its closing mark. */
  readonly end: number;
  readonly enumerator: Enumerator | null;
  /** A sign of a list (●) stands before it. */
  readonly bullet: boolean;
  /** 思想上要…, 认识要再…: an unnumbered head that others of the paragraph match; the words are its key, else null. */
  readonly parallel: string | null;
  /** It is one of several parts of its sentence. */
  readonly inline: boolean;
  /** It opens its sentence; parts behind `；` and inner items do not. */
  readonly opensSentence: boolean;
  readonly sentence: number;
  /** What stands in it (`signs.ts`). */
  readonly signs: number;
}

interface Piece {
  start: number;
  end: number;
  enumerator: Enumerator | null;
  opensSentence: boolean;
  sentence: number;
}

/** Marks behind which an inner item may begin. */
const BEFORE_ITEM = new UnitSet([',:"(、 ']);

/** @param sentences of the text, with offsets into it */
export function splitUnits(scan: Scan, sentences: readonly Sentence[]): readonly Unit[] {
  const folded = scan.text;
  const pieces: Piece[] = [];
  const counted = countedHeads(scan);
  const numerals = bareNumerals(folded);
  const numberAt = (at: number): Enumerator | null => numerals?.get(at) ?? enumeratorAt(folded, at);
  sentences.forEach((sentence, index) => {
    let start = index === 0 ? behindBullet(folded, sentence.start) : sentence.start;
    let opens = true;
    const push = (end: number): void => {
      if (end > start) pieces.push({ start, end, enumerator: numberAt(start), opensSentence: opens, sentence: index });
      start = end;
      opens = false;
    };
    for (let i = scan.next(SIGN.parting, start, sentence.end); i < sentence.end; i = scan.next(SIGN.parting, i + 1, sentence.end)) {
      const code = folded.charCodeAt(i);
      if (isSemicolon(code)) {
        push(i + 1);
        while (isBlank(folded.charCodeAt(start))) start++;
      } else if (folded[i] === '"' && folded[i - 1] === ',' && folded[start] === '"') {
        // “…，”他说，…: what is said so far.
        push(i + 1);
        opens = true;
      } else if (counted && isColon(code) && isCountedHead(folded, i + 1, sentence.end, counted)) {
        push(i + 1);
        opens = true;
      } else if (i > start && BEFORE_ITEM.has(code)) {
        const enumerator = numberAt(i + 1);
        if (enumerator && (isInner(enumerator) || (isColon(code) && isFirstOfList(folded, enumerator, sentence.end)))) push(i + 1);
      } else if (i > start) push(i);
    }
    push(sentence.end);
  });
  return withParallels(scan, dropLoneEnumerators(folded, withFirstNumbers(folded, pieces)), counted);
}

/** 一提高认识；二围绕农时；三强化保障: numbers without a mark, where a clause opens. */
const BARE_NUMERAL = /(?<=[:;,。]|^)[一二三四五六七八九](?=[\u4e00-\u9fff]{3})(?![一二三四五六七八九十百千万]|[、.是要则来为])/g;
const NUMERALS = '一二三四五六七八九';
/** Fewer in a row may be a coincidence (一有险情，…). */
const LEAST_NUMERALS = 3;

/** Where such numbers stand, of a row that begins with 一 and is long enough; null for none. */
function bareNumerals(folded: string): ReadonlyMap<number, Enumerator> | null {
  if (!folded.includes('三')) return null;
  const row: Enumerator[] = [];
  for (const { 0: digit, index } of folded.matchAll(BARE_NUMERAL)) {
    const value = NUMERALS.indexOf(digit) + 1;
    if (value === 1 && row.length < LEAST_NUMERALS) row.length = 0;
    if (value === row.length + 1) row.push({ class: 'inline-is', value, start: index, end: index + 1 });
  }
  return row.length >= LEAST_NUMERALS ? new Map(row.map(number => [number.start, number])) : null;
}

/** 要抓好：一、…, 重点做到：1.…；2.…: numbers that open lines elsewhere. */
const isFirstOfList = (folded: string, { class: list, value }: Enumerator, to: number): boolean =>
  list === 'han' || (list === 'arabic' && value === 1 && folded.slice(0, to).includes(';2'));

/** 各镇一要…, 全体干部一是…: the first number of a list behind those told; but not 统一要求, 第一要. */
const FIRST_BEHIND_SUBJECT = /(?<=[\u4e00-\u9fff])(?<![统唯万单专第十百同划逐任某另])一[要是](?=[\u4e00-\u9fff])/;
/** How many parts before the second item its first one may begin, and how far into its part the number may stand. */
const PARTS_BEFORE_SECOND = 6;
const FIRST_REACH = 100;

/** Gives the first item of a list its number where those told stand before it, so that a part begins with the second one only. */
function withFirstNumbers(folded: string, pieces: readonly Piece[]): readonly Piece[] {
  pieces.forEach(({ enumerator }, second) => {
    if (enumerator?.value !== 2 || (enumerator.class !== 'inline-yao' && enumerator.class !== 'inline-is')) return;
    for (let i = second - 1; i >= Math.max(0, second - PARTS_BEFORE_SECOND); i--) {
      const piece = pieces[i]!;
      if (piece.enumerator) return;
      const at = FIRST_BEHIND_SUBJECT.exec(folded.slice(piece.start, Math.min(piece.end, piece.start + FIRST_REACH)))?.index;
      const first = at === undefined ? null : enumeratorAt(folded, piece.start + at);
      if (first?.class !== enumerator.class) continue;
      piece.enumerator = first;
      return;
    }
  });
  return pieces;
}

/** “三个到位”, “两不误”: what the short sentences end with that spell it out. */
const COUNTED_HEADS = /"[两三四五六七八九十]个?([\u4e00-\u9fff]{2,3})"/g;
/** Longest sentence that is nothing but such a head. */
const LONGEST_COUNTED_HEAD = 9;

/** The ends of heads that the text announces by their number; null when it announces none. */
function countedHeads(scan: Scan): readonly string[] | null {
  if ((scan.all & SIGN.number) === 0) return null;
  const ends = Array.from(scan.text.matchAll(COUNTED_HEADS), match => match[1]!);
  return ends.length > 0 ? ends : null;
}

/** The key of all of them; the quotation mark tells it from words of the text. */
export const COUNTED_KEY = '"';

/** 责任到位。 behind “三个到位” */
function isCountedHead(folded: string, from: number, to: number, counted: readonly string[]): boolean {
  const end = FINALS.has(folded.charCodeAt(to - 1)) ? to - 1 : to;
  const length = end - from;
  return (
    length <= LONGEST_COUNTED_HEAD &&
    countHan(folded, from, end) === length &&
    counted.some(word => length > word.length && folded.startsWith(word, end - word.length))
  );
}

/** ●一是…: where the words of an item begin. */
function behindBullet(folded: string, at: number): number {
  let i = at;
  if (!BULLETS.includes(folded[i] ?? ' ')) return at;
  do i++;
  while (isBlank(folded.charCodeAt(i)));
  return i;
}

const isBlank = (code: number): boolean => isSpace(code) || code === 0x0a;

function isInner({ class: kind }: Enumerator): boolean {
  return (
    kind === 'inline-is' ||
    kind === 'inline-yao' ||
    kind === 'inline-ordinal' ||
    kind === 'inline-words' ||
    kind === 'circled' ||
    kind === 'bracketed-arabic' ||
    kind === 'bracketed-han'
  );
}

/** 三是, 三要: the two forms of a number within a paragraph. */
const OTHER_FORM: Readonly<Partial<Record<EnumeratorClass, EnumeratorClass>>> = { 'inline-is': 'inline-yao', 'inline-yao': 'inline-is' };

/** 一是 that no 二是 follows and that opens neither a sentence nor what somebody says is no enumerator: the split is taken back. */
function dropLoneEnumerators(folded: string, pieces: readonly Piece[]): readonly Piece[] {
  const present = new Set<string>();
  for (const { enumerator } of pieces) if (enumerator) present.add(`${enumerator.class}${enumerator.value}`);
  if (present.size === 0) return pieces;
  // 一是…；二是…；三要…；四是…: one list, although its items begin differently.
  for (const piece of pieces) {
    const { enumerator } = piece;
    const other = enumerator && OTHER_FORM[enumerator.class];
    if (!other || present.has(`${enumerator.class}${enumerator.value - 1}`) || !present.has(`${other}${enumerator.value - 1}`)) continue;
    piece.enumerator = { ...enumerator, class: other };
    present.add(`${other}${enumerator.value}`);
  }
  const kept: Piece[] = [];
  for (const piece of pieces) {
    const { enumerator } = piece;
    const before = kept.at(-1);
    const lone =
      enumerator !== null &&
      !piece.opensSentence &&
      // 会议要求，一是…。, with the others in paragraphs of their own.
      !(enumerator.value === 1 && before && before.start + spokenLead(folded, before.start) === piece.start) &&
      (isInner(enumerator) || enumerator.class === 'han') &&
      !present.has(`${enumerator.class}${enumerator.value + 1}`) &&
      !present.has(`${enumerator.class}${enumerator.value - 1}`);
    if (lone) piece.enumerator = null;
    if (lone && before && before.sentence === piece.sentence && !isSemicolon(folded.charCodeAt(before.end - 1))) before.end = piece.end;
    else kept.push(piece);
  }
  return kept;
}

/** How far into a unit the mark behind a speaker and the verb may stand. */
const LEAD_REACH = 48;
/** Longest beginning that tells the form of a head. */
const LONGEST_HEAD = 24;
const LEAD_MARKS = new UnitSet([',:。"']);
const LEAD_VERB = /(?:指出|强调|要求|表示|提出|说)$/;

/** What stands before the words of a speaker, up to the first mark: 周海强调， */
function spokenLead(folded: string, at: number): number {
  const limit = Math.min(folded.length, at + LEAD_REACH);
  let mark = at;
  while (mark < limit && !LEAD_MARKS.has(folded.charCodeAt(mark))) mark++;
  if (mark >= limit || !isCommaOrColon(folded.charCodeAt(mark))) return 0;
  const verb = LEAD_VERB.exec(folded.slice(at, mark));
  return verb && verb.index >= 2 && verb.index <= 40 ? mark + 1 - at : 0;
}

const isCommaOrColon = (code: number): boolean => code === 0x2c || code === 0x3a;

/** A part that a semicolon or comma closes, or that follows an item of its own kind in the sentence. */
function isInline(folded: string, pieces: readonly Piece[], i: number, end: number): boolean {
  const piece = pieces[i]!;
  const before = i > 0 ? pieces[i - 1] : undefined;
  const last = folded.charCodeAt(end - 1);
  if (last === 0x2c || last === 0x3b) return true;
  if (piece.opensSentence) return false;
  return piece.enumerator === null || (before?.sentence === piece.sentence && before.enumerator?.class === piece.enumerator.class);
}

/** Heads without numbers are heads only where at least one other unit of the paragraph is built alike. */
function withParallels(scan: Scan, pieces: readonly Piece[], counted: readonly string[] | null): readonly Unit[] {
  const folded = scan.text;
  const keys = pieces.map(({ enumerator, start, end, opensSentence }) => {
    if (enumerator) return null;
    return counted && opensSentence && isCountedHead(folded, start, trimmed(folded, start, end), counted)
      ? COUNTED_KEY
      : parallelKey(scan, start);
  });
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const key of keys) if (key !== null) (seen.has(key) ? repeated : seen).add(key);
  return pieces.map(({ start, end: whole, enumerator, opensSentence, sentence }, i) => {
    const key = keys[i]!;
    const end = trimmed(folded, start, whole);
    return {
      start,
      end,
      enumerator,
      bullet: start > 0 && i === 0 && BULLETS.includes(folded[0]!),
      parallel: key !== null && repeated.has(key) ? key : null,
      inline: isInline(folded, pieces, i, end),
      opensSentence,
      sentence,
      signs: scan.in(start, end),
    };
  });
}

/** The words that a head shares with others of its kind; null where none opens the unit. */
function parallelKey(scan: Scan, start: number): string | null {
  const folded = scan.text;
  if ((scan.in(start, Math.min(folded.length, start + LEAD_REACH + LONGEST_HEAD)) & SIGN.parallel) === 0) return null;
  const from = start + spokenLead(folded, start);
  const match = PARALLEL.exec(folded.slice(from, from + 12));
  if (match) return match[1] ?? match[2]!;
  if (folded[from] !== '要' && folded[from] !== '在') return null;
  const quoted = QUOTED_FORM.exec(folded.slice(from, from + LONGEST_HEAD));
  return quoted && quoted[1]! + quoted[2]!;
}

function trimmed(folded: string, start: number, end: number): number {
  let i = end;
  while (i > start && isBlank(folded.charCodeAt(i - 1))) i--;
  return i;
}
