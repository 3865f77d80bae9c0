/** Announced counts and the items found for them. Reading offsets. */
import type { Article } from '../article/article';
import type { FoundDirective } from './directives';
import type { Placed } from './levels';
import type { DeclaredCount } from './outline';

/** Only numbers for which the text gives items. Empty when there is none. */
export function findCounts(_article: Article, _directives: readonly FoundDirective[], _placed: readonly Placed[]): readonly DeclaredCount[] {
  return [];
}
