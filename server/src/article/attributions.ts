/** Who says something, and with which verb. Reading offsets. */
import type { ArticleDraft, Attribution, Block, Paragraph, PersonMention, Sentence } from './article';
import { isColon, isComma, isOpener, isSpace } from './characters';
import { opensWithLabel, spotsOf, verbSpots, type VerbSpot } from './sayings';
import { foldForLookup } from '../language/script';
import { organSubject } from './organSubject';
import { afterNumberOfPoints, contentAt, quotedBefore } from './saidContent';
import { acceptable, stripAdverbs, stripLeading } from './speakerPhrase';
import { SpeakerLabels } from './speakerLabels';
import { Introduced, type Speaker } from './speakers';
import { BEFORE_SPEAKER, NOT_A_SPEAKER, PHRASE_END, SPEAKING_NOUN, type SpeechVerbKind } from './speech';

/** What an organ did before its words follow. */
const ISSUED = /(?:同日|当[日天]|[今昨][日天]|近日|日前|随即|紧急|再次|联合|专门|已){0,3}(?:发出|印发|下发|发布|发文|制发)(?:紧急|联合)?(?:通知|通报|文件|公告|通告|倡议|预警|提示|函|意见)?$/;
/** 一针见血地, 深有感触地: how somebody says it. */
const IN_THE_MANNER = /^(?!老人|大[爷妈嫂叔娘]|阿姨)[\u4e00-\u9fff]{2,10}地$/;
/** Who is only there: 副市长王海陪同检查. */
const COMPANION = /^(?:[,、和][^。;]{2,40}?)?(?:等(?:领导|同志)?)?(?:一同|一道|一并|共同)?(?:陪同|随同|参加|列席|出席)/;
/** David Lau, 总裁David Lau: a name in Latin letters, with or without an office before it. */
const LATIN_NAME = /^(?:[\w\u4e00-\u9fff·、]{0,24}[长長裁監监理官任授員员師师家人席])?([A-Z][\w.'’-]*(?:[ ·][A-Z][\w.'’-]*){0,3})$/;
/** “…。”周海叮嘱随行的干部。: nothing but those told follows the verb. */
const QUOTED_BEFORE = /^(?:[\u4e00-\u9fff]{0,8}(?:干部|部门|单位|人员|群众|负责人|同志|企业|大家|师生|职工|工方|[局镇乡县区市校院厂站所]长|书记|主任))?。/;
/** What 我们 says to others in the name of an organ. */
const DEMANDS = /^(?:要求|敦促|呼吁)/;
/** 主持会议并就下步工作, 代表市委、市政府: what he did besides, and about what or for whom he speaks. */
const ALSO_ABOUT = /^[\u4e00-\u9fff、]{2,24}并(?:就|对|围绕|结合|向)[^,;:。]{2,50}$|^代表[\u4e00-\u9fff、]{2,24}$/;
/** What becomes of somebody who broke the rules; behind his name. */
const PUNISHMENT = /处分|诫勉|问责|立案|留置/, PUNISHED = /^(?:等\d{0,3}人)?(?:因[^,。;]{2,16})?(?:受到|被)[^,。;]{0,16}(?:处分|处理|诫勉|问责|立案|留置)/;
/** 对李明说, 牢记某主席指示要求: who stands behind this is spoken to, or quoted. */
const GOVERNED = /(?:^|[^面针])[对向跟]$|(?:牢记|落实|贯彻|按照|遵照|根据|学习|践行|传达|遵循|领会)$/;
/** How far before a verb its speaker is looked for. */
const REACH = 90;
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
  /** The first mention that is not before the paragraph at hand. */
  #next = 0;
  /** The first mention that has not been introduced. */
  #news = 0;
  /** The last official that was the subject of a sentence or spoke: whom a pronoun means. */
  #subject: Speaker | null = null;
  #subjectAt = -1;

  constructor(draft: ArticleDraft, persons: readonly PersonMention[]) {
    this.#draft = draft;
    this.#persons = persons;
    this.#labels = new SpeakerLabels(draft, persons, this.#introduced);
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

  #inHeadline({ start, end }: Block): void {
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
    const { start, end, sentences } = paragraph, { words } = paragraph, { prose } = words;
    this.#skipTo(start);
    if (opensWithLabel(prose)) {
      this.#learn(start, sentences);
      const label = this.#labels.at(start, end, this.#next, this.#found.at(-1) ?? null);
      if (label) this.#push(label.speaker, label.verb, label.end, label.contentStart);
    }
    let s = 0;
    for (const spot of spotsOf(prose)) {
      const verb = { ...spot, start: words.toReading(spot.start), end: words.toReading(spot.end - 1) + 1, clause: words.toReading(spot.clause) };
      while (s < sentences.length - 1 && sentences[s]!.end <= verb.start) s++;
      this.#atVerb(verb, sentences[s]!, sentences, end);
    }
    this.#learn(end, sentences);
  }

  /** Index of the first mention that ends behind `offset`. */
  #firstPersonFrom(offset: number): number {
    let low = 0, high = this.#persons.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#persons[middle]!.end <= offset) low = middle + 1; else high = middle;
    }
    return low;
  }

  #skipTo(start: number): void {
    while (this.#next < this.#persons.length && this.#persons[this.#next]!.end <= start) this.#next++;
  }

  /** One verb of saying; all offsets are Reading offsets. */
  #atVerb({ start, end, clause, kind }: VerbSpot, sentence: Sentence, sentences: readonly Sentence[], limit: number): void {
    this.#learn(start, sentences);
    const speaker = kind === 'listing' ? this.#lister(sentence, start) : this.#speakerInClause(clause, start) ?? this.#speakerBefore(sentence, clause, start, kind);
    if (speaker && !this.#isPunished(speaker, sentences[0]!.start, limit)) this.#add(speaker, start, end, limit);
  }

  /** The paragraph tells his case: what he demanded is part of it. */
  #isPunished({ name, kind }: Speaker, from: number, to: number): boolean {
    if (kind !== 'person') return false;
    const text = this.#draft.reading.folded.slice(from, to), folded = foldForLookup(name);
    if (!PUNISHMENT.test(text)) return false;
    for (let at = text.indexOf(folded); at >= 0; at = text.indexOf(folded, at + folded.length)) {
      if (PUNISHED.test(text.slice(at + folded.length, at + folded.length + 40)) || text.endsWith('给予', at)) return true;
    }
    return false;
  }

  /** The official whom the sentence is about that leads to a list of orders; null where somebody says them already. */
  #lister({ start }: Sentence, colon: number): Speaker | null {
    const last = this.#found.at(-1);
    if (last && last.start >= start) return null;
    for (let i = this.#firstPersonFrom(start); i < this.#persons.length && this.#persons[i]!.start < colon; i++) {
      const { standing, incidental } = this.#persons[i]!;
      if (standing === 'official' && !incidental) return this.#named(this.#persons[i]!, i, colon);
    }
    return null;
  }

  /** Takes note of the mentions up to `until`. */
  #learn(until: number, sentences: readonly Sentence[]): void {
    const { folded } = this.#draft.reading;
    for (; this.#news < this.#persons.length && this.#persons[this.#news]!.start < until; this.#news++) {
      const person = this.#persons[this.#news]!;
      this.#introduced.add(person, this.#news, folded.slice(person.end, person.end + 30));
      if (person.form !== 'full' || person.standing !== 'official' || person.incidental || COMPANION.test(folded.slice(person.end, person.end + 50))) continue;
      const from = person.titleRange && person.titleRange.end <= person.start ? person.titleRange.start : person.start;
      const sentence = sentenceAt(sentences, from);
      const lead = sentence ? folded.slice(sentence.start, from) : null;
      if (lead !== null && /^[^,;]{0,14},?$/.test(lead) && !/[由向对与和、]$/.test(lead) && !/^(?:、|等)/.test(folded.slice(person.end, person.end + 1))) {
        this.#subject = { name: person.name ?? person.text, kind: 'person', start: person.start, person: this.#news };
        this.#subjectAt = person.start;
      }
    }
  }

  /** 他, 她 and 我: the last speaker, or the official whom the sentences since then are about. */
  #pronoun(start: number, verb: number): Speaker | null {
    const last = this.#found.at(-1), { folded } = this.#draft.reading;
    const orders = /^(?:要求|强调|指出|责成|叮嘱|希望|嘱咐|勉励|指示|提醒|呼吁|敦促|促请)/.test(folded.slice(verb, verb + 2));
    const speaker = last && last.speakerKind === 'person' ? last : null;
    const other = speaker?.person != null && this.#persons[speaker.person]!.standing === 'other';
    if (speaker && speaker.start >= this.#subjectAt && !(other && orders && this.#subject)) return { name: speaker.speaker, kind: 'person', start, person: speaker.person };
    return this.#subject ? { ...this.#subject, start } : speaker ? { name: speaker.speaker, kind: 'person', start, person: speaker.person } : null;
  }

  /** Short forms by what came before them; the mention's own name where it has one. */
  #named(person: PersonMention, index: number, verb: number): Speaker {
    const { text, folded } = this.#draft.reading;
    if (person.form === 'pronoun') {
      const meant = this.#pronoun(person.start, verb);
      if (meant) return meant;
    }
    if (person.name !== null) return { name: person.name, kind: 'person', start: person.start, person: index };
    const from = Math.min(person.start, person.titleRange?.start ?? person.start), to = Math.max(person.end, person.titleRange?.end ?? 0);
    const resolved = person.form === 'full' ? null : this.#introduced.resolve(folded.slice(from, to));
    return resolved ? { name: resolved.name, kind: 'person', start: from, person: resolved.person } : { name: person.form === 'full' ? person.text : text.slice(from, to), kind: 'person', start: from, person: index };
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
    const { standing } = this.#persons[person]!, pronoun = /^[他她]/.test(this.#draft.reading.folded.slice(start, start + 1));
    return standing === 'other' || (pronoun && !this.#persons.slice(this.#next, this.#news).some(other => other.name === name && other.form !== 'pronoun'));
  }

  #push(speaker: Speaker, verb: string, end: number, contentStart: number): void {
    const last = this.#found.at(-1);
    if (last && speaker.start < last.end) return;
    if (speaker.kind === 'person' && (speaker.person === null || this.#persons[speaker.person]!.standing === 'official')) { this.#subject = speaker; this.#subjectAt = speaker.start; }
    this.#found.push({ speaker: speaker.name, speakerKind: speaker.kind, verb, start: speaker.start, end, contentStart, person: speaker.person });
  }

  /** The speaker in the clause of the verb: a person, or a noun that can say something. */
  #speakerInClause(clause: number, verb: number): Speaker | null {
    const { text, folded } = this.#draft.reading;
    let from = Math.max(clause, verb - REACH);
    const lead = BEFORE_SPEAKER.exec(folded.slice(from, verb));
    if (lead && from + lead[0].length < verb) from += lead[0].length;
    // 有议员陈大文建议
    if (folded[from] === '有' && this.#opensWithPerson(from + 1)) from++;
    if (NOT_A_SPEAKER.test(folded.slice(from, verb)) && !/^(?:在|就)/.test(folded.slice(from, from + 1)) && !this.#opensWithPerson(from)) return null;
    const stop = stripAdverbs(folded, from, verb);
    for (let i = this.#firstPersonFrom(from); i < this.#persons.length; i++) {
      const person = this.#persons[i]!;
      if (person.start >= verb) break;
      const opens = Math.min(person.start, person.titleRange?.start ?? person.start);
      if (person.end > verb || opens < from || GOVERNED.test(folded.slice(Math.max(from, opens - 4), opens))) continue;
      const between = folded.slice(Math.max(person.end, person.titleRange?.end ?? 0), stop);
      // 王海逐一点评并要求: what else he did.
      const alsoDid = !/^的|的$/.test(between) && (folded[stop] === '并' ? /^[\u4e00-\u9fff]{2,16}$/.test(between) : ALSO_ABOUT.test(between));
      const manner = IN_THE_MANNER.test(folded.slice(Math.max(person.end, person.titleRange?.end ?? 0), verb));
      if (!alsoDid && !manner && !acceptable(between)) continue;
      return this.#named(person, i, verb);
    }
    const phrase = folded.slice(from, stop), noun = SPEAKING_NOUN.exec(phrase);
    const known = this.#introduced.named(phrase);
    if (known && acceptable(phrase.slice(known.name.length))) return { name: known.name, kind: 'person', start: from, person: known.person };
    const latin = LATIN_NAME.exec(text.slice(from, stop));
    if (latin) return { name: latin[1]!, kind: 'person', start: stop - latin[1]!.length, person: null };
    // 老周: familiar names that no title introduces.
    if (/^[老小][\u4e00-\u9fff]$/.test(phrase)) return { name: text.slice(from, stop), kind: 'person', start: from, person: null };
    const pronoun = /^([他她])[\u4e00-\u9fff]{2,8}地$/.exec(folded.slice(from, verb)) ?? /^(?:在此|[^,]{1,8}[时后前])?(他|她|我(?!们?(?:希望|呼吁|建议|提醒|请)))(?:(?:同时|随后|最后|还|也|再|想|要|转头|回头|转身|笑着){0,2}(?:在|还|就|向|对|围绕)[^,]{0,24})?$/.exec(phrase);
    if (pronoun && pronoun[1] === '我' && /^(?:希望|呼吁|建议|提醒|要求|倡议)/.test(folded.slice(verb, verb + 2))) return null;
    // 我 is who speaks already; 我们敦促有关各方: who answers for an organ demands in its name.
    const last = this.#found.at(-1);
    if (pronoun?.[1] === '我' || (phrase === '我们' && DEMANDS.test(folded.slice(verb, verb + 2)))) return last ? { name: last.speaker, kind: last.speakerKind, start: from, person: last.person } : null;
    if (pronoun) return this.#pronoun(from + phrase.indexOf(pronoun[1]!), verb);
    // 省防指发出通知要求, 县委办发文要求: who issued it speaks.
    const issued = ISSUED.exec(phrase), issuer = issued && SPEAKING_NOUN.exec(phrase.slice(0, issued.index));
    if (issuer) return this.#noun(from, from + issued.index, issuer);
    if (!noun) return this.#nounWithPhrase(from, stop);
    return this.#noun(from, stop, noun);
  }

  /** A mention, its title included, begins here: names may begin like anything. */
  #opensWithPerson(at: number): boolean {
    const person = this.#persons[this.#firstPersonFrom(at)];
    return person !== undefined && (person.form === 'full' || (person.form === 'surname' && person.name !== null)) && Math.min(person.start, person.titleRange?.start ?? person.start) === at;
  }

  /** 会议在讨论时强调, 县长听取报告后裁示: a noun, then a phrase. */
  #nounWithPhrase(from: number, stop: number): Speaker | null {
    const { folded } = this.#draft.reading;
    const phrase = folded.slice(from, stop), at = phrase.search(/[在就对]|听取|听完|察看|查看|主持|视察|巡视/);
    if (at < 2 || !PHRASE_END.test(phrase)) return null;
    const noun = SPEAKING_NOUN.exec(phrase.slice(0, at));
    return noun ? this.#noun(from, from + at, noun) : null;
  }

  #noun(from: number, stop: number, noun: RegExpExecArray): Speaker | null {
    const { text, folded } = this.#draft.reading;
    let start = from;
    while (start < stop && (isSpace(text.charCodeAt(start)) || isOpener(text.charCodeAt(start)) && text[start] !== '《')) start++;
    const phrase = folded.slice(start, stop);
    if (phrase.length > 34 || /[了着过]|听取|征求|开展|提出|落实|接[获到报]|收到|不[顾听理]|无视|由/.test(phrase) || (/的/.test(phrase) && noun[2] === undefined && noun[3] === undefined) || /^(?:相关|有关|上级|法律|政策|制度)?(?:要求|规定)/.test(phrase)) return null;
    if (noun[3] !== undefined && phrase.length <= 12) {
      const resolved = this.#introduced.resolve(phrase);
      if (resolved) return { name: resolved.name, kind: 'person', start, person: resolved.person };
    }
    // 回头对村干部说: whom somebody speaks to.
    if (/[对向跟](?!外)/.test(phrase.slice(0, -2)) && noun[1] === undefined) return null;
    // 发言人: short for whoever was called so before.
    const longer = noun[3] !== undefined && noun[3].length === phrase.length ? this.#found.findLast(({ speaker }) => foldForLookup(speaker).endsWith(phrase)) : undefined;
    if (longer) return { name: longer.speaker, kind: longer.speakerKind, start, person: longer.person };
    const kind = noun[1] !== undefined ? 'meeting' : noun[2] !== undefined ? 'document' : noun[3] !== undefined ? 'person' : 'organ';
    return { name: text.slice(start, stop), kind, start, person: null };
  }

  /** 王海来到社区，…，要求…: the verb has no subject of its own, the sentence has one. */
  #speakerBefore(sentence: Sentence, clause: number, verb: number, kind: SpeechVerbKind): Speaker | null {
    const { text, folded } = this.#draft.reading;
    const from = stripLeading(folded, clause, verb);
    const phrase = folded.slice(from, stripAdverbs(folded, from, verb)), told = /^(?!请|要|应|须|必须|及时|立即|主动|如实)[^,]{0,8}[对向跟][\u4e00-\u9fff]{2,10}$/.test(phrase);
    if (phrase !== '' && !told && !/^并?(?:就|围绕|针对)[^,]{2,30}$|^.{2,40}(?:时|中|后|上|前|下|间|之际|会)$/.test(phrase)) return null;
    if (kind === 'marked' && !told) return null;
    // 他说，…，希望大家…: part of what he says.
    if (this.#found.length > 0 && this.#found.at(-1)!.start >= sentence.start && /^(?:希望|建议|呼吁|提醒)/.test(folded.slice(verb, verb + 2))) return null;
    const next = folded.charCodeAt(verb + 2);
    const last = this.#found.at(-1);
    // 他指出，骗徒恐吓受害人，要求他们转账: what those do whom he speaks of.
    if (clause > sentence.start && last && last.start >= sentence.start && /^要求(?:[他她它]们|其|对方|受害)/.test(folded.slice(verb, verb + 4))) return null;
    // 该中心已去信医院，促请…: what was done.
    if (clause > sentence.start && kind === 'ordering' && /已(?:经)?(?:去信|致函|发[函信出]|通知|约谈|联系)[^,]{2,20},$/.test(folded.slice(Math.max(sentence.start, clause - 26), clause))) return null;
    if (clause > sentence.start) {
      for (let i = this.#firstPersonFrom(sentence.start); i < this.#persons.length; i++) {
        const person = this.#persons[i]!;
        if (person.start >= clause) break;
        if (person.start < sentence.start || person.incidental) continue;
        if (person.standing === 'other' && last && last.start >= sentence.start) continue;
        return { ...this.#named(person, i, verb), start: from };
      }
      // 他发现…，当即责成…: the pronoun that opens a clause before it.
      const pronoun = /(?:^|,)[他她](?=[^,们的]{2})/.exec(folded.slice(sentence.start, clause));
      if (pronoun && kind === 'ordering') {
        const meant = this.#pronoun(from, verb);
        if (meant) return meant;
      }
      // 县长听取报告后，裁示如下：
      const title = /^[\u4e00-\u9fff]{0,3}?(?:书记|[省市县区乡镇局处部院校]长|主席|主任|总理)/.exec(folded.slice(sentence.start, clause));
      const titled = title && this.#introduced.resolve(title[0]);
      if (titled) return { name: titled.name, kind: 'person', start: from, person: titled.person };
      const organ = organSubject(folded, sentence.start, clause);
      if (organ) return { name: text.slice(organ.start, organ.end), kind: organ.meeting ? 'meeting' : 'organ', start: from, person: null };
    }
    // 强调，要… without any subject goes on with the last speaker of the paragraph before it.
    if (last && (isComma(next) || isColon(next))) return { name: last.speaker, kind: last.speakerKind, start: from, person: last.person };
    return null;
  }
}

function sentenceAt(sentences: readonly Sentence[], at: number): Sentence | undefined {
  let low = 0, high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.start <= at) low = middle + 1; else high = middle;
  }
  const sentence = sentences[low - 1];
  return sentence && at < sentence.end ? sentence : undefined;
}
