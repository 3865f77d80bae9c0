/** Tables of rules by character: most rules can only apply where certain characters stand, and only those are tried. */
import type { UnitSet } from './unitSet';

/** A rule of a table. */
export interface Begins {
  /** The UTF-16 units at which the rule can apply; left out where any will do. */
  readonly begins?: UnitSet;
}

/** A table of rules, by the unit that stands at a place. */
export class ByUnit<R extends Begins> {
  readonly #rules: readonly R[];
  readonly #anywhere: readonly R[];
  readonly #at = new Map<number, readonly R[]>();

  /** @param rules in the order in which they are to be tried */
  constructor(rules: readonly R[]) {
    this.#rules = rules;
    this.#anywhere = rules.filter(({ begins }) => begins === undefined);
  }

  /** The rules that may hold where `unit` stands, in their order; 0 stands for the end of a text. */
  at(unit: number): readonly R[] {
    let rules = this.#at.get(unit);
    if (rules === undefined) {
      rules = this.#rules.filter(({ begins }) => begins === undefined || begins.has(unit));
      // Most units share one list.
      if (rules.length === this.#anywhere.length) rules = this.#anywhere;
      this.#at.set(unit, rules);
    }
    return rules;
  }
}
