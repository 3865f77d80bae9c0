/**
 * Where names of other makes end: spelled foreign names, syllables of minority names, hidden and spaced-out ones.
 * Offsets are into one folded line; 0 means none.
 */
import { standsAt } from '../../base/sticky';
import { unitAt, UnitSet } from '../../base/unitSet';
import type { WordList } from '../../language/language';
import { INTERPUNCTS, LONGEST_PART } from './beginnings';
import { FUNCTION_CHARACTERS, JAPANESE_FAMILIES, NEVER_NAMES, NEXT_WORDS, STRONG, USUAL_FAMILIES } from './lexicon';
import { ENDS_ITEM, titledItemAt } from './lists';
import { nameModel } from './names';
import { BLANKS, CLOSING, isHan, isTitled, verbs, type Left, type Right } from './neighbours';
import { appointing } from './offices';
import { rightOf } from './right';
import { countries, headEndingAt, headsOrganisation, isFullTitle } from './titles';
import { WordIndex } from './wordIndex';

const japanese = new WordIndex(JAPANESE_FAMILIES);
/** What may stand right behind a name that is spaced out. */
const BEHIND_SPACED = CLOSING.with(BLANKS).with(new UnitSet(['、等']));
/** What may stand behind the name of who signs. */
const BEHIND_SIGNED = BLANKS.with(new UnitSet([')]/】']));
/** Parts of speech whose words can be names where a name is sure to stand. */
const NAMING = /^(?:n|nr.*|ns|nz|t|a|z|i|l|s|b)$/;
/** Parts of speech of proper names. */
const PROPER = /^(?:nr|ns|nz)/;
/** Parts of speech that no given name has: 利龙|连夜. */
const NO_GIVEN = /^(?:v|d|ad|p|c|r|m|f|u)/;
/** A word more frequent than this stands for itself, not for two family names. */
const USUAL = 50;
/** Nor words that many more have a given name. */
const WELL_KNOWN = 300;
/** Words of one character that end a foreign name. */
const JOINS = new UnitSet(['与和对在同向将就及致把被却也']);
const NO_PART = JOINS.with(new UnitSet(['的互近日今昨已曾所等是系到在']));

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
  let end = at;
  while (end - at < LONGEST_PART && isHan(line, end, end + 1)) end++;
  if (!INTERPUNCTS.has(unitAt(line, end)) || !isHan(line, end + 1, end + 2) || !isFirstPart(line, at, end, left)) return 0;
  // Behind a title or in a list the interpunct alone tells; elsewhere the characters must spell a name as well, or an office follows.
  const sure = isTitled(left) || (nameModel().spells(line.charCodeAt(at)) && spellingUnits(line, at, end) >= (end - at) * 0.6);
  for (let parts = 0; parts < 4 && INTERPUNCTS.has(unitAt(line, end)) && isHan(line, end + 1, end + 2); parts++)
    end = partEnd(line, end + 1, left, words);
  if (line[end] === '"' && NAMED_AFTER.has(unitAt(line, end + 1))) return 0;
  return sure || rightOf(line, end, left, words).appointed ? end : 0;
}
/** Ships, prizes and cups that are named after somebody: “米特凡·莫斯伦科”号. */
const NAMED_AFTER = new UnitSet(['号奖杯级']);

/** False where the name begins later: 贝鲁齐和|皮尔斯·布鲁斯南, 驻华大使|奥卢费米·阿德巴约, 习近平|致电|哈维尔·米莱, 某党提名|让·皮埃尔. */
function isFirstPart(line: string, start: number, end: number, left: Left): boolean {
  if (line[start] === '兼') return false;
  for (let at = start; at < end; at++) {
    if (appointing.startingAt(line, at) || JOINS.has(line.charCodeAt(at)) || line[at] === '的') return false;
    if (at < start + 2) continue;
    if (left.kind !== 'title' && (headEndingAt(line, at)?.length ?? 0) > 1) return false;
    if (at + 1 < end && (verbs.startingAt(line, at)?.length ?? 0) > 1) return false;
  }
  return true;
}

function spellingUnits(line: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (nameModel().spells(line.charCodeAt(at))) count++;
  return count;
}

/**
 * Where the part of a name ends that begins behind an interpunct: at the next one, or where it spells best and something else may begin.
 */
function partEnd(line: string, from: number, left: Left, words: WordList): number {
  let best = 0;
  let bestScore = -Infinity;
  let sum = 0;
  for (let stop = from + 1; stop - from <= LONGEST_PART && isHan(line, stop - 1, stop); stop++) {
    // 巴沙尔·阿萨德|与伊朗总统: no part of such a name holds a joining word.
    if (stop - from > 1 && (NO_PART.has(line.charCodeAt(stop - 1)) || (verbs.startingAt(line, stop - 1)?.length ?? 0) > 1)) break;
    sum += nameModel().spells(line.charCodeAt(stop - 1)) ? 0.6 : -1;
    if (INTERPUNCTS.has(unitAt(line, stop))) return stop;
    const score = sum + rightOf(line, stop, left, words).grade - (stop - from < 2 ? 2 : 0);
    if (score > bestScore) {
      best = stop;
      bestScore = score;
    }
  }
  return best;
}

/** 沃尔贝克 behind a title: four or more characters that spell, up to where something else begins. @returns the end, or 0 */
export function spelledName(line: string, at: number, left: Left, words: WordList): number {
  const model = nameModel();
  let end = at;
  while (end - at < 9 && isHan(line, end, end + 1) && model.spells(line.charCodeAt(end))) end++;
  if (end - at > 3 && !left.plural)
    return rightOf(line, end, left, words).grade >= 0 || rightOf(line, end - 1, left, words).grade < 1 ? end : end - 1;
  // 主帅鲁滕: behind a calling less will do.
  if (end - at > 1 && left.standing === 'other' && left.title && !left.plural && !left.label) {
    const right = rightOf(line, end, left, words);
    if (right.grade >= 1 && words.tag(line.slice(at, end)) === undefined) return end;
  }
  return 0;
}

/**
 * 普拉昌|达, 马哈茂|德, 阿洼木|呷主持: a name of four characters behind an office goes on to where something else begins.
 * @returns the end of the name
 */
export function wholeSpelling(line: string, start: number, end: number, left: Left, words: WordList): number {
  const model = nameModel();
  const right = rightOf(line, end, left, words);
  // 安东|诺夫表示
  if (end - start === 2 && right.grade < 3 && isHan(line, end, end + 2) && rightOf(line, end + 2, left, words).grade === 3)
    return spelled(line, end, end + 2) && maySpell(line.slice(end, end + 2), words) ? end + 2 : end;
  if (end - start !== 3 || right.grade >= 2 || !isHan(line, end, end + 1)) return end;
  const longer = rightOf(line, end + 1, left, words);
  if (right.grade < 0 && longer.strong && model.endsName(line.charCodeAt(end)) && nameable(line.slice(end - 1, end + 1), words))
    return end + 1;
  return longer.grade >= 2 && spelled(line, start, end + 1) ? end + 1 : end;
}

/** False for what more often begins a predicate; 拉比 is a rare noun and ends names. */
function maySpell(word: string, words: WordList): boolean {
  return nameable(word, words) || (/^[nj]$/.test(words.tag(word)!) && words.frequency(word) <= USUAL);
}

/**
 * 格林斯潘: the word list has the whole, of four characters or more most of which spell, as the name of a foreigner.
 * @returns the end, or 0
 */
export function listedName(line: string, at: number, words: WordList): number {
  for (let end = at + LONGEST_LISTED; end >= at + 4; end--)
    if (isHan(line, at, end) && words.tag(line.slice(at, end))?.startsWith('nr') && spellingUnits(line, at, end) >= (end - at) * 0.7)
      return end;
  return 0;
}
const LONGEST_LISTED = 7;

/**
 * 林郑月娥, 叶刘淑仪: the family names of husband and wife before a given name.
 * @returns how much like a name it looks, as `NameModel.score`; null where it cannot be one
 */
export function twoFamilies(line: string, at: number, words: WordList): number | null {
  const end = at + 4;
  if (!USUAL_FAMILIES.has(line.charCodeAt(at)) || !USUAL_FAMILIES.has(line.charCodeAt(at + 1)) || !isHan(line, at, end)) return null;
  if (words.frequency(line.slice(at + 2, end)) > WELL_KNOWN) return null;
  const pairs = [line.slice(at, at + 2), line.slice(end - 1, end + 1)];
  if (pairs.some(pair => words.frequency(pair) > USUAL) || !nameable(line.slice(at + 1, at + 3), words)) return null;
  if (NO_GIVEN.test(words.tag(line.slice(at + 2, end)) ?? '') || headEndingAt(line, end)) return null;
  for (let place = at + 1; place < end; place++) {
    const unit = line.charCodeAt(place);
    if (FUNCTION_CHARACTERS.has(unit) || NEXT_WORDS.has(unit) || (verbs.startingAt(line, place)?.length ?? 0) > 1) return null;
  }
  return nameModel().score(line, at + 1, end, 1);
}

/** True when all characters are such as foreign names are spelled with. */
function spelled(line: string, start: number, end: number): boolean {
  return spellingUnits(line, start, end) === end - start;
}

/** 扎西次仁: two or more usual syllables of minority names, or one of two characters. @returns the end, or 0 */
export function syllableName(line: string, at: number): number {
  const { syllables } = nameModel();
  let end = at;
  for (let syllable = syllables.startingAt(line, end); syllable && end - at < 8; syllable = syllables.startingAt(line, end))
    end += syllable.length;
  // 哈斯|巴根, up to a mark: not all syllables are listed.
  for (let more = 1; end > at && end - at < 4 && more <= 2; more++)
    if (nameModel().spells(unitAt(line, end + more - 1)) && ENDS_ITEM.has(unitAt(line, end + more)) && end + more - at >= 4)
      return end + more;
  return end > at ? end : 0;
}

/** 王某某, 李XX, 张**: hidden given names. @returns the end, or 0 */
export function maskedName(line: string, at: number, left: Left): number {
  // 记者从某银行了解到
  if ((left.kind !== 'title' && left.kind !== 'list') || JOINS.has(line.charCodeAt(at - 1)) || line[at - 1] === '从') return 0;
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
export function unusualName(line: string, at: number, left: Left, rightOf: (end: number) => Right, words: WordList): number {
  for (let end = at + 2; end <= at + 4 && isHan(line, at, end); end++) {
    const right = rightOf(end);
    if (right.strong)
      return inSeries(line, at, end, left, words) ||
        framed(line, at, end, left, right, words) ||
        signs(line, at, end, left, words) ||
        isStrange(line, at, end, left, right, words)
        ? end
        : 0;
  }
  return 0;
}

/**
 * True for what no part of is a word, in a list of persons or behind an office: there only characters that spell names will do, since a
 * lone unknown word is more often the beginning of a predicate.
 */
function isStrange(line: string, at: number, end: number, left: Left, right: Right, words: WordList): boolean {
  const parts = [line.slice(at, end), line.slice(at, at + 2), line.slice(end - 2, end), line.slice(at, at + 3)];
  if (headEndingAt(line, end) || parts.some(part => !nameable(part, words)) || FUNCTION_CHARACTERS.next(line, at, end) < end) return false;
  if (left.kind === 'list') return left.standing !== null;
  if (left.kind !== 'title' || left.standing !== 'official' || left.plural) return false;
  const others = end - at - spellingUnits(line, at, end);
  return others === 0 || (others === 1 && end - at === 4) || (right.acts && isAbroad(line, left));
}

/** Organisations of several countries, by how they begin. */
const INTERNATIONAL = /(?:国际|世界|世卫|世贸|上合|上海合作|亚洲|非洲|欧洲|泛美)/y;

/** 俄国防部长, 美前副国务卿: countries by their first character. */
const ABROAD_IN_SHORT =
  /[俄美英法德日韩印加意巴埃](?:前|时任|新任)?(?:国防|外交|财政|商务|国务|副|总统|总理|首相|外长|防长|外相|驻|常驻|参议|众议)/y;

/** True behind the office of another country or of several: 德国总理|朔尔茨. */
export function isAbroad(line: string, { title, standing, plural }: Left): boolean {
  if (title === null || standing !== 'official' || plural) return false;
  return (
    countries.startingAt(line, title.start) !== null ||
    standsAt(INTERNATIONAL, line, title.start) ||
    standsAt(ABROAD_IN_SHORT, line, title.start)
  );
}

/**
 * 冯德莱恩 behind such an office: four or more characters most of which spell, up to where something else begins.
 * @returns the end, or 0
 */
export function foreignName(line: string, at: number, left: Left, words: WordList): number {
  if (!isAbroad(line, left) || !isHan(line, at, at + 4)) return 0;
  const end = partEnd(line, at, left, words);
  const length = end - at;
  return length > 3 &&
    spellingUnits(line, at, end) >= length * 0.7 &&
    rightOf(line, end, left, words).grade >= 1 &&
    nameable(line.slice(at, at + 2), words) &&
    nameable(line.slice(end - 2, end), words)
    ? end
    : 0;
}

/**
 * 首相岸田文雄: a Japanese family name and a given one, four characters or more, up to where something else begins.
 * @returns the end, or 0
 */
export function japaneseName(line: string, at: number, left: Left, words: WordList): number {
  const family = japanese.startingAt(line, at)?.length ?? 0;
  // 石破天|作了表态发言
  if (family === 0 || rightOf(line, at + 3, left, words).grade >= 1) return 0;
  for (let end = at + 4; end <= at + family + 3 && isHan(line, at, end); end++) {
    if (rightOf(line, end, left, words).grade >= 1) return end;
  }
  return 0;
}

/**
 * 市长|终南山|主持: what stands between a single office and a predicate that only persons have, or a title
 * of respect, is a name, if it can name anything.
 */
function framed(line: string, at: number, end: number, left: Left, right: Right, words: WordList): boolean {
  const word = line.slice(at, end);
  return (
    !headsOrganisation(line, end) &&
    left.kind === 'title' &&
    !left.plural &&
    headEndingAt(word, word.length) === null &&
    right.grade >= 2.5 &&
    (left.standing === 'official' ? right.acts && PROPER.test(words.tag(word) ?? '') : !right.acts && NAMING.test(words.tag(word) ?? '')) &&
    !NEVER_NAMES.has(word) &&
    countries.startingAt(word, 0) === null
  );
}

/** 庭长毛遂、副庭长|荐小满|、法官钟馗: what stands where the others of a series have their names, up to a mark or a predicate. */
function inSeries(line: string, at: number, end: number, left: Left, words: WordList): boolean {
  if (left.kind !== 'title' || left.plural || end - at > 3 || headEndingAt(line, end) || headsOrganisation(line, end)) return false;
  if (!mayBeNamed(line, at, end, left.parallel === true && ENDS_ITEM.has(unitAt(line, end)), words)) return false;
  return (
    left.parallel === true || ((line[end] === '、' || (line[end] === ',' && isFullTitle(line, left.title))) && titledItemAt(line, end + 1))
  );
}

/** True for words that somebody can be called by. @param any true where any word will do */
function mayBeNamed(line: string, at: number, end: number, any: boolean, words: WordList): boolean {
  const word = line.slice(at, end);
  if (
    word[0] === '兼' ||
    NEVER_NAMES.has(word) ||
    countries.startingAt(line, at) !== null ||
    !(any || NAMING.test(words.tag(word) ?? 'nr')) ||
    (verbs.startingAt(line, at)?.length ?? 0) > 1
  )
    return false;
  for (let i = nameModel().isSurname(line.charCodeAt(at)) ? at + 1 : at; i < end; i++)
    if (FUNCTION_CHARACTERS.has(line.charCodeAt(i))) return false;
  return true;
}

/** (记者 荐小满): who signs, apart from the label, up to a mark. */
function signs(line: string, at: number, end: number, left: Left, words: WordList): boolean {
  return (
    left.kind === 'title' &&
    left.standing === 'other' &&
    left.label === true &&
    BLANKS.has(unitAt(line, at - 1)) &&
    (end === line.length || BEHIND_SIGNED.has(unitAt(line, end))) &&
    nameable(line.slice(at, end), words) &&
    nameable(line.slice(at, at + 2), words)
  );
}
