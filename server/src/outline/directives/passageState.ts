/** What holds where a paragraph begins: all of the paragraphs before that counts for what the next one tells people to do. */
import type { EnumeratorClass } from '../../article/enumerators';

/** What holds where a paragraph begins. */
export interface PassageState {
  /** The document itself orders. */
  readonly documentOrders: boolean;
  /** The document speaks where nobody else does. */
  readonly documentSpeaks: boolean;
  /** Somebody has spoken before. */
  readonly spoken: boolean;
  /** Directives have come in what is said now. */
  readonly passage: boolean;
  readonly pledging: boolean;
  /** The list at hand counts what was done: its items are no orders. */
  readonly report: boolean;
  /** Items are to come that say what to do: 提三点要求. */
  readonly announced: boolean;
  /** Paragraphs without numbers may go on with what somebody is told: 提醒广大家长：. */
  readonly listed: boolean;
  /** The number of the last item that was a directive, by its class: what bears the next number is one too. */
  readonly lists: Lists;
}

/** The number of the last item of each open list, by its class. */
export type Lists = Readonly<Partial<Record<EnumeratorClass, number>>>;

export const NO_LISTS: Lists = {};

/** Whether a paragraph is read alike behind both. */
export function sameState(a: PassageState, b: PassageState): boolean {
  return (
    a === b ||
    (a.documentOrders === b.documentOrders &&
      a.documentSpeaks === b.documentSpeaks &&
      a.spoken === b.spoken &&
      a.passage === b.passage &&
      a.pledging === b.pledging &&
      a.report === b.report &&
      a.announced === b.announced &&
      a.listed === b.listed &&
      sameLists(a.lists, b.lists))
  );
}

function sameLists(a: Lists, b: Lists): boolean {
  if (a === b) return true;
  const classes = Object.keys(a) as EnumeratorClass[];
  return classes.length === Object.keys(b).length && classes.every(list => a[list] === b[list]);
}
