/**
 * One pass over a text that tells at every place which characters stand there and which patterns can match there, so that rules run a
 * pattern only on text that holds one of the words it needs, and loop over classes instead of characters.
 */
import { REQUIRED_WORDS } from './built';
import { requiredBy } from './required';
import { UnitSet } from './unitSet';

/** What a sign stands for: a class of UTF-16 units, or patterns (what each of them requires is worked out from it). */
export type SignSource = UnitSet | readonly RegExp[];

/** Signs are bits of a 32-bit integer, of which two are kept for the units that begin pairs and those that end them. */
const MOST_SIGNS = 30;
const BEGINS = 1 << 30;
const ENDS = 1 << 31;
const SIGNS = BEGINS - 1;
/** How many different sets of signs units may bear: `kinds` has a byte a unit. */
const MOST_KINDS = 256;

/** A text with the signs in it: for each unit the bits of its classes, and of the patterns of which a required word begins there. */
export class Scan {
  readonly text: string;
  /** All bits of the text. */
  readonly all: number;
  readonly #bits: Int32Array;
  /** Where the bits of the text begin. */
  readonly #start: number;

  constructor(text: string, all: number, bits: Int32Array, start: number) {
    this.text = text;
    this.all = all;
    this.#bits = bits;
    this.#start = start;
  }

  /** All bits in a range. A pattern that matches the range alone has its bit there; the reverse does not hold. */
  in(from: number, to: number): number {
    const bits = this.#bits;
    const end = this.#start + to;
    let all = 0;
    for (let at = this.#start + from; at < end; at++) all |= bits[at]!;
    return all;
  }

  /** How many places of a range bear one of the signs. */
  count(signs: number, from: number, to: number): number {
    const bits = this.#bits;
    const end = this.#start + to;
    let count = 0;
    for (let at = this.#start + from; at < end; at++) if ((bits[at]! & signs) !== 0) count++;
    return count;
  }

  /** The first place of a range that bears one of the signs; `to` when none does. */
  next(signs: number, from: number, to: number): number {
    const bits = this.#bits;
    const end = this.#start + to;
    for (let at = this.#start + from; at < end; at++) if ((bits[at]! & signs) !== 0) return at - this.#start;
    return to;
  }
}

/**
 * Bits of many texts are laid one behind the other into blocks of this many units: a block of its
 * own for each line would cost more than its scan.
 */
const BLOCK = 8192;

/** What is looked up at every unit. */
interface Tables {
  /** By unit, what holds for it: an index into `bits`. Bytes, so that the table stays in the processor's cache beside all others. */
  readonly kinds: Uint8Array;
  /** The bits of a kind of units, with `BEGINS` and `ENDS`. */
  readonly bits: Int32Array;
  /** Pairs by hash: the first unit in the upper half, the second in the lower; 0 for an empty cell. */
  readonly pairs: Int32Array;
  /** The bits of the pair in the same cell of `pairs`. */
  readonly pairBits: Int32Array;
  /** By how much a hash is shifted to the right to give a cell. */
  readonly shift: number;
}

/** A list of named signs, and the scan that finds all of them in one pass over a text. */
export class Signs<Name extends string> {
  /** The patterns of all lists made so far; for the build, which works out what they require. */
  static readonly patterns: RegExp[] = [];

  /** The bit of each sign. */
  readonly bit: Readonly<Record<Name, number>>;
  readonly #sources: Readonly<Record<Name, SignSource>>;
  #made: Tables | undefined;
  /** The block at hand, and how much of it is taken. */
  #block = new Int32Array(0);
  #used = 0;

  /** @param sources at most 30 */
  constructor(sources: Readonly<Record<Name, SignSource>>) {
    const names = Object.keys(sources) as Name[];
    if (names.length > MOST_SIGNS) throw new Error(`${names.length} signs`);
    this.bit = Object.fromEntries(names.map((name, i) => [name, 1 << i])) as Record<Name, number>;
    this.#sources = sources;
    for (const source of Object.values<SignSource>(sources)) if (!(source instanceof UnitSet)) Signs.patterns.push(...source);
  }

  /**
   * Made for the first text, not while the program is loaded, which would be a long block.
   * @throws Error when a pattern requires nothing in particular: it could not be told from the text whether to try it
   */
  get #tables(): Tables {
    return (this.#made ??= this.#make());
  }

  #make(): Tables {
    const units = new Int32Array(0x10000);
    const pairs = new Map<number, number>();
    for (const name of Object.keys(this.#sources) as Name[]) {
      const source: SignSource = this.#sources[name];
      const bit = this.bit[name];
      if (source instanceof UnitSet)
        source.forEach(unit => {
          units[unit]! |= bit;
        });
      else
        for (const piece of source.flatMap(required)) {
          const first = piece.charCodeAt(0);
          if (piece.length === 1) {
            units[first]! |= bit;
            continue;
          }
          const key = (first << 16) | piece.charCodeAt(1);
          units[first]! |= BEGINS;
          units[piece.charCodeAt(1)]! |= ENDS;
          pairs.set(key, (pairs.get(key) ?? 0) | bit);
        }
    }
    return { ...kindsOf(units), ...hashed(pairs) };
  }

  /** The text bears a sign. */
  anyIn(text: string): boolean {
    const { length } = text;
    const tables = this.#tables;
    const { kinds, bits } = tables;
    let unit = 0;
    let before = 0;
    for (let at = 0; at < length; at++) {
      const next = text.charCodeAt(at);
      const kind = bits[kinds[next]!]!;
      if ((kind & SIGNS) !== 0 || ((before & BEGINS) !== 0 && (kind & ENDS) !== 0 && pairIn(tables, (unit << 16) | next) !== 0))
        return true;
      unit = next;
      before = kind;
    }
    return false;
  }

  scan(text: string): Scan {
    const { length } = text;
    const tables = this.#tables;
    const { kinds, bits: bitsOf } = tables;
    if (this.#used + length > this.#block.length) {
      this.#block = new Int32Array(Math.max(BLOCK, length));
      this.#used = 0;
    }
    const bits = this.#block;
    const start = this.#used;
    let all = 0;
    let unit = 0;
    let before = 0;
    for (let at = 0; at < length; at++) {
      const next = text.charCodeAt(at);
      const kind = bitsOf[kinds[next]!]!;
      const own = kind & SIGNS;
      bits[start + at] = own;
      all |= own;
      if ((before & BEGINS) !== 0 && (kind & ENDS) !== 0) {
        const pair = pairIn(tables, (unit << 16) | next);
        bits[start + at - 1]! |= pair;
        all |= pair;
      }
      unit = next;
      before = kind;
    }
    this.#used += length;
    return new Scan(text, all, bits, start);
  }
}

/** The bits of a pair of units; 0 when it bears none. */
function pairIn({ pairs, pairBits, shift }: Tables, key: number): number {
  const last = pairs.length - 1;
  for (let cell = hash(key) >>> shift; pairs[cell] !== 0; cell = (cell + 1) & last) if (pairs[cell] === key) return pairBits[cell]!;
  return 0;
}

/** @param units by unit, its bits */
function kindsOf(units: Int32Array): Pick<Tables, 'kinds' | 'bits'> {
  const table = new Uint8Array(0x10000);
  const bits = new Int32Array(MOST_KINDS);
  const kinds = new Map([[0, 0]]);
  // Runs of units bear the same: this runs whenever the program starts.
  for (let unit = 0, last = 0, kind: number | undefined = 0; unit < 0x10000; unit++) {
    const own = units[unit]!;
    if (own !== last) {
      kind = kinds.get(own);
      if (kind === undefined) kinds.set(own, (kind = kinds.size));
      last = own;
    }
    table[unit] = kind!;
  }
  if (kinds.size > MOST_KINDS) throw new Error(`${kinds.size} kinds of units`);
  for (const [own, kind] of kinds) bits[kind] = own;
  return { kinds: table, bits };
}

/** @param pairs bits by pair */
function hashed(pairs: ReadonlyMap<number, number>): Pick<Tables, 'pairs' | 'pairBits' | 'shift'> {
  const size = 2 ** Math.ceil(Math.log2(4 * pairs.size + 4));
  const shift = 32 - Math.log2(size);
  const keys = new Int32Array(size);
  const pairBits = new Int32Array(size);
  for (const [key, bits] of pairs) {
    let cell = hash(key) >>> shift;
    while (keys[cell] !== 0) cell = (cell + 1) & (size - 1);
    keys[cell] = key;
    pairBits[cell] = bits;
  }
  return { pairs: keys, pairBits, shift };
}

function required(pattern: RegExp): readonly string[] {
  const known = REQUIRED_WORDS[pattern.source];
  if (known) return known;
  const found = requiredBy(pattern);
  if (!found) throw new Error(`${String(pattern)} requires nothing in particular`);
  return [...found];
}

const hash = (key: number): number => Math.imul(key ^ (key >>> 15), 0x9e3779b1);
