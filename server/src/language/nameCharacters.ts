/** How usual characters are at each place of Chinese personal names; numbers by UTF-16 unit of simplified text. */
import table from '../../data/names.json';

/** Natural log probability of the most usual character of a text, letter `a` of the table, and of one that the table lacks. */
const MOST_USUAL = -4;
const UNUSUAL = -15;

/** The weight of a character that is as frequent in names as in text; characters that the table lacks count as neutral. */
export const NEUTRAL = numberOf('m');

/** Weights are in half nats: the log of how much more usual a character is at that place than in text, and `NEUTRAL`. */
export interface NameCharacters {
  /** -1 for what is no family name. */
  readonly family: Int8Array;
  readonly middle: Int8Array;
  readonly last: Int8Array;
  /** Natural log probability in text. */
  readonly text: Float32Array;
}

let opened: NameCharacters | undefined;

/** The tables, read from `server/data/names.json` on first use. */
export function nameCharacters(): NameCharacters {
  return (opened ??= {
    family: filled(new Int8Array(0x10000).fill(-1), table.surname, weight => weight),
    middle: filled(new Int8Array(0x10000).fill(NEUTRAL), table.middle, weight => weight),
    last: filled(new Int8Array(0x10000).fill(NEUTRAL), table.last, weight => weight),
    text: filled(new Float32Array(0x10000).fill(UNUSUAL), table.text, weight => MOST_USUAL - weight / 2),
  });
}

/** Natural log probability of a unit at one place of names; `weights` are those of that place. */
export function probabilityInNames(unit: number, weights: Int8Array): number {
  return nameCharacters().text[unit]! + (weights[unit]! - NEUTRAL) / 2;
}

function filled<T extends Int8Array | Float32Array>(
  target: T,
  { chars, weights }: { readonly chars: string; readonly weights: string },
  value: (weight: number) => number,
): T {
  for (let i = 0; i < chars.length; i++) target[chars.charCodeAt(i)] = value(numberOf(weights.charAt(i)));
  return target;
}

function numberOf(letter: string): number {
  return letter.charCodeAt(0) - 'a'.charCodeAt(0);
}
