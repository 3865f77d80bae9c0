/** Writes comma-separated values after RFC 4180, for the tables of the server and of the views. */

/** One record, with the line break. Cells that a spreadsheet would run as a formula get an apostrophe in front. */
export function csvRow(cells: readonly (string | number)[]): string {
  return `${cells.map(cell => (typeof cell === 'number' ? String(cell) : quote(cell))).join(',')}\r\n`;
}

function quote(cell: string): string {
  // A date without its year, `--06-03`, is no formula.
  const safe = /^[=+\-@\t\r]/.test(cell) && !/^--\d\d-\d\d$/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
