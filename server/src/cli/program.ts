/** The commands of `wenzhen` as Commander takes them: their arguments, options and help. What they do stands in `commands.ts`. */
import { Command, Option } from 'commander';
import { version } from '../../../package.json';
import { t } from '../base/localise';
import { canonicalEncoding, type TextEncoding } from '../language/encodings';
import {
  checkCommand,
  convertCommand,
  entitiesCommand,
  ENTITY_FORMATS,
  OUTLINE_FORMATS,
  outlineCommand,
  repairCommand,
  streamCommand,
  type Environment,
} from './commands';
import { CHECK_FORMATS } from './reports';
import { addHelp, localiseUsage } from './usage';

/** Encodings that `--from` takes: those that are detected, and their subsets. */
const FROM = ['gb18030', 'gbk', 'gb2312', 'big5', 'utf-16le', 'utf-16be', 'shift_jis', 'euc-kr', 'windows-1252'];

/** What is needed to add a command. */
interface Program {
  readonly root: Command;
  readonly environment: Environment;
  /** Takes the exit code. */
  readonly end: (code: number) => void;
}

/**
 * The whole program, ready to parse arguments.
 * @param end called with the exit code when a command is done
 */
export function program(environment: Environment, end: (code: number) => void): Command {
  const root = localiseUsage(new Command('wenzhen'))
    .description(t('Finds and repairs encoding damage in Chinese articles, finds cut sentences, outlines directives.'))
    .version(version, '-V, --version', t('print the version'))
    .option('--locale <tag>', t('language of messages, such as zh-CN or en (default: that of the shell)'))
    .exitOverride();
  for (const add of [addCheck, addRepair, addOutline, addEntities, addConvert, addStream]) add({ root, environment, end });
  addHelp(root);
  return root;
}

const paths = (): string => t('files, folders (their .txt and .article files), or - for standard input');
const done = (): string => t('Exit code: 0 done, 2 wrong usage or a file that cannot be used.');
const notes = (...lines: readonly string[]): string => `\n${lines.join('\n')}`;
const accept = (): Option =>
  new Option('--accept <proof>', t('which repairs to make: only proven ones, or likely ones as well'))
    .choices(['proven', 'likely'])
    .default('likely');

function addCheck({ root, environment, end }: Program): void {
  root
    .command('check')
    .argument('<path...>', paths())
    .description(t('report encoding damage, cut sentences and miscounts'))
    .addOption(new Option('--format <format>', t('how to print findings')).choices(CHECK_FORMATS).default('pretty'))
    .addHelpText(
      'after',
      notes(
        t('Exit code: 0 nothing at warning or above, 1 findings, 2 wrong usage or a file that cannot be used.'),
        t('Example: {0}', 'wenzhen check articles/ --format sarif > findings.sarif'),
      ),
    )
    .action(async (files, options) => end(await checkCommand(files, options, environment)));
}

function addRepair({ root, environment, end }: Program): void {
  root
    .command('repair')
    .argument('<path...>', paths())
    .description(t('repair encoding damage; by default only shows a diff'))
    .addOption(new Option('--diff', t('print a unified diff (the default)')).conflicts(['stdout', 'write']))
    .addOption(new Option('--stdout', t('print the repaired text')).conflicts(['diff', 'write']))
    .addOption(new Option('--write', t('replace the files, keeping a backup beside each')).conflicts(['diff', 'stdout']))
    .addOption(accept())
    .option('--explain', t('explain on standard error what was repaired, how the damage came about and how sure that is'))
    .option('--strip-chrome', t('also remove site navigation and other text that is not the article'))
    .addHelpText('after', notes(done(), t('Example: {0}', 'wenzhen repair articles/ --write --accept proven')))
    .action(async (files, options) => end(await repairCommand(files, options, environment)));
}

function addOutline({ root, environment, end }: Program): void {
  root
    .command('outline')
    .argument('<path...>', paths())
    .description(t('print who told whom to do what'))
    .addOption(new Option('--format <format>', t('how to print the outline')).choices(OUTLINE_FORMATS).default('tree'))
    .addHelpText('after', notes(done(), t('Example: {0}', 'wenzhen outline articles/*.txt --format csv > directives.csv')))
    .action(async (files, options) => end(await outlineCommand(files, options, environment)));
}

function addEntities({ root, environment, end }: Program): void {
  root
    .command('entities')
    .argument('<path...>', paths())
    .description(t('list officials and slogans'))
    .addOption(new Option('--format <format>', t('how to print the entities')).choices(ENTITY_FORMATS).default('table'))
    .addHelpText('after', notes(done(), t('Example: {0}', 'wenzhen entities articles/ --format csv > entities.csv')))
    .action(async (files, options) => end(await entitiesCommand(files, options, environment)));
}

function addConvert({ root, environment, end }: Program): void {
  root
    .command('convert')
    .argument('<path...>', paths())
    .description(t('transcode files in another encoding, keeping a backup beside each'))
    .addOption(new Option('--to <encoding>', t('the encoding to write')).choices(['utf-8']).default('utf-8'))
    .addOption(new Option('--from <encoding>', t('the encoding of the files, instead of detecting it')).choices(FROM))
    .option('--dry-run', t('only say what would be done'))
    .option(
      '--replace-invalid',
      t('also convert files with bytes that are not valid in their encoding: those become U+FFFD, the backup keeps them'),
    )
    .option('--no-bom', t('leave out byte order marks, which are kept by default'))
    .addHelpText(
      'after',
      notes(
        t('Standard input is written to standard output.'),
        t('Exit code: 0 all is UTF-8, 1 files were left alone, 2 wrong usage or a file that cannot be used.'),
        t('Example: {0}', 'wenzhen convert articles/ --dry-run'),
      ),
    )
    .action(async (files, options) =>
      end(
        await convertCommand(files, { ...options, from: options.from && (canonicalEncoding(options.from) as TextEncoding) }, environment),
      ),
    );
}

function addStream({ root, environment, end }: Program): void {
  root
    .command('stream')
    .description(t('repair a JSON object a line ({"id","text"}) from standard input to standard output'))
    .addOption(accept())
    .addHelpText(
      'after',
      notes(
        t(
          'Each line comes back with its text repaired and with its findings; other fields stay as they are. What is wrong with a line comes back as {"error"}, with the id if there is one.',
        ),
        t('Example: {0}', 'parallel --pipe --block 8M wenzhen stream < pages.jsonl > repaired.jsonl'),
      ),
    )
    .action(async options => end(await streamCommand(options, environment)));
}
