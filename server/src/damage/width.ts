/** Half-width punctuation between ideographs: house style rather than damage: `encoding.width`. */
import type { Finding } from '../base/finding';
import { t } from '../base/localise';
import { CharacterClass, characterClasses, HAN } from '../language/characters';
import { Stage, type DamageKind, type Spot } from './kind';

const HALF = ',;:!?()', FULL = '，；：！？（）';

export const widthKind: DamageKind<Record<string, never>> = {
  id: 'width',
  codes: ['encoding.width'],
  stage: Stage.Authoring,
  scope: 'line',
  onRequest: true,
  triggers: CharacterClass.AsciiPunctuation | CharacterClass.FullwidthAlphanumeric,

  forward(text) {
    return Array.from(text, char => (FULL.includes(char) ? HALF[FULL.indexOf(char)]! : char)).join('');
  },

  /** One spot for the line, from its first such character to its last: a hint a comma would hide everything else. */
  find(text) {
    const places = placesOf(text);
    return places.length === 0 ? [] : [{ start: places[0]!.start, end: places[places.length - 1]!.end }];
  },

  repair(text, spots) {
    return spots.map(({ start, end }): Finding => {
      const places = placesOf(text), parts: string[] = [];
      let at = start;
      for (const place of places) {
        parts.push(text.slice(at, place.start), widened(text.charCodeAt(place.start)));
        at = place.end;
      }
      return {
        code: 'encoding.width', start, end, severity: 'hint',
        message: () => t('Half-width punctuation between ideographs: {0} in this line', places.length),
        repair: { newText: parts.join(''), proof: 'likely' },
        candidates: [],
        explanation: { mechanism: 'width', damaged: text.slice(start, end), meant: parts.join('') },
      };
    });
  },
};

function placesOf(text: string): Spot[] {
  const classes = characterClasses(), places: Spot[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const wide = unit >= 0xff10 && unit <= 0xff5a && (classes[unit]! & CharacterClass.FullwidthAlphanumeric) !== 0;
    if (wide || (unit < 0x80 && HALF.includes(text[i]!) && (classes[text.charCodeAt(i - 1)]! & HAN) !== 0 && (i + 1 === text.length || (classes[text.charCodeAt(i + 1)]! & HAN) !== 0))) places.push({ start: i, end: i + 1 });
  }
  return places;
}

function widened(unit: number): string {
  if (unit > 0xff00) return String.fromCharCode(unit - 0xfee0);
  return FULL[HALF.indexOf(String.fromCharCode(unit))]!;
}
