'use strict';
/**
 * Loaded into a server under test (`--require`): tells on file descriptor 3, in milliseconds, a line each, how long its thread worked
 * between two turns of a timer. That is how long a message may have had to wait, told in processor time, since the clock counts other
 * programs too. Nothing where /proc is not there.
 */
const { readFileSync, writeSync } = require('node:fs');

/** Milliseconds between two looks: what is told is as much too long at most. */
const INTERVAL = 5;
/** Shorter work is not worth telling. */
const WORTH_TELLING = 10;

const file = `/proc/self/task/${process.pid}/schedstat`;
const busy = () => Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6;

if (process.platform === 'linux') {
  let last = busy();
  setInterval(() => {
    const now = busy();
    if (now - last >= WORTH_TELLING) writeSync(3, `${now - last}\n`);
    last = now;
  }, INTERVAL).unref();
}
