/**
 * The old bytes of files whose save is being stopped, in the extension's storage until the danger has passed.
 * If the editor dies in between, they are restored at the next start.
 */
import * as vscode from 'vscode';
import type { ClientContext } from '../context';
import { asError } from '../errors';
import type { Host } from '../host';

/**
 * Says which file was kept. It is written last: where there is a note, both files that belong to it
 * are there, the old bytes and those of the save.
 */
interface Note {
  readonly uri: string;
}

/** Keeps the bytes of files in the extension's storage while a save of them is being stopped. */
export class KeptBytes {
  readonly #folder: vscode.Uri;
  readonly #host: Host;
  readonly #log: vscode.LogOutputChannel;

  constructor({ extension, host, log }: Pick<ClientContext, 'extension' | 'host' | 'log'>) {
    this.#folder = vscode.Uri.joinPath(extension.storageUri ?? extension.globalStorageUri, 'guard');
    this.#host = host;
    this.#log = log;
  }

  /**
   * Keeps the bytes that a file has before a save.
   * @param danger what the save is about to write
   * @returns a function that deletes what was kept
   */
  async keep(uri: vscode.Uri, bytes: Uint8Array, danger: Uint8Array): Promise<() => Promise<void>> {
    const name = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
    const { note, before, after } = this.#files(name);
    await vscode.workspace.fs.writeFile(before, bytes);
    await vscode.workspace.fs.writeFile(after, danger);
    await vscode.workspace.fs.writeFile(note, new TextEncoder().encode(JSON.stringify({ uri: uri.toString() } satisfies Note)));
    return async () => {
      for (const file of [note, before, after]) await vscode.workspace.fs.delete(file);
    };
  }

  /** Restores the files whose save was interrupted. Files that somebody has written since are left alone. Never rejects. */
  async restoreInterrupted(): Promise<void> {
    const names = await vscode.workspace.fs.readDirectory(this.#folder).then(
      list => list.map(([name]) => name),
      () => [],
    );
    for (const name of names.filter(name => name.endsWith('.json')))
      await this.#restore(name.slice(0, -'.json'.length)).catch((error: unknown) => this.#log.error(asError(error)));
  }

  async #restore(name: string): Promise<void> {
    const { note, before, after } = this.#files(name);
    const uri = vscode.Uri.parse((JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(note))) as Note).uri);
    const [bytes, danger, now] = await Promise.all(
      [before, after, uri].map(async file => new Uint8Array(await vscode.workspace.fs.readFile(file))),
    );
    if (isHeldBack(now!, bytes!) || begins(danger!, now!)) {
      await this.#host.writeAtomically(uri, bytes!);
      this.#log.warn(`restored ${uri.toString()}: a save that would have destroyed it was cut off`);
    } else if (!equal(now!, bytes!)) {
      this.#log.warn(`${uri.toString()} has changed since a save of it was cut off; its bytes before that are in ${before.toString()}`);
      return vscode.workspace.fs.delete(note);
    }
    for (const file of [note, before, after]) await vscode.workspace.fs.delete(file);
  }

  #files(name: string): { note: vscode.Uri; before: vscode.Uri; after: vscode.Uri } {
    const file = (extension: string) => vscode.Uri.joinPath(this.#folder, `${name}.${extension}`);
    return { note: file('json'), before: file('before'), after: file('after') };
  }
}

/** Whether a file is as `Host.holdBack` leaves it. */
function isHeldBack(now: Uint8Array, bytes: Uint8Array): boolean {
  return now.length === bytes.length + 1 && now.at(-1) === 0 && begins(now, bytes);
}

/** Whether `part` is a beginning of `whole`: all of it, some of it or, as a save first empties its file, nothing. */
function begins(whole: Uint8Array, part: Uint8Array): boolean {
  return part.length <= whole.length && equal(whole.subarray(0, part.length), part);
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
