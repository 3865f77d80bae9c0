/** Who says something where the clause of the verb has no subject: the sentence has one, or the sentence before. Reading offsets. */
import { foldForLookup } from '../../language/script';
import type { Reading } from '../../reading/reading';
import type { Attribution, PersonMention, Sentence } from '../article';
import { isColon, isComma } from '../characters';
import type { Mentions } from './mentions';
import { organSubject } from './organSubject';
import { ASKED_ALREADY, CIRCUMSTANCE, GOES_ON, LAYS_DOWN, NAMED_BY_TITLE, TITLE_FIRST, TOLD, WISH } from './speakerPatterns';
import { stripAdverbs, stripLeading } from './speakerPhrase';
import type { Introduced, Speaker } from './speakers';
import { SPEECH_VERBS, type SpeechVerbKind } from './speech';
import type { Subjects } from './subjects';

/** Looks for the speaker beside the clause of the verb. */
export class SentenceSpeakers {
  readonly #reading: Reading;
  readonly #persons: readonly PersonMention[];
  readonly #introduced: Introduced;
  readonly #mentions: Mentions;
  readonly #subjects: Subjects;
  readonly #found: readonly Attribution[];

  /** @param found the attributions so far */
  constructor(
    reading: Reading,
    persons: readonly PersonMention[],
    introduced: Introduced,
    mentions: Mentions,
    subjects: Subjects,
    found: readonly Attribution[],
  ) {
    this.#reading = reading;
    this.#persons = persons;
    this.#introduced = introduced;
    this.#mentions = mentions;
    this.#subjects = subjects;
    this.#found = found;
  }

  /** 王海来到社区，…，要求…: the verb has no subject of its own, the sentence has one. Null where nobody is found. */
  before(
    sentence: Sentence,
    before: Sentence | undefined,
    paragraph: number,
    clause: number,
    verb: number,
    kind: SpeechVerbKind,
  ): Speaker | null {
    const { folded } = this.#reading;
    const from = stripLeading(folded, clause, verb);
    const phrase = folded.slice(from, stripAdverbs(folded, from, verb));
    const told = TOLD.test(phrase);
    const laysDown = LAYS_DOWN.test(folded.slice(verb, verb + 2));
    const about = phrase !== '' && laysDown ? this.#meetingAbout(sentence, clause) : null;
    if (about) return { ...about, start: from };
    // 并对安全工作提出三点要求
    const circumstance = phrase === '' || CIRCUMSTANCE.test(phrase) || (laysDown && /^并?对[^,]{2,40}$/.test(phrase));
    if ((!told && !circumstance) || (kind === 'marked' && !told)) return null;
    if (this.#isToldOf(sentence, clause, verb, kind)) return null;
    const subject =
      clause > sentence.start ? this.#subjectOf(sentence, clause, verb, kind) : this.#whoGoesOn(sentence, before, paragraph, verb, kind);
    if (subject) return { ...subject, start: from };
    // 强调，要… without any subject goes on with the last speaker of the paragraph before it.
    const next = folded.charCodeAt(verb + 2);
    return isComma(next) || isColon(next) ? this.#mentions.last(from) : null;
  }

  /**
   * 要求各站所…, 并要求…, 也提醒…, first in their sentence: whom the sentence before is about; at the head of a paragraph, who spoke
   * last.
   */
  #whoGoesOn(sentence: Sentence, before: Sentence | undefined, paragraph: number, verb: number, kind: SpeechVerbKind): Speaker | null {
    const words = this.#reading.folded.slice(sentence.start, verb + 2);
    const goesOn = GOES_ON.test(words.slice(-2));
    if (!before) return kind === 'ordering' && goesOn && words.length === 2 ? this.#mentions.last(sentence.start) : null;
    return (kind === 'ordering' || kind === 'plain') && (/^并|^也.{0,2}提醒/.test(words) || goesOn)
      ? this.#subjectBefore(before, sentence, paragraph, verb)
      : null;
  }

  /** 会议就深化改革，推进发展作出部署: the meeting or organ whose clause before says about what. */
  #meetingAbout({ start }: Sentence, clause: number): Speaker | null {
    const { text, folded } = this.#reading;
    const organ = organSubject(folded, start, clause);
    return organ && /^[就对围针]/.test(folded.slice(organ.end, organ.end + 1))
      ? { name: text.slice(organ.start, organ.end), kind: organ.meeting ? 'meeting' : 'organ', start, person: null }
      : null;
  }

  /** The verb is part of what is told: of what somebody says (他说，…，希望大家…), or of what others did. */
  #isToldOf({ start }: Sentence, clause: number, verb: number, kind: SpeechVerbKind): boolean {
    const { folded } = this.#reading;
    const last = this.#found.at(-1);
    const said = last !== undefined && last.start >= start;
    // but 王海要求…，也呼吁…: who orders goes on to ask.
    const goesOn = said && /[也并]$/.test(folded.slice(clause, verb)) && SPEECH_VERBS.get(foldForLookup(last.verb)) === 'ordering';
    if (said && !goesOn && WISH.test(folded.slice(verb, verb + 2))) return true;
    if (clause <= start) return false;
    // 他指出，骗徒恐吓受害人，要求他们转账: what those do whom he speaks of.
    if (said && /^要求(?:[他她它]们|其|对方|受害)/.test(folded.slice(verb, verb + 4))) return true;
    // 该中心已去信医院，促请…: what was done.
    return kind === 'ordering' && ASKED_ALREADY.test(folded.slice(Math.max(start, clause - 26), clause));
  }

  /** 市应急局调度部署防汛。要求各镇…: who spoke in the sentence before, or whom it is about, or who speaks in the paragraph. */
  #subjectBefore(before: Sentence, { start }: Sentence, paragraph: number, verb: number): Speaker | null {
    const last = this.#found.at(-1);
    if (last && last.start >= before.start) return this.#mentions.last(start);
    // 市供热中心：您好，…。也提醒…: who answers goes on.
    return this.#subjectOf(before, start, verb, 'ordering') ?? (last && last.start >= paragraph ? this.#mentions.last(start) : null);
  }

  /** Whom the clauses of the sentence before this one are about. */
  #subjectOf({ start }: Sentence, clause: number, verb: number, kind: SpeechVerbKind): Speaker | null {
    const { text, folded } = this.#reading;
    const opening = folded.slice(start, clause);
    const subject = this.#subjects.at(start, clause);
    if (subject >= 0) return this.#mentions.named(this.#persons[subject]!, subject, verb);
    // 他发现…，当即责成…: the pronoun that opens a clause before it.
    const meant = kind === 'ordering' && /(?:^|,)[他她](?=[^,们的]{2})/.test(opening) ? this.#mentions.pronoun(start, verb) : null;
    if (meant) return meant;
    // 县长听取报告后，裁示如下：
    const title = TITLE_FIRST.exec(opening)?.[1];
    const titled = title === undefined ? null : this.#introduced.resolve(title);
    if (titled) return { name: titled.name, kind: 'person', start, person: titled.person };
    // 林书记查看记录，叮嘱…: nobody of that name was introduced.
    if (title !== undefined && kind === 'ordering' && NAMED_BY_TITLE.test(title))
      return {
        name: text.slice(start + opening.indexOf(title), start + opening.indexOf(title) + title.length),
        kind: 'person',
        start,
        person: null,
      };
    const organ = organSubject(folded, start, clause);
    return organ && { name: text.slice(organ.start, organ.end), kind: organ.meeting ? 'meeting' : 'organ', start, person: null };
  }
}
