/** The files that commands over folders and selections work on. */
import * as vscode from 'vscode';

/** Extensions of articles and of the plain text that may be one. */
const PATTERN = '**/*.{article,txt}';

/**
 * The article and text files among the given files and folders, each once, in order of path.
 * @returns an empty list when there are none, or when the search was cancelled
 */
export async function articleFiles(roots: readonly vscode.Uri[], token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const found = new Map<string, vscode.Uri>();
  for (const root of roots) {
    const { type } = await vscode.workspace.fs.stat(root);
    const uris = type & vscode.FileType.Directory ? await vscode.workspace.findFiles(new vscode.RelativePattern(root, PATTERN), undefined, undefined, token) : [root];
    for (const uri of uris) found.set(uri.toString(), uri);
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
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
