/** Names found by their romanised form: hexiong, hx and he xiong all find 何雄. */
import type { Language } from '../language/language';

/** Readings that characters have as family names, where it is not their usual one. */
const AS_SURNAME: Readonly<Record<string, string>> = {
  曾: 'zeng',
  单: 'shan',
  解: 'xie',
  仇: 'qiu',
  查: 'zha',
  盖: 'ge',
  区: 'ou',
  朴: 'piao',
  乐: 'yue',
  缪: 'miao',
  重: 'chong',
  折: 'she',
  洗: 'xian',
  召: 'shao',
  员: 'yun',
  种: 'chong',
  繁: 'po',
  秘: 'bi',
  晟: 'cheng',
};
/** Two-character family names whose first character is read differently in them. */
const COMPOUND: Readonly<Record<string, readonly string[]>> = {
  尉迟: ['yu', 'chi'],
  长孙: ['zhang', 'sun'],
  万俟: ['mo', 'qi'],
  澹台: ['tan', 'tai'],
};
/** How many readings of a character are tried: more of them only find other names by mistake. */
const MOST_READINGS = 3;

/** Finds folded names by letters; the syllables that a name may be read as are kept as long as the object lives. */
export class Romaniser {
  readonly #language: Pick<Language, 'pinyin'>;
  readonly #known = new Map<string, readonly (readonly string[])[]>();

  /** @param language its table of readings is opened when the first name is asked for */
  constructor(language: Pick<Language, 'pinyin'>) {
    this.#language = language;
  }

  /**
   * How well letters fit a name: 3 for the whole name, 2 for its beginning or all initials, 1 for the first initials, 0 for not at all.
   * Every usual reading of a character counts; spaces, apostrophes, case and tones of the query do not.
   */
  fits(query: string, name: string): number {
    const letters = query
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z]/g, '');
    if (letters === '') return 0;
    const syllables = this.#syllables(name);
    const rest = match(letters, syllables, 0);
    if (rest !== null) return rest === syllables.length ? 3 : 2;
    if (letters.length <= syllables.length && [...letters].every((letter, i) => syllables[i]!.some(reading => reading.startsWith(letter))))
      return letters.length === syllables.length ? 2 : 1;
    return 0;
  }

  #syllables(name: string): readonly (readonly string[])[] {
    let known = this.#known.get(name);
    if (!known) this.#known.set(name, (known = this.#read(name)));
    return known;
  }

  #read(name: string): readonly (readonly string[])[] {
    const compound = COMPOUND[name.slice(0, 2)];
    return [...name]
      .filter(char => char !== '·')
      .map((char, i) => {
        if (compound && i < 2) return [compound[i]!];
        const readings = [...new Set(this.#language.pinyin.readings(char).map(reading => plain(reading)))].filter(Boolean);
        const first = i === 0 ? AS_SURNAME[char] : undefined;
        const all = [...new Set([...(first ? [first] : []), ...readings])].slice(0, MOST_READINGS);
        return all.length > 0 ? all : [char.toLowerCase()];
      });
  }
}

/** @returns how many syllables the letters reach when they spell the beginning of the name, null when they do not */
function match(letters: string, syllables: readonly (readonly string[])[], from: number): number | null {
  if (letters === '') return from;
  for (const reading of syllables[from] ?? []) {
    if (letters.startsWith(reading)) {
      const rest = match(letters.slice(reading.length), syllables, from + 1);
      if (rest !== null) return rest;
    } else if (reading.startsWith(letters) && from > 0) return from + 1 === syllables.length ? from : from + 1;
  }
  return null;
}

/** A reading without its tone; ü as v, the way it is typed. */
function plain(reading: string): string {
  return reading
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}
