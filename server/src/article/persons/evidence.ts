/** What the places of a name tell together, once the whole article has been searched: whether it is a name, and where it ends. */
import { addToGroup } from '../../base/groups';
import { unitAt, UnitSet } from '../../base/unitSet';
import type { WordList } from '../../language/language';
import { ADVERBIALS, FUNCTION_CHARACTERS, NEXT_WORDS } from './lexicon';
import type { Known } from './known';
import { isHan, type Left } from './neighbours';
import { rightOf } from './right';
import type { Segment } from './segments';
import { headEndingAt, headStartingAt, isOffice, titleEndingAt } from './titles';

/** A place where a known name stands; offsets into the line. */
export interface FullSpot {
  readonly form: 'full';
  readonly start: number;
  readonly end: number;
  /** Under which the name is known. */
  readonly key: string;
  readonly title: { readonly start: number; readonly end: number } | null;
  readonly acts: boolean;
  readonly incidental: boolean;
  /** True where the name is that of a place: 贝尔加市. */
  readonly place: boolean;
}

/** A place of a name, and the line in which it stands. */
interface Sighting {
  readonly spot: FullSpot;
  readonly segment: Segment;
}

const UNTITLED: Left = { kind: 'clause', title: null, standing: null };
/** Characters that no name ends with where more is to follow. */
const NO_END = NEXT_WORDS.with(FUNCTION_CHARACTERS).with(new UnitSet(['等']));
/** Longer names are not lengthened. */
const LONGEST_CUT = 3;
/** From this grade on what follows is said of persons. */
const SAID_OF_PERSONS = 2;
/** A word more frequent than this stands for itself, not for the end of a name. */
const USUAL = 50;

/**
 * Takes out of `known` what no place shows to be a name, and lengthens what was cut.
 * @param spots for each segment the places found in it
 * @returns whether the names have to be looked for again
 */
export function judge(
  segments: readonly Segment[],
  spots: readonly (readonly (FullSpot | { readonly form: string })[])[],
  known: Map<string, Known>,
  words: WordList,
): boolean {
  const sightings = new Map<string, Sighting[]>();
  segments.forEach((segment, i) => {
    for (const spot of spots[i]!) {
      if ('key' in spot) addToGroup(sightings, spot.key, { spot, segment });
    }
  });
  const doubtful = [...known.values()].filter(entry => entry.doubtful).map(({ key }) => key);
  forget(sightings, known, words);
  const overrun = [...known.keys()].filter(key => isOverrun(key, sightings, known, words));
  for (const key of overrun) known.delete(key);
  const longer = [...sightings].filter(([key, places]) => known.get(key)?.key === key && isCut(key, places, words));
  for (const [key, places] of longer) lengthen(key, places[0]!, known);
  // 高原先 may have hidden 高原.
  const hidden = doubtful.some(gone => !known.has(gone) && [2, 3].some(length => length < gone.length && known.has(gone.slice(0, length))));
  return hidden || overrun.length > 0 || longer.length > 0;
}

/**
 * 高原先 of 旅长高原|先放了一段视频: stands behind an office and nowhere else, while 高原, which may end there too, is at work elsewhere.
 */
function isOverrun(
  key: string,
  sightings: ReadonlyMap<string, readonly Sighting[]>,
  known: ReadonlyMap<string, Known>,
  words: WordList,
): boolean {
  const shorter = known.get(key.slice(0, -1));
  return (
    shorter?.doubtful === true &&
    known.get(key)!.doubtful === false &&
    (sightings.get(key) ?? []).every(({ spot: { start }, segment: { text } }) => holdsOffice(text, start, words))
  );
}

/** Takes out what the article does not show at work although only an office speaks for it, and untitled names of places. */
function forget(sightings: ReadonlyMap<string, readonly Sighting[]>, known: Map<string, Known>, words: WordList): void {
  for (const [key, { doubtful, titles }] of known) {
    const places = sightings.get(key) ?? [];
    if (
      doubtful
        ? !places.some(place => !place.spot.place && isAtWork(place, words))
        : titles.size === 0 && places.some(({ spot }) => spot.place)
    )
      known.delete(key);
  }
}

/**
 * True where more than an office speaks for the name, before it or behind it: 国家 of 国家主席 is
 * none. Nor does a predicate make a name of 多次.
 */
function isAtWork({ spot: { start, end, key }, segment: { text } }: Sighting, words: WordList): boolean {
  return !holdsOffice(text, start, words) && !isOffice(headStartingAt(text, end)) && !(ADVERBIALS.has(key) && isHan(text, end, end + 1));
}

/** True when the title of an office ends right before the place. */
export function holdsOffice(text: string, at: number, words: WordList): boolean {
  return (headEndingAt(text, at)?.length ?? 0) > 1 && titleEndingAt(text, at, words)!.standing === 'official';
}

/**
 * 阿拉坦|仓冒着风雪, 阿拉坦|仓叮嘱: wherever the name stands the same character follows, with which nothing
 * else begins and behind which persons do something.
 */
function isCut(key: string, places: readonly Sighting[], words: WordList): boolean {
  const first = places[0]!;
  const next = first.segment.text[first.spot.end];
  return (
    places.length > 1 &&
    key.length <= LONGEST_CUT &&
    !NO_END.has(unitAt(first.segment.text, first.spot.end)) &&
    places.every(({ spot: { end }, segment: { text } }) => text[end] === next && isHan(text, end, end + 1)) &&
    new Set(places.map(({ spot: { end }, segment: { text } }) => text[end + 1])).size > 1 &&
    places.every(
      ({ spot: { end }, segment: { text } }) =>
        rightOf(text, end, UNTITLED, words).grade < 0 && words.frequency(text.slice(end, end + 2)) <= USUAL,
    ) &&
    places.some(({ spot: { end }, segment: { text } }) => rightOf(text, end + 1, UNTITLED, words).grade >= SAID_OF_PERSONS)
  );
}

/** Knows a name by one more character. */
function lengthen(key: string, { spot: { start, end }, segment }: Sighting, known: Map<string, Known>): void {
  const { titles, standing } = known.get(key)!;
  known.delete(key);
  const longer = segment.text.slice(start, end + 1).replace(/[ \u3000]+/g, '');
  const other = known.get(longer);
  const name = other?.name ?? segment.printed(start, end + 1).replace(/[ \u3000]+/g, '');
  known.set(longer, {
    name,
    key: longer,
    standing: standing === 'official' ? standing : (other?.standing ?? standing),
    titles: new Set([...titles, ...(other?.titles ?? [])]),
    doubtful: false,
  });
}
