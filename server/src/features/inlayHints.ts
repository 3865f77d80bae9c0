/** Inlay hints: behind an announced number, how many of its items were found (八个环节 8/8). */
import { InlayHintKind, type InlayHint, type Range } from 'vscode-languageserver-types';
import { t } from '../base/localise';
import { readingRange, type FeatureDocument } from './context';
import { movedPosition, perStretch } from './stretches';

/** Hints inside `range`, in order; empty when no number is announced there. */
export function inlayHints(doc: FeatureDocument, range: Range): InlayHint[] {
  const from = doc.document.offsetAt(range.start);
  const to = doc.document.offsetAt(range.end);
  return hints(doc, range)
    .flatMap(({ share }) => share)
    .filter(({ position }) => {
      const at = doc.document.offsetAt(position);
      return at >= from && at <= to;
    });
}

const hints = perStretch<readonly InlayHint[]>(
  doc =>
    doc.parsed.outline.counts.map(count => ({
      position: readingRange(doc, count.start, count.end).end,
      label: `${count.found}/${count.declared}`,
      kind: InlayHintKind.Parameter,
      paddingLeft: true,
      tooltip: t('{0} announced, {1} found', count.declared, count.found),
    })),
  (own, base) => own.map(hint => ({ ...hint, position: movedPosition(hint.position, base) })),
);
