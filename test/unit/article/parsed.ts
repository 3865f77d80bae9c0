/** Parsing of test articles without damage or settings in between. */
import { readSource } from '../../../server/src/reading/read';
import { parseArticle } from '../../../server/src/article/parse';
import type { Article } from '../../../server/src/article/article';
import { buildOutline } from '../../../server/src/outline/build';
import type { Outline, OutlineNode } from '../../../server/src/outline/outline';
import { testLanguage } from '../language/resources';

export function parse(text: string, previous?: Article): Article {
  const language = testLanguage();
  return parseArticle(readSource(text, language, { accept: 'likely' }, previous?.reading), language, previous);
}

export function outlineOf(text: string): Outline {
  return buildOutline(parse(text), testLanguage());
}

export function directivesOf(outline: Outline): OutlineNode[] {
  const walk = (nodes: readonly OutlineNode[]): OutlineNode[] =>
    nodes.flatMap(node => [...(node.kind === 'directive' ? [node] : []), ...walk(node.children)]);
  return walk(outline.nodes);
}

/** The directives of a text, one line each: `level speaker [marker] where it begins (up to its first mark)`. */
export function directives(text: string): string[] {
  return directivesOf(outlineOf(text)).map(
    node => `${node.level} ${node.speaker} [${node.marker ?? ''}] ${text.slice(node.headStart, node.headEnd)}`,
  );
}
