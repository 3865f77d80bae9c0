/** Private-use characters with a published meaning: GB 18030 drafts, Hong Kong's HKSCS, symbol fonts: `encoding.private-use`. */
import type { Finding } from '../base/finding';
import { t } from '../base/localise';
import { CharacterClass, characterClasses, HAN } from '../language/characters';
import { codec, decodeText } from '../language/codecs/codec';
import { Stage, type DamageKind, type Spot } from './kind';
import { suspiciousSpots } from './suspicion';

/** Symbol fonts of Windows put their glyphs at F000 plus their byte; what the commonest ones show (Wingdings, Symbol). */
const SYMBOLS: Readonly<Record<number, string>> = {
  0xf06c: '●',
  0xf06d: '❍',
  0xf06e: '■',
  0xf06f: '□',
  0xf070: '◻',
  0xf071: '❑',
  0xf072: '❒',
  0xf073: '⬧',
  0xf074: '⧫',
  0xf075: '◆',
  0xf076: '❖',
  0xf077: '⬥',
  0xf09f: '•',
  0xf0a0: '▫',
  0xf0a1: '○',
  0xf0a7: '▪',
  0xf0a8: '◻',
  0xf0aa: '✦',
  0xf0ab: '★',
  0xf0ac: '✶',
  0xf0b7: '•',
  0xf0d8: '➢',
  0xf0e0: '→',
  0xf0e8: '➔',
  0xf0f0: '⇨',
  0xf0fc: '✓',
  0xf0fb: '✗',
  0xf0fe: '☑',
  0xf0fd: '☒',
  0xf02d: '−',
  0xf0b0: '°',
  0xf0b4: '×',
  0xf0b1: '±',
  0xf0b3: '≥',
  0xf0a3: '≤',
};

/** HKSCS-1999 in the private use area: first code point, first lead byte, first trail byte (HKSCS-2004, annex 3). */
const HKSCS_ZONES: readonly (readonly [number, number, number, number])[] = [
  [0xe000, 0xe310, 0xfa, 0x40],
  [0xe311, 0xeeb7, 0x8e, 0x40],
  [0xeeb8, 0xf6b0, 0x81, 0x40],
  [0xf6b1, 0xf848, 0xc6, 0xa1],
];

export const privateUseKind: DamageKind<{ readonly standard?: 'gb18030' | 'hkscs' | 'symbol' }> = {
  id: 'private-use',
  codes: ['encoding.private-use'],
  stage: Stage.Authoring,
  scope: 'line',
  triggers: CharacterClass.PrivateUse,

  forward(text, { standard = 'gb18030' }) {
    const inverse = new Map<string, string>();
    for (let unit = 0xf8ff; unit >= 0xe000; unit--) {
      const meant = standard === 'gb18030' ? gb18030(unit) : standard === 'hkscs' ? hkscs(unit) : SYMBOLS[unit];
      if (meant) inverse.set(meant, String.fromCharCode(unit));
    }
    return Array.from(text, char => inverse.get(char) ?? char).join('');
  },

  find(text) {
    const classes = characterClasses();
    const spots: Spot[] = [];
    for (let i = 0; i < text.length; i++) {
      if ((classes[text.charCodeAt(i)]! & CharacterClass.PrivateUse) === 0) continue;
      const start = i;
      while (i + 1 < text.length && (classes[text.charCodeAt(i + 1)]! & CharacterClass.PrivateUse) !== 0) i++;
      spots.push({ start, end: i + 1 });
    }
    return spots;
  },

  repair(text, spots) {
    // Strings of them are bytes that were misread: none of their own meaning.
    const strange = suspiciousSpots(text, 2.5);
    const classes = characterClasses();
    return spots
      .filter(spot => !strange.some(({ start, end }) => spot.start < end && start < spot.end))
      .map(({ start, end }): Finding => {
        const damaged = text.slice(start, end);
        const units = Array.from({ length: damaged.length }, (_, i) => damaged.charCodeAt(i));
        const codes = units.map(unit => `U+${unit.toString(16).toUpperCase()}`).join(' ');
        // A bullet stands before what it marks, not in the middle of a sentence.
        const bullet = (classes[text.charCodeAt(start - 1)]! & (HAN | CharacterClass.ChinesePunctuation)) === 0;
        const meant = spell(units, unit => gb18030(unit) ?? (bullet ? (SYMBOLS[unit] ?? null) : null));
        // Hong Kong's extension has the code points that everybody has for characters of their own: a guess.
        const guess = meant === null ? spell(units, hkscs) : null;
        return {
          code: 'encoding.private-use',
          start,
          end,
          severity: meant === null ? 'information' : 'warning',
          message: () =>
            meant === null
              ? t('Private-use character {0}: what it shows depends on a font', codes)
              : t('Private-use character {0}: “{1}”', codes, meant),
          repair: meant === null ? null : { newText: meant, proof: 'proven' },
          candidates: guess === null ? [] : [{ newText: guess, score: 0 }],
          explanation: { mechanism: 'private-use', damaged, bytes: codes, ...(meant === null ? {} : { meant }) },
        };
      });
  },
};

/** What all units mean; null when one means nothing. */
function spell(units: readonly number[], meaning: (unit: number) => string | null): string | null {
  const parts = units.map(meaning);
  return parts.includes(null) ? null : parts.join('');
}

/** Characters that GB 18030-2000 still had in private use; today's table has them in their places. */
function gb18030(unit: number): string | null {
  const bytes = [0, 0, 0, 0];
  const length = codec('gb18030').encodeInto(unit, bytes, 0);
  const text = length === 2 ? decodeText('gb18030', bytes.slice(0, 2)) : null;
  return text !== null && (text.codePointAt(0)! < 0xe000 || text.codePointAt(0)! > 0xf8ff) ? text : null;
}

function hkscs(unit: number): string | null {
  const zone = HKSCS_ZONES.find(([from, to]) => unit >= from && unit <= to);
  if (!zone) return null;
  const [from, , lead, trail] = zone;
  const index = unit - from + (trail === 0xa1 ? 63 : 0);
  const place = index % 157;
  const text = decodeText('big5', [lead + Math.floor(index / 157), place < 63 ? 0x40 + place : 0xa1 + place - 63]);
  return text !== null && !/[\ue000-\uf8ff]/.test(text) ? text : null;
}
