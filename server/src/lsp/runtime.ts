/** What the platform gives to the server: the only difference between Node and a browser worker. */
import type { Resources } from '../base/resources';
import type { Segmenter } from '../language/language';

export interface Runtime {
  readonly resources: Resources;
  /**
   * Bytes of a file as they are on disk; undefined where there is no file system or the address is not a file.
   * Never rejects.
   */
  readFile(uri: string): Promise<Uint8Array | undefined>;
  /** Addresses of the `.txt` and `.article` files in a folder, at any depth; none where there is no file system. Never rejects. */
  listArticles(folderUri: string): AsyncIterable<string>;
  /**
   * Replaces a file of the server's own in the folder that the client gave for storage, once all of it is there. Never rejects:
   * a file that could not be written, or whose pieces end in an error, is made anew next time.
   * @param folder the client's `storage`
   * @param pieces of its content, in order; taken one at a time
   */
  store(folder: string, name: string, pieces: AsyncIterable<string>): Promise<void>;
  /** Lines of what `store` kept, with turns for others between them; none when there is nothing. Never rejects. */
  restore(folder: string, name: string): AsyncIterable<string>;
  /** Words and parts of speech; loads when first asked for, so nothing that must be quick waits for it. Absent where there is none. */
  readonly segmenter?: Segmenter;
  /** Resolves once waiting input was taken in, so that cancellations and edits overtake the work that follows. */
  yield(): Promise<void>;
}
