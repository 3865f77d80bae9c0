/** Counting right and wrong, and printing tables of it. */

/** Found and wanted (`hit`), found but not wanted (`extra`), wanted but not found (`missed`). */
export class Tally {
  hit = 0;
  extra = 0;
  missed = 0;

  add(other: Tally): this {
    this.hit += other.hit;
    this.extra += other.extra;
    this.missed += other.missed;
    return this;
  }

  /** 1 when nothing was found. */
  get precision(): number {
    return ratio(this.hit, this.hit + this.extra);
  }
  /** 1 when nothing was wanted. */
  get recall(): number {
    return ratio(this.hit, this.hit + this.missed);
  }
  /** 1 when nothing was wanted and nothing found. */
  get f1(): number {
    return ratio(2 * this.hit, 2 * this.hit + this.extra + this.missed);
  }
}

/** A share of a total, such as levels that are right of directives that were matched. */
export class Share {
  right = 0;
  total = 0;

  count(right: boolean): void {
    this.total++;
    if (right) this.right++;
  }

  add(other: Share): this {
    this.right += other.right;
    this.total += other.total;
    return this;
  }

  /** 1 of an empty total. */
  get value(): number {
    return ratio(this.right, this.total);
  }
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

/** The value below which half of the numbers lie; NaN for none. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** The value below which the given share of the numbers lies (nearest rank); NaN for none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.length === 0 ? NaN : (sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? sorted[0]!);
}

/** `0.953` as `95.3`, a dash where there was nothing to measure; fit for tables of per cents. */
export function percent(value: number, measured = true): string {
  return measured ? (100 * value).toFixed(1) : '–';
}

/** A tally's F1 for a table. */
export function f1Cell(tally: Tally): string {
  return percent(tally.f1, tally.hit + tally.extra + tally.missed > 0);
}

/** A share for a table. */
export function shareCell(share: Share): string {
  return percent(share.value, share.total > 0);
}

/** A table in plain text, first column left, the others right; Han characters count as two columns. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [head, ...rows].map(row => row.map(String));
  const widths = head.map((_, column) => Math.max(...cells.map(row => columns(row[column] ?? ''))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const pad = ' '.repeat(widths[column]! - columns(cell));
        return column === 0 ? cell + pad : pad + cell;
      })
      .join('  ')
      .trimEnd();
  return [line(cells[0]!), widths.map(width => '-'.repeat(width)).join('  '), ...cells.slice(1).map(line)].join('\n');
}

function columns(text: string): number {
  let width = 0;
  for (const char of text) width += /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]/.test(char) ? 2 : 1;
  return width;
}
