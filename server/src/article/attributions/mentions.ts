/** Who is meant: mentions by their full names, short forms and pronouns by what came before them. Reading offsets. */
import type { Reading } from '../../reading/reading';
import type { Attribution, PersonMention, Sentence } from '../article';
import { sentenceAt } from '../sentences';
import { COMPANION } from './speakerPatterns';
import type { Introduced, Speaker } from './speakers';

/** 副局长甲领读文件,总会计师乙作了发言。他说: of two subjects the one is meant who has begun to speak. */
const DELIVERS = /^(?:同志)?(?:[作做](?:了|出)?[^,。;:]{0,6}(?:发言|讲话|报告|表态|总结|动员|致辞)|发了言|讲了话)/;
const DELIVERS_REACH = 18;
/** 王海当场交代|李明: who stands behind this is spoken to, seen or only named. */
const SPOKEN_TO = /(?:[由向对与和、问请]|交[代待]|叮[嘱咛]|嘱咐|吩咐|要求|提醒|责成|告诉|命令|督促|看望|会见|慰问|表扬|批评)$/;
/** Who reports to somebody or shows him round is not meant by a pronoun behind it. */
const REPORTS = /^(?:同志)?[^,。;:听]{0,14}(?:汇报|陪同|讲解)/;

/** What has been told of persons so far, paragraph by paragraph. */
export class Mentions {
  readonly #reading: Reading;
  readonly #persons: readonly PersonMention[];
  readonly #introduced: Introduced;
  readonly #found: readonly Attribution[];
  /** The first mention that has not been introduced. */
  #news = 0;
  /** The last official that was the subject of a sentence or spoke: whom a pronoun means. */
  #subject: Speaker | null = null;
  #subjectAt = -1;

  /** @param found the attributions so far */
  constructor(reading: Reading, persons: readonly PersonMention[], introduced: Introduced, found: readonly Attribution[]) {
    this.#reading = reading;
    this.#persons = persons;
    this.#introduced = introduced;
    this.#found = found;
  }

  /** Index of the first mention of which no note has been taken. */
  get news(): number {
    return this.#news;
  }

  /** An official has spoken: a pronoun means him from here on. */
  spoke(speaker: Speaker): void {
    if (speaker.kind !== 'person' || (speaker.person !== null && this.#persons[speaker.person]!.standing !== 'official')) return;
    this.#subject = speaker;
    this.#subjectAt = speaker.start;
  }

  /** Index of the first mention that ends behind `offset`. */
  firstFrom(offset: number): number {
    let low = 0;
    let high = this.#persons.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#persons[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Takes note of the mentions up to `until`. */
  learn(until: number, sentences: readonly Sentence[]): void {
    const { folded } = this.#reading;
    for (; this.#news < this.#persons.length && this.#persons[this.#news]!.start < until; this.#news++) {
      const person = this.#persons[this.#news]!;
      this.#introduced.add(person, this.#news, folded.slice(person.end, person.end + 30));
      if (
        person.form !== 'full' ||
        person.standing !== 'official' ||
        person.incidental ||
        COMPANION.test(folded.slice(person.end, person.end + 50))
      )
        continue;
      const from = person.titleRange && person.titleRange.end <= person.start ? person.titleRange.start : person.start;
      const sentence = sentenceAt(sentences, from);
      const lead = sentence ? folded.slice(sentence.start, from) : null;
      if (
        lead !== null &&
        (/^[^,;]{0,14},?$/.test(lead) || (lead.endsWith(',') && DELIVERS.test(folded.slice(person.end, person.end + DELIVERS_REACH)))) &&
        // 会议由王海主持
        (!SPOKEN_TO.test(lead) || /^主持/.test(folded.slice(person.end, person.end + 2))) &&
        !/^(?:、|等)/.test(folded.slice(person.end, person.end + 1)) &&
        !(this.#subject && REPORTS.test(folded.slice(person.end, person.end + DELIVERS_REACH)))
      ) {
        this.#subject = { name: person.name ?? person.text, kind: 'person', start: person.start, person: this.#news };
        this.#subjectAt = person.start;
      }
    }
  }

  /** 他, 她 and 我: the last speaker, or the official whom the sentences since then are about. */
  pronoun(start: number, verb: number): Speaker | null {
    const last = this.#found.at(-1);
    const { folded } = this.#reading;
    const orders = /^(?:要求|强调|指出|责成|叮嘱|希望|嘱咐|勉励|指示|提醒|呼吁|敦促|促请)/.test(folded.slice(verb, verb + 2));
    const bystander = orders ? null : this.#bystander(start);
    if (bystander && bystander.since > Math.max(this.#subjectAt, last?.start ?? -1)) return bystander.speaker;
    const speaker = last && last.speakerKind === 'person' ? last : null;
    const other = speaker?.person != null && this.#persons[speaker.person]!.standing === 'other';
    if (speaker && speaker.start >= this.#subjectAt && !(other && orders && this.#subject))
      return { name: speaker.speaker, kind: 'person', start, person: speaker.person };
    return this.#subject
      ? { ...this.#subject, start }
      : speaker
        ? { name: speaker.speaker, kind: 'person', start, person: speaker.person }
        : null;
  }

  /** 毕业生代表王海在发言中感谢母校，她号召…: who is no official, is meant by the pronoun at `start`, and since where; null for others. */
  #bystander(start: number): { readonly speaker: Speaker; readonly since: number } | null {
    const index = this.firstFrom(start);
    const pronoun = this.#persons[index];
    if (pronoun?.form !== 'pronoun' || pronoun.start !== start || pronoun.standing !== 'other' || pronoun.name === null) return null;
    for (let i = index - 1; i >= 0; i--) {
      const named = this.#persons[i]!;
      if (named.form === 'full')
        return named.name === pronoun.name
          ? { speaker: { name: pronoun.name, kind: 'person', start, person: index }, since: named.start }
          : null;
    }
    return null;
  }

  /** Short forms by what came before them; the mention's own name where it has one. */
  named(person: PersonMention, index: number, verb: number): Speaker {
    const { text, folded } = this.#reading;
    if (person.form === 'pronoun') {
      const meant = this.pronoun(person.start, verb);
      if (meant) return meant;
    }
    if (person.name !== null) return { name: person.name, kind: 'person', start: person.start, person: index };
    const from = Math.min(person.start, person.titleRange?.start ?? person.start);
    const to = Math.max(person.end, person.titleRange?.end ?? 0);
    const resolved = person.form === 'full' ? null : this.#introduced.resolve(folded.slice(from, to));
    return resolved
      ? { name: resolved.name, kind: 'person', start: from, person: resolved.person }
      : { name: person.form === 'full' ? person.text : text.slice(from, to), kind: 'person', start: from, person: index };
  }

  /** Whoever spoke last goes on. */
  last(start: number): Speaker | null {
    const last = this.#found.at(-1);
    return last ? { name: last.speaker, kind: last.speakerKind, start, person: last.person } : null;
  }

  /** A mention, its title included, begins here: names may begin like anything. */
  opensWithPerson(at: number): boolean {
    const person = this.#persons[this.firstFrom(at)];
    return (
      person !== undefined &&
      (person.form === 'full' || (person.form === 'surname' && person.name !== null)) &&
      Math.min(person.start, person.titleRange?.start ?? person.start) === at
    );
  }
}
