/**
 * Names of those who wrote or edited: （记者 王小明　通讯员 陈健）, 责任编辑：李珊. They stand in nearly every article, mostly where a run
 * ends, and no counts of text know their characters as tables of names do.
 */
import { UnitSet } from '../../base/unitSet';
import { nameCharacters, probabilityInNames } from '../../language/nameCharacters';
import { simplifiedTable } from '../../language/script';

/** Where a text stands: one of the places below, and `BRACKETED` added inside of brackets. */
export type ByLine = number;

export const ELSEWHERE = 0;
/** Behind a word for a writer, outside of brackets: what follows is a name only behind a colon or a space. */
const NAMED = 1;
/** A name may begin. */
const BEGINS = 2;
/** Behind one, two and three characters of a name. */
const FAMILY = 3;
const GIVEN = 4;
const WHOLE = 5;
/** Behind a family name and a space: 王　凯. */
const SPACED = 6;
const BRACKETED = 8;

/** The last two characters of the words for a writer, simplified. */
const WRITERS = new Set(['记者', '讯员', '编辑', '责编', '习生'].map(word => pairOf(word.charCodeAt(0), word.charCodeAt(1))));
/** Last characters of them in either script. */
const ENDINGS = '者员員辑輯编編生';
const OPENING = '（(';
const CLOSING = '）)';
const BETWEEN = '：: \u3000、';

/**
 * Natural logs: that a given name has one character, or two, and that nothing follows a whole name but the closing bracket or another name.
 */
const SHORT = Math.log(0.2);
const LONG = Math.log(0.8);
const ENDS = -1;
/** A space within a name. */
const SPACE = -5;
/** What no by-line has: a name that ends behind the family name, or a space before the closing bracket. */
const NEVER = -12;

function pairOf(first: number, second: number): number {
  return first * 0x10000 + second;
}

/** Units that lead anywhere from elsewhere. */
let leading: UnitSet | undefined;
const telling = (): UnitSet => (leading ??= new UnitSet([OPENING, CLOSING, '\n', ENDINGS]));

/** Where the text stands behind one more unit. @param last the unit before it */
export function byLineAfter(place: ByLine, last: number, unit: number): ByLine {
  if ((place & ~BRACKETED) === ELSEWHERE && !telling().has(unit)) return place;
  const char = String.fromCharCode(unit);
  if (OPENING.includes(char)) return BRACKETED;
  if (CLOSING.includes(char) || unit === 0x0a) return ELSEWHERE;
  const bracketed = place & BRACKETED;
  const fold = simplifiedTable();
  if (WRITERS.has(pairOf(fold[last]!, fold[unit]!))) return bracketed ? BRACKETED + BEGINS : NAMED;
  const at = place - bracketed;
  if (at === ELSEWHERE) return place;
  if (BETWEEN.includes(char)) return bracketed + (at === FAMILY && isSpace(unit) ? SPACED : BEGINS);
  const isHan = unit >= 0x4e00 && unit <= 0x9fff;
  if (at === BEGINS && isHan && nameCharacters().family[fold[unit]!]! >= 0) return bracketed + FAMILY;
  if ((at === FAMILY || at === GIVEN) && isHan) return bracketed + at + 1;
  return bracketed + (at === SPACED && isHan ? WHOLE : ELSEWHERE);
}

/** Where a text ends; see `byLineAfter`. */
export function byLineOf(text: string): ByLine {
  let place: ByLine = ELSEWHERE;
  for (let i = 0; i < text.length; i++) place = byLineAfter(place, i > 0 ? text.charCodeAt(i - 1) : 0x0a, text.charCodeAt(i));
  return place;
}

/** Whether the unit that led here is one of a name. */
export function isInName(place: ByLine): boolean {
  const at = place & ~BRACKETED;
  return at >= FAMILY && at <= WHOLE;
}

/**
 * Natural log probability of a unit behind another, where names stand; otherwise as the character model has it.
 * @param score that of the model
 */
export function fluencyOfNames(place: ByLine, last: number, unit: number, score: number): number {
  const at = place & ~BRACKETED;
  if (at < BEGINS) return score;
  const names = nameCharacters();
  const folded = simplifiedTable()[unit]!;
  if (unit < 0x4e00 || unit > 0x9fff) {
    const char = String.fromCharCode(unit);
    if (at === FAMILY && isSpace(unit)) return SPACE;
    if (CLOSING.includes(char) && (at === FAMILY || isSpace(last))) return NEVER;
    if (!(CLOSING + BETWEEN).includes(char)) return score;
    return at === WHOLE ? Math.max(score, ENDS) : at === GIVEN ? Math.max(score, ENDS + endsGiven(last)) : score;
  }
  switch (at) {
    case BEGINS:
      return names.family[folded]! < 0 ? score : Math.max(score, probabilityInNames(folded, names.family));
    case FAMILY:
      return Math.max(score, SHORT + probabilityInNames(folded, names.last), LONG + probabilityInNames(folded, names.middle));
    case GIVEN:
    case SPACED:
      return Math.max(score, probabilityInNames(folded, names.last));
    default:
      return score;
  }
}

/** Natural log probability that a given name ends with its first character. */
function endsGiven(unit: number): number {
  const { middle, last } = nameCharacters();
  const folded = simplifiedTable()[unit]!;
  return -Math.log1p(Math.exp(LONG - SHORT + (middle[folded]! - last[folded]!) / 2));
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x3000;
}
