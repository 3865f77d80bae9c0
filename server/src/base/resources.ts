/** Data files that are too big to be bundled: read by whoever runs the server (disk on Node, fetch in a browser). */

/** Names of the files in `server/data/` that are read at run time. Each is read at most once and only when it is needed. */
export type ResourceName = 'characters.bin' | 'words.bin' | 'pinyin.bin';

/** Where the language gets its tables from: files in Node, requests in a browser. */
export interface Resources {
  /**
   * The bytes of a data file. Synchronous, since results must not depend on what happens to be loaded.
   * @throws Error when the file is missing or unreadable; the message names the file
   */
  read(name: ResourceName): Uint8Array;
}
