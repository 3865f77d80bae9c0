/** What a document shows of the mirror site it came from: which characters are annotated, what stands before punctuation. */
import { CharacterClass, HAN, characterClasses } from '../../language/characters';
import type { Language } from '../../language/language';
import { parsePinyin } from '../../language/pinyin';
import { simplifiedTable, traditionalTable } from '../../language/script';
import { annotationBehind, isReadingLetter, tailBehind } from './annotations';
import { cp936, pairOf } from './forward';
import { readingsOf, type Readings } from './readings';
import { closerOf, USUAL_STYLE } from './site';

/** A character with a reading of its own behind it. */
export interface ObservedAnnotation {
  readonly character: string;
  readonly reading: string;
  /** See `FoundAnnotation`. */
  readonly opener: string;
  readonly mechanical: boolean;
  /** Whether it is how the character is mostly read, and whether the character is among the most frequent: nobody explains that to readers. */
  readonly usual: boolean;
  readonly frequent: boolean;
  /** Whether it tells the tone, without which nobody would explain a reading. */
  readonly toned: boolean;
}

/** What one line shows. Characters are given as strings, one UTF-16 unit each. */
export interface MirrorObserved {
  /** Annotated characters, once for every time. */
  readonly annotated: readonly ObservedAnnotation[];
  /** How many words of two syllables and more have their reading behind them: 样(yíyàng), as only authors write it. */
  readonly words: number;
  /** Characters that stand without annotation outside of shifted runs, each once. */
  readonly plain: string;
  /** How often a comma, space or no-break space stands right before a mark, and how many marks there are. */
  readonly commas: number;
  /** Commas that no list of values has: before other marks, or before another comma in running text. */
  readonly oddCommas: number;
  readonly spaces: number;
  readonly breaks: number;
  readonly marks: number;
  /** Full-width ，；：！？（） that survived. */
  readonly fullWidth: number;
  /** Annotations that lost their bracket to a character that they cut: ?gòu) */
  readonly tails: number;
  /** Private-use characters, as the user-defined zones of CP936 give them. */
  readonly privateUse: number;
}

/** What is known of the site. */
export interface MirrorEvidence {
  /** Whether a mirror site's annotations or punctuation are in the document at all. */
  readonly annotates: boolean;
  /** What opens the site's annotations, see `AnnotationStyle`. */
  readonly opener: string;
  /** Characters that the site annotates, with the reading as it writes it. */
  readonly annotated: ReadonlyMap<number, string>;
  /** Characters that it leaves alone, seen more than once so. */
  readonly plain: ReadonlySet<number>;
  /** Whether characters that conversion to traditional does not touch are annotated as well. */
  readonly annotatesAny: boolean;
  /** Whether that is so plain that even a rare character's reading is the site's. */
  readonly annotatesRare: boolean;
  /** What the site puts before punctuation; empty when none was seen. */
  readonly inserted: '' | ',' | ' ' | '\u00a0';
  /** The share of marks that it is put before, 0 to 1. */
  readonly insertionRate: number;
  /** Whether full-width marks became ASCII. */
  readonly folded: boolean;
  /** Whether pairs of the user-defined zones came out as private-use characters: then none vanished. */
  readonly showsPrivateUse: boolean;
  /** `hant`: traditional text, `hans`: simplified text, `null`: cannot be told. */
  readonly script: 'hant' | 'hans' | null;
  /** The share of traditional characters in the text that is annotated, 0 to 1. */
  readonly coverage: number;
}

const EMPTY: MirrorEvidence = { annotates: false, opener: USUAL_STYLE.opener, annotated: new Map(), plain: new Set(), annotatesAny: false, annotatesRare: false, inserted: '', insertionRate: 0, folded: true, showsPrivateUse: false, script: null, coverage: 0 };

/** The evidence of a document in which nothing was seen. */
export function noEvidence(): MirrorEvidence {
  return EMPTY;
}

/** The private-use characters of CP936's user-defined zones are U+E000 to U+E765. */
const LAST_USER_DEFINED = 0xe765;

/** Marks as they stand in a page, full-width or folded; `?` is left out, since it is what lost bytes look like. */
export function isMark(unit: number): boolean {
  return unit === 0xff0c || unit === 0x3001 || unit === 0x3002 || unit === 0xff01 || unit === 0xff1b || unit === 0xff1a || unit === 0xff1f
    || unit === 0x2c || unit === 0x21 || unit === 0x3b || unit === 0x3a;
}

/** Whether the character can only stand in traditional text. */
export function isTraditionalOnly(unit: number): boolean {
  return simplifiedTable()[unit] !== unit;
}

/** Whether the character can only stand in simplified text. */
export function isSimplifiedOnly(unit: number): boolean {
  return traditionalTable()[unit] !== unit;
}

/** Whether anything in a line looks like a mirror site's work: the first look, for the many lines in which nothing does. */
function showsMirror(line: string, readings: Readings): boolean {
  let wasLetter = false;
  for (let i = 0; i < line.length - 1; i++) {
    const unit = line.charCodeAt(i), isLetter = isReadingLetter(unit);
    if (isLetter ? !wasLetter && showsReading(line, i, readings) : (unit === 0x2c || unit === 0x20 || unit === 0xa0) && isMark(line.charCodeAt(i + 1))) return true;
    wasLetter = isLetter;
  }
  return false;
}

/** Whether the letters from an offset on may be a reading: of the character before them, or of one that it cuts. */
function showsReading(line: string, at: number, readings: Readings): boolean {
  const classes = characterClasses();
  for (let before = at - 1; before >= 0 && before >= at - 4; before--) {
    const unit = line.charCodeAt(before);
    if (unit === 0x3f) return true;
    if (tailBehind(line, before) !== null) return true;
    if ((classes[unit]! & HAN) === 0) continue;
    const annotation = annotationBehind(line, before + 1);
    return annotation !== null && readings.has(unit, annotation.reading);
  }
  return false;
}

/** Clauses are longer than the fields of a table. */
const CLAUSE = 5;

/** Whether the comma before the mark at an offset is none that a list of values has. */
function isOddComma(line: string, at: number): boolean {
  if (line.charCodeAt(at) > 0x7f) return true;
  if (line.charCodeAt(at) !== 0x2c) return line.charCodeAt(at - 2) > 0x7f;
  const isClause = (start: number, end: number) => start >= 0 && isChinese(line, start, end);
  return isClause(at - 1 - CLAUSE, at - 1) && isClause(at + 1, at + 1 + CLAUSE) && /[。！？!?]|,,$/.test(line) && !/[^,],[^,]/.test(line);
}

/** Whether a range of a line holds ideographs alone. */
function isChinese(line: string, start: number, end: number): boolean {
  const classes = characterClasses();
  for (let i = start; i < end; i++) if (i >= line.length || (classes[line.charCodeAt(i)]! & HAN) === 0) return false;
  return true;
}

/** See `DamageKind.observe`. */
export function observe(line: string, language: Language): MirrorObserved | null {
  const classes = characterClasses(), readings = readingsOf(language.pinyin);
  if (!showsMirror(line, readings)) return null;
  const annotated: ObservedAnnotation[] = [];
  const plain = new Set<number>();
  let words = 0, commas = 0, oddCommas = 0, spaces = 0, breaks = 0, marks = 0, fullWidth = 0, tails = 0, privateUse = 0;
  // Behind a lost character nothing can be trusted up to the next ASCII character.
  let shifted = false;
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i);
    if (unit === 0x3f) {
      const tail = i > 0 && line.charCodeAt(i - 1) > 0x7f ? tailBehind(line, i) : null;
      if (tail && language.pinyin.isSyllable(tail.reading)) { tails++; i = tail.end - 1; }
      // A mark there was found across two characters: it begins the run.
      else if (isMark(line.charCodeAt(i + 1))) { marks++; i++; }
      shifted = true;
      continue;
    }
    if ((classes[unit]! & HAN) !== 0) {
      const next = line.charCodeAt(i + 1);
      if ((classes[next]! & HAN) !== 0 && !isReadingLetter(line.charCodeAt(i + 2))) { if (!shifted) plain.add(unit); continue; }
      const behind = annotationBehind(line, i + 1);
      if (behind && readings.has(unit, behind.reading)) {
        const { reading, opener, mechanical } = behind, character = line[i]!;
        annotated.push({ character, reading, opener, mechanical, usual: readings.isUsual(unit, reading), frequent: language.model.unigram(character) > FREQUENT, toned: parsePinyin(reading)?.tone !== 0 });
        i = behind.end - 1;
        continue;
      }
      if (isWordReading(line, i + 1, language)) words++;
      const tail = i > 0 && line.charCodeAt(i - 1) > 0x7f ? tailBehind(line, i) : null;
      if (tail && readings.has(cp936(pairOf(line.charCodeAt(i - 1)) & 0xff, tail.waiting), tail.reading)) { tails++; shifted = true; i = tail.end - 1; }
      else if (!shifted) plain.add(unit);
      continue;
    }
    if (unit >= 0xe000 && unit <= LAST_USER_DEFINED) privateUse++;
    if (unit < 0x80) shifted = false;
    if (isMark(unit)) {
      marks++;
      if (unit > 0x7f && unit !== 0x3001 && unit !== 0x3002) fullWidth++;
      const before = line.charCodeAt(i - 1);
      if (before === 0x2c) { commas++; if (isOddComma(line, i)) oddCommas++; }
      else if (before === 0x20) spaces++;
      else if (before === 0xa0) breaks++;
    }
  }
  if (annotated.length === 0 && tails === 0 && commas === 0 && spaces === 0 && breaks === 0) return null;
  return { annotated, words, plain: String.fromCharCode(...plain), commas, oddCommas, spaces, breaks, marks, fullWidth, tails, privateUse };
}

const WORD_READING = /[^\p{L}\s]([\p{L}'’ -]{4,40})/uy, SYLLABLE = /[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}/y;

/** Whether the reading of several characters begins at an offset, behind what opens it. */
function isWordReading(line: string, at: number, { pinyin }: Language): boolean {
  WORD_READING.lastIndex = at;
  const letters = WORD_READING.exec(line)?.[1]?.toLowerCase().replace(/\P{L}/gu, '') ?? '';
  let syllables = 0;
  for (let start = 0; start < letters.length; syllables++) {
    SYLLABLE.lastIndex = start;
    let length = SYLLABLE.exec(letters)?.[0].length ?? 0;
    while (length > 0 && !pinyin.isSyllable(letters.slice(start, start + length))) length--;
    if (length === 0) return false;
    start += length;
  }
  return syllables > 1;
}

/** The thousand most frequent characters are more probable than this, natural log. */
const FREQUENT = -8;

/** What is known of one character: how often it is annotated in the site's form, how often so that an author would not, and with how many readings. */
interface Tally {
  times: number;
  reading: string;
  others: number;
  usual: boolean;
  frequent: boolean;
  toned: boolean;
}

/**
 * How much an annotated character speaks for a site rather than for an author who explains it: sites annotate everyday characters
 * each time, mostly traditional ones and with the usual reading; authors a rare one once, or the one of two readings that is less expected.
 */
function weight(unit: number, { times, usual, frequent, toned }: Tally): number {
  if ((characterClasses()[unit]! & HAN) !== CharacterClass.HanCommon) return 0;
  const repeated = Math.min(times - 1, 4) * 0.5;
  if (isTraditionalOnly(unit)) return (usual ? 1 : 0.25) + repeated;
  return (0.4 + repeated) * (usual && frequent ? 1 : 0.25) * (toned ? 1 : 2);
}

/** The site is taken as given from here on: one everyday traditional character, or three or four others. */
const ENOUGH = 1;

/** How much more it takes where authors write annotations like that as well: in full-width brackets and others; and words of Latin letters that happen to be readings. */
function caution(opener: string): number {
  return opener === USUAL_STYLE.opener ? 1 : closerOf(opener) === '' ? 3 : 2;
}

/**
 * Whether only characters that a conversion to traditional touches are annotated, many of them, hardly ever another one: nobody who explains
 * characters to readers chooses them like that, however many he leaves out. Copies that were partly cleaned annotate each of them now and then.
 */
const CONVERTED = 8, OTHERS = 0.05;

/** One word with its reading to so many characters, and a share of capitals that is neither small nor large: authors write that, a site writes all alike. */
const CHARACTERS_TO_A_WORD = 3, FEW = 0.2;

/** What opens most of the annotations: a site writes all of them alike. */
function usualOpener(observed: readonly MirrorObserved[]): string {
  const times = new Map<string, number>();
  let best = USUAL_STYLE.opener;
  for (const { annotated } of observed) {
    for (const { opener } of annotated) {
      times.set(opener, (times.get(opener) ?? 0) + 1);
      if (times.get(opener)! > (times.get(best) ?? 0)) best = opener;
    }
  }
  return best;
}

/** See `DamageKind.summarise`. */
export function summarise(observed: readonly MirrorObserved[]): MirrorEvidence {
  const opener = usualOpener(observed), annotated = new Map<number, Tally>(), plain = new Map<number, number>();
  let commas = 0, oddCommas = 0, spaces = 0, breaks = 0, marks = 0, fullWidth = 0, tails = 0, privateUse = 0, mechanical = 0, total = 0, bare = 0, words = 0, capitals = 0;
  for (const line of observed) {
    for (const { character, reading, opener: own, mechanical: byMachine, usual, frequent, toned } of line.annotated) {
      if (own !== opener) continue;
      const unit = character.charCodeAt(0), known = annotated.get(unit);
      if (known) { known.times++; if (known.reading !== reading) known.others++; } else annotated.set(unit, { times: 1, reading, others: 0, usual, frequent, toned });
      if (byMachine) mechanical++;
      if (/^\p{Lu}/u.test(reading)) capitals++;
      total++;
    }
    for (let i = 0; i < line.plain.length; i++) plain.set(line.plain.charCodeAt(i), (plain.get(line.plain.charCodeAt(i)) ?? 0) + 1);
    bare += line.plain.length;
    words += line.words;
    commas += line.commas; oddCommas += line.oddCommas; spaces += line.spaces; breaks += line.breaks; marks += line.marks; fullWidth += line.fullWidth; tails += line.tails; privateUse += line.privateUse;
  }
  let traditionalWeight = 0, otherWeight = 0, converted = 0, coveredTraditional = 0, allTraditional = 0, simplified = 0;
  for (const [unit, tally] of annotated) {
    // A site annotates a character always, and always the same; a schoolbook shows where it is read one way and where another.
    const { times, others } = tally, value = weight(unit, tally) * ((plain.get(unit) ?? 0) > times / 4 || others > 0 ? -1 : 1);
    if (isTraditionalOnly(unit)) { converted++; traditionalWeight += value; coveredTraditional += times; allTraditional += times; } else otherWeight += value;
  }
  for (const [unit, times] of plain) {
    if (isTraditionalOnly(unit)) allTraditional += times;
    if (isSimplifiedOnly(unit)) simplified += times;
  }
  const isMechanical = mechanical * 2 > total;
  if (isMechanical) { traditionalWeight *= 3; otherWeight *= 3; }
  // Doubled punctuation and annotations that lost their bracket are no author's work: what else stands there is the site's as well.
  const support = tails + (oddCommas > 0 ? 0.7 : 0);
  // A page in which most characters are annotated is there to teach reading.
  if (total > bare && !isMechanical && support === 0) otherWeight = Math.min(otherWeight, 0);
  if ((words * CHARACTERS_TO_A_WORD >= total || (capitals > FEW * total && capitals < (1 - FEW) * total)) && !isMechanical && support === 0) {
    traditionalWeight = Math.min(traditionalWeight, 0);
    otherWeight = Math.min(otherWeight, 0);
  }
  const enough = ENOUGH * (isMechanical ? 1 : caution(opener));
  const annotates = traditionalWeight + otherWeight + support >= enough || (converted >= CONVERTED && total - coveredTraditional <= total * OTHERS);
  // One stray space is no habit; doubled commas are.
  const isHabit = (times: number) => annotates && times > commas && times * 4 >= marks;
  const inserted = isHabit(spaces) ? ' ' : isHabit(breaks) ? '\u00a0' : commas > 0 && (annotates || oddCommas > 0) ? ',' : '';
  return {
    annotates, opener,
    annotated: new Map([...annotated].filter(([unit, { times }]) => (plain.get(unit) ?? 0) <= times / 4).map(([unit, { reading }]) => [unit, reading])),
    plain: new Set([...plain.keys()].filter(unit => plain.get(unit)! > 1 && !annotated.has(unit) && (allTraditional === 0 || isTraditionalOnly(unit)))),
    annotatesAny: otherWeight > 0 && otherWeight + support >= enough,
    annotatesRare: otherWeight >= 3 * enough,
    inserted,
    // An inserted comma was counted as a mark itself.
    insertionRate: inserted === '' ? 0 : rounded(inserted === ',' ? Math.min(1, commas / Math.max(1, marks - commas)) : Math.max(spaces, breaks) / marks),
    folded: fullWidth * 10 <= marks,
    showsPrivateUse: privateUse > 0,
    script: allTraditional > simplified ? 'hant' : simplified > allTraditional ? 'hans' : null,
    coverage: allTraditional === 0 ? 0 : rounded(coveredTraditional / allTraditional),
  };
}

/** Shares in sixteenths: a keystroke hardly ever changes one. */
function rounded(share: number): number {
  return Math.round(16 * share) / 16;
}

/** See `DamageKind.dependence`: runs depend on all that is known, other spots on the site's habits and on their own characters. */
export function dependence(line: string, observed: MirrorObserved | null, evidence: MirrorEvidence): string {
  // What other kinds of damage hide is seen once they are undone: any annotation may come to light behind a bracket or an escape.
  if (/[?%&=\\]/.test(line) || readingsIn(line) > (observed?.annotated.length ?? 0)) return siteKey(evidence);
  let known = `${evidence.annotates} ${evidence.annotatesRare} ${evidence.inserted} ${evidence.opener}`;
  for (const { character } of observed?.annotated ?? []) known += evidence.annotated.has(character.charCodeAt(0)) ? '+' : '-';
  return known;
}

/** How many words of letters a line holds that can be readings. */
function readingsIn(line: string): number {
  let words = 0;
  for (let i = 0; i < line.length; i++) if (isReadingLetter(line.charCodeAt(i)) && (i === 0 || !isReadingLetter(line.charCodeAt(i - 1)))) words++;
  return words;
}

/** Sets are equal whatever came first. */
function sorted(units: Iterable<number>): string {
  return String.fromCharCode(...Uint16Array.from(units).sort());
}

const siteKeys = new WeakMap<MirrorEvidence, string>();

/** All that is known of a site, as a text that is equal as long as that is. */
export function siteKey(evidence: MirrorEvidence): string {
  let key = siteKeys.get(evidence);
  if (key === undefined) {
    const { annotates, opener, annotatesAny, annotatesRare, inserted, insertionRate, folded, showsPrivateUse, script, coverage, annotated, plain } = evidence;
    // Of what is long a hash: it is compared for every line.
    key = [annotates, opener, annotatesAny, annotatesRare, inserted, insertionRate, folded, showsPrivateUse, script, coverage, hashed(sorted(annotated.keys()), sorted(plain), [...annotated].sort(([a], [b]) => a - b).map(([, reading]) => reading).join(' '))].join(' ');
    siteKeys.set(evidence, key);
  }
  return key;
}

/** 64 bits that differ for different texts, as good as always (two rounds of FNV-1a). */
function hashed(...texts: readonly string[]): string {
  let a = 0x811c9dc5, b = 0x1000193;
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ (unit + 0x9e37), 0x85ebca6b) + (b >>> 13) | 0;
    }
    a = Math.imul(a ^ 0xffff, 0x01000193);
    b = Math.imul(b ^ 0xffff, 0x85ebca6b);
  }
  return `${a >>> 0}.${b >>> 0}`;
}
