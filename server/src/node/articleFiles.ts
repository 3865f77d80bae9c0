/** Which files of a folder are articles, for the command line and the server's collection. */
import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';

const EXTENSIONS = new Set(['.txt', '.article']);

/**
 * The `.txt` and `.article` files in a folder at any depth, sorted within each folder. Hidden folders and `node_modules` are
 * skipped; links to folders are not followed, since they may form a circle.
 * @throws the file system's error when a folder cannot be read
 */
export async function* articleFiles(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') yield* articleFiles(path);
    } else if (
      EXTENSIONS.has(extname(entry.name).toLowerCase()) &&
      (entry.isFile() || (entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isFile()))
    )
      yield path;
  }
}
