/**
 * How well restored text reads on: the character model, and what print has that the model's counts, mostly transcripts of what was
 * spoken, hardly show.
 */
import { isIdeograph } from '../../language/characters';
import type { CharacterModel } from '../../language/language';
import { fluencyOfNames, type ByLine } from './byLine';
import { LINE_START } from './hypothesis';

const IDEOGRAPHIC_SPACE = 0x3000;
const QUESTION_MARK = 0xff1f;

/** Least log probability of a closing quotation mark behind what ends a sentence: speech is quoted in print. */
const CLOSES_SPEECH = -3;
/** Least log probability of an opening quotation mark behind a mark. */
const OPENS_SPEECH = -4;
/** Least log probability of an ideographic space: mastheads separate their items with it. */
const SEPARATES = -5.5;
/** Least log probability of a digit behind one. */
const SEPARATED_NUMBER = -4;
/** Greatest log probability of one at the end of a line, where it has no use. */
const ENDS_IN_SPACE = -7;

/**
 * Least log probability of a question mark: behind a particle that asks, behind 不 or 没 with one character more (好不好, 有没有), and
 * elsewhere.
 */
const ASKS = { particle: -2, choice: -4, other: -7.5 };
const ASKING = '吗嗎呢么麼麽';
const CHOOSING = '不没沒';

/** Natural log probability of a unit after two others; see `CharacterModel.step`. @param place whether names stand there */
export function fluency(model: CharacterModel, before: number, last: number, unit: number, place: ByLine): number {
  return fluencyOfNames(place, last, unit, inPrint(model, before, last, unit));
}

function inPrint(model: CharacterModel, before: number, last: number, unit: number): number {
  const score = model.step(before, last, unit);
  if (isIdeograph(unit)) return score;
  if (unit === QUESTION_MARK) return Math.max(score, asks(before, last));
  if (unit === IDEOGRAPHIC_SPACE) return Math.max(score, SEPARATES);
  if (last === IDEOGRAPHIC_SPACE) {
    if (unit === LINE_START) return Math.min(score, ENDS_IN_SPACE);
    return unit >= 0x30 && unit <= 0x39 ? Math.max(score, SEPARATED_NUMBER) : score;
  }
  if (unit === 0x201d) return endsSentence(last) ? Math.max(score, CLOSES_SPEECH) : score;
  if (unit === 0x201c)
    return endsSentence(last) || last === 0xff0c || last === 0x2c || last === 0xff1a || last === 0x3a
      ? Math.max(score, OPENS_SPEECH)
      : score;
  return score;
}

function asks(before: number, last: number): number {
  if (ASKING.includes(String.fromCharCode(last))) return ASKS.particle;
  return CHOOSING.includes(String.fromCharCode(before)) ? ASKS.choice : ASKS.other;
}

/** 。！？…, in either width. */
function endsSentence(unit: number): boolean {
  return unit === 0x3002 || unit === 0xff01 || unit === 0x21 || unit === 0xff1f || unit === 0x2026;
}
