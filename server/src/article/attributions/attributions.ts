/** Who says something, and with which verb. Reading offsets. */
import type { ArticleDraft, Attribution, Block, Paragraph, PersonMention, Sentence } from '../article';
import { foldForLookup } from '../../language/script';
import { wordsEnd, wordsStart } from '../lines/margins';
import { Mentions } from './mentions';
import { NounSpeakers } from './nounSpeakers';
import { NOBODY, punishedIn } from './punished';
import { afterNumberOfPoints, contentAt, quotedBefore } from './saidContent';
import { opensWithLabel, spotsOf, verbSpots } from './sayings';
import { SentenceSpeakers } from './sentenceSpeakers';
import { SpeakerLabels } from './speakerLabels';
import {
  alsoDid,
  DEMANDS,
  GOVERNED,
  IN_THE_MANNER,
  LATIN_NAME,
  NEGATED,
  OWN_WISH,
  PRONOUN,
  PRONOUN_IN_MANNER,
  QUOTED_BEFORE,
} from './speakerPatterns';
import { acceptable, stripAdverbs, stripLeading } from './speakerPhrase';
import { Introduced, type Speaker } from './speakers';
import { BEFORE_SPEAKER, NOT_A_SPEAKER, type VerbSpot } from './speech';
import { Subjects } from './subjects';

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
  readonly #mentions: Mentions;
  readonly #subjects: Subjects;
  readonly #sentences: SentenceSpeakers;
  /** The first mention that is not before the paragraph at hand. */
  #next = 0;
  /** Whose cases the paragraph at hand tells. */
  #punished: ReadonlySet<string> = NOBODY;

  constructor(draft: ArticleDraft, persons: readonly PersonMention[]) {
    this.#draft = draft;
    this.#persons = persons;
    this.#labels = new SpeakerLabels(draft, persons, this.#introduced);
    this.#nouns = new NounSpeakers(draft.reading, this.#introduced, this.#found);
    this.#mentions = new Mentions(draft.reading, persons, this.#introduced, this.#found);
    this.#subjects = new Subjects(draft.reading, persons, this.#mentions, this.#found);
    this.#sentences = new SentenceSpeakers(draft.reading, persons, this.#introduced, this.#mentions, this.#subjects, this.#found);
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
      this.#mentions.learn(start, sentences);
      const label = this.#labels.at(start, end, this.#next, this.#found.at(-1) ?? null);
      if (label) this.#push(label.speaker, label.verb, label.end, label.contentStart);
    }
    const spots = spotsOf(prose);
    this.#punished =
      spots.length > 0 ? punishedIn(this.#draft.reading.folded, paragraph, this.#persons, this.#mentions.firstFrom(start)) : NOBODY;
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
    this.#mentions.learn(end, sentences);
  }

  #skipTo(start: number): void {
    while (this.#next < this.#persons.length && this.#persons[this.#next]!.end <= start) this.#next++;
  }

  /** One verb of saying; all offsets are Reading offsets. */
  #atVerb({ start, end, clause, kind }: VerbSpot, sentence: Sentence, sentences: readonly Sentence[], limit: number): void {
    this.#mentions.learn(start, sentences);
    // 我局不会要求转账
    if (NEGATED.test(this.#draft.reading.folded.slice(Math.max(clause, start - NEGATION_REACH), start))) return;
    const speaker =
      kind === 'listing'
        ? this.#lister(sentence, start)
        : kind === 'asking'
          ? this.#asker(clause, start)
          : (this.#speakerInClause(clause, start) ??
            this.#sentences.before(sentence, sentences[sentences.indexOf(sentence) - 1], sentences[0]!.start, clause, start, kind));
    if (speaker && !this.#punished.has(speaker.name)) this.#add(speaker, start, end, limit);
  }

  /** The official whom the sentence is about that leads to a list of orders or to a quotation; null where somebody says them already. */
  #lister({ start }: Sentence, colon: number): Speaker | null {
    const last = this.#found.at(-1);
    if (last && last.start >= start) return null;
    const subject = this.#subjects.at(start, colon);
    return this.#persons[subject]?.standing === 'official' ? this.#mentions.named(this.#persons[subject]!, subject, colon) : null;
  }

  /** The official right before 请: others ask for something in words of their own. */
  #asker(clause: number, verb: number): Speaker | null {
    const { folded } = this.#draft.reading;
    const from = stripLeading(folded, clause, verb);
    const stop = stripAdverbs(folded, clause, verb);
    const speaker =
      this.#mentioned(from, stop, verb) ?? (/^[他她](?!们)/.test(folded.slice(from, verb)) ? this.#self(from, stop, verb) : null);
    return speaker?.person != null && this.#persons[speaker.person]!.standing === 'official' ? speaker : null;
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
      (pronoun && !this.#persons.slice(this.#next, this.#mentions.news).some(other => other.name === name && other.form !== 'pronoun'))
    );
  }

  #push(speaker: Speaker, verb: string, end: number, contentStart: number): void {
    const last = this.#found.at(-1);
    if (last && speaker.start < last.end) return;
    this.#mentions.spoke(speaker);
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
    if (folded[from] === '有' && this.#mentions.opensWithPerson(from + 1)) from++;
    if (
      NOT_A_SPEAKER.test(folded.slice(from, verb)) &&
      !/^(?:在|就)/.test(folded.slice(from, from + 1)) &&
      !this.#mentions.opensWithPerson(from)
    )
      return null;
    const stop = stripAdverbs(folded, from, verb);
    return this.#mentioned(from, stop, verb) ?? this.#unlisted(from, stop) ?? this.#self(from, stop, verb) ?? this.#noun(from, stop, verb);
  }

  /** A noun that can say something; in 王海召开会议再次强调 it belongs to what the official does who opens the clause. */
  #noun(from: number, stop: number, verb: number): Speaker | null {
    const noun = this.#nouns.at(from, stop);
    if (!noun || !this.#mentions.opensWithPerson(from)) return noun;
    const index = this.#mentions.firstFrom(from);
    const person = this.#persons[index]!;
    const does = this.#draft.reading.folded.slice(Math.max(person.end, person.titleRange?.end ?? 0), stop);
    return person.standing === 'official' && /^(?![和与及等])[^的、]{4,}$/.test(does) ? this.#mentions.named(person, index, verb) : noun;
  }

  /** The person of whom the clause tells that he says something. */
  #mentioned(from: number, stop: number, verb: number): Speaker | null {
    const { folded } = this.#draft.reading;
    for (let i = this.#mentions.firstFrom(from); i < this.#persons.length && this.#persons[i]!.start < verb; i++) {
      const person = this.#persons[i]!;
      const opens = Math.min(person.start, person.titleRange?.start ?? person.start);
      const closes = Math.max(person.end, person.titleRange?.end ?? 0);
      if (person.end > verb || opens < from || GOVERNED.test(folded.slice(Math.max(from, opens - 4), opens))) continue;
      const between = folded.slice(closes, stop);
      if (acceptable(between) || alsoDid(between, folded[stop] === '并') || IN_THE_MANNER.test(folded.slice(closes, verb)))
        return this.#mentions.named(person, i, verb);
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
    if (pronoun === '我' ? !OWN_WISH.test(said) : phrase === '我们' && DEMANDS.test(said)) return this.#mentions.last(from);
    return pronoun === undefined || pronoun === '我' ? null : this.#mentions.pronoun(from + phrase.indexOf(pronoun), verb);
  }
}
