/**
 * UTF-8 that was read as Latin-1 and then lost its C1 controls, which nothing shows: `encoding.lost-bytes`. Every character keeps its
 * first byte, and of the others those from A0 on, so that all of them are known in part.
 */
import type { Finding } from '../base/finding';
import { t } from '../base/localise';
import { CharacterClass } from '../language/characters';
import { codec } from '../language/codecs/codec';
import { sequenceLength } from '../language/codecs/unicode';
import type { Language } from '../language/language';
import { isAboutEncoding } from './aboutEncoding';
import { hexOf } from './hex';
import { Stage, type DamageKind, type Spot } from './kind';
import { byte, bytesIn, isKnown } from './lostBytes/byteSet';
import { knownPlace, readLattice, type Place, type Reading } from './lostBytes/lattice';
import { byWords, certainty } from './lostBytes/ranking';

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

/** Characters that are read together, and of one document at most: each takes about two milliseconds. */
const TOGETHER = 40;
const MOST_READ = 3000;
/** Share of the probability that a character must have for its neighbours to rest on it, and to be put in place. */
const SURE = 0.99;
const CERTAIN = 0.9999;
/** Characters on either side that are read together with one. */
const NEAR = 1;
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
    spots.flatMap(spot => findingsOf(text, spot, isReadable ? piecesOf(text, spot, language) : [])),
};

function runsOf(text: string): Spot[] {
  const runs: Spot[] = [];
  for (const { index, 0: run } of text.matchAll(RUN)) {
    const rests = run.match(PARTS)!.filter(part => part > '\x7f');
    const left = rests.reduce((sum, rest) => sum + rest.length - 1, 0);
    const broken = rests.filter(rest => rest.length < lengthOf(rest)).length;
    const letters = run.match(/[A-Za-z]/g)?.length ?? 0;
    const end = index + run.length;
    const hasControls = isControl(text.charCodeAt(index - 1)) || isControl(text.charCodeAt(end));
    if (left >= LEAST_LEFT * rests.length && broken >= LEAST_BROKEN && letters < rests.length && !hasControls)
      runs.push({ start: index, end });
  }
  return runs;
}

/** Whether a unit is one of the bytes that are gone, as itself or as the sign that Windows has for it: then nothing was dropped. */
function isControl(unit: number): boolean {
  const bytes: number[] = [];
  return (unit >= 0x80 && unit < 0xa0) || (codec('windows-1252').encodeInto(unit, bytes, 0) === 1 && LOST.values.includes(bytes[0]!));
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

/** A character of a run with what it may have been, best first. */
interface Piece extends Spot {
  readonly readings: readonly Reading[];
  /** Whether all its bytes are there: it is what it is, whatever stands beside it. */
  readonly isWhole: boolean;
}

/**
 * What a run may have said, character by character: with half of the bytes gone it is legible, but seldom right throughout.
 * @returns empty where nothing reads
 */
function piecesOf(text: string, { start, end }: Spot, language: Language): Piece[] {
  const parts = text.slice(start, end).match(PARTS)!;
  const places = parts.map(placeOf);
  const outside = text.slice(Math.max(0, start - CONTEXT), start);
  const units: string[] = [];
  for (let from = 0; from < places.length; from += TOGETHER) {
    const to = Math.min(places.length, from + TOGETHER);
    const before = (outside + units.slice(-CONTEXT).join('')).slice(-CONTEXT);
    const after = to < places.length ? '' : text.slice(end, end + CONTEXT) || '\n';
    const read = readLattice({ places: places.slice(from, to), charset: 'utf-8', before, after }, language);
    const best = byWords(read, before, after, language)[0];
    if (!best) return [];
    units.push(...read.find(reading => reading.text === best.text)!.units);
  }
  let at = start;
  return places.map((place, n) => {
    const from = Math.max(0, n - NEAR);
    const to = Math.min(places.length, n + 1 + NEAR);
    const before = (outside + units.slice(Math.max(0, from - CONTEXT), from).join('')).slice(-CONTEXT);
    const after = (units.slice(to, to + CONTEXT).join('') + (text.slice(end, end + CONTEXT) || '\n')).slice(0, CONTEXT);
    const isWhole = place.every(({ bytes }) => bytes.every(isKnown));
    const piece = { start: at, end: (at += parts[n]!.length), isWhole };
    if (isWhole) return { ...piece, readings: [{ text: units[n]!, score: 0 }] };
    const read = readLattice({ places: places.slice(from, to), charset: 'utf-8', before, after }, language);
    return { ...piece, readings: shares(byWords(read, before, after, language), n - from) };
  });
}

/** Which characters readings have at a place, best first: with all that they have beside them. */
function shares(readings: readonly Reading[], at: number): Reading[] {
  const best = readings[0]!.score;
  const sums = new Map<string, number>();
  for (const { text, score } of readings) {
    const unit = text.charAt(at);
    sums.set(unit, (sums.get(unit) ?? 0) + Math.exp(score - best));
  }
  return Array.from(sums, ([text, sum]) => ({ text, score: Math.log(sum) })).sort((a, b) => b.score - a.score);
}

/** Pieces as findings: those in a row that are certain are told together, and of the others those of one clause. */
function findingsOf(text: string, spot: Spot, pieces: readonly Piece[]): Finding[] {
  if (pieces.length === 0) return [findingOf(text, spot, [], false)];
  const sureness = pieces.map(({ readings }) => certainty(readings));
  const isSure = (n: number): boolean => n < 0 || n >= pieces.length || sureness[n]! >= SURE;
  const isCertain = (n: number): boolean => pieces[n]!.isWhole || (sureness[n]! >= CERTAIN && isSure(n - 1) && isSure(n + 1));
  const findings: Finding[] = [];
  for (let n = 0, next; n < pieces.length; n = next) {
    const certain = isCertain(n);
    next = n + 1;
    while (next < pieces.length && isCertain(next) === certain && (certain || !endsClause(pieces[next - 1]!))) next++;
    const spotOfAll = { start: pieces[n]!.start, end: pieces[next - 1]!.end };
    findings.push(findingOf(text, spotOfAll, together(pieces.slice(n, next), certain ? 1 : OFFERED), certain));
  }
  // Figures are what they are.
  return findings.filter(({ start, end, candidates }) => candidates[0]?.newText !== text.slice(start, end));
}

const endsClause = ({ readings }: Piece): boolean => '，。；：！？、'.includes(readings[0]!.text);

/** What pieces in a row may be together, best first. */
function together(pieces: readonly Piece[], most: number): Reading[] {
  return pieces.reduce<Reading[]>(
    (begun, { readings }) =>
      begun
        .flatMap(({ text, score }) => readings.slice(0, most).map(next => ({ text: text + next.text, score: score + next.score })))
        .sort((a, b) => b.score - a.score)
        .slice(0, most),
    [{ text: '', score: 0 }],
  );
}

function findingOf(text: string, { start, end }: Spot, readings: readonly Reading[], isSure: boolean): Finding {
  const damaged = text.slice(start, end);
  const [best] = readings;
  const example = isAboutEncoding(text);
  return {
    code: 'encoding.lost-bytes',
    start,
    end,
    severity: example ? 'hint' : 'warning',
    message: () =>
      best
        ? t('Bytes were lost when {0} was read as {1}. It may have been “{2}”', 'utf-8', 'windows-1252', best.text)
        : t('The characters that stood here are lost; the file on disk or an earlier version may still have them'),
    repair: best && isSure && !example ? { newText: best.text, proof: 'likely' } : null,
    // As it stands nobody can read it.
    ...(best && !isSure && !example ? { guess: best.text } : {}),
    candidates: readings.map(reading => ({ newText: reading.text, score: reading.score - best!.score })),
    explanation: {
      mechanism: 'dropped-controls',
      layers: ['utf-8 as windows-1252'],
      damaged,
      bytes: hexOf(damaged, 'windows-1252'),
      ...(best ? { meant: best.text } : {}),
    },
  };
}
