/** Floor 4: Reading -> Article. */
import { drained } from '../base/pieces';
import type { Language } from '../language/language';
import type { Reading } from '../reading/reading';
import type { Article, Block } from './article';
import { findAttributions } from './attributions/attributions';
import { decideLines, type EarlierLines } from './lines/blocks';
import { findMeta } from './meta';
import { findParagraphs } from './paragraphs';
import { recognisePersons } from './persons/persons';

/** What the next version of an article may take over. */
const earlier = new WeakMap<Article, EarlierLines>();

/**
 * The Reading as an article. Never fails: text that is no article has blocks and paragraphs but no title, persons or attributions.
 * @param previous the article of an earlier version; given the same Reading it is returned as it is. What did not change between
 * versions is taken over by content, line by line and paragraph by paragraph.
 */
export function parseArticle(reading: Reading, language: Language, previous?: Article): Article {
  return drained(articleInPieces(reading, language, previous));
}

/** The same in pieces. */
export function* articleInPieces(reading: Reading, language: Language, previous?: Article): Generator<void, Article> {
  if (previous?.reading === reading) return previous;
  const lines = decideLines(reading, language.model, previous ? (earlier.get(previous) ?? null) : null);
  const blocks = lines.map(({ kind, line, start, end, reason, content }): Block => ({
    kind: kind ?? 'body',
    line,
    start,
    end,
    reason,
    content,
  }));
  yield;
  const paragraphs = findParagraphs(
    reading,
    blocks,
    index => lines[index]!.joinsNext,
    index => lines[index]!.shape.prose,
  );
  const meta = findMeta(reading, blocks);
  yield;
  const persons = recognisePersons(reading, blocks, language.words, index => lines[index]!.joinsNext);
  yield;
  const attributions = findAttributions({ reading, blocks, paragraphs, meta }, persons);
  const article: Article = { reading, blocks, paragraphs, meta, persons, attributions };
  earlier.set(article, { text: reading.text, lines });
  return article;
}
