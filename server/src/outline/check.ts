/** Findings of the outline: announced counts that the items do not match. */
import type { Finding } from '../base/finding';
import { t } from '../base/localise';
import type { Article } from '../article/article';
import type { Outline } from './outline';

/** @returns `outline.count-mismatch` findings in source offsets, sorted; empty when every count agrees */
export function checkOutline(outline: Outline, article: Article): Finding[] {
  const { reading } = article;
  return outline.counts
    .filter(count => count.declared !== count.found)
    .map(count => {
      const phrase = reading.text.slice(count.start, count.end);
      return {
        code: 'outline.count-mismatch',
        severity: 'warning',
        repair: null,
        candidates: [],
        ...reading.toSourceRange(count.start, count.end),
        message: () => t('“{0}” announces {1}, but {2} are found', phrase, count.declared, count.found),
        related: count.items.map((item, i) => ({ ...reading.toSourceRange(item.start, item.end), message: () => t('Item {0}', i + 1) })),
      } satisfies Finding;
    });
}
