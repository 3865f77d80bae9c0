/** Who answers on a page of questions and answers, where the name is a word that nothing else shows to be one. Look-up text. */
import type { Paragraph } from './article';

const LABEL = /^([\u4e00-\u9fff·]{1,10}):/;
/** Who asks. */
const ASKS = /(?:记者|网友|主持人|听众|观众)$|^(?:问|提问)$/;
/** Longest name. */
const LONGEST = 4;

/**
 * Short labels that stand before several paragraphs of a page on which somebody asks.
 * @returns empty where nobody asks
 */
export function answeringLabels(paragraphs: readonly Paragraph[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  let asked = false;
  for (const { words: { prose: { folded } } } of paragraphs) {
    const label = LABEL.exec(folded)?.[1];
    if (label === undefined) continue;
    if (ASKS.test(label)) asked = true;
    else if (label.length > 1 && label.length <= LONGEST) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return new Set(asked ? [...counts].filter(([, count]) => count > 1).map(([label]) => label) : []);
}
