/**
 * GBK that was read as UTF-8 wherever it has that form, and as windows-1252 elsewhere: á was E1 or C3 A1. Where pairs begin depends on it,
 * so the bytes are those whose pairs read best.
 */
import { codec } from '../../language/codecs/codec';
import { tolerantUtf8Codec } from '../../language/codecs/tolerantUtf8';
import { utf8Codec } from '../../language/codecs/unicode';
import type { CharacterModel } from '../../language/language';

/** Nats that bytes cost which make no pair: more than any character. */
const NO_PAIR = 24;
/** And that a character costs at most: the model knows nothing of rows of marks. */
const MOST = 14;

/** A spelling of a text in bytes. */
export interface Spelling {
  /** The bytes of each UTF-16 unit; none for a character that no byte gives, and for the second unit of two. */
  readonly bytes: readonly (readonly number[])[];
  /** By how many nats the best other way to spell the text up to the end of this unit is worse; infinite where there is none. */
  readonly margins: Float64Array;
}

/** A way to spell a text up to some character, with what it reads so far. */
interface Way {
  readonly cost: number;
  /** The first bytes of a character that is not complete, as one number; 0 for none. */
  readonly waiting: number;
  /** The last two characters that are read. */
  readonly beforeLast: number;
  readonly last: number;
  /** Of the last character of the text. */
  readonly bytes: readonly number[];
  readonly before: Way | null;
  /** By how much the best other way that waits for the same is worse. */
  readonly margin: number;
}

const LINE_FEED = 0x0a;

/** The most probable bytes of a text. */
export function tolerantBytes(text: string, model: CharacterModel): Spelling {
  const { encodeInto } = tolerantUtf8Codec();
  const utf8 = utf8Codec();
  let ways: Way[] = [{ cost: 0, waiting: 0, beforeLast: LINE_FEED, last: LINE_FEED, bytes: [], before: null, margin: Infinity }];
  for (let i = 0; i < text.length; i++) {
    const codePoint = text.codePointAt(i)!;
    const spellings: number[][] = [[]];
    encodeInto(codePoint, spellings[0]!, 0);
    if (codePoint > 0x7f && spellings[0]!.length === 1) {
      const two: number[] = [];
      utf8.encodeInto(codePoint, two, 0);
      spellings.push(two);
    }
    ways = cheapest(ways.flatMap(way => spellings.map(bytes => extended(way, bytes, model))));
    if (codePoint > 0xffff) {
      ways = ways.map(way => ({ ...way, bytes: [], before: way, margin: Infinity }));
      i++;
    }
  }
  const costs = ways.map(whole).sort((a, b) => a - b);
  const bytes: (readonly number[])[] = [];
  const margins = new Float64Array(text.length);
  let margin = ways.length > 1 ? costs[1]! - costs[0]! : Infinity;
  for (let way = ways.find(one => whole(one) === costs[0])!; way.before; way = way.before) {
    bytes.push(way.bytes);
    margins[text.length - bytes.length] = Math.min(way.margin, margin);
    margin = Infinity;
  }
  return { bytes: bytes.reverse(), margins };
}

/** What a way costs where the text ends: half a pair is none. */
function whole({ cost, waiting }: Way): number {
  return cost + (waiting === 0 ? 0 : NO_PAIR);
}

/** A way and the bytes of one more character. */
function extended(before: Way, bytes: readonly number[], model: CharacterModel): Way {
  const { decodeAt } = codec('gb18030');
  let { cost, waiting, beforeLast, last } = before;
  for (const byte of bytes) {
    const joined = waiting * 0x100 + byte;
    const read = readsWhole(joined, decodeAt);
    if (read >= 0) {
      const unit = Math.min(read, 0xffff);
      cost += Math.min(MOST, -model.step(beforeLast, last, unit));
      beforeLast = last;
      last = unit;
      waiting = 0;
    } else if (mayGoOn(joined)) waiting = joined;
    else {
      cost += NO_PAIR;
      waiting = mayGoOn(byte) ? byte : 0;
    }
  }
  // What has no byte ends every pair.
  if (bytes.length === 0 && waiting !== 0) {
    cost += NO_PAIR;
    waiting = 0;
  }
  return { cost, waiting, beforeLast, last, bytes, before, margin: Infinity };
}

/** The bytes of a number, the highest first. */
function bytesOf(joined: number): number[] {
  const bytes: number[] = [];
  for (let rest = joined; rest > 0; rest = Math.floor(rest / 0x100)) bytes.unshift(rest % 0x100);
  return bytes;
}

/** The code point that bytes are in GB 18030; -1 when they are not one whole character. */
function readsWhole(joined: number, decodeAt: (bytes: ArrayLike<number>, at: number, end: number) => number): number {
  const bytes = bytesOf(joined);
  const read = bytes.length === 0 ? -1 : decodeAt(bytes, 0, bytes.length);
  return read >= 0 && (read & 7) === bytes.length ? read >>> 3 : -1;
}

/** Whether a character of GB 18030 begins with these bytes and has more: a lead, and of four bytes a digit and a lead again. */
function mayGoOn(joined: number): boolean {
  const bytes = bytesOf(joined);
  return bytes.length < 4 && bytes.every((byte, i) => (i % 2 === 0 ? byte > 0x80 && byte < 0xff : byte >= 0x30 && byte <= 0x39));
}

/** Of the ways that wait for the same bytes the cheapest each; there are never more than a handful. */
function cheapest(ways: readonly Way[]): Way[] {
  const best = new Map<number, Way>();
  for (const way of ways) {
    const other = best.get(way.waiting);
    if (!other) best.set(way.waiting, way);
    else {
      const [better, worse] = way.cost < other.cost ? [way, other] : [other, way];
      best.set(way.waiting, { ...better, margin: Math.min(better.margin, worse.cost - better.cost) });
    }
  }
  return Array.from(best.values());
}
