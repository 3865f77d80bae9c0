/**
 * UTF-8 that was read as Latin-1 and then lost its C1 controls, which nothing shows: `encoding.lost-bytes`. Every character keeps its
 * first byte, and of the others those from A0 on, so that all of them are known in part.
 */
import type { Finding } from '../base/finding';
import { t } from '../base/localise';
import { CharacterClass } from '../language/characters';
import { sequenceLength } from '../language/codecs/unicode';
import type { Language } from '../language/language';
import { isAboutEncoding } from './aboutEncoding';
import { hexOf } from './hex';
import { Stage, type DamageKind, type Spot } from './kind';
import { byte, bytesIn } from './lostBytes/byteSet';
import { knownPlace, readLattice, type Place } from './lostBytes/lattice';
import { byWords } from './lostBytes/ranking';

/** What is left of a character: its first byte, and up to one or two others. */
const REST = '(?:[Â-ß][\\xa0-\\xbf]?|[à-ï][\\xa0-\\xbf]{0,2})';
/** Text in Latin letters never has this many in a row with at most a figure or a word between them. */
const RUN = new RegExp(`${REST}(?:[\\x20-\\x7e]{0,6}${REST}){5,}`, 'g');
const PARTS = new RegExp(`${REST}|[\\x20-\\x7e]`, 'g');
/**
 * How many bytes behind the first ones must be left: half of all are. And characters that must have lost one:
 * before a control that is still there only one can have.
 */
const LEAST_LEFT = 0.5;
const LEAST_BROKEN = 3;

/** Characters that are read together, and of one document at most: each takes about a millisecond. */
const TOGETHER = 40;
const MOST_READ = 3000;
/** Readings that are offered, and units of context. */
const OFFERED = 5;
const CONTEXT = 6;

const LOST = bytesIn([0x80, 0x9f]);

export const droppedControlsKind: DamageKind<object, number, boolean> = {
  id: 'dropped-controls',
  codes: ['encoding.lost-bytes'],
  stage: Stage.Crawling,
  scope: 'line',
  triggers: CharacterClass.SingleByte,

  forward: text =>
    Array.from(new TextEncoder().encode(text), value => (value >= 0x80 && value < 0xa0 ? '' : String.fromCharCode(value))).join(''),

  observe(line) {
    const length = runsOf(line).reduce((sum, { start, end }) => sum + end - start, 0);
    return length === 0 ? null : length;
  },

  summarise(lengths) {
    const isReadable = lengths.reduce((sum, length) => sum + length, 0) <= MOST_READ;
    return { evidence: isReadable, key: String(isReadable) };
  },

  find: runsOf,

  repair: (text, spots, { language, evidence: isReadable = true }) =>
    spots.map(spot => findingOf(text, spot, isReadable ? readingsOf(text, spot, language) : [])),
};

function runsOf(text: string): Spot[] {
  const runs: Spot[] = [];
  for (const { index, 0: run } of text.matchAll(RUN)) {
    const rests = run.match(PARTS)!.filter(part => part > '\x7f');
    const left = rests.reduce((sum, rest) => sum + rest.length - 1, 0);
    const broken = rests.filter(rest => rest.length < lengthOf(rest)).length;
    const letters = run.match(/[A-Za-z]/g)?.length ?? 0;
    if (left >= LEAST_LEFT * rests.length && broken >= LEAST_BROKEN && letters < rests.length)
      runs.push({ start: index, end: index + run.length });
  }
  return runs;
}

/** How many bytes a character has, by its first. */
const lengthOf = (rest: string): number => sequenceLength(rest.charCodeAt(0));

/** What may stand behind the rest of a character. */
function placeOf(rest: string): Place {
  const known = Array.from(rest, char => byte(char.charCodeAt(0)));
  const lost = rest > '\x7f' ? lengthOf(rest) - rest.length : 0;
  if (lost === 0) return known.length === 1 ? knownPlace(known[0]!.id) : [{ bytes: known, cost: 0 }];
  const [first, ...left] = known as [(typeof known)[0], ...typeof known];
  if (left.length === 0) return [{ bytes: [first, ...Array.from({ length: lost }, () => LOST)], cost: 0 }];
  return [
    { bytes: [first, LOST, ...left], cost: 0 },
    { bytes: [first, ...left, LOST], cost: 0 },
  ];
}

/** What a run most probably said: its best readings. With half of the bytes gone they are legible, but seldom right throughout. */
function readingsOf(text: string, { start, end }: Spot, language: Language): string[] {
  const places = text.slice(start, end).match(PARTS)!.map(placeOf);
  const outside = text.slice(Math.max(0, start - CONTEXT), start);
  let readings = [''];
  for (let from = 0; from < places.length; from += TOGETHER) {
    const to = Math.min(places.length, from + TOGETHER);
    const before = (outside + readings[0]!).slice(-CONTEXT);
    const after = to < places.length ? '' : text.slice(end, end + CONTEXT) || '\n';
    const read = readLattice({ places: places.slice(from, to), charset: 'utf-8', before, after }, language);
    if (read.length === 0) return [];
    const better = byWords(read, before, after, language);
    readings = better.slice(0, from === 0 ? OFFERED : 1).map(reading => readings[0]! + reading.text);
  }
  return readings;
}

function findingOf(text: string, { start, end }: Spot, readings: readonly string[]): Finding {
  const damaged = text.slice(start, end);
  const [meant] = readings;
  return {
    code: 'encoding.lost-bytes',
    start,
    end,
    severity: isAboutEncoding(text) ? 'hint' : 'warning',
    message: () =>
      meant === undefined
        ? t('The characters that stood here are lost; the file on disk or an earlier version may still have them')
        : t('Bytes were lost when {0} was read as {1}. It may have been “{2}”', 'utf-8', 'windows-1252', meant),
    repair: null,
    candidates: readings.map((newText, n) => ({ newText, score: -n })),
    explanation: {
      mechanism: 'dropped-controls',
      layers: ['utf-8 as windows-1252'],
      damaged,
      bytes: hexOf(damaged, 'windows-1252'),
      ...(meant === undefined ? {} : { meant }),
    },
  };
}
