/** Text that came from files, made fit for a terminal. */
import displayWidth from 'string-width';

/** Text of one line, in which nothing can steer the terminal or break the line. */
export function printable(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The same for text of several lines. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/** Rows as lines whose columns are padded by display width. */
export function table(rows: readonly (readonly string[])[]): string {
  const cells = rows.map(row => row.map(printable));
  const widths = cells.reduce<number[]>((max, row) => row.map((cell, i) => Math.max(max[i] ?? 0, displayWidth(cell))), []);
  const padded = (cell: string, i: number): string => cell + ' '.repeat(widths[i]! - displayWidth(cell));
  return cells.map(row => `${row.map(padded).join('  ').trimEnd()}\n`).join('');
}
