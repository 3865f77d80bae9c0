/** Floor 5: sentences that were cut or lack something. */
import type { Finding } from '../base/finding';
import type { Article } from '../article/article';
import type { Language } from '../language/language';

/** @returns findings in source offsets, sorted; empty when every sentence is whole */
export function checkSentences(_article: Article, _language: Language): Finding[] {
  return [];
}
