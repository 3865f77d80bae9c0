/**
 * What a document itself says elsewhere: names, offices and set phrases stand in it more than once, and a character
 * that was lost in one place is whole in another.
 */
import type { Reading } from './lattice';

/** Nats for a character that the document has between the same characters, by how many of them together, the character included. */
const WORTH = [0, 0, 3, 4, 3] as const;
/** A character that is rare elsewhere counts, in a document that has it, as much as the reading of this rank. */
const MIDDLING = 20;
/** Longest string that is looked up. */
const REACH = 4;
const HAN = /^[\u3400-\u9fff]+$/;

/**
 * The readings of a character with what the document has in its place counted in, best first.
 * @param before text before the character, in its line
 * @param after text behind it
 * @param document the text in which both stand
 */
export function byOwnWords(readings: readonly Reading[], before: string, after: string, document: string): Reading[] {
  const worth = new Map<string, number>();
  for (let length = 2; length <= REACH; length++) {
    const found = new Map<string, number>();
    for (let left = 0; left < length; left++) {
      const right = length - 1 - left;
      if (left > before.length || right > after.length) continue;
      for (const char of charactersBetween(before.slice(before.length - left), after.slice(0, right), document))
        found.set(char, (found.get(char) ?? 0) + 1);
    }
    for (const [char, times] of found) worth.set(char, (worth.get(char) ?? 0) + WORTH[length]! * Math.min(2, times));
  }
  const known = new Set(readings.map(({ text }) => text));
  // Rare characters, of names above all, are among no readings.
  const middling = readings[Math.min(MIDDLING, readings.length - 1)]?.score ?? 0;
  const rare = Array.from(worth.keys())
    .filter(char => !known.has(char))
    .map((text): Reading => ({ text, score: middling }));
  return [...readings, ...rare]
    .map(({ text, score }) => ({ text, score: score + (worth.get(text) ?? 0) }))
    .sort((a, b) => b.score - a.score);
}

/** The characters that stand between two strings anywhere in a document; one of the strings may be empty. */
function charactersBetween(left: string, right: string, document: string): Set<string> {
  const found = new Set<string>();
  if (!HAN.test(left + right)) return found;
  const anchor = left || right;
  for (let at = document.indexOf(anchor); at >= 0; at = document.indexOf(anchor, at + 1)) {
    const place = left ? at + left.length : at - 1;
    const char = document[place];
    if (char !== undefined && HAN.test(char) && document.startsWith(right, place + 1)) found.add(char);
  }
  return found;
}
