/** Where characters were lost: the marks that stand for them, told from question marks and boxes that are meant. */
import { matchAt } from '../../base/sticky';
import { characterClasses, HAN } from '../../language/characters';
import type { Spot } from '../kind';

/** Marks of loss with what belongs to them: U+FFFD that were stored as UTF-8 and read as GBK, too. */
const LOST = /\??\ufffd[\ufffd?]*|(?:锟斤拷|锟斤|锟絒|锟)+[斤拷?\ufffd]*|\?{2,}|\?|[□〓]/g;
/**
 * At the beginning of a line: indentation or no-break spaces that the charset lacked, one or two marks each. Where a
 * line asks as much at its end, it begins so too.
 */
const INDENTATION = /^(?:\?\?){1,4}(?=[\u3400-\u9fff“‘（《【]|\d{1,4}[年月日])(?!.+\?\?)(?!.+\?\s*$)/;
/** What a dateline ends with; behind it stands a space: 本报讯 记者…, 新华社北京3月5日电 记者…. */
const DATELINE = /^[^，。；：！,;:!?？]{0,20}(?:[报報網网社台臺站刊][讯訊]|\d日[电電讯訊])(?=\?{1,2}[（(【\u3400-\u9fff\d])/;
/** Marks that stand closer than this are reported together. */
const CLOSE = 12;

/**
 * Boxes that are meant: to tick, in a form, or for what an inscription no longer shows. One that stands
 * for a lost character stands alone among others.
 */
const BOXES = /□\s*□|[√✓✔☑☒■]|_{2,}|(?:^|[\s：:（(])□/;

/** The marks of loss in a line, sorted; empty where nothing was lost, and for question marks and boxes that are meant. */
export function marksOf(text: string): Spot[] {
  const spots: Spot[] = [];
  if (!/[\ufffd锟?□〓]/.test(text)) return spots;
  const boxes = text.includes('□') && BOXES.test(text);
  for (const { index, 0: mark } of text.matchAll(LOST)) {
    const start = index;
    const end = start + mark.length;
    if (boxes && mark === '□') continue;
    if (!mark.includes('\ufffd') && mark[0] !== '锟' && !standsForSpace(text, start) && !standsForCharacter(text, start, end)) continue;
    if (mark === '锟' && !(isHan(text, start - 1) || isHan(text, end))) continue;
    spots.push({ start, end });
  }
  return spots;
}

/** Whether what stands at `start` is where a space would be that a charset lacks: indentation, or behind a dateline. */
export function standsForSpace(text: string, start: number): boolean {
  return start === 0 ? INDENTATION.test(text) : DATELINE.exec(text)?.[0].length === start;
}

/**
 * Where no question can end: in a number, 4?0日, and in place of the first figure of a year, ?015年. What stood
 * there was a character and a figure, or one of them.
 */
const IN_NUMBER = /(?<=(?:^|[\u3400-\u9fff])\d{1,4})\?(?=\d{1,4}[\u3400-\u9fff%％])|(?<=[\u3400-\u9fff])\?(?=[09]\d\d年)/y;

/** Whether a `?` stands within a number, so that nobody can say what it was. */
export function standsInNumber(text: string, start: number): boolean {
  return matchAt(IN_NUMBER, text, start) !== null;
}

/**
 * Whether a `?` or a stand-in is where a character would be: between ideographs, in a number,
 * or beside an ideograph where no question can end.
 */
function standsForCharacter(text: string, start: number, end: number): boolean {
  if (end - start > 2) return false;
  if (standsInNumber(text, start)) return true;
  const before = isHan(text, start - 1);
  const after = isHan(text, end);
  return (before && after) || (after && /[，、；：]/.test(text[start - 1] ?? '')) || (before && /[，、]/.test(text[end] ?? ''));
}

/** Marks that stand close together as one stretch: where nothing can be told of any of them, one report is enough. */
export function stretchesOf(text: string, marks: readonly Spot[]): Spot[] {
  const stretches: Spot[] = [];
  for (const mark of marks) {
    const before = stretches[stretches.length - 1];
    if (before && mark.start - before.end <= CLOSE && text[mark.start] === '\ufffd' && text[before.end - 1] === '\ufffd')
      stretches[stretches.length - 1] = { start: before.start, end: mark.end };
    else stretches.push(mark);
  }
  return stretches;
}

/** Whether a spot is a mark of loss, and no cluster of strange characters. */
export function isMark(text: string, { start, end }: Spot): boolean {
  return /^[\ufffd锟斤拷絒?□〓]+$/.test(text.slice(start, end));
}

/** Whether an ideograph stands at an offset; beyond the text there is none. */
export function isHan(text: string, at: number): boolean {
  return at >= 0 && at < text.length && (characterClasses()[text.charCodeAt(at)]! & HAN) !== 0;
}
