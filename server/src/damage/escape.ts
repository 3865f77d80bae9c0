/** Characters that stand escaped in the text: entities, percent, \u, quoted-printable, UTF-7, HZ, ISO-2022-CN: `encoding.escape`. */
import type { Finding } from '../base/finding';
import { t } from '../base/localise';
import { CharacterClass } from '../language/characters';
import { isAboutEncoding } from './aboutEncoding';
import { NOTATIONS, type Notation } from './escape/notations';
import { Stage, type DamageKind, type Spot } from './kind';

export interface EscapeOptions {
  /** Which notation; entities when left out. */
  readonly notation?: 'entity' | 'percent-u' | 'percent' | 'backslash-u' | 'backslash-x' | 'quoted-printable' | 'utf-7' | 'hz' | 'iso-2022-cn';
}

const HAN = /[\u3001-\u303f\u3400-\u9fff\uff01-\uff5e]/;
/** Where nothing is Chinese, markup and source text have escapes by right; rarely so many side by side. */
const LONG_RUN = 6;
/** A web address, or a path or query without its host: up to the next character that no address holds. */
const ADDRESS = /(?:\b(?:https?|ftp):\/\/|\bwww\.|\/[\w%.-]{1,80}\/|[?&][\w-]{1,40}=)[\x21-\x7e]*/g;
/** Notations that addresses use themselves. */
const IN_ADDRESSES = new Set(['entity', 'percent', 'percent-u']);

const LINE_NOTATIONS = NOTATIONS.filter(({ id }) => id !== 'quoted-printable');
const QUOTED_PRINTABLE = NOTATIONS.find(({ id }) => id === 'quoted-printable')!;
/** The end of a line that goes on in the next (RFC 2045). */
const SOFT_BREAK = /=\r?\n/g;

export const escapeKind: DamageKind<EscapeOptions> = {
  id: 'escape',
  codes: ['encoding.escape'],
  stage: Stage.Escaping,
  scope: 'line',
  triggers: LINE_NOTATIONS.reduce((bits, { trigger }) => bits | trigger, 0),
  forward: (text, { notation = 'entity' }) => NOTATIONS.find(({ id }) => id === notation)!.encode(text),
  find: text => LINE_NOTATIONS.flatMap(notation => runsOf(notation, text)).sort((a, b) => a.start - b.start),
  repair: text => decoded(text, LINE_NOTATIONS),
};

/** Quoted-printable is folded to short lines, often in the middle of a character: it can only be read as a whole. */
export const quotedPrintableKind: DamageKind = {
  id: 'escape.quoted-printable',
  codes: ['encoding.escape'],
  stage: Stage.Escaping,
  scope: 'document',
  triggers: QUOTED_PRINTABLE.trigger,
  forward: text => QUOTED_PRINTABLE.encode(text).replace(/(?:=[0-9A-F]{2}|[^=\n]){73,75}(?=.)/g, '$&=\n'),
  find: text => runsOf(QUOTED_PRINTABLE, text),
  repair(text) {
    const findings = decoded(text, [QUOTED_PRINTABLE]);
    if (findings.length === 0) return findings;
    const breaks = Array.from(text.matchAll(SOFT_BREAK), ({ index, 0: { length } }) => findingOf(text, index, index + length, '', QUOTED_PRINTABLE));
    return withoutOverlaps([...findings, ...breaks]);
  },
};

function decoded(text: string, notations: readonly Notation[]): Finding[] {
  const runs = notations.flatMap(notation => runsOf(notation, text).flatMap(({ start, end }) => {
    const meant = notation.decode(text.slice(start, end));
    return meant === null || (notation.trigger === CharacterClass.Backslash && isCode(text, start, end)) ? [] : [{ start, end, meant, notation }];
  }));
  // Where one is sure, the others of the text are as well.
  if (!HAN.test(text) && !runs.some(({ meant }) => HAN.test(meant) || meant.length >= LONG_RUN)) return [];
  return withoutOverlaps(runs.map(({ start, end, meant, notation }) => findingOf(text, start, end, meant, notation)));
}

/** Sorted by start; of those that overlap, the first and longest. */
function withoutOverlaps(findings: Finding[]): Finding[] {
  let covered = 0;
  return findings.sort((a, b) => a.start - b.start || b.end - a.end).filter(({ start, end }) => {
    if (start < covered) return false;
    covered = end;
    return true;
  });
}

/** Runs of escapes outside web addresses. */
function runsOf(notation: Notation, text: string): Spot[] {
  const runs: Spot[] = [];
  if (!text.includes(notation.mark)) return runs;
  const addresses = IN_ADDRESSES.has(notation.id) ? Array.from(text.matchAll(ADDRESS)) : [];
  let next = 0;
  for (const match of text.matchAll(notation.pattern)) {
    const start = match.index, end = start + match[0].length;
    while (next < addresses.length && addresses[next]!.index + addresses[next]![0].length <= start) next++;
    if (next < addresses.length && addresses[next]!.index <= start) continue;
    runs.push({ start, end });
  }
  return runs;
}

function findingOf(text: string, start: number, end: number, meant: string, { id }: Notation): Finding {
  const example = isAboutEncoding(lineAt(text, start));
  return {
    code: 'encoding.escape', start, end, severity: example ? 'hint' : 'warning',
    message: () => t('Escaped characters: “{0}”', meant),
    repair: example ? null : { newText: meant, proof: 'proven' },
    candidates: example ? [{ newText: meant, score: 0 }] : [],
    explanation: { mechanism: `escape.${id}`, damaged: text.slice(start, end), meant },
  };
}

/** Whether a few escapes stand in a string of source text. */
function isCode(line: string, start: number, end: number): boolean {
  return end - start < 30 && /[;={}()]/.test(line) && !HAN.test(line) && /["'`][^"'`]*$/.test(line.slice(Math.max(0, start - 40), start));
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, end < 0 ? text.length : end);
}
