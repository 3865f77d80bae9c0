/** What a document shows of the mirror site it came from: which characters are annotated, what stands before punctuation. */
import { HAN, characterClasses } from '../../language/characters';
import type { Language } from '../../language/language';
import { simplifiedTable, traditionalTable } from '../../language/script';
import { annotationAt, annotationTail, readingsOf } from './annotations';

/** What one line shows. Characters are given as strings, one UTF-16 unit each. */
export interface MirrorObserved {
  /** Annotated characters, once for every time, each followed by its reading. */
  readonly annotated: readonly { readonly character: string; readonly reading: string; readonly mechanical: boolean }[];
  /** Characters that stand without annotation outside of shifted runs, each once. */
  readonly plain: string;
  /** How often a comma, space or no-break space stands right before a mark, and how many marks there are. */
  readonly commas: number;
  /** Commas before other marks than a comma: no list of values has these. */
  readonly oddCommas: number;
  readonly spaces: number;
  readonly breaks: number;
  readonly marks: number;
  /** Full-width ，；：！？（） that survived. */
  readonly fullWidth: number;
  /** Annotations that lost their bracket: ?gòu) */
  readonly tails: number;
  /** Private-use characters, as the user-defined zones of CP936 give them. */
  readonly privateUse: number;
}

/** What is known of the site. */
export interface MirrorEvidence {
  /** Whether a mirror site's annotations or punctuation are in the document at all. */
  readonly annotates: boolean;
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

const EMPTY: MirrorEvidence = { annotates: false, annotated: new Map(), plain: new Set(), annotatesAny: false, annotatesRare: false, inserted: '', insertionRate: 0, folded: true, showsPrivateUse: false, script: null, coverage: 0 };

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
function showsMirror(line: string): boolean {
  for (let i = 0; i < line.length - 1; i++) {
    const unit = line.charCodeAt(i);
    if (unit === 0x3f ? annotationTail(line, i + 1) !== null
      : unit === 0x28 ? i > 0 && annotationAt(line, i) !== null
      : (unit === 0x2c || unit === 0x20 || unit === 0xa0) && isMark(line.charCodeAt(i + 1))) return true;
  }
  return false;
}

/** See `DamageKind.observe`. */
export function observe(line: string, language: Language): MirrorObserved | null {
  if (!showsMirror(line)) return null;
  const classes = characterClasses(), readings = readingsOf(language.pinyin);
  const annotated: MirrorObserved['annotated'][number][] = [];
  const plain = new Set<number>();
  let commas = 0, oddCommas = 0, spaces = 0, breaks = 0, marks = 0, fullWidth = 0, tails = 0, privateUse = 0;
  // Behind a lost character nothing can be trusted up to the next ASCII character.
  let shifted = false;
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i);
    if (unit === 0x3f) {
      const tail = annotationTail(line, i + 1);
      if (tail) { tails++; i = tail.end - 1; }
      // A mark there was found across two characters: it begins the run.
      else if (isMark(line.charCodeAt(i + 1))) { marks++; i++; }
      shifted = true;
      continue;
    }
    if ((classes[unit]! & HAN) !== 0) {
      const behind = line.charCodeAt(i + 1) === 0x28 ? annotationAt(line, i + 1) : null;
      if (behind && readings.has(unit, behind.reading)) {
        annotated.push({ character: line[i]!, reading: behind.reading, mechanical: behind.mechanical });
        i = behind.end - 1;
      } else if (!shifted) plain.add(unit);
      continue;
    }
    if (unit >= 0xe000 && unit <= LAST_USER_DEFINED) privateUse++;
    if (unit < 0x80) shifted = false;
    if (isMark(unit)) {
      marks++;
      if (unit > 0x7f && unit !== 0x3001 && unit !== 0x3002) fullWidth++;
      const before = line.charCodeAt(i - 1);
      if (before === 0x2c) { commas++; if (unit > 0x7f) oddCommas++; }
      else if (before === 0x20) spaces++;
      else if (before === 0xa0) breaks++;
    }
  }
  if (annotated.length === 0 && tails === 0 && commas === 0 && spaces === 0 && breaks === 0) return null;
  return { annotated, plain: String.fromCharCode(...plain), commas, oddCommas, spaces, breaks, marks, fullWidth, tails, privateUse };
}

/**
 * How much a character that is annotated `times` times speaks for a site rather than for an author who explains a character:
 * sites annotate everyday traditional characters each time, authors a rare one once.
 */
function weight(traditional: boolean, common: boolean, times: number): number {
  if (!common) return 0;
  return (traditional ? 1 : 0.4) + Math.min(times - 1, 4) * 0.5;
}

/** The site is taken as given from here on: one everyday traditional character, or three or four others. */
const ENOUGH = 1;

/**
 * Whether only characters that a conversion to traditional touches are annotated, many of them, hardly ever another one: nobody who explains
 * characters to readers chooses them like that, however many he leaves out. Copies that were partly cleaned annotate each of them now and then.
 */
const CONVERTED = 8, OTHERS = 0.05;

/** See `DamageKind.summarise`. */
export function summarise(observed: readonly MirrorObserved[]): MirrorEvidence {
  const annotated = new Map<number, { times: number; reading: string; others: number }>(), plain = new Map<number, number>();
  let commas = 0, oddCommas = 0, spaces = 0, breaks = 0, marks = 0, fullWidth = 0, tails = 0, privateUse = 0, mechanical = 0, total = 0;
  for (const line of observed) {
    for (const { character, reading, mechanical: byMachine } of line.annotated) {
      const known = annotated.get(character.charCodeAt(0));
      if (known) { known.times++; if (known.reading !== reading) known.others++; } else annotated.set(character.charCodeAt(0), { times: 1, reading, others: 0 });
      if (byMachine) mechanical++;
      total++;
    }
    for (let i = 0; i < line.plain.length; i++) plain.set(line.plain.charCodeAt(i), (plain.get(line.plain.charCodeAt(i)) ?? 0) + 1);
    commas += line.commas; oddCommas += line.oddCommas; spaces += line.spaces; breaks += line.breaks; marks += line.marks; fullWidth += line.fullWidth; tails += line.tails; privateUse += line.privateUse;
  }
  const classes = characterClasses();
  let traditionalWeight = 0, otherWeight = 0, converted = 0, coveredTraditional = 0, allTraditional = 0, simplified = 0;
  for (const [unit, { times, others }] of annotated) {
    // A site annotates a character always, and always the same; a schoolbook shows where it is read one way and where another.
    const traditional = isTraditionalOnly(unit), contradicted = (plain.get(unit) ?? 0) > times / 4 || others > 0;
    const value = weight(traditional, (classes[unit]! & HAN) === 1, times) * (contradicted ? -1 : 1);
    if (traditional) { converted++; traditionalWeight += value; coveredTraditional += times; allTraditional += times; } else otherWeight += value;
  }
  for (const [unit, times] of plain) {
    if (isTraditionalOnly(unit)) allTraditional += times;
    if (isSimplifiedOnly(unit)) simplified += times;
  }
  if (mechanical * 2 > total) { traditionalWeight *= 3; otherWeight *= 3; }
  // Doubled punctuation and annotations that lost their bracket are no author's work: what else stands there is the site's as well.
  const support = tails + (oddCommas > 0 ? 0.7 : 0);
  const annotates = traditionalWeight + otherWeight + support >= ENOUGH || (converted >= CONVERTED && total - coveredTraditional <= total * OTHERS);
  // One stray space is no habit; doubled commas are.
  const isHabit = (times: number) => annotates && times > commas && times * 4 >= marks;
  const inserted = isHabit(spaces) ? ' ' : isHabit(breaks) ? '\u00a0' : commas > 0 && (annotates || oddCommas > 0) ? ',' : '';
  return {
    annotates,
    annotated: new Map([...annotated].filter(([unit, { times }]) => (plain.get(unit) ?? 0) <= times / 4).map(([unit, { reading }]) => [unit, reading])),
    plain: new Set([...plain.keys()].filter(unit => plain.get(unit)! > 1 && !annotated.has(unit) && (allTraditional === 0 || isTraditionalOnly(unit)))),
    annotatesAny: otherWeight > 0 && otherWeight + support >= ENOUGH,
    annotatesRare: otherWeight >= 3 * ENOUGH,
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
  if (/[?%&=\\]/.test(line) || line.split('(').length - 1 > (observed?.annotated.length ?? 0)) return siteKey(evidence);
  let known = `${evidence.annotates} ${evidence.annotatesRare} ${evidence.inserted}`;
  for (const { character } of observed?.annotated ?? []) known += evidence.annotated.has(character.charCodeAt(0)) ? '+' : '-';
  return known;
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
    const { annotates, annotatesAny, annotatesRare, inserted, insertionRate, folded, showsPrivateUse, script, coverage, annotated, plain } = evidence;
    // Of what is long a hash: it is compared for every line.
    key = [annotates, annotatesAny, annotatesRare, inserted, insertionRate, folded, showsPrivateUse, script, coverage, hashed(sorted(annotated.keys()), sorted(plain), [...annotated].sort(([a], [b]) => a - b).map(([, reading]) => reading).join(' '))].join(' ');
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
