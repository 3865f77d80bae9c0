/**
 * What stands behind an office, weighed as a whole: a name that ends at one place or another and the clause that goes on behind it, or the
 * clause alone (县长|高度重视). The verbs that rules can list are few; whatever the word list knows as the beginning of a predicate will do
 * here. Offsets are into one folded line.
 */
import { divided, likelihoodOf } from '../../language/division';
import { UnitSet } from '../../base/unitSet';
import type { WordList } from '../../language/language';
import { FUNCTION_CHARACTERS, PLACE_ENDINGS } from './lexicon';
import { nameModel } from './names';
import { isHan, verbs, type Left } from './neighbours';
import { isAbroad, nameable } from './spellings';
import { headEndingAt, isFullTitle } from './titles';

/** How many characters behind the place are divided; every reading of a place covers the same ones. */
const REACH = 9;
const LONGEST_WORD = 4;
/** Parts of speech with which a predicate begins: verbs, adverbs, prepositions, conjunctions, times. */
const PREDICATIVE = /^(?:[vdpct]|ad$)/;
/** Those with which it may: 一针见血, 三天跑了八个点, 深夜查岗, 如此说. */
const POSSIBLY_PREDICATIVE = /^[lirmfqx]/;
/** Those of words that may be names as well. */
const NOMINAL = /^(?:n|nz|s|i|l|z)$/;
const JOINING = new UnitSet(['和与及同']);
/** This many characters in a row that are used to spell other languages begin such a name. */
const SPELLED = 4;
/**
 * How much rarer than in any text a word of other parts of speech is behind a name, and right behind an
 * office; natural logarithms, as all that follows.
 */
const BEHIND_NAME: Rarity = { unknown: -2, possible: -1, other: -4 };
const BEHIND_OFFICE: Rarity = { unknown: -2, possible: -2, other: -8 };
/** How much more often than not a name stands behind an office with its organisation (县教育局局长), and behind one without (局长). */
const NAMED = { full: 2, bare: 0 };
/** How much rarer a name is that ends with what more often begins the next word. */
const NEXT_WORD = -3;

interface Rarity {
  readonly unknown: number;
  readonly possible: number;
  readonly other: number;
}

/** Where the readings of a place end. */
function limitOf(line: string, at: number): number {
  let end = at;
  while (end < at + REACH && isHan(line, end, end + 1)) end++;
  return end;
}

/** The likelihood of `line[at..end)` as a predicate. */
function predicateLikelihood(line: string, at: number, end: number, rarity: Rarity, words: WordList): number {
  let best = at < end ? -Infinity : 0;
  for (let length = 1; length <= LONGEST_WORD && at + length <= end; length++) {
    const word = line.slice(at, at + length);
    const likelihood = likelihoodOf(word, words) + rarityOf(word, words, rarity) + divided(line.slice(at + length, end), words).likelihood;
    best = Math.max(best, likelihood);
  }
  return best;
}

function rarityOf(word: string, words: WordList, { unknown, possible, other }: Rarity): number {
  const tag = words.tag(word);
  if (tag === undefined) return unknown;
  // 实地|察看: nouns that tell how or where something is done.
  if (word.length > 1 && verbs.startingAt(word, 0) === word) return 0;
  return PREDICATIVE.test(tag) ? 0 : POSSIBLY_PREDICATIVE.test(tag) ? possible : other;
}

/** The likelihood of a name; a name that the word list has may be more usual than its characters are in names. */
function nameLikelihood(line: string, start: number, end: number, surname: number, words: WordList): number {
  const name = line.slice(start, end);
  const likelihood =
    nameModel().likelihood(line, start, end, surname) + (FUNCTION_CHARACTERS.has(line.charCodeAt(end - 1)) ? NEXT_WORD : 0);
  return words.tag(name)?.startsWith('nr') ? Math.max(likelihood, likelihoodOf(name, words)) : likelihood;
}

/** The readings of one place behind an office. */
export class Readings {
  readonly #line: string;
  readonly #at: number;
  readonly #surname: number;
  readonly #words: WordList;
  readonly #limit: number;

  constructor(line: string, at: number, surname: number, words: WordList) {
    this.#line = line;
    this.#at = at;
    this.#surname = surname;
    this.#words = words;
    this.#limit = limitOf(line, at);
  }

  /** Natural log likelihood that a name ends at `end`; -Infinity for what is no family name and one or two characters. */
  of(end: number): number {
    const given = end - this.#at - this.#surname;
    if (this.#surname === 0 || given < 1 || given > 2 || end > this.#limit) return -Infinity;
    return (
      nameLikelihood(this.#line, this.#at, end, this.#surname, this.#words) +
      predicateLikelihood(this.#line, end, this.#limit, BEHIND_NAME, this.#words)
    );
  }

  /**
   * True where a name that ends at `end` is likelier than none.
   * @param left the office
   */
  favours(end: number, left: Left): boolean {
    const line = this.#line;
    const at = this.#at;
    const head = headEndingAt(line, at);
    if (!head) return false;
    const full = isFullTitle(line, left.title);
    if (isAbroad(line, left) || JOINING.has(line.charCodeAt(at)) || isSpelledOut(line, at)) return false;
    if (
      !(full
        ? this.#isNameBehindOrganisation(end, at - head.length)
        : nameable(line.slice(at, end), this.#words) && nameable(line.slice(at, at + 2), this.#words))
    )
      return false;
    const none = Math.max(predicateLikelihood(line, at, this.#limit, BEHIND_OFFICE, this.#words), this.#across(head));
    return this.of(end) > none - (full ? NAMED.full : NAMED.bare);
  }

  /**
   * 市公安局局长童话, but not 国家主席战略引领, 值班站长有权: a word is a name where an organisation ends
   * before the head, and only if it names something.
   */
  #isNameBehindOrganisation(end: number, head: number): boolean {
    const word = this.#line.slice(this.#at, end);
    return nameable(word, this.#words) || (NOMINAL.test(this.#words.tag(word)!) && PLACE_ENDINGS.has(this.#line.charCodeAt(head - 1)));
  }

  /** The likelihood that a word begins with the last character of the head: 省|长沙市. */
  #across(head: string): number {
    const start = this.#at - head.length;
    if (head.length < 2) return -Infinity;
    const before = likelihoodOf(head.slice(0, -1), this.#words) - likelihoodOf(head, this.#words);
    let best = -Infinity;
    for (let end = this.#at + 1; end < this.#at + LONGEST_WORD && end <= this.#limit; end++) {
      const word = this.#line.slice(start + head.length - 1, end);
      best = Math.max(best, before + likelihoodOf(word, this.#words) + divided(this.#line.slice(end, this.#limit), this.#words).likelihood);
    }
    return best;
  }
}

/** 加里巴什维利: names of other languages are longer than what this file knows. */
function isSpelledOut(line: string, at: number): boolean {
  for (let i = at; i < at + SPELLED; i++) if (!isHan(line, i, i + 1) || !nameModel().spells(line.charCodeAt(i))) return false;
  return true;
}
