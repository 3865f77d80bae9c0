/** Lists of names up to what is said of all of them, and prepositions up to the verb. Offsets are into one folded line. */
import { standsAt } from '../../base/sticky';
import { unitAt, UnitSet } from '../../base/unitSet';
import type { WordList } from '../../language/language';
import { STRONG } from './lexicon';
import { nameModel } from './names';
import { CLOSING, isHan, verbs } from './neighbours';
import { countries, headEndingAt, headStartingAt, isOffice, standingOf } from './titles';

/** What somebody does in front of others. */
const DELIVERS = /作(?:了|出)?[^,。;:]{0,8}?(?:部署|安排|讲话|发言|报告|说明|动员|点评|介绍|汇报|回应)/y;
/** Longer lists are not read to their end. */
const LONGEST_LIST = 40;
/** Longest name in such a list, in characters. */
const LONGEST_NAME = 5;
/** The same for names with an interpunct. */
const LONGEST_FOREIGN = 12;
/** What joins another item; no title begins with it. */
const JOINING = new UnitSet(['和与及同、']);
/** How far behind a preposition the verb may stand. */
const SAYING_REACH = 24;

/**
 * Whether 、 joins short items of persons from `at` on.
 * @returns `verb` for a list up to what only persons do (王海、李强、周远出席会议), `alike` where
 *    all items look like names, null for other lists
 */
export function listOfPersons(line: string, at: number, words: WordList): 'verb' | 'alike' | null {
  let alike = 0;
  for (let item = 0; item < LONGEST_LIST; item++) {
    const end = itemEnd(line, at);
    for (let stop = at + 2; stop < end; stop++) {
      const etc = line[stop] === '等';
      if (isPredicate(line, stop, etc ? stop + 1 : stop)) return nameModel().surnameAt(line, at) > 0 || item > 0 ? 'verb' : null;
      if (etc)
        return (alike > 1 || (alike > 0 && isOffice(headStartingAt(line, stop + 1)))) && (item > 1 || looksLikeName(line, at, stop, words))
          ? 'alike'
          : null;
    }
    if (looksLikeName(line, at, end, words) || line.slice(at, end).includes('·')) alike++;
    // 王海、李强、周远以及县直有关部门
    else if (alike > 0 && [2, 3].some(length => looksLikeName(line, at, at + length, words) && goesOnOtherwise(line, at + length)))
      return 'alike';
    if (line[end] !== '、' || end === at) return alike > 2 && alike === item + 1 ? 'alike' : null;
    at = end + 1;
  }
  return 'alike';
}

/** True when the next item of a list, up to a mark or to what persons do, looks like a name: behind 、 at `at`. */
export function nameFollows(line: string, at: number, words: WordList): boolean {
  return [2, 3].some(
    length =>
      looksLikeName(line, at, at + length, words) &&
      (ENDS_ITEM.has(unitAt(line, at + length)) || isPredicate(line, at + length, at + length)),
  );
}

/** True for 以及 and the like at `at`. */
function goesOnOtherwise(line: string, at: number): boolean {
  return JOINING.has(unitAt(line, at)) || line.startsWith('以及', at);
}

/** Where the characters of an item end, or what a name can hold of them. */
function itemEnd(line: string, at: number): number {
  const longest = line.slice(at, at + LONGEST_NAME + 3).includes('·') ? LONGEST_FOREIGN : LONGEST_NAME;
  let end = at;
  while (end - at < longest && (isHan(line, end, end + 1) || line[end] === '·')) end++;
  return end;
}

/** True where what only persons do begins at `at`; `end` is where the item ends, before 等. */
function isPredicate(line: string, end: number, at: number): boolean {
  const verb = verbs.startingAt(line, at);
  if (!verb) return false;
  return STRONG.has(verb) || verb === '分别' || verb === '在' || ((verb === '围绕' || verb === '就') && leadsToSaying(line, end));
}

function looksLikeName(line: string, start: number, end: number, words: WordList): boolean {
  if (end - start < 2 || end - start > 3) return false;
  const tag = words.tag(line.slice(start, end));
  const surname = nameModel().surnameAt(line, start);
  return (
    surname > 0 &&
    (tag === undefined || tag === 'nr') &&
    !countries.startingAt(line, start) &&
    nameModel().score(line, start, end, surname) > 0.3
  );
}

/** What ends an item of a list of persons. */
export const ENDS_ITEM = new UnitSet(['、,。;等分(']);
/** Longest title with its organisation, in characters. */
const LONGEST_ITEM = 26;

/** True when a title and two or three characters, up to a mark or to what persons do, make up the next item of a list. */
export function titledItemAt(line: string, at: number): boolean {
  if (JOINING.has(unitAt(line, at)) || !isHan(line, at, at + 2)) return false;
  for (let end = at + 2; end < at + LONGEST_ITEM && isHan(line, end - 1, end); end++) {
    const head = headEndingAt(line, end);
    // 工匠精神: of callings alone none begins an item.
    if (!head || head.length < 2 || (end === at + 2 && standingOf(head) === 'other')) continue;
    for (const name of [2, 3])
      if (isHan(line, end, end + name) && (ENDS_ITEM.has(unitAt(line, end + name)) || verbs.startingAt(line, end + name) !== null))
        return true;
  }
  return false;
}

/** True when a preposition at `at` leads to a verb of saying or a strong one in the same clause: 在会上强调, 对全年工作作出部署. */
export function leadsToSaying(line: string, at: number): boolean {
  for (let i = at + 1; i < at + SAYING_REACH && i < line.length; i++) {
    if (CLOSING.has(unitAt(line, i))) return false;
    const verb = verbs.startingAt(line, i);
    if (verb && verb.length > 1 && STRONG.has(verb)) return true;
    if (line[i] === '作' && standsAt(DELIVERS, line, i)) return true;
  }
  return false;
}
