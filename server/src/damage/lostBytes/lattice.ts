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
}

/** A reading of all places with its log-probability between its neighbours. */
export interface Reading {
  readonly text: string;
  readonly score: number;
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
const unitsOf = (marks: string): ReadonlySet<number> => new Set(Array.from(marks, mark => mark.charCodeAt(0)));
/** Marks that open something, and spaces, do not end a line, whatever the model has not seen. */
const OPENING = unitsOf('“‘（《〈「『【〔［　');
/** Nor does what ends or closes something begin one, or stand behind its indentation. */
const CLOSING = unitsOf('，。、；：？！”’）》〉」』】〕］');
const NOT_AT_EDGE = 8;

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
export function readLattice(lattice: Lattice, language: Language, width = BEAM): Reading[] {
  return new Search(lattice, language).run(width);
}

class Search {
  readonly #lattice: Lattice;
  readonly #model: CharacterModel;
  readonly #repertoire: Repertoire;
  readonly #buckets: (State[] | undefined)[] = [];
  /** The best score at each position so far. */
  readonly #tops: number[] = [];
  readonly #end: number;
  /** Of characters of which nothing is known the frequent ones are enough, unless the whole search is for one of them. */
  readonly #frequent: number;
  readonly #choices: number;

  constructor(lattice: Lattice, language: Language) {
    const isAlone = lattice.places.length === 1;
    this.#frequent = isAlone ? Infinity : FREQUENT;
    this.#choices = isAlone ? CHOICES_ALONE : CHOICES;
    this.#lattice = lattice;
    this.#model = language.model;
    this.#repertoire = repertoireOf(lattice.charset, lattice.before + lattice.after, language.model);
    this.#end = position(lattice.places.length, 0, 0);
  }

  run(width: number): Reading[] {
    const { before, after } = this.#lattice;
    const { length } = before;
    const last = length > 0 ? before.charCodeAt(length - 1) : LINE_FEED;
    const last2 = length > 1 ? before.charCodeAt(length - 2) : LINE_FEED;
    const settled = (this.#lattice.dropped?.until ?? Infinity) + SETTLED;
    this.#buckets[0] = [{ unit: 0, from: null, last, last2, score: 0, drops: 0 }];
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
    const found = new Map<string, number>();
    for (const state of this.#buckets[this.#end] ?? []) {
      const text = spell(state);
      const score = state.score + this.#closing(state, after);
      if (score > (found.get(text) ?? -Infinity)) found.set(text, score);
    }
    return [...found]
      .map(([text, score]) => ({ text, score }))
      .sort((a, b) => b.score - a.score)
      .slice(0, width);
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
              (shortened.size < CONTEXTS ? this.#best(units, state, spelling.next) : shortened.values().next().value!);
            shortened.set(state.last, choices);
          }
          for (const unit of choices) this.#emit(state, unit, spelling);
        }
      }
    }
  }

  #emit(state: State, unit: number, { next, cost, drops }: Spelling): void {
    const score =
      state.score - cost + (unit > 0xffff ? this.#model.unigram(String.fromCodePoint(unit)) : this.#step(state.last2, state.last, unit));
    if (score < (this.#tops[next] ?? -Infinity) - DEPTH) return;
    if (!(score <= this.#tops[next]!)) this.#tops[next] = score;
    (this.#buckets[next] ??= []).push({ unit, from: state, last: unit, last2: state.last, score, drops });
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
        if (inOffset > 0)
          add(
            ways[inWay]!.bytes[inOffset]!,
            inOffset + 1 < ways[inWay]!.bytes.length ? at : at + 1,
            inWay,
            inOffset + 1 < ways[inWay]!.bytes.length ? inOffset + 1 : 0,
            0,
            gone,
          );
        else
          ways.forEach(({ bytes, cost: price }, n) =>
            add(bytes[0]!, bytes.length > 1 ? at : at + 1, n, bytes.length > 1 ? 1 : 0, price, gone),
          );
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
const TWO_OR_THREE = [2, 3];
const NONE: readonly number[] = [];

/** How many bytes the characters have that begin with one of a set. */
function lengthsOf(lead: ByteSet, charset: Charset): readonly number[] {
  const { id, has } = lead;
  if (charset !== 'utf-8') return isKnown(lead) ? (id <= 0x80 ? ONE : TWO) : TWO;
  if (!isKnown(lead)) return has[0xe5] === 1 ? (has[0xc2] === 1 ? TWO_OR_THREE : THREE) : NONE;
  return id < 0x80 ? ONE : id < 0xc2 ? NONE : id < 0xe0 ? TWO : id < 0xf0 ? THREE : id < 0xf5 ? FOUR : NONE;
}

function spell(state: State): string {
  const units: number[] = [];
  for (let at: State | null = state; at?.from; at = at.from) units.push(at.unit);
  return String.fromCodePoint(...units.reverse());
}
