/**
 * The name at one place of a line, if one stands there: what could be it is weighed against what
 * stands around. Offsets are into the folded line.
 */
import { unitAt } from '../../base/unitSet';
import type { WordList } from '../../language/language';
import { LONGEST_NOTE } from './beginnings';
import { Candidate } from './candidate';
import { Readings } from './continuation';
import { leftOf } from './left';
import { nameFollows } from './lists';
import { nameModel } from './names';
import { isHan, isTitled, type Left, type Right } from './neighbours';
import { OFFICE_BEGINS } from './offices';
import { beginsOtherwise } from './otherBeginnings';
import { mayEndName, rightOf } from './right';
import {
  foreignName,
  interpunctName,
  japaneseName,
  listedName,
  maskedName,
  nameable,
  spacedName,
  spelledName,
  syllableName,
  twoFamilies,
  unusualName,
  wholeSpelling,
} from './spellings';
import { bonusOf, isKnownName, labels, speaksFromOffice } from './signs';
import { countries, headStartingAt, type Title } from './titles';
import { MOST_LIKELY, unlikeness } from './unlikeness';

/** A name that the line itself gives away. */
export interface NamedSpot {
  readonly start: number;
  readonly end: number;
  /** The name without inner spaces. */
  readonly name: string;
  readonly title: Title | null;
  /** What the neighbours tell of the person's standing; null when they tell nothing. */
  readonly standing: 'official' | 'other' | null;
  /** True when the person acts or speaks here: 何雄指出. */
  readonly acts: boolean;
}

/** A name and how sure it is. */
export interface ScoredSpot extends NamedSpot {
  readonly score: number;
}

/** From this score on a spot is a name. */
export const ACCEPT = 4;
/**
 * From this score on a spot that bears an office is a name as long as the article shows the person at work elsewhere: two places that no
 * usual word fills tell more than its looks.
 */
const DOUBTFUL = -4;
/** The most that is left to a candidate beside a better one. */
const UNSURE = ACCEPT - 1;
/** The most that what stands behind a name (3), the opening of a sentence (0.6) and the word list (0.7) can add to a score. */
const MOST_BESIDES = 3 + 0.6 + 0.7;
/** Least score of the name model between a single office and a predicate that only persons have, where almost anything is a name. */
const FRAMED = -0.5;
/** What a name of three characters that the word list knows gains beside a verb that persons have. */
const WELL_KNOWN = 2.2;
/** What a name at the head of a clause gains from the office behind it: as much as from one before it. */
const APPOINTEE = 3.5;
/** What an unknown word at the head of a clause gains from an office of one person behind it that goes on to speak: 施远书记指出. */
const OFFICE_SPEAKS = 0.8;
/** What an unknown word gains that labels who speaks: 姜山:. */
const LABEL = 2.2;
/** What an unknown word gains that begins a sentence before 主持 or 指出. */
const OPENING_SENTENCE = 0.6;
/** Least score of the name model for three characters that stand alone. */
const ALONE = 1.5;
/** What two of the most frequent family names gain beside each other. */
const TWO_FAMILIES = 0.8;
/** What a name gains from 的 behind it. */
const POSSESSOR = 1.2;
/** Names made of the syllables of a minority language are seldom longer, in characters. */
const LONGEST_SYLLABIC = 6;
/** What speaks for a name whose place alone tells that it is one. */
const SURE: Right = { grade: 2, strong: false, acts: false };
/** The same for who signs, up to the end of the line. */
const SIGNED: Right = { grade: 3, strong: true, acts: false };
/** What stands behind the name of who took a picture or wrote a text. */
const CREDITS = new Set(['摄', '摄影', '文', '撰稿', '供稿', '供图', '撰文']);

/**
 * @param previous the name before it in the line
 * @returns what may stand at `at`, the likeliest first: it is a name from `ACCEPT` on, all others are if the rest of the article shows them
 *    at work; empty where none stands there
 */
export function spotsAt(line: string, at: number, words: WordList, previous: NamedSpot | undefined): readonly ScoredSpot[] {
  const left = leftOf(line, at, words, previous);
  return left && !beginsOtherwise(line, at, left, words) ? new Place(line, at, left, words).read() : NONE;
}

const NONE: readonly ScoredSpot[] = [];

/** A name found, and what stands behind it. */
interface Found {
  readonly end: number;
  readonly score: number;
  readonly right: Right;
}

/** A place where a name may begin. */
class Place {
  readonly #line: string;
  readonly #at: number;
  readonly #left: Left;
  readonly #words: WordList;
  /** Length of the family name; 0 where none begins. */
  readonly #surname: number;
  /** True where a name is due. */
  readonly #titled: boolean;
  /** True behind an office that one person holds. */
  readonly #office: boolean;
  /** What the words before the place add to the score of a name. */
  readonly #bonus: number;
  /** What follows, by the length of the name. */
  readonly #rights: Right[] = [];
  #best: Found | null = null;
  /** What the name may be besides, in case that even the best is doubtful. */
  readonly #others: Found[] = [];

  constructor(line: string, at: number, left: Left, words: WordList) {
    this.#line = line;
    this.#at = at;
    this.#left = left;
    this.#words = words;
    this.#surname = nameModel().surnameAt(line, at);
    this.#titled = isTitled(left);
    this.#office = left.kind === 'title' && left.standing === 'official';
    this.#bonus = bonusOf(line, left);
  }

  read(): readonly ScoredSpot[] {
    const foreign = this.#foreignEnd();
    if (foreign) return [this.#spot(foreign)];
    if (this.#surname > 0) this.#considerFamily();
    const best = this.#best;
    const minority = this.#minorityEnd(best?.end ?? 0);
    if (minority) return [this.#spot(minority)];
    const unusual =
      this.#titled && (best?.score ?? 0) < ACCEPT
        ? unusualName(this.#line, this.#at, this.#left, end => this.#rightOf(end), this.#words)
        : 0;
    if (unusual) return [this.#spot(unusual)];
    return best ? this.#decided(best) : NONE;
  }

  /** Names spelled out of other languages. */
  #foreignEnd(): number {
    const line = this.#line;
    const at = this.#at;
    const left = this.#left;
    const words = this.#words;
    if (countries.startingAt(line, at)) return 0;
    return (
      interpunctName(line, at, left, words) ||
      (left.kind === 'title' ? spelledName(line, at, left, words) || foreignName(line, at, left, words) : 0) ||
      (this.#titled ? japaneseName(line, at, left, words) || listedName(line, at, words) : 0)
    );
  }

  /** Names of syllables that go further than a Chinese name would. */
  #minorityEnd(other: number): number {
    const syllables = syllableName(this.#line, this.#at);
    if (syllables === 0) return 0;
    const end = this.#pastSyllables(syllables);
    if (end < other || countries.startingAt(this.#line, this.#at)) return 0;
    const long = end - this.#at > 3;
    // 扎西次仁强调: where no name is due, what follows must be said of persons only.
    const right = this.#rightOf(end);
    return long ? (this.#titled || (right.strong && right.grade >= 2.5) ? end : 0) : this.#titled && right.grade >= 0 ? end : 0;
  }

  /**
   * 额尔登|木格主持, 呼和|温都尔、: not all syllables are listed; where a name is due it goes on to the next mark or to where its predicate
   * begins. Elsewhere the characters must spell a name as well, and only persons do what follows.
   */
  #pastSyllables(end: number): number {
    if (this.#rightOf(end).grade >= 1) return end;
    const open = this.#left.plural || !(this.#office || this.#left.kind === 'list');
    let spelled = true;
    for (let longer = open ? this.#at + 4 : end + 1; longer <= this.#at + LONGEST_SYLLABIC && isHan(this.#line, end, longer); longer++) {
      if (this.#line[longer - 1] === '的') break;
      spelled &&= nameModel().spells(this.#line.charCodeAt(longer - 1));
      const right = this.#rightOf(longer);
      if (open ? spelled && right.strong && right.grade >= 2.5 : right.grade >= (spelled || !this.#office ? 2 : 3)) return longer;
    }
    return end;
  }

  /** Names that begin with a family name. */
  #considerFamily(): void {
    const line = this.#line;
    const at = this.#at;
    const left = this.#left;
    const given = at + this.#surname;
    const masked = maskedName(line, given, left);
    if (masked) this.#consider(masked, ACCEPT + 1, this.#rightOf(masked));
    // 李书记 is a short form, not a name.
    if ((headStartingAt(line, given)?.length ?? 0) < 2)
      for (let end = given + 1; end <= given + 2 && isHan(line, given, end); end++) this.#considerGiven(end);
    this.#considerTwoFamilies();
    if (this.#standsAlone(given + 2)) this.#consider(given + 2, ACCEPT, SURE);
    this.#considerShortFamily();
    const spaced = spacedName(line, at, this.#surname, left);
    if (spaced) this.#consider(spaced, ACCEPT + 1, SURE);
  }

  /** A family name and one or two characters. */
  #considerGiven(end: number): void {
    const line = this.#line;
    const at = this.#at;
    const left = this.#left;
    const words = this.#words;
    const long = end - at - this.#surname > 1;
    const likeness = nameModel().score(line, at, end, this.#surname) + this.#bonus;
    if (!this.#titled && !this.#mayReach(likeness, end, long)) return;
    const right = this.#endsLabelled(end) ? SIGNED : this.#rightOf(end);
    if (right.grade < 0 && left.kind !== 'title') return;
    let score = likeness;
    if (right.appointed && !this.#titled) score += APPOINTEE;
    if (labels(line, at, end, words)) score += LABEL;
    if (left.kind === 'clause' && speaksFromOffice(line, at, end, words)) score += OFFICE_SPEAKS;
    if (this.#isFramed(end, right)) score = Math.max(score, FRAMED + this.#bonus);
    else if (long && right.grade > 2 && isKnownName(line.slice(at, end), words)) score += WELL_KNOWN;
    score += right.grade + this.#opening(end, right);
    // Where no name is due nothing is made of a candidate that even the kindest words cannot help.
    if (!this.#titled && score + MOST_LIKELY < ACCEPT) return;
    this.#consider(end, score - unlikeness(new Candidate(line, at, end, left, right, words)), right);
  }

  /** 总河长:步春生, and nothing more: who signs. */
  #endsLabelled(end: number): boolean {
    return this.#left.label === true && end === this.#line.length && nameable(this.#line.slice(this.#at, end), this.#words);
  }

  /** A cheap look: false where no surroundings could make a name of it. */
  #mayReach(likeness: number, end: number, long: boolean): boolean {
    const most = likeness + MOST_BESIDES + (OFFICE_BEGINS.has(unitAt(this.#line, end)) ? APPOINTEE : 0) + (long ? WELL_KNOWN : 0);
    return most >= ACCEPT && mayEndName(this.#line, end);
  }

  /** True between a single office and a predicate that only persons have, and between two names of officials who do the same. */
  #isFramed(end: number, right: Right): boolean {
    const { kind, standing, plural } = this.#left;
    if (kind === 'list')
      return standing === 'official' && right.acts && this.#line[end] === '、' && nameFollows(this.#line, end + 1, this.#words);
    return this.#office && !plural && right.strong && (right.acts || !headStartingAt(this.#line, end));
  }

  /** A sentence that begins with an unknown word before 主持 or 指出 begins with a name. */
  #opening(end: number, right: Right): number {
    const opens = this.#left.kind === 'clause' && (this.#at === 0 || this.#line[this.#at - 1] === '。');
    return opens && right.grade === 3 && !this.#words.has(this.#line.slice(this.#at, end)) ? OPENING_SENTENCE : 0;
  }

  /** True for a line of its own, as who gives a speech stands below its title. */
  #standsAlone(end: number): boolean {
    const line = this.#line;
    const at = this.#at;
    return (
      line.length < LONGEST_NOTE &&
      line.trim() === line.slice(at, end) &&
      nameModel().score(line, at, end, this.#surname) > ALONE &&
      !this.#words.has(line.slice(at, at + 2)) &&
      nameable(line.slice(at, end), this.#words)
    );
  }

  /** 林郑月娥: where a title or a list leads up to it, or only persons do what follows. */
  #considerTwoFamilies(): void {
    const likeness = this.#surname === 1 ? twoFamilies(this.#line, this.#at, this.#words) : null;
    if (likeness === null) return;
    const right = this.#rightOf(this.#at + 4);
    if (right.grade >= (this.#titled ? POSSESSOR : 3))
      this.#consider(this.#at + 4, Math.max(FRAMED, likeness + TWO_FAMILIES) + this.#bonus + right.grade, right);
  }

  /** 单于 may be 单 and 于. */
  #considerShortFamily(): void {
    const line = this.#line;
    const at = this.#at;
    const end = at + this.#surname;
    if (this.#surname < 2 || !this.#titled || !nameModel().isSurname(line.charCodeAt(at))) return;
    const right = this.#rightOf(end);
    if (right.strong) this.#consider(end, Math.max(FRAMED, nameModel().score(line, at, end, 1)) + this.#bonus + right.grade, right);
  }

  #consider(end: number, score: number, right: Right): void {
    const found = { end, score, right };
    const best = this.#best;
    if (best && score <= best.score) this.#others.push(found);
    else {
      if (best) this.#others.push(best);
      this.#best = found;
    }
  }

  #rightOf(end: number): Right {
    return (this.#rights[end - this.#at] ??= rightOf(this.#line, end, this.#left, this.#words));
  }

  /** What stands here, the likeliest first. */
  #decided(best: Found): readonly ScoredSpot[] {
    const whole = this.#office ? wholeSpelling(this.#line, this.#at, best.end, this.#left, this.#words) : best.end;
    if (whole > best.end) return [this.#spot(whole)];
    const single = this.#office && !this.#left.plural;
    const certain = best.score >= ACCEPT && (best.right.strong || !single);
    if (certain) return [this.#spot(best.end, best.right, best.score)];
    return single ? this.#weighed([best, ...this.#others].filter(({ score }) => score >= DOUBTFUL)) : NONE;
  }

  /**
   * Behind an office of one person no closed list of verbs decides: that candidate goes first with which the line makes most sense
   * as a whole. It is sure if it was so by its neighbours, or if the line makes more sense with it than without a name. The others
   * may be shown right by the rest of the article.
   */
  #weighed(candidates: readonly Found[]): readonly ScoredSpot[] {
    const readings = new Readings(this.#line, this.#at, this.#surname, this.#words);
    const best = candidates[0];
    if (!best) return NONE;
    let likeliest = best;
    // 林郑月娥 has no reading of its own.
    if (readings.of(best.end) > -Infinity)
      for (const other of candidates) if (readings.of(other.end) > readings.of(likeliest.end) + CLEARLY) likeliest = other;
    const sure = likeliest.score >= ACCEPT || (!this.#left.label && readings.favours(likeliest.end, this.#left));
    // A longer name would be found at the same place: 市长王海指|导工作.
    const least = (end: number): number => (sure ? readings.of(likeliest.end) - (end > likeliest.end ? CLEARLY : AS_LIKELY) : -Infinity);
    const others = candidates.filter(other => other !== likeliest && readings.of(other.end) >= least(other.end));
    return [
      this.#spot(likeliest.end, likeliest.right, sure ? Math.max(likeliest.score, ACCEPT) : likeliest.score),
      ...others.map(({ end, right, score }) => this.#spot(end, right, Math.min(score, UNSURE))),
    ];
  }

  #spot(end: number, right = this.#rightOf(end), score = ACCEPT): ScoredSpot {
    const line = this.#line;
    const { title, standing } = this.#left;
    const credited = CREDITS.has(headStartingAt(line, line[end] === ' ' ? end + 1 : end) ?? '');
    return {
      start: this.#at,
      end,
      name: line.slice(this.#at, end).replace(/[ \u3000]+/g, ''),
      title,
      standing: standing ?? (credited ? 'other' : null),
      acts: right.acts,
      score,
    };
  }
}

/** How much likelier, in natural logarithms, another end of a name must be than the one that looks best. */
const CLEARLY = 2.5;
/** Up to this difference another end may still be the right one. */
const AS_LIKELY = 10;
