/** How long something takes, told so that a busy machine makes it no longer. */

/**
 * Milliseconds of processor time that `work` takes (all threads of this process): unlike the
 * clock it does not count what other programs do.
 */
export function time(work: () => void): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/**
 * Milliseconds that somebody waits for `work`: the clock, unless other programs held the processor. Other threads of this process
 * (compilation, collection of garbage) make nobody wait.
 */
export function wait(work: () => void): number {
  const started = performance.now();
  const busy = time(work);
  return Math.min(performance.now() - started, busy);
}
