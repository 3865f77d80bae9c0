/** What an article knows of the persons it names. */

import type { Segment } from './segments';
import type { NamedSpot } from './spot';
import { standingOf } from './titles';

/** Everything the article knows of one name. */
export interface Known {
  /** As printed, in the Reading's script, at its first mention. */
  readonly name: string;
  readonly key: string;
  standing: 'official' | 'other' | null;
  readonly titles: Set<string>;
  /** True as long as only an office before it speaks for it: it must also be seen at work. */
  doubtful: boolean;
}

/** Titles that join an office of the party and one of the management: the enterprise is led by the party. */
const PARTY_MANAGER = /党(?:委|组|总支)[^、]*、(?:副?董事长|总经理|总裁|厂长|矿长)|(?:董事长|总经理|总裁)、党(?:委|组|总支)/;
const MANAGER = /(?:总经理|董事长|总裁|厂长|矿长)$/;
const OWN_MANAGER = /^(?:集团|公司|集团公司|总公司)?(?:常务)?(?:副?总经理|副?总裁|总经理助理|副?董事长|监事长|总法律顾问)(?:[、兼]|$)/;

/**
 * Takes in one mention: the first decides how the name is printed, every further one adds its title and may raise its standing.
 *
 * @param signs whether the name is that of an author: who stands on a line alone is, unless the text is spoken
 * @param doubtful true where only an office before the name speaks for it
 */
export function learn(known: Map<string, Known>, spot: NamedSpot, segment: Segment, signs: boolean, doubtful = false): void {
  let entry = known.get(spot.name);
  if (!entry)
    known.set(
      spot.name,
      (entry = {
        name: segment.printed(spot.start, spot.end).replace(/[ \u3000]+/g, ''),
        key: spot.name,
        standing: null,
        titles: new Set(),
        doubtful,
      }),
    );
  const standing = spot.standing ?? (signs ? 'other' : null);
  if (standing === 'official' || !entry.standing) entry.standing = standing ?? entry.standing;
  if (spot.title) entry.titles.add(segment.text.slice(spot.title.start, spot.title.end));
}

/**
 * Where the party leads an enterprise whose leaders the article names (集团党委书记、董事长), or one of its managers chairs the meeting,
 * the enterprise tells of itself: its managers (副总经理 without a firm's name) are officials as well.
 *
 * @param chairs keys of those who chair something
 * @param besideParty keys of those who stand in a list before a post of the party alone: their house is led by the party as well
 */
export function takeInManagers(known: ReadonlyMap<string, Known>, chairs: ReadonlySet<string>, besideParty: ReadonlySet<string>): void {
  const people = [...new Set(known.values())];
  for (const person of people)
    if (besideParty.has(person.key) && [...person.titles].some(title => MANAGER.test(title))) person.standing = 'official';
  const isManager = ({ standing, titles }: Known): boolean => standing === 'other' && [...titles].some(title => OWN_MANAGER.test(title));
  const isHome = (person: Known): boolean =>
    [...person.titles].some(title => PARTY_MANAGER.test(title)) || (chairs.has(person.key) && isManager(person));
  if (people.some(isHome)) for (const person of people) if (isManager(person)) person.standing = 'official';
}

/**
 * 苏木提 stands for 苏木提·阿布都拉, 恩多戈 for 伊萨克·恩多戈: first and last part of a name with
 * interpuncts are further keys of the same person.
 */
export function joinParts(known: Map<string, Known>): void {
  for (const entry of new Set([...known.values()].filter(({ key }) => key.includes('·')))) {
    const parts = entry.key.split('·');
    for (const part of [parts[0]!, parts.at(-1)!]) {
      const alone = part.length > 1 ? known.get(part) : entry;
      if (alone === entry || alone?.key.includes('·')) continue;
      for (const title of alone?.titles ?? []) entry.titles.add(title);
      if (alone?.standing === 'official') entry.standing = 'official';
      known.set(part, entry);
    }
  }
}

/** Adds a title that the article gives a person whom it knows: it decides the standing where nothing has yet. */
export function learnTitle(entry: Known, title: string): void {
  entry.titles.add(title);
  entry.standing ??= standingOf(title);
}
