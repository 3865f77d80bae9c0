/** Inlay hints: behind an announced number, how many of its items were found (八个环节 8/8). */
import { InlayHintKind, type InlayHint, type Range } from 'vscode-languageserver-types';
import { t } from '../base/localise';
import type { FeatureDocument } from './context';

/** Hints inside `range`, in order; empty when no number is announced there. */
export function inlayHints(doc: FeatureDocument, range: Range): InlayHint[] {
  const { document, parsed } = doc;
  const from = document.offsetAt(range.start), to = document.offsetAt(range.end);
  return parsed.outline.counts.flatMap(count => {
    const { end } = parsed.reading.toSourceRange(count.start, count.end);
    if (end < from || end > to) return [];
    return [{
      position: document.positionAt(end),
      label: `${count.found}/${count.declared}`,
      kind: InlayHintKind.Parameter,
      paddingLeft: true,
      tooltip: t('{0} announced, {1} found', count.declared, count.found),
    }];
  });
}
