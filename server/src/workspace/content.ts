/** What an article says: the results of all floors for one text. */
import type { Article } from '../article/article';
import type { Outline } from '../outline/outline';
import type { Official } from '../people/official';
import type { Reading } from '../reading/reading';
import type { Slogan } from '../slogans/slogan';

/**
 * The results for one text. Everything but `source` and `reading.findings` is in Reading offsets (convert with `reading.toSourceRange`).
 */
export interface ArticleContent {
  readonly source: string;
  readonly reading: Reading;
  readonly article: Article;
  readonly outline: Outline;
  readonly officials: readonly Official[];
  readonly slogans: readonly Slogan[];
}
