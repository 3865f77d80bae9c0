/** Errors that the user is told in one line, never with a stack trace. */

/** Exit codes of all commands. */
export const EXIT = {
  /** Nothing at warning or above; all done. */
  clean: 0,
  /** Findings; or files that were left alone. */
  findings: 1,
  /** Wrong usage, or input that cannot be read. */
  input: 2,
} as const;

/** Something is wrong with the input or the usage; the message is all that is shown. */
export class InputError extends Error {}

/** A system error in plain words; the message of any other error. */
export function describeError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && PLAIN_WORDS[code]) || message || String(error);
}

const PLAIN_WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or directory',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EISDIR: 'is a directory',
  ENOTDIR: 'a part of the path is not a directory',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many open files',
  ENOSPC: 'no space left on the device',
  EROFS: 'the file system is read-only',
  EBUSY: 'the file is in use',
  ENAMETOOLONG: 'the name is too long',
  EIO: 'the device cannot be read',
};
