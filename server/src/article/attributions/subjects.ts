/**
 * Of which person a sentence tells, clause by clause: who does what stands before an order that has no subject of its own. Reading offsets.
 */
import { edged } from '../../base/edged';
import { UnitSet } from '../../base/unitSet';
import type { Reading } from '../../reading/reading';
import type { Attribution, PersonMention } from '../article';
import type { Mentions } from './mentions';
import { isPassedOn } from './passedOn';
import { GOVERNED, SAID_BY } from './speakerPatterns';
import { BEFORE_SPEAKER } from './speech';

/** Who is only there, or only reports. */
const COMES_ALONG =
  /^(?:[、和与及等][^,;。]{0,40}?)?(?:一同|一道|一并|共同|全程|分别|先后|首先|现场|简要|详细|逐一|在[^,;。]{1,10}|就[^,;。]{2,20}|向[^,;。]{2,16}|代表[^,;。]{2,16}){0,2}(?:陪同|随同|参加|列席|出席|汇报|通报|介绍|作了?(?:工作|情况|专题)?(?:汇报|通报|介绍|说明))/;
/** …, but speaks besides: 出席会议并讲话. */
const SPEAKS_TOO = /并|讲话|强调|部署|要求/;
/** When or where, between the beginning of a clause and its subject. */
const WHEN_OR_WHERE = edged(/(?:[上中下里内处前后时间旁边晨晚午天日月]|随行的?|^还?有)$/);
/** A clause that tells when somebody goes on to speak: 王海听后. */
const THEN = edged(/(?:后|时|完|毕|罢|至此|当即|随即)$/);
/** Inside such a phrase nobody is the subject: 在被执行人何某家中, 在县长王海陪同下. */
const INSIDE_PHRASE = /^(?:在|从|据|经|随着|跟随|随同|陪同|会同|应|听取|接到|对|向|与|和|同)[^,;]*$/;
/** （, 【本报记者: what stands before the name of who reports. */
const IN_BRACKETS = edged(/[([【][\u4e00-\u9fff]{0,12}\s?$/);
const CLAUSE_MARKS = new UnitSet([',;:。!?']);
/** How far before a mention its clause may begin. */
const LEAD = 60;

/** Finds the person of whom a sentence tells. */
export class Subjects {
  readonly #reading: Reading;
  readonly #persons: readonly PersonMention[];
  readonly #mentions: Mentions;
  readonly #found: readonly Attribution[];

  /** @param found the attributions so far */
  constructor(reading: Reading, persons: readonly PersonMention[], mentions: Mentions, found: readonly Attribution[]) {
    this.#reading = reading;
    this.#persons = persons;
    this.#mentions = mentions;
    this.#found = found;
  }

  /**
   * Index of the mention of whom the clauses in `start..end` tell: the nearest that opens one of them, unless he only
   * comes along or reports; else the first that stands in no phrase. What somebody says there tells of others, so that
   * nobody in it counts but who hears it (王海听后).
   * @returns -1 when nobody is
   */
  at(start: number, end: number): number {
    const last = this.#found.at(-1);
    const said = last !== undefined && last.start >= start ? last : null;
    let nearest = -1;
    let first = -1;
    for (let i = this.#mentions.firstFrom(start); i < this.#persons.length && this.#persons[i]!.start < end; i++) {
      const person = this.#persons[i]!;
      const opens = this.#opens(person);
      if (person.start < start) continue;
      if (isPassedOn(this.#reading.folded, opens, start)) break;
      if (!this.#canSpeak(person, opens, start, said !== null)) continue;
      const clause = this.#clauseOf(opens, start);
      if (INSIDE_PHRASE.test(clause)) continue;
      if (first < 0) first = i;
      if (said && opens > said.end && !THEN.test(this.#clauseFrom(opens, end))) continue;
      if ((clause === '' || WHEN_OR_WHERE.test(clause)) && !this.#comesAlong(person, end)) nearest = i;
    }
    return nearest >= 0 ? nearest : first;
  }

  #canSpeak(person: PersonMention, opens: number, start: number, said: boolean): boolean {
    const { folded } = this.#reading;
    if (person.incidental && !SAID_BY.test(folded.slice(person.end, person.end + 4))) return false;
    // （记者王海）, 【记者王海／本县报道】: who reports is nobody of whom anything is told.
    const reporter = IN_BRACKETS.test(folded.slice(Math.max(0, person.start - 14), person.start));
    if (person.standing === 'other' && (said || reporter)) return false;
    return !GOVERNED.test(folded.slice(Math.max(start, opens - 4), opens));
  }

  /** What stands between the beginning of the clause and the mention, behind its time. */
  #clauseOf(opens: number, start: number): string {
    const { folded } = this.#reading;
    const from = CLAUSE_MARKS.last(folded, Math.max(start, opens - LEAD), opens) + 1;
    const lead = folded.slice(Math.max(from, start), opens);
    return lead.slice(BEFORE_SPEAKER.exec(lead)?.[0].length ?? 0);
  }

  #clauseFrom(opens: number, end: number): string {
    const { folded } = this.#reading;
    return folded.slice(opens, Math.min(end, CLAUSE_MARKS.next(folded, opens, end)));
  }

  #comesAlong(person: PersonMention, end: number): boolean {
    const closes = Math.max(person.end, person.titleRange?.end ?? 0);
    const does = this.#clauseFrom(closes, end);
    return COMES_ALONG.test(does) && !SPEAKS_TOO.test(does);
  }

  #opens({ start, titleRange }: PersonMention): number {
    return Math.min(start, titleRange?.start ?? start);
  }
}
