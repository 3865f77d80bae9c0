/** Whether a line that ends without a final mark is cut off there, and how that shows. Look-up text. */
import { edged } from '../base/edged';
import { isDigit, isHan } from '../article/characters';
import { clauseEnd, EVEN } from '../article/lines/flow';
import { Memo } from '../base/memo';
import { CharacterClass, characterClasses } from '../language/characters';
import type { Language } from '../language/language';
import { foldForLookup } from '../language/script';
import type { WordList } from '../language/wordList';

/** How a cut shows. */
export type CutKind = 'after-comma' | 'open-quote' | 'mid-word' | 'after-number' | 'mid-clause';

/** A cut at the end of a line. */
export interface Cut {
  readonly kind: CutKind;
  /** True where the signs leave no doubt; otherwise the line may just lack its final mark. */
  readonly certain: boolean;
  /** The probability that a clause ends behind the last characters. */
  readonly ends: number;
  /**
   * What the line ends with: for `mid-word` the beginning of a word; for `mid-clause` the word that needs something behind it, or
   * characters behind which clauses seldom end.
   */
  readonly stub: string;
  /** For `mid-word`, words that begin with `stub`, most probable first. */
  readonly words: readonly string[];
}

/** Words that always have something behind them. */
const FUNCTION_WORDS =
  /(?:十分|非常|更加|比较|不|没有|没|同一|一|十|的|和|与|及|以及|或|或者|并|并且|而|且|在|对|对于|把|将|被|为|为了|向|从|由|以|按|按照|根据|关于|通过|围绕|针对|因|因为|如|如果|但|但是|虽然|不仅|不但|既|又|也|还|就|才|都|要|必须|不得|应|应当|是|于|至|到|让|使|给|比|跟|同|其|该|各|每|第|这|那|某|本|之|所|进一步|不断|切实|全面|深入|积极|认真|加强|推动|推进|促进|强化|完善|落实|开展|坚持|提高|提升|确保|实现|实施|建立|构建|打造|加快|深化|优化|健全|学习|传达学习|贯彻|贯彻落实|聚焦|对标|对照|结合|立足|包括|特别是|尤其是|例如|比如|使得|成为|作为|属于|具有|位于|经过|随着|面对)$/;
/**
 * Endings with which a line is complete although it has no mark: who was there, formulas, the item of a list before
 * the last one, and what is asked for (劲往哪里使).
 */
const COMPLETE = edged(
  /(?:;(?:以?及|和|或|并)|参加会议|出席会议|等参加|等出席|陪同|主持会议|列席会议|参加活动|参加调研|合影|留念|在内|如下|谢谢|敬礼|此致|特此通知|特此公告|特此函告|吧|吗|呢|啊|报道|前[一二两三四五六七八九十]|哪[里儿]?[使去走来用花放看找]|(?:什么|怎么|如何|怎样|谁来?)[干做办看用走抓管评])$/,
);
/**
 * A probability that a clause ends below which a line is certainly cut: one headline in a
 * hundred has a lower one, but a third of all cut lines.
 */
const SELDOM = 0.003;
/** A probability that a clause ends below which the line may stop inside a word. */
const UNLIKELY = 0.05;

/** From this probability of the characters that complete a word on, the word is certainly cut. */
const COMPELLING = 0.45;
/** From this probability on, it may be. */
const TELLING = 0.2;

/**
 * How a line is cut at its end.
 * @param line the line up to its end, without blanks there
 * @param sentence where the last sentence begins in it
 * @returns null when it may well be complete
 */
export function cutAt(line: string, sentence: number, language: Language): Cut | null {
  const last = line[line.length - 1];
  if (last === undefined) return null;
  const cut = (kind: CutKind, certain: boolean, ends = 0, stub = '', words: readonly string[] = []): Cut => ({
    kind,
    certain,
    ends,
    stub,
    words,
  });
  if (last === ',' || last === '、') return cut('after-comma', true);
  const open = openMark(line, sentence);
  if (open >= 0) return cut('open-quote', true, 0, line.slice(open, open + 6));
  if (isDigit(last.charCodeAt(0))) return cut('after-number', true);
  const ends = isHan(last.charCodeAt(0)) ? clauseEnd(language.model, line) : 1;
  if (COMPLETE.test(line.slice(-8))) return null;
  const functionWord = functionWordAt(line, language);
  // Verbs need an object as a rule, but not always: 工作有序推进.
  if (functionWord) return cut('mid-clause', functionWord.length === 1 || ends < EVEN, ends, functionWord);
  const word = wordStub(line, language);
  if (word) return cut('mid-word', word.likely >= COMPELLING && ends < UNLIKELY, ends, word.stub, word.words);
  return cut('mid-clause', ends < SELDOM, ends, line.slice(-2));
}

/** A word that always has something behind it; a character of such a kind that ends a longer word (行为, 统一) does not count. */
function functionWordAt(line: string, { words }: Language): string | null {
  const match = FUNCTION_WORDS.exec(line.slice(-6));
  if (!match) return null;
  const whole =
    match[0].length > 1 || !(words.has(line.slice(-2)) || words.has(line.slice(-3)) || /[二三四五六七八九]十$|\d.$/.test(line.slice(-2)));
  return whole ? match[0] : null;
}

/**
 * The last opening bracket or book-title mark of the sentence that nothing closes; -1 when
 * there is none. Quotes are told apart in `balance.ts`.
 */
function openMark(line: string, sentence: number): number {
  const round = line.lastIndexOf('(');
  const title = line.lastIndexOf('《');
  if (title >= sentence && line.indexOf('》', title) < 0) return title;
  if (round >= sentence && line.indexOf(')', round) < 0) return round;
  return -1;
}

/** A word is named as one that a stub may begin where it is so much as probable as the most probable one. */
const WORTH_NAMING = 0.02;

/** The beginning of a word at the end of the line: characters that are no word by themselves and with which a known word begins. */
function wordStub(line: string, { words, model }: Language): { stub: string; words: readonly string[]; likely: number } | null {
  const context = line.slice(-8);
  for (const length of [3, 2, 1]) {
    const stub = context.slice(-length);
    if (stub.length < length || !/^[\u4e00-\u9fff]+$/.test(stub)) continue;
    if (length > 1 && words.has(stub)) continue;
    // A single character ends a word as a rule: 城镇居 does not, 居住地 does.
    if (length === 1 && endsWord(context, words)) continue;
    const following = charactersBehind(stub, words);
    const goesOn = following
      .map(next => ({ word: stub + next, likely: Math.exp(model.score(context + next, context.length)) }))
      .sort((a, b) => b.likely - a.likely);
    const likely = goesOn.reduce((sum, next) => sum + next.likely, 0);
    if (goesOn.length === 0 || likely < TELLING) continue;
    // Of the word list one entry in thousands is none; the model knows nothing of those.
    const named = goesOn.filter(next => next.likely > goesOn[0]!.likely * WORTH_NAMING).slice(0, 3);
    return { stub, words: named.map(({ word }) => word), likely };
  }
  return null;
}

const behind = new WeakMap<WordList, Memo<readonly string[]>>();

/** The characters in everyday use that make a word of a stub; thousands are tried, so the answer is kept. */
function charactersBehind(stub: string, words: WordList): readonly string[] {
  let known = behind.get(words);
  if (!known) behind.set(words, (known = new Memo()));
  return known.get(stub, () => words.continuing(stub, commonCharacters()).map(unit => String.fromCharCode(unit)));
}

let common: Uint16Array | undefined;

/** Simplified characters in everyday use. */
function commonCharacters(): Uint16Array {
  if (!common) {
    const classes = characterClasses();
    const found: number[] = [];
    for (let unit = 0x4e00; unit <= 0x9fff; unit++) {
      const char = String.fromCharCode(unit);
      if ((classes[unit]! & CharacterClass.HanCommon) !== 0 && foldForLookup(char) === char) found.push(unit);
    }
    common = Uint16Array.from(found);
  }
  return common;
}

function endsWord(context: string, words: Language['words']): boolean {
  for (let length = 2; length <= 4 && length <= context.length; length++) if (words.has(context.slice(-length))) return true;
  return false;
}
