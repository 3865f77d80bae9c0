/** The signs by which the rules of the outline see where to look closer: one pass over each prose. Look-up text. */
import { perContent } from '../../base/memo';
import { Signs } from '../../base/signs';
import { UnitSet } from '../../base/unitSet';
import { HAN } from '../../article/characters';
import { CIRCLED_NUMBERS } from '../../article/enumerators';
import type { Prose } from '../../article/prose';
import { ADDRESSEE, FACT, NOT_AN_ORDER, ORDER_ADVERB, ORDER_RESULT, PAST, POLITE } from './lexicon';
import { MODALS } from './modals';
import { COUNTED, QUOTED_NUMBER } from '../numbers';
import {
  ANNOUNCES,
  ASKED_WHOM,
  COPULA,
  NO_DIRECTIVES,
  PARALLEL,
  PROMISE,
  QUOTED_FORM,
  LISTED_BELOW,
  REPORT_NOUN,
  REPORTED_BELOW,
  REQUEST,
} from './patterns';

const signs = new Signs({
  han: HAN,
  quote: new UnitSet(['"']),
  clauseMark: new UnitSet([',:;。!']),
  /** Where a sentence may be parted into units: behind these marks, and before the numbers that need none. */
  parting: new UnitSet([',:"(、 ;；']).with(CIRCLED_NUMBERS),
  modal: [MODALS],
  polite: [POLITE, ASKED_WHOM],
  request: [REQUEST],
  fact: [FACT, PAST],
  judgement: [COPULA],
  noOrder: [NOT_AN_ORDER],
  promise: [PROMISE],
  orderSign: [ORDER_ADVERB, ORDER_RESULT],
  addressee: [ADDRESSEE],
  noDirective: NO_DIRECTIVES,
  announces: [ANNOUNCES],
  reportLead: [REPORT_NOUN, REPORTED_BELOW, LISTED_BELOW],
  parallel: [PARALLEL, QUOTED_FORM],
  number: [COUNTED, QUOTED_NUMBER],
});

/** The bits of the signs in a scan. */
export const SIGN = signs.bit;

/** The signs of a text. */
export const scan = (folded: string) => signs.scan(folded);

/** The signs of a prose. */
export const scanOf = perContent(({ folded }: Prose) => signs.scan(folded));
