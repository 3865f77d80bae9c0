/** The findings of many files in the formats of `check`: for people, programs, code scanning and GitHub Actions. */
import pc from 'picocolors';
import { homepage } from '../../../package.json';
import { FINDING_CODES, type Severity } from '../base/finding';
import { t } from '../base/localise';
import type { CheckResult, FindingJson } from './jobs';
import { printable } from './terminal';

/** The values of `--format` of `check`. */
export const CHECK_FORMATS = ['pretty', 'json', 'sarif', 'github'] as const;

/** One of them. */
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** A report that is written as files are done, so that memory does not grow with their number. Each part may be empty. */
export interface Report {
  head(): string;
  file(result: CheckResult): string;
  tail(): string;
}

/** A new report in a format. */
export function report(format: CheckFormat): Report {
  return REPORTS[format]();
}

const REPORTS: Readonly<Record<CheckFormat, () => Report>> = { pretty, json, sarif, github };

/** The text of a JSON array that is written item by item, one a line. */
function jsonArray(): { head(): string; item(value: unknown): string; tail(): string } {
  let count = 0;
  return {
    head: () => '[',
    item: value => `${count++ === 0 ? '\n' : ',\n'}${JSON.stringify(value)}`,
    tail: () => (count === 0 ? ']\n' : '\n]\n'),
  };
}

function json(): Report {
  const array = jsonArray();
  return { head: array.head, file: array.item, tail: array.tail };
}

/** Results of files as JSON that is written as files are done: that of a single file as it is, those of several as an array. */
export class JsonOutput {
  readonly #array = jsonArray();
  #isArray = false;

  /**
   * The text of one result.
   * @param files how many files there are
   * @param single the result where the file is the only one
   * @param item the result among several, which tells the path
   */
  file(files: number, single: unknown, item: unknown): string {
    if (files === 1) return `${JSON.stringify(single)}\n`;
    const head = this.#isArray ? '' : this.#array.head();
    this.#isArray = true;
    return head + this.#array.item(item);
  }

  /** What ends the output; may be empty. */
  tail(): string {
    return this.#isArray ? this.#array.tail() : '';
  }
}

function pretty(): Report {
  let files = 0;
  let withFindings = 0;
  let repairable = 0;
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  return {
    head: () => '',
    file: ({ path, encoding, findings }) => {
      files++;
      // As in an editor's list of problems: hints fade spots that belong to a line's warning, or speak of style that `repair` leaves alone.
      const shown = findings.filter(({ severity }) => severity !== 'hint');
      for (const { severity } of shown) counts[severity]++;
      repairable += shown.filter(({ repair }) => repair).length;
      if (shown.length === 0) return '';
      withFindings++;
      return `${pc.underline(printable(path))}${encoding === 'utf-8' ? '' : ` ${pc.dim(`(${encoding})`)}`}\n${shown.map(prettyLine).join('')}\n`;
    },
    tail: () => {
      // Every path failed: its message on standard error says so, a tick would contradict it.
      if (files === 0) return '';
      const total = Object.values(counts).reduce((a, b) => a + b, 0);
      if (total === 0) return `${pc.green('✓')} ${t('Files: {0}, nothing found', files)}\n`;
      const summary = t(
        'Problems: {0} in {1} of {2} files (errors: {3}, warnings: {4}, notes: {5})',
        total,
        withFindings,
        files,
        counts.error,
        counts.warning,
        counts.information,
      );
      return `${(counts.error + counts.warning > 0 ? pc.red : pc.yellow)('✖')} ${summary}\n${repairable > 0 ? `  ${t('{0} can be repaired with `wenzhen repair`', repairable)}\n` : ''}`;
    },
  };
}

const COLOURS: Readonly<Record<Severity, (text: string) => string>> = {
  error: pc.red,
  warning: pc.yellow,
  information: pc.blue,
  hint: pc.dim,
};

function prettyLine({ range: { start }, severity, message, code, repair }: FindingJson): string {
  // Most messages say what was meant already.
  const meant = repair && !message.includes(repair.newText) ? ` → ${printable(repair.newText)}` : '';
  const fix = repair ? pc.dim(`${meant} (${repair.proof === 'proven' ? t('proven') : t('likely')})`) : '';
  return `  ${pc.dim(`${start.line + 1}:${start.character + 1}`.padEnd(8))} ${COLOURS[severity](severity.padEnd(11))} ${printable(message)}${fix}  ${pc.dim(code)}\n`;
}

/** GitHub Actions workflow commands: one annotation a finding at information or above. */
function github(): Report {
  const level: Partial<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice' };
  const data = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  const property = (text: string) => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  return {
    head: () => '',
    file: ({ path, findings }) =>
      findings
        .filter(({ severity }) => level[severity])
        .map(
          ({ severity, code, message, range: { start, end } }) =>
            `::${level[severity]} file=${property(path)},line=${start.line + 1},endLine=${end.line + 1},col=${start.character + 1},endColumn=${end.character + 1},title=${property(code)}::${data(message)}\n`,
        )
        .join(''),
    tail: () => '',
  };
}

/** SARIF 2.1.0 (OASIS): one run, rules by code, columns in UTF-16 units from 1, proven and likely repairs as fixes. */
function sarif(): Report {
  const level: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };
  const results: string[] = [];
  return {
    head: () => '',
    file: ({ path, findings }) => {
      const artifactLocation = { uri: encodeURI(path.replaceAll('\\', '/')) };
      for (const {
        code,
        severity,
        message,
        range: { start, end },
        repair,
      } of findings) {
        const region = { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
        results.push(
          JSON.stringify({
            ruleId: code,
            ruleIndex: FINDING_CODES.indexOf(code),
            level: level[severity],
            message: { text: message },
            locations: [{ physicalLocation: { artifactLocation, region } }],
            ...(repair
              ? {
                  fixes: [
                    {
                      description: { text: repair.proof },
                      artifactChanges: [
                        { artifactLocation, replacements: [{ deletedRegion: region, insertedContent: { text: repair.newText } }] },
                      ],
                    },
                  ],
                }
              : {}),
          }),
        );
      }
      return '';
    },
    tail: () => {
      const rules = FINDING_CODES.map(id => ({ id }));
      const start = JSON.stringify({
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
          {
            tool: { driver: { name: 'wenzhen', informationUri: homepage, rules } },
            columnKind: 'utf16CodeUnits',
            results: [],
          },
        ],
      });
      return `${start.slice(0, start.lastIndexOf('[]'))}[${results.join(',\n')}]}]}\n`;
    },
  };
}
