/**
 * The save guard: a save that would destroy good bytes is stopped, and the user is asked.
 * The editor offers extensions no way to stop a save, but it refuses to save over a file that has changed on disk. So the file is
 * made to look changed while the save lasts (`Host.holdBack`). Where that is not possible, or the user has switched that check off,
 * the save goes through and is taken back at once.
 */
import * as vscode from 'vscode';
import type { ClientContext } from '../context';
import type { UndecodedFiles } from './detection';
import { KeptBytes } from './keptBytes';
import { encodingLabel, isUnicode } from './names';
import { remedy, revert } from './reopen';
import { asError, reasonOf } from '../errors';

/** A save that is being looked at, and stopped when it is dangerous. */
interface Attempt {
  readonly document: vscode.TextDocument;
  /** The text that was to be saved, and whether there was anything unsaved. */
  readonly text: string;
  readonly dirty: boolean;
  /** The next save of the document has begun, so this one has ended. */
  askedAgain: boolean;
  /** The editor has written the file. */
  written: boolean;
}

/** Why a save is stopped: the file was read with the wrong decoder, or its encoding lacks some characters of the text. */
type Danger =
  { readonly reason: 'undecoded'; readonly encoding: string } | { readonly reason: 'substitution'; readonly characters: string };

/** After this many milliseconds a save is taken to have ended, whatever the editor says. Saving the largest file takes far less. */
const PATIENCE = 5000;

/** Milliseconds between two looks whether a save has ended: too short for the user to notice. */
const POLL = 20;

/** Registers the guard; what was kept when the editor ended in the middle of a save is restored first. */
export function registerSaveGuard(context: ClientContext, files: UndecodedFiles): vscode.Disposable {
  const guard = new SaveGuard(context, files);
  return vscode.Disposable.from(
    vscode.workspace.onWillSaveTextDocument(event => guard.willSave(event)),
    vscode.workspace.onDidSaveTextDocument(document => guard.didSave(document)),
  );
}

class SaveGuard {
  readonly #context: ClientContext;
  readonly #files: UndecodedFiles;
  readonly #kept: KeptBytes;
  readonly #attempts = new Map<string, Attempt>();
  /** When many files are saved at once, one question comes after the other. */
  #questions: Promise<void> = Promise.resolve();

  constructor(context: ClientContext, files: UndecodedFiles) {
    this.#context = context;
    this.#files = files;
    this.#kept = new KeptBytes(context);
    void this.#kept.restoreInterrupted();
  }

  willSave(event: vscode.TextDocumentWillSaveEvent): void {
    const { document } = event;
    const key = document.uri.toString();
    const running = this.#attempts.get(key);
    if (running) {
      running.askedAgain = true;
      return;
    }
    if (!this.#files.watches(document) || !vscode.workspace.getConfiguration('wenzhen', document).get('saveGuard', true)) return;
    // Unicode without a replacement character is saved as it was read.
    if (!this.#files.get(document.uri) && isUnicode(document.encoding) && !document.getText().includes('\ufffd')) return;
    const attempt: Attempt = { document, text: document.getText(), dirty: document.isDirty, askedAgain: false, written: false };
    this.#attempts.set(key, attempt);
    // The editor stops calling a listener whose promises are rejected several times.
    event.waitUntil(
      this.#examine(attempt)
        .catch((error: unknown) => {
          this.#attempts.delete(key);
          this.#context.log.error(asError(error));
        })
        .then(() => []),
    );
  }

  didSave(document: vscode.TextDocument): void {
    const attempt = this.#attempts.get(document.uri.toString());
    if (attempt) attempt.written = true;
  }

  /** Finds out whether a save is dangerous; if so, makes the editor refuse it. */
  async #examine(attempt: Attempt): Promise<void> {
    const { document, text } = attempt;
    const { uri, encoding } = document;
    // The bytes are read first of all: if the rest takes too long, the editor saves without waiting for it. There may be no file yet.
    const bytes = await vscode.workspace.fs.readFile(uri).then(undefined, () => undefined);
    const danger = bytes && (await this.#dangerOf(document, bytes));
    if (!danger) {
      this.#attempts.delete(uri.toString());
      return;
    }
    const forget = await this.#kept.keep(uri, bytes, await vscode.workspace.encode(text, { encoding }));
    const held = await this.#context.host.holdBack(uri).catch(() => undefined);
    void this.#stop(attempt, bytes, held)
      .then(forget)
      .then(() => {
        const { log } = this.#context;
        log.info(`save of ${uri.toString()} ${attempt.written ? 'taken back' : 'stopped'}: ${danger.reason}`);
        this.#questions = this.#questions
          .then(() => this.#ask(attempt, danger))
          .catch((error: unknown) => {
            log.error(asError(error));
            void vscode.window.showErrorMessage(reasonOf(error));
          });
      });
  }

  async #dangerOf(document: vscode.TextDocument, bytes: Uint8Array): Promise<Danger | undefined> {
    // A save may come before the file was examined.
    if (!this.#files.get(document.uri)) await this.#files.examine(document, bytes);
    const encoding = this.#files.get(document.uri)?.encoding;
    if (encoding) return { reason: 'undecoded', encoding };
    const characters = await missingCharacters(document);
    return characters ? { reason: 'substitution', characters } : undefined;
  }

  /** Waits until a save that was held back has ended, then restores the file. */
  async #stop(attempt: Attempt, bytes: Uint8Array, held: { release(): Promise<void> } | undefined): Promise<void> {
    const { document } = attempt;
    const end = Date.now() + PATIENCE;
    // The editor does not tell when it refuses a save. But it saves a document only once at a time:
    // when a second save begins, the first has ended.
    while (!attempt.written && !attempt.askedAgain && Date.now() < end) {
      if (held) await document.save();
      await new Promise(resolve => setTimeout(resolve, POLL));
    }
    await held?.release();
    if (attempt.written) await this.#context.host.writeAtomically(document.uri, bytes);
    this.#attempts.delete(document.uri.toString());
  }

  async #ask(attempt: Attempt, danger: Danger): Promise<void> {
    const { document, text, dirty, written } = attempt;
    const { uri, encoding } = document;
    const { dialogs } = this.#context;
    // The editor's own message about the refused save is hidden, because it offers to overwrite the file.
    await vscode.commands.executeCommand('notifications.hideToasts');
    const anyway = vscode.l10n.t('Save Anyway');
    if (danger.reason === 'undecoded') {
      const fix = remedy(danger.encoding);
      const answer = await dialogs.ask({
        kind: 'warning',
        message: vscode.l10n.t('Saving would destroy this file: {0}', vscode.workspace.asRelativePath(uri)),
        choices: [fix, anyway],
        detail: vscode.l10n.t(
          'Its bytes are good {0}, but it was read as {1}: what was decoded wrongly cannot be written back. The file on disk is unchanged.',
          encodingLabel(danger.encoding),
          encodingLabel(encoding),
        ),
      });
      if (answer === anyway) return this.#overwrite(document, text, encoding);
      if (answer === fix || !dirty) await revert(document);
      if (answer === fix) await vscode.commands.executeCommand('wenzhen.reopenWithEncoding', uri, danger.encoding);
      return;
    }
    const utf8 = vscode.l10n.t('Save as UTF-8');
    const answer = await dialogs.ask({
      kind: 'warning',
      message: vscode.l10n.t('{0} cannot hold every character of this text: {1}', encodingLabel(encoding), danger.characters),
      choices: [utf8, anyway],
      detail: vscode.l10n.t('They would have become question marks. The file on disk is unchanged.'),
    });
    if (answer === utf8) await this.#overwrite(document, text, 'utf8');
    else if (answer === anyway) await this.#overwrite(document, text, encoding);
    else if (written) await putBack(document, text);
  }

  /** Writes the text that the user wanted, in the encoding that the user chose. */
  async #overwrite(document: vscode.TextDocument, text: string, encoding: string): Promise<void> {
    await this.#context.host.writeAtomically(document.uri, await vscode.workspace.encode(text, { encoding }));
    await revert(document);
    await vscode.workspace.openTextDocument(document.uri, { encoding });
  }
}

/** Puts the text that the user had typed back into the editor, unsaved, after the file got its old bytes back. */
async function putBack(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
}

/** Some of the characters that a document's own encoding cannot hold; undefined when it holds all. */
async function missingCharacters(document: vscode.TextDocument): Promise<string | undefined> {
  const { encoding } = document;
  if (isUnicode(encoding)) return undefined;
  const text = document.getText();
  const back = await vscode.workspace.decode(await vscode.workspace.encode(text, { encoding }), { encoding });
  if (back === text) return undefined;
  const after = Array.from(back);
  const lost = new Set(Array.from(text).filter((character, at) => character !== after[at]));
  return [...lost].slice(0, 10).join(' ') || undefined;
}
