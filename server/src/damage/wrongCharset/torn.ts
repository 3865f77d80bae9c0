/**
 * UTF-8 that was read in pairs by a reader which has no character for a third of them: of nearly every character a byte is gone, so that nothing undoes
 * exactly. What is left is read as a whole: the form of UTF-8 tells where characters begin, the reader which bytes it cannot have lost.
 */
import { Memo } from '../../base/memo';
import { codec, isSingleByte, type Charset } from '../../language/codecs/codec';
import type { Language } from '../../language/language';
import type { Spot } from '../kind';
import { legibility } from '../legibility';
import { byte, bytesIn, isKnown, type ByteSet } from '../lostBytes/byteSet';
import { widthFor } from '../lostBytes/effort';
import { readLattice, type Place, type Reading, type Way } from '../lostBytes/lattice';
import { byWords } from '../lostBytes/ranking';
import { givesAgain, isLossMark, losesBefore, setOf, unreadPairs } from '../lostBytes/reader';
import { isSoundUnit, type Beside, type Gap } from './gaps';
import { READERS, showsOwnSigns } from './layers';

/** What readers leave of what they cannot read: a mark for each byte, one for a pair, one for all in a row, nothing. */
type Style = 'byte' | 'pair' | 'row' | 'nothing';

/** So many characters of two bytes there must be: by chance one in four is a part of UTF-8. */
const PROVING = 6;
/** Log-probability that the characters of a reading must have on average: the best of all that bytes can be has less where none is meant. */
const LEGIBLE = -7;
/** From this many characters on: a word or two may be rare. */
const SENTENCE = 6;
/** Nats that a reading must gain over the text as it stands. */
const GAIN = 2;
/** Longest stretch that is read at a time, in UTF-16 units. */
const LONGEST = 400;
/** Units before a cluster where its first character may begin. */
const BEFORE = 12;
/** Characters of context. */
const CONTEXT = 6;

const ANY = bytesIn([0x80, 0xff]);
/** What it costs that one byte more is gone, in nats. */
const BYTE_MORE = 0.7;
/** Two bytes in a row, or more. */
const SEVERAL: Way = { bytes: [ANY, ANY], cost: BYTE_MORE, again: BYTE_MORE };
/** What may have gone without a mark behind the last character. */
const UNMARKED_AT_END: Place = [
  { bytes: [], cost: 0 },
  { bytes: [ANY], cost: BYTE_MORE },
  { bytes: [ANY, ANY], cost: 2 * BYTE_MORE },
];
/** What it costs that a `?` was one. */
const LITERAL: Way = { bytes: [byte(0x3f)], cost: 6 };

const MARK = /[\ufffd?]/;
const MARKS_IN_A_ROW = /[\ufffd?]{2}/;

/** A stretch that has the form of UTF-8. */
interface Stretch extends Spot {
  readonly places: readonly Place[];
}

/** A stretch and how much more probable it is as it reads, in nats. */
interface Torn {
  readonly gap: Gap;
  readonly gain: number;
}

/** Readings of stretches: the same is read again in every round of undoing. */
const remembered = new Memo<readonly Reading[]>();

/**
 * A stretch around clusters, read as a whole.
 * @param text the window of the clusters
 * @param beside what stands beside them, as far as it is known
 * @param most how many readings are followed at a time, at most: fewer in long clusters, whatever their document has
 * @param proven what is known to have read the text; every reader of pairs where left out
 * @returns null where it is no UTF-8 that was read in pairs
 */
export function tornAround(text: string, clusters: Spot, beside: Beside, language: Language, most: number, proven?: Charset): Gap | null {
  const width = Math.min(most, widthFor(clusters.end - clusters.start));
  if (width === 0) return null;
  let best: Torn | null = null;
  for (const as of proven ? [proven] : READERS) {
    if (isSingleByte(as) || !showsOwnSigns(text, [{ from: 'utf-8', as }])) continue;
    for (const style of stylesOf(text, clusters)) {
      const stretch = stretchOf(text, clusters, as, style, proven ? 1 : PROVING);
      const found = stretch && readStretch(text, stretch, as, style, besideStretch(text, clusters, stretch, beside), language, width);
      if (!found) continue;
      if (!best || found.gain > best.gain) best = found;
      break;
    }
  }
  return best?.gap ?? null;
}

/** What stands beside the part of the clusters that is read. */
function besideStretch(text: string, clusters: Spot, { start, end }: Spot, { before, after }: Beside): Beside {
  return {
    before: start < clusters.start ? text.slice(0, start) : before + text.slice(clusters.start, start),
    after: end > clusters.end ? text.slice(end) : text.slice(end, clusters.end) + after,
  };
}

function stylesOf(text: string, { start, end }: Spot): readonly Style[] {
  const cluster = text.slice(start, end);
  // Who marks each byte or pair leaves marks side by side.
  return MARKS_IN_A_ROW.test(cluster) ? ['byte', 'pair'] : MARK.test(cluster) ? ['byte', 'row'] : ['nothing'];
}

function readStretch(
  text: string,
  { start, end, places }: Stretch,
  as: Charset,
  style: Style,
  beside: Beside,
  language: Language,
  width: number,
): Torn | null {
  const stretch = text.slice(start, end);
  // What is damaged itself tells nothing, not even the script.
  const isBegun = isSoundUnit(beside.before.charCodeAt(beside.before.length - 1));
  const isEnded = isSoundUnit(beside.after.charCodeAt(0));
  const before = isBegun ? beside.before.slice(-CONTEXT) : '';
  const after = (isEnded && beside.after.slice(0, CONTEXT)) || '\n';
  const readings = remembered.get([as, style, width, stretch, before, after].join('\0'), () => {
    const mayBeLost = style === 'pair' ? undefined : (lost: number, next: number) => losesBefore(as, lost, next);
    return byWords(
      readLattice({ places, charset: 'utf-8', before, after, mayBeLost }, language, width).filter(reading =>
        givesAgain(reading.text, stretch, 'utf-8', as, style === 'nothing'),
      ),
      before,
      after,
      language,
    );
  });
  const [best] = readings;
  if (!best) return null;
  const probabilityOf = (read: string): number => {
    const sums = legibility(before + read, language.model);
    return sums[sums.length - 1]! - sums[before.length]!;
  };
  const probability = probabilityOf(best.text);
  const gain = probability - probabilityOf(stretch);
  if (gain < GAIN || (best.text.length >= SENTENCE && probability < LEGIBLE * best.text.length)) return null;
  return { gap: { start, end, layer: { from: 'utf-8', as }, readings, isBounded: isBegun && isEnded }, gain };
}

/** What may stand at a place of UTF-8, as bits: the beginning of a character, or what has one or two bytes still to come. */
const WHOLE = 1;
const ONE_LEFT = 2;
const TWO_LEFT = 4;

/** The longest stretch of clusters, and of the marks before them, that has the form of UTF-8; null when too little of it is known to prove anything. */
function stretchOf(text: string, { start: from, end: to }: Spot, as: Charset, style: Style, least: number): Stretch | null {
  let first = from;
  while (first > 0 && from - first < BEFORE && isLossMark(text.charCodeAt(first - 1))) first--;
  let best: Stretch | null = null;
  for (let start = first; start < Math.min(to, from + 3); start++) {
    const found = stretchFrom(text, start, Math.min(to, start + LONGEST), as, style, least);
    if (found && (!best || found.end - found.start > best.end - best.start)) best = found;
  }
  return best;
}

/** The longest stretch from an offset on. */
function stretchFrom(text: string, start: number, to: number, as: Charset, style: Style, least: number): Stretch | null {
  const units: Place[] = [];
  const ends: number[] = [];
  for (let at = start, ways; at < to && (ways = waysAt(text, at, as, style)); at = ends[ends.length - 1]!) {
    units.push(ways);
    ends.push(at + (text.codePointAt(at)! > 0xffff ? 2 : 1));
  }
  const places: Place[] = [];
  let states = WHOLE;
  let proving = 0;
  let whole = 0;
  let known = 0;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    const added = style === 'nothing' ? [lostUnmarked(unit, as), unit] : [style === 'pair' ? unit : lostBefore(unit, units[i + 1], as)];
    for (const place of added) states = place.reduce((next, way) => next | behind(states, way), 0);
    if (states === 0) break;
    places.push(...added);
    if (unit[0]!.bytes.length > 1 && isKnown(unit[0]!.bytes[0]!)) proving++;
    if ((style === 'nothing' || (states & WHOLE) !== 0) && proving >= least) {
      whole = i + 1;
      known = places.length;
    }
  }
  if (whole === 0) return null;
  places.length = known;
  if (style === 'nothing') places.push(UNMARKED_AT_END);
  return { start, end: ends[whole - 1]!, places };
}

/** Where a character may be behind the bytes of a way, given where it may be before them. */
function behind(states: number, { bytes, again }: Way): number {
  let next = states;
  bytes.forEach((set, i) => {
    next = stepped(next, set);
    for (let n = 0; again !== undefined && i === 1 && n < 3; n++) next |= stepped(next, set);
  });
  return next;
}

/** The same for one byte. Chinese has characters of two bytes that begin with C2, and of three. */
function stepped(states: number, { values }: ByteSet): number {
  let next = 0;
  for (const value of values) {
    if (value < 0x80) next |= states & WHOLE;
    else if (value < 0xc0) next |= (states & (ONE_LEFT | TWO_LEFT)) >> 1;
    else if (value === 0xc2) next |= (states & WHOLE) << 1;
    else if ((value >= 0xe2 && value <= 0xe9) || value === 0xef) next |= (states & WHOLE) << 2;
  }
  return next;
}

/** What may have stood behind one character; null for a character that the charset lacks. */
function waysAt(text: string, at: number, as: Charset, style: Style): Place | null {
  const codePoint = text.codePointAt(at)!;
  if (style !== 'nothing' && isLossMark(codePoint)) {
    const more = style === 'pair' ? waysOfPairs(as) : style === 'row' ? [SEVERAL] : [];
    return [{ bytes: [ANY], cost: 0 }, ...more, ...(codePoint === 0x3f ? [LITERAL] : [])];
  }
  const bytes: number[] = [];
  const { encodeInto, otherPair } = codec(as);
  if (encodeInto(codePoint, bytes, 0) === 0) return null;
  const other = otherPair?.(codePoint) ?? 0;
  const known: Way[] = [{ bytes: bytes.map(byte), cost: 0 }];
  if (other !== 0) known.push({ bytes: [byte(other >> 8), byte(other & 0xff)], cost: 0 });
  return known;
}

const pairs = new Map<Charset, readonly Way[]>();

/** The pairs that a reader marks once. */
function waysOfPairs(as: Charset): readonly Way[] {
  let ways = pairs.get(as);
  if (!ways) pairs.set(as, (ways = unreadPairs(as).map(bytes => ({ bytes, cost: BYTE_MORE }))));
  return ways;
}

/** What may have gone without a mark before a character. */
function lostUnmarked([{ bytes }]: readonly [Way, ...Way[]] | Place, as: Charset): Place {
  const last = lostAt(bytes[0]!.id, as);
  return [
    { bytes: [], cost: 0 },
    { bytes: [last], cost: BYTE_MORE },
    { bytes: [ANY, last], cost: 2 * BYTE_MORE },
    { bytes: [ANY, ANY, last], cost: 3 * BYTE_MORE, again: BYTE_MORE },
  ];
}

/** A mark of which the last byte was lost before a character that is known. */
function lostBefore(mark: Place, next: Place | undefined, as: Charset): Place {
  const first = next?.length === 1 ? next[0]!.bytes[0]! : undefined;
  if (!first || !isKnown(first) || isKnown(mark[0]!.bytes[0]!)) return mark;
  const last = lostAt(first.id, as);
  return mark.map(way =>
    way === LITERAL
      ? way
      : way === SEVERAL
        ? { bytes: [ANY, ANY, last], cost: 2 * BYTE_MORE, again: BYTE_MORE }
        : { ...way, bytes: [...way.bytes.slice(0, -1), last] },
  );
}

/** By charset and known byte: see `lostAt`. */
const lostBeforeKnown = new Map<Charset, ByteSet[]>();

/** Bytes that a reader loses before a known one. */
function lostAt(next: number, as: Charset): ByteSet {
  let known = lostBeforeKnown.get(as);
  if (!known) lostBeforeKnown.set(as, (known = []));
  return (known[next] ??= setOf(ANY.values.filter(value => losesBefore(as, value, next))));
}
