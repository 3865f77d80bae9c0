/** Style that is reported once for a line: a hint a character would hide everything else. */
import type { Finding, FindingCode } from '../base/finding';
import type { Spot } from './kind';

/** A stretch of a line and what house style has in its place. */
export interface StylePlace extends Spot {
  readonly meant: string;
}

/** The line from its first such place to its last; empty for none. */
export function spanOf(places: readonly StylePlace[]): Spot[] {
  return places.length === 0 ? [] : [{ start: places[0]!.start, end: places[places.length - 1]!.end }];
}

/**
 * The hint for a line.
 * @param places sorted, not overlapping, at least one
 * @param mechanism as explanations name it
 */
export function lineHint(
  code: FindingCode,
  mechanism: string,
  text: string,
  places: readonly StylePlace[],
  message: () => string,
): Finding {
  const [{ start, end }] = spanOf(places) as [Spot];
  const parts: string[] = [];
  let at = start;
  for (const place of places) {
    parts.push(text.slice(at, place.start), place.meant);
    at = place.end;
  }
  const meant = parts.join('');
  return {
    code,
    start,
    end,
    severity: 'hint',
    message,
    repair: { newText: meant, proof: 'likely' },
    candidates: [],
    explanation: { mechanism, damaged: text.slice(start, end), meant },
  };
}
