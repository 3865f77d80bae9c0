/** Half-width punctuation between ideographs: house style rather than damage: `encoding.width`. */
import { t } from '../base/localise';
import { CharacterClass, characterClasses, HAN } from '../language/characters';
import { Stage, type DamageKind } from './kind';
import { lineHint, spanOf, type StylePlace } from './lineHint';

const HALF = ',;:!?()';
const FULL = '，；：！？（）';

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

  find: text => spanOf(placesOf(text)),

  repair(text) {
    const places = placesOf(text);
    return [
      lineHint('encoding.width', 'width', text, places, () =>
        t('Half-width punctuation between ideographs: {0} in this line', places.length),
      ),
    ];
  },
};

function placesOf(text: string): StylePlace[] {
  const classes = characterClasses();
  const places: StylePlace[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const wide = unit >= 0xff10 && unit <= 0xff5a && (classes[unit]! & CharacterClass.FullwidthAlphanumeric) !== 0;
    if (
      wide ||
      (unit < 0x80 &&
        HALF.includes(text[i]!) &&
        (classes[text.charCodeAt(i - 1)]! & HAN) !== 0 &&
        (i + 1 === text.length || (classes[text.charCodeAt(i + 1)]! & HAN) !== 0))
    )
      places.push({ start: i, end: i + 1, meant: widened(unit) });
  }
  return withoutHalves(text, places);
}

/** Brackets only in pairs: where one of them must stay, the other does. */
function withoutHalves(text: string, places: StylePlace[]): StylePlace[] {
  if (!places.some(({ start }) => isBracket(text[start]!))) return places;
  const open: number[] = [];
  const partners = new Map<number, number>();
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') open.push(i);
    else if (text[i] === ')') {
      const partner = open.pop();
      if (partner !== undefined) partners.set(i, partner).set(partner, i);
    }
  }
  const starts = new Set(places.map(({ start }) => start));
  return places.filter(({ start }) => !isBracket(text[start]!) || starts.has(partners.get(start) ?? -1));
}

const isBracket = (char: string): boolean => char === '(' || char === ')';

function widened(unit: number): string {
  if (unit > 0xff00) return String.fromCharCode(unit - 0xfee0);
  return FULL[HALF.indexOf(String.fromCharCode(unit))]!;
}
