/** The program `wenzhen`. */
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { setLocale } from '../base/localise';
import { openLanguage } from '../language/language';
import { nodeResources } from '../node/resources';
import { createArticleService } from '../service';
import { describeError, EXIT } from './errors';
import type { Tools } from './jobs';
import { endWithReader, warn } from './output';
import { serveThread } from './pool';
import { program } from './program';

let opened: Tools | undefined;
function tools(): Tools {
  if (!opened) {
    const language = openLanguage(nodeResources(join(__dirname, 'data')));
    opened = { language, service: createArticleService(language) };
  }
  return opened;
}

/** The language of messages: that of `--locale`, or else that of the shell. Read before Commander runs, which prints messages itself. */
function localeOf(argv: readonly string[]): string | undefined {
  const at = argv.findIndex(arg => arg === '--locale' || arg.startsWith('--locale='));
  if (at >= 0) return argv[at]!.includes('=') ? argv[at]!.slice('--locale='.length) : argv[at + 1];
  return process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || undefined;
}

async function main(): Promise<void> {
  endWithReader();
  const locale = localeOf(process.argv.slice(2));
  setLocale(locale);
  try {
    await program({ tools, locale }, code => {
      process.exitCode = code;
    }).parseAsync();
  } catch (error) {
    // Commander has printed what is wrong with the usage; help and version are not errors.
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.clean : EXIT.input;
      return;
    }
    warn(`wenzhen: ${describeError(error)}`);
    process.exitCode = EXIT.input;
  }
}

if (!serveThread(tools)) void main();
