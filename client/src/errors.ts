/** What is made of errors of any kind, for messages and for the log. */
import * as vscode from 'vscode';

/** The reason of a failure in one line, fit to be shown. */
export function reasonOf(error: unknown): string {
  if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return vscode.l10n.t('it is gone');
  return error instanceof Error ? error.message : String(error);
}

/** The form in which the log keeps the stack of an error that has one. */
export function asError(error: unknown): Error | string {
  return error instanceof Error ? error : String(error);
}
