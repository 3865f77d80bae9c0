/** Places where a line speaks of a person without the full name: 李书记, 市长要求, 他强调. Offsets are into the folded line. */
import { standsAt } from '../../base/sticky';
import { unitAt, UnitSet } from '../../base/unitSet';
import type { WordList } from '../../language/language';
import { NOT_A_SURNAME_BEFORE_TITLE, SAYING, SHORT_TITLES } from './lexicon';
import { nameModel } from './names';
import { headEndingAt, titleEndingAt } from './titles';
import { WordIndex } from './wordIndex';

/** A place where a line speaks of a person without the full name. */
export interface ShortSpot {
  readonly start: number;
  readonly end: number;
  readonly form: 'surname' | 'title' | 'pronoun';
  /** 李 of 李书记; empty for the other forms. */
  readonly surname: string;
  /** 书记 of 李书记, 市委书记 of 市委书记强调; empty for pronouns. */
  readonly title: string;
}

const shortTitles = new WordIndex(SHORT_TITLES);
const saying = new WordIndex(SAYING);
const adverbs = new WordIndex([
  '还',
  '又',
  '另',
  '亦',
  '也',
  '则',
  '并',
  '再次',
  '同时',
  '特别',
  '着重',
  '最后',
  '首先',
  '进一步',
  '明确',
  '当场',
  '随后',
  '反复',
  '继续',
  '接着',
  '笑着',
  '在讲话中',
  '在致辞中',
  '在会上',
  '现场',
  '随即',
  '一再',
  '分别',
  '深有感触地',
  '动情地',
  '高兴地',
  '激动地',
]);
const BOUNDARY = new UnitSet([',，。.！!？?；;：:"“”\'‘’「」『』()（） \u3000\t、']);
const TITLE_BEGINNINGS = new UnitSet(SHORT_TITLES.map(title => title[0]!));
const STOPS = BOUNDARY.with(TITLE_BEGINNINGS);
/** On what somebody speaks, between the pronoun and the verb: 他着重就如何守住堤坝,提出三点意见. */
const MATTER = /(?:就|围绕|针对|结合)[^,。;:"]{2,30}?,?(?=提出|指出|强调|要求|表示|介绍|说明|回应|回答|发言|讲话|建议)/y;
/** A family name has at most so many characters. */
const LONGEST_SURNAME = 2;
/** How far into a clause a title that speaks (市长要求) is looked for, in characters. */
const TITLE_REACH = 14;

/** @returns short forms in one folded line, sorted, not overlapping; only such as stand where a subject stands */
export function scanShortForms(line: string, words: WordList): readonly ShortSpot[] {
  const spots: ShortSpot[] = [];
  let clause = true;
  for (let at = 0; at < line.length; at++) {
    if (!clause) at = Math.max(at, STOPS.next(line, at) - LONGEST_SURNAME);
    if (BOUNDARY.has(line.charCodeAt(at))) {
      clause = true;
      continue;
    }
    const named = TITLE_BEGINNINGS.has(unitAt(line, at + 1)) || TITLE_BEGINNINGS.has(unitAt(line, at + LONGEST_SURNAME));
    if (!clause && !named) continue;
    const spot = (named ? surnameAt(line, at, clause) : null) ?? (clause ? (pronounAt(line, at) ?? titleAt(line, at, words)) : null);
    clause = false;
    if (spot) {
      spots.push(spot);
      at = spot.end - 1;
    }
  }
  return spots;
}

function pronounAt(line: string, at: number): ShortSpot | null {
  const char = line[at]!;
  if (char !== '他' && char !== '她') return null;
  return speaks(line, at + 1) ? { start: at, end: at + 1, form: 'pronoun', surname: '', title: '' } : null;
}

function titleAt(line: string, at: number, words: WordList): ShortSpot | null {
  const limit = Math.min(line.length, at + TITLE_REACH);
  const first = STOPS.next(line, at, limit);
  if (first === limit || BOUNDARY.has(line.charCodeAt(first))) return null;
  for (let end = first + 2; end <= at + TITLE_REACH && end < line.length; end++) {
    if (BOUNDARY.has(line.charCodeAt(end - 1))) return null;
    const head = shortTitles.endingAt(line, end, at);
    if (!head || shortTitles.startingAt(line, end - head.length)!.length > head.length || !speaks(line, end)) continue;
    const title = titleEndingAt(line, end, words);
    return title && headEndingAt(line, end) && Math.max(title.start, at) === at
      ? { start: at, end, form: 'title', surname: '', title: line.slice(at, end) }
      : null;
  }
  return null;
}

function surnameAt(line: string, at: number, clause: boolean): ShortSpot | null {
  const surname = nameModel().surnameAt(line, at);
  const title = surname > 0 ? shortTitles.startingAt(line, at + surname) : null;
  if (!title || (!clause && headEndingAt(line, at))) return null;
  // 和镇长强调: where a sentence begins and the verb follows, such a character can only be a surname.
  if (surname === 1 && NOT_A_SURNAME_BEFORE_TITLE.has(line.charCodeAt(at)) && !(clause && speaks(line, at + surname + title.length)))
    return null;
  return { start: at, end: at + surname + title.length, form: 'surname', surname: line.slice(at, at + surname), title };
}

/** True when a verb of saying begins at `at`, after at most two adverbs and a phrase about what is spoken of. */
function speaks(line: string, at: number): boolean {
  for (let i = 0; i < 3; i++) {
    if (saying.startingAt(line, at)) return true;
    const adverb = adverbs.startingAt(line, at);
    if (!adverb) return standsAt(MATTER, line, at);
    at += adverb.length;
  }
  return false;
}
