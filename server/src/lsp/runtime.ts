/** What the platform gives to the server: the only difference between Node and a browser worker. */
import type { Resources } from '../base/resources';

export interface Runtime {
  readonly resources: Resources;
  /**
   * Bytes of a file as they are on disk; undefined where there is no file system or the address is not a file.
   * Never rejects.
   */
  readFile(uri: string): Promise<Uint8Array | undefined>;
  /** Resolves once waiting input was taken in, so that cancellations and edits overtake the work that follows. */
  yield(): Promise<void>;
}
