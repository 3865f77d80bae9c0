/** The commands: what each prints and with which code it ends. */
import { createTwoFilesPatch, OMIT_HEADERS } from 'diff';
import { t } from '../base/localise';
import type { Proof } from '../base/finding';
import { label, type TextEncoding } from '../language/encodings';
import { damageStory } from '../features/damageStory';
import { entitiesCsv } from '../features/entityExport';
import { directivesCsv } from '../features/outlineExport';
import type { ConvertResult } from './convert';
import { EXIT, InputError } from './errors';
import { listFiles, STDIN } from './inputs';
import { exitCodeOf, type EntitiesResult, type RepairResult, type Tools } from './jobs';
import { print, progress, warn } from './output';
import { runTask, type Outcome, type Task, type TaskResults } from './pool';
import { JsonOutput, report, type CheckFormat } from './reports';
import { stream } from './stream';
import { printable, printableLines, table } from './terminal';

/** What all commands share. */
export interface Environment {
  /** Opens tables and service at the first call. */
  readonly tools: () => Tools;
  readonly locale: string | undefined;
}

/**
 * Runs a task over the files that paths stand for. What is wrong with one file is reported and
 * gives exit code 2; the others are done all the same.
 * @param each prints the result of a file and gives an exit code
 * @returns the highest exit code
 */
async function overFiles<N extends Task['name']>(
  task: Extract<Task, { name: N }>,
  paths: readonly string[],
  { tools, locale }: Environment,
  each: (result: TaskResults[N], files: number) => Promise<number>,
): Promise<number> {
  let code: number = EXIT.clean;
  const fail = (message: string): void => {
    warn(`wenzhen: ${message}`);
    code = EXIT.input;
  };
  const files = await listFiles(paths, fail);
  const bar = progress(files.length);
  try {
    for await (const outcome of runTask(task, files, tools, locale) as AsyncGenerator<Outcome<TaskResults[N]>>) {
      bar.step();
      if ('error' in outcome) fail(outcome.error);
      else code = Math.max(code, await each(outcome.result, files.length));
    }
  } finally {
    bar.stop();
  }
  return code;
}

/** `wenzhen check` */
export async function checkCommand(
  paths: readonly string[],
  { format }: { format: CheckFormat },
  environment: Environment,
): Promise<number> {
  const out = report(format);
  await print(out.head());
  const code = await overFiles({ name: 'check' }, paths, environment, async result => {
    await print(out.file(result));
    return exitCodeOf(result.findings);
  });
  await print(out.tail());
  return code;
}

/** The options of `repair`. */
export interface RepairFlags {
  readonly diff?: boolean;
  readonly stdout?: boolean;
  readonly write?: boolean;
  readonly accept: Proof;
  readonly explain?: boolean;
  readonly stripChrome?: boolean;
}

/** `wenzhen repair` */
export async function repairCommand(paths: readonly string[], flags: RepairFlags, environment: Environment): Promise<number> {
  if (flags.write && paths.includes(STDIN))
    throw new InputError(t('standard input cannot be written to: print the repaired text with --stdout'));
  const options = {
    accept: flags.accept,
    stripChrome: flags.stripChrome ?? false,
    write: flags.write ?? false,
    explain: flags.explain ?? false,
  };
  return overFiles({ name: 'repair', options }, paths, environment, async result => {
    if (options.explain) for (const line of explanation(result)) warn(line);
    if (flags.stdout) await print(result.after);
    else if (flags.write) await print(`${printable(writtenLine(result))}\n`);
    else if (result.before !== result.after) await print(unifiedDiff(result));
    return EXIT.clean;
  });
}

/** Unchanged lines around each change of a diff. */
const DIFF_CONTEXT = 2;

/**
 * A diff that `git apply` and `patch` accept. Chinese file names stay readable, as with git's
 * `core.quotePath=false`; the library would write them as bytes.
 */
function unifiedDiff({ path, before, after }: RepairResult): string {
  const [old, repaired] = [`a/${path}`, `b/${path}`];
  const patch = (options: object): string =>
    createTwoFilesPatch(old, repaired, before, after, undefined, undefined, { context: DIFF_CONTEXT, ...options });
  return NEEDS_QUOTES.test(path)
    ? patch({}).replace(/^=+\n/, '')
    : `--- ${old}\n+++ ${repaired}\n${patch({ headerOptions: OMIT_HEADERS })}`;
}

/** Characters that would break the header of a diff. */
const NEEDS_QUOTES = /[\0-\x1f"\\\x7f]/;

function writtenLine({ path, codes, remaining, backup }: RepairResult): string {
  const repaired = Object.values(codes).reduce((a, b) => a + b, 0);
  if (backup === null) return t('{0}: nothing to repair', path);
  return t('{0}: {1} repaired, {2} left; the old file is {3}', path, repaired, remaining, backup);
}

/**
 * One line for each repair: where it is, how sure it is, what stood there and what was meant, how the damage came about and in which bytes.
 * Below the first repair of each mechanism stands the sentence about it.
 */
function explanation({ path, repaired }: RepairResult): string[] {
  const told = new Set<string>();
  return repaired.flatMap(({ range: { start }, code, message, repair, explanation: how }) => {
    const line = [
      `${path}:${start.line + 1}:${start.character + 1}`,
      code,
      repair!.proof === 'proven' ? t('proven') : t('likely'),
      how ? `${how.damaged} → ${how.meant ?? repair!.newText}` : message,
      ...(how ? [`${[how.mechanism, ...(how.layers ?? [])].join(', ')}${how.bytes === undefined ? '' : `: ${how.bytes}`}`] : []),
    ];
    const story = how && !told.has(how.mechanism) ? damageStory(how.mechanism) : '';
    if (how) told.add(how.mechanism);
    return [line.join('  '), ...(story === '' ? [] : [`    ${story}`])];
  });
}

/** The values of `--format` of `outline`. */
export const OUTLINE_FORMATS = ['tree', 'json', 'markdown', 'csv'] as const;

/** `wenzhen outline` */
export async function outlineCommand(
  paths: readonly string[],
  { format }: { format: (typeof OUTLINE_FORMATS)[number] },
  environment: Environment,
): Promise<number> {
  const json = new JsonOutput();
  let first = true;
  const code = await overFiles({ name: 'outline' }, paths, environment, async (result, files) => {
    switch (format) {
      case 'json':
        await print(json.file(files, result.json, { path: result.path, outline: result.json }));
        break;
      case 'csv':
        await print(directivesCsv([result], first));
        break;
      case 'markdown':
        await print(files === 1 ? result.markdown : `${result.markdown}\n`);
        break;
      case 'tree':
        await print(files === 1 ? printableLines(result.tree) : `${printable(result.path)}\n${printableLines(result.tree)}\n`);
        break;
    }
    first = false;
    return EXIT.clean;
  });
  await print(json.tail());
  return code;
}

/** The values of `--format` of `entities`. */
export const ENTITY_FORMATS = ['table', 'json', 'csv'] as const;

/** `wenzhen entities` */
export async function entitiesCommand(
  paths: readonly string[],
  { format }: { format: (typeof ENTITY_FORMATS)[number] },
  environment: Environment,
): Promise<number> {
  const json = new JsonOutput();
  let first = true;
  const code = await overFiles({ name: 'entities' }, paths, environment, async (result, files) => {
    const { path, officials, slogans } = result;
    switch (format) {
      case 'json':
        await print(json.file(files, { officials, slogans }, result));
        break;
      case 'csv':
        await print(entitiesCsv(result, first));
        break;
      case 'table':
        await print(`${files === 1 ? '' : `${printable(path)}\n`}${table(entityRows(result))}`);
        break;
    }
    first = false;
    return EXIT.clean;
  });
  await print(json.tail());
  return code;
}

/** A row for each official and each set phrase: what it is, its name, how often it is mentioned, and what else is known of it. */
function entityRows({ officials, slogans }: EntitiesResult): string[][] {
  return [
    ...officials.map(({ name, titles, roles, mentions }) => [
      t('official'),
      name,
      String(mentions.length),
      [titles.join('；'), roles.join('、')].filter(Boolean).join(' · '),
    ]),
    ...slogans.map(({ text, canonical, expansion, mentions }) => [
      t('slogan'),
      text,
      String(mentions.length),
      expansion?.join('、') ?? (canonical && canonical !== text ? canonical : ''),
    ]),
  ];
}

/** `wenzhen convert` */
export async function convertCommand(
  paths: readonly string[],
  { from, dryRun = false, replaceInvalid = false, bom }: { from?: TextEncoding; dryRun?: boolean; replaceInvalid?: boolean; bom: boolean },
  environment: Environment,
): Promise<number> {
  const options = { from, dryRun, replaceInvalid, bom };
  return overFiles({ name: 'convert', options }, paths, environment, async result => {
    // Standard output belongs to the text of standard input, if there is any.
    if (result.path === STDIN) {
      await print(result.text ?? '');
      warn(conversionLine(result));
    } else await print(`${printable(conversionLine(result))}\n`);
    return result.outcome === 'left-alone' ? EXIT.findings : EXIT.clean;
  });
}

function conversionLine({ path, encoding, confidence, outcome, reason, backup, text }: ConvertResult): string {
  const sure = `${label(encoding)}, ${Math.round(confidence * 100)}%`;
  if (outcome === 'already') return t('{0}: is UTF-8 already', path);
  if (outcome === 'left-alone') return t('{0}: left alone ({1}): {2}', path, sure, reason);
  if (backup !== null) return t('{0}: converted from {1} ({2}); the old file is {3}', path, sure, reason, backup);
  if (text !== undefined) return t('{0}: converted from {1} ({2})', path, sure, reason);
  return t('{0}: would be converted from {1} ({2})', path, sure, reason);
}

/** `wenzhen stream` */
export async function streamCommand({ accept }: { accept: Proof }, { tools }: Environment): Promise<number> {
  await stream(process.stdin, process.stdout, accept, tools());
  return EXIT.clean;
}
