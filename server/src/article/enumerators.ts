/** Numbers and words that open an item: 一、 （一） 1. ① 一是 第二， 首先， Offsets are relative to the text that is passed in. */
import { UnitSet } from '../base/unitSet';

/** Classes from the outside in, as documents nest them; `inline` ones also stand inside a paragraph. */
export type EnumeratorClass =
  | 'chapter'
  | 'han'
  | 'bracketed-han'
  | 'arabic'
  | 'bracketed-arabic'
  | 'circled'
  | 'inline-is'
  | 'inline-yao'
  | 'inline-ordinal'
  | 'inline-words';

/** The number of an item with its marks; offsets into the text passed in. */
export interface Enumerator {
  readonly class: EnumeratorClass;
  /** Its number, from 1. */
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

const HAN_DIGITS: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const WORDS: readonly (readonly [string, number])[] = [
  ['首先', 1],
  ['其次', 2],
  ['再次', 3],
  ['再者', 3],
  ['最后', 4],
  ['其一', 1],
  ['其二', 2],
  ['其三', 3],
  ['其四', 4],
];
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
/** Enumerators of one character, which open an item wherever they stand. */
export const CIRCLED_NUMBERS = new UnitSet([CIRCLED]);

/** The value of a number in digits or Han numerals up to 999 (十二, 二十三, 一百零五); null when it is none. */
export function numberValue(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  let total = 0;
  let digit = 0;
  for (const char of text) {
    if (char === '百') {
      total += (digit || 1) * 100;
      digit = 0;
    } else if (char === '十') {
      total += (digit || 1) * 10;
      digit = 0;
    } else {
      const value = HAN_DIGITS[char];
      if (value === undefined) return null;
      digit = value;
    }
  }
  return text.length > 0 ? total + digit : null;
}

const LEADING =
  /^(?:第([一二三四五六七八九十百]{1,4}|\d{1,2})[章节条部](?:分)?[\s、::]?|([一二三四五六七八九十]{1,3})(?:、|\.|。)|\(([一二三四五六七八九十]{1,3})\)[、.]?|(\d{1,2})(?:、|\.(?!\d(?!\d{3}年))|。)|\((\d{1,2})\)[、.]?|(\d{1,2})\))/;
const INLINE =
  /^(?:第([一二三四五六七八九十]{1,3})(?:[个件条句点]话?[\u4e00-\u9fff]{0,3})?(?=[,、:。]|是|要|就是)[,、:]?(?:就?是)?|([一二三四五六七八九十])(是|要|则|来|为)(?![一二三四五六七八九十]))/;

/** What an enumerator can begin with. */
const FIRST = new UnitSet([`第一二三四五六七八九十百(0123456789首其再最${CIRCLED}`]);

/**
 * The enumerator that begins at `at`, in look-up text. Only asks whether the characters can be one; whether they open a clause, and
 * whether a row of them is complete, is for the caller to see.
 * @returns null when none begins there
 */
export function enumeratorAt(folded: string, at: number): Enumerator | null {
  const first = folded.charCodeAt(at);
  if (!FIRST.has(first)) return null;
  if (CIRCLED_NUMBERS.has(first)) return { class: 'circled', value: CIRCLED.indexOf(folded[at]!) + 1, start: at, end: at + 1 };
  const head = folded.slice(at, at + 10);
  const leading = LEADING.exec(head);
  if (leading) {
    const index = leading.findIndex((part, i) => i > 0 && part !== undefined);
    const classes: readonly EnumeratorClass[] = ['chapter', 'han', 'bracketed-han', 'arabic', 'bracketed-arabic', 'bracketed-arabic'];
    return { class: classes[index - 1]!, value: numberValue(leading[index]!) ?? 0, start: at, end: at + leading[0].length };
  }
  const inline = INLINE.exec(head);
  if (inline) {
    const end = at + inline[0].length;
    if (inline[1] !== undefined) return { class: 'inline-ordinal', value: numberValue(inline[1]) ?? 0, start: at, end };
    return { class: inline[3] === '要' ? 'inline-yao' : 'inline-is', value: numberValue(inline[2]!) ?? 0, start: at, end };
  }
  for (const [word, value] of WORDS) {
    if (head.startsWith(word) && /^[,、要是,]/.test(head.slice(word.length)))
      return { class: 'inline-words', value, start: at, end: at + word.length };
  }
  return null;
}
