/** The words of one directive, apart from where they stand. */
import { Content } from '../../base/memo';
import type { EnumeratorClass } from '../../article/enumerators';
import type { Prose } from '../../article/prose';
import type { DirectiveSpot } from '../orders/grammar';
import type { Unit } from './units';

/** Shared by all versions of a text that hold these words. */
export class Wording extends Content {
  /** From where it begins to its end without hard line breaks, as printed. */
  readonly text: string;
  /** The same as look-up text. */
  readonly folded: string;
  /** Where the verb phrase begins, an offset into `text`. */
  readonly verb: number;
  /** The modal or polite word as printed; null in bare imperatives. */
  readonly modal: string | null;
  readonly enumerator: { readonly class: EnumeratorClass; readonly value: number; readonly text: string } | null;
  /** An unnumbered head (思想上) that others of its paragraph match. */
  readonly parallel: { readonly key: string; readonly text: string } | null;
  readonly opensSentence: boolean;
  /** It is one of several parts of its sentence. */
  readonly inline: boolean;
  readonly sentence: number;
  /** It is a line of its own without a mark: a heading. */
  readonly heading: boolean;
  /** Nothing of its paragraph follows. */
  readonly finished: boolean;

  /** @param spot the directive in `unit`, both with offsets into `prose` */
  constructor({ text, folded }: Prose, unit: Unit, { start, marker, verb }: DirectiveSpot, heading: boolean) {
    super();
    const { enumerator, parallel, end, opensSentence, inline, sentence } = unit;
    this.text = text.slice(start, end);
    this.folded = folded.slice(start, end);
    this.verb = verb - start;
    this.modal = marker && text.slice(marker.start, marker.end);
    this.enumerator = enumerator && {
      class: enumerator.class,
      value: enumerator.value,
      text: text.slice(enumerator.start, enumerator.end),
    };
    this.parallel = parallel === null ? null : { key: parallel, text: parallelWords(text, folded, unit, start) };
    this.opensSentence = opensSentence;
    this.inline = inline;
    this.sentence = sentence;
    this.heading = heading;
    this.finished = end >= folded.length;
  }
}

/** 思想上: the words of an unnumbered head that stand for a number; empty where its modal is the marker. */
function parallelWords(text: string, folded: string, { parallel, end }: Unit, from: number): string {
  if (parallel === null || parallel === '要再' || parallel.includes('"')) return '';
  const at = folded.indexOf(parallel, from);
  return at < 0 || at >= end ? '' : text.slice(from, at + parallel.length);
}
