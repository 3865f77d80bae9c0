/** Labels at the beginning of a paragraph that say who speaks: 王海：…, 【市气象局局长 胡建国】…. Reading offsets. */
import { edged } from '../../base/edged';
import type { ArticleDraft, Attribution, PersonMention } from '../article';
import { answeringLabels } from './answeringLabels';
import { isColon } from '../characters';
import { contentAt } from './saidContent';
import type { Introduced, Speaker } from './speakers';
import { SPEAKING_NOUN } from './speech';

/** Whom a label names, the mark that stands for the verb, and where the words begin. */
export interface LabelledSaying {
  readonly speaker: Speaker;
  readonly verb: string;
  readonly end: number;
  readonly contentStart: number;
}

/** A verb of saying before the colon. */
const SAYS = edged(/(?:说|道|表示|强调|指出|介绍|要求|认为|坦言|告诉记者)$/);
/** A title that tells who answers about what. */
const ANSWERS = /^\s*([\u4e00-\u9fff]{2,24}?)(?:就|关于|围绕|接受).{0,60}?(?:答[\u4e00-\u9fff]{0,6}问|专访|采访)\s*$/;
/** What a script of television sets before who is heard: 【同期声】县长 王海：. */
const SOUND = /^[【[](?:同期声?|同期聲|采访同期声?|現場聲|现场声|采访|採訪)[】\]]\s*/;
/** Longest label: several titles and a name. */
const LONGEST = 48;
/** How an organ begins that answers: 市供热中心：您好，…. */
const ANSWERING = /^\s*(?:[您你]好|您|尊敬的|来[信函电]|网友|感谢您|经核[实查])/;
/** What the editors remark on what they print. */
const EDITORS = edged(/^编(?:者按|者的话|后|后语|辑的话)$/);
/** Who leads the talk: he answers nothing. */
const LEADS_TALK = /主持人|主播|记者/;
/** Behind a colon stand so few units at least, or nothing: then the words stand on the next lines. */
const SHORTEST_CONTENT = 3;

/** Finds who speaks behind labels such as 主持人：. */
export class SpeakerLabels {
  readonly #draft: ArticleDraft;
  readonly #persons: readonly PersonMention[];
  readonly #introduced: Introduced;
  /** Names that a role introduced in a label (主持人 许多：) and that may be common words. */
  readonly #names = new Set<string>();
  #answering: ReadonlySet<string> | undefined;
  /** Who has answered last. */
  #answered: Speaker | null = null;

  constructor(draft: ArticleDraft, persons: readonly PersonMention[], introduced: Introduced) {
    this.#draft = draft;
    this.#persons = persons;
    this.#introduced = introduced;
  }

  /**
   * The label that opens the paragraph `start..end`, as in transcripts.
   * @param next index of the first mention that is not before the paragraph
   * @param last the attribution before it
   * @returns null when none does, and for labels of those who ask
   */
  at(start: number, end: number, next: number, last: Attribution | null): LabelledSaying | null {
    const { text, folded } = this.#draft.reading;
    if (text[start] === '【' || text[start] === '[') {
      const label = this.#bracketed(start, end, next);
      const sound = label ? null : SOUND.exec(folded.slice(start, Math.min(end, start + LONGEST)));
      if (!sound) return label;
      start += sound[0].length;
    }
    let i = start;
    while (i < end && i < start + LONGEST && !isColon(text.charCodeAt(i))) i++;
    const alone = i === end - 1;
    if (i >= end || !isColon(text.charCodeAt(i)) || i === start || (!alone && end - i <= SHORTEST_CONTENT)) return null;
    const label = folded.slice(start, i);
    const speaker = this.#named(label, start, i, next, last);
    if (speaker && !LEADS_TALK.test(label)) this.#answered = speaker;
    // 各企业负责人：, alone on its line, addresses somebody.
    if (!speaker || (alone && speaker.person === null && !this.#names.has(label))) return null;
    // 王海答：
    const verb = label.endsWith('答') ? i - 1 : i;
    return { speaker, verb: text[verb]!, end: verb + 1, contentStart: alone ? end : contentAt(folded, i + 1, end) };
  }

  /** A person with or without title, a role, or whoever bears a title; null for questions and other labels. */
  #named(label: string, start: number, end: number, index: number, last: Attribution | null): Speaker | null {
    const { text, folded } = this.#draft.reading;
    if (label === '答') return this.#whoAnswers(start, last);
    const next = this.#persons[index];
    const person = next && next.start >= start && next.end <= end ? next : undefined;
    if (person && /^(?:\([^()]{1,20}\)|答)?$/.test(folded.slice(person.end, end))) {
      this.#names.add(folded.slice(person.start, person.end));
      return { name: person.name ?? person.text, kind: 'person', start: person.start, person: index };
    }
    // 书记石坚说：“…: the verb tells who speaks.
    if (SAYS.test(label)) return null;
    // 主持人 许多： — a name that is a word; from now on it needs no role.
    const role = /^[\u4e00-\u9fff]{0,10}(?:(?:主持人|发言人)\s+|(?:[局厅处科院校所站主部]长|主任|书记)\s*)([\u4e00-\u9fff·]{2,4})$/.exec(
      label,
    );
    if (role) this.#names.add(role[1]!);
    if (role || this.#names.has(label))
      return { name: text.slice(end - (role?.[1] ?? label).length, end), kind: 'person', start, person: null };
    const titled = person === undefined && SPEAKING_NOUN.exec(label)?.[3] ? this.#introduced.resolve(label) : null;
    if (titled) return { name: titled.name, kind: 'person', start, person: titled.person };
    if ((this.#answering ??= answeringLabels(this.#draft.paragraphs)).has(label))
      return { name: text.slice(start, end), kind: 'person', start, person: null };
    const kind = this.#kindOf(label, end);
    return kind && { name: text.slice(start, end), kind, start, person: null };
  }

  /** What a label that names nobody is: the editors, an organ that answers, a role; null for other labels. */
  #kindOf(label: string, end: number): Speaker['kind'] | null {
    if (EDITORS.test(label)) return 'document';
    if (SPEAKING_NOUN.exec(label)?.[4] && ANSWERING.test(this.#draft.reading.folded.slice(end + 1, end + 8))) return 'organ';
    // 责任编辑：张三 and 联系人：… never open a paragraph; 问 and 记者 ask, they do not tell.
    return /^[\u4e00-\u9fff]{0,14}(?:发言人|主持人|专家|负责人)$/.test(label) && !/记者|问|编辑|电话|地址|时间/.test(label)
      ? 'person'
      : null;
  }

  /** 答： alone goes on with whoever answered before. */
  #whoAnswers(start: number, last: Attribution | null): Speaker | null {
    if (this.#answered) return { ...this.#answered, start };
    return last ? { name: last.speaker, kind: last.speakerKind, start, person: last.person } : this.#interviewed(start);
  }

  /** 市卫健委就流感防治答记者问, the title of a page whose labels are only 问 and 答. */
  #interviewed(start: number): Speaker | null {
    const { text, folded } = this.#draft.reading;
    for (const block of this.#draft.blocks) {
      if (block.start >= start || (block.kind !== 'title' && block.kind !== 'subtitle')) continue;
      const answers = ANSWERS.exec(folded.slice(block.start, block.end));
      if (!answers) continue;
      const [, about] = answers;
      const from = block.start + answers[0].indexOf(about!);
      const named = this.#persons.findIndex(person => person.form === 'full' && person.start >= from && person.end <= from + about!.length);
      const person = this.#persons[named];
      return person
        ? { name: person.name ?? person.text, kind: 'person', start, person: named }
        : { name: text.slice(from, from + about!.length), kind: 'organ', start, person: null };
    }
    return null;
  }

  /** 【市气象局局长 胡建国】… */
  #bracketed(start: number, end: number, next: number): LabelledSaying | null {
    const { text, folded } = this.#draft.reading;
    let close = start + 1;
    while (close < end && close < start + 40 && text[close] !== '】' && text[close] !== ']') close++;
    if (close >= end || (text[close] !== '】' && text[close] !== ']')) return null;
    for (let i = next; i < this.#persons.length && this.#persons[i]!.start < close; i++) {
      const person = this.#persons[i]!;
      if (person.form !== 'full' || person.end !== close || /记者/.test(folded.slice(start, close))) continue;
      return {
        speaker: { name: person.name ?? person.text, kind: 'person', start: person.start, person: i },
        verb: text[close]!,
        end: close + 1,
        contentStart: contentAt(folded, close + 1, end),
      };
    }
    return null;
  }
}
