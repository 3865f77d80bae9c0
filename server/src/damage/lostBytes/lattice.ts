/**
 * Readings of bytes some of which are not known: a beam search over the characters that a lattice of bytes can spell,
 * scored by the character model. The one mechanism for all that lost bytes, whatever lost them.
 */
import { codec, type Charset } from '../../language/codecs/codec';
import type { CharacterModel, Language } from '../../language/language';
import { byte, isKnown, type ByteSet } from './byteSet';
import { repertoireOf, type Repertoire } from './repertoire';

/** One way in which a place of the damaged text came about: bytes in order, and what it costs in nats. */
export interface Way {
  readonly bytes: readonly ByteSet[];
  readonly cost: number;
  /** The second byte may be there any number of times, and what each more costs. */
  readonly again?: number;
}

/** What may stand behind one unit of damaged text, or behind one byte of it. A known byte is one way of one byte. */
export type Place = readonly Way[];

/** Bytes that went without a trace: which, what each costs in nats, how many at most. */
export interface Dropped {
  readonly bytes: ByteSet;
  readonly cost: number;
  readonly most: number;
  /** One is missing before this place, the others at the end. */
  readonly until?: number;
  /** What one at the end costs behind another: the bytes between them pair up only so. */
  readonly costAtEnd?: number;
}

/** A damaged stretch as the bytes that it may have been, with the text around it. */
export interface Lattice {
  readonly places: readonly Place[];
  /** The charset that the bytes are in. */
  readonly charset: Charset;
  /** Text around the places, as context. */
  readonly before: string;
  readonly after: string;
  readonly dropped?: Dropped;
  /** Whether a byte can have been lost before another, whether that was lost too or not; any can where left out. */
  readonly mayBeLost?: ((lost: number, next: number) => boolean) | undefined;
}

/** A reading of all places with its log-probability between its neighbours. */
export interface Reading {
  readonly text: string;
  readonly score: number;
}

/** A reading with its characters, and the places at which they end. */
export interface AlignedReading extends Reading {
  readonly units: readonly string[];
  /** By character: how many places are behind it; -1 where it ends within one. */
  readonly ends: readonly number[];
}

/** How many readings are followed at a time. */
const BEAM = 40;
/** Characters that are tried in a place where many fit. */
const CHOICES = 40;
/** The same where the whole search is for one character: words tell more than the characters beside it. */
const CHOICES_ALONE = 160;
/** How many of the most frequent characters make up nearly all text. */
const FREQUENT = 800;
/** Places behind the last at which a byte may be missing. */
const SETTLED = 12;
/** Characters before a place for each of which it is asked anew which fit best behind. */
const CONTEXTS = 2;
/** Readings this far behind the best one at the same place, in nats, are dropped. */
const DEPTH = 18;
/** So many times the readings that are followed may wait at a place before the others are dropped. */
const FULL = 4;
const unitsOf = (marks: string): ReadonlySet<number> => new Set(Array.from(marks, mark => mark.charCodeAt(0)));
/** Marks that open something, and spaces, do not end a line, whatever the model has not seen. */
const OPENING = unitsOf('“‘（《〈「『【〔［　');
/** Nor does what ends or closes something begin one, or stand behind its indentation. */
const CLOSING = unitsOf('，。、；：？！”’）》〉」』】〕］');
const NOT_AT_EDGE = 8;

const UNREADABLE = -2;
const LINE_FEED = 0x0a;
const IDEOGRAPHIC_SPACE = 0x3000;

const KNOWN: Place[] = [];

/** The place of a byte that is known. */
export function knownPlace(value: number): Place {
  if (KNOWN.length === 0) for (let i = 0; i < 256; i++) KNOWN.push([{ bytes: [byte(i)], cost: 0 }]);
  return KNOWN[value]!;
}

interface State {
  readonly unit: number;
  readonly from: State | null;
  readonly last: number;
  readonly last2: number;
  readonly score: number;
  readonly drops: number;
  /** The position behind it. */
  readonly at: number;
  /** The last byte, where it was lost; -1 where it is known. */
  readonly tail: number;
}

/** Bytes of one character, as sets, and the position behind them. */
interface Spelling {
  readonly sets: readonly ByteSet[];
  readonly next: number;
  readonly cost: number;
  readonly drops: number;
}

/** A position is a number: the place, below it the way, and in the lowest bits the byte within the way. */
const OFFSET_BITS = 3;
const WAY_BITS = 5;
const PLACE = OFFSET_BITS + WAY_BITS;
const position = (place: number, way: number, offset: number): number =>
  (place << PLACE) | (offset === 0 ? 0 : (way << OFFSET_BITS) | offset);

/**
 * Reads a lattice.
 * @param width how many readings are followed at a time
 * @returns readings of all places, best first, each text once; empty when the bytes spell nothing
 */
export function readLattice(lattice: Lattice, language: Language, width = BEAM): AlignedReading[] {
  return new Search(lattice, language, width).run();
}

class Search {
  readonly #lattice: Lattice;
  readonly #model: CharacterModel;
  readonly #repertoire: Repertoire;
  readonly #buckets: (State[] | undefined)[] = [];
  /** By position: readings below this score will not be followed. */
  readonly #floors: number[] = [];
  readonly #width: number;
  readonly #end: number;
  readonly #bytes = [0, 0, 0, 0];
  /** Of characters of which nothing is known the frequent ones are enough, unless the whole search is for one of them. */
  readonly #frequent: number;
  readonly #choices: number;
  readonly #contexts: number;

  constructor(lattice: Lattice, language: Language, width: number) {
    this.#width = width;
    const isAlone = lattice.places.length === 1;
    // Where few readings are followed, few characters are tried.
    const share = Math.min(1, width / BEAM);
    this.#frequent = isAlone ? Infinity : FREQUENT * share;
    this.#choices = isAlone ? CHOICES_ALONE : CHOICES * share;
    this.#contexts = Math.ceil(CONTEXTS * share);
    this.#lattice = lattice;
    this.#model = language.model;
    this.#repertoire = repertoireOf(lattice.charset, lattice.before + lattice.after, language.model);
    this.#end = position(lattice.places.length, 0, 0);
  }

  run(): AlignedReading[] {
    const width = this.#width;
    const { before, after } = this.#lattice;
    const { length } = before;
    const last = length > 0 ? before.charCodeAt(length - 1) : LINE_FEED;
    const last2 = length > 1 ? before.charCodeAt(length - 2) : LINE_FEED;
    const settled = (this.#lattice.dropped?.until ?? Infinity) + SETTLED;
    this.#buckets[0] = [{ unit: 0, from: null, last, last2, score: 0, drops: 0, at: 0, tail: -1 }];
    for (let at = 0; at < this.#end; at++) {
      const states = this.#buckets[at];
      if (!states) continue;
      this.#buckets[at] = undefined;
      states.sort((a, b) => b.score - a.score);
      // Once what follows the missing byte has been seen, the readings that explain it are few.
      let count = Math.min(at >> PLACE > settled ? Math.min(width, BEAM) : width, states.length);
      while (states[count - 1]!.score < states[0]!.score - DEPTH) count--;
      this.#expand(states, count, at);
    }
    const found = new Map<string, { readonly state: State; readonly score: number }>();
    for (const state of this.#buckets[this.#end] ?? []) {
      const text = spell(state);
      const score = state.score + this.#closing(state, after);
      if (score > (found.get(text)?.score ?? -Infinity)) found.set(text, { state, score });
    }
    return [...found]
      .sort(([, a], [, b]) => b.score - a.score)
      .slice(0, width)
      .map(([text, { state, score }]) => ({ text, score, ...aligned(state) }));
  }

  /** What follows, given a reading. */
  #closing(state: State, after: string): number {
    let { last, last2 } = state;
    let score = after.charCodeAt(0) === LINE_FEED && OPENING.has(last) ? -NOT_AT_EDGE : 0;
    for (let i = 0; i < Math.min(3, after.length); i++) {
      const unit = after.charCodeAt(i);
      score += this.#model.step(last2, last, unit);
      last2 = last;
      last = unit;
    }
    return score;
  }

  #expand(states: readonly State[], count: number, at: number): void {
    const place = at >> PLACE;
    const way = (at >> OFFSET_BITS) & ((1 << WAY_BITS) - 1);
    const offset = at & ((1 << OFFSET_BITS) - 1);
    for (let drops = 0; drops <= (this.#lattice.dropped?.most ?? 0); drops++) {
      if (!states.some((state, i) => i < count && state.drops === drops)) continue;
      for (const spelling of this.#spellings(place, way, offset, drops)) {
        const units = this.#repertoireOf(spelling.sets);
        if (units.length === 0) continue;
        const shortened = units.length > this.#choices ? new Map<number, readonly number[]>() : undefined;
        for (let i = 0; i < count; i++) {
          const state = states[i]!;
          if (state.drops !== drops) continue;
          let choices = units;
          if (shortened) {
            choices =
              shortened.get(state.last) ??
              (shortened.size < this.#contexts ? this.#best(units, state, spelling.next) : shortened.values().next().value!);
            shortened.set(state.last, choices);
          }
          for (const unit of choices) this.#emit(state, unit, spelling);
        }
      }
    }
  }

  #emit(state: State, unit: number, { sets, next, cost, drops }: Spelling): void {
    const score =
      state.score - cost + (unit > 0xffff ? this.#model.unigram(String.fromCodePoint(unit)) : this.#step(state.last2, state.last, unit));
    if (score < (this.#floors[next] ?? -Infinity)) return;
    const tail = this.#lattice.mayBeLost ? this.#tailOf(state.tail, unit, sets, this.#lattice.mayBeLost) : -1;
    if (tail === UNREADABLE) return;
    if (!(score - DEPTH <= this.#floors[next]!)) this.#floors[next] = score - DEPTH;
    const bucket = (this.#buckets[next] ??= []);
    bucket.push({ unit, from: state, last: unit, last2: state.last, score, drops, at: next, tail });
    if (bucket.length >= FULL * this.#width && next < this.#end) this.#thin(bucket, next);
  }

  /** Drops the readings of a full bucket that will not be followed. */
  #thin(bucket: State[], at: number): void {
    bucket.sort((a, b) => b.score - a.score);
    bucket.length = this.#width;
    this.#floors[at] = Math.max(this.#floors[at]!, bucket[this.#width - 1]!.score);
  }

  /**
   * The last byte of a character, where it was lost, -1 where it is known; `UNREADABLE` when a byte of it, or the one before it, cannot
   * have been lost there.
   */
  #tailOf(before: number, unit: number, sets: readonly ByteSet[], mayBeLost: (lost: number, next: number) => boolean): number {
    const bytes = this.#bytes;
    const length = codec(this.#lattice.charset).encodeInto(unit, bytes, 0);
    let lost = before;
    for (let i = 0; i < length; i++) {
      if (lost >= 0 && !mayBeLost(lost, bytes[i]!)) return UNREADABLE;
      lost = isKnown(sets[i]!) ? -1 : bytes[i]!;
    }
    return lost;
  }

  /** Log-probability of a unit after two others: the model's, but for what it does not know of how lines begin. */
  #step(last2: number, last: number, unit: number): number {
    const closesNothing = (last === LINE_FEED || last === IDEOGRAPHIC_SPACE) && CLOSING.has(unit);
    return this.#model.step(last2, last, unit) - (closesNothing ? NOT_AT_EDGE : 0);
  }

  /** Of many characters those that fit best behind a state and before what is known to follow, best first. */
  #best(units: readonly number[], { last, last2 }: State, next: number): readonly number[] {
    return this.#model.fitting(
      last2,
      last,
      units.length > this.#frequent ? units.slice(0, this.#frequent) : units,
      this.#unitAt(next),
      this.#choices,
    );
  }

  /** The character at a position if all its bytes are known, -1 otherwise. */
  #unitAt(at: number): number {
    if (at === this.#end) return this.#lattice.after === '' ? -1 : this.#lattice.after.charCodeAt(0);
    if (at % (1 << PLACE) !== 0) return -1;
    const sets: ByteSet[] = [];
    for (let place = at >> PLACE; place < this.#lattice.places.length && sets.length < 4; place++) {
      const only = knownAt(this.#lattice.places[place]!);
      if (only === undefined) break;
      sets.push(only);
    }
    const read = codec(this.#lattice.charset).decodeAt(
      sets.map(({ id }) => id),
      0,
      sets.length,
    );
    return read < 0 || read >>> 3 > 0xffff ? -1 : read >>> 3;
  }

  #repertoireOf(sets: readonly ByteSet[]): readonly number[] {
    if (!sets.every(isKnown)) return this.#repertoire.spelledBy(sets);
    // Bytes that are all known need no choice, and may be a character that is not in use.
    const read = codec(this.#lattice.charset).decodeAt(
      sets.map(({ id }) => id),
      0,
      sets.length,
    );
    return read >= 0 && (read & 7) === sets.length ? [read >>> 3] : [];
  }

  /** All ways to take one character from a position. */
  #spellings(place: number, way: number, offset: number, drops: number): Spelling[] {
    const { places, dropped, charset } = this.#lattice;
    const found: Spelling[] = [];
    const take = (
      at: number,
      inWay: number,
      inOffset: number,
      need: number,
      sets: readonly ByteSet[],
      cost: number,
      gone: number,
    ): void => {
      if (need === 0) {
        // A character that went as a whole leaves nothing to tell it by.
        if (at > place || inOffset > offset) found.push({ sets, next: position(at, inWay, inOffset), cost, drops: gone });
        return;
      }
      const add = (set: ByteSet, nextPlace: number, nextWay: number, nextOffset: number, price: number, nowGone: number): void => {
        for (const length of sets.length === 0 ? lengthsOf(set, charset) : [need])
          take(nextPlace, nextWay, nextOffset, length - 1, [...sets, set], cost + price, nowGone);
      };
      const ways = places[at];
      if (ways) {
        const read = ({ bytes, again }: Way, n: number, price: number): void => {
          const isMore = inOffset + 1 < bytes.length;
          add(bytes[inOffset]!, isMore ? at : at + 1, n, isMore ? inOffset + 1 : 0, price, gone);
          if (again !== undefined && inOffset === 1) add(bytes[1]!, at, n, 1, price + again, gone);
        };
        if (inOffset > 0) read(ways[inWay]!, inWay, 0);
        else ways.forEach((one, n) => read(one, n, one.cost));
      }
      if (
        dropped &&
        gone < dropped.most &&
        inOffset === 0 &&
        (dropped.until === undefined || (gone === 0 && at <= dropped.until) || at === places.length)
      )
        add(dropped.bytes, at, inWay, 0, gone > 0 ? (dropped.costAtEnd ?? dropped.cost) : dropped.cost, gone + 1);
    };
    take(place, way, offset, -1, [], 0, drops);
    return found;
  }
}

function knownAt(place: Place): ByteSet | undefined {
  const only = place.length === 1 && place[0]!.bytes.length === 1 ? place[0]!.bytes[0]! : undefined;
  return only && isKnown(only) ? only : undefined;
}

const ONE = [1];
const TWO = [2];
const THREE = [3];
const FOUR = [4];
const NONE: readonly number[] = [];
/** By number of a set: how many bytes characters of UTF-8 have that begin with one of it. */
const inUtf8 = new Map<number, readonly number[]>();

/** How many bytes the characters have that begin with one of a set. */
function lengthsOf(lead: ByteSet, charset: Charset): readonly number[] {
  const { id, values } = lead;
  if (charset !== 'utf-8') return isKnown(lead) ? (id <= 0x80 ? ONE : TWO) : TWO;
  let lengths = inUtf8.get(id);
  if (!lengths) inUtf8.set(id, (lengths = isKnown(lead) ? lengthsBehind(id) : [...new Set(values.flatMap(lengthsBehind))].filter(isUsual)));
  return lengths;
}

/** How many bytes a character has that begins with a byte of UTF-8. */
function lengthsBehind(first: number): readonly number[] {
  return first < 0x80 ? ONE : first < 0xc2 ? NONE : first < 0xe0 ? TWO : first < 0xf0 ? THREE : first < 0xf5 ? FOUR : NONE;
}

/** Characters of Chinese: where the first byte is gone, no others are thought of. */
function isUsual(length: number): boolean {
  return length === 2 || length === 3;
}

function aligned(state: State): Pick<AlignedReading, 'units' | 'ends'> {
  const units: string[] = [];
  const ends: number[] = [];
  for (let at: State | null = state; at?.from; at = at.from) {
    units.push(String.fromCodePoint(at.unit));
    ends.push(at.at % (1 << PLACE) === 0 ? at.at >> PLACE : -1);
  }
  return { units: units.reverse(), ends: ends.reverse() };
}

function spell(state: State): string {
  const units: number[] = [];
  for (let at: State | null = state; at?.from; at = at.from) units.push(at.unit);
  return String.fromCodePoint(...units.reverse());
}
