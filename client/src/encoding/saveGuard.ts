/**
 * The save guard. The editor lets no extension stop a save, so the guard takes it back: before a save that would destroy good bytes it keeps them in
 * the extension's storage, right after the save it puts them back, and then asks what to do. If the editor dies in between, the bytes are restored at the next start.
 */
import * as vscode from 'vscode';
import type { ClientContext } from '../context';
import type { UndecodedFiles } from './detection';
import { encodingLabel } from './names';

/** A save that was let through and has to be taken back. */
interface Danger {
  readonly bytes: Uint8Array;
  readonly kept: vscode.Uri;
  readonly reason: 'undecoded' | 'substitution';
  /** For `undecoded`: the right encoding. */
  readonly encoding?: string;
  /** For `substitution`: some of the characters that the encoding lacks. */
  readonly characters?: string;
}

/** Registers the guard; what was kept when the editor ended in the middle of a save is restored first. */
export function registerSaveGuard({ extension, host, log }: ClientContext, files: UndecodedFiles): vscode.Disposable {
  const folder = vscode.Uri.joinPath(extension.storageUri ?? extension.globalStorageUri, 'guard');
  const dangers = new Map<string, Promise<Danger | undefined>>();

  const examine = async (document: vscode.TextDocument): Promise<Danger | undefined> => {
    // A save may come before the file was looked at.
    if (!files.get(document.uri) && hasReplacements(document)) await files.examine(document);
    const found = files.get(document.uri);
    const characters = found ? undefined : await missingCharacters(document);
    if (!found && !characters) return undefined;
    const bytes = await vscode.workspace.fs.readFile(document.uri);
    const kept = vscode.Uri.joinPath(folder, `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`);
    await vscode.workspace.fs.writeFile(kept, bytes);
    await vscode.workspace.fs.writeFile(kept.with({ path: `${kept.path}.json` }), new TextEncoder().encode(JSON.stringify({ uri: document.uri.toString() })));
    return { bytes, kept, reason: found ? 'undecoded' : 'substitution', encoding: found?.encoding, characters };
  };
  const forget = async ({ kept }: Danger) => {
    await vscode.workspace.fs.delete(kept);
    await vscode.workspace.fs.delete(kept.with({ path: `${kept.path}.json` }));
  };
  const takeBack = async (document: vscode.TextDocument, danger: Danger) => {
    const text = document.getText(), before = document.encoding;
    await host.writeAtomically(document.uri, danger.bytes);
    await forget(danger);
    log.info(`save of ${document.uri.toString()} taken back: ${danger.reason}`);
    const anyway = vscode.l10n.t('Save Anyway');
    if (danger.reason === 'undecoded') {
      const reopen = vscode.l10n.t('Reopen as {0}', encodingLabel(danger.encoding!));
      const answer = await vscode.window.showWarningMessage(vscode.l10n.t('Saving would have destroyed this file.'), {
        modal: true, detail: vscode.l10n.t('Its bytes are good {0}, but it was read as {1}: what was decoded wrongly cannot be written back. The file on disk is unchanged.', encodingLabel(danger.encoding!), encodingLabel(before)),
      }, reopen, anyway);
      if (answer === anyway) await overwrite(document, text, before);
      else if (answer === reopen) await vscode.commands.executeCommand('wenzhen.reopenWithEncoding', document.uri, danger.encoding);
      return;
    }
    const utf8 = vscode.l10n.t('Save as UTF-8');
    const answer = await vscode.window.showWarningMessage(vscode.l10n.t('{0} cannot hold every character of this text: {1}', encodingLabel(before), danger.characters!), {
      modal: true, detail: vscode.l10n.t('They would have become question marks. The file on disk is unchanged.'),
    }, utf8, anyway);
    if (answer === utf8) await overwrite(document, text, 'utf8');
    else if (answer === anyway) await overwrite(document, text, before);
    else await putBack(document, text);
  };
  /** Writes the text that the user wanted, in the encoding that the user chose. */
  const overwrite = async (document: vscode.TextDocument, text: string, encoding: string) => {
    await host.writeAtomically(document.uri, await vscode.workspace.encode(text, { encoding }));
    await vscode.workspace.openTextDocument(document.uri, { encoding });
  };
  return vscode.Disposable.from(
    vscode.workspace.onWillSaveTextDocument(event => {
      const { document } = event;
      if (document.isUntitled || !vscode.workspace.getConfiguration('wenzhen', document).get('saveGuard', true)) return;
      if (!files.get(document.uri) && isUnicode(document.encoding) && !hasReplacements(document)) return;
      const danger = examine(document);
      dangers.set(document.uri.toString(), danger);
      event.waitUntil(danger.then(() => []));
    }),
    vscode.workspace.onDidSaveTextDocument(document => {
      const danger = dangers.get(document.uri.toString());
      dangers.delete(document.uri.toString());
      void danger?.then(found => found && takeBack(document, found)).catch(error => vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error)));
    }),
  );
}

/** The text that the user had typed goes back into the editor, unsaved, after the disk got its old bytes back. */
async function putBack(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
}

/** Restores what was kept when the editor ended between a dangerous save and its taking back. */
export async function restoreInterrupted({ extension, host, log }: ClientContext): Promise<void> {
  const folder = vscode.Uri.joinPath(extension.storageUri ?? extension.globalStorageUri, 'guard');
  const names = await vscode.workspace.fs.readDirectory(folder).then(list => list.map(([name]) => name), () => []);
  for (const name of names.filter(name => name.endsWith('.json'))) {
    const note = vscode.Uri.joinPath(folder, name), kept = vscode.Uri.joinPath(folder, name.slice(0, -'.json'.length));
    try {
      const { uri } = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(note))) as { uri: string };
      await host.writeAtomically(vscode.Uri.parse(uri), await vscode.workspace.fs.readFile(kept));
      log.warn(`restored ${uri}: a save that would have destroyed it was cut off`);
      await vscode.workspace.fs.delete(note);
      await vscode.workspace.fs.delete(kept);
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
    }
  }
}

/** Whether a text has characters that stand for bytes which could not be decoded. */
function hasReplacements(document: vscode.TextDocument): boolean {
  return document.getText().includes('\ufffd');
}

function isUnicode(encoding: string): boolean {
  return encoding.startsWith('utf');
}

/** Some of the characters that a document's own encoding cannot hold; undefined when it holds all. */
async function missingCharacters(document: vscode.TextDocument): Promise<string | undefined> {
  const { encoding } = document;
  if (isUnicode(encoding)) return undefined;
  const text = document.getText();
  const back = await vscode.workspace.decode(await vscode.workspace.encode(text, { encoding }), { encoding });
  if (back === text) return undefined;
  const before = Array.from(text), after = Array.from(back);
  const lost = new Set(before.filter((character, at) => character !== after[at]));
  return [...lost].slice(0, 10).join(' ') || undefined;
}
