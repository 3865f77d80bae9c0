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
    const classes = characterClasses(), spots: Spot[] = [];
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
    const shaped = NEEDS_JOINERS.test(text), findings: Finding[] = [];
    // Among strange characters they are bytes that were misread.
    const strange = suspiciousSpots(text);
    for (const spot of spots) {
      if (strange.some(({ start, end }) => spot.start >= start && spot.end <= end)) continue;
      let { start } = spot;
      while (start < spot.end) {
        if (belongs(text, start, shaped)) { start++; continue; }
        let end = start + 1;
        while (end < spot.end && !belongs(text, end, shaped)) end++;
        findings.push(findingOf(text, start, end));
        start = end;
      }
    }
    return findings;
  },
};

/** U+FFFD and noncharacters stand for something lost; C1 controls beside other strange characters are bytes that were misread. */
function isInvisible(unit: number): boolean {
  return (characterClasses()[unit]! & TRIGGERS) !== 0 && unit < 0xfffc && !(unit >= 0xfdd0 && unit <= 0xfdef) && unit !== 0x3164 && unit !== 0xffa0;
}

/** Whether an invisible character does its work where it stands. */
function belongs(text: string, at: number, shaped: boolean): boolean {
  const unit = text.charCodeAt(at);
  if (shaped && unit >= 0x200c && unit <= 0x206f) return true;
  const before = at >= 2 && (text.charCodeAt(at - 1) & 0xfc00) === 0xdc00 ? text.slice(at - 2, at) : text.slice(Math.max(0, at - 1), at);
  const after = String.fromCodePoint(text.codePointAt(at + 1) ?? 0x20);
  // Between the parts of an emoji; after one that a selector has turned into a picture.
  if (unit === 0x200d) return (EMOJI.test(before) || before === '\ufe0f') && EMOJI.test(after);
  if (unit === 0xfe0f || unit === 0xfe0e) return EMOJI.test(before) || /[\u2190-\u2bff\u3030\u303d\u3297\u3299\u00a9\u00ae]/.test(before);
  // Standardised variants of ideographs and of full-width marks.
  if (unit >= 0xfe00 && unit <= 0xfe02) return IDEOGRAPH.test(before) || /[\uff01-\uff1f\u3001\u3002]/.test(before);
  // Strange characters beside C1 controls: a wrong charset, not ours.
  if (unit >= 0x80 && unit < 0xa0 || unit === 0xad) return isStrange(text.charCodeAt(at - 1)) || isStrange(text.charCodeAt(at + 1)) || unit === 0xad && /[a-z]/i.test(before) && /[a-z]/i.test(after) && !IDEOGRAPH.test(text);
  if (unit === 0x1b || unit === 0x0e || unit === 0x0f) return /[\x0e\x0f]/.test(text) && /[!-~]/.test(after + before);
  return false;
}

function isStrange(unit: number): boolean {
  const bits = characterClasses()[unit]!;
  return (bits & (CharacterClass.SingleByte | CharacterClass.Broken)) !== 0 && (bits & (CharacterClass.ChinesePunctuation | CharacterClass.Invisible)) === 0;
}

function findingOf(text: string, start: number, end: number): Finding {
  const names = [...new Set(Array.from(text.slice(start, end), char => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`))];
  return {
    code: 'encoding.invisible', start, end, severity: 'warning', unnecessary: true,
    message: () => t('Invisible character: {0}', names.slice(0, 4).join(' ')),
    repair: { newText: '', proof: 'proven' },
    candidates: [],
    explanation: { mechanism: 'invisible', damaged: text.slice(start, end), bytes: names.join(' '), meant: '' },
  };
}
