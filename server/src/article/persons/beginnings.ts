/**
 * A cheap look at single characters, which rules out nearly every place of a line where no name can begin.
 *
 * In the examples of this folder `|` marks where one word ends and the next begins: 委员|会 is 委员 found inside 委员会.
 */
import { unitAt, UnitSet } from '../../base/unitSet';
import { ACTING, SAYING, SINGLE_ADVERBS } from './lexicon';
import { nameModel } from './names';
import { appointing } from './offices';
import { mayEndName } from './right';
import { headBeginnings, headEndings, mayEndHead } from './titles';

/** Marks between the parts of a name. */
export const INTERPUNCTS = new UnitSet(['·•‧・∙⋅']);
/** The first part of a name with interpuncts has at most this many characters. */
export const LONGEST_PART = 8;
/** A line shorter than this may be a name and nothing else, and a note in brackets is not longer. */
export const LONGEST_NOTE = 16;
/** Marks and blanks behind which a clause begins. */
export const OPENING = new UnitSet(['，,。！!？?；;：:（(《〈【[“‘「『…—、\t \u3000"\'']);
/** Prepositions and verbs that put a name after them. */
export const BEFORE_NAMES = new UnitSet(['由与和及同对向请让为上受']);
/** Units behind which a list of names may go on. */
export const GOES_ON = new UnitSet(['、 \u3000和及与；']);

/** Last units of bodies whose heads are named between the body and their title: 水利局范世亿局长. */
export const BODIES = new UnitSet(['局处室科课村里乡镇区县市署部院所校团司']);
/** Last units of verbs before the name of whom they put into an office, and of 出席会议的有. */
const APPOINTS = new UnitSet(['命去名任举选免有括']);
/** Units that no name follows such a verb with: 任命书, 任命的, 选举产生, 提名奖. */
const NO_NAME_BEHIND = new UnitSet(['书了出产为日权的奖']);
/** Characters of the titles that stand behind such a name. */
const COUNTERPARTS = new UnitSet(['长总']);
const OF = '的'.charCodeAt(0);
/** 担任市长的是王海 */
const IS = '是'.charCodeAt(0);

/** Units before a name other than the last of a head. */
const BEFORE = OPENING.with(BEFORE_NAMES)
  .with(APPOINTS)
  .with(new UnitSet(['/)']));
const LIST_MARK = '、'.charCodeAt(0);
/** Ends a note in brackets between title and name. */
const NOTE_END = ')'.charCodeAt(0);
const SPACES = new UnitSet([' \u3000：:/']);
const BLANKS = new UnitSet([' \u3000']);
/** Units behind which a name needs no title: those that continue a list, and the ends of verbs such as 任命. */
const TITLED = GOES_ON.with(APPOINTS);
/** Units that begin a verb, a title or what is told of persons only, and the marks of lists and of speech. */
const BEHIND = new UnitSet([...SAYING, ...ACTING].map(word => word[0]!).concat(['、:,('], headBeginnings())).with(SINGLE_ADVERBS);

/** What a name stands behind, unless it opens the line: every unit that `mayBegin` knows before a name. */
const LEADING = BEFORE.with(BODIES).with(new UnitSet(['、)的是', headEndings()]));

/** The first place from `from` on at which a name may begin by what stands before it; the length of the line or more when there is none. */
export function nextBeginning(line: string, from: number): number {
  return from === 0 ? 0 : LEADING.next(line, from - 1) + 1;
}

/** False where no name begins at a place that `nextBeginning` gave. */
export function mayBegin(line: string, at: number): boolean {
  const model = nameModel();
  const unit = line.charCodeAt(at);
  const before = unitAt(line, at - 1);
  if (before === LIST_MARK) return true;
  const begins = model.mayBegin(unit);
  // Behind an office any name may stand, if what only persons have follows it.
  if (before === NOTE_END || mayEndHead(line, at)) return begins || followed(line, at);
  if (BODIES.has(before)) return begins && COUNTERPARTS.next(line, at + 2, Math.min(line.length, at + 6)) < Math.min(line.length, at + 6);
  if (APPOINTS.has(before) && appointing.mayEnd(line, at)) return !NO_NAME_BEHIND.has(unit);
  const held = heldUpTo(line, at);
  if (held > 0) return begins && mayEndHead(line, held);
  if ((at > 0 && !BEFORE.has(before)) || !(begins || BLANKS.has(before))) return false;
  if (SPACES.has(before)) return true;
  const surname = model.surnameAt(line, at);
  if (!TITLED.has(before)) return isFramed(line, at, at + surname) || model.syllables.mayStart(line, at) || interpunctBehind(line, at);
  return followed(line, at) || BEHIND.has(unitAt(line, at + 5)) || model.spells(unit);
}

/** Where the office ends before 的 or 的是 that ends at `at`; 0 where neither does. */
function heldUpTo(line: string, at: number): number {
  const of = unitAt(line, at - 1) === IS ? at - 2 : at - 1;
  return unitAt(line, of) === OF ? of : 0;
}

/** True where a name whose family name ends at `given` may end by what follows, or is nearly all that the line holds. */
function isFramed(line: string, at: number, given: number): boolean {
  return (
    given > at &&
    (mayEndName(line, given + 1) ||
      mayEndName(line, given + 2) ||
      (nameModel().isSurname(line.charCodeAt(given)) && mayEndName(line, given + 3)) ||
      (at === 0 && line.length < LONGEST_NOTE))
  );
}

/** True when a verb, a title or a mark may begin two to four characters on. */
function followed(line: string, at: number): boolean {
  return BEHIND.has(unitAt(line, at + 2)) || BEHIND.has(unitAt(line, at + 3)) || BEHIND.has(unitAt(line, at + 4));
}

function interpunctBehind(line: string, at: number): boolean {
  const limit = at + LONGEST_PART + 1;
  return INTERPUNCTS.next(line, at + 1, Math.min(limit, line.length)) < Math.min(limit, line.length);
}
