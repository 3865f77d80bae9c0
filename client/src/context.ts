/** What every feature of the client is given. */
import type * as vscode from 'vscode';
import type { Dialogs } from './dialogs';
import type { Host } from './host';
import type { BatchRunner } from './repair/batch';
import type { Server } from './server';

/** Everything a feature of the client needs. */
export interface ClientContext {
  readonly extension: vscode.ExtensionContext;
  readonly host: Host;
  readonly server: Server;
  /** Which documents are served: articles, and plain text in the folders and on disk, never our own previews. */
  readonly selector: vscode.DocumentFilter[];
  readonly log: vscode.LogOutputChannel;
  readonly dialogs: Dialogs;
  readonly batches: BatchRunner;
}
