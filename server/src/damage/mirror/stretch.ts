/** A stretch of a page as the search reads it: which bytes stand at an offset, and what was inserted there. */
import {
  annotationAt,
  annotationTail,
  closingByte,
  cutClosing,
  cutOpening,
  type Annotation,
  type AnnotationTail,
  type CutAnnotation,
} from './annotations';
import type { MirrorEvidence } from './evidence';
import { pairOf } from './forward';
import { LOST_ASCII } from './hypothesis';
import { isMark } from './site';

export class Stretch {
  readonly text: string;
  readonly length: number;
  readonly #evidence: MirrorEvidence;
  readonly #front: string;
  /** By offset of the reading; hypotheses ask for the same one again and again. */
  readonly #annotations: (Annotation | null | undefined)[] = [];
  readonly #tails: (AnnotationTail | null | undefined)[] = [];

  /** @param front what stands in the page before the text, for `closingByte` */
  constructor(text: string, evidence: MirrorEvidence, front: string) {
    this.text = text;
    this.#front = front;
    this.length = text.length;
    this.#evidence = evidence;
  }

  /** The UTF-16 unit at an offset, 0 behind the end. */
  unit(at: number): number {
    return at < this.length ? this.text.charCodeAt(at) : 0;
  }

  /**
   * Bytes of a character as the site had it, folded marks as the full-width ones they were; the byte itself for ASCII; 0 when GBK lacks it.
   */
  bytes(unit: number): number {
    if (unit >= 0x80) return pairOf(unit);
    return this.#evidence.folded ? (FULL_WIDTH[unit] ?? unit) : unit;
  }

  /** Whether what stands at an offset can follow a byte that waits for its second half. */
  canFollowHalf(at: number): boolean {
    const unit = this.unit(at);
    return unit === LOST_ASCII || this.bytes(unit) >= LEAST_SECOND_BYTE || this.isInserted(at);
  }

  /** Bytes of a mark behind a cut character: it may be folded where the page's others are not, since pages are put together and edited. */
  cutMark(at: number): number {
    return FULL_WIDTH[this.unit(at)] ?? pairOf(this.unit(at));
  }

  /** The annotation that begins at an offset; null when there is none, or the site annotates nothing. */
  annotation(at: number): Annotation | null {
    if (!this.#evidence.annotates || at >= this.length) return null;
    const known = this.#annotations[at];
    return known !== undefined ? known : (this.#annotations[at] = annotationAt(this.text, at, this.#evidence.form));
  }

  /** The annotation whose first byte is part of the character at an offset. */
  tail(at: number): AnnotationTail | null {
    if (at >= this.length) return null;
    const known = this.#tails[at];
    return known !== undefined ? known : (this.#tails[at] = annotationTail(this.text, at, this.#evidence.form));
  }

  /** See `closingByte`. */
  closingByte(at: number): number {
    return closingByte(at > 0 ? this.text.charAt(at - 1) : this.#front, this.#evidence.form);
  }

  /** The annotation whose opening bracket was cut, its second byte being part of the character at an offset. */
  cutOpening(at: number): CutAnnotation | null {
    return this.#evidence.annotates && at < this.length ? cutOpening(this.text, at, this.#evidence.form) : null;
  }

  /** The annotation that begins at an offset and whose closing bracket was cut. */
  cutClosing(at: number): CutAnnotation | null {
    return this.#evidence.annotates && at < this.length ? cutClosing(this.text, at, this.#evidence.form) : null;
  }

  /** Whether a mark stands here, full-width or folded. */
  isMark(at: number): boolean {
    const unit = this.unit(at);
    return isMark(unit) || unit === 0xff1f;
  }

  /** Whether what stands here is what the site puts before marks; where none was seen, a comma may be the first. */
  isInserted(at: number): boolean {
    const { inserted } = this.#evidence;
    return this.unit(at) === (inserted === '' ? 0x2c : inserted.charCodeAt(0));
  }
}

/** The second byte of a pair is this or greater. */
const LEAST_SECOND_BYTE = 0x40;

/** By unit: the bytes of the full-width marks that became ASCII. */
const FULL_WIDTH: Readonly<Record<number, number>> = {
  0x2c: 0xa3ac,
  0x3b: 0xa3bb,
  0x3a: 0xa3ba,
  0x21: 0xa3a1,
  0x3f: 0xa3bf,
  0x28: 0xa3a8,
  0x29: 0xa3a9,
};
