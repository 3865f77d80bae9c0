/** What script and annotation table say about a restored character, as natural logarithms. */
import { isTraditionalOnly } from '../../language/script';
import { COST } from './costs';
import type { MirrorEvidence } from './evidence';
import type { RunContext } from './runContext';

/** The reading that the page shows behind a restored character, or one of the two values below. */
export type Annotated = string;
/** The page shows no reading behind the character. */
export const NONE = '';
/** The page would not show a reading where the character stands. */
export const OPEN = '?';

/** How likely the site's text holds the character, annotated like that. */
export function priorOf(unit: number, annotated: Annotated, context: RunContext): number {
  const { evidence, index } = context;
  const prior = index.prior[unit]!;
  if (!evidence.annotates || annotated === OPEN) return prior;
  if (annotated !== NONE) return prior + annotatedPrior(unit, annotated, context);
  if (evidence.annotated.has(unit)) return prior + COST.missingAnnotation;
  return isTraditionalOnly(unit) && !evidence.plain.has(unit) ? prior + Math.log(1.05 - evidence.coverage) : prior;
}

/** How likely the site puts this reading behind a character: it always gives a character the same one, mostly the most usual one. */
export function annotatedPrior(unit: number, reading: string, { evidence, readings }: RunContext): number {
  const known = evidence.annotated.get(unit);
  if (known !== undefined) return known === reading ? 0 : COST.otherReading;
  if (evidence.plain.has(unit)) return COST.knownPlain;
  return (
    COST.newAnnotation +
    (evidence.annotatesAny || isTraditionalOnly(unit) ? 0 : COST.newAnnotation) +
    (readings.isUsual(unit, reading) ? 0 : COST.unusualReading)
  );
}

/** What it costs that the site put nothing before a mark, where it mostly does. */
export function bareMark({ inserted, insertionRate }: MirrorEvidence): number {
  return inserted === '' ? 0 : Math.log(1.02 - insertionRate);
}
