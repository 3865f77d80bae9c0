/** Which characters the byte that waits in a run, or one of the bytes that may wait, can begin. */
import type { AnnotationTail } from './annotations';
import { cp936 } from './forward';
import { unassignedBehind, type Pair } from './gbkIndex';
import { EMPTY_BEHIND, HIGH, LOW, type Step } from './hypothesis';
import type { RunContext } from './runContext';

/**
 * Visits the characters that the waiting byte begins and `trail` ends.
 * @param most how many are tried where the waiting byte is not known
 */
export function eachEnding({ half, last }: Step, trail: number, most: number, { index }: RunContext, visit: (unit: number) => void): void {
  if (half >= 0) {
    const unit = cp936(half, trail);
    if (unit !== 0) visit(unit);
  } else if (half > EMPTY_BEHIND) {
    const pairs = index.followers(last, half === HIGH, trail);
    for (let i = 0; i < pairs.length && i < most; i++) visit(pairs[i]!.unit);
  } else {
    for (const lead of unassignedBehind(-half >> 8)) {
      const unit = cp936(lead, trail);
      if (unit !== 0) visit(unit);
    }
  }
}

/** Visits all characters that the waiting byte begins: the second byte is lost. */
export function eachBeginning({ half, last }: Step, { index }: RunContext, visit: (unit: number) => void): void {
  const pairs: readonly Pair[] = half >= 0 ? index.byLead[half]! : half > EMPTY_BEHIND ? index.followers(last, half === HIGH, 'any') : [];
  for (const { unit } of pairs) visit(unit);
}

/** Visits the characters that the waiting byte begins and that are read like the annotation behind them. */
export function eachBeginningRead(
  { half }: Step,
  { reading, waiting }: AnnotationTail,
  { index, readings }: RunContext,
  visit: (unit: number) => void,
): void {
  for (const { unit, lead, trail } of index.readAs(readings, reading, half < 0 ? undefined : half)) {
    if (waiting !== 0 && trail !== waiting) continue;
    if (mayWait(half, lead, trail)) visit(unit);
  }
}

function mayWait(half: number, lead: number, trail: number): boolean {
  if (half >= 0) return lead === half;
  if (half === HIGH) return lead >= 0xa1;
  if (half === LOW) return lead <= 0xa0;
  return unassignedBehind(-half >> 8).includes(lead) && trail > 0;
}
