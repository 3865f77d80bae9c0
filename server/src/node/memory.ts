/** How the engine trades memory for time in a program that runs all day. */
import { setFlagsFromString } from 'node:v8';

/**
 * Collects garbage a little more often: the live data of a few open articles are some 15 MB, and left to itself the engine
 * lets the process grow to more than ten times that before it looks. With 30 % memory is flat after some hundred articles; it costs
 * 4 % of speed against 120 %. Call first.
 */
export function preferSmallHeap(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=30');
}
