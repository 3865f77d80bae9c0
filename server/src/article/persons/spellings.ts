/** Where names of other makes end: spelled foreign names, syllables of minority names, hidden and spaced-out ones. Offsets are into one folded line; 0 means none. */
import { unitAt, UnitSet } from '../../base/unitSet';
import type { WordList } from '../../language/language';
import { INTERPUNCTS, LONGEST_PART } from './beginnings';
import { MINORITY_SYLLABLES, STRONG } from './lexicon';
import { nameModel } from './names';
import { BLANKS, CLOSING, isHan, rightOf, verbs, type Left } from './neighbours';
import { headEndingAt } from './titles';
import { WordIndex } from './wordIndex';

const syllables = new WordIndex(MINORITY_SYLLABLES);
/** What may stand right behind a name that is spaced out. */
const BEHIND_SPACED = CLOSING.with(BLANKS).with(new UnitSet(['、等']));
/** Words of one character that end a foreign name. */
const JOINS = new UnitSet(['与和对在同向将就及致把被']);

/** `王 海`: names of two characters are spaced to the width of three. @returns the end, or 0 */
export function spacedName(line: string, at: number, surname: number, left: Left): number {
  if (left.kind !== 'title' && left.kind !== 'list') return 0;
  let i = at + surname;
  while (i - at - surname < 2 && BLANKS.has(unitAt(line, i))) i++;
  if (i === at + surname || !isHan(line, i, i + 1) || surname !== 1) return 0;
  return i + 1 === line.length || BEHIND_SPACED.has(unitAt(line, i + 1)) || STRONG.has(verbs.startingAt(line, i + 1) ?? '') ? i + 1 : 0;
}

/** 阿不都热合曼·买买提: Han segments joined by interpuncts, mostly of characters that spell. @returns the end, or 0 */
export function interpunctName(line: string, at: number, left: Left, words: WordList): number {
  const model = nameModel();
  // Behind a title or in a list the interpunct alone tells; elsewhere the characters must spell a name as well.
  const secured = left.kind === 'title' || left.kind === 'list';
  if (!secured && !model.spells(line.charCodeAt(at))) return 0;
  let end = at, spelled = 0;
  while (end - at < LONGEST_PART && isHan(line, end, end + 1)) { if (model.spells(line.charCodeAt(end))) spelled++; end++; }
  // 驻华大使|奥卢费米·阿德巴约: the title is none of the name's parts.
  for (let inner = at + 2; left.kind === 'list' && inner < end; inner++) if ((headEndingAt(line, inner)?.length ?? 0) > 1) return 0;
  // 习近平|致电|哈维尔·米莱
  for (let inner = at + 2; inner + 1 < end; inner++) if ((verbs.startingAt(line, inner)?.length ?? 0) > 1) return 0;
  if (!INTERPUNCTS.has(unitAt(line, end)) || !isHan(line, end + 1, end + 2) || (!secured && spelled < (end - at) * 0.6)) return 0;
  for (let parts = 0; parts < 4 && INTERPUNCTS.has(unitAt(line, end)) && isHan(line, end + 1, end + 2); parts++) {
    const from = end + 1;
    let best = 0, bestScore = -Infinity, sum = 0;
    for (let stop = from + 1; stop - from <= LONGEST_PART && isHan(line, stop - 1, stop); stop++) {
      // 巴沙尔·阿萨德|与伊朗总统: no part of such a name holds a joining word.
      if (stop - from > 1 && JOINS.has(line.charCodeAt(stop - 1))) break;
      sum += model.spells(line.charCodeAt(stop - 1)) ? 0.6 : -1;
      if (INTERPUNCTS.has(unitAt(line, stop))) { best = stop; break; }
      const score = sum + rightOf(line, stop, left, words).grade - (stop - from < 2 ? 2 : 0);
      if (score > bestScore) { best = stop; bestScore = score; }
    }
    end = best;
  }
  return end;
}

/** 沃尔贝克 behind a title: four or more characters that spell, up to where something else begins. @returns the end, or 0 */
export function spelledName(line: string, at: number, left: Left, words: WordList): number {
  const model = nameModel();
  let end = at;
  while (end - at < 9 && isHan(line, end, end + 1) && model.spells(line.charCodeAt(end))) end++;
  if (end - at > 3 && !left.plural) return rightOf(line, end, left, words).grade >= 0 || rightOf(line, end - 1, left, words).grade < 1 ? end : end - 1;
  return 0;
}

/** 普拉昌|达, 马哈茂|德: a foreign name of four characters goes on to where something else begins. @returns the end of the name */
export function wholeSpelling(line: string, start: number, end: number, left: Left, words: WordList): number {
  const model = nameModel();
  if (end - start !== 3) return end;
  for (let at = start; at <= end; at++) if (!model.spells(unitAt(line, at))) return end;
  return rightOf(line, end, left, words).grade < 2 && rightOf(line, end + 1, left, words).grade >= 2 ? end + 1 : end;
}

/** 扎西次仁: two or more usual syllables of minority names, or one of two characters. @returns the end, or 0 */
export function syllableName(line: string, at: number): number {
  let end = at;
  for (let syllable = syllables.startingAt(line, end); syllable && end - at < 8; syllable = syllables.startingAt(line, end)) end += syllable.length;
  return end > at ? end : 0;
}

/** 王某某, 李XX, 张**: hidden given names. @returns the end, or 0 */
export function maskedName(line: string, at: number, left: Left): number {
  if (left.kind !== 'title' && left.kind !== 'list') return 0;
  let end = at;
  while (end - at < 3 && '某X×*x'.includes(line[end] ?? '\n')) end++;
  return end > at ? end : 0;
}

/** True for what the word list does not know, or knows as a name. */
export function nameable(word: string, words: WordList): boolean {
  const tag = words.tag(word);
  return tag === undefined || tag.startsWith('nr');
}

/** A name without a Chinese family name (格绒), where title or list and what follows leave no doubt. @returns the end, or 0 */
export function unusualName(line: string, at: number, left: Left, words: WordList): number {
  if (!isHan(line, at, at + 2)) return 0;
  for (let end = at + 2; end <= at + 4; end++) {
    if (!isHan(line, at, end)) return 0;
    const right = rightOf(line, end, left, words);
    if (!right.strong) continue;
    const parts = [line.slice(at, end), line.slice(at, at + 2), line.slice(end - 2, end), line.slice(at, at + 3)];
    if (headEndingAt(line, end) || parts.some(part => !nameable(part, words))) return 0;
    // Behind a title only characters that spell names: a lone unknown word there is more often the beginning of a predicate.
    let spelled = true;
    for (let i = at; i < end; i++) spelled &&= nameModel().spells(line.charCodeAt(i));
    return (left.kind === 'list' && left.standing !== null) || (left.kind === 'title' && left.standing === 'official' && !left.plural && spelled) ? end : 0;
  }
  return 0;
}
