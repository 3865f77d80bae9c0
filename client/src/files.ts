/** The files that commands over folders and selections work on. */
import * as vscode from 'vscode';

/**
 * What a command is to work on: the selection in the Explorer, or else what was clicked there, or else the document in the active editor.
 * The editor calls a command of the Explorer with what was clicked and with the whole selection; from the palette it passes neither.
 */
export function rootsOf(clicked: vscode.Uri | undefined, selected: readonly vscode.Uri[] | undefined): readonly vscode.Uri[] {
  if (selected?.length) return selected;
  const root = clicked ?? vscode.window.activeTextEditor?.document.uri;
  return root ? [root] : [];
}

/** The open document of a file; undefined when the file is not open. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find(document => document.uri.toString() === key);
}

/**
 * Shows a table or list in a new document, which has a name in the open folder but is not saved yet. CSV is saved with a byte-order mark:
 * without it spreadsheets on Windows take UTF-8 for the system's code page.
 * @param name without its ending
 */
export async function openExport(name: string, content: string, language: Format): Promise<void> {
  const encoding = language === 'csv' ? 'utf8bom' : 'utf8';
  const uri = await unusedName(name, ENDINGS[language]);
  if (!uri) {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language, encoding }));
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri, { encoding });
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), content);
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document);
}

type Format = 'csv' | 'json' | 'markdown';
const ENDINGS: Readonly<Record<Format, string>> = { csv: 'csv', json: 'json', markdown: 'md' };

/** `officials.csv` in the open folder, or `officials-2.csv` and so on where that is taken; undefined without a local folder. */
async function unusedName(name: string, ending: string): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder?.scheme !== 'file') return undefined;
  for (let number = 1; ; number++) {
    const file = vscode.Uri.joinPath(folder, `${name}${number > 1 ? `-${number}` : ''}.${ending}`);
    const uri = file.with({ scheme: 'untitled' });
    if (openDocument(uri)) continue;
    const free = await vscode.workspace.fs.stat(file).then(
      () => false,
      () => true,
    );
    if (free) return uri;
  }
}

/** Extensions of articles and of the plain text that may be one. */
const PATTERN = '**/*.{article,txt}';
const EXTENSION = /\.(?:article|txt)$/;

/**
 * The article and text files among the given files and folders, each once, in order of path.
 * @returns an empty list when there are none, or when the search was cancelled
 */
export async function articleFiles(roots: readonly vscode.Uri[], token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const found = new Map<string, vscode.Uri>();
  for (const root of roots) {
    const { type } = await vscode.workspace.fs.stat(root);
    const uris = !(type & vscode.FileType.Directory)
      ? [root]
      : root.scheme === 'file'
        ? await vscode.workspace.findFiles(new vscode.RelativePattern(root, PATTERN), undefined, undefined, token)
        : await filesBelow(root, token);
    for (const uri of uris) found.set(uri.toString(), uri);
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The article and text files below a folder of a file system that the editor's search does not know. Hidden folders are left out. */
async function filesBelow(folder: vscode.Uri, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
    if (token.isCancellationRequested) return [];
    const uri = vscode.Uri.joinPath(folder, name);
    if (type === vscode.FileType.Directory && !name.startsWith('.')) found.push(...(await filesBelow(uri, token)));
    else if (type & vscode.FileType.File && EXTENSION.test(name)) found.push(uri);
  }
  return found;
}

/** The text of well-formed UTF-8, its byte-order mark kept as U+FEFF; null when the bytes are not well-formed. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The path of a file for messages: relative to the open folder where it is in it. */
export function shortPath(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

/**
 * Writes a file through the editor's file systems, of which only the local one can be written atomically.
 * @throws Error when its file system cannot be written to; the message is fit to be shown
 */
export async function writeThrough(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false)
    throw new Error(vscode.l10n.t('the file system “{0}” can only be read', uri.scheme));
  await vscode.workspace.fs.writeFile(uri, bytes);
}
