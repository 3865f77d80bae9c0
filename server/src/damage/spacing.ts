/** Text with a space after every character, as layout programs and bad extractors give it: `encoding.spacing`. */
import type { Finding } from '../base/finding';
import { t } from '../base/localise';
import { CharacterClass, characterClasses, HAN } from '../language/characters';
import { Stage, type DamageKind, type Spot } from './kind';

export interface SpacingOptions {
  /** What stands between characters; a space when left out. */
  readonly space?: string;
}

/** Names and headings are spaced on purpose (张 三, 通 知, 关 于 印 发 的 通 知): a run must be this long to be damage. */
const SHORTEST = 8;

/** The ideographic space: where other spaces stand between all characters, it is a character of the text itself. */
const INDENT = 0x3000;

const isSpace = (unit: number): boolean => unit === 0x20 || unit === 0x3000 || unit === 0xa0 || unit === 9;

export const spacingKind: DamageKind<SpacingOptions> = {
  id: 'spacing',
  codes: ['encoding.spacing'],
  stage: Stage.Authoring,
  scope: 'line',
  triggers: CharacterClass.Space,

  forward(text, { space = ' ' }) {
    return Array.from(text).join(space);
  },

  find(text) {
    const spots: Spot[] = [];
    for (let i = 0; i + 2 < text.length; i++) {
      if ((isSpace(text.charCodeAt(i)) && text.charCodeAt(i) !== INDENT) || !isSpace(text.charCodeAt(i + 1))) continue;
      const { end, characters, ideographs } = runFrom(text, i);
      if (characters >= SHORTEST && (ideographs * 2 > characters || ideographs >= SHORTEST)) spots.push({ start: i, end });
      i = Math.max(i, end - 1);
    }
    return spots;
  },

  repair(text, spots) {
    return spots.map(({ start, end }): Finding => {
      const meant = Array.from(text.slice(start, end))
        .filter((_, i) => i % 2 === 0)
        .join('');
      // A whole line may be a heading that was spaced to look grand; running text has punctuation.
      const heading = text.trim().length === end - start && !/[，。；：、！？]/.test(meant) && meant.length < 16;
      return {
        code: 'encoding.spacing',
        start,
        end,
        severity: heading ? 'hint' : 'warning',
        message: () => t('A space after every character'),
        repair: heading ? null : { newText: meant, proof: 'proven' },
        candidates: heading ? [{ newText: meant, score: 0 }] : [],
        explanation: { mechanism: 'spacing', damaged: text.slice(start, end), meant },
      };
    });
  },
};

/** The longest alternation of one character and the same space; a character may be a space of the text itself. */
function runFrom(text: string, start: number): { readonly end: number; readonly characters: number; readonly ideographs: number } {
  const classes = characterClasses();
  let end = start;
  let characters = 0;
  let ideographs = 0;
  let space = -1;
  for (let at = start; at < text.length;) {
    const codePoint = text.codePointAt(at)!;
    const next = at + (codePoint > 0xffff ? 2 : 1);
    const separator = text.charCodeAt(next);
    if (space < 0) space = separator;
    if (isSpace(codePoint) && (codePoint !== INDENT || space === INDENT)) {
      // A space of the text has one character on either side.
      if (at === start || separator !== space || isSpace(text.charCodeAt(next + 1)) || next + 1 >= text.length) break;
    } else {
      if (next < text.length && !isSpace(separator)) break;
      end = next;
      if ((classes[text.charCodeAt(at)]! & HAN) !== 0) ideographs++;
    }
    characters++;
    if (separator !== space) break;
    at = next + 1;
  }
  return { end, characters, ideographs };
}
