/** Data files from disk, for the server and the command line on Node. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Resources } from '../base/resources';

/**
 * Reads data files from a folder.
 * @param folder where the files are: `data` beside the bundled programs
 */
export function nodeResources(folder: string): Resources {
  return {
    read: name => {
      try {
        return readFileSync(join(folder, name));
      } catch (error) {
        throw new Error(`data file ${name} cannot be read: ${(error as Error).message}`);
      }
    },
  };
}
