/** What Linux tells of a running process in `/proc`. Elsewhere, and once the process has ended, every figure is NaN. */
import fs from 'node:fs';

function read(pid: number | undefined, name: string): string {
  try {
    return fs.readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

/** Resident memory in MB: that of the moment, or the highest so far. */
export function memoryOf(pid: number | undefined, which: 'now' | 'peak' = 'now'): number {
  const field = which === 'now' ? /^VmRSS:\s+(\d+)/m : /^VmHWM:\s+(\d+)/m;
  return Number(field.exec(read(pid, 'status'))?.[1]) / 1024;
}

/** Clock ticks in which Linux counts processor time: 100 a second on all common platforms. */
const TICKS = 100;

/** Seconds of processor time so far, of all threads. */
export function processorTimeOf(pid: number | undefined): number {
  const fields = read(pid, 'stat').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Milliseconds of processor time so far, of the main thread. */
export function mainThreadTimeOf(pid: number | undefined): number {
  return Number(read(pid, 'schedstat').split(' ')[0] || NaN) / 1e6;
}
