/** Officials and set phrases of articles as a table for spreadsheets. */
import { csvRow } from '../../../protocol/csv';

const COLUMNS = ['path', 'kind', 'name', 'titles', 'roles', 'canonical', 'items', 'mentions'] as const;

/** What one article says of people and phrases, as `wenzhen entities --format json` has it. */
export interface EntityTable<Mention = unknown> {
  readonly path: string;
  readonly officials: readonly {
    readonly name: string;
    readonly titles: readonly string[];
    readonly roles: readonly string[];
    readonly mentions: readonly Mention[];
  }[];
  readonly slogans: readonly {
    readonly text: string;
    readonly canonical: string | null;
    readonly expansion: readonly string[] | null;
    readonly mentions: readonly Mention[];
  }[];
}

/** RFC 4180: a row an official or phrase, lists joined by ；. @param header whether the names of the columns come first */
export function entitiesCsv({ path, officials, slogans }: EntityTable, header = true): string {
  return [
    ...(header ? [csvRow(COLUMNS)] : []),
    ...officials.map(({ name, titles, roles, mentions }) =>
      csvRow([path, 'official', name, titles.join('；'), roles.join('；'), '', '', mentions.length]),
    ),
    ...slogans.map(({ text, canonical, expansion, mentions }) =>
      csvRow([path, 'slogan', text, '', '', canonical ?? '', expansion?.join('；') ?? '', mentions.length]),
    ),
  ].join('');
}
