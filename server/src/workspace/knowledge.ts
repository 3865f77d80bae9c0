/** What a folder's own files say of people and phrases: it adds to what the articles and the shipped table say, and corrects it. */
import { addToGroup } from '../base/groups';
import { foldForLookup } from '../language/script';
import type { SloganEntry } from '../slogans/slogan';

/** A row of people.csv. */
export interface KnownPerson {
  /** As written; the other texts are empty where the row says nothing. */
  readonly name: string;
  readonly titles: readonly string[];
  /** Folded. */
  readonly place: string;
  /** Since when: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly from: string;
  /** Until when, in the same form. */
  readonly to: string;
  readonly note: string;
}

/** People and phrases that the user supplied. */
export class Knowledge {
  readonly #people = new Map<string, KnownPerson[]>();
  /** Later rows win over those of the shipped table. */
  readonly slogans: readonly SloganEntry[];

  constructor(people: readonly KnownPerson[], slogans: readonly SloganEntry[]) {
    for (const person of people) {
      addToGroup(this.#people, foldForLookup(person.name), person);
    }
    this.slogans = slogans;
  }

  /** The place of the person of this name with one of these titles; null when the files do not tell. `key` is the folded name. */
  placeOf(key: string, titles: readonly string[]): string | null {
    const people = this.#people.get(key)?.filter(person => person.place !== '') ?? [];
    const match = people.find(person =>
      person.titles.some(title => titles.some(printed => foldForLookup(printed).includes(foldForLookup(title)))),
    );
    return match?.place ?? (people.length === 1 && people[0]!.titles.length === 0 ? people[0]!.place : null);
  }

  /** The titles that the files give a person, from when to when (`left`, absent where they do not tell); empty when they give none. */
  titlesOf(key: string, place: string): readonly { readonly title: string; readonly date: string; readonly left?: string }[] {
    return this.#at(key, place).flatMap(({ titles, from, to }) =>
      titles.map(title => (to === '' ? { title, date: from } : { title, date: from, left: to })),
    );
  }

  /** The user's notes on a person; empty when there are none. */
  noteOf(key: string, place: string): string {
    return this.#at(key, place)
      .map(person => person.note)
      .filter(Boolean)
      .join('；');
  }

  #at(key: string, place: string): readonly KnownPerson[] {
    return this.#people.get(key)?.filter(person => person.place === '' || person.place === place) ?? [];
  }
}

/** A folder without files of its own. */
export const NO_KNOWLEDGE = new Knowledge([], []);
