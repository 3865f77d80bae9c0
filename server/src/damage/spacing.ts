/** Text with a space after every character, as layout programs and bad extractors give it: `encoding.spacing`. */
import type { Finding } from '../base/finding';
import { t } from '../base/localise';
import { CharacterClass, characterClasses } from '../language/characters';
import { Stage, type DamageKind, type Spot } from './kind';

export interface SpacingOptions {
  /** What stands between characters; a space when left out. */
  readonly space?: string;
}

/** Names and headings are spaced on purpose (张 三, 通 知, 关 于 印 发 的 通 知): a run must be this long to be damage. */
const SHORTEST = 8;

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
    const classes = characterClasses(), spots: Spot[] = [];
    const spaced = (unit: number): boolean => (classes[unit]! & (CharacterClass.HanCommon | CharacterClass.HanRare | CharacterClass.ChinesePunctuation | CharacterClass.Digit | CharacterClass.Letter | CharacterClass.FullwidthAlphanumeric | CharacterClass.AsciiPunctuation)) !== 0 && !isSpace(unit);
    for (let i = 0; i + 2 < text.length; i++) {
      if (!spaced(text.charCodeAt(i)) || !isSpace(text.charCodeAt(i + 1))) continue;
      let end = i, characters = 1, ideographs = classes[text.charCodeAt(i)]! & (CharacterClass.HanCommon | CharacterClass.HanRare) ? 1 : 0;
      const space = text.charCodeAt(i + 1);
      while (text.charCodeAt(end + 1) === space && end + 2 < text.length && (spaced(text.charCodeAt(end + 2)) || (space !== 0x3000 && text.charCodeAt(end + 2) === 0x3000))) {
        end += 2;
        characters++;
        if (classes[text.charCodeAt(end)]! & (CharacterClass.HanCommon | CharacterClass.HanRare)) ideographs++;
      }
      if (characters >= SHORTEST && ideographs * 2 > characters) spots.push({ start: i, end: end + 1 });
      i = end;
    }
    return spots;
  },

  repair(text, spots) {
    return spots.map(({ start, end }): Finding => {
      const meant = Array.from(text.slice(start, end)).filter((_, i) => i % 2 === 0).join('');
      // A whole line may be a heading that was spaced to look grand; running text has punctuation.
      const heading = text.trim().length === end - start && !/[，。；：、！？]/.test(meant) && meant.length < 16;
      return {
        code: 'encoding.spacing', start, end, severity: heading ? 'hint' : 'warning',
        message: () => t('A space after every character'),
        repair: heading ? null : { newText: meant, proof: 'proven' },
        candidates: heading ? [{ newText: meant, score: 0 }] : [],
        explanation: { mechanism: 'spacing', damaged: text.slice(start, end), meant },
      };
    });
  },
};
