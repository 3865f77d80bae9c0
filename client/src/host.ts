/** What differs between the desktop (or remote) extension host and a browser: how the server is started and how files are written. */
import type * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** What the platform provides; `node.ts` and `browser.ts` each have one. */
export interface Host {
  /** A client for the language server, not started yet. Only this may load the client library, which is large. */
  createClient(context: vscode.ExtensionContext, options: LanguageClientOptions): Promise<BaseLanguageClient>;
  /**
   * Writes a file so that at every moment either the old or the new content is there, as far as its file system allows.
   * @throws Error when the file is read-only or cannot be written; the message is fit to be shown
   */
  writeAtomically(uri: vscode.Uri, bytes: Uint8Array): Promise<void>;
  /**
   * Makes the editor refuse to save over a file: a zero byte is appended to it, so that the editor believes the file was changed on disk.
   * Its other bytes stay as they are; `release` restores its size and its time.
   * @returns undefined where the file system offers no way to do this
   */
  holdBack(uri: vscode.Uri): Promise<{ release(): Promise<void> } | undefined>;
}
