/**
 * Text that was read in pairs by a reader which has no character for many of them: of nearly every character a byte is gone, or what
 * follows a loss is read one byte off, so that nothing undoes exactly. What is left is read as a whole: the charset tells where characters
 * begin, the reader which bytes it cannot have lost.
 */
import { Memo } from '../../base/memo';
import { codec, isSingleByte, type Charset } from '../../language/codecs/codec';
import type { Language } from '../../language/language';
import type { Spot } from '../kind';
import { legibility } from '../legibility';
import { byte, bytesIn, isKnown, type ByteSet } from '../lostBytes/byteSet';
import { widthFor } from '../lostBytes/effort';
import { readLattice, type AlignedReading, type Place, type Reading, type Way } from '../lostBytes/lattice';
import { byWords, certainty, closingFirst, fits } from '../lostBytes/ranking';
import { EURO, givesAgain, losesBefore, setOf, TWO_EUROS, unreadPairs } from '../lostBytes/reader';
import type { Misreading } from './cells';
import { isSoundUnit, type Beside, type Gap } from './gaps';
import { READERS, showsOwnSigns } from './layers';

/** What readers leave of what they cannot read: a mark for each byte, one for a pair, one for all in a row, be it only one. */
type Style = 'byte' | 'pair' | 'row';

/** How many characters of two bytes there must be: by chance one in four is a part of UTF-8. */
const PROVING = 6;
/** Log probability that characters must have on average: the best of all that bytes can be has less where none is meant. */
const LEGIBLE = -7;
/** From this many characters on: a word or two may be rare. */
const SENTENCE = 6;
/** Nats that a reading must gain over the text as it stands. */
const GAIN = 2;
/** The same without the form of UTF-8. */
const GAIN_WITHOUT_FORM = 24;
/** Longest stretch that is read at a time, in UTF-16 units. */
const LONGEST = 400;
/** Units before a cluster where its first character may begin. */
const BEFORE = 12;
/** Characters of context. */
const CONTEXT = 6;
/** How sure a piece must be for its neighbours to rest on it. */
const SURE = 0.99;

const ANY = bytesIn([0x80, 0xff]);
/** What it costs that one byte more is gone, in nats. */
const BYTE_MORE = 0.7;
/** What it costs that the second byte of a pair was ASCII, where another pair is read as the same character. */
const BEFORE_ASCII = 4;
/** Two bytes in a row, or more. */
const SEVERAL: Way = { bytes: [ANY, ANY], cost: BYTE_MORE, again: BYTE_MORE };

const MARKS_IN_A_ROW = /\ufffd{2}/;
const isMark = (codePoint: number): boolean => codePoint === 0xfffd;

/** A stretch that its charset may have spelled: what may have stood behind each of its characters. */
interface Stretch extends Spot {
  readonly text: string;
  readonly style: Style;
  readonly layer: Misreading;
  readonly places: readonly Place[];
  /** Where each character ends in it. */
  readonly ends: readonly number[];
}

/** What stands beside a stretch, as far as it is sound. */
interface Around {
  /** All that stands before it. */
  readonly line: string;
  readonly before: string;
  readonly after: string;
  readonly isBegun: boolean;
  readonly isEnded: boolean;
}

/** Readings of stretches: the same is read again in every round of undoing. */
const remembered = new Memo<readonly AlignedReading[]>();

/**
 * Clusters read as a whole, in pieces that are as short as can be.
 * @param text the window of the clusters
 * @param from what stands before is known
 * @param beside what stands beside them, as far as it is known
 * @param most how many readings are followed at a time, at most: fewer in long clusters, whatever their document has
 * @param proven how the text is known to have been misread; every reader of pairs where left out
 * @returns sorted; empty where there is no mark of loss, or nothing reads
 */
export function tornAround(
  text: string,
  clusters: Spot,
  from: number,
  beside: Beside,
  language: Language,
  most: number,
  proven?: Misreading,
): readonly Gap[] {
  const width = Math.min(most, widthFor(clusters.end - clusters.start));
  const earliest = Math.max(from, clusters.start - BEFORE);
  const damaged = text.slice(earliest, clusters.end);
  if (width === 0 || !damaged.includes('\ufffd')) return [];
  const styles: readonly Style[] = MARKS_IN_A_ROW.test(damaged) ? ['byte', 'pair'] : ['row'];
  let best: { readonly stretch: Stretch; readonly around: Around; readonly reading: AlignedReading; readonly gain: number } | null = null;
  for (const layer of proven ? [proven] : MISREADINGS) {
    if (isSingleByte(layer.as) || !showsOwnSigns(text, [layer])) continue;
    // Without a form it is only what says something: where the form of UTF-8 explains it, nothing else need be tried.
    if (layer.from !== 'utf-8' && best) break;
    for (const style of styles) {
      const stretch = stretchOf(text, clusters, earliest, layer, style, proven ? 1 : PROVING);
      if (!stretch?.text.includes('\ufffd')) continue;
      const around = aroundStretch(text, clusters, stretch, beside);
      const found = readStretch(stretch, around, language, width);
      if (!found) continue;
      if (!best || found.gain > best.gain) best = { stretch, around, ...found };
    }
  }
  return best ? piecesOf(best.stretch, best.around, best.reading, language) : [];
}

const READERS_OF_PAIRS = READERS.filter(as => !isSingleByte(as));
const MISREADINGS: readonly Misreading[] = [
  ...READERS_OF_PAIRS.map(as => ({ from: 'utf-8', as }) as const),
  ...READERS_OF_PAIRS.filter(as => as !== 'gb18030').map(as => ({ from: 'gb18030', as }) as const),
];

/** What stands beside the part of the clusters that is read. What is damaged itself tells nothing, not even the script. */
function aroundStretch(text: string, clusters: Spot, { start, end }: Spot, beside: Beside): Around {
  const before = start < clusters.start ? text.slice(0, start) : beside.before + text.slice(clusters.start, start);
  const after = end > clusters.end ? text.slice(end) : text.slice(end, clusters.end) + beside.after;
  const isBegun = isSoundUnit(before.charCodeAt(before.length - 1));
  const isEnded = isSoundUnit(after.charCodeAt(0));
  return {
    line: before,
    before: isBegun ? before.slice(-CONTEXT) : '',
    after: (isEnded && after.slice(0, CONTEXT)) || '\n',
    isBegun,
    isEnded,
  };
}

/** The best reading of a stretch and how much more probable the text is so, in nats; null where it says nothing. */
function readStretch(
  { text, style, layer: { from, as }, places }: Stretch,
  { before, after }: Around,
  language: Language,
  width: number,
): { readonly reading: AlignedReading; readonly gain: number } | null {
  const readings = remembered.get([from, as, style, width, text, before, after].join('\0'), () =>
    readLattice({ places, charset: from, before, after, mayBeLost: lossesOf(as, style) }, language, width).filter(reading =>
      givesAgain(reading.text, text, from, as, false),
    ),
  );
  const reading = readings.find(({ text: read }) => fits(read, before + after)) ?? readings[0];
  if (!reading) return null;
  const probabilityOf = (read: string): number => {
    const sums = legibility(before + read, language.model);
    return sums[sums.length - 1]! - sums[before.length]!;
  };
  const probability = probabilityOf(reading.text);
  const gain = probability - probabilityOf(text);
  const isLegible = (from === 'utf-8' && reading.text.length < SENTENCE) || probability >= LEGIBLE * reading.text.length;
  return isLegible && gain >= (from === 'utf-8' ? GAIN : GAIN_WITHOUT_FORM) ? { reading, gain } : null;
}

/** Which bytes the reader can have lost; it tells nothing of pairs, which are lost together. */
function lossesOf(as: Charset, style: Style): ((lost: number, next: number) => boolean) | undefined {
  return style === 'pair' ? undefined : (lost, next) => losesBefore(as, lost, next);
}

/** A part of a stretch between two places where its characters and those that were meant end together. */
interface Piece {
  readonly first: number;
  /** Behind the last place. */
  readonly last: number;
  text: string;
  readings: readonly Reading[];
}

/** A stretch parted wherever a character of it ends with one that was meant, each part with what else it may be. */
function piecesOf(stretch: Stretch, around: Around, best: AlignedReading, language: Language): Gap[] {
  const { style, layer, places } = stretch;
  const pieces: Piece[] = [];
  let first = 0;
  let from = 0;
  best.ends.forEach((end, i) => {
    if (end < 0) return;
    const text = best.units.slice(from, i + 1).join('');
    pieces.push({ first, last: end, text, readings: [{ text, score: 0 }] });
    first = end;
    from = i + 1;
  });
  pieces.forEach((piece, k) => {
    const own = places.slice(piece.first, piece.last);
    if (own.every(place => place.every(({ bytes }) => place.length === 1 && bytes.every(isKnown)))) return;
    const left =
      around.before +
      pieces
        .slice(Math.max(0, k - CONTEXT), k)
        .map(({ text }) => text)
        .join('');
    const right =
      pieces
        .slice(k + 1, k + 1 + CONTEXT)
        .map(({ text }) => text)
        .join('') + around.after;
    const before = left.slice(-CONTEXT);
    const after = right.slice(0, CONTEXT);
    const head = pieces
      .slice(0, k)
      .map(({ text }) => text)
      .join('');
    const tail = pieces
      .slice(k + 1)
      .map(({ text }) => text)
      .join('');
    const all = readLattice({ places: own, charset: layer.from, before, after, mayBeLost: lossesOf(layer.as, style) }, language).filter(
      ({ text }) => text === piece.text || givesAgain(head + text + tail, stretch.text, layer.from, layer.as, false),
    );
    const ranked = byWords(all, before, after, language);
    const fitting = ranked.filter(({ text }) => fits(text, around.before + head + tail + around.after));
    const readings = fitting.length > 0 ? fitting : ranked;
    if (readings.length === 0) return;
    piece.readings = after === '\n' ? closingFirst(readings, around.line + head) : readings;
    piece.text = piece.readings[0]!.text;
  });
  return gapsFrom(stretch, around, pieces);
}

/** Pieces as gaps; those that are all known are told together. */
function gapsFrom({ start, text: damaged, ends, layer }: Stretch, { isBegun, isEnded }: Around, pieces: readonly Piece[]): Gap[] {
  const at = (place: number): number => start + (place === 0 ? 0 : ends[place - 1]!);
  const sure = pieces.map(({ readings }) => certainty(readings) >= SURE);
  const gaps: Gap[] = [];
  pieces.forEach(({ first, last, text, readings }, k) => {
    const isBounded = (k === 0 ? isBegun : sure[k - 1]!) && (k + 1 === pieces.length ? isEnded : sure[k + 1]!);
    const before = gaps[gaps.length - 1];
    if (readings.length === 1 && before?.readings.length === 1 && before.isBounded === isBounded) {
      gaps[gaps.length - 1] = { ...before, end: at(last), readings: [{ text: before.readings[0]!.text + text, score: 0 }] };
      return;
    }
    gaps.push({ start: at(first), end: at(last), layer, readings, isBounded, isLegible: true });
  });
  // Figures are what they are.
  return gaps.filter(({ start: from, end, readings }) => readings[0]!.text !== damaged.slice(from - start, end - start));
}

/** What may stand at a place of UTF-8, as bits: the beginning of a character, or what has one or two bytes still to come. */
const WHOLE = 1;
const ONE_LEFT = 2;
const TWO_LEFT = 4;

/**
 * The longest stretch of clusters that the charset may have spelled, with what stands right before them as far as the form of UTF-8 or a
 * mark speaks for it; null when too little of it is known to prove anything.
 */
function stretchOf(
  text: string,
  { start: from, end: to }: Spot,
  earliest: number,
  layer: Misreading,
  style: Style,
  least: number,
): Stretch | null {
  let first = from;
  while (first > earliest && (isMark(text.charCodeAt(first - 1)) || mayBegin(text, first - 1, layer))) first--;
  let best: Stretch | null = null;
  for (let start = first; start < Math.min(to, from + 3); start++) {
    const found = stretchFrom(text, start, Math.min(to, start + LONGEST), layer, style, least);
    if (found && (!best || found.end - found.start > best.end - best.start)) best = found;
  }
  return best;
}

/** Whether a unit that does not look strange has bytes that no ordinary character has where the text is UTF-8. */
function mayBegin(text: string, at: number, { from, as }: Misreading): boolean {
  const bytes = [0, 0, 0, 0];
  return from === 'utf-8' && text.charCodeAt(at) > 0x7f && codec(as).encodeInto(text.charCodeAt(at), bytes, 0) === 2 && bytes[0]! >= 0xe2;
}

/** The longest stretch from an offset on. */
function stretchFrom(text: string, start: number, to: number, layer: Misreading, style: Style, least: number): Stretch | null {
  const { from, as } = layer;
  const units: Place[] = [];
  const ends: number[] = [];
  for (let at = start, ways; at < to && (ways = waysAt(text, at, as, style));) {
    units.push(ways);
    at += text.codePointAt(at)! > 0xffff ? 2 : 1;
    ends.push(at - start);
  }
  const places: Place[] = [];
  let states = WHOLE;
  let proving = 0;
  let whole = 0;
  for (let i = 0; i < units.length; i++) {
    const place = style === 'pair' ? units[i]! : lostBefore(units[i]!, units[i + 1], as);
    if (from === 'utf-8') states = place.reduce((next, way) => next | behind(states, way), 0);
    if (states === 0) break;
    places.push(place);
    if (place[0]!.bytes.length > 1 && isKnown(place[0]!.bytes[0]!)) proving++;
    if ((states & WHOLE) !== 0 && proving >= least) whole = i + 1;
  }
  if (whole === 0) return null;
  const end = start + ends[whole - 1]!;
  return { start, end, text: text.slice(start, end), style, layer, places: places.slice(0, whole), ends };
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
  if (isMark(codePoint)) {
    const more = style === 'pair' ? waysOfPairs(as) : style === 'row' ? [SEVERAL] : [];
    return [{ bytes: [ANY], cost: 0 }, ...more];
  }
  if (codePoint === EURO && as === 'gb18030') return TWO_EUROS;
  const known = waysOfCharacters(as).get(codePoint);
  if (known) return known;
  const bytes: number[] = [];
  return codec(as).encodeInto(codePoint, bytes, 0) === 0 ? null : [{ bytes: bytes.map(byte), cost: 0 }];
}

/** By charset: what may have stood behind characters that several pairs are read as. */
const repeated = new Map<Charset, ReadonlyMap<number, Place>>();

function waysOfCharacters(as: Charset): ReadonlyMap<number, Place> {
  let found = repeated.get(as);
  if (found) return found;
  const { decodeAt } = codec(as);
  const all = new Map<number, Way[]>();
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) {
      const read = decodeAt([lead, trail], 0, 2);
      if (read < 0 || (read & 7) !== 2) continue;
      const way: Way = { bytes: [byte(lead), byte(trail)], cost: trail < 0x80 ? BEFORE_ASCII : 0 };
      const known = all.get(read >>> 3);
      if (known) known.push(way);
      else all.set(read >>> 3, [way]);
    }
  found = new Map([...all].filter(([, ways]) => ways.length > 1));
  repeated.set(as, found);
  return found;
}

const pairs = new Map<Charset, readonly Way[]>();

/** The pairs that a reader marks once. */
function waysOfPairs(as: Charset): readonly Way[] {
  let ways = pairs.get(as);
  if (!ways) pairs.set(as, (ways = unreadPairs(as).map(bytes => ({ bytes, cost: BYTE_MORE }))));
  return ways;
}

/** A mark of which the last byte was lost before a character that is known. */
function lostBefore(mark: Place, next: Place | undefined, as: Charset): Place {
  const first = next?.length === 1 ? next[0]!.bytes[0]! : undefined;
  if (!first || !isKnown(first) || isKnown(mark[0]!.bytes[0]!)) return mark;
  const last = lostAt(first.id, as);
  return mark.flatMap((way): Way[] =>
    way === SEVERAL
      ? [
          { bytes: [ANY, last], cost: BYTE_MORE },
          { bytes: [ANY, ANY, last], cost: 2 * BYTE_MORE, again: BYTE_MORE },
        ]
      : [{ ...way, bytes: [...way.bytes.slice(0, -1), last] }],
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
