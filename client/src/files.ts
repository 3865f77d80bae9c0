/** The files that commands over folders and selections work on. */
import * as vscode from 'vscode';

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

/** The same for file systems that the editor's search does not know. Hidden folders are left out. */
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

/** A path as short as the folder allows, for messages. */
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
