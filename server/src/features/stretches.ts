/**
 * Features of a long text are computed stretch by stretch, in the stretch's own coordinates,
 * and kept with it: an edit costs only one stretch.
 */
import type { Position, Range } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { perContent } from '../base/memo';
import type { PlacedStretch } from '../service';
import type { ContentDocument, FeatureDocument } from './context';

/** What a stretch contributes to a feature, and where the stretch begins. */
export interface Share<T> {
  readonly share: T;
  readonly base: Position;
}

/**
 * A feature to which each stretch contributes its own share.
 * @param make the share of a text that stands alone
 * @param move the same share in a document in which the text begins at `base`
 * @returns the shares of the stretches that `range` touches, in order; a share is the same object as last time unless its stretch has moved
 */
export function perStretch<T>(
  make: (doc: ContentDocument) => T,
  move: (own: T, base: Position) => T,
): (doc: FeatureDocument, range?: Range) => Share<T>[] {
  const kept = perContent((stretch: PlacedStretch['stretch']) => {
    const own = make({ document: TextDocument.create('', 'article', 0, stretch.source), parsed: stretch });
    return { own, base: START, share: own };
  });
  return (doc, range) => {
    const {
      document,
      parsed: { stretches },
    } = doc;
    if (stretches.length === 1) return [{ share: make(doc), base: START }];
    const bases = stretches.map(({ sourceStart }) => document.positionAt(sourceStart));
    const shares: Share<T>[] = [];
    stretches.forEach(({ stretch }, i) => {
      const base = bases[i]!;
      if (range && (base.line > range.end.line || (i + 1 < bases.length && bases[i + 1]!.line < range.start.line))) return;
      const place = kept(stretch);
      if (place.base.line !== base.line || place.base.character !== base.character) {
        place.share = move(place.own, base);
        place.base = base;
      }
      shares.push({ share: place.share, base });
    });
    return shares;
  };
}

const START: Position = { line: 0, character: 0 };

/** A position in a text as one in a document in which the text begins at `base`. */
export function movedPosition({ line, character }: Position, base: Position): Position {
  return { line: line + base.line, character: line === 0 ? character + base.character : character };
}

/** The same for a range. */
export function movedRange({ start, end }: Range, base: Position): Range {
  return { start: movedPosition(start, base), end: movedPosition(end, base) };
}
