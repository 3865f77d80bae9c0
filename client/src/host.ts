/** What differs between the desktop (or remote) extension host and a browser: how the server is started and how files are written. */
import type * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

export interface Host {
  /** A client for the language server, not started yet. Loads the library for it, which nothing else may do. */
  createClient(context: vscode.ExtensionContext, options: LanguageClientOptions): Promise<BaseLanguageClient>;
  /**
   * Writes a file so that it is the old or the new one at every moment, as far as its file system allows.
   * @throws Error when the file is read-only or cannot be written; the message is fit to be shown
   */
  writeAtomically(uri: vscode.Uri, bytes: Uint8Array): Promise<void>;
  /**
   * Makes the editor refuse to save over a file: while a zero byte stands at its end, the file has changed on disk as far as the editor can tell.
   * Nothing else of it changes, and `release` restores its size and its time.
   * @returns undefined where the file system offers no such thing
   */
  holdBack(uri: vscode.Uri): Promise<{ release(): Promise<void> } | undefined>;
}
