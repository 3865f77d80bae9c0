/** Speakers that a clause names by a noun: meetings, organs, documents, roles. Reading offsets. */
import { foldForLookup } from '../../language/script';
import type { Reading } from '../../reading/reading';
import type { Attribution } from '../article';
import { isOpener, isSpace, skipSpaces } from '../characters';
import { enumeratorAt } from '../enumerators';
import { ISSUED } from './speakerPatterns';
import type { Introduced, Speaker } from './speakers';
import { PHRASE_END, SPEAKING_NOUN } from './speech';

export class NounSpeakers {
  readonly #reading: Reading;
  readonly #introduced: Introduced;
  readonly #found: readonly Attribution[];

  /** @param found the attributions so far: 发言人 is short for whoever was called so before */
  constructor(reading: Reading, introduced: Introduced, found: readonly Attribution[]) {
    this.#reading = reading;
    this.#introduced = introduced;
    this.#found = found;
  }

  /**
   * A meeting, organ, document or role; 省防指发出通知要求, 县委办发文要求: who issued it speaks. A number
   * before it, 三、会议强调, is none of its name.
   */
  at(clause: number, stop: number): Speaker | null {
    const from = this.#behindNumber(clause, stop);
    const phrase = this.#reading.folded.slice(from, stop);
    const issued = ISSUED.exec(phrase);
    const issuer = issued && SPEAKING_NOUN.exec(phrase.slice(0, issued.index));
    if (issuer) return this.#noun(from, from + issued.index, issuer);
    // 会议对各镇纪委提出: to whom, or about what, the meeting speaks.
    const about = /^([^对向就]{2,16}?)(?:还|也|又|并)?(?:对|向|就)(?=[^,]{2})/.exec(phrase);
    const speaks = about && SPEAKING_NOUN.exec(about[1]!);
    if (about && speaks?.[1] !== undefined) return this.#noun(from, from + about[1]!.length, speaks);
    const noun = SPEAKING_NOUN.exec(phrase);
    return noun ? this.#noun(from, stop, noun) : this.#withPhrase(from, stop);
  }

  #behindNumber(from: number, stop: number): number {
    const { folded } = this.#reading;
    const number = enumeratorAt(folded, skipSpaces(folded, from));
    return number && !number.class.startsWith('inline') && number.end < stop ? number.end : from;
  }

  /** 会议在讨论时强调, 县长听取报告后裁示: a noun, then a phrase. */
  #withPhrase(from: number, stop: number): Speaker | null {
    const { folded } = this.#reading;
    const phrase = folded.slice(from, stop);
    const at = phrase.search(/[在就对]|听取|听完|察看|查看|主持|视察|巡视/);
    if (at < 2 || !PHRASE_END.test(phrase)) return null;
    const noun = SPEAKING_NOUN.exec(phrase.slice(0, at));
    return noun ? this.#noun(from, from + at, noun) : null;
  }

  #noun(from: number, stop: number, noun: RegExpExecArray): Speaker | null {
    const { text, folded } = this.#reading;
    let start = from;
    while (start < stop && (isSpace(text.charCodeAt(start)) || (isOpener(text.charCodeAt(start)) && text[start] !== '《'))) start++;
    const phrase = folded.slice(start, stop);
    if (
      phrase.length > 34 ||
      /^我(?![国省市县区州院校部局中公厅处司台站会馆所办队])|[了着过]|听取|征求|开展|提出|落实|推动|督办|办理|采纳|收集|接[获到报]|收到|不[顾听理]|无视|由/.test(
        phrase,
      ) ||
      (/的/.test(phrase) && noun[2] === undefined && noun[3] === undefined) ||
      /^(?:相关|有关|上级|法律|政策|制度)?(?:要求|规定)/.test(phrase)
    )
      return null;
    if (noun[3] !== undefined && phrase.length <= 12) {
      const resolved = this.#introduced.resolve(phrase);
      if (resolved) return { name: resolved.name, kind: 'person', start, person: resolved.person };
    }
    // 回头对村干部说: whom somebody speaks to.
    if (/[对向跟](?!外)/.test(phrase.slice(0, -2)) && noun[1] === undefined) return null;
    // 发言人: short for whoever was called so before.
    const longer =
      noun[3] !== undefined && noun[3].length === phrase.length
        ? this.#found.findLast(({ speaker }) => foldForLookup(speaker).endsWith(phrase))
        : undefined;
    if (longer) return { name: longer.speaker, kind: longer.speakerKind, start, person: longer.person };
    const kind = noun[1] !== undefined ? 'meeting' : noun[2] !== undefined ? 'document' : noun[3] !== undefined ? 'person' : 'organ';
    return { name: text.slice(start, stop), kind, start, person: null };
  }
}
