/** `sentence.unbalanced`: quotes and brackets without a partner. Offsets into the prose. */
import { perContent } from '../base/memo';
import { UnitSet } from '../base/unitSet';
import type { Prose } from '../article/prose';

/** A mark without a partner. */
export interface LoneMark {
  readonly at: number;
  readonly opens: boolean;
}

const PARTNERS: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '（': '）',
  '《': '》',
  '【': '】',
  '〔': '〕',
};
const OPENING: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(PARTNERS).map(([open, close]) => [close, open]));
/** How many open marks a closing one may cross to reach its partner; behind more, it has none. */
const MOST_CROSSED = 4;
/**
 * Farthest that two marks of one direction may stand apart to be taken for a pair, in characters:
 * the length of a long quotation within a sentence.
 */
const LONGEST_FALSE_PAIR = 60;
/** Both widths of a bracket are one: pages mix them within a pair. */
const unified = (char: string): string => (char === '(' ? '（' : char === ')' ? '）' : char);
const MARKS = new UnitSet(['“”‘’「」『』（）()《》【】〔〕']);

/**
 * Marks of a prose (as printed) that have no partner in it. A closing bracket behind a number (1）) is an enumerator; ’ behind
 * letters or before digits (’99) is an apostrophe; two quotation marks of one direction that stand for a pair (“…“) are taken for one.
 */
export const loneMarks = perContent(({ text }: Prose) => scan(text));

function scan(text: string): readonly LoneMark[] {
  const open: { char: string; at: number }[] = [];
  const lone: LoneMark[] = [];
  for (let at = MARKS.next(text, 0); at < text.length; at = MARKS.next(text, at + 1)) {
    const char = unified(text[at]!);
    if (PARTNERS[char] !== undefined) {
      open.push({ char, at });
      continue;
    }
    const partner = OPENING[char]!;
    let i = open.length - 1;
    while (i >= 0 && open[i]!.char !== partner && open.length - i <= MOST_CROSSED) i--;
    if (i >= 0 && open[i]?.char === partner) {
      for (const crossed of open.splice(i).slice(1)) lone.push({ at: crossed.at, opens: true });
    } else if (
      !(char === '）' && /[\da-z一二三四五六七八九十]$/i.test(text.slice(Math.max(0, at - 1), at))) &&
      !(char === '’' && (/[a-z]/i.test(text[at - 1] ?? '') || /\d/.test(text[at + 1] ?? '')))
    )
      lone.push({ at, opens: false });
  }
  for (const { at } of open) lone.push({ at, opens: true });
  return withoutFalsePairs(
    text,
    lone.sort((a, b) => a.at - b.at),
  );
}

/** Without two marks of one direction that a writer used as a pair: “…“. */
function withoutFalsePairs(text: string, lone: readonly LoneMark[]): readonly LoneMark[] {
  const kept: LoneMark[] = [];
  for (const mark of lone) {
    const before = kept.at(-1);
    if (before && text[before.at] === text[mark.at] && mark.at - before.at <= LONGEST_FALSE_PAIR && '“”‘’《》（）'.includes(text[mark.at]!))
      kept.pop();
    else kept.push(mark);
  }
  return kept;
}
