/** Who answers on a page of questions and answers, where the name is a word that nothing else shows to be one. Look-up text. */
import { perContent } from '../../base/memo';
import type { Paragraph } from '../article';
import type { Prose } from '../prose';

const LABEL = /^([\u4e00-\u9fff·]{1,10}):/;
/** The label with which a paragraph begins; empty where it has none. */
const labelOf = perContent(({ folded }: Prose) => LABEL.exec(folded)?.[1] ?? '');
/** Who asks. */
const ASKS = /(?:记者|网友|主持人|听众|观众)$|^(?:问|提问)$/;
/** How much of what stands before the first label is looked at for those who answer. */
const OPENING_REACH = 2000;
/** Longest name. */
const LONGEST = 4;

/**
 * Short labels that stand before several paragraphs of a page on which somebody asks.
 * @returns empty where nobody asks
 */
export function answeringLabels(paragraphs: readonly Paragraph[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  let asked = false;
  let above = '';
  for (const {
    words: { prose },
  } of paragraphs) {
    const label = labelOf(prose);
    if (label === '') {
      if (above.length < OPENING_REACH) above += prose.folded;
      continue;
    }
    // 县药监局局长储蓄出席: introduced with his office above.
    if (label.length > 1 && label.length <= LONGEST && new RegExp(`[长任记席员师监]${label}(?:[、,。(和]|出席|参加|介绍|回答)`).test(above))
      counts.set(label, 1);
    if (ASKS.test(label)) asked = true;
    else if (label.length > 1 && label.length <= LONGEST) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return new Set(asked ? [...counts].filter(([, count]) => count > 1).map(([label]) => label) : []);
}
