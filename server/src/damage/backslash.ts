/**
 * Big5 has characters whose second byte is 5C, a backslash to programs that do not know Big5: one put one in behind them, another took
 * the byte itself away, so that what follows is read one byte off: `encoding.backslash`.
 */
import type { Candidate, Finding } from '../base/finding';
import { t } from '../base/localise';
import { CharacterClass } from '../language/characters';
import { codec, decodeText, encodeText } from '../language/codecs/codec';
import type { Language } from '../language/language';
import { isAboutEncoding } from './aboutEncoding';
import { hexOf } from './hex';
import { LEFT_OVER } from './leftOver';
import { Stage, type DamageKind, type Spot } from './kind';
import { legibility } from './legibility';

export interface BackslashOptions {
  /** Whether the byte 5C is taken away; a backslash is put in behind it when left out. */
  readonly stripped?: boolean;
}

let characters: string | undefined;

/** All characters of Big5 with the trail byte 5C: 功 許 蓋 閱 淚 … */
function endingIn5C(): string {
  if (characters === undefined) {
    characters = '';
    for (let lead = 0x87; lead <= 0xfe; lead++) characters += decodeText('big5', [lead, 0x5c]) ?? '';
  }
  return characters;
}

const EACH_LEFT_OVER = new RegExp(LEFT_OVER, 'g');
/** Characters of a run at most: of the second bytes of Big5 four in ten are ASCII and end it. */
const LONGEST = 16;
/** Nats that a run must gain by the byte that is put back. */
const CONVINCING = 7;
/** Nats by which the best reading must be ahead of the next to be put in place. */
const AHEAD = 5;
/** Characters before a run that are scored together with it. */
const CONTEXT = 6;

export const backslashKind: DamageKind<BackslashOptions> = {
  id: 'backslash',
  codes: ['encoding.backslash'],
  stage: Stage.Storing,
  scope: 'line',
  triggers: CharacterClass.Backslash | CharacterClass.Letter | CharacterClass.AsciiPunctuation,

  forward(text, { stripped }) {
    const trailing = endingIn5C();
    if (!stripped) return Array.from(text, char => (trailing.includes(char) ? `${char}\\` : char)).join('');
    const bytes = encodeText('big5', text);
    if (!bytes) return text;
    const { decodeAt } = codec('big5');
    const kept: number[] = [];
    for (let at = 0; at < bytes.length;) {
      const length = decodeAt(bytes, at, bytes.length) & 7;
      for (let i = at; i < at + length; i++) if (bytes[i] !== 0x5c) kept.push(bytes[i]!);
      at += length;
    }
    return decodeText('big5', kept) ?? text;
  },

  find(text) {
    const spots: Spot[] = [];
    const trailing = endingIn5C();
    for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 1)) {
      // `\n`, `\u` and paths follow a character only by accident; a second backslash is one that was meant.
      if (at > 0 && trailing.includes(text[at - 1]!) && text[at + 1] !== '\\' && !/^u[0-9a-f]{4}/i.test(text.slice(at + 1, at + 6)))
        spots.push({ start: at, end: at + 1 });
    }
    for (const { index } of text.matchAll(EACH_LEFT_OVER)) if (text[index + 1] !== '\\') spots.push({ start: index, end: index + 2 });
    return spots.sort((a, b) => a.start - b.start);
  },

  repair(text, spots, { language }) {
    const findings: Finding[] = [];
    let covered = 0;
    for (const spot of spots) {
      const finding = text[spot.start] === '\\' ? added(text, spot) : stripped(text, spot.end, covered, language);
      if (!finding || finding.start < covered) continue;
      findings.push(finding);
      covered = finding.end;
    }
    return findings;
  },
};

function added(text: string, { start, end }: Spot): Finding {
  return {
    code: 'encoding.backslash',
    start,
    end,
    severity: 'warning',
    unnecessary: true,
    message: () => t('Backslash after “{0}”: its second byte in Big5 is 5C', text[start - 1]!),
    repair: { newText: '', proof: 'proven' },
    candidates: [],
    explanation: { mechanism: 'backslash', damaged: text.slice(start - 1, end), bytes: '5C', meant: text[start - 1]! },
  };
}

/** The run that ends at `end`, with 5C put back behind the first byte of one of its characters; null when none reads better so. */
function stripped(text: string, end: number, covered: number, { model }: Language): Finding | null {
  const after = text.slice(end, end + 3);
  const readings: { readonly start: number; readonly meant: string; readonly gain: number }[] = [];
  for (let start = end - 2; start >= covered && end - start <= LONGEST && text.charCodeAt(start) > 0x7f; start--) {
    const bytes = encodeText('big5', text.slice(start, end));
    if (!bytes) break;
    const meant = decodeText('big5', [bytes[0]!, 0x5c, ...bytes.subarray(1)]);
    if (meant === null || /[\x00-\x7f]/.test(meant)) continue;
    const from = Math.max(0, start - CONTEXT);
    const before = text.slice(from, start);
    const asItIs = legibility(before + text.slice(start, end) + after, model);
    const undone = legibility(before + meant + after, model);
    readings.push({ start, meant, gain: undone[undone.length - 1]! - asItIs[asItIs.length - 1]! });
  }
  readings.sort((a, b) => b.gain - a.gain);
  const best = readings[0];
  if (!best || best.gain < CONVINCING) return null;
  const { start, meant } = best;
  const example = isAboutEncoding(text);
  const isClear = !readings[1] || best.gain - readings[1].gain >= AHEAD;
  const candidates = readings.slice(0, 5).map((reading): Candidate => {
    const first = Math.min(start, reading.start);
    return {
      newText: first === start ? text.slice(start, reading.start) + reading.meant : reading.meant.slice(start - first),
      score: reading.gain - best.gain,
    };
  });
  return {
    code: 'encoding.backslash',
    start,
    end,
    severity: example ? 'hint' : 'warning',
    message: () => t('The second byte of “{0}” in Big5, 5C, was taken for a backslash and removed. It reads “{1}”', meant[0]!, meant),
    repair: !example && isClear ? { newText: meant, proof: 'likely' } : null,
    candidates: candidates.filter(({ newText }, i) => i === 0 || newText.length === meant.length),
    explanation: { mechanism: 'backslash.stripped', damaged: text.slice(start, end), bytes: hexOf(text.slice(start, end), 'big5'), meant },
  };
}
