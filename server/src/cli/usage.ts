/** Help and errors of usage in the language of the messages: Commander knows English only. */
import type { Command, HelpConfiguration, Option } from 'commander';
import { t } from '../base/localise';

const TITLES: Readonly<Record<string, () => string>> = {
  'Usage:': () => t('Usage:'),
  'Arguments:': () => t('Arguments:'),
  'Options:': () => t('Options:'),
  'Global Options:': () => t('Global Options:'),
  'Commands:': () => t('Commands:'),
};

/** The errors of Commander by their English text, of which the parts in brackets are the arguments. */
const ERRORS: readonly (readonly [said: RegExp, inLanguage: (...parts: string[]) => string])[] = [
  [/^missing required argument '(.+)'$/, name => t('missing required argument “{0}”', name)],
  [/^option '(.+)' argument missing$/, option => t('option “{0}” needs an argument', option)],
  [
    /^option '(.+)' argument '(.*)' is invalid\. Allowed choices are (.+)\.$/,
    (option, value, choices) => t('option “{0}” cannot be “{1}”, only one of: {2}', option, value, choices),
  ],
  [/^option '(.+)' cannot be used with option '(.+)'$/, (option, other) => t('option “{0}” cannot be used with “{1}”', option, other)],
  [/^unknown option '(.+)'$/, option => t('unknown option “{0}”', option)],
  [/^unknown command '(.+)'$/, command => t('unknown command “{0}”', command)],
  [/^too many arguments.*$/, () => t('too many arguments')],
  [/^\(Did you mean (.+)\?\)$/, command => t('Did you mean “{0}”?', command)],
];

const HELP: HelpConfiguration = {
  showGlobalOptions: true,
  styleTitle: title => TITLES[title]?.() ?? title,
  optionDescription(option: Option) {
    const { description, argChoices, defaultValue, negate } = option;
    const notes: string[] = [];
    if (argChoices) notes.push(t('one of: {0}', argChoices.join(', ')));
    if (defaultValue !== undefined && !negate && !option.isBoolean()) notes.push(t('default: {0}', String(defaultValue)));
    return notes.length > 0 ? `${description} (${notes.join('; ')})` : description;
  },
};

/** Makes a command speak the user's language. To be called before subcommands are added, which inherit it. */
export function localiseUsage(command: Command): Command {
  return command
    .helpOption('-h, --help', t('show this help'))
    .helpCommand(false)
    .configureHelp(HELP)
    .configureOutput({ outputError: (said, write) => write(`${said.trimEnd().split('\n').map(localised).join('\n')}\n`) });
}

/**
 * Adds `help`: Commander's own prints everything, without a word of what is wrong, for a command that does not exist.
 * @param root with all other commands
 */
export function addHelp(root: Command): void {
  root
    .command('help')
    .argument('[command]')
    .description(t('show the help of a command'))
    .action((name?: string) => {
      const command = name === undefined ? root : root.commands.find(known => known.name() === name);
      if (!command) root.error(`error: unknown command '${name}'`);
      command.help();
    });
}

/** A line of an error in the user's language; one that is not known stays as it is. */
function localised(line: string): string {
  const said = line.replace(/^error: /, '');
  for (const [pattern, inLanguage] of ERRORS) {
    const match = pattern.exec(said);
    if (match) return line === said ? inLanguage(...match.slice(1)) : `wenzhen: ${inLanguage(...match.slice(1))}`;
  }
  return line;
}
