/** Which characters an unknown byte can make: the plausible characters of GBK by lead and by trail byte, most frequent first. */
import { CharacterClass, characterClasses, HAN } from '../../language/characters';
import { gbkTables } from '../../language/codecs/gbk';
import type { CharacterModel } from '../../language/language';
import { simplifiedTable, traditionalTable } from '../../language/script';
import type { Readings } from './readings';
import { cp936, isUserDefined } from './forward';

/** A character with its two bytes. */
export interface Pair {
  readonly unit: number;
  readonly lead: number;
  readonly trail: number;
  /** What the text's script makes of the character: 0 at home in it, negative where it should not stand. Natural log. */
  readonly prior: number;
}

/** A script as sites write it; null where it is not known. */
export type Script = 'hant' | 'hans' | null;

/** Prior of a simplified character in traditional text, or the other way round. */
const WRONG_SCRIPT = -7;
/** Prior of a form that one-to-one conversion does not give. */
const VARIANT = -3;
/** Prior of signs that articles seldom use. */
const SELDOM = -4;
/** Prior of signs that they never use. */
const ODD = -12;

/** Prior of a rare character, which texts hold so seldom that a site hardly annotates it. */
const RARE = -3;

/** Characters less frequent than this are not guessed, only read. */
const GUESSED = -13.2;

/** Punctuation that stands in articles. */
const GUESSED_MARKS = '，。、；：？！“”‘’（）《》—…·％【】\u3000';

/** How well each unit fits a text of the script. Natural log. In a bare loop, since it is made while somebody waits for the first page. */
function scriptPriors(script: Script): Float32Array {
  const classes = characterClasses();
  const simplified = simplifiedTable();
  const traditional = traditionalTable();
  const priors = new Float32Array(0x10000).fill(ODD, 0x80);
  for (let unit = 0x80; unit < 0x10000; unit++) {
    const own = classes[unit]!;
    if (own === 0) continue;
    if ((own & HAN) === 0) {
      if ((own & (CharacterClass.ChinesePunctuation | CharacterClass.FullwidthAlphanumeric)) !== 0) priors[unit] = SELDOM;
    } else if (script === 'hant') {
      const folded = simplified[unit]!;
      priors[unit] = traditional[unit] !== unit ? WRONG_SCRIPT : folded !== unit && traditional[folded] !== unit ? VARIANT : 0;
    } else priors[unit] = script === 'hans' && simplified[unit] !== unit ? WRONG_SCRIPT : 0;
  }
  for (let i = 0; i < GUESSED_MARKS.length; i++) priors[GUESSED_MARKS.charCodeAt(i)] = 0;
  return priors;
}

const emptyLists = (): Pair[][] => Array.from({ length: 256 }, () => []);

/** All pairs that may be guessed, for one script. */
export class GbkIndex {
  /** How well each UTF-16 unit fits a text of the script: 0 or negative, natural log. */
  readonly prior: Float32Array;
  /** By lead byte, most frequent first. */
  readonly byLead: readonly Pair[][];
  /** By lead byte, only those whose trail byte begins a user-defined pair (AA-AF, F8-FE, and A1-A7 before a low byte). */
  readonly beforeVanished: readonly Pair[][];
  /** By lead byte, only those whose trail byte begins a pair that CP936 leaves empty. */
  readonly beforeUnassigned: readonly Pair[][];
  /** By trail byte, those with a lead byte of A1-FE, most frequent first. */
  readonly byTrailHigh: readonly Pair[][];
  /** By trail byte, those with a lead byte of 81-A0, most frequent first. */
  readonly byTrailLow: readonly Pair[][];
  readonly #model: CharacterModel;
  /** All pairs, those with a lead byte of A1-FE and those with one of 81-A0, most frequent first. */
  readonly #any: Sides;
  /** Those of them that may stand before a vanished pair. */
  readonly #vanishing: Sides;
  /** By the character before and what is known of the bytes. */
  readonly #followers = new Map<number, readonly Pair[]>();
  /** By reading without tone; made when first asked for. */
  #read: ReadonlyMap<string, readonly Pair[]> | undefined;
  /** By reading without tone and lead byte. */
  readonly #readBehind = new Map<string, readonly Pair[]>();

  constructor(model: CharacterModel, script: Script) {
    this.#model = model;
    this.prior = scriptPriors(script);
    this.byLead = emptyLists();
    this.beforeVanished = emptyLists();
    this.beforeUnassigned = emptyLists();
    this.byTrailHigh = emptyLists();
    this.byTrailLow = emptyLists();
    this.#any = { high: [], low: [] };
    this.#vanishing = { high: [], low: [] };
    const vanishes = Array.from({ length: 256 }, (_, trail) => isUserDefined(trail, 0xa1) || isUserDefined(trail, 0x81));
    const mayBeEmpty = Array.from({ length: 256 }, (_, trail) => trail >= 0x81 && unassignedBehind(trail).length > 0);
    for (const pair of mostFrequentFirst(guessedPairs(model, this.prior), model)) {
      const { lead, trail } = pair;
      const side = lead >= 0xa1 ? 'high' : 'low';
      this.byLead[lead]!.push(pair);
      (side === 'high' ? this.byTrailHigh : this.byTrailLow)[trail]!.push(pair);
      this.#any[side].push(pair);
      if (vanishes[trail]) {
        this.beforeVanished[lead]!.push(pair);
        this.#vanishing[side].push(pair);
      }
      if (mayBeEmpty[trail]) this.beforeUnassigned[lead]!.push(pair);
    }
  }

  /**
   * Characters of which the first byte is not known, those first that mostly follow a given one.
   * @param high whether the first byte is one of A1-FE; else it is one of 81-A0
   * @param trail the second byte; `vanishing` for those that may begin a vanished pair, `any` when nothing is known of it
   */
  followers(last: number, high: boolean, trail: number | 'vanishing' | 'any'): readonly Pair[] {
    const key = (last * 2 + (high ? 1 : 0)) * 0x100 + (trail === 'any' ? 0 : trail === 'vanishing' ? 1 : trail);
    let found = this.#followers.get(key);
    if (!found) {
      const sides =
        trail === 'any'
          ? this.#any
          : trail === 'vanishing'
            ? this.#vanishing
            : { high: this.byTrailHigh[trail]!, low: this.byTrailLow[trail]! };
      found = this.#mostLikely(last, high ? sides.high : sides.low);
      if (this.#followers.size > MOST_KEPT) this.#followers.clear();
      this.#followers.set(key, found);
    }
    return found;
  }

  /** The best of the most frequent, best first; kept in order while they are weighed, since few of them move. */
  #mostLikely(last: number, pairs: readonly Pair[]): readonly Pair[] {
    const best: Pair[] = [];
    const scores: number[] = [];
    for (let i = 0; i < pairs.length && i < MOST_WEIGHED; i++) {
      const pair = pairs[i]!;
      const isFull = best.length === MOST_FOLLOWERS;
      if (isFull && pair.prior <= scores[MOST_FOLLOWERS - 1]!) continue;
      const score = pair.prior + this.#model.step(NOTHING, last, pair.unit);
      if (isFull && score <= scores[MOST_FOLLOWERS - 1]!) continue;
      let at = isFull ? MOST_FOLLOWERS - 1 : best.length;
      for (; at > 0 && scores[at - 1]! < score; at--) {
        best[at] = best[at - 1]!;
        scores[at] = scores[at - 1]!;
      }
      best[at] = pair;
      scores[at] = score;
    }
    return best;
  }

  /**
   * Characters that can be read this way; tones do not count.
   * @param lead their first byte, where it is known: then rare ones are among them, since the reading names them
   */
  readAs(readings: Readings, reading: string, lead?: number): readonly Pair[] {
    const bare = readings.bare(reading);
    if (lead === undefined) return (this.#read ??= this.#byReading(readings)).get(bare) ?? [];
    const key = `${bare}${String.fromCharCode(lead)}`;
    let found = this.#readBehind.get(key);
    if (!found)
      this.#readBehind.set(key, (found = [...this.byLead[lead]!, ...this.#rare(lead)].filter(({ unit }) => readings.has(unit, bare))));
    return found;
  }

  #byReading(readings: Readings): ReadonlyMap<string, readonly Pair[]> {
    const read = new Map<string, Pair[]>();
    for (const pairs of this.byLead) {
      for (const pair of pairs) {
        for (const bare of readings.of(pair.unit)) {
          const list = read.get(bare);
          if (list) list.push(pair);
          else read.set(bare, [pair]);
        }
      }
    }
    return read;
  }

  /** The ideographs with a lead byte that are not guessed because they are rare. */
  #rare(lead: number): Pair[] {
    const classes = characterClasses();
    const units = gbkTables().toUnicode;
    const guessed = new Set(this.byLead[lead]!.map(({ unit }) => unit));
    const rare: Pair[] = [];
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const unit = units[(lead << 8) | trail]!;
      const prior = this.prior[unit]!;
      if ((classes[unit]! & HAN) !== 0 && prior > WRONG_SCRIPT && !guessed.has(unit)) rare.push({ unit, lead, trail, prior: prior + RARE });
    }
    return rare;
  }
}

interface Sides {
  readonly high: Pair[];
  readonly low: Pair[];
}

/** The pairs of characters in use that may stand in a text, in order of their bytes. @param priors of the text's script */
function guessedPairs(model: CharacterModel, priors: Float32Array): Pair[] {
  const classes = characterClasses();
  const units = gbkTables().toUnicode;
  const pairs: Pair[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const unit = units[(lead << 8) | trail]!;
      const prior = priors[unit]!;
      if (unit === 0 || prior <= WRONG_SCRIPT) continue;
      const own = classes[unit]!;
      if ((own & HAN) === 0) {
        if (prior !== 0) continue;
      } else if ((own & CharacterClass.HanCommon) === 0 && model.unigram(String.fromCharCode(unit)) < GUESSED) continue;
      pairs.push({ unit, lead, trail, prior });
    }
  }
  return pairs;
}

/** Sorts numbers, which the engine does by itself: how rare a character is, and behind it its place among the pairs. */
function mostFrequentFirst(pairs: readonly Pair[], model: CharacterModel): Pair[] {
  const rareness = ({ unit, prior }: Pair) => Math.round(-RARENESS_SCALE * (model.unigram(String.fromCharCode(unit)) + prior));
  const keys = Float64Array.from(pairs, (pair, place) => rareness(pair) * PLACES + place).sort();
  return Array.from(keys, key => pairs[key % PLACES]!);
}

/** Finer than the steps of the model; and more than there are pairs. */
const RARENESS_SCALE = 1e6;
const PLACES = 0x8000;

/** How many characters are weighed as followers, most frequent first. */
const MOST_WEIGHED = 500;
/** How many of them are kept. */
const MOST_FOLLOWERS = 40;
/** How many lists of followers are kept. */
const MOST_KEPT = 20_000;

/** A unit that no trigram begins with: what follows is told by one character. */
const NOTHING = 0xffff;

const unassigned: (readonly number[] | undefined)[] = [];

/** The trail bytes (from 0x81 up) with which CP936 has neither a character nor a user-defined place behind a lead byte. */
export function unassignedBehind(lead: number): readonly number[] {
  return (unassigned[lead] ??= Array.from({ length: 0x7e }, (_, i) => 0x81 + i).filter(
    trail => !isUserDefined(lead, trail) && cp936(lead, trail) === 0,
  ));
}

const kept = new WeakMap<CharacterModel, Map<Script, GbkIndex>>();

/** The index of a script, built on first use (about 10 ms) and kept. */
export function gbkIndex(model: CharacterModel, script: Script): GbkIndex {
  let scripts = kept.get(model);
  if (!scripts) kept.set(model, (scripts = new Map()));
  let index = scripts.get(script);
  if (!index) scripts.set(script, (index = new GbkIndex(model, script)));
  return index;
}
