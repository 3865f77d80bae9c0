/** Characters that nobody sees: zero-width, byte order marks, soft hyphens, control characters: `encoding.invisible`. */
import type { Finding } from '../base/finding';
import { t } from '../base/localise';
import { CharacterClass, characterClasses } from '../language/characters';
import { Stage, type DamageKind, type Spot } from './kind';
import { suspiciousSpots } from './suspicion';

export interface InvisibleOptions {
  /** What is put between characters; ZWSP when left out. */
  readonly character?: string;
  /** How often, from 0 to 1; 0.1 when left out. */
  readonly rate?: number;
}

const TRIGGERS = CharacterClass.Invisible | CharacterClass.Broken;

/** Joiners and selectors belong to scripts that shape their letters and to emoji; direction marks to right-to-left text. */
const NEEDS_JOINERS = /[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\ufb1d-\ufdff\ufe70-\ufefc]/;
const EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u20e3#*0-9]/u;
const IDEOGRAPH = /\p{Script=Han}/u;

export const invisibleKind: DamageKind<InvisibleOptions> = {
  id: 'invisible',
  codes: ['encoding.invisible'],
  stage: Stage.Keeping,
  scope: 'line',
  triggers: TRIGGERS,

  forward(text, { character = '\u200b', rate = 0.1 }, random) {
    return Array.from(text, char => (random() < rate ? char + character : char)).join('');
  },

  find(text) {
    const classes = characterClasses();
    const spots: Spot[] = [];
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if ((classes[unit]! & TRIGGERS) === 0 || !isInvisible(unit)) continue;
      let end = i + 1;
      while (end < text.length && isInvisible(text.charCodeAt(end))) end++;
      spots.push({ start: i, end });
      i = end - 1;
    }
    return spots;
  },

  repair(text, spots) {
    const shaped = NEEDS_JOINERS.test(text);
    const findings: Finding[] = [];
    // Among strange characters they are bytes that were misread.
    const strange = suspiciousSpots(text);
    for (const spot of spots) {
      if (
        !ONLY_LINE_ENDS.test(text.slice(spot.start, spot.end)) &&
        strange.some(({ start, end }) => spot.start >= start && spot.end <= end)
      )
        continue;
      let { start } = spot;
      while (start < spot.end) {
        if (belongs(text, start, shaped)) {
          start++;
          continue;
        }
        let end = start + 1;
        while (end < spot.end && !belongs(text, end, shaped)) end++;
        findings.push(findingOf(text, start, end, breaksIn(text, start, end)));
        start = end;
      }
    }
    return findings;
  },
};

/** U+FFFD and noncharacters stand for something lost; C1 controls beside other strange characters are bytes that were misread. */
function isInvisible(unit: number): boolean {
  return (
    (characterClasses()[unit]! & TRIGGERS) !== 0 &&
    unit < 0xfffc &&
    !(unit >= 0xfdd0 && unit <= 0xfdef) &&
    unit !== 0x3164 &&
    unit !== 0xffa0
  );
}

/** Where an invisible character stands: the characters beside it, and whether the text is in a script that shapes its letters. */
interface Place {
  readonly text: string;
  readonly at: number;
  readonly before: string;
  readonly after: string;
  readonly shaped: boolean;
}

/** What invisible characters are for: code points, and whether one does that work where it stands. */
const USES: readonly { readonly first: number; readonly last: number; belongs(place: Place): boolean }[] = [
  // Letters joined or kept apart, and their direction.
  { first: 0x200c, last: 0x206f, belongs: ({ shaped }) => shaped },
  // Between the parts of an emoji; after one that a selector has turned into a picture.
  { first: 0x200d, last: 0x200d, belongs: ({ before, after }) => (EMOJI.test(before) || before === '\ufe0f') && EMOJI.test(after) },
  {
    first: 0xfe0e,
    last: 0xfe0f,
    belongs: ({ before }) => EMOJI.test(before) || /[\u2190-\u2bff\u3030\u303d\u3297\u3299\u00a9\u00ae]/.test(before),
  },
  // Standardised variants of ideographs and of full-width marks.
  { first: 0xfe00, last: 0xfe02, belongs: ({ before }) => IDEOGRAPH.test(before) || /[\uff01-\uff1f\u3001\u3002]/.test(before) },
  // Strange characters beside C1 controls and soft hyphens: a wrong charset, not ours.
  { first: 0x80, last: 0x9f, belongs: isAmongStrange },
  {
    first: 0xad,
    last: 0xad,
    belongs: place => isAmongStrange(place) || (/[a-z]/i.test(place.before) && /[a-z]/i.test(place.after) && !IDEOGRAPH.test(place.text)),
  },
  // Shifts of ISO-2022-CN.
  { first: 0x0e, last: 0x0f, belongs: isShift },
  { first: 0x1b, last: 0x1b, belongs: isShift },
];

/** Whether an invisible character does its work where it stands. */
function belongs(text: string, at: number, shaped: boolean): boolean {
  const unit = text.charCodeAt(at);
  const before = at >= 2 && (text.charCodeAt(at - 1) & 0xfc00) === 0xdc00 ? text.slice(at - 2, at) : text.slice(Math.max(0, at - 1), at);
  const place: Place = { text, at, before, after: String.fromCodePoint(text.codePointAt(at + 1) ?? 0x20), shaped };
  return USES.some(use => unit >= use.first && unit <= use.last && use.belongs(place));
}

function isAmongStrange({ text, at }: Place): boolean {
  return isStrange(text.charCodeAt(at - 1)) || isStrange(text.charCodeAt(at + 1));
}

function isShift({ text, before, after }: Place): boolean {
  return /[\x0e\x0f]/.test(text) && /[!-~]/.test(after + before);
}

/**
 * Ends of lines that no editor shows as such: vertical tab and form feed of word processors, NEL, line and
 * paragraph separator (Unicode, UAX 14, class BK and NL).
 */
const LINE_ENDS = /[\v\f\x85\u2028\u2029]/g;
const ONLY_LINE_ENDS = /^[\v\f\x85\u2028\u2029]{2,}$/;

/** What a run of invisible characters stands for: as many line breaks as it has in the middle of a line, nothing otherwise. */
function breaksIn(text: string, start: number, end: number): string {
  const isInside = /\S/.test(text.slice(0, start)) && /\S/.test(text.slice(end));
  return isInside ? '\n'.repeat(text.slice(start, end).match(LINE_ENDS)?.length ?? 0) : '';
}

function isStrange(unit: number): boolean {
  const bits = characterClasses()[unit]!;
  return (
    unit !== 0x85 &&
    (bits & (CharacterClass.SingleByte | CharacterClass.Broken)) !== 0 &&
    (bits & (CharacterClass.ChinesePunctuation | CharacterClass.Invisible)) === 0
  );
}

function findingOf(text: string, start: number, end: number, meant: string): Finding {
  const names = [
    ...new Set(Array.from(text.slice(start, end), char => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)),
  ];
  return {
    code: 'encoding.invisible',
    start,
    end,
    severity: 'warning',
    ...(meant === '' ? { unnecessary: true } : {}),
    message: () => t('Invisible character: {0}', names.slice(0, 4).join(' ')),
    repair: { newText: meant, proof: 'proven' },
    candidates: [],
    explanation: { mechanism: 'invisible', damaged: text.slice(start, end), bytes: names.join(' '), meant },
  };
}
