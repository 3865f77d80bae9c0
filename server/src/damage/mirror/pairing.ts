/**
 * Quotation marks, title brackets and round brackets come in pairs: what a stretch of text
 * lacks of them, so that stretches can be put together.
 */

/**
 * Of each kind of bracket, in the order of `KINDS`: closing ones that open in an earlier
 * stretch, and opening ones that close in a later one.
 */
export interface Pairing {
  readonly closed: readonly number[];
  readonly opened: readonly number[];
}

/** Opening and closing forms; half-width ones are those that a site folded. */
const KINDS = [
  ['“', '”'],
  ['《', '》'],
  ['（(', '）)'],
] as const;

/** By unit: the kind of an opening bracket, or of a closing one as its complement. */
const BRACKETS: ReadonlyMap<number, number> = new Map(
  KINDS.flatMap(([open, close], kind) => [
    ...[...open].map(bracket => [bracket.charCodeAt(0), kind] as const),
    ...[...close].map(bracket => [bracket.charCodeAt(0), ~kind] as const),
  ]),
);

/** What a text lacks. */
export function pairing(text: string): Pairing {
  const closed = KINDS.map(() => 0);
  const opened = KINDS.map(() => 0);
  for (let i = 0; i < text.length; i++) {
    const kind = BRACKETS.get(text.charCodeAt(i));
    if (kind === undefined) continue;
    if (kind >= 0) opened[kind]!++;
    else if (opened[~kind]! > 0) opened[~kind]!--;
    else closed[~kind]!++;
  }
  return { closed, opened };
}

/** What two texts in a row lack. */
export function concatenation(a: Pairing, b: Pairing): Pairing {
  const met = a.opened.map((opened, kind) => Math.min(opened, b.closed[kind]!));
  return {
    closed: a.closed.map((closed, kind) => closed + b.closed[kind]! - met[kind]!),
    opened: b.opened.map((opened, kind) => opened + a.opened[kind]! - met[kind]!),
  };
}

/** How many stand without their partner. */
export function lonely({ closed, opened }: Pairing): number {
  return closed.reduce((sum, count) => sum + count, 0) + opened.reduce((sum, count) => sum + count, 0);
}
