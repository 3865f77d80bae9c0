/**
 * Runs that rewrote files on disk: the old bytes of each file and a manifest, in the extension's storage, so that a run can be taken back.
 * The manifest is written before the first file is touched: a run that was cut off in the middle can be undone like any other.
 */
import * as vscode from 'vscode';
import { reasonOf } from '../errors';
import { shortPath } from '../files';
import type { Host } from '../host';

/** One file of a run. Hashes are SHA-256, hex. */
interface ManifestEntry {
  readonly uri: string;
  readonly backup: string;
  readonly before: string;
  readonly after: string;
  /** The editor's encodings of the file before and after, when the run changed them. */
  readonly encodings?: readonly [string, string];
}

interface Manifest {
  readonly title: string;
  readonly entries: readonly ManifestEntry[];
}

/** A file as it is and as it is to be. */
export interface FileChange {
  readonly uri: vscode.Uri;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly encodings?: readonly [string, string];
}

/** What became of each file of a run or of its undoing. */
export interface RunOutcome {
  readonly done: readonly vscode.Uri[];
  readonly failed: readonly { readonly uri: vscode.Uri; readonly reason: string }[];
}

/**
 * How many runs are kept; older ones are deleted with their backups. Only the latest is offered; the others are there to be found by hand.
 */
const KEPT_RUNS = 20;

/** The runs in the extension's storage. */
export class RunHistory {
  readonly #folder: vscode.Uri;
  readonly #host: Host;

  constructor(storage: vscode.Uri, host: Host) {
    this.#folder = vscode.Uri.joinPath(storage, 'runs');
    this.#host = host;
  }

  /**
   * Writes the files of one run, each atomically, after their old bytes and the manifest are safe.
   * A file that changed since it was read is left alone and reported.
   */
  async write(
    title: string,
    changes: readonly FileChange[],
    progress: (uri: vscode.Uri) => void,
    token: vscode.CancellationToken,
  ): Promise<RunOutcome> {
    const run = vscode.Uri.joinPath(this.#folder, new Date().toISOString().replace(/[:.]/g, '-'));
    await vscode.workspace.fs.createDirectory(run);
    const entries: ManifestEntry[] = [];
    for (const [index, change] of changes.entries()) {
      const backup = `${index}.bak`;
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(run, backup), change.before);
      entries.push({
        uri: change.uri.toString(),
        backup,
        before: await sha256(change.before),
        after: await sha256(change.after),
        encodings: change.encodings,
      });
    }
    const manifest: Manifest = { title, entries };
    await this.#host.writeAtomically(vscode.Uri.joinPath(run, 'manifest.json'), new TextEncoder().encode(JSON.stringify(manifest)));

    const done: vscode.Uri[] = [];
    const failed: RunOutcome['failed'][number][] = [];
    for (const [index, { uri, after }] of changes.entries()) {
      if (token.isCancellationRequested) break;
      progress(uri);
      try {
        if ((await sha256(await vscode.workspace.fs.readFile(uri))) !== entries[index]!.before)
          throw new Error(vscode.l10n.t('it has changed meanwhile'));
        await this.#host.writeAtomically(uri, after);
        done.push(uri);
      } catch (error) {
        failed.push({ uri, reason: reasonOf(error) });
      }
    }
    await this.#prune();
    return { done, failed };
  }

  /**
   * Takes back the latest run and forgets it. Files that were edited since are left alone and reported.
   * @returns undefined when there is no run to take back; otherwise its title, what became of its files, and which encoding each had
   */
  async undoLast(): Promise<(RunOutcome & { readonly title: string; readonly encodings: ReadonlyMap<string, string> }) | undefined> {
    const run = (await this.#runs()).at(-1);
    if (!run) return undefined;
    const { title, entries } = JSON.parse(
      new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(run, 'manifest.json'))),
    ) as Manifest;
    const done: vscode.Uri[] = [];
    const failed: RunOutcome['failed'][number][] = [];
    const encodings = new Map<string, string>();
    for (const entry of entries) {
      const uri = vscode.Uri.parse(entry.uri);
      try {
        const now = await sha256(await vscode.workspace.fs.readFile(uri));
        if (now === entry.before) continue; // never written, or taken back already
        if (now !== entry.after) throw new Error(vscode.l10n.t('it has been edited since'));
        await this.#host.writeAtomically(uri, await vscode.workspace.fs.readFile(vscode.Uri.joinPath(run, entry.backup)));
        done.push(uri);
        if (entry.encodings) encodings.set(entry.uri, entry.encodings[0]);
      } catch (error) {
        failed.push({ uri, reason: reasonOf(error) });
      }
    }
    // Where a file could not be restored, the backups stay: they may be the only copy of the old bytes.
    if (failed.length === 0) await vscode.workspace.fs.delete(run, { recursive: true });
    else await vscode.workspace.fs.rename(vscode.Uri.joinPath(run, 'manifest.json'), vscode.Uri.joinPath(run, 'undone.json'));
    return { title, done, failed, encodings };
  }

  /** Folders of the runs that can be taken back, oldest first. */
  async #runs(): Promise<vscode.Uri[]> {
    const names = await vscode.workspace.fs.readDirectory(this.#folder).then(
      list => list.map(([name]) => name).sort(),
      () => [],
    );
    const runs: vscode.Uri[] = [];
    for (const name of names) {
      const run = vscode.Uri.joinPath(this.#folder, name);
      if (
        await vscode.workspace.fs.stat(vscode.Uri.joinPath(run, 'manifest.json')).then(
          () => true,
          () => false,
        )
      )
        runs.push(run);
    }
    return runs;
  }

  async #prune(): Promise<void> {
    for (const run of (await this.#runs()).slice(0, -KEPT_RUNS)) await vscode.workspace.fs.delete(run, { recursive: true });
  }
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('');
}

/** One line for each file that could not be dealt with. */
export function describeFailures(failed: RunOutcome['failed']): string {
  return failed.map(({ uri, reason }) => `${shortPath(uri)}: ${reason}`).join('\n');
}
