/** What can be told of cells by how they look: before they are weighed, and where a stretch of them begins and ends. */
import { CharacterClass, characterClasses, HAN } from '../../language/characters';
import type { CharacterModel } from '../../language/language';
import type { Cell } from './cells';

/** Cells from a first to a last one. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** Ideographs and the marks between them. */
const CHINESE = HAN | CharacterClass.ChinesePunctuation;

/** How many characters behind a loss may still be read one byte off. */
const OUT_OF_STEP = 6;

/** Whether a cell reads as an ideograph or a mark: what is tried for has some. */
export function holdsChinese({ text }: Cell): boolean {
  const classes = characterClasses();
  for (let i = 0; i < text.length; i++) if ((classes[text.charCodeAt(i)]! & CHINESE) !== 0) return true;
  return false;
}

/**
 * A stretch may be text when its characters are together so many nats more frequent than
 * random ones: one mark is, or two everyday characters.
 */
const PROMISING = 3;
/** Log frequency of a random character. */
const RANDOM = -9.5;

/**
 * Whether some stretch of the cells holds characters in use that do not stand there anyway: a quick look before the
 * long one, for charsets whose form proves nothing.
 */
export function isPromising(cells: readonly Cell[], suspect: string, model: CharacterModel): boolean {
  let sum = 0;
  for (const cell of cells) {
    if (isNeutral(cell, suspect)) continue;
    const { text } = cell;
    for (let i = 0; i < text.length; i++) {
      sum = Math.max(0, sum + model.unigram(text[i]!) - RANDOM);
      if (sum >= PROMISING) return true;
    }
  }
  return false;
}

/** Whether a text has a unit of some kind that is in no cell. */
export function leaves(text: string, cells: readonly Cell[], isOfKind: (at: number) => boolean): boolean {
  let at = 0;
  for (const { start, end } of cells) {
    for (; at < start; at++) if (isOfKind(at)) return true;
    at = end;
  }
  for (; at < text.length; at++) if (isOfKind(at)) return true;
  return false;
}

/** Whether a cell is what stands there anyway. */
export function isNeutral({ start, end, text: read }: Cell, text: string): boolean {
  return end - start === 1 && read === text[start];
}

/**
 * Whether what comes out is what all these layers are tried for: mostly ideographs and their
 * marks. What is lost between cells does not count.
 */
export function isChinese(cells: readonly Cell[], { first, last }: Run): boolean {
  const classes = characterClasses();
  let chinese = 0;
  let foreign = 0;
  for (let n = first; n <= last; n++) {
    const { text } = cells[n]!;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if ((classes[unit]! & CHINESE) !== 0) chinese++;
      else if (unit > 0x7f) foreign++;
    }
  }
  return chinese > 2 * foreign;
}

/** Whether a cell ends in an ASCII character that was no character of its own, before text that is none either. */
export function isHalf({ end, text: read }: Cell, text: string): boolean {
  return read.length > 1 && /[!-~]$/.test(read) && text.charCodeAt(end - 1) > 0x7f && text.charCodeAt(end) > 0x7f;
}

/** Whether a cell reads as a rare character, and more text, which no cell explains, stands on one side of it. */
export function isMetByChance(text: string, { text: read }: Cell, beside: number): boolean {
  return isStrange(read, 0, read.length) && text.charCodeAt(beside) > 0x7f;
}

/** Symbols that may be other symbols, ★☆● or 」「〈: nothing tells which are meant. Letters may well be the bytes of punctuation (£¬). */
export function isTableOfSymbols(text: string): boolean {
  return !/[\x80-\u1fff\u3400-\u9fff\ue000-\uf8ff]/.test(text);
}

/** Rare characters alone say nothing: for a character of one charset there is often one in another. */
export function isAllStrange(read: string): boolean {
  for (let i = 0; i < read.length; i++) if (!isStrange(read, i, i + 1)) return false;
  return true;
}

/** Whether a unit is a mark of loss, or one that the layers do not explain. */
export function isBroken(text: string, at: number): boolean {
  return at >= 0 && at < text.length && (text[at] === '?' || isStrange(text, at, at + 1));
}

/** Whether something was lost since the last ASCII character. */
export function mayBeOutOfStep(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0 && (text.charCodeAt(i) > 0x7f || text[i] === '?'); i--)
    if (text.charCodeAt(i) === 0xfffd || text[i] === '?') return true;
  return false;
}

/** Where characters of pairs fall into step again behind a loss: behind the last one near it that nobody would have written. */
export function inStep(cells: readonly Cell[], head: number, tail: number): number {
  let first = head;
  for (let n = head; n <= Math.min(tail, head + OUT_OF_STEP); n++)
    if (/[A-Za-z|~^`@\\]/.test(cells[n]!.text) || isStrange(cells[n]!.text, 0, cells[n]!.text.length)) first = n + 1;
  return first;
}

/** Whether a stretch holds a character that is rare in Chinese. */
export function isStrange(text: string, start: number, end: number): boolean {
  const classes = characterClasses();
  const common = CharacterClass.HanCommon | CharacterClass.ChinesePunctuation;
  for (let i = start; i < end; i++) if (text.charCodeAt(i) > 0x7f && (classes[text.charCodeAt(i)]! & common) === 0) return true;
  return false;
}
