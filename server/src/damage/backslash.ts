/** Big5 has characters whose second byte is 5C, a backslash to programs that do not know Big5: one added after them: `encoding.backslash`. */
import type { Finding } from '../base/finding';
import { t } from '../base/localise';
import { CharacterClass } from '../language/characters';
import { decodeText } from '../language/codecs/codec';
import { Stage, type DamageKind } from './kind';

let characters: string | undefined;

/** All characters of Big5 with the trail byte 5C: 功 許 蓋 閱 淚 … */
function endingIn5C(): string {
  if (characters === undefined) {
    characters = '';
    for (let lead = 0x87; lead <= 0xfe; lead++) characters += decodeText('big5', [lead, 0x5c]) ?? '';
  }
  return characters;
}

export const backslashKind: DamageKind<Record<string, never>> = {
  id: 'backslash',
  codes: ['encoding.backslash'],
  stage: Stage.Storing,
  scope: 'line',
  triggers: CharacterClass.Backslash,

  forward(text) {
    const trailing = endingIn5C();
    return Array.from(text, char => (trailing.includes(char) ? `${char}\\` : char)).join('');
  },

  find(text) {
    const spots = [], trailing = endingIn5C();
    for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 1)) {
      // `\n`, `\u` and paths follow a character only by accident; a second backslash is one that was meant.
      if (at > 0 && trailing.includes(text[at - 1]!) && text[at + 1] !== '\\' && !/^u[0-9a-f]{4}/i.test(text.slice(at + 1, at + 6))) spots.push({ start: at, end: at + 1 });
    }
    return spots;
  },

  repair(text, spots) {
    return spots.map(({ start, end }): Finding => ({
      code: 'encoding.backslash', start, end, severity: 'warning', unnecessary: true,
      message: () => t('Backslash after “{0}”: its second byte in Big5 is 5C', text[start - 1]!),
      repair: { newText: '', proof: 'proven' },
      candidates: [],
      explanation: { mechanism: 'backslash', damaged: text.slice(start - 1, end), bytes: '5C', meant: text[start - 1]! },
    }));
  },
};
