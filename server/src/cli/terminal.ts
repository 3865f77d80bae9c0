/** Text that came from files, made fit for a terminal. */

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

/** Characters that take two cells: Chinese, Japanese and Korean ones, and full-width punctuation. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

function displayWidth(text: string): number {
  return [...text].reduce((sum, char) => sum + (WIDE.test(char) ? 2 : 1), 0);
}
