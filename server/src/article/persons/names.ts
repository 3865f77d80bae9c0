/** Which characters make up Chinese personal names, and how usual they are at each place. */
import { UnitSet } from '../../base/unitSet';
import { NEUTRAL, nameCharacters, probabilityInNames } from '../../language/nameCharacters';
import { MINORITY_SYLLABLES } from './lexicon';
import { WordIndex } from './wordIndex';
import table from '../../../data/names.json';

/** Natural log probability of any one compound family name. */
const COMPOUND = -9;
/** Natural log probability that a given name has one character, and that it has two; behind compound family names. */
const GIVEN_LENGTH = [Math.log(0.2), Math.log(0.8)];
const GIVEN_LENGTH_COMPOUND = [Math.log(0.5), Math.log(0.5)];
/** Length of the longest compound family name, in characters. */
const COMPOUND_LENGTH = 2;

/** Characters that Uyghur, Kazakh, Kyrgyz and Tibetan names are spelled with besides those of the table. */
const MINORITY_SPELLING = '不都热合买力孜吐提木肯江汗别吾甫玉素依明然古日色夏来那义旦增珠桑姆央措绒嘎旺坚仁青措朗杰顿曲珍';

/** Forms of family names that are kept apart from the usual ones. */
const VARIANTS = [
  ['锺', '钟'],
  ['凃', '涂'],
  ['呉', '吴'],
  ['龎', '庞'],
] as const;

class NameModel {
  readonly #spelling = new UnitSet([table.spelling + MINORITY_SPELLING]);
  /** Syllables of two and more characters that names of minorities are made of. */
  readonly syllables = new WordIndex(MINORITY_SYLLABLES);
  /** Units with which a name of any kind may begin: one look for the many places at which none does. */
  readonly #beginnings = new UnitSet([table.spelling + MINORITY_SPELLING, ...MINORITY_SYLLABLES.map(syllable => syllable.charAt(0))]);
  readonly #compoundFirst = new UnitSet(table.compound.map(name => name[0]!));
  readonly #surname = nameCharacters().family.slice();
  readonly #middle = nameCharacters().middle;
  readonly #last = nameCharacters().last;
  readonly #compound = new Set(table.compound);

  constructor() {
    for (const [variant, usual] of VARIANTS) this.#surname[variant.charCodeAt(0)] = this.#surname[usual.charCodeAt(0)]!;
    for (const first of [...table.surname.chars, ...VARIANTS.map(([variant]) => variant), ...table.compound.map(name => name[0]!)])
      if (this.isSurname(first.charCodeAt(0)) || this.#compoundFirst.has(first.charCodeAt(0))) this.#beginnings.add(first.charCodeAt(0));
  }

  /** True for a character that is a family name of its own; `code` is a UTF-16 unit of folded text. */
  isSurname(code: number): boolean {
    return this.#surname[code]! >= 0;
  }

  /** True for units with which a name of any kind may begin. */
  mayBegin(unit: number): boolean {
    return this.#beginnings.has(unit);
  }

  /** True for family names whose character is met more often in ordinary words. */
  isRareFamily(code: number): boolean {
    return this.#surname[code]! >= 0 && this.#surname[code]! < NEUTRAL;
  }

  /** True for characters of which foreign and minority names are spelled. */
  spells(unit: number): boolean {
    return this.#spelling.has(unit);
  }

  /** True for units that end a name at least as often as other words. */
  endsName(unit: number): boolean {
    return this.#last[unit]! >= NEUTRAL;
  }

  /** Length of the family name at `at`: 2 for compound ones, 1, or 0 when none begins there. Folded text. */
  surnameAt(text: string, at: number): number {
    const unit = text.charCodeAt(at);
    if (this.#compoundFirst.has(unit) && this.#compound.has(text.slice(at, at + COMPOUND_LENGTH))) return COMPOUND_LENGTH;
    return this.isSurname(unit) ? 1 : 0;
  }

  /**
   * How much like a name `text[start..end)` looks, whose first `surname` characters are the family name.
   * @returns -4 (unlike any name) to 4; 0 where the characters are as usual in text as in names
   */
  score(text: string, start: number, end: number, surname: number): number {
    const family = surname > 1 ? 4 : Math.min(4, (this.#surname[text.charCodeAt(start)]! - NEUTRAL) / 2);
    const last = Math.max(-2.5, (this.#last[text.charCodeAt(end - 1)]! - NEUTRAL) / 2);
    const given = end - start - surname;
    const sum =
      given === 1
        ? family + last - 0.5
        : family + last + Math.max(-2.5, (this.#middle[text.charCodeAt(start + surname)]! - NEUTRAL) / 2) + 0.7;
    return Math.max(-4, Math.min(4, 0.4 * sum));
  }

  /**
   * Natural log probability of `text[start..end)` among all names, whose first `surname` characters are the
   * family name and whose given name has one or two.
   */
  likelihood(text: string, start: number, end: number, surname: number): number {
    const given = start + surname;
    const of = (at: number, weights: Int8Array): number => probabilityInNames(text.charCodeAt(at), weights);
    const family = surname > 1 ? COMPOUND : of(start, this.#surname);
    const middle = end - given > 1 ? of(given, this.#middle) : 0;
    return family + middle + of(end - 1, this.#last) + (surname > 1 ? GIVEN_LENGTH_COMPOUND : GIVEN_LENGTH)[end - given - 1]!;
  }
}

let model: NameModel | undefined;

/** The model, built from `server/data/names.json` on first use. */
export function nameModel(): NameModel {
  return (model ??= new NameModel());
}
