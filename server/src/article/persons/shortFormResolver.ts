/** Whom short forms mean, among the persons that an article names in full. */
import type { Known } from './known';
import { nameModel } from './names';
import type { ShortSpot } from './shortForms';
import { RANKS } from './titles';

/** Short forms are resolved among at most this many names: texts with more are lists, not articles. */
const MOST_NAMES = 1000;

/** Whom 李书记 and 市长 mean in one article; every form is looked for once. */
export class ShortFormResolver {
  readonly #known: readonly Known[];
  readonly #resolved = new Map<string, Known | null>();

  constructor(known: readonly Known[]) {
    this.#known = known.slice(0, MOST_NAMES);
  }

  /** @returns null when nobody or several could be meant */
  resolve({ surname, title }: ShortSpot): Known | null {
    const form = `${surname} ${title}`;
    let person = this.#resolved.get(form);
    if (person === undefined) this.#resolved.set(form, (person = surname === '' ? this.#byTitle(title) : this.#bySurname(surname, title)));
    return person;
  }

  #bySurname(surname: string, spoken: string): Known | null {
    const family = this.#known.filter(person => person.key.startsWith(surname) && nameModel().surnameAt(person.key, 0) === surname.length);
    const titled = family.filter(person => [...person.titles].some(title => title.includes(spoken)));
    if (titled.length === 1) return titled[0]!;
    // A rank is printed behind the name and says nothing against the office before it.
    return titled.length === 0 && family.length === 1 && (family[0]!.titles.size === 0 || RANKS.has(spoken)) ? family[0]! : null;
  }

  #byTitle(title: string): Known | null {
    const has = (person: Known, test: (part: string) => boolean): boolean =>
      [...person.titles].some(titles => titles.split('、').some(test));
    const exact = this.#known.filter(person => has(person, part => part === title));
    if (exact.length === 1) return exact[0]!;
    const close = this.#known.filter(person =>
      has(person, part => (part.endsWith(title) && part[part.length - title.length - 1] !== '副') || title.endsWith(part)),
    );
    return close.length === 1 ? close[0]! : null;
  }
}
