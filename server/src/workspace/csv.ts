/** Reads comma-separated values after RFC 4180, with the line of every record; `protocol/csv.ts` writes them. */

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
