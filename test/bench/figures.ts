/** The figures of a run, printed as one table, written as JSON, compared with the last committed run. */
import fs from 'node:fs';
import { table } from '../eval/tally';

/** A figure of a run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'MB/s' | 'ms' | 'MB' | 'x' | 'articles/s';
  /** In the words of the goal, such as `> 16.5` or `< 16`; empty when there is none. */
  readonly goal: string;
  /**
   * The figure on a machine as fast as the peer runs at 1: speeds are divided by the peer's speed in the same run, times are multiplied by
   * it. This is what is compared between runs; memory and ratios are compared as they are.
   */
  readonly relative: number;
}

/** More of it is better. */
const risesWell = ({ unit, goal }: Figure) => unit !== 'ms' && unit !== 'MB' && !goal.startsWith('<');

/** @param peer speed of the peer in this run, MB/s */
export function figure(name: string, value: number, unit: Figure['unit'], goal: string, peer: number): Figure {
  return {
    name,
    value,
    unit,
    goal,
    relative: unit === 'MB/s' || unit === 'articles/s' ? value / peer : unit === 'ms' ? value * peer : value,
  };
}

function meets({ value, goal }: Figure): string {
  const parts = /^([<>]) ([\d.]+)$/.exec(goal);
  if (!parts) return '';
  return (parts[1] === '<' ? value < Number(parts[2]) : value > Number(parts[2])) ? 'yes' : 'NO';
}

/** Prints the table; a relative figure more than 20 % worse than the committed one is marked. */
export function report(figures: readonly Figure[], committed: readonly Figure[]): void {
  const before = new Map(committed.map(entry => [entry.name, entry]));
  const rows = figures.map(entry => {
    const last = before.get(entry.name);
    const change = last === undefined ? NaN : (risesWell(entry) ? entry.relative / last.relative : last.relative / entry.relative) - 1;
    return [
      entry.name,
      round(entry.value),
      entry.unit,
      entry.goal,
      meets(entry),
      last === undefined ? '' : round(last.value),
      Number.isNaN(change) ? '' : `${change >= 0 ? '+' : ''}${(100 * change).toFixed(0)} %${change < -0.2 ? ' WORSE' : ''}`,
    ];
  });
  console.log(`\n${table(['', 'median', 'unit', 'goal', 'met', 'committed', 'relative to peer'], rows)}`);
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

export function readFigures(file: string): Figure[] {
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as { figures: Figure[] }).figures : [];
}

export function writeFigures(file: string, figures: readonly Figure[]): void {
  const trimmed = figures.map(entry => ({
    ...entry,
    value: Number(entry.value.toPrecision(4)),
    relative: Number(entry.relative.toPrecision(4)),
  }));
  fs.writeFileSync(file, `${JSON.stringify({ node: process.version, figures: trimmed }, null, 1)}\n`);
}
