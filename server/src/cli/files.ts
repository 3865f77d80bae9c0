/** Writing files so that even a power cut leaves either the old or the new content, with a copy of the old one beside it. */
import { constants, copyFileSync, realpathSync, statSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import { t } from '../base/localise';
import { describeError, InputError } from './errors';

/**
 * Replaces a file's content: a backup first, then a temporary file that takes the place of the old one.
 * Mode and owner stay; symbolic links are followed.
 * @returns the path of the backup
 * @throws InputError in plain words; the file is then as it was
 */
export async function replaceFile(path: string, content: Uint8Array | string): Promise<string> {
  try {
    const target = realpathSync(path);
    const stats = statSync(target);
    // A pipe or a device would become a file.
    if (!stats.isFile()) throw new InputError(t('{0}: not a file, nothing was written', path));
    // A rename would replace a read-only file all the same.
    if ((stats.mode & 0o222) === 0) throw new InputError(t('{0}: the file is read-only, nothing was written', path));
    const backup = keepBackup(target);
    await writeFileAtomic(target, typeof content === 'string' ? content : Buffer.from(content));
    return backup;
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(t('{0}: nothing was written: {1}', path, describeError(error)));
  }
}

/** Copies a file to `name.bak`, or `name.bak1` and so on: an older backup is never overwritten. */
function keepBackup(path: string): string {
  for (let n = 0; ; n++) {
    const backup = `${path}.bak${n === 0 ? '' : n}`;
    try {
      copyFileSync(path, backup, constants.COPYFILE_EXCL);
      return backup;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
