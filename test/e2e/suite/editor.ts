/** What the suites share: opening files of the test's folder, answering questions, and waiting for what the server sends. */
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import type { Question } from '../../../client/src/dialogs';
import type { Exports } from '../../../client/src/start';

/** The folder that the editor was opened on: a throw-away copy of `seeds/` and `test/e2e/files/`. */
export const folder = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;

/** Polls until the function gives something truthy; what it throws counts as not yet. @throws Error after `ms`, with what it threw last */
export async function until<T>(what: string, ask: () => T | undefined | false | Promise<T | undefined | false>, ms = 20_000): Promise<T> {
  const end = Date.now() + ms;
  let cause: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    if (Date.now() > end) throw new Error(`waited ${ms} ms for ${what}${cause ? `: ${String(cause)}` : ''}`, { cause });
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** Opens a file of the folder in an editor. Nothing activates the extension but this. */
export async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder(), name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Writes a file of the folder. */
export async function write(name: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder(), name);
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return uri;
}

/** The problems of a document that come from Wenzhen, once they satisfy the condition; once there are any unless told. */
export async function problems(
  uri: vscode.Uri,
  condition: (found: vscode.Diagnostic[]) => boolean = found => found.length > 0,
): Promise<vscode.Diagnostic[]> {
  return until(`problems of ${uri.path}`, () => {
    const found = vscode.languages.getDiagnostics(uri).filter(diagnostic => diagnostic.source === 'wenzhen');
    return condition(found) && found;
  });
}

/** The code of a diagnostic as the design names it. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The words of all hovers at an offset. */
export async function hoverAt(document: vscode.TextDocument, offset: number): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(offset),
  );
  return hovers
    .flatMap(hover => hover.contents)
    .map(content => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** Gives up all changes and closes everything. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(document => document.isDirty)) {
    // An editor that opens in the meantime takes the place: once more then. The document may also have been closed.
    await until('an unsaved document', async () => document.isClosed || (await vscode.window.showTextDocument(document)));
    if (!document.isClosed) await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The extension as others see it. */
export const extension = (): vscode.Extension<Exports> => vscode.extensions.getExtension<Exports>('wenzhen.wenzhen')!;

/**
 * Answers the questions of the extension from now on; those that are asked are added to the list that is given back.
 * @param answer the button that the user presses; undefined dismisses the question
 */
export function answerWith(answer: (question: Question) => string | undefined): Question[] {
  const asked: Question[] = [];
  extension().exports.dialogs.answerWith(question => {
    asked.push(question);
    return answer(question);
  });
  return asked;
}

/** The bytes of a file on disk. */
export const bytesOf = (uri: vscode.Uri): Buffer => fs.readFileSync(uri.fsPath);

/** What stands in the list of problems about the decoding of a file. */
export const undecoded = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(diagnostic => codeOf(diagnostic) === 'encoding.undecoded');

/** Types at the beginning of the active editor. */
export async function type(text: string): Promise<void> {
  await vscode.window.activeTextEditor!.edit(edit => edit.insert(new vscode.Position(0, 0), text));
}

/** Changes a setting of the folder until the function that is given back is called. */
export async function configure(section: string, value: unknown): Promise<() => Promise<void>> {
  const set = (to: unknown) =>
    Promise.resolve(vscode.workspace.getConfiguration(undefined, folder()).update(section, to, vscode.ConfigurationTarget.WorkspaceFolder));
  await set(value);
  return () => set(undefined);
}
