/** Who a short form stands for: 书记, 陈市长, 他. Learns from the mentions that came before. Look-up text. */
import { Memo } from '../../base/memo';
import type { Attribution, PersonMention } from '../article';
import { foldForLookup } from '../../language/script';

/** Who speaks, and where the phrase begins that says so. */
export interface Speaker {
  readonly name: string;
  readonly kind: Attribution['speakerKind'];
  readonly start: number;
  /** Index of the mention; null when none speaks. */
  readonly person: number | null;
}

interface Known {
  /** As printed at the full mention. */
  readonly name: string;
  readonly folded: string;
  readonly titles: readonly string[];
  readonly index: number;
}

/** A resolved short form: the full name, and the mention that introduced it. */
export interface Resolved {
  readonly name: string;
  readonly person: number;
}

/** Titles of which a place has one; the first who bears it is meant throughout. */
const LEADING = /^(?:书记|市长|县长|区长|省长|州长|主席|镇长|乡长|旗长|盟长|总理|行政长官)$/;

/** What several are called together, even where a list of them begins with it: 市领导王海、李明… 市领导强调. */
const OF_MANY = /(?:领导|领导同志|班子成员)$/;

/** Asked for at every keystroke. */
const singleTitles = new Memo<readonly string[]>();

/** 市委副书记 and 市长 of 市委副书记、市长; 发展及工务局局长 is one title. */
function titlesIn(title: string): string[] {
  const folded = foldForLookup(title);
  const parts = folded.split(/[、,和兼及\s]+/).filter(part => part.length > 1);
  return parts.length > 1 ? [...parts, folded] : parts;
}

/** Collects mentions in the order of the text; feed it every mention once. */
export class Introduced {
  readonly #known: Known[] = [];
  readonly #seen = new Set<string>();
  #chair: Resolved | null = null;

  /** @param after look-up text right behind the mention: 主持 makes it the chair */
  add(person: PersonMention, index: number, after: string): void {
    const name = person.name ?? (person.form === 'full' ? person.text : null);
    if (name === null) return;
    if (chairs(after)) this.#chair = { name, person: index };
    if (person.form !== 'full' || person.title === null) return;
    const key = `${name}\0${person.title}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#known.push({ name, folded: foldForLookup(name), titles: singleTitles.get(person.title, titlesIn), index });
  }

  /**
   * @param phrase a title (市长, 教育局长), with or without a family name before it (陈市长, 林副市长)
   * @returns null when nobody with that title came before
   */
  resolve(phrase: string): Resolved | null {
    const bare = this.#byTitle(phrase);
    if (bare) return bare;
    for (const length of [1, 2]) {
      const surname = phrase.slice(0, length);
      const title = phrase.slice(length).replace(/^某/, '');
      if (title.length < 2) continue;
      const matching = this.#known.findLast(
        ({ folded, titles }) =>
          folded.startsWith(surname) &&
          titles.some(own => own.endsWith(title) || own.endsWith(title.replace(/^副/, '')) || own.includes(title)),
      );
      if (matching) return { name: matching.name, person: matching.index };
    }
    return phrase === '主席' || phrase === '主持人' ? this.#chair : null;
  }

  /**
   * Whose full name `phrase` begins with; for names that are words (解放, 明月) and are no mention by themselves.
   * @returns null when nobody with a title came before whose name it is
   */
  named(phrase: string): Resolved | null {
    const found = this.#known.find(({ folded }) => phrase.startsWith(folded));
    return found ? { name: found.name, person: found.index } : null;
  }

  #byTitle(title: string): Resolved | null {
    if (OF_MANY.test(title)) return null;
    const bearing = this.#known.filter(({ titles }) => titles.some(own => bears(own, title)));
    if (bearing.length === 0) return null;
    const main = bearing.filter(({ titles }) =>
      titles.some(own => bears(own, title) && !/党组|支部|[局厅处院]党|公司|机关|工委/.test(own)),
    );
    const from = main.length > 0 ? main : bearing;
    const { name, index } = LEADING.test(title) ? from[0]! : from[from.length - 1]!;
    return { name, person: index };
  }
}

/** 主持 stands nearby in the same sentence. */
function chairs(after: string): boolean {
  const at = after.indexOf('主持');
  return at >= 0 && at <= 24 && !/[。;]/.test(after.slice(0, at));
}

/** 市委书记 is a 书记; 副市长 is no 市长. */
function bears(own: string, title: string): boolean {
  if (!own.endsWith(title)) return false;
  const before = own.slice(0, own.length - title.length);
  return title.startsWith('副') || !before.endsWith('副');
}
