/** Who says something, and with which verb. Reading offsets. */
import type { ArticleDraft, Attribution, Block, Paragraph, PersonMention, Sentence } from './article';
import { isColon, isComma } from './characters';
import { opensWithLabel, spotsOf, verbSpots } from './sayings';
import { foldForLookup } from '../language/script';
import { wordsEnd, wordsStart } from './margins';
import { NounSpeakers } from './nounSpeakers';
import { organSubject } from './organSubject';
import { sentenceAt } from './sentences';
import { NOBODY, punishedIn } from './punished';
import { afterNumberOfPoints, contentAt, quotedBefore } from './saidContent';
import {
  alsoDid,
  ASKED_ALREADY,
  CIRCUMSTANCE,
  COMPANION,
  DEMANDS,
  GOES_ON,
  GOVERNED,
  IN_THE_MANNER,
  LATIN_NAME,
  LAYS_DOWN,
  NEGATED,
  OWN_WISH,
  PASSED_ON,
  PRONOUN,
  PRONOUN_IN_MANNER,
  QUOTED_BEFORE,
  SAID_BY,
  TITLE_FIRST,
  NAMED_BY_TITLE,
  TOLD,
  WISH,
} from './speakerPatterns';
import { acceptable, stripAdverbs, stripLeading } from './speakerPhrase';
import { SpeakerLabels } from './speakerLabels';
import { Introduced, type Speaker } from './speakers';
import { BEFORE_SPEAKER, NOT_A_SPEAKER, SPEECH_VERBS, type SpeechVerbKind, type VerbSpot } from './speech';

/** How far before a verb its speaker is looked for. */
const REACH = 90;
/** How far before a verb a word stands that denies it. */
const NEGATION_REACH = 16;

/** @returns attributions in order, in titles and paragraphs; empty when nobody says anything */
export function findAttributions(draft: ArticleDraft, persons: readonly PersonMention[]): readonly Attribution[] {
  return new Finder(draft, persons).find();
}

class Finder {
  readonly #draft: ArticleDraft;
  readonly #persons: readonly PersonMention[];
  readonly #found: Attribution[] = [];
  readonly #introduced = new Introduced();
  readonly #labels: SpeakerLabels;
  readonly #nouns: NounSpeakers;
  /** The first mention that is not before the paragraph at hand. */
  #next = 0;
  /** The first mention that has not been introduced. */
  #news = 0;
  /** The last official that was the subject of a sentence or spoke: whom a pronoun means. */
  #subject: Speaker | null = null;
  #subjectAt = -1;
  /** Whose cases the paragraph at hand tells. */
  #punished: ReadonlySet<string> = NOBODY;

  constructor(draft: ArticleDraft, persons: readonly PersonMention[]) {
    this.#draft = draft;
    this.#persons = persons;
    this.#labels = new SpeakerLabels(draft, persons, this.#introduced);
    this.#nouns = new NounSpeakers(draft.reading, this.#introduced, this.#found);
  }

  find(): readonly Attribution[] {
    const { blocks, paragraphs } = this.#draft;
    let p = 0;
    for (const block of blocks) {
      if (block.kind === 'title' || block.kind === 'subtitle') this.#inHeadline(block);
      while (p < paragraphs.length && paragraphs[p]!.start < block.end) {
        const paragraph = paragraphs[p++]!;
        this.#inParagraph(paragraph);
      }
    }
    return this.#found;
  }

  #inHeadline(block: Block): void {
    const { text } = this.#draft.reading;
    const start = wordsStart(text, block.start, block.end);
    const end = wordsEnd(text, start, block.end);
    this.#skipTo(start);
    const sentence: Sentence = { start, end, terminator: '' };
    for (const spot of verbSpots(this.#draft.reading.folded.slice(start, end), true)) {
      const before = this.#found.length;
      this.#atVerb({ ...spot, start: spot.start + start, end: spot.end + start, clause: spot.clause + start }, sentence, [sentence], end);
      // 流域联席会议提出: only persons speak in headlines, the rest are headlines about them.
      if (this.#found.at(-1)?.speakerKind !== 'person') this.#found.length = before;
    }
  }

  #inParagraph(paragraph: Paragraph): void {
    const { start, end, sentences } = paragraph;
    const { words } = paragraph;
    const { prose } = words;
    this.#skipTo(start);
    if (opensWithLabel(prose)) {
      this.#learn(start, sentences);
      const label = this.#labels.at(start, end, this.#next, this.#found.at(-1) ?? null);
      if (label) this.#push(label.speaker, label.verb, label.end, label.contentStart);
    }
    const spots = spotsOf(prose);
    this.#punished =
      spots.length > 0 ? punishedIn(this.#draft.reading.folded, paragraph, this.#persons, this.#firstPersonFrom(start)) : NOBODY;
    let s = 0;
    for (const spot of spots) {
      const verb = {
        ...spot,
        start: words.toReading(spot.start),
        end: words.toReading(spot.end - 1) + 1,
        clause: words.toReading(spot.clause),
      };
      while (s < sentences.length - 1 && sentences[s]!.end <= verb.start) s++;
      this.#atVerb(verb, sentences[s]!, sentences, end);
    }
    this.#learn(end, sentences);
  }

  /** Index of the first mention that ends behind `offset`. */
  #firstPersonFrom(offset: number): number {
    let low = 0;
    let high = this.#persons.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#persons[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #skipTo(start: number): void {
    while (this.#next < this.#persons.length && this.#persons[this.#next]!.end <= start) this.#next++;
  }

  /** One verb of saying; all offsets are Reading offsets. */
  #atVerb({ start, end, clause, kind }: VerbSpot, sentence: Sentence, sentences: readonly Sentence[], limit: number): void {
    this.#learn(start, sentences);
    // 我局不会要求转账
    if (NEGATED.test(this.#draft.reading.folded.slice(Math.max(clause, start - NEGATION_REACH), start))) return;
    const speaker =
      kind === 'listing'
        ? this.#lister(sentence, start)
        : kind === 'asking'
          ? this.#asker(clause, start)
          : (this.#speakerInClause(clause, start) ??
            this.#speakerBefore(sentence, sentences[sentences.indexOf(sentence) - 1], clause, start, kind));
    if (speaker && !this.#punished.has(speaker.name)) this.#add(speaker, start, end, limit);
  }

  /** The official whom the sentence is about that leads to a list of orders or to a quotation; null where somebody says them already. */
  #lister({ start }: Sentence, colon: number): Speaker | null {
    const { folded } = this.#draft.reading;
    const last = this.#found.at(-1);
    if (last && last.start >= start) return null;
    for (let i = this.#firstPersonFrom(start); i < this.#persons.length && this.#persons[i]!.start < colon; i++) {
      const person = this.#persons[i]!;
      const opens = Math.min(person.start, person.titleRange?.start ?? person.start);
      const governed = GOVERNED.test(folded.slice(Math.max(start, opens - 4), opens));
      const incidental = person.incidental && !SAID_BY.test(folded.slice(person.end, person.end + 4));
      if (person.standing === 'official' && !incidental && !governed) return this.#named(person, i, colon);
    }
    return null;
  }

  /** The official right before 请: others ask for something in words of their own. */
  #asker(clause: number, verb: number): Speaker | null {
    const { folded } = this.#draft.reading;
    const speaker = this.#mentioned(stripLeading(folded, clause, verb), stripAdverbs(folded, clause, verb), verb);
    return speaker?.person != null && this.#persons[speaker.person]!.standing === 'official' ? speaker : null;
  }

  /** Takes note of the mentions up to `until`. */
  #learn(until: number, sentences: readonly Sentence[]): void {
    const { folded } = this.#draft.reading;
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
        /^[^,;]{0,14},?$/.test(lead) &&
        // 会议由王海主持
        (!/[由向对与和、]$/.test(lead) || /^主持/.test(folded.slice(person.end, person.end + 2))) &&
        !/^(?:、|等)/.test(folded.slice(person.end, person.end + 1))
      ) {
        this.#subject = { name: person.name ?? person.text, kind: 'person', start: person.start, person: this.#news };
        this.#subjectAt = person.start;
      }
    }
  }

  /** 他, 她 and 我: the last speaker, or the official whom the sentences since then are about. */
  #pronoun(start: number, verb: number): Speaker | null {
    const last = this.#found.at(-1);
    const { folded } = this.#draft.reading;
    const orders = /^(?:要求|强调|指出|责成|叮嘱|希望|嘱咐|勉励|指示|提醒|呼吁|敦促|促请)/.test(folded.slice(verb, verb + 2));
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

  /** Short forms by what came before them; the mention's own name where it has one. */
  #named(person: PersonMention, index: number, verb: number): Speaker {
    const { text, folded } = this.#draft.reading;
    if (person.form === 'pronoun') {
      const meant = this.#pronoun(person.start, verb);
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

  #add(speaker: Speaker, verbStart: number, verbEnd: number, end: number): void {
    const { text, folded } = this.#draft.reading;
    const told = QUOTED_BEFORE.exec(folded.slice(verbEnd, verbEnd + 16))?.[0].length ?? 0;
    const after = told === 1 || (told > 1 && folded[speaker.start - 1] === '"') ? quotedBefore(folded, speaker.start) : null;
    // What bystanders said is no content that anybody introduces.
    if (after !== null && this.#isBystander(speaker)) return;
    this.#push(speaker, text.slice(verbStart, verbEnd), verbEnd, after ?? contentAt(folded, afterNumberOfPoints(folded, verbEnd), end));
  }

  /** Somebody who is no official, or a pronoun for whom the paragraph names no official. */
  #isBystander({ name, kind, start, person }: Speaker): boolean {
    if (person === null) return kind === 'person' && !/(?:发言人|负责人|书记|长|主任|主席)$/.test(foldForLookup(name));
    const { standing } = this.#persons[person]!;
    const pronoun = /^[他她]/.test(this.#draft.reading.folded.slice(start, start + 1));
    return (
      standing === 'other' ||
      (pronoun && !this.#persons.slice(this.#next, this.#news).some(other => other.name === name && other.form !== 'pronoun'))
    );
  }

  #push(speaker: Speaker, verb: string, end: number, contentStart: number): void {
    const last = this.#found.at(-1);
    if (last && speaker.start < last.end) return;
    if (speaker.kind === 'person' && (speaker.person === null || this.#persons[speaker.person]!.standing === 'official')) {
      this.#subject = speaker;
      this.#subjectAt = speaker.start;
    }
    this.#found.push({
      speaker: speaker.name,
      speakerKind: speaker.kind,
      verb,
      start: speaker.start,
      end,
      contentStart,
      person: speaker.person,
    });
  }

  /** The speaker in the clause of the verb: a person, or a noun that can say something. */
  #speakerInClause(clause: number, verb: number): Speaker | null {
    const { folded } = this.#draft.reading;
    let from = Math.max(clause, verb - REACH);
    const lead = BEFORE_SPEAKER.exec(folded.slice(from, verb));
    if (lead && from + lead[0].length < verb) from += lead[0].length;
    // 有议员陈大文建议
    if (folded[from] === '有' && this.#opensWithPerson(from + 1)) from++;
    if (NOT_A_SPEAKER.test(folded.slice(from, verb)) && !/^(?:在|就)/.test(folded.slice(from, from + 1)) && !this.#opensWithPerson(from))
      return null;
    const stop = stripAdverbs(folded, from, verb);
    return this.#mentioned(from, stop, verb) ?? this.#unlisted(from, stop) ?? this.#self(from, stop, verb) ?? this.#noun(from, stop, verb);
  }

  /** A noun that can say something; in 王海召开会议再次强调 it belongs to what the official does who opens the clause. */
  #noun(from: number, stop: number, verb: number): Speaker | null {
    const noun = this.#nouns.at(from, stop);
    if (!noun || !this.#opensWithPerson(from)) return noun;
    const index = this.#firstPersonFrom(from);
    const person = this.#persons[index]!;
    const does = this.#draft.reading.folded.slice(Math.max(person.end, person.titleRange?.end ?? 0), stop);
    return person.standing === 'official' && /^(?![和与及等])[^的、]{4,}$/.test(does) ? this.#named(person, index, verb) : noun;
  }

  /** The person of whom the clause tells that he says something. */
  #mentioned(from: number, stop: number, verb: number): Speaker | null {
    const { folded } = this.#draft.reading;
    for (let i = this.#firstPersonFrom(from); i < this.#persons.length && this.#persons[i]!.start < verb; i++) {
      const person = this.#persons[i]!;
      const opens = Math.min(person.start, person.titleRange?.start ?? person.start);
      const closes = Math.max(person.end, person.titleRange?.end ?? 0);
      if (person.end > verb || opens < from || GOVERNED.test(folded.slice(Math.max(from, opens - 4), opens))) continue;
      const between = folded.slice(closes, stop);
      if (acceptable(between) || alsoDid(between, folded[stop] === '并') || IN_THE_MANNER.test(folded.slice(closes, verb)))
        return this.#named(person, i, verb);
    }
    return null;
  }

  /** Names that are no mention: words introduced as names, names in Latin letters, 老周. */
  #unlisted(from: number, stop: number): Speaker | null {
    const { text, folded } = this.#draft.reading;
    const phrase = folded.slice(from, stop);
    const known = this.#introduced.named(phrase);
    if (known && acceptable(phrase.slice(known.name.length)))
      return { name: known.name, kind: 'person', start: from, person: known.person };
    const latin = LATIN_NAME.exec(text.slice(from, stop));
    if (latin) return { name: latin[1]!, kind: 'person', start: stop - latin[1]!.length, person: null };
    return /^[老小][\u4e00-\u9fff]$/.test(phrase) ? { name: text.slice(from, stop), kind: 'person', start: from, person: null } : null;
  }

  /** 他, 她; 我 is who speaks already, and 我们敦促有关各方: who answers for an organ demands in its name. */
  #self(from: number, stop: number, verb: number): Speaker | null {
    const { folded } = this.#draft.reading;
    const phrase = folded.slice(from, stop);
    const said = folded.slice(verb, verb + 2);
    const pronoun = (PRONOUN_IN_MANNER.exec(folded.slice(from, verb)) ?? PRONOUN.exec(phrase))?.[1];
    if (pronoun === '我' ? !OWN_WISH.test(said) : phrase === '我们' && DEMANDS.test(said)) return this.#last(from);
    return pronoun === undefined || pronoun === '我' ? null : this.#pronoun(from + phrase.indexOf(pronoun), verb);
  }

  /** Whoever spoke last goes on. */
  #last(start: number): Speaker | null {
    const last = this.#found.at(-1);
    return last ? { name: last.speaker, kind: last.speakerKind, start, person: last.person } : null;
  }

  /** A mention, its title included, begins here: names may begin like anything. */
  #opensWithPerson(at: number): boolean {
    const person = this.#persons[this.#firstPersonFrom(at)];
    return (
      person !== undefined &&
      (person.form === 'full' || (person.form === 'surname' && person.name !== null)) &&
      Math.min(person.start, person.titleRange?.start ?? person.start) === at
    );
  }

  /** 王海来到社区，…，要求…: the verb has no subject of its own, the sentence has one. */
  #speakerBefore(sentence: Sentence, before: Sentence | undefined, clause: number, verb: number, kind: SpeechVerbKind): Speaker | null {
    const { folded } = this.#draft.reading;
    const from = stripLeading(folded, clause, verb);
    const phrase = folded.slice(from, stripAdverbs(folded, from, verb));
    const told = TOLD.test(phrase);
    const about = phrase !== '' && LAYS_DOWN.test(folded.slice(verb, verb + 2)) ? this.#meetingAbout(sentence, clause) : null;
    if (about) return { ...about, start: from };
    if ((phrase !== '' && !told && !CIRCUMSTANCE.test(phrase)) || (kind === 'marked' && !told)) return null;
    if (this.#isToldOf(sentence, clause, verb, kind)) return null;
    const subject =
      clause > sentence.start
        ? this.#subjectOf(sentence, clause, verb, kind)
        : (kind === 'ordering' || kind === 'plain') && before && (folded[clause] === '并' || GOES_ON.test(folded.slice(verb, verb + 2)))
          ? this.#subjectBefore(before, sentence, verb)
          : null;
    if (subject) return { ...subject, start: from };
    // 强调，要… without any subject goes on with the last speaker of the paragraph before it.
    const next = folded.charCodeAt(verb + 2);
    return isComma(next) || isColon(next) ? this.#last(from) : null;
  }

  /** 会议就深化改革，推进发展作出部署: the meeting or organ whose clause before says about what. */
  #meetingAbout({ start }: Sentence, clause: number): Speaker | null {
    const { text, folded } = this.#draft.reading;
    const organ = organSubject(folded, start, clause);
    return organ && /^[就对围针]/.test(folded.slice(organ.end, organ.end + 1))
      ? { name: text.slice(organ.start, organ.end), kind: organ.meeting ? 'meeting' : 'organ', start, person: null }
      : null;
  }

  /** (记者王海): who reports is nobody of whom anything is told. */
  #isInBrackets({ start, titleRange }: PersonMention): boolean {
    return this.#draft.reading.folded[Math.min(start, titleRange?.start ?? start) - 1] === '(';
  }

  /** The verb is part of what is told: of what somebody says (他说，…，希望大家…), or of what others did. */
  #isToldOf({ start }: Sentence, clause: number, verb: number, kind: SpeechVerbKind): boolean {
    const { folded } = this.#draft.reading;
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

  /** 市应急局调度部署防汛。要求各镇…: who spoke in the sentence before, or whom it is about. */
  #subjectBefore(before: Sentence, { start }: Sentence, verb: number): Speaker | null {
    const last = this.#found.at(-1);
    return last && last.start >= before.start ? this.#last(start) : this.#subjectOf(before, start, verb, 'ordering');
  }

  /** Whom the clauses of the sentence before this one are about. */
  #subjectOf({ start }: Sentence, clause: number, verb: number, kind: SpeechVerbKind): Speaker | null {
    const { text, folded } = this.#draft.reading;
    const last = this.#found.at(-1);
    const opening = folded.slice(start, clause);
    for (let i = this.#firstPersonFrom(start); i < this.#persons.length && this.#persons[i]!.start < clause; i++) {
      const person = this.#persons[i]!;
      if (PASSED_ON.test(folded.slice(start, person.start))) break;
      const bystander = person.standing === 'other' && ((last !== undefined && last.start >= start) || this.#isInBrackets(person));
      if (person.start >= start && !person.incidental && !bystander) return this.#named(person, i, verb);
    }
    // 他发现…，当即责成…: the pronoun that opens a clause before it.
    const meant = kind === 'ordering' && /(?:^|,)[他她](?=[^,们的]{2})/.test(opening) ? this.#pronoun(start, verb) : null;
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
