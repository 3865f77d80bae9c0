/** How unlikely a decoded text is, for comparing decoders of the same bytes. */
import { CharacterClass as C, characterClasses } from './characters';
import type { CharacterModel } from './characterModel';

/** Letters of another language that a text may consist of. */
export type ForeignLetters = 'japanese' | 'korean' | 'western' | 'none';

/** What a character costs in running text of its own language, which the model of Chinese does not know. In nats. */
const FOREIGN = { hiragana: 3.5, katakana: 4.5, hangul: 8, latin: 5, strayLatin: 9, control: 14 };

/**
 * Negative log probability of a text by the character model; `letters` have a cost of their own,
 * so that text in another language is not taken for Chinese.
 * @returns `replaced` counts U+FFFD, which cost nothing here
 */
export function textCost(text: string, letters: ForeignLetters, model: CharacterModel): { cost: number; replaced: number } {
  const classes = characterClasses();
  let cost = 0;
  let replaced = 0;
  let from = 0;
  const special = (at: number, amount: number): void => {
    if (at > from) cost -= model.score(text, from, at);
    cost += amount;
    from = at + 1;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const bits = classes[unit]!;
    if (!(bits & (C.Broken | C.Kana | C.Hangul | C.SingleByte | C.PrivateUse | C.Surrogate))) continue;
    if (unit === 0xfffd) {
      replaced++;
      special(at, 0);
    } else if (bits & (C.Broken | C.PrivateUse)) special(at, FOREIGN.control);
    else if (bits & C.Kana && letters === 'japanese')
      special(at, unit < 0x30a0 ? FOREIGN.hiragana : unit < 0xff00 ? FOREIGN.katakana : FOREIGN.strayLatin);
    else if (bits & C.Hangul && letters === 'korean') special(at, FOREIGN.hangul);
    else if (bits & C.SingleByte && letters === 'western')
      special(
        at,
        (classes[text.charCodeAt(at - 1)] ?? 0) & C.Letter || (classes[text.charCodeAt(at + 1)] ?? 0) & C.Letter
          ? FOREIGN.latin
          : FOREIGN.strayLatin,
      );
  }
  if (text.length > from) cost -= model.score(text, from, text.length);
  return { cost, replaced };
}
