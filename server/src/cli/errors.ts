/** Errors that are shown to the user in one line, never with a stack trace. */
import { t } from '../base/localise';

/** Exit codes of all commands. */
export const EXIT = {
  /** Nothing at warning or above; all done. */
  clean: 0,
  /** Findings; or files that were left alone. */
  findings: 1,
  /** Wrong usage, or input that cannot be read. */
  input: 2,
} as const;

/** The input or the usage is wrong; only the message is shown. */
export class InputError extends Error {}

/** A system error in the user's language, or the message of any other error. */
export function describeError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && PLAIN_WORDS[code]?.()) || message || String(error);
}

const PLAIN_WORDS: Readonly<Record<string, () => string>> = {
  ENOENT: () => t('no such file or directory'),
  EACCES: () => t('permission denied'),
  EPERM: () => t('operation not permitted'),
  EISDIR: () => t('is a directory'),
  ENOTDIR: () => t('a part of the path is not a directory'),
  ELOOP: () => t('too many symbolic links'),
  EMFILE: () => t('too many open files'),
  ENOSPC: () => t('no space left on the device'),
  EROFS: () => t('the file system is read-only'),
  EBUSY: () => t('the file is in use'),
  ENAMETOOLONG: () => t('the name is too long'),
  EIO: () => t('the device cannot be read'),
};
