/** Which files of a folder are articles, for the command line and the server's collection. */
import { statSync, type Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';

const EXTENSIONS = new Set(['.txt', '.article']);

/**
 * The `.txt` and `.article` files in a folder at any depth, sorted within each folder. Hidden folders and `node_modules` are
 * skipped; links to folders are not followed, since they may form a circle.
 * @param report called with the file system's error for each folder and link that cannot be read; the others are still listed
 */
export async function* articleFiles(folder: string, report: (path: string, error: unknown) => void): AsyncGenerator<string> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    report(folder, error);
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') yield* articleFiles(path, report);
    } else if (
      EXTENSIONS.has(extname(entry.name).toLowerCase()) &&
      (entry.isFile() || (entry.isSymbolicLink() && leadsToFile(path, report)))
    )
      yield path;
  }
}

/** Whether a link leads to a file; one that leads nowhere does not. */
function leadsToFile(link: string, report: (path: string, error: unknown) => void): boolean {
  try {
    return statSync(link, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch (error) {
    report(link, error);
    return false;
  }
}
