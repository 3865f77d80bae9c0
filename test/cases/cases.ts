/**
 * Cases as data: `test/cases/<group>/*.json`, each file a list of cases.
 * - `wild`: damage as it was found on pages; `synthetic`: made with a known transform; both must come out as `meant`.
 * - `negative`: text that must come back as it is, without any finding above a hint.
 * - `known-failures`: what the product cannot do yet; a case that passes fails the run, so that it is moved to another group.
 */
import fs from 'node:fs';
import path from 'node:path';

export const GROUPS = ['wild', 'synthetic', 'negative', 'known-failures'] as const;

export type Group = (typeof GROUPS)[number];

export interface Case {
  /** What it is about; unique within its file. */
  readonly name: string;
  /** The text as it stands in the file; several lines are joined by line feeds. */
  readonly text: string | readonly string[];
  /** The text that was meant; the text itself when left out (negative cases). */
  readonly meant?: string | readonly string[];
  /** Codes that must be among the findings. */
  readonly codes?: readonly string[];
  /** Texts that must be among the candidates of some finding, where nothing is sure enough to be applied. */
  readonly candidates?: readonly string[];
}

export const textOf = (text: string | readonly string[]): string => (typeof text === 'string' ? text : text.join('\n'));

/** All cases of a group with the file that holds them. */
export function casesOf(group: Group): { readonly file: string; readonly case: Case }[] {
  const folder = path.join(import.meta.dirname, group);
  return fs
    .readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .sort()
    .flatMap(file => (JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as Case[]).map(one => ({ file, case: one })));
}
