/**
 * What a reader of a charset does to bytes that it cannot read: the ways behind the marks that it leaves, and the check that it left them.
 */
import { codec, isSingleByte, type Charset } from '../../language/codecs/codec';
import { byte, bytesIn, isKnown, type ByteSet } from './byteSet';
import { knownPlace, type Dropped, type Place, type Way } from './lattice';

/** Bytes that the published tables leave empty. */
const HOLES: Readonly<Partial<Record<Charset, readonly number[]>>> = {
  'windows-1252': [0x81, 0x8d, 0x8f, 0x90, 0x9d],
  'windows-1250': [0x81, 0x83, 0x88, 0x90, 0x98],
  'windows-1251': [0x98],
  'windows-1253': [0x81, 0x88, 0x8a, 0x8c, 0x8d, 0x8e, 0x8f, 0x90, 0x98, 0x9a, 0x9c, 0x9d, 0x9e, 0x9f, 0xaa, 0xd2, 0xff],
  'windows-1254': [0x81, 0x8d, 0x8e, 0x8f, 0x90, 0x9d, 0x9e],
  'windows-1255': [
    0x81, 0x8a, 0x8c, 0x8d, 0x8e, 0x8f, 0x90, 0x9a, 0x9c, 0x9d, 0x9e, 0x9f, 0xca, 0xd9, 0xda, 0xdb, 0xdc, 0xdd, 0xde, 0xdf, 0xfb, 0xfc,
    0xff,
  ],
  'windows-874': [
    0x81, 0x82, 0x83, 0x84, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8d, 0x8e, 0x8f, 0x90, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9d, 0x9e,
    0x9f, 0xdb, 0xdc, 0xdd, 0xde, 0xfc, 0xfd, 0xfe, 0xff,
  ],
  'windows-1257': [0x81, 0x83, 0x88, 0x8a, 0x8c, 0x90, 0x98, 0x9a, 0x9c, 0x9f, 0xa1, 0xa5],
  'windows-1258': [0x81, 0x8a, 0x8d, 0x8e, 0x8f, 0x90, 0x9a, 0x9d, 0x9e],
  'iso-8859-7': [0xae, 0xd2, 0xff],
  cp857: [0xd5, 0xe7, 0xf2],
};

/** Of the bytes that a table leaves empty those that pairs are written with: above the controls. Empty for tables that are full there. */
export function letterHolesOf(charset: Charset): readonly number[] {
  return (HOLES[charset] ?? []).filter(hole => hole > 0xa0);
}

export const EURO = 0x20ac;
/** GB 18030 has the euro at A2E3, CP936 at 80 as well. */
export const TWO_EUROS: Place = [
  { bytes: [byte(0x80)], cost: 0 },
  { bytes: [byte(0xa2), byte(0xe3)], cost: 0 },
];

/** What stands for lost bytes: U+FFFD, `?`, □, and the middle dot of Japanese decoders. */
export function isLossMark(unit: number): boolean {
  return unit === 0xfffd || unit === 0x3f || unit === 0x25a1 || unit === 0x30fb;
}

/** What it costs that a `?` was one, in nats. */
const LITERAL = 6;
/** What it costs, in nats, that a byte was lost although the tables have it. */
const LOST_ALL_THE_SAME = 7;
/** What it costs that a byte left no mark, in nats. */
const WITHOUT_MARK = 4;

/** GBK has no character for 80, nor for what it begins: where a decoder marks single bytes, it marks hardly any other. In nats. */
const OTHER_THAN_80 = 1.2;

const lost = new Map<Charset, readonly Way[]>();

/** The ways behind a mark of loss. */
function lostWays(charset: Charset): readonly Way[] {
  let ways = lost.get(charset);
  if (!ways) {
    ways = isSingleByte(charset)
      ? [
          ...(HOLES[charset] ? [{ bytes: [setOf(HOLES[charset])], cost: 0 }] : []),
          { bytes: [bytesIn([0x80, 0x9f])], cost: LOST_ALL_THE_SAME },
        ]
      : [
          ...(charset === 'gb18030' ? [{ bytes: [byte(0x80)], cost: 0 }] : []),
          { bytes: [bytesIn([0x80, 0xff])], cost: charset === 'gb18030' ? OTHER_THAN_80 : 0.7 },
          ...unreadPairs(charset).map(pair => ({ bytes: pair, cost: 0.7 })),
        ];
    lost.set(charset, ways);
  }
  return ways;
}

/**
 * Whether one loss may have left both marks: U+FFFD for the byte that cannot be read, `?` for the one that it was taken for a pair with.
 */
function isMarkedTwice(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0xfffd && text.charCodeAt(at + 1) === 0x3f;
}

/** The ways behind two marks: of one loss, or of a loss and a question mark, or of two losses. */
function twiceLostWays(charset: Charset): readonly Way[] {
  const once = lostWays(charset);
  const any = bytesIn([0x80, 0xff]);
  return [
    ...once,
    ...once.map(({ bytes, cost }) => ({ bytes: [...bytes, byte(0x3f)], cost: cost + LITERAL })),
    { bytes: [any, any, any], cost: 1.4 },
  ];
}

export function setOf(values: readonly number[]): ByteSet {
  return bytesIn(...values.map(value => [value, value] as const));
}

/**
 * Groups of first bytes that are told apart; the rest are one group, which may have second
 * bytes that only some of them cannot be read with.
 */
const MOST_GROUPS = 3;

/**
 * Pairs that nobody assigned: first bytes with the second ones that none of them can be read with. Readers
 * of GBK without the euro take 80 for a first byte.
 */
export function unreadPairs(charset: Charset): readonly (readonly [lead: ByteSet, trail: ByteSet])[] {
  const groups = new Map<string, { readonly leads: number[]; readonly trails: readonly number[] }>();
  const { decodeAt } = codec(charset);
  for (let lead = charset === 'gb18030' ? 0x81 : 0x80; lead <= 0xff; lead++) {
    const trails: number[] = [];
    for (let trail = 0x80; trail <= 0xff; trail++) if (!isSurelyRead(decodeAt([lead, trail], 0, 2))) trails.push(trail);
    if (trails.length === 0) continue;
    const group = groups.get(trails.join());
    if (group) group.leads.push(lead);
    else groups.set(trails.join(), { leads: [lead], trails });
  }
  if (charset === 'gb18030') groups.set('80', { leads: [0x80], trails: bytesIn([0x80, 0xff]).values });
  const sorted = [...groups.values()].sort((a, b) => b.leads.length - a.leads.length);
  const rest = sorted.splice(MOST_GROUPS);
  if (rest.length > 0)
    sorted.push({ leads: rest.flatMap(({ leads }) => leads), trails: Array.from(new Set(rest.flatMap(({ trails }) => trails))) });
  return sorted.map(({ leads, trails }) => [setOf(leads), setOf(trails)]);
}

/** Private-use characters and C1 controls are shown by one decoder and lost by another. */
function isSurelyRead(read: number): boolean {
  const codePoint = read >>> 3;
  return read >= 0 && !(codePoint >= 0xe000 && codePoint <= 0xf8ff) && !(codePoint >= 0x80 && codePoint < 0xa0);
}

/** By charset: 1 at `lost << 8 | next` where a reader of pairs may lose the first byte. */
const losses = new Map<Charset, Uint8Array>();

/** Whether a reader of pairs, or some that go by its name, cannot read a byte before another: then it may be lost there. */
export function losesBefore(charset: Charset, lead: number, trail: number): boolean {
  let table = losses.get(charset);
  if (!table) {
    losses.set(charset, (table = new Uint8Array(0x10000)));
    const { decodeAt } = codec(charset);
    for (let first = 0x80; first < 0x100; first++)
      for (let second = 0; second < 0x100; second++) {
        const read = decodeAt([first, second], 0, 2);
        if (!isSurelyRead(read) || !isInAllTables(charset, first, second)) table[(first << 8) | second] = 1;
      }
  }
  return table[(lead << 8) | trail] === 1;
}

/** Extensions that only some readers of a charset have. */
function isInAllTables(charset: Charset, lead: number, trail: number): boolean {
  switch (charset) {
    case 'big5':
    case 'big5-unicode':
      return (
        lead >= 0xa1 &&
        lead <= 0xf9 &&
        !(lead === 0xf9 && trail >= 0xd6) &&
        !(lead >= 0xc6 && lead <= 0xc8 && (lead > 0xc6 || trail >= 0xa1))
      );
    case 'euc-kr':
      return lead >= 0xa1 && trail >= 0xa1;
    case 'shift_jis':
      return lead !== 0x87 && lead < 0xed;
    default:
      return true;
  }
}

/**
 * The places behind a stretch of text that was read as `charset`.
 * @param next the byte behind the stretch; -1 when it is not known
 * @returns null when the stretch holds a character that the charset lacks
 */
export function placesOf(stretch: string, charset: Charset, next = -1): Place[] | null {
  const places = waysOf(stretch, charset);
  if (!places || isSingleByte(charset)) return places;
  return places.map((place, i) => {
    const behind = i + 1 < places.length ? firstKnown(places[i + 1]!) : next;
    return place.length === 1 || behind < 0 ? place : place.map(way => lostBefore(way, behind, charset));
  });
}

/** The byte that a place begins with, if there is only one; else -1. */
function firstKnown(place: Place): number {
  return place.length === 1 && isKnown(place[0]!.bytes[0]!) ? place[0]!.bytes[0]!.id : -1;
}

/** Of the bytes that may have been lost alone, those that a reader of pairs cannot read together with the next. */
function lostBefore(way: Way, next: number, charset: Charset): Way {
  const [only] = way.bytes;
  if (way.bytes.length !== 1 || !only || isKnown(only)) return way;
  const unread = only.values.filter(value => losesBefore(charset, value, next));
  return unread.length === only.values.length || unread.length === 0 ? way : { bytes: [setOf(unread)], cost: way.cost };
}

/** The same, whatever stands beside a mark. */
function waysOf(stretch: string, charset: Charset): Place[] | null {
  const { encodeInto, otherPair } = codec(charset);
  const places: Place[] = [];
  const bytes = [0, 0, 0, 0];
  for (let i = 0; i < stretch.length; i++) {
    const codePoint = stretch.codePointAt(i)!;
    if (isMarkedTwice(stretch, i)) {
      places.push(twiceLostWays(charset));
      i++;
      continue;
    }
    if (isLossMark(codePoint)) {
      places.push(codePoint === 0x3f ? [...lostWays(charset), { bytes: [byte(0x3f)], cost: LITERAL }] : lostWays(charset));
      continue;
    }
    if (codePoint > 0xffff) i++;
    const length = encodeInto(codePoint, bytes, 0);
    if (length === 0) return null;
    if (codePoint === EURO && charset === 'gb18030') {
      places.push(TWO_EUROS);
      continue;
    }
    const other = otherPair?.(codePoint) ?? 0;
    if (other !== 0)
      places.push([
        { bytes: [byte(bytes[0]!), byte(bytes[1]!)], cost: 0 },
        { bytes: [byte(other >> 8), byte(other & 0xff)], cost: 0 },
      ]);
    else for (let k = 0; k < length; k++) places.push(knownPlace(bytes[k]!));
  }
  return places;
}

/** What a reader may have left out without a mark. */
export function droppedBy(charset: Charset): Dropped {
  return isSingleByte(charset)
    ? {
        bytes: bytesIn([0x80, 0xa0], [0xad, 0xad], ...letterHolesOf(charset).map(hole => [hole, hole] as const)),
        cost: WITHOUT_MARK,
        most: 2,
      }
    : { bytes: bytesIn([0x80, 0xff]), cost: WITHOUT_MARK, most: 2 };
}

/**
 * The proof of a reading: stored in one charset and read in the other it gives the damaged
 * stretch again, marks for all that cannot be read.
 * @param traceless whether what cannot be read may have left no mark
 * @param behind what follows the reading, as far as it is known: a byte may be read together with the next
 */
export function givesAgain(reading: string, stretch: string, from: Charset, as: Charset, traceless: boolean, behind = ''): boolean {
  const bytes: number[] = [];
  const add = (text: string): void => {
    for (const char of text) codec(from).encodeInto(char.codePointAt(0)!, bytes, bytes.length);
  };
  add(reading);
  const end = bytes.length;
  add(behind);
  return new Proof(bytes, end, stretch, as, traceless).gives();
}

/** The first byte of a text; -1 when there is none. */
export function firstByte(text: string, charset: Charset): number {
  const bytes = [-1, 0, 0, 0];
  if (text !== '') codec(charset).encodeInto(text.codePointAt(0)!, bytes, 0);
  return bytes[0]!;
}

/** How many pairs of places a proof looks at: a stretch of some hundred characters with a loss every few takes no more. */
const MOST_PLACES = 20_000;

/** Reads bytes up to an end again and compares with a damaged stretch. */
class Proof {
  readonly #reader;

  constructor(
    readonly bytes: readonly number[],
    readonly end: number,
    readonly stretch: string,
    readonly as: Charset,
    readonly traceless: boolean,
  ) {
    this.#reader = codec(as);
  }

  /** Whether the bytes give the stretch. Without recursion: a stretch may be a whole page. */
  gives(): boolean {
    const { end, stretch } = this;
    const width = stretch.length + 1;
    const passed = new Set<number>();
    const open = [0];
    for (let place = open.pop(); place !== undefined && passed.size < MOST_PLACES; place = open.pop()) {
      // Every pair of places is looked at once.
      if (passed.has(place)) continue;
      passed.add(place);
      const at = Math.floor(place / width);
      const unit = place % width;
      if (at === end && unit === stretch.length) return true;
      // The likeliest last, to be looked at first.
      const next = this.#behind(at, unit).filter(([to, stop]) => to <= end && stop <= stretch.length);
      for (let i = next.length - 1; i >= 0; i--) open.push(next[i]![0] * width + next[i]![1]);
    }
    return false;
  }

  /** Where the bytes and the stretch go on behind what is read at a place, or behind what may be lost there; the likeliest first. */
  #behind(at: number, unit: number): (readonly [at: number, unit: number])[] {
    const marked = unit < this.stretch.length && isLossMark(this.stretch.charCodeAt(unit));
    if (at === this.end) return marked ? [[at, unit + 1]] : [];
    const read = this.#reader.decodeAt(this.bytes, at, this.bytes.length);
    const size = this.#sizeOf(read, at, unit);
    // The stretch may have a character of another table, with more or fewer units.
    const units = this.stretch.codePointAt(unit)! > 0xffff ? 2 : 1;
    return [
      ...(size > 0 ? [[at + size, unit + units] as const] : []),
      ...(this.#mayBeLost(read, at) ? this.#behindLoss(at, unit, marked) : []),
    ];
  }

  /** How many bytes at `at` the stretch has its next character for, be it by another table than the reader's; 0 when it is not theirs. */
  #sizeOf(read: number, at: number, unit: number): number {
    const codePoint = this.stretch.codePointAt(unit);
    if (codePoint === undefined) return 0;
    if (read >= 0 && read >>> 3 === codePoint) return read & 7;
    const own = [0, 0, 0, 0];
    const size = this.#reader.encodeInto(codePoint, own, 0);
    for (let i = 0; i < size; i++) if (own[i] !== this.bytes[at + i]) return 0;
    return size;
  }

  /**
   * A byte may be lost although the table has it, as holes are by some, C1 controls by others,
   * and 80, the euro of CP936, by those without it.
   */
  #mayBeLost(read: number, at: number): boolean {
    const { as, bytes } = this;
    if (read < 0 || !isSurelyRead(read)) return true;
    return isSingleByte(as)
      ? bytes[at]! >= 0x80
      : losesBefore(as, bytes[at]!, bytes[at + 1] ?? 0) || (as === 'gb18030' && bytes[at] === 0x80);
  }

  #behindLoss(at: number, unit: number, marked: boolean): (readonly [at: number, unit: number])[] {
    if (!marked && !this.traceless) return [];
    const steps = at + 1 < this.bytes.length && this.bytes[at + 1]! >= 0x80 && !isSingleByte(this.as) ? [2, 1] : [1];
    const twice = isMarkedTwice(this.stretch, unit);
    // One mark may stand for several bytes, and two for one loss.
    return steps.flatMap(step => [
      ...(marked ? [[at + step, unit + 1] as const] : []),
      [at + step, unit] as const,
      ...(twice ? [[at + step, unit + 2] as const] : []),
    ]);
  }
}
