/** The proof of a repaired run: sent through the mechanism again, it can give exactly what stands in the page. */
import { annotationAt, annotationTail, closingByte, type Annotation } from './annotations';
import type { MirrorEvidence } from './evidence';
import { cp936, isUserDefined, pairOf, toGbk } from './forward';
import type { Readings } from './readings';
import { FOLDED, MARKS, UNFOLDED } from './site';

/** A site's insertions are its choice; everything else in the mechanism is certain. */
export interface ProofContext {
  readonly readings: Readings;
  readonly evidence: MirrorEvidence;
}

/** Nothing waits for a second byte. */
const ALIGNED = 0;

/**
 * Whether a site with these habits can turn a restored text into this stretch of its page: the restored bytes, with annotations put
 * behind characters that are read so and insertions before marks, decoded leniently and folded. A `?` in the restored text stands
 * for an ASCII character that is lost.
 * @param before the restored character before the stretch, empty at the beginning of a line: an annotation may belong to it and the first byte
 * @param front what the page shows before the stretch: an annotation may belong to its last byte as well, see `closingByte`
 */
export function roundTrips(restored: string, page: string, before: string, context: ProofContext, front = ''): boolean {
  return new Proof(restored, page, before, context, front).holds();
}

class Proof {
  readonly #bytes: string;
  readonly #page: string;
  readonly #shownBefore: string;
  readonly #context: ProofContext;
  /** Where the restored text begins in `#bytes`; the character before it stands in front. */
  readonly #start: number;
  readonly #failed = new Set<number>();

  constructor(restored: string, page: string, before: string, context: ProofContext, shownBefore: string) {
    // Marks were full-width until the page was decoded.
    const unfolded = (text: string) => (context.evidence.folded ? text.replace(/[,;:!()]/g, mark => UNFOLDED.get(mark)!) : text);
    const front = toGbk(unfolded(before));
    this.#bytes = front + toGbk(unfolded(restored));
    this.#start = front.length;
    this.#page = page;
    this.#shownBefore = shownBefore;
    this.#context = context;
  }

  holds(): boolean {
    return this.#from(this.#start, 0, ALIGNED);
  }

  /** Whether the bytes from `i` on, behind the byte that waits, can give the page from `j` on. */
  #from(i: number, j: number, waiting: number): boolean {
    const key = (i * 0x400 + j) * 0x100 + waiting;
    if (this.#failed.has(key)) return false;
    // 80 begins no pair: some decoders show it alone.
    const holds =
      this.#inserted(i, j, waiting) ||
      this.#taken(i, j, waiting) ||
      (waiting === 0x80 && this.#page[j] === '?' && this.#from(i, j + 1, ALIGNED));
    if (!holds) this.#failed.add(key);
    return holds;
  }

  /** The site put something in front of byte `i`. */
  #inserted(i: number, j: number, waiting: number): boolean {
    const page = this.#page;
    const { evidence } = this.#context;
    // A byte that waits takes the first inserted byte with it.
    const annotation = waiting === ALIGNED ? annotationAt(page, j, evidence.form) : this.#tail(j, waiting);
    if (annotation && this.#isRead(i, j, annotation.reading) && this.#from(i, annotation.end, ALIGNED)) return true;
    // With what is put before marks it gives no character.
    if (waiting === ALIGNED ? page[j] !== evidence.inserted && page[j] !== ',' : page[j] !== '?') return false;
    const mark = i + 1 < this.#bytes.length ? cp936(this.#bytes.charCodeAt(i), this.#bytes.charCodeAt(i + 1)) : 0;
    return mark !== 0 && MARKS.includes(String.fromCharCode(mark)) && this.#from(i, j + 1, ALIGNED);
  }

  /**
   * Whether the site saw a character that is read so before byte `i`: of its last byte and the one before it, or what the page shows
   * before `j`.
   */
  #isRead(i: number, j: number, reading: string): boolean {
    if (i === 0) return false;
    const { readings, evidence } = this.#context;
    const second = this.#bytes.charCodeAt(i - 1);
    const isOf = (first: number) => first >= 0x81 && readings.has(cp936(first, second), reading);
    const shown = j > 0 ? this.#page.charAt(j - 1) : this.#shownBefore;
    return (i > 1 && isOf(this.#bytes.charCodeAt(i - 2))) || isOf(closingByte(shown, evidence.form));
  }

  #tail(j: number, waiting: number): Annotation | null {
    const tail = annotationTail(this.#page, j, this.#context.evidence.form);
    return tail && (tail.waiting === 0 || tail.waiting === waiting) ? tail : null;
  }

  /** Byte `i` is decoded. */
  #taken(i: number, j: number, waiting: number): boolean {
    const bytes = this.#bytes;
    const page = this.#page;
    if (i >= bytes.length) return waiting === ALIGNED ? j === page.length : page[j] === '?' && j + 1 === page.length;
    const byte = bytes.charCodeAt(i);
    if (waiting === ALIGNED) return byte < 0x80 ? page[j] === bytes[i] && this.#from(i + 1, j + 1, ALIGNED) : this.#from(i + 1, j, byte);
    if (isUserDefined(waiting, byte) && this.#from(i + 1, j, ALIGNED)) return true;
    const unit = cp936(waiting, byte);
    const shown = unit === 0 ? '?' : String.fromCharCode(unit);
    // Decoders with newer tables show a character where CP936 has none.
    const shows = page[j] === shown || (j < page.length && pairOf(page.charCodeAt(j)) === ((waiting << 8) | byte));
    return (shows || page[j] === FOLDED.get(shown)) && this.#from(i + 1, j + 1, ALIGNED);
  }
}
