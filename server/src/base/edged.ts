/**
 * Patterns that are tried only on texts whose first and last characters they can match: a look at
 * two characters costs a tenth of asking the engine.
 */
import { edgesOf } from './required';

/** How many low bits of a unit are looked at: units that share them with a wanted one are let through. */
const SIEVE_BITS = 8;

/**
 * How often a pattern is tried before its edges are read: reading them takes as long as some thousand tries, and a
 * program that has just started has better things to do.
 */
export const OFTEN = 200;

/** Lets all units of a list through, and few others; null lets all through. */
type Sieve = Uint32Array | null;

/** A pattern without flags, asked about whole texts. */
export class Edged {
  readonly #pattern: RegExp;
  #asked = 0;
  /** By alternative, once the pattern was asked often. */
  #sieves: readonly { readonly first: Sieve; readonly last: Sieve }[] | undefined;

  /** @throws Error when asked often, for a pattern that `edgesOf` does not know */
  constructor(pattern: RegExp) {
    this.#pattern = pattern;
  }

  /** Whether the pattern matches in `text`. */
  test(text: string): boolean {
    return this.#mayMatch(text) && this.#pattern.test(text);
  }

  #mayMatch(text: string): boolean {
    if (text.length === 0 || (!this.#sieves && ++this.#asked < OFTEN)) return true;
    this.#sieves ??= edgesOf(this.#pattern).map(({ first, last }) => ({ first: sieveOf(first), last: sieveOf(last) }));
    const opening = text.charCodeAt(0);
    const closing = text.charCodeAt(text.length - 1);
    for (const { first, last } of this.#sieves) if (passes(first, opening) && passes(last, closing)) return true;
    return false;
  }
}

/** The pattern, tried only on texts that begin and end as it can match. */
export const edged = (pattern: RegExp): Edged => new Edged(pattern);

function sieveOf(units: ReadonlySet<string> | null): Sieve {
  if (units === null) return null;
  const sieve = new Uint32Array(2 ** SIEVE_BITS / 32);
  for (const unit of units) {
    const bit = unit.charCodeAt(0) & (2 ** SIEVE_BITS - 1);
    sieve[bit >> 5]! |= 1 << (bit & 31);
  }
  return sieve;
}

function passes(sieve: Sieve, unit: number): boolean {
  return sieve === null || (sieve[(unit & (2 ** SIEVE_BITS - 1)) >> 5]! & (1 << (unit & 31))) !== 0;
}
