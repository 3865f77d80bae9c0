/** What the server needs of the platform: the only difference between Node and a browser worker. */
import type { Resources } from '../base/resources';
import type { Segmenter } from '../language/language';

/** What `main.ts` provides on Node and `browser.ts` in a browser worker. */
export interface Runtime {
  readonly resources: Resources;
  /**
   * The bytes of a file as they are on disk; undefined where there is no file system or no such file.
   * Never rejects.
   */
  readFile(uri: string): Promise<Uint8Array | undefined>;
  /** URIs of the `.txt` and `.article` files in a folder, at any depth; none where there is no file system. Never rejects. */
  listArticles(folderUri: string): AsyncIterable<string>;
  /**
   * Replaces one of the server's own files in the folder that the client provides for storage, as soon as all of it is written.
   * Never rejects: a file that could not be written, or whose pieces end in an error, is made anew next time.
   * @param folder the client's `storage`
   * @param pieces of its content, in order; taken one at a time
   */
  store(folder: string, name: string, pieces: AsyncIterable<string>): Promise<void>;
  /** The lines of a file that `store` wrote; other messages may get a turn between them. None when there is no such file. Never rejects. */
  restore(folder: string, name: string): AsyncIterable<string>;
  /**
   * Words and parts of speech. Loaded on first use, so nothing that must be quick may wait for it. Absent where the platform has none.
   */
  readonly segmenter?: Segmenter;
  /** Resolves after waiting input was taken in, so that cancellations and edits overtake the work that follows. */
  yield(): Promise<void>;
}
