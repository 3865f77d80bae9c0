/** Comma-separated values after RFC 4180: reading, with the line of every record, and writing. */

/** One record. */
export interface CsvRecord {
  /** Zero-based line on which the record begins. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Whether a quote in it is never closed: it then holds the rest of the text. */
  readonly unclosed: boolean;
}

/** Reads records; cells may be quoted and then hold commas, quotes (doubled) and line breaks. Blank lines are passed over. */
export function parseCsv(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 0;
  let begins = 0;
  const endRecord = (): void => {
    cells.push(cell);
    if (cells.length > 1 || cells[0]!.trim() !== '') records.push({ line: begins, cells, unclosed: quoted });
    cells = [];
    cell = '';
  };
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  for (let i = 0; i < source.length; i++) {
    const char = source[i]!;
    if (quoted) {
      if (char === '"' && source[i + 1] === '"') {
        cell += '"';
        i++;
      } else if (char === '"') quoted = false;
      else {
        cell += char;
        if (char === '\n') line++;
      }
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === ',') {
      cells.push(cell);
      cell = '';
    } else if (char === '\n') {
      endRecord();
      line++;
      begins = line;
    } else if (char !== '\r') cell += char;
  }
  if (cell !== '' || cells.length > 0) endRecord();
  return records;
}

/** One record, with the line break. Cells that a spreadsheet would run as a formula get an apostrophe in front. */
export function csvRow(cells: readonly (string | number)[]): string {
  return `${cells.map(cell => (typeof cell === 'number' ? String(cell) : quote(cell))).join(',')}\r\n`;
}

function quote(cell: string): string {
  // A date without its year, `--06-03`, is no formula.
  const safe = /^[=+\-@\t\r]/.test(cell) && !/^--\d\d-\d\d$/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
