/**
 * A character of a name that the charset lacked, spelled out by its components in brackets: 朱(金容)基 for 朱镕基: `encoding.lost-bytes`.
 */
import type { Finding } from '../base/finding';
import { t } from '../base/localise';
import { matchAt } from '../base/sticky';
import { UnitSet } from '../base/unitSet';
import { CharacterClass } from '../language/characters';
import { componentsOf, composedOf } from '../language/components';
import { isFamilyName } from '../language/familyNames';
import { isSimplifiedOnly, isTraditionalOnly } from '../language/script';
import { Stage, type DamageKind, type Spot } from './kind';

export interface SpelledOutOptions {
  /** The opening and the closing bracket; `()` when left out. */
  readonly brackets?: string;
}

const OPENS = new UnitSet(['(（[［{｛<〈【〔']);
/** (金容) （金+容） {金容} [左金右容] <上日下升>: two or three components, with or without what joins them. */
const SPELLING =
  /[(（[［{｛<〈【〔](?:左(?<left>[\u4e00-\u9fa5])右|上(?<top>[\u4e00-\u9fa5])下|(?<first>[\u4e00-\u9fa5])[+＋*＊/／]?)(?<second>[\u4e00-\u9fa5])(?:[+＋*＊/／]?(?<third>[\u4e00-\u9fa5]))?[)）\]］}｝>〉】〕]/y;

export const spelledOutKind: DamageKind<SpelledOutOptions> = {
  id: 'spelled-out',
  codes: ['encoding.lost-bytes'],
  stage: Stage.Storing,
  scope: 'line',
  triggers: CharacterClass.AsciiPunctuation | CharacterClass.ChinesePunctuation,

  forward(text, { brackets = '()' }) {
    return Array.from(text, char => {
      const components = componentsOf(char);
      return components === undefined ? char : brackets.charAt(0) + components + brackets.charAt(1);
    }).join('');
  },

  find(text) {
    const spots: Spot[] = [];
    for (let at = 0; at < text.length; at++) {
      const match = OPENS.has(text.charCodeAt(at)) && isInName(text, at) ? matchAt(SPELLING, text, at) : null;
      if (match) spots.push({ start: at, end: at + match[0].length });
    }
    return spots;
  },

  repair(text, spots, { language: { words } }) {
    const isTraditional = spots.length > 0 && holdsTraditional(text);
    return spots.flatMap(({ start, end }): Finding[] => {
      const damaged = text.slice(start, end);
      const components = Object.values(matchAt(SPELLING, text, start)?.groups ?? {}).join('');
      const meant = composed(components, isTraditional);
      // 废水（水利）: a word in brackets; 镕(金容): how it is written.
      if (meant === null || words.has(components) || text[start - 1] === meant) return [];
      return [
        {
          code: 'encoding.lost-bytes',
          start,
          end,
          severity: 'warning',
          message: () => t('“{0}” spells out a character that the charset lacked: “{1}”', damaged, meant),
          repair: { newText: meant, proof: 'likely' },
          candidates: [],
          explanation: { mechanism: 'spelled-out', damaged, meant },
        },
      ];
    });
  },
};

/** Whether a name may go on at an offset: a family name stands before it, or one with the first character of a given name. */
function isInName(text: string, at: number): boolean {
  return at > 0 && (isFamilyName(text.charCodeAt(at - 1)) || (at > 1 && isFamilyName(text.charCodeAt(at - 2))));
}

function holdsTraditional(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isTraditionalOnly(text.charCodeAt(at))) return true;
  return false;
}

/** The character that components make up, of several the one in the script of the text around it; null when there is none. */
function composed(components: string, isTraditional: boolean): string | null {
  const characters = composedOf(components);
  if (characters.length < 2) return characters[0] ?? null;
  const isOther = isTraditional ? isSimplifiedOnly : isTraditionalOnly;
  return characters.find(char => !isOther(char.charCodeAt(0))) ?? null;
}
