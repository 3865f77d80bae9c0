/**
 * Characters that stand escaped in the text: entities, percent, \u, quoted-printable, base 64, UTF-7, HZ, ISO-2022-CN: `encoding.escape`.
 */
import { withoutOverlaps } from '../base/edits';
import type { Finding } from '../base/finding';
import { t } from '../base/localise';
import { CharacterClass } from '../language/characters';
import type { Language } from '../language/language';
import { isAboutEncoding } from './aboutEncoding';
import type { Notation } from './escape/notation';
import { FOLDED_NOTATIONS, LINE_NOTATIONS } from './escape/notations';
import { codePointsOf } from './hex';
import { Stage, type DamageKind, type Spot } from './kind';

export interface EscapeOptions {
  /** Which notation; entities when left out. */
  readonly notation?:
    | 'entity'
    | 'entity.stripped'
    | 'full-width'
    | 'angle-bytes'
    | 'percent-u'
    | 'percent'
    | 'backslash-u'
    | 'backslash-u.stripped'
    | 'backslash-x'
    | 'style-sheet'
    | 'code-points'
    | 'quoted-string'
    | 'encoded-word'
    | 'base64'
    | 'utf-7'
    | 'hz'
    | 'iso-2022-cn';
}

const HAN = /[\u3001-\u303f\u3400-\u9fff\uff01-\uff5e]/;
/** In text without Chinese, escapes belong to markup and source text, unless this many characters are escaped side by side. */
const LONG_RUN = 6;
/** A web address, or a path or query without its host: up to the next character that no address holds, or a reference to one. */
const ADDRESS = /(?:\b(?:https?|ftp):\/\/|\bwww\.|\/[\w%.-]{1,80}\/|[?&][\w-]{1,40}=)(?:(?!&(?:amp;){0,2}#)[\x21-\x7e])*/g;
/** Notations that addresses use themselves. */
const IN_ADDRESSES = new Set(['entity', 'percent', 'percent-u', 'base64']);

/** An encoded word of a mail header names its charset. */
const ENCODED_WORD = /=\?[\w-]{3,10}\?[bq]\?[!->@-~]{0,4000}\?=/gi;

/** The end of a line that goes on in the next (RFC 2045). */
const SOFT_BREAK = /=\r?\n/g;

/** By notation that people write by hand as well: in how many places a line shows it, or a document. */
type Shown = ReadonlyMap<Notation, number>;

/** A notation that people write by hand as well proves damage from this many places on. */
const PROVEN = 2;

export const escapeKind: DamageKind<EscapeOptions, Shown, Shown> = {
  id: 'escape',
  codes: ['encoding.escape'],
  stage: Stage.Escaping,
  scope: 'line',
  triggers: triggersOf(LINE_NOTATIONS),
  forward: (text, { notation = 'entity' }) => LINE_NOTATIONS.find(({ id }) => id === notation)!.encode(text),
  observe: line => shownIn(line),
  summarise(lines) {
    const evidence = new Map<Notation, number>();
    for (const shown of lines)
      for (const [notation, places] of shown) evidence.set(notation, Math.min(PROVEN, (evidence.get(notation) ?? 0) + places));
    return { evidence, key: '' };
  },
  dependence: (_line, observed, evidence) => (observed ? Array.from(observed.keys(), one => `${one.id} ${evidence.get(one)}`).join() : ''),
  find: text => spotsOf(LINE_NOTATIONS, text),
  repair: (text, _spots, { language, evidence }) => decoded(text, LINE_NOTATIONS, language, evidence),
};

export const foldedEscapeKind: DamageKind = {
  id: 'escape.folded',
  codes: ['encoding.escape'],
  stage: Stage.Escaping,
  scope: 'document',
  triggers: triggersOf(FOLDED_NOTATIONS),
  forward: text => FOLDED_NOTATIONS[0]!.encode(text).replace(/(?:=[0-9A-F]{2}|[^=\n]){73,75}(?=.)/g, '$&=\n'),
  find: text => spotsOf(FOLDED_NOTATIONS, text),
  repair(text, _spots, { language }) {
    const findings = decoded(text, FOLDED_NOTATIONS, language);
    if (findings.length === 0) return findings;
    const breaks = Array.from(text.matchAll(SOFT_BREAK), ({ index, 0: { length } }) =>
      findingOf(text, { start: index, end: index + length, meant: '', notation: FOLDED_NOTATIONS[0]! }, false),
    );
    return withoutOverlaps([...findings, ...breaks].sort(byPlace));
  },
};

const BY_HAND = LINE_NOTATIONS.filter(({ placesShown }) => placesShown);

/** What a line shows of notations that are written by hand as well; null for none, and for a line that speaks of them. */
function shownIn(line: string): Shown | null {
  let shown: Map<Notation, number> | null = null;
  for (const notation of BY_HAND) {
    const runs = runsOf(notation, line);
    if (runs.length === 0) continue;
    if (isAboutEncoding(line)) return null;
    (shown ??= new Map<Notation, number>()).set(
      notation,
      runs.reduce((places, run) => places + notation.placesShown!(line, run), 0),
    );
  }
  return shown;
}

function triggersOf(notations: readonly Notation[]): number {
  return notations.reduce((bits, { trigger }) => bits | trigger, 0);
}

function spotsOf(notations: readonly Notation[], text: string): Spot[] {
  return notations.flatMap(notation => runsOf(notation, text)).sort((a, b) => a.start - b.start);
}

/** A run of escapes and what it says. */
interface Run extends Spot {
  readonly meant: string;
  readonly notation: Notation;
}

function decoded(text: string, notations: readonly Notation[], language: Language, evidence?: Shown): Finding[] {
  const source = isSourceText(text);
  const runs = notations.flatMap(notation =>
    runsOf(notation, text).flatMap(({ start, end }): Run[] => {
      const meant = notation.decode(text.slice(start, end), language);
      return meant === null ||
        (notation.trigger === CharacterClass.Backslash &&
          ((source && isQuoted(text, start, end)) || isValue(text, start, end) || isRange(text, start, end)))
        ? []
        : [{ start, end, meant, notation }];
    }),
  );
  // Where one is sure, the others of the text are as well.
  if (!HAN.test(text) && !runs.some(run => HAN.test(run.meant) || run.meant.length >= LONG_RUN)) return [];
  runs.sort(byPlace);
  const examples = examplesAmong(runs, text);
  // Under other damage the document did not show what the line does now.
  const own = runs.some(({ notation }) => notation.placesShown) ? shownIn(text) : null;
  const isUnproven = ({ notation }: Run): boolean =>
    notation.placesShown !== undefined && Math.max(own?.get(notation) ?? 0, evidence?.get(notation) ?? 0) < PROVEN;
  return withoutOverlaps(runs.map(run => findingOf(text, run, examples.has(run) || isUnproven(run))));
}

/** The order in which the first and longest of those that overlap comes first. */
const byPlace = (a: Spot, b: Spot): number => a.start - b.start || b.end - a.end;

/** Runs of escapes outside web addresses. */
function runsOf(notation: Notation, text: string): Spot[] {
  const runs: Spot[] = [];
  if (!text.includes(notation.mark) || notation.isOwn?.(text)) return runs;
  const addresses = IN_ADDRESSES.has(notation.id) ? Array.from(text.matchAll(ADDRESS)) : [];
  let next = 0;
  for (const match of text.matchAll(notation.pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    while (next < addresses.length && addresses[next]!.index + addresses[next]![0].length <= start) next++;
    if (next < addresses.length && addresses[next]!.index <= start) continue;
    runs.push({ start, end });
  }
  return runs;
}

function findingOf(text: string, { start, end, meant, notation }: Run, example: boolean): Finding {
  return {
    code: 'encoding.escape',
    start,
    end,
    severity: example ? 'hint' : 'warning',
    message: () => t('Escaped characters: “{0}”', meant),
    repair: example ? null : { newText: meant, proof: 'proven' },
    candidates: example ? [{ newText: meant, score: 0 }] : [],
    explanation: { mechanism: `escape.${notation.id}`, damaged: text.slice(start, end), bytes: codePointsOf(meant), meant },
  };
}

/**
 * The runs in lines that speak of encodings. What a run itself names, as encoded words do, is no topic of the text: the lines are asked
 * without their runs, each once.
 * @param runs sorted by start
 */
function examplesAmong(runs: readonly Run[], text: string): ReadonlySet<Run> {
  const examples = new Set<Run>();
  const places: number[] = [];
  let rest = '';
  let at = 0;
  for (const { start, end } of runs) {
    rest += `${text.slice(at, start)} `;
    places.push(rest.length - 1);
    at = Math.max(at, end);
  }
  rest += text.slice(at);
  let lineEnd = -1;
  let isExample = false;
  runs.forEach((run, i) => {
    if (places[i]! > lineEnd) {
      const lineStart = rest.lastIndexOf('\n', places[i]!) + 1;
      const next = rest.indexOf('\n', places[i]!);
      lineEnd = next < 0 ? rest.length : next;
      isExample = isAboutEncoding(rest.slice(lineStart, lineEnd).replace(ENCODED_WORD, ' '));
    }
    if (isExample) examples.add(run);
  });
  return examples;
}

/** Source text in which nothing is Chinese. */
function isSourceText(text: string): boolean {
  return /[;={}()]/.test(text) && !HAN.test(text);
}

/** A string in source text, or the value of a key in a configuration, is no longer than this. */
const SHORT = 30;

/** Whether a few escapes stand in a string of source text. */
function isQuoted(text: string, start: number, end: number): boolean {
  return end - start < SHORT && /["'`][^"'`]*$/.test(text.slice(Math.max(0, start - 40), start));
}

/** Whether a few escapes are the value of a key, as configurations and samples of JSON have it: `key=\u4e2d`, `"name": "\u4e2d"`. */
function isValue(text: string, start: number, end: number): boolean {
  return end - start < SHORT && /[A-Za-z_][\w.-]{0,30}["']? ?[=:] ?["']?$/.test(text.slice(Math.max(0, start - 40), start));
}

/** Whether an escape is one end of a range of characters, as patterns have it: `[\\u4e00-\\u9fa5]`. */
function isRange(line: string, start: number, end: number): boolean {
  return (
    (line[end] === '-' && line[end + 1] === '\\') ||
    (line[start - 1] === '-' && /\\u\{?[0-9a-fA-F]{4,6}\}?-$/.test(line.slice(Math.max(0, start - 10), start)))
  );
}
